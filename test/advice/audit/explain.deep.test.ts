/** Every two conventions of the list together: found as that pair, unless one alone comes to the same. */

import { describe, expect, test } from "vitest";
import { CHANGES, changesFound, groupOfName, statementUnder } from "./changed-conventions.ts";

/** What changes two things by itself would be a third change in a pair. */
const SIMPLE = CHANGES.filter(({ name }) => name !== "every day, down");
const PAIRS = SIMPLE.flatMap((first, index) =>
  SIMPLE.slice(0, index)
    .filter((second) => groupOfName(first) !== groupOfName(second))
    .map((second) => ({ first, second })),
);

describe("two conventions", () => {
  test.each(PAIRS)("$first.name and $second.name", ({ first, second }) => {
    const found = changesFound(statementUnder(first, second)).map((terms) => terms.toSorted());
    const pair = [first.term, second.term].toSorted();
    const isOneOfThemEnough = pair.some((term) => found[0]?.join() === term);
    if (!isOneOfThemEnough) expect(found).toContainEqual(pair);
  });
});
