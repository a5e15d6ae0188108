/**
 * Payments in one line: `50/day`, `50/3days`, `1500/month@15`, `50,30,100/day`, `minimum/month@25`, `20000@2027-03-01`, each
 * with settings after it (`:from=`, `:until=`, `:pause=A..B`, `:for=`, `:surplus=`).
 *
 * In a stream a comma means two things: a repeating list (`50,30,100`) and thousands (`1,500`). What nobody would write
 * for a list is a number; what may be either is refused. A space or a semicolon (`50; 100/day`) always separates, and
 * beside one a comma is of thousands (`1,500;2,500`); a single dated amount is never a list.
 */

import type { PlanCycle } from "../../loan/budget.ts";
import { addDays, civil, type Day, formatDay, latest } from "../../loan/day.ts";
import type { Cycle, Payment, PaymentStream } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import { oneOrMore, parsed, perDay, type Reader, wrongKind } from "../field.ts";
import { plain } from "../plain-text.ts";
import { allOf, type Issue, invalid, issuesOf, mapped, ok, type Parsed, together } from "../problem.ts";
import {
  type Fault,
  fault,
  optional,
  type RecordReader,
  reader,
  required,
  type ShownRecord,
  shown,
  usually,
} from "../record.ts";
import { amount, digitsOf, GROUPED, readAmount } from "../values/amount.ts";
import { readBudget, turnLast } from "../values/budget.ts";
import { MOST_DAYS, readCount } from "../values/count.ts";
import { date, dateAfter, dayOfEntryAfter, readDate } from "../values/date.ts";
import { component, surplus, turn } from "../values/words.ts";

type Amounts = PaymentStream["amounts"];

/** A cycle as it is written: a month without a day takes that of its first payment. */
type WrittenCycle = Cycle | { readonly kind: "month"; readonly dayOfMonth: null };

const DAY_OF_MONTH = { least: 1, most: 31 };
const CYCLE_DAYS = { least: 1, most: MOST_DAYS };

/** A payment on a day; what is dated up to `asOf` is in the balances already. */
export const payment = perDay((asOf): ShownRecord<Payment> => {
  return shown({
    fields: {
      date: required(dayOfEntryAfter(asOf, "payment")),
      amount: required(amount),
      for: optional(component),
      surplus: optional(surplus),
    },
    short: {
      separator: ":",
      inHead: ["amount", "date"],
      split(head) {
        const [amountText = "", day] = head.split(/@(.*)/s);
        return day === undefined
          ? { code: "unreadable", kind: "payment-once", text: head }
          : { amount: amountText, date: day };
      },
    },
    make: (parts) => ({ value: parts }),
    parts: (value: Payment) => value,
  });
});

/** Payments that repeat. */
export const stream = perDay((asOf): RecordReader<PaymentStream> => {
  return reader({
    fields: {
      amounts: required(parsed(readAmounts)),
      every: required(parsed(readCycle)),
      from: optional(date),
      until: optional(dateAfter(asOf, "payment")),
      pause: usually(oneOrMore(parsed(readPause)), []),
      for: optional(component),
    },
    short: {
      separator: ":",
      repeatable: ["pause"],
      inHead: ["amounts", "every", "pause"],
      split(head) {
        const [amountsText = "", every] = head.split(/\/(.*)/s);
        return every === undefined
          ? { code: "unreadable", kind: "payment", text: head }
          : { amounts: amountsText, every };
      },
    },
    make({ amounts: each, every, from, until, pause: pauses, for: purpose }) {
      const start = from ?? addDays(asOf, every.kind === "days" ? every.days : 1);
      const faults: Fault[] = [];
      if (until !== null && until < start) {
        const stretch = { from: formatDay(start), until: formatDay(until) };
        faults.push(fault(["until", "from"], { code: "until-before-from", ...stretch }));
      }
      // Days before the first payment of a longer cycle are no mistake.
      const first = latest(from ?? asOf, addDays(asOf, 1));
      for (const one of pauses) {
        if (one.until >= first && one.from <= (until ?? Infinity)) continue;
        const stretch = { first: formatDay(latest(start, first)), last: until === null ? null : formatDay(until) };
        faults.push(fault(["pause"], { code: "pause-outside", pause: formatPause(one), ...stretch }));
      }
      if (faults.length > 0) return faults;
      const anchored: Cycle =
        every.kind === "days" ? every : { kind: "month", dayOfMonth: every.dayOfMonth ?? civil(from ?? asOf).day };
      return { value: { cycle: anchored, amounts: each, from: start, until, pauses, for: purpose } };
    },
  });
});

/** What a plan pays, `200/week:for=principal`: it may name a component, as a payment may. */
export const planBudget = reader({
  fields: { budget: required(parsed((text) => readBudget(text))), for: optional(component) },
  short: { separator: ":", inHead: ["budget"], split: (budget) => ({ budget }) },
  make: ({ budget, for: purpose }) => ({ value: { ...budget, for: purpose } }),
});

/** The first `@` or `/` tells a dated payment from a stream, which may have a day of the month behind its slash. */
function signOf(text: string): string | undefined {
  return /[/@]/.exec(text.split(":")[0] ?? "")?.[0];
}

/** `20000@2027-03-01`, and not `1500/month@15`. */
export function isPaidOnce(written: string): boolean {
  return signOf(turnLast(plain(written))) === "@";
}

/** Whichever of the two a text means. */
export const paymentOrStream = perDay((asOf): Reader<Payment | PaymentStream> => {
  const once = payment(asOf);
  const repeated = stream(asOf);
  return {
    read(written, problems) {
      if (written.kind !== "text") return wrongKind(written, "text", problems);
      const text = turnLast(plain(written.text));
      if (text === "") return problems.add(written.where, { code: "empty" });
      const sign = signOf(text);
      if (sign === undefined) {
        const unreadable = { code: "unreadable", kind: "payment", text: written.text } as const;
        return problems.add(written.where, MINIMUM.test(text) ? minimumByItself(text) : unreadable);
      }
      return (sign === "@" ? once : repeated).read({ ...written, text }, problems);
    },
  };
});

/** `--daily 50`, `--weekly 200`, `--monthly 1500@15`: one amount, whose cycle the option names. */
export function oneAmount(every: PlanCycle, asOf: Day): Reader<PaymentStream> {
  return {
    read(written, problems) {
      if (written.kind !== "text") return wrongKind(written, "text", problems);
      const [amountText = "", dayOfMonth] = every === "month" ? plain(written.text).split(/@(.*)/s) : [written.text];
      const alone = withoutCycle(amountText, every);
      const single = MINIMUM.test(plain(alone)) ? invalid(minimumByItself(alone)) : readAlone(alone);
      const read = dayOfMonth === undefined ? ok(null) : readDayOfMonth(dayOfMonth);
      if (!single.ok || !read.ok) return problems.add(written.where, ...issuesOf(single, read));
      const text = `${amount.format(single.value)}/${every}${read.value === null ? "" : `@${read.value}`}`;
      return stream(asOf).read({ ...written, text }, problems);
    },
  };
}

/** `--monthly 每月1500` and `--daily 50/day` say the option's cycle a second time, as answers to "how much a month" may. */
export function withoutCycle(text: string, every: PlanCycle): string {
  const [amountText = "", named] = turnLast(plain(text)).split(/\/(.*)/s);
  if (named === undefined) return text;
  const cycle = turn.parse(named.trim());
  return cycle.ok && cycle.value === every ? amountText : text;
}

/** An amount; one that says another cycle than the option is shown the option that takes it. */
function readAlone(text: string): Parsed<Fen> {
  const single = readAmount(text);
  const turned = turnLast(plain(text));
  const [amountText = "", named] = turned.split(/\/(.*)/s);
  if (single.ok || named === undefined || !readAmount(amountText).ok || !readCycle(named).ok) return single;
  return invalid({ code: "form-unknown", text, form: `--pay ${turned}` });
}

const MINIMUM = /^(?:minimum|最低还款额?)$/i;

/** The minimum payment takes no turns with amounts, and only `--pay` has it. */
function minimumByItself(text: string): Issue {
  return { code: "form-unknown", text, form: "--pay minimum/month@25" };
}

function readAmounts(text: string): Parsed<Amounts> {
  const trimmed = plain(text);
  if (MINIMUM.test(trimmed)) return ok(["minimum"]);
  const apart = trimmed.split(/\s*[;、]\s*|(?<=\d)\s+(?=[\d¥])/);
  const unclear = apart.find((part) => mayHaveThousands(part, apart.length));
  if (unclear !== undefined) {
    const forms = [trimmed.replaceAll(",", ";"), trimmed.replace(THOUSANDS, "").replaceAll(",", ";")] as const;
    return invalid({ code: "ambiguous", kind: "payments", text: trimmed, forms });
  }
  const parts = apart.flatMap(oneOrSeveral);
  if (parts.some((part) => MINIMUM.test(part))) return invalid(minimumByItself(trimmed));
  return allOf(parts.map((part) => readAmount(part)));
}

/** A comma before three digits. */
const THOUSANDS = /,(?=\d{3}(?!\d))/g;
/** Nothing but numbers with groups of three: `1,500,2,500`. */
const ALL_GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:,\d{1,2}(?:,\d{3})+(?:\.\d+)?)*$/;

/** Groups of three that nobody pays in turn: `1,500`, `10,000`, `50,100.00`; but `50,100` may be either. */
function isClearlyOne(grouped: string): boolean {
  return /^\d,|,0|\./.test(grouped);
}

function isGrouped(part: string): boolean {
  return GROUPED.test(digitsOf(part) ?? "");
}

function oneOrSeveral(part: string): readonly string[] {
  return isGrouped(part) ? [part] : part.split(/\s*,\s*/);
}

/** Whether the commas of a part may be meant both ways; `1,500,30` has a group that nobody would pay in turn. */
function mayHaveThousands(part: string, parts: number): boolean {
  if (isGrouped(part)) return !isClearlyOne(digitsOf(part) ?? "");
  return parts === 1 && (ALL_GROUPED.test(part) || /(?<![\d.,])\d,\d{3}(?!\d)|,0\d\d(?!\d)/.test(part));
}

/** `day`, `3days`, `week`, `2weeks`, `month`, `month@15`. */
function readCycle(text: string): Parsed<WrittenCycle> {
  const month = /^\s*(?:month|每?月)\s*(?:@(.*))?$/is.exec(text);
  if (month !== null) {
    const read = month[1] === undefined ? ok(null) : readDayOfMonth(month[1]);
    return mapped<number | null, WrittenCycle>(read, (dayOfMonth) => ({ kind: "month", dayOfMonth }));
  }
  const match = /^\s*每?(\d*)\s*(?:(days?|天|日)|weeks?|周|星期)\s*$/i.exec(text);
  if (match === null) return invalid({ code: "unreadable", kind: "payment-cycle", text });
  const unit = match[2] === undefined ? 7 : 1;
  return mapped(readCount(match[1] || "1", CYCLE_DAYS), (count) => ({ kind: "days", days: count * unit }));
}

/** `15`, `15日`, `每月15号` */
function readDayOfMonth(text: string): Parsed<number> {
  return readCount(plain(text).replace(/^每?个?月|[日号]$/g, ""), DAY_OF_MONTH);
}

function formatPause({ from, until }: PaymentStream["pauses"][number]): string {
  return `${formatDay(from)}..${formatDay(until)}`;
}

function readPause(text: string): Parsed<PaymentStream["pauses"][number]> {
  const [fromText, untilText, ...more] = text.split("..");
  if (fromText === undefined || untilText === undefined || more.length > 0) {
    return invalid({ code: "unreadable", kind: "pause", text });
  }
  const pause = together({ from: readDate(fromText), until: readDate(untilText) });
  if (!pause.ok || pause.value.until >= pause.value.from) return pause;
  const { from, until } = pause.value;
  return invalid({ code: "until-before-from", from: formatDay(from), until: formatDay(until) });
}
