/** What was assumed rather than given, and the option that replaces each. */

import { LPR_KNOWN_UNTIL } from "../law/lpr.ts";
import { firstInterestFrom } from "../loan/contract.ts";
import { type Day, formatDay } from "../loan/day.ts";
import type { Agreement, Settlement } from "../loan/events.ts";
import {
  carriesFeesAhead,
  carriesInterestAhead,
  type EndOfRun,
  firstComputedDue,
  type LenderKind,
  type Loan,
} from "../loan/loan.ts";
import { formatFen, ZERO } from "../loan/money.ts";
import { TERM_FIELDS, TERM_FORMS, type TermField, type TermForms, type Terms, termForm } from "../loan/terms.ts";
import type { Debt } from "./debt.ts";
import { optionName, optionOfTerm } from "./options.ts";

/** The terms that are listed where nobody states them. */
type AssumedField = {
  [Field in TermField]: TermForms[Field] extends { readonly code: string } ? Field : never;
}[TermField];
export type AssumedForm = TermForms[AssumedField];

type OwnCode =
  | "as-of-today"
  | "as-of-statement"
  | "as-of-balance"
  | "product-default"
  | "single-instalment"
  | "not-yet-overdue"
  | "no-interest-owed"
  | "interest-from-before-due"
  | "charges-computed"
  | "borrowed-equals-principal"
  | "cap-beside-fixed-interest"
  | "paid-out-day"
  | "due-until-now-paid"
  | "paid-before-missed"
  | "accelerated-interest"
  | "unearned-left-out"
  | "fees-ahead-counted"
  | "interest-paid-ahead"
  | "lender"
  | "reference-rate-goes-on"
  | "lpr-not-counted"
  | "deferral-without-interest"
  | "settlement-waives-rest";

export interface OwnAssumption {
  readonly code: OwnCode;
  /** The option that replaces it. */
  readonly option: string;
  /** What was taken, written as the option reads it. */
  readonly value: string;
}

interface TermAssumption {
  readonly code: AssumedForm["code"];
  readonly option: string;
  /** Among them the one that was taken. */
  readonly terms: Terms;
}

export type Assumption = OwnAssumption | TermAssumption;

const ASSUMED_FIELDS = TERM_FIELDS.filter((field): field is AssumedField => termForm(field).code !== undefined);

/** Whether terms of a product stand in for those of the contract. */
export function hasAssumedTerms(assumptions: readonly Assumption[]): boolean {
  return assumptions.some(({ code }) => ASSUMED_FIELDS.some((field) => TERM_FORMS[field].code === code));
}

export interface Grounds {
  readonly asOf: Day;
  readonly isAsOfGiven: boolean;
  readonly productName: string;
  readonly isProductGiven: boolean;
  /** A platform's lender, of which no source says who it is; null where it is known or given. */
  readonly lenderAssumed: LenderKind | null;
  /** Terms of the product that no source vouches for. */
  readonly unverified: readonly TermField[];
  readonly terms: Terms;
  readonly givenTerms: ReadonlySet<TermField>;
  readonly debt: Debt;
  readonly isDaysOverdueGiven: boolean;
  readonly isInterestGiven: boolean;
  readonly accelerateOn: Day | null;
  readonly areRatesBeyondTable: boolean;
  /** To a lender who asks for it; it is not counted. */
  readonly isLprGranted: boolean;
}

export const REFERENCE_RATE_GOES_ON: OwnAssumption = {
  code: "reference-rate-goes-on",
  option: "--rate",
  value: formatDay(LPR_KNOWN_UNTIL),
};

/** In the order in which a reader checks them: when, which product, what is owed, on which terms. */
export function listAssumptions(grounds: Grounds): readonly Assumption[] {
  const found: Assumption[] = [];
  if (!grounds.isAsOfGiven) found.push({ code: "as-of-today", option: "--as-of", value: formatDay(grounds.asOf) });
  if (!grounds.isProductGiven && assumedTerms(grounds).length > 0) {
    found.push({ code: "product-default", option: "--product", value: grounds.productName });
  }
  if (grounds.lenderAssumed !== null) {
    found.push({ code: "lender", option: "--lender", value: grounds.lenderAssumed });
  }
  if (grounds.areRatesBeyondTable) found.push(REFERENCE_RATE_GOES_ON);
  if (grounds.isLprGranted && !grounds.givenTerms.has("penalty")) {
    found.push({ code: "lpr-not-counted", option: "--penalty", value: "0" });
  }
  found.push(...debtAssumptions(grounds));
  for (const field of assumedTerms(grounds)) {
    const option = optionName(optionOfTerm(termForm(field).with ?? field) ?? "loan");
    found.push({ code: TERM_FORMS[field].code, option, terms: grounds.terms });
  }
  return found;
}

/** A term of a product that the client named, and that a source vouches for, is known and not assumed. */
function assumedTerms(grounds: Grounds): readonly AssumedField[] {
  const { givenTerms, isProductGiven, unverified, terms } = grounds;
  return ASSUMED_FIELDS.filter((field) => {
    if (givenTerms.has(field)) return false;
    const isVouchedFor = isProductGiven && !unverified.includes(field);
    if (isVouchedFor && !(field === "dayCount" && dividesRateGiven(grounds))) return false;
    return !NEED_NOT_BE_LISTED[field]?.(terms);
  });
}

/** A source says by which days a lender makes a year's rate of its own daily one, not how a rate typed here was made. */
function dividesRateGiven({ givenTerms, terms: { rates } }: Grounds): boolean {
  return givenTerms.has("rates") && rates.some(({ rate }) => rate.per !== "day" && rate.numerator !== 0n);
}

/** Values that need not be listed: nothing is capped, nothing changes with time, and what compounds does so day by day. */
const NEED_NOT_BE_LISTED: { readonly [field in TermField]?: (terms: Terms) => boolean } = {
  orderAfter: ({ orderAfter }) => orderAfter.length === 0,
  caps: ({ caps }) => caps.length === 0,
  minimum: ({ minimum }) => minimum === null,
  compoundRests: ({ compound, compoundRests }) => compound === "none" || compoundRests === "day",
};

function debtAssumptions(grounds: Grounds): readonly Assumption[] {
  const { asOf, debt, terms, accelerateOn } = grounds;
  const { instalments, source, borrowed } = debt;
  const found: Assumption[] = [];
  if (source === "principal") {
    found.push({ code: "single-instalment", option: "--instalments", value: "1" });
    if (!grounds.isDaysOverdueGiven) found.push({ code: "not-yet-overdue", option: "--days-overdue", value: "0" });
    if (!grounds.isInterestGiven) found.push({ code: "no-interest-owed", option: "--owed-interest", value: "0.00" });
  }
  if (debt.paidInstalments > 0) {
    const code = debt.isMissedSinceGiven ? "paid-before-missed" : "due-until-now-paid";
    found.push({ code, option: "--missed-since", value: String(debt.paidInstalments) });
  }
  const runUpDays = asOf - firstComputedDue(instalments, asOf);
  if (runUpDays > 0) {
    const option = instalments.length === 1 ? missingCharges(debt) : "--instalments";
    found.push({ code: "charges-computed", option, value: String(runUpDays) });
    // Bills of cards, and apps, show one interest: what of it is of the days since would be counted twice.
    const [only] = instalments;
    if (source === "principal" && only?.penalty === null && (only.interest ?? ZERO) > 0)
      found.push({ code: "interest-from-before-due", option: "--owed-interest", value: String(runUpDays) });
  }
  const countsOnBorrowed = terms.penaltyBase === "borrowed" || terms.caps.some(({ kind }) => kind === "share");
  if (countsOnBorrowed && !debt.isBorrowedGiven) {
    found.push({ code: "borrowed-equals-principal", option: "--borrowed", value: formatFen(borrowed) });
  }
  const capsInterest = terms.caps.some(({ of }) => of === "charges" || of === "interest");
  if (capsInterest && fixesInterestAhead({ terms, instalments }, asOf)) {
    found.push({ code: "cap-beside-fixed-interest", option: "--cap", value: "scheduled" });
  }
  if (source === "instalments" && debt.agreedFlows?.isPaidOutGiven !== true && restsOnPayout(grounds)) {
    const value = formatDay(firstInterestFrom({ ...debt, asOf }));
    found.push({ code: "paid-out-day", option: "--received", value });
  }
  if (accelerateOn !== null) {
    if (fixesInterestAhead({ terms, instalments }, accelerateOn)) found.push(interestWhenCalled(accelerateOn));
    if (carriesFeesAhead(instalments, accelerateOn)) found.push(FEES_AHEAD_COUNTED);
  }
  return found;
}

/** The rate of a contract counts from the day of payout, and so do interest and fees that are fixed for the first instalment. */
function restsOnPayout({ asOf, debt: { instalments, agreedFlows }, terms }: Grounds): boolean {
  if (agreedFlows !== null && agreedFlows.paidOutOn <= asOf) return true;
  const first = instalments.filter(({ due }) => due === instalments[0]?.due);
  return fixesInterestAhead({ terms, instalments: first }, asOf) || carriesFeesAhead(first, asOf);
}

/** Interest of instalments that fall due after a day, where it is fixed in advance. */
function fixesInterestAhead({ terms, instalments }: Pick<Loan, "terms" | "instalments">, day: Day): boolean {
  return terms.interest === "scheduled" && carriesInterestAhead(instalments, day);
}

/** The options for the charges of the only instalment that nobody gave: all of them fall under the first. */
function missingCharges({ instalments }: Debt): string {
  const [only] = instalments;
  if (only === undefined || only.penalty === null) return "--owed-penalty";
  const missing = [only.compound === null ? "--owed-compound" : null, only.fee === null ? "--owed-fee" : null];
  return missing.filter((option) => option !== null).join(", ");
}

interface Assuming {
  readonly loan: Loan;
  readonly assumptions: readonly Assumption[];
}

/** With the assumptions on what is agreed over, as far as nobody said what it is. */
export function withAgreedAssumptions<Request extends Assuming>(
  request: Request,
  agreed: readonly Agreement[],
): Request {
  const { loan } = request;
  const found: Assumption[] = [];
  const leavesOut = agreed.some((one) => one.kind !== "deferral" && one.unearned === "leave-out");
  // Interest is for the days the money was had (Civil Code art 677): what lies ahead is no part of what is agreed over.
  if (leavesOut && fixesInterestAhead(loan, loan.asOf)) {
    found.push({ code: "unearned-left-out", option: "unearned=keep", value: "leave-out" });
  }
  // No article leaves fees for days ahead out, as one does for interest.
  const isTold = request.assumptions.includes(FEES_AHEAD_COUNTED);
  if (!isTold && agreed.some((one) => takesOverFees(one) && carriesFeesAhead(loan.instalments, one.date)))
    found.push(FEES_AHEAD_COUNTED);
  if (loan.terms.interest === "scheduled" && agreed.some((one) => one.kind === "deferral" && one.rate === null)) {
    found.push({ code: "deferral-without-interest", option: "defer:…,rate=", value: "0" });
  }
  if (agreed.some((one) => one.kind === "settlement" && !paysAll(one))) {
    found.push({ code: "settlement-waives-rest", option: "settle:…", value: "principal" });
  }
  return found.length === 0 ? request : { ...request, assumptions: [...request.assumptions, ...found] };
}

const FEES_AHEAD_COUNTED: Assumption = { code: "fees-ahead-counted", option: "--instalments", value: "whole" };

/** An agreement that waives all fees counts none. */
function takesOverFees(agreement: Agreement): boolean {
  if (agreement.kind === "deferral") return false;
  return agreement.kind !== "agreement" || agreement.waive.fee.numerator < agreement.waive.fee.denominator;
}

function interestWhenCalled(day: Day): Assumption {
  return { code: "accelerated-interest", option: "--loan", value: formatDay(day) };
}

/** With the assumptions on a loan that ended before its time in a run, as far as they are not listed. */
export function withEndAssumptions<Request extends Assuming>(request: Request, runs: readonly EndOfRun[]): Request {
  const { assumptions, loan } = request;
  const found: Assumption[] = [];
  const called = runs.flatMap((run) => run.calledOn ?? [])[0];
  const isListed = assumptions.some(({ code }) => code === "accelerated-interest");
  if (called !== undefined && !isListed && fixesInterestAhead(loan, called)) found.push(interestWhenCalled(called));
  if (!assumptions.includes(FEES_AHEAD_COUNTED) && runs.some((run) => run.countsFeesAhead))
    found.push(FEES_AHEAD_COUNTED);
  // Civil Code art 677 speaks of interest; the terms have it owed with its instalment, whenever that is paid.
  const ahead = runs.filter(({ interestPaidAhead }) => interestPaidAhead > 0 && loan.jurisdiction === "cn");
  const amounts = new Set(ahead.map(({ interestPaidAhead, on }) => `${formatFen(interestPaidAhead)}@${formatDay(on)}`));
  if (amounts.size > 0)
    found.push({ code: "interest-paid-ahead", option: "settle:100%@…", value: [...amounts].join(",") });
  return found.length === 0 ? request : { ...request, assumptions: [...assumptions, ...found] };
}

function paysAll({ pays }: Settlement): boolean {
  return pays.kind === "share" && pays.share.numerator === pays.share.denominator;
}
