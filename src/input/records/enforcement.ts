/** `2026-03-01:judgment=10000`: the end of the time for performing a judgment, and the debt that it fixes. */

import type { Day } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import { optional, type RecordReader, reader, required } from "../record.ts";
import { amount } from "../values/amount.ts";
import { date, dateFrom } from "../values/date.ts";

const FORM = "2026-03-01:judgment=10000";

interface WrittenEnforcement {
  readonly from: Day;
  readonly judgment: Fen | null;
}

/** `asOf` null: it could not be read, and nothing can be too early. */
export function enforcement(asOf: Day | null): RecordReader<WrittenEnforcement> {
  return reader({
    form: FORM,
    fields: {
      from: required(asOf === null ? date : dateFrom(asOf, "enforcement")),
      judgment: optional(amount),
    },
    short: {
      separator: ":",
      inHead: ["from"],
      split: (head) => ({ from: head }),
    },
    make: ({ from, judgment }) => ({ value: { from, judgment } }),
  });
}
