/** What falls due of a debt where each instalment is paid on its day. */

import { Run } from "../../ledger/run.ts";
import type { Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Fen } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";

export class DuesAhead {
  readonly #run: Run;
  /** Not looked at yet; on some of them nothing may be owed so far, and something by then. */
  readonly #ahead: Day[];
  readonly #dues: { readonly due: Day; readonly amount: Fen }[] = [];

  /** From where a run of the debt stands. */
  constructor({ loan, payments }: OneDebt, from: Run) {
    this.#run = new Run({ ...loan, asOf: from.today }, { ...NO_EVENTS, payments }, from.opening());
    this.#ahead = [...new Set(loan.instalments.map(({ due }) => due))].filter((due) => due > from.today);
  }

  between(after: Day, until: Day): number {
    this.#goTo(until);
    let total = 0;
    for (const { due, amount } of this.#dues) if (due > after && due <= until) total += amount;
    return total;
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
