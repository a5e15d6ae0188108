/** Published examples run through the engine: those that are right come out to the fen, those that are wrong do not. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { type ByComponent, COMPONENTS, type Component } from "../../src/loan/components.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { type Fen, type Fraction, formatFen, sum } from "../../src/loan/money.ts";
import { findProduct } from "../../src/loan/products.ts";
import { type Rate, type RatePeriod, rate } from "../../src/loan/rate.ts";
import type { AllocationOrder, DayCount, PenaltyRate, Terms } from "../../src/loan/terms.ts";
import { amount, decimal, percent, ratePer } from "../cases/papers.ts";
import { NOTHING_ELSE } from "../plain.ts";
import { PLAIN_TERMS } from "../reference/sample-loans.ts";

type Amounts = { readonly [component in Component | "total"]?: string };

interface ExampleTerms extends Partial<AllocationOrder> {
  readonly rate?: string;
  /** `1.5x`, or a rate of its own. */
  readonly penalty?: string;
  readonly dayCount?: DayCount;
  readonly lateFees?: readonly { readonly percent: string; readonly of: "instalment" | "overdue-principal" }[];
}

interface ExampleRun {
  readonly says: string;
  readonly product?: string;
  readonly terms: ExampleTerms;
  readonly asOf: string;
  readonly until: string;
  readonly instalments: readonly ({ readonly due: string; readonly principal: string } & Omit<Amounts, "total">)[];
  readonly payments?: readonly { readonly date: string; readonly amount: string; readonly for?: Component }[];
  readonly charges?: readonly { readonly date: string; readonly amount: string; readonly component: Component }[];
  readonly expect: {
    readonly accrued?: Amounts;
    readonly charged?: Amounts;
    readonly paid?: Amounts;
    readonly closing?: Amounts;
    readonly daysOverdueAtEnd?: number;
  };
  readonly printedAndWrong?: { readonly accrued: Component; readonly amount: string };
}

type Example = { readonly id: string; readonly source: string } & (
  | { readonly tests: string; readonly runs: readonly ExampleRun[] }
  | { readonly skipped: string }
);

const paper = readFileSync(new URL("../../fixtures/worked-examples.json", import.meta.url), "utf8");
const { examples } = JSON.parse(paper) as { readonly examples: readonly Example[] };
const skipped = examples.filter((example) => "skipped" in example);

const NO_RATES: Terms = {
  ...PLAIN_TERMS,
  rates: [{ from: null, rate: rate(0n, 1n, "day") }],
  penalty: [{ fromDaysOverdue: 1, penalty: penaltyOf("1x") }],
  compound: "none",
};

test("no example has the id of another", () => {
  expect(new Set(examples.map((example) => example.id)).size).toBe(examples.length);
});

describe(`${examples.length - skipped.length} worked examples, ${skipped.length} skipped`, () => {
  for (const example of examples) {
    if ("skipped" in example) {
      test(`${example.id} (${example.source})`, ({ skip }) => skip(example.skipped));
      continue;
    }
    for (const run of example.runs) {
      test(`${example.id} (${example.source}): ${example.tests}: ${run.says}`, () => checkRun(run));
    }
  }
});

function checkRun(run: ExampleRun): void {
  const totals = totalsOf(run);
  const { accrued, charged, paid, closing } = totals;
  const answers = { accrued, charged, paid, closing };
  for (const name of ["accrued", "charged", "paid", "closing"] as const) {
    const expected = run.expect[name] ?? {};
    for (const [component, amount] of Object.entries(expected) as [Component | "total", string][]) {
      expect(`${name} ${component} ${formatFen(amountOf(answers[name], component))}`).toBe(
        `${name} ${component} ${amount}`,
      );
    }
  }
  if (run.expect.daysOverdueAtEnd !== undefined) expect(totals.daysOverdueAtEnd).toBe(run.expect.daysOverdueAtEnd);
  if (run.printedAndWrong !== undefined) {
    expect(formatFen(accrued[run.printedAndWrong.accrued])).not.toBe(run.printedAndWrong.amount);
  }
}

/** Both with rows and without, which may take longer steps. */
function totalsOf(run: ExampleRun): RunTotals {
  const loan = loanOf(run);
  const payments = (run.payments ?? []).map((payment) => ({
    date: day(payment.date),
    amount: amount(payment.amount),
    for: payment.for ?? null,
    surplus: null,
  }));
  const events = { ...NO_EVENTS, payments };
  const until = day(run.until);
  const totals = simulate(loan, events, { until });
  expect(simulate(loan, events, { until, onRow: () => undefined })).toEqual(totals);
  return totals;
}

function loanOf(run: ExampleRun): Loan {
  const instalments = run.instalments.map((instalment) => ({
    due: day(instalment.due),
    principal: amount(instalment.principal),
    interest: amount(instalment.interest ?? "0"),
    penalty: amount(instalment.penalty ?? "0"),
    compound: amount(instalment.compound ?? "0"),
    fee: amount(instalment.fee ?? "0"),
  }));
  return {
    name: null,
    asOf: day(run.asOf),
    instalments,
    borrowed: sum(instalments.map((instalment) => instalment.principal)),
    terms: termsOf(run),
    charges: (run.charges ?? []).map((charge) => ({
      date: day(charge.date),
      amount: amount(charge.amount),
      component: charge.component,
      note: null,
    })),
    accelerateOn: null,
    ...NOTHING_ELSE,
  };
}

function termsOf({ product, terms }: ExampleRun): Terms {
  const base = product === undefined ? NO_RATES : findProduct(product)?.terms;
  if (base === undefined) throw new Error(`no product ${product}`);
  return {
    ...base,
    ...(terms.rate === undefined ? {} : { rates: [{ from: null, rate: rateOf(terms.rate) }] }),
    ...(terms.penalty === undefined ? {} : { penalty: [{ fromDaysOverdue: 1, penalty: penaltyOf(terms.penalty) }] }),
    dayCount: terms.dayCount ?? base.dayCount,
    order: terms.order ?? base.order,
    by: terms.by ?? base.by,
    lateFees: (terms.lateFees ?? []).map(({ percent: share, of }) => ({
      charge: { kind: "percent", share: percentage(share), of },
      ...USUAL_LATE_FEE,
    })),
  };
}

function penaltyOf(text: string): PenaltyRate {
  return text.endsWith("x")
    ? { kind: "multiple", of: decimal(text.slice(0, -1)) }
    : { kind: "rate", rate: rateOf(text) };
}

function rateOf(text: string): Rate {
  const [share, period] = text.split("/") as [string, RatePeriod];
  return ratePer(period, percentage(share));
}

function percentage(text: string): Fraction {
  return percent(text.replace(/%$/, ""));
}

function amountOf(amounts: ByComponent, component: Component | "total"): Fen {
  return component === "total" ? sum(COMPONENTS.map((each) => amounts[each])) : amounts[component];
}
