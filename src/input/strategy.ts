/** A way to deal with a debt, in one line: `daily:50`, `agreement:months=36`, or under a name, `NAME=SPEC`. */

import { addDays, addMonths, type Day, day } from "../loan/day.ts";
import { type Agreement, type Deferral, type Events, NO_EVENTS } from "../loan/events.ts";
import type { Strategy, StrategyKind } from "../loan/strategy.ts";
import { invalid, ok, type Parsed } from "./problem.ts";
import { AGREED_HEADS, type AgreedHead, readAgreedSpec } from "./strategy-agreements.ts";
import { PAYING_HEADS, type PayingHead, readPaying } from "./strategy-payments.ts";
import { STRATEGY_HEADS, type StrategyHead, type StrategySpec, splitSpec, unreadable } from "./strategy-spec.ts";

/** What a strategy is read against: the loan's day, and what was to be paid anyway. */
export interface StrategyContext {
  readonly asOf: Day;
  readonly given: Pick<Events, "payments" | "streams">;
}

/** For a loan that is not readable: a day before all others, so that no date is said to come too early. */
export const UNREADABLE_LOAN: StrategyContext = { asOf: day("1900-01-01"), given: NO_EVENTS };

/** A name has no colon, so that `agreement:months=36` has none. */
const NAMED = /^([^:：=＝]*)[=＝](.*)$/s;

/** Where it is not known to what day the loan's balances belong, the context is null. */
export function readStrategy(written: string, contextRead: StrategyContext | null): Parsed<Strategy> {
  const context = contextRead ?? UNREADABLE_LOAN;
  const named = NAMED.exec(written);
  const name = strategyName(written);
  const reading = readNamed(name, named?.[2] ?? written, context);
  if (named === null || name !== "") return reading;
  return invalid({ code: "strategy-name-empty" }, ...(reading.ok ? [] : reading.issues));
}

/** The name that a strategy goes by: the one given, or the specification itself. */
export function strategyName(written: string): string {
  return (NAMED.exec(written)?.[1] ?? written).trim();
}

/** The option with the strategy it gives, so that of several the one that is meant is known. */
export function strategyOption(written: string): string {
  return `--strategy ${strategyName(written) || written}`.trim();
}

/** A strategy whose name is written elsewhere. */
export function readNamed(name: string, written: string, context: StrategyContext): Parsed<Strategy> {
  const spec = splitSpec(written, STRATEGY_HEADS);
  if (!spec.ok) return spec;
  const kind = kindOf(spec.value.head);
  const events = readHappenings(spec.value, context);
  return events.ok ? ok({ name, spec: written.trim(), kind, events: events.value }) : events;
}

/** The day from which an agreement's own instalments are paid as they fall due; null where it has none of its own. */
export function paysWhenDueFrom(agreement: Agreement): Day | null {
  switch (agreement.kind) {
    case "agreement":
    case "refinancing":
      return agreement.date;
    case "deferral":
    case "settlement":
      return null;
    default:
      return agreement satisfies never;
  }
}

function readHappenings(spec: StrategySpec, { asOf, given }: StrategyContext): Parsed<Events> {
  if (isPaying(spec)) {
    const stream = readPaying(spec, asOf);
    return stream.ok ? ok({ ...NO_EVENTS, streams: [stream.value] }) : stream;
  }
  if (isAgreed(spec)) {
    const agreement = readAgreedSpec(spec, asOf);
    return agreement.ok ? ok(happeningsOf(agreement.value, given)) : agreement;
  }
  return spec.body === null ? ok(NO_EVENTS) : invalid(unreadable(spec));
}

/** An agreement stands in place of the payments given, but for a deferral: after it they go on. */
function happeningsOf(agreement: Agreement, given: StrategyContext["given"]): Events {
  const paused = agreement.kind === "deferral" ? pauseWhileDeferred(agreement, given) : {};
  return { ...NO_EVENTS, agreements: [agreement], paysWhenDueFrom: paysWhenDueFrom(agreement), ...paused };
}

/** Nothing is paid while due dates are deferred: streams pause, dated payments in that time are dropped. */
function pauseWhileDeferred({ date, months }: Deferral, given: StrategyContext["given"]): StrategyContext["given"] {
  const end = addMonths(date, months);
  const pause = { from: date, until: addDays(end, -1) };
  return {
    payments: given.payments.filter((payment) => payment.date < date || payment.date >= end),
    streams: given.streams.map((stream) => ({ ...stream, pauses: [...stream.pauses, pause] })),
  };
}

function isPaying(spec: StrategySpec): spec is StrategySpec<PayingHead> {
  return (PAYING_HEADS as readonly StrategyHead[]).includes(spec.head);
}

function isAgreed(spec: StrategySpec): spec is StrategySpec<AgreedHead> {
  return (AGREED_HEADS as readonly StrategyHead[]).includes(spec.head);
}

function kindOf(head: StrategyHead): StrategyKind {
  switch (head) {
    case "none":
      return "none";
    case "daily":
    case "weekly":
    case "monthly":
    case "lump":
      return "payments";
    case "save":
      return "save";
    case "agreement":
      return "agreement";
    case "defer":
      return "deferral";
    case "settle":
      return "settlement";
    case "borrow":
      return "refinancing";
    default:
      return head satisfies never;
  }
}
