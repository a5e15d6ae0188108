/** The schedule of an agreement as a table: in a plan and in a letter. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import { subtract } from "../../loan/money.ts";
import { type Cell, type Column, count, date, money, type Table } from "../../output/page.ts";

/** The larger, the longer a column stays where a terminal is narrow. */
const IMPORTANCE = { number: 50, due: 100, amount: 95, principal: 70, charges: 60, interest: 60, left: 85 } as const;
export type ScheduleColumn = keyof typeof IMPORTANCE;

/** Every instalment of an agreement, what it is made of, and what is still to be paid after it. */
export function scheduleTable(plan: AgreementPlan, titles: Readonly<Record<ScheduleColumn, string>>): Table {
  let left = subtract(plan.totalToPay, plan.down);
  const rows = plan.schedule.map((row, index): readonly Cell[] => {
    left = subtract(left, amountOf(row));
    const { principal, charges, interest } = row;
    return [
      count(index + 1),
      date(row.due),
      money(amountOf(row)),
      money(principal),
      money(charges),
      money(interest),
      money(left),
    ];
  });
  const figure = (key: ScheduleColumn): Column => ({
    key,
    title: titles[key],
    align: "right",
    importance: IMPORTANCE[key],
  });
  return {
    columns: [
      figure("number"),
      figure("due"),
      figure("amount"),
      figure("principal"),
      { ...figure("charges"), hideWhenEmpty: true },
      { ...figure("interest"), hideWhenEmpty: true },
      figure("left"),
    ],
    rows,
  };
}
