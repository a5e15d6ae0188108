/** Faulty scenario files, each in a folder named by its situation: which problems are told, and where. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputFiles } from "../../src/input/input-files.ts";
import { ProblemCollector } from "../../src/input/problem.ts";
import { readStrategies } from "../../src/input/strategy-list.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { problemWords as english } from "../../src/messages/en/problems.ts";
import { problemLine } from "../../src/messages/problem-line.ts";
import { problemWords as chinese } from "../../src/messages/zh/problems.ts";
import { problemsIn, told, worldOf } from "./readings.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/bad-papers");
const PAPER = "scenarios.json";

interface Case {
  readonly about: string;
  readonly scenarios: {
    readonly strategy?: readonly string[];
    /** `WHERE code`, in the order told. */
    readonly problems: readonly string[];
  };
}

const situations = readdirSync(FOLDER).filter((name) => name.startsWith("scenarios-"));

describe.each(situations)("%s", (situation) => {
  const { about, scenarios } = JSON.parse(readFileSync(join(FOLDER, situation, "case.json"), "utf8")) as Case;
  const paper = new Uint8Array(readFileSync(join(FOLDER, situation, PAPER)));
  const problems = new ProblemCollector();
  const context = { asOf: day("2026-11-22"), given: NO_EVENTS };
  const options = { strategy: scenarios.strategy, scenarios: PAPER };
  const result = problems.result(
    readStrategies(options, context, new InputFiles(worldOf({ [PAPER]: paper })), problems).strategies,
  );

  it(about, () => expect(told(result)).toEqual(scenarios.problems));

  it("is said in one harmless line in both languages", () => {
    for (const problem of problemsIn(result)) {
      for (const [words, stop] of [[english, ". "] as const, [chinese, "。"] as const]) {
        const line = problemLine(problem, words, stop);
        expect(line).toMatch(/^overdue-sim: [^\p{Cc}]+$/u);
        expect(line).not.toContain("undefined");
      }
    }
  });
});
