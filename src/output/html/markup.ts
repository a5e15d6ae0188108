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
