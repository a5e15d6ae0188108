/** What a run does to the borrower's credit record, and to the class of the loan at its lender. */

import { type Category, categoryOf } from "../law/classification.ts";
import { deletableOn, type MonthsOverdue, monthsOverdue, type StatusCode, statusCode } from "../law/credit-record.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import { addMonths, type Day } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import type { Classification } from "../loan/products/product.ts";
import type { Projection } from "./projection.ts";

export interface Credit {
  /** Of the month in which the run ends, as it stands at the month's end if this goes on. */
  readonly statusCode: StatusCode;
  /** At the end of the run. */
  readonly monthsOverdue: MonthsOverdue;
  /** Null for lenders that do not class their loans. */
  readonly category: Category | null;
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

/** `daysOverdueAtMonthEnd`: in the month in which the run ends, if this goes on. */
export function creditOf(
  {
    loan,
    events,
    classification,
  }: { readonly loan: Loan; readonly events: Events; readonly classification: Classification },
  totals: RunTotals,
  daysOverdueAtMonthEnd: number,
  projection: Projection,
): Credit {
  const { to, daysOverdueAtEnd, clearedOn } = totals;
  const { overdueEndedOn } = projection;
  const eased = clearedOn === null ? easedTerms(totals) : null;
  return {
    statusCode: statusCode(daysOverdueAtMonthEnd),
    monthsOverdue: monthsOverdue(daysOverdueAtEnd),
    category: categoryOf({
      daysOverdue: daysOverdueAtEnd,
      classification,
      lender: loan.lender,
      on: to,
      agreement: eased,
    }),
    overdueEndedOn,
    deletableOn: overdueEndedOn === null ? null : deletableOn(overdueEndedOn),
    deletableAfterAgreementOn: afterAgreement(events, projection),
    paidWithinGraceDays: overdueEndedOn === null ? null : graceOf(overdueEndedOn, loan, events),
  };
}

/** The last easing of the terms in force, with its instalments that have fallen due; null where there is none. */
function easedTerms({
  agreements,
  to: on,
}: RunTotals): { readonly from: Day; readonly instalmentsPaid: number } | null {
  const eased = agreements.findLast(({ kind }) => kind === "agreement" || kind === "deferral");
  if (eased === undefined || (eased.kind !== "agreement" && eased.kind !== "deferral")) return null;
  if (eased.kind === "deferral") return { from: eased.date, instalmentsPaid: 0 };
  const { date, pauseMonths, months } = eased;
  let due = 0;
  while (due < months && addMonths(date, pauseMonths + due + 1) <= on) due += 1;
  return { from: date, instalmentsPaid: due };
}

function afterAgreement({ agreements }: Events, { overdueEndedOn, clearedOn }: Projection): Day | null {
  if (overdueEndedOn === null || clearedOn === null || clearedOn === overdueEndedOn) return null;
  const ended = agreements.some(({ kind, date }) => kind !== "settlement" && date === overdueEndedOn);
  return ended ? deletableOn(clearedOn) : null;
}

function graceOf(overdueEndedOn: Day, { instalments, terms: { grace } }: Loan, { agreements }: Events): number | null {
  const oldestDue = instalments[0]?.due;
  if (oldestDue === undefined || agreements.length > 0 || grace.days === 0) return null;
  return overdueEndedOn - oldestDue <= grace.days ? grace.days : null;
}
