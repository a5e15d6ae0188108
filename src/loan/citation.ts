/** Facts with who says so, and how sure that is. */

/**
 * How sure a fact is. `verified-*`: the source was read (strong: a law, a judgment or the contract itself; medium: data
 * models, programs or articles that agree; weak: a consumer page). `known`: common knowledge, no source read.
 * `assumed`: no source, or sources that contradict one another.
 */
export type SureLevel = "verified-strong" | "verified-medium" | "verified-weak" | "known" | "assumed";

/** Who says so. */
export interface Citation {
  readonly source: string;
  /** Year, month or day of the source, as precisely as it is known; null where it bears no date. */
  readonly date: string | null;
  readonly sure: SureLevel;
}

/** A term with its source beside it, so that neither can be changed without seeing the other. */
export interface Sourced<Value> extends Citation {
  readonly value: Value;
}

export function isVerified(sure: SureLevel): boolean {
  switch (sure) {
    case "verified-strong":
    case "verified-medium":
    case "verified-weak":
      return true;
    case "known":
    case "assumed":
      return false;
    default:
      return sure satisfies never;
  }
}

export function sourced<Value>(value: Value, citation: Citation): Sourced<Value> {
  return { value, ...citation };
}

/** A term that nobody states; `reason` says why this value was taken. */
export function assumed<Value>(value: Value, reason: string): Sourced<Value> {
  return { value, source: reason, date: null, sure: "assumed" };
}
