/** The plan of an agreement: what is owed when it begins, what is waived, and what is to be paid when. */

import { JUDICIAL_LINE } from "../law/cost-lines.ts";
import { type AgreedInstalment, agreedSchedule } from "../ledger/agreed-schedule.ts";
import { Run, simulate } from "../ledger/run.ts";
import { expectDay } from "../ledger/well-formed.ts";
import { type ByComponent, byComponent, chargesOf, subtractAmounts } from "../loan/components.ts";
import { addDays, type Day } from "../loan/day.ts";
import { type Events, eventsBefore, type InstalmentAgreement, NO_EVENTS } from "../loan/events.ts";
import { bearsNothing, type Instalment, type Loan } from "../loan/loan.ts";
import { add, type Fen, least, shareOf, subtract, sum, ZERO } from "../loan/money.ts";
import { earnedIn } from "./charges-earned.ts";
import { amountAbove, yearlyCost } from "./cost-of-arrears.ts";
import { limitationOf } from "./limitation-of-run.ts";
import { isDatedIn, scheduleBesideDated, withoutDatedIn } from "./schedule-beside-dated.ts";
import { takenOver } from "./taken-over.ts";

/** What is agreed, in figures. */
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
  /** Interest not yet earned, which the agreement does not take over; 0 where it does. It is no part of `owed`. */
  readonly unearned: Fen;
  readonly waived: ByComponent;
  /** Paid on the agreement's date, before the rest is spread. */
  readonly down: Fen;
  /**
   * The instalments that ask for something: a few fen over many months leave some without. What is charged and waived on
   * dates once the agreement has begun is in them, and stands behind the last where it is charged later.
   */
  readonly schedule: readonly AgreedInstalment[];
  /** All that is to be paid, in order: what is paid at once, if anything, and the instalments. */
  readonly payments: readonly AgreedInstalment[];
  readonly totalToPay: Fen;
  /** The day from which nothing is owed any more, if it is kept. */
  readonly clearedOn: Day;
  /** The instalments count what is charged or waived on dates once it has begun. */
  readonly isBesideDated: boolean;
  /** Nothing accrues under the terms there are: nothing could be asked to stop. */
  readonly bearsNothing: boolean;
  /** Charges above 24 % a year are owed by the terms that the agreement replaces, or fees whose time is not known. */
  readonly mayExceed24: boolean;
  /** The three years of limitation had ended at the loan's `asOf`, by what is known. */
  readonly hasLimitationRunOut: boolean;
  /** A balance passed the engine's limit: there is no whole schedule; null where none did. */
  readonly limitReachedOn: Day | null;
}

/** The instalment that asks for most, where it is not the first: a last one that takes the rest, or the charges. */
export function largerThanFirst({ schedule }: AgreementPlan): { readonly due: Day; readonly amount: Fen } | null {
  const [first] = schedule;
  if (first === undefined) return null;
  const largest = schedule.reduce((most, next) => (amountOf(next) > amountOf(most) ? next : most), first);
  return largest === first ? null : { due: largest.due, amount: amountOf(largest) };
}

/** Several instalments in a row that ask for the same amount. */
export interface EqualInstalments {
  readonly count: number;
  readonly amount: Fen;
}

/** The plan of an agreement dated on the loan's `asOf` or later; what is given is paid until it begins. */
export function agreementPlan(loan: Loan, agreement: InstalmentAgreement, given: Events = NO_EVENTS): AgreementPlan {
  expectDay("agreement.date", agreement.date);
  if (agreement.date < loan.asOf) throw new Error("an agreement begins before the loan's balances hold");
  const before = eventsBefore(given, agreement.date);
  const asAgreed = withoutDatedIn(loan, agreement.date);
  const run = new Run(asAgreed, before).advance(agreement.date);
  const totals = run.totals();
  const { closing, payments: paidBefore, limitReachedOn } = totals;
  const owed = takenOver(run, agreement.unearned);
  const unearned = subtract(closing.interest, owed.interest);
  const ahead = notYetDue(loan, agreement.date);
  const waived = waivedOf(owed, agreement);
  const kept = subtractAmounts(owed, waived);
  const left = agreement.down === null ? kept : afterDown(asAgreed, agreement, before);
  const agreed = limitReachedOn === null ? agreedSchedule(agreement, left.principal, chargesOf(left)) : [];
  const beside = loan === asAgreed ? null : scheduleBesideDated(loan, agreement, before, agreed);
  const atOnce = subtractAmounts(kept, left);
  const first = { due: agreement.date, principal: atOnce.principal, charges: chargesOf(atOnce), interest: ZERO };
  const schedule = (beside?.schedule ?? agreed).filter(asksForSomething);
  const payments = [first, ...schedule].filter(asksForSomething);
  const clearedOn = beside?.clearedOn ?? schedule.at(-1)?.due ?? totals.clearedOn ?? agreement.date;
  return {
    loanName: loan.name,
    asOf: loan.asOf,
    agreement,
    before,
    paidBefore,
    daysOverdue: run.daysOverdue,
    owed,
    principalNotYetDue: run.principalNotYetDue,
    interestNotYetDue: least(fixedInterest(loan, ahead, unearned), owed.interest),
    unearned,
    waived,
    down: amountOf(first),
    schedule,
    payments,
    totalToPay: sum(payments.map(amountOf)),
    clearedOn,
    isBesideDated: isDatedIn(loan, agreement.date, clearedOn),
    bearsNothing: bearsNothing(loan),
    mayExceed24: owed.fee > 0 || exceeds24(loan, before, agreement.date),
    hasLimitationRunOut: limitationOf(loan, before, totals).ranOutOn !== null,
    limitReachedOn: limitReachedOn ?? beside?.limitReachedOn ?? null,
  };
}

/** Interest and monthly fees of the agreement itself, and their yearly rate on what is still to be paid under it. */
interface OwnCost {
  readonly amount: Fen;
  /** Null where nothing bears it, or what is charged or waived on dates is in the instalments too. */
  readonly yearly: number | null;
}

export function ownCost({ agreement, schedule, isBesideDated }: AgreementPlan): OwnCost {
  const bearing = ({ principal, charges }: AgreedInstalment): Fen =>
    agreement.charges === "spread" ? add(principal, charges) : principal;
  let left = sum(schedule.map(bearing));
  let from = agreement.date;
  let principalDays = 0n;
  for (const instalment of schedule) {
    principalDays += BigInt(left) * BigInt(instalment.due - from);
    from = instalment.due;
    left = subtract(left, bearing(instalment));
  }
  const amount = sum(schedule.map(({ interest }) => interest));
  return { amount, yearly: isBesideDated ? null : yearlyCost(amount, principalDays) };
}

/** A month is enough: by then a late fee has come, and penalty has run. */
const MONTH_DAYS = 30;

/** Whether the terms charge more in the month after a day, if nothing is paid. */
function exceeds24(loan: Loan, before: Events, date: Day): boolean {
  const run = new Run(loan, before).advance(date);
  const start = run.totals();
  const end = run.advance(addDays(date, MONTH_DAYS)).totals();
  const charges = subtract(earnedIn(loan, end), earnedIn(loan, start));
  return amountAbove(charges, end.principalDays - start.principalDays, JUDICIAL_LINE) > 0;
}

/**
 * What is left of each component once the first payment is made, by the order of the terms. How the rest is spread makes no
 * difference to that, so equal instalments stand for every method; a monthly fee would be counted on the same day.
 */
function afterDown(loan: Loan, agreement: InstalmentAgreement, before: Events): ByComponent {
  const spread: InstalmentAgreement = { ...agreement, method: { kind: "equal-instalments" } };
  const events = { ...before, agreements: [...before.agreements, spread] };
  return simulate(loan, events, { until: agreement.date }).closing;
}

/** What an instalment asks for in all. */
export function amountOf({ principal, charges, interest }: AgreedInstalment): Fen {
  return add(add(principal, charges), interest);
}

function asksForSomething(instalment: AgreedInstalment): boolean {
  return amountOf(instalment) > 0;
}

/** One of the payments of a plan. */
export interface NumberedPayment {
  /** 0 is what is paid at once, before the first instalment. */
  readonly number: number;
  readonly payment: AgreedInstalment;
  /** What is still to be paid after it. */
  readonly left: Fen;
}

export function numberedPayments({ payments, totalToPay, down }: AgreementPlan): readonly NumberedPayment[] {
  const firstNumber = down > 0 ? 0 : 1;
  let left = totalToPay;
  return payments.map((payment, index) => {
    left = subtract(left, amountOf(payment));
    return { number: firstNumber + index, payment, left };
  });
}

/** The schedule summed up for a sentence: 35 instalments of 1,388.89 and one of 1,388.85. */
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

/** More stretches are a schedule, and no sentence. */
const MOST_STRETCHES = 3;

/** The same for a sentence; null where there are too many for one. */
export function fewInstalments(schedule: readonly AgreedInstalment[]): readonly EqualInstalments[] | null {
  const groups = equalInstalments(schedule);
  return groups.length > MOST_STRETCHES ? null : groups;
}

/** Shares of each component as a whole, rounded half-up, as the engine waives them. */
function waivedOf(owed: ByComponent, { waive }: InstalmentAgreement): ByComponent {
  return byComponent((component) => shareOf(owed[component], waive[component]));
}

function notYetDue({ instalments, asOf, accelerateOn }: Loan, date: Day): readonly Instalment[] {
  const isCalled = accelerateOn !== null && accelerateOn > asOf && accelerateOn <= date;
  return instalments.filter(({ due }) => due > date && !isCalled);
}

/** Interest that accrues day by day is owed for days gone by; only what was fixed in advance is owed before its time. */
function fixedInterest({ terms }: Loan, ahead: readonly Instalment[], unearned: Fen): Fen {
  return terms.interest === "accrued" ? ZERO : subtract(sum(ahead.map(({ interest }) => interest ?? ZERO)), unearned);
}
