/** What a request asks of a run of its loan under some payments. */

import type { Question } from "../../advice/run-report.ts";
import { lastDay } from "../../input/horizon.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isVerified } from "../../loan/citation.ts";
import type { Events } from "../../loan/events.ts";

export function questionOf({ loan, product, orderGiven, horizon }: LoanRequest, events: Events): Question {
  return {
    loan,
    events,
    until: lastDay(horizon, loan.asOf),
    classification: product.classification,
    orderGiven: orderGiven || isVerified(product.fields.order.sure),
  };
}
