/** 中文：多个命令共用的用语：法律规定、事实是否可靠、各期金额。 */

import type { EqualInstalments } from "../../advice/agreement-plan.ts";
import type { LprDay } from "../../law/cost-lines.ts";
import { formatDay } from "../../loan/day.ts";
import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/phrases.ts";

export const yearsOfLimitation: typeof English.yearsOfLimitation = { 2: "二年", 3: "三年" };

export const limitationAfterSuit: typeof English.limitationAfterSuit = (suit, endsOn) =>
  `诉讼时效：因${suit}起诉而中断，自有关程序终结时起重新计算三年（民法典第195条），最早到 ${formatDay(endsOn)}；判决确定的债务，申请执行另有期限。不要指望这一天。`;

export const orderWithinDebt: typeof English.orderWithinDebt = (isChinese) =>
  `同一笔债之内，还款的人不能自己选${isChinese ? "，没有另外约定的，依次抵实现债权的费用、利息、本金（民法典第561条）" : "，按条款的顺序冲抵"}`;

export function lprInWords(lprDay: LprDay | null): string {
  if (lprDay === null) return "";
  const { day, of, isBeyondTable } = lprDay;
  const why = {
    contract: "合同成立时",
    suit: "起诉时",
    unknown: "因为合同成立日（2020-08-20 之前成立的为起诉日）未知",
  }[of];
  return `，按 ${formatDay(day)} 的 LPR，${why}${isBeyondTable ? "；这里已知的最近一期" : ""}`;
}

/** 没有在可靠来源里读到的事实后面的标记。 */
export const sure: typeof English.sure = {
  "verified-strong": "",
  "verified-medium": "",
  "verified-weak": "（仅见于资讯网页，请在 App 或合同里核对）",
  known: "（未核实，请核对）",
  assumed: "（未核实，请核对）",
};

/** `第 1 期 9,024.41 元；第 2 至 5 期每期 8,765.97 元`; `每期 726.40 元` where all are alike. */
export function inNumberedStretches(groups: readonly EqualInstalments[]): string {
  const [first, second] = groups;
  if (first !== undefined && second === undefined) return `每期 ${formatMoney(first.amount)} 元`;
  let number = 0;
  return groups
    .map(({ count, amount }) => {
      const start = number + 1;
      number += count;
      return count === 1
        ? `第 ${start} 期 ${formatMoney(amount)} 元`
        : `第 ${start} 至 ${number} 期每期 ${formatMoney(amount)} 元`;
    })
    .join("；");
}
