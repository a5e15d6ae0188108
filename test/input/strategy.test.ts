/** Strategies in one line: specification → what happens, or the problem codes. */

import { describe, expect, it } from "vitest";
import { readStrategy, UNREADABLE_LOAN } from "../../src/input/strategy.ts";
import { readInstalmentAgreement } from "../../src/input/strategy-agreements.ts";
import { type Day, day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Fen } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { codesIn, valueIn } from "./readings.ts";

const AS_OF = day("2026-11-22");
const fifty = {
  cycle: { kind: "days", days: 1 },
  amounts: [5_000 as Fen],
  from: day("2026-11-23"),
  until: null,
  pauses: [],
  for: null,
} as const;
const given = {
  payments: [
    { date: day("2026-12-31"), amount: 100 as Fen, for: null, surplus: null },
    { date: day("2027-02-22"), amount: 200 as Fen, for: null, surplus: null },
  ],
  streams: [fifty],
};
const context = { asOf: AS_OF, given };

const NOTHING = fraction(0n, 1n);
const ALL = fraction(1n, 1n);
const HALF = fraction(1n, 2n);
const nothingWaived = { fee: NOTHING, penalty: NOTHING, compound: NOTHING, interest: NOTHING, principal: NOTHING };
const agreement = {
  kind: "agreement",
  date: AS_OF,
  waive: nothingWaived,
  charges: "spread",
  months: 36,
  method: { kind: "equal-instalments" },
  rate: rate(0n, 1n, "year"),
  dayCount: "period",
  pauseMonths: 0,
  graceDays: 0,
  onBreak: "restore",
};
const borrowed = {
  kind: "refinancing",
  date: AS_OF,
  rate: rate(24n, 100n, "year"),
  feeShare: NOTHING,
  months: 24,
  method: { kind: "equal-instalments" },
  dayCount: "period",
  penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: fraction(3n, 2n) } }],
};

const read = (text: string) => valueIn(readStrategy(text, context));
const codes = (text: string) => codesIn(readStrategy(text, context));
const single = (date: Day, amount: number) => ({ ...fifty, amounts: [amount], from: date, until: date });

describe("ways of paying", () => {
  it("none", () => {
    expect(read("none")).toEqual({ name: "none", spec: "none", kind: "none", events: NO_EVENTS });
  });

  it.each([
    ["daily:50", fifty],
    ["DAILY: 50", fifty],
    ["daily：５０", fifty],
    ["daily:50,30,100", { ...fifty, amounts: [5_000, 3_000, 10_000] }],
    ["daily:1,500", { ...fifty, amounts: [150_000] }],
    ["daily:50:until=2027-01-31", { ...fifty, until: day("2027-01-31") }],
    ["daily:50:from=2027-01-01:for=principal", { ...fifty, from: day("2027-01-01"), for: "principal" }],
    ["weekly:350", { ...fifty, amounts: [35_000], cycle: { kind: "days", days: 7 }, from: day("2026-11-29") }],
    ["monthly:1500@15", { ...fifty, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 15 } }],
    ["monthly:1500", { ...fifty, amounts: [150_000], cycle: { kind: "month", dayOfMonth: 22 } }],
    ["lump:20000@2027-03-01", single(day("2027-03-01"), 2_000_000)],
    ["lump:2万@2027-03-01:for=principal", { ...single(day("2027-03-01"), 2_000_000), for: "principal" }],
  ])("%s", (text, stream) => {
    expect(read(text)).toMatchObject({ kind: "payments", events: { ...NO_EVENTS, streams: [stream] } });
  });

  it.each([
    ["save:50/day@2027-11-22", 365 * 5_000],
    ["save:50/day@2026-11-23", 5_000],
    ["save:350/week@2026-12-06", 2 * 35_000],
    ["save:350/week@2026-12-05", 35_000],
    ["save:1500/month@2027-11-22", 12 * 150_000],
    ["save:1500/月@2027-11-21", 11 * 150_000],
  ])("%s is one payment of what was put aside", (text, amount) => {
    const stream = single(day(text.slice(-10)), amount);
    expect(read(text)).toMatchObject({ kind: "save", events: { ...NO_EVENTS, streams: [stream] } });
  });
});

describe("agreements", () => {
  it.each([
    ["agreement:months=36", {}],
    ["agreement: Months = 36 , pause = 3", { pauseMonths: 3 }],
    ["agreement:months=36、pause=3", { pauseMonths: 3 }],
    ["agreement:months=36,start=2027-01-01", { date: day("2027-01-01") }],
    [
      "agreement:months=36,rate=6%/year,method=equal-principal",
      { rate: rate(6n, 100n, "year"), method: "equal-principal" },
    ],
    ["agreement:months=36,waive-penalty=100%", { waive: { ...nothingWaived, penalty: ALL } }],
    ["agreement:months=36,waive-principal=0.5", { waive: { ...nothingWaived, principal: HALF } }],
    [
      "agreement:months=36,waive-fee=100%,waive-charges=50%",
      { waive: { fee: ALL, penalty: HALF, compound: HALF, interest: HALF, principal: NOTHING } },
    ],
    ["agreement:months=36,charges=end,day-count=actual/365", { charges: "end", dayCount: "actual/365" }],
    ["agreement:months=36,grace=5,on-break=keep", { graceDays: 5, onBreak: "keep" }],
  ])("%s", (text, differs) => {
    const expected = { ...agreement, ...differs };
    const events = { ...NO_EVENTS, agreements: [expected], paysWhenDueFrom: expected.date };
    expect(read(text)).toEqual({ name: text, spec: text, kind: "agreement", events });
    expect(valueIn(readInstalmentAgreement(text, AS_OF))).toEqual(expected);
  });

  it.each([
    ["settle:80%@2027-01-15", { kind: "share", share: fraction(4n, 5n) }],
    ["settle:100%@2027-01-15", { kind: "share", share: ALL }],
    ["settle:40000@2027-01-15", { kind: "amount", amount: 4_000_000 }],
    ["settle:4万@2027-01-15", { kind: "amount", amount: 4_000_000 }],
    ["settle:0.8元@2027-01-15", { kind: "amount", amount: 80 }],
  ])("%s", (text, pays) => {
    const agreements = [{ kind: "settlement", date: day("2027-01-15"), pays }];
    expect(read(text)).toMatchObject({ kind: "settlement", events: { ...NO_EVENTS, agreements } });
  });

  it("a settlement may be on the day of the balances", () => {
    expect(read("settle:80%@2026-11-22").events.agreements).toMatchObject([{ date: AS_OF }]);
  });

  it.each([
    ["borrow:rate=24%/year", {}],
    ["borrow:rate=2%/month,fee=3%", { rate: rate(2n, 100n, "month"), feeShare: fraction(3n, 100n) }],
    ["borrow:rate=24%/year,months=12,start=2026-12-01", { months: 12, date: day("2026-12-01") }],
    [
      "borrow:rate=24%/year,method=equal-principal,day-count=actual/360",
      { method: "equal-principal", dayCount: "actual/360" },
    ],
    [
      "borrow:rate=24%/year,penalty=2x",
      { penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: fraction(2n, 1n) } }] },
    ],
  ])("%s", (text, differs) => {
    const expected = { ...borrowed, ...differs };
    const events = { ...NO_EVENTS, agreements: [expected], paysWhenDueFrom: expected.date };
    expect(read(text)).toMatchObject({ kind: "refinancing", events });
  });
});

describe("deferrals", () => {
  it("the payments given go on after them", () => {
    expect(read("defer:months=3")).toMatchObject({
      kind: "deferral",
      events: {
        agreements: [{ kind: "deferral", date: AS_OF, months: 3, rate: null }],
        payments: [given.payments[1]],
        streams: [{ ...fifty, pauses: [{ from: AS_OF, until: day("2027-02-21") }] }],
        paysWhenDueFrom: null,
      },
    });
  });

  it("the payments given go on before a later start", () => {
    const { events } = read("defer:months=1,start=2027-02-01,rate=0.01%/day");
    expect(events.payments).toEqual([given.payments[0]]);
    expect(events.streams).toEqual([{ ...fifty, pauses: [{ from: day("2027-02-01"), until: day("2027-02-28") }] }]);
    expect(events.agreements).toMatchObject([{ rate: rate(1n, 10_000n, "day") }]);
  });
});

describe("names", () => {
  it.each([
    ["mine=daily:50", "mine", "daily:50"],
    ["停息 36 期=agreement:months=36", "停息 36 期", "agreement:months=36"],
    ["方案（一）＝daily：50", "方案（一）", "daily：50"],
    [" a = none ", "a", "none"],
    ["agreement:months=36", "agreement:months=36", "agreement:months=36"],
  ])("%s", (text, name, spec) => expect(read(text)).toMatchObject({ name, spec }));

  it.each([
    ["=none", ["strategy-name-empty"]],
    ["=daily:x", ["strategy-name-empty", "amount-unreadable"]],
    ["mine=", ["empty"]],
    ["agreement=months=36", ["strategy-unknown"]],
  ])("%s is refused", (text, expected) => expect(codes(text)).toEqual(expected));
});

describe("what is refused", () => {
  it.each([
    ["", ["empty"]],
    ["50/day", ["strategy-unknown"]],
    ["agrement:months=36", ["strategy-unknown"]],
    ["none:50", ["strategy-unreadable"]],
    ["daily", ["strategy-unreadable"]],
    ["daily:", ["strategy-unreadable"]],
    ["daily:50/day", ["strategy-cycle-named"]],
    ["daily:-5/week", ["strategy-cycle-named", "amount-negative"]],
    ["daily:/week", ["strategy-unreadable"]],
    ["daily:50/year", ["strategy-unreadable"]],
    ["daily:50@15", ["strategy-unreadable"]],
    ["daily:50,,30", ["strategy-unreadable"]],
    ["daily:50:form=2027-01-01", ["setting-unknown"]],
    ["daily:-5:from=2026-02-30:foo=1", ["setting-unknown", "amount-negative", "date-impossible"]],
    ["daily:0", ["amount-zero"]],
    ["daily:-5:until=2026-11-22", ["amount-negative", "payment-before-as-of"]],
    ["monthly:1500@", ["strategy-unreadable"]],
    ["monthly:x@40", ["amount-unreadable", "count-out-of-range"]],
    ["lump:20000", ["strategy-date-missing"]],
    ["lump:-5:for=principal", ["amount-negative", "strategy-date-missing"]],
    ["lump:", ["strategy-unreadable"]],
    ["lump:20000/day", ["strategy-unreadable"]],
    ["lump:20000@2026-11-22", ["payment-before-as-of"]],
    ["lump:x@2027/03/01", ["amount-unreadable", "date-format"]],
    ["lump:20000@2027-03-01:surplus=last", ["setting-misplaced"]],
    ["save:50/day", ["strategy-date-missing"]],
    ["save:50", ["strategy-unreadable"]],
    ["save:50@2027-11-22", ["strategy-unreadable"]],
    ["save:50/hour@2027-11-22", ["not-one-of"]],
    ["save:50/day@2026-11-22", ["payment-before-as-of"]],
    ["save:350/week@2026-11-28", ["nothing-saved"]],
    ["save:10000000000/day@2126-11-22", ["total-too-large"]],

    ["agreement", ["strategy-setting-missing"]],
    ["agreement:", ["strategy-setting-missing"]],
    ["agreement:pause=3", ["strategy-setting-missing"]],
    ["agreement:months", ["strategy-setting-without-value"]],
    ["agreement:months=", ["strategy-setting-without-value"]],
    ["agreement:mnths=36", ["strategy-setting-unknown"]],
    ["agreement:months=0", ["count-out-of-range"]],
    ["agreement:months=601", ["count-out-of-range"]],
    ["agreement:months=36,months=24", ["setting-double"]],
    ["agreement:months=36,rate=5,months=0,months=24", ["setting-double", "count-out-of-range", "rate-without-period"]],
    ["agreement:months=36,", ["part-empty"]],
    ["agreement:,months=36,,rate=5", ["part-empty", "part-empty", "rate-without-period"]],
    ["agreement:months=0;rate=5", ["strategy-settings-run-together", "count-out-of-range", "rate-without-period"]],
    ["agreement:months=36 rate=0%/year", ["strategy-settings-run-together"]],
    ["agreement:months=36,wave-penalty=100%", ["strategy-setting-unknown"]],
    ["agreement:months=36,waive-penalty=120%", ["share-out-of-range"]],
    ["agreement:months=36,pause=121", ["count-out-of-range"]],
    ["agreement:months=36,rate=6%", ["rate-without-period"]],
    ["agreement:months=36,method=flat,charges=last", ["not-one-of", "not-one-of"]],
    ["agreement:months=36,start=2026-11-21", ["before-as-of"]],
    ["agreement:months=x,start=2027-02-30,grace=-1", ["count-unreadable", "date-impossible", "count-out-of-range"]],
    ["defer:rate=0%/year", ["strategy-setting-missing"]],
    ["defer:months=3,pause=1", ["strategy-setting-unknown"]],
    ["settle:80%", ["strategy-date-missing"]],
    ["settle", ["strategy-unreadable"]],
    ["settle:0@2027-01-15", ["settlement-nothing"]],
    ["settle:八成@2026-01-15", ["settlement-in-words", "before-as-of"]],
    ["settle:@2027-01-15", ["strategy-unreadable"]],
    ["settle:0.8@2027-01-15", ["settlement-unclear"]],
    ["settle:1@2027-01-15", ["settlement-unclear"]],
    ["settle:0%@2027-01-15", ["settlement-nothing"]],
    ["settle:0元@2027-01-15", ["amount-zero"]],
    ["settle:101%@2026-11-21", ["share-out-of-range", "before-as-of"]],
    ["borrow:fee=3%", ["strategy-setting-missing"]],
    ["borrow:rate=24%", ["rate-without-period"]],
    ["borrow:rate=24%/year,penalty=100000x", ["penalty-too-high"]],
    ["borrow:rate=24%/year,fee=101%,months=0", ["share-out-of-range", "count-out-of-range"]],
  ])("%s", (text, expected) => expect([...codes(text)].sort()).toEqual([...expected].sort()));

  it.each([
    ["settle:八成@2027-01-15", { share: "80%" }],
    ["settle:8折@2027-01-15", { share: "80%" }],
    ["settle:八五折@2027-01-15", { share: "85%" }],
    ["settle:七成半@2027-01-15", { share: "75%" }],
    ["daily:50/week", { form: "weekly:50" }],
    ["weekly:50/月@15:for=principal", { form: "monthly:50@15:for=principal" }],
    ["agreement:months=36,,rate=0%/year", { text: "months=36,,rate=0%/year" }],
    ["agreement:months=36;rate=0%/year", { separated: "months=36,rate=0%/year" }],
  ])("%s comes with what to write", (text, offered) => {
    const reading = readStrategy(text, context);
    expect(reading.ok ? [] : reading.issues).toMatchObject([offered]);
  });

  it("a setting is named together with its value", () => {
    const reading = readStrategy("agreement:months=0,pause=x", context);
    const texts = reading.ok ? [] : reading.issues.map((issue) => ("text" in issue ? issue.text : null));
    expect(texts).toEqual(["months=0", "pause=x"]);
  });

  it("a mistyped word comes with the one it resembles", () => {
    const nearest = (text: string) => {
      const reading = readStrategy(text, context);
      return reading.ok ? [] : reading.issues.map((issue) => ("nearest" in issue ? issue.nearest : null));
    };
    expect(nearest("agrement:months=36")).toEqual(["agreement"]);
    expect(nearest("agreement:months=36,wave-penalty=100%")).toEqual(["waive-penalty"]);
    expect(nearest("agreement:months=36,method=equal-instalment")).toEqual(["equal-instalments"]);
  });

  it("a plan takes agreements over instalments only", () => {
    expect(codesIn(readInstalmentAgreement("settle:80%@2027-01-15", AS_OF))).toEqual(["strategy-unknown"]);
  });

  it("no date is too early where the loan is not readable", () => {
    for (const text of ["settle:80%@2020-01-15", "lump:5@2020-01-15", "agreement:months=3,start=2020-01-01"]) {
      expect(readStrategy(text, UNREADABLE_LOAN).ok).toBe(true);
    }
  });
});
