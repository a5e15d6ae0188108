/**
 * What a loan is, on paper. A map of the words:
 *
 *   Loan        one lender, one set of terms; holds Instalments (what is owed, with due dates) as of a day
 *   Terms       rates, grace, fee rules, order of allocation, rounding
 *   Happenings  what the borrower and the lender do from then on: payments, charges, agreements
 *
 * The engine in `ledger/` turns a Loan and its Happenings into days.
 */

import type { Day } from "./day.ts";
import type { Fen, Fraction } from "./money.ts";
import type { Rate } from "./rate.ts";

/** What an amount is owed as. The order here is that of columns and arrays, not of allocation. */
export const COMPONENTS = ["fee", "penalty", "compound", "interest", "principal"] as const;
export type Component = (typeof COMPONENTS)[number];

/** All components but principal. */
export const CHARGES = ["fee", "penalty", "compound", "interest"] as const satisfies readonly Component[];

/** An amount for each component. */
export type ByComponent = { readonly [component in Component]: Fen };

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

export const DAY_COUNTS = ["actual/360", "actual/365", "actual/actual", "period"] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

export const PENALTY_BASES = ["overdue-principal", "outstanding-principal", "borrowed"] as const;
export type PenaltyBase = (typeof PENALTY_BASES)[number];

export const COMPOUND_BASES = ["none", "interest", "all"] as const;
export type CompoundBase = (typeof COMPOUND_BASES)[number];

export const AXES = ["instalment", "component"] as const;
export type Axis = (typeof AXES)[number];

export const SURPLUSES = ["next", "last", "spread", "none"] as const;
/** Where money beyond what is due goes. */
export type Surplus = (typeof SURPLUSES)[number];

export const ROUNDINGS = ["posting", "daily"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export const INTEREST_MODES = ["accrued", "scheduled"] as const;
export type InterestMode = (typeof INTEREST_MODES)[number];

export const GRACE_KINDS = ["waive", "skip"] as const;
export type GraceKind = (typeof GRACE_KINDS)[number];

/** The contract rate from a day on (that day's night counts); `from: null` means from the beginning. */
export interface DatedRate {
  readonly from: Day | null;
  readonly rate: Rate;
}

/** A penalty rate: given directly, or as a multiple of the contract rate in force. */
export type PenaltyRate =
  | { readonly kind: "rate"; readonly rate: Rate }
  | { readonly kind: "multiple"; readonly of: Fraction };

/** The penalty rate from a number of days overdue on; the first row is that of day 1. */
export interface PenaltyTier {
  readonly fromDaysOverdue: number;
  readonly penalty: PenaltyRate;
}

/** A fee for each missed instalment, charged on the first day after its due date and grace. */
export interface LateFee {
  readonly charge:
    | { readonly kind: "fixed"; readonly amount: Fen }
    | {
        readonly kind: "percent";
        readonly share: Fraction;
        /** `instalment`: its unpaid principal and interest; `overdue-principal`: its unpaid principal. */
        readonly of: "instalment" | "overdue-principal";
      };
  /** `instalment`: once; `month`: again each month while it is unpaid. */
  readonly each: "instalment" | "month";
  readonly minimum: Fen | null;
  readonly maximum: Fen | null;
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
  readonly dayCount: DayCount;
  readonly grace: { readonly days: number; readonly kind: GraceKind };
  /** Decimals to which the daily rates are rounded half-up; null keeps them exact. */
  readonly rateDecimals: number | null;
  readonly rounding: Rounding;
  readonly lateFees: readonly LateFee[];
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
  /** Paid in turn, over and over; at least one. */
  readonly amounts: readonly Fen[];
  /** No payment before this day; for a cycle of days it is the first payment's. */
  readonly from: Day;
  /** No payment after this day. */
  readonly until: Day | null;
  /** Stretches (both ends included) in which nothing is paid. */
  readonly pauses: readonly { readonly from: Day; readonly until: Day }[];
  readonly for: Component | null;
}
