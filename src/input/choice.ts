/** One word out of a known few. */

import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

export function readChoice<Word extends string>(written: string, allowed: readonly Word[]): Parsed<Word> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const found = allowed.find((word) => word === text) ?? allowed.find((word) => word === text.toLowerCase());
  if (found !== undefined) return ok(found);
  return invalid({ code: "not-one-of", text: written, allowed, nearest: nearestWord(text, allowed) });
}
