/** The options that describe a loan and what is paid on it, each once; those of terms come from their table. */

import { TERM_FIELDS, type TermField, type TermForm, type TermForms, termForm } from "../loan/terms.ts";

const OF_RUNS = ["simulate", "compare", "plan"] as const;
export const OF_LOANS = [...OF_RUNS, "audit"] as const;
/** The commands of options that `batch` takes for all rows which do not say otherwise. */
const OF_ROWS = [...OF_RUNS, "batch"] as const;
export const OF_TERMS = [...OF_LOANS, "batch"] as const;
/** The commands that have a day of balances: all that work on a loan, and the guide. */
const OF_DATED = [...OF_TERMS, "guide"] as const;

type KeyOf<Field extends TermField> = TermForms[Field] extends { readonly key: infer Key extends string }
  ? Key
  : TermForms[Field] extends { readonly option: string }
    ? Field
    : never;
export type TermOptions = {
  readonly [Field in TermField as KeyOf<Field>]: Pick<TermForms[Field], keyof TermForms[Field] & "isRepeatable"> & {
    readonly flags: NonNullable<TermForm["option"]>;
    readonly group: "terms";
    readonly commands: typeof OF_TERMS;
  };
};

function termOptions(): TermOptions {
  const options: Record<string, unknown> = {};
  for (const field of TERM_FIELDS) {
    const { option: flags, key = field, isRepeatable } = termForm(field);
    if (flags !== undefined) options[key] = { flags, isRepeatable, group: "terms", commands: OF_TERMS };
  }
  return options as TermOptions;
}

const { rate, ...otherTerms } = termOptions();

/** In the order of the help. */
export const LOAN_OPTIONS = {
  principal: { flags: "--principal <amount>", group: "first", commands: OF_LOANS },
  daysOverdue: { flags: "--days-overdue <n>", group: "first", commands: OF_TERMS },
  rate: { ...rate, group: "first" },
  daily: { flags: "--daily <amount>", group: "first", commands: OF_ROWS, isRepeatable: true },
  days: { flags: "--days <n>", group: "first", commands: OF_ROWS },
  loan: { flags: "--loan <file>", group: "loan", commands: OF_LOANS },
  instalments: { flags: "--instalments <file>", group: "loan", commands: OF_LOANS },
  product: { flags: "--product <name>", group: "loan", commands: OF_TERMS },
  borrowed: { flags: "--borrowed <amount>", group: "loan", commands: OF_LOANS },
  received: { flags: "--received <amount[@date]>", group: "loan", commands: OF_LOANS },
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
  ...otherTerms,
  waive: { flags: "--waive <spec>", group: "terms", commands: OF_TERMS, isRepeatable: true },
  weekly: { flags: "--weekly <amount>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  monthly: { flags: "--monthly <amount[@day]>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  pay: { flags: "--pay <spec>", group: "payments", commands: OF_ROWS, isRepeatable: true },
  payments: { flags: "--payments <file>", group: "payments", commands: OF_RUNS, isRepeatable: true },
  until: { flags: "--until <date>", group: "horizon", commands: OF_ROWS },
  untilCleared: { flags: "--until-cleared", group: "horizon", commands: OF_RUNS },
} as const;

export interface TypedOption {
  /** As commander writes them: the ways to type it, and the name of its value: `<n>` where it takes one, `[n]` where it may. */
  readonly flags: string;
  /** It may be given several times. */
  readonly isRepeatable?: true;
}

/** What was given to each option, as text, empty where there is none; a switch is true, or false where it says no. */
export type OptionsOf<Plans extends Readonly<Record<string, TypedOption>>> = {
  readonly [Key in keyof Plans]?: ValueOf<Plans[Key]> | undefined;
};
type ValueOf<Option extends TypedOption> = Option["flags"] extends `${string} ${"<" | "["}${string}`
  ? Option extends { readonly isRepeatable: true }
    ? readonly string[]
    : string
  : boolean;
