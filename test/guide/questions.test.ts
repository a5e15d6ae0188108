/** What the guide asks, without a terminal: how answers are read, and which options they stand for. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statedTotal } from "../../src/advice/stated-total.ts";
import { askAll, BACK, type Reply } from "../../src/cli/guide/dialogue.ts";
import {
  type Answers,
  isUnknown,
  loanOptions,
  paymentOptions,
  QUESTIONS,
  type QuestionKey,
} from "../../src/cli/guide/questions.ts";
import { lineParts, lineWords } from "../../src/cli/next-command.ts";
import { readLoanRequest } from "../../src/input/loan-request.ts";
import { chargesOf } from "../../src/loan/components.ts";
import { day } from "../../src/loan/day.ts";
import { fen, formatFen } from "../../src/loan/money.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import * as english from "../../src/messages/en/guide.ts";
import * as chinese from "../../src/messages/zh/guide.ts";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { shell } from "../command-line/overdue-sim.ts";
import { sameEachTime } from "../runs.ts";

const AS_OF = day("2026-11-22");

function questionOf(key: QuestionKey): (typeof QUESTIONS)[number] {
  const question = QUESTIONS.find((one) => one.key === key);
  if (question === undefined) throw new Error(`${key} is not asked`);
  return question;
}

describe("an answer is read as its option is", () => {
  test.each([
    ["rate", "万五", "万五"],
    ["rate", " 日利率０.04％ ", "日利率0.04%"],
    ["rate", "18% a year", "18% a year"],
    ["rate", "月息1.5%", "月息1.5%"],
    ["principal", "50,000.00", "50000"],
    ["principal", "５万", "50000"],
    ["principal", "1234.5", "1234.50"],
    ["since", "2026-08-24", "90"],
    ["since", "2026年8月24日", "90"],
    ["since", "20260824", "90"],
    ["since", "90天", "90"],
    ["since", "90天前", "90"],
    ["since", "已逾期90天", "90"],
    ["since", "逾期3个月", "92"],
    ["since", "3个月", "92"],
    ["since", "３ 个月前", "92"],
    ["since", "1 month ago", "31"],
    ["since", "0", "0"],
    ["since", "2026-11-22", "0"],
    ["total", "50000", "50000"],
    ["payment", "￥50", "50"],
    ["budget", "1500元", "1500"],
    ["budget", "每月800元", "800"],
    ["budget", "1,500 a month", "1500"],
    ["budget", "800/月", "800"],
  ] as const)("%s: %s", (key, text, expected) => {
    expect(questionOf(key).read(text, { principal: "50000" }, AS_OF)).toEqual({ ok: true, value: expected });
  });

  test("a payment may say again how often it is made, and not otherwise", () => {
    const read = (paying: string, text: string) => questionOf("payment").read(text, { paying }, AS_OF);
    expect(read("daily", "每天20元")).toEqual({ ok: true, value: "20" });
    expect(read("weekly", "350 a week")).toEqual({ ok: true, value: "350" });
    expect(read("monthly", "每月1500")).toEqual({ ok: true, value: "1500" });
    expect(read("monthly", "每天20元")).toMatchObject({ ok: false, issues: [{ code: "unreadable" }] });
  });

  test.each([
    ["rate", "0.05%", "rate-without-period"],
    ["rate", "high", "unreadable"],
    ["principal", "5oooo", "unreadable"],
    ["principal", "0", "zero"],
    ["principal", "-5", "negative"],
    ["since", "tomorrow", "unreadable"],
    ["since", "一个半月", "unreadable"],
    ["since", "2026-11-23", "out-of-range"],
    ["since", "1900-01-01", "out-of-range"],
    ["since", "-1", "out-of-range"],
    ["since", "2026-02-30", "date-impossible"],
    ["since", "2026-08", "date-incomplete"],
    ["since", "3月", "unreadable"],
    ["since", "0个月", "out-of-range"],
    ["total", "49999.99", "total-below-principal"],
    ["payment", "a little", "unreadable"],
  ] as const)("%s: %s is refused", (key, text, code) => {
    const read = questionOf(key).read(text, { principal: "50000" }, AS_OF);
    expect(read).toMatchObject({ ok: false, issues: [{ code }] });
  });

  test.each([
    [english, ["?", "？", "I don't know", "unknown"]],
    [chinese, ["?", "？", "不知道", "不清楚"]],
  ] as const)("that it is not known", (words, ways) => {
    expect(ways.filter((text) => !isUnknown(text, words))).toEqual([]);
    expect(isUnknown("50", words)).toBe(false);
  });

  test("every question has its words, and the examples of the words are answers", () => {
    for (const words of [english, chinese]) {
      expect(Object.keys(words.questions)).toEqual(QUESTIONS.map(({ key }) => key));
      for (const { key, choices, read } of QUESTIONS) {
        const { hint } = words.questions[key];
        const isExample = key === "rate" ? /[\d.]+%\/\p{L}+|万五|年化\d+%/gu : /\d[\d.-]*\d万?|\d万/g;
        const examples = choices === undefined ? (hint.match(isExample) ?? []) : [];
        expect({ key, none: choices === undefined && examples.length === 0 }).toEqual({ key, none: false });
        for (const example of examples) expect({ example, ...read(example, {}, AS_OF) }).toMatchObject({ ok: true });
      }
    }
  });
});

describe("the way through the questions", () => {
  async function walk(replies: readonly (string | null | "BACK")[]): Promise<{ asked: string[]; all: Answers | null }> {
    const asked: string[] = [];
    const all = await askAll(QUESTIONS, {}, async ({ key }): Promise<Reply<string | null>> => {
      const reply = replies[asked.length];
      asked.push(key);
      if (reply === undefined) throw new Error(`asked for more: ${asked.join(" ")}`);
      return reply === "BACK" ? BACK : reply;
    });
    return { asked, all };
  }

  test("how much is paid is asked only of who pays", async () => {
    const without = await walk(["jiebei", "万五", "50000", "90", null, "nothing", null, "no"]);
    expect(without.asked).toEqual(["product", "rate", "principal", "since", "total", "paying", "budget", "others"]);
    const paying = await walk(["jiebei", null, "50000", "90", null, "weekly", "350", null, "no"]);
    expect(paying.asked.slice(-4)).toEqual(["paying", "payment", "budget", "others"]);
  });

  test("the rate is asked of all but products whose charge is a rate of its own after the due date", async () => {
    const asked = async (product: string | null) =>
      (await walk([product, null, "1", "0", null, null, null, null])).asked[1];
    expect(await Promise.all(["wangshangdai", "private-loan", null].map(asked))).toEqual(["rate", "rate", "rate"]);
    const huabei = await walk(["huabei", "1", "0", null, null, null, null]);
    expect(huabei.asked).not.toContain("rate");
  });

  test("back is to the question that was asked before", async () => {
    const { asked, all } = await walk([
      "jiebei",
      "BACK",
      "huabei",
      "50000",
      "90",
      null,
      "nothing",
      "BACK",
      "daily",
      "5",
      "BACK",
      "6",
      null,
      "no",
    ]);
    expect(asked.slice(0, 4)).toEqual(["product", "rate", "product", "principal"]);
    expect(asked.slice(7, 12)).toEqual(["budget", "paying", "payment", "budget", "payment"]);
    expect(all).toMatchObject({ product: "huabei", paying: "daily", payment: "6" });
  });

  test("before the first there is nothing", async () => {
    expect(await walk(["BACK"])).toEqual({ asked: ["product"], all: null });
  });
});

describe("the line", () => {
  const answers: Answers = {
    product: "jiebei",
    rate: "万四",
    principal: "50000",
    since: "90",
    paying: "weekly",
    payment: "350",
  };
  const options = [...loanOptions(answers, AS_OF), ...paymentOptions(answers)];

  test("has an option for each answer, and none for what is not known", () => {
    expect(lineWords("simulate", options).join(" ")).toBe(
      "simulate --product jiebei --principal 50000 --days-overdue 90 --rate 万四 --as-of 2026-11-22 --weekly 350",
    );
    expect(loanOptions({ product: "huabei", rate: "万四", principal: "1" }, AS_OF).map(([key]) => key)).toEqual([
      "product",
      "principal",
      "asOf",
    ]);
    expect(loanOptions({ product: null, principal: null, since: null, total: "60000" }, AS_OF)).toEqual([
      ["principal", "60000"],
      ["asOf", "2026-11-22"],
    ]);
    expect(paymentOptions({ paying: "nothing", payment: "50" })).toEqual([]);
    expect(paymentOptions({ paying: "daily", payment: null })).toEqual([]);
  });

  test("is a loan whatever was answered", async () => {
    const orNull = <Value>(some: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(some, { freq: 4 });
    const money = fc.integer({ min: 1, max: 1_000_000_000_000 }).map((value) => formatFen(fen(value)));
    const anything = fc.record({
      product: orNull(fc.constantFrom(...PRODUCTS.map(({ name }) => name))),
      rate: orNull(fc.constantFrom("万五", "18%/year", "月息1.5%")),
      principal: orNull(money),
      since: orNull(fc.integer({ min: 0, max: 3_000 }).map(String)),
      total: money,
      paying: orNull(fc.constantFrom("nothing", "daily", "weekly", "monthly")),
      payment: orNull(money),
    });
    const ran = fc.asyncProperty(anything, async (some) => {
      const given = [...loanOptions(some, AS_OF), ...paymentOptions(some)];
      expect(await overdueSim([...lineWords("simulate", given), "--brief"])).toMatchObject({ status: 0, stderr: "" });
    });
    await fc.assert(ran, sameEachTime(25));
  });

  test("means to a shell what it means to the program", async () => {
    const named = [...options, ["name", 'it\'s $5 & "more"']] as const;
    const copied = shell(lineParts("simulate", [...named, ["json", null]]).join(" "));
    expect(copied.stderr).toBe("");
    expect(copied.stdout).toBe(await printed([...lineWords("simulate", named), "--json"]));
  });
});

describe("a total without its parts", () => {
  const platform = { today: AS_OF, environment: {}, read: () => ({ kind: "failed", failure: "missing" }) as const };
  const loanOf = (product: string, principal: string, daysOverdue: string) => {
    const read = readLoanRequest({ product, principal, daysOverdue }, platform, { days: 1 });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value.loan;
  };

  test("is divided as the terms make it up, to the fen", () => {
    const anyLoan = fc.record({
      product: fc.constantFrom(...PRODUCTS.map(({ name }) => name)),
      principal: fc.integer({ min: 1, max: 10_000_000 }),
      days: fc.integer({ min: 0, max: 400 }),
      charges: fc.integer({ min: 0, max: 5_000_000 }),
    });
    fc.assert(
      fc.property(anyLoan, ({ product, principal, days, charges }) => {
        const loan = loanOf(product, formatFen(fen(principal)), String(days));
        const divided = statedTotal(loan, fen(principal + charges));
        expect(divided.stated).toBe(charges);
        expect(chargesOf(divided.charges)).toBe(charges);
        expect(Object.values(divided.charges).every((part) => part >= 0)).toBe(true);
        // What the terms themselves come to is divided into just what they make it up of.
        const own = statedTotal(loan, fen(principal + divided.computed));
        expect(own.stated).toBe(own.computed);
      }),
      sameEachTime(40),
    );
  });

  test("is all interest where the terms come to nothing", () => {
    expect(statedTotal(loanOf("wangshangdai", "50000", "0"), fen(5_100_000)).charges).toMatchObject({
      interest: 100_000,
      penalty: 0,
    });
  });

  test("of the penalty of 90 days is all penalty", () => {
    const divided = statedTotal(loanOf("wangshangdai", "50000", "90"), fen(5_400_050));
    expect(divided).toMatchObject({ stated: 400_050, computed: 337_500, charges: { penalty: 400_050, interest: 0 } });
  });
});

describe("without a terminal", () => {
  test.each([
    ["en", "Type what you know instead: overdue-sim simulate --principal"],
    ["zh", "请改为直接输入已知的内容：overdue-sim simulate --principal"],
  ])("it says what to type instead: %s", async (language, hint) => {
    const { status, stdout, stderr } = await overdueSim(["guide", "--lang", language]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^overdue-sim: guide: /);
    expect(stderr).toContain(hint);
  });

  test("what else is wrong is told with it", async () => {
    const { stderr } = await overdueSim(["guide", "--as-of", "yesterday", "--json"]);
    expect(stderr.split("\n").map((line) => line.split(": ")[1])).toEqual(["--json", "--as-of", "guide", undefined]);
  });
});

test("the answer alone is the answer of the whole", async () => {
  const line = ["simulate", "--principal", "50000", "--days-overdue", "90", "--as-of", "2026-11-22", "--daily", "50"];
  const whole = await printed(line);
  const brief = (await printed([...line, "--brief"])).split("\n");
  const [last = ""] = brief.filter((text) => text !== "").slice(-1);
  expect(last).toContain("Leave out --brief");
  expect(brief.length).toBeGreaterThan(8);
  for (const text of brief) if (text !== last) expect(whole).toContain(text);
  expect(whole).toMatch(/^ *date .*payment/m);
  expect(brief.join("\n")).not.toMatch(/^ *date .*payment/m);
});
