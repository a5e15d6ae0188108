/** A line of a statement beside what the terms give for it. */

import {
  addAmounts,
  type ByComponent,
  byComponent,
  COMPONENTS,
  NO_AMOUNTS,
  subtractAmounts,
  totalOf,
} from "../../loan/components.ts";
import { add, type Fen, fen, least, subtract, ZERO } from "../../loan/money.ts";
import { isMovement, type StatedParts, type StatementLine, statedAmounts } from "../../loan/statement.ts";
import type { DelayOfLine } from "./delay.ts";
import type { AfterPayments, AuditDay } from "./replay-days.ts";
import { type OrderedStatement, type StatementDay, takesAnything } from "./replayed-loan.ts";
import { underNames } from "./under-names.ts";

/** An amount as the terms give it and as the lender says it. */
export interface Compared {
  readonly computed: Fen;
  /** Null: it does not say. */
  readonly claimed: Fen | null;
  readonly difference: Fen | null;
}

export interface AuditRow {
  readonly line: StatementLine;
  /** A reversal takes it back: nothing of it counts. */
  readonly isReversed: boolean;
  /** Of a movement what goes where, of a balance what is owed; under the names that the statement has columns for. */
  readonly computed: ByComponent;
  /** So much more than the terms give under their own names. */
  readonly namedOtherwise: ByComponent;
  readonly stated: StatedParts | null;
  /** What the lender says more than the terms give; of a part that it does not state null. */
  readonly difference: StatedParts | null;
  /** What is owed after the line by the terms, without what is `unearned` where the line leaves it out. */
  readonly owed: ByComponent;
  readonly unearned: UnearnedOnLine;
  /** The same in all, interest for delay included. */
  readonly balance: Compared;
  readonly principal: Compared;
  /** Null: no judgment is asked about. */
  readonly delay: AuditRowDelay | null;
}

/**
 * Interest fixed in advance for the days after a line. Who claims it and who leaves it out both have grounds (Civil Code art 677), so
 * that neither is a difference. A line that agrees in one of the two readings alone is read so, every other one as the statement is.
 */
interface UnearnedOnLine {
  readonly amount: Fen;
  /** Null: the line claims nothing that it could be in. */
  readonly isLeftOut: boolean | null;
  /** It is told by the line itself. */
  readonly isTold: boolean;
}

/** How interest for days ahead is read. */
interface UnearnedReading {
  /** In what the statement claims, as far as a line does not tell. */
  readonly isLeftOut: boolean;
  /** Up to this a line agrees. */
  readonly tolerance: Fen;
}

/** Of a movement what goes to the interest for delay or is waived of it, of a balance what is owed of it. */
export interface AuditRowDelay extends Compared, DelayOfLine {}

/**
 * The rows of a day's lines; a line that a reversal takes back has no figures. By the terms fees and waivers come before the
 * payments of their day. A statement may list them after: its balances are then those between, if they fit better so.
 */
export function rowsOfDay(day: StatementDay, audited: AuditDay, statement: ReadStatement): readonly AuditRow[] {
  const usual = rowsInOrder(day, audited, statement, "payments last");
  if (day.payments.length === 0 || day.fees + day.waivers === 0) return usual;
  const other = rowsInOrder(day, audited, statement, "payments first");
  return claimsOff(other) < claimsOff(usual) ? other : usual;
}

/** A line that says nothing which could be compared. */
export function withoutClaims(line: StatementLine): StatementLine {
  return { ...line, byComponent: null, delay: null, claimedTotal: null, claimedPrincipal: null };
}

/** How much what a day's lines claim as owed differs from what the terms give. */
function claimsOff(rows: readonly AuditRow[]): number {
  return rows.reduce((off, { line: { kind }, balance, principal, difference }) => {
    const parts = kind === "balance" && difference !== null ? COMPONENTS.map((component) => difference[component]) : [];
    const named = kind === "balance" ? [principal.difference, ...parts] : [];
    return [balance.difference, ...named].reduce<number>((all, amount) => all + Math.abs(amount ?? 0), off);
  }, 0);
}

interface ReadStatement extends Pick<OrderedStatement, "reversed" | "isNewestFirst"> {
  readonly unearned: UnearnedReading;
}

/** What moves money on a day, in the order in which it is read. */
interface Movements {
  readonly rows: readonly AuditRow[];
  /** What is owed before each of those that are not taken back, and after the last. */
  readonly states: readonly After[];
}

function rowsInOrder(
  day: StatementDay,
  audited: AuditDay,
  statement: ReadStatement,
  order: "payments last" | "payments first",
): readonly AuditRow[] {
  const movements = movementsInOrder(day, audited, statement, order);
  const others = day.lines.filter((line) => !isMovement(line));
  if (others.length === 0) return movements.rows;
  const placed = others.map((line) => placedAmong(movements, line, audited, statement));
  return [...movements.rows.map((row, at) => ({ row, at })), ...placed]
    .toSorted((one, other) => one.at - other.at)
    .map(({ row }) => row);
}

function movementsInOrder(
  { lines, fees, waivers }: StatementDay,
  { charged, waived, waivedDelay, payments, afterPayments }: AuditDay,
  { reversed, unearned: ahead }: ReadStatement,
  order: "payments last" | "payments first",
): Movements {
  const feesLeft = new Shares(charged, fees);
  const waiversLeft = new Shares(waived, waivers);
  let delayLeft = waivedDelay;
  const [first] = afterPayments;
  const last = afterPayments.at(-1);
  if (first === undefined || last === undefined) throw new Error("a day begins with what is owed");
  const claimsOfDay = claimTheSame(payments);
  const beside = order === "payments last" ? first : last;
  const beforeListed = (paid: AfterPayments): After => {
    const owed = waivers > 0 ? addAmounts(paid.owed, waived) : paid.owed;
    return after({ ...paid, owed: fees > 0 ? subtractAmounts(owed, charged) : owed }, waivedDelay);
  };
  const afterPayment = (paid: AfterPayments): After => {
    return order === "payments last" ? after(paid) : beforeListed(paid);
  };
  const paidInTurn = payments.values();
  const taken = lines.filter(isMovement).map((line) => {
    return isPayment(line) && !reversed.has(line.line) ? (paidInTurn.next().value ?? line) : line;
  });
  const place = (line: StatementLine): boolean => isPayment(line) === (order === "payments last");
  const inOrder = taken.toSorted((one, other) => Number(place(one)) - Number(place(other)));
  const states = [beforeListed(first)];
  let paymentsSeen = 0;
  const rows = inOrder.map((line): AuditRow => {
    const stands = afterPayments[paymentsSeen] ?? last;
    if (reversed.has(line.line)) {
      return { ...rowOf(withoutClaims(line), NO_AMOUNTS, after(stands), null, ahead), line, isReversed: true };
    }
    if (isPayment(line)) {
      paymentsSeen += 1;
      const end = afterPayments[paymentsSeen] ?? last;
      states.push(afterPayment(end));
      const { delay, ...others } = afterPayment(claimsOfDay ? last : end);
      const moved = delay && { ...delay, paid: end.delay?.paid ?? ZERO };
      return rowOf(line, subtractAmounts(end.paid, stands.paid), { ...others, delay: moved }, line.byComponent, ahead);
    }
    const { byComponent: parts, amount } = line;
    if (line.kind === "fee") {
      const stated = parts === null ? { ...NO_AMOUNTS, fee: amount ?? ZERO } : statedAmounts(parts);
      const given = feesLeft.take(stated);
      const owed = subtractAmounts(addAmounts(beside.owed, waived), feesLeft.left);
      const state = after({ ...beside, owed }, waivedDelay);
      states.push(state);
      return rowOf(line, given, state, stated, ahead);
    }
    const given = waiversLeft.take(parts === null ? firstOf(waiversLeft.left, amount) : statedAmounts(parts));
    const beyond = takesAnything(line) ? fen(Math.max(0, (amount ?? 0) - totalOf(given))) : ZERO;
    const ofDelay = least(line.delay ?? beyond, delayLeft);
    delayLeft = subtract(delayLeft, ofDelay);
    const state = after({ ...beside, owed: addAmounts(beside.owed, waiversLeft.left) }, delayLeft);
    states.push(state);
    const { delay, ...others } = state;
    return rowOf(line, given, { ...others, delay: delay && { ...delay, waived: ofDelay } }, parts, ahead);
  });
  return { rows, states };
}

function isPayment({ kind }: StatementLine): boolean {
  return kind === "payment";
}

/**
 * A line that moves no money says what is owed at the close of its day. One that is listed above movements of the day may say
 * what is owed before those, and one that is listed above all payments what they are taken from, if that fits better.
 */
function placedAmong(
  { rows, states }: Movements,
  line: StatementLine,
  { afterPayments }: AuditDay,
  { isNewestFirst, unearned }: ReadStatement,
): { readonly row: AuditRow; readonly at: number } {
  const isAbove = (one: StatementLine): boolean => (isNewestFirst ? one.line > line.line : one.line < line.line);
  const standing = rows.flatMap(({ line: one, isReversed }, at) => (isReversed ? [] : [{ one, at }]));
  const above = standing.filter(({ one }) => isAbove(one));
  const isListedApart = above.length < standing.length && above.every((one, index) => one === standing[index]);
  const firstPayment = standing.findIndex(({ one }) => isPayment(one));
  const isAbovePayments = !above.some(({ one }) => isPayment(one));
  const { amongPayments } = line;
  const isBeforePayments = firstPayment >= 0 && (amongPayments === "first" || isAbovePayments);
  const earlier = [...(isListedApart ? [above.length] : []), ...(isBeforePayments ? [firstPayment] : [])];
  const isBalance = line.kind === "balance";
  const placed = (state: After | undefined, at: number): { readonly row: AuditRow; readonly at: number } => {
    if (state === undefined) throw new Error("a line stands before or after what moves money");
    const [moved, stated] = isBalance ? [null, line.byComponent] : [NO_AMOUNTS, null];
    return { row: rowOf(line, moved, state, stated, unearned), at };
  };
  const last = afterPayments.at(-1);
  const atClose = placed(last && after(last), line.kind === "rate" ? -1 : rows.length);
  const apart = earlier.map((place) => placed(states[place], (standing[place]?.at ?? 0) - 0.5));
  if (amongPayments === "last") return atClose;
  if (amongPayments === "first") return apart[0] ?? atClose;
  return apart.reduce((nearest, one) => (claimsOff([one.row]) < claimsOff([nearest.row]) ? one : nearest), atClose);
}

/** Whether payments of one day have the balance at its close, and not each the one after it: these would fall. */
function claimTheSame([first, ...others]: readonly StatementLine[]): boolean {
  if (first === undefined || first.claimedTotal === null || others.length === 0) return false;
  return others.every(({ claimedTotal }) => claimedTotal === first.claimedTotal);
}

/** What is owed after a line, which moved none of the interest for delay. */
interface After extends Pick<AfterPayments, "owed" | "unearned"> {
  readonly delay: DelayOfLine | null;
}

function after({ owed, unearned, delay }: Omit<AfterPayments, "paid">, stillOwed: Fen = ZERO): After {
  return { owed, unearned, delay: delay && { paid: ZERO, waived: ZERO, owed: add(delay.owed, stillOwed) } };
}

/** What of a day's charges or waivers each of its lines stands for: as much as it says, and the last all that is left. */
class Shares {
  left: ByComponent;
  #lines: number;

  constructor(all: ByComponent, lines: number) {
    this.left = all;
    this.#lines = lines;
  }

  take(stated: ByComponent): ByComponent {
    this.#lines -= 1;
    const { left } = this;
    const taken = this.#lines === 0 ? left : byComponent((component) => least(stated[component], left[component]));
    this.left = subtractAmounts(left, taken);
    return taken;
  }
}

/** As far as an amount goes, in the order in which a waiver of all takes them. */
function firstOf(amounts: ByComponent, amount: Fen | null): ByComponent {
  let left = amount ?? ZERO;
  return byComponent((component) => {
    const part = least(amounts[component], left);
    left = subtract(left, part);
    return part;
  });
}

/** `moved`: where a movement goes; null: the line says what is owed. */
function rowOf(
  line: StatementLine,
  moved: ByComponent | null,
  { owed: owedInAll, unearned: amount, delay }: After,
  stated: StatedParts | null,
  reading: UnearnedReading,
): AuditRow {
  const interest = moved === null ? (stated?.interest ?? null) : null;
  const claims = [
    compared(add(totalOf(owedInAll), delay?.owed ?? ZERO), line.claimedTotal),
    compared(owedInAll.interest, interest),
  ];
  const unearned = unearnedOnLine(amount, claims, reading);
  const owed =
    unearned.isLeftOut === true ? { ...owedInAll, interest: subtract(owedInAll.interest, amount) } : owedInAll;
  const given = moved ?? owed;
  const computed = underNames(line, given);
  return {
    line,
    isReversed: false,
    computed,
    namedOtherwise: computed === given ? NO_AMOUNTS : subtractAmounts(computed, given),
    stated,
    difference:
      stated === null ? null : byComponent((component) => compared(computed[component], stated[component]).difference),
    owed,
    unearned,
    balance: compared(add(totalOf(owed), delay?.owed ?? ZERO), line.claimedTotal),
    principal: compared(owed.principal, line.claimedPrincipal),
    delay: delay && { ...delay, ...compared(ofDelay(line, delay), line.delay) },
  };
}

function unearnedOnLine(amount: Fen, claims: readonly Compared[], reading: UnearnedReading): UnearnedOnLine {
  const more = claims.flatMap(({ difference }) => difference ?? []);
  if (amount === ZERO || more.length === 0) return { amount, isLeftOut: null, isTold: false };
  const agrees = (without: Fen): boolean => more.some((one) => Math.abs(one + without) <= reading.tolerance);
  const isTold = agrees(amount) !== agrees(ZERO);
  return { amount, isLeftOut: isTold ? agrees(amount) : reading.isLeftOut, isTold };
}

/** What of the interest for delay a line names, where it names any. */
function ofDelay({ kind }: Pick<StatementLine, "kind">, { paid, waived, owed }: DelayOfLine): Fen {
  if (kind === "balance") return owed;
  return kind === "waiver" ? waived : paid;
}

function compared(computed: Fen, claimed: Fen | null): Compared {
  return { computed, claimed, difference: claimed === null ? null : subtract(claimed, computed) };
}
