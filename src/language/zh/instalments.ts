/** 中文：几期金额相同的还款，一句话说完。 */

import type { EqualInstalments } from "../../advice/agreement-plan.ts";
import { formatMoney } from "../format.ts";

/** `第 1 期 9,024.41 元；第 2 至 5 期每期 8,765.97 元` */
export function inNumberedStretches(groups: readonly EqualInstalments[]): string {
  let number = 0;
  return groups
    .map(({ count, amount }) => {
      const first = number + 1;
      number += count;
      return count === 1
        ? `第 ${first} 期 ${formatMoney(amount)} 元`
        : `第 ${first} 至 ${number} 期每期 ${formatMoney(amount)} 元`;
    })
    .join("；");
}
