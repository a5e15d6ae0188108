/** Areas over the days as a picture, with an axis of round amounts and one of days. */

import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { addDays, type Day, formatDay } from "../../loan/day.ts";
import { fen } from "../../loan/money.ts";
import { formatMoney } from "../figures.ts";
import { amountScale, ticksOf, tickText } from "./amount-axis.ts";
import { drawnSum, endsOf, type Point, type TimeChart } from "./chart.ts";
import { EDGE, GRID, TICK } from "./paints.ts";
import { LINE_HEIGHT, legend, type Picture, paint, round, textWidth, WIDTH } from "./svg-parts.ts";

const AREA_HEIGHT = 170;
const GAP = 8;
/** Less than this is not seen. */
const LEAST_VISIBLE = 0.5;
/** The part of the days before that the last of a few is drawn as wide as. */
const LAST_OF = 40;

interface Scales {
  readonly x: (day: number) => number;
  readonly y: (amount: number) => number;
}

export function timePicture(chart: TimeChart): Picture {
  const { points, series, sumTitle } = chart;
  const wide = withWidth(chart);
  const { first, last } = endsOf(points);
  const figures = last.amounts.map((amount) => formatMoney(amount));
  const names = legend(
    chart,
    [
      ...series.map(({ title }, index) => `${title} ${figures[index] ?? ""}`),
      // One series is its own sum.
      ...(series.length === 1 ? [] : [`${sumTitle} ${formatMoney(fen(drawnSum(last.amounts)))}`]),
    ],
    formatDay(last.day),
  );
  const top = names.height + GAP;
  const bottom = top + AREA_HEIGHT;
  const y = amountScale(points).range([bottom, top]);
  const ticks = ticksOf(y).map((tick) => ({ label: tickText(tick), at: y(tick) }));
  const left = Math.max(...ticks.map(({ label }) => textWidth(label))) + GAP;
  const x = scaleLinear()
    .domain([first.day, wide.at(-1)?.day ?? last.day])
    .range([left, WIDTH]);
  const grid = ticks.map(({ at }) => `M${round(left)} ${round(at)}H${WIDTH}`).join("");
  const amounts = ticks.map(
    ({ label, at }) => `<text ${TICK} x="${round(left - GAP)}" y="${round(at + 4)}" text-anchor="end">${label}</text>`,
  );
  const drawn = seenPoints(wide, y);
  const areas = series.map(
    (one, index) => `<path fill="${paint(chart, one)}" d="${areaPath(drawn, index, { x, y })}"/>`,
  );
  return {
    height: bottom + LINE_HEIGHT,
    markup:
      names.markup +
      areas.join("") +
      `<path ${GRID} d="${grid}"/>` +
      amounts.join("") +
      `<path ${EDGE} d="${edgePath(drawn, { x, y })}"/>` +
      dayAxis(first.day, last.day, x, bottom + 15),
  };
}

/** The points at which an edge has moved by what can be seen, and the last: steps between them are finer than a hair. */
function seenPoints(points: readonly Point[], y: Scales["y"]): readonly Point[] {
  let drawn: readonly number[] | null = null;
  return points.filter(({ amounts }, index) => {
    const edges = amounts.map((_, series) => y(drawnSum(amounts.slice(0, series + 1))));
    const isSeen =
      drawn === null || edges.some((edge, series) => Math.abs(edge - (drawn?.[series] ?? 0)) >= LEAST_VISIBLE);
    if (isSeen) drawn = edges;
    return isSeen || index === points.length - 1;
  });
}

/** The same points, and behind a last one that would have no width the day until which it is drawn. */
function withWidth({ points, isSparse }: TimeChart): readonly Point[] {
  if (isSparse !== true) return points;
  const { first, last } = endsOf(points);
  return [...points, { ...last, day: addDays(last.day, Math.ceil((last.day - first.day) / LAST_OF)) }];
}

function areaPath(points: readonly Point[], index: number, { x, y }: Scales): string {
  return (
    area<Point>(
      ({ day }) => round(x(day)),
      ({ amounts }) => round(y(drawnSum(amounts.slice(0, index)))),
      ({ amounts }) => round(y(drawnSum(amounts.slice(0, index + 1)))),
    ).curve(curveStepAfter)(points) ?? ""
  );
}

function edgePath(points: readonly Point[], { x, y }: Scales): string {
  return (
    line<Point>(
      ({ day }) => round(x(day)),
      ({ amounts }) => round(y(drawnSum(amounts))),
    ).curve(curveStepAfter)(points) ?? ""
  );
}

function dayAxis(first: Day, last: Day, x: (day: number) => number, y: number): string {
  const middle = addDays(first, Math.floor((last - first) / 2));
  const anchored: readonly (readonly [Day, string])[] = [
    [first, "start"],
    [middle, "middle"],
    [last, "end"],
  ];
  return anchored
    .map(
      ([day, anchor]) =>
        `<text ${TICK} x="${round(x(day))}" y="${round(y)}" text-anchor="${anchor}">${formatDay(day)}</text>`,
    )
    .join("");
}
