/** The due dates of an agreement as the entries of a calendar. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import { subtract } from "../../loan/money.ts";
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
  let left = subtract(totalToPay, plan.down);
  const first: CalendarEntry = {
    day: agreement.date,
    identity: [...planned, "down"],
    summary: words.downTitle(loan, plan.down),
    description: words.downDescription(left),
  };
  const entries = schedule.map((row, index): CalendarEntry => {
    const amount = amountOf(row);
    left = subtract(left, amount);
    return {
      day: row.due,
      identity: [...planned, `${index + 1}/${schedule.length}`],
      summary: words.dueTitle(loan, index + 1, schedule.length, amount),
      description: words.dueDescription({
        principal: row.principal,
        charges: row.charges,
        interest: row.interest,
        left,
      }),
    };
  });
  return { entries: plan.down === 0 ? entries : [first, ...entries], stamp: agreement.date };
}
