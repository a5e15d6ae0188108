/** Figures as people read them in a sentence or a table, the same in every language. */

import { type Fen, type Fraction, formatFen, ratio } from "../loan/money.ts";

/** `1,234.50`; grouped by our own code, because the first `toLocaleString` costs a good part of the start-up. */
export function formatMoney(amount: Fen): string {
  const digits = formatFen(amount);
  if (amount > -100_000 && amount < 100_000) return digits;
  const start = amount < 0 ? 1 : 0;
  let point = digits.length - 3;
  let grouped = digits.slice(point);
  while (point - start > 3) {
    grouped = `,${digits.slice(point - 3, point)}${grouped}`;
    point -= 3;
  }
  return digits.slice(0, point) + grouped;
}

/** The same of a difference: `+1,234.50`, `-0.05`, `0.00`. */
export function formatDifference(amount: Fen): string {
  return `${amount > 0 ? "+" : ""}${formatMoney(amount)}`;
}

/** A share of 1 as a percentage of two decimals: `20.23%`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) throw new Error(`not a share: ${share}`);
  const digits = (share * 100).toFixed(2);
  return digits === "-0.00" ? "0.00%" : `${digits}%`;
}

/** The same for a sentence, which does without the zeros at the end: `36%`, `0.5%`. */
export function shortPercent(share: number): string {
  return formatShare(share).replace(/\.?0+%$/, "%");
}

/** An exact share of 1, rounded half-up to two decimals of a percent. */
export function percentOf({ numerator, denominator }: Fraction): string {
  return shortPercent(ratio(numerator, denominator, 4));
}

/** A rate in percent, cut to eight decimals: what two close rates are told apart by. */
export function longPercent({ numerator, denominator }: Fraction): string {
  return decimalPercent((numerator * 10n ** 10n) / denominator, 8);
}

/** The ends of a range in percent, to at least eight decimals and to as many as tell them apart: none of what is shown lies outside. */
export function percentsWithin(low: Fraction, high: Fraction): readonly [low: string, high: string] {
  for (let decimals = 8; ; decimals += 1) {
    const units = 10n ** BigInt(decimals + 2);
    const least = (low.numerator * units + low.denominator - 1n) / low.denominator;
    const most = (high.numerator * units) / high.denominator;
    if (least < most || decimals === MOST_DECIMALS)
      return [decimalPercent(least, decimals), decimalPercent(most, decimals)];
  }
}

/** A trillionth, the step in which rates are looked for, is as many decimals of a percent. */
const MOST_DECIMALS = 10;

function decimalPercent(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "").concat("%");
}

/** `1 day`, `30 days`: for languages that have a plural. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
