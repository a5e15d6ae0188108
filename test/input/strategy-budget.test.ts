/** Budgets and lists of months: given → value, or the problem codes. */

import { describe, expect, it } from "vitest";
import { readBudget, readMonthsList } from "../../src/input/values/budget.ts";
import { codesIn, valueIn } from "./readings.ts";

describe("budgets", () => {
  it.each([
    ["1500/month", { amount: 150_000, every: "month" }],
    ["1,500.50 / Month", { amount: 150_050, every: "month" }],
    ["350/week", { amount: 35_000, every: "week" }],
    ["５０元／天", { amount: 5_000, every: "day" }],
  ])("%s", (text, expected) => expect(valueIn(readBudget(text))).toEqual(expected));

  it.each([
    ["", ["empty"]],
    ["1500", ["unreadable"]],
    ["/month", ["unreadable"]],
    ["1500/", ["unreadable"]],
    ["0/month", ["zero"]],
    ["1500/month@15", ["unknown"]],
    ["x/year", ["unreadable", "unknown"]],
  ])("%s is refused", (text, expected) => expect(codesIn(readBudget(text))).toEqual(expected));
});

describe("months", () => {
  it.each([
    ["36", [36]],
    ["12,18,24", [12, 18, 24]],
    ["24，12、24", [12, 24]],
  ])("%s", (text, expected) => expect(valueIn(readMonthsList(text))).toEqual(expected));

  it.each([
    ["", ["empty"]],
    ["12,,24", ["part-empty"]],
    ["0,x,601", ["out-of-range", "unreadable", "out-of-range"]],
  ])("%s is refused", (text, expected) => expect(codesIn(readMonthsList(text))).toEqual(expected));
});
