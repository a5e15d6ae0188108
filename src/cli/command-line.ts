/** What is typed, read by commander into a command and its options, with all that is wrong with the line itself. */

import type { Command } from "commander";
import { nearestWord } from "../input/nearest.ts";
import type { Problem } from "../input/problem.ts";
import type { CommandInput } from "./command.ts";
import { COMMAND_NAMES, COMMANDS, type CommandEntry } from "./commands.ts";
import { type CommandName, namesCalendar, type Options, optionTyped, takesValue, waysToType } from "./options.ts";
import { addOptions, newProgram, type WhenGivenTwice } from "./program.ts";

/** What the line asks for: a command to run, a text to show, or mistakes to report. */
type Asked =
  | (Pick<CommandInput, "options" | "argument" | "moreArguments"> & {
      readonly kind: "run";
      readonly command: CommandEntry;
      readonly problems: readonly Problem[];
    })
  | { readonly kind: "help"; readonly command: CommandName | null }
  | { readonly kind: "version" }
  /** What is being typed, to be completed. */
  | { readonly kind: "completions"; readonly typed: readonly string[] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

export type ParsedCommandLine = Asked & {
  /** As `--lang` names it. */
  readonly language: string | undefined;
};

/** Reads a command line. Nothing is written and nothing exits: the answer says what to do. */
export function readCommandLine(argv: readonly string[]): ParsedCommandLine {
  const givenTwice: Problem[] = [];
  const whenGivenTwice: WhenGivenTwice = ({ long }) => givenTwice.push(twice(long ?? ""));
  const program = newProgram(whenGivenTwice);
  let found: Command = program;
  program.hook("preSubcommand", (_, command) => {
    found = command;
    addOptions(command, whenGivenTwice);
  });
  const literal = argv.indexOf("--");
  program.parse(withNegativeValues(literal < 0 ? argv : argv.slice(0, literal)), { from: "user" });
  const leftOver = leftOverIn(found.args, literal < 0 ? [] : argv.slice(literal + 1));
  const [name] = leftOver.words;
  if (found === program && isCommand(name)) {
    // Its options came before it.
    return readCommandLine([name, ...argv.toSpliced(argv.indexOf(name), 1)]);
  }
  const { lang: language, help, version, ...options } = found.optsWithGlobals<Options & CommonOptions>();
  if (version === true) return { language, kind: "version" };
  const command = COMMANDS.find((entry) => entry.name === found.name());
  if (command === undefined) {
    const wantsHelp = help === true || found !== program || argv.length === 0;
    return { language, ...withoutCommand(leftOver, wantsHelp, flagsOf(program)) };
  }
  if (help === true) return { language, kind: "help", command: command.name };
  if (command.name === "completion" && literal >= 0) {
    return { language, kind: "completions", typed: argv.slice(literal + 1) };
  }
  const words = command.argument === undefined ? 0 : command.takesSeveral === true ? leftOver.words.length : 1;
  const problems = [
    ...leftOver.options.map((typed) => misplaced(typed, found)),
    ...givenTwice,
    ...leftOver.words.slice(words).map((text): Problem => ({ where: command.name, code: "argument-unexpected", text })),
  ];
  const argument = words === 0 ? null : (name ?? null);
  const moreArguments = leftOver.words.slice(1, words);
  // A calendar is asked for by the name of its file too.
  const asked = namesCalendar(options, command.name) ? { ...options, ics: true } : options;
  return { language, kind: "run", command, options: { ...asked, lang: language }, argument, moreArguments, problems };
}

/** No option begins with a digit: `--rate -5%/year` has a value, which its reader refuses for what it is. */
function withNegativeValues(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of argv) {
    const before = joined.at(-1);
    if (/^-[\d.]/.test(arg) && before?.startsWith("--") === true && mayTakeValue(before))
      joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

interface CommonOptions {
  readonly help?: boolean;
  readonly version?: boolean;
}

/** What commander did not use: words, and options that the command does not have. */
interface LeftOver {
  readonly words: readonly string[];
  readonly options: readonly string[];
}

/** A word behind an unknown option is taken for its value and not reported by itself. */
function leftOverIn(args: readonly string[], literally: readonly string[]): LeftOver {
  const isWord = (arg: string, index: number): boolean =>
    !isOption(arg) && (isCommand(arg) || !mayTakeValue(args[index - 1]));
  return { words: [...args.filter(isWord), ...literally], options: args.filter(isOption) };
}

/** What telephones, word processors and a keyboard set to Chinese make of two hyphens. */
const LONG_DASH = /^[\u2010-\u2015\u2212\uff0d]+(?=[a-zａ-ｚ])/i;

function isOption(arg: string): boolean {
  return arg.length > 1 && (arg.startsWith("-") || LONG_DASH.test(arg));
}

function mayTakeValue(arg: string | undefined): boolean {
  if (arg === undefined || !isOption(arg) || arg.includes("=")) return false;
  const option = optionTyped(arg);
  return option === null || takesValue(option);
}

/** commander's own command. */
const HELP = "help";

/** The program itself, or its `help`. */
function withoutCommand({ words: [name], options }: LeftOver, wantsHelp: boolean, common: readonly string[]): Asked {
  if (name !== undefined && name !== "" && name !== HELP && !isCommand(name))
    return { kind: "problems", problems: [unknownCommand(name)] };
  if (wantsHelp && name !== "") return { kind: "help", command: isCommand(name) ? name : null };
  const unknown = options.filter((typed) => optionTyped(nameOf(typed)) === null);
  if (unknown.length === 0) {
    return { kind: "problems", problems: [{ where: "overdue-sim", code: "command-missing", allowed: COMMAND_NAMES }] };
  }
  return { kind: "problems", problems: unknown.map((typed) => unknownOption(nameOf(typed), common)) };
}

function misplaced(typed: string, command: Command): Problem {
  const name = nameOf(typed);
  const own = flagsOf(command);
  const elsewhere = own.includes(name) ? null : optionTyped(name);
  if (elsewhere !== null) return { where: name, code: "option-elsewhere", commands: elsewhere.commands };
  return unknownOption(name, own);
}

function flagsOf({ options }: Command): readonly string[] {
  return options.flatMap(({ flags }) => waysToType(flags));
}

function nameOf(typed: string): string {
  return typed.split("=")[0] ?? typed;
}

function unknownOption(name: string, known: readonly string[]): Problem {
  // Only a switch can be left over where it is known: it was given a value.
  if (known.includes(name)) return { where: name, code: "option-without-value", option: name };
  const nearest = nearestWord(name.replace(LONG_DASH, "--"), known);
  return { where: name, code: "option-unknown", text: name, allowed: known, nearest };
}

function unknownCommand(name: string): Problem {
  const known = [...COMMAND_NAMES, HELP];
  return { where: name, code: "command-unknown", text: name, allowed: known, nearest: nearestWord(name, known) };
}

function twice(option: string): Problem {
  return { where: option, code: "option-twice", option, instead: option === "--principal" ? "plan --debts" : null };
}

function isCommand(word: string | undefined): word is CommandName {
  return COMMAND_NAMES.some((name) => name === word);
}
