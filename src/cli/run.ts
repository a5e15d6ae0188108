/** The program in one call: reads the line, runs the command, writes what came of it. */

import { version } from "../../package.json";
import type { InputSources } from "../input/input-files.ts";
import type { Problem } from "../input/problem.ts";
import { wordsFor } from "../messages/languages.ts";
import { problemLine } from "../messages/problem-line.ts";
import type { Words } from "../messages/words.ts";
import { DEFAULT_FORMAT, present } from "../output/formats.ts";
import type { FormatSettings, Pieces } from "../output/report.ts";
import { printable } from "../output/sanitize.ts";
import { hasColour, stylesOf, type TextStyle, terminalWidth } from "../output/style.ts";
import type { ExitCode, PieceReading, Platform, ReadResult } from "../platform.ts";
import type { Done, Program } from "./command.ts";
import { type ParsedCommandLine, readCommandLine } from "./command-line.ts";
import { type Options, tablesNamed } from "./options.ts";
import { type OutputRequest, readOutputOptions } from "./output-options.ts";

const HELP_WIDTH = 80;
/** Lines are gathered into pieces worth a write each; thousands of rows are never held at once. */
const PIECE_LENGTH = 16_384;

/** Runs a command line to its end on a platform. */
export async function run(argv: readonly string[], platform: Platform): Promise<ExitCode> {
  const asked = readCommandLine(argv);
  const words = (): Promise<Words> => wordsFor(asked.language, platform.environment);
  try {
    return await answer(argv, asked, words, platform);
  } catch (error) {
    const { main } = await words();
    platform.printError(main.bug(printable(error instanceof Error ? error.message : String(error))));
    return 70;
  }
}

async function answer(
  argv: readonly string[],
  asked: ParsedCommandLine,
  words: () => Promise<Words>,
  platform: Platform,
): Promise<ExitCode> {
  switch (asked.kind) {
    case "version":
      // Asked by scripts before they begin; it needs no words.
      return await show(`${version}\n`, words, platform);
    case "help": {
      const { helpText } = await import("./help.ts");
      const { help } = await (await words()).load.help();
      const text = helpText(asked.command, help, widthOn(platform) ?? HELP_WIDTH);
      const isNewcomer = argv.length === 0 && platform.terminal !== null;
      return await show(isNewcomer ? `${help.beginHere}\n\n${text}` : text, words, platform);
    }
    case "completions": {
      const { completionLines } = await import("./completions.ts");
      return await show(await completionLines(asked.typed, platform), words, platform);
    }
    case "problems":
      return await report(asked.problems, await words(), platform);
    case "run":
      return await runCommand(asked, await words(), platform);
    default:
      return asked satisfies never;
  }
}

async function runCommand(
  { command, options, argument, moreArguments, problems }: Extract<ParsedCommandLine, { kind: "run" }>,
  words: Words,
  platform: Platform,
): Promise<ExitCode> {
  const output = readOutputOptions(options, command.name, platform);
  const faults = [...problems, ...(output.ok ? [] : output.problems)];
  const program: Program = {
    // A person reads it: the variable speaks of lines that are typed for a machine.
    run: (line) =>
      run([...line, ...(options.color === false ? ["--no-color"] : [])], {
        ...platform,
        environment: { ...platform.environment, OVERDUE_SIM_FORMAT: undefined },
      }),
    show: (page) =>
      write(
        { kind: "done", content: { kind: "page", page: () => page } },
        { ...AS_TEXT, isColourless: options.color === false },
        words,
        platform,
      ),
  };
  const page = output.ok && output.value.format === "html" ? await import("./what-if/page-record.ts") : null;
  const guarded = protectingInputs(platform, options);
  const recording = page?.recorded(guarded) ?? null;
  const outside = await readingTables(recording?.platform ?? guarded, options);
  const result = await command.start({ options, argument, moreArguments, platform: outside, program }, words, faults);
  if (result.kind === "refused") return await report(result.problems, words, platform);
  if (!output.ok) throw new Error("a command ran in spite of mistakes in the line");
  const live = recording === null ? null : await recording.livePage(command.name, options, result.content, words);
  return await write(result, { ...output.value, live }, words, platform);
}

const AS_TEXT: Written = {
  format: DEFAULT_FORMAT,
  byteOrderMark: false,
  charts: { wanted: "none", ascii: false },
  path: null,
  isColourless: false,
  isQuiet: false,
  live: null,
};

type Written = OutputRequest & Pick<FormatSettings, "live">;

async function write(
  { content, notes = [], exitCode = 0 }: Done,
  { format, byteOrderMark, charts, path, isColourless, isQuiet, live }: Written,
  { main, simulate }: Words,
  platform: Platform,
): Promise<ExitCode> {
  const toTerminal = path === null;
  const style: TextStyle = {
    width: toTerminal ? widthOn(platform) : null,
    ...(toTerminal && platform.terminalRows !== null ? { height: platform.terminalRows } : {}),
    styles: await stylesOf(
      hasColour({
        noColourOption: isColourless || !toTerminal,
        environment: platform.environment,
        isTerminal: platform.terminalColumns !== null,
      }),
    ),
    leftOut: simulate.leftOut,
  };
  const isStream = content.kind === "stream";
  const text = isStream
    ? content.pieces
    : inPieces(await present(content, format, { style, byteOrderMark, charts, live }));
  if (!isQuiet) for (const note of notes) platform.printError(note);
  const isContinued = isStream && content.isContinued;
  const toFile = isContinued ? platform.continueFile : platform.writeFile;
  const failure = path === null ? await platform.write(text) : await toFile(path, text);
  if (failure === null) return typeof exitCode === "function" ? exitCode() : exitCode;
  platform.printError(path === null ? main.cannotWriteOut(failure) : main.cannotWrite(printable(path), failure));
  return 1;
}

async function show(text: string, words: () => Promise<Words>, platform: Platform): Promise<ExitCode> {
  const failure = await platform.write([text]);
  if (failure === null) return 0;
  platform.printError((await words()).main.cannotWriteOut(failure));
  return 1;
}

const LINES_TOGETHER = 100;

async function report(problems: readonly Problem[], words: Words, platform: Platform): Promise<ExitCode> {
  const { problemWords } = await words.load.problems();
  const lineOf = (problem: Problem): string => problemLine(problem, problemWords, words.main.stop);
  // Many at a time, because a table may have as many mistakes as cells; not all, so that the first are read at once.
  for (let start = 0; start < problems.length; start += LINES_TOGETHER) {
    platform.printError(
      problems
        .slice(start, start + LINES_TOGETHER)
        .map(lineOf)
        .join("\n"),
    );
  }
  return 2;
}

function widthOn({ environment, terminalColumns }: Platform): number | null {
  return terminalWidth({ environment, columns: terminalColumns });
}

function* inPieces(parts: Pieces): Generator<string | Uint8Array> {
  let piece = "";
  for (const part of parts) {
    if (typeof part !== "string") {
      yield part;
      continue;
    }
    piece += part;
    if (piece.length >= PIECE_LENGTH) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}

/** The platform on which a file that is to be written cannot be read: the answer would take the place of what it was made from. */
function protectingInputs(platform: Platform, { output = "-", summary }: Options): Platform {
  const outputs = summary === undefined ? [output] : [output, summary];
  const refusal = { kind: "failed", failure: "output" } as const;
  const isOutput = (path: string): boolean => outputs.some((written) => platform.isSameFile(path, written));
  return Object.defineProperties(Object.create(platform) as Platform, {
    read: { value: (path: string): ReadResult => (isOutput(path) ? refusal : platform.read(path)) },
    readPieces: { value: (path: string): PieceReading => (isOutput(path) ? refusal : platform.readPieces(path)) },
  });
}

/** The platform with what reads tables, where the line names one. */
async function readingTables(platform: Platform, options: Options): Promise<Platform & InputSources> {
  if (tablesNamed(options).length === 0) return platform;
  const tables = await import("../input/csv-table.ts");
  return Object.defineProperties(Object.create(platform) as Platform, { tables: { value: tables } });
}
