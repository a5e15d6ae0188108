/** A debt that grows beyond what is counted exactly: no figure is better than a wrong one. */

import type { Problem } from "../../input/problem.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { BALANCE_LIMIT } from "../../loan/money.ts";
import { formatMoney } from "../../output/figures.ts";

export function limitProblems(where: string, reachedOn: Day | null): readonly Problem[] {
  if (reachedOn === null) return [];
  return [{ where, code: "limit-reached", date: formatDay(reachedOn), limit: formatMoney(BALANCE_LIMIT) }];
}
