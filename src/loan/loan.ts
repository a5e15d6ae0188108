/**
 * What a loan is, on paper. A map of the words:
 *
 *   Loan        one lender, one set of terms; holds Instalments (what is owed, with due dates) as of a day
 *   Terms       rates, grace, fee rules, order of allocation, rounding
 *   Events          what the borrower and the lender do from then on: payments, charges, agreements
 *
 * The engine in `ledger/` turns a Loan and its Events into days.
 */

import type { Charge, Component } from "./components.ts";
import type { Day } from "./day.ts";
import type { LateFee } from "./late-fee.ts";
import type { Fen, Fraction } from "./money.ts";
import type { Rate } from "./rate.ts";
import type { Rounding } from "./rounding.ts";

/**
 * A part of the loan with one due date, as it stands at the close of the loan's `asOf`.
 * `null`: not given, so that the engine computes what ran up from the due date on without payments.
 */
export interface Instalment {
  readonly due: Day;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly penalty: Fen | null;
  readonly compound: Fen | null;
  readonly fee: Fen | null;
}

export const DAY_COUNTS = [
  "actual/360",
  "actual/365",
  "actual/365.25",
  "actual/actual",
  "30/360",
  "months+days/360",
  "period",
] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

export const PENALTY_BASES = ["overdue-principal", "outstanding-principal", "borrowed"] as const;
export type PenaltyBase = (typeof PENALTY_BASES)[number];

export const COMPOUND_BASES = ["none", "interest", "all"] as const;
export type CompoundBase = (typeof COMPOUND_BASES)[number];

/** How often unpaid interest becomes something that bears compound; counted from the oldest due date of the arrears. */
export const COMPOUND_RESTS = ["day", "month", "quarter", "year"] as const;
export type CompoundRests = (typeof COMPOUND_RESTS)[number];

/** What compound is reckoned at: the penalty rate in force, the contract rate in force, or a rate of its own. */
export type CompoundRate =
  | { readonly kind: "penalty" }
  | { readonly kind: "contract" }
  | { readonly kind: "rate"; readonly rate: Rate };

export const AXES = ["instalment", "component"] as const;
export type Axis = (typeof AXES)[number];

export const SURPLUSES = ["next", "last", "spread", "none"] as const;
/** Where money beyond what is due goes. */
export type Surplus = (typeof SURPLUSES)[number];

export const INTEREST_MODES = ["accrued", "scheduled"] as const;
export type InterestMode = (typeof INTEREST_MODES)[number];

export const GRACE_KINDS = ["waive", "skip"] as const;
export type GraceKind = (typeof GRACE_KINDS)[number];

/** The contract rate from a day on (that day's night counts); `from: null` means from the beginning. */
export interface DatedRate {
  readonly from: Day | null;
  readonly rate: Rate;
}

/** A penalty rate: given directly, or as a multiple of the contract rate in force. What it may be at most is a cap. */
export type PenaltyRate =
  | { readonly kind: "rate"; readonly rate: Rate }
  | { readonly kind: "multiple"; readonly of: Fraction };

/** The penalty rate from a number of days overdue on; the first row is that of day 1. */
export interface PenaltyTier {
  readonly fromDaysOverdue: number;
  readonly penalty: PenaltyRate;
}

/** What may accrue and be charged at most; what lies above is not posted. */
export type Cap =
  /** The rate of a component. */
  | { readonly kind: "rate"; readonly of: "penalty" | "compound" | "interest"; readonly rate: Rate }
  /** All of a component (or of all charges) over the life of the loan, as a share of the amount once lent. */
  | { readonly kind: "share"; readonly of: Charge | "charges"; readonly share: Fraction }
  /** All charges, as a yearly rate on the principal outstanding over the days since `asOf` (year of 365 days). */
  | { readonly kind: "yearly"; readonly of: "charges"; readonly yearlyRate: Fraction };

/** The minimum payment of a card or line: the larger of an amount and a share of what is owed. */
export interface MinimumRule {
  readonly amount: Fen | null;
  readonly share: Fraction | null;
}

/** The order in which a payment clears the components, and whether instalment by instalment or component by component. */
export interface AllocationOrder {
  readonly order: readonly Component[];
  readonly by: Axis;
}

/** The order that holds from a number of days overdue on. */
export interface OrderSwitch extends AllocationOrder {
  readonly daysOverdue: number;
}

export interface Terms extends AllocationOrder {
  readonly rates: readonly DatedRate[];
  readonly interest: InterestMode;
  readonly penalty: readonly PenaltyTier[];
  readonly penaltyBase: PenaltyBase;
  readonly compound: CompoundBase;
  readonly compoundRate: CompoundRate;
  readonly compoundRests: CompoundRests;
  readonly dayCount: DayCount;
  readonly grace: { readonly days: number; readonly kind: GraceKind };
  /** Decimals to which the daily rates are rounded half-up; null keeps them exact. */
  readonly rateDecimals: number | null;
  readonly rounding: Rounding;
  readonly lateFees: readonly LateFee[];
  readonly caps: readonly Cap[];
  readonly minimum: MinimumRule | null;
  /** Once so many days overdue the whole loan falls due; null: never by itself. */
  readonly accelerateAfter: number | null;
  readonly surplus: Surplus;
  /** An order of its own for what is not yet due; null: the same order. */
  readonly orderInAdvance: readonly Component[] | null;
  /** By rising days overdue. */
  readonly orderAfter: readonly OrderSwitch[];
}

/** An amount the lender adds on a given date: lawyer, collection, guarantee. */
export interface DatedCharge {
  readonly date: Day;
  readonly amount: Fen;
  readonly component: Component;
  readonly note: string | null;
}

/** A waiver the lender grants on a date, of what is then owed of a component or of all charges. */
export interface DatedWaiver {
  readonly date: Day;
  readonly of: Component | "charges";
  readonly waives:
    | { readonly kind: "amount"; readonly amount: Fen }
    | { readonly kind: "share"; readonly share: Fraction };
}

/** What starts the limitation afresh beside payments and agreements. */
export const INTERRUPTION_KINDS = ["demand", "promise", "debit", "suit"] as const;
export type InterruptionKind = (typeof INTERRUPTION_KINDS)[number];

export interface Interruption {
  readonly date: Day;
  readonly kind: InterruptionKind;
}

/** Who lends; the law has other lines for each. `micro-loan`: a micro-loan company (小额贷款公司); `private`: without a licence. */
export const LENDER_KINDS = ["bank", "consumer-finance", "micro-loan", "private"] as const;
export type LenderKind = (typeof LENDER_KINDS)[number];

/** Whose law is spoken of; `none`: no credit record, no limitation, no lines of the law. */
export const JURISDICTIONS = ["cn", "none"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What was paid out and what was to be paid for it, from the first day of the contract on; for its effective rate. */
export interface AgreedFlows {
  readonly paidOutOn: Day;
  readonly received: Fen;
  readonly payments: readonly { readonly date: Day; readonly amount: Fen }[];
}

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
  /** Null where the payments of the contract are not known. */
  readonly agreedFlows: AgreedFlows | null;
  /** The day on which the whole loan is called due, or null. */
  readonly accelerateOn: Day | null;
}

/** A payment on a date. */
export interface Payment {
  readonly date: Day;
  readonly amount: Fen;
  /** The debtor's designation: this component first, what is left by the order. */
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
