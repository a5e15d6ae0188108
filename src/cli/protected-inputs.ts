/** What is read is never written over: the answer would take the place of what it was made from. */

import type { PieceReading, Platform, ReadResult } from "../platform.ts";
import type { Options } from "./options.ts";

/** The platform on which a file that is to be written cannot be read. */
export function protectingInputs(platform: Platform, { output = "-", summary }: Options): Platform {
  const outputs = summary === undefined ? [output] : [output, summary];
  const refusal = { kind: "failed", failure: "output" } as const;
  const isOutput = (path: string): boolean => outputs.some((written) => platform.isSameFile(path, written));
  return Object.defineProperties(Object.create(platform) as Platform, {
    read: { value: (path: string): ReadResult => (isOutput(path) ? refusal : platform.read(path)) },
    readPieces: { value: (path: string): PieceReading => (isOutput(path) ? refusal : platform.readPieces(path)) },
  });
}
