/** How much is tried: a little with every run of the tests, all of it in the deep one. */

/** `OVERDUE_SIM_RUNS` multiplies the number of runs of every property; the configurations of vitest set it. */
const FACTOR = Number(process.env["OVERDUE_SIM_RUNS"] ?? 1);

export const IS_DEEP = FACTOR > 1;

/** The same loans each time, so that a failure is never a matter of luck. */
export function sameEachTime(runs: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_261_122, numRuns: Math.ceil(runs * FACTOR) };
}

/** Cases that take long and differ little, such as starts of the real program: the first, or all in the deep run. */
export function firstOrAll<Case>(cases: readonly Case[]): readonly Case[] {
  return IS_DEEP ? cases : cases.slice(0, 1);
}
