/** What a run does to the borrower's credit record, and to the class of the loan at its lender. */

import { type Category, type ClassQuestion, categoryOf } from "../law/classification.ts";
import { deletableOn, type MonthsOverdue, monthsOverdue, type StatusCode, statusCode } from "../law/credit-record.ts";
import type { AgreementInEffect, RunTotals } from "../ledger/ledger.ts";
import { addMonths, type Day } from "../loan/day.ts";
import type { Agreement, Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import type { Projection } from "./projection.ts";
import type { Inquiry } from "./run-report.ts";

export interface Credit {
  /** Of the month in which the run ends, as it stands at the month's end if this goes on. */
  readonly statusCode: StatusCode;
  /** At the end of the run. */
  readonly monthsOverdue: MonthsOverdue;
  /** Null for lenders that do not class their loans. */
  readonly category: Category | null;
  /** An agreement, or arrears before, hold the loan in a worse class than its days overdue alone. */
  readonly isCategoryHeld: boolean;
  /** The day from which nothing is overdue any more; null while that does not come, or where nothing is ever overdue. */
  readonly overdueEndedOn: Day | null;
  /** Five years after. */
  readonly deletableOn: Day | null;
  /**
   * Where an agreement or a new loan ended the overdue: five years after that is paid off, from when the years run if the
   * lender does not report the overdue as ended on its day. Null where none did, or it is never paid off.
   */
  readonly deletableAfterAgreementOn: Day | null;
  /**
   * The days of grace that hold all that was overdue, from the oldest due date to the day it was paid, so that the lender
   * may count it as paid in time and report nothing; else null.
   */
  readonly paidWithinGraceDays: number | null;
}

/** `daysOverdueAtMonthEnd`: at the end of the month in which the run ends, if payments go on as they are. */
export function creditOf(
  { loan, events, classification }: Inquiry,
  totals: RunTotals,
  daysOverdueAtMonthEnd: number,
  projection: Projection,
): Credit {
  const { to, daysOverdueAtEnd, clearedOn } = totals;
  const { overdueEndedOn } = projection;
  const kind = { classification, lender: loan.lender };
  const dueDates = loan.instalments.map(({ due }) => due);
  const byDays = { ...kind, daysOverdue: daysOverdueAtEnd, on: to, agreement: null, arrears: [], dueDates };
  const arrears = clearedOn === null ? totals.arrears : [];
  const easings = clearedOn === null ? totals.agreements.filter(({ agreement: { kind: of } }) => EASINGS.has(of)) : [];
  const category = categoryOf({ ...byDays, arrears, agreement: easedTerms(easings, to, { ...kind, dueDates }) });
  return {
    statusCode: statusCode(daysOverdueAtMonthEnd),
    monthsOverdue: monthsOverdue(daysOverdueAtEnd),
    category,
    isCategoryHeld: category !== categoryOf(byDays),
    overdueEndedOn,
    deletableOn: overdueEndedOn === null ? null : deletableOn(overdueEndedOn),
    deletableAfterAgreementOn: afterAgreement(events, projection),
    paidWithinGraceDays: overdueEndedOn === null ? null : graceOf(overdueEndedOn, loan, events),
  };
}

/** What eases the terms of the existing loan. */
const EASINGS: ReadonlySet<Agreement["kind"]> = new Set(["agreement", "deferral"]);

/** The last easing of the terms, with its instalments that have fallen due and the class before it; null where there is none. */
function easedTerms(
  easings: readonly AgreementInEffect[],
  on: Day,
  kind: Pick<ClassQuestion, "classification" | "lender" | "dueDates">,
): ClassQuestion["agreement"] {
  const last = easings.at(-1);
  if (last === undefined) return null;
  const { agreement, daysOverdue, arrears } = last;
  const { date } = agreement;
  const before = easedTerms(easings.slice(0, -1), date, kind);
  return {
    from: date,
    instalmentsPaid: instalmentsDue(agreement, on),
    categoryBefore: categoryOf({ ...kind, daysOverdue, on: date, agreement: before, arrears }),
  };
}

function instalmentsDue(agreement: Agreement, on: Day): number {
  if (agreement.kind !== "agreement") return 0;
  const { date, pauseMonths, months } = agreement;
  let due = 0;
  while (due < months && addMonths(date, pauseMonths + due + 1) <= on) due += 1;
  return due;
}

function afterAgreement({ agreements }: Events, { overdueEndedOn, clearedOn }: Projection): Day | null {
  if (overdueEndedOn === null || clearedOn === null || clearedOn === overdueEndedOn) return null;
  const ended = agreements.some(({ kind, date }) => kind !== "settlement" && date === overdueEndedOn);
  return ended ? deletableOn(clearedOn) : null;
}

export function graceOf(
  overdueEndedOn: Day,
  { instalments, terms: { grace } }: Loan,
  { agreements }: Events,
): number | null {
  const oldestDue = instalments[0]?.due;
  if (oldestDue === undefined || agreements.length > 0 || grace.days === 0) return null;
  return overdueEndedOn - oldestDue <= grace.days ? grace.days : null;
}
