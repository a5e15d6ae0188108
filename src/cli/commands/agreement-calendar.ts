/** The due dates of an agreement as the entries of a calendar. */

import { type AgreementPlan, amountOf, numberedPayments } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import type { LetterWords } from "../../messages/words.ts";
import type { Calendar, CalendarEntry } from "../../output/calendar.ts";
import { printable } from "../../output/sanitize.ts";

export function agreementCalendar(plan: AgreementPlan, words: LetterWords): Calendar {
  const { agreement, schedule, totalToPay } = plan;
  const loan = plan.loanName === null ? words.untitledLoan : printable(plan.loanName);
  // Another plan for the same loan has other entries: one must not silently take the place of the other.
  const planned = [
    plan.loanName ?? "",
    formatDay(agreement.date),
    Object.values(plan.owed).join(" "),
    String(totalToPay),
  ];
  const entries = numberedPayments(plan).map(({ number, payment, left }): CalendarEntry => {
    const amount = amountOf(payment);
    const { due: day, principal, charges, interest } = payment;
    if (number === 0) {
      return {
        day,
        identity: [...planned, "down"],
        summary: words.downTitle(loan, amount),
        description: words.downDescription(left),
      };
    }
    return {
      day,
      identity: [...planned, `${number}/${schedule.length}`],
      summary: words.dueTitle(loan, number, schedule.length, amount),
      description: words.dueDescription({ principal, charges, interest, left }),
    };
  });
  return { entries, stamp: agreement.date };
}
