/** What is owed: instalments, and the contract from which they are made. */

import type { Instalment } from "../../loan/loan.ts";
import { ZERO } from "../../loan/money.ts";
import { optional, reader, required, shown, usually } from "../record.ts";
import { amount, amountOrZero } from "../values/amount.ts";
import { months } from "../values/count.ts";
import { date, dayOfEntry } from "../values/date.ts";
import { method } from "../values/words.ts";
import { words } from "./dated.ts";

/** Absent penalty, compound and fee are left for the engine to compute. */
export const instalment = shown({
  fields: {
    due: required(dayOfEntry),
    principal: required(amountOrZero),
    interest: usually(amountOrZero, ZERO),
    penalty: optional(amountOrZero),
    compound: optional(amountOrZero),
    fee: optional(amountOrZero),
  },
  make: (parts) => ({ value: parts }),
  parts: (value: Instalment) => value,
});

/** Every part may be missing here, because an option may give it. */
export const contract = reader({
  fields: {
    borrowed: optional(amount),
    months: optional(months),
    method: optional(method),
    firstDue: optional(date),
    /** A date, or the number of an instalment. */
    missedSince: optional(words),
  },
  make: (parts) => ({ value: parts }),
});
