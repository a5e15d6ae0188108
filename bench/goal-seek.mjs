/** One goal seek in a fresh process, nothing warmed up: prints the milliseconds of the search, without the start. */

import { clearBy } from "../dist/index.js";
import { AS_OF, DAYS, overdueLoan } from "./loans.mjs";

const start = performance.now();
const plan = clearBy(overdueLoan(100), "day", AS_OF + DAYS);
const milliseconds = performance.now() - start;
if (plan.outcome.kind === "impossible") throw new Error("a payment that clears ten years on was not found");
console.log(milliseconds);
