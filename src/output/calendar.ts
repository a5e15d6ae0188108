/** A calendar file (iCalendar, RFC 5545): days on which something falls due, as entries that real programs read. */

import { addDays, type Day, formatDay } from "../loan/day.ts";
import { printable } from "./sanitize.ts";

export interface CalendarEntry {
  readonly day: Day;
  /** Entries of the same parts are the same entry: a program that reads the file again does not double it. */
  readonly identity: readonly string[];
  readonly summary: string;
  /** May have several lines. */
  readonly description: string;
}

export interface Calendar {
  readonly entries: readonly CalendarEntry[];
  /** When the calendar says it was made: a day of the plan, because the same plan gives the same bytes. */
  readonly stamp: Day;
}

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const ENCODER = new TextEncoder();
/** An all-day entry begins at midnight wherever it is read: fifteen hours before is nine in the morning of the day before. */
const REMINDER = "-PT15H";

export function* calendarText(calendar: Calendar): Generator<string> {
  for (const line of contentLines(calendar)) yield `${folded(line)}\r\n`;
}

function* contentLines({ entries, stamp }: Calendar): Generator<string> {
  yield* ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//overdue-sim//overdue-sim//EN", "CALSCALE:GREGORIAN"];
  for (const entry of entries) yield* entryLines(entry, stamp);
  yield "END:VCALENDAR";
}

function entryLines({ day, identity, summary, description }: CalendarEntry, stamp: Day): readonly string[] {
  const title = textValue(summary);
  return [
    "BEGIN:VEVENT",
    `UID:${dateValue(day)}-${fingerprint(identity)}@overdue-sim`,
    `DTSTAMP:${dateValue(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateValue(day)}`,
    `DTEND;VALUE=DATE:${dateValue(addDays(day, 1))}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${textValue(description)}`,
    // A due date does not make the day a busy one.
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${REMINDER}`,
    `DESCRIPTION:${title}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

function dateValue(day: Day): string {
  return formatDay(day).replaceAll("-", "");
}

/** Escaped as RFC 5545, 3.3.11 asks; nothing that a program could take for a line end or a command is left. */
function textValue(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => printable(line).replace(/[\\;,]/g, "\\$&"))
    .join("\\n");
}

/** The line cut so that no piece is too long and no character is cut in two; pieces after the first begin with a space. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = ENCODER.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** 64 bits of FNV-1a over the parts, which may hold any text: an identifier needs no more, and keeps no secret. */
function fingerprint(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
