/** Payments that an option of their own describes: `--daily 50`, `--weekly 200`, `--monthly 1500@15`. */

import { addDays, civil, type Day, formatDay } from "../loan/day.ts";
import type { PaymentStream } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import { readAmount } from "./amount.ts";
import { readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { plain } from "./plain-text.ts";
import { invalid, issuesOf, ok, type Parsed } from "./problem.ts";

export const DAY_OF_MONTH_BOUNDS = { least: 1, most: 31 };

/** `--daily 50`: from the day after `asOf`. */
export function readDaily(written: string, asOf: Day): Parsed<PaymentStream> {
  const amount = readAmount(written);
  return amount.ok ? ok(everyDays(1, [amount.value], asOf)) : amount;
}

/** `--weekly 200`: first seven days after `asOf`. */
export function readWeekly(written: string, asOf: Day): Parsed<PaymentStream> {
  const amount = readAmount(written);
  return amount.ok ? ok(everyDays(7, [amount.value], asOf)) : amount;
}

/** `--monthly 1500` or `1500@15`: without a day that of `asOf`. */
export function readMonthly(written: string, asOf: Day): Parsed<PaymentStream> {
  const [amountText = "", dayText] = plain(written).split(/@(.*)/s);
  const amount = readAmount(amountText);
  const dayOfMonth = dayText === undefined ? ok(civil(asOf).day) : readCount(dayText, DAY_OF_MONTH_BOUNDS);
  if (!amount.ok || !dayOfMonth.ok) return invalid(...issuesOf(amount, dayOfMonth));
  return ok({ ...everyDays(1, [amount.value], asOf), cycle: { kind: "month", dayOfMonth: dayOfMonth.value } });
}

/** A payment dated on `asOf` or before it is in the balances already. */
export function readPaymentDate(written: string, asOf: Day): Parsed<Day> {
  const date = readDate(written);
  if (!date.ok || date.value > asOf) return date;
  return invalid({ code: "payment-before-as-of", date: formatDay(date.value), asOf: formatDay(asOf) });
}

function everyDays(days: number, amounts: readonly Fen[], asOf: Day): PaymentStream {
  return { cycle: { kind: "days", days }, amounts, from: addDays(asOf, days), until: null, pauses: [], for: null };
}
