/** `batch`: many loans in, one line each out, in the same order. */

import { BookSummary } from "../../advice/book-summary.ts";
import { choice } from "../../input/field.ts";
import { InputFiles } from "../../input/input-files.ts";
import { plain } from "../../input/plain-text.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { optionProblems, type RowOptions } from "../../input/rows/loan-rows.ts";
import { count } from "../../input/values/count.ts";
import type { Words } from "../../messages/words.ts";
import type { ExitCode, Platform } from "../../platform.ts";
import { COLUMN_NAMES, type ColumnName } from "../batch/columns.ts";
import { fieldsOfLine, readColumns, separatorOf } from "../batch/input.ts";
import { LINE_FORMATS, type LineFormat } from "../batch/line-writer.ts";
import { type BookRequest, streamBook } from "../batch/stream.ts";
import { contradictionsIn, parseSummary, summaryText } from "../batch/summary-file.ts";
import { type CommandInput, type CommandResult, refused } from "../command.ts";
import { longFlag, type OptionKey, type Options, optionsOf } from "../options.ts";
import { readOutputOptions } from "../output-options.ts";

type BatchRequest =
  | (BookRequest & { readonly kind: "book"; readonly platform: Platform })
  /** Summaries added up, in place of a book. */
  | { readonly kind: "merge"; readonly sum: BookSummary };

const JOBS = count({ least: 1, most: 256 });

export function read(input: CommandInput): Result<BatchRequest> {
  return input.options.merge === true ? readMerge(input) : readBook(input);
}

/** Beside it only where and how the sum is written means anything. */
const BESIDE_MERGE: ReadonlySet<OptionKey> = new Set(["merge", "output", "lang", "color", "quiet"]);

function readMerge({ options, argument, moreArguments, platform }: CommandInput): Result<BatchRequest> {
  const problems = new ProblemCollector();
  for (const key of optionsOf("batch")) {
    // A header is written unless one says no.
    const isGiven = key === "header" ? options.header === false : options[key] !== undefined;
    if (!isGiven || BESIDE_MERGE.has(key)) continue;
    const option = longFlag(key);
    problems.add(option, { code: "conflict", options: ["--merge", option] });
  }
  const paths = [...(argument === null ? [] : [argument]), ...moreArguments];
  if (paths.includes("")) problems.add("batch", { code: "empty" });
  return problems.result({ kind: "merge", sum: readSummaries(paths, platform, problems) });
}

function readBook({ options, argument, moreArguments, platform }: CommandInput): Result<BatchRequest> {
  const problems = new ProblemCollector();
  const rows = rowOptions(options, problems);
  problems.addProblems(optionProblems(rows, platform));
  const [text] = moreArguments;
  if (text !== undefined) problems.add("batch", { code: "argument-unexpected", text });
  if (argument === "" || moreArguments.includes("")) problems.add("batch", { code: "empty" });
  const output = options.output === "-" ? undefined : options.output;
  if (options.summary === "") problems.add("--summary", { code: "empty" });
  else if (options.summary === "-" && output === undefined) problems.add("--summary", { code: "summary-beside-lines" });
  else if (summaryTakesPlaceOfLines(options, platform)) {
    problems.add("--summary", { code: "file-unreadable", text: options.summary ?? "", failure: "output" });
  }
  if (options.resume === true) {
    if (output === undefined) problems.add("--resume", { code: "needs-option", option: "--output" });
    if (options.summary !== undefined) problems.add("--summary", { code: "summary-beside-resume" });
  }
  return problems.result({
    kind: "book",
    platform,
    path: argument ?? "-",
    rows,
    inputFormat: problems.readGiven(options.inputFormat, "--input-format", choice(LINE_FORMATS).parse),
    columnsIn:
      options.inputColumns === undefined
        ? null
        : problems.merge(readColumns(fieldsOfLine(options.inputColumns), "--input-columns")),
    separatorIn: separatorOf(options.inputColumns ?? ""),
    columnsOut: columnsOut(options.columns, problems),
    format: lineFormat(options, platform),
    hasHeader: options.header !== false,
    byteOrderMark: options.bom === true,
    jobs: problems.readGiven(options.jobs, "--jobs", JOBS.parse),
    summaryPath: options.summary ?? null,
    resumes: options.resume === true ? (output ?? null) : null,
    // On the terminal that shows the lines they tell themselves how far it is.
    isQuiet: options.quiet === true || (options.output === undefined && platform.terminalColumns !== null),
  });
}

function summaryTakesPlaceOfLines({ output, summary }: Options, platform: Platform): boolean {
  return output !== undefined && summary !== undefined && summary !== "-" && platform.isSameFile(summary, output);
}

/** What holds for every row that does not say itself. */
function rowOptions({ strategy = [], ...options }: Options, problems: ProblemCollector): RowOptions {
  if (strategy.length > 1) problems.add("--strategy", { code: "one-strategy-only" });
  return { ...options, strategy: strategy[0] };
}

function columnsOut(written: string | undefined, problems: ProblemCollector): readonly ColumnName[] {
  if (written === undefined) return COLUMN_NAMES;
  const texts = plain(written).split(/[,、]/);
  const names = texts.flatMap((text) => problems.take("--columns", choice(COLUMN_NAMES).parse(text)) ?? []);
  // In JSON a line cannot have a name twice.
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) < index)))
    problems.add("--columns", { code: "duplicate", kind: "output-column", name });
  return names;
}

/** Lines for machines only, and those of a table where nothing else is asked for. */
function lineFormat(options: Options, platform: Platform): LineFormat {
  const output = readOutputOptions(options, "batch", platform);
  return (output.ok && LINE_FORMATS.find((name) => name === output.value.format)) || "csv";
}

function readSummaries(paths: readonly string[], platform: Platform, problems: ProblemCollector): BookSummary {
  const files = new InputFiles(platform);
  const sum = new BookSummary();
  if (paths.length === 0) problems.add("--merge", { code: "empty" });
  for (const path of paths.filter((each) => each !== "")) {
    const text = files.read(path, "--merge", problems, path);
    const summary = text === null ? null : parseSummary(text);
    if (summary === null) {
      if (text !== null) problems.add(path, { code: "not-a-summary", text: path });
      continue;
    }
    const contradictions = contradictionsIn(summary);
    for (const each of contradictions) problems.add(path, each);
    if (contradictions.length === 0) sum.add(summary);
  }
  return sum;
}

export async function run(request: BatchRequest, words: Words): Promise<CommandResult> {
  if (request.kind === "merge") {
    return { kind: "done", content: { kind: "text", text: [summaryText(request.sum)] } };
  }
  const { platform, path } = request;
  const input = platform.readPieces(path);
  if (input.kind === "failed") {
    const { failure } = input;
    return refused([
      failure === "terminal"
        ? { where: "batch", code: "input-from-terminal" }
        : { where: path, code: "file-unreadable", text: path, failure },
    ]);
  }
  const [batch, { problemWords: problems }] = await Promise.all([words.load.batch(), words.load.problems()]);
  let exitCode: ExitCode = 0;
  const pieces = await streamBook(request, input, platform, { main: words.main, batch, problems }, (code) => {
    exitCode = code;
  });
  if (!pieces.ok) return refused(pieces.problems);
  const content = { kind: "stream", pieces: pieces.value, isContinued: request.resumes !== null } as const;
  return { kind: "done", content, exitCode: () => exitCode };
}
