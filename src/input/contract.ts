/** A contract from which the instalments are made, for those who know the contract and not the table. */

import { addMonths, type Day, formatDay } from "../loan/day.ts";
import type { Instalment, Terms } from "../loan/loan.ts";
import { AMOUNT_LIMIT, type Fen, formatFen } from "../loan/money.ts";
import type { Rate } from "../loan/rate.ts";
import { METHODS, makeSchedule, type ScheduledInstalment } from "../loan/schedule.ts";
import { readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { plain } from "./plain-text.ts";
import { invalid, type Located, ok, type Parsed, type ProblemCollector } from "./problem.ts";

/** Fifty years. */
const MONTHS_BOUNDS = { least: 1, most: 600 };

export interface GivenContract {
  readonly borrowed: Located | null;
  readonly months: Located | null;
  readonly method: Located | null;
  readonly firstDue: Located | null;
  readonly missedSince: Located | null;
}

export interface ContractState {
  readonly borrowed: Fen;
  /** Those not paid. */
  readonly instalments: readonly Instalment[];
  readonly paidInstalments: number;
}

/** The state of a contract on `asOf`, or null after what is wrong with it is noted. */
export function readContract(
  given: GivenContract,
  terms: Terms,
  asOf: Day,
  problems: ProblemCollector,
): ContractState | null {
  const borrowed = readRequired(given.borrowed, "--borrowed", (text) => readAmount(text), problems);
  const months = readRequired(given.months, "--months", (text) => readCount(text, MONTHS_BOUNDS), problems);
  const method = readRequired(given.method, "--method", (text) => readChoice(text, METHODS), problems);
  const firstDue = readRequired(given.firstDue, "--first-due", readDate, problems);
  if (borrowed === null || months === null || method === null || firstDue === null) return null;

  const rate = rateAt(terms, addMonths(firstDue, -1));
  if (exceedsLimit(borrowed, rate, months)) {
    problems.add(given.borrowed?.where ?? "--borrowed", { code: "total-too-large", limit: formatFen(AMOUNT_LIMIT) });
    return null;
  }
  const schedule = makeSchedule({ borrowed, months, method, firstDue, rate, dayCount: terms.dayCount });
  const { missedSince } = given;
  const paidInstalments =
    missedSince === null
      ? schedule.filter(({ due }) => due <= asOf).length
      : problems.read(missedSince, (text) => readMissedSince(text, schedule));
  if (paidInstalments === null) return null;
  return {
    borrowed,
    paidInstalments,
    instalments: schedule.slice(paidInstalments).map(({ due, principal, interest }) => {
      return { due, principal, interest, penalty: null, compound: null, fee: null };
    }),
  };
}

/** How many instalments were paid: those before the date, or before the number of an instalment. */
function readMissedSince(written: string, schedule: readonly ScheduledInstalment[]): Parsed<number> {
  if (/^-?\d{1,4}$/.test(plain(written))) {
    const number = readCount(written, { least: 1, most: schedule.length });
    return number.ok ? ok(number.value - 1) : number;
  }
  const date = readDate(written);
  if (!date.ok) return date;
  const missed = schedule.findIndex(({ due }) => due >= date.value);
  const last = schedule.at(-1)?.due ?? date.value;
  return missed < 0 ? invalid({ code: "missed-since-after-last", text: written, last: formatDay(last) }) : ok(missed);
}

function readRequired<Value>(
  given: Located | null,
  option: string,
  reader: (text: string) => Parsed<Value>,
  problems: ProblemCollector,
): Value | null {
  if (given !== null) return problems.read(given, reader);
  problems.add(option, { code: "contract-incomplete" });
  return null;
}

/** The rate the schedule was made with: the one in force when the loan began. */
function rateAt({ rates }: Terms, day: Day): Rate {
  const inForce = rates.findLast(({ from }) => from === null || from <= day) ?? rates[0];
  if (inForce === undefined) throw new Error("terms without a rate");
  return inForce.rate;
}

/** Whether principal and all interest, counted on the whole for months of 31 days, could pass the limit. */
function exceedsLimit(borrowed: Fen, { numerator, denominator, per }: Rate, months: number): boolean {
  const days = BigInt(months) * 31n;
  const periodDays = { day: 1n, month: 30n, year: 360n }[per];
  const interest = (BigInt(borrowed) * numerator * days) / (denominator * periodDays);
  return BigInt(borrowed) + interest > BigInt(AMOUNT_LIMIT);
}
