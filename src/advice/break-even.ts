/** The break-even payment: the smallest constant payment per cycle with which the debt never grows beyond what it is now. */

import { type Opening, openLoan } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { cycleDay, cycleDaysUntil } from "../loan/budget.ts";
import { addDays, addMonths, CENTURY_DAYS, DAYS_OF_LONGEST_MONTH, type Day, latest } from "../loan/day.ts";
import { type Agreement, type Events, NO_EVENTS } from "../loan/events.ts";
import { type Cycle, EVERY_DAY, type Loan, plainStream } from "../loan/loan.ts";
import { BALANCE_LIMIT, type Fen, subtract } from "../loan/money.ts";
import type { DayCount, Terms } from "../loan/terms.ts";
import { type Attempt, smallestReaching } from "./goal-seek.ts";

export interface BreakEvenPayment {
  /** Null where no payment does: what grows is not taken before it is due. */
  readonly amount: Fen | null;
  readonly cycle: Cycle;
  /** It is looked at to this day. */
  readonly until: Day;
  /** What comes after that day is alike, so that it need not be said. */
  readonly isAlikeLater: boolean;
  /** With it the debt grows from that day on, so that one day more is owed than now. */
  readonly growsLater: boolean;
}

/** How long after the last due date the debt is looked at: a tier, a grace or a fee may still lie ahead then. */
const MONTHS_AFTER_LAST_DUE = 12;

/**
 * The smallest constant payment of the cycle of the payments given (else a day), from the next cycle on, with which the
 * total owed, less interest not yet earned, is at no cycle's end greater than at `asOf`; one fen less leaves more.
 * What is agreed on `asOf` holds for it; no other payment counts. It is looked at to a year after the last due date; where
 * a term changes after that, for a century.
 */
export function breakEvenPayment(
  loan: Loan,
  events: CycleAndAgreed,
  opening: Opening = openLoan(loan),
): BreakEvenPayment {
  const look = lookAhead(loan, events, opening);
  const { cycle, until } = look;
  const amount = smallestHolding(look);
  const isAlike = isAlikeLater(cycle, loan);
  const growsLater = amount !== null && isAlike && growsAfter(amount, loan, look);
  return { amount, cycle, until, isAlikeLater: isAlike && !growsLater, growsLater };
}

/** The amount of it alone. */
export function breakEvenAmount(loan: Loan, events: CycleAndAgreed): Fen | null {
  return smallestHolding(lookAhead(loan, events, openLoan(loan)));
}

/** What of the events counts: the cycle of the payments, and what is agreed. */
type CycleAndAgreed = Pick<Events, "streams" | "agreements">;

/** How payments that are tried are looked at, and to which day. */
interface LookAhead {
  readonly asOf: Day;
  readonly cycle: Cycle;
  readonly until: Day;
  /** How many payments there are until then, each of which ends a cycle. */
  readonly count: number;
  /** The day from which on nothing but such payments lowers the debt. */
  readonly onlyPaymentsFrom: Day;
  /** The loan with a payment each time. */
  readonly paying: (amount: Fen) => Run;
}

function lookAhead(loan: Loan, { streams, agreements }: CycleAndAgreed, opening: Opening): LookAhead {
  const { asOf } = loan;
  const cycle = streams[0]?.cycle ?? EVERY_DAY;
  const agreed = agreements.filter(({ date }) => date === asOf);
  const lastDue = lastDueOf(loan, agreed, opening);
  const lastChanged = lastChange(loan, agreed, lastDue);
  const until = horizonOf(loan, lastDue, lastChanged);
  // Until then a waiver lowers the debt too, and an agreement that breaks may do so.
  const onlyPaymentsLower = agreed.every(({ kind }) => kind !== "agreement") && loan.waivers.length === 0;
  return {
    asOf,
    cycle,
    until,
    count: countUntil(asOf, cycle, until),
    onlyPaymentsFrom: onlyPaymentsLower ? asOf : addDays(lastChanged, 1),
    paying: (amount) => {
      const streams = amount === 0 ? [] : [plainStream(cycle, [amount], cycleDay(cycle, asOf, 1))];
      return new Run(loan, { ...NO_EVENTS, agreements: agreed, streams }, opening);
    },
  };
}

function smallestHolding(look: LookAhead): Fen | null {
  const attempt = (amount: Fen): Attempt<null> => ({ shortfall: shortfallOf(look, amount), result: null });
  return smallestReaching({ attempt, start: ({ shortfall }) => shortfall, most: BALANCE_LIMIT })?.amount ?? null;
}

/** The end of a cycle, after a day, at which most is owed if the payments given go on; null where there is none. */
export function mostOwedAtCycleEnds(
  loan: Loan,
  events: Events,
  { cycle, after, until }: { readonly cycle: Cycle; readonly after: Day; readonly until: Day },
): { readonly on: Day; readonly owed: Fen } | null {
  const run = new Run(loan, events);
  let most: { readonly on: Day; readonly owed: Fen } | null = null;
  const count = countUntil(loan.asOf, cycle, until);
  for (let number = 1; number <= count; number += 1) {
    const end = cycleDay(cycle, loan.asOf, number);
    run.advance(end);
    const owed = subtract(run.owed, run.unearned);
    if (end > after && owed > (most?.owed ?? -1)) most = { on: end, owed };
    if (run.isOver) break;
  }
  return most;
}

/**
 * Whether the debt grows when the last end of a cycle is past. No term changes any more, so that what does not grow in a
 * month then never does: what is paid each time takes all that accrues, or more and more of it. Where that is not sure, it
 * is looked at for a century.
 */
function growsAfter(amount: Fen, { asOf, terms }: Loan, look: LookAhead): boolean {
  const { cycle, until } = look;
  const century = addDays(asOf, CENTURY_DAYS);
  if (cycle.kind !== "days" || until >= century) return false;
  if (!isAlikeEachMonth(terms)) return shortfallOf({ ...look, count: countUntil(asOf, cycle, century) }, amount) > 0;
  const { count } = look;
  const run = look.paying(amount);
  run.advance(cycleDay(cycle, asOf, count));
  const then = run.owed - run.unearned;
  run.advance(cycleDay(cycle, asOf, count + Math.ceil(DAYS_OF_LONGEST_MONTH / cycle.days)));
  return run.owed - run.unearned > then;
}

/**
 * Penalty that bears grows while payments go to what bears nothing, such as fees; and where months count, of a fee or of
 * the nights, a short one weighs more against payments counted in days.
 */
function isAlikeEachMonth({ compound, lateFees, dayCount }: Terms): boolean {
  return compound !== "all" && lateFees.every(({ each }) => each !== "month") && ALIKE_EACH_NIGHT.has(dayCount);
}

/** With these a night bears the same all year long. */
const ALIKE_EACH_NIGHT: ReadonlySet<DayCount> = new Set(["actual/360", "actual/365", "actual/365.25"]);

/** Months differ in length, and under `actual/actual` years do too: a later one may bear more than those looked at. */
function isAlikeLater(cycle: Cycle, { terms }: Loan): boolean {
  return cycle.kind === "days" && terms.dayCount !== "actual/actual";
}

/**
 * By how much each payment is too small, if a fen more in each leaves as many fen less owed: the largest shortfall for each
 * payment, over all ends of cycles. 0 or less where the debt is at no end of a cycle larger than at the start.
 *
 * From where nothing but these payments lowers the debt, not every end has to be looked at. If the debt is then found
 * smaller than at the start by more than all that was paid since the last look, it cannot have been larger in between.
 */
function shortfallOf(look: LookAhead, amount: Fen, looksAtEachEnd = amount === 0): number {
  const { asOf, cycle, count, onlyPaymentsFrom, paying } = look;
  const run = paying(amount);
  const before = run.owed - run.unearned;
  // Once the debt has grown the answer is no, and by how much is only an estimate: a few ends of cycles are enough for it.
  const some = Math.ceil(count / ESTIMATES);
  let most = Number.NEGATIVE_INFINITY;
  let step = 1;
  for (let number = 1; number <= count; number += step) {
    if (run.isOver && number > 1) break;
    const end = cycleDay(cycle, asOf, number);
    run.advance(end);
    const more = run.owed - run.unearned - before;
    const isSure = more > 0 || step === 1 || looksAtEachEnd || more + (step + 1) * amount <= 0;
    if (most <= 0 && !isSure) return shortfallOf(look, amount, true);
    most = Math.max(most, Math.ceil(more / number));
    if (most > 0) step = some;
    else if (!looksAtEachEnd && end >= onlyPaymentsFrom) {
      step = Math.max(1, Math.min(Math.floor(-more / (2 * amount)), count - number));
    }
  }
  return run.limitReachedOn === null ? most : Math.max(1, most);
}

/** At least one is looked at. */
function countUntil(asOf: Day, cycle: Cycle, until: Day): number {
  return Math.max(1, cycleDaysUntil(cycle, asOf, until));
}

const ESTIMATES = 12;

function horizonOf(loan: Loan, lastDue: Day, lastChanged: Day): Day {
  const ofContract = addMonths(lastDueOfContract(loan), MONTHS_AFTER_LAST_DUE);
  return lastChanged <= ofContract ? addMonths(lastDue, MONTHS_AFTER_LAST_DUE) : addDays(loan.asOf, CENTURY_DAYS);
}

function lastDueOfContract({ asOf, instalments }: Loan): Day {
  return latest(asOf, instalments.at(-1)?.due ?? asOf);
}

/** An agreement has due dates of its own; those of the loan hold again where it breaks. */
function lastDueOf(loan: Loan, agreed: readonly Agreement[], opening: Opening): Day {
  const ofContract = lastDueOfContract(loan);
  if (agreed.length === 0) return ofContract;
  return latest(ofContract, new Run(loan, { ...NO_EVENTS, agreements: agreed }, opening).totals().lastDue);
}

/** The last day on which a term changes: on its date, or when the last instalment is overdue for so many days. */
function lastChange({ terms, charges, waivers }: Loan, agreed: readonly Agreement[], lastDue: Day): Day {
  const { grace, penalty, orderAfter, lateFees, rates } = terms;
  const daysOverdue = [
    grace.days,
    ...penalty.map(({ fromDaysOverdue }) => fromDaysOverdue),
    ...orderAfter.map((row) => row.daysOverdue),
    ...lateFees.map(({ afterDaysOverdue, graceDays }) => afterDaysOverdue + (graceDays ?? grace.days)),
    ...agreed.flatMap(daysOverdueUnder),
  ];
  const days = [
    addDays(lastDue, Math.max(...daysOverdue)),
    ...rates.flatMap(({ from }) => from ?? []),
    ...charges.map(({ date }) => date),
    ...waivers.map(({ date }) => date),
  ];
  return days.reduce(latest);
}

function daysOverdueUnder(agreement: Agreement): readonly number[] {
  switch (agreement.kind) {
    case "agreement":
      return [agreement.graceDays];
    case "refinancing":
      return agreement.penalty.map(({ fromDaysOverdue }) => fromDaysOverdue);
    case "deferral":
    case "settlement":
      return [];
    default:
      return agreement satisfies never;
  }
}
