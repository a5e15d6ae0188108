/** One line for one problem: `overdue-sim: WHERE: WHAT. HINT`. */

import type { Problem, ProblemCode, ProblemOf } from "../input/problem.ts";
import { printable, visible } from "../output/sanitize.ts";

/** What is wrong, without the full stop, and what to type instead. */
export interface ProblemText {
  readonly what: string;
  readonly hint: string;
}

export type ProblemWords = { readonly [Code in ProblemCode]: (problem: ProblemOf<Code>) => ProblemText };

/** `stop` ends a sentence in the language: `. ` or `。`. */
export function problemLine(problem: Problem, words: ProblemWords, stop: string): string {
  const { what, hint } = sayProblem(problem, words);
  // Names that people gave stand among the known ones as they are.
  return `overdue-sim: ${visible(problem.where)}: ${printable(`${what}${stop}${hint}`)}`;
}

export function sayProblem(problem: Problem, words: ProblemWords): ProblemText {
  // A union of functions cannot be called with a union; the table pairs each code with its own.
  const say = words[problem.code] as (problem: Problem) => ProblemText;
  return say(problem);
}
