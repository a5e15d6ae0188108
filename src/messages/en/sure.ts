/** English: the mark behind a fact that was not read in a source that can be relied on. */

import type { SureLevel } from "../../loan/citation.ts";

export const sure: { readonly [level in SureLevel]: string } = {
  "verified-strong": "",
  "verified-medium": "",
  "verified-weak": " (from a consumer page alone: check it in the app or the contract)",
  known: " (not verified: check it)",
  assumed: " (not verified: check it)",
};
