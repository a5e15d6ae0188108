/** Several ways to deal with one debt, side by side: each a run of its own, over the same days. */

import { openLoan } from "../ledger/opening.ts";
import { PaymentPlan } from "../ledger/payment-plan.ts";
import { Run } from "../ledger/run.ts";
import { cycleOf } from "../loan/budget.ts";
import type { Component } from "../loan/components.ts";
import { allThatHold } from "../loan/conditions.ts";
import { addDays, addMonths, CENTURY_DAYS, type Day, NEVER } from "../loan/day.ts";
import { type Events, NO_EVENTS, paysAnything, paysMinimum } from "../loan/events.ts";
import { costUntilCleared, EVERY_DAY, type Loan, plainStream } from "../loan/loan.ts";
import { BALANCE_LIMIT, type Fen, fen, WHOLE } from "../loan/money.ts";
import { agreementOver, USUAL_NEW_LOAN } from "../loan/offers.ts";
import { formatPercent } from "../loan/rate.ts";
import type { Strategy } from "../loan/strategy.ts";
import { type Inquiry, type Summary, summarise } from "./run-report.ts";

/** One line of a comparison. */
export interface Compared extends Pick<Summary, InBoth> {
  readonly strategy: Strategy;
  readonly principalLeft: Fen;
  readonly totalOwed: Fen;
  readonly daysOverdue: number;
  /** Null where the lender reports to no credit record. */
  readonly statusCode: number | null;
  /** All that is paid and taken until the debt is cleared, less the opening principal and what is drawn again; null where it never is. */
  readonly totalCost: Fen | null;
  readonly summary: Summary;
}

type InBoth = "paid" | "toCharges" | "toPrincipal" | "principalShare" | "clearedOn" | "yearlyCost";

export interface ComparisonInput extends Pick<Inquiry, "loan" | "until" | "classification"> {
  readonly strategies: readonly Strategy[];
}

/** One line for each strategy, in the order given. */
export function compare({ loan, until, classification, strategies }: ComparisonInput): readonly Compared[] {
  const opening = openLoan(loan);
  return strategies.map((strategy) => {
    const summary = summarise({ loan, events: strategy.events, until, classification, opening });
    const { paid, toCharges, toPrincipal, principalShare, clearedOn, yearlyCost } = summary;
    return {
      strategy,
      paid,
      toCharges,
      toPrincipal,
      principalShare,
      principalLeft: summary.closingPrincipal,
      totalOwed: summary.closingTotal,
      daysOverdue: summary.daysOverdueAtEnd,
      statusCode: summary.credit?.statusCode ?? null,
      clearedOn,
      totalCost: totalCostOf(loan, summary),
      yearlyCost,
      summary,
    };
  });
}

function totalCostOf({ charges }: Loan, { clearedOn, paidUntilCleared, openingPrincipal }: Summary): Fen | null {
  if (clearedOn === null || paidUntilCleared === null) return null;
  return costUntilCleared(charges, { openingPrincipal, paid: paidUntilCleared, clearedOn });
}

/** The names of the ways that are compared where none is asked for. */
export type DefaultStrategy =
  | "none"
  | "as-given"
  | "monthly"
  | "saved-up"
  | "interest-stopped"
  | "penalty-waived"
  | "refinancing";

const LONGEST_AGREEMENT_MONTHS = 60;
const USUAL_AGREEMENT_MONTHS = 36;

/** The usual set: nothing, the payments as given, the same money otherwise, and what could be agreed instead. */
export function defaultStrategies(loan: Loan, given: Events, until: Day): readonly Strategy[] {
  const months = agreementMonths(loan, given);
  const { asOf } = loan;
  const agreed = (name: DefaultStrategy, waived: boolean): Strategy => ({
    name,
    spec: `agreement:months=${months}${waived ? ",waive-penalty=100%,waive-compound=100%" : ""}`,
    kind: "agreement",
    events: {
      ...NO_EVENTS,
      agreements: [agreementOver(asOf, months, waived ? { penalty: WHOLE, compound: WHOLE } : {})],
      paysWhenDueFrom: asOf,
    },
  });
  // A minimum payment depends on what is owed on its day: paid at other times it would not be the same money.
  const isSameAnyDay = paysAnything(given) && !paysMinimum(given);
  const saved = isSameAnyDay ? savedUp(asOf, given, until) : null;
  return allThatHold<Strategy>(
    { name: "none", spec: "none", kind: "none", events: NO_EVENTS },
    paysAnything(given) && { name: "as-given", spec: "", kind: "payments", events: given },
    isSameAnyDay && { name: "monthly", spec: "", kind: "payments", events: sameMoneyMonthly(asOf, given) },
    saved && { name: "saved-up", spec: "", kind: "save", events: saved },
    agreed("interest-stopped", false),
    agreed("penalty-waived", true),
    refinanced(asOf),
  );
}

/** Months in which the money now paid would clear the debt if nothing more accrued, 1 to 60; 36 where nothing is paid. */
function agreementMonths(loan: Loan, given: Events): number {
  const monthly = moneyBetween(given, loan.asOf, addMonths(loan.asOf, 1));
  if (monthly === 0) return USUAL_AGREEMENT_MONTHS;
  const { owed } = new Run(loan, NO_EVENTS);
  return Math.min(LONGEST_AGREEMENT_MONTHS, Math.max(1, Math.ceil(owed / monthly)));
}

function refinanced(asOf: Day): Strategy {
  return {
    name: "refinancing",
    spec: `borrow:rate=${formatPercent(USUAL_NEW_LOAN.rate)}/year,months=${USUAL_NEW_LOAN.months}`,
    kind: "refinancing",
    events: {
      ...NO_EVENTS,
      agreements: [{ kind: "refinancing", date: asOf, ...USUAL_NEW_LOAN }],
      paysWhenDueFrom: asOf,
    },
    assumed: "offer",
  };
}

/** The same money, but what is paid within a month is paid at its end. */
function sameMoneyMonthly(asOf: Day, given: Events): Events {
  const end = addDays(asOf, CENTURY_DAYS);
  const amounts: Fen[] = [];
  const plan = new PaymentPlan(given, asOf);
  for (let month = 1; plan.next < NEVER; month += 1) {
    const monthEnd = addMonths(asOf, month);
    if (monthEnd > end) break;
    amounts.push(takeUntil(plan, monthEnd));
  }
  const monthEnds = plainStream(
    cycleOf("month", asOf),
    amounts,
    addMonths(asOf, 1),
    // What goes on beyond a century never ends.
    plan.next < NEVER ? null : addMonths(asOf, amounts.length),
  );
  return { ...NO_EVENTS, streams: amounts.length === 0 ? [] : [{ ...monthEnds, for: commonName(given) }] };
}

/** The same money put aside until the end of the comparison and paid then at once; null where there is none by then. */
function savedUp(asOf: Day, given: Events, until: Day): Events | null {
  const amount = moneyBetween(given, asOf, until);
  if (amount === 0) return null;
  return { ...NO_EVENTS, streams: [{ ...plainStream(EVERY_DAY, [amount], until, until), for: commonName(given) }] };
}

/** The component that all payments name: the same money is for the same purpose. Null where they differ, or name none. */
function commonName({ payments, streams }: Events): Component | null {
  const [name, ...others] = new Set([...payments, ...streams].map((paid) => paid.for));
  return others.length === 0 ? (name ?? null) : null;
}

/** What payments come to after one day and up to another. */
function moneyBetween(given: Events, after: Day, until: Day): Fen {
  return takeUntil(new PaymentPlan(given, after), until);
}

function takeUntil(plan: PaymentPlan, until: Day): Fen {
  let total = 0;
  while (plan.next <= until) {
    const { regular } = plan;
    if (regular !== null) {
      const count = regular.payments.countBefore(Math.min(until + 1, regular.before));
      total += regular.payments.amount * count;
      regular.payments.pass(count);
    } else for (const { dated, streamed } of plan.take(plan.next)) total += dated + streamed;
  }
  // What lies beyond the engine's limit is cut to what is owed in any case.
  return fen(Math.min(total, BALANCE_LIMIT));
}
