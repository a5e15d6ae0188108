/** What is typed, read by Node's own parser into a command and its options; it is judged elsewhere. */

import { parseArgs } from "node:util";
import { nearestWord } from "../input/nearest.ts";
import type { Problem } from "../input/problem.ts";
import {
  COMMANDS,
  type CommandName,
  isCommand,
  OPTIONS,
  type OptionKey,
  WRITTEN,
  type WrittenOption,
} from "./options.ts";

/** What a command got: its options as typed, its arguments, and what of the line it does not know. */
export interface Typed {
  readonly options: Readonly<Record<string, unknown>>;
  readonly arguments: readonly string[];
  readonly problems: readonly Problem[];
}

/** What the line asks for: a command to run, a text to show, or a mistake to report. */
export type Asked =
  | { readonly kind: "run"; readonly command: CommandName; readonly typed: Typed }
  | { readonly kind: "help"; readonly command: CommandName | null }
  | { readonly kind: "version" }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

interface TypedOption {
  readonly option: WrittenOption;
  readonly value: string | undefined;
}

/** The parts of a line, before it is known which command they are for. */
interface Parts {
  /** Words that belong to no option; the first is the command. */
  readonly words: readonly string[];
  readonly options: readonly TypedOption[];
  /** Options that no command has, as they are written, with what was given to them. */
  readonly unknown: readonly string[];
  /** Switches that were given a value. */
  readonly valued: readonly WrittenOption[];
}

/** Words that may stand behind a command. */
const ARGUMENTS: Readonly<Record<CommandName, number>> = { simulate: 0, compare: 0, plan: 0, products: 1 };

/** Reads a command line. Nothing is written and nothing exits: the answer says what to do. */
export function readCommandLine(argv: readonly string[]): Asked {
  const parts = partsOf(argv);
  const [first, second] = parts.words;
  const asks = (long: string): boolean => parts.options.some(({ option }) => option.long === long);
  if (asks("--version")) return { kind: "version" };
  const isHelp = first === "help";
  const name = isHelp ? second : first;
  if (name !== undefined && !isCommand(name)) return { kind: "problems", problems: [unknownCommand(name)] };
  if (isHelp || asks("--help") || argv.length === 0) return { kind: "help", command: name ?? null };
  if (name !== undefined) return { kind: "run", command: name, typed: typedFor(name, parts) };
  return {
    kind: "problems",
    problems:
      parts.unknown.length > 0
        ? parts.unknown.map((written) => unknownOption(written, [...WRITTEN.keys()]))
        : [{ where: "overdue-sim", code: "command-missing", allowed: COMMANDS }],
  };
}

function partsOf(argv: readonly string[]): Parts {
  const line = withoutSwallowed(argv);
  const { tokens } = parseArgs({
    args: line,
    options: PARSED,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const options: TypedOption[] = [];
  const unknown = new Map<number, string>();
  const valued: WrittenOption[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") {
      // What follows an unknown option is taken for its value, and told with it.
      const isValue = unknown.get(token.index - 1)?.includes("=") === false;
      if (!isValue || isCommand(token.value)) words.push(token.value);
    } else if (token.kind === "option") {
      const option = WRITTEN.get(token.rawName);
      if (option === undefined) unknown.set(token.index, line[token.index] ?? token.rawName);
      else if (!option.takesValue && token.value !== undefined) valued.push(option);
      else options.push({ option, value: token.value });
    }
  }
  return { words, options, unknown: [...unknown.values()], valued };
}

const PARSED = Object.fromEntries(
  [...WRITTEN.values()].map(({ long, short, takesValue }) => {
    const type: "string" | "boolean" = takesValue ? "string" : "boolean";
    return [long.slice(2), short === null ? { type } : { type, short: short.slice(1) }];
  }),
);

/**
 * `--principal --daily 50`: an option is never the value of another. The first is left with an empty value, so that
 * it is told as empty together with whatever else is wrong.
 */
function withoutSwallowed(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  return argv.map((part, index) => {
    const option = end >= 0 && index > end ? undefined : WRITTEN.get(part);
    if (option?.takesValue !== true) return part;
    const next = argv[index + 1];
    const isFollowed = next !== undefined && next !== "--" && !WRITTEN.has(next.split("=")[0] ?? next);
    return isFollowed ? part : `${option.long}=`;
  });
}

/** Of other options the last one counts, as scripts expect; here all that the first file says would be lost. */
const ONLY_ONCE: ReadonlySet<OptionKey> = new Set(["scenarios"]);

function typedFor(command: CommandName, { words, options, unknown, valued }: Parts): Typed {
  const keys = new Set<OptionKey>(OPTIONS[command].flatMap(([, own]) => own));
  const problems: Problem[] = [
    ...unknown.map((written) => unknownOption(written, writtenOf(keys))),
    ...valued.map(({ long }): Problem => ({ where: long, code: "option-without-value", option: long })),
  ];
  const taken: Record<string, unknown> = {};
  for (const { option, value } of options) {
    const { key, long } = option;
    if (key === null) continue;
    if (!keys.has(key)) problems.push({ where: long, code: "option-elsewhere", commands: commandsWith(key) });
    else if (value === undefined) taken[key] = option.switchesOn;
    else if (ONLY_ONCE.has(key) && key in taken) problems.push({ where: long, code: "option-twice", option: long });
    else if (option.isRepeatable) taken[key] = [...((taken[key] as readonly string[] | undefined) ?? []), value];
    else taken[key] = value;
  }
  const [, ...behind] = words;
  for (const word of behind.slice(ARGUMENTS[command])) {
    problems.push({ where: command, code: "argument-unexpected", text: word });
  }
  return { options: taken, arguments: behind.slice(0, ARGUMENTS[command]), problems };
}

function writtenOf(keys: ReadonlySet<OptionKey>): readonly string[] {
  return [...WRITTEN].filter(([, { key }]) => key !== null && keys.has(key)).map(([written]) => written);
}

function commandsWith(key: OptionKey): readonly CommandName[] {
  return COMMANDS.filter((command) => OPTIONS[command].some(([, keys]) => keys.includes(key)));
}

function unknownOption(written: string, known: readonly string[]): Problem {
  const [name = written] = written.split("=");
  return { where: name, code: "option-unknown", text: name, allowed: known, nearest: nearestWord(name, known) };
}

function unknownCommand(name: string): Problem {
  const known = [...COMMANDS, "help"];
  return { where: name, code: "command-unknown", text: name, allowed: known, nearest: nearestWord(name, known) };
}
