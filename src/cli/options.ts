/** Every option once: from this table come the reader of the line, the help and the type of what was given. */

import type { HelpWords } from "../messages/en/help.ts";
import { LANGUAGE_NAMES } from "../messages/languages.ts";
import { FORMAT_NAMES } from "../output/formats.ts";

/** A command has its words, without which it could not be told of. */
export type CommandName = Exclude<keyof HelpWords["commands"], "help">;
export type GroupKey = keyof HelpWords["groups"];

export interface OptionPlan {
  /** As commander writes them: the ways to type it, and the name of its value: `<n>` where it takes one, `[n]` where it may. */
  readonly flags: string;
  /** The heading under which the help lists it. */
  readonly group: GroupKey;
  readonly commands: readonly CommandName[];
  /** It may be given several times. */
  readonly isRepeatable?: true;
  /** What it may be, where that is a list of names. */
  readonly choices?: readonly string[];
}

const OF_RUNS = ["simulate", "compare", "plan"] as const satisfies readonly CommandName[];
const OF_LOANS = [...OF_RUNS, "audit"] as const satisfies readonly CommandName[];
/** What `batch` takes for all of its rows that do not say themselves. */
const OF_ROWS = [...OF_RUNS, "batch"] as const satisfies readonly CommandName[];
const OF_TERMS = [...OF_LOANS, "batch"] as const satisfies readonly CommandName[];
/** What works on a loan, of which the guide has the day alone. */
const OF_DATED = [...OF_TERMS, "guide"] as const satisfies readonly CommandName[];
const OF_ALL = [...OF_TERMS, "products", "law"] as const satisfies readonly CommandName[];

/** In the order of the help. */
export const OPTIONS = {
  principal: { flags: "--principal <amount>", group: "first", commands: OF_LOANS },
  daysOverdue: { flags: "--days-overdue <n>", group: "first", commands: OF_TERMS },
  rate: { flags: "--rate <rate>", group: "first", commands: OF_TERMS, isRepeatable: true },
  daily: { flags: "--daily <amount>", group: "first", commands: OF_ROWS, isRepeatable: true },
  days: { flags: "--days <n>", group: "first", commands: OF_ROWS },
  loan: { flags: "--loan <file>", group: "loan", commands: OF_LOANS },
  instalments: { flags: "--instalments <file>", group: "loan", commands: OF_LOANS },
  product: { flags: "--product <name>", group: "loan", commands: OF_TERMS },
  borrowed: { flags: "--borrowed <amount>", group: "loan", commands: OF_LOANS },
  received: { flags: "--received <amount>", group: "loan", commands: OF_LOANS },
  months: { flags: "--months <n>", group: "loan", commands: OF_LOANS },
  method: { flags: "--method <method>", group: "loan", commands: OF_LOANS },
  firstDue: { flags: "--first-due <date>", group: "loan", commands: OF_LOANS },
  missedSince: { flags: "--missed-since <date|n>", group: "loan", commands: OF_LOANS },
  lender: { flags: "--lender <kind>", group: "loan", commands: OF_TERMS },
  jurisdiction: { flags: "--jurisdiction <cn|none>", group: "loan", commands: OF_TERMS },
  name: { flags: "--name <text>", group: "loan", commands: OF_LOANS },
  asOf: { flags: "--as-of <date>", group: "loan", commands: OF_DATED },
  owedInterest: { flags: "--owed-interest <amount>", group: "balances", commands: OF_TERMS },
  owedPenalty: { flags: "--owed-penalty <amount>", group: "balances", commands: OF_TERMS },
  owedCompound: { flags: "--owed-compound <amount>", group: "balances", commands: OF_TERMS },
  owedFee: { flags: "--owed-fee <amount>", group: "balances", commands: OF_TERMS },
  penalty: { flags: "--penalty <rate>", group: "terms", commands: OF_TERMS },
  penaltyBase: { flags: "--penalty-base <base>", group: "terms", commands: OF_TERMS },
  compound: { flags: "--compound <base>", group: "terms", commands: OF_TERMS },
  interest: { flags: "--interest <mode>", group: "terms", commands: OF_TERMS },
  dayCount: { flags: "--day-count <basis>", group: "terms", commands: OF_TERMS },
  lateFee: { flags: "--late-fee <rule>", group: "terms", commands: OF_TERMS, isRepeatable: true },
  minimum: { flags: "--minimum <rule>", group: "terms", commands: OF_TERMS },
  cap: { flags: "--cap <rule>", group: "terms", commands: OF_TERMS, isRepeatable: true },
  grace: { flags: "--grace <n>", group: "terms", commands: OF_TERMS },
  order: { flags: "--order <list>", group: "terms", commands: OF_TERMS },
  by: { flags: "--by <axis>", group: "terms", commands: OF_TERMS },
  orderAfter: { flags: "--order-after <n:list>", group: "terms", commands: OF_TERMS, isRepeatable: true },
  surplus: { flags: "--surplus <where>", group: "terms", commands: OF_TERMS },
  rounding: { flags: "--rounding <rounding>", group: "terms", commands: OF_TERMS },
  waive: { flags: "--waive <spec>", group: "terms", commands: OF_TERMS, isRepeatable: true },
  weekly: { flags: "--weekly <amount>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  monthly: { flags: "--monthly <amount[@day]>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  pay: { flags: "--pay <spec>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  payments: { flags: "--payments <file>", group: "payments", commands: OF_RUNS, isRepeatable: true },
  until: { flags: "--until <date>", group: "horizon", commands: OF_ROWS },
  untilCleared: { flags: "--until-cleared", group: "horizon", commands: OF_RUNS },
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
  json: { flags: "--json", group: "output", commands: OF_ALL },
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

/** What was given to each option, as text, empty where there is none; a switch is true, or false where it says no. */
export type Options = { readonly [Key in OptionKey]?: Value<(typeof OPTIONS)[Key]> | undefined };

type Value<Plan extends OptionPlan> = Plan["flags"] extends `${string} ${"<" | "["}${string}`
  ? Plan extends { readonly isRepeatable: true }
    ? readonly string[]
    : string
  : boolean;

/** What a command is about comes first in its help; else the groups stand in the order of the table. */
const FIRST_GROUP: { readonly [name in CommandName]?: GroupKey } = {
  compare: "strategies",
  plan: "plan",
  audit: "audit",
  batch: "batch",
};

/** The options of a command in the order of its help. */
export function optionsOf(command: CommandName): readonly OptionKey[] {
  const own = OPTION_KEYS.filter((key) => planOf(key).commands.includes(command));
  const isFirst = (key: OptionKey): boolean => OPTIONS[key].group === FIRST_GROUP[command];
  return [...own.filter(isFirst), ...own.filter((key) => !isFirst(key))];
}

export function planOf(key: OptionKey): OptionPlan {
  return OPTIONS[key];
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

export function takesValue({ flags }: OptionPlan): boolean {
  return / [<[]/.test(flags);
}

export const OPTION_KEYS = Object.keys(OPTIONS) as readonly OptionKey[];
