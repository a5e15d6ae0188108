/** Faulty files, each in a folder named by its situation: which problems are reported, and that they can be said in one line. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputFiles } from "../../src/input/input-files.ts";
import { readLoanRequest } from "../../src/input/loan-request.ts";
import type { LoanOptions } from "../../src/input/options.ts";
import { ProblemCollector, type Result } from "../../src/input/problem.ts";
import { readStrategies, type StrategyOptions } from "../../src/input/strategy-list.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { problemWords as english } from "../../src/messages/en/problems.ts";
import { problemLine } from "../../src/messages/problem-line.ts";
import { problemWords as chinese } from "../../src/messages/zh/problems.ts";
import { DEFAULTS, type Files, platformOf, problemsIn, reported } from "./readings.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/bad-files");

interface Case {
  readonly about: string;
  /** Those of a loan, or of strategies beside one. */
  readonly options: LoanOptions & StrategyOptions;
  /** `WHERE code`, in the order in which they are reported. */
  readonly problems: readonly string[];
}

function filesOf(situation: string): Files {
  const names = readdirSync(join(FOLDER, situation)).filter((name) => name !== "case.json");
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(FOLDER, situation, name)))]));
}

function read(options: Case["options"], files: Files): Result<unknown> {
  const platform = platformOf(files);
  if (options.scenarios === undefined) return readLoanRequest(options, platform, DEFAULTS);
  const problems = new ProblemCollector();
  const context = { asOf: day("2026-11-22"), given: NO_EVENTS };
  return problems.result(readStrategies(options, context, new InputFiles(platform), problems));
}

describe.each(readdirSync(FOLDER))("%s", (situation) => {
  const { about, options, problems } = JSON.parse(readFileSync(join(FOLDER, situation, "case.json"), "utf8")) as Case;
  const result = read(options, filesOf(situation));

  it(about, () => expect(reported(result)).toEqual(problems));

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
