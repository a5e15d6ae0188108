/** `plan --debts`: several debts, one budget: who gets what when, under one order or all of them. */

import { paymentsEvery } from "../../advice/clear-by.ts";
import type { OneDebt } from "../../advice/debts/debt.ts";
import { type DebtsPlan, debtsPlan } from "../../advice/debts/debts-plan.ts";
import { type DebtsFinding, debtsFindings, hardshipNotesOf } from "../../advice/debts/findings.ts";
import { DEBT_ORDERS, type DebtOrder } from "../../advice/debts/orders.ts";
import { owedInAll } from "../../advice/debts/repayment.ts";
import { endOfRun } from "../../advice/end-of-run.ts";
import { withEndAssumptions } from "../../input/assumptions.ts";
import { choice } from "../../input/field.ts";
import { InputFiles } from "../../input/input-files.ts";
import type { LoanOptions } from "../../input/options.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { type DebtRow, readDebtTable } from "../../input/records/debt-row.ts";
import { type BudgetGiven, readSharedBudget } from "../../input/shared-budget.ts";
import { readDate } from "../../input/values/date.ts";
import { isServed } from "../../loan/budget.ts";
import { namingOf } from "../../loan/component-names.ts";
import { type Day, formatDay, latest } from "../../loan/day.ts";
import { ZERO } from "../../loan/money.ts";
import { sayAssumptions } from "../../messages/assumption-words.ts";
import { MOST_NAMED } from "../../messages/finding-words.ts";
import type { DebtsWords, PlanWords } from "../../messages/words.ts";
import { formatMoney } from "../../output/figures.ts";
import { type JsonObject, jsonRows } from "../../output/json.ts";
import { money, type Section, type Table } from "../../output/page.ts";
import type { Cover, Report } from "../../output/report.ts";
import type { CommandInput, CommandResult } from "../command.ts";
import { longFlag, OPTIONS, type OptionKey, type Options, optionsOf } from "../options.ts";
import { findingsSection, pageWithNotes, sentencesSection, whoDecides } from "./answer-page.ts";
import { coverWith, highlight } from "./cover.ts";
import {
  budgetDocument,
  dateOrNever,
  debtDocument,
  debtsSummary,
  debtTable,
  monthDocument,
  monthTable,
  orderTable,
  wideTable,
} from "./debts-report.ts";
import { inputDocument } from "./input-document.ts";

export interface DebtsRequest {
  readonly debts: readonly DebtRow[];
  readonly budget: BudgetGiven;
  readonly first: DebtOrder | null;
  readonly options: Options;
}

/** What describes one loan or its payments has no meaning for a list of debts; terms and the day hold for each of them. */
function isOfOneLoan(key: OptionKey): boolean {
  return PLANS_OF_ONE_LOAN.has(key) || (GROUPS_OF_ONE_LOAN.has(OPTIONS[key].group) && !OF_EACH_LOAN.has(key));
}

const GROUPS_OF_ONE_LOAN: ReadonlySet<string> = new Set(["first", "loan", "balances", "payments", "horizon"]);
const OF_EACH_LOAN: ReadonlySet<OptionKey> = new Set(["rate", "product", "lender", "jurisdiction", "asOf"]);
const PLANS_OF_ONE_LOAN: ReadonlySet<OptionKey> = new Set(["clearBy", "agreement", "letter", "ics"]);

export function readDebts({ options, platform }: CommandInput): Result<DebtsRequest> {
  const problems = new ProblemCollector();
  const path = options.debts ?? "";
  for (const key of optionsOf("plan")) {
    if (!isOfOneLoan(key) || options[key] === undefined) continue;
    const name = longFlag(key);
    problems.add(name, { code: "conflict", options: ["--debts", name] });
  }
  const inputFiles = new InputFiles(platform);
  const common = Object.fromEntries(
    Object.entries(options).filter(([key]) => !isOfOneLoan(key as OptionKey)),
  ) as LoanOptions;
  const before = problems.count;
  const rows = readDebtTable(path, { options: common, platform, inputFiles }, problems);
  const areAllRead = problems.count === before;
  if (areAllRead && rows.length > 0 && !rows.some(isServed)) {
    problems.add(path, { code: "no-debt-paid" });
  }
  const budget = readSharedBudget(options, { asOf: dayOf(rows, options, platform), inputFiles, problems });
  const first = readFirst(options, problems);
  if (rows.length === 0 || budget === null) return problems.result<DebtsRequest>(null);
  return problems.result({ debts: rows, budget, first, options });
}

/** The last day for which balances are given; what is wrong with the option is told with the loans. */
function dayOf(rows: readonly DebtRow[], { asOf }: Options, platform: CommandInput["platform"]): Day {
  const days = rows.map(({ request }) => request.loan.asOf);
  if (days.length > 0) return days.reduce(latest);
  const read = asOf === undefined ? null : readDate(asOf);
  return read?.ok === true ? read.value : platform.today;
}

export function readFirst({ first }: Options, problems: ProblemCollector): DebtOrder | null {
  const order = choice(DEBT_ORDERS, { avalanche: ["雪崩"], snowball: ["雪球"] });
  return problems.readGiven(first, "--first", order.parse);
}

export async function planDebts(request: DebtsRequest, words: PlanWords): Promise<CommandResult> {
  const debts = request.debts.map(
    ({ name, priority, request: { loan, events } }): OneDebt => ({ name, loan, priority, payments: events.payments }),
  );
  const plan = debtsPlan(debts, request.budget, request.first);
  const answer = { request: withAssumedEnds(request, plan), debts, plan };
  const isPossible = answer.plan.repayment.clearedOn !== null;
  return {
    kind: "done",
    content: contentOf(answer, { ...words, debts: await words.load.debts() }),
    exitCode: request.options.exitCode === true && !isPossible ? 1 : 0,
  };
}

/** A debt may be over before its last instalment is due: what is assumed of that is listed as of a single one. */
function withAssumedEnds(request: DebtsRequest, { repayment }: DebtsPlan): DebtsRequest {
  const debts = request.debts.map((row, place) => {
    const totals = repayment.debts[place]?.totals;
    const ends = totals === undefined ? [] : [endOfRun(row.request.loan, totals)];
    return { ...row, request: withEndAssumptions(row.request, ends) };
  });
  return { ...request, debts };
}

interface DebtsAnswer {
  readonly request: DebtsRequest;
  readonly debts: readonly OneDebt[];
  readonly plan: DebtsPlan;
}

type PlanDebtsWords = PlanWords & { readonly debts: DebtsWords };

function contentOf(answer: DebtsAnswer, words: PlanDebtsWords): Report {
  const { request, debts, plan } = answer;
  const { budget, options } = request;
  const { repayment } = plan;
  return {
    kind: "report",
    page: () => {
      const notes = assumedOf(request.debts, words);
      const arePrivate = request.debts.every((one) => whoDecides(one.request) === "contract");
      const decides = arePrivate ? "contract" : "lender";
      const estimated = sentencesSection([{ text: words.simulate.estimated(null, "at the end", decides) }]);
      return pageWithNotes(
        sectionsOf(answer, words),
        { notes, estimated, areFirst: options.assumptions === true },
        words,
      );
    },
    table: monthTable(plan, debts, words.debts),
    charts: async () => {
      const { debtsCharts } = await import("../charts/debts-charts.ts");
      return debtsCharts(repayment, plan.months(), await words.load.charts());
    },
    cover: () => coverOf(repayment, words),
    whatIf: () => ({
      rates: [],
      streams: paymentsEvery(budget.every, repayment.asOf, budget.usual).streams,
      breakEven: plan.smallest.notGrowing,
    }),
    rows: () => plan.months().map((month) => monthDocument(month, debts)),
    document: () => documentOf(answer, words.debts),
  };
}

function findingsOf({ request, debts, plan }: DebtsAnswer): readonly DebtsFinding[] {
  const withStreams = request.debts.filter((one) => one.request.events.streams.length > 0).map(({ name }) => name);
  return debtsFindings(debts, request.budget, plan, withStreams);
}

function documentOf({ request, debts, plan }: DebtsAnswer, words: DebtsWords): JsonObject {
  const { budget, first } = request;
  return {
    schema: "overdue-sim/plan@1",
    input: {
      debts: request.debts.map(({ name, priority, request: one }) => ({
        ...inputDocument(one),
        name,
        priority,
        until: null,
      })),
      budget: budgetDocument(budget),
      first,
    },
    assumptions: [...new Set(request.debts.flatMap((one) => one.request.assumptions.map(({ code }) => code)))],
    findings: findingsOf({ request, debts, plan }).map(({ code }) => code),
    summary: debtsSummary(plan, words),
    debts: plan.repayment.debts.map((each, place) => debtDocument(each, plan.proRata[place] ?? ZERO)),
    ...(plan.orders === null ? {} : { orders: [...jsonRows(orderTable(plan.orders, words))] }),
  };
}

function coverOf(repayment: DebtsPlan["repayment"], words: PlanDebtsWords): Promise<Cover> {
  const { asOf, clearedOn } = repayment;
  const cleared = dateOrNever(clearedOn, words.debts);
  return coverWith("debts", words, ({ highlights: labels }) => ({
    name: null,
    highlights: [
      highlight(labels.owedOn(formatDay(asOf)), money(owedInAll(repayment))),
      highlight(labels.cleared, cleared, clearedOn === null ? "bad" : "good"),
    ],
    sources: [],
  }));
}

function sectionsOf(answer: DebtsAnswer, { debts: debtsWords, plan: planWords }: PlanDebtsWords): readonly Section[] {
  const { request, debts, plan } = answer;
  const { income, usual } = request.budget;
  const fromIncome =
    income === null
      ? []
      : [{ text: debtsWords.incomeFirst(formatMoney(income.income), formatMoney(income.living), formatMoney(usual)) }];
  return [
    ...findingsSection(findingsOf(answer), debtsWords.findings),
    ...sentencesSection(fromIncome),
    ...(plan.orders === null || debts.length === 1
      ? []
      : [tableWith(debtsWords.ordersTitle, orderTable(plan.orders, debtsWords))]),
    tableWith(debtsWords.debtsTitle, debtTable(plan, debtsWords)),
    hardshipOf(answer, planWords),
    ...(debts.length > MOST_NAMED ? [] : monthSections(answer, debtsWords)),
  ];
}

/** Where the budget follows from income and living, that living comes first is said with them. */
function hardshipOf({ request, debts, plan }: DebtsAnswer, { hardship, hardshipTitle }: PlanWords["plan"]): Section {
  const notes = hardshipNotesOf(debts, plan.repayment.asOf).filter(
    (note) => note !== "living-first" || request.budget.income === null,
  );
  return { kind: "notes", title: hardshipTitle, notes: notes.map((note) => hardship[note](null)) };
}

/** What was assumed of all debts alike, and before it what of some of them alone, with their names. */
function assumedOf(debts: readonly DebtRow[], words: PlanDebtsWords): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, request } of debts) {
    const wordsOf = words.assumptions[namingOf(request.loan, request.product)];
    for (const note of sayAssumptions(request.assumptions, wordsOf)) {
      names.set(note, [...(names.get(note) ?? []), name]);
    }
  }
  const notes = [...names].map(([note, of]) => ({ note, of: of.length === debts.length ? null : of }));
  const [ofSome, ofAll] = [notes.filter(({ of }) => of !== null), notes.filter(({ of }) => of === null)];
  return [...ofSome, ...ofAll].map(({ note, of }) => (of === null ? note : words.debts.assumedOf(of, note)));
}

/** Month by month, a debt a column. */
function monthSections({ debts, plan }: DebtsAnswer, debtsWords: DebtsWords): readonly Section[] {
  const rows = plan.months();
  const isCut = plan.repayment.clearedOn === null && rows.length > 0;
  return [
    tableWith(debtsWords.monthsTitle, wideTable(rows, debts, debtsWords)),
    ...(isCut ? sentencesSection([{ text: debtsWords.cutOff(rows.length) }]) : []),
  ];
}

function tableWith(title: string, table: Table): Section {
  return { kind: "table", table: { title, ...table } };
}
