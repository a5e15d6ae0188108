/** Several debts, month by month, as a spreadsheet works them out: to the fen. */

import { describe, expect, test } from "vitest";
import { answerTo, DEBTS_STORIES, type DebtsStory, monthsOf, sheetIn, storyPath } from "./several-debts.ts";

describe("every month of every debt is that of the spreadsheet", () => {
  test.each(DEBTS_STORIES)("$name", async (story) => {
    const { months } = await answerTo(story);
    expect(months.length).toBeGreaterThan(12);
    expect(months).toEqual(monthsOf(sheetIn(storyPath(story, "worked-out"))));
  });
});

test("the dearest first costs less and ends sooner, the smallest first clears one sooner: the famous case", async () => {
  const avalanche = await answerTo(storyNamed("avalanche"));
  const snowball = await answerTo(storyNamed("snowball"));
  expect(sheetIn(storyPath(storyNamed("avalanche"), "debts"))).toEqual(
    sheetIn(storyPath(storyNamed("snowball"), "debts")),
  );
  expect([avalanche.summary.totalCost, snowball.summary.totalCost]).toEqual([2_745.73, 3_486.03]);
  expect([avalanche.summary.clearedOn, snowball.summary.clearedOn]).toEqual(["2028-03-22", "2028-04-22"]);
  const first = ({ debts }: typeof avalanche): string =>
    debts.map(({ clearedOn, name }) => `${clearedOn} ${name}`).toSorted()[0] ?? "";
  expect(first(avalanche)).toBe("2027-08-22 card");
  expect(first(snowball)).toBe("2027-02-22 app");
});

test("what is overdue bears its penalty rate, and by that it is the dearest, whatever its contract says", async () => {
  const { debts } = await answerTo(storyNamed("penalty-rate"));
  const [contract, penalty] = debts;
  expect(penalty?.name).toBe("penalty");
  expect((penalty?.clearedOn ?? "") < (contract?.clearedOn ?? "")).toBe(true);
});

function storyNamed(name: string): DebtsStory {
  const story = DEBTS_STORIES.find((each) => each.name === name);
  if (story === undefined) throw new Error(`there is no story ${name}`);
  return story;
}
