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
import { STATEMENT_KINDS, type StatedParts, type StatementLine, statedAmounts } from "../../loan/statement.ts";
import type { DelayOfLine } from "./delay.ts";
import type { AfterPayments, AuditDay } from "./replay-days.ts";
import { type OrderedStatement, type StatementDay, takesAnything } from "./replayed-loan.ts";

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
  /** Of a movement what goes where, of a balance what is owed. */
  readonly computed: ByComponent;
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
 * that neither is a difference: what a line claims is read in the way that comes nearer.
 */
interface UnearnedOnLine {
  readonly amount: Fen;
  /** Null: the line claims nothing that it could be in. */
  readonly isLeftOut: boolean | null;
}

/** Of a movement what goes to the interest for delay or is waived of it, of a balance what is owed of it. */
export interface AuditRowDelay extends Compared, DelayOfLine {}

/**
 * The rows of a day's lines; a line that a reversal takes back has no figures. By the terms fees and waivers come before the
 * payments of their day. A statement may list them after: its balances are then those between, if they fit better so. And a
 * balance that is listed before all payments of its day may be what they are taken from.
 */
export function rowsOfDay(
  day: StatementDay,
  audited: AuditDay,
  { reversed, isNewestFirst }: Pick<OrderedStatement, "reversed" | "isNewestFirst">,
): readonly AuditRow[] {
  const [first, ...others] = readingsOf(day, isNewestFirst).map((reading) => () => {
    return rowsInOrder(day, audited, reversed, reading);
  });
  let nearest = first?.() ?? [];
  for (const other of others) {
    const rows = other();
    if (claimsOff(rows) < claimsOff(nearest)) nearest = rows;
  }
  return nearest;
}

/** A line that says nothing which could be compared. */
export function withoutClaims(line: StatementLine): StatementLine {
  return { ...line, byComponent: null, delay: null, claimedTotal: null, claimedPrincipal: null };
}

/** How the lines of a day may be meant. */
interface Reading {
  readonly order: "payments last" | "payments first";
  /** Balances before any payment of the day. */
  readonly opening: readonly StatementLine[];
}

function readingsOf({ lines, payments, fees, waivers }: StatementDay, isNewestFirst: boolean): readonly Reading[] {
  if (payments.length === 0) return [AS_USUAL];
  const isListedFirst = ({ line }: StatementLine): boolean =>
    payments.every((payment) => (isNewestFirst ? payment.line < line : line < payment.line));
  const opening = lines.filter(
    (one) => one.kind === "balance" && (one.amongPayments === "first" || (!one.amongPayments && isListedFirst(one))),
  );
  const isSettled = opening.every(({ amongPayments }) => amongPayments === "first");
  const orders = fees + waivers === 0 ? ([AS_USUAL.order] as const) : (["payments last", "payments first"] as const);
  return (isSettled ? [opening] : [[], opening]).flatMap((before) =>
    orders.map((order) => ({ order, opening: before })),
  );
}

const AS_USUAL: Reading = { order: "payments last", opening: [] };

/** How much what a day's lines claim as owed differs from what the terms give. */
function claimsOff(rows: readonly AuditRow[]): number {
  return rows.reduce((off, { line: { kind }, balance, principal, difference }) => {
    const parts = kind === "balance" && difference !== null ? COMPONENTS.map((component) => difference[component]) : [];
    const named = kind === "balance" ? [principal.difference, ...parts] : [];
    return [balance.difference, ...named].reduce<number>((all, amount) => all + Math.abs(amount ?? 0), off);
  }, 0);
}

function rowsInOrder(
  { lines, fees, waivers, payments }: StatementDay,
  { charged, waived, waivedDelay, afterPayments }: AuditDay,
  reversed: ReadonlySet<number>,
  { order, opening }: Reading,
): readonly AuditRow[] {
  const feesLeft = new Shares(charged, fees);
  const waiversLeft = new Shares(waived, waivers);
  let delayLeft = waivedDelay;
  const [first] = afterPayments;
  const last = afterPayments.at(-1);
  if (first === undefined || last === undefined) throw new Error("a day begins with what is owed");
  const claimsOfDay = claimTheSame(payments);
  const beside = order === "payments last" ? first : last;
  const afterPayment = (paid: AfterPayments): After => {
    if (order === "payments last") return after(paid);
    const owed = subtractAmounts(addAmounts(paid.owed, waived), charged);
    return after({ ...paid, owed }, waivedDelay);
  };
  let paymentsSeen = 0;
  const payingAt = order === "payments last" ? STATEMENT_KINDS.indexOf("payment") : -1;
  const place = (line: StatementLine): number => {
    if (opening.includes(line)) return payingAt - 0.5;
    return line.kind === "payment" ? payingAt : STATEMENT_KINDS.indexOf(line.kind);
  };
  const isAsUsual = order === AS_USUAL.order && opening.length === 0;
  const ordered = isAsUsual ? lines : lines.toSorted((one, other) => place(one) - place(other));
  return ordered.map((line): AuditRow => {
    const stands = afterPayments[paymentsSeen] ?? last;
    if (reversed.has(line.line)) {
      return { ...rowOf(withoutClaims(line), NO_AMOUNTS, after(stands), null), line, isReversed: true };
    }
    switch (line.kind) {
      case "fee": {
        const stated =
          line.byComponent === null ? { ...NO_AMOUNTS, fee: line.amount ?? ZERO } : statedAmounts(line.byComponent);
        const given = feesLeft.take(stated);
        const owed = subtractAmounts(addAmounts(beside.owed, waived), feesLeft.left);
        return rowOf(line, given, after({ ...beside, owed }, waivedDelay), stated);
      }
      case "waiver": {
        const { byComponent: parts, amount } = line;
        const given = waiversLeft.take(parts === null ? firstOf(waiversLeft.left, amount) : statedAmounts(parts));
        const beyond = takesAnything(line) ? fen(Math.max(0, (amount ?? 0) - totalOf(given))) : ZERO;
        const ofDelay = least(line.delay ?? beyond, delayLeft);
        delayLeft = subtract(delayLeft, ofDelay);
        const { delay, ...others } = after({ ...beside, owed: addAmounts(beside.owed, waiversLeft.left) }, delayLeft);
        return rowOf(line, given, { ...others, delay: delay && { ...delay, waived: ofDelay } }, line.byComponent);
      }
      case "payment": {
        paymentsSeen += 1;
        const end = afterPayments[paymentsSeen] ?? last;
        const { delay, ...others } = afterPayment(claimsOfDay ? last : end);
        const moved = delay && { ...delay, paid: end.delay?.paid ?? ZERO };
        return rowOf(line, subtractAmounts(end.paid, stands.paid), { ...others, delay: moved }, line.byComponent);
      }
      case "balance": {
        const end = opening.includes(line) ? afterPayment(first) : after(last);
        return rowOf(line, null, end, line.byComponent);
      }
      case "rate":
      case "reversal":
      case "demand":
      case "suit":
        return rowOf(line, NO_AMOUNTS, after(last), null);
      default:
        return line.kind satisfies never;
    }
  });
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
): AuditRow {
  const interest = moved === null ? (stated?.interest ?? null) : null;
  const isLeftOut = leavesOut(amount, [
    compared(add(totalOf(owedInAll), delay?.owed ?? ZERO), line.claimedTotal),
    compared(owedInAll.interest, interest),
  ]);
  const owed = isLeftOut === true ? { ...owedInAll, interest: subtract(owedInAll.interest, amount) } : owedInAll;
  const computed = moved ?? owed;
  return {
    line,
    isReversed: false,
    computed,
    stated,
    difference:
      stated === null ? null : byComponent((component) => compared(computed[component], stated[component]).difference),
    owed,
    unearned: { amount, isLeftOut },
    balance: compared(add(totalOf(owed), delay?.owed ?? ZERO), line.claimedTotal),
    principal: compared(owed.principal, line.claimedPrincipal),
    delay: delay && { ...delay, ...compared(ofDelay(line, delay), line.delay) },
  };
}

/** Whether claims come nearer to what the terms give without the unearned interest that is in it. */
function leavesOut(unearned: Fen, claims: readonly Compared[]): boolean | null {
  const more = claims.flatMap(({ difference }) => difference ?? []);
  if (unearned === ZERO || more.length === 0) return null;
  const off = (without: Fen): number => more.reduce((all, one) => all + Math.abs(one + without), 0);
  return off(unearned) < off(ZERO);
}

/** What of the interest for delay a line names, where it names any. */
function ofDelay({ kind }: Pick<StatementLine, "kind">, { paid, waived, owed }: DelayOfLine): Fen {
  if (kind === "balance") return owed;
  return kind === "waiver" ? waived : paid;
}

function compared(computed: Fen, claimed: Fen | null): Compared {
  return { computed, claimed, difference: claimed === null ? null : subtract(claimed, computed) };
}
