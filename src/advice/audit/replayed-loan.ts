/** What a statement makes of a loan: its payments and waivers happen, its rates hold, its demands are remembered. */

import { CHARGES, COMPONENTS, type Component, totalOf } from "../../loan/components.ts";
import { byDate, type Day, NEVER } from "../../loan/day.ts";
import { type Events, NO_EVENTS } from "../../loan/events.ts";
import type { DatedWaiver, Interruption, Loan, Payment } from "../../loan/loan.ts";
import { type Fen, sum, ZERO } from "../../loan/money.ts";
import { isMovement, STATEMENT_KINDS, type StatementLine, statedAmounts } from "../../loan/statement.ts";
import type { DatedRate } from "../../loan/terms.ts";

/** The loan under the statement, and the payments that it names. */
export interface ReplayedLoan {
  readonly loan: Loan;
  readonly events: Events;
}

/** The lines of one date. */
export interface StatementDay {
  /** Its place among the days of the statement. */
  readonly index: number;
  readonly date: Day;
  readonly lines: readonly StatementLine[];
  readonly payments: readonly StatementLine[];
  readonly fees: number;
  readonly waivers: number;
  /** What of its waivers names the interest for delay. */
  readonly waivedDelay: Fen;
  /** What of its waivers names anything else, or nothing. */
  readonly waivedBeside: Fen;
  /** Of that, what may take anything. */
  readonly waivedOfAnything: Fen;
  /** Some line that was not taken back says something that can be compared. */
  readonly isComparable: boolean;
  /** The lines may say what a single one of several payments went to, or what was owed between them. */
  readonly separatesPayments: boolean;
}

/** A statement put in order once, so that any number of loans can be replayed under it. */
export interface OrderedStatement {
  readonly lines: readonly StatementLine[];
  readonly reversed: ReadonlySet<number>;
  /** The file lists later days above earlier ones. */
  readonly isNewestFirst: boolean;
  readonly days: readonly StatementDay[];
  readonly payments: readonly Payment[];
  readonly waivers: readonly StatementLine[];
  readonly rates: readonly StatementLine[];
  readonly interruptions: readonly Interruption[];
}

/** `before`: a statement most of whose lines are among those given, so that most of its days are too. */
export function orderedStatement(given: readonly StatementLine[], before?: OrderedStatement): OrderedStatement {
  const lines = inValueOrder(given);
  const reversed = reversedLines(lines);
  const standing = reversed.size === 0 ? lines : lines.filter(({ line }) => !reversed.has(line));
  return {
    lines,
    reversed,
    isNewestFirst: isNewestFirst(lines),
    days: daysOf(lines, reversed, before?.reversed.size === 0 ? before.days : []),
    payments: standing.filter(({ kind }) => kind === "payment").map(paymentOf),
    waivers: standing.filter(({ kind }) => kind === "waiver"),
    rates: standing.filter(({ kind }) => kind === "rate"),
    interruptions: standing.flatMap(({ kind, date }) => (kind === "demand" || kind === "suit" ? [{ date, kind }] : [])),
  };
}

/**
 * Lines in the order of their value dates. Lines of one day are taken in the order of their kinds, and lines of one kind by
 * what they say and not by where they stand in the file: where they state balances, in the order in which those follow; else
 * what goes to charges alone before what goes to principal, and after that what goes to nothing. Which of two payments that
 * leave nothing owed was the one that cleared the debt is told by the larger amount.
 */
function inValueOrder(lines: readonly StatementLine[]): readonly StatementLine[] {
  return lines.toSorted(
    (one, other) =>
      one.date - other.date ||
      STATEMENT_KINDS.indexOf(one.kind) - STATEMENT_KINDS.indexOf(other.kind) ||
      byPlace(one, other) ||
      reachOf(one) - reachOf(other) ||
      ((one.amount ?? 0) - (other.amount ?? 0)) * (one.claimedTotal === ZERO ? -1 : 1) ||
      one.line - other.line,
  );
}

function isNewestFirst(inOrder: readonly StatementLine[]): boolean {
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  return first !== undefined && last !== undefined && first.date < last.date && first.line > last.line;
}

/** By where lines of one kind and day are placed, or by the balances that they state. */
export function byPlace(one: StatementLine, other: StatementLine): number {
  return (
    placeOf(one) - placeOf(other) ||
    byClaims(one.claimedTotal, other.claimedTotal, one.kind) ||
    byClaims(one.claimedPrincipal, other.claimedPrincipal, one.kind)
  );
}

function placeOf({ amongPayments }: StatementLine): number {
  if (amongPayments === undefined) return 0;
  return amongPayments === "first" ? -1 : 1;
}

/** Fees make the balance rise, all else makes it fall. Where only one of two lines states a balance, it is the one after both. */
function byClaims(one: Fen | null, other: Fen | null, kind: StatementLine["kind"]): number {
  if (one === null || other === null) return (one === null ? 0 : 1) - (other === null ? 0 : 1);
  return kind === "fee" ? one - other : other - one;
}

/** Of what goes first to charges and then to principal, each line takes up where the one before it has left off. */
function reachOf({ byComponent: parts }: StatementLine): number {
  if (parts === null) return -1;
  const isReached = (component: Component): boolean => (parts[component] ?? ZERO) > ZERO;
  const first = COMPONENTS.findIndex(isReached);
  return first < 0 ? 2 * COMPONENTS.length : first + COMPONENTS.findLastIndex(isReached);
}

/** A day of which nothing is otherwise stays as it was. */
function daysOf(
  ordered: readonly StatementLine[],
  reversed: ReadonlySet<number>,
  before: readonly StatementDay[],
): readonly StatementDay[] {
  const days: StatementDay[] = [];
  let at = 0;
  for (let start = 0; start < ordered.length; ) {
    const date = ordered[start]?.date ?? NEVER;
    let end = start + 1;
    while (ordered[end]?.date === date) end += 1;
    while ((before[at]?.date ?? NEVER) < date) at += 1;
    const lines = ordered.slice(start, end);
    const known = before[at];
    const isKnown = known?.index === days.length && reversed.size === 0 && isSame(known.lines, lines);
    days.push(isKnown ? known : dayOf(date, days.length, lines, reversed));
    start = end;
  }
  return days;
}

function isSame(lines: readonly StatementLine[], others: readonly StatementLine[]): boolean {
  return lines.length === others.length && lines.every((line, index) => line === others[index]);
}

function dayOf(date: Day, index: number, lines: readonly StatementLine[], reversed: ReadonlySet<number>): StatementDay {
  const standing = lines.filter(({ line }) => !reversed.has(line));
  const payments = standing.filter(({ kind }) => kind === "payment");
  const waivers = standing.filter(({ kind }) => kind === "waiver");
  return {
    index,
    date,
    lines,
    payments,
    fees: standing.filter(({ kind }) => kind === "fee").length,
    waivers: waivers.length,
    waivedDelay: sum(waivers.map(({ delay }) => delay ?? ZERO)),
    waivedBeside: sum(waivers.map(amountBeside)),
    waivedOfAnything: sum(waivers.filter(takesAnything).map(amountBeside)),
    isComparable: standing.some(isComparable),
    separatesPayments:
      payments.some((line, at) => (at < payments.length - 1 ? isComparable : namesParts)(line)) ||
      (payments.length > 1 && standing.some((line) => !isMovement(line) && isComparable(line))),
  };
}

/** Whatever is owed may be taken by a waiver that names no part, and has no part in its name. */
export function takesAnything({ byComponent, delay, waived }: StatementLine): boolean {
  return byComponent === null && delay === null && waived === undefined;
}

function amountBeside({ amount, byComponent }: StatementLine): Fen {
  return byComponent === null ? (amount ?? ZERO) : totalOf(statedAmounts(byComponent));
}

/** A fee always says something: its own amount. */
function isComparable(line: StatementLine): boolean {
  return line.kind === "fee" || namesParts(line) || line.claimedTotal !== null || line.claimedPrincipal !== null;
}

function namesParts({ byComponent, delay }: StatementLine): boolean {
  return byComponent !== null || delay !== null;
}

/** The lines that a reversal takes back, as though they had never been. */
export function reversedLines(lines: readonly StatementLine[]): ReadonlySet<number> {
  return new Set(lines.flatMap(({ reverses }) => reverses ?? []));
}

/**
 * Charges are not taken from the statement, because the terms say what may be charged. A waiver of the loan on the day of a
 * waiver in the statement is the same one, told twice.
 */
export function replayedLoan(loan: Loan, { payments, waivers, rates, interruptions }: OrderedStatement): ReplayedLoan {
  const waived = withoutKnown(waivers, loan.waivers).flatMap(waiversOf);
  return {
    loan: {
      ...loan,
      terms: rates.length === 0 ? loan.terms : { ...loan.terms, rates: ratesOf(loan.terms.rates, rates) },
      waivers: [...loan.waivers, ...waived].toSorted(byDate),
      interruptions: [...loan.interruptions, ...interruptions].toSorted(byDate),
    },
    events: { ...NO_EVENTS, payments },
  };
}

/** Each known waiver is one line of its day: the one over its amount, or else any; several may be one line over their sum. */
function withoutKnown(lines: readonly StatementLine[], known: Loan["waivers"]): readonly StatementLine[] {
  const days = new Set(known.map(({ date }) => date));
  let left = lines;
  for (const day of days) {
    // Of a share the amount is not known before the run.
    const ofDay = known.flatMap(({ date, waives }) =>
      date === day ? [waives.kind === "amount" ? waives.amount : Number.NaN] : [],
    );
    const inAll = ofDay.reduce((all, amount) => all + amount, 0);
    const isOver = (line: StatementLine, amount: number): boolean => line.date === day && amountBeside(line) === amount;
    for (const amount of left.some((line) => isOver(line, inAll)) ? [inAll] : ofDay) {
      const same = left.find((line) => isOver(line, amount)) ?? left.find(({ date }) => date === day);
      left = left.filter((line) => line !== same);
    }
  }
  return left;
}

export function paymentOf({ date, amount }: Pick<StatementLine, "date" | "amount">): Payment {
  return { date, amount: amount ?? ZERO, for: null, surplus: null };
}

function waiversOf({ date, amount, byComponent, waived: parts = [] }: StatementLine): readonly DatedWaiver[] {
  const waiver = (of: DatedWaiver["of"], waived: Fen): DatedWaiver => ({
    date,
    of,
    waives: { kind: "amount", amount: waived },
  });
  if (byComponent === null) {
    if (parts === CHARGES) return [waiver("charges", amount ?? ZERO)];
    const [named = "all", ...rest] = parts;
    return [{ ...waiver(named, amount ?? ZERO), rest }];
  }
  const amounts = statedAmounts(byComponent);
  return [...CHARGES, "principal" as const].flatMap((component) =>
    amounts[component] === ZERO ? [] : [waiver(component, amounts[component])],
  );
}

/** Each line's rate holds from its day until the next one's. */
function ratesOf(agreed: readonly DatedRate[], lines: readonly StatementLine[]): readonly DatedRate[] {
  let rates = agreed;
  for (const { date, rates: named } of lines) {
    rates = [...rates.filter(({ from }) => from === null || from < date), ...named];
  }
  return rates;
}
