/** The five classes at their boundaries, and what an agreement does to them. */

import { expect, test } from "vitest";
import { type ClassQuestion, category, categoryOf } from "../../src/law/classification.ts";
import { day } from "../../src/loan/day.ts";

test.each([
  [0, "normal", "normal"],
  [1, "special-mention", "special-mention"],
  [90, "special-mention", "special-mention"],
  [91, "substandard", "substandard"],
  [120, "substandard", "substandard"],
  [121, "substandard", "doubtful"],
  [180, "substandard", "doubtful"],
  [181, "substandard", "loss"],
  [270, "substandard", "loss"],
  [271, "doubtful", "loss"],
  [360, "doubtful", "loss"],
  [361, "loss", "loss"],
])("%i days overdue: a loan is %s, a card %s", (daysOverdue, loan, card) => {
  expect(category(daysOverdue, "loan")).toBe(loan);
  expect(category(daysOverdue, "card")).toBe(card);
});

/** Of a loan that was not yet non-performing. */
const PERFORMING = { categoryBefore: "special-mention" } as const;

/** A run of arrears. */
function ended(since: string, endedOn: string | null, mostDays: number): ClassQuestion["arrears"][number] {
  return { since: day(since), endedOn: endedOn === null ? null : day(endedOn), mostDays };
}

const ON_TIME: ClassQuestion = {
  daysOverdue: 0,
  classification: "loan",
  lender: "bank",
  on: day("2026-11-22"),
  agreement: null,
  arrears: [],
  dueDates: [],
};

test.each<[string, Partial<ClassQuestion>, string | null]>([
  ["on time", {}, "normal"],
  [
    "an agreement of less than a year",
    { agreement: { from: day("2025-11-23"), instalmentsPaid: 11, ...PERFORMING } },
    "special-mention",
  ],
  [
    "an agreement of a year and two instalments",
    { agreement: { from: day("2025-11-22"), instalmentsPaid: 2, ...PERFORMING } },
    "normal",
  ],
  [
    "an agreement of a year and one instalment",
    { agreement: { from: day("2025-11-22"), instalmentsPaid: 1, ...PERFORMING } },
    "special-mention",
  ],
  [
    "an agreement and worse by days",
    { daysOverdue: 100, agreement: { from: day("2026-11-01"), instalmentsPaid: 0, ...PERFORMING } },
    "substandard",
  ],
  [
    "an agreement of half a year and six instalments on a loan that was lost",
    { agreement: { from: day("2026-05-22"), instalmentsPaid: 6, categoryBefore: "loss" } },
    "special-mention",
  ],
  [
    "the same a day before the half year is over",
    { agreement: { from: day("2026-05-23"), instalmentsPaid: 5, categoryBefore: "loss" } },
    "loss",
  ],
  [
    "the same with one instalment, after a pause",
    { agreement: { from: day("2026-05-22"), instalmentsPaid: 1, categoryBefore: "doubtful" } },
    "doubtful",
  ],
  [
    "worse by days than it was before the agreement",
    { daysOverdue: 361, agreement: { from: day("2025-11-22"), instalmentsPaid: 1, categoryBefore: "substandard" } },
    "loss",
  ],
  ["arrears of 91 days paid today", { arrears: [ended("2026-08-23", "2026-11-22", 91)] }, "substandard"],
  ["arrears of 90 days paid today", { arrears: [ended("2026-08-24", "2026-11-22", 90)] }, "normal"],
  ["arrears of 300 days brought down to 5", { daysOverdue: 5, arrears: [ended("2026-01-20", null, 300)] }, "doubtful"],
  [
    "the same paid for half a year and two instalments",
    { arrears: [ended("2025-07-26", "2026-05-22", 300)], dueDates: [day("2026-06-01"), day("2026-11-22")] },
    "normal",
  ],
  [
    "a day before the half year is over",
    { arrears: [ended("2025-07-26", "2026-05-23", 300)], dueDates: [day("2026-06-01"), day("2026-11-22")] },
    "doubtful",
  ],
  [
    "half a year with one instalment, and one on the day of the payment",
    { arrears: [ended("2025-07-26", "2026-05-22", 300)], dueDates: [day("2026-05-22"), day("2026-11-22")] },
    "doubtful",
  ],
  [
    "late again within the half year",
    {
      arrears: [ended("2025-07-26", "2026-05-01", 300), ended("2026-10-31", "2026-11-03", 3)],
      dueDates: [day("2026-06-01"), day("2026-07-01"), day("2026-10-31")],
    },
    "doubtful",
  ],
  [
    "late again after the half year",
    {
      daysOverdue: 3,
      arrears: [ended("2025-07-26", "2026-05-01", 300), ended("2026-11-19", null, 0)],
      dueDates: [day("2026-06-01"), day("2026-07-01"), day("2026-11-19")],
    },
    "special-mention",
  ],
  ["consumer finance, by analogy", { lender: "consumer-finance", daysOverdue: 1 }, "special-mention"],
  ["a micro-loan company has no such classes", { lender: "micro-loan", daysOverdue: 400 }, null],
  ["nor has a private lender", { lender: "private", daysOverdue: 400 }, null],
])("class: %s", (_, question, expected) => {
  expect(categoryOf({ ...ON_TIME, ...question })).toBe(expected);
});
