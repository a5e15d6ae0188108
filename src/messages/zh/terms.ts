/** 中文：合同条款的取值，用文字说明。 */

import { byNaming, type Naming } from "../../loan/component-names.ts";
import type { LateFee, LateFeeBase } from "../../loan/late-fee.ts";
import { formatFen } from "../../loan/money.ts";
import { formatPercent, type RatePeriod } from "../../loan/rate.ts";
import type { Rounding, RoundingDirection, RoundingMoment } from "../../loan/rounding.ts";
import type { TermField } from "../../loan/terms.ts";
import type * as English from "../en/terms.ts";
import { type ComponentNames, type TermPhrases, termWordsOf } from "../term-words.ts";

const licensed: ComponentNames = {
  fee: "费用",
  penalty: "罚息",
  compound: "复利",
  interest: "利息",
  principal: "本金",
  delay: "迟延履行利息",
};

export const componentNames: typeof English.componentNames = {
  licensed,
  card: { ...licensed, fee: "违约金及费用", penalty: "逾期透支利息", interest: "透支利息" },
  private: { ...licensed, penalty: "逾期利息" },
};

export const lenderNames: typeof English.lenderNames = {
  bank: "银行",
  "micro-loan": "小额贷款公司",
  "consumer-finance": "消费金融公司",
  private: "民间借贷",
};

export const penaltyRateNames: typeof English.penaltyRateNames = {
  licensed: "罚息利率",
  card: "逾期后的利率",
  private: "逾期利率",
};

/** 各条款的名称。 */
export const termNames = (naming: Naming): Readonly<Record<TermField, string>> => ({
  rates: "合同利率",
  dayCount: "计息天数规则",
  interest: "到期前利息",
  penalty: penaltyRateNames[naming],
  penaltyBase: `${componentNames[naming].penalty}基数`,
  compound: "复利基数",
  compoundRate: "复利利率",
  compoundRests: "结息周期",
  grace: "宽限期",
  lateFees: "违约金",
  caps: "上限",
  minimum: "最低还款额",
  accelerateAfter: "逾期多少天后提前到期",
  rateDecimals: "日利率小数位",
  rounding: "舍入方式",
  order: "冲抵顺序",
  by: "按期或按科目冲抵",
  orderAfter: "长期逾期后的冲抵顺序",
  orderInAdvance: "未到期部分的冲抵顺序",
  surplus: "超出到期部分的款项",
});

const PERIODS: Readonly<Record<RatePeriod, string>> = { day: "每天", month: "每月", year: "每年" };

const AXES = { instalment: "逐期冲抵", component: "逐科目冲抵" };
const ROUNDING_MOMENTS: Readonly<Record<RoundingMoment, string>> = {
  posting: "入账时",
  daily: "每天",
  payment: "还款时",
};

const ROUNDED: Readonly<Record<RoundingDirection, (unit: string) => string>> = {
  "half-up": (unit) => `取整到${unit}`,
  down: (unit) => `向下取整到${unit}`,
  "half-even": (unit) => `取整到${unit}（逢五取双）`,
};

const roundingInWords = ({ when, direction, unit }: Rounding): string =>
  `${ROUNDING_MOMENTS[when]}${ROUNDED[direction](unit === 1 ? "分" : "元")}`;

const FEE_BASES: Readonly<Record<LateFeeBase, string>> = {
  instalment: "当期应还",
  "overdue-principal": "逾期本金",
  minimum: "最低还款额未还部分",
};

function lateFeeInWords({ charge, each, afterDaysOverdue, graceDays, ...bounds }: LateFee): string {
  const isPeriodic = each === "month" || each === "day";
  const day = afterDaysOverdue === 1 ? "" : `逾期第 ${afterDaysOverdue} 天${isPeriodic ? "起" : ""}`;
  const amount =
    charge.kind === "fixed"
      ? `${formatFen(charge.amount)} 元`
      : `${FEE_BASES[charge.of]}的 ${formatPercent(charge.share)}`;
  const limits = [
    ...(each === "loan" ? ["仅一次"] : []),
    ...(graceDays === null ? [] : [`${graceDays} 天内还清不收`]),
    ...(bounds.minimum === null ? [] : [`最低 ${formatFen(bounds.minimum)} 元`]),
    ...(bounds.maximum === null ? [] : [`最高 ${formatFen(bounds.maximum)} 元`]),
    ...(bounds.maximumInAll === null ? [] : [`累计最高 ${formatFen(bounds.maximumInAll)} 元`]),
  ];
  const words = `${day}${isPeriodic ? PERIODS[each] : ""} ${amount}`.trimStart();
  return `${words}${limits.length === 0 ? "" : `（${limits.join("，")}）`}`;
}

const phrases: TermPhrases = {
  choices: {
    dayCount: {
      "actual/360": "按实际天数，一年 360 天",
      "actual/365": "按实际天数，一年 365 天",
      "actual/365.25": "按实际天数，一年 365.25 天",
      "actual/actual": "按实际天数和当年天数",
      "30/360": "每月 30 天，一年 360 天",
      "months+days/360": "整月按月、零头按天，一年 360 天",
      period: "每个整月按月利率计，平均到各天",
    },
    interest: { accrued: "到期日前的利息按日计", scheduled: "到期日前的利息按期固定" },
    penaltyBase: { "overdue-principal": "逾期本金", "outstanding-principal": "全部未还本金", borrowed: "当初借款金额" },
    compound: { none: "不计复利", interest: "欠付的利息", all: "费用以外欠付的息费" },
    compoundRests: { day: "每天", month: "每月", quarter: "每季", year: "每年" },
    by: AXES,
    surplus: { next: "冲下一期", last: "冲最后一期", spread: "平摊到剩余各期", none: "不收取" },
  },
  none: {
    grace: "没有宽限期",
    lateFees: "无",
    caps: "无",
    minimum: "未知",
    accelerateAfter: "不会自动提前到期",
    rateDecimals: "全部保留",
    orderAfter: "不变",
    orderInAdvance: "与到期部分相同",
  },
  contractRate: "合同利率",
  charges: "息费",
  comma: "、",
  semicolon: "；",
  amount: (amount) => `${amount} 元`,
  rate: (share, per) => `${PERIODS[per]} ${share}`,
  timesContractRate: (times) => `合同利率的 ${times} 倍`,
  from: (value, date) => `${value}（${date} 起）`,
  fromDay: (value, daysOverdue) => `${value}（逾期第 ${daysOverdue} 天起）`,
  larger: (amount, share) => `${amount}与 ${share} 中较大者`,
  grace: {
    skip: (days, penalty) => `宽限 ${days} 天后才起算${penalty}`,
    waive: (days, penalty) => `宽限 ${days} 天，期内还清不计${penalty}`,
  },
  lateFee: lateFeeInWords,
  rounding: roundingInWords,
  orderFrom: (daysOverdue, order, by) => `逾期第 ${daysOverdue} 天起：${order}，${AXES[by]}`,
};

export const termWords = byNaming((naming) => termWordsOf(phrases, componentNames[naming], penaltyRateNames[naming]));
