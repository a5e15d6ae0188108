/** All strategies of a command: those on the command line, then those of the scenario file, in one line each or spelt out; no two of one name. */

import { byDate, type Day } from "../loan/day.ts";
import { type Agreement, type Events, NO_EVENTS, paysWhenDueUnder } from "../loan/events.ts";
import { kindOfEvents, type Strategy } from "../loan/strategy.ts";
import { choice, listOf, parsed, readWritten, wrongKind } from "./field.ts";
import type { InputFiles } from "./input-files.ts";
import { readJson } from "./json.ts";
import { readDated, readStreams } from "./payments.ts";
import type { ProblemCollector } from "./problem.ts";
import { noteUnknown } from "./record.ts";
import { words } from "./records/dated.ts";
import { readAgreed, readNamed, readStrategy, type StrategyContext, strategyName, strategyOption } from "./strategy.ts";
import { dateFrom } from "./values/date.ts";
import type { Written, WrittenObject } from "./written.ts";

export interface StrategyOptions {
  readonly strategy?: readonly string[] | undefined;
  readonly scenarios?: string | undefined;
}

/** Strategies as they were asked for. */
interface AskedStrategies {
  /** Those that are readable, each with where it stands; what is wrong with the others is noted. */
  readonly strategies: readonly { readonly strategy: Strategy; readonly where: string }[];
  /** The names of all, readable or not; null where not all are known. */
  readonly names: readonly string[] | null;
}

export function readStrategies(
  options: StrategyOptions,
  context: StrategyContext,
  inputFiles: InputFiles,
  problems: ProblemCollector,
): AskedStrategies {
  const typed = (options.strategy ?? []).map((text) => readOption(text, context, problems));
  const scenarios = readScenarios(options.scenarios, context, inputFiles, problems);
  const placed = [...typed, ...scenarios.placed];
  noteSameNames(placed, problems);
  return {
    strategies: placed.flatMap(({ strategy, placeOfEvents }) =>
      strategy === null ? [] : [{ strategy, where: placeOfEvents }],
    ),
    names: scenarios.isWhole ? placed.map(({ name }) => name).filter((name) => name !== "") : null,
  };
}

function readOption(text: string, context: StrategyContext, problems: ProblemCollector): PlacedStrategy {
  const where = "--strategy";
  const strategy = problems.take(where, readStrategy(text, context));
  return { name: strategyName(text), where, placeOfEvents: strategyOption(text), strategy };
}

function readScenarios(
  path: string | undefined,
  context: StrategyContext,
  inputFiles: InputFiles,
  problems: ProblemCollector,
): PlacedStrategies {
  if (path === undefined) return { placed: [], isWhole: true };
  const where = "--scenarios";
  const text = inputFiles.read(path, where, problems);
  return text === null ? { placed: [], isWhole: false } : readScenarioFile(text, path, context, problems);
}

/** A name that several strategies have is reported once, at its second place. */
function noteSameNames(placed: readonly PlacedStrategy[], problems: ProblemCollector): void {
  const seen = new Set<string>();
  const reported = new Set<string>();
  for (const { name, where } of placed) {
    if (name !== "" && seen.has(name) && !reported.has(name)) {
      problems.add(where, { code: "duplicate", kind: "strategy", name });
      reported.add(name);
    }
    seen.add(name);
  }
}

const SCENARIOS_SCHEMA = "overdue-sim/scenarios@1";

/** The keys that spell a strategy out, in place of its one line. */
const SPELT_OUT = ["payments", "streams", "agreements", "payAsDueFrom"] as const;
const KEYS = ["name", "strategy", ...SPELT_OUT];

/** A strategy as far as it could be read, with its name: names are compared also where the rest is wrong. */
interface PlacedStrategy {
  readonly name: string;
  readonly where: string;
  /** Where it stands what happens. */
  readonly placeOfEvents: string;
  readonly strategy: Strategy | null;
}

interface PlacedStrategies {
  readonly placed: readonly PlacedStrategy[];
  /** False where there may be more than could be read. */
  readonly isWhole: boolean;
}

function readScenarioFile(
  text: string,
  path: string,
  context: StrategyContext,
  problems: ProblemCollector,
): PlacedStrategies {
  const before = problems.count;
  const root = readJson(text, path, problems);
  if (root === null || root.kind !== "object") {
    if (root !== null) wrongKind(root, "object", problems);
    return { placed: [], isWhole: false };
  }
  noteUnknown(root, ["schema", "scenarios"], problems);
  readWritten(root.entries.get("schema") ?? null, choice([SCENARIOS_SCHEMA]), problems);
  const list = root.entries.get("scenarios") ?? null;
  if (list === null) problems.add(root.placeOf("scenarios"), { code: "missing", kind: "key", names: ["scenarios"] });
  else if (list.kind !== "list") wrongKind(list, "list", problems);
  else if (list.items.length === 0) problems.add(list.where, { code: "list-empty", name: "scenarios" });
  const isWhole = problems.count === before;
  const items = list?.kind === "list" ? list.items : [];
  const placed = items.flatMap((item) => readScenario(item, context, problems) ?? []);
  return { placed, isWhole: isWhole && placed.length === items.length };
}

function readScenario(item: Written, context: StrategyContext, problems: ProblemCollector): PlacedStrategy | null {
  if (item.kind !== "object") return wrongKind(item, "object", problems) ?? null;
  const before = problems.count;
  const { entries } = item;
  noteUnknown(item, KEYS, problems);
  const isAllKnown = problems.count === before;
  const nameWritten = entries.get("name") ?? null;
  const name = nameWritten === null ? undefined : words.read(nameWritten, problems)?.trim();
  const nameAt = nameWritten?.where ?? item.placeOf("name");
  if (nameWritten === null) problems.add(nameAt, { code: "missing", kind: "key", names: ["name"] });
  if (name === "") problems.add(nameAt, { code: "empty" });

  // A null in place of the day is an answer: what falls due is not paid.
  const speltOut = SPELT_OUT.filter((key) => entries.get(key) || (key === "payAsDueFrom" && entries.has(key)));
  const line = entries.get("strategy") ?? null;
  let strategy: Strategy | null = null;
  if (line !== null) {
    if (speltOut.length > 0) problems.add(line.where, { code: "conflict", options: ["strategy", ...speltOut] });
    const text = words.read(line, problems);
    strategy = text === undefined ? null : problems.take(line.where, readNamed(name ?? "", text, context));
  } else {
    if (speltOut.length === 0 && isAllKnown) {
      const names = ["strategy", ...SPELT_OUT];
      problems.add(nameAt, { code: "either-of", names, form: '"strategy": "none"' });
    }
    const events = readSpeltOut(item, context.asOf, problems);
    // Spelt out, it has no line that could be typed.
    strategy = { name: name ?? "", spec: "", kind: kindOfEvents(events), events };
  }
  const placeOfEvents = (line ?? entries.get("agreements") ?? entries.get("streams") ?? nameWritten)?.where ?? nameAt;
  return { name: name ?? "", where: nameAt, placeOfEvents, strategy: problems.count > before ? null : strategy };
}

/** A scenario spelt out says all that happens: what is paid otherwise is no part of it, also after a deferral. */
function readSpeltOut({ entries }: WrittenObject, asOf: Day, problems: ProblemCollector): Events {
  const dated = readDated(entries.get("payments") ?? null, asOf, problems);
  const listed = readStreams(entries.get("streams") ?? null, [], asOf, problems);
  const agreements = readWritten(entries.get("agreements") ?? null, listOf(agreed(asOf)), problems) ?? [];
  return {
    ...NO_EVENTS,
    payments: [...dated, ...listed.payments].toSorted(byDate),
    streams: listed.streams,
    agreements: agreements.toSorted(byDate),
    paysWhenDueFrom: readPayAsDueFrom(entries, agreements, asOf, problems),
  };
}

const agreed = (asOf: Day) => parsed((text) => readAgreed(text, asOf));

/** Left out, an agreement is kept; a null says that it is not. */
function readPayAsDueFrom(
  entries: WrittenObject["entries"],
  agreements: readonly Agreement[],
  asOf: Day,
  problems: ProblemCollector,
): Events["paysWhenDueFrom"] {
  const written = entries.get("payAsDueFrom");
  if (written) return dateFrom(asOf, "agreement").read(written, problems) ?? null;
  if (written === null) return null;
  const kept = agreements.map(paysWhenDueUnder).find((day) => day !== null);
  return kept ?? null;
}
