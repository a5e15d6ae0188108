/** 中文：`plan --debts` 的话。 */

import type { DebtOrder } from "../../advice/debts/orders.ts";
import type { SmallestBudget } from "../../advice/debts/smallest-budget.ts";
import type { ReliefPart } from "../../advice/relief-request.ts";
import type { PlanCycle } from "../../loan/budget.ts";
import { formatDay, formatMonth } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, percentOf } from "../../output/figures.ts";
import type * as English from "../en/debts.ts";
import { MOST_NAMED } from "../finding-words.ts";
import { orderWithinDebt } from "./phrases.ts";
import { each } from "./simulate.ts";

export const columns: typeof English.columns = {
  month: "月份",
  month_end: "截至",
  name: "债务",
  debt_paid: "共还",
  to_principal: "还本金",
  owed: "欠款",
  paid: "共还",
  left: "剩余欠款",
  cleared_on: "还清日期",
  total_cost: "总代价",
  months_overdue: "逾期月数",
  order: "顺序",
  first_cleared: "第一笔还清",
  same_share: "按比例",
  asked: "要谈的",
};

export const orders: typeof English.orders = {
  avalanche: "最贵的先还",
  snowball: "最小的先还",
  overdue: "逾期最久的先还",
  listed: "按文件顺序",
  cheapest: "找到的最省顺序",
  "pro-rata": "按欠款比例分",
};

export const ordersTitle = "各种顺序对比";
export const debtsTitle = "每一笔债";
export const monthsTitle = "每个月还给谁多少";
export const never = "还不清";
export const together = "合计";
export const interestStopped = "停息";
export const incomeFirst: typeof English.incomeFirst = (income, living, budget) =>
  `吃饭、房租、看病在先：收入 ${income} 元，留出生活费 ${living} 元，预算是 ${budget} 元。`;
export const cutOff: typeof English.cutOff = (months) => `表中是前 ${months} 个月。`;

/** 几笔就都写出来；很多时写前几笔，再写还有几笔。 */
const named = (items: readonly string[], separator = "、", unit = "笔"): string =>
  items.length <= MOST_NAMED
    ? items.join(separator)
    : `${items.slice(0, MOST_NAMED - 1).join(separator)}等 ${items.length} ${unit}`;
const amountsOf = (shares: readonly { readonly name: string; readonly amount: Fen }[]): string =>
  shares.length <= MOST_NAMED
    ? `：${named(shares.map(({ name, amount }) => `${name} ${formatMoney(amount)} 元`))}`
    : "的金额见各笔债的表";

const budgets = ({ within }: SmallestBudget, every: PlanCycle): string => {
  const said = Object.entries(within).flatMap(([months, amount]) =>
    amount === null ? [] : [`${months} 个月还清，${each[every]}要还 ${formatMoney(amount)} 元`],
  );
  return said.length === 0 ? `没有预算能在 ${Object.keys(within).at(-1)} 个月内还清。` : `${said.join("；")}。`;
};

const parts: Readonly<Record<ReliefPart, string>> = {
  "part-of-penalty": "减免一部分逾期利息",
  "all-penalty": "减免全部逾期利息",
  "part-of-charges": "减免一部分息费",
  "all-charges": "减免全部息费",
  "more-months": "期数比通常更长",
  "part-of-principal": "减免一部分本金",
};

export const assumedOf: typeof English.assumedOf = (names, note) => `${named(names)}：${note}`;

const inOrder = (order: DebtOrder | null): string => (order === null ? "" : `按“${orders[order]}”，`);

export const findings: typeof English.findings = {
  "debts-limitation-run-out": ({ names }) =>
    `${named(names)}：先咨询律师或法律援助。诉讼时效可能已经届满，这时向贷款方同意还款或者申请分期，就不能再以时效抗辩（民法典第192条）。`,
  "debts-received-less": ({ names }) =>
    `${named(names)}：实际到手的少于合同写明的借款。利息预先扣除的，本金按实际出借数额计算（民法典第670条）；这里的欠款仍按合同写明的数额计算，可能偏多。`,
  "debts-grow": ({ from, to, before, after, isUnearnedLeftOut, isClearedLater, areSomeLeftOut }) =>
    `这个预算${isClearedLater ? "起初" : ""}挡不住欠款增加：${areSomeLeftOut ? "要还的几笔债，" : ""}${formatDay(from)} 欠 ${formatMoney(before)} 元，${formatDay(to)} 欠 ${formatMoney(after)} 元${isUnearnedLeftOut ? "（不计尚未到期的利息）" : ""}。`,
  "debts-smallest-budgets": ({ rule, fixed, every, smallest, areSomeLeftOut, isOfChange, areMonthsKept }) => {
    const { notGrowing } = smallest;
    const ruled = rule === null ? "" : `“${orders[rule]}”`;
    const beside = ruled === "" ? `“${named(fixed)}”` : `“${fixed.join("、")}”，或者${ruled}更少时按后者`;
    const under = fixed.length === 0 ? ruled : `顺序${beside}`;
    const stop =
      notGrowing === null || notGrowing === 0
        ? ""
        : `要使${areSomeLeftOut ? "要还的几笔债" : ""}一年后的欠款不比现在多，${each[every]}至少还 ${formatMoney(notGrowing)} 元。`;
    const same = isOfChange ? "这样的预算从第一次还款起一直不变。" : "";
    const kept = areMonthsKept ? "有自己金额的月份仍按自己的金额。" : "";
    return `${under === "" ? "" : `按${under}：`}${stop}${budgets(smallest, every)}${same}${kept}`;
  },
  "debts-cleared": ({ order, clearedOn, paid, totalCost, areSomeLeftOut }) =>
    `${inOrder(order)}${formatDay(clearedOn)} ${areSomeLeftOut ? "除按要求不还的以外" : ""}全部还清：共还 ${formatMoney(paid)} 元，${totalCost < 0 ? `比本金少 ${formatMoney(fen(-totalCost))} 元` : `其中 ${formatMoney(totalCost)} 元是本金以外的`}。`,
  "debts-never-cleared": ({ order, names, beyondLimit }) => {
    const passed = beyondLimit.map(({ name, on }) => `${name} ${formatDay(on)}`);
    const known = passed.length === 0 ? "" : `超出可计算的金额：${named(passed)}；这些债的共还只算到那一天。`;
    return `${inOrder(order)}这个预算一百年内还不清：${named(names)}；共还和逾期月数算到 100 年为止。${known}`;
  },
  "debts-sequence": ({ cleared, halfBy }) => {
    const said = cleared.map(({ name, on }) => `${name} ${formatDay(on)}`);
    return said.length <= MOST_NAMED
      ? `依次还清：${said.join("、")}。腾出来的钱当天就用于下一笔。`
      : `还清的 ${said.length} 笔中，最早的是 ${said[0]}，到 ${formatDay(halfBy)} 还清一半，最后是 ${said.at(-1)}。腾出来的钱当天就用于下一笔。`;
  },
  "debts-unserved": ({ unserved }) =>
    `预算还不上必须还的：${named(
      unserved.map(({ name, on, missing }) => `${name} ${formatDay(on)} 第一次缺 ${formatMoney(missing)} 元`),
      "；",
    )}。没有还的会逾期、产生息费，这里已经算进去。`,
  "debts-left-out": ({ left }) =>
    `按要求不还的：${named(
      left.map(({ name, on, owed }) => `${name}，到 ${formatDay(on)} 欠 ${formatMoney(owed)} 元`),
      "；",
    )}。`,
  "debts-given-first": ({ names }) => `写了优先级数字的先还，不论按哪种顺序，数字小的在前：${named(names)}。`,
  "debts-cheapest": ({ names, isProven, areSomeGiven }) =>
    isProven
      ? `最省的顺序是：${names.join("、")}（${areSomeGiven ? "优先级数字允许的" : "所有"}顺序都试过）。`
      : `找到的最省的顺序是：${named(names)}；债太多，不能每种顺序都试：取几种规则中最省的，再把相邻两笔对调，更省就留下。`,
  "debts-pro-rata": ({ every, amount, shares }) =>
    `如果向所有贷款方同时提出：不另还最低还款和各期，全部预算按同样的比例分，${each[every]} ${formatMoney(amount)} 元，各还${amountsOf(shares)}。`,
  "debts-ask-stopped": ({ names, clearedOn }) =>
    `最少要谈的：${named(names)} 停止计收息费。这样，按这个预算到 ${formatDay(clearedOn)} 能全部还清。贷款方不一定同意；可以去谈，谈成的要书面确认。`,
  "debts-ask-all": ({ request, parts: asked, monthly, short }) => {
    const months = short.map(({ on, amount }) => `${formatMonth(on)}（${formatMoney(amount)} 元）`);
    const less =
      short.length === 0 ? "" : `${named(months, "、", "个月")}的钱不够：缺的要谈放到最后还，或者提前留出来。`;
    const said = asked.map(({ part, share }) =>
      share === null ? parts[part] : `${parts[part]}（${percentOf(share)}）`,
    );
    return `最少要向所有贷款方谈的：${["停止计收息费", ...said].join("，")}；${request.months} 个月，每月各还${amountsOf(monthly)}。${less}贷款方不一定同意；可以去谈，谈成的要书面确认。`;
  },
  "debts-record": ({ withoutRecord }) => {
    const which = withoutRecord.length === 0 ? "每一笔" : "报送征信的每一笔";
    const others = withoutRecord.length === 0 ? "" : `不报送征信的：${named(withoutRecord)}。`;
    return `征信：${which}各算各的，到那一笔不再逾期为止；它的逾期记录从那时起保存五年，之后自动删除。只还一部分（信用卡：还不够最低还款额），那一笔的逾期天数照样累计。${others}`;
  },
  "debts-streams-replaced": ({ names }) => `预算代替给出的定期还款：${named(names)}。`,
  "debts-dated-payments": ({ names }) => `给出的按日期的还款在预算之外另还：${named(names)}。`,
  "debts-named-if-agreed": ({ names, areChinese }) =>
    `指明用来还某一科目的钱，届时的条款如此规定或者贷款方同意，才先还它（${named(names)}）：${orderWithinDebt(areChinese)}。`,
  "debts-ask-nothing-fits": () => "通常能谈的条件，没有一种放得进这个预算。",
  "debts-ask-without-dated": ({ names, after }) =>
    `${named(names)}在 ${formatDay(after)} 之后按日期收取和减免的款项没有算进可以谈的方案。`,
};
