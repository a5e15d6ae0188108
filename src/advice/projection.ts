/** Will this ever end? The run taken further, past the end of any table, until the loan is cleared or a century has passed. */

import type { RunTotals } from "../ledger/ledger.ts";
import type { Run } from "../ledger/run.ts";
import { addDays, addMonths, CENTURY_DAYS, type Day } from "../loan/day.ts";
import { type Events, paysAnything, paysMinimum } from "../loan/events.ts";
import type { PaymentStream } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import { leastCommonMultiple } from "../loan/rate.ts";

/** `payments-do-not-cover-charges`: more is owed at the end than a decade before, and the payments go on as they are. */
export const NEVER_REASONS = ["not-within-horizon", "payments-do-not-cover-charges"] as const;
export type NeverReason = (typeof NEVER_REASONS)[number];

export interface Projection extends Pick<RunTotals, OfTotals> {
  /** Why the loan is never cleared; null where it is. */
  readonly reason: NeverReason | null;
  /** More is owed at the end than a decade before. */
  readonly isGrowing: boolean;
  /** It is never cleared, but within thirty years less than a yuan is left, as minimum payments do that are a share of it. */
  readonly isTrifleLeft: boolean;
  /** Payments go on and take more than they let grow, but a century is not enough for them: that is no never. */
  readonly isBeyondCentury: boolean;
  /** All that is paid until the loan is cleared or the projection ends; `unapplied` of it nobody takes. */
  readonly paid: Fen;
}

type OfTotals = "principalFirstFell" | "clearedOn" | "everOverdue" | "overdueEndedOn" | "unapplied";

/** A yuan. */
const TRIFLE = 100;
const TRIFLE_MONTHS = 360;

function isTrifleOn(run: Run, day: Day): boolean {
  run.advance(day);
  return run.owed < TRIFLE;
}

/**
 * Follows a run from its start: "if this goes on". The run given is used up. Every day of a century is run:
 * payments may work off for decades what stands before the principal, so that no look at a few cycles proves a "never".
 */
export function project(run: Run, events: Events): Projection {
  const end = addDays(run.totals().from, CENTURY_DAYS);
  const endless = events.streams.filter(({ until }) => until === null);
  const isTrifleSoon =
    paysMinimum({ streams: endless }) && isTrifleOn(run, addMonths(run.totals().from, TRIFLE_MONTHS));
  run.advance(cyclesBefore(end, endless));
  const owedBefore = run.owed;
  run.advance(end);
  const totals = run.totals();
  const isGrowing = totals.limitReachedOn !== null || run.owed > owedBefore;
  const { clearedOn, principalFirstFell, payments, unapplied, everOverdue, overdueEndedOn } = totals;
  const reason = clearedOn === null ? whyNever(run.owed - owedBefore, isGrowing, events, endless) : null;
  const isTrifleLeft = isTrifleSoon && clearedOn === null && run.owed < TRIFLE;
  return {
    principalFirstFell,
    clearedOn,
    reason,
    isGrowing,
    isTrifleLeft,
    isBeyondCentury: reason === "not-within-horizon" && !isTrifleLeft && endless.some(paysSomething),
    paid: payments,
    unapplied,
    everOverdue,
    overdueEndedOn,
  };
}

export function paysSomething({ amounts }: PaymentStream): boolean {
  return amounts.some((amount) => amount !== 0);
}

function whyNever(change: number, isGrowing: boolean, events: Events, endless: readonly PaymentStream[]): NeverReason {
  if (endless.length === 0 && paysAnything(events)) return "not-within-horizon";
  const paysWithoutEnd = endless.some(paysSomething);
  return isGrowing || (paysWithoutEnd && change === 0) ? "payments-do-not-cover-charges" : "not-within-horizon";
}

const DECADE_MONTHS = 120;
const DECADE_DAYS = 3_652;

/** A day about a decade before the end, whole cycles of all streams away from it: what is owed on both can be compared. */
function cyclesBefore(end: Day, streams: readonly PaymentStream[]): Day {
  let days = 1n;
  for (const { cycle, amounts } of streams) {
    if (cycle.kind === "month") return addMonths(end, -DECADE_MONTHS);
    days = leastCommonMultiple(days, BigInt(cycle.days * amounts.length));
  }
  const cycle = Number(days);
  return addDays(end, -(cycle > DECADE_DAYS ? DECADE_DAYS : DECADE_DAYS - (DECADE_DAYS % cycle)));
}
