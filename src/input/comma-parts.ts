/** Lists whose parts a comma separates: `months=36,rate=0%/year`, `12,24,36`. */

import type { Issue } from "./problem.ts";

interface CommaParts {
  /** Those that are not empty. */
  readonly parts: readonly string[];
  /** Where a part is empty. */
  readonly issues: readonly Issue[];
}

export function splitAtCommas(text: string, comma: RegExp): CommaParts {
  const all = text.split(comma).map((part) => part.trim());
  return {
    parts: all.filter((part) => part !== ""),
    issues: all.flatMap((part, index): readonly Issue[] =>
      part === "" && all[index - 1] !== "" ? [{ code: "part-empty", text: around(all, index) }] : [],
    ),
  };
}

/** The empty part with its neighbours, so that one sees which it is. */
function around(all: readonly string[], index: number): string {
  const next = all.findIndex((part, other) => other > index && part !== "");
  return all.slice(Math.max(index - 1, 0), next < 0 ? all.length : next + 1).join(",");
}
