/** What several products rest on: notices of the central bank, and customs. */

import type { Citation } from "../citation.ts";
import { type OrderSwitch, PRINCIPAL_FIRST } from "../terms.ts";

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
  { daysOverdue: 91, order: PRINCIPAL_FIRST, by: "component" },
];
