/** 中文：参考线按哪一天的 LPR。 */

import type { LprDay } from "../../law/cost-lines.ts";
import { formatDay } from "../../loan/day.ts";

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
