/** `defer:months=3`: every due date moves (延期). */

import { optional, required, usually } from "../record.ts";
import { months } from "../values/count.ts";
import { dateFrom } from "../values/date.ts";
import { rate } from "../values/rate.ts";
import { settingsForm } from "./settings.ts";

export const deferral = settingsForm({
  head: "defer",
  otherNames: ["延期", "展期"],
  kind: "deferral",
  form: "defer:months=3",
  fields: (asOf) => ({
    months: required(months),
    rate: optional(rate),
    start: usually(dateFrom(asOf, "agreement"), asOf),
  }),
  make: ({ months: count, rate: own, start }) => ({
    value: { agreement: { kind: "deferral", date: start, months: count, rate: own } },
  }),
});
