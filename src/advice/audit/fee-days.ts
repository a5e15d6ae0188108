/** Fees that a statement lists on another day than the terms charge them: earlier or later, but not one too many. */

import { simulate } from "../../ledger/run.ts";
import type { Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { add, type Fen, subtract, sum, ZERO } from "../../loan/money.ts";
import type { AuditRow } from "./audit-row.ts";
import type { Replay } from "./replay.ts";

/** A fee in a line beyond what the terms charge on that day. */
interface FeeTooMuch {
  readonly line: number;
  readonly date: Day;
  readonly amount: Fen;
}

/** A line of a fee, or that part of one which the terms charge on a day of its own, and that day. */
export interface FeeOnOtherDay extends FeeTooMuch {
  readonly byTermsOn: Day;
  /** That day has lines of fees too, which say so much less than the terms give. */
  readonly isListedShort: boolean;
}

/** What the terms charge on a day and no line of that day lists: single fees, as far as they are known one by one. */
interface NotListed {
  readonly date: Day;
  readonly hasLines: boolean;
  amounts: readonly Fen[];
}

/** Lines one after the other that may be parts of one fee. */
const MOST_PARTS = 12;

/**
 * For each fee beyond the terms the nearest day on which the terms charge that amount, as one fee or as all fees of the day,
 * and no line lists it. A line that finds no such day by itself may find one together with the other lines of its day, or
 * with those that follow; or it lists in one sum what the terms charge on several days up to its own.
 */
export function feesOnOtherDays({ loan, events, rows }: Replay, until: Day): readonly FeeOnOtherDay[] {
  const listed = rows.filter(({ line, isReversed }) => line.kind === "fee" && !isReversed);
  const tooMuch = listed.flatMap(({ line: { line, date }, difference }) => {
    const amount = difference?.fee ?? ZERO;
    return amount > 0 ? [{ line, date, amount }] : [];
  });
  if (tooMuch.length === 0) return [];
  const notListed: NotListed[] = [];
  const listedOn = statedByDay(listed);
  simulate(loan, events, {
    until,
    onRow: ({ date, charged }) => {
      const stated = listedOn.get(date) ?? [];
      const amounts = feesLeft(loan, date, charged.fee, stated);
      if (amounts.length > 0) notListed.push({ date, hasLines: stated.length > 0, amounts });
    },
  });
  const found = new Map<number, readonly FeeOnOtherDay[]>();
  const take = (fees: readonly FeeTooMuch[]): void => {
    for (const fee of taken(fees, notListed)) found.set(fee.line, [fee]);
  };
  const notFound = (): readonly FeeTooMuch[] => tooMuch.filter(({ line }) => !found.has(line));
  for (const fee of tooMuch) take([fee]);
  const others = notFound();
  for (const day of new Set(others.map(({ date }) => date))) take(others.filter(({ date }) => date === day));
  for (let left = notFound(); left.length > 0; ) {
    const wanted = new Set(notListed.flatMap(({ amounts }) => [...amounts, sum(amounts)]));
    const parts = partsOfOne(left.slice(0, MOST_PARTS), wanted);
    take(parts);
    left = left.slice(Math.max(1, parts.length));
  }
  for (const fee of notFound()) found.set(fee.line, takenTogether(fee, notListed));
  return tooMuch.flatMap(({ line }) => found.get(line) ?? []);
}

/** The first of the lines and those after it, as many as come to one of the amounts. */
function partsOfOne(fees: readonly FeeTooMuch[], wanted: ReadonlySet<Fen>): readonly FeeTooMuch[] {
  let all: Fen = ZERO;
  for (const [index, fee] of fees.entries()) {
    all = add(all, fee.amount);
    if (index > 0 && wanted.has(all)) return fees.slice(0, index + 1);
  }
  return [];
}

function statedByDay(listed: readonly AuditRow[]): ReadonlyMap<Day, readonly Fen[]> {
  const byDay = new Map<Day, Fen[]>();
  for (const { line, stated } of listed) {
    byDay.set(line.date, [...(byDay.get(line.date) ?? []), stated?.fee ?? ZERO]);
  }
  return byDay;
}

function datedFees({ charges }: Loan, day: Day): readonly Fen[] {
  return charges.flatMap(({ date, amount, component }) => (date === day && component === "fee" ? [amount] : []));
}

/** What the rules charge on a day: one by one where a single rule has a fixed amount, else their sum. */
function feesByRule({ terms: { lateFees } }: Loan, byRule: Fen): readonly Fen[] {
  if (byRule <= 0) return [];
  const [only, second] = lateFees;
  const each = only?.charge.kind === "fixed" && second === undefined ? only.charge.amount : byRule;
  return byRule % each === 0 ? Array.from({ length: byRule / each }, () => each) : [byRule];
}

/** The fees that the terms charge on a day and its lines do not list: one by one where they are known, else their sum. */
function feesLeft(loan: Loan, date: Day, charged: Fen, stated: readonly Fen[]): readonly Fen[] {
  const left = subtract(charged, sum(stated));
  if (left <= 0) return [];
  const dated = datedFees(loan, date);
  const fees = [...dated, ...feesByRule(loan, subtract(charged, sum(dated)))];
  for (const amount of stated) {
    const index = fees.indexOf(amount);
    if (index >= 0) fees.splice(index, 1);
  }
  return sum(fees) === left ? fees : [left];
}

/** The fees with the day on which the terms charge them, which is used up by that; nothing where there is no such day. */
function taken(fees: readonly FeeTooMuch[], notListed: readonly NotListed[]): readonly FeeOnOtherDay[] {
  const amount = fees.reduce((all, fee) => add(all, fee.amount), ZERO);
  const [first] = fees;
  if (first === undefined) return [];
  const nearest = notListed
    .filter(({ amounts }) => amounts.length > 0 && (amounts.includes(amount) || sum(amounts) === amount))
    .toSorted((one, other) => Math.abs(one.date - first.date) - Math.abs(other.date - first.date))[0];
  if (nearest === undefined) return [];
  const { date, hasLines, amounts } = nearest;
  nearest.amounts = amounts.includes(amount) ? amounts.toSpliced(amounts.indexOf(amount), 1) : [];
  return fees.map((fee) => ({ ...fee, byTermsOn: date, isListedShort: hasLines }));
}

/** The last fees up to the day of a line that come to its amount, which are used up by that; nothing where none do. */
function takenTogether(fee: FeeTooMuch, notListed: readonly NotListed[]): readonly FeeOnOtherDay[] {
  const before = notListed.filter(({ date }) => date <= fee.date);
  const each = before.flatMap((day) => day.amounts.map((amount) => ({ day, amount })));
  let left = fee.amount;
  const first = each.findLastIndex(({ amount }) => {
    left = subtract(left, amount);
    return left <= 0;
  });
  if (first < 0 || left !== ZERO) return [];
  return each.slice(first).map(({ day, amount }) => {
    day.amounts = day.amounts.toSpliced(day.amounts.indexOf(amount), 1);
    return { ...fee, amount, byTermsOn: day.date, isListedShort: day.hasLines };
  });
}
