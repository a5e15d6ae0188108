/** Splits of one payment over one overdue pot of each component. */

import { expect } from "vitest";
import { addDays, day } from "../../src/loan/day.ts";
import { paymentOf } from "../plain.ts";
import { type ByPot, orderOf, type Strategy, splitOf } from "./allocation.ts";
import { type Case, testCases } from "./case-file.ts";
import { amount, instalmentOf, loanOf, QUIET_TERMS, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Input {
  readonly strategy: Strategy;
  readonly outstanding: ByPot;
  readonly payment: string;
}

interface Expected {
  readonly split: ByPot;
  readonly unallocated: string;
}

const DUE = day("2026-10-01");
const AS_OF = day("2026-11-22");

testCases<Input, Expected>("allocation-other.json", {
  skipped: {},
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  const { fees, penalties, interest, principal } = input.outstanding;
  const pot = instalmentOf(DUE, {
    fee: amount(fees),
    penalty: amount(penalties),
    interest: amount(interest),
    principal: amount(principal),
  });
  const by = input.strategy.mode === "by-component" ? "component" : "instalment";
  const loan = loanOf(AS_OF, [pot], { ...QUIET_TERMS, order: orderOf(input.strategy.order), by });
  const paidOn = addDays(AS_OF, 1);
  const row = runLoan(loan, paidOn, [paymentOf(paidOn, amount(input.payment))]).on(paidOn);
  expect(row && splitOf(row)).toEqual(expected.split);
  expect(row && text(row.unapplied)).toBe(expected.unallocated);
}
