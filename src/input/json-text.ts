/** JSON papers, read so that every value knows its line and every number keeps the digits it was written with. */

import type { Issue, JsonExpectation, Located, Problem } from "./problem.ts";

/**
 * A text, number or boolean where it stands. Numbers stay text: money never passes through floating point. One that is
 * `told` stands in for a value that is not there, which the client has been told.
 */
export class JsonLeaf implements Located {
  constructor(
    readonly kind: "text" | "number" | "boolean" | "told",
    readonly text: string,
    readonly where: string,
  ) {}

  get isReported(): boolean {
    return this.kind === "told";
  }
}

export type JsonValue = JsonLeaf | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface JsonPaper {
  /** Undefined where the text does not parse; `problems` then says where. */
  readonly root: JsonValue | undefined;
  readonly problems: readonly Problem[];
  /** The line on which a key of an object, or an index of a list, stands. */
  readonly lineOf: (container: unknown, key: string) => number | null;
}

/** Deeper nesting than any paper of ours has; it bounds the reader's recursion. */
const MOST_DEPTH = 64;

export function readJsonText(text: string, path: string): JsonPaper {
  const reader = new JsonReader(text, path);
  const root = reader.document();
  return { root, problems: reader.problems, lineOf: (container, key) => reader.lineOf(container, key) };
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const LITERAL = /(?:true|false|null)(?!\w)/y;

class JsonReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #path: string;
  readonly #lines = new Map<unknown, Map<string, number>>();
  #position = 0;
  #line = 1;
  #lineStart = 0;
  #isBroken = false;

  constructor(text: string, path: string) {
    this.#text = text;
    this.#path = path;
  }

  lineOf(container: unknown, key: string): number | null {
    return this.#lines.get(container)?.get(key) ?? null;
  }

  document(): JsonValue | undefined {
    const value = this.#value(this.#path, 0);
    if (!this.#isBroken) this.#skipSpace();
    if (!this.#isBroken && this.#position < this.#text.length) this.#break("end-of-file");
    return this.#isBroken ? undefined : value;
  }

  #value(name: string, depth: number): JsonValue | undefined {
    this.#skipSpace();
    if (depth > MOST_DEPTH) return this.#stop({ code: "json-too-deep", most: MOST_DEPTH });
    const next = this.#text[this.#position];
    if (next === "{") return this.#object(depth);
    if (next === "[") return this.#list(name, depth);
    const where = `${this.#path}:${this.#line}:${name}`;
    const string = this.#match(STRING);
    if (string !== null) return new JsonLeaf("text", JSON.parse(string) as string, where);
    const number = this.#match(NUMBER);
    if (number !== null) return new JsonLeaf("number", number, where);
    const literal = this.#match(LITERAL);
    if (literal === null) return this.#break("value");
    return literal === "null" ? null : new JsonLeaf("boolean", literal, where);
  }

  #object(depth: number): JsonValue | undefined {
    const result: Record<string, JsonValue> = Object.create(null);
    const lines = this.#open(result);
    if (this.#close("}")) return result;
    for (;;) {
      this.#skipSpace();
      const line = this.#line;
      const written = this.#match(STRING);
      if (written === null) return this.#break("key");
      const key = JSON.parse(written) as string;
      this.#skipSpace();
      if (!this.#take(":")) return this.#break("colon");
      const value = this.#value(key, depth + 1);
      if (value === undefined) return undefined;
      if (key in result) this.problems.push({ code: "json-key-double", key, where: `${this.#path}:${line}:${key}` });
      result[key] = value;
      lines.set(key, line);
      if (this.#close("}")) return result;
      if (!this.#take(",")) return this.#break("comma-or-end");
    }
  }

  #list(name: string, depth: number): JsonValue | undefined {
    const result: JsonValue[] = [];
    const lines = this.#open(result);
    if (this.#close("]")) return result;
    for (;;) {
      this.#skipSpace();
      lines.set(String(result.length), this.#line);
      const value = this.#value(name, depth + 1);
      if (value === undefined) return undefined;
      result.push(value);
      if (this.#close("]")) return result;
      if (!this.#take(",")) return this.#break("comma-or-end");
    }
  }

  #open(container: unknown): Map<string, number> {
    this.#position += 1;
    const lines = new Map<string, number>();
    this.#lines.set(container, lines);
    return lines;
  }

  #close(bracket: "}" | "]"): boolean {
    this.#skipSpace();
    return this.#take(bracket);
  }

  #take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#position += found.length;
    return found;
  }

  #skipSpace(): void {
    const start = this.#position;
    const space = this.#match(SPACE) ?? "";
    for (let index = space.indexOf("\n"); index >= 0; index = space.indexOf("\n", index + 1)) {
      this.#line += 1;
      this.#lineStart = start + index + 1;
    }
  }

  #break(expected: JsonExpectation): undefined {
    const found = this.#text.slice(this.#position).split(/[\s,:{}[\]]/, 1)[0] || (this.#text[this.#position] ?? null);
    return this.#stop({ code: "json-broken", found, expected });
  }

  #stop(issue: Issue): undefined {
    if (!this.#isBroken) {
      const column = this.#position - this.#lineStart + 1;
      this.problems.push({ ...issue, where: `${this.#path}:${this.#line}:${column}` });
    }
    this.#isBroken = true;
    return undefined;
  }
}
