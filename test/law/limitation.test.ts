/** Limitation: stories that can be counted on a calendar, and what no event may do. */

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  LIMITATION_EVENTS,
  type LimitationEvent,
  type LimitationEventKind,
  limitationEnds,
  limitationRanOutOn,
  limitationYears,
} from "../../src/law/limitation.ts";
import { addDays, addMonths, day, formatDay } from "../../src/loan/day.ts";

type Told = readonly [date: string, kind: LimitationEventKind];
type Expected = readonly [endsOn: string, restartedBy: string | null];

test.each<[string, string, readonly Told[], Expected]>([
  ["nothing happened since the last due date", "2023-05-10", [], ["2026-05-10", null]],
  [
    "a payment while instalments lie ahead changes nothing",
    "2027-03-01",
    [["2026-11-22", "payment"]],
    ["2030-03-01", null],
  ],
  ["a payment on the last due date changes nothing", "2027-03-01", [["2027-03-01", "payment"]], ["2030-03-01", null]],
  ["a payment after it starts them afresh", "2023-05-10", [["2024-01-31", "payment"]], ["2027-01-31", "payment"]],
  [
    "the last of several, told in any order",
    "2023-05-10",
    [
      ["2025-08-01", "demand"],
      ["2024-01-31", "payment"],
      ["2024-06-15", "promise"],
    ],
    ["2028-08-01", "demand"],
  ],
  ["a suit on the last day is in time", "2023-05-10", [["2026-05-10", "suit"]], ["2029-05-10", "suit"]],
  [
    "so is a payment of the Monday after a last day that is a Sunday",
    "2023-05-10",
    [["2026-05-11", "payment"]],
    ["2029-05-11", "payment"],
  ],
  ["and after a Saturday", "2023-05-09", [["2026-05-11", "payment"]], ["2029-05-11", "payment"]],
  ["a payment of the Tuesday is not", "2023-05-10", [["2026-05-12", "payment"]], ["2026-05-10", null]],
  ["after a Friday one of the next day is not", "2023-05-08", [["2026-05-09", "payment"]], ["2026-05-08", null]],
  [
    "a demand years after a suit is in time: its proceedings may have lasted",
    "2018-05-10",
    [
      ["2020-02-01", "suit"],
      ["2024-06-03", "demand"],
    ],
    ["2027-06-03", "demand"],
  ],
  [
    "a suit before the last due date makes none end earlier",
    "2018-05-10",
    [["2017-02-01", "suit"]],
    ["2021-05-10", null],
  ],
  [
    "events reach from one to the next",
    "2018-05-10",
    [
      ["2021-05-01", "demand"],
      ["2024-04-30", "debit"],
    ],
    ["2027-04-30", "debit"],
  ],
  [
    "the first gap of more than three years ends it for good",
    "2018-05-10",
    [
      ["2019-02-01", "payment"],
      ["2022-02-02", "payment"],
      ["2022-03-01", "demand"],
    ],
    ["2022-02-01", "payment"],
  ],
  ["two years had ended the day before three were introduced", "2015-09-30", [], ["2017-09-30", null]],
  ["two years were running on the day three were introduced", "2015-10-01", [], ["2018-10-01", null]],
  ["a demand after the two years is too late", "2015-06-01", [["2017-06-02", "demand"]], ["2017-06-01", null]],
  ["a payment within the two years starts three", "2015-06-01", [["2016-01-01", "payment"]], ["2019-01-01", "payment"]],
  ["two years, started afresh within two, ended", "2012-01-10", [["2013-12-01", "debit"]], ["2015-12-01", "debit"]],
  ["a month without the day ends on its last", "2024-02-29", [], ["2027-02-28", null]],
])("%s", (_, lastDue, told, [endsOn, restartedBy]) => {
  const events = told.map(([date, kind]) => ({ date: day(date), kind }));
  const limitation = limitationEnds({ lastDue: day(lastDue), events });
  expect(formatDay(limitation.endsOn)).toBe(endsOn);
  expect(limitation.restartedBy?.kind ?? null).toBe(restartedBy);
});

test("how long it was follows from the day it ended on", () => {
  expect([day("2017-09-30"), day("2018-10-01")].map(limitationYears)).toEqual([2, 3]);
});

test.each<[string, string, readonly Told[], string, string | null]>([
  ["on the last day they run", "2023-05-08", [], "2026-05-08", null],
  ["the day after they ended", "2023-05-08", [], "2026-05-09", "2026-05-08"],
  ["a last day on a Sunday runs on to the Monday", "2023-05-10", [], "2026-05-11", null],
  ["and ended with it", "2023-05-10", [], "2026-05-12", "2026-05-11"],
  ["after a suit nobody can tell that they ended", "2018-05-10", [["2020-02-01", "suit"]], "2026-11-30", null],
  [
    "nor after what followed it",
    "2018-05-10",
    [
      ["2019-02-01", "suit"],
      ["2020-02-01", "demand"],
    ],
    "2026-11-30",
    null,
  ],
  ["but where it came too late", "2018-05-10", [["2021-05-11", "suit"]], "2026-11-30", "2021-05-10"],
])("%s", (_, lastDue, told, on, endedOn) => {
  const events = told.map(([date, kind]) => ({ date: day(date), kind }));
  const found = limitationRanOutOn(limitationEnds({ lastDue: day(lastDue), events }), day(on));
  expect(found === null ? null : formatDay(found)).toBe(endedOn);
});

const START = day("2015-01-01");
const aDay = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays(START, days));
const anEvent: fc.Arbitrary<LimitationEvent> = fc.record({ date: aDay, kind: fc.constantFrom(...LIMITATION_EVENTS) });
const someEvents = fc.array(anEvent, { maxLength: 8 });

test("no further event makes it end earlier", () => {
  fc.assert(
    fc.property(aDay, someEvents, anEvent, (lastDue, events, further) => {
      const before = limitationEnds({ lastDue, events }).endsOn;
      expect(limitationEnds({ lastDue, events: [...events, further] }).endsOn).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("a later last due date never makes it end earlier", () => {
  fc.assert(
    fc.property(aDay, fc.nat(2_000), someEvents, (lastDue, days, events) => {
      const before = limitationEnds({ lastDue, events }).endsOn;
      expect(limitationEnds({ lastDue: addDays(lastDue, days), events }).endsOn).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("an event after the end changes nothing", () => {
  fc.assert(
    fc.property(aDay, someEvents, fc.integer({ min: 3, max: 3_000 }), (lastDue, events, days) => {
      const withoutSuits = events.filter(({ kind }) => kind !== "suit");
      const before = limitationEnds({ lastDue, events: withoutSuits });
      const late = { date: addDays(before.endsOn, days), kind: "payment" } as const;
      expect(limitationEnds({ lastDue, events: [...withoutSuits, late] })).toEqual(before);
    }),
  );
});

test("the order in which events are told does not matter", () => {
  fc.assert(
    fc.property(aDay, someEvents, (lastDue, events) => {
      const { endsOn } = limitationEnds({ lastDue, events });
      expect(limitationEnds({ lastDue, events: events.toReversed() }).endsOn).toBe(endsOn);
    }),
  );
});

test("it ends so many years after the last due date or after the event it names, whichever is later", () => {
  fc.assert(
    fc.property(aDay, someEvents, (lastDue, events) => {
      const { endsOn, restartedBy } = limitationEnds({ lastDue, events });
      expect(endsOn).toBe(addMonths(restartedBy?.date ?? lastDue, 12 * limitationYears(endsOn)));
      expect(restartedBy === null || restartedBy.date > lastDue).toBe(true);
    }),
  );
});
