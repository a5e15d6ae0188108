/** 中文：`plan` 的话。 */

import type { AgreementPlan, EqualInstalments } from "../../advice/agreement-plan.ts";
import type { AskPart } from "../../advice/relief-request.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/plan.ts";
import { inNumberedStretches } from "./instalments.ts";

export const columns: typeof English.columns = {
  every: "还款",
  amount: "金额",
  payments: "次数",
  total_paid: "共还",
  total_cost: "总代价",
  principal_first_fell: "本金开始减少",
  cleared_on: "还清日期",
  reason: "原因",
  months: "期数",
  waived_share: "减免比例",
  waives: "减免项目",
  monthly: "每月",
  last_month: "末月",
  within_budget: "预算之内",
  number: "期",
  due: "到期日",
  principal: "本金",
  charges: "保留的息费",
  interest: "利息",
  left: "剩余应还",
};

export const every: typeof English.every = { day: "每天", week: "每周", month: "每月" };

export const questions = "本金在减少吗？征信怎么样？协商过了吗？";
export const noPayments = "没有给出还款：没有钱冲本金。";

export const negotiation: typeof English.negotiation = (daysOverdue) => {
  const window = daysOverdue === 0 ? "这笔借款还没有逾期" : `已逾期 ${daysOverdue} 天，还没有协商方案`;
  return `${window}。向贷款方申请过分期、延期或减免吗？谈成的内容请要书面确认。`;
};

export const clearByTitle: typeof English.clearByTitle = (date) => `不晚于 ${date} 还清，每种还法的最小金额`;

export const clearBySmallest: typeof English.clearBySmallest = (every, amount, cost, on) =>
  `${every}还 ${formatMoney(amount)} 元，${on} 还清；除本金外共付 ${formatMoney(cost)} 元。少一分就来不及。`;

export const instead = "这些金额代替给出的定期还款；写明日期的还款照旧，另外计算。";
export const onTop = "写明日期的还款照旧，这些金额在它们之外。";
export const askedWithoutDated = "可以谈的方案没有把写明日期的还款算进去。";
export const alreadyClears: typeof English.alreadyClears = (on) => `写明日期的还款到 ${on} 就已还清，不需要再还。`;

export const impossible: typeof English.impossible = {
  "no-payment-day": "第一次还款已在期限之后",
  "limit-reached": "欠款在还清之前就超过了能精确计算的上限",
  "payments-not-taken": "条款不收未到期的还款（surplus none），而有一部分到期更晚",
};

export const noneOf: typeof English.noneOf = (cycles, reason) => `${cycles.join("、")}还行不通：${reason}。`;

export const recordIfCleared: typeof English.recordIfCleared = (on) =>
  `照这样还清的话，逾期记录在还清后满五年可删除，最迟自 ${on} 起。`;

export const noneClears: typeof English.noneClears = (date) => `怎么还都无法不晚于 ${date} 还清。`;

export const gridTitle: typeof English.gridTitle = (budget) =>
  `可以谈什么：停止计息后每月应还，按期数和减免息费比例（* 在预算 ${budget} 之内）`;
export const gridPenaltyTitle = "只减免罚息时";
export const gridMonths = "期数";
export const gridShare: typeof English.gridShare = (share) => `减免 ${shortPercent(share)}`;
export const within = "*";
export const yes = "是";
export const no = "否";
export const waives: typeof English.waives = { charges: "息费", penalty: "罚息" };

const askParts: { readonly [part in AskPart]: (waived: string, discount: string) => string } = {
  "part-of-penalty": (waived) => `减免部分罚息（${waived}，以 1% 为一档）`,
  "all-penalty": () => "减免全部罚息",
  "part-of-charges": (waived) => `减免部分息费（${waived}，以 1% 为一档）`,
  "all-charges": () => "减免全部息费",
  "more-months": () => "期数比通常更长",
  "part-of-principal": (_waived, discount) => `减免部分本金（${discount}，以 1% 为一档）`,
};

export const ask: typeof English.ask = (least, parts, share, discount) => {
  const asked = parts.map((part) => askParts[part](shortPercent(share), shortPercent(discount)));
  const last = least.lastMonth === least.monthly ? "" : `，末期 ${formatMoney(least.lastMonth)} 元`;
  return (
    `在预算之内、要求最小的方案：${["停止计收利息和罚息", ...asked].join("，")}。` +
    `分 ${least.months} 期，每期 ${formatMoney(least.monthly)} 元${last}，共 ${formatMoney(least.totalPaid)} 元。贷款方不一定同意；谈成请要书面确认。`
  );
};

export const nothingFits: typeof English.nothingFits = (monthly, months, discounted, discount) =>
  `这些方案都超出预算。停止计息、减免全部息费，分 ${months} 期每月需 ${formatMoney(monthly)} 元；再减免 ${shortPercent(discount)} 的本金，每月需 ${formatMoney(discounted)} 元。`;

export const budgetNote: typeof English.budgetNote = (budget) =>
  `按天的预算每月算 28 天，按周的算四周，这样每个月都够：每月 ${formatMoney(budget)} 元。`;

export const beyondCardRules: typeof English.beyondCardRules = (months) =>
  `信用卡欠款的个性化分期协议最长五年，即 60 期（商业银行信用卡业务监督管理办法第70条）：${months} 期超出了这个期限。`;

export const agreementHead: typeof English.agreementHead = (plan, groups, on) => {
  const { totalToPay, owed, waived } = plan;
  const total = fen(Object.values(owed).reduce((sum, amount) => sum + amount, 0));
  const given = fen(Object.values(waived).reduce((sum, amount) => sum + amount, 0));
  return `${whenOwed(plan)}共欠 ${formatMoney(total)} 元，其中减免 ${formatMoney(given)} 元。${instalments(groups)}；共还 ${formatMoney(totalToPay)} 元，${on} 还清（贷款方同意、每期按时还才成立）。`;
};

function whenOwed({ agreement, asOf, paidBefore }: AgreementPlan): string {
  if (agreement.date === asOf) return "";
  return `到 ${formatDay(agreement.date)}，${paidBefore === 0 ? "其间没有还款" : `其间还款 ${formatMoney(paidBefore)} 元`}，`;
}

function instalments(groups: readonly EqualInstalments[]): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (groups.length > 3) {
    const amounts = groups.map(({ amount }) => amount);
    return `分 ${count} 期，每期从 ${formatMoney(fen(Math.max(...amounts)))} 元到 ${formatMoney(fen(Math.min(...amounts)))} 元不等`;
  }
  return count === 1 ? "一次还清" : `分 ${count} 期：${inNumberedStretches(groups)}`;
}

export const saved: typeof English.saved = ({ on, asNow, nothing, savedAgainstNow, savedAgainstNothing }) => {
  const difference = (amount: Fen): string =>
    amount < 0 ? `多付 ${formatMoney(fen(-amount))} 元` : `少付 ${formatMoney(amount)} 元`;
  return (
    `到 ${formatDay(on)}，照现在这样还，已还 ${formatMoney(asNow.paid)} 元，仍欠 ${formatMoney(asNow.owed)} 元；协商方案${difference(savedAgainstNow)}。` +
    `什么都不做，则欠 ${formatMoney(nothing.owed)} 元；协商方案${difference(savedAgainstNothing)}。`
  );
};

export const brokenIf: typeof English.brokenIf = ({ broken }, onBreak) => {
  const waivers = onBreak === null ? "" : onBreak === "restore" ? "减免收回，" : "减免仍然有效，";
  return `如果第 ${broken.missed} 期没有还，${formatDay(broken.brokenOn)} 之后方案失效：${waivers}恢复原条款和原到期日，次日欠款 ${formatMoney(broken.owed)} 元，逾期天数 ${broken.daysOverdue} 天。`;
};

export const nothingToPay: typeof English.nothingToPay = (on) =>
  `按这个方案不需要再还：贷款方同意的话，${on} 即已结清。`;

export const recordIfKept: typeof English.recordIfKept = (on) =>
  `如果履行到底，逾期记录自 ${on} 起可删除（还清后满五年）。`;

export const recordWhileKept =
  "方案履行期间，逾期天数从新的到期日算起。这段时间如何上报征信由双方约定：请要求书面说明。";
