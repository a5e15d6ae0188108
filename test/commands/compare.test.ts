/** `compare`: each row is what `simulate` says of the same way to pay, and twice is the same. */

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fen } from "../../src/loan/money.ts";
import { formatMoney } from "../../src/output/figures.ts";
import { overdueSim, printed } from "../command-line/in-process.ts";

const STORIES = fileURLToPath(new URL("../../fixtures/stories/", import.meta.url));

const run = (...options: readonly string[]): Promise<string> => printed(options);

type Figures = Readonly<Record<string, unknown>>;

interface Compared {
  readonly input: { readonly strategies: readonly { readonly name: string; readonly strategy: string | null }[] };
  readonly rows: readonly (Figures & { readonly strategy: string })[];
}

interface Simulated {
  readonly summary: Figures & {
    readonly paid: number;
    readonly toPrincipal: number;
    readonly unapplied: number;
    readonly credit: { readonly statusCode: number };
  };
  readonly rows: readonly Figures[];
}

/** What `simulate` says, under the names of `compare`. */
function figuresOf({ summary }: Simulated): Figures {
  const inFen = (amount: number): number => Math.round(amount * 100);
  return {
    paid: summary.paid,
    toCharges: (inFen(summary.paid) - inFen(summary.toPrincipal) - inFen(summary.unapplied)) / 100,
    toPrincipal: summary.toPrincipal,
    principalShare: summary["principalShare"],
    principalLeft: summary["closingPrincipal"],
    totalOwed: summary["closingTotal"],
    daysOverdue: summary["daysOverdueAtEnd"],
    statusCode: summary.credit.statusCode,
    clearedOn: summary["clearedOn"],
    yearlyCost: summary["yearlyCost"],
  };
}

const STRATEGIES = [
  "none",
  "daily:50",
  "weekly:350",
  "monthly:1500@15",
  "save:50/day@2027-06-30",
  "lump:20000@2027-03-01",
  "agreement:months=36",
  "agreement:months=12,method=equal-principal,rate=6%/year,waive-penalty=50%,pause=2,charges=end",
  "agreement:months=24,start=2027-01-31,rate=0.5%/month,day-count=actual/365,waive-charges=30%",
  "defer:months=3",
  "defer:months=3,rate=6%/year,start=2026-12-05",
  "settle:80%@2027-01-15",
  "settle:9000@2026-11-30",
  "borrow:rate=24%/year,fee=3%",
  "borrow:rate=12%/year,months=6,method=equal-principal,day-count=actual/360,start=2027-01-02",
] as const;

const LOANS: readonly (readonly [string, readonly string[], string])[] = [
  ["one sum, 90 days overdue", ["--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "90"], "40"],
  ["three instalments missed of twelve", ["--loan", `${STORIES}three-missed-by-component/loan.json`], "30"],
];

test("the column of report codes is left out where no way has one; CSV keeps it", async () => {
  const alone = ["--principal", "50000", "--days-overdue", "90", "--as-of", "2026-11-22"];
  const wide = { environment: { COLUMNS: "300" } };
  for (const other of [
    ["--jurisdiction", "none"],
    ["--lender", "private"],
  ]) {
    expect(await printed(["compare", ...alone, ...other], wide)).not.toContain("report code");
    expect(await printed(["compare", ...alone, ...other, "--csv"], wide)).toContain(",status_code,");
  }
  expect(await printed(["compare", ...alone], wide)).toContain("report code");
});

describe.each(LOANS)("%s", async (_loan, loan, daily) => {
  const alone = [...loan, "--days", "200"];
  const options = [...alone, "--daily", daily];
  // Of a loan file without payments that are dated before what is compared.
  const strategies = STRATEGIES.filter((strategy) => !strategy.includes("@2026-11-30") || loan.includes("--principal"));
  const asked = strategies.flatMap((strategy) => ["--strategy", strategy]);
  const { rows } = JSON.parse(await run("compare", ...options, ...asked, "--json")) as Compared;

  test.each(strategies)("%s", async (strategy) => {
    // An agreement and a deferral go on with what is paid; the others stand in its place.
    const line = /^(agreement|defer):/.test(strategy) ? options : alone;
    const simulated = JSON.parse(await run("simulate", ...line, "--strategy", strategy, "--json")) as Simulated;
    const row = rows.find((one) => one.strategy === strategy);
    expect(row).toMatchObject(figuresOf(simulated));
    const last = simulated.rows.at(-1);
    if (last !== undefined) expect(row).toMatchObject({ totalOwed: last["totalOwed"], paid: last["paidSoFar"] });
  });

  test("all that is asked for is in the table, in its order", () => {
    expect(rows.map(({ strategy }) => strategy)).toEqual(strategies);
  });

  test("what is compared where nothing is asked for can be typed again", async () => {
    const usual = JSON.parse(await run("compare", ...options, "--json")) as Compared;
    const typed = usual.input.strategies.filter(({ strategy }) => strategy !== null);
    expect(typed.map(({ name }) => name)).toEqual(["none", "interest-stopped", "penalty-waived", "refinancing"]);
    for (const { name, strategy } of typed) {
      const simulated = JSON.parse(
        await run("simulate", ...alone, "--strategy", strategy ?? "", "--json"),
      ) as Simulated;
      expect(usual.rows.find((one) => one.strategy === name)).toMatchObject(figuresOf(simulated));
    }
    const asGiven = JSON.parse(await run("simulate", ...options, "--json")) as Simulated;
    expect(usual.rows.find((one) => one.strategy === "as-given")).toMatchObject(figuresOf(asGiven));
  });

  test.each(["table", "csv", "json", "ndjson", "md"])("twice gives the same bytes, as %s", async (format) => {
    const line = ["compare", ...options, ...asked, "--format", format];
    expect(await run(...line)).toBe(await run(...line));
    expect(await run("compare", ...options, "--format", format)).toBe(
      await run("compare", ...options, "--format", format),
    );
  });
});

test("borrowing to repay is dearer than the same months agreed with the lender", async () => {
  const line = "compare --principal 50000 --as-of 2026-11-22 --days-overdue 90 --strategy agreement:months=24";
  const { rows } = JSON.parse(
    await run(...line.split(" "), "--strategy", "borrow:rate=24%/year,fee=3%,months=24", "--json"),
  ) as Compared;
  const [agreed, borrowed] = rows.map((row) => row["totalCost"]);
  expect([agreed, borrowed]).toEqual([3_375, 19_759.75]);
});

describe("the words under the table", () => {
  test.each([
    ["2026-11-25", true],
    ["2026-11-26", false],
  ])(
    "of a card due on the 22nd and paid on %s, three days of grace, a record is certain or not",
    async (date, isWithin) => {
      const card = ["--product", "credit-card", "--principal", "5000", "--as-of", "2026-11-22"];
      const text = await run("compare", ...card, "--strategy", `lump:6000@${date}`, "--lang", "en");
      expect(text.includes("no record if the lender counts it as in time")).toBe(isWithin);
    },
  );

  const LOAN = ["--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "90"];
  const said = (...options: readonly string[]): Promise<string> => printed(["compare", ...LOAN, ...options]);
  const scenarios = (...list: readonly object[]): Promise<string> =>
    printed(["compare", ...LOAN, "--scenarios", "-"], { input: JSON.stringify({ scenarios: list }) });

  test("a scenario of minimum payments needs their rule", async () => {
    const input = JSON.stringify({ scenarios: [{ name: "least", streams: ["minimum/month@25"] }] });
    const line = ["compare", ...LOAN, "--scenarios", "-", "--lang", "en", "--until", "2026-11-26", "--csv"];
    const refused = await overdueSim(line, { input });
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toBe("overdue-sim: -:1:streams: it goes with --minimum only. Give --minimum too.\n");
    const none = await overdueSim([...line, "--minimum", "none"], { input });
    expect(none.stderr).toContain("-:1:streams: minimum/month and --minimum none exclude each other.");
    // 50,000.00 and 93 nights of 37.50 are owed on 2026-11-25, 53,487.50, and a tenth of it is paid.
    expect(await printed([...line, "--minimum", "10%"], { input })).toContain("least,5348.75,3487.50,1861.25,");
  });

  test("an agreement names the instalment that asks for most, where that is not the first", async () => {
    // 53,375.00 less 100.00 twice; the first three of 12 equal parts of 50,000.00 are 4,166.67, the last has 3,375.00 on top.
    expect(await said("--strategy", "agreement:steps=100x3")).toContain(
      "3 instalments, the first 100.00, the largest 53,175.00 on 2027-02-22; no further interest",
    );
    expect(await said("--strategy", "agreement:months=12,charges=end")).toContain(
      "12 instalments, the first 4,166.67, the largest 7,541.63 on 2027-11-22; no further interest",
    );
    expect(await said("--strategy", "agreement:months=1")).toContain("1 instalment of 53,375.00; no further interest");
    expect(await said("--strategy", "agreement:months=2,down=100%")).toContain(
      "53,375.00 at once, on 2026-11-22, and nothing after it; nothing is waived",
    );
  });

  test("a flat agreement names its monthly fee, and does not say that interest stops", async () => {
    // 0.45 % of 53,375.00 is 240.19.
    const flat = await said("--strategy", "agreement:months=36,method=flat,fee=0.45%/month");
    expect(flat).toContain("the first 1,722.83; a fee of 240.19 each month; nothing is waived");
    expect(flat).not.toContain("no further interest");
    expect(await said("--strategy", "agreement:months=36")).toContain("no further interest");
  });

  test("a settlement is paid once: nothing is said of instalments where one is among the ways", async () => {
    const settled = await said("--strategy", "settle:70%@2026-12-22");
    expect(settled).toContain(
      "* Only a proposal: these figures hold if the lender agrees, and what is agreed is paid on",
    );
    expect(await said("--strategy", "agreement:months=36")).toContain("every instalment is paid on its");
  });

  test("where limitation has run out, that is said before the ways to pay", async () => {
    const late = ["compare", "--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "1400"];
    const text = await printed([...late, "--strategy", "settle:70%@2026-12-22", "--strategy", "none"]);
    expect(text).toMatch(/the three years ended on 2026-01-22.*^way to pay/ms);
    expect(await said("--strategy", "none")).not.toContain("three years");
  });

  test("a settlement is assumed to be put to the principal first, as its figures have it", async () => {
    const text = await said("--strategy", "settle:70%@2026-12-22");
    expect(text).toContain("What a settlement pays is counted to the principal first");
    expect(text).toMatch(/^settle\S+ \* +38,150\.00 +0\.00 +38,150\.00/m);
  });

  test("a name of the user's own stays, whatever the usual ways are called", async () => {
    const text = await said("--strategy", "monthly=daily:50", "--strategy", "refinancing=agreement:months=36");
    expect(text).toMatch(/^monthly +/m);
    expect(text).not.toContain("new loan");
  });

  test("a new loan wins nothing: what it repays is not the old principal", async () => {
    const nothing = "None of these ways brings anything to the principal";
    const text = await said("--strategy", "none", "--strategy", "borrow:rate=24%/year");
    expect(text).toContain(nothing);
    expect(text).not.toMatch(/^(Most to the principal|Cheapest|Clear first)/m);
    expect(text).toMatch(/^“borrow:rate=24%\/year”\*: a new loan of /m);
    const soon = await said("--strategy", "none", "--strategy", "borrow:rate=24%/year,months=6");
    expect(soon.replaceAll(/\s+/g, " ")).toContain("and nothing is owed at the end of the time compared");
    const later = { name: "later", agreements: ["defer:months=2", "borrow:rate=24%/year,start=2027-03-01"] };
    expect(await scenarios(later, { name: "little", strategy: "daily:50" })).toContain(
      "Most to the principal: “little”",
    );
  });

  test("ways that are as good as the best are named with it, and a new loan that has a better figure is said to be left out", async () => {
    // Of 1,067.50 a month, 53,375.00 over 50 months, 1,000.00 is principal, as all is of 50,000.00 over 50 months.
    const both = [
      "--strategy",
      "kept=agreement:months=50",
      "--strategy",
      "less=agreement:months=50,waive-penalty=100%",
    ];
    const ways = await said(...both, "--strategy", "daily:50");
    expect(ways).toMatch(/^Most to the principal: “less”\*, 12,000\.00 of 12,000\.00 paid\. As much: “kept”\*\.$/m);
    expect(ways).toMatch(/^Cheapest until clear: “less”\*; nothing is paid beyond the principal\.$/m);
    expect(ways).toMatch(/^Clear first: “less”\*, on 2031-01-22; it takes .* On the same day: “kept”\*\.$/ms);
    const left = "A new loan is never named here, whatever its figures";
    expect(ways).not.toContain(left);
    // It is clear on 2027-11-22, three years before, and brings more to a principal of its own.
    expect(await said(...both, "--strategy", "borrow:rate=24%/year,months=12")).toContain(left);
    // Over five years, at 100 % a year, it is in nothing ahead.
    expect(await said(...both, "--strategy", "borrow:rate=100%/year,months=60")).not.toContain(left);
  });

  test("what is paid above what is owed is not said to be taken", async () => {
    // 50,000.00 and 3,375.00 at the start, and 37.50 for each of ten nights.
    const text = await said("--pay", "60000@2026-12-02");
    expect(text).toContain("“as you pay now”, on 2026-12-02; it takes 53,750.00 in the time compared.");
  });

  test("a new loan says what it costs of its own: 24 × 2,906.65 or less, less 54,976.25, and the fee of 1,601.25", async () => {
    const text = await said("--strategy", "new=borrow:rate=24%/year,fee=3%");
    expect(text).toContain("a new loan of 54,976.25 (a fee of 1,601.25) takes the place of 53,375.00 owed");
    // 23 × 2,906.65 + 2,906.80 = 69,759.75; less the 53,375.00 that it clears.
    expect(text).toContain("Paid on time, it costs 16,384.75 of its own");
  });

  test("what a new loan leaves unnamed is said to be assumed, and its cost to rest on being paid", async () => {
    const unnamed = "24 months and no fee are assumed.";
    expect(await said("--strategy", "borrow:rate=24%/year,fee=3%,months=12")).not.toContain(unnamed);
    const unpaid = { name: "unpaid", agreements: ["borrow:rate=24%/year"], payAsDueFrom: null };
    expect(await scenarios(unpaid)).toContain("Paid on time, it costs 14,352.91 of its own; the debt is never cleared");
  });

  test("an agreement is said with what has been paid until it begins, and whether interest stops", async () => {
    const later = { name: "later", streams: ["100/day"], agreements: ["agreement:months=10,start=2027-06-01"] };
    const sole = { name: "sole", agreements: ["agreement:months=10,start=2027-06-01,rate=6%/year"] };
    const text = await scenarios(later, sole);
    // 190 payments of 100; 53,375.00 and the penalty of 191 days would be 60,537.50 without them.
    expect(text).toContain("“later”*: 10 instalments, the first 4,108.57; no further interest; nothing is waived.");
    expect(text).toMatch(/^“sole”\*: 10 instalments, the first [\d,.]+; nothing is waived\.$/m);
    expect(await said()).toContain("The number of months is assumed");
  });

  test("less than the principal is not a negative cost", async () => {
    expect(await said("--strategy", "settle:80%@2027-01-15")).toContain("5,680.00 less than the principal is paid");
  });

  test("until cleared the ways run for different times, and the page says so", async () => {
    expect(await said("--daily", "50", "--until-cleared")).toContain("the sums are of different lengths of time");
  });

  test("what is paid once does not go on", async () => {
    expect(await said("--strategy", "lump:20000@2027-03-01", "--strategy", "none", "--strategy", "daily:50")).toMatch(
      /Never clear, if nothing changes: “none”\.\nNot cleared by one payment alone: “lump:20000@2027-03-01”\./,
    );
  });

  test("two sums are not one", async () => {
    const [first, second] = ["2027-01-01", "2027-02-01"].map((date) => ({ date, amount: "100" }));
    const text = await scenarios({ name: "two", payments: [first, second] }, { name: "daily", strategy: "daily:50" });
    expect(text).toContain("Not cleared by these payments alone: “two”.");
  });

  test("the same money monthly goes on as the payments given do", async () => {
    const debt = ["--principal", "30000", "--rate", "2分", "--days-overdue", "400", "--as-of", "2026-11-22"];
    const text = (await run("compare", ...debt, "--daily", "30", "--lang", "en")).replaceAll(/\s+/g, " ");
    expect(text).toContain("Never clear, if nothing changes: “pay nothing”; “as you pay now”; “same money monthly”.");
  });

  test("a trifle that minimum payments leave is told as by simulate", async () => {
    // A tenth of what is left each month: 0.9 ^ 120 of 8,000.00 is 0.03.
    const debt = "--product credit-card --principal 8000 --minimum 10% --as-of 2026-11-22".split(" ");
    const line = [...debt, "--pay", "minimum/month@25", "--lang", "en"];
    const text = (await run("compare", ...line)).replaceAll(/\s+/g, " ");
    const trifle = "If nothing changes, less than 1.00 is left within thirty years, which is never cleared: ";
    expect(text).toContain(`Never clear, if nothing changes: “pay nothing”. ${trifle}“as you pay now”.`);
    expect((await run("simulate", ...line)).replaceAll(/\s+/g, " ")).toContain(`${trifle}the minimum payment a month`);
    const alone = (await run("compare", ...debt, "--strategy", "mine=monthly:minimum@25")).replaceAll(/\s+/g, " ");
    expect(alone).toContain(`None of these ways clears the debt. ${trifle}“mine”.`);
  });

  test("the same money is for the component that all payments name, and then only a proposal", async () => {
    const ways = async (...pay: readonly string[]) => {
      const given = pay.flatMap((one) => ["--pay", one]);
      return (await said(...given)).replaceAll(/\s+/g, " ");
    };
    const named = await ways("200/week:for=principal");
    // 52 payments of 200.00; in eleven months and a day 47 of them, and at the end all, reach the principal alone.
    expect(named).toContain("Most to the principal: “as you pay now”*, 10,400.00 of 10,400.00 paid.");
    expect(named).toContain("As much: “same money monthly”*; “saved, paid at end”*.");
    expect(named).toContain("goes there first only where the terms say so by then, or the lender agrees");
    const differing = await ways("200/week:for=principal", "100/week");
    expect(differing).toContain("“as you pay now”*");
    expect(differing).toContain("“same money monthly”,");
    expect(await ways("200/week")).not.toMatch(/“as you pay now”\*|or the lender agrees:/);
  });

  test.each([
    ["en", "Paying less than the minimum does not stop", "none is missed while each is paid", "Paying a part does"],
    ["zh", "还不够最低还款额的，天数照样累计", "都在到期日前还够最低还款额的，不算未还", "只还一部分，天数"],
  ])("of a card the minimum payment counts, as simulate says (%s)", async (lang, less, none, part) => {
    const debt = [
      "compare",
      "--principal",
      "20000",
      "--days-overdue",
      "5",
      "--minimum",
      "10%",
      "--as-of",
      "2026-11-22",
    ];
    const saying = async (product: string): Promise<string> => {
      const line = [...debt, "--pay", "minimum/month@25", "--product", product, "--lang", lang];
      return (await run(...line)).replaceAll("\n", lang === "en" ? " " : "");
    };
    const card = await saying("credit-card");
    expect(card).toContain(less);
    expect(card).toContain(none);
    expect(card).not.toContain(part);
    expect(await saying("wangshangdai")).toContain(part);
  });

  test.each([
    ["en", "it waives nothing itself", "what is charged or waived on later dates is counted", "nothing is waived"],
    ["zh", "方案本身不减免", "之后按日期收取或减免的款项已经算上", "；不减免"],
  ])(
    "an agreement beside a dated waiver is not said to leave all owed (%s)",
    async (lang, itself, counted, nothing) => {
      const saying = async (waiver: string, start: string): Promise<string> => {
        const way = ["--strategy", `agreement:months=12,start=${start}`, "--waive", waiver, "--lang", lang];
        return (await run("compare", ...LOAN, ...way)).replaceAll("\n", lang === "en" ? " " : "");
      };
      const later = await saying("5000@2027-01-01:of=penalty", "2026-11-22");
      for (const part of [itself, counted]) expect(later).toContain(part);
      expect(later).not.toContain(nothing);
      const before = await saying("500@2026-12-01:of=penalty", "2027-01-05");
      expect(before).toContain(itself);
      expect(before).not.toContain(counted);
    },
  );

  test("what would take more than a century is not called never", async () => {
    // 50,000.00 that bears nothing, 1.00 a day: 50,000 days.
    const debt = "--principal 50000 --rate 0%/year --days-overdue 1 --as-of 2026-11-22 --lang en".split(" ");
    const text = await run("compare", ...debt, "--strategy", "none", "--strategy", "daily:1", "--strategy", "daily:50");
    expect(text).toContain(
      "Never clear, if nothing changes: “none”.\nNot clear within 100 years, if nothing changes: “daily:1”.",
    );
    expect(await run("simulate", ...debt, "--daily", "1")).toContain("it is not cleared within 100 years");
  });

  test("where nothing is overdue no day is named on which the record is deleted", async () => {
    expect(await said("--strategy", "defer:months=24")).toContain(
      "Credit record: not overdue at the end of the time compared: “defer:months=24”*. The record",
    );
  });

  test("a broken agreement says whether its waivers stand", async () => {
    const spec = "agreement:months=36,waive-penalty=100%";
    const text = await scenarios(
      { name: "back", agreements: [spec], payAsDueFrom: null },
      { name: "kept", agreements: [`${spec},on-break=keep`], payAsDueFrom: null },
    );
    expect(text).toContain(
      "“back”*: the agreement breaks after 2026-12-22; the old terms hold again, and what was waived",
    );
    expect(text).toContain(
      "“kept”*: the agreement breaks after 2026-12-22; the old terms hold again, but what was waived",
    );
    expect(text).not.toContain("every instalment is paid on its day");
  });

  test("what is paid before an agreement as it falls due is no part of it", async () => {
    // Of three times 1,000.00 the first two are paid by then. Of the last one's 10.00 of interest, fixed for the 31 days to
    // 2027-02-22, 15 are earned: 4.84. A twelfth of 1,004.84 is 83.74.
    const contract = ["--borrowed", "3000", "--months", "3", "--method", "equal-principal", "--interest", "scheduled"];
    const terms = ["--first-due", "2026-12-22", "--rate", "12%/year", "--day-count", "period", "--as-of", "2026-11-22"];
    const list = [{ name: "later", agreements: ["agreement:months=12,start=2027-02-06"], payAsDueFrom: "2026-12-01" }];
    const input = JSON.stringify({ scenarios: list });
    const line = ["compare", ...contract, ...terms, "--scenarios", "-", "--lang", "en"];
    expect(await printed(line, { input })).toContain("12 instalments, the first 83.74;");
  });

  test("each break speaks of the waivers of its own agreement, and only what is kept rests on being paid", async () => {
    const kept = "agreement:months=36,waive-penalty=100%,on-break=keep";
    const text = await scenarios(
      { name: "plain", agreements: ["agreement:months=36"], payAsDueFrom: null },
      { name: "both", agreements: [kept, "agreement:months=12,start=2027-06-01"], payAsDueFrom: null },
      { name: "good", strategy: "agreement:months=36" },
      { name: "unpaid", agreements: ["borrow:rate=24%/year"], payAsDueFrom: null },
    );
    expect(text).toContain("“plain”*: the agreement breaks after 2026-12-22; the old terms hold again.\n");
    expect(text).toContain("2026-12-22; the old terms hold again, but what was waived stays waived.\n");
    expect(text).toContain("“both”*: the agreement breaks after 2027-07-01; the old terms hold again.\n");
    expect(text).toContain("if the lender agrees, and, under “good”*, if every instalment is paid on its day.");
  });

  test.each(["en", "zh"])("the differences asked for are there at 80 columns: %s", async (language) => {
    const line = ["compare", ...LOAN, "--daily", "50", "--baseline", "as-given", "--lang", language];
    const text = await printed(line, { environment: { COLUMNS: "80" } });
    expect(text).toMatch(/\+1,019\.44/);
    expect(text).toMatch(/\+13\.55/);
    // Beside the difference to it, the money paid and what is left of it.
    expect(text).toMatch(/ 18,250\.00 +48,783\.20 .*\+13\.55/);
  });
});

test("a way is told with what it asks for first, and with instalments that fall", async () => {
  const line = "compare --principal 12000 --as-of 2026-11-22 --days-overdue 90".split(" ");
  const ways = ["agreement:months=12,down=10%", "borrow:rate=24%/year,months=6,method=equal-principal"];
  const options = [...line, ...ways.flatMap((way) => ["--strategy", way])];
  // 12,810.00 is owed, and 11,529.00 after 10 % of it; 2,135.00 a month with 2 % of 12,810.00, at last of 2,135.00.
  const wide = { environment: { COLUMNS: "300" } };
  const english = await printed(options, wide);
  expect(english).toContain("1,281.00 at once, then 12 instalments, the first 960.75");
  expect(english).toContain("6 months from 2,391.20 down to 2,177.70");
  const chinese = await printed([...options, "--lang", "zh"], wide);
  expect(chinese).toContain("先还 1,281.00 元，再分 12 期，第一期 960.75 元");
  expect(chinese).toContain("分 6 个月，第一个月 2,391.20 元，逐月减少到 2,177.70 元");
  const { summary } = JSON.parse(await run(...options, "--json")) as { summary: { ways: readonly Figures[] } };
  expect(summary.ways).toMatchObject([
    { agreement: { down: 1_281, instalments: 12, firstInstalment: 960.75 } },
    { newLoan: { firstInstalment: 2_391.2, fallsTo: 2_177.7 } },
  ]);
});

test.each([
  ["en", "most goes to the principal, if the lender agrees", "instalments, penalty waived *"],
  ["zh", "还到本金最多（须贷款方同意）", "分期、减免罚息 *"],
])("a card of the report says what rests on the lender: %s", async (language, label, name) => {
  const debt = ["--principal", "50000", "--days-overdue", "90", "--as-of", "2026-11-22", "--daily", "50"];
  const line = ["compare", ...debt, "--format", "html", "--lang", language];
  const cards = (await run(...line)).split('<dl class="highlights"')[1]?.split("</dl>")[0] ?? "";
  expect(cards).toContain(`<dt>${label}</dt>`);
  expect(cards).toMatch(new RegExp(`>${name.replace("*", "\\*")}</dd>`));
  const own = await run(...line.filter((word) => !["--daily", "50"].includes(word)), "--strategy", "daily:50");
  expect(own.split("</dl>")[0]).not.toMatch(/if the lender agrees|须贷款方同意/);
});

test("JSON knows the proposals and the new loan as the words do", async () => {
  const line = "compare --principal 50000 --as-of 2026-11-22 --days-overdue 90 --json";
  const { summary } = JSON.parse(await run(...line.split(" "))) as { summary: { ways: readonly Figures[] } };
  const of = (name: string): unknown => summary.ways.find((way) => way["name"] === name);
  expect(of("none")).toMatchObject({ agreement: null, newLoan: null });
  expect(of("penalty-waived")).toMatchObject({
    agreement: {
      instalments: 36,
      firstInstalment: 1_388.89,
      largestInstalment: 1_388.89,
      waived: { penalty: 3_375, compound: 0 },
    },
  });
  expect(of("refinancing")).toMatchObject({
    newLoan: { clears: 53_375, borrowed: 53_375, months: 24, firstInstalment: 2_821.99, ownCost: 14_352.91 },
  });
});

test.each([
  ["en", /^pay nothing +owed 67,062\.50 /m],
  ["zh", /^不还 +仍欠 67,062\.50 /m],
])("beside a bar of what is paid and owed stands what is owed, not their sum (%s)", async (language, bar) => {
  // 3,375.00 of 90 days and 13,687.50 of 365 at 37.50, and the principal.
  const debt = ["--principal", "50000", "--days-overdue", "90", "--as-of", "2026-11-22", "--daily", "50"];
  const page = await run("compare", ...debt, "--chart", "--lang", language);
  expect(page).toMatch(bar);
  const { rows } = JSON.parse(await run("compare", ...debt, "--json")) as { readonly rows: readonly Figures[] };
  const word = language === "en" ? "owed" : "仍欠";
  for (const { totalOwed } of rows)
    expect(page).toContain(`${word} ${formatMoney(fen(Math.round(Number(totalOwed) * 100)))} `);
});
