/** Interest for the delay in performing a judgment, counted beside a run: paid last and bearing nothing, it changes none of it. */

import { ENFORCEMENT } from "../../law/enforcement.ts";
import type { Run } from "../../ledger/run.ts";
import { addAmounts, type ByComponent, subtractAmounts, totalOf } from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { add, divideHalfUp, type Fen, type Fraction, fen, least, NOTHING, subtract, ZERO } from "../../loan/money.ts";
import { addFractions, compareFractions, fraction } from "../../loan/rate.ts";
import type { PaymentSums } from "./replayed-loan.ts";
import type { Stretch } from "./worksheet.ts";

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

export interface Delay {
  readonly from: Day;
  readonly judgment: Fen;
  /** What of the judgment's debt is more than the terms give as owed without interest on that day. */
  readonly aboveDebt: Fen;
  /** The first night of the delay is before the rule: nights until then are not counted. */
  readonly ruleFrom: Day | null;
  readonly accrued: Fen;
  readonly paid: Fen;
  readonly waived: Fen;
  readonly owed: Fen;
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

/** A part of the time in which one balance bore one rate. */
interface Bearing {
  readonly from: Day;
  readonly to: Day;
  readonly base: Fen;
  readonly rate: Fraction;
}

/**
 * Takes a run from day to day and keeps the account of the delay interest beside it. Art 4 of the interpretation: the debt
 * of the judgment is paid first, this last.
 */
export class DelayAccount {
  accrued: Fen = ZERO;
  paid: Fen = ZERO;
  waived: Fen = ZERO;
  readonly #run: Run;
  readonly #enforcement: Enforcement;
  readonly #payments: PaymentSums;
  /** Days on which what bears may change beside payments. */
  readonly #stops: readonly Day[];
  readonly #stretches: Stretch[] = [];
  #exact: Fraction = NOTHING;
  #today: Day;
  #judgment: Judgment | null = null;
  #base: Fen = ZERO;
  #nextStop = 0;
  /** Of all payments what no component took and this account has seen. */
  #beyond = 0;

  constructor(run: Run, loan: Loan, payments: PaymentSums, enforcement: Enforcement) {
    const { from } = enforcement;
    this.#run = run;
    this.#enforcement = enforcement;
    this.#payments = payments;
    this.#today = from;
    this.#stops = [
      ...loan.waivers.map(({ date }) => date),
      ...loan.charges.map(({ date }) => date),
      // A rate that holds from a day on is that of the night before it, as in the engine.
      ...ENFORCEMENT.rows.map((row) => addDays(row.from, -1)),
    ]
      .filter((day) => day > from)
      .toSorted((one, other) => one - other);
  }

  get owed(): Fen {
    return subtract(this.accrued, add(this.paid, this.waived));
  }

  /** Takes the run to the close of a day; what payments of the day itself leave is still to be settled. */
  advance(to: Day): void {
    const { from } = this.#enforcement;
    if (to >= from && this.#judgment === null) this.#begin(from);
    for (const stop of this.#stopsBefore(to)) this.#bearUntil(stop);
    if (to > from) this.#bearUntil(to);
    else this.#run.advance(to);
  }

  /**
   * `beyond`: what no component took of all that was paid so far. What is owed of the delay interest takes it, but for what is
   * paid on the last day of the time for performance itself, when none is owed yet: that was seen when the account began.
   */
  settle(beyond: number): void {
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
    const { from, judgment } = this.#enforcement;
    const rule = ENFORCEMENT.rows[0]?.from ?? from;
    return {
      from,
      judgment: this.#judgment?.amount ?? judgment ?? ZERO,
      aboveDebt: this.#judgment?.aboveDebt ?? ZERO,
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
    this.#beyond = this.#beyondUntil(from);
    this.#note();
  }

  #lowered(): ByComponent {
    return addAmounts(this.#run.amounts("paid"), this.#run.amounts("waived"));
  }

  /** What bears from now on. */
  #note(): void {
    const { amount, ofFees, loweredBefore } = this.#begun();
    const { principal, fee } = subtractAmounts(this.#lowered(), loweredBefore);
    const unpaid = fen(Math.max(0, amount - principal - least(fee, ofFees)));
    this.#base = this.#run.owed === 0 ? ZERO : unpaid;
  }

  #begun(): Judgment {
    if (this.#judgment === null) throw new Error("nothing is borne before the time for performance ends");
    return this.#judgment;
  }

  #beyondUntil(day: Day): number {
    return this.#payments.until(day) - totalOf(this.#run.amounts("paid"));
  }

  #stopsBefore(to: Day): readonly Day[] {
    const stops: Day[] = [];
    for (;;) {
      const stop = this.#stops[this.#nextStop];
      if (stop === undefined || stop >= to) break;
      if (stop > this.#today) stops.push(stop);
      this.#nextStop += 1;
    }
    const days = [...stops, ...this.#payments.daysBetween(this.#today, to)];
    return [...new Set(days)].toSorted((one, other) => one - other);
  }

  #bearUntil(to: Day): void {
    const run = this.#run;
    const from = this.#today;
    // What was paid by now is paid before the next night bears.
    this.settle(this.#beyondUntil(from));
    const rate = ENFORCEMENT.rowOn(addDays(from, 1))?.row.value.rate ?? NOTHING;
    run.advance(to);
    this.#today = to;
    // A run ends with the day on which nothing is owed any more.
    const nights = Math.min(to, run.today) - from;
    if (this.#base > 0 && nights > 0) {
      const borne = BigInt(this.#base) * BigInt(nights) * rate.numerator;
      this.#exact = addFractions(this.#exact, fraction(borne, rate.denominator));
      const accrued = fen(Number(divideHalfUp(this.#exact.numerator, this.#exact.denominator)));
      if (borne > 0n) this.#write({ from, to: run.today, base: this.#base, rate }, subtract(accrued, this.accrued));
      this.accrued = accrued;
    }
    this.#note();
  }

  /** A stretch, where the run was taken from payment to payment. */
  #write({ from, to, base, rate }: Bearing, amount: Fen): void {
    const last = this.#stretches.at(-1);
    const goesOn =
      last?.to === from && last.base === base && last.rate !== null && compareFractions(last.rate, rate) === 0;
    if (goesOn) this.#stretches.pop();
    const start = goesOn ? last.from : from;
    this.#stretches.push({
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
