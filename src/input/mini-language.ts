/** The small grammar of rules on the command line: `HEAD:name=value:name=value`. */

import { nearestWord } from "./nearest.ts";
import { type Issue, invalid, issuesOf, type Parsed } from "./problem.ts";

export interface Ruled<Name extends string> {
  readonly head: string;
  /** The values of each setting, in the order given. */
  readonly settings: ReadonlyMap<Name, readonly string[]>;
  /** What is wrong with the names; the values are judged all the same. */
  readonly issues: readonly Issue[];
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
  const issues: Issue[] = [];
  for (const part of parts) {
    const equals = part.indexOf("=");
    const written = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    const name = known.find((one) => one === written);
    if (name === undefined || equals < 0) {
      issues.push({ code: "setting-unknown", text: part, allowed: known, nearest: nearestWord(written, known) });
      continue;
    }
    const before = settings.get(name) ?? [];
    if (before.length > 0 && !repeatable.includes(name)) issues.push({ code: "setting-double", setting: name });
    settings.set(name, [...before, part.slice(equals + 1).trim()]);
  }
  return { head: head.trim(), settings, issues };
}

/** What is read of a rule, together with what is wrong with the names of its settings. */
export function judged<Value>({ issues }: Pick<Ruled<string>, "issues">, reading: Parsed<Value>): Parsed<Value> {
  return issues.length === 0 ? reading : invalid(...issues, ...issuesOf(reading));
}
