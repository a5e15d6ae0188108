/** The all-in yearly cost of a debt, and the lines it is looked at beside. Information, never a verdict. */

import { type Day, day } from "../loan/day.ts";
import { divideHalfUp, type Fen, type Fraction, fen, ratio } from "../loan/money.ts";

/** A yearly cost that courts or regulators look at. Above it nothing happens by itself. */
export interface CostLine {
  readonly name: string;
  readonly yearlyRate: Fraction;
  /** First day of its force. */
  readonly from: Day;
  /** Last day of its force; null: still in force when the table was written. */
  readonly until: Day | null;
  readonly source: string;
}

/** Yearly cost is counted over calendar days, whatever the contract's own day count is. */
const DAYS_A_YEAR = 365n;

/**
 * The day of the month of the opinion's issue is not verified: the first is taken. A borrower may ask a court to reduce
 * what lies above; courts count it on outstanding principal over the actual days.
 */
export const COST_LINES = costLines([
  {
    name: "judicial-24",
    yearlyRate: { numerator: 24n, denominator: 100n },
    from: day("2017-08-01"),
    until: null,
    source: "最高人民法院 法发〔2017〕22号, art 2",
  },
]);

/** The table once it is proved sound: of one name no two lines in force on one day, no rate below 0, each with a source. */
export function costLines(lines: readonly CostLine[]): readonly CostLine[] {
  const lastOfName = new Map<string, CostLine>();
  for (const line of lines) {
    if (line.source.trim() === "") throw new Error(`cost line without a source: ${line.name}`);
    if (line.yearlyRate.numerator <= 0n || line.yearlyRate.denominator <= 0n) {
      throw new Error(`cost line without a rate: ${line.name}`);
    }
    if (line.until !== null && line.until < line.from) throw new Error(`cost line ends before it starts: ${line.name}`);
    const before = lastOfName.get(line.name);
    if (before !== undefined && (before.until === null || before.until + 1 !== line.from)) {
      throw new Error(`cost line with a gap or an overlap: ${line.name}`);
    }
    lastOfName.set(line.name, line);
  }
  return lines;
}

export function costLinesOn(day: Day, lines: readonly CostLine[] = COST_LINES): readonly CostLine[] {
  return lines.filter((line) => line.from <= day && (line.until === null || day <= line.until));
}

/**
 * Charges ÷ (principal × days) × 365, to six decimals; null where no principal was outstanding.
 * `principalDays` is the sum over the nights of the principal outstanding, in fen × days.
 */
export function yearlyCost(charges: Fen, principalDays: bigint): number | null {
  return principalDays > 0n ? ratio(BigInt(charges) * DAYS_A_YEAR, principalDays, 6) : null;
}

/** What of the charges lies above a yearly rate on the same principal and days, rounded half-up to the fen; never below 0. */
export function amountAbove(charges: Fen, principalDays: bigint, yearlyRate: Fraction): Fen {
  const scale = DAYS_A_YEAR * yearlyRate.denominator;
  const above = BigInt(charges) * scale - principalDays * yearlyRate.numerator;
  return fen(above > 0n ? Number(divideHalfUp(above, scale)) : 0);
}
