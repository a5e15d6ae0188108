/** What falls due on a debt from a day on, if each instalment is paid on its due date. */

import { Run } from "../../ledger/run.ts";
import type { Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Fen } from "../../loan/money.ts";
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
