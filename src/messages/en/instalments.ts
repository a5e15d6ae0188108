/** English: several instalments of one amount, said in one breath. */

import type { EqualInstalments } from "../../advice/agreement-plan.ts";
import { formatMoney, plural } from "../../output/figures.ts";

/** `1 instalment of 9,024.41, then 4 instalments of 8,765.97` */
export function inStretches(groups: readonly EqualInstalments[]): string {
  return groups
    .map(({ count, amount }) => `${plural(count, "instalment", "instalments")} of ${formatMoney(amount)}`)
    .join(", then ");
}
