/** Strategies in one line: specification → what happens, or the problem codes. */

import { describe, expect, it } from "vitest";
import { readInstalmentAgreement, readStrategy } from "../../src/input/strategy.ts";
import { EARLIEST } from "../../src/input/values/date.ts";
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
  down: null,
  unearned: "leave-out",
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
  method: "equal-instalments",
  unearned: "leave-out",
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
      { rate: rate(6n, 100n, "year"), method: { kind: "equal-principal" } },
    ],
    ["agreement:months=36,waive-penalty=100%", { waive: { ...nothingWaived, penalty: ALL } }],
    ["agreement:months=36,waive-principal=0.5", { waive: { ...nothingWaived, principal: HALF } }],
    [
      "agreement:months=36,waive-fee=100%,waive-charges=50%",
      { waive: { fee: ALL, penalty: HALF, compound: HALF, interest: HALF, principal: NOTHING } },
    ],
    ["agreement:months=36,charges=end,day-count=actual/365", { charges: "end", dayCount: "actual/365" }],
    ["agreement:months=36,grace=5,on-break=keep", { graceDays: 5, onBreak: "keep" }],
    ["agreement:months=36,down=10%", { down: { kind: "share", share: fraction(1n, 10n) } }],
    ["agreement:months=36,down=5,000", { down: { kind: "amount", amount: 500_000 } }],
    ["agreement:months=36,method=flat,fee=0.45%/month", { method: { kind: "flat", monthlyFee: fraction(9n, 2_000n) } }],
    ["agreement:months=36,method=flat,rate=0%/year", { method: { kind: "flat", monthlyFee: NOTHING } }],
    [
      "agreement:steps=500x12+1000x24",
      {
        method: {
          kind: "steps",
          steps: [
            { amount: 50_000, months: 12 },
            { amount: 100_000, months: 24 },
          ],
        },
      },
    ],
    ["agreement:months=36,unearned=keep", { unearned: "keep" }],
    ["协商：months=3个月，method=等额本金", { months: 3, method: { kind: "equal-principal" } }],
  ])("%s", (text, differs) => {
    const expected = { ...agreement, ...differs };
    const events = { ...given, agreements: [expected], paysWhenDueFrom: expected.date };
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
  it("regular payments go on after them, one of a day is made on its day", () => {
    expect(read("defer:months=3")).toMatchObject({
      kind: "deferral",
      events: {
        agreements: [{ kind: "deferral", date: AS_OF, months: 3, rate: null }],
        payments: given.payments,
        streams: [{ ...fifty, pauses: [{ from: AS_OF, until: day("2027-02-21") }] }],
        paysWhenDueFrom: null,
      },
    });
  });

  it("the payments given go on before a later start", () => {
    const { events } = read("defer:months=1,start=2027-02-01,rate=0.01%/day");
    expect(events.payments).toEqual(given.payments);
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
    ["=none", ["empty"]],
    ["=daily:x", ["empty", "unreadable"]],
    ["mine=", ["empty"]],
    ["agreement=months=36", ["form-unknown"]],
    ["agreement months=36", ["form-unknown"]],
    ["daily 50", ["form-unknown"]],
    ["协商36期", ["form-unknown"]],
    ["mine=daly:50", ["unknown"]],
  ])("%s is refused", (text, expected) => expect(codes(text)).toEqual(expected));
});

describe("what is refused", () => {
  it.each([
    ["", ["empty"]],
    ["50/day", ["unknown"]],
    ["agrement:months=36", ["unknown"]],
    ["none:50", ["form-unknown"]],
    ["daily", ["form-unknown"]],
    ["daily:", ["form-unknown"]],
    ["daily:50/day", ["strategy-cycle-named"]],
    ["daily:-5/week", ["strategy-cycle-named", "negative"]],
    ["daily:/week", ["form-unknown"]],
    ["daily:50/year", ["form-unknown"]],
    ["daily:50@15", ["form-unknown"]],
    ["daily:50,,30", ["form-unknown"]],
    ["daily:50:form=2027-01-01", ["unknown"]],
    ["daily:-5:from=2026-02-30:foo=1", ["unknown", "negative", "date-impossible"]],
    ["daily:0", ["zero"]],
    ["daily:-5:until=2026-11-22", ["negative", "too-early"]],
    ["monthly:1500@", ["form-unknown"]],
    ["monthly:x@40", ["unreadable", "out-of-range"]],
    ["lump:20000", ["missing"]],
    ["lump:-5:for=principal", ["negative", "missing"]],
    ["lump:", ["form-unknown"]],
    ["lump:20000/day", ["form-unknown"]],
    ["lump:20000@2026-11-22", ["too-early"]],
    ["lump:x@01/03/2027", ["unreadable", "unreadable"]],
    ["lump:20000@2027-03-01:surplus=last", ["misplaced"]],
    ["save:50/day", ["missing"]],
    ["save:50", ["form-unknown"]],
    ["save:50@2027-11-22", ["form-unknown"]],
    ["save:50/hour@2027-11-22", ["unknown"]],
    ["save:50/day@2026-11-22", ["too-early"]],
    ["save:350/week@2026-11-28", ["nothing-saved"]],
    ["save:10000000000/day@2126-11-22", ["total-too-large"]],

    ["agreement", ["missing"]],
    ["agreement:", ["missing"]],
    ["agreement:pause=3", ["missing"]],
    ["agreement:months", ["empty"]],
    ["agreement:months=", ["empty"]],
    ["agreement:mnths=36", ["unknown"]],
    ["agreement:期数=36,months=12", ["unknown"]],
    ["agreement:36个月", ["unknown", "missing"]],
    ["defer:3", ["unknown", "missing"]],
    ["agreement:months=0", ["out-of-range"]],
    ["agreement:months=601", ["out-of-range"]],
    ["agreement:months=36,months=24", ["duplicate"]],
    ["agreement:months=36,rate=5,months=0,months=24", ["duplicate", "duplicate", "rate-without-period"]],
    ["agreement:months=36,", ["part-empty"]],
    ["agreement:,months=36,,rate=5", ["part-empty", "part-empty", "rate-without-period"]],
    ["agreement:months=0;rate=5", ["settings-run-together", "out-of-range", "rate-without-period"]],
    ["agreement:months=36 rate=0%/year", ["settings-run-together"]],
    ["agreement:months=36,wave-penalty=100%", ["unknown"]],
    ["agreement:months=36,waive-penalty=120%", ["out-of-range"]],
    ["agreement:months=36,pause=121", ["out-of-range"]],
    ["agreement:months=36,rate=6%", ["rate-without-period"]],
    ["agreement:months=36,method=bullet,charges=last", ["unknown", "unknown"]],
    ["agreement:months=36,fee=0.45%/month", ["misplaced"]],
    ["agreement:months=36,method=flat,rate=6%/year", ["rate-beside-flat"]],
    ["agreement:months=36,method=flat,fee=0.45%/month,rate=6%/year", ["rate-beside-flat"]],
    ["agreement:months=36,steps=500x12+1000x12", ["conflict"]],
    ["agreement:steps=500", ["unreadable"]],
    ["agreement:months=36,down=-1", ["negative"]],
    ["agreement:months=36,start=2026-11-21", ["too-early"]],
    ["agreement:months=x,start=2027-02-30,grace=-1", ["unreadable", "date-impossible", "out-of-range"]],
    ["defer:rate=0%/year", ["missing"]],
    ["defer:months=3,pause=1", ["unknown"]],
    ["settle:80%", ["missing"]],
    ["settle", ["form-unknown"]],
    ["settle:0@2027-01-15", ["zero"]],
    ["settle:八成@2026-01-15", ["settlement-in-words", "too-early"]],
    ["settle:@2027-01-15", ["form-unknown"]],
    ["settle:0.8@2027-01-15", ["ambiguous"]],
    ["settle:1@2027-01-15", ["ambiguous"]],
    ["settle:0%@2027-01-15", ["zero"]],
    ["settle:0元@2027-01-15", ["zero"]],
    ["settle:101%@2026-11-21", ["out-of-range", "too-early"]],
    ["borrow:fee=3%", ["missing"]],
    ["borrow:rate=24%", ["rate-without-period"]],
    ["borrow:rate=24%/year,penalty=100000x", ["penalty-too-high"]],
    ["borrow:rate=24%/year,fee=101%,months=0", ["out-of-range", "out-of-range"]],
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

  it("a plan's agreement need not say what it is", () => {
    expect(valueIn(readInstalmentAgreement("months=36", AS_OF))).toEqual(agreement);
  });

  it("a plan takes agreements over instalments only", () => {
    // It is known, and has its place elsewhere.
    expect(codesIn(readInstalmentAgreement("settle:80%@2027-01-15", AS_OF))).toEqual(["strategy-elsewhere"]);
    expect(codesIn(readInstalmentAgreement("延期:months=3", AS_OF))).toEqual(["strategy-elsewhere"]);
    expect(codesIn(readInstalmentAgreement("settel:80%@2027-01-15", AS_OF))).toEqual(["unknown"]);
    expect(codesIn(readInstalmentAgreement("36个月", AS_OF))).toEqual(["unknown", "missing"]);
    expect(codesIn(readInstalmentAgreement("协商分期", AS_OF))).toEqual(["missing"]);
  });

  it("no date is too early where the loan is not readable", () => {
    for (const text of ["settle:80%@2020-01-15", "lump:5@2020-01-15", "agreement:months=3,start=2020-01-01"]) {
      expect(readStrategy(text, { asOf: EARLIEST, given: NO_EVENTS }).ok).toBe(true);
    }
  });
});
