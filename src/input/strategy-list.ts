/** All strategies of a command: those on the command line, then those of the scenario file; no two of one name. */

import type { Strategy } from "../loan/strategy.ts";
import type { InputFiles } from "./input-files.ts";
import type { ProblemCollector } from "./problem.ts";
import { type PlacedStrategies, type PlacedStrategy, readScenarioFile } from "./scenario-file.ts";
import { readStrategy, type StrategyContext, strategyName, strategyOption } from "./strategy.ts";

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
