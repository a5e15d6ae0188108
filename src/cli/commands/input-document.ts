/** The `input` of a JSON document: everything as it was resolved, defaults included. */

import { cycleName } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { charge, interruption, waiver } from "../../input/records/dated.ts";
import { instalment } from "../../input/records/instalment.ts";
import { payment } from "../../input/records/payment.ts";
import { penaltyDocument } from "../../input/records/rates.ts";
import { termsDocument } from "../../input/terms.ts";
import { rate } from "../../input/values/rate.ts";
import { owedByInstalment } from "../../ledger/opening.ts";
import { type ByComponent, COMPONENTS } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import type { Agreement, Events, InstalmentAgreement } from "../../loan/events.ts";
import type { Instalment, Loan, PaymentStream } from "../../loan/loan.ts";
import { type Fen, type ShareOrAmount, yuan, ZERO } from "../../loan/money.ts";
import { once } from "../../loan/once.ts";
import { formatFraction } from "../../loan/rate.ts";
import { dateOrNull, inYuan, type Json, type JsonObject, yuanOrNull } from "../../output/json.ts";

/** The head of every document of one loan; `own`: what the command was given beside it. */
export function documentHead(
  command: "simulate" | "compare" | "plan" | "audit",
  request: LoanRequest,
  own: JsonObject = {},
): JsonObject {
  return {
    schema: `overdue-sim/${command}@1`,
    input: { ...inputDocument(request), ...own },
    assumptions: request.assumptions.map(({ code }) => code),
  };
}

export function inputDocument({ loan, events, product, until }: LoanRequest): JsonObject {
  return { product: product.name, ...loanDocument(loan), ...paymentsDocument(events), until: dateOrNull(until) };
}

function loanDocument(loan: Loan): JsonObject {
  const { asOf, terms } = loan;
  return {
    name: loan.name,
    asOf: formatDay(asOf),
    lender: loan.lender,
    jurisdiction: loan.jurisdiction,
    borrowed: yuan(loan.borrowed),
    received: yuanOrNull(loan.agreedFlows?.received ?? null),
    paidOutOn: dateOrNull(loan.agreedFlows?.isPaidOutGiven === true ? loan.agreedFlows.paidOutOn : null),
    instalments: withInterest(loan).map((one) => instalment.document(one, terms)),
    terms: termsDocument(terms),
    charges: loan.charges.map((one) => charge(asOf).document(one, terms)),
    waivers: loan.waivers.map((one) => waiver(asOf).document(one, terms)),
    interruptions: loan.interruptions.map((one) => interruption.document(one, terms)),
    accelerateOn: dateOrNull(loan.accelerateOn),
  };
}

/** Interest that accrues is shown as it is at `asOf`. */
function withInterest(loan: Loan): readonly (Instalment & { readonly interest: Fen })[] {
  const owed = once(() => owedByInstalment(loan));
  return loan.instalments.map((one, index) => ({ ...one, interest: one.interest ?? owed()[index]?.interest ?? ZERO }));
}

export function paymentsDocument({ payments, streams, agreements, paysWhenDueFrom }: Events): JsonObject {
  return {
    payments: payments.map((one) => payment(one.date).document(one, PER_360_DAYS)),
    streams: streams.map(streamDocument),
    agreements: agreements.map(agreementDocument),
    payAsDueFrom: dateOrNull(paysWhenDueFrom),
  };
}

function streamDocument({ cycle, amounts, from, until, pauses, for: purpose }: PaymentStream): Json {
  return {
    every: cycleName(cycle),
    dayOfMonth: cycle.kind === "month" ? cycle.dayOfMonth : null,
    amounts: amounts.map((amount) => (amount === "minimum" ? amount : yuan(amount))),
    from: formatDay(from),
    until: dateOrNull(until),
    pauses: pauses.map((pause) => ({ from: formatDay(pause.from), until: formatDay(pause.until) })),
    for: purpose,
  };
}

function agreementDocument(agreement: Agreement): Json {
  const head = { kind: agreement.kind, date: formatDay(agreement.date) };
  switch (agreement.kind) {
    case "agreement": {
      const waive = Object.entries(agreement.waive).map(([component, share]) => [component, formatFraction(share)]);
      const { charges, months, dayCount, pauseMonths, graceDays, onBreak, unearned } = agreement;
      return {
        ...head,
        months,
        ...methodDocument(agreement.method),
        down: agreement.down === null ? null : partDocument(agreement.down),
        rate: rate.document(agreement.rate, agreement),
        dayCount,
        waive: Object.fromEntries(waive),
        charges,
        pauseMonths,
        graceDays,
        onBreak,
        unearned,
      };
    }
    case "deferral":
      return {
        ...head,
        months: agreement.months,
        rate: agreement.rate === null ? null : rate.document(agreement.rate, PER_360_DAYS),
      };
    case "settlement":
      return { ...head, ...partDocument(agreement.pays), unearned: agreement.unearned };
    case "refinancing": {
      const { months, method, dayCount, feeShare, penalty, unearned } = agreement;
      const own = [{ from: null, rate: agreement.rate }];
      return {
        ...head,
        months,
        method,
        rate: rate.document(agreement.rate, agreement),
        dayCount,
        feeShare: formatFraction(feeShare),
        penalty: penalty.map((tier) => penaltyDocument(tier, own, agreement)),
        unearned,
      };
    }
    default:
      return agreement satisfies never;
  }
}

function methodDocument(method: InstalmentAgreement["method"]): JsonObject {
  return {
    method: method.kind,
    monthlyFee: method.kind === "flat" ? formatFraction(method.monthlyFee) : null,
    steps:
      method.kind === "steps" ? method.steps.map(({ amount, months }) => ({ amount: yuan(amount), months })) : null,
  };
}

function partDocument(part: ShareOrAmount): JsonObject {
  return part.kind === "share"
    ? { share: formatFraction(part.share), amount: null }
    : { share: null, amount: yuan(part.amount) };
}

const PER_360_DAYS = { dayCount: "actual/360" } as const;

export function byComponentDocument(amounts: ByComponent<Fen | null>): JsonObject {
  return inYuan(amounts, ...COMPONENTS);
}
