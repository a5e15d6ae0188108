/** What every plan begins with: the three questions, answered for the payments it looks at. */

import { type Answer, type Followed, follow, type Verdict } from "../../advice/run-report.ts";
import { lastDay } from "../../input/horizon.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import type { Events } from "../../loan/events.ts";
import type { PlanWords } from "../../messages/words.ts";
import type { Section, Sentence } from "../../output/page.ts";
import { perCycle } from "./payments-in-words.ts";

/** A loan under some payments, as `simulate` runs it. */
export function followFor(request: LoanRequest, events: Events, onRow?: (row: LedgerRow) => void): Followed {
  const { loan, product, orderGiven, horizon } = request;
  return follow(
    {
      loan,
      events,
      until: lastDay(horizon, loan.asOf),
      classification: product.classification,
      orderGiven: orderGiven || !product.orderAssumed,
    },
    onRow,
  );
}

/** Is the principal falling, what of the record, have you negotiated. */
export function threeQuestions(request: LoanRequest, result: Verdict, events: Events, words: PlanWords): Section {
  const { main, simulate, plan } = words;
  const pays = events.payments.length + events.streams.length > 0;
  const sentences: Sentence[] = pays
    ? [
        {
          text: `${simulate.whereItWent(result)}${main.between}${simulate.whenPrincipalFalls(result)}`,
          tone: result.toPrincipal === 0 ? "bad" : "plain",
        },
        {
          text: `${simulate.whetherItEnds(result, perCycle(events, words))}${main.between}${simulate.breakEven(result)}`,
          tone: result.clearedOn === null ? "bad" : "good",
        },
      ]
    : [{ text: `${plan.noPayments}${main.between}${simulate.breakEven(result)}`, tone: "bad" }];
  sentences.push(
    { text: simulate.credit(result), tone: result.daysOverdueAtEnd > 0 ? "bad" : "good" },
    { text: plan.negotiation(result.daysOverdueAtStart) },
    { text: simulate.limitation(result) },
  );
  const { name } = request.loan;
  return { kind: "sentences", title: name ?? plan.questions, sentences };
}

/** What the figures rest on and cost, as `simulate` says it: whoever plans has to know it too. */
export function backgroundSection(result: Answer, { simulate }: PlanWords): Section {
  const texts = [simulate.yearlyCost(result), simulate.otherOrder(result)];
  return { kind: "sentences", sentences: texts.flatMap((text) => (text === null ? [] : [{ text }])) };
}

/** What becomes of the payments given beside the amounts found. */
export function standsInPlace({ streams, payments }: Events, says: PlanWords["plan"]): readonly Sentence[] {
  if (streams.length > 0) return [{ text: says.instead }];
  return payments.length > 0 ? [{ text: says.onTop }] : [];
}
