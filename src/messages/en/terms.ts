/** English: the values of a contract's terms in words. */

import { byNaming, type Naming } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import type { LateFee, LateFeeBase, LateFeeTurn } from "../../loan/late-fee.ts";
import type { LenderKind } from "../../loan/loan.ts";
import { formatFen } from "../../loan/money.ts";
import { formatFraction, formatPercent, type Rate } from "../../loan/rate.ts";
import type { Rounding, RoundingDirection, RoundingMoment } from "../../loan/rounding.ts";
import type {
  AllocationOrder,
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
import { plural } from "../../output/figures.ts";
import type { ComponentNames, TermWords } from "../term-words.ts";

const licensed: ComponentNames = {
  fee: "fees",
  penalty: "penalty",
  compound: "compound",
  interest: "interest",
  principal: "principal",
  delay: "delay interest",
};

/** A card charges no penalty interest: what bears on after the due date is overdraft interest as before. */
export const componentNames: Readonly<Record<Naming, ComponentNames>> = {
  licensed,
  card: { ...licensed, penalty: "late interest" },
  private: { ...licensed, penalty: "overdue interest" },
};

const orderInWords = (names: ComponentNames, order: AllocationOrder["order"]): string =>
  order.map((component) => names[component]).join(", ");

export const lenderNames: Readonly<Record<LenderKind, string>> = {
  bank: "bank",
  "micro-loan": "micro-loan company",
  "consumer-finance": "consumer finance company",
  private: "private lender",
};

/** Of what is overdue. */
export const penaltyRateNames: Readonly<Record<Naming, string>> = {
  licensed: "penalty rate",
  card: "rate once overdue",
  private: "overdue rate",
};

const rateInWords = (rate: Rate): string => `${formatPercent(rate)} a ${rate.per}`;

const ratesInWords = (rates: readonly DatedRate[]): string =>
  rates.map(({ rate, from }) => `${rateInWords(rate)}${from === null ? "" : ` from ${formatDay(from)}`}`).join(" ");

const penaltyInWords = (tiers: readonly PenaltyTier[]): string =>
  tiers
    .map(({ penalty, fromDaysOverdue }) => {
      const rate =
        penalty.kind === "rate" ? rateInWords(penalty.rate) : `${formatFraction(penalty.of)} × the contract rate`;
      return `${rate}${fromDaysOverdue <= 1 ? "" : ` from day ${fromDaysOverdue}`}`;
    })
    .join(" ");

const BASES: Readonly<Record<PenaltyBase, string>> = {
  "overdue-principal": "the overdue principal",
  "outstanding-principal": "the whole principal outstanding",
  borrowed: "the amount once lent",
};
const COMPOUND: Readonly<Record<CompoundBase, string>> = {
  none: "nothing",
  interest: "unpaid interest",
  all: "unpaid charges of every kind",
};
const RESTS: Readonly<Record<CompoundRests, string>> = {
  day: "every day",
  month: "every month",
  quarter: "every quarter",
  year: "every year",
};
const SURPLUSES: Readonly<Record<Surplus, string>> = {
  next: "goes to the next instalment",
  last: "goes to the last instalment",
  spread: "is spread over what is left",
  none: "is not taken",
};
const ROUNDING_MOMENTS: Readonly<Record<RoundingMoment, string>> = {
  posting: "when posted",
  daily: "every day",
  payment: "at each payment",
};

const ROUNDED: Readonly<Record<RoundingDirection, (unit: string) => string>> = {
  "half-up": (unit) => `rounded to ${unit}`,
  down: (unit) => `rounded down to ${unit}`,
  "half-even": (unit) => `rounded to ${unit}, halves to the even one`,
};

const roundingInWords = ({ when, direction, unit }: Rounding): string =>
  ROUNDED[direction](`the ${unit === 1 ? "fen" : "yuan"} ${ROUNDING_MOMENTS[when]}`);

const MODES: Readonly<Record<InterestMode, string>> = {
  accrued: "interest before the due date accrues day by day",
  scheduled: "interest before the due date is fixed in advance",
};
const DAY_COUNTS: Readonly<Record<DayCount, string>> = {
  "actual/360": "actual days, a year of 360",
  "actual/365": "actual days, a year of 365",
  "actual/365.25": "actual days, a year of 365.25",
  "actual/actual": "actual days, the year's own days",
  "30/360": "months of 30 days, a year of 360",
  "months+days/360": "whole months, then days of a year of 360",
  period: "by period, each alike",
};

const FEE_BASES: Readonly<Record<LateFeeBase, string>> = {
  instalment: "the instalment",
  "overdue-principal": "the overdue principal",
  minimum: "what is unpaid of the minimum payment",
};
const FEE_TURNS: Readonly<Record<LateFeeTurn, string>> = {
  instalment: "",
  loan: " once",
  month: " every month",
  day: " every day",
};

function lateFeeInWords({ charge, each, afterDaysOverdue, graceDays, ...bounds }: LateFee): string {
  const amount =
    charge.kind === "fixed" ? formatFen(charge.amount) : `${formatPercent(charge.share)} of ${FEE_BASES[charge.of]}`;
  const start = each === "month" || each === "day" ? "from" : "on";
  const day = afterDaysOverdue === 1 ? "" : ` ${start} day ${afterDaysOverdue} overdue`;
  const limits = [
    ...(graceDays === null ? [] : [`unless paid within ${plural(graceDays, "day", "days")}`]),
    ...(bounds.minimum === null ? [] : [`at least ${formatFen(bounds.minimum)}`]),
    ...(bounds.maximum === null ? [] : [`at most ${formatFen(bounds.maximum)}`]),
    ...(bounds.maximumInAll === null ? [] : [`at most ${formatFen(bounds.maximumInAll)} in all`]),
  ];
  return `${amount}${FEE_TURNS[each]}${day}${limits.length === 0 ? "" : ` (${limits.join(", ")})`}`;
}

const lateFeesInWords = (fees: readonly LateFee[]): string =>
  fees.length === 0 ? "none" : fees.map(lateFeeInWords).join(", ");

function capInWords(names: ComponentNames, cap: Cap): string {
  const of = cap.of === "charges" ? "charges" : names[cap.of];
  switch (cap.kind) {
    case "rate":
      return `${of} ${rateInWords(cap.rate)}`;
    case "share":
      return `${of} ${formatPercent(cap.share)}`;
    case "yearly":
      return `${of} ${formatPercent(cap.yearlyRate)} a year`;
    default:
      return cap satisfies never;
  }
}

function minimumInWords({ amount, share }: MinimumRule): string {
  const parts = [...(amount === null ? [] : [formatFen(amount)]), ...(share === null ? [] : [formatPercent(share)])];
  return parts.length === 2 ? `the larger of ${parts.join(" and ")}` : parts.join("");
}

function graceInWords(names: ComponentNames, { days, kind }: Grace): string {
  if (days === 0) return "no grace days";
  const allowed = plural(days, "grace day", "grace days");
  return kind === "skip" ? `${names.penalty} starts after ${allowed}` : `no ${names.penalty} if paid within ${allowed}`;
}

const switchInWords = (names: ComponentNames, { daysOverdue, order, by }: OrderSwitch): string =>
  `from day ${daysOverdue} overdue: ${orderInWords(names, order)}; ${by} by ${by}`;

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
      return value.kind === "penalty" ? `the ${penaltyRateNames[naming]}` : "the contract rate";
    },
    compoundRests: (value) => RESTS[value],
    grace: (value) => graceInWords(names, value),
    lateFees: lateFeesInWords,
    caps: (value) => (value.length === 0 ? "none" : value.map((cap) => capInWords(names, cap)).join(" ")),
    minimum: (value) => (value === null ? "not known" : minimumInWords(value)),
    accelerateAfter: (value) => (value === null ? "not by itself" : String(value)),
    rateDecimals: (value) => (value === null ? "all" : String(value)),
    rounding: roundingInWords,
    order: (value) => orderInWords(names, value),
    by: (value) => `${value} by ${value}`,
    orderAfter: (value) =>
      value.length === 0 ? "does not change" : value.map((one) => switchInWords(names, one)).join("; "),
    orderInAdvance: (value) => (value === null ? "as for what is due" : orderInWords(names, value)),
    surplus: (value) => SURPLUSES[value],
  };
}

export const termWords = byNaming(termWordsWith);
