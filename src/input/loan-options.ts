/** The options that describe a loan and what is paid on it, as written on the command line. */

import type { Located } from "./problem.ts";

export interface LoanOptions {
  readonly principal?: string | undefined;
  readonly loan?: string | undefined;
  readonly instalments?: string | undefined;
  readonly product?: string | undefined;
  readonly rate?: string | undefined;
  readonly penalty?: string | undefined;
  readonly penaltyBase?: string | undefined;
  readonly compound?: string | undefined;
  readonly dayCount?: string | undefined;
  readonly interest?: string | undefined;
  readonly surplus?: string | undefined;
  readonly borrowed?: string | undefined;
  readonly months?: string | undefined;
  readonly method?: string | undefined;
  readonly firstDue?: string | undefined;
  readonly missedSince?: string | undefined;
  readonly name?: string | undefined;
  readonly daysOverdue?: string | undefined;
  readonly owedInterest?: string | undefined;
  readonly owedPenalty?: string | undefined;
  readonly owedCompound?: string | undefined;
  readonly owedFee?: string | undefined;
  readonly lateFee?: readonly string[] | undefined;
  readonly grace?: string | undefined;
  readonly order?: string | undefined;
  readonly by?: string | undefined;
  readonly orderAfter?: readonly string[] | undefined;
  readonly rounding?: string | undefined;
  readonly asOf?: string | undefined;
  readonly daily?: readonly string[] | undefined;
  readonly weekly?: readonly string[] | undefined;
  readonly monthly?: readonly string[] | undefined;
  readonly pay?: readonly string[] | undefined;
  readonly payments?: readonly string[] | undefined;
  readonly days?: string | undefined;
  readonly until?: string | undefined;
  readonly untilCleared?: boolean | undefined;
}

/** How each option is spelt. */
export function optionName(key: keyof LoanOptions): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

type TextOption = {
  [Key in keyof LoanOptions]-?: LoanOptions[Key] extends string | undefined ? Key : never;
}[keyof LoanOptions];

type ListOption = Exclude<keyof LoanOptions, TextOption | "untilCleared">;

/** An option with its place, or null where it is not given. */
export function givenOption(options: LoanOptions, key: TextOption): Located | null {
  const text = options[key];
  return text === undefined ? null : { text, where: optionName(key) };
}

/** A repeatable option, each time with its place. */
export function givenOptions(options: LoanOptions, key: ListOption): readonly Located[] {
  return (options[key] ?? []).map((text) => ({ text, where: optionName(key) }));
}
