/** The small grammar of rules on the command line: `HEAD:name=value:name=value`. */

import { nearestWord } from "./nearest.ts";
import { bad, type Flaw, good, type Reading } from "./problem.ts";

export interface Ruled<Name extends string> {
  readonly head: string;
  /** The values of each setting, in the order given. */
  readonly settings: ReadonlyMap<Name, readonly string[]>;
}

export interface SettingNames<Name extends string> {
  readonly known: readonly Name[];
  /** Those that may be given more than once. */
  readonly repeatable: readonly Name[];
}

export function splitSettings<Name extends string>(
  text: string,
  { known, repeatable }: SettingNames<Name>,
): Reading<Ruled<Name>> {
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
  return flaws.length > 0 ? bad(...flaws) : good({ head: head.trim(), settings });
}
