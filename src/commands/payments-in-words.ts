/** The payments of a run as they are named in a sentence. */

import type { LoanRequest } from "../intake/loan-request.ts";
import { formatMoney } from "../language/format.ts";
import type { Words } from "../language/words.ts";
import type { Happenings } from "../loan/happenings.ts";
import type { Strategy } from "../loan/strategy.ts";

/** `50.00 a day`, for a payment that repeats; null where there is none or several. */
export function perCycle({ streams }: Pick<Happenings, "streams">, { simulate }: Words): string | null {
  const [stream, ...others] = streams;
  return stream === undefined || others.length > 0
    ? null
    : simulate.amountPerCycle(stream.amounts.map(formatMoney), stream.cycle);
}

/** True where payments are given that no named way takes in: only a deferral in one line goes on with them. */
export function paymentsStandAside({ happenings }: LoanRequest, strategies: readonly Strategy[]): boolean {
  const pays = happenings.payments.length + happenings.streams.length > 0;
  return pays && strategies.every(({ kind, spec }) => kind !== "deferral" || spec === "");
}
