/** The `summary` of a JSON document, with the names of the contract. */

import { type Answer, cycleName, type Verdict } from "../../advice/run-report.ts";
import { formatDay } from "../../loan/day.ts";
import { type Json, yuan } from "../../output/json.ts";
import { dateOrNull, yuanOrNull } from "./input-document.ts";

export function answerDocument(answer: Answer): { readonly [key: string]: Json } {
  const { otherOrder } = answer;
  return {
    ...summaryDocument(answer),
    otherOrder: otherOrder === null ? null : { order: otherOrder.order, ...summaryDocument(otherOrder) },
  };
}

function summaryDocument(summary: Verdict): { readonly [key: string]: Json } {
  return {
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
      amount: yuanOrNull(summary.breakEvenPayment.amount),
      every: cycleName(summary.breakEvenPayment.cycle),
    },
    credit: {
      statusCode: summary.credit.statusCode,
      monthsOverdue: summary.credit.monthsOverdue,
      category: summary.credit.category,
      deletableOn: dateOrNull(summary.credit.deletableOn),
    },
    limitationEnds: formatDay(summary.limitationEnds),
    yearlyCost: summary.yearlyCost,
    costLines: summary.costLines.map(({ name, yearlyRate, above }) => ({ name, yearlyRate, above: yuan(above) })),
    brokenOn: summary.brokenOn.map(formatDay),
  };
}
