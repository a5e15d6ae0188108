/** An agreement on paper: what is owed when it begins, what is waived, and what is to be paid when. */

import { type AgreedInstalment, agreedSchedule } from "../ledger/agreed-schedule.ts";
import { Run } from "../ledger/run.ts";
import type { Day } from "../loan/day.ts";
import { type Events, eventsBefore, type InstalmentAgreement, NO_EVENTS } from "../loan/events.ts";
import { type ByComponent, CHARGES, type Component, type Instalment, type Loan } from "../loan/loan.ts";
import { add, type Fen, least, shareOf, subtract, sum, ZERO } from "../loan/money.ts";

export interface AgreementPlan {
  readonly loanName: string | null;
  readonly asOf: Day;
  readonly agreement: InstalmentAgreement;
  /** What happens before the agreement's date, and what is paid in it. */
  readonly before: Events;
  readonly paidBefore: Fen;
  /** At the agreement's date; so are the amounts. */
  readonly daysOverdue: number;
  readonly owed: ByComponent;
  /** The parts of principal and interest owed that the contract has not made due by then. */
  readonly principalNotYetDue: Fen;
  readonly interestNotYetDue: Fen;
  readonly waived: ByComponent;
  /** The instalments that ask for something: a few fen over many months leave some without. */
  readonly schedule: readonly AgreedInstalment[];
  readonly totalToPay: Fen;
  /** A balance passed the engine's limit before the agreement's date: there is no schedule; null where none did. */
  readonly limitReachedOn: Day | null;
}

/** Several instalments in a row that ask for the same amount. */
export interface EqualInstalments {
  readonly count: number;
  readonly amount: Fen;
}

/** The plan of an agreement dated on the loan's `asOf` or later; what is given is paid until it begins. */
export function agreementPlan(loan: Loan, agreement: InstalmentAgreement, given: Events = NO_EVENTS): AgreementPlan {
  if (agreement.date < loan.asOf) throw new Error("an agreement begins before the loan's balances hold");
  const before = eventsBefore(given, agreement.date);
  const run = new Run(loan, before);
  run.advance(agreement.date);
  const { closing: owed, payments: paidBefore, limitReachedOn } = run.totals();
  const ahead = notYetDue(loan, agreement.date);
  const waived = waivedOf(owed, agreement);
  const kept = (component: Component): Fen => subtract(owed[component], waived[component]);
  const schedule = limitReachedOn === null ? agreedSchedule(agreement, kept("principal"), sum(CHARGES.map(kept))) : [];
  return {
    loanName: loan.name,
    asOf: loan.asOf,
    agreement,
    before,
    paidBefore,
    daysOverdue: run.daysOverdue,
    owed,
    principalNotYetDue: least(sum(ahead.map(({ principal }) => principal)), owed.principal),
    interestNotYetDue: least(fixedInterest(loan, ahead), owed.interest),
    waived,
    schedule: schedule.filter((instalment) => amountOf(instalment) > 0),
    totalToPay: sum(schedule.map(amountOf)),
    limitReachedOn,
  };
}

/** What an instalment asks for in all. */
export function amountOf({ principal, charges, interest }: AgreedInstalment): Fen {
  return add(add(principal, charges), interest);
}

/** The schedule as it is said in one breath: 35 of 1,388.89 and one of 1,388.85. */
export function equalInstalments(schedule: readonly AgreedInstalment[]): readonly EqualInstalments[] {
  const groups: EqualInstalments[] = [];
  for (const instalment of schedule) {
    const amount = amountOf(instalment);
    const last = groups.at(-1);
    if (last?.amount === amount) groups[groups.length - 1] = { count: last.count + 1, amount };
    else groups.push({ count: 1, amount });
  }
  return groups;
}

/** Shares of each component as a whole, rounded half-up, as the engine waives them. */
function waivedOf(owed: ByComponent, { waive }: InstalmentAgreement): ByComponent {
  return {
    fee: shareOf(owed.fee, waive.fee),
    penalty: shareOf(owed.penalty, waive.penalty),
    compound: shareOf(owed.compound, waive.compound),
    interest: shareOf(owed.interest, waive.interest),
    principal: shareOf(owed.principal, waive.principal),
  };
}

function notYetDue({ instalments, asOf, accelerateOn }: Loan, date: Day): readonly Instalment[] {
  const isCalled = accelerateOn !== null && accelerateOn > asOf && accelerateOn <= date;
  return instalments.filter(({ due }) => due > date && !isCalled);
}

/** Interest that accrues day by day is owed for days gone by; only what was fixed in advance is owed before its time. */
function fixedInterest({ terms }: Loan, ahead: readonly Instalment[]): Fen {
  return terms.interest === "accrued" ? ZERO : sum(ahead.map(({ interest }) => interest));
}
