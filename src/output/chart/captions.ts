/** The figures that stand beside the parts of a chart, the same in every format. */

import { sum } from "../../loan/money.ts";
import { formatMoney, formatShare } from "../figures.ts";
import { printable } from "../sanitize.ts";
import { type Bar, drawnSum } from "./chart.ts";

/** What stands beside a bar: its sum, or what is said in its place. */
export function figureOf({ amounts, note }: Bar): string {
  return note === undefined ? formatMoney(sum(amounts)) : printable(note);
}

/** `charges 1,120.89 (74.73%)`; all of it needs no share, and what is not quite all or nothing is not said to be. */
export function partText(title: string, { amounts }: Bar, index: number): string {
  const amount = amounts[index];
  if (amount === undefined) throw new Error("a bar has fewer amounts than series");
  const whole = drawnSum(amounts);
  const named = `${title} ${formatMoney(amount)}`;
  if (whole === 0 || amount === whole) return named;
  const share = formatShare(amount / whole);
  if (share === "100.00%") return `${named} (>99.99%)`;
  return amount > 0 && share === "0.00%" ? `${named} (<0.01%)` : `${named} (${share})`;
}
