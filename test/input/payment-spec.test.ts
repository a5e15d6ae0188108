/** Payments in one line: given → what is paid when, or the problem codes. */

import { describe, expect, it } from "vitest";
import { readDaily, readMonthly, readWeekly } from "../../src/input/payment-options.ts";
import { readPaymentSpec } from "../../src/input/payment-spec.ts";
import { day } from "../../src/loan/day.ts";
import { codesIn, valueIn } from "./readings.ts";

const AS_OF = day("2026-11-22");
const everyDay = {
  cycle: { kind: "days", days: 1 },
  amounts: [5_000],
  from: day("2026-11-23"),
  until: null,
  pauses: [],
  for: null,
};

const streamOf = (text: string) => {
  const spec = valueIn(readPaymentSpec(text, AS_OF));
  if (spec.kind !== "stream") throw new Error(`not a stream: ${text}`);
  return spec.stream;
};

describe("streams", () => {
  it.each([
    ["50/day", everyDay],
    ["￥50／天", everyDay],
    ["50/3days", { ...everyDay, cycle: { kind: "days", days: 3 }, from: day("2026-11-25") }],
    ["200/week", { ...everyDay, amounts: [20_000], cycle: { kind: "days", days: 7 }, from: day("2026-11-29") }],
    ["200/2 weeks", { ...everyDay, amounts: [20_000], cycle: { kind: "days", days: 14 }, from: day("2026-12-06") }],
    ["1500/month@15", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 15 } }],
    ["1500/month", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 22 } }],
    ["1500/月@31", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 31 } }],
    ["50/day:from=2027-01-01", { ...everyDay, from: day("2027-01-01") }],
    ["50/day:from=2026-01-01", { ...everyDay, from: day("2026-01-01") }],
    [
      "1500/month:from=2027-01-05",
      { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 5 }, from: day("2027-01-05") },
    ],
    ["50/day:until=2026-12-31:for=principal", { ...everyDay, until: day("2026-12-31"), for: "principal" }],
    [
      "50/day:pause=2027-02-01..2027-02-28:pause=2027-05-01..2027-05-01",
      {
        ...everyDay,
        pauses: [
          { from: day("2027-02-01"), until: day("2027-02-28") },
          { from: day("2027-05-01"), until: day("2027-05-01") },
        ],
      },
    ],
  ])("%s", (text, expected) => expect(streamOf(text)).toEqual(expected));

  it.each([
    ["50,30,100/day", [5_000, 3_000, 10_000]],
    ["50;100/day", [5_000, 10_000]],
    ["50, 100/day", [5_000, 10_000]],
    ["50 100/day", [5_000, 10_000]],
    ["1,500/month", [150_000]],
    ["5,100,200/month", [510_020_000]],
    ["10,000/month", [1_000_000]],
    ["50,100,000/month", [5_010_000_000]],
    ["50,100.00/day", [5_010_000]],
    ["50.00,100.00/day", [5_000, 10_000]],
    ["50,1000/day", [5_000, 100_000]],
    ["1000,500/day", [100_000, 50_000]],
    ["1,500.50/month", [150_050]],
    ["1,500元/month", [150_000]],
    ["5万,3万/month", [5_000_000, 3_000_000]],
    ["1500,200/day", [150_000, 20_000]],
  ])("%s pays %j", (text, amounts) => expect(streamOf(text).amounts).toEqual(amounts));

  it.each([
    ["50", ["payment-unreadable"]],
    ["", ["empty"]],
    ["50/hour", ["payment-cycle-unknown"]],
    ["50/3months", ["payment-cycle-unknown"]],
    ["50/0days", ["count-out-of-range"]],
    ["50/month@32", ["count-out-of-range"]],
    ["50/month@", ["empty"]],
    ["x/day", ["amount-unreadable"]],
    ["0/day", ["amount-zero"]],
    ["50,,30/day", ["empty"]],
    ["50,100/day", ["payment-commas-unclear"]],
    ["12,500/month@15", ["payment-commas-unclear"]],
    ["100,200,300/day", ["payment-commas-unclear"]],
    ["¥50,100元/day:from=x", ["payment-commas-unclear", "date-unreadable"]],
    ["50/day:form=2027-01-01", ["setting-unknown"]],
    ["50/day:from=2027-02-30:until=x", ["date-impossible", "date-unreadable"]],
    ["50/day:from=2027-02-01:until=2027-01-01", ["until-before-from"]],
    ["50/day:until=2026-11-22", ["payment-before-as-of"]],
    ["50/day:pause=2027-02-01", ["pause-unreadable"]],
    ["50/day:pause=2027-02-02..2027-02-01", ["until-before-from"]],
    ["50/day:for=capital", ["not-one-of"]],
    ["50/day:surplus=next", ["setting-misplaced"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readPaymentSpec(text, AS_OF))).toEqual(codes));
});

describe("single payments", () => {
  const payment = { date: day("2027-03-01"), amount: 2_000_000, for: null, surplus: null };
  it.each([
    ["20000@2027-03-01", payment],
    ["2万@2027-03-01:for=principal:surplus=last", { ...payment, for: "principal", surplus: "last" }],
    ["20,000@2027-03-01", payment],
    ["20,100@2027-03-01", { ...payment, amount: 2_010_000 }],
  ])("%s", (text, expected) => {
    expect(valueIn(readPaymentSpec(text, AS_OF))).toEqual({ kind: "payment", payment: expected });
  });

  it.each([
    ["20000@2026-11-22", ["payment-before-as-of"]],
    ["20000@2027-02-29", ["date-impossible"]],
    ["-5@2027/01/01", ["amount-negative", "date-format"]],
    ["20000@2027-03-01:from=2027-01-01", ["setting-misplaced"]],
    ["20000@2027-03-01:surplus=never", ["not-one-of"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readPaymentSpec(text, AS_OF))).toEqual(codes));
});

it("commas that may mean two things are told with both ways of writing them", () => {
  expect(readPaymentSpec("12,500/month@15", AS_OF)).toEqual({
    ok: false,
    issues: [{ code: "payment-commas-unclear", text: "12,500", list: "12;500/month@15", one: "12500/month@15" }],
  });
});

describe("the short options", () => {
  it("--daily begins the day after", () => expect(valueIn(readDaily("50", AS_OF))).toEqual(everyDay));
  it("--daily takes thousands, not lists", () => {
    expect(valueIn(readDaily("1,500", AS_OF)).amounts).toEqual([150_000]);
    expect(codesIn(readDaily("50,30", AS_OF))).toEqual(["amount-grouping"]);
  });
  it("--weekly begins seven days after", () => {
    expect(valueIn(readWeekly("50", AS_OF))).toMatchObject({
      cycle: { kind: "days", days: 7 },
      from: day("2026-11-29"),
    });
  });
  it.each([
    ["1500", 22],
    ["1500@15", 15],
    ["1500@31", 31],
  ])("--monthly %s is paid on day %d", (text, dayOfMonth) => {
    const stream = valueIn(readMonthly(text, AS_OF));
    expect(stream).toMatchObject({ cycle: { kind: "month", dayOfMonth }, amounts: [150_000], from: day("2026-11-23") });
  });
  it("--monthly names what is wrong with both parts", () => {
    expect(codesIn(readMonthly("x@40", AS_OF))).toEqual(["amount-unreadable", "count-out-of-range"]);
  });
});
