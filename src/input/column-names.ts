/** Headings of tables as lenders, banks, apps and our own pages have them, in Chinese and English; what is written back is English. */

import type { RatePeriod } from "../loan/rate.ts";
import { plain, wordsOf } from "./plain-text.ts";

/** Of each column; a heading that several have is that of the first of them that the table may have. */
const HEADINGS: Readonly<Record<string, string>> = {
  date: "日期 交易日期 记账日期 入账日期 交易日 记账日 入账日 扣款日 扣款日期 发生日期 还款日期 实还日期 实际还款日 实际还款日期 交易时间 入账时间 记账时间 还款时间 付款时间 transaction_date payment_date date_paid paid_on",
  due: "日期 还款日期 到期日 到期日期 还款日 应还日期 应还日 应还款日 应还款日期 到期还款日 到期还款日期 最后还款日 最后还款日期 约定还款日 约定还款日期 计划还款日 计划还款日期 due_date payment_date",
  kind: "类别 类型 交易类型 业务类型 还款类型 type transaction_type",
  amount:
    "金额 交易金额 还款金额 扣款金额 实还金额 发生额 还款总额 还款总金额 实还总额 还款合计 实还合计 合计 人民币金额 payment_amount amount_paid transaction_amount",
  for: "冲抵科目 指定科目",
  to_fee:
    "冲费用 冲违约金 冲违约金及费用 还费用 还违约金 还违约金及费用 实还费用 实还违约金 费用 违约金 违约金及费用 还款违约金 还款费用 已还费用 已还违约金 手续费 滞纳金 服务费 担保费 还款服务费 fee fees",
  owed_fee: "费用 违约金 违约金及费用 手续费 滞纳金 服务费 担保费",
  fee: "费用 违约金 违约金及费用 应还费用 应还违约金 手续费 滞纳金 服务费 担保费 应还服务费 应还担保费 fees",
  to_penalty: "冲罚息 还罚息 还款罚息 实还罚息 归还罚息 罚息 逾期罚息 已还罚息 penalty penalties",
  owed_penalty: "罚息 逾期罚息",
  penalty: "罚息 逾期罚息 罚息利率 应还罚息 penalties",
  to_compound: "冲复利 还复利 实还复利 归还复利 复利 还款复利 已还复利 compound",
  owed_compound: "复利",
  compound: "复利 应还复利",
  to_interest: "冲利息 还利息 还款利息 实还利息 归还利息 利息 已还利息 interest",
  owed_interest: "利息 应还利息",
  interest: "利息 应还利息",
  to_principal: "冲本金 还本金 还款本金 实还本金 归还本金 本金 已还本金 principal",
  claimed_principal:
    "剩余本金 本金余额 所称本金余额 未还本金 剩余应还本金 principal_balance remaining_principal outstanding_principal",
  principal: "本金 应还本金 逾期本金 欠款本金 剩余本金 本金余额 未还本金 剩余应还本金",
  claimed_total:
    "剩余欠款 剩余应还 欠款余额 欠款合计 所称欠款 剩余应还金额 剩余应还总额 剩余待还 剩余待还金额 剩余未还 欠款总额 总欠款 待还总额 剩余待还总额 未还总额 total_owed total_outstanding",
  reverses: "撤销",
  id: "编号 借款编号 贷款编号 借据号 借据编号 合同号 合同编号",
  name: "名称 债务 平台 机构 贷款平台 贷款机构 债权人 creditor lender debt",
  product: "产品",
  rate: "利率 合同利率 借款利率 贷款利率 interest_rate",
  loan: "借款文件 贷款文件 loan_file",
  order: "冲抵顺序",
  missed_since: "首个未还期 首期未还",
  days_overdue: "逾期天数",
  minimum: "最低还款额 最低还款 每月最低还款 每月最低还款额 minimum_payment min_payment",
  daily: "每天还 每天还款 每日还款",
  weekly: "每周还 每周还款",
  monthly: "每月还 每月还款",
  as_of: "余额日期 截至日 截至日期",
  months: "期数",
  month: "月份 月 年月",
  from: "开始日期 起始日期 起始日",
  method: "还款方式",
  note: "备注 摘要 交易摘要 说明 还款方式 还款渠道 description memo notes comment remarks memo/description",
  first_due: "首期到期日 首期还款日 首次还款日 首个还款日",
  priority: "优先 优先级 优先顺序",
  days: "天数",
};

const COLUMN_HEADINGS = Object.entries(HEADINGS).map(([column, headings]) => [column, wordsOf(headings)] as const);

/** What a column tells that is none of those a table has: of some it decides whether a row counts. */
export type Aside =
  /** Numbers, accounts, ways and places: nothing that bears on a figure. */
  | "passed-over"
  /** What was bought, and in which class: nothing but a text, by which a repayment is known. */
  | "text"
  /** Whether it was done, or is paid. */
  | "status"
  /** To whom. */
  | "payee"
  | "currency"
  /** Whether money came in or went out. */
  | "direction"
  | "money-in"
  | "money-out"
  /** Of what was given back, or charged for the transfer itself. */
  | "given-back"
  /** What of an instalment was due, beside what was paid of it. */
  | "due-part"
  /** Of all that is owed, of the principal, or of an account of one's own: it does not say. */
  | "balance"
  /** Of an instalment, what of the loan is left after it, or what of the instalment. */
  | "balance-after"
  /** The sum of what of an instalment is to be paid. */
  | "total-due"
  /** What of an instalment was paid, or when. */
  | "paid-part";

const ASIDES: Readonly<Record<Aside, string>> = {
  "passed-over":
    "序号 编号 期数 期次 期号 当前期数 流水号 交易流水号 交易号 交易单号 交易订单号 商户单号 商户订单号 商家订单号 订单号 凭证号 借据号 借据编号 合同号 合同编号 借款编号 贷款编号 账号 卡号 卡号后四位 卡号末四位 还款账号 还款账户 还款卡号 扣款账户 扣款账号 扣款卡号 扣款银行 对方账号 对方账户 对方开户行 支付方式 付款方式 收/付款方式 支付渠道 交易渠道 渠道 交易地点 交易场所 网点 柜员 交易来源地 交易创建时间 最近修改时间 逾期天数 id no no. num # payment_number days_overdue number period installment instalment ref reference transaction_id external_id office branch channel payment_method account",
  text: "备注 摘要 交易摘要 说明 交易分类 商品 商品说明 商品名称 类型 交易类型 还款方式 还款渠道 还款类型 description memo notes comment remarks memo/description",
  status: "状态 还款状态 交易状态 当前状态 扣款状态 处理状态 结清状态 资金状态 status",
  payee: "交易对方 对方户名 对方名称 收款方 收款人 payee",
  currency: "币种 币别 货币 currency",
  direction: "收/支 收支 收支类型",
  "money-in": "收入 收入金额 存入 存入金额 贷方 贷方金额 贷方发生额 credit deposit paid_in money_in",
  "money-out": "支出 支出金额 支取 支取金额 借方 借方金额 借方发生额 debit withdrawal paid_out money_out",
  "given-back": "成功退款 服务费",
  "due-part":
    "应还日期 应还日 应还款日 应还款日期 到期日 到期还款日 到期还款日期 最后还款日 最后还款日期 约定还款日 约定还款日期 计划还款日 计划还款日期 应还本金 应还利息 应还罚息 应还复利 应还费用 应还总额 应还金额 应还合计 due_date principal_due interest_due penalty_due penalties_due fee_due fees_due",
  balance:
    "余额 账户余额 结余 期末余额 剩余金额 未还金额 欠款 贷款余额 借款余额 balance running_balance running_bal. loan_balance outstanding_balance remaining_balance outstanding",
  "total-due":
    "应还总额 应还金额 应还合计 应还总金额 应还本息 本息合计 月供 还款总额 还款金额 合计 小计 total_due amount_due payment_due total_payment payment total",
  "paid-part":
    "已还金额 已还总额 已还本金 已还利息 已还罚息 已还复利 已还费用 实还金额 实还总额 实还本金 实还利息 实还罚息 实还日期 实际还款日 实际还款日期 paid paid_on date_paid amount_paid principal_paid interest_paid",
  "balance-after":
    "剩余本金 本金余额 余额 剩余未还本金 balance remaining_balance remaining_principal outstanding_principal",
};

const ASIDE_HEADINGS = Object.entries(ASIDES).map(([aside, headings]) => [aside as Aside, wordsOf(headings)] as const);

/** `金额（元）`: the unit behind a heading. */
const UNIT = /\s*\((?:元|人民币|人民币元|rmb|cny)\)$/;

/** `其中：本金`: of the amount in the columns before. */
const OF_WHICH = /^其中\s*:?\s*/;

/** A heading without its unit, in small letters, with underscores for its spaces. */
function bareHeading(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replace(UNIT, "")
    .replace(OF_WHICH, "")
    .replace(/[\s-]+/g, "_");
}

/** Headings whose amounts are payments. */
const OF_PAYMENTS = wordsOf(
  "还款金额 还款总额 还款总金额 还款合计 还款本金 还款利息 还款罚息 实还金额 实还总额 实还合计 实还本金 实还利息 实还罚息 扣款金额 payment_amount amount_paid",
);

export function isOfPayments(heading: string): boolean {
  return OF_PAYMENTS.has(bareHeading(heading));
}

/** The column of a table that a heading names, or the heading where none is known by it. */
export function columnOf(heading: string, columns: readonly string[]): string {
  const name = plain(heading).toLowerCase();
  if (columns.includes(name)) return name;
  const bare = bareHeading(heading);
  if (columns.includes(bare)) return bare;
  const meant = COLUMN_HEADINGS.find(([column, headings]) => columns.includes(column) && headings.has(bare));
  return meant?.[0] ?? name;
}

/** What a heading tells, of those that a table gives a meaning to; null where it is none of them. */
export function asideOf(heading: string, among: readonly Aside[]): Aside | null {
  const bare = bareHeading(heading);
  return ASIDE_HEADINGS.find(([aside, headings]) => among.includes(aside) && headings.has(bare))?.[0] ?? null;
}

const PERIODS: Readonly<Record<string, RatePeriod>> = {
  日利率: "day",
  月利率: "month",
  年利率: "year",
  年化利率: "year",
  年化: "year",
  apr: "year",
};
const BEFORE_RATE: Readonly<Record<RatePeriod, string>> = { day: "日息", month: "月息", year: "年息" };

const IN_PERCENT = /\(%\)$/;

function headingOfRate(heading: string): string {
  return bareHeading(heading).replace(IN_PERCENT, "");
}

/** A heading of rates that names their period, which only the cells under it can be read with. */
export function namesPeriod(heading: string): boolean {
  return Object.hasOwn(PERIODS, headingOfRate(heading));
}

/** The column of a heading that may name the period of its rates. */
export function columnOfRate(heading: string): string {
  return namesPeriod(heading) ? "rate" : heading;
}

/**
 * A rate under a heading that names its period, with the period: `18%` under `年利率`, `18` under `年利率（%）`. One that names
 * its own keeps it; `万五` is one of a day by custom, and under a year two things are said.
 */
export function withPeriod(text: string, heading: string): string {
  const period = PERIODS[headingOfRate(heading)];
  const rate = plain(text);
  if (period === undefined || rate === "" || /[/日月年天@]|day|month|year|lpr/i.test(rate)) return text;
  if (rate.endsWith("%")) return `${rate}/${period}`;
  if (IN_PERCENT.test(bareHeading(heading)) && /^[\d.]+$/.test(rate)) return `${rate}%/${period}`;
  return `${BEFORE_RATE[period]}${rate}${rate.startsWith("万") ? "/day" : ""}`;
}

/** Words by which a row that adds others up is known. */
const TOTALS = wordsOf(
  "合计 总计 小计 累计 总和 总额 共计 合共 汇总 本页合计 本页小计 本月合计 本月小计 本期合计 本期小计 当页合计 当页小计 total totals sum subtotal sub-total grand_total page_total",
);

/** With which all of them begin; nearly no other cell of a long table does. */
const BEGINS_TOTAL = /^\s*[合总小累共汇本当tsgp]/i;

export function isTotal(cell: string): boolean {
  if (!BEGINS_TOTAL.test(cell)) return false;
  return TOTALS.has(
    plain(cell)
      .toLowerCase()
      .replace(/[\s:]+$/, "")
      .replace(/\s+/g, "_")
      .replace(/^([\u4e00-\u9fff])_([\u4e00-\u9fff])$/, "$1$2"),
  );
}
