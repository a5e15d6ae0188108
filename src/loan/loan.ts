/**
 * What a loan is, on paper. A map of the words:
 *
 *   Loan        one lender, one set of terms; holds Instalments (what is owed, with due dates) as of a day
 *   Terms       rates, grace, fee rules, order of allocation, rounding (terms.ts)
 *   Events      what the borrower and the lender do from then on: payments, charges, agreements
 *
 * The engine in `ledger/` turns a Loan and its Events into days.
 */

import type { Component } from "./components.ts";
import type { Day } from "./day.ts";
import { add, type Fen, type ShareOrAmount, subtract, sum } from "./money.ts";
import type { Contract } from "./schedule.ts";
import { accruesNothing, type Surplus, type Terms } from "./terms.ts";

/**
 * A part of the loan with one due date, as it stands at the close of the loan's `asOf`.
 * `null`: not given, so that the engine computes what ran up without payments: interest since the due date before it, other
 * charges from its own due date on.
 */
export interface Instalment {
  readonly due: Day;
  readonly principal: Fen;
  /** `null` where the interest of a contract accrues. */
  readonly interest: Fen | null;
  readonly penalty: Fen | null;
  readonly compound: Fen | null;
  readonly fee: Fen | null;
}

/** For an instalment of which only principal and interest are known. */
export const CHARGES_NOT_GIVEN = { fee: null, penalty: null, compound: null } as const;

/** The earliest due date from which charges not given have to be computed, or `asOf` where there are none. */
export function firstComputedDue(instalments: readonly Instalment[], asOf: Day): Day {
  const computed = instalments.find(
    ({ due, penalty, compound, fee }) => due < asOf && (penalty === null || compound === null || fee === null),
  );
  return computed?.due ?? asOf;
}

/** Whether interest is owed for days still ahead: it was fixed in advance, and is not earned before its due date. */
export function carriesInterestAhead(instalments: readonly Instalment[], asOf: Day): boolean {
  return instalments.some(({ due, interest }) => due > asOf && interest !== null && interest > 0);
}

/** What only a run tells of a loan: how it ended before its time. */
export interface EndOfRun {
  /** Fees of instalments that were not due by then count in whole. */
  readonly countsFeesAhead: boolean;
  /** Interest fixed in advance that was paid for the days after it was cleared. */
  readonly interestPaidAhead: Fen;
  /** The last day of the run: the one on which it was cleared, where it was. */
  readonly on: Day;
  /** The day on which its terms called it due; null where they did not, or where new terms were agreed. */
  readonly calledOn: Day | null;
}

/** Fees that were given with instalments which fall due after a day. */
export function carriesFeesAhead(instalments: readonly Pick<Instalment, "due" | "fee">[], day: Day): boolean {
  return instalments.some(({ due, fee }) => due > day && fee !== null && fee > 0);
}

/** An amount the lender adds on a given date: lawyer, collection, guarantee. */
export interface DatedCharge {
  readonly date: Day;
  readonly amount: Fen;
  readonly component: Component;
  readonly note: string | null;
}

/** What a debt has cost when it is cleared: all that was paid, less the money that the borrower had (principal, drawn again). */
export function costUntilCleared(
  charges: readonly DatedCharge[],
  {
    openingPrincipal,
    paid,
    clearedOn,
  }: { readonly openingPrincipal: Fen; readonly paid: Fen; readonly clearedOn: Day },
): Fen {
  const drawn = charges.filter(({ date, component }) => component === "principal" && date <= clearedOn);
  return subtract(paid, add(openingPrincipal, sum(drawn.map(({ amount }) => amount))));
}

/** A waiver the lender grants on a date, of what is then owed of a component, of all charges, or of all with the principal. */
export interface DatedWaiver {
  readonly date: Day;
  readonly of: Component | "charges" | "all";
  /** What an amount takes after that, where it is more than is owed of it. */
  readonly rest?: readonly Component[];
  readonly waives: ShareOrAmount;
}

/** What starts the limitation afresh beside payments and agreements. */
export const INTERRUPTION_KINDS = ["demand", "promise", "debit", "suit"] as const;
export type InterruptionKind = (typeof INTERRUPTION_KINDS)[number];

/** A day on which the limitation starts afresh. */
export interface Interruption {
  readonly date: Day;
  readonly kind: InterruptionKind;
}

/** Who lends; the law has other lines for each. `micro-loan`: a micro-loan company (小额贷款公司); `private`: without a licence. */
export const LENDER_KINDS = ["bank", "consumer-finance", "micro-loan", "private"] as const;
export type LenderKind = (typeof LENDER_KINDS)[number];

/** Lending is the lender's business. Null, an unknown lender behind a platform, is one of those. */
export function isLicensed(lender: LenderKind | null): boolean {
  return lender !== "private";
}

/** Whose law is applied; `none`: no credit record, no limitation, no lines of the law. */
export const JURISDICTIONS = ["cn", "none"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What was paid out and what was to be paid for it, from the first day of the contract on; for its effective rate. */
export interface AgreedFlows {
  readonly paidOutOn: Day;
  /** That day is known, and not only taken to be a month before the first due date. */
  readonly isPaidOutGiven?: true;
  readonly received: Fen;
  readonly payments: readonly { readonly date: Day; readonly amount: Fen }[];
}

/** What the instalments of a contract were made from, beside its terms. */
export interface ContractOfLoan extends Omit<Contract, "rate" | "dayCount"> {
  /** How many of the first instalments count as paid. */
  readonly paid: number;
}

/** From the due date of what was first overdue to the day from which nothing is; null while something is. */
export interface RunOfArrears {
  readonly since: Day;
  readonly endedOn: Day | null;
  /** The most days overdue from which a payment or a waiver brought it down. */
  readonly mostDays: number;
}

/** One loan as it stands at the close of a day, and the contract it stands under. */
export interface Loan {
  readonly name: string | null;
  /** The day at whose close the balances of the instalments hold. */
  readonly asOf: Day;
  /** By due date, earliest first; at least one. */
  readonly instalments: readonly Instalment[];
  /** The amount once lent; what `penaltyBase: "borrowed"` counts on. */
  readonly borrowed: Fen;
  readonly terms: Terms;
  readonly charges: readonly DatedCharge[];
  /** By date; each after `asOf`. */
  readonly waivers: readonly DatedWaiver[];
  /** By date. */
  readonly interruptions: readonly Interruption[];
  readonly lender: LenderKind;
  readonly jurisdiction: Jurisdiction;
  /** Where the instalments were made from one. */
  readonly contract?: ContractOfLoan;
  /** Null where the payments of the contract are not known. */
  readonly agreedFlows: AgreedFlows | null;
  /** The day on which the whole loan is called due, or null. */
  readonly accelerateOn: Day | null;
}

/** Whether nothing can ever accrue or be charged for being late, so that no charge could be asked to stop. */
export function bearsNothing({ terms, instalments, asOf }: Loan): boolean {
  const rates = terms.rates.map(({ rate }) => rate);
  return terms.lateFees.length === 0 && accruesNothing(terms, rates) && !carriesInterestAhead(instalments, asOf);
}

/** A payment on a date. */
export interface Payment {
  readonly date: Day;
  readonly amount: Fen;
  /** Named by the payer: this component first, what is left by the order. */
  readonly for: Component | null;
  /** Where money beyond what is due goes; null: as the terms say. */
  readonly surplus: Surplus | null;
}

/** When the payments of a stream fall. */
export type Cycle =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "month"; readonly dayOfMonth: number };

/** Payments that repeat; the last one is cut to what is owed. */
export interface PaymentStream {
  readonly cycle: Cycle;
  /** Paid in turn, over and over; at least one. `minimum`: the minimum payment of that day by the terms. */
  readonly amounts: readonly (Fen | "minimum")[];
  /** No payment before this day; for a cycle of days it is the first payment's. */
  readonly from: Day;
  /** No payment after this day. */
  readonly until: Day | null;
  /** Stretches (both ends included) in which nothing is paid. */
  readonly pauses: readonly { readonly from: Day; readonly until: Day }[];
  readonly for: Component | null;
}

export const EVERY_DAY: Cycle = { kind: "days", days: 1 };

/** Payments without pauses that go where the terms say. */
export function plainStream(
  cycle: Cycle,
  amounts: PaymentStream["amounts"],
  from: Day,
  until: Day | null = null,
): PaymentStream {
  return { cycle, amounts, from, until, pauses: [], for: null };
}
