/** The report in a browser that shows only text: it reads from top to bottom, and no figure runs into the next. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, LOAN, printed } from "../command-line/overdue-sim.ts";
import { areThere } from "./programs.ts";

const isHere = areThere(["w3m", "-version"]);

const DEBTS = "name,principal,rate\n卡,12000,18%/year\napp,3000,0.04%/day\n";

test.for([
  ["days", ["simulate", ...LOAN, "--daily", "50"], "Yes, this helps"],
  ["ways", ["compare", ...LOAN, "--daily", "50"], "Cheapest until clear"],
  ["agreement", ["plan", ...LOAN, "--agreement", "months=36"], "if the lender agrees"],
  ["debts", ["plan", "--debts", "debts.csv", "--budget", "1500/month", "--as-of", "2026-11-22"], "all is cleared on"],
] as const)("%s", ([name, command, answer], { skip }) => {
  if (!isHere) skip("w3m is not installed");
  const folder = emptyFolder();
  writeFileSync(join(folder, "debts.csv"), DEBTS);
  const page = printed([...command, "--format", "html"], { folder });
  writeFileSync(join(folder, `${name}.html`), page);
  const shown = execFileSync("w3m", ["-dump", "-cols", "100", "-O", "UTF-8", join(folder, `${name}.html`)], {
    encoding: "utf8",
    env: { ...process.env, HOME: folder },
  });
  expect(shown).toContain(answer);
  const written = new Set(figuresIn(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ")));
  expect(written.size).toBeGreaterThan(20);
  expect(figuresIn(shown).filter((figure) => !written.has(figure))).toEqual([]);
});

function figuresIn(text: string): readonly string[] {
  return text.match(/\d[\d,.]*\d/g) ?? [];
}
