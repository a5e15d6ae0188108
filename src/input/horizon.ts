/** How far a run goes: a number of days, a date, or until nothing is owed. */

import { addDays, type Day, formatDay } from "../loan/day.ts";
import { MOST_DAYS, readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { givenOption, type LoanOptions, optionName } from "./loan-options.ts";
import { invalid, ok, type Parsed, type ProblemCollector } from "./problem.ts";

export type Horizon = { readonly kind: "days"; readonly days: number } | { readonly kind: "cleared" };

/** The horizon asked for; where none is, the days that the command usually runs. */
export function readHorizon(
  options: LoanOptions,
  asOf: Day,
  defaultDays: number,
  problems: ProblemCollector,
): Horizon | null {
  const days = givenOption(options, "days");
  const until = givenOption(options, "until");
  const untilCleared = options.untilCleared === true;
  const cleared = untilCleared ? { where: optionName("untilCleared") } : null;
  const names = [days, until, cleared].flatMap((given) => given?.where ?? []);
  const [, second] = names;
  if (second !== undefined) problems.add(second, { code: "conflict", options: names });

  const daysRead = days && problems.read(days, (text) => readCount(text, { least: 1, most: MOST_DAYS }));
  const untilRead = until && problems.read(until, (text) => readUntil(text, asOf));
  if (untilCleared) return { kind: "cleared" };
  if (days === null && until === null) return { kind: "days", days: defaultDays };
  const count = daysRead ?? untilRead;
  return count === null ? null : { kind: "days", days: count };
}

function readUntil(written: string, asOf: Day): Parsed<number> {
  const until = readDate(written);
  if (!until.ok) return until;
  const days = until.value - asOf;
  const told = formatDay(until.value);
  if (days <= 0) return invalid({ code: "until-not-after-as-of", until: told, asOf: formatDay(asOf) });
  const latest = formatDay(addDays(asOf, MOST_DAYS));
  return days > MOST_DAYS ? invalid({ code: "until-too-far", until: told, latest }) : ok(days);
}

/** The last day of a run; null: until the loan is cleared. */
export function lastDay(horizon: Horizon, asOf: Day): Day | null {
  return horizon.kind === "cleared" ? null : addDays(asOf, horizon.days);
}
