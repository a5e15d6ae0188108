/** What a run does to the record, to limitation and to the cost: stories to be counted on a calendar. */

import { describe, expect, test } from "vitest";
import type { RunFinding } from "../../src/advice/findings.ts";
import { hardshipNotes } from "../../src/advice/hardship.ts";
import { answerFindings, backgroundFindings } from "../../src/advice/run-findings.ts";
import { runReport, type Summary, summarise } from "../../src/advice/run-report.ts";
import { addDays, addMonths, type Day, day, formatDay } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import type { LenderKind, Loan, Payment, PaymentStream } from "../../src/loan/loan.ts";
import { agreementOver, USUAL_NEW_LOAN } from "../../src/loan/offers.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { type DayCount, multipleOfContractRate, PRINCIPAL_FIRST, type Terms } from "../../src/loan/terms.ts";
import { AS_OF, everyDay, instalment, loanOf, overdue, paymentOn, yuan } from "../reference/sample-loans.ts";

function report(loan: Loan, events: Events = NO_EVENTS, days = 30): Summary {
  return summarise({ loan, events, until: addDays(loan.asOf, days), classification: "loan" });
}

function paying(...payments: readonly Payment[]): Events {
  return { ...NO_EVENTS, payments };
}

const text = (on: Day | null | undefined): string | null => (on ? formatDay(on) : null);

describe("the credit record", () => {
  test("its five years run from the day the arrears are paid, also where the loan goes on", () => {
    const loan = loanOf([instalment(day("2026-10-22"), 1_000), instalment(day("2028-10-22"), 1_000)]);
    const events = paying(paymentOn(day("2026-11-25"), 1_100), paymentOn(day("2028-10-22"), 2_000));
    const { credit, clearedOn } = report(loan, events, 365);
    expect([text(credit?.overdueEndedOn), text(credit?.deletableOn)]).toEqual(["2026-11-25", "2031-11-25"]);
    expect(text(clearedOn)).toBe("2028-10-22");
  });

  test("begins anew where a later instalment is missed: it is the last overdue that counts", () => {
    const loan = loanOf([instalment(day("2026-10-22"), 1_000), instalment(day("2027-03-22"), 1_000)]);
    // More than the second will ever be is paid nine days late.
    const events = paying(paymentOn(day("2026-11-25"), 1_000), paymentOn(day("2027-03-31"), 2_000));
    expect(text(report(loan, events).credit?.overdueEndedOn)).toBe("2027-03-31");
  });

  test("a loan that is never overdue has no record to delete, and nothing is said of one", async () => {
    const loan = loanOf([instalment(day("2027-03-22"), 1_000)]);
    const events = paying(paymentOn(day("2027-03-22"), 2_000));
    expect(report(loan, events).credit).toMatchObject({ overdueEndedOn: null, deletableOn: null, statusCode: 0 });
    expect(await codesOf(loan, events)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^record/)]));
  });

  test("with an agreement both days are told: from its own, if so reported, else from its end", async () => {
    const loan = loanOf([instalment(addDays(AS_OF, -90), 12_000)]);
    const events = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 12, {})], paysWhenDueFrom: AS_OF };
    const { credit, clearedOn } = report(loan, events);
    expect(text(clearedOn)).toBe("2027-11-22");
    expect([text(credit?.deletableOn), text(credit?.deletableAfterAgreementOn)]).toEqual(["2031-11-22", "2032-11-22"]);
    expect(await codesOf(loan, events)).toContain("record-kept-after-agreement");
  });

  test("there is none where a private person lends, and nothing is said of one", async () => {
    const loan = { ...loanOf([instalment(addDays(AS_OF, -400), 1_000)]), lender: "private" as const };
    expect(report(loan).credit).toBeNull();
    expect(await codesOf(loan, NO_EVENTS)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(record|overdue|not-overdue)/)]),
    );
    expect(report(loan).limitation).not.toBeNull();
  });

  test("the status code is that of the month's end, the class in months that of the day", () => {
    // 25 days overdue on 22 November, 33 on the 30th.
    const { credit } = report(loanOf([instalment(addDays(AS_OF, -25), 1_000)]), NO_EVENTS, 0);
    expect([credit?.statusCode, credit?.monthsOverdue]).toEqual([2, "M1"]);
    const paidInTime = paying(paymentOn(day("2026-11-29"), 2_000));
    expect(report(loanOf([instalment(addDays(AS_OF, -25), 1_000)]), paidInTime, 0).credit?.statusCode).toBe(0);
  });

  test("a loan that is lost when it is agreed stays lost for six months, also under a second agreement", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -400), 36_000)]);
    const agreed = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 36, {})], paysWhenDueFrom: AS_OF };
    const held = { daysOverdueAtEnd: 0, credit: { category: "loss", isCategoryHeld: true } };
    // 181 days from 2026-11-22 to 2027-05-22, with its sixth instalment.
    expect(report(loan, agreed, 1)).toMatchObject(held);
    expect(report(loan, agreed, 180)).toMatchObject(held);
    expect(report(loan, agreed, 181)).toMatchObject({ credit: { category: "special-mention" } });
    const again = { ...agreed, agreements: [...agreed.agreements, agreementOver(addDays(AS_OF, 40), 24, {})] };
    expect(report(loan, again, 41)).toMatchObject(held);
    expect(report(loan, again, 181)).toMatchObject(held);
  });

  test("arrears of 156 days that are paid, at once or in parts, leave the class until half a year was paid", () => {
    const due = Array.from({ length: 24 }, (_, month) => addMonths(day("2026-06-22"), month));
    const loan = loanOf(due.map((on) => instalment(on, 1_000)));
    const later = due.slice(6).map((on) => paymentOn(on, 1_100));
    const categoryAt = (payments: readonly Payment[], on: string): string | null | undefined =>
      report(loan, paying(...payments, ...later), day(on) - AS_OF).credit?.category;
    // Six instalments due from June to November; 155 days overdue on the 24th.
    const atOnce = [paymentOn(day("2026-11-25"), 6_800)];
    expect(categoryAt(atOnce, "2026-11-24")).toBe("substandard");
    expect(categoryAt(atOnce, "2026-11-25")).toBe("substandard");
    expect(categoryAt(atOnce, "2027-05-24")).toBe("substandard");
    expect(categoryAt(atOnce, "2027-05-25")).toBe("normal");
    // Of four instalments first: the fifth is 34 days overdue then.
    const inParts = [paymentOn(day("2026-11-25"), 4_700), paymentOn(day("2026-12-10"), 2_300)];
    expect(categoryAt(inParts, "2026-11-25")).toBe("substandard");
    expect(report(loan, paying(...inParts, ...later), 3)).toMatchObject({ daysOverdueAtEnd: 34 });
    expect(categoryAt(inParts, "2027-06-09")).toBe("substandard");
    expect(categoryAt(inParts, "2027-06-10")).toBe("normal");
  });

  test("an agreement finds the loan in the class that arrears paid before have left it", () => {
    const due = [addDays(AS_OF, -155), addMonths(AS_OF, 3), addMonths(AS_OF, 4)];
    const loan = loanOf(due.map((on) => instalment(on, 1_000)));
    const agreements = [agreementOver(addDays(AS_OF, 10), 12, {})];
    const events = { ...paying(paymentOn(addDays(AS_OF, 3), 1_200)), agreements, paysWhenDueFrom: addDays(AS_OF, 10) };
    expect(report(loan, events)).toMatchObject({ daysOverdueAtEnd: 0, credit: { category: "substandard" } });
  });

  test("after an agreement a bank watches the loan for a year: not normal, though nothing is overdue", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -90), 36_000)]);
    const events = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 36, {})], paysWhenDueFrom: AS_OF };
    expect(report(loan, events, 300)).toMatchObject({ daysOverdueAtEnd: 0, credit: { category: "special-mention" } });
    expect(report(loan, events, 366)).toMatchObject({ daysOverdueAtEnd: 0, credit: { category: "normal" } });
    expect(report({ ...loan, lender: "micro-loan" }, events).credit?.category).toBeNull();
  });
});

describe("limitation", () => {
  const ends = (loan: Loan, events: Events = NO_EVENTS): string | null =>
    text(report(loan, events).limitation?.endsOn ?? null);
  const twoYears = loanOf([instalment(addDays(AS_OF, -30), 1_000), instalment(day("2027-03-01"), 1_000)]);

  test("runs from the last due date, and a payment before it changes nothing", () => {
    expect(ends(twoYears)).toBe("2030-03-01");
    expect(ends(twoYears, paying(paymentOn(day("2026-12-01"), 100)))).toBe("2030-03-01");
  });

  test("a payment after it starts three years afresh", () => {
    const loan = loanOf([instalment(day("2025-05-10"), 1_000)]);
    expect(ends(loan)).toBe("2028-05-10");
    expect(ends(loan, paying(paymentOn(day("2026-12-01"), 100)))).toBe("2029-12-01");
    expect(ends({ ...loan, interruptions: [{ date: day("2026-02-03"), kind: "demand" }] })).toBe("2029-02-03");
    // The run ends on 2026-12-22: a demand of its last day counts, one of the day after does not yet.
    expect(ends({ ...loan, interruptions: [{ date: day("2026-12-22"), kind: "demand" }] })).toBe("2029-12-22");
    expect(ends({ ...loan, interruptions: [{ date: day("2026-12-23"), kind: "demand" }] })).toBe("2028-05-10");
  });

  test("a payment of which nothing is taken starts nothing", () => {
    const loan = loanOf([instalment(day("2025-05-10"), 100)], { rates: [{ from: null, rate: rate(0n, 1n, "year") }] });
    const later = {
      ...loan,
      charges: [{ date: day("2027-06-01"), amount: yuan(200), component: "fee", note: null }],
    } as const;
    // The second day of 50.00 clears it for now; the days after pay nothing, nor does what is sent on the 10th.
    expect(ends(later, { ...NO_EVENTS, streams: [everyDay(50)] })).toBe("2029-11-24");
    expect(ends(later, paying(paymentOn(day("2026-11-24"), 100), paymentOn(day("2026-12-10"), 30)))).toBe("2029-11-24");
  });

  test("of an agreement: from its own last due date", () => {
    const loan = loanOf([instalment(day("2025-05-10"), 12_000)]);
    const events = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 12, {})], paysWhenDueFrom: AS_OF };
    expect(ends(loan, events)).toBe("2030-11-22");
  });

  test("an agreement, a deferral or a new loan after it has run out starts nothing: whoever agrees is told", async () => {
    const loan = loanOf([instalment(day("2023-11-21"), 12_000)]);
    // It ran out on 2026-11-23: 2026-11-21 is a Saturday.
    const agreed = (date: Day) => ({ ...NO_EVENTS, agreements: [agreementOver(date, 12, {})], paysWhenDueFrom: date });
    const deferred = {
      ...NO_EVENTS,
      agreements: [{ kind: "deferral", date: addDays(AS_OF, 2), months: 3, rate: null }],
    } as const;
    for (const events of [agreed(addDays(AS_OF, 2)), deferred]) {
      expect(ends(loan, events)).toBe("2026-11-21");
      expect(ends({ ...loan, interruptions: [{ date: day("2024-02-01"), kind: "demand" }] }, events)).not.toBe(
        "2026-11-21",
      );
    }
    // Agreed on its last day, while it ran.
    expect(ends(loan, agreed(addDays(AS_OF, 1)))).toBe("2030-11-23");
    const old = loanOf([instalment(day("2020-05-10"), 12_000)]);
    const codes = await codesOf(old, agreed(AS_OF));
    expect(codes).toContain("limitation-run-out");
    expect(codes).not.toContain("ask-the-lender");
  });

  test("once it has run out nothing starts it afresh, and that it has is what is said", async () => {
    const loan = loanOf([instalment(day("2020-05-10"), 1_000)]);
    const events = paying(paymentOn(day("2026-12-01"), 100));
    expect(ends(loan, events)).toBe("2023-05-10");
    const codes = await codesOf(loan, events);
    expect(codes).toContain("limitation-run-out");
    expect(codes).not.toContain("limitation");
    // To ask for instalments could then give up the defence.
    expect(codes).not.toContain("ask-the-lender");
    // The lawyer comes before what to pay, and before all is paid.
    expect(codes.indexOf("limitation-run-out")).toBeLessThan(codes.indexOf("break-even"));
    expect(await codesOf(loan, paying(paymentOn(day("2026-12-01"), 9_000)))).toContain("limitation-run-out");
    // A demand while it still ran.
    const demanded = { ...loan, interruptions: [{ date: day("2023-05-10"), kind: "demand" }] } as const;
    expect(ends(demanded, events)).toBe("2026-05-10");
  });

  test("after a suit is said with its day, since the proceedings may last", async () => {
    const interruptions = [{ date: day("2026-05-01"), kind: "suit" }] as const;
    const sued = { ...loanOf([instalment(day("2025-10-01"), 1_000)]), interruptions };
    const findings = await findingsOf(sued, paying(paymentOn(day("2026-12-01"), 100)));
    expect(findings).toContainEqual({
      code: "limitation-after-suit",
      tone: "plain",
      suedOn: day("2026-05-01"),
      endsOn: day("2029-12-01"),
    });
    expect(findings.map(({ code }) => code)).not.toContain("limitation");
  });
});

test("where no law is named, none is spoken of", async () => {
  const loan = { ...loanOf([instalment(addDays(AS_OF, -90), 1_000)]), jurisdiction: "none" } as const;
  expect(report(loan)).toMatchObject({ credit: null, limitation: null, costLines: [] });
  const codes = await codesOf(loan, NO_EVENTS);
  expect(codes.filter((code) => /record|overdue|limitation|line/.test(code))).toEqual([]);
  for (const one of [loan, { ...loan, instalments: [instalment(AS_OF, 1_000)] }])
    expect(hardshipNotes(one, report(one))).toEqual(["living-first", "hardship-channel"]);
});

test("a card meets no line of 24 %", () => {
  const loan = loanOf([instalment(addDays(AS_OF, -90), 1_000)]);
  const figures = summarise({ loan, events: NO_EVENTS, until: addDays(AS_OF, 30), classification: "card" });
  expect(figures.costLines).toEqual([]);
  expect(report(loan).costLines.map(({ name }) => name)).toEqual(["judicial-24"]);
});

describe("a loan was made at the latest on its first due date", () => {
  /** 50,000 at 36 % a year bears 50,000 × 0.1 % × 1.5 = 75.00 a night, 2,250.00 in 30 days. */
  const owing = (due: string, lender: LenderKind): Loan => ({
    ...loanOf([instalment(day(due), 50_000)], { rates: [{ from: null, rate: rate(36n, 100n, "year") }] }),
    lender,
  });
  const linesSaid = (loan: Loan) =>
    report(loan).costLines.map(({ name, yearlyRate, above, lprDay }) => [
      name,
      yearlyRate,
      above,
      text(lprDay?.day),
      lprDay?.of,
    ]);

  test("so that a private one of 2022 is held against the LPR of then: 4 × 3.65 % of 50,000.00 in 30 days is 600.00", () => {
    expect(linesSaid(owing("2022-10-21", "private"))).toEqual([
      ["private-4-lpr", 0.146, yuan(1_650), "2022-10-21", "unknown"],
    ]);
  });

  test("and one due before 2020-08-20 against that of the suit: 4 × 3.35 % is 550.68", () => {
    const sued = { date: day("2024-09-01"), kind: "suit" } as const;
    const demanded = { date: day("2022-05-01"), kind: "demand" } as const;
    expect(linesSaid({ ...owing("2020-06-15", "private"), interruptions: [demanded, sued] })).toEqual([
      ["private-4-lpr", 0.134, yuan(1_699.32), "2024-09-01", "suit"],
    ]);
  });

  test("and guidance for new micro-loans, of 2025-12-19, is none for one due the day before", () => {
    const names = (due: string) => report(owing(due, "micro-loan")).costLines.map(({ name }) => name);
    expect(names("2025-12-18")).toEqual(["judicial-24"]);
    expect(names("2025-12-19")).toEqual(["judicial-24", "micro-loan-24"]);
  });
});

test("that a private loan without interest does not grow is not all: the LPR is granted to who asks for it", async () => {
  const free = { rates: [{ from: null, rate: rate(0n, 1n, "year") }] };
  const granted = async (terms: Partial<Terms>, lender: LenderKind) => {
    const loan = { ...loanOf([instalment(addDays(AS_OF, -20), 10_000)], { ...free, ...terms }), lender };
    const findings = answerFindings({
      loan,
      product: LOAN,
      events: NO_EVENTS,
      report: await reportOf(loan, NO_EVENTS),
    });
    return findings.flatMap((finding) => (finding.code === "break-even-nothing" ? finding.isLprGranted : []));
  };
  expect(await granted({}, "private")).toEqual([true]);
  expect(await granted({}, "bank")).toEqual([false]);
  const ofItsOwn = { kind: "rate", rate: rate(0n, 1n, "year") } as const;
  expect(await granted({ penalty: [{ fromDaysOverdue: 1, penalty: ofItsOwn }] }, "private")).toEqual([false]);
});

describe("a debt that needs no payment", () => {
  /** 10,000.00 with charges of 5,000.00, and 7.50 more each night. */
  const owing = { ...instalment(addDays(AS_OF, -60), 10_000), penalty: yuan(5_000) };
  const loan = loanOf([owing]);
  const said = async (asked: Loan, events: Events): Promise<readonly RunFinding[]> => {
    const report = await reportOf(asked, events);
    const findings = answerFindings({ loan: asked, product: LOAN, events, report });
    return findings.filter(({ code }) => code.startsWith("break-even"));
  };

  test("only for what is waived of it is no debt that does not grow by itself", async () => {
    const waives = { kind: "share", share: fraction(1n, 1n) } as const;
    const waived = { ...loan, waivers: [{ date: addDays(AS_OF, 1), of: "charges" as const, waives }] };
    const [nothing] = await said(waived, NO_EVENTS);
    // After 667 nights 5,000.00 has grown anew; it is looked at for a year.
    const looked = { cycle: { kind: "days", days: 1 }, until: addMonths(AS_OF, 12) };
    expect(nothing).toMatchObject({ code: "break-even-nothing", waived: looked });
  });

  test("because a proposal settles it at once grows until that is agreed: of no payment is said that it is enough", async () => {
    const settlement = { kind: "settlement", date: AS_OF, unearned: "keep" } as const;
    const pays = { kind: "share", share: fraction(1n, 2n) } as const;
    expect(await said(loan, { ...NO_EVENTS, agreements: [{ ...settlement, pays }] })).toEqual([]);
  });
});

describe("a run in which one line takes another's place", () => {
  /** 50,000.00 at 36 % a year of 365 days, from its due date on. */
  const owing = (due: string, lender: LenderKind): Loan => ({
    ...loanOf([instalment(day(due), 50_000)], {
      rates: [{ from: null, rate: rate(36n, 100n, "year") }],
      penalty: multipleOfContractRate(fraction(1n, 1n)),
      dayCount: "actual/365",
    }),
    asOf: day(due),
    lender,
  });
  const linesOver = (loan: Loan, days: number) =>
    report(loan, NO_EVENTS, days).costLines.map((line) => [
      line.yearlyRate,
      line.above,
      text(line.from),
      text(line.until),
    ]);

  test("is held against each for its own days: 12 % of 50,000.00 in 10 nights, 36 % less 4 × 3.00 % in 2,263", () => {
    const overTheBorder = owing("2020-08-10", "private");
    expect(linesOver(overTheBorder, 10 + 2_263)).toEqual([
      [0.24, yuan(164.38), null, "2020-08-19"],
      [0.12, yuan(74_400), "2020-08-20", null],
    ]);
  });

  test("and before the border, or behind it, against the one", () => {
    expect(linesOver(owing("2020-08-10", "private"), 9)).toEqual([[0.24, yuan(147.95), null, null]]);
    // 4 × 3.85 % as at `asOf`, whatever the LPR is at the end.
    expect(linesOver(owing("2020-08-20", "private"), 2_263)).toEqual([[0.154, yuan(63_860), null, null]]);
  });

  test("a licensed lender's of before the line of 2017 against that line, where the run goes on so long", () => {
    expect(linesOver(owing("2016-08-04", "bank"), 30)).toEqual([]);
    expect(linesOver(owing("2016-08-04", "bank"), 365)).toEqual([[0.24, yuan(6_000), null, null]]);
  });
});

test("a private contract that ended before 2020-08-20 is held against the 24 % of its time, one of later against four times the LPR", async () => {
  const aboveLine = async (paidOutOn: string, jurisdiction: Loan["jurisdiction"] = "cn") => {
    const paidOut = day(paidOutOn);
    const due = addMonths(paidOut, 12);
    const flows = { received: yuan(10_000), paidOutOn: paidOut, payments: [{ date: due, amount: yuan(12_000) }] };
    const owed = loanOf([instalment(due, 10_000)]);
    const loan = { ...owed, agreedFlows: flows, lender: "private", jurisdiction } as const;
    const findings = backgroundFindings({ loan, product: LOAN, report: await reportOf(loan, NO_EVENTS) }, true);
    return findings.flatMap((finding) => (finding.code === "effective-rate" ? finding.aboveLine : []));
  };
  // 18.37 % a year, month by month.
  expect(await aboveLine("2019-01-10")).toEqual([null]);
  expect(await aboveLine("2020-08-19")).toEqual([null]);
  // 4 × 3.85 %.
  expect(await aboveLine("2020-08-20")).toEqual([0.154]);
  expect(await aboveLine("2020-08-20", "none")).toEqual([null]);
});

test("that nothing lies above a line is said of what courts look at, once", async () => {
  // At 10 % a year nothing lies above 24 %.
  const terms = { rates: [{ from: null, rate: rate(1n, 10n, "year") }] };
  const loan = { ...loanOf([instalment(addDays(AS_OF, -20), 10_000)], terms), lender: "micro-loan" as const };
  const said = backgroundFindings({ loan, product: LOAN, report: await reportOf(loan, NO_EVENTS) }, true).map(
    ({ code }) => code,
  );
  expect(said.filter((code) => code === "within-cost-line")).toHaveLength(1);
});

describe("the yearly cost of interest fixed in advance", () => {
  /** 12,000 over a year, flat at 3 % a month: 1,000.00 and 360.00 a month, the first due a month after `asOf`. */
  const flat = loanOf(
    Array.from({ length: 12 }, (_, index) => instalment(addMonths(AS_OF, index + 1), 1_000, { interest: yuan(360) })),
    { interest: "scheduled" },
  );

  test("is that of the days gone by: 360.00 in 30 days on 12,000.00 is 36.5 % a year, 123.29 above 24 %", () => {
    const figures = report(flat);
    expect(figures.chargesEarned).toBe(yuan(360));
    expect(figures.yearlyCost).toBe(0.365);
    expect(figures.costLines).toEqual([
      { name: "judicial-24", lprDay: null, yearlyRate: 0.24, above: yuan(123.29), from: null, until: null },
    ]);
  });

  test("what is owed says apart what lies ahead", () => {
    expect(report(flat).owed).toMatchObject({ total: yuan(16_320), principal: yuan(12_000), unearned: yuan(4_320) });
  });
});

describe("what is said", () => {
  const loan = overdue;

  test("begins with what is owed, then whether this helps, then the least that stops the growth", async () => {
    const codes = await codesOf(loan, { ...NO_EVENTS, streams: [everyDay(30)] });
    expect(codes.slice(0, 2)).toEqual(["owed-now", "debt-grows"]);
    expect(codes).toContain("break-even");
    expect(codes).toContain("never-cleared");
  });

  test("the least that stops the growth has its day where months or years are not alike", async () => {
    const untilOf = async (dayCount: DayCount, stream: PaymentStream): Promise<Day | null | undefined> => {
      const terms = { ...loan.terms, dayCount };
      const findings = await findingsOf({ ...loan, terms }, { ...NO_EVENTS, streams: [stream] });
      return findings.find((finding) => finding.code === "break-even")?.until;
    };
    const everyMonth: PaymentStream = { ...everyDay(1_200), cycle: { kind: "month", dayOfMonth: 22 } };
    const aYearOn = addMonths(AS_OF, 12);
    expect(await untilOf("actual/360", everyDay(40))).toBeNull();
    expect(await untilOf("actual/360", everyMonth)).toBe(aYearOn);
    // A night of a leap year bears less than one of the next.
    expect(await untilOf("actual/actual", everyDay(40))).toBe(aYearOn);
  });

  test.each([
    // 50,000.00 bears 37.50 a day: of 50.00 a quarter lowers the debt, of 42.00 more than a tenth, of 41.00 less.
    [50, "debt-shrinks"],
    [42, "debt-shrinks"],
    [41, "debt-hardly-shrinks"],
    [37.51, "debt-hardly-shrinks"],
    [37.5, "debt-stands-still"],
  ])("of %d a day: %s", async (daily, expected) => {
    const due = loanOf([instalment(AS_OF, 50_000)]);
    const [, answer] = await findingsOf(due, { ...NO_EVENTS, streams: [everyDay(daily)] });
    expect(answer?.code).toBe(expected);
    // A report takes the first that is no plain sentence for its headline: the answer, and not the day decades later.
    expect(answer?.tone).toBe(expected === "debt-shrinks" ? "good" : "bad");
  });

  describe("of payments of each week, where 30 days end two after the fourth", () => {
    const fourth = addDays(AS_OF, 28);
    const answerTo = async (weekly: number): Promise<RunFinding | undefined> => {
      const stream: PaymentStream = { ...everyDay(weekly), cycle: { kind: "days", days: 7 }, from: addDays(AS_OF, 7) };
      return (await findingsOf(loan, { ...NO_EVENTS, streams: [stream] }))[1];
    };

    // 262.50 a week is what accrues. Two nights are 75.00.
    test.each([
      ["280.00 lower it by 4 × 17.50, which is outgrown at the end", 280, "debt-hardly-shrinks", 53_305],
      ["350.00 lower it by 4 × 87.50, of which 275.00 are left at the end", 350, "debt-shrinks", 53_100],
      ["262.51 lower it by 4 fen and do not clear it in a century", 262.51, "debt-shrinks-for-now", 53_374.96],
      ["262.50 leave it as it is", 262.5, "debt-stands-still", 53_375],
      ["262.00 are too little: it grows", 262, "debt-grows", 53_452],
    ])("%s", async (_name, weekly, code, after) => {
      const to = code === "debt-grows" || code === "debt-shrinks" ? addDays(AS_OF, 30) : fourth;
      expect(await answerTo(weekly)).toMatchObject({ code, to, before: yuan(53_375), after: yuan(after) });
    });
  });

  describe("of payments of each month, where 30 days end a day before the first", () => {
    // From 22 December to 22 January 31 × 37.50, 1,162.50, come.
    const december = { ...loan, asOf: day("2026-12-22") };
    const answerTo = async (events: Partial<Events>): Promise<RunFinding | undefined> =>
      (await findingsOf(december, { ...NO_EVENTS, ...events }))[1];
    const monthly = (amount: number, dayOfMonth = 22): PaymentStream => ({
      ...everyDay(amount),
      cycle: { kind: "month", dayOfMonth },
    });
    const before = { to: day("2027-01-21"), paid: 0, after: yuan(54_500), code: "debt-grows" };

    test.each([
      ["1,500.00 lower it by 337.50", 1_500, "debt-shrinks", 53_037.5],
      ["1,200.00 by 37.50", 1_200, "debt-hardly-shrinks", 53_337.5],
      ["1,000.00 do not", 1_000, "debt-grows", 53_537.5],
    ])("%s", async (_name, amount, code, after) => {
      const to = day("2027-01-22");
      expect(await answerTo({ streams: [monthly(amount)] })).toMatchObject({ code, to, after: yuan(after) });
    });

    test("what is owed before one sum, or before payments that begin later, is not said to be of paying nothing", async () => {
      expect(await answerTo({ payments: [paymentOn(day("2027-01-25"), 20_000)] })).toMatchObject({
        ...before,
        isPaidLater: true,
      });
      const later = { ...monthly(1_500), from: day("2027-03-01") };
      expect(await answerTo({ streams: [later] })).toMatchObject({ ...before, isPaidLater: true });
      expect(await answerTo({})).toMatchObject({ ...before, isPaidLater: false });
    });

    test("a first payment after three days is not taken for a whole month", async () => {
      const events = { ...NO_EVENTS, streams: [monthly(1_500, 25)] };
      const report = await reportOf(december, events, 1);
      const [, answer] = answerFindings({ loan: december, product: LOAN, events, report });
      expect(answer).toMatchObject({ code: "debt-grows", to: day("2026-12-23"), isPaidLater: true });
    });
  });

  test("far more than is owed, of which nobody takes the rest, helps: it clears the debt", async () => {
    const payments = [paymentOn(addDays(AS_OF, 10), 60_000)];
    const [, answer] = await findingsOf(loanOf([instalment(AS_OF, 100)]), { ...NO_EVENTS, payments });
    expect(answer?.code).toBe("debt-shrinks");
  });

  test("what falls away as all is called due is not waived by the lender", async () => {
    const ahead = [
      instalment(addDays(AS_OF, -20), 1_000, { interest: yuan(50) }),
      instalment(addDays(AS_OF, 40), 1_000, { interest: yuan(300) }),
    ];
    const called = { ...loanOf(ahead, { interest: "scheduled" }), accelerateOn: addDays(AS_OF, 2) };
    const change = async (one: Loan, events = NO_EVENTS) =>
      (await findingsOf(one, events)).find((finding) => finding.code === "principal-change");
    // Of 300.00 for 60 days, 22 of these are over.
    expect(await change(called)).toMatchObject({ waived: 0, unearnedLeftOut: yuan(190) });
    const waiver = { date: addDays(AS_OF, 3), of: "penalty", waives: { kind: "amount", amount: yuan(1) } } as const;
    const waivedToo = await change({ ...called, waivers: [waiver] });
    expect(waivedToo).toMatchObject({ waived: yuan(1), unearnedLeftOut: yuan(190) });
    const agreed = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 12, {})], paysWhenDueFrom: AS_OF };
    expect(await change({ ...called, accelerateOn: null }, agreed)).toMatchObject({ waived: 0, madePrincipal: 0 });
  });

  test("charges that a new loan takes over, and its fee, are said to become its principal", async () => {
    const newLoan = { kind: "refinancing", date: AS_OF, ...USUAL_NEW_LOAN, feeShare: fraction(3n, 100n) } as const;
    const events = { ...NO_EVENTS, agreements: [newLoan], paysWhenDueFrom: AS_OF };
    const late = loanOf([instalment(addDays(AS_OF, -20), 1_000, { penalty: yuan(100) })]);
    const change = (await findingsOf(late, events)).find((finding) => finding.code === "principal-change");
    // 3 % of 1,100.00 is 33.00.
    expect(change).toMatchObject({ before: yuan(1_000), madePrincipal: yuan(133) });
  });

  test("payments that end are not said not to cover the charges", async () => {
    const stream = { ...everyDay(60), until: addDays(AS_OF, 10) };
    const codes = await codesOf(loan, { ...NO_EVENTS, streams: [stream] });
    expect(codes).toContain("not-cleared-by-payments");
    expect(codes).not.toContain("never-cleared");
  });

  test("what is paid on a backlog that bears no charge helps, though not at first", async () => {
    // Six missed instalments bear 22.50 a day; at 20 a day the penalty grows until the interest under way is paid off.
    const missed = Array.from({ length: 6 }, (_, index) =>
      instalment(addMonths(day("2026-05-22"), index), 5_000, { interest: yuan(300 - 50 * index) }),
    );
    const backlog = loanOf(missed, { compound: "none" });
    const codes = await codesOf(backlog, { ...NO_EVENTS, streams: [everyDay(20)] });
    expect(codes).toContain("debt-grows-at-first");
    expect(codes).toContain("cleared");
    expect(codes).not.toContain("debt-grows");
  });

  describe("of 100.00 a month on 1,000.00 that bears nothing, with a fee of 500.00 to come on 1 March", () => {
    const nothing = { rates: [{ from: null, rate: rate(0n, 1n, "day") }] } as const;
    const fee = { date: day("2027-03-01"), amount: yuan(500), component: "fee", note: null } as const;
    const owing = { ...loanOf([instalment(AS_OF, 1_000)], nothing), charges: [fee] };
    const monthly: PaymentStream = { ...everyDay(100), cycle: { kind: "month", dayOfMonth: 22 } };
    const finding = async <Code extends RunFinding["code"]>(code: Code, events: Events) =>
      (await findingsOf(owing, events)).find((one) => one.code === code);

    test("it helps only at first: 900.00 after a month, 700.00 + 500.00 - 100.00 on 22 March", async () => {
      const events = { ...NO_EVENTS, streams: [monthly] };
      expect(await finding("debt-shrinks-at-first", events)).toMatchObject({
        before: yuan(1_000),
        after: yuan(900),
        peak: { on: day("2027-03-22"), owed: yuan(1_100) },
      });
      // 1,000.00 + 500.00 less four payments: a quarter of the fee each.
      expect(await finding("break-even", events)).toMatchObject({ amount: yuan(125), isForAWhile: true });
    });

    test("it helps where as much is paid as never leaves more owed, and where the rest is paid at once", async () => {
      const enough = { ...monthly, amounts: [yuan(125)] };
      expect(await finding("debt-shrinks", { ...NO_EVENTS, streams: [enough] })).toBeDefined();
      expect(await finding("break-even", { ...NO_EVENTS, streams: [enough] })).toMatchObject({
        isForAWhile: false,
        isBesideSingle: false,
      });
      // 300.00 beside it: 700.00 - 300.00 + 500.00 - 100.00 is 800.00 on 22 March.
      const beside = { ...NO_EVENTS, streams: [monthly], payments: [paymentOn(day("2026-12-01"), 300)] };
      expect(await finding("debt-shrinks", beside)).toBeDefined();
      expect(await finding("break-even", beside)).toMatchObject({
        amount: yuan(125),
        isForAWhile: true,
        isBesideSingle: true,
      });
    });
  });

  test("from which day overdue on the principal comes first, where the run comes to it and something is paid", async () => {
    const terms = loan.terms;
    const turn = { daysOverdue: 91, order: terms.order.toReversed(), by: "component" } as const;
    const turning = { ...loan, terms: { ...terms, orderAfter: [turn] } };
    const said = (one: Loan, events: Events) => codesOf(one, events);
    expect(await said(turning, { ...NO_EVENTS, streams: [everyDay(30)] })).toContain("principal-first-from");
    expect(await said(turning, NO_EVENTS)).not.toContain("principal-first-from");
    const early = { ...turning, instalments: [instalment(addDays(AS_OF, -60), 50_000)] };
    // 90 days overdue at the end.
    expect(await said(early, { ...NO_EVENTS, streams: [everyDay(30)] })).not.toContain("principal-first-from");
  });

  test.each([
    // Due on the 22nd, with three days of grace: paid on the 25th it is within them, a day later it is not.
    ["2026-11-25", 3],
    ["2026-11-26", null],
  ])("of what is paid on %s within the grace a lender may report nothing", async (date, graceDays) => {
    const card = loanOf([instalment(AS_OF, 1_000)], { grace: { days: 3, kind: "waive" } });
    const findings = await findingsOf(card, paying(paymentOn(day(date), 2_000)));
    expect(findings.find(({ code }) => code === "record-kept")).toMatchObject({ graceDays });
  });

  test("a proposal is to be asked for, whatever else is not", async () => {
    const agreed = { ...NO_EVENTS, agreements: [agreementOver(AS_OF, 12, {})], paysWhenDueFrom: AS_OF };
    expect(await findingsOf(loan, agreed)).toContainEqual(expect.objectContaining({ isProposed: true }));
    expect(await findingsOf(loan, NO_EVENTS)).toContainEqual(expect.objectContaining({ isProposed: false }));
  });

  test("an agreement that comes after the debt is gone changes nothing", async () => {
    const [paidOn, agreedOn] = [addDays(AS_OF, 3), addMonths(AS_OF, 2)];
    const late = { agreements: [agreementOver(agreedOn, 12, {})], paysWhenDueFrom: agreedOn };
    const findings = await findingsOf(loan, { ...paying(paymentOn(paidOn, 90_000)), ...late });
    const said = { code: "agreement-after-cleared", tone: "bad", date: agreedOn, clearedOn: paidOn };
    expect(findings).toContainEqual(said);
    expect(findings.map(({ code }) => code)).not.toContain("only-a-proposal");
  });

  test("overdue on a day, and no more by the end of its month", async () => {
    const paid = paying(paymentOn(day("2026-11-29"), 90_000));
    const report = await reportOf(loan, paid, 0);
    const findings = answerFindings({ loan, product: LOAN, events: paid, report });
    const standing = { code: "overdue", on: AS_OF, days: 90, statusCode: 0, codeDays: null };
    expect(findings).toContainEqual(expect.objectContaining(standing));
  });

  test("where only charges are owed nothing is said of a principal, and that charges go on only where they do", async () => {
    const onlyFee = loanOf([instalment(AS_OF, 0, { fee: yuan(500) })]);
    const findings = answerFindings({
      loan: onlyFee,
      product: LOAN,
      events: NO_EVENTS,
      report: await reportOf(onlyFee, NO_EVENTS),
    });
    expect(findings.map(({ code }) => code)).not.toContain("principal-never-falls");
    const waives = { kind: "amount", amount: yuan(100) } as const;
    const waived: Loan = { ...loan, waivers: [{ date: addDays(AS_OF, 5), of: "principal", waives }] };
    expect(await codesOf(waived, NO_EVENTS)).toContain("principal-falls-by-waiver");
    expect(await codesOf(waived, NO_EVENTS)).not.toContain("principal-never-falls");
    // 3,375.00 and the penalty of five days, and the rest is waived of the principal.
    const most: Loan = {
      ...loan,
      waivers: [{ date: addDays(AS_OF, 5), of: "all", waives: { ...waives, amount: yuan(5_000) } }],
    };
    expect(await codesOf(most, NO_EVENTS)).toContain("principal-falls-by-waiver");
    expect(findings).toContainEqual(expect.objectContaining({ code: "not-cleared-by-payments", isGrowing: false }));
    const growing = answerFindings({ loan, product: LOAN, events: NO_EVENTS, report: await reportOf(loan, NO_EVENTS) });
    expect(growing).toContainEqual(expect.objectContaining({ code: "not-cleared-by-payments", isGrowing: true }));
  });

  test("the other order only where something is paid and the order is assumed; late fees that are not known", async () => {
    const question = {
      loan,
      events: NO_EVENTS,
      until: addDays(AS_OF, 30),
      classification: "loan",
      orderGiven: false,
    } as const;
    expect((await runReport(question)).otherOrder()).toBeNull();
    const paid = await runReport({ ...question, events: { ...NO_EVENTS, streams: [everyDay(50)] } });
    expect(paid.otherOrder()).toMatchObject({ order: PRINCIPAL_FIRST, by: "component" });
    expect(backgroundFindings({ loan, product: LOAN, report: paid }, false)).toContainEqual(
      expect.objectContaining({ lateFees: "unknown" }),
    );
  });
});

const LOAN = { classification: "loan" } as const;

async function codesOf(loan: Loan, events: Events): Promise<readonly string[]> {
  return (await findingsOf(loan, events)).map(({ code }) => code);
}

async function findingsOf(loan: Loan, events: Events): Promise<readonly RunFinding[]> {
  return answerFindings({ loan, product: LOAN, events, report: await reportOf(loan, events) });
}

function reportOf(loan: Loan, events: Events, days = 30): ReturnType<typeof runReport> {
  return runReport({ loan, events, until: addDays(loan.asOf, days), classification: "loan", orderGiven: true });
}
