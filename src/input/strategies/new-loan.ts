/** `borrow:rate=24%/year`: a new loan pays off the old one (以贷养贷). */

import type { Refinancing } from "../../loan/events.ts";
import { USUAL_NEW_LOAN } from "../../loan/offers.ts";
import { fault, required, usually } from "../record.ts";
import { months } from "../values/count.ts";
import { dateFrom } from "../values/date.ts";
import { penalty, penaltyExceedsWhole } from "../values/penalty.ts";
import { rate } from "../values/rate.ts";
import { feeShare } from "../values/share.ts";
import { dayCount, newLoanMethod } from "../values/words.ts";
import { unearned } from "./agreement.ts";
import { settingsForm } from "./settings.ts";

const FALLBACK: Omit<Refinancing, "kind" | "date"> = USUAL_NEW_LOAN;

export const newLoan = settingsForm({
  head: "borrow",
  otherNames: ["借新还旧", "以贷养贷", "新贷款"],
  kind: "refinancing",
  form: "borrow:rate=24%/year",
  fields: (asOf) => {
    const [usual] = FALLBACK.penalty;
    if (usual === undefined) throw new Error("a new loan without a penalty");
    return {
      rate: required(rate),
      fee: usually(feeShare, FALLBACK.feeShare),
      months: usually(months, FALLBACK.months),
      method: usually(newLoanMethod, FALLBACK.method),
      start: usually(dateFrom(asOf, "agreement"), asOf),
      dayCount: usually(dayCount, FALLBACK.dayCount),
      penalty: usually(penalty, usual.penalty),
      unearned: usually(unearned, FALLBACK.unearned),
    };
  },
  make(parts, isWritten) {
    if (penaltyExceedsWhole(parts.penalty, parts.rate)) return [fault(["penalty"], { code: "penalty-too-high" })];
    const agreement: Refinancing = {
      kind: "refinancing",
      date: parts.start,
      rate: parts.rate,
      feeShare: parts.fee,
      months: parts.months,
      method: parts.method,
      dayCount: parts.dayCount,
      penalty: [{ fromDaysOverdue: 1, penalty: parts.penalty }],
      unearned: parts.unearned,
    };
    return { value: { agreement, assumed: isWritten("months") && isWritten("fee") ? "nothing" : "unnamed" } };
  },
});
