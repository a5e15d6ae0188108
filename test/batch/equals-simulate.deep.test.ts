/** Every line of `batch` says what `simulate` says of that loan: 3,000 loans in books of a hundred. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Row, rows } from "./rows.ts";
import { expectSameAsSimulated } from "./same-as-simulate.ts";

const BOOKS = 30;
const LOANS = 100;

test("3,000 lines", async () => {
  const drawn: readonly Row[] = fc.sample(rows, { seed: 20_261_122, numRuns: BOOKS * LOANS }).flat();
  expect(drawn.length).toBeGreaterThanOrEqual(BOOKS * LOANS);
  for (let book = 0; book < BOOKS; book += 1) {
    await expectSameAsSimulated(drawn.slice(book * LOANS, (book + 1) * LOANS));
  }
});
