/** A sentence for each finding: whether and when it is said is decided in `advice`, how it is said in each language. */

import type { Finding } from "../advice/findings.ts";
import type { Sentence } from "../output/page.ts";

/** The findings of a union that may bear this code. */
type FindingOf<Union extends Finding, Code extends Union["code"]> = Union extends unknown
  ? Code extends Union["code"]
    ? Union
    : never
  : never;

export type FindingWords<Union extends Finding> = {
  readonly [Code in Union["code"]]: (finding: FindingOf<Union, Code>) => string;
};

export function sayFindings<Union extends Finding>(
  findings: readonly Union[],
  words: FindingWords<Union>,
): readonly Sentence[] {
  return findings.map((finding) => {
    // A union of functions cannot be called with a union; the table pairs each code with its own.
    const say = words[finding.code as Union["code"]] as (finding: Union) => string;
    return { text: say(finding), tone: finding.tone };
  });
}

/** Beyond so many debts a sentence names the first of them, and the table has all. */
export const MOST_NAMED = 6;
