/** One day is a day and one instalment an instalment, in what was assumed. */

import { expect, test } from "vitest";
import { assumptionWords } from "../../src/messages/en/assumptions.ts";

test.each([
  ["charges-computed", "1", "Charges of the 1 day overdue"],
  ["charges-computed", "90", "Charges of the 90 days overdue"],
  ["due-until-now-paid", "1", "The 1 instalment due so far is taken"],
  ["due-until-now-paid", "2", "The 2 instalments due so far are taken"],
  ["paid-before-missed", "1", "The 1 instalment before the first missed one is taken"],
  ["paid-before-missed", "2", "The 2 instalments before the first missed one are taken"],
] as const)("%s of %s", (code, value, begins) => {
  expect(assumptionWords.licensed.sentences[code]({ code, value, option: "--loan" })).toContain(begins);
});
