/** `simulate`: day by day, what each payment does, and how much principal really goes down. */

import { type Answer, type Followed, follow, hasGrown, NEVER_CLEARED_DAYS } from "../../advice/run-report.ts";
import { withAgreedAssumptions } from "../../input/assumptions.ts";
import { readChoice } from "../../input/choice.ts";
import { lastDay } from "../../input/horizon.ts";
import { type LoanRequest, readLoanRequest, strategyContext } from "../../input/loan-request.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readStrategy, type StrategyContext, strategyOption } from "../../input/strategy.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { EVERY, type Every, rowsEvery } from "../../ledger/periods.ts";
import type { Strategy } from "../../loan/strategy.ts";
import type { Words } from "../../messages/words.ts";
import type { Page, Section, Sentence, Table, Tone } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandInput, type CommandResult, refused } from "../command.ts";
import type { Options } from "../options.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { inputDocument } from "./input-document.ts";
import { ledgerTable } from "./ledger-table.ts";
import { limitProblems } from "./limit-problems.ts";
import { paymentsStandAside, perCycle } from "./payments-in-words.ts";
import { settlementProblems } from "./settlement-problems.ts";
import { answerDocument } from "./summary-document.ts";

const DEFAULT_DAYS = 30;

export interface SimulateRequest {
  readonly request: LoanRequest;
  /** A way to pay was named, and the payments given take no part in it. */
  readonly paymentsStandAside: boolean;
  readonly every: Every;
  readonly exitCode: boolean;
}

export function read({ options, platform }: CommandInput): Result<SimulateRequest> {
  const problems = new ProblemCollector();
  const every =
    options.every === undefined
      ? "day"
      : problems.read({ text: options.every, where: "--every" }, (text) => readChoice(text, EVERY));
  const loan = readLoanRequest(options, platform, { days: DEFAULT_DAYS });
  const request = problems.merge(loan);
  const followed = followStrategy(options, strategyContext(loan), request, problems);
  return problems.result(
    followed === null || every === null ? null : { ...followed, every, exitCode: options.exitCode === true },
  );
}

type Followable = Pick<SimulateRequest, "request" | "paymentsStandAside">;

/** One way to pay of `compare`, day by day, in place of the payments. */
function followStrategy(
  { strategy = [] }: Options,
  context: StrategyContext | null,
  request: LoanRequest | null,
  problems: ProblemCollector,
): Followable | null {
  if (strategy.length > 1) problems.add("--strategy", { code: "one-strategy-only" });
  const [read] = strategy.map((written) => readFollowed(written, context, request, problems));
  if (request === null || read === null) return null;
  if (read === undefined) return { request, paymentsStandAside: false };
  return {
    request: { ...withAgreedAssumptions(request, [read]), events: read.events },
    paymentsStandAside: paymentsStandAside(request, [read]),
  };
}

function readFollowed(
  text: string,
  context: StrategyContext | null,
  request: LoanRequest | null,
  problems: ProblemCollector,
): Strategy | null {
  const read = problems.read({ text, where: "--strategy" }, (written) => readStrategy(written, context));
  if (read === null || request === null) return read;
  for (const problem of settlementProblems(request.loan, read, strategyOption(text))) problems.addProblem(problem);
  return read;
}

export function run(
  { request, paymentsStandAside: standAside, every, exitCode }: SimulateRequest,
  words: Words,
): CommandResult {
  const { loan, events, product } = request;
  const rows: LedgerRow[] = [];
  const until = lastDay(request.horizon, loan.asOf);
  const followed = follow(
    {
      loan,
      events,
      until,
      classification: product.classification,
      orderGiven: request.orderGiven || !product.orderAssumed,
    },
    (row) => rows.push(row),
  );
  const beyond = limitProblems("--days", followed.totals.limitReachedOn);
  if (beyond.length > 0) return refused(beyond);
  const table = ledgerTable(rowsEvery(every, rows), words.simulate.ledgerColumns);
  const content: Report = {
    kind: "report",
    page: () => simulatePage(followed, request, words, table),
    table,
    document: () => ({
      schema: "overdue-sim/simulate@1",
      input: { ...(inputDocument(request, until) as object), every },
      assumptions: request.assumptions.map(({ code }) => code),
      summary: answerDocument(followed.answer()),
    }),
    charts: async () => {
      const { runCharts } = await import("../charts/run-charts.ts");
      return runCharts(followed.totals, rows, await words.load.charts());
    },
    cover: async () => {
      const { runCover } = await import("../charts/cover.ts");
      return await runCover("simulate", followed.verdict(), request, words);
    },
    journal: () => ({
      name: loan.name,
      from: followed.totals.from,
      opening: followed.totals.opening,
      rows: rowsEvery(every, rows),
    }),
  };
  return {
    kind: "done",
    content,
    notes: [
      ...(standAside ? [words.simulate.paymentsStandAside] : []),
      ...(until === null && followed.verdict().clearedOn === null
        ? [words.simulate.neverCleared(NEVER_CLEARED_DAYS)]
        : []),
    ],
    exitCode: exitCode && hasGrown(followed.totals) ? 1 : 0,
  };
}

function simulatePage(followed: Followed, request: LoanRequest, words: Words, table: Table): Page {
  const result = followed.answer();
  const sections: Section[] = [
    { kind: "sentences", ...titleOf(request), sentences: verdict(result, request, words) },
    ...(result.days === 0 ? [] : [{ kind: "table", table } as const]),
    { kind: "sentences", sentences: background(result, words) },
    assumptionsSection(request.assumptions, words),
  ];
  return { sections };
}

function titleOf({ loan }: LoanRequest): { readonly title?: string } {
  return loan.name === null ? {} : { title: loan.name };
}

/** The answer first: does it reach the principal, does it end, what does it do to the record, have you asked. */
function verdict(result: Answer, { events }: LoanRequest, words: Words): readonly Sentence[] {
  const { main, simulate } = words;
  const grows: Tone = result.closingTotal > result.openingTotal ? "bad" : "good";
  const sentences: (Sentence | null)[] = [
    { text: simulate.whereItWent(result), tone: result.toPrincipal === 0 ? "bad" : "plain" },
    { text: `${simulate.principalChange(result)}${main.between}${simulate.totalChange(result)}`, tone: grows },
    { text: simulate.whenPrincipalFalls(result), tone: result.principalFirstFell === null ? "bad" : "plain" },
    {
      text: simulate.whetherItEnds(result, perCycle(events, words)),
      tone: result.clearedOn === null ? "bad" : "good",
    },
    result.days === 0 ? null : { text: simulate.breakEven(result) },
    { text: simulate.credit(result), tone: result.daysOverdueAtEnd > 0 ? "bad" : "good" },
    sentenceOrNull(simulate.brokenAgreement(result), "bad"),
    { text: simulate.negotiated },
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function background(result: Answer, { simulate }: Words): readonly Sentence[] {
  return [
    sentenceOrNull(simulate.yearlyCost(result), "plain"),
    { text: simulate.limitation(result) },
    sentenceOrNull(simulate.otherOrder(result), "plain"),
  ].filter((sentence) => sentence !== null);
}

function sentenceOrNull(text: string | null, tone: Tone): Sentence | null {
  return text === null ? null : { text, tone };
}
