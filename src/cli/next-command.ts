/** The next command to type, made of the options that were typed: ready for a shell, so that it can be copied. */

import { FLAGS, OPTIONS, type OptionKey } from "./options.ts";

/** Whatever describes the loan is carried over; how it was paid, how far and how it is shown is not. */
const CARRIED_GROUPS: ReadonlySet<string> = new Set(["first", "loan", "balances", "terms"]);
const LEFT: ReadonlySet<OptionKey> = new Set(["daily", "days"]);

/** Its parts, none of which may be broken: `overdue-sim plan`, `--principal 50000`, … */
export function nextCommand(
  command: "plan",
  typed: Readonly<Record<string, unknown>>,
  added: readonly (readonly [OptionKey, string])[],
): readonly string[] {
  const keys = OPTIONS[command].flatMap(([group, own]) => (CARRIED_GROUPS.has(group) ? own : []));
  const carried = [...keys.filter((key) => !LEFT.has(key)), "lang" as const].flatMap((key) => {
    const value = typed[key];
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((one) => [key, String(one)] as const);
  });
  return [
    `overdue-sim ${command}`,
    ...[...carried, ...added].map(([key, value]) => `${longFlag(key)} ${shellQuoted(value)}`),
  ];
}

function longFlag(key: OptionKey): string {
  return /--[a-z-]+/.exec(FLAGS[key])?.[0] ?? key;
}

/** As a POSIX shell reads it; a word of harmless characters needs no quotes. */
export function shellQuoted(word: string): string {
  return /^[\w.,:=@%/+-]+$/.test(word) || /^[\p{Script=Han}\w.%]+$/u.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
