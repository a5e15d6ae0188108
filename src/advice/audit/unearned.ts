/** Whether a statement counts in interest fixed in advance for the days after its lines, or leaves it out: decided once for all of it. */

import type { Fen } from "../../loan/money.ts";
import { type AuditRow, rowsOfDay } from "./audit-row.ts";
import { differencesOf } from "./differences.ts";
import type { AuditDay } from "./replay-days.ts";
import type { OrderedStatement, StatementDay } from "./replayed-loan.ts";

/** The rows of a day in either reading; the same ones where nothing of what is owed lies ahead. */
interface RowsInReadings {
  readonly countedIn: readonly AuditRow[];
  readonly leftOut: readonly AuditRow[];
}

/** Takes days one after the other, and knows which reading those taken so far have. */
export class Readings {
  readonly #statement: OrderedStatement;
  readonly #tolerance: Fen;
  /** How many more lines tell that it is left out than that it is counted in. */
  #told = 0;
  /** All differences without their signs. */
  #offCountedIn = 0;
  #offLeftOut = 0;

  constructor(statement: OrderedStatement, tolerance: Fen) {
    this.#statement = statement;
    this.#tolerance = tolerance;
  }

  take(day: StatementDay, audited: AuditDay): RowsInReadings {
    const read = (isLeftOut: boolean): readonly AuditRow[] =>
      rowsOfDay(day, audited, { ...this.#statement, unearned: { isLeftOut, tolerance: this.#tolerance } });
    const countedIn = read(false);
    const isAnyAhead = audited.afterPayments.some(({ unearned }) => unearned > 0);
    const leftOut = isAnyAhead ? read(true) : countedIn;
    for (const difference of countedIn.flatMap(differencesOf)) this.#offCountedIn += Math.abs(difference);
    for (const difference of leftOut.flatMap(differencesOf)) this.#offLeftOut += Math.abs(difference);
    for (const { unearned } of leftOut) if (unearned.isTold) this.#told += unearned.isLeftOut === true ? 1 : -1;
    return { countedIn, leftOut };
  }

  /** As most of the lines tell; where none or as many tell the one as the other, what is nearer in sum, or else the terms. */
  get isLeftOut(): boolean {
    return this.#told === 0 ? this.#offLeftOut < this.#offCountedIn : this.#told > 0;
  }
}
