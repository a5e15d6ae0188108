/**
 * The terms of a contract: the words in which each is said, and what is taken of each where no source says anything of it.
 */

import { assumed, type Sourced } from "./citation.ts";
import type { Charge, Component } from "./components.ts";
import { CENTURY_DAYS, type Day } from "./day.ts";
import type { LateFee } from "./late-fee.ts";
import type { Fen, Fraction } from "./money.ts";
import { type Rate, rate } from "./rate.ts";
import { type Rounding, USUAL_ROUNDING } from "./rounding.ts";

/** How many days a year or a month has. `period`: from due date to due date as many whole months as lie between. */
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

/** What penalty is reckoned on. */
export const PENALTY_BASES = ["overdue-principal", "outstanding-principal", "borrowed"] as const;
export type PenaltyBase = (typeof PENALTY_BASES)[number];

/** Which unpaid charges bear compound; `all`: those that accrue, fees never. */
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

/** Whether a payment clears one instalment after the other, or one component after the other over all of them. */
export const AXES = ["instalment", "component"] as const;
export type Axis = (typeof AXES)[number];

export const SURPLUSES = ["next", "last", "spread", "none"] as const;
/** Where money beyond what is due goes. */
export type Surplus = (typeof SURPLUSES)[number];

/** `accrued`: interest grows by the day; `scheduled`: it was fixed in advance with each instalment. */
export const INTEREST_MODES = ["accrued", "scheduled"] as const;
export type InterestMode = (typeof INTEREST_MODES)[number];

/** `waive`: paid within these days, no penalty, and later one from the due date on; `skip`: penalty begins after them. */
export const GRACE_KINDS = ["waive", "skip"] as const;
export type GraceKind = (typeof GRACE_KINDS)[number];

export interface Grace {
  readonly days: number;
  readonly kind: GraceKind;
}

/** The contract rate from a day on (that day's night counts); `from: null` means from the beginning. */
export interface DatedRate {
  readonly from: Day | null;
  readonly rate: Rate;
}

/** The rate that holds on a day; undefined before the first. */
export function rateOn(rates: readonly DatedRate[], day: Day): DatedRate | undefined {
  return rates.findLast(({ from }) => from === null || from <= day);
}

/** Whether nothing accrues by a rate, where these are the contract's; a multiple of a rate of nothing is nothing. */
export function accruesNothing({ penalty, compound, compoundRate }: Terms, contractRates: readonly Rate[]): boolean {
  return (
    contractRates.every(isNothing) &&
    penalty.every(({ penalty: each }) => each.kind === "multiple" || isNothing(each.rate)) &&
    (compound === "none" || compoundRate.kind !== "rate" || isNothing(compoundRate.rate))
  );
}

function isNothing({ numerator }: Fraction): boolean {
  return numerator === 0n;
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

/** The two customary orders. */
export const CHARGES_FIRST: AllocationOrder["order"] = ["fee", "penalty", "compound", "interest", "principal"];
export const PRINCIPAL_FIRST: AllocationOrder["order"] = ["principal", "interest", "compound", "penalty", "fee"];

export const ONE_AND_A_HALF = { numerator: 3n, denominator: 2n };

/**
 * `constantRate(5n, 10_000n, "day")` is 0.05 % a day.
 * @__NO_SIDE_EFFECTS__
 */
export function constantRate(numerator: bigint, denominator: bigint, per: Rate["per"]): readonly DatedRate[] {
  return [{ from: null, rate: rate(numerator, denominator, per) }];
}

/**
 * Penalty at a multiple of the contract rate, from the first day overdue on.
 * @__NO_SIDE_EFFECTS__
 */
export function multipleOfContractRate(of: Fraction): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of } }];
}

/** Penalty at a rate of its own, from the first day overdue on. */
export function penaltyPerDay(numerator: bigint, denominator: bigint): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(numerator, denominator, "day") } }];
}

/**
 * What is marked so the build leaves out where nobody asks for it: of the terms every start reads the options alone.
 * @__NO_SIDE_EFFECTS__
 */
function unstated<Value>(value: Value, reason: string): Sourced<Value> {
  return assumed(value, reason);
}

/** Each term with its type, and with what is taken of it where nothing is stated; every line of it is an assumption. */
export const UNSTATED = {
  rates: unstated<readonly DatedRate[]>(
    constantRate(5n, 10_000n, "day"),
    "the rate is each customer's own; 0.05 %/day is a common one",
  ),
  penalty: unstated<readonly PenaltyTier[]>(
    multipleOfContractRate(ONE_AND_A_HALF),
    "no source for this product; the upper end of 银发〔2003〕251号 art 3, usual for online loans",
  ),
  penaltyBase: unstated<PenaltyBase>(
    "overdue-principal",
    "no source for this product; the rule of banks, 银发〔2003〕251号 art 3",
  ),
  compound: unstated<CompoundBase>("none", "no source says that overdue interest bears penalty"),
  compoundRate: unstated<CompoundRate>({ kind: "penalty" }, "no source; the rule of banks, 银发〔2003〕251号 art 3"),
  compoundRests: unstated<CompoundRests>("day", "no source; day by day"),
  interest: unstated<InterestMode>("accrued", "no source; usual where a loan may be repaid on any day"),
  dayCount: unstated<DayCount>("actual/360", "no source for this product; the rule of banks, 银发〔2005〕129号"),
  lateFees: unstated<readonly LateFee[]>([], "no source names one"),
  minimum: unstated<MinimumRule | null>(null, "no source names one"),
  caps: unstated<readonly Cap[]>([], "no source names one"),
  grace: unstated<Grace>({ days: 0, kind: "waive" }, "no source"),
  /** Once so many days overdue the whole loan falls due; null: never by itself. */
  accelerateAfter: unstated<number | null>(null, "no source; only where the lender says so"),
  order: unstated<AllocationOrder["order"]>(
    CHARGES_FIRST,
    "no source for this lender; a bank's template, and in line with Civil Code art 561 (costs, interest, principal)",
  ),
  by: unstated<Axis>("instalment", "no source for this lender; both axes are in use"),
  /** By rising days overdue. */
  orderAfter: unstated<readonly OrderSwitch[]>(
    [],
    "no source for this lender; cards and some lenders switch at 91 days",
  ),
  /** An order of its own for what is not yet due; null: the same order. */
  orderInAdvance: unstated<AllocationOrder["order"] | null>(null, "no source; the same order"),
  surplus: unstated<Surplus>("next", "no source; the next instalment"),
  rounding: unstated<Rounding>(USUAL_ROUNDING, "no source; exact accrual, whole fen when posted"),
  /** Decimals to which the daily rates are rounded half-up; null keeps them exact. */
  rateDecimals: unstated<number | null>(null, "no source; rates are kept exact"),
};

export type TermField = keyof typeof UNSTATED;
export type SourcedTerms = Readonly<typeof UNSTATED>;

/** What a contract says. */
export type Terms = { readonly [field in TermField]: SourcedTerms[field]["value"] };

/** How a term is given. With neither words nor numbers it is written in a way of its own, which `input/terms.ts` reads. */
export interface TermForm<Word extends string = string> {
  /** The words of which it is one. */
  readonly choice?: readonly Word[];
  /** The whole numbers between which it lies, unless it is null. */
  readonly count?: { readonly least: number; readonly most: number; readonly unit?: "days" };
  /** Left out: only a loan file says it, or the option of the term in `with`. */
  readonly option?: `--${string} <${string}>`;
  /** Of the option, where it is not the name of the term. */
  readonly key?: string;
  readonly isRepeatable?: true;
  readonly with?: "compound";
  /** Under which it is listed where nobody states it, and what it is told among; left out: it goes without saying. */
  readonly code?: string;
  readonly among?: "rates" | "payments" | "counting";
}

/** In the order in which terms are read and shown: what changes the figures most first, an axis before the orders that keep it. */
export const TERM_FORMS = {
  rates: { option: "--rate <rate>", key: "rate", isRepeatable: true, code: "rate", among: "rates" },
  penalty: { option: "--penalty <rate>", code: "penalty", among: "rates" },
  penaltyBase: { choice: PENALTY_BASES, option: "--penalty-base <base>", code: "penalty-base", among: "rates" },
  compound: { option: "--compound <base>", code: "compound", among: "rates" },
  compoundRate: { with: "compound" },
  compoundRests: { choice: COMPOUND_RESTS, with: "compound", code: "compound-rests", among: "rates" },
  interest: { choice: INTEREST_MODES, option: "--interest <mode>", code: "interest-mode", among: "counting" },
  dayCount: { choice: DAY_COUNTS, option: "--day-count <basis>", code: "day-count", among: "counting" },
  lateFees: { option: "--late-fee <rule>", key: "lateFee", isRepeatable: true, code: "late-fee", among: "rates" },
  minimum: { option: "--minimum <rule>", code: "minimum", among: "rates" },
  caps: { option: "--cap <rule>", key: "cap", isRepeatable: true, code: "cap", among: "rates" },
  grace: { option: "--grace <n>", code: "grace", among: "counting" },
  accelerateAfter: { count: { least: 1, most: CENTURY_DAYS, unit: "days" } },
  order: { option: "--order <list>", code: "order", among: "payments" },
  by: { choice: AXES, option: "--by <axis>", code: "by", among: "payments" },
  orderAfter: { option: "--order-after <n:list>", isRepeatable: true, code: "order-after", among: "payments" },
  orderInAdvance: {},
  surplus: { choice: SURPLUSES, option: "--surplus <where>", code: "surplus", among: "payments" },
  rounding: { option: "--rounding <rounding>", code: "rounding", among: "counting" },
  // Daily rates are stored with some six decimals; more than eighteen are none that anybody keeps.
  rateDecimals: { count: { least: 0, most: 18 } },
} as const satisfies { readonly [field in TermField]: TermForm<Extract<Terms[field], string>> };

export type TermForms = typeof TERM_FORMS;

type FieldWith<Form> = { [Field in TermField]: TermForms[Field] extends Form ? Field : never }[TermField];
/** The terms that are a word out of several. */
export type ChoiceField = FieldWith<{ readonly choice: unknown }>;
/** Those that are a number, or none. */
export type CountField = FieldWith<{ readonly count: unknown }>;

export const TERM_FIELDS = Object.keys(TERM_FORMS) as readonly TermField[];

/** No interest is agreed, as far as it is known. */
export function isFreeOfInterest({ rates }: Terms): boolean {
  return rates.every(({ rate }) => isNothing(rate));
}

export function termForm(field: TermField): TermForm {
  return TERM_FORMS[field];
}
