/** What comes of one loan out of many: each figure that costs a run of its own is worked out only where it is asked for. */

import { isReported, type StatusCode, statusCode } from "../law/credit-record.ts";
import { Run } from "../ledger/run.ts";
import { type Day, lastOfMonth } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { amountRatio, type Fen, fen } from "../loan/money.ts";
import { breakEvenAmount } from "./break-even.ts";
import { type Projection, project } from "./projection.ts";

export class Outcome {
  /** The last day before the run, and its last day. */
  readonly from: Day;
  readonly to: Day;
  readonly owedBefore: Fen;
  readonly principalBefore: Fen;
  readonly paid: Fen;
  readonly toCharges: Fen;
  readonly toPrincipal: Fen;
  readonly principalLeft: Fen;
  readonly totalOwed: Fen;
  readonly daysOverdue: number;
  /** The figures end before their time, because they would pass what can be counted. */
  readonly limitReachedOn: Day | null;
  readonly #loan: Loan;
  readonly #events: Events;
  readonly #run: Run;
  #daysOverdueAtMonthEnd: number | null = null;
  #projection: Projection | null = null;

  constructor(loan: Loan, events: Events, until: Day) {
    const run = new Run(loan, events);
    this.#loan = loan;
    this.#events = events;
    this.#run = run;
    this.from = run.today;
    this.owedBefore = run.owed;
    this.principalBefore = run.principal;
    run.advance(until);
    this.to = run.today;
    this.paid = fen(run.paidSoFar);
    this.toPrincipal = fen(run.principalPaid);
    this.toCharges = fen(run.taken - this.toPrincipal);
    this.principalLeft = run.principal;
    this.totalOwed = run.owed;
    this.daysOverdue = run.daysOverdue;
    this.limitReachedOn = run.limitReachedOn;
  }

  /** Of what was paid, the share that reached the principal; null where nothing was paid. */
  get principalShare(): number | null {
    return amountRatio(this.toPrincipal, this.paid);
  }

  /** Of the month in which the run ends, as it stands at its end if this goes on; null where the law knows no record. */
  get statusCode(): StatusCode | null {
    return isReported(this.#loan) ? statusCode(this.#runToMonthEnd()) : null;
  }

  /** If this goes on. */
  get projection(): Projection {
    this.#runToMonthEnd();
    this.#projection ??= project(this.#run, this.#events);
    return this.#projection;
  }

  /** Of the break-even payment; null where no payment does. */
  get breakEvenAmount(): Fen | null {
    return breakEvenAmount(this.#loan, this.#events);
  }

  /** The run goes on from month's end to wherever this leads, so that this comes first. */
  #runToMonthEnd(): number {
    if (this.#daysOverdueAtMonthEnd === null) {
      this.#run.advance(lastOfMonth(this.to));
      this.#daysOverdueAtMonthEnd = this.#run.daysOverdue;
    }
    return this.#daysOverdueAtMonthEnd;
  }
}
