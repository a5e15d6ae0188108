/** `compare`: several ways to deal with one debt, side by side, over the same days. */

import { type Compared, compare, DEFAULT_STRATEGIES, defaultStrategies } from "../advice/compare.ts";
import { withFutureInterest } from "../intake/assumptions.ts";
import { readChoice } from "../intake/choice.ts";
import { lastDay } from "../intake/horizon.ts";
import type { LoanOptions } from "../intake/loan-options.ts";
import { type LoanRequest, readLoanRequest } from "../intake/loan-request.ts";
import { Desk } from "../intake/paper.ts";
import { ProblemCollector, type Result } from "../intake/problem.ts";
import { readStrategies } from "../intake/strategy-list.ts";
import { type CompareWords, compareWordsOf, type Words } from "../language/words.ts";
import { addDays, type Day, formatDay } from "../loan/day.ts";
import { isProposal, type Strategy } from "../loan/strategy.ts";
import type { Json } from "../report/json.ts";
import type { Section, Sentence } from "../report/page.ts";
import type { World } from "../world.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { COMPARE_COLUMNS, compareTable, type SortColumn, sortedBy } from "./compare-table.ts";
import { inputDocument } from "./input-document.ts";
import { limitProblems } from "./limit-problems.ts";
import { type Outcome, refused } from "./outcome.ts";
import { type OutputSettings, present } from "./present.ts";
import { settlementProblems } from "./settlement-problems.ts";

const DEFAULT_DAYS = 365;

export interface CompareOptions extends LoanOptions {
  readonly strategy?: readonly string[] | undefined;
  readonly scenarios?: string | undefined;
  readonly sort?: string | undefined;
  readonly baseline?: string | undefined;
}

export interface CompareRequest {
  readonly request: LoanRequest;
  readonly strategies: readonly Strategy[];
  readonly sort: SortColumn | null;
  readonly baseline: string | null;
}

export function readCompare(options: CompareOptions, world: World): Result<CompareRequest> {
  const problems = new ProblemCollector();
  const desk = new Desk(world);
  const request = problems.merge(readLoanRequest(options, world, { days: DEFAULT_DAYS }, desk));
  const isUsual = options.strategy === undefined && options.scenarios === undefined;
  const context = request && { asOf: request.loan.asOf, given: request.happenings };
  const named = isUsual ? [] : readStrategies(options, context, desk, problems);
  const { sort } = options;
  const column =
    sort === undefined
      ? null
      : problems.read({ text: sort, where: "--sort" }, (text) => readChoice(text, COMPARE_COLUMNS));
  const strategies = request !== null && isUsual ? usualStrategies(request) : named;
  const baseline =
    options.baseline === undefined || request === null
      ? null
      : problems.read({ text: options.baseline, where: "--baseline" }, (text) =>
          readChoice(
            text,
            strategies.map(({ name }) => name),
          ),
        );
  if (request === null) return problems.result<CompareRequest>(null);
  const counted = strategies.some(isProposal) ? withFutureInterest(request) : request;
  return problems.result({ request: counted, strategies, sort: column, baseline });
}

function usualStrategies({ loan, happenings, horizon }: LoanRequest): readonly Strategy[] {
  return defaultStrategies(loan, happenings, lastDay(horizon, loan.asOf) ?? addDays(loan.asOf, DEFAULT_DAYS));
}

export async function compareCommand(asked: CompareRequest, common: Words, output: OutputSettings): Promise<Outcome> {
  const words = await compareWordsOf(common);
  const { request, strategies } = asked;
  const { loan, product } = request;
  const problems = strategies.flatMap((strategy) => settlementProblems(loan, strategy));
  if (problems.length > 0) return refused(problems);

  const until = lastDay(request.horizon, loan.asOf);
  const compared = compare({ loan, until, classification: product.classification, strategies });
  const beyond = compared.flatMap(({ strategy, summary }) => limitProblems(strategy.name, summary.limitReachedOn));
  if (beyond.length > 0) return refused(beyond);
  const rows = asked.sort === null ? compared : sortedBy(compared, asked.sort);
  const baseline = compared.find(({ strategy }) => strategy.name === asked.baseline) ?? null;
  const nameOf = ({ strategy }: Compared): string => titleOf(strategy, words);
  const table = compareTable({ rows, baseline, words: words.compare, nameOf });
  const text = present(
    {
      page: () => ({
        sections: [
          ...headSection(request, compared, until, words),
          { kind: "table", table },
          { kind: "sentences", sentences: conclusions(compared, baseline, words) },
          assumptionsSection(request.assumptions, words),
        ],
      }),
      table,
      document: () => ({
        schema: "overdue-sim/compare@1",
        input: { ...(inputDocument(request, until) as object), strategies: strategies.map(strategyDocument) },
        assumptions: request.assumptions.map(({ code }) => code),
        summary: summaryDocument(compared),
      }),
    },
    output,
  );
  return { kind: "done", text, notes: [], exitCode: 0 };
}

function titleOf({ name }: Strategy, { compare: says }: CompareWords): string {
  const usual = DEFAULT_STRATEGIES.find((code) => code === name);
  return usual === undefined ? name : says.defaults[usual];
}

function headSection(
  request: LoanRequest,
  compared: readonly Compared[],
  until: Day | null,
  words: CompareWords,
): readonly Section[] {
  const [first] = compared;
  if (first === undefined) return [];
  const { summary } = first;
  const text = words.compare.horizon(
    until === null ? summary.days : until - request.loan.asOf,
    formatDay(until ?? summary.to),
    summary.openingTotal,
  );
  const title = request.loan.name === null ? {} : { title: request.loan.name };
  return [{ kind: "sentences", ...title, sentences: [{ text }] }];
}

interface Best {
  readonly mostToPrincipal: Compared | null;
  readonly cheapest: Compared | null;
  readonly clearFirst: Compared | null;
  readonly never: readonly Compared[];
}

function bestOf(compared: readonly Compared[]): Best {
  const most = best(
    // What a new loan pays off stands again in its own principal.
    compared.filter(({ toPrincipal, strategy }) => toPrincipal > 0 && strategy.kind !== "refinancing"),
    ({ toPrincipal }) => -toPrincipal,
  );
  return {
    mostToPrincipal: most,
    cheapest: best(
      compared.filter(({ totalCost }) => totalCost !== null),
      ({ totalCost }) => totalCost ?? 0,
    ),
    clearFirst: best(
      compared.filter(({ clearedOn }) => clearedOn !== null),
      ({ clearedOn }) => clearedOn ?? 0,
    ),
    never: compared.filter(({ clearedOn }) => clearedOn === null),
  };
}

/** The row with the smallest figure; of equals the one that takes less money, else the first. */
function best(rows: readonly Compared[], figure: (row: Compared) => number): Compared | null {
  const isBetter = (row: Compared, least: Compared): boolean =>
    figure(row) < figure(least) || (figure(row) === figure(least) && row.paid < least.paid);
  return rows.reduce<Compared | null>((least, row) => (least === null || isBetter(row, least) ? row : least), null);
}

function conclusions(
  compared: readonly Compared[],
  baseline: Compared | null,
  words: CompareWords,
): readonly Sentence[] {
  const { compare: says } = words;
  const name = ({ strategy }: Compared): string =>
    `${titleOf(strategy, words)}${isProposal(strategy) ? ` ${says.proposalMark}` : ""}`;
  const { mostToPrincipal, cheapest, clearFirst, never } = bestOf(compared);
  const kept = compared.filter(({ daysOverdue }) => daysOverdue === 0);
  const overdue = compared.filter(({ daysOverdue }) => daysOverdue > 0);
  const sentences: Sentence[] = [
    mostToPrincipal === null
      ? { text: says.nothingToPrincipal, tone: "bad" }
      : { text: says.mostToPrincipal(name(mostToPrincipal), mostToPrincipal) },
  ];
  if (cheapest !== null && cheapest.totalCost !== null)
    sentences.push({ text: says.cheapest(name(cheapest), cheapest.totalCost), tone: "good" });
  if (clearFirst !== null && clearFirst.clearedOn !== null) {
    sentences.push({ text: says.clearFirst(name(clearFirst), formatDay(clearFirst.clearedOn)), tone: "good" });
  }
  if (never.length === compared.length) sentences.push({ text: says.noneCleared, tone: "bad" });
  else if (never.length > 0) sentences.push({ text: says.neverCleared(never.map(name)), tone: "bad" });
  for (const row of compared) {
    if (row.strategy.kind === "refinancing") sentences.push({ text: says.refinancing(name(row), row), tone: "bad" });
    const [broken] = row.summary.brokenOn;
    if (broken !== undefined) sentences.push({ text: says.broken(name(row), formatDay(broken)), tone: "bad" });
  }
  if (kept.length > 0) sentences.push({ text: says.creditKept(kept.map(name)) });
  if (overdue.length > 0) {
    const parts = overdue.map((row) => ({
      name: name(row),
      days: row.daysOverdue,
      class: row.summary.credit.monthsOverdue,
    }));
    sentences.push({ text: says.creditOverdue(parts) });
  }
  if (compared.some(({ strategy }) => isProposal(strategy))) sentences.push({ text: says.proposals });
  if (baseline !== null) sentences.push({ text: says.baseline(name(baseline)) });
  return sentences;
}

function strategyDocument({ name, spec, kind }: Strategy): Json {
  return { name, kind, strategy: spec === "" ? null : spec };
}

function summaryDocument(compared: readonly Compared[]): Json {
  const { mostToPrincipal, cheapest, clearFirst, never } = bestOf(compared);
  return {
    mostToPrincipal: mostToPrincipal?.strategy.name ?? null,
    cheapest: cheapest?.strategy.name ?? null,
    clearFirst: clearFirst?.strategy.name ?? null,
    never: never.map(({ strategy }) => strategy.name),
    proposals: compared.filter(({ strategy }) => isProposal(strategy)).map(({ strategy }) => strategy.name),
  };
}
