/** The next command to type, made of the options that were typed: ready for a shell, so that it can be copied. */

import type { ReliefRequest } from "../advice/relief-request.ts";
import { formatPercent } from "../loan/rate.ts";
import { pattern } from "../output/sanitize.ts";
import { type CommandName, longFlag, OPTIONS, type OptionKey, type Options, optionsOf } from "./options.ts";

/** An option of a line and its value; null: it takes none. */
export type LineOption = readonly [OptionKey, string | null];

/** Whatever describes the loan is carried over; how it was paid, how far and how it is shown is not. */
const CARRIED_GROUPS: ReadonlySet<string> = new Set(["first", "loan", "balances", "terms"]);
const LEFT: ReadonlySet<OptionKey> = new Set(["daily", "days"]);

/** A plan of the same loan, in parts that are never broken: `overdue-sim plan`, `--principal 50000`, … */
export function nextPlan(typed: Options, added: readonly LineOption[]): readonly string[] {
  const isCarried = (key: OptionKey): boolean => CARRIED_GROUPS.has(OPTIONS[key].group) && !LEFT.has(key);
  const carried = [...optionsOf("plan").filter(isCarried), "lang" as const].flatMap((key) => {
    const value = typed[key] ?? [];
    return [value].flat().map((one) => [key, String(one)] as const);
  });
  return lineParts("plan", [...carried, ...added]);
}

/** What to ask for, as `--agreement` reads it. */
export function agreementSpec({ months, waives, waivedShare, discount }: ReliefRequest): string {
  const waived = [
    [`waive-${waives}`, waivedShare],
    ["waive-principal", discount],
  ] as const;
  const shares = waived.filter(([, share]) => share.numerator > 0n);
  return ["agreement:months=", months, ...shares.map(([name, share]) => `,${name}=${formatPercent(share)}`)].join("");
}

/** A line as the program reads it. */
export function lineWords(command: CommandName, given: readonly LineOption[]): readonly string[] {
  return [command, ...given.flatMap(([key, value]) => (value === null ? [longFlag(key)] : [longFlag(key), value]))];
}

/** The same line as people copy it, in parts that are never broken. */
export function lineParts(command: CommandName, given: readonly LineOption[]): readonly string[] {
  return [
    `overdue-sim ${command}`,
    ...given.map(([key, value]) => (value === null ? longFlag(key) : `${longFlag(key)} ${shellQuoted(value)}`)),
  ];
}

/** Where and in which form the answer is written is not part of it. */
const OF_THE_WRITING: ReadonlySet<OptionKey> = new Set([
  "format",
  "csv",
  "json",
  "output",
  "bom",
  "color",
  "quiet",
  "chart",
  "ascii",
  "exitCode",
]);

/** The command that was typed, in the same parts. */
export function commandLine(command: CommandName, typed: Options): readonly string[] {
  const given = optionsOf(command)
    .filter((key) => !OF_THE_WRITING.has(key))
    .flatMap((key) =>
      [typed[key] ?? []].flat().map((one) => [key, one === true || one === "" ? null : String(one)] as const),
    );
  return lineParts(command, given);
}

const CHINESE_WORD = pattern(String.raw`^[\p{Script=Han}\w.%]+$`, "u");

/** As a POSIX shell reads it; a word of harmless characters needs no quotes. */
function shellQuoted(word: string): string {
  return /^[\w.,:=@%/+-]+$/.test(word) || CHINESE_WORD().test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
