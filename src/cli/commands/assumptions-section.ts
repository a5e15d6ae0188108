/** What was assumed, under every answer: each with the option that replaces it. */

import type { Assumption } from "../../input/assumptions.ts";
import { sayAssumptions } from "../../messages/assumption-words.ts";
import type { Words } from "../../messages/words.ts";
import type { Section } from "../../output/page.ts";

export function assumptionsSection(assumptions: readonly Assumption[], words: Words): Section {
  return {
    kind: "notes",
    title: words.simulate.assumptionsTitle,
    notes: sayAssumptions(assumptions, words.assumptions),
  };
}
