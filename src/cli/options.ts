/** What can be typed: the commands, their options in the order of the help, and the examples above them. */

import type { HelpWords } from "../messages/en/help.ts";

export const COMMANDS = ["simulate", "compare", "plan", "products"] as const;
export type CommandName = (typeof COMMANDS)[number];

export function isCommand(word: string): word is CommandName {
  return (COMMANDS as readonly string[]).includes(word);
}

/** Each option with how it is typed; `…` marks those that may be given several times. */
export const FLAGS = {
  principal: "--principal <amount>",
  loan: "--loan <file>",
  instalments: "--instalments <file>",
  product: "--product <name>",
  rate: "--rate <rate>",
  penalty: "--penalty <rate>",
  penaltyBase: "--penalty-base <base>",
  compound: "--compound <base>",
  interest: "--interest <mode>",
  dayCount: "--day-count <basis>",
  surplus: "--surplus <where>",
  borrowed: "--borrowed <amount>",
  months: "--months <n>",
  method: "--method <method>",
  firstDue: "--first-due <date>",
  missedSince: "--missed-since <date|n>",
  name: "--name <text>",
  daysOverdue: "--days-overdue <n>",
  owedInterest: "--owed-interest <amount>",
  owedPenalty: "--owed-penalty <amount>",
  owedCompound: "--owed-compound <amount>",
  owedFee: "--owed-fee <amount>",
  lateFee: "--late-fee <rule…>",
  grace: "--grace <n>",
  order: "--order <list>",
  by: "--by <axis>",
  orderAfter: "--order-after <n:list…>",
  rounding: "--rounding <rounding>",
  asOf: "--as-of <date>",
  daily: "--daily <amount…>",
  weekly: "--weekly <amount…>",
  monthly: "--monthly <amount[@day]…>",
  pay: "--pay <spec…>",
  payments: "--payments <file…>",
  days: "--days <n>",
  until: "--until <date>",
  untilCleared: "--until-cleared",
  strategy: "--strategy <spec…>",
  scenarios: "--scenarios <file>",
  sort: "--sort <column>",
  baseline: "--baseline <name>",
  clearBy: "--clear-by <date>",
  budget: "--budget <amount/period>",
  agreement: "--agreement <spec>",
  letter: "--letter",
  assumptions: "--assumptions",
  ics: "--ics",
  every: "--every <period>",
  exitCode: "--exit-code",
  format: "--format <format>",
  csv: "--csv",
  json: "--json",
  output: "-o, --output <file>",
  lang: "--lang <zh|en>",
  bom: "--bom",
  color: "--no-color",
  quiet: "--quiet",
} as const;

export const HELP_FLAGS = "-h, --help";
export const VERSION_FLAGS = "-V, --version";

export type OptionKey = keyof typeof FLAGS & keyof HelpWords["options"];
export type GroupKey = keyof HelpWords["groups"];

/** An option as the line is read. */
export interface WrittenOption {
  /** Null for help and version, which every line may ask for. */
  readonly key: OptionKey | null;
  readonly long: string;
  readonly short: string | null;
  readonly takesValue: boolean;
  readonly isRepeatable: boolean;
  /** What the option says where it takes no value: `--no-color` says false. */
  readonly switchesOn: boolean;
}

/** Every option under each way to write it. */
export const WRITTEN: ReadonlyMap<string, WrittenOption> = new Map(
  [
    ...(Object.keys(FLAGS) as OptionKey[]).map((key) => writtenOption(key, FLAGS[key])),
    ...[HELP_FLAGS, VERSION_FLAGS].map((flags) => writtenOption(null, flags)),
  ].flatMap((option) =>
    [option.long, option.short].flatMap((written) => (written === null ? [] : [[written, option] as const])),
  ),
);

function writtenOption(key: OptionKey | null, flags: string): WrittenOption {
  const [written = flags, value] = flags.split(" <");
  const long = written.slice(written.indexOf("--"));
  return {
    key,
    long,
    short: long === written ? null : written.slice(0, 2),
    takesValue: value !== undefined,
    isRepeatable: value?.endsWith("…>") === true,
    switchesOn: !long.startsWith("--no-"),
  };
}

const LOAN_GROUPS: readonly (readonly [GroupKey, readonly OptionKey[]])[] = [
  ["first", ["principal", "daysOverdue", "rate", "daily", "days"]],
  [
    "loan",
    ["loan", "instalments", "product", "borrowed", "months", "method", "firstDue", "missedSince", "name", "asOf"],
  ],
  ["balances", ["owedInterest", "owedPenalty", "owedCompound", "owedFee"]],
  [
    "terms",
    [
      "penalty",
      "penaltyBase",
      "compound",
      "interest",
      "dayCount",
      "lateFee",
      "grace",
      "order",
      "by",
      "orderAfter",
      "surplus",
      "rounding",
    ],
  ],
  ["payments", ["weekly", "monthly", "pay", "payments"]],
  ["horizon", ["until", "untilCleared"]],
];

const OUTPUT_KEYS: readonly OptionKey[] = ["format", "csv", "json", "output", "lang", "bom", "color", "quiet"];

/** The options of each command, in the order of its help. */
export const OPTIONS: { readonly [name in CommandName]: readonly (readonly [GroupKey, readonly OptionKey[]])[] } = {
  simulate: [
    ...LOAN_GROUPS,
    ["strategies", ["strategy"]],
    ["output", ["every", "assumptions", "exitCode", ...OUTPUT_KEYS]],
  ],
  compare: [
    ["strategies", ["strategy", "scenarios", "baseline", "sort"]],
    ...LOAN_GROUPS,
    ["output", ["assumptions", ...OUTPUT_KEYS]],
  ],
  plan: [
    ["plan", ["clearBy", "budget", "agreement", "letter", "ics"]],
    ...LOAN_GROUPS,
    ["output", ["assumptions", "exitCode", ...OUTPUT_KEYS]],
  ],
  products: [["output", OUTPUT_KEYS]],
};

export const EXAMPLES = {
  root: [
    "  overdue-sim simulate --principal 50000 --daily 50",
    "  overdue-sim simulate --principal 5万 --days-overdue 90 --daily 50 --lang zh",
    "  overdue-sim compare --principal 50000 --days-overdue 90 --daily 50",
    "  overdue-sim plan --principal 50000 --days-overdue 90 --budget 1000/month",
  ].join("\n"),
  simulate: [
    "  overdue-sim simulate --principal 50000 --daily 50",
    "  overdue-sim simulate --principal 50000 --days-overdue 90 \\",
    "      --pay 1500/month@15 --days 365 --every month",
    "  overdue-sim simulate --borrowed 12000 --months 12 --method equal-instalments \\",
    "      --first-due 2026-06-15 --missed-since 3 --rate 18%/year --daily 30",
    "  overdue-sim simulate --loan loan.json --payments paid.csv --csv > days.csv",
  ].join("\n"),
  compare: [
    "  overdue-sim compare --principal 50000 --days-overdue 90 --daily 50",
    "  overdue-sim compare --principal 50000 --strategy daily:50 \\",
    "      --strategy save:50/day@2027-11-22 --baseline daily:50 \\",
    "      --strategy mine=agreement:months=36,waive-penalty=100%",
  ].join("\n"),
  plan: [
    "  overdue-sim plan --principal 50000 --days-overdue 90 --clear-by 2027-11-22",
    "  overdue-sim plan --principal 50000 --days-overdue 90 --budget 1000/month",
    "  overdue-sim plan --principal 50000 --days-overdue 90 \\",
    "      --agreement agreement:months=36,waive-penalty=100% --letter --lang zh",
  ].join("\n"),
  products: ["  overdue-sim products", "  overdue-sim products credit-card"].join("\n"),
} as const;
