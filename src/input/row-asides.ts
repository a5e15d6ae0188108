/** What a row tells beside its own columns: whether it was done, to whom it was paid, which way the money went. */

import { fen, formatFen } from "../loan/money.ts";
import { isNothing, saysNothing } from "./money-columns.ts";
import { plain, wordsOf } from "./plain-text.ts";
import type { Issue, ProblemCollector } from "./problem.ts";
import { FAILED, isNoPayment } from "./records/statement.ts";
import { type Column, type Columns, type Header, isOfMoney } from "./table-header.ts";
import { readAmountOrZero } from "./values/amount.ts";

const DONE = wordsOf(
  "成功 已成功 还款成功 扣款成功 支付成功 交易成功 代扣成功 代付成功 交易完成 已完成 完成 已入账 已记账 已还 已还款 已还清 已结清 结清 已转账 已支付 已支出 对方已收钱 朋友已收钱 success successful succeeded completed complete paid posted settled cleared",
);

const UNPAID = wordsOf(
  "未还 未还款 未还清 未结清 待还 待还款 未到期 当期 本期 逾期 已逾期 逾期中 逾期未还 宽限期 宽限期内 due overdue unpaid pending upcoming scheduled current open outstanding",
);

const PAID = wordsOf(
  "已还 已还款 已还清 已结清 结清 提前结清 正常结清 逾期还清 逾期已还 已完成 还款成功 paid settled cleared completed closed",
);

/** What an app calls money that went to a lender of its own house, or from one account of its user to another. */
const NEITHER_IN_NOR_OUT = wordsOf("不计收支 中性交易 其他 /");

/** What a text of a line says that is no payment, or one that was taken back. */
const NOT_PAID =
  /放款|发放|[借贷]款到账|^[借贷]款$|提款|支用|退款|退回|退汇|提现|取现|冲正|撤销|消费(?!金融|信贷|贷)|refund|reversal|disburse|drawdown|chargeback/i;

/** What names something charged, where the text does not say beside it that it was paid. */
const CHARGED =
  /违约金|滞纳金|手续费|服务费|费用|罚息|利息|复利|\b(?:fees?|charges?|interest|penalty|purchase|withdrawal)\b/i;
const PAID_BESIDE = /还|付|扣|payment|paid|repay/i;

const YUAN = wordsOf("cny rmb 人民币 人民币元 元 ¥");

/** Columns of amounts, by their names. */
const AMOUNTS = /^(?:amount|principal|interest|penalty|compound|fee|(?:to|owed|claimed)_\w+)$/;

/**
 * What stands before and behind the comma of thousands. No amount of its own begins with a zero and two more digits, and a
 * number of three may be a note, but none with two decimals.
 */
const UP_TO_THREE_DIGITS = /^¥?[1-9]\d{0,2}$/;
const THREE_DIGITS = /^\d{3}(?:\.\d{1,2})?$/;
const LEADING_ZERO = /^0\d{2}(?:\.\d{1,2})?$/;
const NO_NOTE = /^(?:0\d{2}|\d{3}\.\d{2})$/;

/** What the asides of a table say of its rows, one after the other. */
export class RowAsides {
  readonly #columns: readonly (Column & { readonly at: number })[];
  /** Columns of amounts before another one, with what in that may be the end of the amount. */
  readonly #amounts: readonly { readonly at: number; readonly shown: string; readonly behind: RegExp }[];
  readonly #table: Columns;
  readonly #problems: ProblemCollector;
  /** Of a column that has to name one and the same in all rows, that of the first. */
  readonly #first = new Map<string, string>();

  /** No kind and no direction, but its texts alone can say that a row is no payment. */
  readonly #areTakenAsPayments: boolean;

  constructor({ columns, areTakenAsPayments }: Header, table: Columns, problems: ProblemCollector) {
    const hasDirection = columns.some(({ aside }) => aside === "direction");
    this.#areTakenAsPayments = !hasDirection && (areTakenAsPayments || !table.names.includes("kind"));
    this.#columns = columns.map((column, at) => ({ ...column, at })).filter(({ aside }) => aside !== null);
    this.#amounts = columns.flatMap((column, at) => {
      const next = columns[at + 1];
      if (next === undefined || !isOfAmounts(column)) return [];
      return [{ at, shown: column.shown, behind: behindComma(next) }];
    });
    this.#table = table;
    this.#problems = problems;
  }

  /** Notes what is against counting the row as it stands. */
  check(
    cells: readonly string[],
    where: string,
    named: (name: string) => string,
    placeOf: (name: string) => string,
  ): void {
    this.#noteThousands(cells, where);
    const note = named("note");
    if (this.#saysOther(note)) this.#problems.add(placeOf("note"), { code: "row-unclear", why: "text", text: note });
    for (const { at, aside, shown } of this.#columns) {
      const text = (cells[at] ?? "").trim();
      const issue = this.#issueOf(aside, text, cells, named);
      if (issue !== null) this.#problems.add(shown === "" ? where : `${where}:${shown}`, issue);
    }
  }

  #issueOf(
    aside: Column["aside"],
    text: string,
    cells: readonly string[],
    named: (name: string) => string,
  ): Issue | null {
    if (saysNothing(text) && aside !== "direction") return null;
    const word = plain(text).toLowerCase();
    switch (aside) {
      case "unnamed":
        return { code: "row-unclear", why: "unnamed", text };
      case "status":
        if (this.#table.rows === "entries")
          return DONE.has(word) ? null : { code: "row-unclear", why: "not-done", text };
        if (UNPAID.has(word)) return null;
        return { code: "row-unclear", why: PAID.has(word) ? "paid" : "status", text };
      case "text":
        return this.#saysOther(text) ? { code: "row-unclear", why: "text", text } : null;
      case "payee":
      case "currency":
        return this.#isAnother(aside, YUAN.has(word) ? "cny" : word) ? { code: "row-unclear", why: aside, text } : null;
      case "given-back":
      case "paid-part":
        return isNothing(text) ? null : { code: "row-unclear", why: aside, text };
      case "direction":
        return this.#wayIssue(word, text, cells);
      case "total-due":
        return totalIssue(text, named);
      default:
        return null;
    }
  }

  /** Of a row that is taken as a payment: that it is something else. */
  #saysOther(text: string): boolean {
    if (this.#table.rows !== "entries" || !this.#areTakenAsPayments || text === "") return false;
    const isCharged = CHARGED.test(text) && !PAID_BESIDE.test(text);
    return isCharged || NOT_PAID.test(text) || FAILED.test(text) || isNoPayment(text);
  }

  /** An amount whose comma was taken for one between cells: `1,000` of which nothing but 1 is in its column. */
  #noteThousands(cells: readonly string[], where: string): void {
    for (const { at, shown, behind } of this.#amounts) {
      const next = (cells[at + 1] ?? "").trim();
      if (!behind.test(next)) continue;
      const text = (cells[at] ?? "").trim();
      if (!UP_TO_THREE_DIGITS.test(plain(text))) continue;
      this.#problems.add(`${where}:${shown}`, { code: "row-unclear", why: "thousands", text: `${text},${next}` });
    }
  }

  #isAnother(of: string, word: string): boolean {
    const first = this.#first.get(of) ?? word;
    this.#first.set(of, first);
    return first !== word;
  }

  #wayIssue(word: string, text: string, cells: readonly string[]): Issue | null {
    if (word === "支出") return null;
    const texts = this.#columns.filter(({ aside }) => aside === "text" || aside === "status");
    const beside = texts.map(({ at }) => cells[at] ?? "").join(" ");
    const isRepayment = NEITHER_IN_NOR_OUT.has(word) && /还款/.test(beside) && !/放款|退款|退回|提现/.test(beside);
    return isRepayment ? null : { code: "row-unclear", why: "not-paid", text };
  }
}

function behindComma({ name, aside }: Column): RegExp {
  if (name === "note") return NO_NOTE;
  return aside === "text" ? THREE_DIGITS : LEADING_ZERO;
}

function isOfAmounts(column: Column): boolean {
  return isOfMoney(column) || (column.name !== null && AMOUNTS.test(column.name));
}

/** What is agreed of an instalment, and then what comes of being late, which a sum such as 月供 need not have in it. */
const PARTS = ["principal", "interest", "fee", "penalty", "compound"] as const;
const AGREED_PARTS = 3;

/** The sum of an instalment has to be that of its parts; a part that is left out is in it or not. */
function totalIssue(text: string, named: (name: string) => string): Issue | null {
  const total = readAmountOrZero(text);
  const parts = PARTS.map((name) => readAmountOrZero(named(name) === "" ? "0" : named(name)));
  if (!total.ok) return total.issues[0] ?? null;
  if (parts.some((part) => !part.ok)) return null;
  const sumOf = (some: typeof parts): number => some.reduce((before, part) => before + (part.ok ? part.value : 0), 0);
  const sum = sumOf(parts);
  if (sum === total.value || sumOf(parts.slice(0, AGREED_PARTS)) === total.value) return null;
  return { code: "parts-differ", of: "instalment", total: formatFen(fen(sum)), amount: formatFen(total.value) };
}
