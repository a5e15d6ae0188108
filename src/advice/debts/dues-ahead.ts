/** What falls due on a debt from a day on, if each instalment is paid on its due date, and what of a budget is kept back for it. */

import { Run } from "../../ledger/run.ts";
import { addDays, addMonths, type Day, latest } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type Fen, sum } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";

export interface DueAhead {
  readonly due: Day;
  readonly amount: Fen;
}

export class DuesAhead {
  readonly #run: Run;
  /** Due dates not looked at yet. Where nothing is owed on one so far, something may be by then. */
  readonly #ahead: Day[];
  readonly #dues: DueAhead[] = [];

  /** Starts from where a run of the debt stands. */
  constructor({ loan, payments }: OneDebt, from: Run) {
    this.#run = new Run({ ...loan, asOf: from.today }, { ...NO_EVENTS, payments }, from.opening());
    this.#ahead = [...new Set(loan.instalments.map(({ due }) => due))].filter((due) => due > from.today);
  }

  between(after: Day, until: Day): readonly DueAhead[] {
    this.#goTo(until);
    return this.#dues.filter(({ due }) => due > after && due <= until);
  }

  #goTo(until: Day): void {
    const run = this.#run;
    for (let [due] = this.#ahead; due !== undefined && due <= until && !run.isOver; [due] = this.#ahead) {
      run.openDay(due);
      const amount = run.fallenDue;
      this.#dues.push({ due, amount });
      run.closeDay(amount);
      this.#ahead.shift();
    }
  }
}

/** What the pay days to come bring until a day. */
export type BroughtUntil = (day: Day) => number;

/** As long as most contracts run: what is given out too early lacks as late as at their last instalment. */
export const MONTHS_SAVED_AHEAD = 36;

/** As much of instalments as the pay days until then will not bring; all of it where these bring nothing that is sure. */
export function keptFor(dues: readonly DueAhead[], brought: BroughtUntil | null): number {
  if (brought === null) return sum(dues.map(({ amount }) => amount));
  return Math.max(0, ...lackingOn(dues, brought));
}

/**
 * The same of instalments far ahead: a short month may bring less than its instalments, and the long ones before it have to.
 * Never more than what falls due within a month of a day: for what no such saving reaches, as a large last instalment, debts
 * that bear charges are not left waiting.
 */
export function savedFor(dues: readonly DueAhead[], day: Day, brought: BroughtUntil | null): number {
  const until = monthAfter(day);
  const near = dues.filter(({ due }) => due <= until);
  if (brought === null || near.length === dues.length) return keptFor(near, brought);
  const most = sum(near.map(({ amount }) => amount));
  return Math.max(0, ...lackingOn(dues, brought).filter((lacking) => lacking <= most));
}

/** From the last day of a month to that of the next, however many days these have. */
function monthAfter(day: Day): Day {
  return latest(addMonths(day, 1), addDays(addMonths(addDays(day, 1), 1), -1));
}

/** On each due date in turn, what the pay days until then will not have brought of all instalments so far. */
function lackingOn(dues: readonly DueAhead[], brought: BroughtUntil): readonly number[] {
  let asked = 0;
  return dues
    .toSorted((one, other) => one.due - other.due)
    .map(({ due, amount }) => {
      asked += amount;
      return asked - brought(due);
    });
}
