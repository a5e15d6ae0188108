/**
 * What can stand where a line is still being typed. The line is read with a word in that place which nobody knows, and
 * what its readers would have known there are the completions: no list is kept for them.
 */

import type { Problem } from "../input/problem.ts";
import { STRATEGIES } from "../input/strategies.ts";
import type { HelpWords } from "../messages/en/help.ts";
import { wordsFor } from "../messages/languages.ts";
import type { Platform } from "../platform.ts";
import type { Program } from "./command.ts";
import { type ParsedCommandLine, readCommandLine } from "./command-line.ts";
import { OPTION_KEYS, optionKeyTyped, optionTyped, planOf, VERSION_FLAGS, waysToType } from "./options.ts";
import { readOutputOptions } from "./output-options.ts";

/** Reading a line runs none. */
const NO_PROGRAM: Program = { run: async () => 0, show: async () => 0 };

interface Completion {
  readonly text: string;
  readonly meaning: string;
}

/** Of letters, as the names of settings are. */
const UNKNOWN = "qxzqx";
/** Stands for the names of files, which the shell knows. */
const FILE: Completion = { text: "<file>", meaning: "" };
/** Of a value with several parts, or behind its option: what comes before the part that is being typed. */
const EARLIER = /^.*[,、:：=＝]/su;

/** What stands before the word that is being typed, and what it takes to read and tell of it. */
interface LineSoFar {
  readonly before: readonly string[];
  readonly help: HelpWords;
  readonly platform: Platform;
}

/** A line for each word that the last one may become: the word, and behind a tab what it means. */
export async function completionLines(typed: readonly string[], platform: Platform): Promise<string> {
  const before = typed.slice(0, -1);
  const { load } = await wordsFor(readCommandLine(before).language, platform.environment);
  const { help } = await load.help();
  const found = await completions(typed.at(-1) ?? "", { before, help, platform });
  return found.map(({ text, meaning }) => `${text}\t${meaning}\n`).join("");
}

async function completions(word: string, line: LineSoFar): Promise<readonly Completion[]> {
  const earlier = EARLIER.exec(word)?.[0] ?? "";
  if (word.startsWith("-") && earlier === "") return await optionsAfter(word, line);
  const problems = await problemsWith(earlier + UNKNOWN, line);
  // In a value with several parts it may be the name of one.
  const ofSetting = earlier === "" ? [] : await problemsWith(`${earlier}${UNKNOWN}=`, line);
  for (const unknown of [problems, ofSetting]) {
    const known = wordsIn(unknown, word.slice(earlier.length), line);
    const whole = known.map(({ text, meaning }) => ({ text: earlier + text, meaning }));
    if (known.length > 0) return earlier === "" ? whole : await withoutThoseThere(whole, unknown, line);
  }
  if (isPlaceOfFile(readCommandLine([...line.before, earlier + UNKNOWN]))) return [FILE];
  const takesNoWord = problems.some(({ code }) => code === "argument-unexpected");
  return word === "" && takesNoWord ? await optionsAfter(word, line) : [];
}

/** Those that are not refused as standing in the value already, in whatever spelling. */
async function withoutThoseThere(
  known: readonly Completion[],
  unknown: readonly Problem[],
  line: LineSoFar,
): Promise<readonly Completion[]> {
  const twice = (problems: readonly Problem[]): number => problems.filter(({ code }) => code === "duplicate").length;
  const left: Completion[] = [];
  for (const one of known) if (twice(await problemsWith(one.text, line)) <= twice(unknown)) left.push(one);
  return left;
}

async function optionsAfter(word: string, line: LineSoFar): Promise<readonly Completion[]> {
  const problems = await problemsWith(`--${UNKNOWN}`, line);
  return wordsIn(problems, word, line).filter(({ text }) => mayBeGiven(text, line.before));
}

/** What is wrong with the line where this word stands next; nothing is run and no file is opened. */
async function problemsWith(word: string, { before, platform }: LineSoFar): Promise<readonly Problem[]> {
  const line = readCommandLine([...before, word]);
  if (line.kind === "problems") return line.problems;
  if (line.kind !== "run") return [];
  const { command, options, argument, moreArguments } = line;
  const missing = () => ({ kind: "failed", failure: "missing" }) as const;
  const noFiles = { read: missing, readPieces: missing, readWritten: missing, isSameFile: () => false };
  const output = readOutputOptions(options, command.name, platform);
  const input = { options, argument, moreArguments, platform: { ...platform, ...noFiles }, program: NO_PROGRAM };
  const problems = await command.check(input);
  return [...line.problems, ...(output.ok ? [] : output.problems), ...problems];
}

/** The words that all who did not know the unknown one would have known, and that begin as what is typed. */
function wordsIn(problems: readonly Problem[], beginning: string, { help }: LineSoFar): readonly Completion[] {
  const unknown = problems.flatMap((problem) =>
    "nearest" in problem && problem.text.includes(UNKNOWN) ? [problem] : [],
  );
  const [first, ...others] = unknown;
  if (first === undefined) return [];
  const names = first.allowed.filter((name) => others.every(({ allowed }) => allowed.includes(name)));
  // Names in another language than the words of the options are for those who begin to type them.
  const otherNames = beginning === "" ? [] : (first.otherNames ?? []);
  return [...names, ...otherNames]
    .map((name) => completionOf(name, first, help))
    .filter(({ text }) => text.startsWith(beginning));
}

function completionOf(name: string, problem: Problem, help: HelpWords): Completion {
  switch (problem.code) {
    case "command-unknown": {
      const meanings: Readonly<Record<string, string>> = help.commands;
      return { text: name, meaning: meanings[name] ?? "" };
    }
    case "option-unknown": {
      const key = optionKeyTyped(name) ?? (waysToType(VERSION_FLAGS).includes(name) ? "version" : "help");
      return { text: name, meaning: help.options[key] };
    }
    case "unknown":
      return namedValue(name, problem);
    default:
      return { text: name, meaning: "" };
  }
}

/** A name with what has to follow it. */
function namedValue(name: string, { kind }: Extract<Problem, { code: "unknown" }>): Completion {
  if (kind === "setting" || kind === "strategy-setting") return { text: `${name}=`, meaning: "" };
  const form = kind === "strategy" ? (STRATEGIES.find(({ head }) => head === name)?.form ?? "") : "";
  return { text: form.startsWith(`${name}:`) ? `${name}:` : name, meaning: form };
}

function isPlaceOfFile(line: ParsedCommandLine): boolean {
  if (line.kind !== "run") return false;
  const { argument, moreArguments, options } = line;
  const isThere = (text: unknown): boolean => typeof text === "string" && text.includes(UNKNOWN);
  if ([argument, ...moreArguments].some(isThere)) return true;
  return OPTION_KEYS.some((key) => planOf(key).flags.includes(FILE.text) && [options[key]].flat().some(isThere));
}

/** What takes one value is not given twice. */
function mayBeGiven(flag: string, before: readonly string[]): boolean {
  const option = optionTyped(flag);
  if (option === null || option.isRepeatable === true) return true;
  return !waysToType(option.flags).some((way) => before.some((word) => word === way || word.startsWith(`${way}=`)));
}
