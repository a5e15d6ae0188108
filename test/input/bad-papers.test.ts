/** Faulty papers, each in a folder named by its situation: which problems are told, and that they can be said in one line. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLoanRequest } from "../../src/input/loan-request.ts";
import type { LoanOptions } from "../../src/input/options.ts";
import { problemWords as english } from "../../src/messages/en/problems.ts";
import { problemLine } from "../../src/messages/problem-line.ts";
import { problemWords as chinese } from "../../src/messages/zh/problems.ts";
import { DEFAULTS, type Papers, problemsIn, told, worldOf } from "./readings.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/bad-papers");

interface Case {
  readonly about: string;
  readonly options: LoanOptions;
  /** `WHERE code`, in the order told. */
  readonly problems: readonly string[];
}

function papersOf(situation: string): Papers {
  const names = readdirSync(join(FOLDER, situation)).filter((name) => name !== "case.json");
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(FOLDER, situation, name)))]));
}

describe.each(readdirSync(FOLDER))("%s", (situation) => {
  const { about, options, problems } = JSON.parse(readFileSync(join(FOLDER, situation, "case.json"), "utf8")) as Case;
  const result = readLoanRequest(options, worldOf(papersOf(situation)), DEFAULTS);

  it(about, () => expect(told(result).toSorted()).toEqual(problems.toSorted()));

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
