/** 中文：多个命令共用的法律用语。 */

import type { LprDay } from "../../law/cost-lines.ts";
import { formatDay } from "../../loan/day.ts";
import type * as English from "../en/law-phrases.ts";

export const yearsOfLimitation: typeof English.yearsOfLimitation = { 2: "二年", 3: "三年" };

export const limitationAfterSuit: typeof English.limitationAfterSuit = (suit, endsOn) =>
  `诉讼时效：因${suit}起诉而中断，自有关程序终结时起重新计算三年（民法典第195条），最早到 ${formatDay(endsOn)}；判决确定的债务，申请执行另有期限。不要指望这一天。`;

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
