/** Whether payments that are given take no part in what is worked out. */

import type { LoanRequest } from "../../input/loan-request.ts";
import type { Strategy } from "../../loan/strategy.ts";

/** True where payments are given that no named way takes in: only a deferral in one line goes on with them. */
export function paymentsStandAside({ events }: LoanRequest, strategies: readonly Strategy[]): boolean {
  const pays = events.payments.length + events.streams.length > 0;
  return pays && strategies.every(({ kind, spec }) => kind !== "deferral" || spec === "");
}
