/** The break-even payment: the smallest constant payment per cycle with which the debt never grows beyond what it is now. */

import { type Opening, openLoan } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { addDays, CENTURY_DAYS, type Day, dayInMonth, earliest, latest } from "../loan/day.ts";
import { type Agreement, type Events, NO_EVENTS } from "../loan/events.ts";
import { type Cycle, EVERY_DAY, type Loan, type PaymentStream, plainStream } from "../loan/loan.ts";
import { BALANCE_LIMIT, type Fen } from "../loan/money.ts";
import type { DayCount } from "../loan/terms.ts";
import { type Attempt, smallestReaching } from "./goal-seek.ts";

export interface BreakEvenPayment {
  /** Null where no payment does: what grows is not taken before it is due. */
  readonly amount: Fen | null;
  readonly cycle: Cycle;
}

/**
 * The smallest constant payment of the cycle of the payments given (else a day), from the next cycle on, with which the
 * total owed, less interest not yet earned, is at no cycle's end greater than at `asOf`; one fen less leaves more.
 * What is agreed on `asOf` holds for it; no other payment counts. It is looked at as far as terms change, and on until
 * neither what is owed nor what that bears rises any more, at most for a century.
 */
export function breakEvenPayment(
  loan: Loan,
  { streams, agreements }: Pick<Events, "streams" | "agreements">,
  opening: Opening = openLoan(loan),
): BreakEvenPayment {
  const cycle = streams[0]?.cycle ?? EVERY_DAY;
  const agreed = agreements.filter(({ date }) => date === loan.asOf);
  const ends = cycleEnds(loan, agreed, cycle, opening);
  // An agreement that breaks may do so too.
  const onlyPaymentsLower = agreed.every(({ kind }) => kind !== "agreement") && loan.waivers.length === 0;
  const attempt = (amount: Fen): Attempt<null> => {
    const streams = amount === 0 ? [] : [constantPayment(loan.asOf, cycle, amount)];
    const start = (): Run => new Run(loan, { ...NO_EVENTS, agreements: agreed, streams }, opening);
    return { shortfall: shortfallOf(start, ends, onlyPaymentsLower && amount > 0 ? amount : null), result: null };
  };
  const found = smallestReaching({ attempt, start: ({ shortfall }) => shortfall, most: BALANCE_LIMIT });
  return { amount: found?.amount ?? null, cycle };
}

/**
 * By how much each payment would have to be more, if a fen more in each leaves as many fen less owed: at the cycle's end
 * at which most is missing for each payment until then. Not above 0 where at none more is owed than at the start.
 *
 * Where payments of an amount are all that lowers the debt, ends are passed over at which it cannot have been greater than
 * at the start: at the next one looked at it is less than that by more than all that was paid since the one before.
 */
function shortfallOf(start: () => Run, ends: CycleEnds, paid: Fen | null): number {
  const run = start();
  const before = run.owed - run.unearned;
  const horizon = Math.min(ends.last, ends.settled + ends.stretch);
  let most = Number.NEGATIVE_INFINITY;
  let step = 1;
  let until = ends.last;
  let mark = ends.settled;
  let marked: Standing | null = null;
  for (let index = 0; index <= until; index += step) {
    if (run.isOver && index > 0) break;
    run.advance(ends.at(index));
    const more = run.owed - run.unearned - before;
    const isSure = more > 0 || step === 1 || paid === null || more + (step + 1) * paid <= 0;
    if (most <= 0 && !isSure) return shortfallOf(start, ends, null);
    const wasEnough = most <= 0;
    most = Math.max(most, Math.ceil(more / (index + 1)));
    if (most > 0) {
      // The answer is no, and by how much is an estimate: not every cycle's end has to be looked at.
      if (wasEnough) {
        until = Math.min(ends.last, Math.max(horizon, 2 * index));
        step = Math.ceil((until + 1) / ESTIMATES);
      }
      continue;
    }
    if (index === mark) {
      mark += ends.stretch;
      const standing = { owed: run.owed, bears: run.chargesUntil(ends.at(mark)).numerator };
      const hasRisen = marked === null || standing.owed > marked.owed || standing.bears > marked.bears;
      if (!hasRisen && !ends.mayBearMore(run)) break;
      marked = standing;
    }
    if (paid !== null) step = Math.max(1, Math.min(Math.floor(-more / (2 * paid)), Math.min(mark, ends.last) - index));
  }
  return run.limitReachedOn === null ? most : Math.max(1, most);
}

/** What is owed, and what it bears until the next look if nothing changes. */
interface Standing {
  readonly owed: number;
  readonly bears: bigint;
}

const ESTIMATES = 12;

function constantPayment(asOf: Day, cycle: Cycle, amount: Fen): PaymentStream {
  return plainStream(cycle, [amount], addDays(asOf, cycle.kind === "days" ? cycle.days : 1));
}

/** The days of the payments: each ends a cycle. */
interface CycleEnds {
  readonly at: (index: number) => Day;
  /** The first one from which on no term changes. */
  readonly settled: number;
  /** After so many cycles the same nights come again. */
  readonly stretch: number;
  /** The last one of a century. */
  readonly last: number;
  /** Paying as much as is borne may yet raise what bears. */
  readonly mayBearMore: (run: Run) => boolean;
}

const YEAR_DAYS = 365;
/** From one leap day to the next; as many cycles of any number of days come out even with the calendar. */
const LEAP_CYCLE_MONTHS = 48;
const LEAP_CYCLE_DAYS = 1461;

function cycleEnds(loan: Loan, agreed: readonly Agreement[], cycle: Cycle, opening: Opening): CycleEnds {
  const { asOf } = loan;
  const settledOn = lastChange(loan, agreed, opening);
  const end = addDays(asOf, CENTURY_DAYS);
  const mayBearMore = (run: Run): boolean => mayTurnDearer(loan, run);
  if (cycle.kind === "days") {
    const { days } = cycle;
    const endsBy = (day: Day): number => Math.floor((day - asOf) / days);
    return {
      at: (index) => addDays(asOf, (index + 1) * days),
      settled: endsBy(earliest(settledOn, end)),
      stretch: isEven(loan, agreed) ? Math.ceil(YEAR_DAYS / days) : LEAP_CYCLE_DAYS,
      last: Math.max(0, endsBy(end) - 1),
      mayBearMore,
    };
  }
  const { dayOfMonth } = cycle;
  const first = dayInMonth(asOf, 0, dayOfMonth) > asOf ? 0 : 1;
  const at = (index: number): Day => dayInMonth(asOf, first + index, dayOfMonth);
  const last = Math.floor(CENTURY_DAYS / YEAR_DAYS) * 12 - 1;
  let settled = 0;
  while (settled < last && at(settled) < settledOn) settled += 1;
  return { at, settled, stretch: LEAP_CYCLE_MONTHS, last, mayBearMore };
}

/** The last day on which a term changes: by its date, or by the days overdue of what falls due last. */
function lastChange(loan: Loan, agreed: readonly Agreement[], opening: Opening): Day {
  const { asOf, instalments, terms, charges, waivers } = loan;
  const { grace, penalty, orderAfter, lateFees, rates } = terms;
  // An agreement has due dates of its own; those of the loan hold again where it breaks.
  const dues = [asOf, ...instalments.map(({ due }) => due)];
  if (agreed.length > 0) dues.push(new Run(loan, { ...NO_EVENTS, agreements: agreed }, opening).lastDue);
  const daysOverdue = [
    grace.days,
    ...penalty.map(({ fromDaysOverdue }) => fromDaysOverdue),
    ...orderAfter.map((row) => row.daysOverdue),
    ...lateFees.map(({ afterDaysOverdue, graceDays }) => afterDaysOverdue + (graceDays ?? grace.days)),
    ...agreed.flatMap(daysOverdueUnder),
  ];
  const days = [
    addDays(dues.reduce(latest), Math.max(...daysOverdue)),
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

/** Nothing depends on months and years: every cycle of so many days is as any other. */
function isEven({ terms }: Loan, agreed: readonly Agreement[]): boolean {
  const counts = agreed.flatMap((agreement) => ("dayCount" in agreement ? agreement.dayCount : []));
  return (
    [terms.dayCount, ...counts].every((count) => EVEN_NIGHTS.has(count)) &&
    terms.compoundRests === "day" &&
    terms.lateFees.every(({ each }) => each !== "month")
  );
}

/**
 * Where all charges bear compound, a payment that goes to what bears nothing, or less, leaves more that bears: fees, or
 * anything where not all bears the same. Elsewhere what bears never grows once all has fallen due.
 */
function mayTurnDearer({ terms }: Loan, run: Run): boolean {
  const { compound, compoundRate, penaltyBase, caps } = terms;
  if (compound !== "all") return false;
  const bearsAlike = compoundRate.kind === "penalty" && penaltyBase !== "borrowed";
  return !bearsAlike || caps.some(({ kind }) => kind === "rate") || run.amounts("owed").fee > 0;
}

const EVEN_NIGHTS: ReadonlySet<DayCount> = new Set(["actual/360", "actual/365", "actual/365.25"]);
