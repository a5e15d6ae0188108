/** The loan prime rate (贷款市场报价利率, LPR) of one year and of five years and more, and contract rates that stand on it. */

import { addDays, civil, type Day, day } from "../loan/day.ts";
import type { Loan } from "../loan/loan.ts";
import type { Fraction } from "../loan/money.ts";
import { once } from "../loan/once.ts";
import { addFractions, fraction, inPercent, multiply, parseDecimal, type Rate } from "../loan/rate.ts";
import { type DatedRate, isFreeOfInterest } from "../loan/terms.ts";
import { type DatedRow, DatedTable, type LawItem, type LawRow, lawRows } from "./law-table.ts";

const LPR_TERMS = ["1y", "5y"] as const;
export type LprTerm = (typeof LPR_TERMS)[number];

/** The first day of a rate that differs from the one before, or whose source does. */
export interface LprChange extends Pick<DatedRow<never>, "from" | "source" | "sure"> {
  /** A year, in percent. */
  readonly percent: string;
}

/** The rate of this day is taken to go on after it. */
export const LPR_KNOWN_UNTIL = day("2026-09-20");

/** To a private lender who asks for it, from the due date on, where neither interest nor overdue interest was agreed (民间借贷规定 art 28). */
export function isLprGranted(loan: Pick<Loan, "lender" | "jurisdiction" | "terms">): boolean {
  const { lender, jurisdiction, terms } = loan;
  return (
    lender === "private" &&
    jurisdiction === "cn" &&
    isFreeOfInterest(terms) &&
    terms.penalty.every(({ penalty }) => penalty.kind === "multiple")
  );
}

const ONE_YEAR = {
  source: "two public data sets of the LPR that agree, to 2025-07-21",
  sure: "verified-strong",
} as const;
const ONE_YEAR_SINCE = {
  source: "FachuanHybridSystem, to 2026-08-20, confirmed by a second source; 2026-09-20 as reported",
  sure: "verified-medium",
} as const;
const FIVE_YEARS = {
  source: "debt_review, table of the LPR to 2025-07-21; news of several of its changes",
  sure: "verified-medium",
} as const;
const FIVE_YEARS_SINCE = {
  source: "tables and reports of 2026-06-22 and 2026-09-20; the months between were not read",
  sure: "verified-weak",
} as const;

/** Yearly rates. Few runs ask for them. */
export const LPR: { readonly [term in LprTerm]: DatedTable<Fraction> } = {
  get "1y"() {
    return oneYear();
  },
  get "5y"() {
    return fiveYears();
  },
};

const oneYear = once(() =>
  lprTable(
    "lpr1y",
    [
      { from: day("2019-08-20"), percent: "4.25", ...ONE_YEAR },
      { from: day("2019-09-20"), percent: "4.20", ...ONE_YEAR },
      { from: day("2019-11-20"), percent: "4.15", ...ONE_YEAR },
      { from: day("2020-02-20"), percent: "4.05", ...ONE_YEAR },
      { from: day("2020-04-20"), percent: "3.85", ...ONE_YEAR },
      { from: day("2021-12-20"), percent: "3.80", ...ONE_YEAR },
      { from: day("2022-01-20"), percent: "3.70", ...ONE_YEAR },
      { from: day("2022-08-22"), percent: "3.65", ...ONE_YEAR },
      { from: day("2023-06-20"), percent: "3.55", ...ONE_YEAR },
      { from: day("2023-08-21"), percent: "3.45", ...ONE_YEAR },
      { from: day("2024-07-22"), percent: "3.35", ...ONE_YEAR },
      { from: day("2024-10-21"), percent: "3.10", ...ONE_YEAR },
      { from: day("2025-05-20"), percent: "3.00", ...ONE_YEAR },
      { from: day("2025-08-20"), percent: "3.00", ...ONE_YEAR_SINCE },
    ],
    LPR_KNOWN_UNTIL,
  ),
);

const fiveYears = once(() =>
  lprTable(
    "lpr5y",
    [
      { from: day("2019-08-20"), percent: "4.85", ...FIVE_YEARS },
      { from: day("2019-11-20"), percent: "4.80", ...FIVE_YEARS },
      { from: day("2020-02-20"), percent: "4.75", ...FIVE_YEARS },
      { from: day("2020-04-20"), percent: "4.65", ...FIVE_YEARS },
      { from: day("2022-01-20"), percent: "4.60", ...FIVE_YEARS },
      { from: day("2022-05-20"), percent: "4.45", ...FIVE_YEARS },
      { from: day("2022-08-22"), percent: "4.30", ...FIVE_YEARS },
      { from: day("2023-06-20"), percent: "4.20", ...FIVE_YEARS },
      { from: day("2024-02-20"), percent: "3.95", ...FIVE_YEARS },
      { from: day("2024-07-22"), percent: "3.85", ...FIVE_YEARS },
      { from: day("2024-10-21"), percent: "3.60", ...FIVE_YEARS },
      { from: day("2025-05-20"), percent: "3.50", ...FIVE_YEARS },
      { from: day("2025-08-20"), percent: "3.50", ...FIVE_YEARS_SINCE },
    ],
    LPR_KNOWN_UNTIL,
  ),
);

/**
 * A table of changes, each holding until the next. Throws where one cannot be an LPR: it is published on the 20th of a month
 * or the next working day, in steps of 0.05 %. (A public data set has rows of 2020-01-01 and 2023-01-01 that are none.)
 */
export function lprTable(name: string, changes: readonly LprChange[], lastKnownDay: Day): DatedTable<Fraction> {
  const rows = changes.map(({ from, percent, source, sure }, index) => {
    const next = changes[index + 1];
    const value = percentage(percent);
    if (civil(from).day < 20) throw new Error(`${name}: no rate is published before the 20th: row ${index + 1}`);
    if ((value.numerator * 2_000n) % value.denominator !== 0n || value.numerator <= 0n) {
      throw new Error(`${name}: not a multiple of 0.05 %: row ${index + 1}`);
    }
    return { from, until: next === undefined ? lastKnownDay : addDays(next.from, -1), value, source, sure };
  });
  return new DatedTable(name, rows);
}

function percentage(text: string): Fraction {
  const parsed = parseDecimal(text);
  if (parsed === null) throw new Error(`not a percentage: ${text}`);
  return multiply(parsed, fraction(1n, 100n));
}

/**
 * The contract rate `LPR × multiple + addition` (a year; the addition may be below 0) as dated rates, one for each change: `lpr1y*4` is
 * `("1y", 4/1, 0/1)`. The first begins with the table, on 2019-08-20: earlier nights have no such rate. A change published
 * on day D bears first on the night from D to D+1. A contract that is repriced once a year is given by dated rates instead.
 */
export function lprRates(term: LprTerm, multiple: Fraction, addition: Fraction): readonly DatedRate[] {
  const rates: DatedRate[] = [];
  for (const { from, value } of LPR[term].rows) {
    const yearly: Rate = { ...addFractions(multiply(value, multiple), addition), per: "year" };
    const before = rates.at(-1)?.rate;
    if (before?.numerator !== yearly.numerator || before.denominator !== yearly.denominator) {
      rates.push({ from, rate: yearly });
    }
  }
  return rates;
}

export function lprRows(): readonly LawRow[] {
  return LPR_TERMS.flatMap((term) =>
    lawRows(LPR[term], (value): readonly LawItem[] => {
      const percent = inPercent(value);
      return [{ item: `lpr${term}`, en: `${percent}%/year`, zh: `年利率 ${percent}%`, yearlyRate: value }];
    }),
  );
}
