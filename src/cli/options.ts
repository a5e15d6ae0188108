/** Every option once: from this table come the reader of the line, the help and the type of what was given. */

import { LOAN_OPTIONS, OF_LOANS, OF_TERMS, type OptionsOf, type TypedOption } from "../input/loan-options.ts";
import type { HelpWords } from "../messages/en/help.ts";
import { LANGUAGE_NAMES } from "../messages/languages.ts";
import { FORMAT_NAMES } from "../output/formats.ts";

/** A command has its words, without which it could not be told of. */
export type CommandName = Exclude<keyof HelpWords["commands"], "help">;
export type GroupKey = keyof HelpWords["groups"];

export interface OptionPlan extends TypedOption {
  /** The heading under which the help lists it. */
  readonly group: GroupKey;
  readonly commands: readonly CommandName[];
  /** What it may be, where that is a list of names. */
  readonly choices?: readonly string[];
}

const OF_ALL = [...OF_TERMS, "products", "law"] as const satisfies readonly CommandName[];
/** The commands that answer with a page, or with a document in its place. */
export const OF_PAGES = [...OF_LOANS, "products", "law"] as const satisfies readonly CommandName[];

/** In the order of the help. */
export const OPTIONS = {
  ...LOAN_OPTIONS,
  strategy: {
    flags: "--strategy <spec>",
    group: "strategies",
    commands: ["simulate", "compare", "batch"],
    isRepeatable: true,
  },
  scenarios: { flags: "--scenarios <file>", group: "strategies", commands: ["compare"] },
  baseline: { flags: "--baseline <name>", group: "strategies", commands: ["compare"] },
  sort: { flags: "--sort <column>", group: "strategies", commands: ["compare"] },
  clearBy: { flags: "--clear-by <date>", group: "plan", commands: ["plan"] },
  budget: { flags: "--budget <amount/period>", group: "plan", commands: ["plan"], isRepeatable: true },
  debts: { flags: "--debts <file>", group: "plan", commands: ["plan"] },
  first: { flags: "--first <order>", group: "plan", commands: ["plan"] },
  extra: { flags: "--extra <amount@date>", group: "plan", commands: ["plan"], isRepeatable: true },
  income: { flags: "--income <amount/period>", group: "plan", commands: ["plan"] },
  living: { flags: "--living <amount/period>", group: "plan", commands: ["plan"] },
  agreement: { flags: "--agreement <spec>", group: "plan", commands: ["plan"] },
  ics: { flags: "--ics", group: "plan", commands: ["plan"] },
  columns: { flags: "--columns <list>", group: "batch", commands: ["batch"] },
  inputColumns: { flags: "--input-columns <list>", group: "batch", commands: ["batch"] },
  inputFormat: { flags: "--input-format <format>", group: "batch", commands: ["batch"] },
  header: { flags: "--no-header", group: "batch", commands: ["batch"] },
  jobs: { flags: "--jobs <n>", group: "batch", commands: ["batch"] },
  summary: { flags: "--summary <file>", group: "batch", commands: ["batch"] },
  merge: { flags: "--merge", group: "batch", commands: ["batch"] },
  resume: { flags: "--resume", group: "batch", commands: ["batch"] },
  every: { flags: "--every <period>", group: "output", commands: ["simulate"] },
  letter: { flags: "--letter [kind]", group: "output", commands: ["plan", "audit"] },
  brief: { flags: "--brief", group: "output", commands: ["simulate"] },
  assumptions: { flags: "--assumptions", group: "output", commands: OF_LOANS },
  exitCode: { flags: "--exit-code", group: "output", commands: ["simulate", "plan", "audit"] },
  format: { flags: "--format <format>", group: "output", commands: OF_ALL, choices: FORMAT_NAMES },
  statement: { flags: "--statement <file>", group: "audit", commands: ["audit"] },
  tolerance: { flags: "--tolerance <amount>", group: "audit", commands: ["audit"] },
  explain: { flags: "--explain", group: "audit", commands: ["audit"] },
  solveRate: { flags: "--solve-rate", group: "audit", commands: ["audit"] },
  worksheet: { flags: "--worksheet", group: "audit", commands: ["audit"] },
  record: { flags: "--record", group: "audit", commands: ["audit"] },
  enforcement: { flags: "--enforcement <date>", group: "audit", commands: ["audit"] },
  csv: { flags: "--csv", group: "output", commands: OF_ALL },
  json: { flags: "--json", group: "output", commands: OF_PAGES },
  output: { flags: "-o, --output <file>", group: "output", commands: [...OF_ALL, "completion"] },
  lang: {
    flags: "--lang <language>",
    group: "output",
    commands: [...OF_ALL, "guide", "completion"],
    choices: LANGUAGE_NAMES,
  },
  bom: { flags: "--bom", group: "output", commands: OF_ALL },
  color: { flags: "--no-color", group: "output", commands: [...OF_ALL, "guide"] },
  quiet: { flags: "--quiet", group: "output", commands: OF_ALL },
  chart: { flags: "--chart", group: "output", commands: OF_LOANS },
  ascii: { flags: "--ascii", group: "output", commands: [...OF_LOANS, "guide"] },
} as const satisfies Readonly<Record<Exclude<keyof HelpWords["options"], "help" | "version">, OptionPlan>>;

export const HELP_FLAGS = "-h, --help";
export const VERSION_FLAGS = "-V, --version";

export type OptionKey = keyof typeof OPTIONS;

/** What was given to each option. */
export type Options = OptionsOf<typeof OPTIONS>;

/** What a command is about comes first in its help; else the groups stand in the order of the table. */
const FIRST_GROUP: { readonly [name in CommandName]?: GroupKey } = {
  compare: "strategies",
  plan: "plan",
  audit: "audit",
  batch: "batch",
};

/** The tables that a line names, by their paths; a budget may be one. */
export function tablesNamed({ payments = [], instalments, debts, budget = [], statement }: Options): readonly string[] {
  return [...payments, ...budget, ...[instalments, debts, statement].filter((path) => path !== undefined)];
}

/** The options of a command in the order of its help. */
export function optionsOf(command: CommandName): readonly OptionKey[] {
  const own = OPTION_KEYS.filter((key) => planOf(key).commands.includes(command));
  const isFirst = (key: OptionKey): boolean => OPTIONS[key].group === FIRST_GROUP[command];
  return [...own.filter(isFirst), ...own.filter((key) => !isFirst(key))];
}

export function planOf(key: OptionKey): OptionPlan {
  return OPTIONS[key];
}

/** Whether the file to write is called like a calendar, and the command makes some. */
export function namesCalendar({ output }: Options, command: CommandName): boolean {
  return /\.ics$/i.test(output ?? "") && planOf("ics").commands.includes(command);
}

/** The option that is typed so (`-o`, `--output`), of whatever command. */
export function optionTyped(flag: string): OptionPlan | null {
  const key = optionKeyTyped(flag);
  return key === null ? null : OPTIONS[key];
}

export function optionKeyTyped(flag: string): OptionKey | null {
  return OPTION_KEYS.find((key) => waysToType(OPTIONS[key].flags).includes(flag)) ?? null;
}

/** `-o` and `--output`; the long one is the last. */
export function waysToType(flags: string): readonly string[] {
  return flags.replace(/ [<[].*/, "").split(", ");
}

/** How an option is named where it is spoken of: `--output`. */
export function longFlag(key: OptionKey): string {
  return waysToType(OPTIONS[key].flags).at(-1) ?? key;
}

export function takesValue({ flags }: OptionPlan): boolean {
  return / [<[]/.test(flags);
}

export const OPTION_KEYS = Object.keys(OPTIONS) as readonly OptionKey[];
