/** Fees for missed instalments: `30`, `5%`, `5%/month:min=10:max=500`, `30:each=loan:after=10:in-all=100`. */

import type { LateFee } from "../../loan/late-fee.ts";
import { formatFen, ZERO } from "../../loan/money.ts";
import { type Fault, fault, optional, record, usually } from "../record.ts";
import { amountOrZero } from "../values/amount.ts";
import { daysFromOne, graceDays } from "../values/count.ts";
import { feeShare, unclearBelowOne, withUnit } from "../values/share.ts";
import { lateFeeBase, lateFeeTurn } from "../values/words.ts";

const FORM = "30, 5%, 5%:min=10:max=500";

/** Null: the rule says that there is no late fee, against a product that has one. */
export const lateFee = record({
  fields: {
    amount: optional(amountOrZero),
    percent: optional(feeShare),
    of: usually(lateFeeBase, "instalment"),
    each: usually(lateFeeTurn, "instalment"),
    after: usually(daysFromOne, 1),
    grace: optional(graceDays),
    min: optional(amountOrZero),
    max: optional(amountOrZero),
    inAll: optional(amountOrZero),
  },
  short: {
    separator: ":",
    inHead: ["amount", "percent", "each"],
    split(head) {
      if (/^(?:none|无)$/i.test(head)) return { amount: "0" };
      const [, charge = "", each] = /^([^/]*?)\s*(?:\/\s*(\S+))?$/.exec(head) ?? [];
      if (!/\d/.test(charge) || (each !== undefined && !lateFeeTurn.parse(each).ok)) {
        return { code: "unreadable", kind: "late-fee", text: head };
      }
      if (charge.endsWith("%")) return { percent: charge, each };
      return unclearBelowOne(charge) ?? { amount: charge, each };
    },
    join: ({ amount, percent, each }) =>
      `${amount === undefined ? (percent ?? "") : withUnit(amount)}${each === undefined ? "" : `/${each}`}`,
  },
  make({ amount, percent, of, each, after, grace, min, max, inAll }, isWritten) {
    const faults: Fault[] = [];
    if ((amount === null) === (percent === null)) {
      faults.push(fault(["amount", "percent"], { code: "either-of", names: ["amount", "percent"], form: FORM }));
    }
    if (min !== null && max !== null && min > max) {
      const bounds = { minimum: formatFen(min), maximum: formatFen(max) };
      faults.push(fault(["max", "min"], { code: "minimum-above-maximum", ...bounds }));
    }
    // An amount is what it is: a least and a most are for shares.
    for (const name of ["of", "min", "max"]) {
      if (amount !== null && percent === null && isWritten(name)) {
        faults.push(fault([name, "amount"], { code: "misplaced", name }));
      }
    }
    if (faults.length > 0) return faults;
    if (amount === 0 || percent?.numerator === 0n) return { value: null };
    const charge =
      percent === null
        ? ({ kind: "fixed", amount: amount ?? ZERO } as const)
        : ({ kind: "percent", share: percent, of } as const);
    const bounds = { minimum: min, maximum: max, maximumInAll: inAll };
    return { value: { charge, each, afterDaysOverdue: after, graceDays: grace, ...bounds } };
  },
  parts: (fee: LateFee | null) =>
    fee === null
      ? { amount: ZERO }
      : {
          amount: fee.charge.kind === "fixed" ? fee.charge.amount : null,
          percent: fee.charge.kind === "percent" ? fee.charge.share : null,
          ...(fee.charge.kind === "percent" ? { of: fee.charge.of } : {}),
          each: fee.each,
          after: fee.afterDaysOverdue,
          grace: fee.graceDays,
          min: fee.minimum,
          max: fee.maximum,
          inAll: fee.maximumInAll,
        },
});
