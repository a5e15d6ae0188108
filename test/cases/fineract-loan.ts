/**
 * A Fineract scenario as a loan of the model.
 *
 * The two see charges differently. There a charge belongs to an instalment, is seen from the day it was added, and
 * with some strategies is due on a day of its own inside the instalment's period. Here an opening balance is seen
 * from the start, and a dated charge goes to the instalment in whose period its date falls. So each charge is put
 * where the payments of the case find it as they would there.
 */

import { type Day, day } from "../../src/loan/day.ts";
import type { DatedCharge, Instalment, Loan, Payment } from "../../src/loan/loan.ts";
import { add, type Fen, sum } from "../../src/loan/money.ts";
import type { Surplus, Terms } from "../../src/loan/terms.ts";
import { orderOf, type Strategy } from "./allocation.ts";
import { type Charge, chargesOf, place } from "./fineract-charges.ts";
import { amount, before, instalmentOf, loanOf, QUIET_TERMS } from "./papers.ts";

export interface FineractInput {
  readonly strategy: Strategy;
  readonly disbursed: { readonly date: string };
  /** The first instalment is a down payment that the system pays itself on the day of disbursement. */
  readonly autoDownPayment: boolean;
  readonly instalments: readonly {
    readonly from: string;
    readonly due: string;
    readonly principal: string;
    readonly interest: string;
    readonly fees: string;
    readonly penalties: string;
  }[];
  readonly events: readonly FineractEvent[];
}

export type FineractEvent =
  | { readonly type: "payment"; readonly kind: string; readonly valueDate: string; readonly amount: string }
  | {
      readonly type: "charge";
      readonly addedOn: string;
      readonly due: string;
      readonly component: string;
      readonly amount: string;
    };

export interface FineractLoan {
  readonly loan: Loan;
  readonly payments: readonly Payment[];
  /** For each instalment of the loan, the number (from 0) of the case's instalment it is part of. */
  readonly partOf: readonly number[];
}

/** An instalment of the loan, and the case's instalment it is part of. */
interface Part {
  instalment: Instalment;
  readonly host: number;
}

export function fineractLoan(input: FineractInput): FineractLoan {
  const payments = paymentsOf(input);
  const parts: Part[] = input.instalments.map((row, host) => {
    const { principal, interest, fees, penalties } = row;
    const owed = {
      principal: amount(principal),
      interest: amount(interest),
      fee: amount(fees),
      penalty: amount(penalties),
    };
    return { host, instalment: instalmentOf(day(row.due), owed) };
  });
  const charges: DatedCharge[] = [];
  const given = chargesOf(input, payments);
  for (const charge of given) {
    const placed = place(charge, given, owedSoFar(parts, charges));
    const found = parts.findIndex((part) => part.instalment.due === placed.due);
    if (found < 0) parts.push({ host: placed.host, instalment: instalmentOf(placed.due, {}) });
    else if (parts[found]?.host !== placed.host) throw new Error("charges of two instalments on one due date");
    if (placed.date === null) addToOpening(parts, placed.due, charge);
    else charges.push({ date: placed.date, amount: charge.amount, component: charge.component, note: null });
  }
  const byDue = parts.toSorted((first, second) => first.instalment.due - second.instalment.due);
  const instalments = byDue.map((part) => part.instalment);
  const loan = loanOf(before(input.disbursed.date), instalments, termsOf(input.strategy));
  return { loan: { ...loan, charges }, payments, partOf: byDue.map(({ host }) => host) };
}

function termsOf({ order, orderInAdvance, mode }: Strategy): Terms {
  return {
    ...QUIET_TERMS,
    order: orderOf(order),
    orderInAdvance: orderInAdvance === undefined ? null : orderOf(orderInAdvance),
    by: mode === "by-component" ? "component" : "instalment",
  };
}

function paymentsOf(input: FineractInput): readonly Payment[] {
  const [first] = input.instalments;
  const events: FineractEvent[] = [...input.events];
  if (input.autoDownPayment && first !== undefined) {
    const date = input.disbursed.date;
    events.unshift({ type: "payment", kind: "down-payment", valueDate: date, amount: first.principal });
  }
  return events.flatMap((event) => {
    if (event.type !== "payment") return [];
    const surplus = surplusOf(input.strategy, event.kind);
    return [{ date: day(event.valueDate), amount: amount(event.amount), for: null, surplus }];
  });
}

function surplusOf({ futureRule }: Strategy, kind: string): Surplus {
  const rule = futureRule?.[kind.toUpperCase().replaceAll("-", "_")] ?? futureRule?.["DEFAULT"] ?? "next";
  switch (rule) {
    case "next":
      return "next";
    case "last":
      return "last";
    case "spread-evenly":
      return "spread";
    default:
      throw new Error(`no such rule for future instalments: ${rule}`);
  }
}

function owedSoFar(parts: readonly Part[], charges: readonly DatedCharge[]): Fen {
  const opening = parts.flatMap(({ instalment }) => {
    const { principal, interest, penalty, fee } = instalment;
    return [principal, interest ?? (0 as Fen), penalty ?? (0 as Fen), fee ?? (0 as Fen)];
  });
  return sum([...opening, ...charges.map((charge) => charge.amount)]);
}

function addToOpening(parts: Part[], due: Day, charge: Charge): void {
  const part = parts.find(({ instalment }) => instalment.due === due);
  if (part === undefined) throw new Error("no such instalment");
  const owed = part.instalment[charge.component] ?? (0 as Fen);
  part.instalment = { ...part.instalment, [charge.component]: add(owed, charge.amount) };
}
