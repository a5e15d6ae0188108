/** What a loan of the tests says of all that its test does not speak of. */

import type { Loan } from "../src/loan/loan.ts";
import { USUAL_ROUNDING } from "../src/loan/rounding.ts";
import type { Cap, Terms } from "../src/loan/terms.ts";

export { USUAL_ROUNDING };

/** Of the terms that few contracts have: none. */
export const NO_SPECIAL_TERMS = {
  compoundRate: { kind: "penalty" },
  compoundRests: "day",
  caps: [] as readonly Cap[],
  minimum: null,
  accelerateAfter: null,
} as const satisfies Partial<Terms>;

/** Nothing dated ahead, nobody special. */
export const NOTHING_ELSE = {
  waivers: [],
  interruptions: [],
  lender: "bank",
  jurisdiction: "cn",
  agreedFlows: null,
} as const satisfies Partial<Loan>;
