/** 中文：`compare` 的话。 */

import { fen } from "../../loan/money.ts";
import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/compare.ts";

export const columns: typeof English.columns = {
  strategy: "还法",
  paid: "已还",
  to_charges: "冲息费",
  to_principal: "冲本金",
  principal_share: "冲本比例",
  principal_left: "剩余本金",
  total_owed: "欠款合计",
  days_overdue: "逾期天数",
  status_code: "还款状态",
  cleared_on: "还清日期",
  total_cost: "总代价",
  yearly_cost: "年化代价",
  paid_difference: "已还之差",
  principal_left_difference: "剩余本金之差",
  total_owed_difference: "欠款之差",
  total_cost_difference: "总代价之差",
};

export const defaults: typeof English.defaults = {
  none: "不还",
  "as-given": "照现在这样还",
  monthly: "同样的钱按月还",
  "saved-up": "攒起来一次还",
  "interest-stopped": "分期、停止计息",
  "penalty-waived": "分期、减免罚息",
  refinancing: "借新还旧",
};

export const proposalMark = "*";
export const never = "还不清";

export const horizon: typeof English.horizon = (days, until, owed) =>
  `现在共欠 ${formatMoney(owed)} 元。各种还法都算 ${days} 天，到 ${until}；“还清日期”和“总代价”按一直这样下去计算。`;

export const horizonUntilCleared: typeof English.horizonUntilCleared = (neverDays, owed) =>
  `现在共欠 ${formatMoney(owed)} 元。各种还法都算到还清为止，还不清的算 ${neverDays} 天：各行的时间长短不同。`;

export const mostToPrincipal: typeof English.mostToPrincipal = (name, { toPrincipal, paid }) =>
  `冲本金最多：${name}，共还 ${formatMoney(paid)} 元，其中 ${formatMoney(toPrincipal)} 元冲本金。`;

export const nothingToPrincipal = "这段时间里，没有一种还法能冲到这笔债的本金。";
export const onlyNewLoanToPrincipal = "这段时间里，只有借新还旧冲了本金：冲的是新债自己的本金，旧的息费也算在里面。";
export const newLoanLeftOut = "借新还旧不在此列：它还的是新债自己的本金，旧的息费也算在里面。";

export const cheapest: typeof English.cheapest = (name, cost) =>
  `还清代价最小：${name}，${cost < 0 ? `比本金少付 ${formatMoney(fen(-cost))} 元` : `除本金外共付 ${formatMoney(cost)} 元`}。`;

export const clearFirst: typeof English.clearFirst = (name, on, paid) =>
  `最早还清：${name}，${on}；在比较的这段时间里要还 ${formatMoney(paid)} 元。`;

export const neverCleared: typeof English.neverCleared = (names) => `一直这样下去永远还不清：${names.join("；")}。`;
export const notClearedByOnce: typeof English.notClearedByOnce = (names, isSingle) =>
  `${isSingle ? "只还这一笔" : "只还这几笔"}还不清：${names.join("；")}。`;

export const noneCleared = "这些还法都还不清。";

export const agreementTerms: typeof English.agreementTerms = (name, { agreement, schedule, waived, owed }, first) => {
  const parts = (Object.keys(COMPONENTS) as (keyof typeof COMPONENTS)[])
    .filter((component) => waived[component] > 0)
    .map((component) => {
      const whole = waived[component] === owed[component] ? "全部" : "部分";
      return `${whole}${COMPONENTS[component]} ${formatMoney(waived[component])} 元`;
    });
  const given = parts.length === 0 ? "不减免" : `减免${parts.join("、")}`;
  const interest = agreement.rate.numerator === 0n ? "不再计息；" : "";
  return `${name}：分 ${schedule.length} 期，第一期 ${formatMoney(first)} 元；${interest}${given}。`;
};

const COMPONENTS = { fee: "费用", penalty: "罚息", compound: "复利", interest: "利息", principal: "本金" } as const;

export const newLoanTerms: typeof English.newLoanTerms = (name, loan, assumed, { totalCost, summary }) => {
  const fee =
    loan.borrowed === loan.clears ? "没有手续费" : `手续费 ${formatMoney(fen(loan.borrowed - loan.clears))} 元`;
  const cost = totalCost === null ? "永远还不清" : `到还清时，除今天的本金外共付 ${formatMoney(totalCost)} 元`;
  return (
    `${name}：新借 ${formatMoney(loan.borrowed)} 元（${fee}），顶替旧债 ${formatMoney(loan.clears)} 元；分 ${loan.months} 个月，每月约 ${formatMoney(loan.firstInstalment)} 元。` +
    `按时还的话，新债自身的成本是 ${formatMoney(loan.ownCost)} 元；${cost}；期末仍欠 ${formatMoney(summary.closingTotal)} 元。` +
    `新债漏还一期又成逾期。以贷养贷不会让债变少。${ASSUMED[assumed]}`
  );
};

const ASSUMED = {
  offer: "年利率 24%、24 个月、没有手续费都是假定；用 borrow: 可以比较别的报价。",
  unnamed: "没有写明期数或手续费的，按 24 个月、没有手续费假定。",
  nothing: "",
} as const;

const record = (deletableOn: string | null): string => (deletableOn === null ? "" : `，记录自 ${deletableOn} 起可删除`);

export const creditKept: typeof English.creditKept = (parts) =>
  `征信：期末不逾期的有 ${parts.map((part) => `${part.name}${record(part.deletableOn)}${part.isCleared ? "" : "，五年还没有开始算"}`).join("；")}。已经上报的记录保留到还清后满五年。`;

export const creditOverdue: typeof English.creditOverdue = (parts) =>
  `期末仍逾期：${parts.map((part) => `${part.name} ${part.days} 天（${part.class}${record(part.deletableOn)}）`).join("；")}。只还一部分，天数照样累计；没有写日期的，五年还没有开始算。`;

export const proposals = "* 只是方案：贷款方同意、每一期都按时还，这些数字才成立。";
export const proposalsKeptBy: typeof English.proposalsKeptBy = (names) =>
  `* 只是方案：贷款方同意，这些数字才成立；${names.join("；")} 还要每一期都按时还。`;
export const proposalsNotKept = "* 只是方案：贷款方同意，这些数字才成立。";
export const monthsAssumed = "期数是假定的；用 agreement: 可以比较别的期数。";

export const broken: typeof English.broken = (name, on, waiversThen) =>
  `${name}：${on} 之后方案失效，恢复原来的条款${waiversThen === null ? "" : WAIVERS_THEN[waiversThen]}。`;

const WAIVERS_THEN = { keep: "；已减免的不再追回", restore: "；已减免的重新计入欠款" } as const;

export const baseline: typeof English.baseline = (name) => `“之差”是与“${name}”相比。`;
