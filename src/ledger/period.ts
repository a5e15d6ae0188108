/**
 * An accrual period: nights in which no rate, due date, grace, tier or rest changes and the oldest unpaid instalment
 * stays the same. At its start it is written down, for each instalment, what grows from what at which rate; accrual.ts
 * plays it, and knows no component and no rule.
 */

import { addDays, type Day, earliest, monthsFrom, NEVER } from "../loan/day.ts";
import { type Accrual, type Bearers, baseOf, bringUp, bringUpAll, postAccrued } from "./accrual.ts";
import { dropWaterfalls, stopAccruals } from "./balances.ts";
import {
  type Balance,
  balanceOf,
  cloneState,
  type InstalmentState,
  type LoanState,
  oldestDue,
  owedOf,
} from "./loan-state.ts";
import { COMPOUND, INTEREST, PENALTY, PRINCIPAL } from "./places.ts";
import { dropCarry, type ScaledRate } from "./posting.ts";
import type { NightRates } from "./rate-table.ts";

/** Begins a new period for the whole loan at the close of a day. */
export function renewAll(state: LoanState, day: Day): void {
  const { instalments, currentInstalment, oldest } = state;
  bringUpAll(state, day);
  state.ratesUntil = earliest(state.rates.at(addDays(day, 1)).until, nextTier(state, day));
  for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
    const instalment = instalments[index];
    if (instalment !== undefined) writeAccruals(state, instalment, day);
  }
  state.hasChanged = true;
}

/** Begins a new period for one instalment. */
export function renew(state: LoanState, instalment: InstalmentState | undefined, day: Day): void {
  if (instalment === undefined) return;
  bringUp(state, instalment, day);
  writeAccruals(state, instalment, day);
  state.hasChanged = true;
}

/** Begins a new period where another instalment is the oldest now, if anything depends on which one it is. */
export function renewForOldest(state: LoanState, day: Day): void {
  if (state.rules.dependsOnOldest) renewAll(state, day);
}

/** A copy that goes its own way from the close of a day on. */
export function copyAt(state: LoanState, day: Day): LoanState {
  bringUpAll(state, day);
  const copy = cloneState(state, day);
  renewAll(copy, day);
  return copy;
}

function writeAccruals(state: LoanState, instalment: InstalmentState, day: Day): void {
  stopAccruals(instalment);
  instalment.accruals = accrualsOf(state, instalment, day);
  for (let { accruals } = instalment; accruals !== null; accruals = accruals.next) {
    accruals.to.grows = true;
    // What was empty may have been left out of the waterfalls.
    if (accruals.to.owed === 0) dropWaterfalls(state);
  }
}

/**
 * What the balances of a day's close bear in the nights until another day if none of them changes, in parts of the
 * denominator of the rates. Nights may count differently (30/360), so that one of them alone says little.
 */
export function chargesAhead(state: LoanState, day: Day, until: Day): bigint {
  const { instalments, currentInstalment, oldest } = state;
  let parts = 0n;
  for (let from = day; from < until; ) {
    const rates = state.rates.at(addDays(from, 1));
    const to = earliest(rates.until, until);
    for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
      const instalment = instalments[index];
      if (instalment === undefined) break;
      for (let accrual = accrualsOf(state, instalment, day, rates); accrual !== null; accrual = accrual.next) {
        parts += BigInt(baseOf(accrual)) * accrual.rate.exact * BigInt(to - from);
      }
    }
    from = to;
  }
  return parts;
}

function accrualsOf(
  state: LoanState,
  instalment: InstalmentState,
  day: Day,
  rates: NightRates = state.rates.at(addDays(day, 1)),
): Accrual | null {
  if (instalment.isAhead) {
    if (instalment.index !== state.currentInstalment || !bears(rates.contract)) return null;
    const to = balanceOf(state, instalment, INTEREST);
    return { to, from: state.notYetDueAlone, rate: rates.contract, isOnRested: false, isPending: false, next: null };
  }
  const { grace } = state.terms;
  if (instalment.owed === 0 || (grace.kind === "skip" && day < instalment.due + grace.days)) return null;
  const tier = tierInForce(state, day);
  const isPending = isInWaivingGrace(state, instalment, day);
  const compound = bearingCompound(state, instalment);
  const penalty = bearingPenalty(state, instalment);
  const { hasRests } = state.rules;
  const second = accrual(
    balanceOf(state, instalment, COMPOUND),
    rates.compound[tier],
    compound,
    hasRests,
    isPending,
    null,
  );
  return accrual(balanceOf(state, instalment, PENALTY), rates.penalty[tier], penalty, false, isPending, second);
}

/** The accrual, followed by `next`; where nothing bears the rate, `next` alone. */
function accrual(
  to: Balance,
  rate: ScaledRate | undefined,
  from: Bearers | null,
  isOnRested: boolean,
  isPending: boolean,
  next: Accrual | null,
): Accrual | null {
  return to.isGiven || !bears(rate) || from === null ? next : { to, from, rate, isOnRested, isPending, next };
}

function bears(rate: ScaledRate | undefined): rate is ScaledRate {
  return rate !== undefined && rate.parts !== 0;
}

function bearingPenalty(state: LoanState, instalment: InstalmentState): Bearers | null {
  const own = balanceOf(state, instalment, PRINCIPAL);
  const isOldest = instalment === oldestDue(state);
  const { penaltyBase } = state.terms;
  switch (penaltyBase) {
    case "overdue-principal":
      return own.owed > 0 ? [own] : null;
    case "outstanding-principal":
      return isOldest ? [own, state.notYetDue] : [own];
    case "borrowed":
      return isOldest ? [{ owed: state.borrowed, pending: 0, rested: 0 }] : null;
    default:
      return penaltyBase satisfies never;
  }
}

function bearingCompound(state: LoanState, instalment: InstalmentState): Bearers | null {
  const { compound } = state.terms;
  if (compound === "none") return null;
  // Overdue interest does not grow: where there is none, none will bear anything before the next period.
  const interest: Bearers | null = owedOf(instalment, INTEREST) > 0 ? [balanceOf(state, instalment, INTEREST)] : null;
  if (compound === "interest") return interest;
  return [balanceOf(state, instalment, PENALTY), balanceOf(state, instalment, COMPOUND), ...(interest ?? [])];
}

/** The row of the penalty list for the night after `day`, by the days overdue of the oldest unpaid instalment. */
function tierInForce(state: LoanState, day: Day): number {
  const { penalty } = state.terms;
  const oldest = oldestDue(state);
  if (penalty.length === 1 || oldest === null) return 0;
  const dayNumber = day + 1 - oldest.due;
  let found = 0;
  for (const [tier, { fromDaysOverdue }] of penalty.entries()) if (fromDaysOverdue <= dayNumber) found = tier;
  return found;
}

/** The last day whose night is still in the tier of the night after `day`. */
function nextTier(state: LoanState, day: Day): Day {
  const { penalty } = state.terms;
  const oldest = oldestDue(state);
  if (penalty.length === 1 || oldest === null) return NEVER;
  let next: Day = NEVER;
  for (const { fromDaysOverdue } of penalty) {
    const last = addDays(oldest.due, fromDaysOverdue - 1);
    if (last > day && last < next) next = last;
  }
  return next;
}

/** What the nights of a waiving grace and the one after it bear is pending; it is owed with that night's. */
function isInWaivingGrace({ terms: { grace } }: LoanState, { due }: InstalmentState, day: Day): boolean {
  return grace.kind === "waive" && grace.days > 0 && day <= due + grace.days;
}

/** The day on which a grace makes the next difference: the one after it, or its last where nothing is counted in it. */
export function graceStop({ terms: { grace }, instalments, graceCursor, currentInstalment }: LoanState): Day {
  const instalment = instalments[graceCursor];
  if (grace.days === 0 || instalment === undefined || graceCursor >= currentInstalment) return NEVER;
  return addDays(instalment.due, grace.days + (grace.kind === "waive" ? 1 : 0));
}

/** Ends the graces that have passed: what was counted meanwhile is owed where the instalment is still unpaid. */
export function endGraces(state: LoanState, day: Day): void {
  for (let stop = graceStop(state); stop <= day; stop = graceStop(state)) {
    const instalment = state.instalments[state.graceCursor];
    if (instalment === undefined) return;
    state.graceCursor += 1;
    bringUp(state, instalment, day);
    if (instalment.owed > 0) {
      const { balances } = instalment;
      postPending(state, balances[PENALTY]);
      postPending(state, balances[COMPOUND]);
    }
    renew(state, instalment, day);
  }
}

function postPending(state: LoanState, balance: Balance | null): void {
  if (balance === null) return;
  const { pending } = balance;
  balance.pending = 0;
  if (pending === 0) return;
  // What bore it may be paid by now, so that the balance was empty and grew no more: no waterfall knows of it.
  if (balance.owed === 0) dropWaterfalls(state);
  postAccrued(state, balance, pending);
}

/** An instalment whose due date moves within its grace was at no time late past it: what was held back is not owed. */
export function dropHeldBack(state: LoanState, instalment: InstalmentState, day: Day): void {
  if (instalment.due > day || !isInWaivingGrace(state, instalment, day)) return;
  for (const place of [PENALTY, COMPOUND] as const) {
    const balance = instalment.balances[place];
    if (balance === null) continue;
    balance.pending = 0;
    dropCarry(balance);
  }
}

/** Passes over the graces that had ended by the close of a day. */
export function skipGraces(state: LoanState, day: Day): void {
  while (graceStop(state) <= day) state.graceCursor += 1;
}

const REST_MONTHS = { day: 1, month: 1, quarter: 3, year: 12 } as const;

/** Whether something unpaid had fallen due before this day: on its own due date nothing is overdue yet. */
export function isOverdueOn({ arrearsSince }: LoanState, day: Day): boolean {
  return arrearsSince !== null && arrearsSince < day;
}

/**
 * At the close of a day: whether a run of arrears has begun or ended, and, with rests, what bears compound from now on.
 * The first rest of a run is the oldest due date itself, as with rests of a day.
 */
export function closeArrears(state: LoanState, day: Day): void {
  const oldest = oldestDue(state);
  if (oldest === null) {
    if (isOverdueOn(state, day)) state.flows.overdueEndedOn = day;
    endArrears(state, day);
    state.arrearsSince = null;
    state.nextRest = NEVER;
    return;
  }
  state.flows.overdueEndedOn = null;
  noteOldest(state, oldest.due, day);
  if (state.arrearsSince === null) {
    state.arrearsSince = oldest.due;
    if (state.rules.hasRests) state.nextRest = restAfter(state, oldest.due, addDays(day, -1));
  }
  if (state.nextRest > day) return;
  state.nextRest = restAfter(state, state.arrearsSince, day);
  takeRest(state, day);
}

/** The days overdue before a payment or a waiver brought them down are remembered. */
function noteOldest({ flows, arrearsSince }: LoanState, due: Day, day: Day): void {
  const { arrears } = flows;
  if (arrears === null) {
    flows.arrears = { since: arrearsSince ?? due, mostDays: 0, oldestDue: due };
  } else if (arrears.oldestDue !== due) {
    arrears.mostDays = Math.max(arrears.mostDays, day - arrears.oldestDue);
    arrears.oldestDue = due;
  }
}

/** What is paid on its own due date was at no close overdue. */
function endArrears(state: LoanState, day: Day): void {
  const { flows } = state;
  if (flows.arrears === null) return;
  const { since, mostDays, oldestDue: due } = flows.arrears;
  flows.arrears = null;
  if (isOverdueOn(state, day)) {
    flows.pastArrears.push({ since, endedOn: day, mostDays: Math.max(mostDays, day - due) });
  }
}

/**
 * The run of arrears that goes on at `asOf`: of balances that were given, and of interest, all bears that was
 * there at the last rest; what was reckoned bears since the rest it was there for.
 */
export function openArrears(state: LoanState, asOf: Day): void {
  const oldest = oldestDue(state);
  state.arrearsSince = oldest?.due ?? null;
  if (oldest !== null) noteOldest(state, oldest.due, asOf);
  if (oldest === null || !state.rules.hasRests) return;
  state.nextRest = restAfter(state, oldest.due, asOf);
  const lastRest = restAfter(state, oldest.due, asOf, -1);
  for (const { due, balances } of state.instalments) {
    for (const balance of balances) {
      if (balance?.isGiven !== true) continue;
      // On its due date an instalment has borne nothing yet, but what is said to be owed on it today.
      const isLater = (balance.place === PENALTY || balance.place === COMPOUND) && lastRest < asOf;
      balance.rested = due < lastRest || (due === lastRest && !isLater) ? balance.owed : 0;
    }
  }
}

/** The first rest after a day, or with `offset` −1 the last one that is not. */
function restAfter({ terms: { compoundRests } }: LoanState, since: Day, day: Day, offset = 0): Day {
  const months = REST_MONTHS[compoundRests];
  const restOf = monthsFrom(since);
  let count = Math.max(0, Math.floor((day - since) / (31 * months)));
  while (restOf(count * months) <= day) count += 1;
  return restOf((count + offset) * months);
}

function takeRest(state: LoanState, day: Day): void {
  for (let index = state.oldest; index < state.currentInstalment; index += 1) {
    const instalment = state.instalments[index];
    if (instalment === undefined) return;
    bringUp(state, instalment, day);
    for (const balance of instalment.balances) {
      if (balance !== null) balance.rested = balance.owed + balance.pending;
    }
  }
}
