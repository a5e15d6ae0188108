/** Marks of a chart on a terminal, told apart without colour, and how many of them an amount takes. */

import type { Fen } from "../../loan/money.ts";
import type { ChartSettings } from "../report.ts";
import { printable } from "../sanitize.ts";
import type { Styles, TextStyle } from "../style.ts";
import { displayWidth } from "../width.ts";
import type { Series, SeriesKey } from "./chart.ts";

/** How a chart is drawn as text. */
export type ChartStyle = TextStyle & Pick<ChartSettings, "ascii">;

const MARKS: Readonly<Record<SeriesKey, { readonly block: string; readonly ascii: string }>> = {
  principal: { block: "█", ascii: "#" },
  charges: { block: "▒", ascii: ":" },
  owed: { block: "░", ascii: "." },
  unapplied: { block: "▚", ascii: "+" },
  "debt-1": { block: "█", ascii: "#" },
  "debt-2": { block: "░", ascii: "." },
  "debt-3": { block: "▚", ascii: "+" },
  "debt-4": { block: "▒", ascii: ":" },
  "debt-5": { block: "▄", ascii: "o" },
  "debt-6": { block: "▌", ascii: "x" },
};

/** Beyond this a chart grows no clearer. */
const WIDEST = 120;
const USUAL_WIDTH = 80;

export function chartWidth({ width }: TextStyle): number {
  return Math.min(width ?? USUAL_WIDTH, WIDEST);
}

export function markOf({ key }: Series, { ascii }: ChartStyle): string {
  return ascii ? MARKS[key].ascii : MARKS[key].block;
}

export function coloured({ key }: Series, styles: Styles, text: string): string {
  switch (key) {
    case "principal":
      return styles.good(text);
    case "charges":
      return styles.bad(text);
    default:
      return text;
  }
}

/** Cells for each amount, `cells` being what `most` takes: each ends where the sum so far does. */
export function roundedCells(amounts: readonly Fen[], most: number, cells: number): number[] {
  let sum = 0;
  let end = 0;
  return amounts.map((amount) => {
    sum += Math.max(0, amount);
    const start = end;
    end = most === 0 ? 0 : Math.round((sum / most) * cells);
    return end - start;
  });
}

/** The same where what is not nothing is seen: it takes a cell of the largest. */
export function cellsOf(amounts: readonly Fen[], most: number, cells: number): number[] {
  const shares = roundedCells(amounts, most, cells);
  for (const [index, amount] of amounts.entries()) {
    if (amount <= 0 || shares[index] !== 0) continue;
    const largest = shares.indexOf(Math.max(...shares));
    if ((shares[largest] ?? 0) > 1) shares[largest] = (shares[largest] ?? 0) - 1;
    shares[index] = 1;
  }
  return shares;
}

/** `█ principal   ▒ charges`, on as many lines as the width asks for; before them what they are `of`. */
export function legendText(
  series: readonly Series[],
  style: ChartStyle,
  named: (series: Series, index: number) => string,
  of = "",
): string {
  const width = chartWidth(style);
  let text = of;
  let used = displayWidth(of);
  for (const [index, one] of series.entries()) {
    const name = printable(named(one, index));
    const taken = displayWidth(name) + 2;
    if (used > 0 && used + 3 + taken > width) {
      text += "\n";
      used = 0;
    }
    text += `${used > 0 ? "   " : ""}${coloured(one, style.styles, markOf(one, style))} ${name}`;
    used += taken + (used > 0 ? 3 : 0);
  }
  return `${text}\n`;
}
