/** Files and standard input: each is read once, and its character encoding is recognised. */

import type { InputPlatform } from "../platform.ts";
import { type ForeignKind, invalid, ok, type Parsed } from "./problem.ts";

const STANDARD_INPUT = "-";

/** Hands out files; knows which option has already taken standard input. */
export class InputFiles {
  readonly #platform: Pick<InputPlatform, "read">;
  #standardInputTakenBy: string | null = null;

  constructor(platform: Pick<InputPlatform, "read">) {
    this.#platform = platform;
  }

  /** The text of a file named by an option, without a byte-order mark. */
  read(path: string, option: string): Parsed<string> {
    if (path === "") return invalid({ code: "empty" });
    if (path === STANDARD_INPUT) {
      if (this.#standardInputTakenBy !== null)
        return invalid({ code: "input-twice", first: this.#standardInputTakenBy });
      this.#standardInputTakenBy = option;
    }
    const result = this.#platform.read(path);
    if (result.kind === "read") return decode(result.bytes, path);
    if (result.kind === "too-large")
      return invalid({ code: "file-too-large", text: path, mostMebibytes: result.mostMebibytes });
    if (result.failure === "terminal") return invalid({ code: "input-from-terminal" });
    return invalid({ code: "file-unreadable", text: path, failure: result.failure });
  }
}

/**
 * UTF-8 is decided by decoding, never guessed; what is none is as spreadsheets save it: UTF-16 by its mark, or GB18030, of
 * which GBK is a part and which hardly any other text is.
 */
function decode(bytes: Uint8Array, path: string): Parsed<string> {
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

/** How files begin that are no text: .xlsx and .ods, being archives; .xls; what lenders send as statements. */
const BEGINNINGS: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ["workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
];
/** HTML and XML, which banks also give out under the name of a workbook. */
const MARKUP = /^(?:\u00ef\u00bb\u00bf)?\s*<[a-z!?]/i;
const MOST_BEFORE_MARKUP = 100;

/** What it is, where it is none of the texts that are read here. */
export function foreignKindOf(bytes: Uint8Array): ForeignKind | null {
  for (const [kind, beginning] of BEGINNINGS) {
    if (beginning.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return MARKUP.test(String.fromCharCode(...bytes.subarray(0, MOST_BEFORE_MARKUP))) ? "markup" : null;
}

/** Fewer than of any text in UTF-16, where each digit and each end of a line has one. */
function isNulHereAndThere(bytes: Uint8Array): boolean {
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros > 0 && zeros * 10 < bytes.length;
}

/**
 * Of what it writes as two bytes each, the first or the second is zero in nearly all that have a zero: digits, commas,
 * line ends. In UTF-32 they are on both sides.
 */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [firsts = 0, seconds = 0] = zeros;
  return bytes.length % 2 === 0 && Math.max(firsts, seconds) > 9 * Math.min(firsts, seconds);
}

function markedAs([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
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
