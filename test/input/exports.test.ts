/** Statements, records of payments, bills and plans as lenders, banks and apps export them: what is read, and what is asked. */

import { expect, test } from "vitest";
import { tableRows } from "../../src/input/csv-table.ts";
import { InputFiles } from "../../src/input/input-files.ts";
import { ProblemCollector } from "../../src/input/problem.ts";
import { instalment } from "../../src/input/records/instalment.ts";
import { payment } from "../../src/input/records/payment.ts";
import { readStatement } from "../../src/input/statement.ts";
import { day, formatDay } from "../../src/loan/day.ts";
import { formatFen } from "../../src/loan/money.ts";
import { expectSayable, platformOf } from "./readings.ts";

/** `LINE DATE KIND AMOUNT` of each line, or `LINE:COLUMN CODE` of what is wrong. */
function statement(text: string): readonly string[] {
  const problems = new ProblemCollector();
  const files = new InputFiles(platformOf({ "s.csv": text }));
  const { lines } = readStatement("s.csv", files, problems);
  if (problems.count > 0) return told(problems);
  return lines.map(({ line, date, kind, amount }) =>
    [line, formatDay(date), kind, amount === null ? "-" : formatFen(amount)].join(" "),
  );
}

function told(problems: ProblemCollector): readonly string[] {
  for (const problem of problems.list) expectSayable(problem);
  return problems.list.map((problem) => {
    const why = problem.code === "row-unclear" ? ` ${problem.why}` : "";
    return `${problem.where.replace(/^\w+\.csv:/, "")} ${problem.code}${why}`;
  });
}

function payments(text: string): readonly string[] {
  const problems = new ProblemCollector();
  const shape = payment(day("2026-01-01"));
  const read = [...tableRows(text, "p.csv", { ...shape, rows: "entries" }, problems)].map((row) =>
    shape.read(row, problems),
  );
  if (problems.count > 0) return told(problems);
  return read.map((one) => (one === undefined ? "" : `${formatDay(one.date)} ${formatFen(one.amount)}`));
}

function plan(text: string): readonly string[] {
  const problems = new ProblemCollector();
  const read = [...tableRows(text, "i.csv", { ...instalment, rows: "dues" }, problems)].map((row) =>
    instalment.read(row, problems),
  );
  if (problems.count > 0) return told(problems);
  return read.map((one) =>
    one === undefined ? "" : `${formatDay(one.due)} ${formatFen(one.principal)} ${formatFen(one.interest)}`,
  );
}

const TWO = ["2 2026-02-01 payment 1000.00", "3 2026-03-10 payment 500.00"];

test.each([
  ["ISO, with the zone of China", "2026-02-01T10:11:12+08:00", "2026-03-10T23:59:59.123+08:00"],
  ["ISO in UTC, of the same day in China", "2026-02-01T10:11:12Z", "2026-03-10T00:00:00.000Z"],
  ["halves of the day", "2026-02-01 上午10:11", "2026/3/10 下午 10:11:12"],
  ["halves of the day in English", "2026-02-01 10:11:12 AM", "2026-03-10 10:11 pm"],
  ["hours and minutes in Chinese", "2026年2月1日 10时11分", "2026年3月10日10时11分12秒"],
  ["a time right behind the day", "2026年2月1日10:11", "2026年3月10日 10:11:12"],
  ["no signs between", "20260201", "20260310 10:11"],
  ["full-width", "２０２６－０２－０１", "２０２６年３月１０日"],
  ["months by their names", "01 February 2026", "Mar 10, 2026"],
])("dates: %s", (_, one, other) => {
  expect(statement(`日期,类别,金额\n${one},还款,1000\n"${other}",还款,500\n`)).toEqual(TWO);
});

test.each([
  // 16:00 in Greenwich is midnight in China.
  ["2026-02-01T16:00:00Z", "date-zone"],
  ["2026-02-01T00:30:00+09:00", "date-zone"],
  ["46054", "date-serial"],
  ["46054.4243", "date-serial"],
  ["02/01/2026", "unreadable"],
  ["1 Febtember 2026", "unreadable"],
  ["2026-02-01 24:00:01", "unreadable"],
  ["2026-02-01 上午10:11Z", "unreadable"],
])("%s may be several days: %s", (date, code) => {
  expect(statement(`date,kind,amount\n${date},payment,1000\n`)).toEqual([`2:date ${code}`]);
  expect(payments(`date,amount\n${date},1000\n`)).toEqual([`2:date ${code}`]);
});

test("a number of a spreadsheet and a point in time are told with the days they may be", () => {
  const problems = new ProblemCollector();
  const table = "date,kind,amount\n46054,payment,1\n2026-02-28T16:00:00Z,payment,1\n";
  const files = new InputFiles(platformOf({ "s.csv": table }));
  readStatement("s.csv", files, problems);
  // 1899-12-30 and 46,054 days: 126 years with 31 leap days (46,020 + 32), to 1 February.
  expect(problems.list).toMatchObject([{ date: "2026-02-01" }, { written: "2026-02-28", inChina: "2026-03-01" }]);
});

test("two rates from one day on are asked about", () => {
  const rates = (other: string) => statement(`日期,类别,金额\n2026-02-01,利率,4%/year\n${other},利率,5%/year\n`);
  expect(rates("2026-02-01")).toEqual(["3:日期 duplicate"]);
  expect(rates("2026-02-02")).toHaveLength(2);
});

test.each([
  ["between and at the end", "小计,,1000", "本页合计：,,500", "合 计,,1500"],
  ["in the column of kinds", ",小计,1000", ",本月小计,500", "2026-03-31,合计,1500"],
  ["shorter than the others", "小计,1000", "Subtotal", "Grand Total:,1500"],
])("rows that add others up are no entries: %s", (_, first, second, third) => {
  const text = `日期,类别,金额\n2026-02-01,还款,1000\n${first}\n2026-03-10,还款,500\n${second}\n${third}\n`;
  expect(statement(text)).toEqual([TWO[0], "4 2026-03-10 payment 500.00"]);
});

test("lines of text under a table by days are passed over; a line with a date or several cells is not", () => {
  const table = "日期,类别,金额\n2026-02-01,还款,1000\n2026-03-10,还款,500\n";
  expect(statement(`${table}-----\n导出时间:[2026-04-01]   用户:某人\n\n注：仅供参考,,\n`)).toEqual(TWO);
  expect(statement(`${table}2026-04-01\n`)).toEqual(["4 csv-ragged"]);
  expect(statement(`${table}注：仅供参考\n2026-04-01,还款,1\n`)).toEqual(["4 csv-ragged"]);
});

test.each([
  ["payments are credits of a loan", "payment", "1000.00 CR", "2 2026-02-01 payment 1000.00"],
  ["fees are its debits", "fee", "30.00DR", "2 2026-02-01 fee 30.00"],
  ["what is owed is one too", "balance", "50,125.00 Dr", "2 2026-02-01 balance 50125.00"],
  ["a payment that is a debit", "payment", "1000.00 DR", "2:amount entry-side"],
  ["a fee that is a credit", "fee", "30.00 CR", "2:amount entry-side"],
  ["a minus", "payment", "-1000", "2:amount entry-side"],
  ["a minus behind", "payment", "1000.00-", "2:amount entry-side"],
  ["brackets", "fee", "(30.00)", "2:amount entry-side"],
  ["a balance below nothing", "balance", "(50125.00)", "2:amount negative"],
  ["a balance in credit", "balance", "50125.00 CR", "2:amount entry-side"],
])("sides of an account: %s", (_, kind, amount, expected) => {
  expect(statement(`date,kind,amount\n2026-02-01,${kind},"${amount}"\n`)).toEqual([expected]);
});

test("a claimed total may say that it is a debit, and no credit", () => {
  const of = (total: string) => statement(`date,kind,amount,claimed_total\n2026-02-01,payment,1000,${total}\n`);
  expect(of("50125.00 DR")).toEqual([TWO[0]]);
  expect(of("50125.00 CR")).toEqual(["2:claimed_total unreadable"]);
});

test.each(["余额", "账户余额", "贷款余额", "Balance", "Running Bal.", "Loan Balance"])(
  "nothing says of what “%s” is the balance",
  (heading) => {
    expect(statement(`date,kind,amount,${heading}\n2026-02-01,payment,1000,50125\n`)).toEqual([
      `1:${heading} balance-unclear`,
    ]);
    // A list of payments compares nothing with it.
    expect(payments(`date,amount,${heading}\n2026-02-01,1000,50125\n`)).toEqual(["2026-02-01 1000.00"]);
  },
);

test("where the total and the principal are named, a third balance is of neither", () => {
  const text = "date,kind,amount,余额,剩余欠款,剩余本金\n2026-02-01,payment,1000,3,50125,50000\n";
  expect(statement(text)).toEqual([TWO[0]]);
});

test.each([
  ["收入", "支出"],
  ["存入金额（元）", "支取金额（元）"],
  ["贷方发生额", "借方发生额"],
  ["Credit", "Debit"],
])("a column for each way the money goes: %s, %s", (moneyIn, moneyOut) => {
  const head = `日期,摘要,${moneyIn},${moneyOut}`;
  expect(statement(`${head}\n2026-02-01,还款,1000,\n2026-03-10,还款,500,0.00\n`)).toEqual(TWO);
  expect(statement(`${head}\n2026-02-01,还款,,1000\n2026-03-10,主动还款,-,500\n`)).toEqual(TWO);
  expect(statement(`${head}\n2026-02-01,还款,1000,\n2026-02-15,违约金,,30\n`)).toEqual([
    TWO[0],
    "3 2026-02-15 fee 30.00",
  ]);
  expect(statement(`${head}\n2026-02-01,还款,1000,\n2026-03-10,自动还款,,500\n`)).toEqual([
    `3:${moneyOut} row-unclear other-way`,
  ]);
  expect(statement(`${head}\n2026-02-01,还款,1000,1\n`)).toEqual([`2:${moneyOut} row-unclear both-ways`]);
  expect(statement(`${head}\n2026-02-01,还款,,\n`)).toEqual(["2:amount missing"]);
  // Beside an amount nothing says which of them counts.
  expect(statement(`日期,类别,金额,${moneyIn}\n2026-02-01,还款,1000,1\n`)).toEqual([`1:${moneyIn} duplicate`]);
  expect(payments(`日期,${moneyIn},${moneyOut}\n2026-02-01,,1000\n2026-03-10,500,\n`)).toEqual([
    `3:${moneyIn} row-unclear other-way`,
  ]);
});

test("texts that name kinds stand for a column of kinds, and each of them has to", () => {
  expect(statement("日期,摘要,金额\n2026-02-01,还款,1000\n2026-03-10,自动扣款,500\n")).toEqual(TWO);
  expect(statement("日期,摘要,金额\n2026-02-01,还款,1000\n2026-03-10,消费,500\n")).toEqual(["3:摘要 unknown"]);
  expect(statement("日期,摘要,金额\n2026-02-01,转账,1000\n")).toEqual(["1:kind missing"]);
});

test("a record of payments with its numbers, channels and what became of each", () => {
  const head = "序号,还款日期,还款金额,还款本金,还款罚息,还款方式,还款渠道,还款卡号,状态,备注";
  const row = (number: number, date: string, amount: string, status: string) =>
    `${number},${date},${amount},0,${amount},主动还款,支付宝,1234,${status},`;
  expect(
    statement([head, row(1, "2026-02-01", "1000", "还款成功"), row(2, "2026-03-10", "500", "成功")].join("\n")),
  ).toEqual(TWO);
  for (const status of ["失败", "处理中", "已关闭", "待还款", "whatever"]) {
    expect(statement([head, row(1, "2026-02-01", "1000", status)].join("\n"))).toEqual(["2:状态 row-unclear not-done"]);
  }
});

test("headings over several columns leave a second line of them", () => {
  const merged = "日期,类别,金额,还款明细,,\n,,,本金,利息,罚息\n2026-02-01,还款,1000,0,0,1000\n";
  expect(statement(merged)).toEqual(["3 2026-02-01 payment 1000.00"]);
  expect(statement("日期,类别,金额,,本金\n2026-02-01,还款,1000,,0\n")).toEqual([TWO[0]]);
  expect(statement("日期,类别,金额,,本金\n2026-02-01,还款,1000,7,0\n")).toEqual(["2 row-unclear unnamed"]);
});

test("two days of one entry are one where they are the same, and asked about where they are not", () => {
  const of = (other: string) => statement(`交易日,记账日,类别,金额\n2026-02-01,${other},还款,1000\n`);
  expect(of("2026/2/1")).toEqual([TWO[0]]);
  expect(of("10:11:12")).toEqual([TWO[0]]);
  expect(of("2026-02-02")).toEqual(["1:记账日 duplicate"]);
});

const WECHAT = [
  "微信支付账单明细,,,,,,,,,,",
  "微信昵称：[某人],,,,,,,,,,",
  ...Array.from({ length: 13 }, () => "注：,,,,,,,,,,"),
  "----------------------微信支付账单明细列表--------------------,,,,,,,,,,",
  "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
];
const wechat = (date: string, more: Partial<Record<"payee" | "way" | "amount" | "status", string>> = {}): string => {
  const { payee = "某小贷", way = "支出", amount = "¥1000.00", status = "支付成功" } = more;
  return `${date} 10:11:12,商户消费,${payee},还款,${way},${amount},零钱,${status},"1000	","200	","/"`;
};

test("a bill of WeChat with the lines of one lender", () => {
  const lines = [wechat("2026-02-01"), wechat("2026-03-10", { amount: "¥500.00" })];
  const bill = [...WECHAT, ...lines].join("\n");
  expect(statement(bill)).toEqual(["18 2026-02-01 payment 1000.00", "19 2026-03-10 payment 500.00"]);
  expect(payments(bill)).toEqual(["2026-02-01 1000.00", "2026-03-10 500.00"]);
});

test.each([
  ["to somebody else", { payee: "某店" }, "19:交易对方 row-unclear payee"],
  ["that came in", { way: "收入" }, "19:收/支 row-unclear not-paid"],
  ["that was given back", { status: "已全额退款" }, "19:当前状态 row-unclear not-done"],
])("a bill with a line %s says which to take out", (_, more, expected) => {
  const bill = [...WECHAT, wechat("2026-02-01"), wechat("2026-03-10", more)].join("\n");
  expect(statement(bill)).toEqual([expected]);
  expect(payments(bill)).toEqual([expected]);
});

const ALIPAY = [
  ...Array.from({ length: 21 }, () => "导出信息："),
  "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,",
];
const alipay = (date: string, goods: string, way = "不计收支", status = "还款成功"): string =>
  `${date} 10:11:12,信用借还,网商贷,/,${goods},${way},1000.00,余额宝,${status},20260201	,	,,`;

test("a bill of Alipay, whose repayments count as neither in nor out", () => {
  const bill = [...ALIPAY, alipay("2026-03-10", "自动还款-网商贷"), alipay("2026-02-01", "主动还款")].join("\n");
  expect(payments(bill)).toEqual(["2026-03-10 1000.00", "2026-02-01 1000.00"]);
  expect(statement([...ALIPAY, alipay("2026-02-01", "网商贷放款", "不计收支", "交易成功")].join("\n"))).toEqual([
    "23:收/支 row-unclear not-paid",
  ]);
  expect(statement([...ALIPAY, alipay("2026-02-01", "还款退款")].join("\n"))).toEqual([
    "23:收/支 row-unclear not-paid",
  ]);
  expect(statement([...ALIPAY, alipay("2026-02-01", "还款", "支出", "交易关闭")].join("\n"))).toEqual([
    "23:交易状态 row-unclear not-done",
  ]);
});

test("a bill of Alipay's pages, with several times and what was given back", () => {
  const head =
    "交易号 ,交易创建时间 ,付款时间 ,最近修改时间 ,类型 ,交易对方 ,商品名称 ,金额（元） ,收/支 ,交易状态 ,成功退款（元） ,";
  const row = (back: string) =>
    `1	,2026-01-31 23:59:59 ,2026-02-01 00:00:03 ,2026-02-02 10:00:00 ,即时到账交易 ,网商贷 ,还款 ,1000.00 ,支出 ,交易成功 ,${back} ,`;
  expect(payments(`${head}\n${row("0.00")}\n-----\n导出时间:[2026-04-01]\n`)).toEqual(["2026-02-01 1000.00"]);
  expect(payments(`${head}\n${row("300.00")}\n`)).toEqual(["2:成功退款（元） row-unclear given-back"]);
});

test("transactions as Fineract lists them", () => {
  const head = "ID,Office,Transaction Date,Transaction Type,Amount,Principal,Interest,Fees,Penalties,Principal Balance";
  const row = '1,Head Office,01 February 2026,Repayment,"1,000.00",0.00,0.00,0.00,"1,000.00","50,000.00"';
  expect(statement(`${head}\n${row}\n`)).toEqual([TWO[0]]);
});

test("a plan with numbers, sums and states of its instalments", () => {
  const head = "期数,应还款日,应还本金,应还利息,应还罚息,应还总额,状态";
  const first = "1,2026-02-15,1000,50,10,1060,逾期";
  const second = "2,2026-03-15,1000,40,,1040,未到期";
  const rows = ["2026-02-15 1000.00 50.00", "2026-03-15 1000.00 40.00"];
  expect(plan([head, first, second, "合计,,2000,90,10,2100,"].join("\n"))).toEqual(rows);
  expect(plan([head, first.replace("逾期", "已还清"), second].join("\n"))).toEqual(["2:状态 row-unclear paid"]);
  expect(plan([head, first.replace("逾期", "部分还款"), second].join("\n"))).toEqual(["2:状态 row-unclear status"]);
  expect(plan([head, first, second.replace("1040", "1050")].join("\n"))).toEqual(["3:应还总额 parts-differ"]);
  // What is to be paid in a month need not have what came of being late in it.
  expect(plan("到期日,月供,本金,利息,罚息\n2026-09-05,1050,1000,50,12.30")).toEqual(["2026-09-05 1000.00 50.00"]);
  expect(plan("到期日,月供,本金,利息,罚息\n2026-09-05,1062.30,1000,50,12.30")).toEqual(["2026-09-05 1000.00 50.00"]);
  expect(plan("到期日,月供,本金,利息,罚息\n2026-09-05,1012.30,1000,50,12.30")).toEqual(["2:月供 parts-differ"]);
});

test.each(["到期还款日", "最后还款日", "约定还款日", "计划还款日期"])("a due date under “%s”", (heading) => {
  expect(plan(`期次,${heading},逾期本金,应还利息\n1,2026-02-15,1000,50\n`)).toEqual([LEFT[0]]);
});

const LEFT = ["2026-02-15 1000.00 50.00", "2026-03-15 1000.00 40.00", "2026-04-15 1000.00 30.00"];
test.each([
  ["after each instalment", [2000, 1000, 0], LEFT],
  ["before each instalment", [3000, 2000, 1000], LEFT],
  ["of the instalment, all of it", [1000, 1000, 1000], LEFT],
  ["more than any instalment", [4029.7, 3047.76, 2056], LEFT],
  ["of the instalment, some of it paid", [400, 1000, 1000], ["1:剩余本金 balance-after-unclear"]],
])("a principal that is left beside that of the instalment: %s", (_, left, expected) => {
  const rows = left.map((amount, at) => `2026-0${at + 2}-15,1000,${50 - 10 * at},${amount}`);
  expect(plan(["还款日,本金,利息,剩余本金", ...rows].join("\n"))).toEqual(expected);
});

test("a principal that is left, alone, is no principal of an instalment", () => {
  expect(plan("还款日,剩余本金,利息\n2026-02-15,2000,50\n2026-03-15,1000,40\n")).toEqual([
    "1:principal missing",
    "1:剩余本金 balance-after-unclear",
  ]);
  expect(plan("还款日,未还本金,利息\n2026-02-15,1000,50\n")).toEqual(["2026-02-15 1000.00 50.00"]);
});

test("of one instalment what is left may be of it alone, unless it is more", () => {
  const of = (left: string) => plan(`还款日,本金,利息,剩余本金\n2026-02-15,1000,50,${left}\n`);
  expect(of("4029.70")).toEqual([LEFT[0]]);
  expect(of("1000")).toEqual([LEFT[0]]);
  expect(of("0")).toEqual(["1:剩余本金 balance-after-unclear"]);
});

test.each(["已还金额", "已还本金", "实还金额", "Amount Paid"])(
  "what of an instalment is paid under “%s” is asked about",
  (heading) => {
    const of = (paid: string) => plan(`期数,到期日,应还本金,应还利息,${heading}\n1,2026-02-15,1000,50,${paid}\n`);
    for (const nothing of ["", "0", "0.00", "-", "--"]) expect(of(nothing)).toEqual([LEFT[0]]);
    expect(of("200")).toEqual([`2:${heading} row-unclear paid-part`]);
  },
);

test("a dash in a statement is nothing stated, and a currency is one and the same by all its names", () => {
  const head = "日期,类别,金额,本金,利息,剩余欠款,币种";
  expect(statement(`${head}\n2026-02-01,还款,+1000,-,--,—,人民币\n2026-03-10,还款,500,-,-,-,CNY\n`)).toEqual(TWO);
  expect(statement(`${head}\n2026-02-01,还款,1000,－,/,无,人民币\n2026-03-10,还款,500,–,／,,\n`)).toEqual(TWO);
  expect(statement(`${head}\n2026-02-01,还款,1000,,,,CNY\n2026-03-10,还款,500,,,,USD\n`)).toEqual([
    "3:币种 row-unclear currency",
  ]);
});

test("what a spreadsheet was told to keep as a text is that text", () => {
  expect(statement('date,kind,amount\n"=""2026-02-01""",payment,"=""1000"""\n\'20260310,payment,\'500\n')).toEqual(TWO);
});

test.each([",", "\t", ";", "，", "|"])("so it is without quotes around the cell, between “%s”", (sign) => {
  const table = (...rows: readonly (readonly string[])[]): string =>
    rows.map((cells) => (sign === "|" ? `| ${cells.join(" | ")} |` : cells.join(sign))).join("\r\n");
  const rule = sign === "|" ? [["---", "---", "---"]] : [];
  const second = ["2026-03-10", '="payment"', "500"];
  const lines = table(['="date"', "kind", "amount"], ...rule, ['="2026-02-01"', "payment", '="1000"'], second);
  const at = 2 + rule.length;
  expect(statement(lines)).toEqual([`${at} 2026-02-01 payment 1000.00`, `${at + 1} 2026-03-10 payment 500.00`]);
  expect(payments(table(["date", "amount"], ['="2026-02-01"', '="1000"']))).toEqual(["2026-02-01 1000.00"]);
  const due = table(["due", "principal", "interest"], ['="2026-02-01"', '="1000"', '=""']);
  expect(plan(due)).toEqual(["2026-02-01 1000.00 0.00"]);
  expect(payments('date,amount\n="2026-02-01",="1,000.00"\n')).toEqual(["2026-02-01 1000.00"]);
});

test.each([
  [
    "in Markdown",
    "| 日期 | 类别 | 金额 |\n|---|:---|---:|\n| 2026-02-01 | 还款 | 1,000.00 |\n| 2026-03-10 | 还款 | 500 |\n",
    1,
  ],
  ["with the comma of a Chinese keyboard", "日期，类别，金额\n2026-02-01，还款，1000\n2026-03-10，还款，500\n", 0],
  [
    "with marks that cannot be seen",
    "日期\u200b,类别,金额\n\u200e2026-02-01\u200b,还款\u2060,1000\u00a0\n2026-03-10,还款,500\n",
    0,
  ],
])("a copy %s", (_, text, more) => {
  expect(statement(text)).toEqual(TWO.map((line) => line.replace(/^\d/, (number) => String(Number(number) + more))));
});

test("what stands alone at the foot of a table is told where it may be an entry", () => {
  for (const foot of [",¥500", "2026-03-10,", "-500,", "¥500,"]) {
    expect(payments(`日期,金额\n2026-02-01,1000\n${foot}\n`)).not.toEqual(["2026-02-01 1000.00"]);
  }
});

test("a fee of service is a part of a payment to a lender, and in a bill what the transfer itself cost", () => {
  expect(statement("还款日期,还款金额,本金,罚息,服务费\n2026-02-01,1000,0,900,100\n")).toEqual([TWO[0]]);
  expect(payments("付款时间,金额,收/支,服务费\n2026-02-01,1000,支出,0.10\n")).toEqual([
    "2:服务费 row-unclear given-back",
  ]);
});

test("a comma that may be the decimal sign is told with the point, and never to be left out", () => {
  const problems = new ProblemCollector();
  const table =
    "sep=;\ndate;kind;amount\n2026-02-01;payment;1000,50\n2026-02-02;payment;1.000,5\n2026-02-03;payment;5,0000\n";
  readStatement("s.csv", new InputFiles(platformOf({ "s.csv": table })), problems);
  expect(problems.list).toMatchObject([{ withPoint: "1000.50" }, { withPoint: "1000.5" }, { withPoint: null }]);
  for (const problem of problems.list) expectSayable(problem);
});

test("a record of what was due and what was paid is one of payments; what was due alone is a plan", () => {
  const head = "序号,应还日期,实还日期,应还本金,应还利息,实还本金,实还罚息,实还总额,状态";
  expect(statement(`贷款还款明细\n借款人：某人\n${head}\n1,2026-01-15,2026-02-01,0,0,0,1000,1000,已结清\n`)).toEqual([
    "4 2026-02-01 payment 1000.00",
  ]);
  expect(statement(`${head}\n1,2026-01-15,,0,0,,,,未还\n`)).toEqual([
    "2:状态 row-unclear not-done",
    "2:实还日期 empty",
  ]);
  expect(statement("应还日期,应还本金\n2026-01-15,1000\n")).toEqual(["1 csv-header-missing"]);
  expect(statement("日期,还款类型,本金,罚息,合计\n2026-02-01,主动还款,0,1000,1000\n")).toEqual([TWO[0]]);
  // The parts alone may leave one out.
  expect(statement("还款时间,还款本金,还款罚息\n2026-02-01,0,1000\n")).toEqual(["1:amount missing"]);
});

test.each([
  "放款",
  "借款发放",
  "退款",
  "费用",
  "利息",
  "冲正",
  "还款未成功",
  "本金减免",
  "余额",
  "消费",
  "Refund",
  "Late fee",
  "Interest charge",
  "逾期滞纳金",
])("a line that says “%s” is taken for no payment", (text) => {
  expect(payments(`日期,金额,类型\n2026-02-01,1000,${text}\n`)).toEqual(["2:类型 row-unclear text"]);
  expect(statement(`日期,还款金额,备注\n2026-02-01,1000,${text}\n`)).toEqual(["2:备注 row-unclear text"]);
});

test.each(["还款", "主动还款", "第3期", "招联消费金融还款", "转账", "支付宝", "还本金及利息", "Interest payment", ""])(
  "a line that says “%s” is taken for one",
  (text) => {
    expect(payments(`日期,金额,摘要\n2026-02-01,1000,${text}\n`)).toEqual(["2026-02-01 1000.00"]);
  },
);

test.each(["贷款发放", "借款到账", "借款", "提款", "Drawdown"])("“%s” is a loan paid out", (text) => {
  expect(payments(`日期,金额,摘要\n2026-02-01,1000,${text}\n`)).toEqual(["2:摘要 row-unclear text"]);
});

test("a row above the line of headings is no title, so that nothing of it is lost", () => {
  expect(payments("2026-01-10,500\ndate,amount\n2026-02-01,1000\n")).toEqual(["1 csv-header-missing"]);
  expect(statement("2026-01-10,payment,500\ndate,kind,amount\n2026-02-01,payment,1000\n")).toEqual([
    "1 csv-header-missing",
  ]);
  expect(payments("账单,2026\n2026-02-28,\n日期,金额\n2026-02-01,1000\n")).toEqual(["2026-02-01 1000.00"]);
});

test("under joined cells what is due and what was paid are told apart", () => {
  const paid = "还款日期,还款金额,实还,,\n,,本金,利息,罚息\n2026-02-01,1000,0,0,1100\n";
  expect(statement(paid)).toEqual(["3:还款金额 parts-differ"]);
  expect(statement(paid.replace("实还", "应还"))).toEqual(["3 2026-02-01 payment 1000.00"]);
  expect(plan("还款日,实还,\n,本金,利息\n2026-02-01,900,10\n")).toEqual(["1:principal missing"]);
  const both = "还款日,应还,,实还,\n,本金,利息,本金,利息\n2026-02-01,900,10,0,0\n";
  expect(plan(both)).toEqual(["2026-02-01 900.00 10.00"]);
  expect(plan(both.replace("0,0\n", "5,0\n"))).toEqual(["3:实还本金 row-unclear paid-part"]);
});

test("and so they are under titles; what makes up no payment is told once, of the headings", () => {
  const titles = "个人贷款还款明细表,,,,,,,\n客户：张三,,账号：6222****1234,,,,,\n";
  const rows = "1,2026-01-15,900,90,2026-02-01,800,200,1000\n2,2026-02-15,900,80,2026-03-10,450,50,500\n";
  const joined = `${titles}期数,应还,,,实还,,,\n,日期,本金,利息,日期,本金,利息,总额\n${rows}`;
  expect(statement(joined)).toEqual(["5 2026-02-01 payment 1000.00", "6 2026-03-10 payment 500.00"]);
  expect(statement(joined.replace("总额", "备注"))).toEqual(["3:amount missing"]);
  expect(statement(`${titles}还款日期,还款金额,其中：本金,其中罚息（元）,,,,\n2026-02-01,1000,0,1000,,,,\n`)).toEqual([
    "4 2026-02-01 payment 1000.00",
  ]);
  // A title is joined to nothing.
  expect(payments(`${titles}日期,金额,备注,,,,,\n2026-02-01,1000,,,,,,\n`)).toEqual(["2026-02-01 1000.00"]);
});

test("an amount of which the comma separates its cell from the next is asked about", () => {
  expect(payments("date,amount,memo\n2026-02-01,1,000\n")).toEqual(["2:amount row-unclear thousands"]);
  expect(payments("日期,收入,支出\n2026-02-01,1,000\n")).toEqual(["2:收入 row-unclear thousands"]);
  expect(statement("date,kind,amount,note\n2026-02-01,payment,¥12,345.60\n")).toEqual([
    "2:amount row-unclear thousands",
  ]);
  // A number behind an amount may be a note of its own.
  expect(statement("date,kind,amount,note\n2026-02-01,payment,1000,250\n")).toEqual([TWO[0]]);
  expect(statement("date,kind,amount,note\n2026-02-01,payment,100,250\n")).toEqual(["2 2026-02-01 payment 100.00"]);
  expect(payments("date,amount,memo\n2026-02-01,1.00,000\n")).toEqual(["2026-02-01 1.00"]);
  expect(payments("date,amount,序号\n2026-02-01,30,120\n")).toEqual(["2026-02-01 30.00"]);
});
