/** What someone wrote, whatever its syntax: texts, lists and objects, each with where it stands. */

interface Entry {
  /** Which one of a list it is. */
  readonly entry?: number;
}

export interface WrittenText extends Entry {
  readonly kind: "text";
  readonly text: string;
  readonly where: string;
  /** The setting whose value it is, in a text of several: `months=0` says more than `0`. */
  readonly setting?: string;
}

interface WrittenList extends Entry {
  readonly kind: "list";
  readonly items: readonly Written[];
  readonly where: string;
}

export interface WrittenObject extends Entry {
  readonly kind: "object";
  /** Null where it is written that there is none. */
  readonly entries: ReadonlyMap<string, Written | null>;
  readonly where: string;
  /** Where a key of it stands, or would stand. */
  readonly placeOf: (key: string) => string;
  /** Where it is a short text, of the kind of strategy named: its fields are settings, and these of its head are not readable. */
  readonly short?: { readonly strategy: string | null; readonly unreadable: readonly string[] };
}

/** A truth value: nothing that can be written here is one. */
interface WrittenTruth extends Entry {
  readonly kind: "truth";
  readonly where: string;
}

export type Written = WrittenText | WrittenList | WrittenObject | WrittenTruth;

/** The text under a key; null where there is none. */
export function textUnder({ entries }: Pick<WrittenObject, "entries">, key: string): string | null {
  const entry = entries.get(key);
  return entry?.kind === "text" ? entry.text : null;
}

export function writtenText(text: string, where: string): WrittenText {
  return { kind: "text", text, where };
}
