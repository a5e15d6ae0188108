/** 中文：law 命令在表格之外要说的话。 */

import type { LawTable, Wording } from "../../law/law-table.ts";

export { sourceInWords } from "./sources.ts";
export const wordingOf = (wording: Wording): string => wording.zh;
export const titleOf = ({ name, title }: LawTable): string => `${name} - ${title.zh}`;

export const headings = {
  table: "表",
  item: "项目",
  from: "起",
  until: "止",
  rule: "规则",
  yearly_rate: "年利率",
  source: "来源",
  sure: "可靠程度",
};

export const inForce: string = "现行";
export const lastKnown = (until: string): string => `最后一次已知报价截至 ${until}；之后的日期暂按这一报价计算。`;
export const information: string =
  "以上为查阅到的规则及其来源和日期，仅供参考，不是法律意见。来源较弱的，使用前请核对原文。";
