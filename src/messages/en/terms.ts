/** English: the values of a contract's terms in words. */

import { byNaming, type Naming } from "../../loan/component-names.ts";
import type { LateFee, LateFeeBase, LateFeeTurn } from "../../loan/late-fee.ts";
import type { LenderKind } from "../../loan/loan.ts";
import { formatFen } from "../../loan/money.ts";
import { formatPercent } from "../../loan/rate.ts";
import type { Rounding, RoundingDirection, RoundingMoment } from "../../loan/rounding.ts";
import { plural } from "../../output/figures.ts";
import { type ComponentNames, type TermPhrases, termWordsOf } from "../term-words.ts";

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

const phrases: TermPhrases = {
  choices: {
    dayCount: {
      "actual/360": "actual days, a year of 360",
      "actual/365": "actual days, a year of 365",
      "actual/365.25": "actual days, a year of 365.25",
      "actual/actual": "actual days, the year's own days",
      "30/360": "months of 30 days, a year of 360",
      "months+days/360": "whole months, then days of a year of 360",
      period: "a month's rate for each whole month, spread evenly over its days",
    },
    interest: {
      accrued: "interest before the due date accrues day by day",
      scheduled: "interest before the due date is fixed in advance",
    },
    penaltyBase: {
      "overdue-principal": "the overdue principal",
      "outstanding-principal": "the whole principal outstanding",
      borrowed: "the amount once lent",
    },
    compound: { none: "nothing", interest: "unpaid interest", all: "unpaid charges other than fees" },
    compoundRests: { day: "every day", month: "every month", quarter: "every quarter", year: "every year" },
    by: { instalment: "instalment by instalment", component: "component by component" },
    surplus: {
      next: "goes to the next instalment",
      last: "goes to the last instalment",
      spread: "is spread over what is left",
      none: "is not taken",
    },
  },
  none: {
    grace: "no grace days",
    lateFees: "none",
    caps: "none",
    minimum: "not known",
    accelerateAfter: "not by itself",
    rateDecimals: "all",
    orderAfter: "does not change",
    orderInAdvance: "as for what is due",
  },
  contractRate: "the contract rate",
  charges: "charges",
  comma: ", ",
  semicolon: "; ",
  amount: (amount) => amount,
  rate: (share, per) => `${share} a ${per}`,
  timesContractRate: (times) => `${times} × the contract rate`,
  from: (value, date) => `${value} from ${date}`,
  fromDay: (value, daysOverdue) => `${value} from day ${daysOverdue}`,
  larger: (amount, share) => `the larger of ${amount} and ${share}`,
  grace: {
    skip: (days, penalty) => `${penalty} starts after ${plural(days, "grace day", "grace days")}`,
    waive: (days, penalty) => `no ${penalty} if paid within ${plural(days, "grace day", "grace days")}`,
  },
  lateFee: lateFeeInWords,
  rounding: roundingInWords,
  orderFrom: (daysOverdue, order, by) => `from day ${daysOverdue} overdue: ${order}; ${by} by ${by}`,
};

export const termWords = byNaming((naming) =>
  termWordsOf(phrases, componentNames[naming], `the ${penaltyRateNames[naming]}`),
);
