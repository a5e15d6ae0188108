/** What is not of the form that the types describe gets an error that names the place, and no figures. */

import { describe, expect, test } from "vitest";
import { agreementPlan } from "../../src/advice/agreement-plan.ts";
import { paymentsEvery } from "../../src/advice/clear-by.ts";
import { offerGrid, owedOn, smallestRequest } from "../../src/advice/relief-request.ts";
import { runReport } from "../../src/advice/run-report.ts";
import { agreedSchedule, refinancedSchedule } from "../../src/ledger/agreed-schedule.ts";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, type Day, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { EVERY_DAY, type Loan, plainStream } from "../../src/loan/loan.ts";
import { AmountLimitReached, type Fen, fen, NOTHING } from "../../src/loan/money.ts";
import { agreementOver } from "../../src/loan/offers.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { type Method, makeSchedule } from "../../src/loan/schedule.ts";
import { PRINCIPAL_FIRST, type Terms } from "../../src/loan/terms.ts";
import { AS_OF, agreementOf, instalment, loanOf, yuan } from "../reference/sample-loans.ts";

const MONTH_ON = addDays(AS_OF, 30);
const ONE = instalment(AS_OF, 1_000);

const DAILY = plainStream(EVERY_DAY, [yuan(50)], AS_OF);

/** As a program in JavaScript hands it over, where no compiler looks. */
const untyped = <Value>(value: unknown): Value => value as Value;

function run(loan: Loan, amount: Fen = yuan(50), until: Day = MONTH_ON): unknown {
  return simulate(loan, paymentsEvery("day", AS_OF, amount), { until });
}

test("what is well formed runs", () => {
  expect(() => run(loanOf([ONE, instalment(MONTH_ON, 1_000)]))).not.toThrow();
});

describe("a loan", () => {
  const inDays = { ...ONE, due: untyped<Day>(new Date(0)) };
  test.each<[string, Loan]>([
    ["loan.asOf", { ...loanOf([ONE]), asOf: untyped("2026-11-22") }],
    ["loan.asOf", { ...loanOf([ONE]), asOf: untyped(new Date(0)) }],
    ["loan.instalments[0]", loanOf([inDays])],
    ["loan.instalments[0]", loanOf([{ ...ONE, principal: untyped(-5) }])],
    ["loan.instalments[0]", loanOf([{ ...ONE, principal: untyped(50_000.55) }])],
    ["loan.instalments[0]", loanOf([{ ...ONE, penalty: untyped(undefined) }])],
    ["loan.instalments[1].due", loanOf([instalment(MONTH_ON, 1_000), ONE])],
    [
      "loan.charges[0]",
      { ...loanOf([ONE]), charges: [{ date: MONTH_ON, amount: untyped("5"), component: "fee", note: null }] },
    ],
    [
      "loan.waivers[0]",
      {
        ...loanOf([ONE]),
        waivers: [
          { date: MONTH_ON, of: "charges", waives: { kind: "share", share: { numerator: 2n, denominator: 1n } } },
        ],
      },
    ],
    ["loan.interruptions", { ...loanOf([ONE]), interruptions: [{ date: untyped("2026-12-22"), kind: "demand" }] }],
    ["loan.accelerateOn", { ...loanOf([ONE]), accelerateOn: untyped("2026-12-22") }],
    ["loan.lender", { ...loanOf([ONE]), lender: untyped("Bank") }],
    ["loan.jurisdiction", { ...loanOf([ONE]), jurisdiction: untyped("CN") }],
  ])("%s", (place, loan) => {
    expect(() => run(loan)).toThrow(`${place}: `);
  });

  test.each(["instalments", "borrowed", "terms", "charges", "waivers", "interruptions", "agreedFlows", "accelerateOn"])(
    "without %s",
    (name) => {
      const { [name]: _, ...loan } = loanOf([ONE]) as unknown as Record<string, unknown>;
      expect(() => run(untyped(loan))).toThrow(`loan.${name}: `);
    },
  );
});

test.each<[string, Partial<Terms>]>([
  ["terms.rates", { rates: [] }],
  ["terms.rates[0].from", { rates: [{ from: untyped("2026-12-22"), rate: rate(5n, 10_000n, "day") }] }],
  ["terms.penalty", { penalty: [] }],
  ["terms.lateFees", { lateFees: untyped(undefined) }],
  ["terms.penalty", { penalty: untyped("1.5x") }],
  ["terms.order", { order: ["penalty"] }],
  ["terms.order", { order: ["fee", "fee", "penalty", "interest", "principal"] }],
  ["terms.orderAfter[0].order", { orderAfter: [{ daysOverdue: 91, order: ["principal"], by: "instalment" }] }],
  ["terms.orderInAdvance", { orderInAdvance: [] }],
  ["terms.orderAfter[0].by", { orderAfter: [{ daysOverdue: 91, order: PRINCIPAL_FIRST, by: untyped("column") }] }],
  ["terms.dayCount", { dayCount: untyped("act/360") }],
  ["terms.penaltyBase", { penaltyBase: untyped("principal") }],
  ["terms.compound", { compound: untyped("penalty") }],
  ["terms.compoundRests", { compoundRests: untyped("week") }],
  ["terms.interest", { interest: untyped("fixed") }],
  ["terms.by", { by: untyped("loan") }],
  ["terms.surplus", { surplus: untyped("first") }],
  ["terms.grace.kind", { grace: { days: 3, kind: untyped("free") } }],
  ["terms.rounding.when", { rounding: { ...USUAL_ROUNDING, when: untyped("monthly") } }],
  ["terms.rounding.direction", { rounding: { ...USUAL_ROUNDING, direction: untyped("up") } }],
])("terms: %s", (place, terms) => {
  expect(() => run(loanOf([ONE], terms))).toThrow(`${place}: `);
});

test.each([untyped<Fen>(-5_000), untyped<Fen>(50.5), untyped<Fen>("5000")])("a payment of %s", (amount) => {
  expect(() => run(loanOf([ONE]), amount)).toThrow("events.streams[0]: ");
});

test.each<[string, Partial<Events>]>([
  ["events.streams[0]", { streams: [{ ...DAILY, until: untyped("2026-12-22") }] }],
  ["events.streams[0]", { streams: [{ ...DAILY, pauses: [{ from: untyped("2026-12-01"), until: MONTH_ON }] }] }],
  ["events.paysWhenDueFrom", { paysWhenDueFrom: untyped("2026-12-22") }],
  ["events.agreements[0]", { agreements: [agreementOf({ date: untyped("2026-12-22") })] }],
])("a day that is text: %s", (place, events) => {
  const given = { ...NO_EVENTS, ...events };
  expect(() => simulate(loanOf([ONE]), given, { until: MONTH_ON })).toThrow(`${place}: `);
});

test("an agreement of no months", () => {
  const agreed = { ...NO_EVENTS, agreements: [agreementOf({ months: 0 })] };
  expect(() => simulate(loanOf([ONE]), agreed, { until: MONTH_ON })).toThrow("events.agreements[0]: ");
});

test("events of which a list is missing", () => {
  const { streams: _, ...events } = paymentsEvery("day", AS_OF, yuan(50));
  expect(() => simulate(loanOf([ONE]), untyped(events), { until: MONTH_ON })).toThrow("events.streams: ");
});

test("a scale of classes that there is not", async () => {
  const asked = { loan: loanOf([ONE]), events: NO_EVENTS, until: MONTH_ON, orderGiven: true };
  await expect(runReport({ ...asked, classification: untyped("cards") })).rejects.toThrow("classification: ");
});

test("a fraction of numbers, of which no common divisor would ever be found", () => {
  expect(() => rate(untyped(5), untyped(10_000), "day")).toThrow(TypeError);
  expect(() => fraction(1n, untyped(2))).toThrow("not 1 and 2");
  expect(() => fraction(1n, 0n)).toThrow("not 1 and 0");
});

test("a cycle that there is not", () => {
  const events = paymentsEvery(untyped("fortnight"), AS_OF, yuan(50));
  expect(() => simulate(loanOf([ONE]), events, { until: MONTH_ON })).toThrow("events.streams[0]: ");
});

test.each([untyped<Day>("2026-12-22"), untyped<Day>(Number.NaN)])("a run until %s", (until) => {
  expect(() => run(loanOf([ONE]), yuan(50), until)).toThrow("options.until: ");
});

test("a schedule of no months, or by a method that there is not", () => {
  const contract = {
    borrowed: yuan(1_000),
    months: 12,
    method: "equal-instalments" as Method,
    firstDue: day("2026-12-22"),
    rate: { numerator: 1n, denominator: 100n, per: "month" },
    dayCount: "period",
  } as const;
  expect(makeSchedule(contract).length).toBe(12);
  expect(() => makeSchedule({ ...contract, months: 0 })).toThrow("contract.months: 0");
  expect(() => makeSchedule({ ...contract, method: untyped("annuity") })).toThrow("contract.method: annuity");
});

test.each([0, -1, 1.5, Number.NaN])("what is agreed or asked for over %d months", (months) => {
  const agreement = agreementOver(AS_OF, months, {});
  expect(() => agreedSchedule(agreement, yuan(1_000), yuan(0))).toThrow(`agreement.months: ${months}`);
  expect(() => agreementPlan(loanOf([ONE]), agreement)).toThrow(`agreement.months: ${months}`);
  const refinancing = {
    ...agreement,
    kind: "refinancing",
    feeShare: NOTHING,
    penalty: [],
    method: "equal-principal",
  } as const;
  expect(() => refinancedSchedule(refinancing, yuan(1_000))).toThrow(`refinancing.months: ${months}`);
  const owed = owedOn(loanOf([ONE]), AS_OF);
  expect(() => offerGrid(owed, yuan(50), [12, months])).toThrow(`months: ${months}`);
  expect(() => smallestRequest(owed, yuan(1), months)).toThrow(`months: ${months}`);
});

test("the day of what is agreed or asked for", () => {
  const date = untyped<Day>("2026-12-22");
  expect(() => owedOn(loanOf([ONE]), date)).toThrow("day: ");
  expect(() => agreementPlan(loanOf([ONE]), agreementOver(date, 12, {}))).toThrow("agreement.date: ");
});

test("an amount that cannot be counted is told in words", () => {
  expect(() => fen(2 ** 53)).toThrow(AmountLimitReached);
  expect(() => fen(2 ** 53)).toThrow("an amount passes what can be counted exactly");
});
