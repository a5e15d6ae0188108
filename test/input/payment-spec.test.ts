/** Payments in one line: given → what is paid when, or the problem codes. */

import { describe, expect, it } from "vitest";
import { oneAmount, paymentOrStream } from "../../src/input/records/payment.ts";
import { day } from "../../src/loan/day.ts";
import { codesIn, readIn, valueIn } from "./readings.ts";

const AS_OF = day("2026-11-22");
const readPaymentSpec = (text: string) => readIn(paymentOrStream(AS_OF), text);
const everyDay = {
  cycle: { kind: "days", days: 1 },
  amounts: [5_000],
  from: day("2026-11-23"),
  until: null,
  pauses: [],
  for: null,
};

const streamOf = (text: string) => {
  const spec = valueIn(readPaymentSpec(text));
  if (!("cycle" in spec)) throw new Error(`not a stream: ${text}`);
  return spec;
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
    ["每个月1500", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 22 } }],
    ["每月1500", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 22 } }],
    ["每天还 50 元", everyDay],
    ["50元每天", everyDay],
    ["50 a day", everyDay],
    ["每3天50", { ...everyDay, cycle: { kind: "days", days: 3 }, from: day("2026-11-25") }],
    ["每个月15号还1500元", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 15 } }],
    ["每月15日还款1500元", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 15 } }],
    ["月供1500", { ...everyDay, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 22 } }],
    ["minimum/month@25", { ...everyDay, amounts: ["minimum"], cycle: { kind: "month", dayOfMonth: 25 } }],
    ["50/day:for=本金", { ...everyDay, for: "principal" }],
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
    ["1,500;2,500/month", [150_000, 250_000]],
    ["1,500、2,500/month", [150_000, 250_000]],
    ["1,500 2,500/month", [150_000, 250_000]],
    ["50,30;100/day", [5_000, 3_000, 10_000]],
  ])("%s pays %j", (text, amounts) => expect(streamOf(text).amounts).toEqual(amounts));

  it.each([
    ["50", ["unreadable"]],
    ["", ["empty"]],
    ["50/hour", ["unreadable"]],
    ["50/3months", ["unreadable"]],
    ["50/0days", ["out-of-range"]],
    ["50/month@32", ["out-of-range"]],
    ["50/month@", ["empty"]],
    ["x/day", ["unreadable"]],
    ["0/day", ["zero"]],
    ["50,,30/day", ["empty"]],
    ["50,100/day", ["ambiguous"]],
    ["12,500/month@15", ["ambiguous"]],
    ["100,200,300/day", ["ambiguous"]],
    ["1,500,2,500/month", ["ambiguous"]],
    ["30,100,20,200/month", ["ambiguous"]],
    ["1,500,30/day", ["ambiguous"]],
    ["50,100;30/day", ["ambiguous"]],
    ["¥50,100元/day:from=x", ["ambiguous", "unreadable"]],
    ["minimum,50/month", ["form-unknown"]],
    ["50/day:form=2027-01-01", ["unknown"]],
    ["50/day:from=2027-02-30:until=x", ["date-impossible", "unreadable"]],
    ["50/day:from=2027-02-01:until=2027-01-01", ["until-before-from"]],
    ["50/day:until=2026-11-22", ["too-early"]],
    ["50/day:pause=2027-02-01", ["unreadable"]],
    ["50/day:pause=2027-02-02..2027-02-01", ["until-before-from"]],
    ["50/day:pause=2026-02-01..2026-02-28", ["pause-outside"]],
    ["50/day:from=2027-03-01:pause=2027-02-01..2027-02-28", ["pause-outside"]],
    ["50/day:until=2027-01-31:pause=2027-02-01..2027-02-28", ["pause-outside"]],
    ["50/day:for=capital", ["unknown"]],
    ["50/day:surplus=next", ["unknown"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readPaymentSpec(text))).toEqual(codes));
});

describe("single payments", () => {
  const payment = { date: day("2027-03-01"), amount: 2_000_000, for: null, surplus: null };
  it.each([
    ["20000@2027-03-01", payment],
    ["2万@2027-03-01:for=principal:surplus=last", { ...payment, for: "principal", surplus: "last" }],
    ["20,000@2027-03-01", payment],
    ["20,100@2027-03-01", { ...payment, amount: 2_010_000 }],
  ])("%s", (text, expected) => {
    expect(valueIn(readPaymentSpec(text))).toEqual(expected);
  });

  it.each([
    ["20000@2026-11-22", ["too-early"]],
    ["20000@2027-02-29", ["date-impossible"]],
    ["-5@01/01/2027", ["unreadable", "negative"]],
    ["20000@2027-03-01:from=2027-01-01", ["unknown"]],
    ["20000@2027-03-01:surplus=never", ["unknown"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readPaymentSpec(text))).toEqual(codes));
});

it("commas that may mean two things are told with both ways of writing them", () => {
  expect(readPaymentSpec("12,500/month@15")).toEqual({
    ok: false,
    issues: [{ code: "ambiguous", text: "12,500", forms: ["12;500", "12500"], kind: "payments", where: "--option" }],
  });
});

describe("the short options", () => {
  it("--daily begins the day after", () => expect(valueIn(readIn(oneAmount("day", AS_OF), "50"))).toEqual(everyDay));
  it("take no minimum payment, and name the option that does", () => {
    expect(readIn(oneAmount("month", AS_OF), "minimum@25")).toMatchObject({
      issues: [{ code: "form-unknown", text: "minimum", form: "--pay minimum/month@25" }],
    });
  });
  it("--daily takes thousands, not lists", () => {
    expect(valueIn(readIn(oneAmount("day", AS_OF), "1,500")).amounts).toEqual([150_000]);
    expect(codesIn(readIn(oneAmount("day", AS_OF), "50,30"))).toEqual(["grouping-wrong"]);
  });
  it("--weekly begins seven days after", () => {
    expect(valueIn(readIn(oneAmount("week", AS_OF), "50"))).toMatchObject({
      cycle: { kind: "days", days: 7 },
      from: day("2026-11-29"),
    });
  });
  it.each([
    ["1500", 22],
    ["1500@15", 15],
    ["1500@31", 31],
    ["1500@15日", 15],
    ["1500@15号", 15],
    ["1500@每月15日", 15],
    ["每月1500", 22],
    ["每月1500@15", 15],
    ["1500/month", 22],
  ])("--monthly %s is paid on day %d", (text, dayOfMonth) => {
    const stream = valueIn(readIn(oneAmount("month", AS_OF), text));
    expect(stream).toMatchObject({ cycle: { kind: "month", dayOfMonth }, amounts: [150_000], from: day("2026-11-23") });
  });
  it("--monthly names what is wrong with both parts", () => {
    expect(codesIn(readIn(oneAmount("month", AS_OF), "x@40"))).toEqual(["unreadable", "out-of-range"]);
  });
  it("another cycle than the option's is a mistake", () => {
    const refused = (cycle: "day" | "week" | "month", text: string) => readIn(oneAmount(cycle, AS_OF), text);
    // The option that takes it is named.
    expect(refused("month", "每天50")).toMatchObject({ issues: [{ code: "form-unknown", form: "--pay 50/天" }] });
    expect(refused("day", "50/week")).toMatchObject({ issues: [{ code: "form-unknown", form: "--pay 50/week" }] });
    expect(codesIn(refused("day", "50/fortnight"))).toEqual(["unreadable"]);
  });
});
