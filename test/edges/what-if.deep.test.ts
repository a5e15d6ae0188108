/**
 * The report answers "what if": a slider is moved in a real browser, and the page then says what the command says with the
 * same values, to the fen, word for word and line for line of every chart. Nothing leaves the page, nothing else may run.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fen } from "../../src/loan/money.ts";
import { formatMoney } from "../../src/output/figures.ts";
import { LOAN, printed } from "../command-line/overdue-sim.ts";
import { expectNoScrolling, expectReadable, isHere, type Opened, reader } from "./browser.ts";

const DEBTS = ["plan", "--debts", "debts.csv", "--as-of", "2026-11-22"];
const SCRIPT = "</script><script>alert(1)</script><!--";
const LARGEST_BYTES = 250_000;

/** A busy machine takes its time. */
const PATIENT = { timeout: 100_000 };

const pages = reader();

/** The command, and to which of its places each slider is moved: what is typed then is in the command that the page shows. */
const MOVES = [
  [
    "payments",
    ["simulate", ...LOAN, "--daily", "50"],
    [61, 80, 120],
    ["--daily 120", "--rate 0.08%/day", "--days-overdue 120"],
  ],
  [
    "a rate a year",
    ["simulate", ...LOAN, "--rate", "18%/year", "--monthly", "1500@15"],
    [20, 30],
    ["@15", "--rate 15%/year"],
  ],
  ["no payments", ["simulate", ...LOAN], [24], ["--daily 46"]],
  ["a name of markup", ["simulate", ...LOAN, "--daily", "50", "--name", SCRIPT], [10], ["--daily 20", "alert"]],
  ["a contract", contract(), [60], ["--pay 1180/month"]],
  ["an agreement", ["simulate", ...LOAN, "--strategy", "agreement:months=36,rate=0%/year"], [11], ["months=12,rate="]],
  [
    "tables",
    ["simulate", "--instalments", "due.csv", "--payments", "paid.csv", "--as-of", "2026-11-22"],
    [3],
    ["--daily 0.30"],
  ],
  [
    "tables in GBK with semicolons and in UTF-16 with tabs",
    ["simulate", "--instalments", "gbk.csv", "--payments", "utf-16.csv", "--as-of", "2026-11-22"],
    [3],
    ["--daily 0.30"],
  ],
  [
    "a table that tells what separates its cells",
    ["plan", "--debts", "told.csv", "--as-of", "2026-11-22", "--budget", "2500/month"],
    [40],
    ["--budget 4000/month"],
  ],
  ["a loan file", ["simulate", "--loan", "loan.json", "--daily", "50"], [20, 10], ["--rate 0.01%/day"]],
  ["the usual ways", ["compare", ...LOAN, "--daily", "50"], [40, 20], ["--daily 80", "--rate 0.02%/day"]],
  ["a budget", ["plan", ...LOAN, "--budget", "1000/month"], [60], ["--budget 3050/month"]],
  [
    "a plan by a date",
    ["plan", ...LOAN, "--clear-by", "2027-11-22"],
    [17, 20],
    ["--clear-by 2028-05-22", "--rate 0.02%/day"],
  ],
  [
    "rates that change",
    ["simulate", ...LOAN, "--rate", "18%/year", "--rate", "12%/year@2026-12-15", "--weekly", "350"],
    [20, 30, 100],
    ["--rate 18%/year", "--rate 15%/year@2026-12-15", "--weekly 360", "--days-overdue 100"],
  ],
  [
    "a multiple of the LPR",
    ["simulate", ...LOAN, "--rate", "lpr1y*4", "--lender", "private", "--daily", "50", "--monthly", "500"],
    [30, 10, 25],
    ["--daily 60", "--monthly 200", "--rate 'lpr1y*2.5'"],
  ],
  ["a rate a month", ["compare", ...LOAN, "--rate", "月息1.5%", "--daily", "50"], [60, 10], ["--rate 0.5%/month"]],
  [
    "several debts from income",
    [...DEBTS, "--income", "每月8000", "--living", "5500/month"],
    [20, 11],
    ["--income '10500/月'", "--living 6000/month"],
  ],
  [
    "a budget that changes",
    [...DEBTS, "--budget", "1500/month", "--budget", "2500/month:from=2027-06-01"],
    [40],
    ["--budget 1500/month", "--budget 4000/month:from=2027-06-01"],
  ],
  ["several debts", [...DEBTS, "--budget", "2500/month"], [40], ["--budget 4000/month"]],
  [
    "an audit",
    ["audit", ...LOAN.slice(0, 2), "--as-of", "2026-01-02", "--statement", "statement.csv"],
    [25, 30],
    ["--rate 0.025%/day", "--days-overdue 30"],
  ],
  ["an agreed plan", ["plan", ...LOAN, "--agreement", "months=36,waive-penalty=100%"], [23], ["months=24,waive"]],
] as const satisfies readonly (readonly [string, readonly string[], readonly number[], readonly string[]])[];

function contract(): readonly string[] {
  return ["simulate", ...contractOf(12), "--pay", "300/month"];
}

function contractOf(months: number): readonly string[] {
  const terms = ["--borrowed", "12000", "--method", "equal-instalments", "--rate", "18%/year", "--as-of", "2026-11-22"];
  return [...terms, "--months", String(months), "--first-due", "2026-06-15", "--missed-since", "3"];
}

function nineWays(): readonly string[] {
  return Array.from({ length: 9 }, (_, index) => ["--strategy", `way ${index}=daily:${40 + 10 * index}`]).flat();
}

describe.each(["en", "zh"])("a slider (%s)", (language) => {
  test.for(MOVES)("says what the command says: %s", async ([name, command, places, typed], { skip }) => {
    if (!isHere) skip("chromium is not installed");
    writePapers();
    const path = pages().written(`${name}-${language}`, [...command, "--lang", language]);
    const { page, unwanted } = await live(path);
    const before = await shown(page);
    for (const [index, place] of places.entries()) await page.locator("input").nth(index).fill(String(place));
    for (const part of typed) await expect.poll(() => commandShown(page), PATIENT).toContain(part);
    const after = await shown(page);
    expect(after).not.toBe(before);
    const said = pages().written(`${name}-${language}-typed`, argumentsOf(await commandShown(page)));
    const typedPage = await pages().opened(said, { javaScriptEnabled: false });
    expect(after).toBe(await shown(typedPage.page));
    await expectReadable(page);
    await expectNoScrolling(page);
    await expectReadable(page, "dark");
    await page.getByRole("button").click();
    await expect.poll(() => shown(page), PATIENT).toBe(before);
    expect(await page.getByRole("button").isDisabled()).toBe(true);
    expect(unwanted).toEqual([]);
    await typedPage.page.close();
    await page.close();
  });
});

test("values that cannot be leave no answer of others standing", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  writePapers();
  const line = [...DEBTS, "--income", "8000/month", "--living", "5000/month"];
  const { page } = await live(pages().written("nothing-left", line));
  const answers = page.locator("#highlights, #answer, .what-if .command");
  await page.locator("input").first().fill("0");
  await expect.poll(() => answers.filter({ visible: true }).count(), PATIENT).toBe(0);
  expect(await page.getByRole("status").textContent()).not.toContain("--living:");
  await page.getByRole("button").click();
  await expect.poll(() => answers.filter({ visible: true }).count(), PATIENT).toBe(2);
  await page.close();
});

test("the figures are those of the JSON", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const { page } = await live(pages().written("json", ["simulate", ...LOAN, "--daily", "50", "--days", "200"]));
  await page.locator("input").nth(0).fill("101");
  await expect.poll(() => commandShown(page), PATIENT).toContain("--daily 200");
  const { summary } = JSON.parse(printed([...argumentsOf(await commandShown(page)), "--json"])) as {
    readonly summary: Readonly<Record<string, number>>;
  };
  const figures = await page.locator(".highlights dd").allTextContents();
  for (const key of ["openingTotal", "paid", "toPrincipal", "closingTotal"]) {
    expect(figures, key).toContain(formatMoney(fen(Math.round((summary[key] ?? Number.NaN) * 100))));
  }
  await page.close();
});

test("the keyboard moves it, and it says its name and its value", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const { page } = await live(pages().written("keys", ["simulate", ...LOAN, "--daily", "50", "--lang", "en"]));
  const slider = page.getByRole("slider", { name: "payment a day" });
  await expect.poll(() => slider.getAttribute("aria-valuetext"), PATIENT).toBe("50.00");
  await slider.press("ArrowRight");
  await expect.poll(() => commandShown(page), PATIENT).toContain("--daily 52");
  expect(await slider.getAttribute("aria-valuetext")).toBe("52.00");
  expect(await slider.evaluate((element) => element.matches(":focus"))).toBe(true);
  await expect.poll(() => page.getByRole("status").textContent(), PATIENT).toContain("52");
  await page.close();
});

test("with scripts off the report reads as it does without sliders", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const path = pages().written("off", ["simulate", ...LOAN, "--daily", "50"]);
  const { page, unwanted } = await pages().opened(path, { javaScriptEnabled: false });
  const on = await live(path);
  expect(await page.locator("form, input").count()).toBe(0);
  expect(await shown(page)).toBe(await shown(on.page));
  expect(unwanted).toEqual([]);
  await page.close();
  await on.page.close();
});

test("where a value leads beyond what is counted the page says so and shows no figures", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const terms = ["--rate", "0.01%/day", "--compound", "all", "--days", "25000", "--brief"];
  const { page } = await live(
    pages().written("limit", ["simulate", "--principal", "50000", "--as-of", "2026-11-22", ...terms, "--lang", "en"]),
  );
  await page.getByRole("slider", { name: "contract rate a day" }).fill("100");
  const figures = page.locator("#highlights, #answer").filter({ visible: true });
  await expect.poll(() => figures.count(), PATIENT).toBe(0);
  expect(await page.getByRole("status").getAttribute("class")).toBe("answer bad");
  await page.close();
});

test("the policy lets nothing else run", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const { page, unwanted } = await live(pages().written("policy", ["simulate", ...LOAN, "--daily", "50"]));
  await page.locator("body").evaluate((body) => {
    const script = body.ownerDocument.createElement("script");
    script.textContent = "document.title = 'taken'";
    body.append(script);
  });
  expect(await page.title()).not.toBe("taken");
  expect(unwanted.join("\n")).toContain("Content Security Policy");
  await page.close();
});

/** The longest that people ask for; each with all that makes it live. */
const LARGE = [
  ["a year day by day", ["simulate", ...LOAN, "--daily", "50", "--days", "365"]],
  ["ten years by months", ["simulate", ...LOAN, "--monthly", "800@31", "--days", "3653", "--every", "month"]],
  ["a contract of sixty months", ["simulate", ...contractOf(60), "--pay", "300/week", "--days", "365"]],
  ["a loan file of instalments", ["simulate", "--loan", "long.json", "--daily", "50", "--days", "365"]],
  ["nine ways", ["compare", ...LOAN, ...nineWays(), "--days", "1825"]],
  ["a budget", ["plan", ...LOAN, "--budget", "1000/month"]],
  ["five years to clear", ["plan", ...LOAN, "--clear-by", "2031-11-22", "--rate", "24%/year"]],
  ["sixty instalments agreed", ["plan", ...LOAN, "--agreement", "months=60,waive-penalty=100%"]],
  ["six debts over years", ["plan", "--debts", "six.csv", "--budget", "3000/month"]],
  ["a statement of a year", ["audit", "--principal", "50000", "--statement", "long.csv", "--worksheet"]],
] as const satisfies readonly (readonly [string, readonly string[]])[];

describe.each(["en", "zh"])("a report with all that makes it live (%s)", (language) => {
  test.for(LARGE)("has at most 250 kB: %s", ([name, command], { skip }) => {
    if (!isHere) skip("chromium is not installed");
    writePapers();
    const path = pages().written(`size-${name}-${language}`, [...command, "--lang", language]);
    expect(readFileSync(path, "utf8")).toContain('id="program"');
    expect(statSync(path).size).toBeLessThanOrEqual(LARGEST_BYTES);
  });

  test.for(["365", "400", "3650", "36500"])("has at most 250 kB: %s days with all that happens", (days, { skip }) => {
    if (!isHere) skip("chromium is not installed");
    const more = ["--compound", "all", "--late-fee", "30", "--waive", "50@2027-01-01:of=penalty"];
    const command = ["simulate", ...contractOf(60), ...more, "--daily", "170", "--days", days, "--lang", language];
    const path = pages().written(`days-${days}-${language}`, command);
    expect(readFileSync(path, "utf8")).toContain('id="program"');
    expect(statSync(path).size).toBeLessThanOrEqual(LARGEST_BYTES);
  });

  test("is left without where each of many days was asked for, and says so", ({ skip }) => {
    if (!isHere) skip("chromium is not installed");
    const command = ["simulate", ...LOAN, "--daily", "50", "--days", "3650", "--every", "day", "--lang", language];
    const text = readFileSync(pages().written(`every-day-${language}`, command), "utf8");
    expect(text).not.toContain("<script");
    expect(text).toMatch(/sliders|滑块/);
    expect(text.split("<tr>").length).toBeGreaterThan(2_000);
  });
});

async function live(path: string): Promise<Opened> {
  const opened = await pages().opened(path);
  await opened.page.locator(".what-if").waitFor(PATIENT);
  return opened;
}

/** All that is worked out, as it stands in the page. */
async function shown(page: Page): Promise<string> {
  const parts = ["#highlights", "#answer"].map((part) =>
    page.locator(part).evaluate(({ innerHTML }) => innerHTML.trim()),
  );
  return (await Promise.all(parts)).join("\n");
}

async function commandShown(page: Page): Promise<string> {
  return (await page.locator(".what-if code").textContent()) ?? "";
}

/** As a shell reads them. */
function argumentsOf(command: string): readonly string[] {
  const text = command.replace(/^overdue-sim /, "");
  return execFileSync("sh", ["-c", `printf '%s\\0' ${text}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);
}

function writePapers(): void {
  const { folder } = pages();
  writeFileSync(
    join(folder, "due.csv"),
    '\ufeffdue,principal,interest\r\n2026-09-01,"1,000.00",12.5\r\n2026-10-01,1000,11\r\n',
  );
  // 还款日, 本金 and 利息.
  const [due, principal, interest] = ["bbb9bfeec8d5", "b1bebdf0", "c0fbcfa2"].map((hex) =>
    Buffer.from(hex, "hex").toString("latin1"),
  );
  writeFileSync(
    join(folder, "gbk.csv"),
    `${due};${principal};${interest}\n2026-09-01;1000;12.5\n2026-10-01;1000;11\n`,
    "latin1",
  );
  writeFileSync(join(folder, "utf-16.csv"), "\ufeffdate\tamount\r\n2026-12-01\t100\r\n2026-12-10\t50\r\n", "utf16le");
  writeFileSync(join(folder, "paid.csv"), "date,amount\n2026-12-01,100\n2026-12-10,50\n");
  writeFileSync(
    join(folder, "debts.csv"),
    "name,principal,rate,days_overdue,minimum\n<i>花呗,9000,0.05%/day,30,10%\n借呗,20000,18%/year,0,\n亲戚,5000,0%/year,90,100\n",
  );
  writeFileSync(
    join(folder, "told.csv"),
    "sep=;\nname;principal;rate;days_overdue\n花呗;9000;0.05%/day;30\n借呗;20000;18%/year;0\n",
  );
  writeFileSync(
    join(folder, "statement.csv"),
    "date,kind,amount,to_penalty,to_principal,claimed_total\n2026-02-01,payment,1500,1125.00,375.00,49625.00\n2026-03-03,payment,2000,,,48941.56\n",
  );
  writeLongPapers();
  const loan = { schema: "overdue-sim/loan@1", name: "<b>网商贷", asOf: "2026-11-22", terms: { rate: "0.05%/day" } };
  const instalments = [{ due: "2026-08-22", principal: "50000.00" }];
  writeFileSync(join(folder, "loan.json"), JSON.stringify({ ...loan, instalments }));
}

function writeLongPapers(): void {
  const { folder } = pages();
  const months = Array.from(
    { length: 60 },
    (_, index) => `${2024 + Math.floor(index / 12)}-${twoDigits((index % 12) + 1)}`,
  );
  const instalments = months.map((month) => ({ due: `${month}-28`, principal: "833.33", interest: "412.50" }));
  const long = { schema: "overdue-sim/loan@1", asOf: "2026-11-22", terms: { rate: "0.05%/day" } };
  writeFileSync(join(folder, "long.json"), JSON.stringify({ ...long, instalments }));
  const debts = Array.from(
    { length: 6 },
    (_, index) => `debt ${index},${9000 + 4000 * index},0.0${index + 3}%/day,${20 * index}`,
  );
  writeFileSync(join(folder, "six.csv"), `name,principal,rate,days_overdue\n${debts.join("\n")}\n`);
  const lines = months
    .slice(0, 12)
    .flatMap((month) => [
      `${month}-05,payment,800,,,,first of the month`,
      `${month}-15,payment,700,500,200,50000.00,`,
      `${month}-20,fee,10,,,,reminder`,
      `${month}-28,balance,,,,51234.56,`,
    ]);
  writeFileSync(
    join(folder, "long.csv"),
    `date,kind,amount,to_penalty,to_principal,claimed_total,note\n${lines.join("\n")}\n`,
  );
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
