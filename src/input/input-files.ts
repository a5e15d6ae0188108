/** The client's papers as they come in: files and standard input, read once and known to be UTF-8. */

import type { InputPlatform, ReadFailure } from "../platform.ts";
import { type Issue, invalid, ok, type Parsed } from "./problem.ts";

const STANDARD_INPUT = "-";

/** Hands out papers; knows which option has already taken standard input. */
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
    return result.kind === "read" ? decode(result.bytes, path) : invalid(failureFlaw(result.failure, path));
  }
}

function failureFlaw(failure: ReadFailure, text: string): Issue {
  switch (failure) {
    case "missing":
      return { code: "file-missing", text };
    case "folder":
      return { code: "file-folder", text };
    case "forbidden":
      return { code: "file-forbidden", text };
    case "unreadable":
      return { code: "file-unreadable", text };
    case "terminal":
      return { code: "input-from-terminal" };
    default:
      return failure satisfies never;
  }
}

/** UTF-8 is decided by decoding, never guessed; only the hint for another encoding is a guess. */
function decode(bytes: Uint8Array, path: string): Parsed<string> {
  const text = decodeAs("utf-8", bytes);
  // UTF-16 without a mark is often valid UTF-8 full of NUL characters, which no paper of ours has.
  if (text === null || text.includes("\0"))
    return invalid({ code: "file-encoding", text: path, encoding: guess(bytes) });
  return text.trim() === "" ? invalid({ code: "file-empty", text: path }) : ok(text);
}

function guess(bytes: Uint8Array): "UTF-16" | "GB18030" | null {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked) return "UTF-16";
  if (bytes.includes(0)) return bytes.length % 2 === 0 ? "UTF-16" : null;
  return decodeAs("gb18030", bytes) === null ? null : "GB18030";
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
