/** Calendar files, read back by an iCalendar parser that is not ours. */

import { Buffer } from "node:buffer";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type AgreementPlan, agreementPlan, amountOf } from "../../src/advice/agreement-plan.ts";
import { agreementCalendar } from "../../src/cli/commands/agreement-schedule.ts";
import { addDays, type Day, day, formatDay } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { rate } from "../../src/loan/rate.ts";
import * as english from "../../src/messages/en/letter.ts";
import type { LetterWords } from "../../src/messages/words.ts";
import * as chinese from "../../src/messages/zh/letter.ts";
import { type CalendarEntry, calendarText } from "../../src/output/calendar.ts";
import { AS_OF, agreementOf, instalment, loanOf, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";
import { joined } from "./pages.ts";

const STAMP = day("2026-11-22");

function entry(parts: Partial<CalendarEntry> = {}): CalendarEntry {
  return { day: day("2026-12-22"), identity: ["a", "1"], summary: "pay", description: "all of it", ...parts };
}

function written(...entries: readonly CalendarEntry[]): string {
  return joined(calendarText({ entries, stamp: STAMP }));
}

function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

function eventOf(text: string): ICAL.Event {
  const [event, ...others] = eventsOf(text);
  if (event === undefined || others.length > 0) throw new Error("not one event");
  return event;
}

function physicalLines(text: string): string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  return text.slice(0, -2).split("\r\n");
}

describe("what is written is read back", () => {
  test("the calendar itself", () => {
    const calendar = new ICAL.Component(
      ICAL.parse(written(entry())) as ConstructorParameters<typeof ICAL.Component>[0],
    );
    const properties = calendar.getAllProperties().map(({ name }) => name);
    expect(calendar.name).toBe("vcalendar");
    expect(properties).toEqual(["version", "prodid", "calscale"]);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("calscale")).toBe("GREGORIAN");
  });

  test("every field of an entry", () => {
    const event = eventOf(written(entry({ day: day("2028-02-29"), summary: "网商贷", description: "第 3 期" })));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe("2028-02-29");
    expect(event.endDate.toString()).toBe("2028-03-01");
    expect(event.summary).toBe("网商贷");
    expect(event.description).toBe("第 3 期");
    expect(event.uid).toMatch(/^20280229-[0-9a-f]{16}@overdue-sim$/);
    expect(String(event.component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-22T00:00:00Z");
    expect(event.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(event.component.getAllProperties().map(({ name }) => name)).toEqual([
      "uid",
      "dtstamp",
      "dtstart",
      "dtend",
      "summary",
      "description",
      "transp",
    ]);
  });

  test("a reminder on the morning before", () => {
    const [alarm, ...others] = eventOf(written(entry({ summary: "还款" }))).component.getAllSubcomponents("valarm");
    expect(others).toEqual([]);
    expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
    expect(alarm?.getFirstPropertyValue("description")).toBe("还款");
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT15H");
  });

  test.each([
    ["comma, semicolon; and \\ backslash", "comma, semicolon; and \\ backslash"],
    ["ends in a backslash\\", "ends in a backslash\\"],
    ["a letter n after a backslash: \\n", "a letter n after a backslash: \\n"],
    ["two\nlines, and\r\nthree", "two\nlines, and\nthree"],
    ["BEGIN:VEVENT\nEND:VCALENDAR", "BEGIN:VEVENT\nEND:VCALENDAR"],
    ["red \u001b[31mtext\u0007 and \u0000", "red ?text? and ?"],
    ["a line\u2028end and \u202eturned", "a line end and turned"],
    ["half a pair \ud83d", "half a pair ?"],
  ])("%j", (text, expected) => {
    const event = eventOf(written(entry({ summary: text, description: text })));
    expect(event.summary).toBe(expected);
    expect(event.description).toBe(expected);
  });

  const anyText = fc.oneof(
    fc.string({
      unit: fc.constantFrom("还", "款", "，", ",", ";", "\\", "\n", " ", "n", "é", "😀", "a", ":"),
      maxLength: 200,
    }),
    fc.string({ unit: "binary", maxLength: 100 }),
  );

  test("any text, in lines of at most 75 octets, no character cut", () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const text = written(entry({ summary, description }));
        const bytes = Buffer.from(text, "utf8");
        expect(bytes.toString("utf8")).toBe(text);
        for (const line of physicalLines(text)) {
          expect(Buffer.byteLength(line, "utf8")).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
        // A second time through: what can be shown at all comes back as it is.
        const once = eventOf(text);
        const twice = eventOf(written(entry({ summary: once.summary, description: once.description })));
        expect([twice.summary, twice.description]).toEqual([once.summary, once.description]);
      }),
      sameEachTime(500),
    );
  });

  const shown = fc.string({
    unit: fc.constantFrom("还", "款", "，", ",", ";", "\\", "n", "é", "😀", "a", ":"),
    maxLength: 200,
  });

  test("any text that can be shown, to the character", () => {
    fc.assert(
      fc.property(shown, fc.array(shown, { maxLength: 4 }), (summary, lines) => {
        const event = eventOf(written(entry({ summary, description: lines.join("\n") })));
        expect(event.summary).toBe(summary);
        expect(event.description).toBe(lines.join("\n"));
      }),
      sameEachTime(500),
    );
  });

  test("lines are filled: a fold comes only where the next character has no room", () => {
    for (const character of ["a", "é", "还", "😀"]) {
      const size = Buffer.byteLength(character, "utf8");
      const lines = physicalLines(written(entry({ description: character.repeat(300) })));
      const start = lines.findIndex((line) => line.startsWith("DESCRIPTION:"));
      expect(Buffer.byteLength(lines[start] ?? "", "utf8")).toBeGreaterThan(75 - size);
      expect(Buffer.byteLength(lines[start + 1] ?? "", "utf8")).toBeGreaterThan(75 - size);
    }
  });
});

describe("identifiers", () => {
  const uid = (parts: Partial<CalendarEntry>): string => eventOf(written(entry(parts))).uid;

  test("are the same for the same parts, whatever the words", () => {
    expect(uid({ summary: "Pay", description: "" })).toBe(uid({ summary: "还款", description: "一" }));
  });

  test("differ where a part or the day differs", () => {
    const uids = [
      uid({}),
      uid({ identity: ["a", "2"] }),
      uid({ identity: ["a1"] }),
      uid({ identity: ["a,1"] }),
      uid({ identity: ["网商贷", "1"] }),
      uid({ identity: ["\ud83d", "1"] }),
      uid({ day: day("2026-12-23") }),
    ];
    expect(new Set(uids).size).toBe(uids.length);
  });

  test("do not meet in a thousand instalments", () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => entry({ identity: ["loan", `${index}`] }));
    expect(new Set(eventsOf(written(...entries)).map((event) => event.uid)).size).toBe(1_000);
  });
});

describe.each<readonly [string, LetterWords]>([
  ["en", english],
  ["zh", chinese],
])("an agreement's due dates (%s)", (_, words) => {
  function planOf(loanName: string | null, from: Day = AS_OF): AgreementPlan {
    return agreementPlan(
      { ...loanOf([instalment(addDays(AS_OF, -90), 50_000)]), name: loanName },
      agreementOf({ date: from, rate: rate(6n, 100n, "year") }),
      NO_EVENTS,
    );
  }
  const textOf = (plan: AgreementPlan): string => joined(calendarText(agreementCalendar(plan, words)));

  test("are all there, on their days, with their amounts", () => {
    const plan = planOf("网商贷");
    const events = eventsOf(textOf(plan));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(plan.schedule.map(({ due }) => formatDay(due)));
    for (const [index, row] of plan.schedule.entries()) {
      const { summary, description } = events[index] as ICAL.Event;
      expect(summary).toBe(words.dueTitle("网商贷", index + 1, 36, amountOf(row)));
      expect(description.split("\n")).toHaveLength(3);
    }
    expect(events.at(-1)?.description).toContain("0.00");
    for (const line of physicalLines(textOf(plan))) expect(Buffer.byteLength(line, "utf8")).toBeLessThanOrEqual(75);
  });

  test("and before them, on the day of the agreement, what is paid at once", () => {
    const loan = { ...loanOf([instalment(AS_OF, 10_000)]), name: "网商贷" };
    const down = { kind: "amount", amount: yuan(1_000) } as const;
    const plan = agreementPlan(loan, agreementOf({ months: 3, down }), NO_EVENTS);
    const [first, ...others] = eventsOf(textOf(plan));
    expect(first?.startDate.toString()).toBe(formatDay(AS_OF));
    expect(first?.summary).toBe(words.downTitle("网商贷", yuan(1_000)));
    expect(first?.description).toContain("9,000.00");
    expect(others).toHaveLength(3);
  });

  test("are the same bytes for the same plan, stamped with its date", () => {
    expect(textOf(planOf("网商贷"))).toBe(textOf(planOf("网商贷")));
    const later = eventsOf(textOf(planOf("网商贷", addDays(AS_OF, 3))));
    expect(String(later[0]?.component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-25T00:00:00Z");
  });

  test("of another loan or another plan are other entries", () => {
    const uids = [planOf("网商贷"), planOf("借呗"), planOf(null), planOf("网商贷", addDays(AS_OF, 3))].flatMap((plan) =>
      eventsOf(textOf(plan)).map(({ uid }) => uid),
    );
    expect(new Set(uids).size).toBe(4 * 36);
  });

  test("keep the name of the loan on one line and its commands out", () => {
    const [first] = eventsOf(textOf(planOf("a\nEND:VEVENT\u001b[2Jb")));
    expect(first?.summary).toContain("a END:VEVENT?b");
    expect(first?.summary).not.toContain("\n");
  });
});
