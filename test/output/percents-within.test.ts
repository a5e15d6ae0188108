/** The ends of a range of rates as they are shown. */

import { expect, test } from "vitest";
import { fraction } from "../../src/loan/rate.ts";
import { percentsWithin } from "../../src/output/figures.ts";

const TRILLIONTHS = 1_000_000_000_000n;

test.each([
  ["to nine, where eight are alike", 521_339_901n, 521_340_099n, "0.052133991%", "0.052134009%"],
  ["none beyond the ends", 521_339_301n, 521_341_199n, "0.05213394%", "0.05213411%"],
  ["to as many as tell them apart", 521_339_991n, 521_340_009n, "0.0521339991%", "0.0521340009%"],
  ["whole", 0n, 100_000_000_000n, "0%", "10%"],
])("%s", (_, low, high, ...shown) => {
  expect(percentsWithin(fraction(low, TRILLIONTHS), fraction(high, TRILLIONTHS))).toEqual(shown);
});
