/**
 * The instalments of an agreement during which something is charged or waived on given dates: what the engine pays if the
 * agreement is kept to its end.
 */

import type { AgreedInstalment } from "../ledger/agreed-schedule.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import { simulate } from "../ledger/run.ts";
import { addDays, type Day, latest } from "../loan/day.ts";
import { type Events, type InstalmentAgreement, withAgreement } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { add, type Fen, least, subtract, sum, ZERO } from "../loan/money.ts";

/** The loan without charges and waivers dated after an agreement; on its own day only waivers come after it. */
export function withoutDatedIn(loan: Loan, date: Day): Loan {
  const charges = loan.charges.filter((charge) => charge.date <= date);
  const waivers = loan.waivers.filter((waiver) => waiver.date < date);
  const isWhole = charges.length === loan.charges.length && waivers.length === loan.waivers.length;
  return isWhole ? loan : { ...loan, charges, waivers };
}

interface ScheduleBesideDated {
  /** The instalments that ask for something, and what is charged after the last of them. */
  readonly schedule: readonly AgreedInstalment[];
  /** Null where a balance passed the engine's limit. */
  readonly clearedOn: Day | null;
  readonly limitReachedOn: Day | null;
}

/** Whether something is charged or waived between the beginning of an agreement and the day on which it clears the loan. */
export function isDatedIn(loan: Loan, begins: Day, clearedOn: Day): boolean {
  const { charges, waivers } = withoutDatedIn(loan, addDays(clearedOn, 1));
  const before = withoutDatedIn(loan, begins);
  return charges.length > before.charges.length || waivers.length > before.waivers.length;
}

/** `agreed`: what the instalments would be if nothing were dated. */
export function scheduleBesideDated(
  loan: Loan,
  agreement: InstalmentAgreement,
  before: Events,
  agreed: readonly AgreedInstalment[],
): ScheduleBesideDated {
  const events = withAgreement(before, agreement);
  const rows: LedgerRow[] = [];
  const dates = [...agreed.map(({ due }) => due), ...loan.charges.map(({ date }) => date)];
  const until = dates.reduce<Day>(latest, agreement.date);
  const { clearedOn, limitReachedOn } = simulate(loan, events, { until, onRow: (row) => rows.push(row) });
  const schedule: AgreedInstalment[] = [];
  let accrued: Fen = ZERO;
  for (const row of rows.filter(({ date }) => date > agreement.date)) {
    accrued = add(accrued, row.accrued.interest);
    if (row.payment === 0) continue;
    schedule.push(paidOn(row, interestAsked(agreement, agreed, row, accrued)));
    accrued = ZERO;
  }
  return { schedule, clearedOn, limitReachedOn };
}

/** Interest of the agreement itself: what has accrued since the instalment before, or is fixed for this one. */
function interestAsked(
  { method }: InstalmentAgreement,
  agreed: readonly AgreedInstalment[],
  { date }: LedgerRow,
  accrued: Fen,
): Fen {
  if (method.kind !== "flat") return accrued;
  return sum(agreed.filter(({ due }) => due === date).map(({ interest }) => interest));
}

function paidOn({ date, payment, to }: LedgerRow, asked: Fen): AgreedInstalment {
  const interest = least(asked, to.interest);
  return { due: date, principal: to.principal, charges: subtract(subtract(payment, to.principal), interest), interest };
}
