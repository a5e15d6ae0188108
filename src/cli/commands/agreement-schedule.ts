/** The schedule of an agreement, as the entries of a calendar and as a table. */

import { type AgreementPlan, amountOf, type NumberedPayment, numberedPayments } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import type { LetterWords } from "../../messages/words.ts";
import type { Calendar, CalendarEntry } from "../../output/calendar.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, money, type Table } from "../../output/page.ts";
import { printable } from "../../output/sanitize.ts";

/** What an instalment may be made of. */
const PARTS = ["principal", "charges", "interest"] as const;

/** Each due date is an entry. */
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
    const { due: day } = payment;
    if (number === 0) {
      return {
        day,
        identity: [...planned, "down"],
        summary: words.downTitle(loan, amount),
        description: words.leftAfterwards(left),
      };
    }
    return {
      day,
      identity: [...planned, `${number}/${schedule.length}`],
      summary: words.dueTitle(loan, number, schedule.length, amount),
      description: words.dueDescription(
        PARTS.map((name) => ({ name, amount: payment[name] })).filter((part) => part.amount > 0),
        left,
      ),
    };
  });
  return { entries, stamp: agreement.date };
}

const COLUMNS = [
  { key: "number", importance: 50, cell: ({ number }) => count(number) },
  { key: "due", importance: 100, cell: ({ payment }) => date(payment.due) },
  { key: "amount", sums: true, importance: 95, cell: ({ payment }) => money(amountOf(payment)) },
  { key: "principal", sums: true, importance: 70, cell: ({ payment }) => money(payment.principal) },
  { key: "charges", sums: true, importance: 60, hideWhenEmpty: true, cell: ({ payment }) => money(payment.charges) },
  { key: "interest", sums: true, importance: 60, hideWhenEmpty: true, cell: ({ payment }) => money(payment.interest) },
  { key: "left", importance: 85, cell: ({ left }) => money(left) },
] as const satisfies readonly ColumnDefinition<NumberedPayment, string>[];

type Titles = Readonly<Record<(typeof COLUMNS)[number]["key"], string>>;

/** Everything an agreement asks for, what it is made of, and what is still to be paid after it. */
export function scheduleTable(plan: AgreementPlan, titles: Titles): Table {
  return tableOf<NumberedPayment, keyof Titles>(COLUMNS, titles, numberedPayments(plan));
}
