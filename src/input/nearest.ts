/** The known word a mistyped one most resembles. */

import { plain } from "./plain-text.ts";

/** Longer texts are no typing mistakes, and comparing them would cost time. */
const LONGEST_WORD = 40;

/**
 * The known word of the same parts in another order (`--days-overdue` for `--overdue-days`), else the nearest, or null where
 * none is near: at most one edit for each three letters. A Chinese character is a word, so that another one in its place
 * means something else: one of two words has to hold the other.
 */
export function nearestWord(text: string, known: readonly string[]): string | null {
  if (text.length > LONGEST_WORD) return null;
  const lower = plain(text).toLowerCase();
  const parts = inOneOrder(lower);
  const reordered = known.find((word) => inOneOrder(word.toLowerCase()) === parts);
  if (reordered !== undefined) return reordered;
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const allowed = mostEdits(lower, word);
    // Each letter more or less is an edit.
    if (Math.abs(lower.length - word.length) > allowed) continue;
    const edits = distance(lower, word.toLowerCase());
    // Of two as near, the one that goes on as it was begun: --days for --day, not --pay.
    const distanceTo = word.toLowerCase().startsWith(lower) ? edits - 0.5 : edits;
    if (edits <= allowed && distanceTo < fewest) [best, fewest] = [word, distanceTo];
  }
  return best ?? beginning(lower, known);
}

function mostEdits(text: string, word: string): number {
  if (/[\u4e00-\u9fff]/.test(text + word))
    return text.includes(word) || word.includes(text) ? Math.max(text.length, word.length) / 2 : 0;
  const longest = Math.max(text.length, word.length);
  return longest < 3 ? 0 : Math.max(1, Math.floor(longest / 3));
}

function inOneOrder(word: string): string {
  return word.includes("-") ? word.split("-").sort().join("-") : word;
}

/** The known word that begins with the text, if there is only one: `prin` for `principal`. */
function beginning(text: string, known: readonly string[]): string | null {
  if (text.length < 2) return null;
  const matches = known.filter((word) => word.toLowerCase().startsWith(text));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** Edits from one word to the other; a swap of neighbours counts once (optimal string alignment). */
function distance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let edits = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + same);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, at(beforePrevious, column - 2) + 1);
      current.push(edits);
    }
    [beforePrevious, previous] = [previous, current];
  }
  return at(previous, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
