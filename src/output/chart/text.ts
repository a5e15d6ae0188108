/** The charts of a report as text: the one of the answer, and, where they are wanted, the others. */

import type { ChartSettings } from "../report.ts";
import type { TextStyle } from "../style.ts";
import { barsText } from "./bars-text.ts";
import type { Chart } from "./chart.ts";

/** Charts as text, each a paragraph of its own. */
export interface DrawnCharts {
  readonly underAnswer: readonly Iterable<string>[];
  readonly underTable: readonly Iterable<string>[];
}

/** What draws an axis is loaded only where a chart has one. */
export async function drawnCharts(
  charts: readonly Chart[],
  { wanted, ascii }: ChartSettings,
  style: TextStyle,
): Promise<DrawnCharts> {
  const isTimeDrawn = charts.some(({ kind, isAnswer }) => kind === "time" && (wanted === "all" || isAnswer === true));
  const { timeText } = isTimeDrawn ? await import("./time-text.ts") : { timeText: null };
  const drawn = (chart: Chart): readonly Iterable<string>[] => {
    if (chart.kind === "bars") return [barsText(chart, { ...style, ascii })];
    return timeText === null ? [] : [timeText(chart, { ...style, ascii })];
  };
  return {
    underAnswer: charts.filter(({ isAnswer }) => isAnswer === true).flatMap(drawn),
    underTable: wanted === "all" ? charts.filter(({ isAnswer }) => isAnswer !== true).flatMap(drawn) : [],
  };
}
