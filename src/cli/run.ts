/** The front door: reads the line, runs the command, says what came of it. */

import type { Problem } from "../input/problem.ts";
import { problemLine } from "../messages/problem-line.ts";
import { helpWordsOf, languageOf, problemWordsOf, type Words, wordsOf } from "../messages/words.ts";
import { leave, outputColumns, platform, tell, type WriteFailure, writeFile, writeOutput } from "../node.ts";
import { printable } from "../output/sanitize.ts";
import { colourLevel, stylesOf, terminalWidth } from "../output/style.ts";
import { type Asked, readCommandLine } from "./command-line.ts";
import type { Outcome } from "./command-result.ts";
import { readOutputOptions } from "./output-options.ts";
import type { OutputSettings } from "./present.ts";

declare const OVERDUE_SIM_VERSION: string;

const EXIT = { notWritten: 1, wrongInput: 2, bug: 70 } as const;
const HELP_WIDTH = 80;

/** Runs the program to its end. */
export async function main(argv: readonly string[]): Promise<void> {
  await runOrTellBug(argv);
  leave();
}

async function runOrTellBug(argv: readonly string[]): Promise<void> {
  const words = (): Promise<Words> => wordsOf(languageOf(languageOption(argv), process.env));
  try {
    await run(argv, words);
  } catch (error) {
    const { main: says } = await words();
    tell(says.bug(printable(error instanceof Error ? error.message : String(error))));
    process.exitCode = EXIT.bug;
  }
}

async function run(argv: readonly string[], wordsOfReader: () => Promise<Words>): Promise<void> {
  const asked = readCommandLine(argv);
  // Asked by scripts before they begin; it needs no words.
  if (asked.kind === "version") return await show(`${OVERDUE_SIM_VERSION}\n`, wordsOfReader);
  const words = await wordsOfReader();
  switch (asked.kind) {
    case "problems":
      return await report(asked.problems, words);
    case "help": {
      const { helpText } = await import("./help.ts");
      const width = widthOf() ?? HELP_WIDTH;
      return await show(
        helpText(asked.command, { says: await helpWordsOf(words.language), version: OVERDUE_SIM_VERSION, width }),
        wordsOfReader,
      );
    }
    case "run":
      return await runAndWrite(asked, words);
    default:
      return asked satisfies never;
  }
}

type ToRun = Extract<Asked, { kind: "run" }>;

async function runAndWrite(asked: ToRun, words: Words): Promise<void> {
  const { options } = asked.typed;
  const path = typeof options["output"] === "string" && options["output"] !== "-" ? options["output"] : null;
  const output = readOutputOptions(options, process.env);
  const problems = [...asked.typed.problems, ...(output.ok ? [] : output.problems)];
  const settings: OutputSettings = {
    format: output.ok ? output.value.format : "table",
    byteOrderMark: output.ok && output.value.byteOrderMark,
    style: {
      width: path === null ? widthOf() : null,
      styles: await stylesOf(levelOf(options, path)),
      leftOut: words.simulate.leftOut,
    },
    drawTable: null,
  };
  const outcome = await runCommand(asked, words, settings, problems);
  if (outcome.kind === "refused") return await report(outcome.problems, words);
  process.exitCode = outcome.exitCode;
  if (options["quiet"] !== true) for (const note of outcome.notes) tell(note);
  const { main: says } = words;
  if (path === null) tellFailure(writeOutput(outcome.text), says.cannotWriteOut);
  else tellFailure(await writeFile(outcome.text, path), (code) => says.cannotWrite(printable(path), code));
}

/** Each command is loaded only where it is asked for. */
async function runCommand(
  { command, typed }: ToRun,
  words: Words,
  settings: OutputSettings,
  problems: readonly Problem[],
): Promise<Outcome> {
  switch (command) {
    case "simulate": {
      const { readSimulate, simulateCommand } = await import("./commands/simulate.ts");
      const request = readSimulate(typed.options, platform());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return simulateCommand(request.value, words, settings);
    }
    case "compare": {
      const { readCompare, compareCommand } = await import("./commands/compare.ts");
      const request = readCompare(typed.options, platform());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return await compareCommand(request.value, words, settings);
    }
    case "plan": {
      const { readPlan, planCommand } = await import("./commands/plan.ts");
      const request = readPlan(typed.options, platform());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return await planCommand(request.value, words, settings);
    }
    case "products": {
      const { productsCommand } = await import("./commands/products.ts");
      if (problems.length > 0) return { kind: "refused", problems };
      return await productsCommand(typed.arguments[0] ?? null, words, settings);
    }
    default:
      return command satisfies never;
  }
}

async function show(text: string, words: () => Promise<Words>): Promise<void> {
  const failure = writeOutput([text]);
  if (failure !== null) tellFailure(failure, (await words()).main.cannotWriteOut);
}

function tellFailure(failure: WriteFailure, says: (code: string) => string): void {
  if (failure === null) return;
  tell(says(failure));
  process.exitCode = EXIT.notWritten;
}

async function report(problems: readonly Problem[], words: Words): Promise<void> {
  const says = await problemWordsOf(words.language);
  for (const problem of problems) tell(problemLine(problem, says, words.main.stop));
  process.exitCode = EXIT.wrongInput;
}

/** The language must be known before the line is read, because its mistakes are reported in it. */
function languageOption(argv: readonly string[]): string | undefined {
  const index = argv.indexOf("--lang");
  if (index >= 0) return argv[index + 1];
  return argv.find((part) => part.startsWith("--lang="))?.slice("--lang=".length);
}

function levelOf(options: Readonly<Record<string, unknown>>, path: string | null): ReturnType<typeof colourLevel> {
  return colourLevel({
    noColourOption: options["color"] === false || path !== null,
    environment: process.env,
    isTerminal: outputColumns() !== null,
  });
}

function widthOf(): number | null {
  return terminalWidth({ environment: process.env, columns: outputColumns() });
}
