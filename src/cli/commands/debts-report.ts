/** What `plan --debts` comes to: who gets what by month, what becomes of each debt, the orders beside each other; and as JSON. */

import type { DebtOutcome, MonthOfDebt } from "../../advice/debts/account.ts";
import type { OneDebt } from "../../advice/debts/debt.ts";
import type { DebtsPlan, OrderOutcome } from "../../advice/debts/debts-plan.ts";
import { owedInAll, type RepaymentMonth } from "../../advice/debts/repayment.ts";
import type { BudgetGiven } from "../../input/shared-budget.ts";
import { type Day, formatDay, formatMonth } from "../../loan/day.ts";
import { type Fen, sum, yuan, ZERO } from "../../loan/money.ts";
import { MOST_NAMED } from "../../messages/finding-words.ts";
import type { DebtsWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { dateOrNull, inYuan, type Json, jsonRows, yuanOrNull } from "../../output/json.ts";
import { type Cell, count, date, label, money, type Table, text } from "../../output/page.ts";

type DebtsColumn<Row> = ColumnDefinition<Row, keyof DebtsWords["columns"]>;

export function dateOrNever(day: Day | null, { never }: DebtsWords): Cell {
  return day === null ? label(null, never, "bad") : date(day);
}

function moneyOrNever(amount: Fen | null, { never }: DebtsWords): Cell {
  return amount === null ? label(null, never, "bad") : money(amount);
}

/** A month a row, a debt a column: what each gets; all of it in the last row. */
export function wideTable(months: readonly RepaymentMonth[], debts: readonly OneDebt[], words: DebtsWords): Table {
  interface Row {
    readonly month: Cell;
    readonly byDebt: readonly Fen[];
    readonly left: Cell;
  }
  const rows = months.map(
    ({ end, debts: found }): Row => ({
      month: date(end),
      byDebt: found.map(({ paid }) => paid),
      left: money(sum(found.map(({ owed }) => owed))),
    }),
  );
  const total: Row = {
    month: text(words.together),
    byDebt: debts.map((_debt, place) => sum(months.map(({ debts: found }) => found[place]?.paid ?? ZERO))),
    left: text(""),
  };
  const columns: readonly ColumnDefinition<Row, string>[] = [
    { key: "month_end", importance: 100, cell: ({ month }) => month },
    ...debts.map(
      (_debt, place): ColumnDefinition<Row, string> => ({
        key: `debt_${place + 1}`,
        importance: 90,
        cell: ({ byDebt }) => money(byDebt[place] ?? ZERO),
      }),
    ),
    { key: "paid", importance: 80, cell: ({ byDebt }) => money(sum(byDebt)) },
    { key: "left", importance: 85, cell: ({ left }) => left },
  ];
  const titles = Object.fromEntries(debts.map(({ name }, place) => [`debt_${place + 1}`, name]));
  return tableOf(columns, { ...words.columns, ...titles }, [...rows, total]);
}

/** One fact a row: a debt in a month. */
export function monthTable({ months }: DebtsPlan, debts: readonly OneDebt[], { columns: titles }: DebtsWords): Table {
  interface Row extends MonthOfDebt {
    readonly end: Day;
    readonly name: string;
  }
  const rows = {
    *[Symbol.iterator](): Iterator<Row> {
      for (const { end, debts: found } of months()) {
        yield* found.map((one, place): Row => ({ ...one, end, name: debts[place]?.name ?? "" }));
      }
    },
  };
  const columns: readonly DebtsColumn<Row>[] = [
    { key: "month", importance: 90, cell: ({ end }) => text(formatMonth(end)) },
    { key: "name", importance: 90, cell: ({ name }) => text(name), align: "left" },
    { key: "paid", sums: true, importance: 90, cell: ({ paid }) => money(paid) },
    { key: "to_principal", sums: true, importance: 90, cell: ({ toPrincipal }) => money(toPrincipal) },
    { key: "owed", importance: 90, cell: ({ owed }) => money(owed) },
  ];
  return tableOf(columns, titles, rows);
}

/** A debt a row, and all of them in the last; where they are many, as they are cleared, with what the sentences leave out. */
export function debtTable({ repayment, proRata, request }: DebtsPlan, words: DebtsWords): Table {
  interface Row extends Pick<DebtOutcome, "paid" | "toPrincipal" | "clearedOn" | "totalCost" | "monthsOverdue"> {
    readonly name: string;
    readonly owed: Fen;
    readonly share: Fen;
    readonly asked: Cell;
  }
  const rows = repayment.debts.map(
    (each, place): Row => ({
      ...each,
      name: each.debt.name,
      owed: each.openingOwed,
      share: proRata[place] ?? ZERO,
      asked: askedOf(each.debt.name, request, words),
    }),
  );
  const isLong = rows.length > MOST_NAMED;
  if (isLong) rows.sort((one, other) => (one.clearedOn ?? LAST) - (other.clearedOn ?? LAST));
  const total: Row = {
    ...repayment,
    name: words.together,
    owed: owedInAll(repayment),
    toPrincipal: sum(rows.map(({ toPrincipal }) => toPrincipal)),
    share: sum(rows.map(({ share }) => share)),
    asked: request?.kind === "all-lenders" ? money(request.request.monthly) : text(""),
  };
  const columns: readonly DebtsColumn<Row>[] = [
    { key: "name", importance: 100, cell: ({ name }) => text(name), align: "left" },
    { key: "owed", importance: 80, cell: ({ owed }) => money(owed) },
    { key: "debt_paid", importance: 85, cell: ({ paid }) => money(paid) },
    { key: "to_principal", importance: 60, cell: ({ toPrincipal }) => money(toPrincipal) },
    { key: "cleared_on", importance: 95, cell: ({ clearedOn }) => dateOrNever(clearedOn, words) },
    { key: "total_cost", importance: 90, cell: ({ totalCost }) => moneyOrNever(totalCost, words) },
    { key: "months_overdue", importance: 55, cell: ({ monthsOverdue }) => count(monthsOverdue) },
  ];
  const many: readonly DebtsColumn<Row>[] = [
    { key: "same_share", importance: 70, cell: ({ share }) => money(share) },
    ...(request === null ? [] : [{ key: "asked", importance: 75, cell: ({ asked }: Row) => asked } as const]),
  ];
  return tableOf(isLong ? [...columns, ...many] : columns, words.columns, [
    ...rows,
    ...(rows.length > 1 ? [total] : []),
  ]);
}

const LAST = Number.POSITIVE_INFINITY;

function askedOf(name: string, request: DebtsPlan["request"], words: DebtsWords): Cell {
  switch (request?.kind) {
    case "interest-stopped":
      return text(request.names.includes(name) ? words.interestStopped : "");
    case "all-lenders":
      return money(request.monthly.find((each) => each.name === name)?.amount ?? ZERO);
    default:
      return text("");
  }
}

export function orderTable(orders: readonly OrderOutcome[], words: DebtsWords): Table {
  const columns: readonly DebtsColumn<OrderOutcome>[] = [
    { key: "order", importance: 100, cell: ({ order }) => label(order, words.orders[order]), align: "left" },
    { key: "cleared_on", importance: 95, cell: ({ repayment }) => dateOrNever(repayment.clearedOn, words) },
    { key: "paid", importance: 80, cell: ({ repayment }) => money(repayment.paid) },
    { key: "total_cost", importance: 90, cell: ({ repayment }) => moneyOrNever(repayment.totalCost, words) },
    { key: "months_overdue", importance: 70, cell: ({ repayment }) => count(repayment.monthsOverdue) },
    { key: "first_cleared", importance: 75, cell: ({ repayment }) => dateOrNever(repayment.firstCleared, words) },
  ];
  return tableOf(columns, words.columns, orders);
}

export function monthDocument({ end, paid, debts: found }: RepaymentMonth, debts: readonly OneDebt[]): Json {
  const byDebt = found.map((one, place): readonly [string, Json] => [
    debts[place]?.name ?? "",
    inYuan(one, "paid", "toPrincipal", "owed"),
  ]);
  return { month: formatMonth(end), paid: yuan(paid), byDebt: Object.fromEntries(byDebt) };
}

export function debtsSummary(plan: DebtsPlan, words: DebtsWords): Json {
  const { repayment, smallest, cheapest, request } = plan;
  const [ofOrder] = jsonRows(orderTable([plan], words));
  return {
    owed: yuan(owedInAll(repayment)),
    ...ofOrder,
    cheapestIsProven: cheapest?.isProven ?? null,
    smallestBudget: {
      notGrowing: yuanOrNull(smallest.notGrowing),
      ...Object.fromEntries(
        Object.entries(smallest.within).map(([months, amount]) => [`months${months}`, yuanOrNull(amount)]),
      ),
    },
    ask:
      request === null
        ? null
        : request.kind === "interest-stopped"
          ? { kind: request.kind, debts: request.names, clearedOn: formatDay(request.clearedOn) }
          : {
              kind: request.kind,
              months: request.request.months,
              monthly: Object.fromEntries(request.monthly.map(({ name, amount }) => [name, yuan(amount)])),
              waived: yuan(request.request.waived),
              short: Object.fromEntries(request.short.map(({ on, amount }) => [formatMonth(on), yuan(amount)])),
            },
  };
}

export function debtDocument(outcome: DebtsPlan["repayment"]["debts"][number], sameShare: Fen): Json {
  return {
    name: outcome.debt.name,
    owed: yuan(outcome.openingOwed),
    clearedOn: dateOrNull(outcome.clearedOn),
    ...inYuan(outcome, "paid", "toPrincipal", "totalCost"),
    monthsOverdue: outcome.monthsOverdue,
    notServedFrom: dateOrNull(outcome.unserved?.date ?? null),
    sameShare: yuan(sameShare),
  };
}

export function budgetDocument({ every, steps, extras, income }: BudgetGiven): Json {
  return {
    every,
    steps: steps.map(({ from, amount }) => ({ from: formatDay(from), amount: yuan(amount) })),
    extras: extras.map(({ date: on, amount }) => ({ date: formatDay(on), amount: yuan(amount) })),
    ...(income === null ? { income: null, living: null } : inYuan(income, "income", "living")),
  };
}
