/** A total that a lender states without its parts, divided in the proportion in which the terms would make it up. */

import { type ByComponent, byComponent, CHARGES, type Charge, chargesOf } from "../loan/components.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, fen, subtract, sum, ZERO } from "../loan/money.ts";
import { owedOn } from "./relief-request.ts";

interface StatedTotal {
  /** What lies above the principal, in parts that add up to it. */
  readonly charges: ByComponent;
  readonly stated: Fen;
  /** What the terms come to for the same days. */
  readonly computed: Fen;
}

/** The principal is the loan's, and all that is stated beyond it is charges; `total` is at least the principal. */
export function statedTotal(loan: Loan, total: Fen): StatedTotal {
  const owed = owedOn(loan, loan.asOf);
  const stated = subtract(total, owed.principal);
  return { charges: inProportion(stated, owed), stated, computed: chargesOf(owed) };
}

/** Divided by what each charge comes to; the largest takes the odd fen. Where the terms give no charges it is all interest. */
function inProportion(amount: Fen, owed: ByComponent): ByComponent {
  const computed = chargesOf(owed);
  const largest = CHARGES.reduce<Charge>((first, next) => (owed[next] > owed[first] ? next : first), "interest");
  const partOf = (charge: Charge): Fen =>
    computed === 0 ? ZERO : fen(Number((BigInt(amount) * BigInt(owed[charge])) / BigInt(computed)));
  const others = sum(CHARGES.filter((charge) => charge !== largest).map(partOf));
  return byComponent((component) => {
    if (component === "principal") return ZERO;
    return component === largest ? subtract(amount, others) : partOf(component);
  });
}
