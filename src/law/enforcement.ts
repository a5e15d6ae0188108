/** Interest for the delay in performing a judgment (迟延履行期间的加倍部分债务利息). */

import { day } from "../loan/day.ts";
import { type Rate, rate } from "../loan/rate.ts";
import { DatedTable, type LawRow, lawRows, type Wording } from "./law-table.ts";

interface EnforcementRule extends Wording {
  readonly rate: Rate;
}

/** Beside the general interest that the judgment orders, never in its place and never on it. */
export const ENFORCEMENT = new DatedTable<EnforcementRule>("enforcement", [
  {
    from: day("2014-08-01"),
    until: null,
    value: {
      rate: rate(175n, 1_000_000n, "day"),
      en: "0.0175%/day on what is unpaid of the money debt fixed by the judgment, without its general interest, from the end of the time for performance to the day of payment; worked out anew at each part payment; a payment goes to the debt fixed by the judgment first and to this last, unless agreed otherwise",
      zh: "以判决确定的、尚未清偿的金钱债务（不含一般债务利息）为基数，每日万分之一点七五，自履行期间届满起算至付清之日；分次履行的按次计算；除另有约定外，先偿还判决确定的金钱债务，最后偿还本项",
    },
    source: "最高人民法院 法释〔2014〕8号, arts 1, 3, 4; Civil Procedure Law (2023) art 264",
    sure: "verified-strong",
  },
]);

export function enforcementRows(): readonly LawRow[] {
  return lawRows(ENFORCEMENT, ({ en, zh }) => [{ item: "delay", en, zh }]);
}
