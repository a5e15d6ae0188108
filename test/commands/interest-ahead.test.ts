/** Interest fixed in advance that is paid for days after the debt is cleared: how much is said, and where. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

/** By 2026-11-25 three days of thirty are earned: 3.00 of 50.00, by 2026-12-15 23.00. */
const LOAN = JSON.stringify({
  asOf: "2026-11-22",
  instalments: [
    { due: "2026-12-22", principal: 1_000, interest: 30 },
    { due: "2027-01-22", principal: 1_000, interest: 20 },
  ],
  terms: { interest: "scheduled", rate: "12%/year" },
});
const FLAT = "--borrowed 12000 --months 12 --method flat --first-due 2026-12-22 --rate 12%/year --as-of 2026-11-22";
const TWO = "--loan loan.json";

test.each([
  ["en", `compare ${TWO} --strategy lump:2050@2026-11-25 --strategy settle:100%@2026-11-25`, ["47.00@2026-11-25"]],
  [
    "en",
    `compare ${TWO} --strategy lump:2050@2026-11-25 --strategy lump:2050@2026-12-15`,
    ["47.00@2026-11-25", "27.00@2026-12-15"],
  ],
  ["en", `compare ${TWO} --strategy settle:100%@2026-11-25`, []],
  ["en", `plan ${TWO} --clear-by 2026-11-25`, ["47.00@2026-11-25"]],
  ["zh", `plan ${TWO} --clear-by 2026-11-25`, ["47.00@2026-11-25"]],
  // 700.00 a week are 2,050.00 on 2026-12-13, the third Sunday; nine days of the first instalment lie ahead, and the second.
  ["en", `plan ${TWO} --budget 700/week`, ["29.00@2026-12-13"]],
  ["zh", `simulate ${TWO} --pay 2050@2026-11-25 --format html`, ["47.00@2026-11-25"]],
  // Of 50.00 half is waived: 25.00 are paid, and 3.00 earned.
  ["en", `simulate ${TWO} --pay 2050@2026-11-25 --waive 50%@2026-11-25:of=interest`, ["22.00@2026-11-25"]],
  ["en", `simulate ${TWO} --pay 1030@2026-12-22 --pay 1020@2027-01-22 --days 90`, []],
  ["en", `simulate ${TWO} --strategy settle:100%@2026-11-25,unearned=keep`, []],
  ["en", `simulate ${TWO} --pay 2050@2026-11-25 --jurisdiction none`, []],
  ["en", `simulate ${TWO} --daily 10`, []],
  // Ten days of thirty of the first 120.00 are earned.
  ["en", `simulate ${FLAT} --pay 13440@2026-12-02`, ["1400.00@2026-12-02"]],
  // The lender claims what the interest for days ahead has left unpaid.
  ["en", `audit ${TWO} --statement statement.csv`, ["47.00@2026-11-25"]],
  // Both are cleared on 2026-12-22, when the second of the loan file has a month to go.
  ["en", "plan --debts debts.csv --budget 9000/month --first avalanche --as-of 2026-11-22", ["20.00@2026-12-22"]],
] as const)("%s %s: %s", async (language, line, amounts) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "loan.json"), LOAN);
  writeFileSync(join(folder, "statement.csv"), "date,kind,amount,claimed_total\n2026-11-25,payment,2003,47\n");
  writeFileSync(
    join(folder, "debts.csv"),
    "name,principal,rate,days_overdue,loan\na,,,,loan.json\nb,3000,6%/year,0,\n",
  );
  const environment = { COLUMNS: "400", OVERDUE_SIM_LANG: language };
  const page = (await printed(line.split(" "), { folder, environment })).replaceAll(/<[^>]*>/g, "");
  const said = page.matchAll(/(?<amount>[\d.]+) of what is paid by (?<day>[\d-]+)/g);
  const saidInChinese = page.matchAll(/截至 (?<day>[\d-]+) 所还的有 (?<amount>[\d.]+)/g);
  expect([...said, ...saidInChinese].map(({ groups }) => `${groups?.["amount"]}@${groups?.["day"]}`)).toEqual(amounts);
});
