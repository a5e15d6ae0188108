/** Headings of tables in Chinese, as lenders, apps and our own pages have them; what is written back is English. */

import { plain } from "./plain-text.ts";

/** Each with the columns that it may mean, in the order in which they are looked for among those of the table. */
const CHINESE: Readonly<Record<string, readonly string[]>> = {
  日期: ["date", "due"],
  交易日期: ["date"],
  记账日期: ["date"],
  入账日期: ["date"],
  还款日期: ["date", "due"],
  到期日: ["due"],
  还款日: ["due"],
  应还日期: ["due"],
  应还日: ["due"],
  类别: ["kind"],
  类型: ["kind"],
  交易类型: ["kind"],
  业务类型: ["kind"],
  金额: ["amount"],
  交易金额: ["amount"],
  还款金额: ["amount"],
  冲抵科目: ["for"],
  指定科目: ["for"],
  冲费用: ["to_fee"],
  冲违约金: ["to_fee"],
  冲违约金及费用: ["to_fee"],
  冲罚息: ["to_penalty"],
  冲复利: ["to_compound"],
  冲利息: ["to_interest"],
  冲本金: ["to_principal"],
  还款本金: ["to_principal"],
  还款利息: ["to_interest"],
  费用: ["to_fee", "owed_fee", "fee"],
  违约金: ["to_fee", "owed_fee", "fee"],
  违约金及费用: ["to_fee", "owed_fee", "fee"],
  罚息: ["to_penalty", "owed_penalty", "penalty"],
  复利: ["to_compound", "owed_compound", "compound"],
  利息: ["to_interest", "owed_interest", "interest"],
  应还利息: ["owed_interest", "interest"],
  本金: ["to_principal", "principal"],
  应还本金: ["principal"],
  剩余本金: ["claimed_principal", "principal"],
  本金余额: ["claimed_principal", "principal"],
  所称本金余额: ["claimed_principal"],
  剩余欠款: ["claimed_total"],
  欠款合计: ["claimed_total"],
  所称欠款: ["claimed_total"],
  撤销: ["reverses"],
  备注: ["note"],
  说明: ["note"],
  编号: ["id"],
  名称: ["name"],
  债务: ["name"],
  产品: ["product"],
  利率: ["rate"],
  罚息利率: ["penalty"],
  逾期天数: ["days_overdue"],
  最低还款额: ["minimum"],
  每天还: ["daily"],
  每天还款: ["daily"],
  每日还款: ["daily"],
  每周还: ["weekly"],
  每周还款: ["weekly"],
  每月还: ["monthly"],
  每月还款: ["monthly"],
  余额日期: ["as_of"],
  截至日: ["as_of"],
  截至日期: ["as_of"],
  期数: ["months"],
  还款方式: ["method"],
  首期到期日: ["first_due"],
  优先: ["priority"],
};

/** `金额（元）`: the unit behind a heading. */
const UNIT = /\s*\((?:元|人民币|rmb|cny)\)$/;

/** The column of a table that a heading names, or the heading where none is known by it. */
export function columnOf(heading: string, columns: readonly string[]): string {
  const name = plain(heading).toLowerCase();
  if (columns.includes(name)) return name;
  const bare = name.replace(UNIT, "");
  const meant = Object.hasOwn(CHINESE, bare) ? CHINESE[bare] : [bare];
  return meant?.find((column) => columns.includes(column)) ?? name;
}
