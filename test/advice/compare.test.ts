/** Several ways side by side: what counts as cost, what may be called best, and what is said of each. */

import { describe, expect, test } from "vitest";
import { type Compared, compare, defaultStrategies } from "../../src/advice/compare.ts";
import { compareFindings } from "../../src/advice/compare-findings.ts";
import { bestOf, sortedBy } from "../../src/advice/comparison.ts";
import type { CompareFinding } from "../../src/advice/findings.ts";
import { addDays, type Day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS, type Settlement } from "../../src/loan/events.ts";
import type { Loan, PaymentStream } from "../../src/loan/loan.ts";
import { agreementOver, USUAL_NEW_LOAN } from "../../src/loan/offers.ts";
import { fraction } from "../../src/loan/rate.ts";
import type { Strategy } from "../../src/loan/strategy.ts";
import { AS_OF, everyDay, overdue, paymentOn, yuan } from "../reference/sample-loans.ts";

/** 50,000 of principal and 90 days of penalty, 37.50 a day. */
const UNTIL = addDays(AS_OF, 365);

function way(name: string, events: Partial<Events>, kind: Strategy["kind"] = "payments"): Strategy {
  return { name, spec: name, kind, events: { ...NO_EVENTS, ...events } };
}

function waysOf(loan: Loan, ...strategies: readonly Strategy[]): readonly Compared[] {
  return compare({ loan, until: UNTIL, classification: "loan", strategies });
}

function findings(loan: Loan, compared: readonly Compared[]): readonly CompareFinding[] {
  return compareFindings({ loan, until: UNTIL, compared, baseline: null, classification: "loan", isUsual: false });
}

function codes(loan: Loan, compared: readonly Compared[]): readonly string[] {
  return findings(loan, compared).map(({ code }) => code);
}

function once(amount: number, on: Day): PaymentStream {
  return { ...everyDay(amount), from: on, until: on };
}

const none = way("none", {}, "none");
const newLoan = way(
  "new",
  { agreements: [{ kind: "refinancing", date: AS_OF, ...USUAL_NEW_LOAN }], paysWhenDueFrom: AS_OF },
  "refinancing",
);

function settlement(share: bigint, date: Day): Strategy {
  const pays: Settlement["pays"] = { kind: "share", share: fraction(share, 100n) };
  return way("settled", { agreements: [{ kind: "settlement", date, pays, unearned: "leave-out" }] }, "settlement");
}

describe("a new loan", () => {
  test("is never the best of anything, also where nothing else clears the debt", () => {
    const best = bestOf(waysOf(overdue, none, newLoan));
    expect([best.mostToPrincipal, best.cheapest, best.clearFirst]).toEqual([null, null, null]);
  });

  test("leaves the place to a way that is dearer and later", () => {
    const slow = way("slow", { streams: [everyDay(60)] });
    const { cheapest, clearFirst } = bestOf(waysOf(overdue, newLoan, slow));
    expect([cheapest?.strategy.name, clearFirst?.strategy.name]).toEqual(["slow", "slow"]);
  });

  test("is told of by itself, with what was assumed of its offer", () => {
    const usual = defaultStrategies(overdue, NO_EVENTS, UNTIL);
    const told = findings(overdue, waysOf(overdue, ...usual)).find(({ code }) => code === "way-new-loan");
    expect(told).toMatchObject({ assumed: "offer", newLoan: { months: 24, clears: yuan(53_375) } });
    expect(findings(overdue, waysOf(overdue, newLoan))).toContainEqual(expect.objectContaining({ assumed: "nothing" }));
  });
});

test("total cost is all that is paid and taken: of 60,000.00 on one day 53,375.00, which is 3,375.00 beyond the principal", () => {
  const [row] = waysOf(overdue, way("dated", { payments: [paymentOn(addDays(AS_OF, 1), 60_000)] }));
  // One night more of penalty.
  expect(row).toMatchObject({ paid: yuan(60_000), totalCost: yuan(3_412.5) });
});

test("money drawn again is no part of it: of 54,412.50 paid for 50,000.00 and 1,000.00 the same 3,412.50", () => {
  const draw = { date: addDays(AS_OF, 1), amount: yuan(1_000), component: "principal", note: null } as const;
  const loan: Loan = { ...overdue, charges: [draw] };
  const [row] = waysOf(loan, way("all", { payments: [paymentOn(addDays(AS_OF, 1), 60_000)] }));
  expect(row?.totalCost).toBe(yuan(3_412.5));
});

test("a settlement of 80 % reaches the principal: 42,700.00 of 50,000.00, and the rest of it and the penalty are waived", () => {
  const [row] = waysOf(overdue, settlement(80n, AS_OF));
  expect(row).toMatchObject({ paid: yuan(42_700), toPrincipal: yuan(42_700), toCharges: 0, clearedOn: AS_OF });
  expect(row?.totalCost).toBe(yuan(-7_300));
});

test("an agreement dated after the debt is gone is not said to clear it", () => {
  const later = way("later", { streams: [everyDay(30_000)], agreements: [agreementOver(addDays(AS_OF, 100), 12, {})] });
  const told = findings(overdue, waysOf(overdue, later));
  const late = { code: "way-after-cleared", date: addDays(AS_OF, 100), clearedOn: addDays(AS_OF, 2) };
  expect(told).toContainEqual(expect.objectContaining(late));
  const codes = told.map(({ code }) => code);
  expect(codes).not.toContain("way-agreement");
  expect(codes).not.toContain("proposals");
});

test("of a minimum payment, which is no fixed sum, no other way is called the same money", () => {
  const minimum: PaymentStream = { ...everyDay(0), amounts: ["minimum"] };
  const names = (...streams: readonly PaymentStream[]): readonly string[] =>
    defaultStrategies(overdue, { ...NO_EVENTS, streams }, UNTIL).map(({ name }) => name);
  expect(names(everyDay(50))).toEqual(expect.arrayContaining(["as-given", "monthly", "saved-up"]));
  for (const streams of [[minimum], [minimum, everyDay(50)]]) {
    expect(names(...streams)).toContain("as-given");
    expect(names(...streams)).not.toEqual(expect.arrayContaining(["monthly"]));
    expect(names(...streams)).not.toEqual(expect.arrayContaining(["saved-up"]));
  }
});

test("nothing is called saved up where nothing is paid by the end of the comparison", () => {
  const paidOn = (date: Day): readonly string[] =>
    defaultStrategies(overdue, { ...NO_EVENTS, payments: [paymentOn(date, 5_000)] }, UNTIL).map(({ name }) => name);
  expect(paidOn(UNTIL)).toContain("saved-up");
  expect(paidOn(addDays(UNTIL, 1))).not.toContain("saved-up");
});

describe("payments that end", () => {
  test("are not said not to cover the charges, and one sum is one sum", () => {
    const lump = way("lump", { streams: [once(1_000, addDays(AS_OF, 30))] });
    const row = waysOf(overdue, lump, way("all", { streams: [once(60_000, addDays(AS_OF, 9))] }));
    expect(findings(overdue, row)).toContainEqual(
      expect.objectContaining({ code: "not-cleared-when-payments-end", isSingle: true }),
    );
    expect(codes(overdue, row)).not.toContain("never-clear");
    expect(row[0]?.summary.clearedReason).toBe("not-within-horizon");
  });

  test("a few years of payments are not one", () => {
    const years = way("years", { streams: [{ ...everyDay(10), until: addDays(AS_OF, 800) }] });
    const row = waysOf(overdue, years, way("all", { streams: [everyDay(600)] }));
    expect(findings(overdue, row)).toContainEqual(
      expect.objectContaining({ code: "not-cleared-when-payments-end", isSingle: false }),
    );
  });

  test("what goes on and covers too little is said to", () => {
    const row = waysOf(overdue, way("little", { streams: [everyDay(30)] }), way("all", { streams: [everyDay(600)] }));
    expect(codes(overdue, row)).toContain("never-clear");
    expect(row[0]?.summary.clearedReason).toBe("payments-do-not-cover-charges");
  });
});

test("rows in the order of a figure: rising, those without one last, equal ones as they were", () => {
  const rows = waysOf(overdue, none, way("b", { streams: [everyDay(600)] }), way("a", { streams: [everyDay(600)] }));
  const names = (sorted: readonly Compared[]): readonly string[] => sorted.map(({ strategy }) => strategy.name);
  expect(names(sortedBy(rows, "cleared_on"))).toEqual(["b", "a", "none"]);
  expect(names(sortedBy(rows, "strategy"))).toEqual(["a", "b", "none"]);
  expect(names(sortedBy(rows, "paid"))).toEqual(["none", "b", "a"]);
});

test("without a credit record nothing is said of one", () => {
  const loan = { ...overdue, jurisdiction: "none" } as const;
  const rows = waysOf(loan, none);
  expect(rows[0]?.statusCode).toBeNull();
  expect(codes(loan, rows)).not.toContain("ways-overdue");
});
