/** What comes of one loan out of many: each figure that costs a run of its own is worked out only where it is asked for. */

import { type StatusCode, statusCode } from "../law/credit-record.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import { Run } from "../ledger/run.ts";
import { chargesOf, totalOf } from "../loan/amounts.ts";
import { type Day, dayInMonth } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, ratio } from "../loan/money.ts";
import type { SummedLoan } from "./book-summary.ts";
import { type BreakEvenPayment, breakEvenPayment } from "./break-even.ts";
import { type Projection, project } from "./projection.ts";

/** As `dayInMonth` reads it: the last day of a shorter month. */
const LAST_OF_MONTH = 31;

export class Outcome {
  readonly totals: RunTotals;
  readonly #loan: Loan;
  readonly #events: Events;
  readonly #run: Run;
  #daysOverdueAtMonthEnd: number | null = null;
  #projection: Projection | null = null;

  constructor(loan: Loan, events: Events, until: Day) {
    this.#loan = loan;
    this.#events = events;
    this.#run = new Run(loan, events);
    this.#run.advance(until);
    this.totals = this.#run.totals();
  }

  get toCharges(): Fen {
    return chargesOf(this.totals.paid);
  }

  get totalOwed(): Fen {
    return totalOf(this.totals.closing);
  }

  /** Of what was paid, the share that reached the principal; null where nothing was paid. */
  get principalShare(): number | null {
    const { paid, payments } = this.totals;
    return payments === 0 ? null : ratio(BigInt(paid.principal), BigInt(payments), 4);
  }

  /** Of the month in which the run ends, as it stands at its end if this goes on; null where the law knows no record. */
  get statusCode(): StatusCode | null {
    return this.#loan.jurisdiction === "cn" ? statusCode(this.#runToMonthEnd()) : null;
  }

  /** If this goes on. */
  get projection(): Projection {
    this.#runToMonthEnd();
    this.#projection ??= project(this.#run, this.#events);
    return this.#projection;
  }

  get breakEvenPayment(): BreakEvenPayment {
    return breakEvenPayment(this.#loan, this.#events);
  }

  forSummary(): SummedLoan {
    const { opening, closing, paid, payments, daysOverdueAtEnd } = this.totals;
    const { principalFirstFell, reason } = this.projection;
    return {
      owedBefore: totalOf(opening),
      principalBefore: opening.principal,
      paid: payments,
      toCharges: this.toCharges,
      toPrincipal: paid.principal,
      principalLeft: closing.principal,
      totalOwed: this.totalOwed,
      daysOverdue: daysOverdueAtEnd,
      principalFirstFell,
      clearedReason: reason,
    };
  }

  /** The run goes on from month's end to wherever this leads, so that this comes first. */
  #runToMonthEnd(): number {
    if (this.#daysOverdueAtMonthEnd === null) {
      this.#run.advance(dayInMonth(this.totals.to, 0, LAST_OF_MONTH));
      this.#daysOverdueAtMonthEnd = this.#run.daysOverdue;
    }
    return this.#daysOverdueAtMonthEnd;
  }
}
