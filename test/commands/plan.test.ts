/** `plan`: what it finds is tried out with `simulate`. */

import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";

const LOAN = ["--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "90"];
const BY = "2027-11-22";

type Figures = Readonly<Record<string, unknown>>;

interface Document {
  readonly input: Figures;
  readonly summary: Figures & { readonly ask: Figures | null };
  readonly rows: readonly Figures[];
}

async function run(
  ...options: readonly string[]
): Promise<{ readonly status: number | null; readonly document: Document }> {
  const { status, stdout } = await overdueSim([...options, "--json"]);
  return { status, document: JSON.parse(stdout) as Document };
}

/** What people read, at 80 columns. */
async function read(...options: readonly string[]): Promise<{ readonly text: string; readonly notes: string }> {
  const { stdout, stderr } = await overdueSim([...options, "--lang", "en"], { environment: { COLUMNS: "80" } });
  return { text: stdout.replaceAll(/\s+/g, " "), notes: stderr };
}

test("that nothing is owed of what is to be waived is said, and beside a letter on standard error", async () => {
  const nothing = "Of fees nothing is owed by these terms, so that nothing of it can be waived";
  const waiving = (shares: string) => ["plan", ...LOAN, "--agreement", `months=36,${shares}`];
  expect((await read(...waiving("waive-penalty=50%,waive-fee=100%"))).text).toContain(
    `${nothing}; what is owed all the same is given by --owed-fee.`,
  );
  expect((await read(...waiving("waive-fee=100%"), "--letter")).notes).toContain(nothing);
  for (const shares of ["waive-penalty=50%", "waive-charges=50%"])
    expect((await read(...waiving(shares))).text).not.toContain("nothing is owed by these terms");
});

test("a letter to a private person asks for the note of hand, where a lender has accounts and certificates", async () => {
  const letter = ["plan", ...LOAN, "--agreement", "months=36", "--letter"];
  const [toLender, toPerson] = [await read(...letter), await read(...letter, "--lender", "private")];
  expect(toLender.text).toContain("account ending in");
  expect(toLender.text).toContain("a certificate of settlement");
  expect(toPerson.text).toContain("note of hand or contract of [DATE OF THE LOAN]");
  expect(toPerson.text).toContain("you give back the note of hand, or a receipt");
  expect(toPerson.text).not.toContain("certificate of settlement");
});

test.each([
  ["--budget", "1500/month"],
  ["--clear-by", "2029-11-22"],
  ["--agreement", "months=36"],
  ["--agreement", "months=36,start=2027-03-01"],
])("%s: where limitation has run out, a lawyer comes before the lender", async (...asked) => {
  const late = ["--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "1400"];
  const { text } = await read("plan", ...late, ...asked);
  expect(text).toContain("Before you pay or sign - First of all ask a lawyer or legal aid");
  expect(text).not.toContain("Next: the letter");
  expect((await read("plan", ...LOAN, ...asked)).text).not.toContain("ask a lawyer");
  expect((await read("plan", ...late, ...asked, "--jurisdiction", "none")).text).not.toMatch(/limitation|lawyer/i);
});

test("what an agreement costs of its own is said, a fee by the year too", async () => {
  const flat = [
    "plan",
    "--principal",
    "1000",
    "--as-of",
    "2026-11-22",
    "--agreement",
    "months=2,method=flat,fee=1%/month",
  ];
  // Twice 10.00; 1,000.00 for 30 days and 500.00 for 31: 20.00 x 365 / 45,500.00.
  expect((await run(...flat)).document.summary["agreement"]).toMatchObject({ ownCost: 20, ownYearlyCost: 0.16044 });
  expect((await read(...flat)).text).toContain("20.00 of it is the agreement's own interest and fees: 16.04% a year");
  const { text } = await read("plan", ...LOAN, "--agreement", "months=12,rate=6%/year");
  expect(text).toMatch(/ of it is the agreement's own interest\./);
  expect((await read("plan", ...LOAN, "--agreement", "months=12")).text).not.toContain("the agreement's own");
});

test.each([
  [["--budget", "500/month", "--months", "30，18"], { months: [18, 30] }],
  [["--clear-by", "2028-02-29"], { clearBy: "2028-02-29" }],
  [["--agreement", "months=36"], {}],
])("%j: the input says to what day the figures beside the plan go, and what else was asked", async (asked, input) => {
  const { document } = await run("plan", ...LOAN, ...asked, "--days", "100");
  // 100 days after 2026-11-22: 8 in November, 31, 31 and 28 to the end of February, 2.
  expect(document.input).toMatchObject({ ...input, until: "2027-03-02" });
  expect(document.summary["to"]).toBe("2027-03-02");
  expect((await run("plan", ...LOAN, ...asked, "--until-cleared")).document.input["until"]).toBeNull();
});

test("what is asked for over one month is one payment", async () => {
  const { text } = await read("plan", "--principal", "300", "--as-of", "2026-11-22", "--budget", "1000/month");
  expect(text).toContain("that interest and penalty stop. One payment of 300.00 after a month.");
});

describe("a debt that bears nothing", () => {
  const QUIET = [...LOAN, "--rate", "0%/year"];

  test("is not asked to stop bearing interest", async () => {
    const { text } = await read("plan", ...QUIET, "--budget", "1500/month");
    expect(text).toContain("The smallest thing to ask for that fits: that it may be paid in instalments. 34 months");
    expect(text).not.toMatch(/interest (and penalty )?stop/);
    const { text: little } = await read("plan", ...QUIET, "--budget", "100/month");
    expect(little).toContain("Nothing of this fits the budget. With all charges waived");
    const { text: letter } = await read("plan", ...QUIET, "--agreement", "months=34", "--letter");
    expect(letter).toContain("Request: instalments To:");
    expect(letter).not.toMatch(/no further interest|no penalty interest/);
  });

  test.each([
    ["a fee may come", ["--late-fee", "30"]],
    ["it is nothing for a while", ["--rate", "5%/year@2030-01-01"]],
    ["being late has a rate of its own", ["--penalty", "0.05%/day"]],
  ])("is another where %s", async (_, more) => {
    const { text } = await read("plan", ...QUIET, ...more, "--budget", "1500/month");
    expect(text).toContain("that interest and penalty stop");
  });
});

describe("the sentences of a card name its late interest as the tables do, and no penalty", () => {
  // 900 of penalty and 300 of interest beside 20,000: grids of both.
  const owed = ["--principal", "20000", "--owed-penalty", "900", "--owed-interest", "300", "--as-of", "2026-11-22"];
  const card = [...owed, "--days-overdue", "90", "--product", "credit-card"];
  const lines: readonly (readonly string[])[] = [
    ["simulate", ...card, "--monthly", "400"],
    ["plan", ...card, "--budget", "350/month"],
    ["plan", ...card, "--budget", "300/month"],
    ["compare", ...card, "--monthly", "400"],
  ];

  test.each(lines)("%s", async (...line) => {
    const [command = "", ...options] = line;
    const answerOf = async (language: string): Promise<string> => {
      const { stdout } = await overdueSim([command, ...options, "--lang", language]);
      // The list of what was assumed names the options, as does a command to type.
      return stdout.split(/Assumed, not given|以下是假定/)[0] ?? "";
    };
    const [english, chinese] = [await answerOf("en"), await answerOf("zh")];
    expect(english).toContain("late interest");
    expect(english).not.toMatch(/(?<!-)penalty/i);
    expect(chinese).toContain("逾期透支利息");
    expect(chinese).not.toContain("罚息");
  });
});

test("--agreement says once what is owed, and again where it is not that any more", async () => {
  const { text } = await read("plan", ...LOAN, "--agreement", "months=36,waive-penalty=100%");
  expect(text).toContain("Owed on 2026-11-22: 53,375.00 = ");
  expect(text).not.toContain("53,375.00 is owed");
  expect(text).toContain("3,375.00 of what is owed would be waived. 35 instalments of");
  const { text: later } = await read("plan", ...LOAN, "--agreement", "months=36,start=2026-12-22");
  expect(later).toContain("On 2026-12-22, if nothing is paid until then, 54,500.00 is owed. 35 instalments of");
});

test("--agreement says that what is given to be paid from its day on is not in its instalments", async () => {
  const said = async (...more: readonly string[]): Promise<string> =>
    (await printed(["plan", ...LOAN, "--agreement", "months=3,start=2026-12-10", ...more])).replaceAll(/\s+/g, " ");
  const NOT_COUNTED = "What is given to be paid from 2026-12-10 on is not counted in these instalments";
  expect(await said("--daily", "50")).toContain(NOT_COUNTED);
  expect(await said("--pay", "2000@2026-12-10")).toContain(NOT_COUNTED);
  expect(await said("--pay", "2000@2026-12-09")).not.toContain(NOT_COUNTED);
  expect(await said("--pay", "50/day:until=2026-12-09")).not.toContain(NOT_COUNTED);
  expect(await said()).not.toContain(NOT_COUNTED);
});

describe("--clear-by", async () => {
  const { rows } = (await run("plan", ...LOAN, "--clear-by", BY)).document;

  test.each([
    ["day", "--daily", "167.11", "167.10"],
    ["week", "--weekly", "1174.68", "1174.67"],
    ["month", "--monthly", "5125.22", "5125.21"],
  ])("every %s: %s %s clears by the day, %s does not", async (every, option, enough, tooLittle) => {
    const row = rows.find((one) => one["every"] === every);
    expect(row).toMatchObject({ amount: Number(enough), reason: null });
    const cleared = (await run("simulate", ...LOAN, option, enough, "--until", BY)).document;
    const { clearedOn, paid, principalFirstFell } = cleared.summary;
    expect(row).toMatchObject({ clearedOn, totalPaid: paid, principalFirstFell });
    expect(cleared.summary).toMatchObject({ closingTotal: 0 });
    expect(cleared.rows.filter((one) => Number(one["payment"]) > 0)).toHaveLength(Number(row?.["payments"]));
    const open = (await run("simulate", ...LOAN, option, tooLittle, "--until", BY)).document;
    expect(open.summary["closingTotal"]).toBeGreaterThan(0);
    expect(String(open.summary["clearedOn"]) > BY).toBe(true);
  });

  test("a day too near for a payment a week or a month is said, and is no mistake", async () => {
    const { status, document } = await run("plan", ...LOAN, "--clear-by", "2026-11-25", "--exit-code");
    expect(document.rows.map((row) => row["reason"])).toEqual([null, "no-payment-day", "no-payment-day"]);
    expect(status).toBe(0);
  });

  test("a waiver of principal may leave less to pay than the principal, and no figure below zero is said", async () => {
    const half = ["--principal", "1000", "--days-overdue", "92", "--waive", "500@2026-12-02:of=principal"];
    const line = ["plan", ...half, "--as-of", "2026-11-22", "--clear-by", "2027-12-01"];
    // 53 weeks, the last payment smaller: 655.73 in all.
    expect((await read(...line)).text).toContain("2027-11-28; 344.27 less than the principal is paid.");
    expect(await printed([...line, "--lang", "zh"])).toContain("比本金少付 344.27 元");
  });

  test("a reason stands under the table, and takes the place of no column", async () => {
    const { text } = await read("plan", ...LOAN, "--clear-by", "2026-11-30");
    expect(text).not.toContain("Left out for width");
    expect(text).toContain("Not possible with a payment every month: the first payment day lies after the date.");
  });

  test("where the dated payments clear it nothing more is needed, also where no other could be made", async () => {
    const { text } = await read("plan", ...LOAN, "--pay", "60000@2026-11-28", "--clear-by", "2026-11-28");
    expect(text).toContain("the debt is cleared on 2026-11-28; nothing more is needed.");
    expect(text).not.toContain("Not possible");
  });

  test("says when the record could be deleted, the latest of the days", async () => {
    expect((await read("plan", ...LOAN, "--clear-by", BY)).text).toContain("after 2032-11-22 at the latest");
  });

  test("where no payment clears it the exit code says so, if asked", async () => {
    const refused = [...LOAN.slice(0, 4), "--surplus", "none", "--days-overdue", "0"];
    const instalments = ["--borrowed", "1200", "--months", "12", "--method", "equal-principal"];
    const contract = [...refused.slice(2), ...instalments, "--first-due", "2027-06-22", "--clear-by", "2027-01-22"];
    const line = contract.filter(
      (word, index) => word !== "--days-overdue" && contract[index - 1] !== "--days-overdue",
    );
    const { status, document } = await run("plan", ...line, "--exit-code");
    expect(document.rows.map((row) => row["reason"])).toEqual(Array(3).fill("payments-not-taken"));
    expect(status).toBe(1);
    expect((await run("plan", ...line)).status).toBe(0);
  });
});

describe("--budget", () => {
  const grid = async (budget: string, ...options: readonly string[]): Promise<Document> =>
    (await run("plan", ...LOAN, "--budget", budget, ...options)).document;

  test("500 a month never clears it; 100 months with the penalty waived do", async () => {
    const { summary } = await grid("500/month");
    expect(summary).toMatchObject({ clearedOn: null, clearedReason: "payments-do-not-cover-charges" });
    expect(summary.ask).toMatchObject({ kind: "more-months", months: 100, waives: "penalty", waivedShare: 1 });
    expect(summary.ask).toMatchObject({ monthly: 500, totalPaid: 50_000 });
  });

  test.each([
    ["889.58/month", { kind: "penalty-waived", months: 60 }],
    ["889.59/month", { kind: "interest-stopped", months: 60 }],
    ["833.34/month", { kind: "penalty-waived", months: 60, waivedShare: 1, monthly: 833.34, lastMonth: 832.94 }],
    ["833.33/month", { kind: "more-months", months: 61 }],
    ["1500/month", { kind: "interest-stopped", months: 36, waivedShare: 0 }],
    ["53375/month", { kind: "interest-stopped", months: 1, monthly: 53_375 }],
  ])("with %s the smallest thing to ask for is %j", async (budget, ask) => {
    expect((await grid(budget)).summary.ask).toMatchObject(ask);
  });

  test("the smallest thing to ask for fits, and the step before it does not", async () => {
    const { rows, summary } = await grid("880/month");
    expect(summary.ask).toMatchObject({ kind: "penalty-waived", months: 60 });
    const share = Number(summary.ask?.["waivedShare"]);
    const agreed = async (waived: number): Promise<Figures> =>
      (await run("plan", ...LOAN, "--agreement", `agreement:months=60,waive-penalty=${waived}%`)).document.summary[
        "agreement"
      ] as Figures;
    const percent = Math.round(share * 100);
    expect((await agreed(percent))["monthly"]).toBe(summary.ask?.["monthly"]);
    expect((await agreed(percent))["monthly"]).toBeLessThanOrEqual(880);
    expect((await agreed(percent - 1))["monthly"]).toBeGreaterThan(880);
    for (const row of rows) expect(row["withinBudget"]).toBe(Number(row["monthly"]) <= 880);
  });

  test("dated payments are said to come on top of the budget, and to be no part of what to ask for", async () => {
    const said = "The dated payments given come on top of the budget; what to ask for is reckoned without them.";
    const instead = "The budget stands in place of the regular payments given.";
    const asked = async (...payments: readonly string[]): Promise<string> =>
      (await read("plan", ...LOAN, "--budget", "500/month", ...payments)).text.replaceAll(/\s+/g, " ");
    const dated = await asked("--pay", "5000@2026-12-10");
    expect(dated).toContain(said);
    expect(dated).not.toMatch(/these amounts|stands in place/i);
    const daily = await asked("--daily", "50");
    expect(daily).toContain(instead);
    expect(daily).not.toContain(said);
  });

  test("dated charges and waivers are said to be no part of what to ask for", async () => {
    const loan = { asOf: "2026-11-22", instalments: [{ due: "2026-08-24", principal: "50000" }] };
    const charges = [{ date: "2026-12-10", amount: "200", component: "fee" }];
    const said = async (input: object, language: string): Promise<string> =>
      await printed(["plan", "--loan", "-", "--budget", "500/month", "--lang", language], {
        input: JSON.stringify(input),
      });
    expect(await said({ ...loan, charges }, "en")).toContain("on dates after 2026-11-22 is not counted in what to ask");
    expect(await said({ ...loan, charges }, "zh")).toContain("没有算进可以谈的方案");
    expect(await said(loan, "en")).not.toContain("is not counted in what to ask");
  });

  /** 100 a month over 11 months; 50 % of all is waived on 2026-12-01, before the first of them. */
  test("where a dated waiver leaves nothing to agree on, nothing is asked for, and no letter named that is refused", async () => {
    const waiving = (share: string): readonly string[] => {
      const loan = ["--principal", "1000", "--days-overdue", "90", "--as-of", "2026-11-22"];
      return ["plan", ...loan, "--waive", `${share}@2026-12-01:of=all`];
    };
    const all = [...waiving("100%"), "--budget", "100/month"];
    expect((await run(...all)).document.summary.ask).toBeNull();
    const { text } = await read(...all);
    expect(text).toContain("would leave nothing of an agreement to pay: there is nothing to ask for");
    expect(text).not.toContain("--letter");
    const half = await read(...waiving("50%"), "--budget", "100/month");
    expect(half.text).toContain("--agreement agreement:months=11 \\ --letter");
    expect((await overdueSim([...waiving("50%"), "--agreement", "months=11", "--letter"])).status).toBe(0);
    expect((await overdueSim([...waiving("100%"), "--agreement", "months=11", "--letter"])).status).toBe(2);
  });

  test("a day of the budget counts 28 times, so that February gives enough", async () => {
    expect((await grid("50/day")).summary.ask).toMatchObject({ months: 39, monthly: 1_368.59 });
  });

  test("for a card no more than five years are asked for, and longer ones are said to be beyond the rules", async () => {
    const card = ["plan", ...LOAN, "--product", "credit-card", "--budget", "500/month", "--months", "240"];
    expect((await run(...card)).document.summary.ask).toMatchObject({ months: 60 });
    expect((await read(...card)).text).toContain("240 months go beyond it");
    expect((await read("plan", ...LOAN, "--budget", "500/month", "--months", "240")).text).not.toContain(
      "go beyond it",
    );
  });

  test("every offer of the grid is what an agreement of these terms comes to", async () => {
    const { rows } = await grid("900/month", "--months", "36,60");
    expect(rows.length).toBeGreaterThan(8);
    for (const { months, waivedShare, waives, monthly, lastMonth, totalPaid } of rows) {
      if (months !== 36 && months !== 60) continue;
      const waive = `waive-${waives === "charges" ? "charges" : "penalty"}=${Number(waivedShare) * 100}%`;
      const plan = (await run("plan", ...LOAN, "--agreement", `agreement:months=${String(months)},${waive}`)).document;
      const agreed = plan.summary["agreement"] as Figures;
      expect({ monthly: agreed["monthly"], totalPaid: agreed["totalToPay"] }).toEqual({ monthly, totalPaid });
      expect(plan.rows.at(-1)?.["amount"]).toBe(lastMonth);
    }
  });
});

describe("--agreement", () => {
  test.each(["down=100%", "waive-charges=100%,waive-principal=100%"])(
    "says when the record can be deleted also where nothing is left to spread: %s",
    async (settings) => {
      const agreement = ["plan", ...LOAN, "--agreement", `agreement:months=6,${settings},start=2027-01-10`];
      const { document } = await run(...agreement);
      const { clearedOn, deletableOn, deletableAfterAgreementOn } = document.summary["agreement"] as Figures;
      expect([clearedOn, deletableOn, deletableAfterAgreementOn]).toEqual(["2027-01-10", "2032-01-10", null]);
      expect((await read(...agreement)).text).toContain("is deleted by itself after 2032-01-10 at the latest");
    },
  );

  test("whose first payment takes all says so, and never that nothing is to be paid", async () => {
    const { text } = await read("plan", ...LOAN, "--agreement", "months=36,down=60000");
    expect(text).toContain("53,375.00 is to be paid at once, on 2026-11-22");
    expect(text).not.toContain("leaves nothing to pay");
  });

  /** 1,000 × 0.075 % × 95 nights to 2027-01-26 = 71.25 of charges: of the 4,000 paid 1,071.25 is taken. */
  test("is held against what the lender takes of the payments, where more is paid than is owed", async () => {
    const loan = ["--principal", "1000", "--days-overdue", "30", "--as-of", "2026-11-22"];
    const plan = (paid: string) => read("plan", ...loan, "--pay", `${paid}@2027-01-26`, "--agreement", "months=6");
    expect((await plan("4000")).text).toContain(
      "if you go on as now, 1,071.25 of what is paid would be taken and 0.00 still owed: the agreement takes 48.75 less",
    );
    expect((await plan("1071.25")).text).toContain("if you go on as now, 1,071.25 would be paid and 0.00 still owed");
  });

  test("that begins when all is paid is not what clears the debt", async () => {
    // 60 days at 1,000.00: more than the 53,375.00 owed and their charges.
    const spec = "agreement:months=12,start=2027-02-22";
    const { text } = await read("plan", ...LOAN, "--daily", "1000", "--agreement", spec);
    expect(text).toContain("By 2027-02-22, when it would begin, nothing is owed any more");
    expect(text).not.toContain("leaves nothing to pay");
  });

  test.each([
    ["en", "it begins on 2026-12-05, and the debt is cleared on 2026-12-03: there is nothing to agree on."],
    ["zh", "方案从 2026-12-05 开始，而欠款在 2026-12-03 已还清，没有什么需要协商。"],
  ])("%s: that begins when all is paid has no letter, and why", async (language, said) => {
    // 1,015.00 and what comes to it, by 100.00 a day: on the eleventh day.
    const paid = ["--principal", "1000", "--days-overdue", "20", "--as-of", "2026-11-22", "--daily", "100"];
    const late = ["plan", ...paid, "--agreement", "agreement:months=3,start=2026-12-05"];
    const { status, stderr } = await overdueSim([...late, "--letter", "--lang", language]);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect((await run(...late)).document.summary["agreement"]).toMatchObject({ clearedOn: "2026-12-03" });
  });

  test("is what simulate pays, day for day", async () => {
    const spec = "agreement:months=36,waive-charges=100%";
    const plan = (await run("plan", ...LOAN, "--agreement", spec)).document;
    const simulated = (await run("simulate", ...LOAN, "--strategy", spec, "--until-cleared")).document;
    const paid = simulated.rows.filter((row) => Number(row["payment"]) > 0);
    expect(paid.map(({ date, payment }) => [date, payment])).toEqual(plan.rows.map(({ due, amount }) => [due, amount]));
    expect(plan.rows.map(({ amount }) => amount)).toEqual([...Array<number>(35).fill(1_388.89), 1_388.85]);
    expect(simulated.summary).toMatchObject({ paid: 50_000, waived: 3_375, daysOverdueAtEnd: 0 });
  });

  test("has its first payment in every format, on its day, and simulate too", async () => {
    // 3,375.00 of penalty are owed: a tenth of 53,375.00 clears them first.
    const spec = "agreement:months=3,down=10%";
    const plan = async (...format: readonly string[]): Promise<string> =>
      await printed(["plan", ...LOAN, "--agreement", spec, ...format]);
    expect(await plan("--csv")).toContain("\n0,2026-11-22,5337.50,1962.50,3375.00,0.00,48037.50\n1,2026-12-22,");
    const row = { number: 0, due: "2026-11-22", amount: 5_337.5, principal: 1_962.5, charges: 3_375, interest: 0 };
    expect(JSON.parse((await plan("--format", "ndjson")).split("\n")[0] ?? "")).toEqual({ ...row, left: 48_037.5 });
    expect((await run("plan", ...LOAN, "--agreement", spec)).document.rows[0]).toEqual({ ...row, left: 48_037.5 });
    expect(await plan("--format", "md")).toContain("| 0 | 2026-11-22 | 5,337.50 | 1,962.50 | 3,375.00 | 48,037.50 |");
    expect(await plan()).toMatch(/ 0 {2}2026-11-22 +5,337.50 +1,962.50 +3,375.00 +48,037.50/);
    expect(await plan("--letter")).toMatch(/ 0 {2}2026-11-22 +5,337.50 +1,962.50 +3,375.00 +48,037.50/);
    expect(await plan("--ics")).toMatch(/DATE:20261122\r\n.*\r\nSUMMARY:Pay 5\\,337.50 yuan/);

    const simulated = ["simulate", ...LOAN, "--strategy", spec, "--days", "2"];
    const { rows, summary } = (await run(...simulated)).document;
    expect(rows.map(({ date, day, payment, toPenalty }) => [date, day, payment, toPenalty])).toEqual([
      ["2026-11-22", 0, 5_337.5, 3_375],
      ["2026-11-23", 1, 0, 0],
      ["2026-11-24", 2, 0, 0],
    ]);
    expect([rows[0]?.["date"], 0]).toEqual([summary["principalFirstFell"], rows[0]?.["daysOverdue"]]);
    expect(await printed([...simulated, "--format", "ledger"])).toContain(
      "\n2026-11-22 payment\n    liabilities:loan:penalty               3375.00 CNY\n",
    );
  });

  test("counts what is charged and waived on dates in it, as simulate does", async () => {
    const input = JSON.stringify({
      asOf: "2026-11-22",
      instalments: [{ due: "2026-08-24", principal: "50000" }],
      charges: [{ date: "2026-12-10", amount: "200", component: "fee" }],
      waivers: [{ date: "2027-01-10", amount: "500", component: "penalty" }],
    });
    const spec = "agreement:months=4";
    const asked = ["plan", "--loan", "-", "--agreement", spec];
    const plan = JSON.parse(await printed([...asked, "--json"], { input })) as Document;
    // 53,375.00 in four parts of 13,343.75, 200.00 on top of the first, 500.00 off the second.
    const amounts = [13_543.75, 12_843.75, 13_343.75, 13_343.75];
    expect(plan.rows.map(({ amount }) => amount)).toEqual(amounts);
    expect(plan.summary["agreement"]).toMatchObject({ totalToPay: 53_075, clearedOn: "2027-03-22" });
    const simulated = ["simulate", "--loan", "-", "--strategy", spec, "--until-cleared", "--json"];
    const paid = (JSON.parse(await printed(simulated, { input })) as Document).rows.map((row) => row["payment"]);
    expect(paid.filter((payment) => Number(payment) > 0)).toEqual(amounts);
    for (const language of ["en", "zh"])
      expect(await printed([...asked, "--letter", "--lang", language], { input })).toMatch(/2026-11-22 .*3,075\.00/);
  });

  test("says apart what interest for days still ahead it does not take over", async () => {
    const instalments = [{ due: "2026-12-22", principal: "1200.00", interest: "30.00" }];
    const input = JSON.stringify({ asOf: "2026-11-22", instalments });
    const asked = ["plan", "--loan", "-", "--agreement", "months=12"];
    // Of the thirty days of the month none has passed.
    expect(await printed(asked, { input })).toContain(
      "1,200.00 is owed, not counting 30.00 of interest for days still ahead. 12 instalments of 100.00;",
    );
    expect(await printed([...asked, "--lang", "zh"], { input })).toContain(
      "共欠 1,200.00 元（不计尚未到期的利息 30.00 元）。分 12 期",
    );
    const kept = await printed([...asked.slice(0, -1), "months=12,unearned=keep"], { input });
    expect(kept).not.toContain("not counting");
  });

  test("of a card beyond five years is told so: in the plan, and beside the letter, which goes to the lender", async () => {
    const card = ["plan", ...LOAN, "--product", "credit-card", "--agreement"];
    const note = "71 months go beyond it";
    expect((await read(...card, "agreement:months=70,pause=1")).text).toContain(note);
    const letter = await read(...card, "agreement:months=70,pause=1", "--letter");
    expect(letter.notes).toContain(note);
    expect(letter.text).not.toContain(note);
    expect((await read(...card, "agreement:months=60")).text).not.toContain("go beyond it");
  });
});

test.each([
  [["--clear-by", "2029-11-22"], [], "As it goes on now it is not cleared"],
  [["--agreement", "months=36"], [], "As it goes on now it is not cleared"],
  [["--budget", "100/month"], [], "It is not cleared this way"],
  [["--clear-by", "2029-11-22"], ["--daily", "100"], ""],
  [["--budget", "3000/month"], [], ""],
])("--until-cleared beside %j %j says where it finds no end: %s", async (asked, payments, note) => {
  const { notes } = await read("plan", ...LOAN, ...asked, ...payments, "--until-cleared");
  expect(notes).toContain(note);
  expect(notes === "").toBe(note === "");
});

test.each([
  ["en", "interest for days still ahead not counted, goes up from 11,308.56", "Yes, this helps"],
  ["zh", "欠款（不计以后日子的利息）从 11,308.56 元涨到", "这样还款有用"],
])("%s: less than the least that is needed is no help, though interest ahead falls away", async (lang, said, not) => {
  // Of 12,348.56 owed 1,040.00 is interest for days ahead; 180.00 is less than the 212.47 that is needed.
  const contract = ["--borrowed", "12000", "--months", "12", "--method", "flat", "--first-due", "2026-02-10"];
  const missed = ["--missed-since", "2", "--rate", "12%/year", "--as-of", "2026-04-20", "--budget", "180/month"];
  const { stdout } = await overdueSim(["plan", ...contract, ...missed, "--lang", lang], {
    environment: { COLUMNS: "2000" },
  });
  expect(stdout).toContain(said);
  expect(stdout).not.toContain(not);
});

test.each([
  ["en", "60 months", "61 months go beyond it"],
  ["zh", "60 个月", "61 个月超出了这个期限"],
])("the longest plan of a card is counted in months, a pause among them (%s)", async (lang, longest, months) => {
  const card = ["--product", "credit-card", ...LOAN, "--agreement", "months=59,pause=2"];
  const text = (await printed(["plan", ...card, "--lang", lang])).replaceAll("\n", lang === "en" ? " " : "");
  for (const part of [longest, months]) expect(text).toContain(part);
});

test("a budget is for a component as a payment is, if the lender agrees", async () => {
  const { document } = await run("plan", ...LOAN, "--budget", "每月1500:for=本金");
  // Twelve payments of 1,500.00.
  expect(document.summary).toMatchObject({ toPrincipal: 18000, toPenalty: 0 });
  const { text } = await read("plan", ...LOAN, "--budget", "1500/month:for=principal");
  expect(text).toContain(
    "What is paid for the principal goes there first only where the terms say so by then, or the lender agrees",
  );
  const refused = await overdueSim(["plan", ...LOAN, "--budget", "1500/month:form=principal", "--lang", "en"]);
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toContain("“form=principal” is not a setting known here");
});
