/** The next command to type, made of the options that were typed: ready for a shell, so that it can be copied. */

import { OPTIONS, type OptionKey, type Options, optionsOf, waysToType } from "./options.ts";

/** Whatever describes the loan is carried over; how it was paid, how far and how it is shown is not. */
const CARRIED_GROUPS: ReadonlySet<string> = new Set(["first", "loan", "balances", "terms"]);
const LEFT: ReadonlySet<OptionKey> = new Set(["daily", "days"]);

/** Its parts, none of which may be broken: `overdue-sim plan`, `--principal 50000`, … An option of null takes no value. */
export function nextCommand(
  command: "plan",
  typed: Options,
  added: readonly (readonly [OptionKey, string | null])[],
): readonly string[] {
  const isCarried = (key: OptionKey): boolean => CARRIED_GROUPS.has(OPTIONS[key].group) && !LEFT.has(key);
  const carried = [...optionsOf(command).filter(isCarried), "lang" as const].flatMap((key) => {
    const value = typed[key] ?? [];
    return [value].flat().map((one) => [key, String(one)] as const);
  });
  return [
    `overdue-sim ${command}`,
    ...[...carried, ...added].map(([key, value]) =>
      value === null ? longFlag(key) : `${longFlag(key)} ${shellQuoted(value)}`,
    ),
  ];
}

function longFlag(key: OptionKey): string {
  return waysToType(OPTIONS[key].flags).at(-1) ?? key;
}

/** As a POSIX shell reads it; a word of harmless characters needs no quotes. */
export function shellQuoted(word: string): string {
  return /^[\w.,:=@%/+-]+$/.test(word) || /^[\p{Script=Han}\w.%]+$/u.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
