/** The letter to the lender: its figures are the plan's, its provisions are those of the fact sheet, its places are empty. */

import { describe, expect, test } from "vitest";
import { type AgreementPlan, agreementPlan, amountOf } from "../../src/advice/agreement-plan.ts";
import { type LetterWords, letterPage, scheduleTable } from "../../src/cli/commands/letter-page.ts";
import { WAIVE_NOTHING } from "../../src/ledger/agreements.ts";
import { addDays, formatDay } from "../../src/loan/day.ts";
import type { InstalmentAgreement } from "../../src/loan/events.ts";
import { COMPONENTS } from "../../src/loan/loan.ts";
import { LENDER_KINDS, type LenderKind } from "../../src/loan/products/product.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import * as english from "../../src/messages/en/letter.ts";
import * as chinese from "../../src/messages/zh/letter.ts";
import { formatMoney } from "../../src/output/figures.ts";
import { write as writeMarkdown } from "../../src/output/formats/md.ts";
import { pageText } from "../../src/output/formats/table.ts";
import { displayWidth } from "../../src/output/width.ts";
import { joined, looksOf, UNLIMITED } from "../output/pages.ts";
import { AS_OF, instalment, loanOf, yuan } from "../reference/sample-loans.ts";

const WHOLE = fraction(1n, 1n);

function planOf(how: Partial<InstalmentAgreement> = {}, name: string | null = "网商贷"): AgreementPlan {
  const overdue = instalment(addDays(AS_OF, -90), 50_000, { penalty: yuan(3_375), fee: yuan(200) });
  return agreementPlan(
    { ...loanOf([overdue]), name },
    {
      kind: "agreement",
      date: AS_OF,
      waive: { ...WAIVE_NOTHING, penalty: WHOLE },
      charges: "spread",
      months: 36,
      method: { kind: "equal-instalments" },
      rate: rate(0n, 1n, "year"),
      dayCount: "period",
      pauseMonths: 0,
      graceDays: 0,
      onBreak: "restore",
      unearned: "leave-out",
      down: null,
      ...how,
    },
  );
}

/** Where Chinese law has it, in either language: `art 561`, `第561条`, and papers by their numbers. */
const ARTICLE = /(?<=arts? (?:\d+(?:, | and ))*)\d+|(?<=第)\d+(?=条)/g;
const PAPER = /[\p{Script=Han}]+〔\d{4}〕\d+号|GB\/T \d+-\d{4}/gu;

/** Every article that may be named, and no other. */
const ARTICLES = new Set([1, 2, 3, 14, 15, 16, 25, 70, 195, 560, 561, 585, 676, 678, 680, 1032, 1033].map(String));
const PAPERS = new Set([
  "法发〔2017〕22号",
  "法释〔2021〕10号",
  "银发〔2003〕251号",
  "金规〔2026〕2号",
  "GB/T 45251-2025",
]);

const languages = [
  ["en", english],
  ["zh", chinese],
] as const satisfies readonly (readonly [string, LetterWords])[];

describe.each<readonly [string, LetterWords]>(languages)("the letter (%s)", (language, words) => {
  const plainOf = (plan: AgreementPlan, lender: LenderKind = "online"): string =>
    joined(pageText(letterPage(plan, lender, words), UNLIMITED));
  const markdownOf = (plan: AgreementPlan, lender: LenderKind = "online"): string =>
    joined(writeMarkdown({ page: () => letterPage(plan, lender, words) }));

  test.each([
    ["nothing but the penalty waived", {}],
    ["interest goes on", { rate: rate(6n, 100n, "year") }],
    ["charges at the end, after a pause", { charges: "end", pauseMonths: 3, rate: rate(1n, 100n, "month") }],
    ["equal principal", { method: { kind: "equal-principal" }, rate: rate(1n, 2_000n, "day") }],
    ["a single instalment", { months: 1 }],
    ["of a later day", { date: addDays(AS_OF, 9) }],
  ] as const)("tells every figure of the plan: %s", (_, how) => {
    const plan = planOf(how);
    const text = plainOf(plan);
    for (const component of COMPONENTS) {
      if (plan.owed[component] > 0) expect(text).toContain(formatMoney(plan.owed[component]));
      if (plan.waived[component] > 0) expect(text).toContain(formatMoney(plan.waived[component]));
    }
    expect(text).toContain(formatMoney(plan.totalToPay));
    expect(text).toContain(formatDay(plan.agreement.date));
    expect(text).toContain(formatDay(plan.asOf));
    for (const row of plan.schedule) expect(text).toContain(`${formatDay(row.due)}`);
    for (const row of plan.schedule) expect(text).toContain(formatMoney(amountOf(row)));
  });

  test("says the amounts in one breath where they are alike", () => {
    const waive = { ...WAIVE_NOTHING, penalty: WHOLE, fee: WHOLE };
    const proposal = plainOf(planOf({ waive }))
      .split("\n")
      .find((line) => line.includes("1,388.89"));
    expect(proposal).toMatch(/35.*1,388\.89.*1,388\.85.*50,000\.00/);
  });

  test("states the rate as it was given, or that interest stops", () => {
    expect(plainOf(planOf({ rate: rate(345n, 10_000n, "year") }))).toContain("3.45%");
    const stopped = plainOf(planOf()).split("\n");
    expect(stopped.filter((line) => line.includes(formatDay(AS_OF)) && / 0[)）]/.test(line))).toHaveLength(1);
  });

  test("has the whole schedule as its last table", () => {
    const plan = planOf();
    const last = letterPage(plan, "online", words).sections.at(-1);
    if (last?.kind !== "table") throw new Error("no attachment");
    expect([...last.table.rows]).toHaveLength(36);
    expect([...scheduleTable(plan, words.scheduleColumns).rows].at(-1)?.at(-1)).toEqual({ kind: "money", amount: 0 });
  });

  test.each(LENDER_KINDS)("names only provisions it may name, to a lender of kind %s", (lender) => {
    const text = plainOf(planOf({ date: addDays(AS_OF, 1) }), lender);
    const articles = text.match(ARTICLE) ?? [];
    expect(articles.length).toBeGreaterThan(8);
    expect(articles.filter((article) => !ARTICLES.has(article))).toEqual([]);
    expect((text.match(PAPER) ?? []).filter((paper) => !PAPERS.has(paper))).toEqual([]);
  });

  test("names the rules for cards to card issuers alone", () => {
    expect(plainOf(planOf(), "card")).toContain("商业银行信用卡业务监督管理办法");
    expect(plainOf(planOf(), "card")).not.toContain("银发〔2003〕251号");
    for (const lender of LENDER_KINDS.filter((kind) => kind !== "card")) {
      expect(plainOf(planOf(), lender)).not.toMatch(/信用卡|法释〔2021〕10号|art 70|第70条/);
    }
  });

  test("asks that interest fixed in advance be left out as far as it is not earned, unless all of it is waived", () => {
    const due = [-30, 30, 60].map((days) => instalment(addDays(AS_OF, days), 1_000, { interest: yuan(23) }));
    const loan = loanOf(due, { interest: "scheduled" });
    const notes = (waive: InstalmentAgreement["waive"]): string => {
      const { sections } = letterPage(agreementPlan(loan, { ...planOf().agreement, waive }), "online", words);
      const asked = sections.find((section) => section.kind === "notes" && section.title === words.askedTitle);
      return asked?.kind === "notes" ? asked.notes.join("\n") : "";
    };
    expect(notes(WAIVE_NOTHING)).toContain("46.00");
    expect(notes({ ...WAIVE_NOTHING, interest: WHOLE })).not.toContain("46.00");
  });

  test("says that waivers stand after a break only where something is waived", () => {
    const proposal = (how: Partial<InstalmentAgreement>): number => {
      const { sections } = letterPage(planOf(how), "online", words);
      const found = sections.find((section) => section.kind === "notes" && section.title === words.proposalTitle);
      return found?.kind === "notes" ? found.notes.length : 0;
    };
    expect(proposal({ onBreak: "keep" })).toBe(proposal({}) + 1);
    expect(proposal({ onBreak: "keep", unearned: "leave-out", down: null, waive: WAIVE_NOTHING })).toBe(
      proposal({ waive: WAIVE_NOTHING }),
    );
  });

  test("names the extension before maturity only where something is not yet due", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -30), 1_000), instalment(addDays(AS_OF, 30), 2_000)]);
    const partly = plainOf(agreementPlan(loan, planOf().agreement));
    expect(partly).toContain("678");
    expect(partly).toContain("2,000.00");
    expect(plainOf(planOf())).not.toContain("678");
  });

  test("leaves places for what the program does not know", () => {
    const places = plainOf(planOf()).match(language === "en" ? /\[[A-Z][^\]]*\]/g : /【[^】]+】/g) ?? [];
    expect(new Set(places).size).toBeGreaterThanOrEqual(10);
    const unnamed = plainOf(planOf({}, null)).match(language === "en" ? /\[[A-Z][^\]]*\]/g : /【[^】]+】/g) ?? [];
    expect(unnamed.length).toBe(places.length + 1);
  });

  test("speaks to its reader first and apart", () => {
    const [first] = letterPage(planOf(), "online", words).sections;
    expect(first).toEqual({ kind: "notes", title: words.readerTitle, notes: words.readerNotes });
    const letter = plainOf(planOf()).split(words.title)[1] ?? "";
    for (const note of words.readerNotes) expect(letter).not.toContain(note);
  });

  test("asks for five things, or four where nothing is waived", () => {
    const asked = (plan: AgreementPlan): number => {
      const section = letterPage(plan, "online", words).sections.find(
        (section) => section.kind === "notes" && section.title === words.askedTitle,
      );
      return section?.kind === "notes" ? section.notes.length : 0;
    };
    expect(asked(planOf())).toBe(5);
    expect(asked(planOf({ waive: WAIVE_NOTHING }))).toBe(4);
  });

  test("never lets a command through that hides in a name", () => {
    const name = "网商\u001b[31m贷\u0007\u202e\nBcc: x | y `z`";
    const commands = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    expect(plainOf(planOf({}, name))).not.toMatch(commands);
    const markdown = markdownOf(planOf({}, name));
    expect(markdown).not.toMatch(commands);
    expect(markdown).toContain("Bcc: x \\| y \\`z\\`");
    expect(markdown.split("\n").some((line) => line.startsWith("Bcc"))).toBe(false);
  });

  test("fits 80 columns", () => {
    const lines = joined(pageText(letterPage(planOf(), "card", words), looksOf(80))).split("\n");
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test("has one heading for each part in Markdown, and two tables", () => {
    const lines = markdownOf(planOf()).split("\n");
    expect(lines.filter((line) => line.startsWith("## "))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("| ---"))).toHaveLength(2);
  });

  test("keeps to neutral words", () => {
    expect(plainOf(planOf())).not.toMatch(
      /停息挂账|反催收|老赖|illegal|need not (re)?pay|refuse to|stop paying|违法|无需(归)?还|拒绝还款/i,
    );
  });
});

test("a letter without instalments is our mistake", () => {
  const plan = { ...planOf(), schedule: [] };
  expect(() => letterPage(plan, "online", english)).toThrow();
});
