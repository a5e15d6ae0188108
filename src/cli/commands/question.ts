/** One run of a loan under some payments: what a request asks of it, and what its report has around the page. */

import { ORDER_TERMS, type Question, type RunReport } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isVerified } from "../../loan/citation.ts";
import type { Fen } from "../../loan/money.ts";
import type { Words } from "../../messages/words.ts";
import type { Report, WhatIfFacts } from "../../output/report.ts";
import { coverOf, runHighlights } from "./cover.ts";

export function questionOf({ loan, events, product, givenTerms, until }: LoanRequest): Question {
  return {
    loan,
    events,
    until,
    classification: product.classification,
    orderGiven: givenTerms.has("order") || isVerified(product.fields.order.sure),
    orderTermsGiven: ORDER_TERMS.filter((term) => givenTerms.has(term)),
  };
}

/** What the sliders of one loan start from. */
export function whatIfOf({ loan, events }: LoanRequest, breakEven: Fen | null = null): WhatIfFacts {
  return { rates: loan.terms.rates, streams: events.streams, breakEven };
}

/** The cover of the answer, and what its sliders start from. */
export function coverAndSliders(
  command: "simulate" | "plan",
  request: LoanRequest,
  report: RunReport,
  words: Words,
): Required<Pick<Report, "cover" | "whatIf">> {
  return {
    cover: () => coverOf(command, request, words, (labels) => runHighlights(report, request.events, words, labels)),
    whatIf: () => whatIfOf(request, report.breakEvenPayment().amount),
  };
}
