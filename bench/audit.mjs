/** What the audit of a statement costs, whole process: one change explains it, two do, none does. */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpuOf, inFolder, interleave } from "./measure.mjs";

const COMMAND = "dist/overdue-sim.cjs";
const LOAN = ["--principal", "300000", "--owed-interest", "2000", "--days-overdue", "30", "--as-of", "2020-01-01"];
const TERMS = ["--rate", "7.2%/year", "--compound", "interest"];

/** A payment a day; `lender`: the terms by which the statement was made; `besides`: on which day a payment more is listed. */
const STATEMENTS = [
  { what: "five years, one change explains", days: 1_826, lender: ["--penalty", "1.3x"], most: 1 },
  { what: "five years, two explain", days: 1_826, lender: ["--penalty", "1.3x", "--day-count", "actual/365"], most: 1 },
  { what: "five years, none explains", days: 1_826, lender: ["--penalty", "1.4567x"], most: 1.5 },
  { what: "10,000 lines, one change explains", days: 10_000, lender: ["--day-count", "actual/365"], most: 3 },
  {
    what: "10,000 lines, two explain",
    days: 10_000,
    lender: ["--penalty", "2x", "--day-count", "actual/365"],
    most: 3,
  },
  { what: "10,000 lines, none explains", days: 10_000, lender: ["--penalty", "1.6123x"], most: 3 },
  { what: "10,000 lines, a late one not booked explains", days: 10_000, lender: [], besides: 9_700, most: 3 },
];

export function measureAudits() {
  return inFolder((folder) => {
    const samplers = STATEMENTS.map(({ what, days, lender, besides }, index) => {
      const path = join(folder, `${index}.csv`);
      writeFileSync(path, statement(days, lender, besides));
      const words = [COMMAND, "audit", ...LOAN, ...TERMS, "--statement", path];
      return [what, () => cpuOf(process.execPath, words, 1)];
    });
    const medians = interleave(3, Object.fromEntries(samplers));
    return STATEMENTS.map(({ what, most }) => ({ what: `${what}, s of CPU`, value: medians[what], most }));
  });
}

/** What a lender would write whose terms are others. */
function statement(days, lender, besides) {
  const words = ["simulate", ...LOAN, ...TERMS, ...lender, "--daily", "92", "--days", String(days), "--json"];
  const { stdout } = spawnSync(process.execPath, [COMMAND, ...words], { encoding: "utf8", maxBuffer: 2 ** 28 });
  const lines = JSON.parse(stdout)
    .rows.filter(({ payment }) => payment > 0)
    .map((row) => {
      const parts = [row.toFee, row.toPenalty, row.toCompound, row.toInterest, row.toPrincipal];
      return [row.date, "payment", row.payment, ...parts, row.totalOwed, row.principal].join();
    });
  if (besides !== undefined) {
    const [date] = lines[besides].split(",");
    lines.splice(besides, 0, `${date},payment,77.77,,,,,,,`);
  }
  const header =
    "date,kind,amount,to_fee,to_penalty,to_compound,to_interest,to_principal,claimed_total,claimed_principal";
  return `${[header, ...lines].join("\n")}\n`;
}
