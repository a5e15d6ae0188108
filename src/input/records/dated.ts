/** What is dated: charges of the lender, waivers, what starts the limitation afresh, and the end of the time for a judgment. */

import type { Day } from "../../loan/day.ts";
import type { DatedCharge, DatedWaiver, Interruption } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import { field, perDay } from "../field.ts";
import { ok } from "../problem.ts";
import { fault, optional, type RecordReader, reader, required, type ShownRecord, shown, usually } from "../record.ts";
import { amount } from "../values/amount.ts";
import { dateAfter, dateFrom, dayOfEntry, dayOfEntryAfter } from "../values/date.ts";
import { share, unclearBelowOne } from "../values/share.ts";
import { component, interruptionKind, waived } from "../values/words.ts";

/** Words that are kept as they are. */
export const words = field<string>({ parse: ok, format: (value) => value });

/** A charge up to `asOf` is in the balances already. */
export const charge = perDay((asOf): ShownRecord<DatedCharge> => {
  return shown({
    fields: {
      date: required(dayOfEntryAfter(asOf, "charge")),
      amount: required(amount),
      component: usually(component, "fee"),
      note: optional(words),
    },
    make: (parts) => ({ value: parts }),
    parts: (value: DatedCharge) => value,
  });
});

/** `2000@2027-01-01:of=penalty`, `50%@2027-01-01:of=charges`. */
export const waiver = perDay((asOf): ShownRecord<DatedWaiver> => {
  return shown({
    fields: {
      date: required(dateAfter(asOf, "waiver")),
      amount: optional(amount),
      share: optional(share),
      component: usually(waived, "charges"),
    },
    short: {
      separator: ":",
      otherNames: new Map([["of", "component"]]),
      inHead: ["date", "amount", "share", "component"],
      split(head) {
        const [what = "", day] = head.split(/@(.*)/s).map((side) => side.trim());
        if (what === "" || day === undefined) return { code: "unreadable", kind: "waiver", text: head };
        if (what.endsWith("%")) return { share: what, date: day };
        return unclearBelowOne(what) ?? { amount: what, date: day };
      },
    },
    make({ date: on, amount: whole, share: part, component: of }) {
      if (whole !== null && part === null)
        return { value: { date: on, of, waives: { kind: "amount", amount: whole } } };
      if (part !== null && whole === null) return { value: { date: on, of, waives: { kind: "share", share: part } } };
      const names = ["amount", "share"];
      return [fault(names, { code: "either-of", names, form: "2000@2027-01-01:of=penalty" })];
    },
    parts: ({ date: on, of, waives }: DatedWaiver) => ({
      date: on,
      amount: waives.kind === "amount" ? waives.amount : null,
      share: waives.kind === "share" ? waives.share : null,
      component: of,
    }),
  });
});

export const interruption = shown({
  fields: { date: required(dayOfEntry), kind: usually(interruptionKind, "demand") },
  make: (parts) => ({ value: parts }),
  parts: (value: Interruption) => value,
});

/** `2026-03-01:judgment=10000`: the end of the time for performing a judgment, and the debt that it fixes. */
export function enforcement(asOf: Day): RecordReader<{ readonly from: Day; readonly judgment: Fen | null }> {
  return reader({
    form: "2026-03-01:judgment=10000",
    fields: { from: required(dateFrom(asOf, "enforcement")), judgment: optional(amount) },
    short: { separator: ":", inHead: ["from"], split: (head) => ({ from: head }) },
    make: (parts) => ({ value: parts }),
  });
}
