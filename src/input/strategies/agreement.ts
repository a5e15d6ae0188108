/** `agreement:months=36,waive-penalty=100%`: instalments agreed with the lender (协商分期). */

import type { Day } from "../../loan/day.ts";
import type { AgreementMethod, InstalmentAgreement, Unearned } from "../../loan/events.ts";
import { type Fraction, NOTHING } from "../../loan/money.ts";
import { USUAL_AGREEMENT } from "../../loan/offers.ts";
import { monthlyRate } from "../../loan/rate.ts";
import { choice, parsed } from "../field.ts";
import { plain } from "../plain-text.ts";
import { allOf, invalid, mapped, type Parsed, together } from "../problem.ts";
import { type Fault, fault, type IsWritten, optional, type PartsOf, usually } from "../record.ts";
import { readAmount } from "../values/amount.ts";
import { count, graceDays, MONTHS_BOUNDS, months, readCount } from "../values/count.ts";
import { dateFrom } from "../values/date.ts";
import { rate } from "../values/rate.ts";
import { readShare, share, unclearBelowOne } from "../values/share.ts";
import { agreementMethod, dayCount } from "../values/words.ts";
import { settingsForm } from "./settings.ts";

const FORM = "agreement:months=36";

type Steps = Extract<AgreementMethod, { readonly kind: "steps" }>["steps"];

/** `500x12+1000x24`: amounts a month, each for so many months. */
const steps = parsed((text: string): Parsed<Steps> => {
  const parts = plain(text)
    .split("+")
    .map((part) => /^(.+?)\s*[x×*]\s*(\d+)\s*$/i.exec(part.trim()));
  if (parts.includes(null)) return invalid({ code: "unreadable", kind: "steps", text });
  return allOf(parts.map((part) => readStep(part?.[1] ?? "", part?.[2] ?? "")));
});

function readStep(amountText: string, monthsText: string): Parsed<Steps[number]> {
  return together({ amount: readAmount(amountText), months: readCount(monthsText, MONTHS_BOUNDS) });
}

/** What is paid first: an amount, or a share of what is owed. */
const down = parsed((text: string): Parsed<NonNullable<InstalmentAgreement["down"]>> => {
  if (plain(text).endsWith("%")) return mapped(readShare(text), (part) => ({ kind: "share", share: part }));
  const issue = unclearBelowOne(text);
  if (issue !== null) return invalid(issue);
  return mapped(readAmount(text), (amount) => ({ kind: "amount", amount }));
});

const chargesPlace = choice<InstalmentAgreement["charges"]>(["spread", "end"]);
const breakRule = choice<InstalmentAgreement["onBreak"]>(["restore", "keep"]);
export const unearned = choice<Unearned>(["leave-out", "keep"]);

function fieldsFrom(asOf: Day) {
  return {
    months: optional(months),
    method: usually(agreementMethod, "equal-instalments"),
    start: usually(dateFrom(asOf, "agreement"), asOf),
    rate: usually(rate, USUAL_AGREEMENT.rate),
    waivePenalty: optional(share),
    waiveCompound: optional(share),
    waiveFee: optional(share),
    waiveInterest: optional(share),
    waiveCharges: usually(share, NOTHING),
    waivePrincipal: usually(share, NOTHING),
    pause: usually(count({ least: 0, most: 120 }, "months"), USUAL_AGREEMENT.pauseMonths),
    charges: usually(chargesPlace, USUAL_AGREEMENT.charges),
    dayCount: usually(dayCount, USUAL_AGREEMENT.dayCount),
    grace: usually(graceDays, USUAL_AGREEMENT.graceDays),
    onBreak: usually(breakRule, USUAL_AGREEMENT.onBreak),
    down: optional(down),
    fee: optional(rate),
    steps: optional(steps),
    unearned: usually(unearned, USUAL_AGREEMENT.unearned),
  };
}

type Parts = PartsOf<ReturnType<typeof fieldsFrom>>;

function faultsIn(parts: Parts, ofSteps: number | null, isWritten: IsWritten): readonly Fault[] {
  const faults: Fault[] = [];
  if (parts.months === null && ofSteps === null) {
    faults.push(fault(["months", "steps"], { code: "missing", kind: "setting", names: ["months="], form: FORM }));
  }
  if (ofSteps !== null && parts.months !== null && parts.months !== ofSteps) {
    faults.push(fault(["months", "steps"], { code: "conflict", options: [`months=${parts.months}`, "steps="] }));
  }
  if (ofSteps !== null && isWritten("method")) {
    faults.push(fault(["method", "steps"], { code: "conflict", options: ["method=", "steps="] }));
  }
  if (parts.fee !== null && parts.method !== "flat") {
    faults.push(fault(["fee", "method"], { code: "misplaced", name: "fee" }));
  }
  if (parts.method === "flat" && parts.rate.numerator !== 0n) {
    faults.push(fault(["rate", "method"], { code: "rate-beside-flat", form: "method=flat,fee=0.45%/month" }));
  }
  return faults;
}

function agreementOf(parts: Parts, inMonths: number): InstalmentAgreement {
  // `waive-charges` speaks for all four charges; one that is named beside it has its own share.
  const waived = (own: Fraction | null): Fraction => own ?? parts.waiveCharges;
  return {
    kind: "agreement",
    date: parts.start,
    waive: {
      fee: waived(parts.waiveFee),
      penalty: waived(parts.waivePenalty),
      compound: waived(parts.waiveCompound),
      interest: waived(parts.waiveInterest),
      principal: parts.waivePrincipal,
    },
    charges: parts.charges,
    months: inMonths,
    method: methodOf(parts),
    down: parts.down,
    rate: parts.rate,
    dayCount: parts.dayCount,
    pauseMonths: parts.pause,
    graceDays: parts.grace,
    onBreak: parts.onBreak,
    unearned: parts.unearned,
  };
}

function methodOf({ method, steps: given, fee }: Parts): AgreementMethod {
  if (given !== null) return { kind: "steps", steps: given };
  if (method !== "flat") return { kind: method };
  return { kind: "flat", monthlyFee: fee === null ? NOTHING : monthlyRate(fee) };
}

export const agreement = settingsForm({
  head: "agreement",
  otherNames: ["协商", "协商分期", "停息分期"],
  kind: "agreement",
  form: FORM,
  fields: fieldsFrom,
  make(parts, isWritten) {
    const ofSteps = parts.steps?.reduce((sum, step) => sum + step.months, 0) ?? null;
    const faults = faultsIn(parts, ofSteps, isWritten);
    return faults.length > 0 ? faults : { value: { agreement: agreementOf(parts, parts.months ?? ofSteps ?? 1) } };
  },
});
