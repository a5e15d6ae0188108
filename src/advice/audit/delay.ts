/** Interest for the delay in performing a judgment, counted beside a run: paid last and bearing nothing, it changes none of it. */

import { ENFORCEMENT } from "../../law/enforcement.ts";
import type { Run } from "../../ledger/run.ts";
import { addAmounts, type ByComponent, NO_AMOUNTS, subtractAmounts, totalOf } from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import type { Payment } from "../../loan/loan.ts";
import { add, divideHalfUp, type Fen, type Fraction, fen, least, NOTHING, subtract, ZERO } from "../../loan/money.ts";
import { addFractions, fraction, multiply } from "../../loan/rate.ts";
import type { ReplayedLoan } from "./replayed-loan.ts";
import { addStretch, type Stretch } from "./worksheet.ts";

export interface Enforcement {
  /** The last day of the time for performance: the night after it is the first that bears. */
  readonly from: Day;
  /** What is unpaid at the close of `from` of the judgment's money debt, without its general interest; null: the principal owed then. */
  readonly judgment: Fen | null;
}

/** What of a line reached the delay interest or was waived of it, and what of it is owed after the line. */
export interface DelayOfLine {
  readonly paid: Fen;
  readonly waived: Fen;
  readonly owed: Fen;
}

export interface Delay extends DelayOfLine {
  readonly from: Day;
  readonly judgment: Fen;
  /** What of the judgment's debt is more than the terms give as owed without interest on that day. */
  readonly aboveDebt: Fen;
  /** The first night of the delay is before the rule: nights until then are not counted. */
  readonly ruleFrom: Day | null;
  readonly accrued: Fen;
  readonly sources: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** The judgment's debt at the close of the time for performance, and what of the loan was paid or waived by then. */
interface Judgment {
  readonly amount: Fen;
  readonly aboveDebt: Fen;
  /** What it fixes beyond the principal is costs: what is paid of fees lowers that part. */
  readonly ofFees: Fen;
  readonly loweredBefore: ByComponent;
}

/**
 * Takes a run from day to day and keeps the account of the delay interest beside it. Art 4 of the interpretation: the debt
 * of the judgment is paid first, this last.
 */
export class DelayAccount {
  accrued: Fen = ZERO;
  paid: Fen = ZERO;
  waived: Fen = ZERO;
  /** What was paid to the close of a day, whatever it reached. */
  readonly paidUntil: (day: Day) => number;
  readonly #run: Run;
  readonly #enforcement: Enforcement;
  /** Days on which what bears may change. */
  readonly #stops: readonly Day[];
  readonly #stretches: Stretch[] = [];
  #exact: Fraction = NOTHING;
  #today: Day;
  #hasBegun = false;
  #judgment: Judgment;
  #base: Fen = ZERO;
  #nextStop = 0;
  /** Of all payments what no component took and this account has seen. */
  #beyond = 0;

  constructor(run: Run, { loan, events: { payments } }: ReplayedLoan, enforcement: Enforcement) {
    this.#run = run;
    this.#enforcement = enforcement;
    this.paidUntil = paidUntil(payments);
    this.#today = enforcement.from;
    this.#judgment = { amount: enforcement.judgment ?? ZERO, aboveDebt: ZERO, ofFees: ZERO, loweredBefore: NO_AMOUNTS };
    this.#stops = [
      ...[...payments, ...loan.waivers, ...loan.charges].map(({ date }) => date),
      // A rate that holds from a day on is that of the night before it, as in the engine.
      ...ENFORCEMENT.rows.map((row) => addDays(row.from, -1)),
    ].sort((one, other) => one - other);
  }

  get owed(): Fen {
    return subtract(this.accrued, add(this.paid, this.waived));
  }

  /** Takes the run to the close of a day; what payments of the day itself leave is still to be settled. */
  advance(to: Day): void {
    const { from } = this.#enforcement;
    if (to >= from && !this.#hasBegun) this.#begin(from);
    for (let stop = this.#stops[this.#nextStop]; stop !== undefined && stop < to; stop = this.#stops[this.#nextStop]) {
      if (stop > this.#today) this.#bearUntil(stop);
      this.#nextStop += 1;
    }
    if (to > from) this.#bearUntil(to);
    else this.#run.advance(to);
  }

  /**
   * Of `paid` in all so much has `reached` the components. What is owed of the delay interest takes what is left, but for what
   * is paid on the last day of the time for performance itself, when none is owed yet: that was seen when the account began.
   */
  settle(paid: number, reached: ByComponent): void {
    const beyond = paid - totalOf(reached);
    if (beyond <= this.#beyond) return;
    const more = beyond - this.#beyond;
    this.#beyond = beyond;
    this.paid = add(this.paid, least(fen(more), this.owed));
  }

  /** What of an amount was still owed. */
  waive(amount: Fen): Fen {
    const waived = least(amount, this.owed);
    this.waived = add(this.waived, waived);
    return waived;
  }

  delay(): Delay {
    const { from } = this.#enforcement;
    const rule = ENFORCEMENT.rows[0]?.from ?? from;
    return {
      from,
      judgment: this.#judgment.amount,
      aboveDebt: this.#judgment.aboveDebt,
      ruleFrom: addDays(from, 1) < rule ? rule : null,
      accrued: this.accrued,
      paid: this.paid,
      waived: this.waived,
      owed: this.owed,
      sources: ENFORCEMENT.rows.map(({ source }) => source),
      stretches: this.#stretches,
    };
  }

  #begin(from: Day): void {
    this.#run.advance(from);
    const { principal } = this.#run;
    const amount = this.#enforcement.judgment ?? principal;
    const beyondPrincipal = fen(Math.max(0, amount - principal));
    const ofFees = least(beyondPrincipal, this.#run.amounts("owed").fee);
    const aboveDebt = subtract(beyondPrincipal, ofFees);
    this.#judgment = { amount, aboveDebt, ofFees, loweredBefore: this.#lowered() };
    this.#hasBegun = true;
    this.#beyond = this.paidUntil(from) - totalOf(this.#run.amounts("paid"));
    this.#note();
  }

  #lowered(): ByComponent {
    return addAmounts(this.#run.amounts("paid"), this.#run.amounts("waived"));
  }

  /** What bears from now on. */
  #note(): void {
    const { amount, ofFees, loweredBefore } = this.#judgment;
    const { principal, fee } = subtractAmounts(this.#lowered(), loweredBefore);
    const unpaid = fen(Math.max(0, amount - principal - least(fee, ofFees)));
    this.#base = this.#run.owed === 0 ? ZERO : unpaid;
  }

  #bearUntil(to: Day): void {
    const run = this.#run;
    const from = this.#today;
    // What was paid by now is paid before the next night bears.
    this.settle(this.paidUntil(from), run.amounts("paid"));
    const rate = ENFORCEMENT.rowOn(addDays(from, 1))?.row.value.rate ?? NOTHING;
    run.advance(to);
    this.#today = to;
    // A run ends with the day on which nothing is owed any more.
    const days = Math.min(to, run.today) - from;
    if (this.#base > 0 && days > 0) {
      const borne = multiply(rate, fraction(BigInt(this.#base) * BigInt(days), 1n));
      this.#exact = addFractions(this.#exact, borne);
      const accrued = fen(Number(divideHalfUp(this.#exact.numerator, this.#exact.denominator)));
      const amount = subtract(accrued, this.accrued);
      const stretch = { from, to: run.today, days, component: "delay", base: this.#base, rate, amount } as const;
      if (borne.numerator > 0n) addStretch(this.#stretches, stretch);
      this.accrued = accrued;
    }
    this.#note();
  }
}

/** What payments in the order of their dates come to, to the close of any day. */
function paidUntil(payments: readonly Payment[]): (day: Day) => number {
  let sum = 0;
  const before = [0, ...payments.map(({ amount }) => (sum += amount))];
  return (day) => {
    let [low, high] = [0, payments.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((payments[middle]?.date ?? day) <= day) low = middle + 1;
      else high = middle;
    }
    return before[low] ?? 0;
  };
}
