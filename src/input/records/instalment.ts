/** What is owed: the instalments. */

import type { Instalment } from "../../loan/loan.ts";
import { type Fen, ZERO } from "../../loan/money.ts";
import { optional, required, shown, usually } from "../record.ts";
import { amountOrZero } from "../values/amount.ts";
import { dayOfEntry } from "../values/date.ts";

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
  parts: (value: Instalment & { readonly interest: Fen }) => value,
});
