/** `audit`: a lender's statement against the contract and the law. */

import { type AuditQuestion, type AuditReport, audit } from "../../advice/audit/audit.ts";
import { auditClaim } from "../../advice/audit/audit-claim.ts";
import { auditBackground, auditFindings } from "../../advice/audit/audit-findings.ts";
import { auditLetter } from "../../advice/audit/audit-letter.ts";
import type { Enforcement } from "../../advice/audit/delay.ts";
import { isDebtAsGiven, USUAL_TOLERANCE } from "../../advice/audit/replay.ts";
import { endOfRun } from "../../advice/end-of-run.ts";
import { letterLender } from "../../advice/letter.ts";
import { type Assumption, REFERENCE_RATE_GOES_ON, withEndAssumptions } from "../../input/assumptions.ts";
import { readReceivedText } from "../../input/contract-debt.ts";
import { choice } from "../../input/field.ts";
import { InputFiles, type InputSources } from "../../input/input-files.ts";
import { type LoanReading, type LoanRequest, readLoanRequest } from "../../input/loan-request.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { enforcement as enforcementShape } from "../../input/records/dated.ts";
import { noteEarlyLines, readStatement, type Statement } from "../../input/statement.ts";
import { readAmountOrZero } from "../../input/values/amount.ts";
import { LPR_KNOWN_UNTIL } from "../../law/lpr.ts";
import { namingOf } from "../../loan/component-names.ts";
import { type Day, formatDay, latest } from "../../loan/day.ts";
import { paysAnything } from "../../loan/events.ts";
import { type Fen, yuan } from "../../loan/money.ts";
import { dayBeforeStatement, openingBalances, type StatementLine } from "../../loan/statement.ts";
import type { AuditWords, Words } from "../../messages/words.ts";
import { type Json, jsonRows } from "../../output/json.ts";
import type { Page, Section, Table } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import type { ReadResult } from "../../platform.ts";
import { type CommandInput, type CommandResult, refused } from "../command.ts";
import type { Options } from "../options.ts";
import { limitProblems } from "../run-problems.ts";
import { findingsSection, pageWithAssumptions } from "./answer-page.ts";
import {
  auditClaimDocument,
  auditClaimPage,
  auditLetterDocument,
  auditLetterPage,
  rateSource,
} from "./audit-letter-page.ts";
import { auditSummary, replayTable, rowDocuments, termsSection, worksheetTable } from "./audit-report.ts";
import { auditHighlights, coverOf } from "./cover.ts";
import { documentHead } from "./input-document.ts";
import { letterFrame } from "./letter-page.ts";

interface AuditRequest extends Pick<AuditQuestion, "received" | "tolerance" | "enforcement"> {
  readonly request: LoanRequest;
  readonly statement: Statement;
  readonly letter: LetterKind | null;
  readonly options: Options;
}

/** A request to the lender, or the paragraph with the figures of a claim. */
type LetterKind = "request" | "claim";

export function read({ options, platform }: CommandInput): Result<AuditRequest> {
  const problems = new ProblemCollector();
  const files = remembered(platform);
  const inputFiles = new InputFiles(files);
  const path = options.statement;
  if (path === undefined) problems.add("--statement", { code: "statement-missing" });
  const statement = path === undefined ? null : readStatement(path, inputFiles, problems);
  const tolerance =
    options.tolerance === undefined
      ? USUAL_TOLERANCE
      : problems.take("--tolerance", readAmountOrZero(options.tolerance));
  const loan = readLoan(options, platform, files, inputFiles, statement?.lines ?? []);
  const request = problems.merge(loan);
  if (statement !== null) noteEarlyLines(statement, loan.asOf, problems);
  const enforcement = readEnforcement(options, statement, loan.asOf, problems);
  if (enforcement !== null && request?.loan.jurisdiction === "none")
    problems.add("--enforcement", { code: "conflict", options: ["--enforcement", "--jurisdiction none"] });
  const letter = readLetterKind(options, problems);
  if (request === null || tolerance === null || statement === null) return problems.result<AuditRequest>(null);
  const dated = { ...request, assumptions: sinceStatement(request, statement) };
  const received = receivedOf(request, options);
  return problems.result({ request: dated, statement, received, tolerance, enforcement, letter, options });
}

type Files = Pick<InputSources, "read" | "tables">;

/** Each file is read once, standard input too, however often it is asked for. */
function remembered(files: Files): Files {
  const known = new Map<string, ReadResult>();
  const readOnce = (path: string): ReadResult => {
    const result = known.get(path) ?? files.read(path);
    known.set(path, result);
    return result;
  };
  const { tables } = files;
  return tables === undefined ? { read: readOnce } : { read: readOnce, tables };
}

/**
 * Where no day is given for the balances, they are those with which the statement begins: of the day of its first balance,
 * where that is the debt as it is given, else of the day before.
 */
function readLoan(
  options: Options,
  platform: CommandInput["platform"],
  files: Files,
  inputFiles: InputFiles,
  lines: readonly StatementLine[],
): LoanReading {
  const readOn = (today: Day, through: InputFiles): LoanReading => {
    const sources = { environment: platform.environment, ...files, today };
    return readLoanRequest(options, sources, { days: 0, holdsReceived: true }, through);
  };
  const before = dayBeforeStatement(lines);
  const loan = readOn(before ?? platform.today, inputFiles);
  const [first, ...others] = openingBalances(lines);
  const isDayAssumed = loan.ok && loan.value.assumptions.some(({ code }) => code === "as-of-today");
  if (first === undefined || !isDayAssumed) return loan;
  const onItsDay = readOn(first.date, new InputFiles(files));
  return onItsDay.ok && isDebtAsGiven(onItsDay.value.loan, [first, ...others]) ? onItsDay : loan;
}

function readLetterKind({ letter }: Options, problems: ProblemCollector): LetterKind | null {
  if (letter === undefined) return null;
  if (letter === "") return "request";
  return problems.take("--letter", choice(["claim"], { claim: ["主张"] }).parse(letter));
}

/** Null where it is not given; what is wrong with it, or with lines that need it, is noted. */
function readEnforcement(
  options: Options,
  statement: Statement | null,
  asOf: Day,
  problems: ProblemCollector,
): Enforcement | null {
  const where = "--enforcement";
  const lines = statement?.lines ?? [];
  if (options.enforcement === undefined) {
    for (const line of lines) {
      if (line.delay !== null && line.delay > 0)
        problems.add(statement?.placeOf(line, "to_delay") ?? where, { code: "needs-option", option: `${where} DATE` });
    }
    return null;
  }
  // A letter goes by the five components of the contract.
  if (options.letter !== undefined) problems.add(where, { code: "conflict", options: ["--letter", where] });
  const read = enforcementShape(asOf).read({ kind: "text", text: options.enforcement, where }, problems) ?? null;
  if (read === null || lines.length === 0) return read;
  const last = lines.map(({ date }) => date).reduce(latest);
  if (read.from > last) problems.add(where, { code: "too-late", date: formatDay(read.from), last: formatDay(last) });
  return read;
}

/** What is assumed for the days of the statement: from its beginning on, and nothing of what lies after it. */
function sinceStatement(
  { assumptions, loan: { asOf } }: LoanRequest,
  { lines, namesReferenceRate }: Statement,
): readonly Assumption[] {
  const before = dayBeforeStatement(lines);
  const code = asOf === before ? "as-of-statement" : "as-of-balance";
  const others = assumptions.filter((one) => one.code !== REFERENCE_RATE_GOES_ON.code);
  const dated = others.map((one) =>
    one.code === "as-of-today" && before !== null ? ({ ...one, code } as const) : one,
  );
  const goesOn = namesReferenceRate || others.length < assumptions.length;
  if (!goesOn || lines.every(({ date }) => date <= LPR_KNOWN_UNTIL)) return dated;
  return [...dated, REFERENCE_RATE_GOES_ON];
}

/** Beside one amount the contract's payments are not known, but what was paid out may be. */
function receivedOf({ loan }: LoanRequest, { received }: Options): Fen | null {
  if (loan.agreedFlows !== null) return loan.agreedFlows.received;
  const read = received === undefined ? null : readReceivedText(received);
  return read?.ok === true ? read.value.amount : null;
}

function withEnd(asked: AuditRequest, { replay }: AuditReport): AuditRequest {
  // What the lender claims at the end of a statement may be what the interest for days ahead has left unpaid.
  const { interestPaidAhead } = replay.totals;
  const end = { ...endOfRun(replay.loan, replay.totals), interestPaidAhead };
  return { ...asked, request: withEndAssumptions(asked.request, [end]) };
}

export async function run(asked: AuditRequest, words: Words): Promise<CommandResult> {
  const { options } = asked;
  const report = await audit(questionOf(asked));
  const beyond = limitProblems("--statement", report.replay.totals.limitReachedOn);
  if (beyond.length > 0) return refused(beyond);
  return {
    kind: "done",
    content: await contentOf(report, withEnd(asked, report), words),
    notes: notesOf(asked, report, await words.load.audit()),
    exitCode: options.exitCode === true && report.verdict === "differs" ? 1 : 0,
  };
}

async function contentOf(report: AuditReport, asked: AuditRequest, words: Words): Promise<Report> {
  const { request, statement, tolerance, options } = asked;
  const isWorksheetAsked = options.worksheet === true;
  const given = { statement: statement.path, tolerance: yuan(tolerance) };
  const { replayed, worksheet, sections } = await pageParts(report, asked, words);
  const letter = await letterOf(report, asked, words);
  return {
    kind: "report",
    page: () => letter?.page() ?? pageWithAssumptions(sections(), { request, options, decides: "contract" }, words),
    ...(isWorksheetAsked ? { table: worksheet, tableBeside: replayed } : { table: replayed }),
    rows: () => rowDocuments(report),
    document: () => ({
      ...documentHead("audit", { ...request, loan: report.replay.loan, until: null }, given),
      summary: auditSummary(report),
      ...(letter === null ? {} : { letter: letter.document() }),
      ...(isWorksheetAsked ? { worksheet: [...jsonRows(worksheet)] } : {}),
    }),
    cover: () => coverOf("audit", request, words, (labels) => auditHighlights(report, labels)),
    ...(letter === null ? shownBeside(report, request, words) : { frame: () => letterFrame(words) }),
  };
}

/** The statement beside the terms, the sheet it was worked out on, and both between the sentences of a page. */
async function pageParts(
  report: AuditReport,
  { request, options }: AuditRequest,
  words: Words,
): Promise<{ readonly replayed: Table; readonly worksheet: Table; readonly sections: () => readonly Section[] }> {
  const auditWords = await words.load.audit();
  const { componentNames, termWords } = await words.load.terms();
  const { productWords } = await words.load.products();
  const { loan } = request;
  const naming = namingOf(loan, request.product);
  const names = componentNames[naming];
  const replayed = replayTable(report, auditWords, auditWords.columns[naming], termWords.licensed.rates);
  const worksheet = worksheetTable(report.worksheet, auditWords, names);
  const findingWords = auditWords.auditFindings(naming);
  const sections = (): readonly Section[] => {
    return [
      ...findingsSection(auditFindings(report), findingWords, loan.name),
      { kind: "table", table: replayed },
      ...(options.worksheet === true ? [{ kind: "table", table: worksheet } as const] : []),
      ...findingsSection(auditBackground(report), findingWords),
      termsSection(report, request, auditWords, productWords, words),
    ];
  };
  return { replayed, worksheet, sections };
}

/** Charts and sliders, which a letter does not have. */
function shownBeside(
  { replay }: AuditReport,
  { loan }: LoanRequest,
  words: Words,
): Required<Pick<Report, "charts" | "whatIf">> {
  return {
    charts: async () => {
      const { auditCharts } = await import("../charts/audit-charts.ts");
      return auditCharts(replay, await words.load.charts());
    },
    whatIf: () => ({ rates: loan.terms.rates, streams: [], breakEven: null }),
  };
}

function notesOf(
  { request: { events }, statement, options }: AuditRequest,
  { replay }: AuditReport,
  words: AuditWords,
): readonly string[] {
  const { capped } = replay.totals;
  return [
    ...(statement.areTakenAsPayments ? [words.linesTakenAsPayments] : []),
    ...(paysAnything(events) ? [words.ownPaymentsLeftOut] : []),
    ...(options.worksheet === true && capped > 0 ? [words.worksheetCapped(capped)] : []),
  ];
}

function questionOf({ request, statement, received, tolerance, enforcement, options }: AuditRequest): AuditQuestion {
  return {
    loan: request.loan,
    lines: statement.lines,
    classification: request.product.classification,
    received,
    tolerance,
    enforcement,
    asks: {
      pairsOfAnyLength: options.explain === true,
      solveRate: options.solveRate === true,
      worksheet: options.worksheet === true,
      record: options.record === true,
    },
  };
}

interface AskedLetter {
  readonly page: () => Page;
  readonly document: () => Json;
}

async function letterOf(
  report: AuditReport,
  { request, letter, options }: AuditRequest,
  words: Words,
): Promise<AskedLetter | null> {
  if (letter === null) return null;
  const lender = letterLender(request);
  const language = {
    letter: await words.load.letter(),
    audit: await words.load.audit(),
    auditLetter: await words.load.auditLetter(),
    terms: await words.load.terms(),
  };
  const shown = (page: Page): Page =>
    options.assumptions === true ? pageWithAssumptions(page.sections, { request, options }, words) : page;
  if (letter === "request") {
    const content = auditLetter(report, lender);
    return {
      page: () => shown(auditLetterPage(content, request, language)),
      document: () => auditLetterDocument(content),
    };
  }
  const claim = auditClaim(report, lender);
  const source = rateSource(claim, request, options.rate !== undefined || options.loan !== undefined);
  return {
    page: () => shown(auditClaimPage(claim, source, request, language)),
    document: () => auditClaimDocument(claim, source, request),
  };
}
