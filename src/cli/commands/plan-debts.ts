/** `plan --debts`: several debts, one budget: who gets what when, under one order or all of them. */

import type { MonthOfDebt } from "../../advice/debts/account.ts";
import type { OneDebt, SharedBudget } from "../../advice/debts/debt.ts";
import { type DebtsPlan, debtsPlan, type OrderOutcome } from "../../advice/debts/debts-plan.ts";
import { debtsFindings } from "../../advice/debts/findings.ts";
import { DEBT_ORDERS, type DebtOrder } from "../../advice/debts/orders.ts";
import type { RepaymentMonth } from "../../advice/debts/repayment.ts";
import { readChoice } from "../../input/field.ts";
import { InputFiles } from "../../input/input-files.ts";
import type { LoanOptions } from "../../input/options.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { type DebtRow, readDebtTable } from "../../input/records/debt-row.ts";
import { type BudgetGiven, readSharedBudget } from "../../input/shared-budget.ts";
import { readDate } from "../../input/values/date.ts";
import { lprRates } from "../../law/lpr.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { type Fen, sum, ZERO } from "../../loan/money.ts";
import { MOST_NAMED } from "../../messages/most-named.ts";
import type { DebtsWords, Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { formatMoney } from "../../output/figures.ts";
import { type Json, yuan } from "../../output/json.ts";
import { type Cell, count, date, label, money, type Section, type Table, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import type { CommandInput, CommandResult } from "../command.ts";
import { OPTIONS, type OptionKey, type Options, optionsOf, waysToType } from "../options.ts";
import { findingsSection, sentencesSection } from "./answer-page.ts";
import { dateOrNull, inputDocument, yuanOrNull } from "./input-document.ts";

export interface DebtsRequest {
  readonly debts: readonly DebtRow[];
  readonly budget: BudgetGiven;
  readonly first: DebtOrder | null;
  readonly exitCode: boolean;
}

const DEFAULT_DAYS = 365;

/** What describes one loan or its payments has no meaning for a list of debts; terms and the day hold for each of them. */
const OF_ONE_LOAN: ReadonlySet<OptionKey> = new Set([
  ...([
    "principal",
    "loan",
    "instalments",
    "borrowed",
    "received",
    "months",
    "method",
    "firstDue",
    "missedSince",
  ] as const),
  ...(["name", "daysOverdue", "owedInterest", "owedPenalty", "owedCompound", "owedFee"] as const),
  ...(["daily", "weekly", "monthly", "pay", "payments", "clearBy", "agreement", "letter", "ics"] as const),
  ...(["days", "until", "untilCleared"] as const),
]);

export function readDebts({ options, platform }: CommandInput): Result<DebtsRequest> {
  const problems = new ProblemCollector();
  const path = options.debts ?? "";
  for (const key of optionsOf("plan")) {
    if (!OF_ONE_LOAN.has(key) || options[key] === undefined) continue;
    const name = waysToType(OPTIONS[key].flags).at(-1) ?? key;
    problems.add(name, { code: "conflict", options: ["--debts", name] });
  }
  const inputFiles = new InputFiles(platform);
  const contents = problems.take("--debts", inputFiles.read(path, "--debts"));
  const common = Object.fromEntries(
    Object.entries(options).filter(([key]) => !OF_ONE_LOAN.has(key as OptionKey)),
  ) as LoanOptions;
  const defaults = { days: DEFAULT_DAYS, referenceRates: lprRates };
  const rows = contents === null ? [] : readDebtTable(contents, path, common, platform, defaults, inputFiles, problems);
  const budget = readSharedBudget(options, dayOf(rows, options, platform.today), inputFiles, problems);
  const first = readFirst(options, problems);
  if (rows.length === 0 || budget === null) return problems.result<DebtsRequest>(null);
  return problems.result({ debts: rows, budget, first, exitCode: options.exitCode === true });
}

/** The last day for which balances are given; what is wrong with the option is told with the loans. */
function dayOf(rows: readonly DebtRow[], { asOf }: Options, today: Day): Day {
  const days = rows.map(({ request }) => request.loan.asOf);
  if (days.length > 0) return Math.max(...days) as Day;
  const read = asOf === undefined ? null : readDate(asOf);
  return read?.ok === true ? read.value : today;
}

function readFirst({ first }: Options, problems: ProblemCollector): DebtOrder | null {
  return first === undefined
    ? null
    : problems.take("--first", readChoice(first, DEBT_ORDERS, { avalanche: ["雪崩"], snowball: ["雪球"] }));
}

export async function planDebts(request: DebtsRequest, words: Words): Promise<CommandResult> {
  const { budget, first, exitCode } = request;
  const debts = request.debts.map(
    ({ name, priority, request: { loan, product, events } }): OneDebt => ({
      name,
      loan,
      product,
      priority,
      payments: events.payments,
    }),
  );
  const shared: SharedBudget = budget;
  const plan = debtsPlan(debts, shared, first);
  const says = await words.load.debts();
  const { repayment } = plan;
  const content: Report = {
    kind: "report",
    page: () => ({ sections: sectionsOf(request, debts, plan, says) }),
    table: monthTable(plan, debts, says),
    charts: async () => {
      const { debtsCharts } = await import("../charts/debts-charts.ts");
      return debtsCharts(repayment, await words.load.charts());
    },
    cover: async () => {
      const { titles, coverWords, highlights } = await words.load.report();
      const { asOf, openingOwed, clearedOn } = repayment;
      return {
        title: titles.plan,
        name: null,
        sources: [],
        words: coverWords,
        highlights: [
          { label: highlights.owedOn(formatDay(asOf)), value: money(openingOwed), tone: "plain" },
          { label: highlights.cleared, value: dateOrNever(clearedOn, says), tone: clearedOn === null ? "bad" : "good" },
        ],
      };
    },
    rows: () => repayment.months.map((month) => monthDocument(month, debts)),
    document: () => ({
      schema: "overdue-sim/plan@1",
      input: {
        debts: request.debts.map(({ name, priority, request: one }) => ({
          ...(inputDocument(one, null) as object),
          name,
          priority,
        })),
        budget: budgetDocument(budget),
        first,
      },
      assumptions: [...new Set(request.debts.flatMap((one) => one.request.assumptions.map(({ code }) => code)))],
      findings: debtsFindings(debts, budget.every, plan).map(({ code }) => code),
      summary: summaryDocument(plan),
      debts: repayment.debts.map((each, place) => debtDocument(each, plan.proRata[place] ?? ZERO)),
      ...(plan.orders === null ? {} : { orders: plan.orders.map(orderDocument) }),
    }),
  };
  return { kind: "done", content, notes: [], exitCode: exitCode && repayment.clearedOn === null ? 1 : 0 };
}

function sectionsOf(
  { budget }: DebtsRequest,
  debts: readonly OneDebt[],
  plan: DebtsPlan,
  says: DebtsWords,
): readonly Section[] {
  const { repayment, orders } = plan;
  const { income, usual } = budget;
  const fromIncome =
    income === null
      ? []
      : [{ text: says.incomeFirst(formatMoney(income.income), formatMoney(income.living), formatMoney(usual)) }];
  const isCut = repayment.clearedOn === null && repayment.months.length > 0;
  return [
    ...findingsSection(debtsFindings(debts, budget.every, plan), says.findings),
    ...sentencesSection(fromIncome),
    ...(orders === null ? [] : [tableSection({ title: says.ordersTitle, ...orderTable(orders, says) })]),
    tableSection({ title: says.debtsTitle, ...debtTable(plan, says) }),
    ...(debts.length > MOST_NAMED
      ? []
      : [tableSection({ title: says.monthsTitle, ...wideTable(repayment.months, debts, says) })]),
    ...(isCut && debts.length <= MOST_NAMED ? sentencesSection([{ text: says.cutOff(repayment.months.length) }]) : []),
  ];
}

function tableSection(table: Table): Section {
  return { kind: "table", table };
}

function dateOrNever(day: Day | null, { never }: DebtsWords): Cell {
  return day === null ? label(null, never, "bad") : date(day);
}

function moneyOrNever(amount: Fen | null, { never }: DebtsWords): Cell {
  return amount === null ? label(null, never, "bad") : money(amount);
}

/** A month a row, a debt a column: what each gets; all of it in the last row. */
function wideTable(months: readonly RepaymentMonth[], debts: readonly OneDebt[], says: DebtsWords): Table {
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
    month: text(says.together),
    byDebt: debts.map((_debt, place) => sum(months.map((month) => monthOf(month, place).paid))),
    left: text(""),
  };
  const columns: readonly ColumnDefinition<Row, string>[] = [
    { key: "month", importance: 100, cell: ({ month }) => month },
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
  return tableOf(columns, { ...says.columns, ...titles }, [...rows, total]);
}

function monthOf({ debts }: RepaymentMonth, place: number): MonthOfDebt {
  const found = debts[place];
  if (found === undefined) throw new Error("a month has every debt");
  return found;
}

/** One fact a row: a debt in a month. */
function monthTable({ repayment }: DebtsPlan, debts: readonly OneDebt[], { columns: titles }: DebtsWords): Table {
  interface Row extends MonthOfDebt {
    readonly end: Day;
    readonly name: string;
  }
  const rows = repayment.months.flatMap(({ end, debts: found }) =>
    found.map((one, place): Row => ({ ...one, end, name: debts[place]?.name ?? "" })),
  );
  const columns = [
    { key: "month", importance: 90, cell: ({ end }) => text(monthName(end)) },
    { key: "name", importance: 90, cell: ({ name }) => text(name), align: "left" },
    { key: "paid", sums: true, importance: 90, cell: ({ paid }) => money(paid) },
    { key: "to_principal", sums: true, importance: 90, cell: ({ toPrincipal }) => money(toPrincipal) },
    { key: "owed", importance: 90, cell: ({ owed }) => money(owed) },
  ] as const satisfies readonly ColumnDefinition<Row, string>[];
  return tableOf<Row, (typeof columns)[number]["key"]>(columns, titles, rows);
}

/** A debt a row, and all of them in the last; where they are many, as they are cleared, with what the sentences leave out. */
function debtTable({ repayment, proRata, request }: DebtsPlan, says: DebtsWords): Table {
  interface Row {
    readonly name: string;
    readonly owed: Fen;
    readonly paid: Fen;
    readonly toPrincipal: Fen;
    readonly clearedOn: Day | null;
    readonly totalCost: Fen | null;
    readonly monthsOverdue: number;
    readonly share: Fen;
    readonly asked: Cell;
  }
  const rows = repayment.debts.map(
    (each, place): Row => ({
      ...each,
      name: each.debt.name,
      owed: each.openingOwed,
      share: proRata[place] ?? ZERO,
      asked: askedOf(each.debt.name, request, says),
    }),
  );
  const isLong = rows.length > MOST_NAMED;
  if (isLong) rows.sort((one, other) => (one.clearedOn ?? LAST) - (other.clearedOn ?? LAST));
  const total: Row = {
    ...repayment,
    name: says.together,
    owed: sum(rows.map(({ owed }) => owed)),
    toPrincipal: sum(rows.map(({ toPrincipal }) => toPrincipal)),
    share: sum(rows.map(({ share }) => share)),
    asked: request?.kind === "all-lenders" ? money(request.request.monthly) : text(""),
  };
  const columns = [
    { key: "name", importance: 100, cell: ({ name }) => text(name), align: "left" },
    { key: "owed", importance: 80, cell: ({ owed }) => money(owed) },
    { key: "debt_paid", importance: 85, cell: ({ paid }) => money(paid) },
    { key: "to_principal", importance: 60, cell: ({ toPrincipal }) => money(toPrincipal) },
    { key: "cleared_on", importance: 95, cell: ({ clearedOn }) => dateOrNever(clearedOn, says) },
    { key: "total_cost", importance: 90, cell: ({ totalCost }) => moneyOrNever(totalCost, says) },
    { key: "months_overdue", importance: 55, cell: ({ monthsOverdue }) => count(monthsOverdue) },
  ] as const satisfies readonly ColumnDefinition<Row, string>[];
  const many = [
    { key: "same_share", importance: 70, cell: ({ share }) => money(share) },
    ...(request === null ? [] : [{ key: "asked", importance: 75, cell: ({ asked }: Row) => asked } as const]),
  ] as const satisfies readonly ColumnDefinition<Row, string>[];
  return tableOf<Row, keyof DebtsWords["columns"]>(isLong ? [...columns, ...many] : columns, says.columns, [
    ...rows,
    ...(rows.length > 1 ? [total] : []),
  ]);
}

const LAST = Number.POSITIVE_INFINITY;

function askedOf(name: string, request: DebtsPlan["request"], says: DebtsWords): Cell {
  switch (request?.kind) {
    case "interest-stopped":
      return text(request.names.includes(name) ? says.interestStopped : "");
    case "all-lenders":
      return money(request.monthly.find((each) => each.name === name)?.amount ?? ZERO);
    default:
      return text("");
  }
}

function orderTable(orders: readonly OrderOutcome[], says: DebtsWords): Table {
  const columns = [
    { key: "order", importance: 100, cell: ({ order }) => label(order, says.orders[order]), align: "left" },
    { key: "cleared_on", importance: 95, cell: ({ repayment }) => dateOrNever(repayment.clearedOn, says) },
    { key: "paid", importance: 80, cell: ({ repayment }) => money(repayment.paid) },
    { key: "total_cost", importance: 90, cell: ({ repayment }) => moneyOrNever(repayment.totalCost, says) },
    { key: "months_overdue", importance: 70, cell: ({ repayment }) => count(repayment.monthsOverdue) },
    { key: "first_cleared", importance: 75, cell: ({ repayment }) => dateOrNever(repayment.firstCleared, says) },
  ] as const satisfies readonly ColumnDefinition<OrderOutcome, string>[];
  return tableOf<OrderOutcome, (typeof columns)[number]["key"]>(columns, says.columns, orders);
}

function monthName(end: Day): string {
  return formatDay(end).slice(0, 7);
}

function monthDocument({ end, paid, debts: found }: RepaymentMonth, debts: readonly OneDebt[]): Json {
  const byDebt = found.map((one, place): readonly [string, Json] => [
    debts[place]?.name ?? "",
    { paid: yuan(one.paid), toPrincipal: yuan(one.toPrincipal), owed: yuan(one.owed) },
  ]);
  return { month: monthName(end), paid: yuan(paid), byDebt: Object.fromEntries(byDebt) };
}

function summaryDocument({ order, repayment, smallest, cheapest, request }: DebtsPlan): Json {
  const { within } = smallest;
  return {
    ...figuresOf({ order, repayment }),
    cheapestIsProven: cheapest?.isProven ?? null,
    smallestBudget: {
      notGrowing: yuanOrNull(smallest.notGrowing),
      months12: yuanOrNull(within[12]),
      months24: yuanOrNull(within[24]),
      months36: yuanOrNull(within[36]),
      months60: yuanOrNull(within[60]),
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
            },
  };
}

function figuresOf({ order, repayment }: OrderOutcome): { readonly [key: string]: Json } {
  const { clearedOn, paid, totalCost, monthsOverdue, firstCleared } = repayment;
  return {
    order,
    clearedOn: dateOrNull(clearedOn),
    paid: yuan(paid),
    totalCost: yuanOrNull(totalCost),
    monthsOverdue,
    firstCleared: dateOrNull(firstCleared),
  };
}

function orderDocument(outcome: OrderOutcome): Json {
  return figuresOf(outcome);
}

function debtDocument(
  { debt, clearedOn, paid, toPrincipal, totalCost, monthsOverdue, unserved }: DebtsPlan["repayment"]["debts"][number],
  sameShare: Fen,
): Json {
  return {
    name: debt.name,
    clearedOn: dateOrNull(clearedOn),
    paid: yuan(paid),
    toPrincipal: yuan(toPrincipal),
    totalCost: yuanOrNull(totalCost),
    monthsOverdue,
    notServedFrom: dateOrNull(unserved?.date ?? null),
    sameShare: yuan(sameShare),
  };
}

function budgetDocument({ every, steps, extras, income }: BudgetGiven): Json {
  return {
    every,
    steps: steps.map(({ from, amount }) => ({ from: formatDay(from), amount: yuan(amount) })),
    extras: extras.map(({ date: on, amount }) => ({ date: formatDay(on), amount: yuan(amount) })),
    income: income === null ? null : yuan(income.income),
    living: income === null ? null : yuan(income.living),
  };
}
