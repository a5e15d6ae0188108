/** What files are that cannot be read here, told by their bytes. */

import type { ForeignKind } from "./problem.ts";

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
export function isNulHereAndThere(bytes: Uint8Array): boolean {
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros > 0 && zeros * 10 < bytes.length;
}

/**
 * Of what it writes as two bytes each, the first or the second is zero in nearly all that have a zero: digits, commas,
 * line ends. In UTF-32 they are on both sides.
 */
export function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [firsts = 0, seconds = 0] = zeros;
  return bytes.length % 2 === 0 && Math.max(firsts, seconds) > 9 * Math.min(firsts, seconds);
}
