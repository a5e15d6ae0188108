/** 中文：`compare` 的话。 */

import type * as English from "../en/compare.ts";
import { formatMoney } from "../format.ts";

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

export const mostToPrincipal: typeof English.mostToPrincipal = (name, { toPrincipal, paid }) =>
  `冲本金最多：${name}，共还 ${formatMoney(paid)} 元，其中 ${formatMoney(toPrincipal)} 元冲本金。`;

export const nothingToPrincipal = "这段时间里，没有一种还法能冲到本金。";

export const cheapest: typeof English.cheapest = (name, cost) =>
  `还清代价最小：${name}，除本金外共付 ${formatMoney(cost)} 元。`;

export const clearFirst: typeof English.clearFirst = (name, on) => `最早还清：${name}，${on}。`;

export const neverCleared: typeof English.neverCleared = (names) => `一直这样下去永远还不清：${names.join("；")}。`;

export const noneCleared = "这些还法都还不清。";

export const refinancing: typeof English.refinancing = (name, { totalCost, summary, strategy }) => {
  const terms = strategy.spec === "" ? "" : `（${strategy.spec}）`;
  const cost = totalCost === null ? "永远还不清" : `到还清时，除今天的本金外共付 ${formatMoney(totalCost)} 元`;
  return `${name}${terms}：旧债没了，换成一笔新债，期末仍欠 ${formatMoney(summary.closingTotal)} 元；${cost}。新债漏还一期又成逾期。以贷养贷不会让债变少。`;
};

export const creditKept: typeof English.creditKept = (names) =>
  `征信：期末不逾期的有 ${names.join("；")}。记录的五年从逾期结束之日起算。`;

export const creditOverdue: typeof English.creditOverdue = (parts) =>
  `期末仍逾期：${parts.map(({ name, days, class: months }) => `${name} ${days} 天（${months}）`).join("；")}。只还一部分，天数照样累计。`;

export const proposals = "* 只是方案：贷款方同意、每一期都按时还，这些数字才成立。";

export const broken: typeof English.broken = (name, on) => `${name}：${on} 之后方案失效，恢复原来的条款。`;

export const baseline: typeof English.baseline = (name) => `“之差”是与“${name}”相比。`;
