/** A way to deal with a debt: payments, or something agreed with a lender, under a name. */

import type { Day } from "./day.ts";
import { type Agreement, type Events, namedOutOfOrder, paysAnything } from "./events.ts";
import type { Loan } from "./loan.ts";

export type StrategyKind = "none" | "payments" | "save" | "agreement" | "deferral" | "settlement" | "refinancing";

export interface Strategy {
  /** Unique within a comparison: given by the user, or the specification itself, or the code of a default. */
  readonly name: string;
  /** As it can be typed again. */
  readonly spec: string;
  readonly kind: StrategyKind;
  readonly events: Events;
  /** Of a new loan's offer: nothing was assumed (also where absent), what was left unnamed, or all of it. */
  readonly assumed?: AssumedOffer;
}

export type AssumedOffer = "offer" | "unnamed" | "nothing";

/** What happens to a loan is named after the first thing that is agreed, else after its payments. */
export function kindOfEvents({ agreements, payments, streams, paysWhenDueFrom }: Events): StrategyKind {
  const [first] = agreements;
  if (first !== undefined) return first.kind;
  return paysAnything({ payments, streams }) || paysWhenDueFrom !== null ? "payments" : "none";
}

/** What a run has cleared before the day of an agreement, that changes nothing any more. */
export function comesTooLate({ date }: Agreement, clearedOn: Day | null): boolean {
  return clearedOn !== null && date > clearedOn;
}

/** Something is agreed, and in time. */
export function agreesInTime({ agreements }: Events, clearedOn: Day | null): boolean {
  return agreements.some((agreement) => !comesTooLate(agreement, clearedOn));
}

/** True where a lender must first agree: its figures are those of a proposal. */
export function isProposal({ events }: Strategy, loan: Loan, clearedOn: Day | null): boolean {
  return agreesInTime(events, clearedOn) || namedOutOfOrder(events, loan).length > 0;
}

/** True where a new loan takes the place of the old one, whatever else is agreed. */
export function borrowsAnew({ events }: Strategy): boolean {
  return events.agreements.some(({ kind }) => kind === "refinancing");
}

/** True where what is paid is paid once, so that nothing goes on. */
export function paysOnce({ events: { agreements, payments, streams } }: Strategy): boolean {
  const isOnce = streams.every(({ from, until }) => from === until);
  return agreements.length === 0 && isOnce && paysAnything({ payments, streams });
}
