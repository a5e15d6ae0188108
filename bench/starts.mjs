/** What a start of the command costs beside a start of Node that does nothing, in CPU time. */

import { spawnSync } from "node:child_process";
import { cpuOf, interleave } from "./measure.mjs";

const COMMAND = "dist/overdue-sim.cjs";
const LOAN = ["--principal", "50000", "--days-overdue", "30", "--as-of", "2026-11-22"];
const SIMULATE = [COMMAND, "simulate", ...LOAN, "--daily", "50"];

/** `newer`: the target for a Node that keeps what it compiles, where it has done so before. */
const STARTS = [
  { what: "simulate, 30 days, table", words: SIMULATE, most: 3, newer: 2.5 },
  { what: "simulate --csv", words: [...SIMULATE, "--csv"], most: 2.8, newer: 2.3 },
  { what: "--version", words: [COMMAND, "--version"], most: 2, newer: 1.7 },
  { what: "compare, default set", words: [COMMAND, "compare", ...LOAN, "--daily", "50"], most: 3.5, newer: 2.9 },
  {
    what: "plan --clear-by, ten years",
    words: [COMMAND, "plan", ...LOAN, "--clear-by", "2036-11-22"],
    most: 3.5,
    newer: 2.9,
  },
];

const NODES = [20, 22, 24];

export function measureStarts() {
  return NODES.flatMap((version) => {
    const node = nodeOf(version);
    const medians = node === null ? {} : medianStarts(node);
    return STARTS.map(({ what, most, newer }) => ({
      what: `Node ${version}: ${what} ÷ node -e 0`,
      value: node === null ? null : medians[what] / medians.nothing,
      most: version === 20 ? most : newer,
    }));
  });
}

function medianStarts(node) {
  return interleave(15, {
    nothing: () => cpuOf(node, ["-e", "0"]),
    ...Object.fromEntries(STARTS.map(({ what, words }) => [what, () => cpuOf(node, words)])),
  });
}

export function measureFormats() {
  const long = [...SIMULATE, "--days", "3650"];
  const medians = interleave(7, {
    table: () => cpuOf(process.execPath, long),
    csv: () => cpuOf(process.execPath, [...long, "--csv"]),
    json: () => cpuOf(process.execPath, [...long, "--json"]),
  });
  return [
    { what: "table ÷ CSV", value: medians.table / medians.csv, most: 1.3 },
    { what: "table ÷ JSON", value: medians.table / medians.json },
  ];
}

/** Where this Node is another version, the wanted one comes as a package of the registry; null: it cannot be had. */
function nodeOf(version) {
  if (process.version.startsWith(`v${version}.`)) return process.execPath;
  const node = ["--yes", "-p", `node-${process.platform}-${process.arch}@${version}`, "node"];
  const { status, stdout } = spawnSync("npx", [...node, "-p", "process.execPath"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}
