/** What happens to a loan after its `asOf`: payments, and what is agreed with a lender. */

import { type ByComponent, byComponent, COMPONENTS, type Component } from "./components.ts";
import { addDays, addMonths, type Day, earliest } from "./day.ts";
import type { Loan, Payment, PaymentStream } from "./loan.ts";
import { type Fen, type Fraction, NOTHING, type ShareOrAmount } from "./money.ts";
import type { Rate } from "./rate.ts";
import type { DayCount, PenaltyTier } from "./terms.ts";

/** The share of each component that the lender gives up, 0 to 1. */
export type WaivedShares = ByComponent<Fraction>;

/** Nothing is waived; with one share changed, only that component is. */
export const WAIVE_NOTHING: WaivedShares = byComponent(() => NOTHING);

/** `flat`: equal parts of the principal and each month a share of the first amount; `steps`: amounts by hand. */
export type AgreementMethod =
  | { readonly kind: "equal-instalments" }
  | { readonly kind: "equal-principal" }
  | { readonly kind: "flat"; readonly monthlyFee: Fraction }
  | { readonly kind: "steps"; readonly steps: readonly { readonly amount: Fen; readonly months: number }[] };

/** Whether interest not yet earned is part of what is taken over (`keep`) or not (Civil Code art 677). */
export type Unearned = "leave-out" | "keep";

/** 协商分期: from a date new terms over new monthly instalments. */
export interface InstalmentAgreement {
  readonly kind: "agreement";
  readonly date: Day;
  readonly waive: WaivedShares;
  /** Charges that are left: spread over the instalments (and bearing the new rate with them), or owed with the last. */
  readonly charges: "spread" | "end";
  readonly months: number;
  readonly method: AgreementMethod;
  /** What is paid on the agreement's date before the rest is spread; null: nothing. */
  readonly down: ShareOrAmount | null;
  /** 0: no interest but the monthly fee of a flat agreement. */
  readonly rate: Rate;
  readonly dayCount: DayCount;
  /** Months before the first instalment's month begins. */
  readonly pauseMonths: number;
  /** Days an instalment may be late before the agreement breaks. */
  readonly graceDays: number;
  /** `restore`: a break takes the waivers back; `keep`: they stand. The old terms and due dates go on either way. */
  readonly onBreak: "restore" | "keep";
  readonly unearned: Unearned;
}

/** Nothing is asked for the time that the agreement gives: no interest by a rate, no monthly fee. */
export function stopsInterest({ rate, method }: InstalmentAgreement): boolean {
  return rate.numerator === 0n && (method.kind !== "flat" || method.monthlyFee.numerator === 0n);
}

/** 延期: every due date moves; what is overdue falls due again when the deferral ends. */
export interface Deferral {
  readonly kind: "deferral";
  readonly date: Day;
  readonly months: number;
  /** The contract rate while it lasts; null: unchanged. */
  readonly rate: Rate | null;
}

/** 一次性结清: a lump sum clears the loan, the rest is waived. */
export interface Settlement {
  readonly kind: "settlement";
  readonly date: Day;
  readonly pays: ShareOrAmount;
  readonly unearned: Unearned;
}

/** 以贷养贷: a new loan pays off the old one and takes its place. */
export interface Refinancing {
  readonly kind: "refinancing";
  readonly date: Day;
  readonly rate: Rate;
  /** Upfront fee as a share of what clears the old loan; added to the new principal. */
  readonly feeShare: Fraction;
  readonly months: number;
  readonly method: "equal-instalments" | "equal-principal";
  readonly dayCount: DayCount;
  /** Penalty of the new loan's arrears. */
  readonly penalty: readonly PenaltyTier[];
  readonly unearned: Unearned;
}

/** What a lender may agree to. */
export type Agreement = InstalmentAgreement | Deferral | Settlement | Refinancing;

/** What is paid beside what may be paid as it falls due. */
export interface GivenPayments {
  readonly payments: readonly Payment[];
  readonly streams: readonly PaymentStream[];
}

/** All that happens to a loan after its `asOf`. */
export interface Events extends GivenPayments {
  /** By date; each on the loan's `asOf` or later. */
  readonly agreements: readonly Agreement[];
  /** From this day on, whatever has fallen due is paid on the day it falls due, before any other payment; null: nothing is paid so. */
  readonly paysWhenDueFrom: Day | null;
}

export const NO_EVENTS: Events = { payments: [], streams: [], agreements: [], paysWhenDueFrom: null };

/** Whether payments are made beside what is paid as it falls due. */
export function paysAnything({ payments, streams }: GivenPayments): boolean {
  return payments.length + streams.length > 0;
}

/** Whether a stream pays the minimum payment, which a rule of the contract must then say. */
export function paysMinimum({ streams }: Pick<Events, "streams">): boolean {
  return streams.some(({ amounts }) => amounts.includes("minimum"));
}

/**
 * What payments name though the order of the terms does not begin with it: within one debt a payer has no choice, so that it
 * goes there first only if the lender agrees (Civil Code art 561).
 */
export function namedOutOfOrder(
  { payments, streams }: Pick<Events, "payments" | "streams">,
  { asOf, instalments, terms }: Pick<Loan, "asOf" | "instalments" | "terms">,
): readonly Component[] {
  const named = new Set([...payments, ...streams].map((paid) => paid.for));
  const daysOverdue = asOf - (instalments[0]?.due ?? asOf);
  const rows = [{ ...terms, daysOverdue: 0 }, ...terms.orderAfter];
  const inForce = rows.findLastIndex((row) => row.daysOverdue <= Math.max(daysOverdue, 0));
  const isFirst = (component: Component): boolean =>
    rows
      .slice(inForce)
      .every(({ order, by }) => order[0] === component && (by === "component" || instalments.length === 1));
  return COMPONENTS.filter((component) => named.has(component) && !isFirst(component));
}

/** The same payments, each cleared in the order of the terms. */
export function withoutNames(events: Events): Events {
  const unnamed = <Paid extends Payment | PaymentStream>(paid: Paid): Paid => ({ ...paid, for: null });
  return { ...events, payments: events.payments.map(unnamed), streams: events.streams.map(unnamed) };
}

/** The day from which an agreement's own instalments are paid as they fall due; null where it has none of its own. */
export function paysWhenDueUnder(agreement: Agreement): Day | null {
  switch (agreement.kind) {
    case "agreement":
    case "refinancing":
      return agreement.date;
    case "deferral":
    case "settlement":
      return null;
    default:
      return agreement satisfies never;
  }
}

/** The same with one agreement more, whose instalments are paid as they fall due. */
export function withAgreement(events: Events, agreement: InstalmentAgreement): Events {
  return { ...events, agreements: [...events.agreements, agreement], paysWhenDueFrom: agreement.date };
}

/** What happens where one agreement is made and kept beside the payments given. */
export function eventsUnder(agreement: Agreement, given: GivenPayments): Events {
  return {
    ...NO_EVENTS,
    agreements: [agreement],
    paysWhenDueFrom: paysWhenDueUnder(agreement),
    ...paymentsUnder(agreement, given),
  };
}

/** Payments come on top of agreed instalments, regular ones pause while due dates are deferred; otherwise nothing is left to pay. */
function paymentsUnder(agreement: Agreement, { payments, streams }: GivenPayments): GivenPayments | null {
  switch (agreement.kind) {
    case "agreement":
      return { payments, streams };
    case "deferral":
      return pausedWhileDeferred(agreement, { payments, streams });
    case "settlement":
    case "refinancing":
      return null;
    default:
      return agreement satisfies never;
  }
}

/** Regular payments pause while due dates are deferred; one of a day is made on that day, since its payer says so. */
function pausedWhileDeferred({ date, months }: Deferral, given: GivenPayments): GivenPayments {
  const end = addMonths(date, months);
  const pause = { from: date, until: addDays(end, -1) };
  return {
    payments: given.payments,
    streams: given.streams.map((stream) => ({ ...stream, pauses: [...stream.pauses, pause] })),
  };
}

/** What happens before a day, which is what an agreement of that day finds. */
export function eventsBefore(events: Events, date: Day): Events {
  const lastDay = addDays(date, -1);
  const { paysWhenDueFrom } = events;
  return {
    payments: events.payments.filter((payment) => payment.date < date),
    streams: events.streams.map((stream) => ({ ...stream, until: earliest(stream.until ?? lastDay, lastDay) })),
    agreements: events.agreements.filter((agreement) => agreement.date < date),
    paysWhenDueFrom: paysWhenDueFrom !== null && paysWhenDueFrom < date ? paysWhenDueFrom : null,
  };
}
