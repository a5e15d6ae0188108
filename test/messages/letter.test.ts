/** The letter to the lender: its figures are the plan's, its provisions are those of the fact sheet, its places are empty. */

import { describe, expect, test } from "vitest";
import { type AgreementPlan, agreementPlan, amountOf } from "../../src/advice/agreement-plan.ts";
import { type LetterLender, letterContent, letterLender } from "../../src/advice/letter.ts";
import { scheduleTable } from "../../src/cli/commands/agreement-schedule.ts";
import { letterPage } from "../../src/cli/commands/letter-page.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays, day, formatDay } from "../../src/loan/day.ts";
import { type InstalmentAgreement, NO_EVENTS, WAIVE_NOTHING } from "../../src/loan/events.ts";
import { WANGSHANGDAI } from "../../src/loan/products/wangshangdai.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import * as english from "../../src/messages/en/letter.ts";
import type { LetterWords } from "../../src/messages/words.ts";
import * as chinese from "../../src/messages/zh/letter.ts";
import { formatMoney } from "../../src/output/figures.ts";
import { pageMarkdown } from "../../src/output/formats/md.ts";
import { pageText } from "../../src/output/formats/table.ts";
import { displayWidth } from "../../src/output/width.ts";
import { joined, looksOf, UNLIMITED } from "../output/pages.ts";
import { AS_OF, agreementOf, instalment, loanOf, yuan } from "../reference/sample-loans.ts";

const WHOLE = fraction(1n, 1n);

function planOf(how: Partial<InstalmentAgreement> = {}, name: string | null = "网商贷"): AgreementPlan {
  const overdue = instalment(addDays(AS_OF, -90), 50_000, { penalty: yuan(3_375), fee: yuan(200) });
  const agreement = agreementOf({ waive: { ...WAIVE_NOTHING, penalty: WHOLE }, ...how });
  return agreementPlan({ ...loanOf([overdue]), name }, agreement, NO_EVENTS);
}

/** A lender behind a platform: licensed, of a kind that is not known. */
const PLATFORM: LetterLender = {
  lender: null,
  isCard: false,
  isOnlineConsumerLoan: true,
  jurisdiction: "cn",
  madeOn: null,
  oldestDue: addDays(AS_OF, -90),
  contact: null,
  isPartDeducted: false,
};
const BANK: LetterLender = { ...PLATFORM, lender: "bank", isOnlineConsumerLoan: false };
const CONSUMER_FINANCE: LetterLender = { ...BANK, lender: "consumer-finance" };
const MICRO_LOAN: LetterLender = { ...BANK, lender: "micro-loan" };
const PRIVATE: LetterLender = { ...BANK, lender: "private" };
const CARD: LetterLender = { ...BANK, isCard: true };

/** Where Chinese law has it, in either language: `art 561`, `第561条`, and papers by their numbers. */
const ARTICLE = /(?<=arts? (?:\d+(?:, | and ))*)\d+|(?<=第)\d+(?=条)/g;
const PAPER = /\p{Script=Han}{1,2}〔\d{4}〕\d+号|GB\/T \d+-\d{4}|民间借贷规定|信用卡业务监督管理办法/gu;

/** The papers and articles that a letter to each lender names, and no other. */
const NAMED: readonly (readonly [string, LetterLender, readonly string[], readonly number[]])[] = [
  ["a bank", BANK, ["法发〔2017〕22号", "银发〔2003〕251号"], [1, 3, 2, 561, 585, 676, 41, 1032, 1033, 15, 16, 25]],
  [
    "consumer finance",
    CONSUMER_FINANCE,
    ["法发〔2017〕22号", "银发〔2003〕251号"],
    [1, 3, 2, 561, 585, 676, 41, 1032, 1033, 15, 16, 25],
  ],
  ["a micro-loan company", MICRO_LOAN, ["法发〔2017〕22号"], [2, 561, 585, 676, 1032, 1033, 15, 16, 25]],
  [
    "an unknown lender behind a platform",
    PLATFORM,
    ["GB/T 45251-2025", "法发〔2017〕22号"],
    [2, 561, 585, 676, 1032, 1033, 15, 16, 25],
  ],
  [
    "a card issuer",
    CARD,
    ["信用卡业务监督管理办法", "法释〔2021〕10号"],
    [70, 2, 561, 585, 676, 41, 1032, 1033, 15, 16, 25],
  ],
  ["a private person", PRIVATE, ["民间借贷规定"], [25, 28, 29, 561, 585, 676, 1032, 1033]],
];

const languages = [
  ["en", english],
  ["zh", chinese],
] as const satisfies readonly (readonly ["en" | "zh", LetterWords])[];

describe.each<readonly ["en" | "zh", LetterWords]>(languages)("the letter (%s)", (language, words) => {
  const plainOf = (plan: AgreementPlan, lender: LetterLender = PLATFORM): string =>
    joined(pageText(letterPage(letterContent(plan, lender), words), UNLIMITED));
  const markdownOf = (plan: AgreementPlan, lender: LetterLender = PLATFORM): string =>
    joined(pageMarkdown(letterPage(letterContent(plan, lender), words)));

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

  test("the writer is told that less was paid out than the contract says, where it was", () => {
    expect(plainOf(planOf(), { ...PLATFORM, isPartDeducted: true })).toMatch(/art 670|第670条/);
    expect(plainOf(planOf())).not.toMatch(/art 670|第670条/);
  });

  test("states the rate as it was given, or that interest stops", () => {
    expect(plainOf(planOf({ rate: rate(345n, 10_000n, "year") }))).toContain("3.45%");
    const stopped = plainOf(planOf()).split("\n");
    expect(stopped.filter((line) => line.includes(formatDay(AS_OF)) && / 0[)）]/.test(line))).toHaveLength(1);
  });

  test("names the fee of a flat agreement, and does not ask that interest stop beside it", () => {
    const plan = planOf({ method: { kind: "flat", monthlyFee: fraction(45n, 10_000n) } });
    expect(plainOf(plan)).toContain("0.45%");
    expect(plainOf(plan)).not.toMatch(/rate 0|no interest|stop of interest|利率为 0|停止计息|不再计收利息/);
    const without = planOf({ method: { kind: "flat", monthlyFee: fraction(0n, 1n) } });
    expect(plainOf(without)).toMatch(/no further interest|停止计息/);
  });

  test("names the line of 24 % only where the charges may come to more", () => {
    const text = (yearly: bigint, fee: number): string => {
      const overdue = instalment(addDays(AS_OF, -90), 50_000, { fee: yuan(fee) });
      const loan = loanOf([overdue], { rates: [{ from: null, rate: rate(yearly, 100n, "year") }] });
      return plainOf(agreementPlan(loan, agreementOf(), NO_EVENTS), BANK);
    };
    // By 360 days and 1.5 times, on 365: 15 % is 22.8 %, 16 % is 24.3 %.
    expect([text(4n, 0), text(15n, 0), text(16n, 0), text(4n, 200)].map((one) => one.includes("24%"))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("has the whole schedule as its last table", () => {
    const plan = planOf();
    const last = letterPage(letterContent(plan, PLATFORM), words).sections.at(-1);
    if (last?.kind !== "table") throw new Error("no attachment");
    expect([...last.table.rows]).toHaveLength(36);
    expect([...scheduleTable(plan, words.scheduleColumns).rows].at(-1)?.at(-1)).toEqual({ kind: "money", amount: 0 });
  });

  test.each(NAMED)("names to %s the provisions that fit, and no other", (_, lender, papers, articles) => {
    const [, letter = ""] = plainOf(planOf(), lender).split(words.provisionsTitle);
    expect([...new Set(letter.match(PAPER))].sort()).toEqual([...papers].sort());
    expect(new Set(letter.match(ARTICLE))).toEqual(new Set(articles.map(String)));
  });

  test("names the statement of costs where the loan was made since, and tells its writer of it where that is not known", () => {
    const since = { ...BANK, madeOn: day("2026-08-01") };
    const letterOf = (lender: LetterLender): string => plainOf(planOf(), lender).split(words.owedTitle)[1] ?? "";
    expect(letterOf(since)).toContain("金规〔2026〕2号");
    expect(letterOf({ ...BANK, madeOn: day("2026-07-31") })).not.toContain("金规〔2026〕2号");
    expect(letterOf(BANK)).not.toContain("金规〔2026〕2号");
    expect(plainOf(planOf(), BANK)).toContain("金规〔2026〕2号");
    expect(plainOf(planOf(), CARD)).not.toContain("金规〔2026〕2号");
    // What fell due before that day was lent before it.
    expect(plainOf(planOf(), { ...BANK, oldestDue: day("2026-08-01") })).not.toContain("金规〔2026〕2号");
  });

  test("names no law, register or regulator of China where another law holds", () => {
    const elsewhere = plainOf(planOf(), { ...BANK, jurisdiction: "none" });
    expect(elsewhere).not.toContain(words.provisionsTitle);
    expect(elsewhere).not.toMatch(/民法典|Civil Code|征信|credit register|12378|〔/);
  });

  test("calls the amounts by the names of the lender", () => {
    expect(plainOf(planOf(), CARD)).toContain(words.components["overdraft-interest"]);
    expect(plainOf(planOf(), CARD)).not.toMatch(/罚息|penalty interest/);
    expect(plainOf(planOf(), PRIVATE)).toContain(words.components["overdue-interest"]);
    expect(plainOf(planOf(), BANK)).toContain(words.components.penalty);
  });

  test("says where to send it for each product, marked where that is not verified", () => {
    for (const product of PRODUCTS) {
      const loan = loanOf([instalment(AS_OF, 1)]);
      const text = plainOf(planOf(), letterLender({ loan, product, isProductNamed: true }));
      if (product.contact !== undefined) expect(text).toContain(product.contact[language]);
      expect(text).toMatch(language === "en" ? /12378.*not verified/ : /12378.*未核实/);
    }
  });

  test("sends nobody to the lender of a product that nobody named", () => {
    const loan = loanOf([instalment(AS_OF, 1)]);
    const text = plainOf(planOf(), letterLender({ loan, product: WANGSHANGDAI, isProductNamed: false }));
    expect(text).not.toContain("95188");
    expect(text).toContain(language === "en" ? "the lender named in the contract" : "合同上写明的贷款机构");
  });

  test("is titled by what is asked", () => {
    const titleOf = (how: Partial<InstalmentAgreement>, lender = BANK): string =>
      words.title(letterContent(planOf(how), lender));
    const titles = [
      titleOf({}),
      titleOf({}, CARD),
      titleOf({ months: 1, waive: WAIVE_NOTHING }),
      titleOf({ pauseMonths: 3, waive: WAIVE_NOTHING, rate: rate(6n, 100n, "year") }),
      titleOf({ waive: { ...WAIVE_NOTHING, principal: fraction(1n, 10n) } }),
    ];
    expect(titles).toEqual(
      language === "en"
        ? [
            "Request: instalments, stop of interest and waiver of charges",
            "Request: personal instalments, stop of interest and waiver of charges",
            "Request: settlement in one payment",
            "Request: deferral and instalments",
            "Request: instalments, stop of interest and waiver of part of the principal",
          ]
        : [
            "关于分期还款、停止计息、减免息费的申请",
            "关于个性化分期还款、停止计息、减免息费的申请",
            "关于一次性结清的申请",
            "关于延期还款、分期还款的申请",
            "关于分期还款、停止计息、减免部分本金的申请",
          ],
    );
  });

  test("leaves out interest that is not earned, and says so with its article", () => {
    const due = [-30, 30, 60].map((days) => instalment(addDays(AS_OF, days), 1_000, { interest: yuan(23) }));
    const loan = loanOf(due, { interest: "scheduled" });
    const letterOf = (unearned: InstalmentAgreement["unearned"]): string =>
      plainOf(agreementPlan(loan, { ...planOf().agreement, unearned }, NO_EVENTS));
    const { unearned } = agreementPlan(loan, planOf().agreement, NO_EVENTS);
    expect(unearned).toBeGreaterThan(0);
    expect(letterOf("leave-out")).toContain(formatMoney(unearned));
    expect(letterOf("leave-out")).toContain("677");
    expect(letterOf("keep")).not.toContain("677");
  });

  test("names what is paid first, in place of the place for it", () => {
    const text = plainOf({ ...planOf(), down: yuan(5_000) });
    expect(text).toContain("5,000.00");
    expect(text).not.toMatch(/AMOUNT I CAN PAY NOW|现在能还的金额/);
  });

  test("says that the sum has in it what is paid first", () => {
    const sum = language === "en" ? "with the 5,000.00 paid at once, " : "连同先还的 5,000.00 元，合计 ";
    expect(plainOf({ ...planOf(), down: yuan(5_000) })).toContain(sum);
  });

  test.each([
    ["takes all charges", "5,000.00", null],
    ["takes a part of them", "100.00", "100.00"],
  ] as const)("counts only the charges that a first payment leaves: it %s", (_, amount, left) => {
    const down = { kind: "amount", amount: yuan(Number(amount.replace(",", ""))) } as const;
    const kept =
      language === "en"
        ? /charges that are left, ([\d.]+), are paid with the last/
        : /剩下的息费 ([\d.]+) 元，与最后一期/;
    expect(plainOf(planOf({ charges: "end", down })).match(kept)?.[1] ?? null).toBe(left);
  });

  test("speaks of one payment where all is paid at once", () => {
    expect(plainOf(planOf({ months: 1 })).split(words.reasonsTitle)[1]).not.toMatch(/第一期|最后一期|各期|instalment/);
  });

  test("says that waivers stand after a break only where something is waived", () => {
    const proposal = (how: Partial<InstalmentAgreement>): number => {
      const { sections } = letterPage(letterContent(planOf(how), PLATFORM), words);
      const found = sections.find(
        (section) => section.kind === "notes" && section.title?.includes(words.proposalTitle),
      );
      return found?.kind === "notes" ? found.notes.length : 0;
    };
    expect(proposal({ onBreak: "keep" })).toBe(proposal({}) + 1);
    expect(proposal({ onBreak: "keep", unearned: "leave-out", down: null, waive: WAIVE_NOTHING })).toBe(
      proposal({ waive: WAIVE_NOTHING }),
    );
  });

  test("names the extension before maturity only where something is not yet due", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -30), 1_000), instalment(addDays(AS_OF, 30), 2_000)]);
    const partly = plainOf(agreementPlan(loan, planOf().agreement, NO_EVENTS));
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
    const content = letterContent(planOf(), PLATFORM);
    const [first] = letterPage(content, words).sections;
    expect(first?.kind === "notes" ? first.title : null).toBe(words.readerTitle);
    const letter = plainOf(planOf()).split(words.title(content))[1] ?? "";
    for (const note of content.readerNotes) expect(letter).not.toContain(words.readerNotes[note]);
  });

  test.each([
    ["all of it", planOf(), PLATFORM, 7],
    ["no waiver where nothing is waived", planOf({ waive: WAIVE_NOTHING }), PLATFORM, 6],
    ["no report to the register from a private person", planOf(), PRIVATE, 6],
  ])("asks for what fits: %s", (_, plan, lender, count) => {
    const content = letterContent(plan, lender);
    expect(content.asks).toHaveLength(count);
    const text = plainOf(plan, lender);
    for (const ask of content.asks) expect(text).toContain(words.asked[ask](content));
    for (const ask of ["collection-suspended", "settlement-certificate"] as const) expect(content.asks).toContain(ask);
  });

  test("warns where limitation has run out, and nowhere says that it starts afresh then", () => {
    const long = loanOf([instalment(addDays(AS_OF, -1_400), 50_000)]);
    const letterOf = (plan: AgreementPlan, lender = BANK): string => plainOf(plan, lender);
    const after = agreementPlan(long, planOf().agreement, NO_EVENTS);
    expect(letterOf(after)).toContain(words.readerNotes["limitation-run-out"]);
    expect(letterOf(after)).not.toContain(words.readerNotes["limitation-restarts"]);
    expect(letterOf(planOf())).not.toContain(words.readerNotes["limitation-run-out"]);
    expect(letterOf(after, { ...BANK, jurisdiction: "none" })).not.toMatch(/limitation|时效/);
    const reminded = { ...long, interruptions: [{ date: addDays(AS_OF, -400), kind: "demand" as const }] };
    expect(letterOf(agreementPlan(reminded, planOf().agreement, NO_EVENTS))).toContain(
      words.readerNotes["limitation-restarts"],
    );
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
    const lines = joined(pageText(letterPage(letterContent(planOf(), CARD), words), looksOf(80))).split("\n");
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test("has one heading for each part in Markdown, and two tables", () => {
    const lines = markdownOf(planOf()).split("\n");
    expect(lines.filter((line) => line.startsWith("## "))).toHaveLength(9);
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
  expect(() => letterPage(letterContent(plan, PLATFORM), english)).toThrow();
});
