/** The report of a run: what was paid and where it went, whether this ends, what it does to the record, what it costs. */

import { isReported } from "../law/credit-record.ts";
import type { LedgerRow, RunTotals } from "../ledger/ledger.ts";
import { type Opening, openLoan } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { expectOneOf } from "../ledger/well-formed.ts";
import { nameOfCycle } from "../loan/budget.ts";
import { addAmounts, type ByComponent, chargesOf, totalOf } from "../loan/components.ts";
import { addDays, type Day, earliest, lastOfMonth } from "../loan/day.ts";
import { type Events, namedOutOfOrder, withoutNames } from "../loan/events.ts";
import type { Cycle, EndOfRun, Loan } from "../loan/loan.ts";
import { amountRatio, type Fen, subtract } from "../loan/money.ts";
import { once } from "../loan/once.ts";
import { CLASSIFICATIONS, type Classification } from "../loan/products/product.ts";
import { CHARGES_FIRST, PRINCIPAL_FIRST, type Terms } from "../loan/terms.ts";
import { type BreakEvenPayment, breakEvenPayment } from "./break-even.ts";
import { earnedIn } from "./charges-earned.ts";
import { bordersOfLoan, linesOfLoan, yearlyCost } from "./cost-of-arrears.ts";
import { type CostLineFigure, costLineFigures, costStretches } from "./cost-stretches.ts";
import { type Credit, creditOf } from "./credit-of-run.ts";
import { type EffectiveRate, effectiveRateOf } from "./effective-rate.ts";
import { endOfRun } from "./end-of-run.ts";
import { type LimitationOfRun, limitationOf } from "./limitation-of-run.ts";
import { type NeverReason, type Projection, project } from "./projection.ts";

/** What is owed at the close of `asOf`, before anything that is agreed on that day. */
export interface Owed extends ByComponent {
  readonly total: Fen;
  /** The part of the interest that was fixed in advance for days that lie ahead. */
  readonly unearned: Fen;
}

/** What of a run is in its summary as it is, and what of its projection: "if this goes on", past the end of the run. */
type OfRun = "to" | "unapplied" | "capped" | "daysOverdueAtStart" | "daysOverdueAtEnd" | "brokenOn" | "limitReachedOn";
type OfProjection =
  | "principalFirstFell"
  | "clearedOn"
  | "isGrowing"
  | "isTrifleLeft"
  | "isBeyondCentury"
  | "everOverdue";

/** A run in figures, and what follows from them; amounts are in fen, shares to four decimals, yearly rates to six. */
export interface Summary extends Pick<RunTotals, OfRun>, Pick<Projection, OfProjection> {
  readonly owed: Owed;
  readonly end: EndOfRun;
  readonly from: Day;
  readonly days: number;
  readonly paid: Fen;
  readonly toFee: Fen;
  readonly toPenalty: Fen;
  readonly toCompound: Fen;
  readonly toInterest: Fen;
  readonly toPrincipal: Fen;
  readonly toCharges: Fen;
  readonly waived: Fen;
  readonly principalShare: number | null;
  readonly chargesAccrued: Fen;
  readonly openingPrincipal: Fen;
  readonly closingPrincipal: Fen;
  readonly openingTotal: Fen;
  readonly closingTotal: Fen;
  readonly clearedReason: NeverReason | null;
  /** All that is paid and taken until the loan is cleared; null where it never is. */
  readonly paidUntilCleared: Fen | null;
  /** What is paid beside it by then and not taken. */
  readonly unappliedUntilCleared: Fen;
  /** Null where the lender reports to no credit record. */
  readonly credit: Credit | null;
  /** Null where its law is not known. */
  readonly limitation: LimitationOfRun | null;
  /** Charges of the run by which its yearly cost is counted: interest as it was earned. */
  readonly chargesEarned: Fen;
  /** Of the principal outstanding, a year; null where none was. */
  readonly yearlyCost: number | null;
  readonly costLines: readonly CostLineFigure[];
}

/** What is asked of one loan under the order it has. */
export interface Inquiry {
  readonly loan: Loan;
  readonly events: Events;
  /** Null: until the loan is cleared, or for a year where it never is. */
  readonly until: Day | null;
  readonly classification: Classification;
  /** The loan opened, where several runs start from there. */
  readonly opening?: Opening;
}

export interface Question extends Inquiry {
  /** The order of allocation was given, so that no other is shown beside it. */
  readonly orderGiven: boolean;
  /** What was given of its surroundings, and so holds under the other order too. */
  readonly orderTermsGiven?: readonly OrderTerm[];
}

export const ORDER_TERMS = ["by", "orderAfter", "orderInAdvance"] as const satisfies readonly (keyof Terms)[];
type OrderTerm = (typeof ORDER_TERMS)[number];

/** The same figures under the other customary order. */
export interface OtherOrder extends Summary, Pick<Terms, "order" | "by"> {
  readonly breakEvenPayment: () => BreakEvenPayment;
}

/** A run that was made, and what there is to say of it, worked out when it is asked for: rows alone need none of it. */
export interface RunReport {
  readonly totals: RunTotals;
  readonly summary: () => Summary;
  readonly breakEvenPayment: () => BreakEvenPayment;
  /** Null where the order was given, or nothing is paid. */
  readonly otherOrder: () => OtherOrder | null;
  /** Of the contract, from its first day; null where its payments are not known. */
  readonly effectiveRate: EffectiveRate | null;
}

/** Runs a loan; each row is handed to `onRow` as it is made. */
export async function runReport(asked: Question, onRow?: (row: LedgerRow) => void): Promise<RunReport> {
  const question = { ...asked, opening: asked.opening ?? openLoan(asked.loan) };
  const { run, totals } = runThrough(question, onRow);
  return {
    totals,
    summary: once(() => summaryOf(question, run, totals)),
    breakEvenPayment: once(() => breakEvenPayment(question.loan, question.events, question.opening)),
    otherOrder: once(() => otherOrderOf(question, totals)),
    effectiveRate: await effectiveRateOf(asked.loan),
  };
}

/** Runs a loan under the order it has, and says what came of it. */
export function summarise(inquiry: Inquiry): Summary {
  const { run, totals } = runThrough(inquiry);
  return summaryOf(inquiry, run, totals);
}

/** More is owed at the end than was at the start. */
export function hasGrown({ opening, closing }: RunTotals): boolean {
  return totalOf(closing) > totalOf(opening);
}

function runThrough(
  { loan, events, until, opening, classification }: Inquiry,
  onRow?: (row: LedgerRow) => void,
): { readonly run: Run; readonly totals: RunTotals } {
  expectOneOf("classification", classification, CLASSIFICATIONS);
  const run = new Run(loan, events, opening).advance(until ?? clearingDay(loan, events, opening), onRow);
  return { run, totals: run.totals() };
}

function otherOrderOf(question: Question, { payments }: RunTotals): OtherOrder | null {
  if (question.orderGiven || payments === 0) return null;
  // Payments that name the principal are a choice of the other order, beside which stands the order of the terms.
  const isChosen = namedOutOfOrder(question.events, question.loan).includes("principal");
  const events = isChosen ? withoutNames(question.events) : question.events;
  const terms = isChosen ? question.loan.terms : withOtherOrder(question.loan.terms, question.orderTermsGiven ?? []);
  const loan = { ...question.loan, terms };
  const opening = openLoan(loan);
  return {
    order: terms.order,
    by: terms.by,
    ...summarise({ ...question, loan, events, opening }),
    breakEvenPayment: once(() => breakEvenPayment(loan, events, opening)),
  };
}

/** The run is taken on to the end of its month; its totals are those of its end. */
function summaryOf(inquiry: Inquiry, run: Run, totals: RunTotals): Summary {
  const { loan, events } = inquiry;
  const { opening, closing, paid, payments, principalDays } = totals;
  const { to, unapplied, capped, daysOverdueAtStart, daysOverdueAtEnd, brokenOn, limitReachedOn } = totals;
  run.advance(lastOfMonth(to));
  const daysOverdueAtMonthEnd = run.daysOverdue;
  // From the start, so that it is the same whatever the days of the table.
  const projection = project(new Run(loan, events, inquiry.opening), events);
  const { everOverdue, principalFirstFell, clearedOn, isGrowing, isTrifleLeft, isBeyondCentury } = projection;
  const ofRun = { to, unapplied, capped, daysOverdueAtStart, daysOverdueAtEnd, brokenOn, limitReachedOn };
  const ofProjection = { everOverdue, principalFirstFell, clearedOn, isGrowing, isTrifleLeft, isBeyondCentury };
  const chargesEarned = earnedIn(loan, totals);
  const isChinese = loan.jurisdiction === "cn";
  return {
    ...ofRun,
    ...ofProjection,
    owed: { ...opening, total: totalOf(opening), unearned: totals.unearnedAtStart },
    end: endOfRun(loan, totals),
    from: earliest(addDays(totals.from, 1), to),
    days: to - totals.from,
    paid: payments,
    toFee: paid.fee,
    toPenalty: paid.penalty,
    toCompound: paid.compound,
    toInterest: paid.interest,
    toPrincipal: paid.principal,
    toCharges: chargesOf(paid),
    waived: totalOf(totals.waived),
    principalShare: amountRatio(paid.principal, payments),
    chargesAccrued: chargesOf(addAmounts(totals.accrued, totals.charged)),
    openingPrincipal: opening.principal,
    closingPrincipal: closing.principal,
    openingTotal: totalOf(opening),
    closingTotal: totalOf(closing),
    clearedReason: projection.reason,
    paidUntilCleared: clearedOn === null ? null : subtract(projection.paid, projection.unapplied),
    unappliedUntilCleared: projection.unapplied,
    credit: isReported(loan) ? creditOf(inquiry, totals, daysOverdueAtMonthEnd, projection) : null,
    limitation: isChinese ? limitationOf(loan, events, totals) : null,
    chargesEarned,
    yearlyCost: yearlyCost(chargesEarned, principalDays),
    costLines: isChinese ? costLinesOf(inquiry, totals) : [],
  };
}

/** The lines as they stand at `asOf`; where none stands then, or another takes its place in the run, as on its last day. */
function costLinesOf({ loan, events, opening, classification }: Inquiry, totals: RunTotals): readonly CostLineFigure[] {
  const { to } = totals;
  const isSteady =
    bordersOfLoan(loan, classification, to).length === 0 &&
    linesOfLoan(loan, classification).some(({ yearlyRate }) => yearlyRate !== null);
  const run = { loan, events, opening, classification, totals, until: to };
  return costStretches(run, isSteady ? loan.asOf : to).flatMap(costLineFigures);
}

/** How long a run "until cleared" goes on if the loan never is: a year shows as much as a century. */
export const NEVER_CLEARED_DAYS = 365;

/** The day on which the loan is cleared if this goes on; a year on where it never is. */
function clearingDay(loan: Loan, events: Events, opening: Opening | undefined): Day {
  return project(new Run(loan, events, opening), events).clearedOn ?? addDays(loan.asOf, NEVER_CLEARED_DAYS);
}

/** The other customary order: charges first throughout, or, where that is the order, principal first by component. */
function withOtherOrder(terms: Terms, given: readonly OrderTerm[]): Terms {
  const { orderAfter, orderInAdvance } = terms;
  const switches = given.includes("orderAfter") ? orderAfter : [];
  const chargesFirst = terms.order[0] !== "principal" && orderAfter.length === switches.length;
  return {
    ...terms,
    order: chargesFirst ? PRINCIPAL_FIRST : CHARGES_FIRST,
    by: chargesFirst && !given.includes("by") ? "component" : terms.by,
    orderAfter: switches,
    orderInAdvance: given.includes("orderInAdvance") ? orderInAdvance : null,
  };
}

/** How a cycle is called in machine output: `day`, `week`, `month`, or `3 days`. */
export function cycleName(cycle: Cycle): string {
  const name = nameOfCycle(cycle);
  return typeof name === "number" ? `${name} days` : name;
}
