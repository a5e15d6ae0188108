/** The worksheet in a real spreadsheet: base × rate × days, worked out there, is what was posted, to the fen. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderForAll, printed } from "../command-line/overdue-sim.ts";
import { areThere } from "./programs.ts";
import { sheetsOf } from "./sheets.ts";

const isHere = areThere("soffice");

const STATEMENT = `date,kind,amount
2026-02-01,payment,1000
2026-02-20,rate,15%/year
2026-03-10,payment,3500
2026-03-10,waiver,20
2026-04-18,payment,700
2026-07-01,balance,48000
`;

const folder = folderForAll();
writeFileSync(join(folder, "statement.csv"), STATEMENT);

/** By 360 a day's rate has no end as a decimal, and as a fraction it would be taken for a date. */
const TERMS = [
  ["12 % by 360", ["--principal", "50000", "--rate", "12%/year", "--penalty", "1x"]],
  [
    "18 % by 365, compound",
    ["--principal", "50000", "--rate", "18%/year", "--day-count", "actual/365", "--compound", "interest"],
  ],
  ["5 % by 360, a large amount", ["--principal", "9000000", "--rate", "5%/year"]],
] as const;

describe("LibreOffice works the stretches out", () => {
  test.for(TERMS)("%s", ([name, terms], { skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const [header, ...rows] = worksheet(terms);
    expect(header).toBe("from,to,days,component,base,rate,amount");
    expect(rows.length).toBeGreaterThan(3);
    const path = join(folder, `${name.replaceAll(/\W/g, "")}.csv`);
    const worked = rows.map((row, index) => `${row},"=${posted(index + 2)}"`);
    writeFileSync(path, [`${header},worked_out`, ...worked].join("\n"));
    const [cells] = sheetsOf(path, "CSV:44,34,76,1,,1033,false,true,,,,,true").values();
    for (const [index, row] of rows.entries()) {
      const cell = cells?.get(`H${index + 2}`);
      expect(cell?.formula, row).toContain("SUMPRODUCT");
      expect(Number(cell?.value).toFixed(2), row).toBe(row.split(",").at(-1));
      expect(cells?.get(`F${index + 2}`)?.kind, row).toBe("float");
    }
  });
});

function worksheet(terms: readonly string[]): readonly string[] {
  const loan = ["--owed-interest", "600", "--as-of", "2026-01-02", "--lang", "en", ...terms];
  const command = ["audit", ...loan, "--statement", join(folder, "statement.csv"), "--worksheet", "--csv"];
  return printed(command).trim().split("\n");
}

/** What was posted until the end of a stretch is the exact sum, rounded; so a stretch has that less what was before it. */
function posted(row: number): string {
  const until = (last: number): string =>
    `ROUND(SUMPRODUCT((D$1:D${last}=D${row})*N(+C$1:C${last}),E$1:E${last},F$1:F${last}),2)`;
  return `${until(row)}-${until(row - 1)}`;
}
