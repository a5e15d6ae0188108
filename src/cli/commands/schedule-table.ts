/** Everything an agreement asks for, what it is made of, and what is still to be paid after it. */

import { type AgreementPlan, amountOf, type NumberedPayment, numberedPayments } from "../../advice/agreement-plan.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, money, type Table } from "../../output/page.ts";

const COLUMNS = [
  { key: "number", importance: 50, cell: ({ number }) => count(number) },
  { key: "due", importance: 100, cell: ({ payment }) => date(payment.due) },
  { key: "amount", sums: true, importance: 95, cell: ({ payment }) => money(amountOf(payment)) },
  { key: "principal", sums: true, importance: 70, cell: ({ payment }) => money(payment.principal) },
  {
    key: "charges",
    sums: true,
    importance: 60,
    hideWhenEmpty: true,
    cell: ({ payment }) => money(payment.charges),
  },
  {
    key: "interest",
    sums: true,
    importance: 60,
    hideWhenEmpty: true,
    cell: ({ payment }) => money(payment.interest),
  },
  { key: "left", importance: 85, cell: ({ left }) => money(left) },
] as const satisfies readonly ColumnDefinition<NumberedPayment, string>[];

type Titles = Readonly<Record<(typeof COLUMNS)[number]["key"], string>>;

export function scheduleTable(plan: AgreementPlan, titles: Titles): Table {
  return tableOf<NumberedPayment, keyof Titles>(COLUMNS, titles, numberedPayments(plan));
}
