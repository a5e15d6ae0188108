/**
 * The report as people meet it: in a browser, on a telephone and a screen, by day and by night, and on paper. Nothing is
 * asked of a network, nothing is cut off, everything has a name and contrast, and the figures are ours.
 */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fen } from "../../src/loan/money.ts";
import { formatMoney } from "../../src/output/figures.ts";
import { LOAN, printed } from "../command-line/overdue-sim.ts";
import { expectNoScrolling, expectReadable, isHere, reader } from "./browser.ts";

const LONG_NAME = "网".repeat(200);
const SCRIPT = "<script>alert(1)</script>";

const STATEMENT = [
  "--principal",
  "50000",
  "--compound",
  "none",
  "--as-of",
  "2026-01-02",
  "--statement",
  "statement.csv",
];

/** Both sides of a statement, and debts with names that are markup; of nine, four stand for themselves and five together. */
const PAPERS: Readonly<Record<string, readonly string[]>> = {
  "statement.csv": [
    "date,kind,amount,to_penalty,to_principal,claimed_total,note",
    "2026-02-01,payment,1500,1125.00,375.00,49625.00,<script>alert(1)</script>",
    `2026-03-03,payment,2000,1316.56,683.44,48941.56,${LONG_NAME}`,
    "2026-04-03,payment,1000,1000,0,49541.56,",
    "2026-05-02,balance,,,,48838.25,",
  ],
  "agreed.csv": [
    "date,kind,amount,claimed_total",
    "2026-02-01,payment,1500,49625.00",
    "2026-03-03,payment,2000,48741.56",
  ],
  "debts.csv": [
    "name,principal,rate,days_overdue",
    "卡,12000,18%/year,30",
    "<b>app,3000,0.04%/day,10",
    "c,5000,2%/month,60",
    "d,800,0,5",
  ],
  "many.csv": [
    "name,principal,rate",
    ...Array.from({ length: 9 }, (_, index) => `debt ${index},${(index + 1) * 500},12%/year`),
  ],
};

const REPORTS = [
  ["a run of days", ["simulate", ...LOAN, "--daily", "50"]],
  ["a run of years", ["simulate", ...LOAN, "--monthly", "1500", "--days", "1500", "--every", "month"]],
  ["a run with every column", everyColumn()],
  ["a run without payments", ["simulate", ...LOAN, "--days", "10"]],
  ["the usual ways", ["compare", ...LOAN, "--daily", "50", "--name", SCRIPT]],
  ["long names", ["compare", ...LOAN, "--name", LONG_NAME, `--strategy=${LONG_NAME}=daily:50`, "--strategy=none"]],
  ["a name of markup", ["compare", ...LOAN, `--strategy=${SCRIPT}=daily:50`, "--strategy=none", "--baseline=none"]],
  ["a statement", ["audit", ...STATEMENT]],
  ["a statement that agrees", ["audit", ...STATEMENT.slice(0, -1), "agreed.csv"]],
  ["four debts", ["plan", "--debts", "debts.csv", "--budget", "1500/month", "--as-of", "2026-11-22"]],
  [
    "nine debts",
    ["plan", "--debts", "many.csv", "--budget", "900/month", "--as-of", "2026-11-22", "--first", "snowball"],
  ],
  ["a plan by a date", ["plan", ...LOAN, "--clear-by", "2027-11-22"]],
  ["a plan for a budget", ["plan", ...LOAN, "--budget", "1000/month"]],
  ["an agreement", ["plan", ...LOAN, "--agreement", "agreement:months=36,waive-penalty=100%", "--name", "网商贷"]],
  ["several tables under titles of their own", ["law"]],
] as const satisfies readonly (readonly [string, readonly string[]])[];

/** Charges of every kind, so that few columns are left out. */
function everyColumn(): readonly string[] {
  const balances = ["--owed-interest", "1234567.89", "--owed-fee", "234567.89", "--owed-compound", "34567.89"];
  const terms = ["--compound", "all", "--late-fee", "5%/month", "--days-overdue", "90", "--as-of", "2026-11-22"];
  return ["simulate", "--principal", "123456789.12", ...balances, ...terms, "--daily", "500000", "--days", "40"];
}

const pages = reader();

describe.each(["en", "zh"])("the report (%s)", (language) => {
  test.for(REPORTS)("of %s", async ([name, command], { skip }) => {
    if (!isHere) skip("chromium is not installed");
    writePapers();
    const path = pages().written(`${name}-${language}`, [...command, "--lang", language]);
    const { page, unwanted } = await pages().opened(path);
    await expectReadable(page);
    await expectNoScrolling(page);
    await expectReadable(page, "dark");
    expect(await page.title()).not.toBe("");
    expect(await page.locator("html").getAttribute("lang")).toBe(language === "zh" ? "zh-CN" : "en");
    await expectNamedCharts(page);
    await expectNothingCut(page, `${name}-${language}`);
    expect(unwanted).toEqual([]);
    await page.close();
  });
});

const LETTERS = [
  ["to ask for an agreement", ["plan", ...LOAN, "--agreement", "agreement:months=36,waive-penalty=100%", "--letter"]],
  ["on a statement", ["audit", ...STATEMENT, "--letter"]],
] as const satisfies readonly (readonly [string, readonly string[]])[];

describe.each(["en", "zh"])("a letter (%s)", (language) => {
  test.for(LETTERS)("%s is filled in on the screen, and printed without notes", async ([name, command], { skip }) => {
    if (!isHere) skip("chromium is not installed");
    writePapers();
    const named = `${name}-${language}`;
    const path = pages().written(named, [...command, "--name", SCRIPT, "--lang", language]);
    const { page, unwanted } = await pages().opened(path);
    await expectReadable(page);
    await expectNoScrolling(page);
    await expectReadable(page, "dark");
    expect(await page.locator("article header").textContent()).toContain(SCRIPT);
    await page.getByRole("textbox").first().fill("MYbank");
    expect(await page.locator("article").textContent()).toContain("MYbank");
    const notes = (await page.locator("aside li").allTextContents()).map(withoutSpaces);
    expect(notes.length).toBeGreaterThan(0);
    const printed = withoutSpaces(await expectNothingCut(page, named));
    expect(printed).toContain("MYbank");
    for (const note of notes) expect(printed).not.toContain(note);
    expect(unwanted).toEqual([]);
    await page.close();
  });
});

test("the charts of several debts and of a statement say the figures of the JSON", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  writePapers();
  const debts = ["plan", "--debts", "debts.csv", "--budget", "1500/month", "--as-of", "2026-11-22", "--lang", "en"];
  const { page } = await pages().opened(pages().written("debts", debts));
  const plan = JSON.parse(printed([...debts, "--json"], pages())) as {
    readonly debts: readonly { readonly name: string; readonly paid: number; readonly toPrincipal: number }[];
  };
  const each = await page.locator("#debts-desc").textContent();
  const shares = await page.locator("#who_gets_what-desc").textContent();
  for (const { name, paid, toPrincipal } of plan.debts) {
    expect(each).toContain(`${name}: principal ${yuanText(toPrincipal)}`);
    expect(shares).toContain(`${name} ${yuanText(paid)}`);
  }
  await page.close();
  const audit = await pages().opened(pages().written("audit", ["audit", ...STATEMENT, "--lang", "en"]));
  const { rows } = JSON.parse(printed(["audit", ...STATEMENT, "--json"], pages())) as {
    readonly rows: readonly { readonly balance: { readonly computed: number; readonly claimed: number } }[];
  };
  const last = rows.at(-1)?.balance ?? { computed: Number.NaN, claimed: Number.NaN };
  const balances = await audit.page.locator("#audit_balance-desc").textContent();
  expect(balances).toContain(`owed on both sides ${yuanText(Math.min(last.computed, last.claimed))}`);
  expect(balances).toContain(yuanText(Math.abs(last.computed - last.claimed)));
  await audit.page.close();
});

function writePapers(): void {
  for (const [name, lines] of Object.entries(PAPERS))
    writeFileSync(join(pages().folder, name), `${lines.join("\n")}\n`);
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, "");
}

interface Answer {
  readonly summary: Readonly<Record<string, number>>;
  readonly rows: readonly Readonly<Record<string, number | string>>[];
}

test("the figures of the report are those of the JSON", async ({ skip }) => {
  if (!isHere) skip("chromium is not installed");
  const command = ["simulate", ...LOAN, "--monthly", "5000", "--days", "365", "--every", "month"];
  const { page } = await pages().opened(pages().written("figures", command));
  const { summary, rows } = JSON.parse(printed([...command, "--json"])) as Answer;
  const titles = await page.locator("thead th").allTextContents();
  const shown = await page
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")));
  expect(shown).toHaveLength(rows.length);
  const columns = {
    date: "date",
    payment: "payment",
    toPrincipal: "to principal",
    principal: "principal",
    totalOwed: "total owed",
  };
  for (const [index, row] of rows.entries()) {
    for (const [key, title] of Object.entries(columns)) {
      const value = row[key];
      const text = typeof value === "number" ? yuanText(value) : value;
      expect(shown[index]?.[titles.indexOf(title)], `${key} of row ${index}`).toBe(text);
    }
  }
  const highlights = await page.locator(".highlights dd").allTextContents();
  for (const key of ["openingTotal", "paid", "toPrincipal", "closingTotal"]) {
    expect(highlights, key).toContain(yuanText(summary[key] ?? Number.NaN));
  }
  const description = await page.locator("svg#balance-title, svg desc").first().textContent();
  expect(description).toContain(yuanText(summary["toPrincipal"] ?? Number.NaN));
  await page.close();
});

function yuanText(yuan: number): string {
  return formatMoney(fen(Math.round(yuan * 100)));
}

async function expectNamedCharts(page: Page): Promise<void> {
  for (const chart of await page.locator("svg.chart").all()) {
    expect(await chart.locator("> title").textContent()).not.toBe("");
    expect(await chart.locator("> desc").textContent()).not.toBe("");
  }
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
}

/** On paper every word of every table lies inside the page, and none is missing. */
async function expectNothingCut(page: Page, name: string): Promise<string> {
  const cells = await page.locator("th, td").allTextContents();
  const path = join(pages().folder, `${name.replaceAll(" ", "-")}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  const boxes = execFileSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8", maxBuffer: 1e9 });
  let [width, height] = [0, 0];
  let printed = "";
  let onLastPage = "";
  for (const line of boxes.split("\n")) {
    const size = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    if (size !== null) {
      [width, height] = [Number(size[1]), Number(size[2])];
      onLastPage = "";
    }
    const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/.exec(line);
    if (word === null) continue;
    const [, left, top, right, bottom, text = ""] = word;
    printed += text;
    onLastPage += text;
    expect(Number(left), text).toBeGreaterThan(0);
    expect(Number(top), text).toBeGreaterThan(0);
    expect(Number(right), text).toBeLessThan(width);
    expect(Number(bottom), text).toBeLessThan(height);
  }
  for (const cell of cells.filter((text) => /^[\d,.-]+$/.test(text))) expect(printed).toContain(cell);
  for (const footer of await page.locator("footer").allTextContents()) {
    // A page of its own for the last sentence is a wasted sheet.
    expect(onLastPage.startsWith(footer.replaceAll(/\s/g, "").slice(0, 12))).toBe(false);
  }
  return printed;
}
