/** What the lender adds on a day in the reference model: fees for missed instalments, and dated charges. */

import type { Day } from "../../src/loan/day.ts";
import type { DatedCharge, LateFee, Terms } from "../../src/loan/loan.ts";
import { type Amounts, noAmounts, owedOf, type Part } from "./accounts.ts";
import { monthsLater } from "./calendar.ts";
import { exact, roundedHalfUp, times } from "./exact.ts";

/** Fees by rule, for instalments of which anything was unpaid at the close of the day before. */
export function chargeLateFees(terms: Terms, parts: readonly Part[], atClose: readonly Part[], day: Day): Amounts {
  const charged = noAmounts();
  for (const [index, part] of parts.entries()) {
    const before = atClose[index];
    if (before === undefined || owedOf(before) === 0n) continue;
    for (const rule of terms.lateFees) {
      if (!fallsOn(terms, rule, part.due, day)) continue;
      const fee = feeFor(rule, before);
      part.accounts.fee.owed += fee;
      charged.fee += fee;
    }
  }
  return charged;
}

/** The day after due date and grace; for a monthly fee also that day counted from the due date of each later month. */
function fallsOn(terms: Terms, rule: LateFee, due: Day, day: Day): boolean {
  const wait = terms.grace.days + 1;
  if (rule.each === "instalment") return day === due + wait;
  let months = 0;
  while (monthsLater(due, months) + wait < day) months += 1;
  return monthsLater(due, months) + wait === day;
}

function feeFor(rule: LateFee, { accounts }: Part): bigint {
  let fee = chargeFor(rule.charge, accounts.principal.owed, accounts.interest.owed);
  if (rule.minimum !== null && fee < BigInt(rule.minimum)) fee = BigInt(rule.minimum);
  if (rule.maximum !== null && fee > BigInt(rule.maximum)) fee = BigInt(rule.maximum);
  return fee;
}

function chargeFor(charge: LateFee["charge"], principal: bigint, interest: bigint): bigint {
  switch (charge.kind) {
    case "fixed":
      return BigInt(charge.amount);
    case "percent": {
      const base = charge.of === "instalment" ? principal + interest : principal;
      return roundedHalfUp(times(exact(base, 1n), exact(charge.share.numerator, charge.share.denominator)));
    }
    default:
      return charge satisfies never;
  }
}

/** A dated charge is owed with the instalment in whose period it falls; after the last due date with the last. */
export function addDatedCharges(charges: readonly DatedCharge[], parts: readonly Part[], day: Day): Amounts {
  const charged = noAmounts();
  for (const { date, amount, component } of charges) {
    if (date !== day) continue;
    const part = parts.find(({ due }) => due >= day) ?? parts.at(-1);
    if (part === undefined) throw new Error("a loan has at least one instalment");
    part.accounts[component].owed += BigInt(amount);
    charged[component] += BigInt(amount);
  }
  return charged;
}

/** The whole loan is called: what is not yet due falls due on that day. */
export function callTheLoan(parts: readonly Part[], day: Day): void {
  for (const part of parts) {
    if (part.due > day) part.due = day;
  }
}
