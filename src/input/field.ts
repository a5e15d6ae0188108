/** A value that people write as one text: read, written back, and shown in a document. */

import type { Day } from "../loan/day.ts";
import type { DayCount } from "../loan/terms.ts";
import { emptyIssue } from "./mini-language.ts";
import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, ok, type Parsed, type ProblemCollector, type WrittenKind } from "./problem.ts";
import type { Written, WrittenText } from "./written.ts";

/** A value as JSON shows it. */
export type Document = string | number | boolean | null | readonly Document[] | { readonly [key: string]: Document };

/** The day count by which a rate is shown as the rate of a day. */
export interface Counting {
  readonly dayCount: DayCount;
}

/** Something that can be written: one text, a list, or an object. */
export interface Reader<Value> {
  /** The value; undefined after what is wrong with it is noted. */
  read(written: Written, problems: ProblemCollector): Value | undefined;
}

/** What is also written back and shown. */
export interface Shape<Value> extends Reader<Value> {
  /** As it can be written again, in one text. */
  format(value: Value): string;
  /** As JSON shows it. */
  document(value: Value, counting: Counting): Document;
}

/** Null where nothing is written, or after what is wrong with it is noted. */
export function readWritten<Value>(
  written: Written | null,
  shape: Reader<Value>,
  problems: ProblemCollector,
): Value | null {
  return written === null ? null : (shape.read(written, problems) ?? null);
}

export interface Field<Value> extends Shape<Value> {
  parse(text: string): Parsed<Value>;
}

interface FieldEntry<Value> {
  readonly parse: (text: string) => Parsed<Value>;
  readonly format: (value: Value) => string;
  readonly document?: (value: Value, counting: Counting) => Document;
}

export function field<Value>(entry: FieldEntry<Value>): Field<Value> {
  return { document: entry.format, ...entry, ...parsed(entry.parse) };
}

/** A value that is only read. */
export function parsed<Value>(parse: (text: string) => Parsed<Value>): Reader<Value> {
  return {
    read(written, problems) {
      if (written.kind !== "text") return wrongKind(written, "text", problems);
      const found = parse(written.text);
      if (found.ok) return found.value;
      return problems.add(written.where, ...found.issues.map((issue) => pointAt(written, issue)));
    },
  };
}

/** Names the setting in the problem: `months=0` says which of a dozen settings is meant, `0` would not. */
function pointAt(written: WrittenText, issue: Issue): Issue {
  if (issue.code === "empty") return emptyIssue(written);
  if (written.setting === undefined || !("text" in issue)) return issue;
  return { ...issue, text: `${written.setting}=${written.text}` };
}

/** The key under which something stands, from its place. */
function nameAt(where: string): string {
  return where.slice(where.lastIndexOf(":") + 1);
}

export function wrongKind({ where, entry }: Written, expected: WrittenKind, problems: ProblemCollector): undefined {
  return problems.add(where, { code: "wrong-kind", name: nameAt(where), entry: entry ?? null, expected });
}

/** One word out of a known few; each may have other names, which mean the same. */
export function choice<Word extends string>(
  words: readonly Word[],
  otherNames: { readonly [word in Word]?: readonly string[] } = {},
): Field<Word> {
  // A way to pay may be called `constructor`, which every object has.
  const namesOf = (word: Word): readonly string[] => (Object.hasOwn(otherNames, word) ? (otherNames[word] ?? []) : []);
  return field({
    format: (word) => word,
    parse(written) {
      const text = plain(written);
      if (text === "") return invalid({ code: "empty" });
      const lower = text.toLowerCase();
      const found = words.find(
        (word) => word === text || word === lower || namesOf(word).some((name) => name.toLowerCase() === lower),
      );
      if (found !== undefined) return ok(found);
      const names = words.flatMap(namesOf);
      const nearest = nearestWord(text, [...words, ...names]);
      const others = names.length === 0 ? {} : { otherNames: names };
      return invalid({ code: "unknown", kind: "word", text: written, allowed: words, ...others, nearest });
    },
  });
}

export function listOf<Item>(item: Reader<Item>): Reader<readonly Item[]> {
  return {
    read(written, problems) {
      if (written.kind !== "list") return wrongKind(written, "list", problems);
      const before = problems.count;
      const items = written.items.map((one) => item.read(one, problems));
      return problems.count > before ? undefined : items.flatMap((one) => (one === undefined ? [] : [one]));
    },
  };
}

/** A list, of which one alone may stand without brackets. */
export function oneOrMore<Item>(item: Reader<Item>): Reader<readonly Item[]> {
  const list = listOf(item);
  return {
    read: (written, problems) =>
      list.read(written.kind === "list" ? written : { kind: "list", items: [written], where: written.where }, problems),
  };
}

/** The items of a list, written back and shown. */
export function itemsOf<Item>(item: Omit<Shape<Item>, "read">): Omit<Shape<readonly Item[]>, "read"> {
  return {
    format: (items) => (items.length === 0 ? "none" : items.map((one) => item.format(one)).join(" ")),
    document: (items, counting) => items.map((one) => item.document(one, counting)),
  };
}

/** What is read against the day of the balances: the rows of a book have the same one, so that it is described once for all. */
export function perDay<Described>(describe: (asOf: Day) => Described): (asOf: Day) => Described {
  let last: { readonly asOf: Day; readonly described: Described } | null = null;
  return (asOf) => {
    if (last?.asOf !== asOf) last = { asOf, described: describe(asOf) };
    return last.described;
  };
}
