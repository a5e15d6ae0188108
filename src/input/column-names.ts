/** Headings of tables in Chinese, as lenders, apps and our own pages have them; what is written back is English. */

import { plain } from "./plain-text.ts";

/** Of each column; a heading that several have is that of the first of them that the table may have. */
const CHINESE: Readonly<Record<string, string>> = {
  date: "日期 交易日期 记账日期 入账日期 交易日 记账日 入账日 扣款日 扣款日期 发生日期 还款日期 交易时间 入账时间 记账时间 还款时间",
  due: "日期 还款日期 到期日 还款日 应还日期 应还日",
  kind: "类别 类型 交易类型 业务类型",
  amount: "金额 交易金额 还款金额 扣款金额 实还金额 发生额 还款总额 还款总金额 实还总额",
  for: "冲抵科目 指定科目",
  to_fee:
    "冲费用 冲违约金 冲违约金及费用 实还费用 实还违约金 费用 违约金 违约金及费用 还款违约金 还款费用 已还费用 已还违约金",
  owed_fee: "费用 违约金 违约金及费用",
  fee: "费用 违约金 违约金及费用",
  to_penalty: "冲罚息 还款罚息 实还罚息 归还罚息 罚息 已还罚息",
  owed_penalty: "罚息",
  penalty: "罚息 罚息利率",
  to_compound: "冲复利 实还复利 归还复利 复利 还款复利 已还复利",
  owed_compound: "复利",
  compound: "复利",
  to_interest: "冲利息 还款利息 实还利息 归还利息 利息 已还利息",
  owed_interest: "利息 应还利息",
  interest: "利息 应还利息",
  to_principal: "冲本金 还款本金 实还本金 归还本金 本金 已还本金",
  claimed_principal: "剩余本金 本金余额 所称本金余额 未还本金 剩余应还本金",
  principal: "本金 应还本金 剩余本金 本金余额 未还本金 剩余应还本金",
  claimed_total:
    "剩余欠款 剩余应还 欠款余额 欠款合计 所称欠款 剩余应还金额 剩余应还总额 剩余待还 剩余待还金额 剩余未还 欠款总额",
  reverses: "撤销",
  id: "编号",
  name: "名称 债务",
  product: "产品",
  rate: "利率",
  days_overdue: "逾期天数",
  minimum: "最低还款额",
  daily: "每天还 每天还款 每日还款",
  weekly: "每周还 每周还款",
  monthly: "每月还 每月还款",
  as_of: "余额日期 截至日 截至日期",
  months: "期数",
  method: "还款方式",
  note: "备注 摘要 说明 还款方式 还款渠道",
  first_due: "首期到期日",
  priority: "优先",
};

/** `金额（元）`: the unit behind a heading. */
const UNIT = /\s*\((?:元|人民币|rmb|cny)\)$/;

/** Headings whose amounts are payments. */
const OF_PAYMENTS: ReadonlySet<string> = new Set([
  "还款金额",
  "还款总额",
  "还款总金额",
  "实还金额",
  "实还总额",
  "扣款金额",
]);

export function isOfPayments(heading: string): boolean {
  return OF_PAYMENTS.has(plain(heading).replace(UNIT, ""));
}

/** The column of a table that a heading names, or the heading where none is known by it. */
export function columnOf(heading: string, columns: readonly string[]): string {
  const name = plain(heading).toLowerCase();
  if (columns.includes(name)) return name;
  const bare = name.replace(UNIT, "");
  if (columns.includes(bare)) return bare;
  const meant = Object.entries(CHINESE).find(
    ([column, headings]) => columns.includes(column) && headings.split(" ").includes(bare),
  );
  return meant?.[0] ?? name;
}
