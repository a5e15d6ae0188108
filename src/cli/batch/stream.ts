/** A book of loans from end to end: blocks in, worked out by one thread or several, pieces of the output out. */

import { BookSummary } from "../../advice/book-summary.ts";
import { foreignKindOf } from "../../input/file-kinds.ts";
import { ok, type Problem, type Result, refusal } from "../../input/problem.ts";
import { endedByLineFeeds, lineBlocks } from "../../input/rows/line-blocks.ts";
import type { RowOptions } from "../../input/rows/loan-rows.ts";
import type { Separator } from "../../input/rows/row-fields.ts";
import { type ProblemWords, problemLine } from "../../messages/problem-line.ts";
import type { BatchWords, Words } from "../../messages/words.ts";
import { printable } from "../../output/sanitize.ts";
import type { ExitCode, PieceReading, Platform } from "../../platform.ts";
import {
  type BookPart,
  type BookSettings,
  blockRefuser,
  bookReader,
  isOfEncoding,
  type LineProblem,
  MOST_BAD_LINES,
} from "./book.ts";
import type { ColumnName } from "./columns.ts";
import { inOrder } from "./in-order.ts";
import {
  behindSeparatorLine,
  cut,
  formatOf,
  type Header,
  type InputForm,
  isJsonList,
  isUtf16,
  numbered,
  readColumns,
  rowOf,
  splitHeader,
  withoutMark,
} from "./input.ts";
import { BLOCKS_A_THREAD, type Lanes, type NumberedBlock, ownLane, threadLanes } from "./lanes.ts";
import { headerOf, type LineFormat } from "./line-writer.ts";
import { type Progress, progressOf } from "./progress.ts";
import { summaryIn, summaryText } from "./summary-file.ts";

export interface BookRequest {
  /** `-`: standard input. */
  readonly path: string;
  readonly rows: RowOptions;
  /** Null: as the first line looks. */
  readonly inputFormat: LineFormat | null;
  /** Null: as the header says. */
  readonly columnsIn: readonly string[] | null;
  /** Of the rows, where columns are given in place of a header. */
  readonly separatorIn: Separator;
  readonly columnsOut: readonly ColumnName[];
  readonly format: LineFormat;
  readonly hasHeader: boolean;
  /** Before the header of CSV. */
  readonly byteOrderMark: boolean;
  /** Null: as many as pay off. */
  readonly jobs: number | null;
  /** `-`: standard output, where the lines go to a file. */
  readonly summaryPath: string | null;
  /** The file to go on with, or null. */
  readonly resumes: string | null;
  readonly isQuiet: boolean;
}

interface BookWords {
  readonly main: Words["main"];
  readonly batch: BatchWords;
  readonly problems: ProblemWords;
}

type Pieces = Extract<PieceReading, { readonly kind: "pieces" }>;

/** Small enough that a few of them are nothing to any machine, large enough that handing one over costs nothing. */
const BLOCK_BYTES = 65_536;
/** A line, before it is known how long lines take. */
const FIRST_BLOCK_BYTES = 1;
/** What one thread does in one go: until then no interrupt is heard, and memory may grow. */
const MILLISECONDS_IN_ONE_GO = 20;
const MOST_GROWTH = 2;
/** A book that is done in about this time would be no sooner with threads, which have to start and to warm up. */
const MILLISECONDS_WITHOUT_THREADS = 1_000;
const MOST_THREADS_UNASKED = 8;

/** The output in pieces of whole lines, or what is wrong with the beginning; `ends` is told the exit code at the end. */
export async function streamBook(
  request: BookRequest,
  input: Pieces,
  platform: Platform,
  words: BookWords,
  ends: (code: ExitCode) => void,
): Promise<Result<AsyncIterable<Uint8Array>>> {
  const isBook = request.columnsIn === null;
  const blocks = lineBlocks(endedByLineFeeds(input.pieces, isBook ? "book" : "piece"), BLOCK_BYTES);
  const first = await blocks.next();
  const block = first.done === true ? new Uint8Array() : withoutMark(first.value);
  const { path } = request;
  const foreign = foreignKindOf(block);
  if (foreign !== null) return refusal(path, { code: "file-unreadable", text: path, failure: foreign });
  if (isUtf16(block)) return refusal(path, { code: "file-encoding", text: path, encoding: "UTF-16" });
  const inputFormat = request.inputFormat ?? formatOf(block);
  const start = readStart(request, block, inputFormat);
  if (!start.ok) return start;
  const { columnsIn, separator, rest, line } = start.value;
  const { columnsOut, format, rows: options } = request;
  const settings: BookSettings = {
    options,
    platform: { today: platform.today, environment: { ...platform.environment } },
    columnsIn,
    separator,
    columnsOut,
    format,
    isSummed: request.summaryPath !== null,
  };
  const header = request.hasHeader ? headerOf(format, columnsOut, request.byteOrderMark) : "";
  const all = { header, blocks: numbered(joined(rest, blocks), line) };
  const form = { format: inputFormat, separator };
  const { resumes } = request;
  const left = resumes === null ? ok(all) : await leftToDo(resumes, { settings, ...all, form }, platform);
  if (!left.ok) return left;
  const run = new BookRun(request, settings, platform, words, input.size);
  return ok(run.pieces(left.value.blocks, left.value.header, ends));
}

/** What is not yet written of the output of a book. */
interface LeftToDo {
  readonly header: string;
  readonly blocks: AsyncGenerator<NumberedBlock>;
}

/**
 * What is left where a file has the first lines already. Its last whole line and some that are spread over it are worked
 * out once more: another book, other options or another day would give other lines there, and the file would become a
 * mixture.
 */
async function leftToDo(
  path: string,
  { settings, header, blocks, form }: LeftToDo & { readonly settings: BookSettings; readonly form: InputForm },
  platform: Platform,
): Promise<Result<LeftToDo>> {
  const { lines, first, spread } = await linesOf(platform.readWritten(path));
  const differs = (line: number) => refusal(path, { code: "resume-differs", line });
  if (lines === 0) return ok({ header, blocks });
  if (header !== "" && !isSame(first, new TextEncoder().encode(header))) return differs(1);
  const workOut = bookReader({ ...settings, isSummed: false });
  let rest = blocks;
  let linesBefore = header === "" ? 0 : 1;
  for (const [line, bytes] of spread) {
    if (line === linesBefore) continue;
    const done = await rowOf(rest, line - linesBefore, form);
    if (done === null || !isSame(bytes, workOut(done.row).bytes)) return differs(line);
    rest = done.rest;
    linesBefore = line;
  }
  return ok({ header: "", blocks: rest });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** `line`: how many there are before the rest. */
interface Start extends Pick<Header, "separator" | "line" | "rest"> {
  readonly columnsIn: readonly string[] | null;
}

function readStart(
  { path, columnsIn, separatorIn }: BookRequest,
  block: Uint8Array,
  format: LineFormat,
): Result<Start> {
  const fromTheFirst = { separator: separatorIn, rest: block, line: 0 };
  if (format === "ndjson") return ok({ columnsIn: null, ...fromTheFirst });
  if (columnsIn !== null) return ok({ columnsIn, ...fromTheFirst, ...behindSeparatorLine(block) });
  if (isJsonList(block)) return refusal(`${path}:1`, { code: "line-no-object" });
  const header = splitHeader(block);
  if (header === null) return refusal(path, { code: "file-unreadable", text: path, failure: "empty" });
  const where = `${path}:${header.line}`;
  if (header.issue !== null) return refusal(where, header.issue);
  const columns = readColumns(header.fields, where);
  return columns.ok ? ok({ ...header, columnsIn: columns.value }) : columns;
}

async function* joined(first: Uint8Array, others: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* others;
}

/** The whole lines of a file, each with its line feed; none where it is not there yet. */
interface WholeLines {
  readonly lines: number;
  readonly first: Uint8Array;
  /** Lines at equal distances, and the last, with their numbers. */
  readonly spread: ReadonlyMap<number, Uint8Array>;
}

const LINE_FEED = 0x0a;
/** Enough that another book is noticed, few enough that working them out is nothing beside what is left. */
const MOST_SPREAD = 64;

async function linesOf(reading: PieceReading): Promise<WholeLines> {
  const spread = new Map<number, Uint8Array>();
  let [lines, distance] = [0, 1];
  let [first, last] = [new Uint8Array(), new Uint8Array()];
  if (reading.kind === "failed") return { lines, first, spread };
  for await (const block of lineBlocks(reading.pieces, BLOCK_BYTES)) {
    let [start, end] = [0, 0];
    for (let feed = block.indexOf(LINE_FEED); feed >= 0; feed = block.indexOf(LINE_FEED, end)) {
      [start, end] = [end, feed + 1];
      lines += 1;
      if (lines === 1) first = block.slice(start, end);
      if (lines % distance === 0) spread.set(lines, block.slice(start, end));
      if (spread.size <= MOST_SPREAD) continue;
      distance *= 2;
      for (const line of spread.keys()) if (line % distance !== 0) spread.delete(line);
    }
    if (end > 0) last = block.slice(start, end);
  }
  if (lines > 0) spread.set(lines, last);
  return { lines, first, spread };
}

class BookRun {
  readonly #request: BookRequest;
  readonly #settings: BookSettings;
  readonly #platform: Platform;
  readonly #words: BookWords;
  readonly #progress: Progress | null;
  readonly #summary = new BookSummary();
  #lanes: Lanes;
  #threads: number;
  #rows = 0;
  #bytes = 0;
  #badRows = 0;
  #badRowsTold = 0;
  #isEncodingTold = false;
  /** Spent on blocks by this thread. */
  #milliseconds = 0;
  /** What it can do in one go, as far as is known. */
  #bytesInOneGo = FIRST_BLOCK_BYTES;

  constructor(request: BookRequest, settings: BookSettings, platform: Platform, words: BookWords, size: number | null) {
    this.#request = request;
    this.#settings = settings;
    this.#platform = platform;
    this.#words = words;
    const { showProgress, clock } = platform;
    this.#progress =
      showProgress === null || request.isQuiet ? null : progressOf(showProgress, clock, size, words.batch);
    this.#threads = request.jobs === null || request.jobs === 1 ? 0 : request.jobs;
    this.#lanes = this.#threads === 0 ? ownLane(bookReader(settings)) : this.#startThreads();
  }

  async *pieces(
    blocks: AsyncIterable<NumberedBlock>,
    header: string,
    ends: (code: ExitCode) => void,
  ): AsyncGenerator<Uint8Array> {
    const { clock } = this.#platform;
    const work = async (block: NumberedBlock): Promise<{ readonly block: NumberedBlock; readonly part: BookPart }> => {
      const start = clock();
      const part = await this.#lanes.work(block);
      if (this.#threads === 0) await this.#spent(clock() - start, block.bytes.length);
      return { block, part };
    };
    const mostBytes = (): number => (this.#threads === 0 ? this.#bytesInOneGo : Number.POSITIVE_INFINITY);
    try {
      if (header !== "") yield new TextEncoder().encode(header);
      for await (const { block, part } of inOrder(cut(blocks, mostBytes), work, () =>
        Math.max(1, this.#threads * BLOCKS_A_THREAD),
      )) {
        this.#count(block, part);
        this.#progress?.show(this.#rows, this.#bytes);
        if (part.bytes.length > 0) yield part.bytes;
      }
      if (this.#badRows > this.#badRowsTold) {
        this.#tell(this.#words.batch.moreProblems(this.#badRows - this.#badRowsTold));
      }
      ends((await this.#writeSummary()) ? (this.#badRows > 0 ? 2 : 0) : 1);
    } finally {
      this.#progress?.clear();
      this.#lanes.end();
    }
  }

  #count(block: NumberedBlock, { rows, badRows, problems, summary }: BookPart): void {
    const news = problems.filter((found) => !this.#isKnown(found));
    const badLines = new Set([...new Set(news.map(({ line }) => line))].slice(0, MOST_BAD_LINES - this.#badRowsTold));
    for (const { line, problem } of news) {
      if (badLines.has(line)) this.#report(problem, block.firstLine + line);
    }
    this.#badRowsTold += badLines.size;
    this.#rows += rows;
    this.#bytes += block.bytes.length;
    this.#badRows += badRows;
    if (summary !== null) this.#summary.add(summaryIn(summary));
    if (this.#request.jobs === null && this.#threads === 0 && this.#hasWorkForThreads) {
      this.#threads = Math.min(this.#platform.processors, MOST_THREADS_UNASKED);
      this.#lanes = this.#startThreads();
    }
  }

  #isKnown({ problem }: LineProblem): boolean {
    if (!isOfEncoding(problem)) return false;
    const isKnown = this.#isEncodingTold;
    this.#isEncodingTold = true;
    return isKnown;
  }

  /** Between two blocks this thread hears what it is told. */
  async #spent(milliseconds: number, bytes: number): Promise<void> {
    this.#milliseconds += milliseconds;
    // Lines that are wrong, or very long, say little of the time that those behind them take.
    const times = Math.min(MOST_GROWTH, MILLISECONDS_IN_ONE_GO / Math.max(1, milliseconds));
    this.#bytesInOneGo = Math.ceil(times * Math.min(bytes, this.#bytesInOneGo));
    await this.#platform.listen();
  }

  get #hasWorkForThreads(): boolean {
    return this.#milliseconds >= MILLISECONDS_WITHOUT_THREADS && this.#platform.processors > 1;
  }

  #report(problem: Problem, line: number): void {
    const where = `${this.#request.path}:${line}:${problem.where}`;
    this.#tell(problemLine({ ...problem, where }, this.#words.problems, this.#words.main.stop));
  }

  /** On a line of its own, not behind how far the run is. */
  #tell(text: string): void {
    this.#progress?.clear();
    this.#platform.printError(text);
  }

  #startThreads(): Lanes {
    return threadLanes({
      threads: this.#threads,
      start: () => this.#platform.startThread<BookPart>(this.#settings),
      refuse: blockRefuser(this.#settings),
      onEnded: ({ firstLine, lastLine }) => this.#tell(this.#words.batch.threadEnded(firstLine, lastLine)),
    });
  }

  async #writeSummary(): Promise<boolean> {
    const { summaryPath: path } = this.#request;
    if (path === null) return true;
    const text = [summaryText(this.#summary)];
    const { write, writeFile } = this.#platform;
    const failure = path === "-" ? await write(text) : await writeFile(path, text);
    if (failure === null) return true;
    const { cannotWrite, cannotWriteOut } = this.#words.main;
    this.#tell(path === "-" ? cannotWriteOut(failure) : cannotWrite(printable(path), failure));
    return false;
  }
}
