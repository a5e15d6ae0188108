/** How far a run goes: a number of days, a date, or until nothing is owed. */

import { addDays, type Day, formatDay } from "../loan/day.ts";
import { parsed, readWritten } from "./field.ts";
import { type LoanOptions, optionName, writtenOption } from "./options.ts";
import { invalid, ok, type Parsed, type ProblemCollector } from "./problem.ts";
import { days as countOfDays, MOST_DAYS } from "./values/count.ts";
import { readDate } from "./values/date.ts";

/** How many days a run has where nothing says it: one by itself, and one beside others or under a plan. */
export const USUAL_DAYS = { alone: 30, compared: 365 } as const;

/**
 * The last day asked for, or the one after the usual days of the command; null: until the loan is cleared. Undefined after
 * what is wrong with it is noted.
 */
export function readHorizon(
  options: LoanOptions,
  asOf: Day,
  usualDays: number,
  problems: ProblemCollector,
): Day | null | undefined {
  const days = writtenOption(options, "days");
  const until = writtenOption(options, "until");
  const untilCleared = options.untilCleared === true;
  const cleared = untilCleared ? { where: optionName("untilCleared") } : null;
  const names = [days, until, cleared].flatMap((given) => given?.where ?? []);
  const [, second] = names;
  if (second !== undefined) problems.add(second, { code: "conflict", options: names });

  const daysRead = readWritten(days, countOfDays, problems);
  const untilRead = readWritten(
    until,
    parsed((text) => readUntil(text, asOf)),
    problems,
  );
  if (untilCleared) return null;
  if (days === null && until === null) return addDays(asOf, usualDays);
  return daysRead === null ? (untilRead ?? undefined) : addDays(asOf, daysRead);
}

/** A last day to which something runs: after `asOf`, and not more than a hundred years away. */
export function readUntil(written: string, asOf: Day): Parsed<Day> {
  const until = readDate(written);
  if (!until.ok) return until;
  const date = formatDay(until.value);
  if (until.value <= asOf) return invalid({ code: "too-early", kind: "horizon", date, asOf: formatDay(asOf) });
  const latest = addDays(asOf, MOST_DAYS);
  return until.value > latest ? invalid({ code: "too-far", date, latest: formatDay(latest) }) : ok(until.value);
}
