/** Patterns of characters by their Unicode properties. */

import { once } from "../loan/once.ts";

/**
 * Made when it is first asked for: V8 works out which characters a pattern means each time it reads one in a file, needed or
 * not, which takes longer than all that is read beside it.
 */
export function pattern(source: string, flags: "u" | "gu"): () => RegExp {
  return once(() => new RegExp(source, flags));
}
