/** One late payment: penalty and late fees run up to its date, then it is split. */

import { expect } from "vitest";
import { day } from "../../src/loan/day.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { type Fen, fen, subtract, sum } from "../../src/loan/money.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { NOTHING_ELSE, paymentOf } from "../plain.ts";
import { orderOf, type Strategy, splitOf } from "./allocation.ts";
import { type Case, testCases } from "./case-file.ts";
import { amount, decimal, instalmentOf, penaltyAt, QUIET_TERMS, ratePer, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Input {
  readonly annualEffectiveRate: string;
  readonly dueDates: readonly [string, string, string];
  readonly instalment: string;
  /** "0.02 of the instalment, once per late instalment" */
  readonly fine: string;
  readonly strategy: Strategy;
  readonly state: { readonly date: string; readonly openPrincipal: string; readonly instalment1OpenPrincipal: string };
  readonly payment: { readonly date: string; readonly amount: string };
}

interface Expected {
  readonly fine: string;
  readonly penalties: string;
  readonly interest: string;
  readonly principal: string;
  readonly principalAfter: string;
  readonly byInstalment: readonly { readonly principal: string }[];
}

testCases<Input, Expected>("overdue-payment.json", {
  skipped: {},
  inPart: { "MWP-PAY-01": "the effective rate is given as the simple daily rate that equals it over these days" },
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  const paidOn = day(input.payment.date);
  const run = runLoan(loanIn(input), paidOn, [paymentOf(paidOn, amount(input.payment.amount))]);
  const row = run.on(paidOn);
  expect(row && { ...splitOf(row), after: text(row.owed.principal) }).toEqual({
    fees: expected.fine,
    penalties: expected.penalties,
    interest: expected.interest,
    principal: expected.principal,
    after: expected.principalAfter,
  });
  // The first instalment is cleared and the second is not: so much of the principal went to each.
  expect(row?.daysOverdue).toBe(paidOn - day(input.dueDates[1]));
  const toFirst = amount(input.state.instalment1OpenPrincipal);
  const toSecond = subtract(amount(expected.principal), toFirst);
  expect([text(toFirst), text(toSecond)]).toEqual(expected.byInstalment.map(({ principal }) => principal));
}

function loanIn(input: Input): Loan {
  const [firstDue, secondDue, thirdDue] = input.dueDates.map(day);
  if (firstDue === undefined || secondDue === undefined || thirdDue === undefined) throw new Error("three due dates");
  const open = amount(input.state.openPrincipal);
  const first = amount(input.state.instalment1OpenPrincipal);
  // The contract's table: interest of the second instalment on the balance that was scheduled for its period.
  const interest = growth(input, subtract(open, first), secondDue - firstDue);
  const second = subtract(amount(input.instalment), interest);
  const third = subtract(open, sum([first, second]));
  return {
    name: null,
    asOf: day(input.state.date),
    instalments: [
      instalmentOf(firstDue, { principal: first }),
      instalmentOf(secondDue, { principal: second, interest }),
      instalmentOf(thirdDue, { principal: third }),
    ],
    // Late interest runs on the whole open principal and is owed with the oldest instalment.
    borrowed: open,
    terms: termsIn(input),
    charges: [],
    accelerateOn: null,
    ...NOTHING_ELSE,
  };
}

function termsIn(input: Input): Terms {
  const days = day(input.payment.date) - day(input.state.date);
  const share = decimal(input.fine.split(" ")[0] ?? "");
  return {
    ...QUIET_TERMS,
    order: orderOf(input.strategy.order),
    by: "component",
    penaltyBase: "borrowed",
    // The model's rates are simple: this is the daily rate that gives the effective one over these days.
    penalty: penaltyAt(ratePer("day", decimal((growthFactor(input, days) / days).toFixed(12)))),
    lateFees: [{ charge: { kind: "percent", share, of: "instalment" }, ...USUAL_LATE_FEE }],
  };
}

function growthFactor({ annualEffectiveRate }: Input, days: number): number {
  return (1 + Number(annualEffectiveRate)) ** (days / 365) - 1;
}

function growth(input: Input, principal: Fen, days: number): Fen {
  return fen(Math.round(principal * growthFactor(input, days)));
}
