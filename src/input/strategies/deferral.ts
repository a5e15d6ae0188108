/** `defer:months=3`: every due date moves (延期). */

import type { Deferral } from "../../loan/events.ts";
import { perDay } from "../per-day.ts";
import { optional, type RecordReader, reader, required, usually } from "../record.ts";
import type { StrategyForm } from "../strategy.ts";
import { months } from "../values/count.ts";
import { dateFrom } from "../values/date.ts";
import { rate } from "../values/rate.ts";
import { readSettings } from "./settings.ts";

const FORM = "defer:months=3";

const shapeOf = perDay((asOf): RecordReader<Deferral> => {
  return reader({
    form: FORM,
    fields: {
      months: required(months),
      rate: optional(rate),
      start: usually(dateFrom(asOf, "agreement"), asOf),
    },
    short: { separator: ",", strategy: "defer", split: () => ({}), inHead: [] },
    make: ({ months: count, rate: own, start }) => ({
      value: { kind: "deferral", date: start, months: count, rate: own },
    }),
  });
});

export const deferral: StrategyForm = {
  head: "defer",
  otherNames: ["延期", "展期"],
  kind: "deferral",
  form: FORM,
  read(body, asOf, problems) {
    const found = readSettings(body, shapeOf(asOf), "defer", problems);
    return found && { kind: "agreed", agreement: found };
  },
};
