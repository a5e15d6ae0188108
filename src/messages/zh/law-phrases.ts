/** 中文：多个命令共用的法律用语。 */

import type { LprDay } from "../../law/cost-lines.ts";
import { formatDay } from "../../loan/day.ts";
import type * as English from "../en/law-phrases.ts";

export const yearsOfLimitation: typeof English.yearsOfLimitation = { 2: "二年", 3: "三年" };

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
