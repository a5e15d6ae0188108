/** 中文：`plan` 的话。 */

import type { AgreementPlan } from "../../advice/agreement-plan.ts";
import type { ReliefPart } from "../../advice/relief-request.ts";
import type { Naming } from "../../loan/component-names.ts";
import { totalOf } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, percentOf, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/plan.ts";
import { inNumberedStretches, sure } from "./phrases.ts";
import { each } from "./simulate.ts";
import { componentNames } from "./terms.ts";

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

export const every: typeof English.every = each;

export const hardshipTitle = "还钱、签字之前";

export const asNowTitle = "如果照现在这样下去";
export const hardship: typeof English.hardship = {
  "limitation-run-out": () =>
    "先咨询律师或法律援助：诉讼时效可能已经届满，这时同意还款或者申请分期，就不能再以时效抗辩（民法典第192条）。",
  "living-first": () => "吃饭、房租、看病的钱先留出来，剩下的再拿来还款。",
  "hardship-channel": (contact) =>
    `还不起的，直接找贷款方的客服申请协商（分期、延期、减免），不需要花钱：${contact === null ? "通过它的 App，或合同上写明的客服" : `${contact.zh}${sure[contact.sure]}`}。谈成的内容要书面确认。`,
  "private-channel": () => "还不起的，直接找出借人协商（分期、延期、减免），不需要花钱。谈成的内容写成书面，双方签字。",
  regulators: () => "没有答复的：金融监管投诉 12378，征信问题 12363（未核实，请核对）。",
  "window-before-due": () => "要申请就在到期之前：展期应在还款期限届满之前申请（民法典第678条）。",
  "window-passed": () =>
    "展期应在还款期限届满之前申请（民法典第678条）；逾期之后仍可以申请分期，但贷款方可能宣布全部提前到期、要求担保人还、转让债权或起诉，之后就由别人来决定。",
};

export const clearByTitle: typeof English.clearByTitle = (date) => `不晚于 ${date} 还清，每种还法的最小金额`;

export const impossible: typeof English.impossible = {
  "no-payment-day": "第一次还款已在期限之后",
  "limit-reached": "欠款在还清之前就超过了能精确计算的上限",
  "charged-later": "期限前最后一次还款之后还有写明日期的费用",
  "payments-not-taken": "按条款不能提前还款（surplus none），而有一部分在期限之后才到期",
};

export const nextLetter = "下一步：写出申请信：";
export const gridTitle: typeof English.gridTitle = (budget, bearsCharges) =>
  `可以谈什么：${bearsCharges ? "停止计息后" : ""}每月应还，按期数和减免息费比例（* 在预算 ${budget} 元之内）`;
const penaltyOf = (naming: Naming): string => componentNames[naming].penalty;
export const gridPenaltyTitle: typeof English.gridPenaltyTitle = (naming) => `只减免${penaltyOf(naming)}时`;
export const gridShare: typeof English.gridShare = (share) => `减免 ${shortPercent(share)}`;
export const within = "*";
export const yes = "是";
export const no = "否";
export const waives: typeof English.waives = (naming) => ({ charges: "息费", penalty: penaltyOf(naming) });

const reliefParts: Readonly<Record<ReliefPart, (share: string, penalty: string) => string>> = {
  "part-of-penalty": (share, penalty) => `减免部分${penalty}（${share}，以 1% 为一档）`,
  "all-penalty": (_, penalty) => `减免全部${penalty}`,
  "part-of-charges": (share) => `减免部分息费（${share}，以 1% 为一档）`,
  "all-charges": () => "减免全部息费",
  "more-months": () => "期数比通常更长",
  "part-of-principal": (share) => `减免部分本金（${share}，以 1% 为一档）`,
};

export const planFindings: typeof English.planFindings = {
  "clear-by-smallest": ({ every: cycle, amount, totalCost, clearedOn }) =>
    `${every[cycle]}还 ${formatMoney(amount)} 元，${formatDay(clearedOn)} 还清；${totalCost < 0 ? `比本金少付 ${formatMoney(fen(-totalCost))}` : `除本金外共付 ${formatMoney(totalCost)}`} 元。少一分就来不及。`,
  "clear-by-without-payments": ({ clearedOn }) =>
    `照写明日期的还款和减免，欠款到 ${formatDay(clearedOn)} 就已结清，不需要再还。`,
  "clear-by-none": ({ by }) => `怎么还都无法不晚于 ${formatDay(by)} 还清。`,
  "clear-by-impossible": ({ cycles, reason }) =>
    `${cycles.map((cycle) => every[cycle]).join("、")}还行不通：${impossible[reason]}。`,
  "record-if-cleared": ({ deletableOn }) =>
    `照这样还清的话，逾期记录自逾期结束之日起保存五年，最迟 ${formatDay(deletableOn)} 之后自动删除。`,
  "amounts-replace-streams": () => "这些金额代替给出的定期还款；写明日期的还款照旧，另外计算。",
  "amounts-beside-payments": () => "写明日期的还款照旧，这些金额在它们之外。",
  "relief-request": ({ request, parts, bearsCharges, naming }) => {
    const penalty = penaltyOf(naming);
    const asked = parts.map(({ part, share }) => reliefParts[part](share === null ? "" : percentOf(share), penalty));
    const stopped = naming === "card" ? "停止计收利息" : `停止计收利息和${penalty}`;
    const last = request.lastMonth === request.monthly ? "" : `，末期 ${formatMoney(request.lastMonth)} 元`;
    const instalments =
      request.months === 1
        ? `一个月后一次还 ${formatMoney(request.totalPaid)} 元`
        : `分 ${request.months} 期，每期 ${formatMoney(request.monthly)} 元${last}，共 ${formatMoney(request.totalPaid)} 元`;
    return (
      `在预算之内、要求最小的方案：${[bearsCharges ? stopped : "同意分期还", ...asked].join("，")}。` +
      `${instalments}。贷款方不一定同意；谈成请要书面确认。`
    );
  },
  "relief-none-fits": ({ longest, discounted, bearsCharges }) =>
    `这些方案都超出预算。${bearsCharges ? "停止计息、" : ""}减免全部息费，分 ${longest.months} 期每月需 ${formatMoney(longest.monthly)} 元；再减免 ${percentOf(discounted.discount)} 的本金，每月需 ${formatMoney(discounted.monthly)} 元。`,
  "relief-waived-anyway": ({ after }) =>
    `${formatDay(after)} 之后写明日期的减免，会把协商分期全部减掉：没有需要申请的。每月金额没有把这些减免算进去。`,
  "budget-paid": ({ amount, every: cycle }) => `按预算，${every[cycle]}还 ${formatMoney(amount)} 元：`,
  "budget-counted": ({ monthly }) =>
    `按天的预算每月算 28 天，按周的算四周，这样每个月都够：每月 ${formatMoney(monthly)} 元。`,
  "beyond-card-rules": ({ months }) =>
    `信用卡欠款的个性化分期协议最长五年，即 60 个月（商业银行信用卡业务监督管理办法第70条）：${months} 个月超出了这个期限。`,
  "nothing-to-waive": ({ of, naming }) =>
    `按这些条款不欠${[...new Set(of.map((component) => componentNames[naming][component]))].join("、")}，没有可减免的；实际欠的请写明金额（${of.map((component) => `--owed-${component}`).join("、")}）。`,
  "budget-replaces-streams": () => "预算代替给出的定期还款。",
  "request-without-dated-payments": () => "写明日期的还款在预算之外照旧；可以谈的方案没有把它们算进去。",
  "request-without-dated-charges": ({ after }) =>
    `${formatDay(after)} 之后按日期收取和减免的款项没有算进可以谈的方案；申请信和还款计划会算上。`,
  "agreement-schedule": ({ plan, owed, groups, between: [least, most] }) => {
    const { totalToPay, clearedOn, waived, schedule, unearned } = plan;
    const given = totalOf(waived);
    const ahead = unearned === 0 ? "" : `（不计尚未到期的利息 ${formatMoney(unearned)} 元）`;
    const waiver = given === 0 ? "" : `${owed === null ? "" : "其中"}减免 ${formatMoney(given)} 元`;
    const isOwed = owed === null ? "" : `${whenOwed(plan)}共欠 ${formatMoney(owed)} 元${ahead}`;
    const parts = [isOwed, waiver].filter((part) => part !== "");
    const before = parts.length === 0 ? "" : `${parts.join("，")}。`;
    const first = plan.down === 0 ? "" : `先还 ${formatMoney(plan.down)} 元，再`;
    const amounts =
      groups === null ? `每期 ${formatMoney(least)} 元至 ${formatMoney(most)} 元不等` : inNumberedStretches(groups);
    const instalments =
      schedule.length === 1 ? "一次还清" : `分 ${schedule.length} 期${groups === null ? "，" : "："}${amounts}`;
    return `${before}${first}${instalments}；共还 ${formatMoney(totalToPay)} 元，${formatDay(clearedOn)} 还清（贷款方同意、每期按时还才成立）。`;
  },
  "agreement-down": ({ on, amount }) => `其中先还的 ${formatMoney(amount)} 元在 ${formatDay(on)} 支付，其余分期。`,
  "agreement-costs": ({ amount, yearly, isFee }) =>
    `其中 ${formatMoney(amount)} 元是方案本身的${isFee ? "利息和手续费" : "利息"}${yearly === null ? "" : `，相当于年化 ${shortPercent(yearly)}`}。`,
  "agreement-saves": ({ outcome: { on, asNow, nothing, savedAgainstNow, savedAgainstNothing } }) => {
    const against = (amount: Fen): string =>
      amount === 0
        ? "付得一样多"
        : amount < 0
          ? `多付 ${formatMoney(fen(-amount))} 元`
          : `少付 ${formatMoney(amount)} 元`;
    const now =
      asNow.paid === 0
        ? ""
        : `到 ${formatDay(on)}，照现在这样还，${asNow.unapplied === 0 ? "已还" : "还的钱里用去"} ${formatMoney(asNow.paid)} 元，仍欠 ${formatMoney(asNow.owed)} 元；协商方案${against(savedAgainstNow)}。`;
    return `${now}到 ${formatDay(on)}，什么都不做，则欠 ${formatMoney(nothing.owed)} 元；协商方案${against(savedAgainstNothing)}。`;
  },
  "agreement-if-missed": ({ broken, waivers }) => {
    const then = waivers === null ? "" : waivers === "restore" ? "减免收回，" : "减免仍然有效，";
    const owed =
      broken.owed === 0
        ? "按原条款已经不欠款"
        : `次日欠款 ${formatMoney(broken.owed)} 元，逾期天数 ${broken.daysOverdue} 天`;
    return `如果第 ${broken.missed} 期没有还，${formatDay(broken.brokenOn)} 之后方案失效：${then}恢复原条款和原到期日，${owed}。`;
  },
  "agreement-beside-dated": ({ begins }) =>
    `${formatDay(begins)} 方案生效之后按日期收取或减免的款项，已经算在这些分期里。`,
  "agreement-beside-payments": ({ begins }) =>
    `给出的还款中 ${formatDay(begins)} 起的部分没有算在这些分期里；simulate --strategy 把它另外算上。`,
  "agreement-asks-nothing": ({ on }) => `按这个方案不需要再还：贷款方同意的话，${formatDay(on)} 即已结清。`,
  "agreement-after-clear": ({ begins }) =>
    `到方案开始的 ${formatDay(begins)}，照所写的还款已经不欠款：没有什么需要协商。`,
  "agreement-paid-at-once": ({ on, amount, clearedOn }) =>
    `${formatDay(on)} 要一次还 ${formatMoney(amount)} 元，这就是全部，没有剩下的可以分期；贷款方同意的话，${clearedOn === on ? "当天" : ` ${formatDay(clearedOn)} `}即已结清。`,
  "record-while-kept": () =>
    "方案履行期间，逾期天数从新的到期日算起。这段时间如何向征信系统报送由双方约定：请要求书面说明。",
  "record-if-kept": ({ deletableOn, deletableIfReportedOn }) =>
    `如果履行到底，逾期记录 ${formatDay(deletableIfReportedOn)} 之后自动删除，不用申请、不收费（以贷款方按协商结束逾期报送为准；否则自方案履行完毕起算，到 ${formatDay(deletableOn)}）。`,
};

function whenOwed({ agreement, asOf, paidBefore }: AgreementPlan): string {
  if (agreement.date === asOf) return "";
  return `到 ${formatDay(agreement.date)}，${paidBefore === 0 ? "其间没有还款" : `其间还款 ${formatMoney(paidBefore)} 元`}，`;
}
