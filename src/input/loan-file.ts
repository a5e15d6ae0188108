/** The loan file: its keys, and what is written under them. What the values mean is read elsewhere. */

import { choice, type Reader, readWritten, wrongKind } from "./field.ts";
import type { InputFiles } from "./input-files.ts";
import { readJson } from "./json.ts";
import { type LoanOptions, writtenOption } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";
import { noteUnknown } from "./record.ts";
import { TERM_KEYS } from "./terms.ts";
import type { Written, WrittenObject, WrittenText } from "./written.ts";

const LOAN_SCHEMA = "overdue-sim/loan@1";

export const LOAN_FILE_KEYS = [
  "schema",
  "name",
  "product",
  "asOf",
  "lender",
  "jurisdiction",
  "received",
  "paidOutOn",
  "instalments",
  "contract",
  "terms",
  "charges",
  "waivers",
  "interruptions",
  "accelerateOn",
  "payments",
  "streams",
] as const;
export type LoanFileKey = (typeof LOAN_FILE_KEYS)[number];

/** What makes a contract: beside any of these an amount is what was once lent. */
export const CONTRACT_PARTS = ["months", "method", "firstDue", "missedSince"] as const;
const CONTRACT_KEYS = ["borrowed", ...CONTRACT_PARTS] as const;
export type ContractKey = (typeof CONTRACT_KEYS)[number];

export interface LoanFile {
  readonly get: (key: LoanFileKey) => Written | null;
  /** A text under a key of the file, where it is one. */
  readonly text: (key: LoanFileKey) => WrittenText | null;
  readonly terms: WrittenObject | null;
  readonly contract: WrittenObject | null;
  /** Where one of the file's own keys stands. */
  readonly placeOf: (key: LoanFileKey) => string;
}

/** Where a loan is described: on the command line and in its file, both of which may name other files; and what is wrong there. */
export interface LoanSources {
  readonly options: LoanOptions;
  readonly file: LoanFile | null;
  readonly inputFiles: InputFiles;
  readonly problems: ProblemCollector;
}

/** What is given by an option, or else under a key of the loan file. */
export function readGiven<Value>(
  { options, file, problems }: LoanSources,
  option: Parameters<typeof writtenOption>[1],
  key: LoanFileKey,
  shape: Reader<Value>,
): Value | null {
  return readWritten(writtenOption(options, option) ?? file?.get(key) ?? null, shape, problems);
}

/** The loan file with every mistake in its keys noted; null where it cannot be read at all. */
export function readLoanFile(path: string, inputFiles: InputFiles, problems: ProblemCollector): LoanFile | null {
  const text = inputFiles.read(path, "--loan", problems);
  const root = text === null ? null : readJson(text, path, problems);
  if (root === null) return null;
  if (root.kind !== "object") return wrongKind(root, "object", problems) ?? null;
  noteUnknown(root, LOAN_FILE_KEYS, problems);
  const get = (key: LoanFileKey): Written | null => root.entries.get(key) ?? null;
  const object = (key: LoanFileKey, keys: readonly string[]): WrittenObject | null => {
    const written = get(key);
    if (written === null) return null;
    if (written.kind !== "object") return wrongKind(written, "object", problems) ?? null;
    noteUnknown(written, keys, problems);
    return written;
  };
  const file: LoanFile = {
    get,
    text(key) {
      const written = get(key);
      if (written === null || written.kind === "text") return written;
      return wrongKind(written, "text", problems) ?? null;
    },
    terms: object("terms", TERM_KEYS),
    contract: object("contract", CONTRACT_KEYS),
    placeOf: root.placeOf,
  };
  readWritten(get("schema"), choice([LOAN_SCHEMA]), problems);
  return file;
}
