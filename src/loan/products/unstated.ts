/** What is taken where a product's sources say nothing; every line of it is an assumption. */

import type { OrderSwitch } from "../loan.ts";
import { USUAL_ROUNDING } from "../rounding.ts";
import {
  assumed,
  type Citation,
  constantRate,
  multipleOfContractRate,
  type SourcedTerms,
  type TermField,
} from "./product.ts";

export const ONE_AND_A_HALF = { numerator: 3n, denominator: 2n };

/** 银发〔2003〕251号 art 3: overdue loans bear the contract rate plus 30 % to 50 %; unpaid interest bears it too. */
export const PENALTY_NOTICE: Citation = {
  source:
    "PBoC notice 银发〔2003〕251号, art 3: contract rate +30 % to +50 % on overdue loans, unpaid interest compounds",
  date: "2003-12-10",
  sure: "verified-strong",
};

/** 银发〔2005〕129号: a day's rate is the year's ÷ 360. */
export const DAY_COUNT_NOTICE: Citation = {
  source: "PBoC notice 银发〔2005〕129号, as applied in accrual notices and textbooks: daily rate = yearly ÷ 360",
  date: "2005-09-21",
  sure: "verified-medium",
};

/** The customary switch of cards and of some lenders: from day 91 on principal comes first. */
export const PRINCIPAL_FIRST_FROM_DAY_91: readonly OrderSwitch[] = [
  { daysOverdue: 91, order: ["principal", "interest", "compound", "penalty", "fee"], by: "component" },
];

export const UNSTATED: SourcedTerms = {
  rates: assumed(constantRate(5n, 10_000n, "day"), "the rate is each customer's own; 0.05 %/day is a common one"),
  dayCount: assumed("actual/360", "no source for this product; the rule of banks, 银发〔2005〕129号"),
  interest: assumed("accrued", "no source; usual where a loan may be repaid on any day"),
  penalty: assumed(
    multipleOfContractRate(ONE_AND_A_HALF),
    "no source for this product; the upper end of 银发〔2003〕251号 art 3, usual for online loans",
  ),
  penaltyBase: assumed("overdue-principal", "no source for this product; the rule of banks, 银发〔2003〕251号 art 3"),
  compound: assumed("none", "no source says that overdue interest bears penalty"),
  compoundRate: assumed({ kind: "penalty" }, "no source; the rule of banks, 银发〔2003〕251号 art 3"),
  compoundRests: assumed("day", "no source; day by day"),
  grace: assumed({ days: 0, kind: "waive" }, "no source"),
  lateFees: assumed([], "no source names one"),
  caps: assumed([], "no source names one"),
  minimum: assumed(null, "no source names one"),
  accelerateAfter: assumed(null, "no source; only where the lender says so"),
  rateDecimals: assumed(null, "no source; rates are kept exact"),
  rounding: assumed(USUAL_ROUNDING, "no source; exact accrual, whole fen when posted"),
  order: assumed(
    ["fee", "penalty", "compound", "interest", "principal"],
    "no source for this lender; a bank's template, and in line with Civil Code art 561 (costs, interest, principal)",
  ),
  by: assumed("instalment", "no source for this lender; both axes are in use"),
  orderAfter: assumed([], "no source for this lender; cards and some lenders switch at 91 days"),
  orderInAdvance: assumed(null, "no source; the same order"),
  surplus: assumed("next", "no source; the next instalment"),
};

/** In the order in which a contract is read. */
export const TERM_FIELDS = Object.keys(UNSTATED) as readonly TermField[];
