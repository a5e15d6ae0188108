/** The guide as it is used: a real terminal, keys pressed one after the other, both languages. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as english from "../../src/messages/en/guide.ts";
import type { GuideWords } from "../../src/messages/words.ts";
import * as chinese from "../../src/messages/zh/guide.ts";
import { emptyFolder, shell } from "../command-line/overdue-sim.ts";
import { openPane, type Pane } from "./terminal.ts";

const LANGUAGES = [
  ["en", english],
  ["zh", chinese],
] as const;

const DAY = "2026-11-22";

/** The guide is begun in an empty folder, and asks its first question. */
async function begun(language: string, folder: string, words: GuideWords): Promise<Pane> {
  const pane = openPane(`overdue-sim guide --as-of ${DAY} --lang ${language}`, { folder });
  await pane.until(words.questions.product.ask);
  return pane;
}

/** It is asked now, which it may have been before. */
function isAsked(question: string): (screen: string) => boolean {
  return (screen) => screen.includes(question, Math.max(screen.lastIndexOf("◆"), screen.lastIndexOf("▲")));
}

async function answer(pane: Pane, question: string, text: string): Promise<void> {
  await pane.until(isAsked(question));
  if (text !== "") {
    pane.type(text);
    await pane.until(text);
  }
  pane.press("Enter");
}

/** Presses Down until it is chosen, and Enter once that is seen. */
async function choose(pane: Pane, question: string, label: string): Promise<void> {
  const chosenOn = (screen: string): string => screen.split("\n").findLast((line) => line.includes("●")) ?? "";
  let chosen = chosenOn(await pane.until((screen) => screen.includes(question) && screen.includes("●")));
  const first = chosen;
  while (!chosen.endsWith(`● ${label}`)) {
    const before = chosen;
    pane.press("Down");
    chosen = chosenOn(await pane.until((screen) => chosenOn(screen) !== before));
    if (chosen === first) throw new Error(`there is no choice ${label}`);
  }
  pane.press("Enter");
}

/** The last line to copy, put together. */
function lineOn(screen: string, { sameLine }: GuideWords): string {
  const lines = screen
    .slice(screen.lastIndexOf(sameLine) + sameLine.length)
    .trimStart()
    .split("\n");
  const end = lines.findIndex((line) => !line.endsWith("\\"));
  return lines
    .slice(0, end + 1)
    .map((line) => line.replace(/\\$/, "").trim())
    .join(" ");
}

/** What the line prints at the same width. */
function printedBy(line: string, folder: string): readonly string[] {
  const { status, stdout, stderr } = shell(line, { folder, environment: { COLUMNS: "80" } });
  expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: "" });
  return stdout.split("\n").filter((one) => one !== "");
}

async function toTheMenu(pane: Pane, { questions, payingChoices, othersChoices, menu }: GuideWords): Promise<string> {
  await answer(pane, questions.product.ask, "");
  await answer(pane, questions.rate.ask, "?");
  await answer(pane, questions.principal.ask, "50000");
  await answer(pane, questions.since.ask, "2026-08-24");
  await answer(pane, questions.total.ask, "54000.50");
  await choose(pane, questions.paying.ask, payingChoices.daily);
  await answer(pane, questions.payment.ask, "50");
  await answer(pane, questions.budget.ask, "1500");
  await choose(pane, questions.others.ask, othersChoices.no);
  return await pane.until(menu);
}

describe.each(LANGUAGES)("in %s", (language, words) => {
  const { questions, actions, menu } = words;

  test("a mistake is told as it is typed, Esc goes back, and the line shown says the same as the answer", async () => {
    const folder = emptyFolder();
    const pane = await begun(language, folder, words);
    pane.press("Enter");
    await answer(pane, questions.rate.ask, "0.04%/day");
    await answer(pane, questions.principal.ask, "5oooo");
    await pane.until(language === "en" ? "“5oooo” is not an amount." : "“5oooo”不是金额");
    pane.press("C-u");
    await answer(pane, questions.principal.ask, "4万");
    await pane.until(questions.since.ask);
    pane.press("Escape");
    // What was said before stands there to be changed.
    await pane.until("│  40000");
    pane.press("C-u");
    await answer(pane, questions.principal.ask, "5万");
    await answer(pane, questions.since.ask, "2026-08-24");
    await answer(pane, questions.total.ask, "54000.50");
    await choose(pane, questions.paying.ask, words.payingChoices.daily);
    await answer(pane, questions.payment.ask, "50");
    await answer(pane, questions.budget.ask, "?");
    await choose(pane, questions.others.ask, words.othersChoices.no);
    const screen = await pane.until(menu);
    const line = lineOn(screen, words);
    expect(line).toContain(
      "overdue-sim simulate --product wangshangdai --principal 50000 --days-overdue 90 --rate 0.04%/day --as-of 2026-11-22",
    );
    expect(line).toContain(" --daily 50 ");
    expect(screen).toContain("54,000.50");
    for (const printed of printedBy(line, folder)) expect(screen).toContain(printed);
    pane.press("Escape");
    await choose(pane, words.whichAnswer, words.numbered(5, 7, questions.paying.ask));
    await choose(pane, questions.paying.ask, words.payingChoices.monthly);
    await pane.until(isAsked(questions.payment.ask));
    pane.press("C-u");
    await answer(pane, questions.payment.ask, "1500");
    // One question is asked, and what belongs to it; then comes the answer.
    expect(lineOn(await pane.until("--monthly 1500"), words)).toContain("--principal 50000");
    await pane.until(isAsked(menu));
    pane.press("C-c");
    await pane.until("exit status 130");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("what to ask for, the letter and the days are what their lines print, and the report is a file", async () => {
    const folder = emptyFolder();
    const pane = await begun(language, folder, words);
    await toTheMenu(pane, words);
    for (const action of ["ask", "letter", "days"] as const) {
      await choose(pane, menu, actions[action]);
      if (action === "letter") {
        await pane.until(words.letterFile.ask);
        pane.press("Escape");
      }
      const shown = action === "letter" ? " --letter" : action === "days" ? " --days 31" : " --budget 1500/month";
      await pane.until((screen) => screen.includes(shown) && screen.includes("●"));
      const screen = await pane.until(menu);
      const printed = printedBy(lineOn(screen, words), folder);
      expect(screen).toContain(printed[0]);
      // A chart stands in a terminal and not in a pipe; all else is there.
      for (const one of printed) expect(screen).toContain(one);
    }
    await choose(pane, menu, actions.letter);
    await answer(pane, words.letterFile.ask, "");
    await pane.until(`--output ${words.defaultLetter}`);
    expect(readFileSync(join(folder, words.defaultLetter), "utf8")).toContain("50,000.00");
    await pane.until(menu);
    await choose(pane, menu, actions.report);
    await answer(pane, words.reportFile.ask, "my report.html");
    const screen = await pane.until("--format html");
    expect(readFileSync(join(folder, "my report.html"), "utf8").slice(0, 15)).toBe("<!doctype html>");
    await pane.until(menu);
    expect(lineOn(await pane.until(menu), words)).toContain("--output 'my report.html'");
    expect(screen).toContain("--format html");
    await choose(pane, menu, actions.quit);
    await pane.until("exit status 0");
    expect(readdirSync(folder)).toEqual([words.defaultLetter, "my report.html"]);
  });

  test("several debts become a list that people agree to keep, and one plan", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "taken.csv"), "mine\n");
    mkdirSync(join(folder, "folder"));
    const pane = await begun(language, folder, words);
    await toTheMenu(pane, words);
    await choose(pane, menu, actions.debts);
    await pane.until(words.ofDebt(words.debtNumber(2), questions.product.ask));
    await choose(pane, questions.product.ask, language === "en" ? "Credit card" : "信用卡");
    await answer(pane, questions.rate.ask, "万四");
    await answer(pane, questions.principal.ask, "8000");
    await answer(pane, questions.since.ask, "30");
    await choose(pane, words.moreDebts.ask, words.othersChoices.yes);
    await choose(pane, words.ofDebt(words.debtNumber(3), questions.product.ask), words.unknown);
    await answer(pane, questions.rate.ask, "");
    await answer(pane, questions.principal.ask, "700");
    await answer(pane, questions.since.ask, "");
    await choose(pane, words.moreDebts.ask, words.othersChoices.no);
    await pane.until(isAsked(words.sharedBudget.ask));
    pane.press("Escape");
    // Back is to the question before, and on from there, with all that was said.
    await pane.until(isAsked(words.moreDebts.ask));
    pane.press("Escape");
    await answer(pane, words.ofDebt(words.debtNumber(3), questions.since.ask), "");
    await pane.until(isAsked(words.moreDebts.ask));
    await choose(pane, words.moreDebts.ask, words.othersChoices.no);
    await pane.until(isAsked(words.sharedBudget.ask));
    pane.press("C-u");
    await answer(pane, words.sharedBudget.ask, "?");
    await pane.until(words.neededBudget.slice(0, 12));
    pane.press("C-u");
    await answer(pane, words.sharedBudget.ask, "3000");
    await answer(pane, words.debtsFile.ask, "folder");
    await pane.until(language === "en" ? "“folder” is a folder" : "“folder”是文件夹");
    pane.press("C-u");
    await answer(pane, words.debtsFile.ask, "taken.csv");
    await choose(pane, "taken.csv", words.replaceChoices.no);
    await answer(pane, words.debtsFile.ask, "");
    const screen = await pane.until("--debts debts.csv");
    expect(readdirSync(folder)).toEqual(["debts.csv", "folder", "taken.csv"]);
    expect(readFileSync(join(folder, "taken.csv"), "utf8")).toBe("mine\n");
    const [header, first, second, third] = readFileSync(join(folder, "debts.csv"), "utf8").split("\n");
    expect(header).toBe("name,principal,rate,days_overdue,product,owed_interest,owed_penalty,owed_compound,owed_fee");
    expect(first).toMatch(/,50000,,90,wangshangdai,0,4000.50,0,0$/);
    expect(second).toMatch(/,8000,万四,30,credit-card,,,,$/);
    expect(third).toBe(`${words.debtNumber(3)},700,,,,,,,`);
    await pane.until(menu);
    for (const printed of printedBy(lineOn(screen, words), folder)) expect(screen).toContain(printed);
  });

  test("what nobody knows stays open, and nothing is made up", async () => {
    const pane = await begun(language, emptyFolder(), words);
    await choose(pane, questions.product.ask, words.unknown);
    await answer(pane, questions.rate.ask, "");
    await answer(pane, questions.principal.ask, "");
    await answer(pane, questions.since.ask, "?");
    await pane.until(questions.total.ask);
    pane.press("Enter");
    await pane.until(words.neededAmount.slice(0, 20));
    await answer(pane, questions.total.ask, "20000");
    await choose(pane, questions.paying.ask, words.unknown);
    await answer(pane, questions.budget.ask, "");
    await choose(pane, questions.others.ask, words.unknown);
    const screen = await pane.until(menu);
    expect(screen).toContain(words.sinceUnknown.slice(0, 12));
    expect(lineOn(screen, words)).toMatch(
      /^overdue-sim simulate --principal 20000 --as-of 2026-11-22( --owed-\w+ 0){4} --days 365 --brief --lang (en|zh)$/,
    );
  });
});

test("Ctrl-D leaves as Ctrl-C does", async () => {
  const pane = await begun("en", emptyFolder(), english);
  pane.press("C-d");
  await pane.until("exit status 130");
});

test("the variable for the format leaves the guide as it is", async () => {
  const environment = { OVERDUE_SIM_FORMAT: "ledger" };
  const pane = openPane("overdue-sim guide", { folder: emptyFolder(), environment });
  expect(await toTheMenu(pane, english)).toContain("Owed on");
});

test.each(LANGUAGES)("without a command the guide is named first: %s", async (language) => {
  const pane = openPane("overdue-sim", { folder: emptyFolder(), environment: { OVERDUE_SIM_LANG: language } });
  const [first] = (await pane.until("exit status 0")).split("\n");
  expect(first).toContain("overdue-sim guide");
});

test.each([
  ["NO_COLOR", "", { NO_COLOR: "1" }],
  ["--no-color", " --no-color", {}],
])("%s leaves every colour out, of the questions and of the answers", async (_, option, environment) => {
  const colours = /\u001b\[[\d;]*[1-9][\d;]*m/;
  const folder = emptyFolder();
  const plain = openPane(`overdue-sim guide${option}`, { folder, environment });
  await toTheMenu(plain, english);
  expect(plain.coloured()).not.toMatch(colours);
  const coloured = openPane("overdue-sim guide", { folder });
  await toTheMenu(coloured, english);
  expect(coloured.coloured()).toMatch(colours);
});

test("it runs under a Node that has no styleText, as none before 20.12 has", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "older.cjs"), 'delete require("node:util").styleText;\n');
  const pane = openPane("overdue-sim guide", { folder, environment: { NODE_OPTIONS: "--require ./older.cjs" } });
  expect(await toTheMenu(pane, english)).toContain("Owed on");
});
