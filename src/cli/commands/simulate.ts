/** `simulate`: day by day, what each payment does, and how much principal really goes down. */

import { endOfRun } from "../../advice/end-of-run.ts";
import { EVERY, type Every, rowsEvery } from "../../advice/rows-every.ts";
import { answerFindings, receivedLess } from "../../advice/run-findings.ts";
import { hasGrown, type RunReport, runReport } from "../../advice/run-report.ts";
import { withAgreedAssumptions, withEndAssumptions } from "../../input/assumptions.ts";
import { choice } from "../../input/field.ts";
import { USUAL_DAYS } from "../../input/horizon.ts";
import { type LoanReading, type LoanRequest, readLoanRequest, strategyContext } from "../../input/loan-request.ts";
import { notePaymentsAside, type PaymentsAside, paymentsAside } from "../../input/payments-aside.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readStrategy, strategyOption } from "../../input/strategy.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { namingOf } from "../../loan/component-names.ts";
import { totalOf } from "../../loan/components.ts";
import type { Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, money, type Page, type Section, type Table } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandInput, type CommandResult, refused } from "../command.ts";
import type { Options } from "../options.ts";
import { runLimitProblems, settlementProblems } from "../run-problems.ts";
import {
  answerSections,
  backgroundSection,
  estimatedSection,
  findingsSection,
  horizonNotes,
  pageWithAssumptions,
  whoDecides,
} from "./answer-page.ts";
import { documentHead } from "./input-document.ts";
import { coverAndSliders, questionOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

interface SimulateRequest {
  readonly request: LoanRequest;
  /** A way to pay was named, and the payments given take no part in it. */
  readonly aside: PaymentsAside | null;
  readonly every: Every;
  readonly options: Options;
}

export function read({ options, platform }: CommandInput): Result<SimulateRequest> {
  const problems = new ProblemCollector();
  const every = options.every === undefined ? "day" : problems.take("--every", choice(EVERY).parse(options.every));
  const loan = readLoanRequest(options, platform, { days: USUAL_DAYS.alone });
  const followed = requestUnderStrategy(options, loan, problems);
  return problems.result(followed === null || every === null ? null : { ...followed, every, options });
}

type RequestToRun = Pick<SimulateRequest, "request" | "aside">;

/** One way to pay of `compare`, day by day, in place of the payments. */
function requestUnderStrategy(options: Options, loan: LoanReading, problems: ProblemCollector): RequestToRun | null {
  const request = problems.merge(loan);
  const { strategy = [] } = options;
  if (strategy.length > 1) problems.add("--strategy", { code: "one-strategy-only" });
  const [read] = strategy.map((written) => {
    const found = problems.take("--strategy", readStrategy(written, strategyContext(loan)));
    if (found !== null && request !== null)
      problems.addProblems(settlementProblems(request.loan, found, strategyOption(written)));
    return found;
  });
  if (read) notePaymentsAside(options, [read], problems);
  if (request === null || read === null) return null;
  if (read === undefined) return { request, aside: null };
  return {
    request: { ...withAgreedAssumptions(request, read.events.agreements), events: read.events },
    aside: paymentsAside(request, [read]),
  };
}

export async function run(asked: SimulateRequest, words: Words): Promise<CommandResult> {
  const { request, aside, options } = asked;
  const rows: LedgerRow[] = [];
  const report = await runReport(questionOf(request), (row) => rows.push(row));
  const beyond = runLimitProblems(report.totals);
  if (beyond.length > 0) return refused(beyond);
  return {
    kind: "done",
    content: contentOf(
      { ...asked, request: withEndAssumptions(request, [endOfRun(request.loan, report.totals)]) },
      { report, rows },
      words,
    ),
    notes: [
      ...(aside === null ? [] : [words.simulate.paymentsNotCounted[aside]]),
      ...horizonNotes(request, report, words.simulate.neverCleared),
    ],
    exitCode: options.exitCode === true && hasGrown(report.totals) ? 1 : 0,
  };
}

interface Simulated {
  readonly report: RunReport;
  /** A row a day. */
  readonly rows: readonly LedgerRow[];
}

function contentOf(asked: SimulateRequest, simulated: Simulated, words: Words): Report {
  const { request, every, options } = asked;
  const { report, rows } = simulated;
  const { loan } = request;
  return {
    kind: "report",
    ...tableWithPages(asked, simulated, words),
    document: () => ({ ...documentHead("simulate", request, { every }), summary: reportDocument(report) }),
    charts: async () => {
      const { runCharts } = await import("../charts/run-charts.ts");
      const charts = runCharts(report.totals, rows, await words.load.charts());
      // Where nothing is paid, what is owed as the days go by is the answer.
      return options.brief === true
        ? charts.slice(0, 1).map((chart) => ({ ...chart, isAnswer: true as const }))
        : charts;
    },
    ...coverAndSliders("simulate", request, report, words),
    journal: () => ({
      name: loan.name,
      from: report.totals.from,
      opening: report.totals.opening,
      rows: rowsEvery(every, rows),
    }),
  };
}

/** Unless the rows were asked for by day or by month, a page has them by month where they are too many to look at. */
function tableWithPages(
  asked: SimulateRequest,
  { report, rows }: Simulated,
  words: Words,
): Pick<Report, "table" | "page" | "shorterPage"> {
  const { request, every, options } = asked;
  const { ledgerColumns, whenLong, byMonths } = words.simulate;
  const titles = ledgerColumns[namingOf(request.loan, request.product)];
  const table = ledgerTable(rowsEvery(every, rows), titles);
  const pageWith = (shown: Table): Page =>
    pageOf(rows.length === 0 ? [] : [{ kind: "table", table: shown }], report, asked, words);
  const page = (): Page => pageWith(every === "month" ? table : { ...table, whenLong });
  if (options.every !== undefined) return { table, page };
  const shorterPage = (): Page =>
    pageWith({ ...ledgerTable(rowsEvery("month", rows), titles), title: byMonths(rows.length) });
  return { table, page, shorterPage };
}

function pageOf(tables: readonly Section[], report: RunReport, asked: SimulateRequest, words: Words): Page {
  const { request, options } = asked;
  const { loan, events, product } = request;
  const findings = answerFindings({ loan, product, events, report });
  const answer = answerSections(findings, { options, events, report }, loan.name, words);
  // People see the answer without the table.
  const isBrief = options.brief === true;
  const brief = [...answer, ...findingsSection(receivedLess(loan), words.simulate.runFindings)];
  if (isBrief && options.assumptions !== true)
    return { sections: [...brief, ...estimatedSection(request, words, "unlisted", whoDecides(request))] };
  const sections = isBrief ? brief : [...answer, ...tables, ...backgroundSection(report, request, words)];
  return pageWithAssumptions(sections, asked, words);
}

type Titles = Words["simulate"]["ledgerColumns"]["licensed"];

/** Of what moved in a day; where it never does, the column is left out. */
const MAY_BE_NOTHING = { sums: true, hideWhenEmpty: true };

const COLUMNS: readonly ColumnDefinition<LedgerRow, keyof Titles>[] = [
  { key: "date", importance: 100, cell: (row) => date(row.date) },
  { key: "day", importance: 40, cell: (row) => count(row.day) },
  { key: "days_overdue", importance: 90, cell: (row) => count(row.daysOverdue) },
  { key: "accrued_interest", importance: 65, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.interest) },
  { key: "accrued_penalty", importance: 75, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.penalty) },
  { key: "accrued_compound", importance: 60, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.compound) },
  { key: "charged", importance: 72, ...MAY_BE_NOTHING, cell: (row) => money(totalOf(row.charged)) },
  { key: "waived", importance: 73, ...MAY_BE_NOTHING, cell: (row) => money(totalOf(row.waived)) },
  { key: "payment", sums: true, importance: 97, cell: (row) => money(row.payment) },
  { key: "to_fee", importance: 58, ...MAY_BE_NOTHING, cell: (row) => money(row.to.fee) },
  { key: "to_penalty", importance: 80, ...MAY_BE_NOTHING, cell: (row) => money(row.to.penalty) },
  { key: "to_compound", importance: 57, ...MAY_BE_NOTHING, cell: (row) => money(row.to.compound) },
  { key: "to_interest", importance: 62, ...MAY_BE_NOTHING, cell: (row) => money(row.to.interest) },
  { key: "to_principal", sums: true, importance: 96, cell: (row) => money(row.to.principal) },
  { key: "unapplied", importance: 70, ...MAY_BE_NOTHING, cell: (row) => money(row.unapplied) },
  { key: "fee", importance: 50, hideWhenEmpty: true, cell: (row) => money(row.owed.fee) },
  { key: "penalty", importance: 55, hideWhenEmpty: true, cell: (row) => money(row.owed.penalty) },
  { key: "compound", importance: 48, hideWhenEmpty: true, cell: (row) => money(row.owed.compound) },
  { key: "interest", importance: 52, hideWhenEmpty: true, cell: (row) => money(row.owed.interest) },
  { key: "principal", importance: 95, cell: (row) => money(row.owed.principal) },
  { key: "total_owed", importance: 94, cell: (row) => money(row.totalOwed) },
  { key: "paid_so_far", importance: 45, cell: (row) => money(row.paidSoFar) },
  { key: "principal_paid_so_far", importance: 44, cell: (row) => money(row.principalPaidSoFar) },
];

export function ledgerTable(rows: readonly LedgerRow[], titles: Titles): Table {
  return tableOf(COLUMNS, titles, rows);
}
