/** `npm run bench`: what the program costs, as ratios within one run; absolute times drift from machine to machine. */

import { execFileSync } from "node:child_process";
import { measureAudits } from "./audit.mjs";
import { measureBatch } from "./batch.mjs";
import { measureDebts } from "./debts.mjs";
import { measureAgainstC, measureAgainstDecimals, measureSetUp } from "./engine.mjs";
import { measureLinearity } from "./linearity.mjs";
import { median } from "./measure.mjs";
import { measureFormats, measureStarts } from "./starts.mjs";

const SECTIONS = {
  "start of the program, CPU time": measureStarts,
  "a table of 3,650 rows, CPU time of the whole process": measureFormats,
  "engine beside the same work in C": measureAgainstC,
  "engine beside decimal.js": measureAgainstDecimals,
  "engine by itself": () => [...measureSetUp(), measureGoalSeek()],
  "a statement explained": measureAudits,
  "several debts from one budget, CPU time": measureDebts,
  "a book of loans": measureBatch,
  "cost of one where there are more": measureLinearity,
};

let missed = 0;
for (const [title, measure] of Object.entries(SECTIONS)) {
  console.log(`\n${title}`);
  for (const row of measure()) print(row);
}
console.log(missed === 0 ? "\nevery target reached" : `\n${missed} targets missed`);

/** The median of searches that each have a process of their own. */
function measureGoalSeek() {
  const run = () => execFileSync(process.execPath, ["bench/goal-seek.mjs"], { encoding: "utf8" });
  const value = median(Array.from({ length: 9 }, () => Number.parseFloat(run())));
  return { what: "smallest daily payment over 3,650 days, cold, ms", value, most: 40, decimals: 1 };
}

function print({ what, value, most, least, decimals = 2 }) {
  if (value === null) {
    console.log(`  ${what.padEnd(56)}${"not measured here".padStart(18)}`);
    return;
  }
  const isReached = (most === undefined || value <= most) && (least === undefined || value >= least);
  if (!isReached) missed += 1;
  const target = most === undefined ? (least === undefined ? "" : `at least ${least}`) : `at most ${most}`;
  console.log(`  ${what.padEnd(56)}${value.toFixed(decimals).padStart(10)}  ${target}${isReached ? "" : "  MISSED"}`);
}
