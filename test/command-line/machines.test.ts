/** What scripts rely on: names, columns, the same figures in every format, and an input that can be used again. */

import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "./in-process.ts";
import { FIXTURES, LOAN } from "./overdue-sim.ts";

const LEDGER_COLUMNS =
  "date,day,days_overdue,accrued_interest,accrued_penalty,accrued_compound,charged,waived,payment,to_fee,to_penalty,to_compound,to_interest,to_principal,unapplied,fee,penalty,compound,interest,principal,total_owed,paid_so_far,principal_paid_so_far";
const COMPARE_COLUMNS =
  "strategy,paid,to_charges,to_principal,principal_share,principal_left,total_owed,days_overdue,status_code,cleared_on,total_cost,yearly_cost";
const SUMMARY_KEYS =
  "from,to,days,paid,toFee,toPenalty,toCompound,toInterest,toPrincipal,unapplied,principalShare,chargesAccrued,openingPrincipal,closingPrincipal,openingTotal,closingTotal,daysOverdueAtStart,daysOverdueAtEnd,principalFirstFell,clearedOn,clearedReason,breakEvenPayment,credit,limitationEnds,yearlyCost,costLines,otherOrder";

const SIMULATE = ["simulate", ...LOAN, "--daily", "50"];
const COMPARE = ["compare", ...LOAN, "--daily", "50"];
const CLEAR_BY = ["plan", ...LOAN, "--clear-by", "2027-11-22"];
const BUDGET = ["plan", ...LOAN, "--budget", "500/month"];
const AGREEMENT = ["plan", ...LOAN, "--agreement", "agreement:months=12,waive-penalty=50%"];

type Value = string | number | boolean | null;
interface Document {
  readonly schema: string;
  readonly input: Record<string, unknown>;
  readonly assumptions: readonly string[];
  readonly summary: Record<string, unknown>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

const documentOf = async (words: readonly string[]): Promise<Document> =>
  JSON.parse(await printed([...words, "--json"])) as Document;
const camelCase = (name: string): string => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe("names", () => {
  test.each([
    [SIMULATE, "simulate", LEDGER_COLUMNS],
    [COMPARE, "compare", COMPARE_COLUMNS],
    [CLEAR_BY, "plan", "every,amount,payments,total_paid,total_cost,principal_first_fell,cleared_on,reason"],
    [BUDGET, "plan", "months,waived_share,waives,monthly,last_month,total_paid,within_budget"],
  ])("%j", async (words, command, columns) => {
    const document = await documentOf(words);
    expect(document.schema).toBe(`overdue-sim/${command}@1`);
    expect(Object.keys(document)).toEqual(["schema", "input", "assumptions", "summary", "rows"]);
    expect((await printed([...words, "--csv"])).split("\n")[0]).toBe(columns);
    const names = columns.split(",").map(camelCase);
    for (const row of document.rows) expect(Object.keys(row)).toEqual(names);
  });

  test.each([[SIMULATE], [CLEAR_BY], [BUDGET]])("the summary of %j", async (words) => {
    const { summary } = await documentOf(words);
    for (const key of SUMMARY_KEYS.split(",")) expect(summary).toHaveProperty(key);
    expect(summary["breakEvenPayment"]).toMatchObject({ amount: expect.any(Number), every: expect.any(String) });
    expect(Object.keys(summary["credit"] as object)).toEqual([
      "statusCode",
      "monthsOverdue",
      "category",
      "overdueEndedOn",
      "deletableOn",
      "deletableAfterAgreementOn",
    ]);
  });

  test("the other order is null where the order was given", async () => {
    const order = "fee,penalty,compound,interest,principal";
    expect((await documentOf([...SIMULATE, "--order", order])).summary["otherOrder"]).toBeNull();
    expect((await documentOf(SIMULATE)).summary["otherOrder"]).toMatchObject({ toPrincipal: 1500 });
  });
});

describe("formats", () => {
  test.each([[SIMULATE], [COMPARE], [CLEAR_BY], [BUDGET], [AGREEMENT]])("%j: the same rows in each", async (words) => {
    const { rows } = await documentOf(words);
    const lines = (await printed([...words, "--format", "ndjson"])).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(rows);
    const [, ...csv] = (await printed([...words, "--csv"])).trimEnd().split("\n");
    expect(csv.map((line) => line.split(","))).toEqual(rows.map((row) => Object.values(row).map(asCell)));
    const markdown = await printed([...words, "--format", "md"]);
    expect(markdown).toMatch(/^\| --/m);
  });

  /** Money has two decimals in CSV, and so have no other figures of these rows. */
  function asCell(value: Value): unknown {
    if (typeof value !== "number") return value === null ? "" : String(value);
    return expect.toSatisfy((cell: string) => Number(cell) === value);
  }

  test.each([
    [SIMULATE],
    [["simulate", ...LOAN, "--strategy", "agreement:months=36"]],
    [["simulate", ...LOAN, "--strategy", "borrow:rate=24%/year,fee=3%"]],
    [COMPARE],
    [CLEAR_BY],
    [BUDGET],
    [AGREEMENT],
  ])("%j: no day is told in words that JSON lacks", async (words) => {
    const days = (text: string): ReadonlySet<string> => new Set(text.match(/\d{4}-\d\d-\d\d/g));
    const [told, known] = [days(await printed(words)), days(await printed([...words, "--json"]))];
    expect([...told].filter((day) => !known.has(day))).toEqual([]);
  });

  test("two days are known of the record of an agreement: as it is reported ended, or when it is paid off", async () => {
    // Agreed on 2026-11-22, and paid off on 2027-11-22: five years after each.
    const days = { deletableOn: "2031-11-22", deletableAfterAgreementOn: "2032-11-22" };
    expect((await documentOf(AGREEMENT)).summary["agreement"]).toMatchObject(days);
    const agreed = "agreement:months=12,waive-penalty=50%";
    expect((await documentOf(["simulate", ...LOAN, "--strategy", agreed])).summary["credit"]).toMatchObject(days);
    expect((await documentOf(["compare", ...LOAN, "--strategy", agreed])).summary["ways"]).toMatchObject([days]);
    const ofPrivate = await documentOf([...AGREEMENT, "--lender", "private"]);
    expect(ofPrivate.summary["agreement"]).toMatchObject({ deletableOn: null, deletableAfterAgreementOn: null });
  });

  test("a run twice gives the same bytes", async () => {
    for (const words of [SIMULATE, COMPARE, BUDGET]) expect(await printed(words)).toBe(await printed(words));
  });
});

/** Every option that describes the loan or its payments, and the place in the input where its effect is seen. */
const EFFECTS: readonly (readonly [words: readonly string[], path: string, value: unknown])[] = [
  [["--rate", "18%/year"], "terms.rate", [{ from: null, rate: "0.0005" }]],
  [["--rate", "万6"], "terms.rate", [{ from: null, rate: "0.0006" }]],
  [["--penalty", "0.08%/day"], "terms.penalty", [{ fromDaysOverdue: 1, multiple: null, rate: "0.0008" }]],
  [["--penalty", "2x"], "terms.penalty", [{ fromDaysOverdue: 1, multiple: "2", rate: "0.001" }]],
  [
    ["--penalty", "2x", "--rate", "0.05%/day", "--rate", "0.04%/day@2026-12-01"],
    "terms.penalty",
    [{ fromDaysOverdue: 1, multiple: "2", rate: null }],
  ],
  [["--penalty-base", "borrowed"], "terms.penaltyBase", "borrowed"],
  [["--compound", "all"], "terms.compound", "all"],
  [["--interest", "scheduled"], "terms.interest", "scheduled"],
  [["--day-count", "actual/365"], "terms.dayCount", "actual/365"],
  [["--grace", "3:skip"], "terms.grace", { days: 3, kind: "skip" }],
  [
    ["--order", "principal,interest,penalty,compound,fee"],
    "terms.order",
    ["principal", "interest", "penalty", "compound", "fee"],
  ],
  [["--by", "component"], "terms.by", "component"],
  [["--surplus", "last"], "terms.surplus", "last"],
  [["--rounding", "daily"], "terms.rounding", { when: "daily", direction: "half-up", unit: "0.01" }],
  [["--cap", "charges=24%/year"], "terms.caps", [{ of: "charges", share: null, rate: null, yearlyRate: "0.24" }]],
  [["--minimum", "max(100,5%)"], "terms.minimum", "max(100.00,5%)"],
  [["--compound", "interest:rate=contract:rests=month"], "terms.compoundRests", "month"],
  [["--lender", "private"], "lender", "private"],
  [["--jurisdiction", "none"], "jurisdiction", "none"],
  [
    ["--waive", "50%@2027-01-01:of=penalty"],
    "waivers",
    [{ date: "2027-01-01", amount: null, share: "0.5", component: "penalty" }],
  ],
  [
    ["--late-fee", "30", "--late-fee", "5%/month:min=10:max=500"],
    "terms.lateFees",
    [
      {
        amount: 30,
        percent: null,
        of: null,
        each: "instalment",
        after: 1,
        grace: null,
        min: null,
        max: null,
        inAll: null,
      },
      {
        amount: null,
        percent: "0.05",
        of: "instalment",
        each: "month",
        after: 1,
        grace: null,
        min: 10,
        max: 500,
        inAll: null,
      },
    ],
  ],
  [
    ["--order-after", "91:principal,interest,compound,penalty,fee"],
    "terms.orderAfter",
    [{ daysOverdue: 91, order: ["principal", "interest", "compound", "penalty", "fee"], by: "instalment" }],
  ],
  [["--product", "credit-card"], "product", "credit-card"],
  [["--name", "Card"], "name", "Card"],
  [["--owed-interest", "1"], "instalments.0.interest", 1],
  [["--owed-penalty", "2"], "instalments.0.penalty", 2],
  [["--owed-compound", "3"], "instalments.0.compound", 3],
  [["--owed-fee", "4"], "instalments.0.fee", 4],
  [["--daily", "50"], "streams.0", { ...stream("day", [50]), from: "2026-11-23" }],
  [["--weekly", "200"], "streams.0", { ...stream("week", [200]), from: "2026-11-29" }],
  [["--monthly", "1500"], "streams.0.dayOfMonth", 22],
  [["--monthly", "1500@31"], "streams.0.dayOfMonth", 31],
  [["--pay", "50,30,100/day"], "streams.0.amounts", [50, 30, 100]],
  [
    ["--pay", "50/3days:until=2027-01-01:for=principal"],
    "streams.0",
    {
      ...stream("3 days", [50]),
      from: "2026-11-25",
      until: "2027-01-01",
      for: "principal",
    },
  ],
  [["--pay", "20000@2027-03-01"], "payments.0", { date: "2027-03-01", amount: 20000, for: null, surplus: null }],
  [["--payments", "paid.csv"], "payments.1", { date: "2026-12-20", amount: 1500, for: "interest", surplus: null }],
  [["--days", "10"], "until", "2026-12-02"],
  [["--until", "2026-12-31"], "until", "2026-12-31"],
  [["--daily", "60", "--until-cleared"], "until", null],
  [["--every", "week"], "every", "week"],
];

function stream(every: string, amounts: readonly number[]): object {
  return { every, dayOfMonth: null, amounts, until: null, pauses: [], for: null };
}

describe("every option shows in the input", () => {
  test.each(EFFECTS)("%j: %s", async (words, path, value) => {
    const document = JSON.parse(
      await printed(["simulate", ...LOAN, ...words, "--json"], { folder: FIXTURES }),
    ) as Document;
    expect(document.input).toHaveProperty(path, value);
  });

  test("an agreement looked at is part of it", async () => {
    expect((await documentOf(AGREEMENT)).input).toHaveProperty("agreements.0", {
      kind: "agreement",
      date: "2026-11-22",
      months: 12,
      method: "equal-instalments",
      monthlyFee: null,
      steps: null,
      down: null,
      rate: "0",
      dayCount: "period",
      waive: { fee: "0", penalty: "0.5", compound: "0", interest: "0", principal: "0" },
      charges: "spread",
      pauseMonths: 0,
      graceDays: 0,
      onBreak: "restore",
      unearned: "leave-out",
    });
  });

  test("the penalty of a new loan is part of it", async () => {
    const words = ["simulate", ...LOAN, "--strategy", "borrow:rate=24%/year,penalty=2x"];
    expect((await documentOf(words)).input).toHaveProperty("agreements.0.penalty", [
      { fromDaysOverdue: 1, multiple: "2", rate: "12/9125" },
    ]);
  });

  test("options beside a loan file override it", async () => {
    const read = async (...words: string[]): Promise<Document> =>
      JSON.parse(
        await printed(["simulate", "--loan", "loan.json", "--json", ...words], { folder: FIXTURES }),
      ) as Document;
    expect((await read()).input).toMatchObject({ name: "网商贷", asOf: "2026-11-22", terms: { grace: { days: 3 } } });
    expect((await read("--name", "X", "--grace", "5")).input).toMatchObject({
      name: "X",
      terms: { grace: { days: 5 } },
    });
  });

  test("a contract gives its instalments", async () => {
    const contract = [
      "--borrowed",
      "12000",
      "--months",
      "12",
      "--method",
      "equal-principal",
      "--first-due",
      "2026-06-15",
    ];
    const { input } = await documentOf(["simulate", ...contract, "--missed-since", "4", "--as-of", "2026-11-22"]);
    expect(input).toMatchObject({ borrowed: 12000 });
    const instalments = input["instalments"] as readonly { readonly due: string; readonly principal: number }[];
    expect(instalments.map(({ due }) => due)[0]).toBe("2026-09-15");
    expect(instalments.reduce((total, { principal }) => total + principal, 0)).toBe(9000);
  });
});

describe("the input can be used again", () => {
  interface Input {
    readonly borrowed: number;
    readonly terms: {
      readonly rate: readonly { readonly from: string | null; readonly rate: string }[];
      readonly penalty: readonly {
        readonly fromDaysOverdue: number;
        readonly multiple: string | null;
        readonly rate: string;
      }[];
    };
  }
  const NOT_OF_THE_LOAN = new Set(["every", "until", "streams", "agreements", "payAsDueFrom", "product", "borrowed"]);

  /** A rate of the input is a fraction of one day; the loan file wants that said. */
  function loanFileOf({ input }: Document): string {
    const { borrowed, terms } = input as unknown as Input;
    return JSON.stringify({
      ...Object.fromEntries(Object.entries(input).filter(([key]) => !NOT_OF_THE_LOAN.has(key))),
      contract: { borrowed },
      terms: {
        ...terms,
        rate: terms.rate.map(({ from, rate }) => ({ from, rate: `${rate}/day` })),
        penalty: terms.penalty.map(({ fromDaysOverdue, multiple, rate }) => ({
          fromDaysOverdue,
          rate: multiple === null ? `${rate}/day` : `${multiple}x`,
        })),
      },
    });
  }

  test.each([
    [["--loan", "loan.json"]],
    [[...LOAN, "--late-fee", "5%:min=10:max=500", "--grace", "3:skip", "--product", "bank-loan"]],
    [[...LOAN, "--pay", "200@2026-12-01:for=principal", "--payments", "paid.csv"]],
    [["--loan", "loan.json", "--received", "900@2026-01-05"]],
  ])("%j", async (words) => {
    const first = JSON.parse(await printed(["simulate", ...words, "--json"], { folder: FIXTURES })) as Document;
    const again = JSON.parse(
      await printed(["simulate", "--loan", "-", "--json"], { input: loanFileOf(first) }),
    ) as Document;
    expect(again.rows).toEqual(first.rows);
  });
});

describe("a debt that is gone on the day it is looked at", () => {
  test.each(["settle:80%@2026-11-22", "agreement:months=3,waive-charges=100%,waive-principal=100%"])(
    "%s",
    async (strategy) => {
      const words = ["simulate", ...LOAN, "--strategy", strategy];
      const document = await documentOf(words);
      const { paid, waived } = document.summary;
      const row0 = { date: "2026-11-22", day: 0, payment: paid, waived, totalOwed: 0 };
      expect(document.rows).toMatchObject([row0]);
      expect(document.summary).toMatchObject({ days: 0, closingTotal: 0, clearedOn: "2026-11-22" });
      for (const language of ["en", "zh"])
        expect(await printed([...words, "--lang", language])).toContain("2026-11-22");
      const [row] = (await documentOf(["compare", ...LOAN, "--strategy", strategy])).rows;
      expect(row).toMatchObject({ totalOwed: 0, clearedOn: "2026-11-22", paid: document.summary["paid"] });
    },
  );
});

describe("--exit-code", () => {
  test.each([
    [["simulate", ...LOAN], 1],
    [["simulate", ...LOAN, "--daily", "37.49"], 1],
    [["simulate", ...LOAN, "--daily", "37.50"], 0],
    [["plan", ...LOAN, "--clear-by", "2027-01-01"], 0],
    [["plan", ...LOAN, "--budget", "1/month"], 1],
    [["plan", ...LOAN, "--budget", "2000/month"], 0],
  ])("%j: %d, and 0 where it is not asked for", async (words, expected) => {
    const asked = await overdueSim([...words, "--exit-code"]);
    expect(asked.status).toBe(expected);
    expect(await overdueSim(words)).toEqual({ ...asked, status: 0 });
  });
});
