/** 中文：合同条款的取值，从选项的写法译成文字。 */

import type { Naming } from "../../loan/component-names.ts";
import type { RatePeriod } from "../../loan/rate.ts";
import { ROUNDING_DIRECTIONS, type RoundingDirection, type RoundingMoment } from "../../loan/rounding.ts";
import type {
  Axis,
  CompoundBase,
  CompoundRests,
  DayCount,
  InterestMode,
  PenaltyBase,
  Surplus,
} from "../../loan/terms.ts";
import type * as English from "../en/terms.ts";
import { type ComponentNames, named } from "../named.ts";

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

const listOf = (names: ComponentNames, value: string): string =>
  value
    .split(",")
    .map((word) => named(names, word))
    .join("、");

const PERIODS: Readonly<Record<RatePeriod, string>> = { day: "每天", month: "每月", year: "每年" };

export const penaltyRateNames: typeof English.penaltyRateNames = {
  licensed: "罚息利率",
  card: "逾期后的利率",
  private: "逾期利率",
};

/** `0.05%/day@2026-01-01` */
const rates = (value: string): string =>
  value
    .replace(/([\d.]+%)\/(day|month|year)/g, (_, percent: string, per: string) => `${named(PERIODS, per)} ${percent}`)
    .replace(/ from day (\d+)/g, "（逾期第 $1 天起）")
    .replace(/@(\d{4}-\d{2}-\d{2})/g, "（$1 起）");

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

/** `payment:down:unit=1` */
function rounding(value: string): string {
  const [when = "", ...parts] = value.split(":");
  const direction = ROUNDING_DIRECTIONS.find((one) => parts.includes(one)) ?? "half-up";
  return `${named(ROUNDING_MOMENTS, when)}${ROUNDED[direction](parts.includes("unit=1") ? "元" : "分")}`;
}
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

const none =
  (words: string) =>
  (value: string): string =>
    value === "none" ? words : value;

/** `30.00:after=10 80.00:after=30` */
const lateFees = (value: string): string =>
  value === "none"
    ? "无"
    : value
        .replace(/(\S+?)(\/loan)?:after=(\d+)/g, (_, fee: string, once: string | undefined, day: string) =>
          once === undefined ? `逾期第 ${day} 天 ${fee} 元` : `逾期第 ${day} 天 ${fee} 元（仅一次）`,
        )
        .replace(/(?<=[元）]) /g, "、");

/** `charges=24%/year` */
const caps = (names: ComponentNames, value: string): string =>
  value === "none"
    ? "无"
    : value.replace(
        /(\w+)=(\S+)/g,
        (_, of: string, most: string) => `${named({ ...names, charges: "息费" }, of)} ${rates(most)}`,
      );

const termWordsWith = (naming: Naming, names = componentNames[naming]): English.TermWords => ({
  rates,
  dayCount: (value) => named(DAY_COUNTS, value),
  interest: (value) => named(MODES, value),
  penalty: (value) => rates(value.replace(/([\d./]+)x/g, "合同利率的 $1 倍")),
  penaltyBase: (value) => named(BASES, value),
  compound: (value) => named(COMPOUND, value),
  compoundRate: (value) =>
    value === "penalty" ? penaltyRateNames[naming] : value === "contract" ? "合同利率" : rates(value),
  compoundRests: (value) => named(RESTS, value),
  grace: (value) => {
    const [days = "", kind] = value.split(":");
    if (days === "0") return "没有宽限期";
    return kind === "skip"
      ? `宽限 ${days} 天后才起算${names.penalty}`
      : `宽限 ${days} 天，期内还清不计${names.penalty}`;
  },
  lateFees,
  caps: (value) => caps(names, value),
  minimum: none("未知"),
  accelerateAfter: none("不会自动提前到期"),
  rateDecimals: none("全部保留"),
  rounding,
  order: (value) => listOf(names, value),
  by: (value) => `${named(AXES, value)}冲抵`,
  orderAfter: (value) =>
    value === "none"
      ? "不变"
      : value
          .split(" ")
          .map((part) => {
            const [day = "", order = "", axis = ""] = part.split(":");
            return `逾期第 ${day} 天起：${listOf(names, order)}，${named(AXES, axis)}冲抵`;
          })
          .join("；"),
  orderInAdvance: (value) => (value === "none" ? "与到期部分相同" : listOf(names, value)),
  surplus: (value) => named(SURPLUSES, value),
});

export const termWords: typeof English.termWords = {
  licensed: termWordsWith("licensed"),
  card: termWordsWith("card"),
  private: termWordsWith("private"),
};
