/** One word out of a known few. */

import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import { bad, good, type Reading } from "./problem.ts";

export function readChoice<Word extends string>(written: string, allowed: readonly Word[]): Reading<Word> {
  const text = plain(written);
  if (text === "") return bad({ code: "empty" });
  const found = allowed.find((word) => word === text) ?? allowed.find((word) => word === text.toLowerCase());
  if (found !== undefined) return good(found);
  return bad({ code: "not-one-of", text: written, allowed, nearest: nearestWord(text, allowed) });
}
