/** How many loans a property is tried on: some with every run of the tests, many more in the deep one. */

/** `OVERDUE_SIM_RUNS` multiplies the number of runs of every property; 1 where it is not set. */
const FACTOR = Number(process.env["OVERDUE_SIM_RUNS"] ?? 1);

/** The same loans each time, so that a failure is never a matter of luck. */
export function sameEachTime(runs: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_261_122, numRuns: Math.max(1, Math.round(runs * FACTOR)) };
}
