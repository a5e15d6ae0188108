/** The small grammar of rules on the command line: `HEAD:name=value:name=value`. */

import { nearestWord } from "./nearest.ts";
import { bad, type Flaw, flawsOf, type Reading } from "./problem.ts";

export interface Ruled<Name extends string> {
  readonly head: string;
  /** The values of each setting, in the order given. */
  readonly settings: ReadonlyMap<Name, readonly string[]>;
  /** What is wrong with the names; the values are judged all the same. */
  readonly flaws: readonly Flaw[];
}

export interface SettingNames<Name extends string> {
  readonly known: readonly Name[];
  /** Those that may be given more than once. */
  readonly repeatable: readonly Name[];
}

export function splitSettings<Name extends string>(
  text: string,
  { known, repeatable }: SettingNames<Name>,
): Ruled<Name> {
  const [head = "", ...parts] = text.split(":");
  const settings = new Map<Name, readonly string[]>();
  const flaws: Flaw[] = [];
  for (const part of parts) {
    const equals = part.indexOf("=");
    const written = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    const name = known.find((one) => one === written);
    if (name === undefined || equals < 0) {
      flaws.push({ code: "setting-unknown", text: part, allowed: known, nearest: nearestWord(written, known) });
      continue;
    }
    const before = settings.get(name) ?? [];
    if (before.length > 0 && !repeatable.includes(name)) flaws.push({ code: "setting-double", setting: name });
    settings.set(name, [...before, part.slice(equals + 1).trim()]);
  }
  return { head: head.trim(), settings, flaws };
}

/** What is read of a rule, together with what is wrong with the names of its settings. */
export function judged<Value>({ flaws }: Pick<Ruled<string>, "flaws">, reading: Reading<Value>): Reading<Value> {
  return flaws.length === 0 ? reading : bad(...flaws, ...flawsOf(reading));
}
