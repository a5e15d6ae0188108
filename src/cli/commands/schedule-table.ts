/** Everything an agreement asks for, what it is made of, and what is still to be paid after it. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import { type Fen, subtract } from "../../loan/money.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, money, type Table } from "../../output/page.ts";

type Instalment = AgreementPlan["schedule"][number];

interface ScheduleRow {
  /** 0 is what is paid at once, before the first instalment. */
  readonly number: number;
  readonly instalment: Instalment;
  readonly left: Fen;
}

const COLUMNS = [
  { key: "number", importance: 50, cell: ({ number }) => count(number) },
  { key: "due", importance: 100, cell: ({ instalment }) => date(instalment.due) },
  { key: "amount", sums: true, importance: 95, cell: ({ instalment }) => money(amountOf(instalment)) },
  { key: "principal", sums: true, importance: 70, cell: ({ instalment }) => money(instalment.principal) },
  {
    key: "charges",
    sums: true,
    importance: 60,
    hideWhenEmpty: true,
    cell: ({ instalment }) => money(instalment.charges),
  },
  {
    key: "interest",
    sums: true,
    importance: 60,
    hideWhenEmpty: true,
    cell: ({ instalment }) => money(instalment.interest),
  },
  { key: "left", importance: 85, cell: ({ left }) => money(left) },
] as const satisfies readonly ColumnDefinition<ScheduleRow, string>[];

type Titles = Readonly<Record<(typeof COLUMNS)[number]["key"], string>>;

export function scheduleTable({ payments, totalToPay, down }: AgreementPlan, titles: Titles): Table {
  const firstNumber = down > 0 ? 0 : 1;
  let left = totalToPay;
  const rows = payments.map((instalment, index): ScheduleRow => {
    left = subtract(left, amountOf(instalment));
    return { number: firstNumber + index, instalment, left };
  });
  return tableOf<ScheduleRow, keyof Titles>(COLUMNS, titles, rows);
}
