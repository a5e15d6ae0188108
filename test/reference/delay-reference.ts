/**
 * Interest for delay in performing a judgment, night by night on the rows of the reference model. Written from the rule
 * (法释〔2014〕8号): 0.0175 % a day on what is unpaid of the judgment's debt without its interest (art 1), worked out anew at
 * each part payment (art 3); a payment goes to the debt first and to this last (art 4).
 */

import type { LedgerRow } from "../../src/ledger/ledger.ts";
import type { Day } from "../../src/loan/day.ts";
import type { Events } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { referenceRun } from "./reference-model.ts";

export interface ReferenceDelay {
  readonly accrued: number;
  readonly paid: number;
}

type Owed = Pick<LedgerRow["owed"], "principal" | "fee"> | { readonly principal: 0; readonly fee: 0 };

/** At the close of each day from `from` to `until`. */
export function referenceDelay(
  loan: Loan,
  events: Events,
  until: Day,
  { from, judgment }: { readonly from: Day; readonly judgment: number | null },
): ReadonlyMap<number, ReferenceDelay> {
  const { rows, opening } = referenceRun(loan, events, until);
  const byDate = new Map(rows.map((row) => [row.date as number, row]));
  // Rows end with the day on which the loan is cleared.
  const owedOn = (date: number): Owed =>
    date === loan.asOf ? opening : (byDate.get(date)?.owed ?? { principal: 0, fee: 0 });
  const { principal, fee } = owedOn(from);
  const debt = judgment ?? principal;
  const costs = Math.min(Math.max(0, debt - principal), fee);
  let [principalGone, feesGone] = [0, 0];
  let millionths = 0n;
  let paid = 0;
  const found = new Map<number, ReferenceDelay>([[from, { accrued: 0, paid: 0 }]]);
  for (let date: number = from + 1; date <= until; date += 1) {
    const before = owedOn(date - 1);
    const isOpen = Object.values(before).some((amount) => amount > 0);
    const unpaid = isOpen ? Math.max(0, debt - principalGone - Math.min(feesGone, costs)) : 0;
    millionths += BigInt(unpaid) * 175n;
    const accrued = Number((millionths + 500_000n) / 1_000_000n);
    const row = byDate.get(date);
    if (row !== undefined) {
      principalGone += row.to.principal + row.waived.principal;
      feesGone += row.to.fee + row.waived.fee;
    }
    const reached = row === undefined ? 0 : Object.values(row.to).reduce((sum: number, amount) => sum + amount, 0);
    const given = events.payments.filter((one) => one.date === date).reduce((sum, { amount }) => sum + amount, 0);
    paid += Math.min(given - reached, accrued - paid);
    found.set(date, { accrued, paid });
  }
  return found;
}
