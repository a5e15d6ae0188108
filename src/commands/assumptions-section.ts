/** What was assumed, under every answer: each with the option that replaces it. */

import type { Assumption } from "../intake/assumptions.ts";
import { sayAssumptions } from "../language/assumption-words.ts";
import type { Words } from "../language/words.ts";
import type { Section } from "../report/page.ts";

export function assumptionsSection(assumptions: readonly Assumption[], words: Words): Section {
  return {
    kind: "notes",
    title: words.simulate.assumptionsTitle,
    notes: sayAssumptions(assumptions, words.assumptions),
  };
}
