/** English: the values of a contract's terms in words, from the way the options write them. */

import type { Naming } from "../../loan/component-names.ts";
import { ROUNDING_DIRECTIONS, type RoundingDirection, type RoundingMoment } from "../../loan/rounding.ts";
import type {
  CompoundBase,
  CompoundRests,
  DayCount,
  InterestMode,
  PenaltyBase,
  Surplus,
  TermField,
} from "../../loan/terms.ts";
import { type ComponentNames, named } from "../named.ts";

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

const listOf = (names: ComponentNames, value: string): string =>
  value
    .split(",")
    .map((word) => named(names, word))
    .join(", ");

/** Of what is overdue. */
export const penaltyRateNames: Readonly<Record<Naming, string>> = {
  licensed: "penalty rate",
  card: "rate once overdue",
  private: "overdue rate",
};

/** `0.05%/day@2026-01-01` */
const rates = (value: string): string =>
  value.replace(/(?<=%)\/(day|month|year)/g, " a $1").replace(/@(?=\d{4}-)/g, " from ");

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

/** `payment:down:unit=1` */
function rounding(value: string): string {
  const [when = "", ...parts] = value.split(":");
  const direction = ROUNDING_DIRECTIONS.find((one) => parts.includes(one)) ?? "half-up";
  const unit = parts.includes("unit=1") ? "yuan" : "fen";
  return ROUNDED[direction](`the ${unit} ${named(ROUNDING_MOMENTS, when)}`);
}
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

const none =
  (words: string) =>
  (value: string): string =>
    value === "none" ? words : value;

export type TermWords = { readonly [field in TermField]: (written: string) => string };

/** `30.00:after=10 80.00:after=30` */
const lateFees = (value: string): string =>
  value
    .replace(/:after=(\d+)/g, " on day $1 overdue")
    .replace(/(?<=overdue) /g, ", ")
    .replace(/\/loan(?= on day \d+ overdue)/g, " once");

/** `charges=24%/year` */
const caps = (names: ComponentNames, value: string): string =>
  value.replace(/(\w+)=(\S+)/g, (_, of: string, most: string) => `${named(names, of)} ${rates(most)}`);

const termWordsWith = (naming: Naming, names = componentNames[naming]): TermWords => ({
  rates,
  dayCount: (value) => named(DAY_COUNTS, value),
  interest: (value) => named(MODES, value),
  penalty: (value) => rates(value.replace(/([\d./]+)x/g, "$1 × the contract rate")),
  penaltyBase: (value) => named(BASES, value),
  compound: (value) => named(COMPOUND, value),
  compoundRate: (value) =>
    value === "penalty" ? `the ${penaltyRateNames[naming]}` : value === "contract" ? "the contract rate" : rates(value),
  compoundRests: (value) => named(RESTS, value),
  grace: (value) => {
    const [days = "", kind] = value.split(":");
    if (days === "0") return "no grace days";
    const allowed = days === "1" ? "1 grace day" : `${days} grace days`;
    return kind === "skip"
      ? `${names.penalty} starts after ${allowed}`
      : `no ${names.penalty} if paid within ${allowed}`;
  },
  lateFees,
  caps: (value) => caps(names, value),
  minimum: none("not known"),
  accelerateAfter: none("not by itself"),
  rateDecimals: none("all"),
  rounding,
  order: (value) => listOf(names, value),
  by: (value) => `${value} by ${value}`,
  orderAfter: (value) =>
    value === "none"
      ? "does not change"
      : value
          .split(" ")
          .map((part) => {
            const [day = "", order = "", axis = ""] = part.split(":");
            return `from day ${day} overdue: ${listOf(names, order)}; ${axis} by ${axis}`;
          })
          .join("; "),
  orderInAdvance: (value) => (value === "none" ? "as for what is due" : listOf(names, value)),
  surplus: (value) => named(SURPLUSES, value),
});

export const termWords: Readonly<Record<Naming, TermWords>> = {
  licensed: termWordsWith("licensed"),
  card: termWordsWith("card"),
  private: termWordsWith("private"),
};
