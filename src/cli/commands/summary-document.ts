/** The `summary` of a JSON document, with the names of the contract. */

import type { BreakEvenPayment } from "../../advice/break-even.ts";
import { cycleName, type RunReport, type Summary } from "../../advice/run-report.ts";
import { formatDay } from "../../loan/day.ts";
import { type JsonObject, yuan } from "../../output/json.ts";
import { dateOrNull, yuanOrNull } from "./input-document.ts";

export function reportDocument(report: RunReport): JsonObject {
  const other = report.otherOrder();
  const effectiveRate = report.effectiveRate === null ? null : { ...report.effectiveRate };
  return {
    ...summaryDocument(report.summary(), report.breakEvenPayment()),
    effectiveRate,
    otherOrder:
      other === null
        ? null
        : { order: other.order, ...summaryDocument(other, other.breakEvenPayment()), effectiveRate },
  };
}

function summaryDocument(summary: Summary, breakEven: BreakEvenPayment): JsonObject {
  const { owed, credit } = summary;
  return {
    owed: {
      total: yuan(owed.total),
      principal: yuan(owed.principal),
      fee: yuan(owed.fee),
      penalty: yuan(owed.penalty),
      compound: yuan(owed.compound),
      interest: yuan(owed.interest),
      unearned: yuan(owed.unearned),
    },
    from: formatDay(summary.from),
    to: formatDay(summary.to),
    days: summary.days,
    paid: yuan(summary.paid),
    toFee: yuan(summary.toFee),
    toPenalty: yuan(summary.toPenalty),
    toCompound: yuan(summary.toCompound),
    toInterest: yuan(summary.toInterest),
    toPrincipal: yuan(summary.toPrincipal),
    unapplied: yuan(summary.unapplied),
    waived: yuan(summary.waived),
    principalShare: summary.principalShare,
    chargesAccrued: yuan(summary.chargesAccrued),
    capped: yuan(summary.capped),
    openingPrincipal: yuan(summary.openingPrincipal),
    closingPrincipal: yuan(summary.closingPrincipal),
    openingTotal: yuan(summary.openingTotal),
    closingTotal: yuan(summary.closingTotal),
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
    limitationEnds: dateOrNull(summary.limitationEndsOn),
    yearlyCost: summary.yearlyCost,
    costLines: summary.costLines.map(({ name, yearlyRate, above }) => ({ name, yearlyRate, above: yuan(above) })),
    brokenOn: summary.brokenOn.map(formatDay),
  };
}
