/** 中文：几期金额相同的还款，一句话说完。 */

import type { EqualInstalments } from "../../advice/agreement-plan.ts";
import { formatMoney } from "../../output/figures.ts";

/** `第 1 期 9,024.41 元；第 2 至 5 期每期 8,765.97 元`; `每期 726.40 元` where all are alike. */
export function inNumberedStretches(groups: readonly EqualInstalments[]): string {
  const [first, second] = groups;
  if (first !== undefined && second === undefined) return `每期 ${formatMoney(first.amount)} 元`;
  let number = 0;
  return groups
    .map(({ count, amount }) => {
      const start = number + 1;
      number += count;
      return count === 1
        ? `第 ${start} 期 ${formatMoney(amount)} 元`
        : `第 ${start} 至 ${number} 期每期 ${formatMoney(amount)} 元`;
    })
    .join("；");
}
