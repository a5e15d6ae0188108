/** A record that people write: its fields and what they mean together, from an object, a row of a table, or a short text. */

import { type Document, type Reader, type Shape, wrongKind } from "./field.ts";
import { kebab, readShort, type ShortSyntax } from "./mini-language.ts";
import { nearestWord } from "./nearest.ts";
import type { Issue, ProblemCollector } from "./problem.ts";
import type { WrittenObject } from "./written.ts";

/** A field of a record: what stands in it where nothing is written, or that something must be. */
interface Use<Value> {
  readonly shape: Reader<Value>;
  readonly fallback: { readonly value: Value } | null;
}

/** As much of a field as its shape can do. */
type UseOf<Value, Of> = Use<Value> & { readonly shape: Of };

export function required<Value, Of>(shape: Of & Reader<Value>): UseOf<Value, Of> {
  return { shape, fallback: null };
}

export function optional<Value, Of>(shape: Of & Reader<Value>): UseOf<Value | null, Of> {
  return { shape, fallback: { value: null } };
}

export function usually<Value, Of>(shape: Of & Reader<Value>, value: Value): UseOf<Value, Of> {
  return { shape, fallback: { value } };
}

export type Uses = { readonly [name: string]: Use<unknown> };
type ShownUses = { readonly [name: string]: UseOf<unknown, Shape<unknown>> };
export type PartsOf<Fields extends Uses> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Use<infer Value> ? Value : never;
};

/** What is wrong with several fields together; said only where each of them could be read. */
export interface Fault {
  readonly fields: readonly string[];
  readonly issue: Issue;
}

export function fault(fields: readonly string[], issue: Issue): Fault {
  return { fields, issue };
}

/** Which fields are written. */
export type IsWritten = (name: string) => boolean;

/** Which fields have a place, as a column has a blank cell in it too. */
export type HasPlace = (name: string) => boolean;

interface ReaderEntry<Fields extends Uses, Value> {
  readonly fields: Fields;
  readonly short?: ShortSyntax;
  /** What the fields mean together. */
  readonly make: (
    parts: PartsOf<Fields>,
    isWritten: IsWritten,
    hasPlace: HasPlace,
  ) => { readonly value: Value } | readonly Fault[];
  readonly form?: string;
}

interface ShownEntry<Fields extends ShownUses, Value> extends ReaderEntry<Fields, Value> {
  /** The fields of a value; null and what is left out where nothing need be written. */
  readonly parts: (value: Value) => Partial<PartsOf<Fields>>;
}

interface RecordEntry<Fields extends ShownUses, Value> extends ShownEntry<Fields, Value> {
  readonly short: ShortSyntax & {
    /** The head, from the fields that stand in it. */
    readonly join: (texts: Readonly<Record<string, string | undefined>>) => string;
  };
}

export interface RecordReader<Value> extends Reader<Value> {
  readonly names: readonly string[];
  readonly requiredNames: readonly string[];
}

export interface ShownRecord<Value> extends RecordReader<Value>, Pick<Shape<Value>, "document"> {}

/** A record that is only read. */
export function reader<Fields extends Uses, Value>(entry: ReaderEntry<Fields, Value>): RecordReader<Value> {
  const { fields, short = null } = entry;
  const names = Object.keys(fields);
  return {
    names,
    requiredNames: names.filter((name) => fields[name]?.fallback === null),
    read(written, problems) {
      if (written.kind === "object") return readObject(written, entry, names, problems);
      if (short === null) return wrongKind(written, "object", problems);
      if (written.kind !== "text") return wrongKind(written, "short-or-object", problems);
      const object = readShort(written, short, names, problems);
      return object && readObject(object, entry, names, problems);
    },
  };
}

/** A record that JSON shows too. */
export function shown<Fields extends ShownUses, Value>(entry: ShownEntry<Fields, Value>): ShownRecord<Value> {
  const { fields } = entry;
  return {
    document(value, counting) {
      const parts: Readonly<Record<string, unknown>> = entry.parts(value);
      const found: Record<string, Document> = {};
      for (const [name, { shape }] of Object.entries(fields)) {
        const part = parts[name];
        found[name] = part === undefined || part === null ? null : shape.document(part, counting);
      }
      return found;
    },
    ...reader(entry),
  };
}

/** A record that can be written back as a short text too. */
export function record<Fields extends ShownUses, Value>(
  entry: RecordEntry<Fields, Value>,
): ShownRecord<Value> & Shape<Value> {
  const { fields, short } = entry;
  return {
    format(value) {
      const parts: Readonly<Record<string, unknown>> = entry.parts(value);
      const texts: Record<string, string | undefined> = {};
      for (const [name, { shape, fallback }] of Object.entries(fields)) {
        const part = parts[name];
        if (part === undefined || part === null) continue;
        const text = shape.format(part);
        const isUsual = fallback !== null && fallback.value !== null && shape.format(fallback.value) === text;
        if (!isUsual) texts[name] = text;
      }
      const head = short.join(texts);
      const settings = Object.keys(fields).flatMap((name) =>
        texts[name] === undefined || short.inHead.includes(name) ? [] : [`${kebab(name)}=${texts[name]}`],
      );
      return [...(head === "" ? [] : [head]), ...settings].join(short.separator);
    },
    ...shown(entry),
  };
}

function readObject<Fields extends Uses, Value>(
  object: WrittenObject,
  { fields, make, form }: ReaderEntry<Fields, Value>,
  names: readonly string[],
  problems: ProblemCollector,
): Value | undefined {
  const before = problems.count;
  const meant = noteUnknown(object, names, problems);
  const failed = new Set<string>();
  const parts: Record<string, unknown> = {};
  let isWhole = true;
  for (const [name, { shape, fallback }] of Object.entries(fields)) {
    const written = object.entries.get(name) ?? null;
    const value = written === null ? undefined : shape.read(written, problems);
    if (value !== undefined) parts[name] = value;
    else if (fallback !== null) parts[name] = fallback.value;
    else isWhole = false;
    if (written !== null && value === undefined) failed.add(name);
    if (written === null && fallback === null && !meant.has(name)) {
      noteMissing(object, name, form, problems);
    }
  }
  if (!isWhole) return undefined;
  const isWritten: IsWritten = (name) => (object.entries.get(name) ?? null) !== null;
  const made = make(parts as PartsOf<Fields>, isWritten, (name) => object.entries.has(name));
  if ("value" in made) return problems.count > before ? undefined : made.value;
  for (const { fields: concerned, issue } of made) {
    if (concerned.some((name) => failed.has(name) || meant.has(name))) continue;
    const at = concerned.length === 1 ? concerned[0] : concerned.find(isWritten);
    problems.add(at === undefined ? object.where : object.placeOf(at), issue);
  }
  return undefined;
}

function noteMissing(object: WrittenObject, name: string, form: string | undefined, problems: ProblemCollector): void {
  const missing =
    object.short === undefined
      ? ({ kind: "key", names: [name] } as const)
      : ({ kind: "setting", names: [`${kebab(name)}=`] } as const);
  problems.add(object.placeOf(name), { code: "missing", ...missing, ...(form === undefined ? {} : { form }) });
}

/** The fields that the unknown ones were probably meant to be, and those that are not readable: those are not missing as well. */
export function noteUnknown(
  { entries, placeOf, short }: WrittenObject,
  names: readonly string[],
  problems: ProblemCollector,
): ReadonlySet<string | null> {
  const meant = new Set<string | null>(short?.unreadable);
  for (const [key, value] of entries) {
    if (names.includes(key)) continue;
    const nearest = nearestWord(key, short === undefined ? names : names.map(kebab));
    meant.add(names.find((name) => name === nearest || kebab(name) === nearest) ?? null);
    if (short === undefined) {
      problems.add(placeOf(key), { code: "unknown", kind: "key", text: key, allowed: names, nearest });
      continue;
    }
    const text = value?.kind === "text" && value.text !== "" ? `${key}=${value.text}` : key;
    const word = { code: "unknown", text, allowed: names.map(kebab), nearest } as const;
    const { strategy } = short;
    problems.add(
      placeOf(key),
      strategy === null ? { ...word, kind: "setting" } : { ...word, kind: "strategy-setting", of: strategy },
    );
  }
  return meant;
}
