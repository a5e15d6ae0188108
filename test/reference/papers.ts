/** The paper that a loan stands on in the reference model: its contract, or what was agreed in its place. */

import type { Day } from "../../src/loan/day.ts";
import type { Deferral, InstalmentAgreement, Refinancing } from "../../src/loan/events.ts";
import type { Loan, Terms } from "../../src/loan/loan.ts";
import type { Rate } from "../../src/loan/rate.ts";
import { rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../plain.ts";
import { monthsLater } from "./calendar.ts";

/** A rate of interest that a deferral puts in place of the contract's: for the nights after `from`, up to `until`. */
interface DeferredRate {
  readonly from: Day;
  readonly until: Day;
  readonly rate: Rate;
}

export interface Paper extends Loan {
  /** Where the periods are months counted from a day, and not those between the due dates. */
  readonly monthsFrom: Day | null;
  readonly deferredRates: readonly DeferredRate[];
}

export function contractPaper(loan: Loan): Paper {
  return { ...loan, monthsFrom: null, deferredRates: [] };
}

/** Under an agreement only its own rate runs: no penalty, no compound, no late fee. */
export function agreementPaper(paper: Paper, agreed: InstalmentAgreement): Paper {
  const terms: Terms = {
    ...paper.terms,
    ...newRate(agreed),
    penalty: [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(0n, 1n, "day") } }],
    compound: "none",
  };
  return { ...paper, terms, accelerateOn: null, monthsFrom: agreed.date, deferredRates: [] };
}

/** A new loan keeps the habits of allocation and compound; what its arrears cost is stated. */
export function refinancedPaper(paper: Paper, agreed: Refinancing): Paper {
  const terms: Terms = {
    ...paper.terms,
    ...newRate(agreed),
    penalty: agreed.penalty,
  };
  return { ...paper, terms, accelerateOn: null, monthsFrom: agreed.date, deferredRates: [] };
}

function newRate({ rate: agreedRate, dayCount }: Pick<Refinancing, "rate" | "dayCount">): Partial<Terms> {
  return {
    rates: [{ from: null, rate: agreedRate }],
    dayCount,
    interest: "accrued",
    penaltyBase: "overdue-principal",
    grace: { days: 0, kind: "skip" },
    rateDecimals: null,
    rounding: { ...USUAL_ROUNDING, when: "posting" },
    lateFees: [],
  };
}

export function deferredPaper(paper: Paper, { date, months, rate: deferredRate }: Deferral): Paper {
  if (deferredRate === null) return paper;
  const deferred = { from: date, until: monthsLater(date, months), rate: deferredRate };
  return { ...paper, deferredRates: [...paper.deferredRates, deferred] };
}
