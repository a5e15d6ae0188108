/** `borrow:rate=24%/year`: a new loan pays off the old one (以贷养贷). */

import type { Refinancing } from "../../loan/events.ts";
import { USUAL_NEW_LOAN } from "../../loan/offers.ts";
import type { AssumedOffer } from "../../loan/strategy.ts";
import { perDay } from "../per-day.ts";
import { fault, type RecordReader, reader, required, usually } from "../record.ts";
import type { StrategyForm } from "../strategy.ts";
import { months } from "../values/count.ts";
import { dateFrom } from "../values/date.ts";
import { penalty, penaltyExceedsWhole } from "../values/penalty.ts";
import { rate } from "../values/rate.ts";
import { share } from "../values/share.ts";
import { dayCount, newLoanMethod } from "../values/words.ts";
import { unearned } from "./agreement.ts";
import { readSettings } from "./settings.ts";

const FORM = "borrow:rate=24%/year";
const FALLBACK: Omit<Refinancing, "kind" | "date"> = USUAL_NEW_LOAN;

/** A new loan, and whether months or fee of it were not said. */
interface Offer {
  readonly loan: Refinancing;
  readonly assumed: AssumedOffer;
}

const shapeOf = perDay((asOf): RecordReader<Offer> => {
  const [usual] = FALLBACK.penalty;
  if (usual === undefined) throw new Error("a new loan without a penalty");
  const fields = {
    rate: required(rate),
    fee: usually(share, FALLBACK.feeShare),
    months: usually(months, FALLBACK.months),
    method: usually(newLoanMethod, FALLBACK.method),
    start: usually(dateFrom(asOf, "agreement"), asOf),
    dayCount: usually(dayCount, FALLBACK.dayCount),
    penalty: usually(penalty, usual.penalty),
    unearned: usually(unearned, FALLBACK.unearned),
  };
  return reader({
    form: FORM,
    fields,
    short: { separator: ",", strategy: "borrow", split: () => ({}), inHead: [] },
    make(parts, isWritten) {
      if (penaltyExceedsWhole(parts.penalty, parts.rate)) return [fault(["penalty"], { code: "penalty-too-high" })];
      const loan: Refinancing = {
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
      return { value: { loan, assumed: isWritten("months") && isWritten("fee") ? "nothing" : "unnamed" } };
    },
  });
});

export const newLoan: StrategyForm = {
  head: "borrow",
  otherNames: ["借新还旧", "以贷养贷", "新贷款"],
  kind: "refinancing",
  form: FORM,
  read(body, asOf, problems) {
    const found = readSettings(body, shapeOf(asOf), "borrow", problems);
    return found && { kind: "agreed", agreement: found.loan, assumed: found.assumed };
  },
};
