/** Files and standard input: each is read once, and its character encoding is recognised. */

import type { InputPlatform } from "../platform.ts";
import type { tableRows } from "./csv-table.ts";
import { foreignKindOf, isNulHereAndThere, isUnmarkedUtf16 } from "./file-kinds.ts";
import { invalid, ok, type Parsed, type ProblemCollector } from "./problem.ts";
import type { Columns } from "./table-header.ts";
import type { WrittenObject } from "./written.ts";

const STANDARD_INPUT = "-";

/** The outside, with what reads tables where the line names one: it takes long to load. */
export interface InputSources extends InputPlatform {
  readonly tables?: { readonly tableRows: typeof tableRows };
}

/** Hands out files; knows which option has already taken standard input. */
export class InputFiles {
  readonly #sources: Pick<InputSources, "read" | "tables">;
  #standardInputTakenBy: string | null = null;

  constructor(sources: Pick<InputSources, "read" | "tables">) {
    this.#sources = sources;
  }

  /** The text of a file named by an option, without a byte-order mark; null after what is wrong with it is noted. */
  read(path: string, option: string, problems: ProblemCollector, where = option): string | null {
    return problems.take(where, this.#read(path, option));
  }

  #read(path: string, option: string): Parsed<string> {
    if (path === "") return invalid({ code: "empty" });
    if (path === STANDARD_INPUT) {
      if (this.#standardInputTakenBy !== null)
        return invalid({ code: "input-twice", first: this.#standardInputTakenBy });
      this.#standardInputTakenBy = option;
    }
    const result = this.#sources.read(path);
    if (result.kind === "read") return decode(result.bytes, path);
    if (result.kind === "too-large")
      return invalid({ code: "file-too-large", text: path, mostMebibytes: result.mostMebibytes });
    if (result.failure === "terminal") return invalid({ code: "input-from-terminal" });
    return invalid({ code: "file-unreadable", text: path, failure: result.failure });
  }

  /** The rows of a table named by an option; none after what is wrong with the file is noted. */
  *table(path: string, option: string, columns: Columns, problems: ProblemCollector): Generator<WrittenObject, void> {
    const text = this.read(path, option, problems);
    if (text !== null) yield* this.rows(text, path, columns, problems);
  }

  /** The same of a text that was read; see `csv-table.ts`. */
  rows(...table: Parameters<typeof tableRows>): ReturnType<typeof tableRows> {
    const { tables } = this.#sources;
    if (tables === undefined) throw new Error("a table was read that no option names");
    return tables.tableRows(...table);
  }
}

/**
 * UTF-8 is decided by decoding, never guessed; what is none is as spreadsheets save it: UTF-16 by its mark, or GB18030, of
 * which GBK is a part and which hardly any other text is.
 */
export function decode(bytes: Uint8Array, path: string): Parsed<string> {
  const foreign = foreignKindOf(bytes);
  if (foreign !== null) return invalid({ code: "file-unreadable", text: path, failure: foreign });
  const text = decodeAs("utf-8", bytes) ?? decodeAs(markedAs(bytes) ?? "gb18030", bytes);
  // UTF-16 without a mark is often valid UTF-8 full of NUL characters, which no file of ours has.
  if (text !== null && isNulHereAndThere(bytes)) {
    return invalid({ code: "file-nul", text: path, line: text.slice(0, text.indexOf("\0")).split("\n").length });
  }
  if (text === null || text.includes("\0"))
    return invalid({ code: "file-encoding", text: path, encoding: isUnmarkedUtf16(bytes) ? "UTF-16" : null });
  return text.trim() === "" ? invalid({ code: "file-unreadable", text: path, failure: "empty" }) : ok(text);
}

export function markedAs([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
