/** English: how long the time of limitation is. */

import type { LimitationYears } from "../../law/limitation.ts";

export const yearsOfLimitation: { readonly [years in LimitationYears]: string } = { 2: "two years", 3: "three years" };
