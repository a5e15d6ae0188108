/** 中文：合同条款的取值，用文字说明。 */

import { byNaming, type Naming } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import type { LateFee, LateFeeBase } from "../../loan/late-fee.ts";
import { formatFen } from "../../loan/money.ts";
import { formatFraction, formatPercent, type Rate, type RatePeriod } from "../../loan/rate.ts";
import type { Rounding, RoundingDirection, RoundingMoment } from "../../loan/rounding.ts";
import type {
  AllocationOrder,
  Axis,
  Cap,
  CompoundBase,
  CompoundRests,
  DatedRate,
  DayCount,
  Grace,
  InterestMode,
  MinimumRule,
  OrderSwitch,
  PenaltyBase,
  PenaltyTier,
  Surplus,
} from "../../loan/terms.ts";
import type * as English from "../en/terms.ts";
import type { ComponentNames, TermWords } from "../term-words.ts";

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

const orderInWords = (names: ComponentNames, order: AllocationOrder["order"]): string =>
  order.map((component) => names[component]).join("、");

const PERIODS: Readonly<Record<RatePeriod, string>> = { day: "每天", month: "每月", year: "每年" };

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

const rateInWords = (rate: Rate): string => `${PERIODS[rate.per]} ${formatPercent(rate)}`;

const ratesInWords = (rates: readonly DatedRate[]): string =>
  rates.map(({ rate, from }) => `${rateInWords(rate)}${from === null ? "" : `（${formatDay(from)} 起）`}`).join(" ");

const penaltyInWords = (tiers: readonly PenaltyTier[]): string =>
  tiers
    .map(({ penalty, fromDaysOverdue }) => {
      const rate = penalty.kind === "rate" ? rateInWords(penalty.rate) : `合同利率的 ${formatFraction(penalty.of)} 倍`;
      return `${rate}${fromDaysOverdue <= 1 ? "" : `（逾期第 ${fromDaysOverdue} 天起）`}`;
    })
    .join(" ");

const BASES: Readonly<Record<PenaltyBase, string>> = {
  "overdue-principal": "逾期本金",
  "outstanding-principal": "全部未还本金",
  borrowed: "当初借款金额",
};
const COMPOUND: Readonly<Record<CompoundBase, string>> = {
  none: "不计复利",
  interest: "欠付的利息",
  all: "欠付的全部息费",
};
const RESTS: Readonly<Record<CompoundRests, string>> = { day: "每天", month: "每月", quarter: "每季", year: "每年" };
const SURPLUSES: Readonly<Record<Surplus, string>> = {
  next: "冲下一期",
  last: "冲最后一期",
  spread: "平摊到剩余各期",
  none: "不收取",
};
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

const MODES: Readonly<Record<InterestMode, string>> = {
  accrued: "到期日前的利息按日计",
  scheduled: "到期日前的利息按期固定",
};
const AXES: Readonly<Record<Axis, string>> = { instalment: "逐期", component: "逐科目" };
const DAY_COUNTS: Readonly<Record<DayCount, string>> = {
  "actual/360": "按实际天数，一年 360 天",
  "actual/365": "按实际天数，一年 365 天",
  "actual/365.25": "按实际天数，一年 365.25 天",
  "actual/actual": "按实际天数和当年天数",
  "30/360": "每月 30 天，一年 360 天",
  "months+days/360": "整月按月、零头按天，一年 360 天",
  period: "按期计，每期相同",
};

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

const lateFeesInWords = (fees: readonly LateFee[]): string =>
  fees.length === 0 ? "无" : fees.map(lateFeeInWords).join("、");

function capInWords(names: ComponentNames, cap: Cap): string {
  const of = cap.of === "charges" ? "息费" : names[cap.of];
  switch (cap.kind) {
    case "rate":
      return `${of} ${rateInWords(cap.rate)}`;
    case "share":
      return `${of} ${formatPercent(cap.share)}`;
    case "yearly":
      return `${of} ${PERIODS.year} ${formatPercent(cap.yearlyRate)}`;
    default:
      return cap satisfies never;
  }
}

function minimumInWords({ amount, share }: MinimumRule): string {
  const parts = [
    ...(amount === null ? [] : [`${formatFen(amount)} 元`]),
    ...(share === null ? [] : [formatPercent(share)]),
  ];
  return parts.length === 2 ? `${parts.join("与 ")} 中较大者` : parts.join("");
}

function graceInWords(names: ComponentNames, { days, kind }: Grace): string {
  if (days === 0) return "没有宽限期";
  return kind === "skip" ? `宽限 ${days} 天后才起算${names.penalty}` : `宽限 ${days} 天，期内还清不计${names.penalty}`;
}

const switchInWords = (names: ComponentNames, { daysOverdue, order, by }: OrderSwitch): string =>
  `逾期第 ${daysOverdue} 天起：${orderInWords(names, order)}，${AXES[by]}冲抵`;

function termWordsWith(naming: Naming): TermWords {
  const names = componentNames[naming];
  return {
    rates: ratesInWords,
    dayCount: (value) => DAY_COUNTS[value],
    interest: (value) => MODES[value],
    penalty: penaltyInWords,
    penaltyBase: (value) => BASES[value],
    compound: (value) => COMPOUND[value],
    compoundRate: (value) => {
      if (value.kind === "rate") return rateInWords(value.rate);
      return value.kind === "penalty" ? penaltyRateNames[naming] : "合同利率";
    },
    compoundRests: (value) => RESTS[value],
    grace: (value) => graceInWords(names, value),
    lateFees: lateFeesInWords,
    caps: (value) => (value.length === 0 ? "无" : value.map((cap) => capInWords(names, cap)).join(" ")),
    minimum: (value) => (value === null ? "未知" : minimumInWords(value)),
    accelerateAfter: (value) => (value === null ? "不会自动提前到期" : String(value)),
    rateDecimals: (value) => (value === null ? "全部保留" : String(value)),
    rounding: roundingInWords,
    order: (value) => orderInWords(names, value),
    by: (value) => `${AXES[value]}冲抵`,
    orderAfter: (value) => (value.length === 0 ? "不变" : value.map((one) => switchInWords(names, one)).join("；")),
    orderInAdvance: (value) => (value === null ? "与到期部分相同" : orderInWords(names, value)),
    surplus: (value) => SURPLUSES[value],
  };
}

export const termWords = byNaming(termWordsWith);
