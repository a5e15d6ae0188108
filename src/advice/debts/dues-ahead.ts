/** What falls due on a debt from a day on, if each instalment is paid on its due date, and what of a budget is kept back for it. */

import type { Run } from "../../ledger/run.ts";
import { addDays, addMonths, type Day, latest } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Fen } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";

export interface DueAhead {
  readonly due: Day;
  readonly amount: Fen;
}

export class DuesAhead {
  readonly #run: Run;
  readonly #dueDates: readonly Day[];
  /** The first due date not looked at yet. Where nothing is owed on one so far, something may be by then. */
  #next: number;
  readonly #dues: DueAhead[] = [];

  /** Starts from where a run of the debt stands. */
  constructor({ payments }: OneDebt, dueDates: readonly Day[], from: Run) {
    this.#run = from.branch({ ...NO_EVENTS, payments });
    this.#dueDates = dueDates;
    this.#next = dueDates.findIndex((due) => due > from.today);
  }

  between(after: Day, until: Day): readonly DueAhead[] {
    this.#goTo(until);
    return this.#dues.filter(({ due }) => due > after && due <= until);
  }

  get #due(): Day | undefined {
    return this.#dueDates[this.#next];
  }

  #goTo(until: Day): void {
    const run = this.#run;
    for (let due = this.#due; due !== undefined && due <= until && !run.isOver; due = this.#due) {
      run.openDay(due);
      const amount = run.fallenDue;
      this.#dues.push({ due, amount });
      run.closeDay(amount);
      this.#next += 1;
    }
  }
}

/** What the pay days to come bring until a day; null where that is not sure. */
export type BroughtUntil = ((day: Day) => number) | null;

/** As long as most contracts run: what is given out too early lacks as late as at their last instalment. */
const MONTHS_SAVED_AHEAD = 36;

/** The last day of which `savedFor` asks. */
export function savedUntil(day: Day, brought: BroughtUntil): Day {
  return brought === null ? monthAfter(day) : addMonths(day, MONTHS_SAVED_AHEAD);
}

/**
 * As much of instalments as the pay days until then will not bring; of the next month all, where these bring nothing that is
 * sure. A short month may bring less than its instalments, and the long ones before it have to. Never more than what falls due
 * within a month of a day: for what no such saving reaches, as a large last instalment, debts that bear charges are not left
 * waiting.
 */
export function savedFor(dues: readonly DueAhead[], day: Day, brought: BroughtUntil): number {
  const until = monthAfter(day);
  let most = 0;
  for (const { due, amount } of dues) if (due <= until) most += amount;
  if (brought === null) return most;
  let asked = 0;
  let saved = 0;
  for (const { due, amount } of dues.toSorted((one, other) => one.due - other.due)) {
    asked += amount;
    const lacking = asked - brought(due);
    if (lacking <= most) saved = Math.max(saved, lacking);
  }
  return saved;
}

/** From the last day of a month to that of the next, however many days these have. */
function monthAfter(day: Day): Day {
  return latest(addMonths(day, 1), addDays(addMonths(addDays(day, 1), 1), -1));
}
