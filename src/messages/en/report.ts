/** English: what a report says beside its page. */

import type { RatePeriod } from "../../loan/rate.ts";
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
    tooLong: "This report has too many rows to be worked out anew in the page. A shorter one has sliders.",
    reset: "Back to what was given",
    command: "The same figures in a terminal:",
  },
  sheets: { summary: "Summary", rows: "Rows", figures: "Figures", charts: "Charts", assumptions: "Assumptions" },
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
export interface HighlightWords {
  readonly owedOn: (day: string) => string;
  readonly paidIn: (days: number) => string;
  readonly reachesPrincipal: string;
  readonly principalFirstFalls: string;
  readonly cleared: string;
  readonly breakEven: (cycle: string) => string;
  readonly daysOverdueOn: (day: string) => string;
  readonly clearsIt: (every: string) => string;
  readonly toPay: string;
  readonly firstInstalment: string;
  readonly lastDue: string;
  readonly mostToPrincipal: string;
  readonly cheapest: string;
  /** Of a way to which the lender has to agree. */
  readonly ifAgreed: (label: string) => string;
  readonly statementDiffers: string;
  readonly none: string;
  readonly never: string;
}

export const highlights: HighlightWords = {
  owedOn: (day) => `owed on ${day}`,
  paidIn: (days) => `paid in ${plural(days, "day", "days")}`,
  reachesPrincipal: "of it reaches the principal",
  principalFirstFalls: "principal first falls",
  cleared: "debt cleared",
  breakEven: (cycle) => `break-even, ${cycle}`,
  daysOverdueOn: (day) => `days overdue on ${day}`,
  clearsIt: (every) => `clears it, paid ${every}`,
  toPay: "to pay under the agreement",
  firstInstalment: "first instalment",
  lastDue: "last instalment due",
  mostToPrincipal: "most goes to the principal",
  cheapest: "cheapest until cleared",
  ifAgreed: (label) => `${label}, if the lender agrees`,
  statementDiffers: "statement differs by",
  none: "none",
  never: "never",
};

/** The names of the sliders. */
export interface SliderNames {
  /** The amount beside a slider. */
  readonly amount: (figure: string) => string;
  readonly payment: (cycle: string) => string;
  readonly budget: (cycle: string) => string;
  readonly income: (cycle: string) => string;
  readonly living: (cycle: string) => string;
  /** The value of a name that holds from a day on. */
  readonly from: (name: string, day: string) => string;
  readonly rate: Readonly<Record<RatePeriod, string>>;
  readonly timesReference: string;
  readonly daysOverdue: string;
  readonly clearBy: string;
  /** Of an agreement, a deferral or a new loan. */
  readonly months: string;
}

export const sliders: SliderNames = {
  amount,
  payment: (cycle) => `payment ${cycle}`,
  budget: (cycle) => `budget ${cycle}`,
  income: (cycle) => `income ${cycle}`,
  living: (cycle) => `living costs ${cycle}`,
  from: (name, day) => `${name}, from ${day}`,
  rate: { day: "contract rate a day", month: "contract rate a month", year: "contract rate a year" },
  timesReference: "contract rate, times the LPR",
  daysOverdue: "days overdue so far",
  clearBy: "cleared by",
  months: "number of months",
};
