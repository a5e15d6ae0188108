/** The order of allocation: all five components once. */

import { COMPONENTS, type Component } from "../../loan/components.ts";
import { type Shape, wrongKind } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "../problem.ts";
import { component } from "./words.ts";

/** `fee,penalty,compound,interest,principal`, in the order wanted. */
export function readOrder(written: string): Parsed<readonly Component[]> {
  return readOrderWords(plain(written).split(/[,、]/));
}

function readOrderWords(words: readonly string[]): Parsed<readonly Component[]> {
  const order: Component[] = [];
  const issues: Issue[] = [];
  for (const word of words) {
    const parsed = component.parse(word);
    if (!parsed.ok) issues.push(...parsed.issues);
    else if (order.includes(parsed.value)) issues.push({ code: "duplicate", kind: "component", name: parsed.value });
    else order.push(parsed.value);
  }
  // A component that is only misspelt is not missing as well.
  const misspelt = issues.flatMap((issue) => (issue.code === "unknown" ? [issue.nearest] : []));
  const missing = COMPONENTS.filter((one) => !order.includes(one) && !misspelt.includes(one));
  const unrecognised = misspelt.filter((nearest) => nearest === null).length;
  if (missing.length > unrecognised) issues.push({ code: "missing", kind: "component", names: missing });
  return issues.length > 0 ? invalid(...issues) : ok(order);
}

/** A list of words, or one text with commas. */
export const order: Shape<readonly Component[]> = {
  read(written, problems) {
    if (written.kind !== "text" && written.kind !== "list") return wrongKind(written, "text-or-list", problems);
    const items = written.kind === "text" ? [] : written.items;
    const words = items.map((item) => (item.kind === "text" ? item.text : (wrongKind(item, "text", problems) ?? null)));
    if (words.includes(null)) return undefined;
    const parsed =
      written.kind === "text" ? readOrder(written.text) : readOrderWords(words.flatMap((word) => word ?? []));
    return problems.take(written.where, parsed) ?? undefined;
  },
  format: (value) => value.join(","),
  document: (value) => value,
};
