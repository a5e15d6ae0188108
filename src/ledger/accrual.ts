/** Accrual: what the nights of a period add, by the rules that were written down when it began (period.ts). */

import { CHARGES, type Charge } from "../loan/components.ts";
import { addDays, type Day } from "../loan/day.ts";
import { AmountLimitReached, BALANCE_LIMIT, type Fen, type Fraction, fen } from "../loan/money.ts";
import { fraction } from "../loan/rate.ts";
import { withinCaps } from "./caps.ts";
import type { Amount, Balance, InstalmentState, LoanState } from "./loan-state.ts";
import { PRINCIPAL } from "./places.ts";
import { postedFor, type ScaledRate } from "./posting.ts";

/** What bears a rate, added up: other balances, the balance itself, or an amount of the whole loan. */
export type Bearers = readonly [Amount, ...Amount[]];

/** A balance that grows, what it bears its rate on, and the rate. */
export interface Accrual {
  readonly to: Balance;
  readonly from: Bearers;
  readonly rate: ScaledRate;
  /** With rests: only what was there at the last one bears it. */
  readonly isOnRested: boolean;
  /** Counted, but not owed unless the grace passes unpaid. */
  readonly isPending: boolean;
  /** What else grows of the instalment: contract interest grows alone, penalty with compound. */
  readonly next: Accrual | null;
}

/** Posts the nights of an instalment up to the close of a day, on the balances as they have been since it was touched last. */
export function bringUp(state: LoanState, instalment: InstalmentState, day: Day): void {
  const nights = day - instalment.accruedTo;
  if (nights === 0) return;
  instalment.accruedTo = day;
  const first = instalment.accruals;
  if (first === null) return;
  const second = first.next;
  // Neither counts on what the other one posts.
  const secondBase = second === null ? 0 : baseOf(second);
  post(state, first, baseOf(first), nights);
  if (second !== null) post(state, second, secondBase, nights);
}

function post(state: LoanState, { to, rate, isPending }: Accrual, base: number, nights: number): void {
  if (base === 0) return;
  const posted = postedFor(state.posting, to, base, nights, rate);
  if (isPending) to.pending += posted;
  else postAccrued(state, to, posted);
}

/** The amount that bears the rate now. Nearly always there is only one, which is why it is taken without a loop. */
export function baseOf({ from, isOnRested }: Accrual): number {
  let base = isOnRested ? from[0].rested : from[0].owed + from[0].pending;
  for (let place = 1; place < from.length; place += 1) {
    const amount = from[place];
    if (amount !== undefined) base += isOnRested ? amount.rested : amount.owed + amount.pending;
  }
  return base;
}

/** Whether this many nights could bring a sum near the engine's limit: then each night is taken by itself. */
export function mayReachLimit(
  { instalments, currentInstalment, oldest, posting, flows, sums }: LoanState,
  nights: number,
): boolean {
  let most = flows.payments;
  for (const { owed, accrued } of sums) most += owed + accrued;
  for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
    for (let accrual = instalments[index]?.accruals ?? null; accrual !== null; accrual = accrual.next) {
      most += nights * posting.unit * (1 + (baseOf(accrual) * accrual.rate.parts) / posting.unitParts);
    }
  }
  // Where a rate is no safe integer this is NaN.
  return !(most <= BALANCE_LIMIT);
}

/** Adds to a balance what accrued. The contract's caps do not hold for the rate of an agreement, which is asked for as it was agreed. */
export function postAccrued(state: LoanState, to: Balance, accrued: number): void {
  const { sums } = to;
  const { rules, beforeAgreement } = state;
  const isUncapped = rules.amountCaps.length === 0 || beforeAgreement !== null;
  const posted = isUncapped ? accrued : withinCaps(state, to.place, accrued);
  if (posted === 0) return;
  const accruedInAll = sums.accrued + posted;
  const owedInAll = sums.owed + posted;
  if (!(accruedInAll <= BALANCE_LIMIT && owedInAll <= BALANCE_LIMIT)) throw new AmountLimitReached();
  sums.accrued = accruedInAll;
  sums.owed = owedInAll;
  to.owed += posted;
  to.instalment.owed += posted;
  if (to.instalment.index < state.oldest) state.oldest = to.instalment.index;
}

/** Brings everything up to date, interest first: for a row, or where all that is owed is asked for. */
export function bringUpAll(state: LoanState, day: Day): void {
  const { instalments, currentInstalment, oldest } = state;
  const current = instalments[currentInstalment];
  if (current !== undefined) bringUp(state, current, day);
  for (let index = Math.min(oldest, currentInstalment); index < currentInstalment; index += 1) {
    const instalment = instalments[index];
    if (instalment !== undefined) bringUp(state, instalment, day);
  }
}

/** What the next night bears of a component of an instalment: on how much, at which daily rate. */
export interface Bearing {
  readonly component: Charge;
  /** Index of the instalment. */
  readonly instalment: number;
  readonly base: Fen;
  readonly rate: Fraction;
  /** Within a waiving grace: the close at which it has to be paid, for what is counted meanwhile not to be owed. */
  readonly pendingUntil: Day | null;
}

/** What the night after a close bears; everything must be up to date. A component has one rate in the whole loan. */
export function bearingsOf({ instalments, oldest, currentInstalment, posting, terms }: LoanState): readonly Bearing[] {
  const found: Bearing[] = [];
  for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
    const instalment = instalments[index];
    for (let accrual = instalment?.accruals ?? null; accrual !== null; accrual = accrual.next) {
      const { to, rate, isPending } = accrual;
      if (to.place === PRINCIPAL) continue;
      found.push({
        component: CHARGES[to.place],
        instalment: index,
        base: fen(baseOf(accrual)),
        rate: fraction(rate.exact, posting.denominator),
        pendingUntil: isPending ? addDays(to.instalment.due, terms.grace.days) : null,
      });
    }
  }
  return found;
}

/** What has accrued on a component of an instalment during a waiving grace, and is not owed yet. */
export interface Pending {
  readonly component: Charge;
  readonly instalment: number;
  readonly amount: Fen;
  /** As of a bearing. */
  readonly pendingUntil: Day;
}

/** All of it; everything must be up to date. */
export function pendingOf({ instalments, terms: { grace } }: LoanState): readonly Pending[] {
  return instalments.flatMap(({ balances, due }, instalment) =>
    CHARGES.flatMap((component, place) => {
      const amount = fen(balances[place]?.pending ?? 0);
      return amount === 0 ? [] : [{ component, instalment, amount, pendingUntil: addDays(due, grace.days) }];
    }),
  );
}

/** Whether the amount that bears a rate, or a cap, changes from night to night, so that nights are taken one by one. */
export function growsNightly(state: LoanState): boolean {
  const { rules, instalments, oldest } = state;
  if (rules.amountCaps.length > 0) return true;
  return rules.growsOnItself && instalments[oldest]?.isAhead === false;
}
