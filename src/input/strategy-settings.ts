/**
 * The settings of an agreement, a deferral or a new loan: `months=36,rate=0%/year`, separated by commas.
 * (The settings of payments and fees follow colons, since there a comma separates amounts.)
 */

import { type CommaParts, splitAtCommas } from "./comma-parts.ts";
import { nearestWord } from "./nearest.ts";
import { type Issue, invalid, issuesOf, ok, type Parsed } from "./problem.ts";
import { missingSetting, type StrategySpec } from "./strategy-spec.ts";

interface Setting {
  /** `months=36` */
  readonly part: string;
  readonly value: string;
}

/** As often as it is given: one too many is still looked at. */
type Settings = readonly [Setting, ...Setting[]];

/** Hands out settings by name, and gathers what is wrong with any of them. */
export class StrategySettings<Name extends string> {
  readonly #spec: StrategySpec;
  readonly #settings = new Map<Name, Settings>();
  /** What the unknown settings were probably meant to be: those are not missing as well. */
  readonly #meant = new Set<string | null>();
  readonly #issues: Issue[] = [];

  constructor(spec: StrategySpec, known: readonly Name[]) {
    this.#spec = spec;
    const { parts, issues } = spec.body ? splitAtCommas(spec.body, /[,、]/) : NO_PARTS;
    this.#issues.push(...issues);
    for (const part of parts) {
      const settings = runTogether(part);
      if (settings.length > 1) {
        this.add({ code: "strategy-settings-run-together", text: part, separated: settings.join(",") });
      }
      for (const setting of settings) this.#note(setting, known);
    }
  }

  /** The value of a setting; where it is not given or not readable, the usual one. */
  read<Value, Usual>(name: Name, reader: (text: string) => Parsed<Value>, usual: Usual): Value | Usual {
    const settings = this.#settings.get(name);
    if (settings === undefined) return usual;
    const [first, ...doubles] = settings.map(({ part, value }) => {
      const reading = reader(value);
      return reading.ok ? reading : invalid(...reading.issues.map((issue) => pointAt(part, name, issue)));
    });
    this.#issues.push(...issuesOf(...(first === undefined ? [] : [first]), ...doubles));
    return first?.ok === true ? first.value : usual;
  }

  /** The value of a setting that has to be given; null after noting what is wrong. */
  need<Value>(name: Name, reader: (text: string) => Parsed<Value>): Value | null {
    if (!this.#settings.has(name) && !this.#meant.has(name)) this.add(missingSetting(this.#spec, name));
    return this.read(name, reader, null);
  }

  add(issue: Issue): void {
    this.#issues.push(issue);
  }

  /** What is made of all settings, or what is wrong with them. Null without a issue is a gap in the reader itself. */
  result<Value>(value: Value | null): Parsed<Value> {
    if (this.#issues.length > 0) return invalid(...this.#issues);
    if (value === null) throw new Error("a strategy was given up without naming a issue");
    return ok(value);
  }

  #note(part: string, known: readonly Name[]): void {
    const [written = "", value = ""] = part.split(/=(.*)/s).map((side) => side.trim());
    const name = known.find((one) => one === written.toLowerCase());
    if (name === undefined) {
      const nearest = nearestWord(written, known);
      const strategy = this.#spec.head;
      this.#meant.add(nearest);
      return this.add({ code: "strategy-setting-unknown", text: part, strategy, allowed: known, nearest });
    }
    const before = this.#settings.get(name);
    if (before?.length === 1) this.add({ code: "setting-double", setting: name });
    this.#settings.set(name, before === undefined ? [{ part, value }] : [...before, { part, value }]);
  }
}

const NO_PARTS: CommaParts = { parts: [], issues: [] };

/** `months=36;rate=0%/year`: settings that something else than a comma separates. */
function runTogether(part: string): readonly string[] {
  const settings = part.split(/\s*[;:\s]\s*(?=[a-z-]+\s*=)/i);
  return settings.every((setting) => setting.includes("=")) ? settings : [part];
}

/** `0` does not say which of a dozen settings is meant; `months=0` does. */
function pointAt(part: string, setting: string, issue: Issue): Issue {
  if (issue.code === "empty") return { code: "strategy-setting-without-value", setting };
  return "text" in issue ? { ...issue, text: part } : issue;
}
