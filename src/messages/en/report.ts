/** English: what a report says beside its page. */

import { plural } from "../../output/figures.ts";
import type { CoverWords } from "../../output/report.ts";

export { sourceInWords } from "./sources.ts";

/** As in the sentences, where no unit is named. */
const amount = (figure: string): string => figure;

export const coverWords: CoverWords = {
  languageTag: "en",
  table: "Figures",
  charts: "Charts",
  sources: "Where the terms come from",
  madeBy:
    "Made with overdue-sim from what was given and what is assumed above. The lender's own statement decides; this is no legal advice.",
  total: "Total",
  amount,
  whatIf: {
    title: "What if?",
    hint: "Move a slider: all that stands on this page is worked out anew, here in the page. Nothing is sent anywhere.",
    tooLong:
      "This report, with the files read for it, is too long to be worked out anew in the page. With fewer rows, or shorter files, it has sliders.",
    reset: "Back to what was given",
    command: "The same figures in a terminal:",
  },
  sheets: {
    summary: "Summary",
    rows: "Rows",
    lines: "Lines",
    figures: "Figures",
    charts: "Charts",
    assumptions: "Assumptions",
  },
};

export const titles: Readonly<Record<"simulate" | "compare" | "plan" | "debts" | "audit" | "law", string>> = {
  simulate: "What the payments do",
  compare: "Ways to pay, side by side",
  plan: "A plan for an overdue loan",
  debts: "A plan for several debts",
  audit: "A lender's statement against the contract",
  law: "Rates and lines of the law",
};

/** The labels of the figures at the head of a report. */
export const highlights = {
  owedOn: (day: string) => `owed on ${day}`,
  paidIn: (days: number) => `paid in ${plural(days, "day", "days")}`,
  reachesPrincipal: "of it reaches the principal",
  principalFirstFalls: "principal first falls",
  cleared: "debt cleared",
  breakEven: (cycle: string) => `break-even, ${cycle}`,
  daysOverdueOn: (day: string) => `days overdue on ${day}`,
  clearsIt: (every: string) => `clears it, paid ${every}`,
  toPay: "to pay under the agreement",
  firstInstalment: "first instalment",
  lastDue: "last instalment due",
  mostToPrincipal: "most goes to the principal",
  cheapest: "cheapest until cleared",
  /** Of a way to which the lender has to agree. */
  ifAgreed: (label: string) => `${label}, if the lender agrees`,
  statementDiffers: "statement differs by",
  none: "none",
  never: "never",
};

/** The names of the sliders. */
export const sliders = {
  /** The amount beside a slider. */
  amount,
  payment: (cycle: string) => `payment ${cycle}`,
  budget: (cycle: string) => `budget ${cycle}`,
  income: (cycle: string) => `income ${cycle}`,
  living: (cycle: string) => `living costs ${cycle}`,
  /** The value of a name that holds from a day on. */
  from: (name: string, day: string) => `${name}, from ${day}`,
  rate: { day: "contract rate a day", month: "contract rate a month", year: "contract rate a year" },
  timesReference: "contract rate, times the LPR",
  daysOverdue: "days overdue so far",
  clearBy: "cleared by",
  /** Of an agreement, a deferral or a new loan. */
  months: "number of months",
};
