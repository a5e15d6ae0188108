/** Interest for the delay in performing a judgment, beside a replay: paid last and bearing nothing, it changes none of it. */

import { ENFORCEMENT } from "../../law/enforcement.ts";
import { Run } from "../../ledger/run.ts";
import { addAmounts, subtractAmounts, totalOf } from "../../loan/amounts.ts";
import { addDays, type Day } from "../../loan/day.ts";
import type { ByComponent } from "../../loan/loan.ts";
import { add, divideHalfUp, type Fen, type Fraction, fen, least, subtract, ZERO } from "../../loan/money.ts";
import { fraction } from "../../loan/rate.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type AuditRow, compared, type Replay } from "./replay.ts";
import type { Stretch } from "./worksheet.ts";

export interface Enforcement {
  /** The last day of the time for performance: the night after it is the first that bears. */
  readonly from: Day;
  /** What is unpaid at the close of `from` of the judgment's money debt, without its general interest; null: the principal owed then. */
  readonly judgment: Fen | null;
}

/** What of a line reached the delay interest, and what of it is owed after the line. */
export interface DelayOfLine {
  readonly paid: Fen;
  readonly owed: Fen;
}

export interface Delay {
  readonly from: Day;
  readonly judgment: Fen;
  readonly accrued: Fen;
  readonly paid: Fen;
  readonly owed: Fen;
  readonly sources: readonly string[];
  readonly byLine: ReadonlyMap<number, DelayOfLine>;
  readonly stretches: readonly Stretch[];
}

const NO_RATE = fraction(0n, 1n);

/** To the close of `until`, the day of the last line. Art 4 of the interpretation: the debt of the judgment is paid first, this last. */
export function delayOf({ replayed, rows }: Replay, enforcement: Enforcement, until: Day): Delay {
  const { from } = enforcement;
  const run = new Run(replayed.loan, replayed.events);
  const lowered = (): ByComponent => addAmounts(run.amounts("paid"), run.amounts("waived"));
  run.advance(from);
  const judgment = enforcement.judgment ?? run.principal;
  // What it fixes beyond the principal is costs: what is paid of fees lowers that part.
  const ofFees = least(fen(Math.max(0, judgment - run.principal)), run.amounts("owed").fee);
  const loweredBefore = lowered();
  const unpaid = (): Fen => {
    if (run.owed === 0) return ZERO;
    const { principal, fee } = subtractAmounts(lowered(), loweredBefore);
    return fen(Math.max(0, judgment - principal - least(fee, ofFees)));
  };

  const account = new DelayAccount(from);
  const byLine = new Map<number, DelayOfLine>();
  for (const day of daysAfter(from, until, replayed.loan.waivers, rows)) {
    account.bearUntil(day, unpaid());
    run.advance(day);
    for (const row of rows) {
      if (row.line.date !== day) continue;
      const paid = account.pay(beyondOf(row));
      byLine.set(row.line.line, { paid, owed: account.owed });
    }
  }
  return {
    from,
    judgment,
    accrued: account.accrued,
    paid: account.paid,
    owed: account.owed,
    sources: ENFORCEMENT.rows.map(({ source }) => source),
    byLine,
    stretches: account.stretches,
  };
}

/** The replay with what is owed of the delay interest in its balances, as a lender's total has it. */
export function withDelay(replay: Replay, { byLine }: Delay): Replay {
  const rows = replay.rows.map((row): AuditRow => {
    const { computed, claimed } = row.balance;
    return { ...row, balance: compared(add(computed, byLine.get(row.line.line)?.owed ?? ZERO), claimed) };
  });
  return { ...replay, rows };
}

/** The statement with its totals less the delay interest owed: what conventions and rates of the contract can explain. */
export function linesWithoutDelay(lines: readonly StatementLine[], { byLine }: Delay): readonly StatementLine[] {
  return lines.map((line) => {
    const { claimedTotal } = line;
    const owed = byLine.get(line.line)?.owed ?? ZERO;
    return claimedTotal === null ? line : { ...line, claimedTotal: subtract(claimedTotal, owed) };
  });
}

/** What of a payment none of the five components takes. */
function beyondOf({ line, isReversed, computed }: AuditRow): Fen {
  return line.kind !== "payment" || isReversed ? ZERO : subtract(line.amount ?? ZERO, totalOf(computed));
}

/** The days on which base or rate may change, or something is said; the last is `until`. */
function daysAfter(
  from: Day,
  until: Day,
  waivers: readonly { readonly date: Day }[],
  rows: readonly AuditRow[],
): readonly Day[] {
  const days = [
    ...rows.map(({ line }) => line.date),
    ...waivers.map(({ date }) => date),
    ...ENFORCEMENT.rows.map((row) => addDays(row.from, -1)),
    until,
  ];
  return [...new Set(days)].filter((day) => day > from && day <= until).toSorted((one, other) => one - other);
}

class DelayAccount {
  accrued: Fen = ZERO;
  paid: Fen = ZERO;
  readonly stretches: Stretch[] = [];
  #today: Day;
  #exact: Fraction = NO_RATE;

  constructor(from: Day) {
    this.#today = from;
  }

  get owed(): Fen {
    return subtract(this.accrued, this.paid);
  }

  bearUntil(to: Day, base: Fen): void {
    const from = this.#today;
    // A rate that holds from a day on is that of the night before it, as in the engine.
    const rate = ENFORCEMENT.rowOn(addDays(from, 1))?.row.value.rate ?? NO_RATE;
    const { numerator, denominator } = this.#exact;
    const borne = BigInt(base) * rate.numerator * BigInt(to - from);
    this.#exact = fraction(numerator * rate.denominator + borne * denominator, denominator * rate.denominator);
    this.#today = to;
    const accrued = fen(Number(divideHalfUp(this.#exact.numerator, this.#exact.denominator)));
    if (borne > 0n) this.#note({ from, to, base, rate, amount: subtract(accrued, this.accrued) });
    this.accrued = accrued;
  }

  /** Takes no more than is owed. */
  pay(amount: Fen): Fen {
    const taken = least(amount, this.owed);
    this.paid = add(this.paid, taken);
    return taken;
  }

  #note({ from, to, base, rate, amount }: Pick<Stretch, "from" | "to" | "base" | "amount"> & { rate: Fraction }): void {
    const last = this.stretches.at(-1);
    const goesOn =
      last?.to === from &&
      last.base === base &&
      last.rate?.numerator === rate.numerator &&
      last.rate.denominator === rate.denominator;
    if (goesOn) this.stretches.pop();
    const start = goesOn ? last.from : from;
    this.stretches.push({
      from: start,
      to,
      days: to - start,
      component: "delay",
      base,
      rate: fraction(rate.numerator, rate.denominator),
      amount: goesOn ? add(last.amount, amount) : amount,
    });
  }
}
