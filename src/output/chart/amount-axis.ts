/** The axis of amounts of a chart over time: its scale and the round amounts beside it, the same in every format. */

import { type ScaleLinear, scaleLinear } from "d3-scale";
import { fen } from "../../loan/money.ts";
import { formatMoney } from "../figures.ts";
import { largestSum, type Point } from "./chart.ts";

/** About so many amounts. */
const TICKS = 5;

/** From nothing to a round amount that no sum lies above. */
export function amountScale(points: readonly Point[]): ScaleLinear<number, number> {
  return scaleLinear()
    .domain([0, largestSum(points)])
    .nice(TICKS);
}

/** Round ones; between two fen there is none. */
export function ticksOf(scale: ScaleLinear<number, number>): readonly number[] {
  return scale.ticks(TICKS).filter((tick) => Number.isInteger(tick));
}

/** Round, so that its fen need no place. */
export function tickText(tick: number): string {
  return formatMoney(fen(Math.round(tick))).replace(/\.00$/, "");
}
