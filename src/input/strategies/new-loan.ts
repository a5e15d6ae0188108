/** `borrow:rate=24%/year`: a new loan pays off the old one (以贷养贷). */

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

export const newLoan = settingsForm({
  head: "borrow",
  otherNames: ["借新还旧", "以贷养贷", "新贷款"],
  kind: "refinancing",
  form: "borrow:rate=24%/year",
  fields: (asOf) => {
    const [usual] = USUAL_NEW_LOAN.penalty;
    if (usual === undefined) throw new Error("a new loan without a penalty");
    return {
      rate: required(rate),
      fee: usually(feeShare, USUAL_NEW_LOAN.feeShare),
      months: usually(months, USUAL_NEW_LOAN.months),
      method: usually(newLoanMethod, USUAL_NEW_LOAN.method),
      start: usually(dateFrom(asOf, "agreement"), asOf),
      dayCount: usually(dayCount, USUAL_NEW_LOAN.dayCount),
      penalty: usually(penalty, usual.penalty),
      unearned: usually(unearned, USUAL_NEW_LOAN.unearned),
    };
  },
  make({ start, fee, penalty: own, ...others }, isWritten) {
    if (penaltyExceedsWhole(own, others.rate)) return [fault(["penalty"], { code: "penalty-too-high" })];
    const penalty = [{ fromDaysOverdue: 1, penalty: own }];
    const agreement = { kind: "refinancing", date: start, feeShare: fee, penalty, ...others } as const;
    return { value: { agreement, assumed: isWritten("months") && isWritten("fee") ? "nothing" : "unnamed" } };
  },
});
