/** Terms written back the way the options read them. */

import { formatDay } from "../loan/day.ts";
import type { LateFee, PenaltyRate, Terms } from "../loan/loan.ts";
import { type Fraction, formatFen } from "../loan/money.ts";
import { formatFraction, multiply, type Rate } from "../loan/rate.ts";

const HUNDRED: Fraction = { numerator: 100n, denominator: 1n };

/** `0.05%/day` */
export function writeRate(rate: Rate): string {
  return `${writePercent(rate)}/${rate.per}`;
}

export function writePenalty(penalty: PenaltyRate): string {
  switch (penalty.kind) {
    case "rate":
      return writeRate(penalty.rate);
    case "multiple":
      return `${formatFraction(penalty.of)}x`;
    default:
      return penalty satisfies never;
  }
}

/** One term; lists are joined by spaces, an empty one is `none`. */
export function writeTerm(terms: Terms, field: keyof Terms): string {
  switch (field) {
    case "rates":
      return list(
        terms.rates.map(({ from, rate }) => `${writeRate(rate)}${from === null ? "" : ` from ${formatDay(from)}`}`),
      );
    case "penalty":
      return list(terms.penalty.map((tier) => `${writePenalty(tier.penalty)}${fromDay(tier.fromDaysOverdue)}`));
    case "grace":
      return `${terms.grace.days}:${terms.grace.kind}`;
    case "lateFees":
      return list(terms.lateFees.map(writeLateFee));
    case "order":
      return terms.order.join(",");
    case "orderAfter":
      return list(terms.orderAfter.map(({ daysOverdue, order, by }) => `${daysOverdue}:${order.join(",")}:${by}`));
    case "orderInAdvance":
      return terms.orderInAdvance?.join(",") ?? "none";
    case "rateDecimals":
      return terms.rateDecimals === null ? "none" : String(terms.rateDecimals);
    case "interest":
    case "penaltyBase":
    case "compound":
    case "dayCount":
    case "surplus":
    case "by":
      return terms[field];
    case "rounding":
      return terms.rounding.when;
    case "compoundRate":
      return terms.compoundRate.kind === "rate" ? writeRate(terms.compoundRate.rate) : terms.compoundRate.kind;
    case "compoundRests":
      return terms.compoundRests;
    case "accelerateAfter":
      return terms.accelerateAfter === null ? "none" : String(terms.accelerateAfter);
    case "caps":
    case "minimum":
      return "none";
    default:
      return field satisfies never;
  }
}

function writeLateFee({ charge, each, minimum, maximum }: LateFee): string {
  const turn = each === "month" ? "/month" : "";
  switch (charge.kind) {
    case "fixed":
      return `${formatFen(charge.amount)}${turn}`;
    case "percent": {
      const bounds = `${minimum === null ? "" : `:min=${formatFen(minimum)}`}${maximum === null ? "" : `:max=${formatFen(maximum)}`}`;
      return `${writePercent(charge.share)}${turn}${charge.of === "instalment" ? "" : `:of=${charge.of}`}${bounds}`;
    }
    default:
      return charge satisfies never;
  }
}

function writePercent(share: Fraction): string {
  return `${formatFraction(multiply(share, HUNDRED))}%`;
}

function fromDay(daysOverdue: number): string {
  return daysOverdue <= 1 ? "" : ` from day ${daysOverdue}`;
}

function list(parts: readonly string[]): string {
  return parts.length === 0 ? "none" : parts.join(" ");
}
