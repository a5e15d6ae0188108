/** The payments of a run as they are named in a sentence. */

import type { LoanRequest } from "../../input/loan-request.ts";
import type { Events } from "../../loan/events.ts";
import type { Strategy } from "../../loan/strategy.ts";
import type { Words } from "../../messages/words.ts";
import { formatMoney } from "../../output/figures.ts";

/** `50.00 a day`, for a payment that repeats; null where there is none or several. */
export function perCycle({ streams }: Pick<Events, "streams">, { simulate }: Words): string | null {
  const [stream, ...others] = streams;
  return stream === undefined || others.length > 0
    ? null
    : simulate.amountPerCycle(
        stream.amounts.map((amount) => (amount === "minimum" ? amount : formatMoney(amount))),
        stream.cycle,
      );
}

/** True where payments are given that no named way takes in: only a deferral in one line goes on with them. */
export function paymentsStandAside({ events }: LoanRequest, strategies: readonly Strategy[]): boolean {
  const pays = events.payments.length + events.streams.length > 0;
  return pays && strategies.every(({ kind, spec }) => kind !== "deferral" || spec === "");
}
