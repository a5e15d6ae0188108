/** Text inside markup: whatever a user wrote stays text. */

import { printable } from "../sanitize.ts";

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For an element or an attribute in quotation marks, in HTML and in SVG. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ESCAPED[character] ?? "");
}

/** For an element of prose: a date is a unit that no line end may cut. */
export function prose(text: string): string {
  return escaped(text).replace(/\b\d{4}-\d{2}-\d{2}\b/g, "<time>$&</time>");
}

/** Whether a text has at most so many bytes, of which no more is asked for than it takes to know. */
export function areAtMost(most: number, pieces: Iterable<string>): boolean {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const piece of pieces) {
    bytes += encoder.encode(piece).length;
    if (bytes > most) return false;
  }
  return true;
}
