/**
 * The reference model: a loan lived day by day in exact fractions, as plainly as it can be written. It shares no code
 * with the engine: its calendar, day counts, rounding and rules are its own, and it takes no shortcut.
 *
 * Where the rules leave room, this is how they are read here:
 *
 *  1. `months+days/360` counts its months from the first due date of the loan, or from the day of the agreement or new
 *     loan: each month of that row bears a month's rate, and the night that completes it makes up what is missing.
 *  2. `period`: before the first and after the last due date the stretches are single months, on the day of the month
 *     that most days have which lie latest in theirs. A deferral moves due dates, not stretches. `rateDecimals` rounds the month's rate under `period`, else the day's rate.
 *  3. A multiple is of the contract rate in force, after a cap of its rate; compound follows the penalty rate after its
 *     cap. A cap of a rate lowers the rate; only what other caps withhold from a posting is counted as `capped`.
 *  4. A share that caps is rounded down, since no fen may lie above it. What is owed at `asOf` counts as used; what is
 *     paid or waived gives nothing back. The night posts interest first, then by instalment penalty and compound.
 *     Dated charges are capped as well, money drawn is not. A new loan has no caps; an agreement keeps the contract's
 *     for what is charged on a date, and not for what it bears itself.
 *  5. Rests: the oldest due date is the first rest. What is paid goes off what bears compound first. Of balances that
 *     are given all bears that was there at the last rest: of penalty and compound, of due dates before it.
 *  6. Before `asOf` every instalment is lived through for fees once in the life of the loan and their maximum in all,
 *     and what is given takes the place of what was reckoned. Shares in a late fee are rounded as the terms round. A fee
 *     of nothing is none.
 *  7. Rounding at payments: whatever the loan has run up starts afresh at each payment above 0 and each due date.
 *  8. A late fee goes by the due date in force: deferred or called anew, an instalment can be missed once more.
 *  9. The minimum payment is a share of all that is owed, rounded half-up, and no more than that; of a due date it is
 *     that before the payments of the day, and on `asOf` that at its close; before `asOf` it counts principal and interest
 *     as given. A late fee of it counts what is unpaid of it: all payments since then go towards it.
 * 10. Unearned is of the interest as fixed the part of the days ahead, at most what is owed of it. The first instalment runs
 *     as long as it is from its due date to the next one, from `asOf` on at the latest; a deferral moves no such days. What is
 *     left out counts as waived.
 *     One agreed within a waiving grace ends it: nothing of what was held back till then is owed.
 * 11. Waivers by agreement come first, then the first payment (a share of what is left), then the rest is spread.
 *     The first payment goes by the order. After agreements of a day its dated waivers; of an amount off all charges
 *     fees go first, then penalty, compound and interest. They are the contract's lender's, and nothing off a new loan.
 * 12. `flat`: the monthly fee is interest fixed in advance, charged on the day of the agreement, and its rate is not
 *     used. `steps`: each amount pays the interest of its month first, the first that of a pause too, and the last takes the
 *     rest.
 * 13. An agreement is over when nothing is owed at a close, when the loan is settled, or when a new loan takes its place:
 *     what is charged later breaks nothing. A broken one leaves its first payment as a payment of its day, and whether
 *     anything was overdue over the night after which it breaks is seen by the terms that then hold again.
 * 14. `accelerateAfter` is looked at when instalments fall due, on the first day of the run too; not under an agreement
 *     or a new loan.
 * 15. The run is over when nothing is owed and no dated charge lies ahead; payments and agreements ahead have no object.
 */

import { isDeepStrictEqual } from "node:util";
import type { LedgerRow } from "../../src/ledger/ledger.ts";
import type { ByComponent, Component } from "../../src/loan/components.ts";
import type { Day } from "../../src/loan/day.ts";
import type {
  Agreement,
  Deferral,
  Events,
  InstalmentAgreement,
  Refinancing,
  Settlement,
  Unearned,
  WaivedShares,
} from "../../src/loan/events.ts";
import type { LateFee } from "../../src/loan/late-fee.ts";
import type { DatedCharge, DatedWaiver, Instalment, Loan, PaymentStream } from "../../src/loan/loan.ts";
import type { Fen, Fraction } from "../../src/loan/money.ts";
import type { Rate } from "../../src/loan/rate.ts";
import type { Rounding } from "../../src/loan/rounding.ts";
import type { Axis, Cap, PenaltyRate, Surplus, Terms } from "../../src/loan/terms.ts";

const ALL: readonly Component[] = ["fee", "penalty", "compound", "interest", "principal"];
const ALL_CHARGES = ["fee", "penalty", "compound", "interest"] as const;

/* ------------------------------------------------------------------------------------------------ Money and rounding */

/** A fraction in lowest terms with a positive denominator. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

function exact(top: bigint, bottom = 1n): Exact {
  let [larger, smaller] = [top < 0n ? -top : top, bottom];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? { top: 0n, bottom: 1n } : { top: top / larger, bottom: bottom / larger };
}

const NOTHING = exact(0n);

function given({ numerator, denominator }: Fraction): Exact {
  return exact(numerator, denominator);
}

function plus(left: Exact, right: Exact): Exact {
  return exact(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

function times(left: Exact, right: Exact): Exact {
  return exact(left.top * right.top, left.bottom * right.bottom);
}

function least(left: Exact, right: Exact): Exact {
  return left.top * right.bottom <= right.top * left.bottom ? left : right;
}

/** Nothing here is negative, so that the quotient of whole numbers is the floor. */
function roundedDown({ top, bottom }: Exact): bigint {
  return top / bottom;
}

function roundedUp({ top, bottom }: Exact): bigint {
  return (top + bottom - 1n) / bottom;
}

function halfUp({ top, bottom }: Exact): bigint {
  return (2n * top + bottom) / (2n * bottom);
}

function halfEven({ top, bottom }: Exact): bigint {
  const floor = top / bottom;
  const twice = 2n * (top - floor * bottom);
  if (twice === bottom) return floor % 2n === 0n ? floor : floor + 1n;
  return twice > bottom ? floor + 1n : floor;
}

/** Rounded in the direction and to the unit of the terms. */
function rounded(amount: Exact, { direction, unit }: Rounding): bigint {
  const inUnits = times(amount, exact(1n, BigInt(unit)));
  const round = { "half-up": halfUp, down: roundedDown, "half-even": halfEven }[direction];
  return round(inUnits) * BigInt(unit);
}

function shareOf(amount: bigint, share: Fraction): bigint {
  return halfUp(times(exact(amount), given(share)));
}

function lesser(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

type Amounts = { [component in Component]: bigint };

function noAmounts(): Amounts {
  return { fee: 0n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n };
}

function amounts(of: (component: Component) => bigint): Amounts {
  return {
    fee: of("fee"),
    penalty: of("penalty"),
    compound: of("compound"),
    interest: of("interest"),
    principal: of("principal"),
  };
}

function sum(numbers: readonly bigint[]): bigint {
  return numbers.reduce((total, number) => total + number, 0n);
}

function totalOf(of: Amounts): bigint {
  return sum(ALL.map((component) => of[component]));
}

function asFen(amount: bigint): Fen {
  return Number(amount) as Fen;
}

function inFen(of: Amounts): ByComponent {
  const [fee, penalty, compound, interest, principal] = ALL.map((component) => asFen(of[component]));
  return { fee, penalty, compound, interest, principal } as ByComponent;
}

/* ----------------------------------------------------------------------------------------------- Time and day counts */

/** Every day from 1950 to 2199, one after another; its number counts from 1970-01-01. */
const FIRST_DAY = -7_305;
const calendar: { readonly year: number; readonly month: number; readonly day: number }[] = [];
/** By month (year × 12 + month): the number of its first day, and how many days it has. */
const months = new Map<number, { readonly first: number; readonly length: number }>();

for (let year = 1950; year < 2200; year += 1) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const [index, length] of lengths.entries()) {
    months.set(year * 12 + index, { first: FIRST_DAY + calendar.length, length });
    for (let day = 1; day <= length; day += 1) calendar.push({ year, month: index + 1, day });
  }
}

function civil(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = calendar[day - FIRST_DAY];
  if (date === undefined) throw new Error("a day outside the calendar of the reference");
  return date;
}

function next(day: Day): Day {
  return (day + 1) as Day;
}

function before(day: Day): Day {
  return (day - 1) as Day;
}

/** Day `dayOfMonth` of the month that lies so many months later; the last one where the month is shorter. */
function dayInMonth(day: Day, later: number, dayOfMonth: number): Day {
  const { year, month } = civil(day);
  const found = months.get(year * 12 + month - 1 + later);
  if (found === undefined) throw new Error("a month outside the calendar of the reference");
  return (found.first + Math.min(dayOfMonth, found.length) - 1) as Day;
}

function monthsLater(day: Day, later: number): Day {
  return dayInMonth(day, later, civil(day).day);
}

/** How many days the night before a day counts as. */
function daysOfNight(books: Books, day: Day): Exact {
  switch (books.terms.dayCount) {
    case "actual/360":
    case "actual/365":
    case "actual/365.25":
    case "actual/actual":
      return exact(1n);
    case "30/360":
      return exact(BigInt(thirties(day) - thirties(before(day))));
    case "months+days/360":
      return exact(BigInt(monthsAndDays(books, day) - monthsAndDays(books, before(day))));
    case "period":
      return nightOfPeriod(books, day);
  }
}

/** Days since the year 0 where every month has 30. */
function thirties(date: Day): number {
  const { year, month, day } = civil(date);
  return year * 360 + month * 30 + Math.min(day, 30);
}

/** Whole months since the first day, each as 30 days, and the odd days. */
function monthsAndDays({ monthsFrom, stretches }: Books, day: Day): number {
  const first = monthsFrom ?? earliest(stretches);
  let whole = 0;
  while (monthsLater(first, whole) > day) whole -= 1;
  while (monthsLater(first, whole + 1) <= day) whole += 1;
  return whole * 30 + (day - monthsLater(first, whole));
}

/** A stretch between two due dates counts 30 days for each of its months, each of its nights the same. */
function nightOfPeriod({ monthsFrom, stretches }: Books, day: Day): Exact {
  const ends = monthsFrom === null ? [...stretches] : [monthsFrom];
  const [first, last] = [earliest(ends), latest(ends)];
  const series = ends.reduce((one, other) => (civil(other).day > civil(one).day ? other : one));
  let count = 0;
  while (monthsLater(series, count) >= Math.min(first, day)) count -= 1;
  for (let end = monthsLater(series, count); end < day || end <= last; count += 1) {
    end = monthsLater(series, count);
    if (end < first || end > last) ends.push(end);
  }
  const start = latest(ends.filter((end) => end < day));
  const end = earliest(ends.filter((one) => one >= day));
  return exact(BigInt(30 * wholeMonths(start, end)), BigInt(end - start));
}

function wholeMonths(start: Day, end: Day): number {
  for (let count = 1; monthsLater(start, count - 1) < end; count += 1) {
    if (monthsLater(start, count) === end || monthsLater(end, -count) === start) return count;
  }
  throw new Error("due dates that are no whole number of months apart");
}

function earliest(days: readonly Day[]): Day {
  return Math.min(...days) as Day;
}

function latest(days: readonly Day[]): Day {
  return Math.max(...days) as Day;
}

/* ------------------------------------------------------------------------------------------------------------- Rates */

/** A rate of one day, as the night before a day counts the year. */
function perDay({ terms }: Books, day: Day, rate: Rate): Exact {
  switch (rate.per) {
    case "day":
      return given(rate);
    case "month":
      return times(given(rate), exact(1n, 30n));
    case "year":
      return times(given(rate), partOfYear(terms, before(day)));
  }
}

function partOfYear({ dayCount }: Terms, day: Day): Exact {
  switch (dayCount) {
    case "actual/365":
      return exact(1n, 365n);
    case "actual/365.25":
      return exact(4n, 1_461n);
    case "actual/actual": {
      const january = months.get(civil(day).year * 12 + 1)?.length === 29 ? 366n : 365n;
      return exact(1n, january);
    }
    default:
      return exact(1n, 360n);
  }
}

function withDecimals({ terms: { rateDecimals, dayCount } }: Books, rate: Exact): Exact {
  if (rateDecimals === null) return rate;
  const days = exact(dayCount === "period" ? 30n : 1n);
  const scale = 10n ** BigInt(rateDecimals);
  const stored = exact(halfUp(times(times(rate, days), exact(scale))), scale);
  return times(stored, exact(1n, days.top));
}

function capped(books: Books, day: Day, of: "penalty" | "compound" | "interest", rate: Exact): Exact {
  return books.terms.caps
    .flatMap((cap) => (cap.kind === "rate" && cap.of === of ? [perDay(books, day, cap.rate)] : []))
    .reduce(least, rate);
}

/** The contract rate of a day in force on the night before it, whether or not anything accrues by it. */
function contractRate(books: Books, day: Day): Exact {
  const inForce = books.terms.rates.findLast(({ from }) => from === null || from <= before(day));
  if (inForce === undefined) throw new Error("no contract rate is in force");
  return capped(books, day, "interest", withDecimals(books, perDay(books, day, inForce.rate)));
}

/** What one unit not yet due bears on the night before a day. */
function interestOfNight(books: Books, day: Day): Exact {
  const night = before(day);
  const deferred = books.deferredRates.findLast(({ from, until }) => from <= night && night < until);
  if (deferred !== undefined) {
    return times(withDecimals(books, perDay(books, day, deferred.rate)), daysOfNight(books, day));
  }
  // Where the contract fixes its interest in advance, nothing runs but the rate of a deferral.
  if (books.terms.interest === "scheduled") return NOTHING;
  return times(contractRate(books, day), daysOfNight(books, day));
}

/** The penalty rate of a day when the loan is so many days overdue. */
function penaltyRate(books: Books, day: Day, daysOverdue: number): Exact {
  const tier = books.terms.penalty.findLast(({ fromDaysOverdue }) => fromDaysOverdue <= daysOverdue);
  if (tier === undefined) throw new Error("no penalty rate for this day overdue");
  return capped(books, day, "penalty", withDecimals(books, statedPenalty(books, day, tier.penalty)));
}

function statedPenalty(books: Books, day: Day, penalty: PenaltyRate): Exact {
  return penalty.kind === "rate"
    ? perDay(books, day, penalty.rate)
    : times(contractRate(books, day), given(penalty.of));
}

function compoundRate(books: Books, day: Day, daysOverdue: number): Exact {
  const { compoundRate: by } = books.terms;
  switch (by.kind) {
    case "penalty":
      return capped(books, day, "compound", penaltyRate(books, day, daysOverdue));
    case "contract":
      return capped(books, day, "compound", contractRate(books, day));
    case "rate":
      return capped(books, day, "compound", withDecimals(books, perDay(books, day, by.rate)));
  }
}

/* ------------------------------------------------------------------------------------------------- The books of a loan */

/** A component of an instalment. */
interface Account {
  owed: bigint;
  /** Run up within a grace that waives: not owed unless the grace passes. */
  pending: bigint;
  /** What has run up exactly since the carry began, and how much of it was posted. */
  runUp: Exact;
  posted: bigint;
  /** Of what is owed and pending: what was so at the last rest, and bears compound. */
  rested: bigint;
  /** Of what is owed: a charge that an agreement made part of its capital, and that bears its rate. */
  capitalised: bigint;
  /** Given for `asOf`, so that nothing is reckoned for it before. */
  frozen: boolean;
}

interface Part {
  due: Day;
  readonly accounts: { readonly [component in Component]: Account };
  /** Its interest as fixed in advance, and for which days: a deferral moves the due date and not these. */
  fixed: bigint;
  readonly fixedFor: { readonly from: Day; readonly to: Day };
  interestWaived: bigint;
  /** The minimum payment of the day on which it fell due. */
  minimum: bigint;
  /** All that had been paid before that day. */
  paidBefore: bigint;
}

/** Sums since the opening. */
interface Flows {
  readonly accrued: Amounts;
  readonly charged: Amounts;
  readonly waived: Amounts;
  readonly refinanced: Amounts;
  readonly paid: Amounts;
  payments: bigint;
  unapplied: bigint;
  capped: bigint;
  principalDays: bigint;
  principalFirstFell: Day | null;
  /** The last day on which something was paid and taken. */
  lastPaymentOn: Day | null;
}

/** What is left of an agreement that broke and whose waivers stand. */
interface WaiverAlone {
  readonly kind: "waiver";
  readonly date: Day;
  readonly waive: WaivedShares;
  readonly unearned: Unearned;
}

type Agreed = Agreement | WaiverAlone;

interface OnePayment {
  readonly amount: bigint;
  readonly for: Component | null;
  readonly surplus: Surplus;
  /** The agreement that asks for it; null: the borrower pays by himself. */
  readonly by: Agreed | null;
}

interface Books {
  readonly loan: Loan;
  /** In the order in which it takes effect. */
  readonly agreed: readonly Agreed[];
  /** What was paid on each day, for the case that the past must be lived again. */
  readonly paidOn: Map<Day, OnePayment[]>;
  readonly flows: Flows;
  terms: Terms;
  parts: Part[];
  accelerateOn: Day | null;
  /** Where months are counted from a day: that of the agreement or new loan. */
  monthsFrom: Day | null;
  /** The due dates of the contract. */
  readonly stretches: readonly Day[];
  deferredRates: readonly { readonly from: Day; readonly until: Day; readonly rate: Rate }[];
  /** Whether the debt is a new lender's. */
  isNewLoan: boolean;
  /** The agreement that is being kept. */
  kept: InstalmentAgreement | null;
  /** The oldest due date when the run of arrears began. */
  arrearsFrom: Day | null;
  /** Of each late fee's rule: charged so far over the life of the loan. */
  readonly feesByRule: { charged: bigint; times: number }[];
  /** Accrued and charged over the life of the loan, and since `asOf`. */
  life: Amounts;
  sinceAsOf: bigint;
  isBeforeAsOf: boolean;
}

function account(owed: number | bigint, frozen = false): Account {
  return {
    owed: BigInt(owed),
    pending: 0n,
    runUp: NOTHING,
    posted: 0n,
    rested: 0n,
    capitalised: 0n,
    frozen,
  };
}

function newPart(due: Day, from: Day, owed: Amounts): Part {
  return {
    due,
    accounts: {
      fee: account(owed.fee),
      penalty: account(owed.penalty),
      compound: account(owed.compound),
      interest: account(owed.interest),
      principal: account(owed.principal),
    },
    fixed: 0n,
    fixedFor: { from, to: due },
    interestWaived: 0n,
    minimum: 0n,
    paidBefore: 0n,
  };
}

function copyOf(part: Part): Part {
  const { fee, penalty, compound, interest, principal } = part.accounts;
  return {
    ...part,
    accounts: {
      fee: { ...fee },
      penalty: { ...penalty },
      compound: { ...compound },
      interest: { ...interest },
      principal: { ...principal },
    },
  };
}

function owedOf({ accounts }: Part): bigint {
  return sum(ALL.map((component) => accounts[component].owed));
}

function owedOn(parts: readonly Part[]): Amounts {
  return amounts((component) => sum(parts.map(({ accounts }) => accounts[component].owed)));
}

function totalOwed(parts: readonly Part[]): bigint {
  return totalOf(owedOn(parts));
}

/** What becomes less is first what bears compound or an agreement's rate, then what has run up since. */
function takeOff(from: Account, amount: bigint): void {
  from.owed -= amount;
  from.rested -= lesser(amount, from.rested);
  from.capitalised -= lesser(amount, from.capitalised);
}

/** The carry of an instalment ends when it is cleared. */
function endCarryOfCleared(owedBefore: readonly Part[]): void {
  for (const part of owedBefore.filter((one) => owedOf(one) === 0n)) {
    for (const component of ALL) Object.assign(part.accounts[component], account(0));
  }
}

function withSomethingOwed(parts: readonly Part[]): Part[] {
  return parts.filter((part) => owedOf(part) > 0n);
}

/** The oldest instalment due by a day of which anything is unpaid. */
function oldestUnpaid(parts: readonly Part[], day: Day): Part | undefined {
  return parts.find((part) => part.due <= day && owedOf(part) > 0n);
}

function daysOverdueOn(parts: readonly Part[], day: Day): number {
  const oldest = oldestUnpaid(parts, day);
  return oldest === undefined ? 0 : day - oldest.due;
}

/** The larger of an amount and a share of what is owed, and no more than that. */
function minimumPayment({ loan, terms, parts, isBeforeAsOf }: Books): bigint {
  if (terms.minimum === null) return 0n;
  const { principal, interest } = owedOn(parts);
  const owed = isBeforeAsOf && !accruesBefore(loan) ? principal + interest : totalOwed(parts);
  const amount = BigInt(terms.minimum.amount ?? 0);
  const share = terms.minimum.share === null ? 0n : shareOf(owed, terms.minimum.share);
  return lesser(amount > share ? amount : share, owed);
}

/* ----------------------------------------------------------------------------------------------------------- Opening */

function openBooks(loan: Loan, agreed: readonly Agreed[], paidOn: Books["paidOn"]): Books {
  const books: Books = {
    loan,
    agreed,
    paidOn,
    flows: {
      accrued: noAmounts(),
      charged: noAmounts(),
      waived: noAmounts(),
      refinanced: noAmounts(),
      paid: noAmounts(),
      payments: 0n,
      unapplied: 0n,
      capped: 0n,
      principalDays: 0n,
      principalFirstFell: null,
      lastPaymentOn: null,
    },
    terms: loan.terms,
    parts: loan.instalments.map((one) => partAsGiven(loan, one)),
    accelerateOn: loan.accelerateOn,
    monthsFrom: null,
    stretches: [...paidDues(loan), ...loan.instalments.map(({ due }) => due)],
    deferredRates: [],
    isNewLoan: false,
    kept: null,
    arrearsFrom: null,
    feesByRule: loan.terms.lateFees.map(() => ({ charged: 0n, times: 0 })),
    life: noAmounts(),
    sinceAsOf: 0n,
    isBeforeAsOf: true,
  };
  books.life = owedOn(books.parts);
  liveBeforeAsOf(books);
  books.life = owedOn(books.parts);
  books.sinceAsOf = 0n;
  Object.assign(books.flows, { accrued: noAmounts(), charged: noAmounts(), capped: 0n, principalDays: 0n });
  books.isBeforeAsOf = false;
  for (const part of books.parts) if (part.due === loan.asOf) part.minimum = minimumPayment(books);
  return books;
}

/** The due date before the first, had there been one: as far from it as the second, in months if a day of the month has both. */
function dueBeforeFirst({ instalments }: Loan): Day {
  const [first, second] = [...new Set(instalments.map(({ due }) => due))].toSorted((one, other) => one - other);
  if (first === undefined) throw new Error("a loan without instalments");
  if (second === undefined) return monthsLater(first, -1);
  for (let dayOfMonth = 1; dayOfMonth <= 31; dayOfMonth += 1) {
    for (let later = 1; dayInMonth(first, later, 1) <= second; later += 1) {
      const isBoth = dayInMonth(first, 0, dayOfMonth) === first && dayInMonth(first, later, dayOfMonth) === second;
      if (isBoth) return dayInMonth(first, -later, dayOfMonth);
    }
  }
  return (2 * first - second) as Day;
}

/** Of a contract the due dates before the first that is not paid. */
function paidDues({ instalments, agreedFlows }: Loan): readonly Day[] {
  const first = earliest(instalments.map(({ due }) => due));
  return agreedFlows?.payments.map(({ date }) => date).filter((date) => date < first) ?? [];
}

function partAsGiven(loan: Loan, { due, principal, interest, penalty, compound, fee }: Instalment): Part {
  const { grace } = loan.terms;
  const earlier = loan.instalments.map((other) => other.due).filter((other) => other < due);
  // Nothing is owed yet of what a grace that waives holds back: 0 says no more than that.
  const isHeldBack = grace.kind === "waive" && loan.asOf <= due + grace.days;
  const stands = (given: number | null): boolean => given !== null && !(given === 0 && isHeldBack);
  return {
    due,
    accounts: {
      fee: account(fee ?? 0, fee !== null),
      penalty: account(penalty ?? 0, stands(penalty)),
      compound: account(compound ?? 0, stands(compound)),
      interest: account(interest ?? 0),
      principal: account(principal),
    },
    fixed: BigInt(interest ?? 0),
    fixedFor: { from: earlier.length > 0 ? latest(earlier) : earliest([loan.asOf, dueBeforeFirst(loan)]), to: due },
    interestWaived: 0n,
    minimum: 0n,
    paidBefore: 0n,
  };
}

function accruesBefore({ instalments }: Loan): boolean {
  return instalments.some(({ interest }) => interest === null);
}

/**
 * Up to `asOf` each instalment bears what its principal and its interest would have borne without payments. Interest that is
 * given does not come into being then; that of a contract, which is not, has accrued since the due date paid last, or since
 * the first day. Nothing else bears compound.
 */
function liveBeforeAsOf(books: Books): void {
  const { loan, parts } = books;
  const { terms } = loan;
  const accrues = accruesBefore(loan);
  const rates = terms.rates.map((row, index) => (accrues && index === 0 ? { ...row, from: null } : row));
  books.terms = { ...terms, rates, compound: terms.compound === "none" ? "none" : "interest" };
  const firstDue = earliest(loan.instalments.map(({ due }) => due));
  const firstDay = accrues ? latest([dueBeforeFirst(loan), ...paidDues(loan)]) : firstDue;
  for (let day = firstDay; day <= loan.asOf; day = next(day)) {
    if (day > firstDay) books.flows.principalDays += owedOn(parts).principal;
    const atClose = parts.map(copyOf);
    if (!accrues) accrueArrears(books, atClose, day);
    else if (day > firstDay) accrue(books, atClose, day);
    chargeLateFees(books, atClose, day);
    fallDue(books, day);
    close(books, day);
  }
  books.terms = terms;
  const lastRest = latestRest(books, loan.asOf);
  for (const { due, accounts } of parts) {
    for (const one of [accounts.interest, accounts.penalty, accounts.compound]) {
      const since = one === accounts.interest ? due : next(due);
      if (one.frozen || one === accounts.interest) one.rested = since <= lastRest ? one.owed : 0n;
      one.frozen = false;
    }
    accounts.fee.frozen = false;
  }
}

/* ------------------------------------------------------------------------------------------------ Step 1: the night */

/** Interest, penalty and compound of the night before a day, on the balances at the close of the day before. */
function accrue(books: Books, atClose: readonly Part[], day: Day): void {
  const running = books.parts[atClose.findIndex(({ due }) => due > before(day))];
  if (running !== undefined) {
    const base = exact(principalAhead(atClose, day) + capitalisedAhead(atClose, day));
    const tonight = wholeFen(books, running.accounts.interest, times(base, interestOfNight(books, day)));
    post(books, running, "interest", tonight, "accrued");
  }
  accrueArrears(books, atClose, day);
}

function accrueArrears(books: Books, atClose: readonly Part[], day: Day): void {
  const night = before(day);
  const oldest = oldestUnpaid(atClose, night);
  if (oldest === undefined) return;
  const daysOverdue = day - oldest.due;
  const nightOf = daysOfNight(books, day);
  const penaltyOfNight = times(penaltyRate(books, day, daysOverdue), nightOf);
  const compoundOfNight = times(compoundRate(books, day, daysOverdue), nightOf);
  for (const [index, part] of books.parts.entries()) {
    const then = atClose[index];
    if (then === undefined || then.due > night) continue;
    const inGrace = night < then.due + books.terms.grace.days;
    if (inGrace && books.terms.grace.kind === "skip") continue;
    const unpaid = owedOf(then) > 0n;
    const penalty = times(exact(penaltyBase(books, atClose, then, oldest, day)), penaltyOfNight);
    const compound = times(exact(compoundBase(books, then)), compoundOfNight);
    for (const [component, amount] of [
      ["penalty", penalty],
      ["compound", compound],
    ] as const) {
      const to = part.accounts[component];
      if (to.frozen) continue;
      to.pending += wholeFen(books, to, amount);
      if (inGrace) continue;
      const owed = unpaid ? to.pending : 0n;
      to.pending = 0n;
      post(books, part, component, owed, "accrued");
    }
  }
}

function principalAhead(parts: readonly Part[], day: Day): bigint {
  return sum(parts.filter(({ due }) => due > before(day)).map(({ accounts }) => accounts.principal.owed));
}

function capitalisedAhead(parts: readonly Part[], day: Day): bigint {
  const ahead = parts.filter(({ due }) => due > before(day));
  return sum(ahead.flatMap(({ accounts }) => ALL_CHARGES.map((charge) => accounts[charge].capitalised)));
}

function penaltyBase(books: Books, parts: readonly Part[], part: Part, oldest: Part, day: Day): bigint {
  const own = part.accounts.principal.owed;
  switch (books.terms.penaltyBase) {
    case "overdue-principal":
      return own;
    case "outstanding-principal":
      return part === oldest ? own + principalAhead(parts, day) : own;
    case "borrowed":
      return part === oldest ? BigInt(books.loan.borrowed) : 0n;
  }
}

function compoundBase({ terms }: Books, { accounts: { interest, penalty, compound } }: Part): bigint {
  switch (terms.compound) {
    case "none":
      return 0n;
    case "interest":
      return interest.rested;
    case "all":
      return interest.rested + penalty.rested + compound.rested;
  }
}

/** How many fen a night brings to an account. */
function wholeFen({ terms: { rounding } }: Books, to: Account, amount: Exact): bigint {
  if (rounding.when === "daily") return rounded(amount, rounding);
  to.runUp = plus(to.runUp, amount);
  const sofar = rounded(to.runUp, rounding);
  const tonight = sofar - to.posted;
  to.posted = sofar;
  return tonight;
}

/** Where rounding is at payments and due dates, nothing is carried over them. */
function endCarryAtPayment({ terms, parts }: Books): void {
  if (terms.rounding.when !== "payment") return;
  for (const { accounts } of parts)
    for (const component of ALL) Object.assign(accounts[component], { runUp: NOTHING, posted: 0n });
}

/** The last rest by a day; before all days where there are no arrears. */
function latestRest({ terms, arrearsFrom }: Books, day: Day): number {
  if (arrearsFrom === null) return Number.NEGATIVE_INFINITY;
  if (terms.compoundRests === "day") return day;
  const step = { month: 1, quarter: 3, year: 12 }[terms.compoundRests];
  let count = 0;
  while (monthsLater(arrearsFrom, (count + 1) * step) <= day) count += 1;
  return monthsLater(arrearsFrom, count * step);
}

/* -------------------------------------------------------------------------------------------------------------- Caps */

/** Adds to what is owed, as far as the caps let it. */
function post(books: Books, part: Part, component: Component, amount: bigint, column: "accrued" | "charged"): void {
  const isAgreed = books.kept !== null && column === "accrued";
  const owed = component === "principal" || isAgreed ? amount : lesser(amount, roomFor(books, component));
  part.accounts[component].owed += owed;
  books.flows[column][component] += owed;
  books.flows.capped += amount - owed;
  if (component === "principal") return;
  books.life[component] += owed;
  books.sinceAsOf += owed;
}

function roomFor(books: Books, component: Component): bigint {
  const rooms = books.terms.caps.flatMap((cap) => roomUnder(books, cap, component));
  const room = rooms.reduce(lesser, rooms[0] ?? 10n ** 30n);
  return room > 0n ? room : 0n;
}

function roomUnder({ loan, life, flows, sinceAsOf }: Books, cap: Cap, component: Component): bigint[] {
  switch (cap.kind) {
    case "rate":
      return [];
    case "share": {
      if (cap.of !== "charges" && cap.of !== component) return [];
      const used = cap.of === "charges" ? sum(ALL_CHARGES.map((charge) => life[charge])) : life[cap.of];
      return [roundedDown(times(exact(BigInt(loan.borrowed)), given(cap.share))) - used];
    }
    case "yearly":
      return [roundedDown(times(exact(flows.principalDays, 365n), given(cap.yearlyRate))) - sinceAsOf];
  }
}

/* ---------------------------------------------------------------------------------------------- Step 2: what is charged */

/** Fees by rule, for instalments of which anything was unpaid at the close of the day before. */
function chargeLateFees(books: Books, atClose: readonly Part[], day: Day): void {
  for (const [index, part] of books.parts.entries()) {
    const then = atClose[index];
    if (then === undefined || owedOf(then) === 0n) continue;
    const unpaid = unpaidMinimum(books, part);
    for (const [number, rule] of books.terms.lateFees.entries()) {
      const sofar = books.feesByRule[number];
      if (sofar === undefined || !fallsOn(books.terms, rule, part.due, day)) continue;
      if (rule.each === "loan" && sofar.times > 0) continue;
      const isOfMinimum = rule.charge.kind === "percent" && rule.charge.of === "minimum";
      if (isOfMinimum && unpaid === 0n && part.minimum > 0n) continue;
      const fee = feeFor(books, rule, { ...then, minimum: unpaid }, sofar.charged);
      sofar.charged += fee;
      if (fee > 0n) sofar.times += 1;
      if (!part.accounts.fee.frozen) post(books, part, "fee", fee, "charged");
    }
  }
}

function fallsOn({ grace }: Terms, rule: LateFee, due: Day, day: Day): boolean {
  const firstAfterGrace = (rule.graceDays ?? grace.days) + 1;
  const wait = rule.afterDaysOverdue > firstAfterGrace ? rule.afterDaysOverdue : firstAfterGrace;
  switch (rule.each) {
    case "instalment":
    case "loan":
      return day === due + wait;
    case "day":
      return day >= due + wait;
    case "month": {
      let later = 0;
      while (monthsLater(due, later) + wait < day) later += 1;
      return monthsLater(due, later) + wait === day;
    }
  }
}

/** Of the minimum payment of the due date. */
function unpaidMinimum({ flows }: Books, { minimum, paidBefore }: Part): bigint {
  const paid = flows.payments - paidBefore;
  return paid < minimum ? minimum - paid : 0n;
}

function feeFor({ terms }: Books, rule: LateFee, then: Part, sofar: bigint): bigint {
  const { charge, minimum, maximum, maximumInAll } = rule;
  let fee =
    charge.kind === "fixed"
      ? BigInt(charge.amount)
      : rounded(times(exact(feeBase(charge.of, then)), given(charge.share)), terms.rounding);
  if (minimum !== null && fee < minimum) fee = BigInt(minimum);
  if (maximum !== null && fee > maximum) fee = BigInt(maximum);
  return maximumInAll === null ? fee : lesser(fee, BigInt(maximumInAll) - sofar);
}

function feeBase(of: "instalment" | "overdue-principal" | "minimum", { accounts, minimum }: Part): bigint {
  switch (of) {
    case "instalment":
      return accounts.principal.owed + accounts.interest.owed;
    case "overdue-principal":
      return accounts.principal.owed;
    case "minimum":
      return minimum;
  }
}

/** A dated charge is owed with the instalment in whose period it falls; after the last due date with the last. */
function chargeDated(books: Books, { amount, component }: DatedCharge, day: Day): void {
  const part = books.parts.find(({ due }) => due >= day) ?? books.parts.at(-1);
  if (part === undefined) throw new Error("a loan has at least one instalment");
  post(books, part, component, BigInt(amount), "charged");
}

/* ----------------------------------------------------------------------------------------------- Step 3: falling due */

function fallDue(books: Books, day: Day): void {
  const { parts, terms, accelerateOn, isBeforeAsOf } = books;
  const limit = terms.accelerateAfter;
  const isCalled =
    accelerateOn === day ||
    (limit !== null && oldestUnpaid(parts, before(day)) !== undefined && daysOverdueOn(parts, day) >= limit);
  if (isCalled && !isBeforeAsOf) {
    leaveOutUnearned(books, day);
    for (const part of parts) if (part.due > day) part.due = day;
  }
  const dueToday = parts.filter(({ due }) => due === day);
  for (const part of dueToday) {
    part.minimum = minimumPayment(books);
    part.paidBefore = books.flows.payments;
  }
  if (dueToday.length > 0) endCarryAtPayment(books);
}

/** Of interest fixed in advance what the days ahead would bear. */
function fixedAhead({ terms }: Books, { due, fixed, fixedFor: { from, to } }: Part, day: Day): bigint {
  if (terms.interest !== "scheduled" || due <= day) return 0n;
  const passed = Math.min(Math.max(day - from, 0), to - from);
  return fixed - halfUp(exact(fixed * BigInt(passed), BigInt(to - from)));
}

function unearnedOf(books: Books, part: Part, day: Day): bigint {
  return lesser(part.accounts.interest.owed, fixedAhead(books, part, day));
}

/** What of it is neither owed nor given up. */
function paidAhead(books: Books, day: Day): Fen {
  const parts = books.parts.map((part) => {
    const { interestWaived, accounts } = part;
    const paid = fixedAhead(books, part, day) - interestWaived - accounts.interest.owed;
    return paid > 0n ? paid : 0n;
  });
  return asFen(sum(parts));
}

function leaveOutUnearned(books: Books, day: Day): void {
  const unearned = books.parts.map((part) => unearnedOf(books, part, day));
  const owedBefore = withSomethingOwed(books.parts);
  for (const [index, part] of books.parts.entries()) {
    takeOff(part.accounts.interest, unearned[index] ?? 0n);
    part.interestWaived += unearned[index] ?? 0n;
    books.flows.waived.interest += unearned[index] ?? 0n;
  }
  endCarryOfCleared(owedBefore);
}

/* ------------------------------------------------------------------------------- Step 4: agreements and dated waivers */

function agree(books: Books, day: Day): void {
  for (const one of books.agreed) {
    if (one.date === day && totalOwed(books.parts) > 0n) takeEffect(books, one);
  }
  if (books.isNewLoan) return;
  for (const waiver of books.loan.waivers) if (waiver.date === day) waiveDated(books, waiver);
}

function takeEffect(books: Books, agreed: Agreed): void {
  if (agreed.kind !== "waiver" && agreed.kind !== "deferral" && agreed.unearned === "leave-out") {
    leaveOutUnearned(books, agreed.date);
  }
  switch (agreed.kind) {
    case "agreement":
      return spreadAnew(books, agreed);
    case "waiver":
      return waiveAlone(books, agreed);
    case "deferral":
      return defer(books, agreed);
    case "settlement":
      return settle(books, agreed);
    case "refinancing":
      return refinance(books, agreed);
  }
}

/** Takes amounts off what is owed, oldest instalment first. */
function waive(books: Books, waived: Amounts): void {
  const owedBefore = withSomethingOwed(books.parts);
  for (const component of ALL) {
    let left = waived[component];
    for (const part of books.parts) {
      const taken = lesser(left, part.accounts[component].owed);
      takeOff(part.accounts[component], taken);
      if (component === "interest") part.interestWaived += taken;
      left -= taken;
    }
    books.flows.waived[component] += waived[component];
  }
  endCarryOfCleared(owedBefore);
}

function waiveShares(books: Books, owed: Amounts, shares: WaivedShares): void {
  const waived = amounts((component) => shareOf(owed[component], shares[component]));
  waive(books, waived);
}

/** The shares that were given up, of what was earned by then. */
function waiveAlone(books: Books, { date, waive: shares, unearned }: WaiverAlone): void {
  const owed = owedOn(books.parts);
  if (unearned === "leave-out") owed.interest -= sum(books.parts.map((part) => unearnedOf(books, part, date)));
  waiveShares(books, owed, shares);
}

function waiveDated(books: Books, { of, rest = [], waives }: DatedWaiver): void {
  const owed = owedOn(books.parts);
  const waived = noAmounts();
  let left = waives.kind === "amount" ? BigInt(waives.amount) : 0n;
  for (const component of of === "all" ? ALL : of === "charges" ? ALL_CHARGES : [of, ...rest]) {
    waived[component] =
      waives.kind === "share" ? shareOf(owed[component], waives.share) : lesser(left, owed[component]);
    left -= waived[component];
  }
  waive(books, waived);
}

/** What is not waived and not paid at once becomes new instalments, kept until one of them is missed. */
function spreadAnew(books: Books, agreed: InstalmentAgreement): void {
  const { date, pauseMonths, method, down } = agreed;
  waiveShares(books, owedOn(books.parts), agreed.waive);
  if (down !== null) {
    const owed = totalOwed(books.parts);
    const amount = down.kind === "share" ? shareOf(owed, down.share) : lesser(BigInt(down.amount), owed);
    pay(books, date, { amount, for: null, surplus: "next", by: agreed });
  }
  const kept = owedOn(books.parts);
  const charges = totalOf(kept) - kept.principal;
  const isSpread = agreed.charges === "spread";
  const amount = kept.principal + (isSpread ? charges : 0n);
  books.terms = {
    ...newTerms(books.terms, agreed),
    interest: method.kind === "flat" ? "scheduled" : "accrued",
    caps: books.terms.caps.filter(({ kind }) => kind !== "rate"),
    penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: { numerator: 0n, denominator: 1n } } }],
    compound: "none",
  };
  startAnew(books, date);
  // What a pause bears is owed on top with the first instalment.
  const start = monthsLater(date, pauseMonths);
  const dues = Array.from({ length: agreed.months }, (_, index) => monthsLater(date, pauseMonths + 1 + index));
  const capital = capitalAgreed(books, agreed, amount, start, dues);
  const chargesOfEach = isSpread
    ? inProportion(charges, capital)
    : dues.map((_, index) => (index === dues.length - 1 ? charges : 0n));
  const byName = drawn(kept, chargesOfEach);
  const fee = method.kind === "flat" ? shareOf(amount, method.monthlyFee) : 0n;
  books.flows.charged.interest += fee * BigInt(dues.length);
  books.life.interest += fee * BigInt(dues.length);
  books.sinceAsOf += fee * BigInt(dues.length);
  books.parts = dues.map((due, index) => {
    const own = byName[index] ?? noAmounts();
    const principal = (capital[index] ?? 0n) - (isSpread ? (chargesOfEach[index] ?? 0n) : 0n);
    const part = newPart(due, dues[index - 1] ?? start, { ...own, interest: own.interest + fee, principal });
    part.fixed = fee;
    for (const charge of ALL_CHARGES) part.accounts[charge].capitalised = isSpread ? own[charge] : 0n;
    return part;
  });
  books.kept = agreed;
}

/** Neither an agreement nor a new loan knows grace, fees, or the contract's base and decimals. */
function newTerms(old: Terms, { rate, dayCount }: InstalmentAgreement | Refinancing): Terms {
  return {
    ...old,
    rates: [{ from: null, rate }],
    dayCount,
    interest: "accrued",
    penaltyBase: "overdue-principal",
    grace: { days: 0, kind: "skip" },
    rateDecimals: null,
    rounding: { when: "posting", direction: "half-up", unit: asFen(1n) },
    lateFees: [],
    accelerateAfter: null,
  };
}

function startAnew(books: Books, date: Day): void {
  Object.assign(books, { accelerateOn: null, monthsFrom: date, deferredRates: [], kept: null, arrearsFrom: null });
}

/** Charges over the instalments in proportion to their capital: what has gone by each is rounded, not each. */
function inProportion(charges: bigint, capital: readonly bigint[]): bigint[] {
  const whole = sum(capital);
  const upTo = (count: number): bigint =>
    whole === 0n ? 0n : halfUp(exact(charges * sum(capital.slice(0, count)), whole));
  return capital.map((_, index) => upTo(index + 1) - upTo(index));
}

/** Which charges the amounts are made of: fees in the first instalments, then penalty, compound, interest. */
function drawn(charges: Amounts, each: readonly bigint[]): Amounts[] {
  const left = { ...charges };
  return each.map((amount) => {
    const taken = noAmounts();
    let open = amount;
    for (const charge of ALL_CHARGES) {
      taken[charge] = lesser(open, left[charge]);
      left[charge] -= taken[charge];
      open -= taken[charge];
    }
    return taken;
  });
}

/** What each instalment of an agreement takes of the amount: no month asks more than was said, the last less. */
function capitalAgreed(
  books: Books,
  { method, date }: InstalmentAgreement,
  amount: bigint,
  start: Day,
  dues: readonly Day[],
): bigint[] {
  const count = BigInt(dues.length);
  const rates = ratesOfPeriods(books, start, dues);
  switch (method.kind) {
    case "equal-principal":
    case "flat":
      return equalParts(amount, roundedUp(exact(amount, count)), dues.length);
    case "steps": {
      const wanted = method.steps.flatMap((step) => Array.from({ length: step.months }, () => BigInt(step.amount)));
      // What is said of the first month is what it asks: the interest of a pause comes out of it.
      return afterInterest(amount, ratesOfPeriods(books, date, dues), (index) => wanted[index] ?? wanted.at(-1) ?? 0n);
    }
    case "equal-instalments": {
      const isEnough = (equal: bigint): boolean => {
        const last = afterInterest(amount, rates, () => equal).at(-1) ?? 0n;
        return last + halfUp(times(exact(last), rates.at(-1) ?? NOTHING)) <= equal;
      };
      let tooLittle = roundedUp(annuity(amount, books.terms, dues.length)) - 1n;
      let enough = tooLittle + 1n;
      while (!isEnough(enough)) enough = enough * 2n + 1n;
      while (enough - tooLittle > 1n) {
        const middle = (enough + tooLittle) / 2n;
        if (isEnough(middle)) enough = middle;
        else tooLittle = middle;
      }
      return afterInterest(amount, rates, () => enough);
    }
  }
}

/** What each instalment of a new loan takes of the amount: rounded half-up, and the last takes the rest. */
function capitalLent(books: Books, { method, date }: Refinancing, amount: bigint, dues: readonly Day[]): bigint[] {
  if (method === "equal-principal") {
    return equalParts(amount, halfUp(exact(amount, BigInt(dues.length))), dues.length);
  }
  const equal = halfUp(annuity(amount, books.terms, dues.length));
  return afterInterest(amount, ratesOfPeriods(books, date, dues), () => equal);
}

function equalParts(amount: bigint, part: bigint, count: number): bigint[] {
  let left = amount;
  return Array.from({ length: count }, (_, index) => {
    const taken = index === count - 1 ? left : lesser(part, left);
    left -= taken;
    return taken;
  });
}

/** Row by row: what is left of an instalment after the interest of its period. */
function afterInterest(amount: bigint, rates: readonly Exact[], instalment: (index: number) => bigint): bigint[] {
  let left = amount;
  return rates.map((rate, index) => {
    const interest = halfUp(times(exact(left), rate));
    const rest = instalment(index) > interest ? instalment(index) - interest : 0n;
    const taken = index === rates.length - 1 ? left : lesser(rest, left);
    left -= taken;
    return taken;
  });
}

/** What one unit bears from each due date to the next: its nights, added up. */
function ratesOfPeriods(books: Books, start: Day, dues: readonly Day[]): Exact[] {
  return dues.map((due, index) => {
    let rate = NOTHING;
    for (let day = next(dues[index - 1] ?? start); day <= due; day = next(day))
      rate = plus(rate, interestOfNight(books, day));
    return rate;
  });
}

/** The equal instalment: the amount ÷ what 1 paid in each month is worth today. */
function annuity(amount: bigint, { rates }: Terms, count: number): Exact {
  const rate = rates[0]?.rate;
  if (rate === undefined) throw new Error("an agreement has a rate");
  const monthly = times(given(rate), { day: exact(30n), month: exact(1n), year: exact(1n, 12n) }[rate.per]);
  const discount = exact(monthly.bottom, monthly.bottom + monthly.top);
  let [worth, factor] = [NOTHING, exact(1n)];
  for (let month = 0; month < count; month += 1) {
    factor = times(factor, discount);
    worth = plus(worth, factor);
  }
  return times(exact(amount), exact(worth.bottom, worth.top));
}

/** Every due date moves by so many months; what is due already, to so many months from now. */
function defer(books: Books, { date, months: count, rate }: Deferral): void {
  const { grace } = books.terms;
  for (const part of books.parts) {
    const isInGrace = grace.kind === "waive" && grace.days > 0 && part.due <= date && date <= part.due + grace.days;
    if (isInGrace) forgetHeldBack(part);
    part.due = monthsLater(part.due <= date ? date : part.due, count);
  }
  if (rate !== null) {
    books.deferredRates = [...books.deferredRates, { from: date, until: monthsLater(date, count), rate }];
  }
}

/** Moved within its grace, it was never late past it. */
function forgetHeldBack({ accounts: { penalty, compound } }: Part): void {
  for (const to of [penalty, compound]) Object.assign(to, { pending: 0n, runUp: NOTHING, posted: 0n });
}

/** A sum is paid, principal first, and the rest is given up. */
function settle(books: Books, agreed: Settlement): void {
  const owed = totalOwed(books.parts);
  const amount =
    agreed.pays.kind === "share" ? shareOf(owed, agreed.pays.share) : lesser(BigInt(agreed.pays.amount), owed);
  pay(books, agreed.date, { amount, for: "principal", surplus: "next", by: agreed });
  waive(books, owedOn(books.parts));
  books.kept = null;
}

/** A new loan pays all that is owed and the fee charged for it, and is owed in its place. */
function refinance(books: Books, agreed: Refinancing): void {
  const { flows } = books;
  const old = owedOn(books.parts);
  const fee = shareOf(totalOf(old), agreed.feeShare);
  const lent = totalOf(old) + fee;
  books.terms = { ...newTerms(books.terms, agreed), penalty: agreed.penalty, caps: [] };
  books.isNewLoan = true;
  startAnew(books, agreed.date);
  const dues = Array.from({ length: agreed.months }, (_, index) => monthsLater(agreed.date, 1 + index));
  const capital = capitalLent(books, agreed, lent, dues);
  books.parts = dues.map((due, index) =>
    newPart(due, dues[index - 1] ?? agreed.date, { ...noAmounts(), principal: capital[index] ?? 0n }),
  );
  flows.charged.fee += fee;
  flows.refinanced.principal += lent;
  for (const component of ALL) flows.refinanced[component] -= old[component] + (component === "fee" ? fee : 0n);
}

/* ------------------------------------------------------------------------------------------------- Step 5: payments */

/** The order that holds on a day: for what is due, and for what is not yet due. */
interface Way {
  readonly order: readonly Component[];
  readonly orderInAdvance: readonly Component[];
  readonly by: Axis;
}

function wayOfDay({ terms, parts }: Books, day: Day): Way {
  const daysOverdue = daysOverdueOn(parts, day);
  const { order, by } = terms.orderAfter.findLast((row) => row.daysOverdue <= daysOverdue) ?? terms;
  return { order, orderInAdvance: terms.orderInAdvance ?? order, by };
}

function pay(books: Books, day: Day, payment: OnePayment, way = wayOfDay(books, day)): void {
  if (payment.amount === 0n) return;
  const { flows, parts } = books;
  endCarryAtPayment(books);
  const { paid, left } = allocate(parts, day, way, payment);
  flows.payments += payment.amount;
  flows.unapplied += left;
  for (const component of ALL) flows.paid[component] += paid[component];
  if (paid.principal > 0n) flows.principalFirstFell ??= day;
  if (left < payment.amount) flows.lastPaymentOn = day;
  const kept = books.paidOn.get(day) ?? [];
  const isKept = kept.some((one) => one === payment || (payment.by !== null && one.by === payment.by));
  if (!isKept) books.paidOn.set(day, [...kept, payment]);
}

/**
 * Payments of the same purpose that follow one another are one payment of their sum. A stream pays no more than is
 * owed, counting what waits to be paid together with it. What has fallen due is paid first, where that is the way of
 * paying, and what is given comes on top.
 */
function paymentsOfDay(books: Books, events: Events, day: Day, way: Way): OnePayment[] {
  const { terms, parts } = books;
  const payments: OnePayment[] = [];
  const isLike = (one: OnePayment | undefined, other: OnePayment): one is OnePayment =>
    one !== undefined && one.for === other.for && one.surplus === other.surplus;
  const add = (payment: OnePayment): void => {
    const last = payments.at(-1);
    if (payment.amount === 0n) return;
    if (isLike(last, payment)) payments[payments.length - 1] = { ...last, amount: last.amount + payment.amount };
    else payments.push(payment);
  };
  if (events.paysWhenDueFrom !== null && day >= events.paysWhenDueFrom) {
    const amount = totalOwed(parts.filter(({ due }) => due <= day));
    add({ amount, for: null, surplus: terms.surplus, by: null });
  }
  for (const { date, amount, for: purpose, surplus } of events.payments) {
    if (date === day) add({ amount: BigInt(amount), for: purpose, surplus: surplus ?? terms.surplus, by: null });
  }
  for (const stream of events.streams) {
    const amount = amountOfStream(books, stream, day);
    const payment = { amount, for: stream.for, surplus: terms.surplus, by: null };
    const last = payments.at(-1);
    const waiting = isLike(last, payment) ? last.amount : 0n;
    const others = waiting > 0n ? payments.slice(0, -1) : payments;
    const tried = parts.map(copyOf);
    for (const one of others) allocate(tried, day, way, one);
    const open = totalOwed(tried) - waiting;
    add({ ...payment, amount: lesser(amount, open > 0n ? open : 0n) });
  }
  return payments;
}

function amountOfStream(books: Books, stream: PaymentStream, day: Day): bigint {
  const { from, until, pauses, amounts: inTurn, cycle } = stream;
  if (day < from || (until !== null && day > until)) return 0n;
  if (pauses.some((pause) => pause.from <= day && day <= pause.until)) return 0n;
  let count = 0;
  let date = from;
  const inMonth = (later: number): Day => dayInMonth(from, later, cycle.kind === "month" ? cycle.dayOfMonth : 1);
  const skipped = cycle.kind === "month" && inMonth(0) < from ? 1 : 0;
  if (cycle.kind === "month") date = inMonth(skipped);
  while (date < day) {
    count += 1;
    date = cycle.kind === "days" ? ((from + count * cycle.days) as Day) : inMonth(skipped + count);
  }
  if (date !== day) return 0n;
  const amount = inTurn[count % inTurn.length] ?? 0;
  return amount === "minimum" ? minimumPayment(books) : BigInt(amount);
}

function payOnDay(books: Books, events: Events, day: Day): void {
  const way = wayOfDay(books, day);
  for (const payment of paymentsOfDay(books, events, day, way)) pay(books, day, payment, way);
}

/* -------------------------------------------------------------------------------------------------------- Allocation */

interface Allocation {
  readonly paid: Amounts;
  readonly left: bigint;
}

/** Puts one payment where it belongs: first to its purpose, then by the order. */
function allocate(
  parts: readonly Part[],
  day: Day,
  way: Way,
  { amount, for: purpose, surplus }: OnePayment,
): Allocation {
  const owedBefore = withSomethingOwed(parts);
  const paid = noAmounts();
  let left = amount;
  if (purpose !== null) {
    left = overdueDueAhead(
      parts,
      day,
      { order: [purpose], orderInAdvance: [purpose], by: way.by },
      surplus,
      left,
      paid,
    );
  }
  left = overdueDueAhead(parts, day, way, surplus, left, paid);
  endCarryOfCleared(owedBefore);
  return { paid, left };
}

/** Overdue first, then what is due on the day, then what is not yet due. */
function overdueDueAhead(
  parts: readonly Part[],
  day: Day,
  way: Way,
  surplus: Surplus,
  amount: bigint,
  paid: Amounts,
): bigint {
  let left = clear(
    parts.filter(({ due }) => due < day),
    way.order,
    way.by,
    amount,
    paid,
  );
  left = clear(
    parts.filter(({ due }) => due === day),
    way.order,
    way.by,
    left,
    paid,
  );
  const ahead = parts.filter(({ due }) => due > day);
  switch (surplus) {
    case "next":
      return clear(ahead, way.orderInAdvance, way.by, left, paid);
    case "last":
      return clear(ahead.toReversed(), way.orderInAdvance, way.by, left, paid);
    case "spread":
      return spread(ahead, way.orderInAdvance, left, paid);
    case "none":
      return left;
  }
}

function clear(parts: readonly Part[], order: readonly Component[], by: Axis, amount: bigint, paid: Amounts): bigint {
  const places =
    by === "instalment"
      ? parts.flatMap((part) => order.map((component) => ({ part, component })))
      : order.flatMap((component) => parts.map((part) => ({ part, component })));
  let left = amount;
  for (const { part, component } of places) {
    const taken = lesser(left, part.accounts[component].owed);
    takeOff(part.accounts[component], taken);
    paid[component] += taken;
    left -= taken;
  }
  return left;
}

/** Evenly over the instalments that can take anything, the odd fen to the last; what one cannot take goes round again. */
function spread(parts: readonly Part[], order: readonly Component[], amount: bigint, paid: Amounts): bigint {
  let left = amount;
  while (left > 0n) {
    const takers = parts.filter(({ accounts }) => order.some((component) => accounts[component].owed > 0n));
    if (takers.length === 0) return left;
    const share = left / BigInt(takers.length);
    const odd = left - share * BigInt(takers.length);
    left = 0n;
    for (const [index, part] of takers.entries()) {
      left += clear([part], order, "instalment", share + (index === takers.length - 1 ? odd : 0n), paid);
    }
  }
  return 0n;
}

/* --------------------------------------------------------------------------------------------- Step 6: close; the run */

/** What was unpaid when a rest falls bears compound from then on. */
function close(books: Books, day: Day): void {
  const oldest = oldestUnpaid(books.parts, day);
  books.arrearsFrom = oldest === undefined ? null : (books.arrearsFrom ?? oldest.due);
  if (latestRest(books, day) === day) {
    for (const { accounts } of books.parts.filter(({ due }) => due <= day)) {
      for (const one of [accounts.interest, accounts.penalty, accounts.compound]) one.rested = one.owed + one.pending;
    }
  }
  if (totalOwed(books.parts) === 0n) books.kept = null;
}

/** Steps 1 to 4 of a day. */
function liveUntilPayments(books: Books, day: Day): void {
  const atClose = books.parts.map(copyOf);
  books.flows.principalDays += owedOn(books.parts).principal;
  accrue(books, atClose, day);
  chargeLateFees(books, atClose, day);
  for (const charge of books.loan.charges) if (charge.date === day) chargeDated(books, charge, day);
  fallDue(books, day);
  agree(books, day);
}

/** An instalment of the agreement is unpaid at the close of its due date and grace. */
function isBroken({ kept, parts }: Books, day: Day): boolean {
  return kept !== null && parts.some((part) => part.due + kept.graceDays <= day && owedOf(part) > 0n);
}

/** The books at a close as they would be if the agreements that broke had never been made. */
function afterBreaks(books: Books, day: Day): Books {
  let now = books;
  while (isBroken(now, day)) now = livedAgain(now, withoutBroken(now, day), day);
  return now;
}

/** Nothing is left of a broken agreement and of what was built on it, or its waivers alone. */
function withoutBroken({ agreed, kept }: Books, day: Day): readonly Agreed[] {
  if (kept === null) return agreed;
  const place = agreed.indexOf(kept);
  const { date, waive: shares, unearned } = kept;
  const stands: Agreed[] = kept.onBreak === "keep" ? [{ kind: "waiver", date, waive: shares, unearned }] : [];
  return [...agreed.slice(0, place), ...stands, ...agreed.slice(place).filter((later) => later.date > day)];
}

/** The past with the payments that were really made. */
function livedAgain({ loan, paidOn }: Books, agreed: readonly Agreed[], until: Day): Books {
  let books = openBooks(loan, agreed, new Map(paidOn));
  for (let day = loan.asOf; day <= until; day = next(day)) {
    if (day > loan.asOf) {
      books = afterBreaks(books, before(day));
      liveUntilPayments(books, day);
    } else agree(books, day);
    const way = wayOfDay(books, day);
    for (const payment of paidOn.get(day) ?? []) {
      if (payment.by === null || !books.agreed.includes(payment.by)) pay(books, day, payment, way);
    }
    close(books, day);
  }
  return books;
}

export interface ReferenceRun {
  /** What is owed at the close of `asOf`, before anything agreed on that day. */
  readonly opening: ByComponent;
  readonly closing: ByComponent;
  readonly daysOverdueAtStart: number;
  readonly daysOverdueAtEnd: number;
  readonly accrued: ByComponent;
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  readonly refinanced: ByComponent;
  readonly paid: ByComponent;
  readonly payments: Fen;
  readonly unapplied: Fen;
  readonly rows: readonly LedgerRow[];
  readonly clearedOn: Day | null;
  /** Whether anything due was left unpaid over a night, before the run or in it. */
  readonly everOverdue: boolean;
  readonly brokenOn: readonly Day[];
  /** Fen of principal owed over each night, added up. */
  readonly principalDays: bigint;
  /** The first day on which a payment reached principal. */
  readonly principalFirstFell: Day | null;
  readonly lastPaymentOn: Day | null;
  /** What caps withheld. */
  readonly capped: Fen;
  /** Of what is owed at `asOf` and at the end: interest fixed for days ahead. */
  readonly unearnedAtStart: Fen;
  readonly unearned: Fen;
  /** Of what was paid: interest fixed for days after the end. */
  readonly interestPaidAhead: Fen;
  /** The last due date in force at the end. */
  readonly lastDue: Day;
}

/** Every day from the one after `asOf` (from `asOf`, if what is agreed on it moves anything) to `until`, or to the end. */
export function referenceRun(loan: Loan, events: Events, until: Day): ReferenceRun {
  let books = openBooks(loan, events.agreements, new Map());
  const opening = inFen(owedOn(books.parts));
  const daysOverdueAtStart = daysOverdueOn(books.parts, loan.asOf);
  const unearnedAtStart = unearnedIn(books, loan.asOf);
  let then = copyOfFlows(books.flows);
  agree(books, loan.asOf);
  close(books, loan.asOf);
  const rows: LedgerRow[] = [];
  if (!isDeepStrictEqual(books.flows, then)) rows.push(rowOf(books, then, loan.asOf));
  then = copyOfFlows(books.flows);
  const brokenOn: Day[] = [];
  let clearedOn = isOver(books, loan.asOf) ? loan.asOf : null;
  let everOverdue = daysOverdueAtStart > 0;
  for (let day = next(loan.asOf); day <= until && clearedOn === null; day = next(day)) {
    if (isBroken(books, before(day))) {
      brokenOn.push(before(day));
      books = afterBreaks(books, before(day));
    }
    everOverdue ||= oldestUnpaid(books.parts, before(day)) !== undefined;
    liveUntilPayments(books, day);
    payOnDay(books, events, day);
    close(books, day);
    rows.push(rowOf(books, then, day));
    then = copyOfFlows(books.flows);
    if (isOver(books, day)) clearedOn = day;
  }
  const { flows } = books;
  const end = rows.at(-1)?.date ?? loan.asOf;
  return {
    opening,
    closing: inFen(owedOn(books.parts)),
    daysOverdueAtStart,
    daysOverdueAtEnd: daysOverdueOn(books.parts, end),
    accrued: inFen(flows.accrued),
    charged: inFen(flows.charged),
    waived: inFen(flows.waived),
    refinanced: inFen(flows.refinanced),
    paid: inFen(flows.paid),
    payments: asFen(flows.payments),
    unapplied: asFen(flows.unapplied),
    rows,
    clearedOn,
    everOverdue,
    brokenOn,
    principalDays: flows.principalDays,
    principalFirstFell: flows.principalFirstFell,
    lastPaymentOn: flows.lastPaymentOn,
    capped: asFen(flows.capped),
    unearnedAtStart,
    unearned: unearnedIn(books, end),
    interestPaidAhead: paidAhead(books, end),
    lastDue: latest(books.parts.map(({ due }) => due)),
  };
}

function unearnedIn(books: Books, day: Day): Fen {
  return asFen(sum(books.parts.map((part) => unearnedOf(books, part, day))));
}

function isOver({ parts, loan }: Books, day: Day): boolean {
  return totalOwed(parts) === 0n && loan.charges.every(({ date }) => date <= day);
}

function copyOfFlows(flows: Flows): Flows {
  const { accrued, charged, waived, refinanced, paid } = flows;
  return {
    ...flows,
    accrued: { ...accrued },
    charged: { ...charged },
    waived: { ...waived },
    refinanced: { ...refinanced },
    paid: { ...paid },
  };
}

/** The row of a day: what moved since the close before, and the balances at its own. */
function rowOf({ loan, parts, flows }: Books, then: Flows, day: Day): LedgerRow {
  const moved = (column: "accrued" | "charged" | "waived" | "refinanced" | "paid"): ByComponent =>
    inFen(amounts((component) => flows[column][component] - then[column][component]));
  return {
    date: day,
    day: day - loan.asOf,
    daysOverdue: daysOverdueOn(parts, day),
    accrued: moved("accrued"),
    charged: moved("charged"),
    waived: moved("waived"),
    refinanced: moved("refinanced"),
    payment: asFen(flows.payments - then.payments),
    to: moved("paid"),
    unapplied: asFen(flows.unapplied - then.unapplied),
    owed: inFen(owedOn(parts)),
    totalOwed: asFen(totalOwed(parts)),
    paidSoFar: asFen(flows.payments),
    principalPaidSoFar: asFen(flows.paid.principal),
  };
}
