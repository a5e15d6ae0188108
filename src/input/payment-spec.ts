/**
 * Payments in one line: `50/day`, `50/3days`, `200/week`, `1500/month@15`, `50,30,100/day`, `20000@2027-03-01`,
 * each with settings after it (`:from=`, `:until=`, `:pause=A..B`, `:for=`, `:surplus=`).
 *
 * In a stream a comma means two things: a repeating list (`50,30,100`) and thousands (`1,500`). What nobody would write
 * for a list is a number; what may be either is refused. A space or a semicolon (`50; 100/day`) always separates, and
 * a single dated amount is never a list.
 */

import { addDays, civil, type Day, formatDay } from "../loan/day.ts";
import { COMPONENTS, type Component, type Cycle, type Payment, type PaymentStream, SURPLUSES } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import { GROUPED, readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { MOST_DAYS, readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { judged, type Ruled, splitSettings } from "./mini-language.ts";
import { DAY_OF_MONTH_BOUNDS, readPaymentDate } from "./payment-options.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, issuesOf, ok, type Parsed } from "./problem.ts";

export type PaymentSpec =
  | { readonly kind: "payment"; readonly payment: Payment }
  | { readonly kind: "stream"; readonly stream: PaymentStream };

const NAMES = { known: ["from", "until", "for", "pause", "surplus"], repeatable: ["pause"] } as const;
type Name = (typeof NAMES)["known"][number];

const CYCLE_BOUNDS = { least: 1, most: MOST_DAYS };

export function readPaymentSpec(written: string, asOf: Day): Parsed<PaymentSpec> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const ruled = splitSettings(text, NAMES);
  return judged(ruled, readRuled(written, ruled, asOf));
}

function readRuled(written: string, ruled: Ruled<Name>, asOf: Day): Parsed<PaymentSpec> {
  const { head } = ruled;
  // A stream may name a day of the month behind its slash, and a mistaken date may have slashes: the first sign decides.
  const sign = head.search(/[/@]/);
  if (sign < 0) return invalid({ code: "payment-unreadable", text: written });
  const [before, after] = [head.slice(0, sign), head.slice(sign + 1)];
  if (head[sign] === "@") return readDatedPayment(before, after, ruled, asOf);
  return readStream(written, before, after, ruled, asOf);
}

function readDatedPayment(
  amountText: string,
  dateText: string,
  { settings }: Ruled<Name>,
  asOf: Day,
): Parsed<PaymentSpec> {
  const amount = readAmount(amountText);
  const date = readPaymentDate(dateText, asOf);
  const purpose = readPurpose(settings.get("for")?.[0]);
  const surplusText = settings.get("surplus")?.[0];
  const surplus = surplusText === undefined ? ok(null) : readChoice(surplusText, SURPLUSES);
  const misplaced = misplacedSettings(settings, ["from", "until", "pause"]);
  if (!amount.ok || !date.ok || !purpose.ok || !surplus.ok || misplaced.length > 0) {
    return invalid(...issuesOf(amount, date, purpose, surplus), ...misplaced);
  }
  const payment = { date: date.value, amount: amount.value, for: purpose.value, surplus: surplus.value };
  return ok({ kind: "payment", payment });
}

function readStream(
  written: string,
  amountsText: string,
  cycleText: string,
  { settings }: Ruled<Name>,
  asOf: Day,
): Parsed<PaymentSpec> {
  const fromText = settings.get("from")?.[0];
  const untilText = settings.get("until")?.[0];
  const amounts = readAmounts(amountsText, cycleText);
  const from = fromText === undefined ? ok(null) : readDate(fromText);
  const cycle = readCycle(written, cycleText, (from.ok ? from.value : null) ?? asOf);
  const until = untilText === undefined ? ok(null) : readPaymentDate(untilText, asOf);
  const pauses = readPauses(settings.get("pause") ?? []);
  const purpose = readPurpose(settings.get("for")?.[0]);
  const misplaced = misplacedSettings(settings, ["surplus"]);
  if (!amounts.ok || !from.ok || !cycle.ok || !until.ok || !pauses.ok || !purpose.ok || misplaced.length > 0) {
    return invalid(...issuesOf(amounts, from, cycle, until, pauses, purpose), ...misplaced);
  }
  const start = from.value ?? addDays(asOf, cycle.value.kind === "days" ? cycle.value.days : 1);
  if (until.value !== null && until.value < start) return invalid(endsEarly(start, until.value));
  return ok({
    kind: "stream",
    stream: {
      cycle: cycle.value,
      amounts: amounts.value,
      from: start,
      until: until.value,
      pauses: pauses.value,
      for: purpose.value,
    },
  });
}

function readAmounts(text: string, cycleText: string): Parsed<readonly Fen[]> {
  const trimmed = text.trim();
  const number = trimmed.replace(/^¥\s*|\s*(?:[万亿]?\s*元|[万亿])$/g, "");
  const isGrouped = GROUPED.test(number);
  if (isGrouped && !isClearlyOne(number)) {
    const [list, one] = [";", ""].map((between) => `${trimmed.replaceAll(",", between)}/${cycleText}`);
    return invalid({ code: "payment-commas-unclear", text: trimmed, list: list ?? "", one: one ?? "" });
  }
  const parts = isGrouped ? [trimmed] : trimmed.split(/\s*[,;、]\s*|(?<=\d)\s+(?=[\d¥])/);
  const readings = parts.map((part) => readAmount(part));
  const issues = issuesOf(...readings);
  return issues.length > 0
    ? invalid(...issues)
    : ok(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
}

/** Groups of three that nobody pays in turn: `1,500`, `10,000`, `50,100.00`; but `50,100` may be either. */
function isClearlyOne(grouped: string): boolean {
  return /^\d,|,0|\./.test(grouped);
}

/** `day`, `3days`, `week`, `2weeks`, `month`, `month@15`; a month's day is that of the anchor unless it is given. */
function readCycle(written: string, text: string, anchor: Day): Parsed<Cycle> {
  const month = /^\s*(?:month|月)\s*(?:@(.*))?$/is.exec(text);
  if (month !== null) {
    const dayOfMonth = month[1] === undefined ? ok(civil(anchor).day) : readCount(month[1], DAY_OF_MONTH_BOUNDS);
    return dayOfMonth.ok ? ok({ kind: "month", dayOfMonth: dayOfMonth.value }) : dayOfMonth;
  }
  const match = /^\s*(\d*)\s*(?:(days?|天|日)|weeks?|周|星期)\s*$/i.exec(text);
  if (match === null) return invalid({ code: "payment-cycle-unknown", text: written });
  const count = readCount(match[1] || "1", CYCLE_BOUNDS);
  return count.ok ? ok({ kind: "days", days: count.value * (match[2] === undefined ? 7 : 1) }) : count;
}

function readPauses(texts: readonly string[]): Parsed<PaymentStream["pauses"]> {
  const readings = texts.map(readPause);
  const issues = issuesOf(...readings);
  return issues.length > 0
    ? invalid(...issues)
    : ok(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
}

function readPause(text: string): Parsed<PaymentStream["pauses"][number]> {
  const [fromText, untilText, ...more] = text.split("..");
  if (fromText === undefined || untilText === undefined || more.length > 0)
    return invalid({ code: "pause-unreadable", text });
  const from = readDate(fromText);
  const until = readDate(untilText);
  if (!from.ok || !until.ok) return invalid(...issuesOf(from, until));
  return until.value < from.value
    ? invalid(endsEarly(from.value, until.value))
    : ok({ from: from.value, until: until.value });
}

function readPurpose(text: string | undefined): Parsed<Component | null> {
  return text === undefined ? ok(null) : readChoice(text, COMPONENTS);
}

function misplacedSettings(settings: ReadonlyMap<Name, unknown>, misplaced: readonly Name[]): readonly Issue[] {
  return misplaced.filter((name) => settings.has(name)).map((setting) => ({ code: "setting-misplaced", setting }));
}

function endsEarly(from: Day, until: Day): Issue {
  return { code: "until-before-from", from: formatDay(from), until: formatDay(until) };
}
