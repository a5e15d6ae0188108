/** `compare`: several ways to deal with one debt, side by side, over the same days. */

import { type AgreementPlan, amountOf, largerThanFirst } from "../../advice/agreement-plan.ts";
import { type Compared, compare, type DefaultStrategy, defaultStrategies } from "../../advice/compare.ts";
import { compareFindings, comparisonAnswer, owedNow, proposedPlan } from "../../advice/compare-findings.ts";
import { bestOf, COMPARED_FIGURES, type ComparedFigure, sortedBy } from "../../advice/comparison.ts";
import { type NewLoan, newLoanOf } from "../../advice/new-loan.ts";
import { limitationRunOut, namedIfAgreed, receivedLess } from "../../advice/run-findings.ts";
import { withAgreedAssumptions, withEndAssumptions } from "../../input/assumptions.ts";
import { choice } from "../../input/field.ts";
import { USUAL_DAYS } from "../../input/horizon.ts";
import { InputFiles } from "../../input/input-files.ts";
import { type LoanRequest, readLoanRequest, strategyContext } from "../../input/loan-request.ts";
import { notePaymentsAside, paymentsAside } from "../../input/payments-aside.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readStrategies } from "../../input/strategy-list.ts";
import { minimumMissing } from "../../input/terms.ts";
import { namingOf } from "../../loan/component-names.ts";
import { addDays, formatDay } from "../../loan/day.ts";
import { paysMinimum } from "../../loan/events.ts";
import type { Loan } from "../../loan/loan.ts";
import { yuan } from "../../loan/money.ts";
import { isProposal, type Strategy } from "../../loan/strategy.ts";
import type { CompareWords, ReportWords, Words } from "../../messages/words.ts";
import { dateOrNull, inYuan, type Json, yuanOrNull } from "../../output/json.ts";
import { type Section, text } from "../../output/page.ts";
import type { Highlight, Report } from "../../output/report.ts";
import { type CommandInput, type CommandResult, refused } from "../command.ts";
import type { Options } from "../options.ts";
import { limitProblems, settlementProblems } from "../run-problems.ts";
import { findingsSection, pageWithAssumptions } from "./answer-page.ts";
import { compareTable } from "./compare-table.ts";
import { coverOf, highlight, owedOn } from "./cover.ts";
import { byComponentDocument, documentHead, paymentsDocument } from "./input-document.ts";
import { whatIfOf } from "./question.ts";

interface CompareRequest {
  readonly request: LoanRequest;
  readonly strategies: readonly Strategy[];
  /** Nothing was named: the usual set is compared, under titles of its own. */
  readonly isUsual: boolean;
  readonly sort: ComparedFigure | null;
  readonly baseline: string | null;
  readonly options: Options;
}

export function read({ options, platform }: CommandInput): Result<CompareRequest> {
  const problems = new ProblemCollector();
  const inputFiles = new InputFiles(platform);
  const loan = readLoanRequest(options, platform, { days: USUAL_DAYS.compared }, inputFiles);
  const request = problems.merge(loan);
  const isUsual = options.strategy === undefined && options.scenarios === undefined;
  const named = isUsual ? null : readStrategies(options, strategyContext(loan), inputFiles, problems);
  const sort = problems.readGiven(options.sort, "--sort", choice(COMPARED_FIGURES).parse);
  const usual = isUsual && request !== null ? usualStrategies(request) : [];
  const strategies = named?.strategies.map(({ strategy }) => strategy) ?? usual;
  if (named !== null && named.strategies.length === named.names?.length) {
    notePaymentsAside(options, strategies, problems);
  }
  const names = named === null ? usual.map(({ name }) => name) : (named.names ?? []);
  const baseline = names.length === 0 ? null : problems.readGiven(options.baseline, "--baseline", choice(names).parse);
  if (request === null) return problems.result<CompareRequest>(null);
  for (const { strategy, where } of named?.strategies ?? []) {
    problems.addProblems(settlementProblems(request.loan, strategy, where));
    // In a scenario it can be written out; a rule that could not be read is told of already.
    if (request.loan.terms.minimum === null && paysMinimum(strategy.events))
      problems.add(where, minimumMissing("minimum/month", options.minimum !== undefined));
  }
  const counted = withAgreedAssumptions(
    request,
    strategies.flatMap(({ events }) => events.agreements),
  );
  return problems.result({ request: counted, strategies, isUsual, sort, baseline, options });
}

function usualStrategies({ loan, events, until }: LoanRequest): readonly Strategy[] {
  return defaultStrategies(loan, events, until ?? addDays(loan.asOf, USUAL_DAYS.compared));
}

export async function run(asked: CompareRequest, common: Words): Promise<CommandResult> {
  const words = { ...common, compare: await common.load.compare() };
  const { request, strategies, isUsual } = asked;
  const { loan, product, until } = request;
  const compared = compare({ loan, until, classification: product.classification, strategies });
  const beyond = compared.flatMap(({ strategy, summary }) => limitProblems(strategy.name, summary.limitReachedOn));
  if (beyond.length > 0) return refused(beyond);
  const aside = isUsual ? null : paymentsAside(request, strategies);
  return {
    kind: "done",
    content: contentOf(
      {
        ...asked,
        request: withEndAssumptions(
          request,
          compared.map(({ summary }) => summary.end),
        ),
      },
      compared,
      words,
    ),
    notes: aside === null ? [] : [words.simulate.paymentsNotCounted[aside]],
  };
}

function contentOf(asked: CompareRequest, compared: readonly Compared[], words: CompareWords): Report {
  const { request, strategies, isUsual, sort } = asked;
  const { loan, until } = request;
  const { columns, never, compareFindings: wordsFor } = words.compare;
  const rows = sort === null ? compared : sortedBy(compared, sort);
  const baseline = compared.find(({ strategy }) => strategy.name === asked.baseline) ?? null;
  const names = namesOf(asked, words);
  const table = compareTable({ rows, baseline, words: { columns, never }, nameOf: names.marked });
  const sections = (): readonly Section[] => {
    const { classification } = request.product;
    const comparison = { loan, until, compared, baseline, classification, isUsual };
    const findingWords = wordsFor(names.quoted, namingOf(loan, request.product));
    const paid = {
      payments: strategies.flatMap(({ events }) => events.payments),
      streams: strategies.flatMap(({ events }) => events.streams),
    };
    const runOut = compared.slice(0, 1).flatMap(({ summary }) => limitationRunOut(summary));
    return [
      ...findingsSection(comparisonAnswer(comparison), findingWords, loan.name),
      ...findingsSection(runOut, words.simulate.runFindings),
      { kind: "table", table },
      ...findingsSection(compareFindings(comparison), findingWords),
      ...findingsSection(namedIfAgreed(paid, loan, request.product), words.simulate.runFindings),
      ...findingsSection(receivedLess(loan), words.simulate.runFindings),
    ];
  };
  return {
    kind: "report",
    page: () => pageWithAssumptions(sections(), asked, words),
    table,
    document: () => ({
      ...documentHead("compare", request, {
        strategies: strategies.map(strategyDocument),
        baseline: asked.baseline,
        sort,
      }),
      summary: summaryDocument(loan, compared),
    }),
    charts: async () => {
      const { compareCharts } = await import("../charts/compare-charts.ts");
      return compareCharts({ rows, nameOf: names.plain, from: loan.asOf, until }, await words.load.charts());
    },
    cover: () => coverOf("compare", request, words, (labels) => highlightsOf(compared, loan, names.marked, labels)),
    whatIf: () => whatIfOf(request),
  };
}

const isProposalOf = ({ strategy, clearedOn }: Compared, loan: Loan): boolean => isProposal(strategy, loan, clearedOn);

type NameOf = (row: Compared) => string;

/** A way that stands on a proposal is marked where its figures are shown; in a sentence its name is quoted too. */
function namesOf(
  { request, isUsual }: CompareRequest,
  { compare: { defaults, quotes, proposalMark } }: CompareWords,
): Readonly<Record<"plain" | "marked" | "quoted", NameOf>> {
  const usualNames = defaults[namingOf(request.loan, request.product)];
  const { loan } = request;
  const plain: NameOf = ({ strategy: { name } }) => (isUsual ? usualNames[name as DefaultStrategy] : name);
  return {
    plain,
    marked: (row) => (isProposalOf(row, loan) ? `${plain(row)} ${proposalMark}` : plain(row)),
    quoted: (row) => `${quotes[0]}${plain(row)}${quotes[1]}${isProposalOf(row, loan) ? proposalMark : ""}`,
  };
}

/** A comparison has as many answers as ways: what is owed now is common to them. A proposal holds only if the lender agrees. */
function highlightsOf(
  compared: readonly Compared[],
  loan: Loan,
  nameOf: NameOf,
  labels: ReportWords["highlights"],
): readonly Highlight[] {
  const { mostToPrincipal, cheapest } = bestOf(compared);
  const best = (label: string, row: Compared | null): readonly Highlight[] =>
    row === null ? [] : [highlight(isProposalOf(row, loan) ? labels.ifAgreed(label) : label, text(nameOf(row)))];
  return [
    owedOn(loan.asOf, owedNow(compared), labels),
    ...best(labels.mostToPrincipal, mostToPrincipal),
    ...best(labels.cheapest, cheapest),
  ];
}

function strategyDocument({ name, spec, kind, events }: Strategy): Json {
  return { name, kind, strategy: spec === "" ? null : spec, ...paymentsDocument(events) };
}

function summaryDocument(loan: Loan, compared: readonly Compared[]): Json {
  const { mostToPrincipal, cheapest, clearFirst, never } = bestOf(compared);
  return {
    openingTotal: yuan(owedNow(compared)),
    mostToPrincipal: mostToPrincipal?.strategy.name ?? null,
    cheapest: cheapest?.strategy.name ?? null,
    clearFirst: clearFirst?.strategy.name ?? null,
    never: never.map(({ strategy }) => strategy.name),
    proposals: compared.filter((row) => isProposalOf(row, loan)).map(({ strategy }) => strategy.name),
    ways: compared.map((row) => ({
      name: row.strategy.name,
      monthsOverdue: row.summary.credit?.monthsOverdue ?? null,
      deletableOn: dateOrNull(row.summary.credit?.deletableOn ?? null),
      deletableAfterAgreementOn: dateOrNull(row.summary.credit?.deletableAfterAgreementOn ?? null),
      brokenOn: row.summary.brokenOn.map(formatDay),
      agreement: agreementDocument(proposedPlan(loan, row)),
      newLoan: newLoanDocument(newLoanOf(loan, row.strategy.events)),
    })),
  };
}

function agreementDocument(plan: AgreementPlan | null): Json {
  if (plan === null || plan.payments.length === 0) return null;
  const [first] = plan.schedule;
  const firstAmount = first === undefined ? null : amountOf(first);
  return {
    down: yuan(plan.down),
    instalments: plan.schedule.length,
    firstInstalment: yuanOrNull(firstAmount),
    largestInstalment: yuanOrNull(largerThanFirst(plan)?.amount ?? firstAmount),
    waived: byComponentDocument(plan.waived),
  };
}

function newLoanDocument(newLoan: NewLoan | null): Json {
  if (newLoan === null) return null;
  return {
    ...inYuan(newLoan, "clears", "borrowed"),
    months: newLoan.months,
    ...inYuan(newLoan, "firstInstalment", "fallsTo", "ownCost"),
  };
}
