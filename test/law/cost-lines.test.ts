/** Which lines apply to which lender, loan and day. */

import { expect, test } from "vitest";
import { type CostLineQuestion, costLineBorders, costLinesFor } from "../../src/law/cost-lines.ts";
import { day } from "../../src/loan/day.ts";
import { formatFraction } from "../../src/loan/rate.ts";

const NOW = day("2026-11-22");

/** Each line as `name rate`; `-` where it has no yearly rate. */
function lines(question: CostLineQuestion): readonly string[] {
  return costLinesFor(question).map(
    ({ name, yearlyRate }) => `${name} ${yearlyRate === null ? "-" : formatFraction(yearlyRate)}`,
  );
}

test.each<[string, CostLineQuestion, readonly string[]]>([
  ["a bank's loan", { lender: "bank", isCard: false, on: NOW }, ["judicial-24 0.24", "damages-30 -"]],
  ["a card names no number", { lender: "bank", isCard: true, on: NOW }, ["card-reduction -", "damages-30 -"]],
  ["consumer finance", { lender: "consumer-finance", isCard: false, on: NOW }, ["judicial-24 0.24", "damages-30 -"]],
  [
    "a new micro-loan",
    { lender: "micro-loan", isCard: false, on: NOW, signedOn: day("2026-01-10") },
    ["judicial-24 0.24", "micro-loan-24 0.24", "damages-30 -"],
  ],
  [
    "a micro-loan that existed before the guidance",
    { lender: "micro-loan", isCard: false, on: NOW, existsOn: day("2025-12-18") },
    ["judicial-24 0.24", "damages-30 -"],
  ],
  [
    "a private loan that existed before the line, sued for at 3.8 %",
    { lender: "private", isCard: false, on: NOW, existsOn: day("2020-08-19"), suedOn: day("2021-12-20") },
    ["private-4-lpr 0.152", "damages-30 -"],
  ],
  [
    "a micro-loan looked at before 2021, when it was not settled yet that its lender is no private one",
    { lender: "micro-loan", isCard: false, on: day("2020-06-30") },
    ["judicial-24 0.24"],
  ],
  ["a micro-loan looked at before the line began", { lender: "micro-loan", isCard: false, on: day("2017-08-03") }, []],
  [
    "a micro-loan made before the guidance",
    { lender: "micro-loan", isCard: false, on: NOW, signedOn: day("2025-12-18") },
    ["judicial-24 0.24", "damages-30 -"],
  ],
  [
    "a private loan",
    { lender: "private", isCard: false, on: day("2026-06-01") },
    ["private-4-lpr 0.12", "damages-30 -"],
  ],
  [
    "a private loan by the LPR of its own day",
    { lender: "private", isCard: false, on: NOW, signedOn: day("2020-08-20") },
    ["private-4-lpr 0.154", "damages-30 -"],
  ],
  [
    "a private loan older than the rule, by the LPR of the look",
    { lender: "private", isCard: false, on: day("2021-12-20"), signedOn: day("2019-10-01") },
    ["private-4-lpr 0.152"],
  ],
  [
    "a private loan older than the rule, by the LPR of the suit",
    { lender: "private", isCard: false, on: NOW, signedOn: day("2019-10-01"), suedOn: day("2022-03-01") },
    ["private-4-lpr 0.148", "damages-30 -"],
  ],
  [
    "a private loan by the LPR of its own day, whenever it was sued for",
    { lender: "private", isCard: false, on: NOW, signedOn: day("2024-01-15"), suedOn: day("2026-03-01") },
    ["private-4-lpr 0.138", "damages-30 -"],
  ],
  [
    "a private loan on the last day of the old rule",
    { lender: "private", isCard: false, on: day("2020-08-19") },
    ["private-24 0.24"],
  ],
  [
    "a private loan sued for on the last day of the old rule stays under it",
    { lender: "private", isCard: false, on: NOW, signedOn: day("2019-10-01"), suedOn: day("2020-08-19") },
    ["private-24 0.24", "damages-30 -"],
  ],
  [
    "and sued for on the day after passes to the new one",
    { lender: "private", isCard: false, on: NOW, signedOn: day("2019-10-01"), suedOn: day("2020-08-20") },
    ["private-4-lpr 0.154", "damages-30 -"],
  ],
  ["before the opinion was issued", { lender: "bank", isCard: false, on: day("2017-08-03") }, []],
  ["on the day it was issued", { lender: "bank", isCard: false, on: day("2017-08-04") }, ["judicial-24 0.24"]],
])("%s", (_, question, expected) => {
  expect(lines(question)).toEqual(expected);
});

test("a line on an LPR that is not known yet says so", () => {
  const beyond = (on: string): readonly boolean[] =>
    costLinesFor({ lender: "private", isCard: false, on: day(on) }).map(({ lprDay }) => lprDay?.isBeyondTable === true);
  expect(beyond("2026-09-20")).toEqual([false, false]);
  expect(beyond("2026-11-22")).toEqual([true, false]);
});

test("a private loan passes from one line to the next where the time looked at holds its first day", () => {
  const borders = (lender: "bank" | "private", after: string, until: string) =>
    costLineBorders({ lender, isCard: false }, day(after), day(until));
  expect(borders("private", "2020-08-19", "2020-08-20")).toEqual([day("2020-08-20")]);
  expect(borders("private", "2020-08-20", "2026-11-22")).toEqual([]);
  expect(borders("private", "2019-12-31", "2020-08-19")).toEqual([]);
  expect(borders("bank", "2016-12-31", "2026-11-22")).toEqual([]);
  const sued = (suedOn: string) =>
    costLineBorders({ lender: "private", isCard: false, suedOn: day(suedOn) }, day("2019-12-31"), day("2026-11-22"));
  expect(sued("2020-08-19")).toEqual([]);
  expect(sued("2020-08-20")).toEqual([day("2020-08-20")]);
});
