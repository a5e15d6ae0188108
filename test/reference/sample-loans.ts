/** Small loans and payments for tests that can be checked by hand. */

import { addDays, type Day, day } from "../../src/loan/day.ts";
import { type InstalmentAgreement, WAIVE_NOTHING } from "../../src/loan/events.ts";
import {
  EVERY_DAY,
  type Instalment,
  type Loan,
  type Payment,
  type PaymentStream,
  plainStream,
} from "../../src/loan/loan.ts";
import { type Fen, fen, ZERO } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { multipleOfContractRate, type Terms } from "../../src/loan/terms.ts";
import { NO_SPECIAL_TERMS, NOTHING_ELSE, paymentOf } from "../plain.ts";

export const AS_OF = day("2026-11-22");

/** 0.05 % a day, penalty 1.5 times that, charges before principal. */
export const PLAIN_TERMS: Terms = {
  rates: [{ from: null, rate: rate(1n, 2000n, "day") }],
  interest: "accrued",
  penalty: multipleOfContractRate(fraction(3n, 2n)),
  penaltyBase: "overdue-principal",
  compound: "interest",
  dayCount: "actual/360",
  grace: { days: 0, kind: "waive" },
  order: ["fee", "penalty", "compound", "interest", "principal"],
  ...NO_SPECIAL_TERMS,
};

/** Interest stopped, 36 equal months from the day of the balances, nothing waived. */
export function agreementOf(how: Partial<InstalmentAgreement> = {}): InstalmentAgreement {
  return {
    kind: "agreement",
    date: AS_OF,
    waive: WAIVE_NOTHING,
    charges: "spread",
    months: 36,
    method: { kind: "equal-instalments" },
    rate: rate(0n, 1n, "year"),
    dayCount: "period",
    pauseMonths: 0,
    graceDays: 0,
    onBreak: "restore",
    unearned: "leave-out",
    down: null,
    ...how,
  };
}

export function yuan(amount: number): Fen {
  return fen(Math.round(amount * 100));
}

export function instalment(due: Day, principal: number, charges: Partial<Instalment> = {}): Instalment {
  return { due, principal: yuan(principal), interest: ZERO, penalty: ZERO, compound: ZERO, fee: ZERO, ...charges };
}

export function loanOf(instalments: readonly Instalment[], terms: Partial<Terms> = {}): Loan {
  return {
    name: null,
    asOf: AS_OF,
    instalments,
    borrowed: yuan(50_000),
    terms: { ...PLAIN_TERMS, ...terms },
    charges: [],
    accelerateOn: null,
    ...NOTHING_ELSE,
  };
}

/** Overdue for ninety days, with the penalty of that time. */
export const overdue = loanOf([instalment(addDays(AS_OF, -90), 50_000, { penalty: yuan(3_375) })]);

export function everyDay(...amounts: readonly number[]): PaymentStream {
  return plainStream(EVERY_DAY, amounts.map(yuan), addDays(AS_OF, 1));
}

export function paymentOn(date: Day, amount: number, how: Partial<Payment> = {}): Payment {
  return { ...paymentOf(date, yuan(amount)), ...how };
}
