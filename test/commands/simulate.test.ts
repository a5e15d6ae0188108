/** `simulate` in words: sentences of one page that must not contradict each other, or its figures. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

const LOAN = ["simulate", "--as-of", "2026-11-22", "--lang", "en"];

async function said(...options: readonly string[]): Promise<string> {
  return (await printed([...LOAN, ...options])).replaceAll(/\s+/g, " ");
}

test("a contract of just 24 % a year is not above that line by what its instalments are rounded", async () => {
  const contract = ["--borrowed", "12000", "--months", "12", "--method", "equal-instalments", "--day-count", "period"];
  const costOf = (rate: string) =>
    said(...contract, "--first-due", "2026-12-22", "--interest", "scheduled", "--rate", rate);
  expect(await costOf("24%/year")).toContain("really received: 24% a year, 26.82% with interest on interest.");
  expect(await costOf("24.01%/year")).toContain("really received: 24.01% a year, above the line of 24%, ");
});

test.each([
  ["en", "what this money can do", "what the least that stops the growth can do"],
  ["zh", "这些钱能做到什么", "刚好不让欠款增加的钱能做到什么"],
])(
  "the next command is said to be of the money that is paid, or of the least needed (%s)",
  async (language, paid, least) => {
    const loan = [
      "simulate",
      "--principal",
      "50000",
      "--days-overdue",
      "90",
      "--as-of",
      "2026-11-22",
      "--lang",
      language,
    ];
    expect(await printed([...loan, "--monthly", "2000"])).toContain(paid);
    expect(await printed(loan)).toContain(least);
    expect(await printed([...loan, "--minimum", "5%", "--pay", "minimum/month"])).toContain(least);
  },
);

test("of a card on which something is paid it is not said that minimum payments are missed", async () => {
  const card = ["--product", "credit-card", "--principal", "8000", "--minimum", "10%", "--days", "60"];
  const condition = "none is missed while each is paid by its due date";
  expect(await said(...card, "--pay", "minimum/month@24")).toContain(condition);
  expect(await said(...card)).toContain("the credit report shows 3, for a card the number of minimum payments missed");
  expect(await said(...card)).not.toContain(condition);
  expect(await said("--principal", "8000", "--days", "60", "--daily", "5")).not.toContain("minimum payments");
});

test("of amounts that take turns the next command has the mean: 50, 30 and 100 are 60 a day", async () => {
  const inTurn = await said("--principal", "50000", "--pay", "50,30,100/day");
  expect(inTurn).toContain("what this money can do");
  expect(inTurn).toContain("--budget 60/day");
});

test.each([
  // Money that comes once, later, for a time or with a pause is no budget from now on: the least that is needed, 37.50.
  ["--strategy", "lump:20000@2027-03-01", "37.50/day"],
  ["--strategy", "save:50/day@2027-11-22", "37.50/day"],
  ["--pay", "50/day:from=2027-03-01", "37.50/day"],
  ["--pay", "50/day:until=2027-02-01", "37.50/day"],
  ["--pay", "50/day:pause=2027-01-01..2027-02-01", "37.50/day"],
  ["--pay", "50/day:from=2026-12-01", "50/day"],
  ["--pay", "1500/month@15", "1500/month"],
  // No more a day than is paid: 33.33 in place of a third of 100.00.
  ["--pay", "100/3days", "33.33/day"],
])("the next command after %s %s plans with %s", async (option, paid, budget) => {
  expect(await said("--principal", "50000", option, paid, "--brief")).toMatch(new RegExp(`--budget ${budget}(?= |$)`));
});

test("two lines of the law at one rate are said together", async () => {
  const text = await said("--principal", "8000", "--days-overdue", "30", "--product", "small-loan", "--daily", "10");
  expect(text.match(/above the line of 24% a year/g)).toHaveLength(1);
  expect(text).toMatch(/unasked it does not lapse\. The regulators' guidance/);
});

test("less than the least that stops the growth is not said to let a debt grow that is smaller in the end", async () => {
  // Nothing accrues; a fee of 100.00 after ten days is met by 10.00 a day, and worked off by 5.00 a day in twenty.
  const loan = {
    schema: "overdue-sim/loan@1",
    instalments: [{ due: "2026-11-22", principal: "1000.00" }],
    terms: { rate: "0%/year", penalty: "0%/year" },
    charges: [{ date: "2026-12-02", amount: "100.00" }],
  };
  const words = async (daily: string, language = "en"): Promise<string> => {
    const line = ["simulate", "--as-of", "2026-11-22", "--loan", "-", "--days", "60", "--daily", daily];
    return printed([...line, "--lang", language], { input: JSON.stringify(loan) });
  };
  const less = await words("5");
  expect(less).toContain("the whole debt goes down from 1,000.00 to 800.00");
  expect(less).toContain(
    "At least 10.00 a day is needed so that after each payment the debt is no more than it is now.",
  );
  expect(await words("5", "zh")).toContain("每天至少还 10.00 元，欠款才在每次还款后都不比现在多。");
  expect(await words("10")).toContain("At least 10.00 a day is needed so that the debt does not grow.");
});

test.each([
  ["a month", ["--monthly", "1000"], "2027-11-22"],
  ["a day under actual/actual", ["--day-count", "actual/actual"], "2027-11-22"],
  ["a day", [], null],
])("the least %s is said to be looked at to the same day in words and in JSON", async (_, options, until) => {
  const line = ["--principal", "5000", ...options];
  const { summary } = JSON.parse(await printed([...LOAN, ...line, "--json"])) as {
    readonly summary: { readonly breakEvenPayment: { readonly until: string | null } };
  };
  expect(summary.breakEvenPayment.until).toBe(until);
  expect(/up to (\S+) the debt/.exec(await said(...line))?.[1] ?? null).toBe(until);
});

test("a payment of just the charges covers them and clears nothing; a fen less does not cover them", async () => {
  // 20,000.00 × 0.1 % a day.
  const debt = ["--principal", "20000", "--rate", "2分", "--days-overdue", "400"];
  const even = await said(...debt, "--daily", "20");
  expect(even).toContain("never cleared: 20.00 a day covers the charges and nothing more");
  expect(even).toContain("At least 20.00 a day is needed");
  expect(await said(...debt, "--daily", "19.99")).toContain("19.99 a day does not cover the charges");
});

test("where the contract itself costs more than the line, it is said beside arrears that do not", async () => {
  const contract = ["--borrowed", "12000", "--months", "12", "--method", "flat", "--first-due", "2026-06-15"];
  const missed = ["--missed-since", "2026-08-15", "--rate", "0.6%/month", "--monthly", "1100@15", "--days", "200"];
  expect(await said(...contract, ...missed, "--received", "11000")).toContain(
    "29.93% a year, above the line of 24%, 34.4% with interest on interest",
  );
  expect(await said(...contract, ...missed)).toMatch(/really received: [\d.]+% a year, [\d.]+% with/);
});

test("the other order is told where it changes a figure, and left out where it does not", async () => {
  const debt = ["--principal", "50000", "--days-overdue", "90", "--daily", "50"];
  expect(await said(...debt)).toContain("Under the other usual order");
  expect(await said(...debt, "--rate", "0%/year")).not.toContain("other usual order");
});

// 0.75 a night on 50,000.00, of which 0.25 is left for the principal; or all of it, in 50,000 days, and then the charges.
test.each([
  ["en", /not cleared within 100 years\..*the debt would not be cleared within 100 years\. Ask/],
  ["zh", /一百年内还不清。.*，一百年内还不清。请向/],
])("under neither order is a century taken for never (%s)", async (language, expected) => {
  const debt = ["--principal", "50000", "--rate", "0.001%/day", "--days-overdue", "90", "--daily", "1"];
  const text = await printed(["simulate", ...debt, "--as-of", "2026-11-22", "--lang", language]);
  expect(text.replaceAll(/\s+/g, language === "en" ? " " : "")).toMatch(expected);
});

test.each([
  ["en", "and less than 1.00 of the debt would be left within thirty years, and never be cleared. Ask"],
  ["zh", "三十年之内还到只剩不到1元，但一直还不完。请向"],
])("a trifle is told as one under the other order too (%s)", async (language, expected) => {
  const debt = ["--principal", "8000", "--days-overdue", "30", "--minimum", "10%", "--pay", "minimum/month@25"];
  const text = await printed(["simulate", ...debt, "--as-of", "2026-11-22", "--lang", language]);
  expect(text.replaceAll(/\s+/g, language === "en" ? " " : "")).toContain(expected);
});

test("where an agreement is paid as it falls due, no other least is named beside it", async () => {
  const debt = ["--principal", "12000", "--days-overdue", "90", "--strategy", "agreement:months=12"];
  expect(await said(...debt)).not.toContain("At least");
  expect(await said("--principal", "12000", "--days-overdue", "90", "--strategy", "defer:months=3")).toContain(
    "At least",
  );
});

test("what is paid only after a deferral, and the least, which is paid within it too, each name their first day", async () => {
  // 10.00 a night from 2027-01-22 on: 8.15 a day is less. Paid in the 60 days before as well, it holds for a year longer.
  const debt = ["--principal", "10000", "--rate", "0%/year", "--penalty", "0.1%/day"];
  const deferred = [...debt, "--strategy", "defer:months=2,rate=0%/year", "--daily", "8.15"];
  const english = await said(...deferred);
  expect(english).toContain("never cleared: 8.15 a day, paid from 2027-01-22 on, does not cover the charges.");
  expect(english).toContain(
    "At least 8.15 a day, paid already from 2026-11-23 on, is needed so that after each payment up to 2028-01-22",
  );
  const chinese = await printed(["simulate", "--as-of", "2026-11-22", ...deferred, "--lang", "zh"]);
  expect(chinese).toContain("永远还不清：从 2027-01-22 起每天还 8.15 元抵不上息费");
  expect(chinese).toContain("从 2026-11-23 起就每天至少还 8.15 元");
  expect(await said(...debt, "--daily", "8.15")).toContain("never cleared: 8.15 a day does not cover the charges.");
});

// 39 days of 12.50 off 53,375.00 are 52,887.50; in 181 days without a payment 37.50 a day are 6,787.50.
test.each(["50/day:pause=2027-01-01..2027-06-30", "50/day:pause=2029-01-01..2030-12-31"])(
  "enough each time, with a pause in which the debt grows to more than it is now, only helps at first: %s",
  async (payments) => {
    const text = await said("--principal", "50000", "--days-overdue", "90", "--pay", payments);
    expect(text).not.toContain("Yes, this helps");
    expect(text).toContain("Only at first: by 2026-12-22");
    expect(text).toContain(
      "At least 37.50 a day, without a pause, is needed so that after each payment the debt is no more than it is now.",
    );
    if (payments.includes("2027")) expect(text).toContain("(59,675.00 on 2027-06-30) before it is cleared");
  },
);

test("a payment named for a day of a deferral is made on that day", async () => {
  const line = ["--principal", "10000", "--rate", "0%/year", "--penalty", "0.1%/day", "--pay", "500@2026-12-10"];
  const options = [...line, "--strategy", "defer:months=2,rate=0%/year", "--until", "2027-01-23", "--csv"];
  // 9,500.00 is left, and bears 9.50 in the night from 2027-01-22, on which it falls due again.
  const rows = (await printed(["simulate", ...options, "--as-of", "2026-11-22"])).trimEnd().split("\n");
  expect(rows.at(-1)).toMatch(/^2027-01-23,62,1,0\.00,9\.50,.*,9509\.50,500\.00,500\.00$/);
});

test("beside an agreement no plan is proposed: it would be one for the terms that were there before", async () => {
  const debt = ["--principal", "12000", "--days-overdue", "90"];
  expect(await said(...debt, "--daily", "10")).toContain("overdue-sim plan");
  for (const strategy of ["agreement:months=12,waive-penalty=100%", "defer:months=3"]) {
    expect(await said(...debt, "--strategy", strategy)).not.toContain("overdue-sim plan");
  }
});

test("a new loan is never said to help, and whatever has to be agreed first is said to be only a proposal", async () => {
  const debt = ["--principal", "8000", "--days-overdue", "10", "--until-cleared", "--every", "month"];
  const borrowed = await said(...debt, "--strategy", "borrow:rate=24%/year,months=12");
  expect(borrowed).toContain("Borrowing to repay does not make the debt smaller");
  expect(borrowed).not.toContain("this helps");
  expect(borrowed).toContain("if a lender gives the new loan on these terms, and every instalment is paid on its day");
  expect(await said(...debt, "--strategy", "agreement:months=12")).toContain(
    "if the lender agrees, and every instalment is paid on its day",
  );
  expect(await said(...debt, "--strategy", "settle:70%@2026-12-10")).toContain("what is agreed is paid on its day");
  expect(await said(...debt, "--strategy", "defer:months=3")).toContain("these figures hold if the lender agrees.");
  expect(await said(...debt, "--daily", "50")).not.toContain("Only a proposal");
});

test("what is not overdue yet and will be is not left at the good news", async () => {
  const debt = ["--principal", "8000", "--daily", "50"];
  expect(await said(...debt, "--days", "0")).toContain("nothing is overdue; later, if nothing changes, it is.");
  expect(await said(...debt, "--until-cleared", "--every", "month")).toContain("nothing is overdue.");
});

test("the day on which the record is deleted is a forecast while the overdue goes on", async () => {
  const debt = ["--principal", "8000", "--days-overdue", "30", "--daily", "50"];
  expect(await said(...debt)).toMatch(/deleted by itself after \S+, if nothing changes;/);
  expect(await said(...debt, "--until-cleared", "--every", "month")).toMatch(
    /deleted by itself after \d{4}-\d\d-\d\d;/,
  );
});

test("--brief leaves the list of what was assumed out, unless it is asked for", async () => {
  const debt = ["--principal", "8000", "--brief"];
  expect(await said(...debt)).not.toContain("Assumed, not given");
  expect(await said(...debt, "--assumptions")).toMatch(/^Assumed, not given/);
});

test.each(["1500/month@15", "每月1500@15"])(
  "what is paid once goes with the budget into the next command, and is counted there: beside %s",
  async (monthly) => {
    const loan = ["--principal", "50000", "--days-overdue", "90"];
    const once = ["--pay", "20000@2027-03-01"];
    const text = await said(...loan, "--pay", monthly, ...once);
    const next = "plan --principal 50000 --days-overdue 90 --as-of 2026-11-22 --lang en --budget 1500/month";
    expect(text.replaceAll(" \\ ", " ")).toContain(`overdue-sim ${next} --pay 20000@2027-03-01 `);
    expect(text).not.toContain("--pay 每月1500@15");
    const clearedOn = async (...more: readonly string[]): Promise<string> => {
      const document: unknown = JSON.parse(await printed([...next.split(" "), ...more, "--json"]));
      return (document as { summary: { clearedOn: string } }).summary.clearedOn;
    };
    expect((await clearedOn(...once)) < (await clearedOn())).toBe(true);
  },
);

test.each(["agreement:months=36", "settle:80%@2026-11-22", "borrow:rate=12%/year,months=12"])(
  "what falls due on --as-of itself was never overdue where %s ends it; a day later it was",
  async (way) => {
    const creditOf = async (daysOverdue: string): Promise<unknown> => {
      const loan = ["--principal", "36000", "--days-overdue", daysOverdue, "--strategy", way, "--until", "2026-12-22"];
      const document: unknown = JSON.parse(await printed([...LOAN, ...loan, "--json"]));
      return (document as { summary: { credit: unknown } }).summary.credit;
    };
    const none = { overdueEndedOn: null, deletableOn: null, deletableAfterAgreementOn: null };
    expect(await creditOf("0")).toMatchObject(none);
    expect(await creditOf("1")).toMatchObject({ overdueEndedOn: "2026-11-22", deletableOn: "2031-11-22" });
  },
);

test.each([
  ["en", "Single payments not counted, at least 37.50 a day is needed", "<dd>50,000.00</dd>"],
  ["zh", "不算单笔还款的话，每天至少还 37.50 元", "<dd>50,000.00 元</dd>"],
])(
  "a single payment that clears the debt is no part of the least a day; a card has its unit (%s)",
  async (language, least, card) => {
    const line = ["simulate", "--principal", "50000", "--as-of", "2026-11-22", "--lang", language];
    const beside = await printed([...line, "--pay", "60000@2026-12-10"]);
    expect(beside.replaceAll("\n", "")).toContain(least);
    expect(await printed([...line, "--daily", "50"])).not.toMatch(/Single payments|单笔还款/);
    expect(await printed([...line, "--daily", "50", "--format", "html"])).toContain(card);
  },
);

test.each([
  ["en", "By the contract 12,000.00 was lent, but 11,000.00 was received."],
  ["zh", "合同写明借款 12,000.00 元，实际到手 11,000.00 元。"],
])("what was taken off in advance is said where less was received than lent (%s)", async (language, expected) => {
  const contract = ["--borrowed", "12000", "--months", "12", "--method", "flat", "--first-due", "2026-06-15"];
  const line = ["simulate", ...contract, "--rate", "1%/month", "--as-of", "2026-11-22", "--lang", language];
  const saying = async (...more: readonly string[]): Promise<string> =>
    (await printed([...line, ...more])).replaceAll("\n", language === "en" ? " " : "");
  expect(await saying("--received", "11000")).toContain(expected);
  const compared = await printed(["compare", ...line.slice(1), "--received", "11000"]);
  expect(compared.replaceAll("\n", language === "en" ? " " : "")).toContain(expected);
  expect(await saying("--received", "12000")).not.toContain(expected.slice(0, 12));
  expect(await saying("--received", "11000", "--jurisdiction", "none")).not.toContain(expected.slice(0, 12));
});

test.each([
  ["en", "for a card the number of minimum payments missed in a row", "which means 91 to 120 days overdue"],
  ["zh", "信用卡表示连续未还最低还款额的次数", "意思是月底逾期 91–120 天"],
])("the month's code of a card counts minimum payments, that of a loan days (%s)", async (language, card, loan) => {
  const saying = async (product: string): Promise<string> => {
    const line = ["--principal", "8000", "--days-overdue", "65", "--as-of", "2026-11-22", "--product", product];
    return (await printed(["simulate", ...line, "--lang", language])).replaceAll("\n", language === "en" ? " " : "");
  };
  expect(await saying("credit-card")).toContain(card);
  expect(await saying("wangshangdai")).toContain(loan);
});

test("an amount that would break before its unit on a telephone is set smaller", async () => {
  const line = ["simulate", "--as-of", "2026-11-22", "--lang", "zh", "--format", "html", "--principal"];
  expect(await printed([...line, "750000"])).toContain('<dd class="long">750,000.00 元</dd>');
  expect(await printed([...line, "75000"])).toContain("<dd>75,000.00 元</dd>");
});

/** 2.00 × 0.05 % × 30 = 0.03 in thirty days: a tenth of a fen a day. */
test.each([
  ["en", "goes up from 2.00 to 2.03, less than 0.01 a day on average."],
  ["zh", "从 2.00 元涨到 2.03 元，平均每天多不到 0.01 元。"],
])("growth of less than half a fen a day is not said to be none (%s)", async (language, said) => {
  const loan = ["simulate", "--as-of", "2026-11-22", "--lang", language, "--principal", "2", "--rate", "0.05%/day"];
  const found = (await printed([...loan, "--penalty", "1x", "--days", "30"])).replaceAll(
    /\n/g,
    language === "en" ? " " : "",
  );
  expect(found).toContain(said);
});

test("limitation that ended with a weekend ended on the same Monday in a page and in JSON", async () => {
  // The two years of old debts, and three: both ended on a Saturday.
  for (const [due, monday] of [
    ["2015-09-30", "2017-10-02"],
    ["2023-11-21", "2026-11-23"],
  ] as const) {
    const loan = ["simulate", "--principal", "50000", "--as-of", "2026-11-24", "--days-overdue", due, "--days", "0"];
    expect(await printed(loan)).toContain(`ended on ${monday}.`);
    expect(JSON.parse(await printed([...loan, "--json"])).summary.limitationEnds).toBe(monday);
  }
});

test("where limitation has run out, the next command is not to ask the lender", async () => {
  const due = (days: string) => said("--principal", "8000", "--days-overdue", days, "--daily", "10");
  // Due on 2023-11-22: three years end on that day of 2026, a Sunday, and so on the Monday.
  expect(await due("1096")).toContain("Next: what this money can do, and what to ask the lender for");
  const runOut = await due("1469");
  expect(runOut).toContain("Ask a lawyer or legal aid first.");
  expect(runOut).not.toContain("Next:");
  const plan = await printed([
    "plan",
    "--principal",
    "8000",
    "--days-overdue",
    "1469",
    "--budget",
    "500/month",
    ...LOAN.slice(1),
  ]);
  expect(plan).toContain("The smallest thing to ask for");
  expect(plan).not.toContain("Next:");
});

test("what a person has lent bears after its due date the rate agreed: 30,000 × 12 % ÷ 365 × 200 = 1,972.60", async () => {
  const owed = ["--principal", "30000", "--rate", "12%/year", "--days-overdue", "200", "--days", "0"];
  const text = await said("--product", "private-loan", ...owed);
  expect(text).toContain("Owed on 2026-11-22: 31,972.60 = principal 30,000.00 + charges 1,972.60");
  expect(text).toContain("overdue interest 1 × the contract rate (--penalty)");
  const lpr = "courts grant a lender who asks for it the one-year LPR after the due date";
  expect(text).not.toContain(lpr);
  const free = await said("--product", "private-loan", "--principal", "30000", "--days-overdue", "200", "--days", "0");
  expect(free).toContain("Owed on 2026-11-22: 30,000.00, all of it principal; 200 days overdue.");
  expect(free).toContain(lpr);
  const asked = await said("--lender", "private", ...owed);
  expect(asked).toContain("for a loan between private people there is --product private-loan");
  expect(asked).not.toContain("Wangshangdai");
});

test("a report names no other payment where what is agreed is paid on its days, as the page does not", async () => {
  const debt = ["--principal", "50000", "--days-overdue", "90", "--format", "html"];
  expect(await said(...debt, "--daily", "50")).toContain("break-even, a day");
  const agreed = await said(...debt, "--strategy", "agreement:months=6,down=10%");
  expect(agreed).toContain("debt cleared");
  expect(agreed).not.toContain("break-even, a day");
});

test.each([
  [
    ["--by", "instalment"],
    ["--by", "instalment"],
  ],
  [
    ["--order-after", "91:principal,interest,compound,penalty,fee"],
    ["--by", "component", "--order-after", "91:principal,interest,compound,penalty,fee"],
  ],
])("the other order keeps what is given beside the order: %j", async (given, kept) => {
  const folder = emptyFolder();
  const rows = ["due,principal,interest,penalty", "2026-08-22,1000,100,50", "2026-09-22,1000,80,40"];
  writeFileSync(join(folder, "two.csv"), rows.join("\n"));
  const line = [...LOAN, "--instalments", "two.csv", "--pay", "500@2026-11-25", "--days", "10", "--json"];
  const { otherOrder } = JSON.parse(await printed([...line, ...given], { folder })).summary;
  const asked = [...line, "--order", "principal,interest,compound,penalty,fee", ...kept];
  const { toPrincipal, closingTotal, daysOverdueAtEnd } = JSON.parse(await printed(asked, { folder })).summary;
  expect(otherOrder).toMatchObject({ by: kept[1], toPrincipal, closingTotal, daysOverdueAtEnd });
});

/**
 * 30,000.00 overdue for 60 days: 1,350.00 of charges and 22.50 a night. Without the names the four payments of 200.00 all go
 * there: 1,350.00 + 30 × 22.50 - 800.00 = 1,225.00 beside the principal.
 */
const NAMED = "--principal 30000 --days-overdue 60 --pay 200/week:for=principal".split(" ");

test.each([
  [
    "en",
    "goes there first only where the terms say so by then, or the lender agrees",
    "art 561",
    "(charges first), 0.00 would reach the principal, 31,225.00",
  ],
  [
    "zh",
    "届时的条款如此规定或者贷款方同意，才先还它",
    "民法典第561条",
    "（先息费），0.00 元会还到本金，期末欠款 31,225.00 元",
  ],
])(
  "what is paid for the principal needs the lender, and stands beside the order of the terms (%s)",
  async (lang, agrees, article, other) => {
    const saying = async (...more: readonly string[]): Promise<string> =>
      (await printed(["simulate", "--as-of", "2026-11-22", "--lang", lang, ...NAMED, ...more])).replaceAll(
        "\n",
        lang === "en" ? " " : "",
      );
    const text = await saying();
    for (const part of [agrees, article, other]) expect(text).toContain(part);
    expect(text.replaceAll(" ", "")).toContain("--budget200/week:for=principal");
    expect(await saying("--brief")).toContain(agrees);
    const elsewhere = await saying("--jurisdiction", "none");
    expect(elsewhere).toContain(agrees);
    expect(elsewhere).not.toContain("561");
    expect(await saying("--order", "principal,interest,compound,penalty,fee")).not.toContain(agrees);
  },
);
