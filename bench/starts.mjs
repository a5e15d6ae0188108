/** What a start of the command costs beside a start of Node that does nothing, in CPU time. */

import { spawnSync } from "node:child_process";
import { cpuOf, interleave } from "./measure.mjs";

const COMMAND = "dist/overdue-sim.cjs";
const LOAN = ["--principal", "50000", "--days-overdue", "30", "--as-of", "2026-11-22"];
const SIMULATE = [COMMAND, "simulate", ...LOAN, "--daily", "50"];

const MEASURED = {
  simulate: { words: SIMULATE, target: 1.6, what: "simulate, 30 days, table" },
  csv: { words: [...SIMULATE, "--csv"], target: 1.5, what: "simulate --csv" },
  version: { words: [COMMAND, "--version"], target: 1.5, what: "--version" },
  compare: { words: [COMMAND, "compare", ...LOAN, "--daily", "50"], target: 2, what: "compare, default set" },
  plan: {
    words: [COMMAND, "plan", ...LOAN, "--clear-by", "2036-11-22"],
    target: 2,
    what: "plan --clear-by, ten years",
  },
};

export function measureStarts() {
  const present = Object.entries(MEASURED).filter(([, { words }]) => runs(words));
  const medians = interleave(
    15,
    Object.fromEntries([
      ["nothing", () => cpuOf("-e", "0")],
      ...present.map(([name, { words }]) => [name, () => cpuOf(...words)]),
    ]),
  );
  return Object.entries(MEASURED).map(([name, { what, target }]) => ({
    what: `${what} ÷ node -e 0`,
    value: medians[name] === undefined ? null : medians[name] / medians.nothing,
    most: target,
  }));
}

export function measureFormats() {
  const long = [...SIMULATE, "--days", "3650"];
  if (!runs(long)) return [];
  const medians = interleave(7, {
    table: () => cpuOf(...long),
    csv: () => cpuOf(...long, "--csv"),
    json: () => cpuOf(...long, "--json"),
  });
  return [
    { what: "3,650 rows, whole process: table ÷ csv", value: medians.table / medians.csv, most: 1.3 },
    { what: "3,650 rows, whole process: table ÷ json", value: medians.table / medians.json },
  ];
}

/** A command that is not there yet, or says nothing yet, leaves its row empty. */
function runs(words) {
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 2 ** 26 });
  return status === 0 && stdout !== "";
}
