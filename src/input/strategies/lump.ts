/** `lump:20000@2027-03-01`: a single sum, as a stream of one payment, so that it is cut to what is owed. */

import type { Component } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import { EVERY_DAY, type PaymentStream, plainStream } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import { payment } from "../records/payment.ts";
import type { StrategyForm } from "../strategy.ts";
import { readAmount } from "../values/amount.ts";

export function paidOnce(amount: Fen, date: Day, purpose: Component | null): PaymentStream {
  return { ...plainStream(EVERY_DAY, [amount], date, date), for: purpose };
}

export const lump: StrategyForm = {
  head: "lump",
  otherNames: ["一次还一笔", "一次还"],
  kind: "payments",
  form: "lump:20000@2027-03-01",
  read(body, asOf, problems) {
    const { text, where } = body;
    const [amountText = ""] = text.split(":");
    if (text.includes("/") && !text.includes("@"))
      return problems.add(where, { code: "form-unknown", text: `lump:${text}`, form: this.form });
    if (!amountText.includes("@")) {
      problems.take(where, readAmount(amountText));
      return problems.add(where, { code: "missing", kind: "date", names: [`lump:${text}`], form: this.form });
    }
    const found = payment(asOf).read(body, problems);
    if (found === undefined) return undefined;
    // A stream goes where the terms say; only a payment that is not cut can have a surplus of its own.
    if (found.surplus !== null) problems.add(where, { code: "misplaced", name: "surplus" });
    return { streams: [paidOnce(found.amount, found.date, found.for)] };
  },
};
