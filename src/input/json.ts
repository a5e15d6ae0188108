/** JSON files, read so that every value knows its line and every number keeps the digits it was written with. */

import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Issue, JsonExpectation, ProblemCollector } from "./problem.ts";
import type { Written } from "./written.ts";

/** Deeper nesting than any file of ours has; it bounds the recursion of all readers. */
export const MOST_DEPTH = 64;

/** The place of the first bracket that opens one level too many, as the parser itself meets them, or null. */
export function firstTooDeep(text: string): number | null {
  const opened = text.match(/[[{]/g) ?? [];
  if (opened.length <= MOST_DEPTH) return null;
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === "[" || first === "{") depth += 1;
    else if (first === "]" || first === "}") depth = Math.max(0, depth - 1);
    if (depth > MOST_DEPTH) return scanner.getTokenOffset();
  }
  return null;
}

/** The value of a file, or null after noting where it does not parse. */
export function readJson(text: string, path: string, problems: ProblemCollector): Written | null {
  return new JsonFile(text, path, problems).read();
}

class JsonFile {
  readonly #text: string;
  readonly #path: string;
  readonly #problems: ProblemCollector;
  readonly #lineStarts: readonly number[];

  constructor(text: string, path: string, problems: ProblemCollector) {
    this.#text = text;
    this.#path = path;
    this.#problems = problems;
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  read(): Written | null {
    const tooDeep = firstTooDeep(this.#text);
    if (tooDeep !== null) return this.#broken(tooDeep, { code: "json-too-deep", most: MOST_DEPTH });
    const errors: ParseError[] = [];
    const root = parseTree(this.#text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first, second] = errors;
    if (first !== undefined) return this.#broken(first.offset, this.#issueOf(first, second));
    if (root === undefined) throw new Error("a JSON text without a value and without a mistake");
    // A file that says null says nothing that it should.
    return this.#written(root, this.#path) ?? { kind: "truth", where: this.#path };
  }

  #written(node: Node, name: string): Written | null {
    const where = this.#placeOf(node, name);
    switch (node.type) {
      case "object":
        return this.#object(node, where);
      case "array": {
        const items = (node.children ?? []).map((item, index): Written => {
          // A null in a list stands for nothing that could be left out.
          const written = this.#written(item, name) ?? { kind: "truth", where: this.#placeOf(item, name) };
          return { ...written, entry: index + 1 };
        });
        return { kind: "list", items, where };
      }
      case "string":
        return { kind: "text", text: String(node.value), where };
      case "number":
        return { kind: "text", text: this.#text.slice(node.offset, node.offset + node.length), where };
      case "boolean":
        return { kind: "truth", where };
      case "null":
        return null;
      case "property":
        throw new Error("a property outside an object");
      default:
        return node.type satisfies never;
    }
  }

  #placeOf(node: Node, name: string): string {
    return name === this.#path ? name : `${this.#path}:${this.#lineOf(node.offset)}:${name}`;
  }

  #object(node: Node, where: string): Written {
    const lines = new Map<string, number>();
    const entries = new Map<string, Written | null>();
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      const line = this.#lineOf(key.offset);
      if (entries.has(name)) {
        this.#problems.add(`${this.#path}:${line}:${name}`, { code: "duplicate", kind: "key", name });
      }
      entries.set(name, this.#written(value, name));
      lines.set(name, line);
    }
    const ownLine = this.#lineOf(node.offset);
    return { kind: "object", entries, where, placeOf: (key) => `${this.#path}:${lines.get(key) ?? ownLine}:${key}` };
  }

  #broken(offset: number, issue: Issue): null {
    const line = this.#lineOf(offset);
    const column = offset - (this.#lineStarts[line - 1] ?? 0) + 1;
    this.#problems.add(`${this.#path}:${line}:${column}`, issue);
    return null;
  }

  /** The next mistake shows what the parser expected where it met a word that is none of JSON's. */
  #issueOf(first: ParseError, second: ParseError | undefined): Issue {
    const code = printParseErrorCode(first.error);
    const next = second === undefined ? "EndOfFileExpected" : printParseErrorCode(second.error);
    const expected = EXPECTED[code === "InvalidSymbol" ? next : code] ?? "value";
    return { code: "json-broken", found: this.#wordAt(first.offset), expected };
  }

  #wordAt(offset: number): string | null {
    const scanner = createScanner(this.#text, false);
    scanner.setPosition(offset);
    scanner.scan();
    return this.#text.slice(offset, offset + scanner.getTokenLength()).split("\n", 1)[0] || null;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

const EXPECTED: Readonly<Record<string, JsonExpectation>> = {
  PropertyNameExpected: "key",
  ColonExpected: "colon",
  CommaExpected: "comma-or-end",
  CloseBraceExpected: "comma-or-end",
  CloseBracketExpected: "comma-or-end",
  EndOfFileExpected: "end-of-file",
  InvalidCommentToken: "no-comment",
  UnexpectedEndOfComment: "no-comment",
  UnexpectedEndOfString: "string",
  InvalidUnicode: "string",
  InvalidEscapeCharacter: "string",
  InvalidCharacter: "string",
};
