/** The plain way with decimal.js: the same loans day by day, multiplied first and divided last, so that it is exact. */

import { Decimal } from "decimal.js";

const ORDER = ["penalty", "compound", "interest", "principal"];
const ACCRUES = [
  ["penalty", "principal"],
  ["compound", "interest"],
];
const DAY = 86_400_000;

/** What is owed at the end, in fen, in the order of `ORDER`. */
export function simulateWithDecimals({ asOf, instalments: [instalment] }, { cycle, amounts: [amount] }, until) {
  const owed = Object.fromEntries(ORDER.map((component) => [component, new Decimal(instalment[component]).div(100)]));
  const accrued = { penalty: new Decimal(0), compound: new Decimal(0) };
  const posted = { penalty: new Decimal(0), compound: new Decimal(0) };
  const dayOfMonth = new Date(asOf * DAY).getUTCDate();
  for (let day = asOf + 1; day <= until; day += 1) {
    const bases = ACCRUES.map(([, base]) => owed[base]);
    for (const [index, [component]] of ACCRUES.entries()) {
      accrued[component] = accrued[component].plus(bases[index].times(3));
      const total = accrued[component].div(4_000).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      owed[component] = owed[component].plus(total.minus(posted[component]));
      posted[component] = total;
    }
    if (cycle.kind === "days" || new Date(day * DAY).getUTCDate() === dayOfMonth) {
      let left = new Decimal(amount).div(100);
      for (const component of ORDER) {
        const part = Decimal.min(owed[component], left);
        owed[component] = owed[component].minus(part);
        left = left.minus(part);
      }
      if (ORDER.every((component) => owed[component].isZero())) break;
    }
  }
  return ORDER.map((component) => owed[component].times(100).toNumber());
}
