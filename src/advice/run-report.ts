/** The figures of a run: what was paid and where it went, whether this ends, what it does to the record, what it costs. */

import type { LedgerRow, RunTotals } from "../ledger/ledger.ts";
import { type Opening, openLoan } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { addDays, type Day, earliest } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import { CHARGES, type Component, type Cycle, type Loan, type Terms } from "../loan/loan.ts";
import { type Fen, fen, ratio, sum } from "../loan/money.ts";
import type { Classification } from "../loan/products/product.ts";
import { type BreakEvenPayment, breakEvenPayment } from "./break-even.ts";
import { amountAbove, costLinesOn, yearlyCost } from "./cost-lines.ts";
import { type Category, category, deletableOn, limitationEnds, monthsOverdue, statusCode } from "./credit.ts";
import { type NeverReason, type Projection, project } from "./projection.ts";

export interface Credit {
  readonly statusCode: number;
  readonly monthsOverdue: string;
  readonly category: Category;
  /** Five years after the overdue ends; null while it has not ended, or where nothing was overdue. */
  readonly deletableOn: Day | null;
}

export interface CostLineFigure {
  readonly name: string;
  readonly yearlyRate: number;
  /** Charges of the run above the line; information, not a claim. */
  readonly above: Fen;
}

export interface Summary {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly paid: Fen;
  readonly toFee: Fen;
  readonly toPenalty: Fen;
  readonly toCompound: Fen;
  readonly toInterest: Fen;
  readonly toPrincipal: Fen;
  readonly unapplied: Fen;
  readonly waived: Fen;
  readonly principalShare: number | null;
  readonly chargesAccrued: Fen;
  readonly openingPrincipal: Fen;
  readonly closingPrincipal: Fen;
  readonly openingTotal: Fen;
  readonly closingTotal: Fen;
  readonly daysOverdueAtStart: number;
  readonly daysOverdueAtEnd: number;
  /** Past the end of the run too: if this goes on. */
  readonly principalFirstFell: Day | null;
  readonly clearedOn: Day | null;
  readonly clearedReason: NeverReason | null;
  /** All that is paid until the loan is cleared; null where it never is. */
  readonly paidUntilCleared: Fen | null;
  readonly credit: Credit;
  readonly limitationEnds: Day;
  readonly yearlyCost: number | null;
  readonly costLines: readonly CostLineFigure[];
  /** Days on which an agreement in the run broke. */
  readonly brokenOn: readonly Day[];
  /** Day on which the debt passed what the engine can count; the figures stop there. */
  readonly limitReachedOn: Day | null;
}

/** What is said of a run that stands alone: how little would keep its debt from growing. */
export interface Verdict extends Summary {
  readonly breakEvenPayment: BreakEvenPayment;
}

/** A verdict with, where the order was assumed, the same figures under the other customary order. */
export interface Answer extends Verdict {
  readonly otherOrder: (Verdict & { readonly order: readonly Component[] }) | null;
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
}

/** A run that was made, and what there is to say of it, worked out when it is asked for: rows alone need none of it. */
export interface Followed {
  readonly totals: RunTotals;
  readonly verdict: () => Verdict;
  readonly answer: () => Answer;
}

/** Runs a loan; rows go to `onRow` as they are made. */
export function follow(asked: Question, onRow?: (row: LedgerRow) => void): Followed {
  const question = { ...asked, opening: asked.opening ?? openLoan(asked.loan) };
  const { run, totals } = runThrough(question, onRow);
  const verdict = once(() => verdictOf(question, summaryOf(question, totals, project(run, question.events))));
  return { totals, verdict, answer: once(() => answerOf(question, verdict())) };
}

/** Runs a loan under the order it has, and says what came of it. */
export function summarise(question: Inquiry): Summary {
  const { run, totals } = runThrough(question);
  return summaryOf(question, totals, project(run, question.events));
}

/** More is owed at the end than was at the start. */
export function hasGrown({ opening, closing }: RunTotals): boolean {
  return sum(Object.values(closing)) > sum(Object.values(opening));
}

function runThrough(
  { loan, events, until, opening }: Inquiry,
  onRow?: (row: LedgerRow) => void,
): { readonly run: Run; readonly totals: RunTotals } {
  const run = new Run(loan, events, opening);
  run.advance(until ?? clearingDay(loan, events, opening), onRow);
  return { run, totals: run.totals() };
}

function verdictOf({ loan, events, opening }: Inquiry, summary: Summary): Verdict {
  return { ...summary, breakEvenPayment: breakEvenPayment(loan, events, opening) };
}

/** The break-even payment does not depend on the order. */
function answerOf(question: Question, verdict: Verdict): Answer {
  if (question.orderGiven) return { ...verdict, otherOrder: null };
  const terms = otherOrderOf(question.loan.terms);
  const loan = { ...question.loan, terms };
  const other = summarise({ ...question, loan, opening: openLoan(loan) });
  return { ...verdict, otherOrder: { order: terms.order, ...other, breakEvenPayment: verdict.breakEvenPayment } };
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function summaryOf({ loan, classification }: Inquiry, totals: RunTotals, projection: Projection): Summary {
  const { paid, closing } = totals;
  const chargesAccrued = chargesOf(totals);
  return {
    from: earliest(addDays(totals.from, 1), totals.to),
    to: totals.to,
    days: totals.to - totals.from,
    paid: totals.payments,
    toFee: paid.fee,
    toPenalty: paid.penalty,
    toCompound: paid.compound,
    toInterest: paid.interest,
    toPrincipal: paid.principal,
    unapplied: totals.unapplied,
    waived: sum(Object.values(totals.waived)),
    principalShare: totals.payments === 0 ? null : ratio(BigInt(paid.principal), BigInt(totals.payments), 4),
    chargesAccrued,
    openingPrincipal: totals.opening.principal,
    closingPrincipal: closing.principal,
    openingTotal: sum(Object.values(totals.opening)),
    closingTotal: sum(Object.values(closing)),
    daysOverdueAtStart: totals.daysOverdueAtStart,
    daysOverdueAtEnd: totals.daysOverdueAtEnd,
    principalFirstFell: projection.principalFirstFell,
    clearedOn: projection.clearedOn,
    clearedReason: projection.reason,
    paidUntilCleared: projection.clearedOn === null ? null : projection.paid,
    credit: {
      statusCode: statusCode(totals.daysOverdueAtEnd),
      monthsOverdue: monthsOverdue(totals.daysOverdueAtEnd),
      category: category(totals.daysOverdueAtEnd, classification),
      deletableOn: projection.clearedOn !== null && projection.everOverdue ? deletableOn(projection.clearedOn) : null,
    },
    limitationEnds: limitationEnds(totals.lastPaymentOn ?? lastDue(loan)),
    yearlyCost: yearlyCost(chargesAccrued, totals.principalDays),
    costLines: costLinesOn(loan.asOf).map(({ name, yearlyRate }) => ({
      name,
      yearlyRate: ratio(yearlyRate.numerator, yearlyRate.denominator, 6),
      above: amountAbove(chargesAccrued, totals.principalDays, yearlyRate),
    })),
    brokenOn: totals.brokenOn,
    limitReachedOn: totals.limitReachedOn,
  };
}

/** Where a run "until cleared" ends that never is: a year shows as much as a century. */
export const NEVER_CLEARED_DAYS = 365;

/** The day on which the loan is cleared if this goes on; a year on where it never is. */
function clearingDay(loan: Loan, events: Events, opening: Opening | undefined): Day {
  return project(new Run(loan, events, opening), events).clearedOn ?? addDays(loan.asOf, NEVER_CLEARED_DAYS);
}

/** All that was added to the debt in a run beyond principal: by rate, by rule, on a date. */
function chargesOf({ accrued, charged }: RunTotals): Fen {
  return fen(CHARGES.reduce((total, component) => total + accrued[component] + charged[component], 0));
}

function lastDue({ instalments }: Loan): Day {
  const last = instalments[instalments.length - 1];
  if (last === undefined) throw new Error("a loan has at least one instalment");
  return last.due;
}

const CHARGES_FIRST = ["fee", "penalty", "compound", "interest", "principal"] as const;
const PRINCIPAL_FIRST = ["principal", "interest", "compound", "penalty", "fee"] as const;

/** The other customary order: charges first throughout, or, where that is the order, principal first by component. */
export function otherOrderOf(terms: Terms): Terms {
  const chargesFirst = terms.order[0] !== "principal" && terms.orderAfter.length === 0;
  return chargesFirst
    ? { ...terms, order: PRINCIPAL_FIRST, by: "component", orderAfter: [], orderInAdvance: null }
    : { ...terms, order: CHARGES_FIRST, orderAfter: [], orderInAdvance: null };
}

/** How a cycle is called in machine output: `day`, `week`, `month`, or `3 days`. */
export function cycleName(cycle: Cycle): string {
  if (cycle.kind === "month") return "month";
  if (cycle.days === 1) return "day";
  return cycle.days === 7 ? "week" : `${cycle.days} days`;
}
