/** What is read against the day of the balances: the rows of a book have the same one, so that it is described once for all. */

import type { Day } from "../loan/day.ts";

export function perDay<Described>(describe: (asOf: Day) => Described): (asOf: Day) => Described {
  let last: { readonly asOf: Day; readonly described: Described } | null = null;
  return (asOf) => {
    if (last?.asOf !== asOf) last = { asOf, described: describe(asOf) };
    return last.described;
  };
}
