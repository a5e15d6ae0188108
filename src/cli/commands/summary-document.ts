/** The `summary` of a JSON document, with the names of the contract. */

import type { BreakEvenPayment } from "../../advice/break-even.ts";
import { cycleName, type RunReport, type Summary } from "../../advice/run-report.ts";
import { formatDay } from "../../loan/day.ts";
import { yuan } from "../../loan/money.ts";
import { dateOrNull, inYuan, type JsonObject, yuanOrNull } from "../../output/json.ts";

export function reportDocument(report: RunReport): JsonObject {
  const other = report.otherOrder();
  const effectiveRate = report.effectiveRate && { ...report.effectiveRate };
  return {
    ...summaryDocument(report.summary(), report.breakEvenPayment()),
    effectiveRate,
    otherOrder: other && {
      order: other.order,
      by: other.by,
      ...summaryDocument(other, other.breakEvenPayment()),
      effectiveRate,
    },
  };
}

function summaryDocument(summary: Summary, breakEven: BreakEvenPayment): JsonObject {
  const { owed, credit, limitation } = summary;
  return {
    owed: inYuan(owed, "total", "principal", "fee", "penalty", "compound", "interest", "unearned"),
    from: formatDay(summary.from),
    to: formatDay(summary.to),
    days: summary.days,
    ...inYuan(summary, "paid", "toFee", "toPenalty", "toCompound", "toInterest", "toPrincipal", "unapplied", "waived"),
    principalShare: summary.principalShare,
    ...inYuan(summary, "chargesAccrued", "capped"),
    ...inYuan(summary, "openingPrincipal", "closingPrincipal", "openingTotal", "closingTotal"),
    daysOverdueAtStart: summary.daysOverdueAtStart,
    daysOverdueAtEnd: summary.daysOverdueAtEnd,
    principalFirstFell: dateOrNull(summary.principalFirstFell),
    clearedOn: dateOrNull(summary.clearedOn),
    clearedReason: summary.clearedReason,
    paidUntilCleared: yuanOrNull(summary.paidUntilCleared),
    breakEvenPayment: {
      amount: yuanOrNull(breakEven.amount),
      every: cycleName(breakEven.cycle),
      until: dateOrNull(breakEven.isAlikeLater ? null : breakEven.until),
    },
    credit: {
      statusCode: credit?.statusCode ?? null,
      monthsOverdue: credit?.monthsOverdue ?? null,
      category: credit?.category ?? null,
      overdueEndedOn: dateOrNull(credit?.overdueEndedOn ?? null),
      deletableOn: dateOrNull(credit?.deletableOn ?? null),
      deletableAfterAgreementOn: dateOrNull(credit?.deletableAfterAgreementOn ?? null),
    },
    limitationEnds: dateOrNull(limitation && (limitation.ranOutOn ?? limitation.endsOn)),
    yearlyCost: summary.yearlyCost,
    costLines: summary.costLines.map(({ name, yearlyRate, above, from, until }) => ({
      name,
      yearlyRate,
      above: yuan(above),
      from: dateOrNull(from),
      until: dateOrNull(until),
    })),
    brokenOn: summary.brokenOn.map(formatDay),
  };
}
