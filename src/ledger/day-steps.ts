/**
 * What a day does to a loan, in the order of the model. Most days lie inside a period and have payments only; the steps here
 * are for those on which one ends.
 */

import { type Day, earliest, NEVER } from "../loan/day.ts";
import type { DatedCharge, Payment } from "../loan/loan.ts";
import { AmountLimitReached, BALANCE_LIMIT, fen } from "../loan/money.ts";
import { bringUp, bringUpAll, growsNightly } from "./accrual.ts";
import { dropWaterfalls, stopAccruals } from "./balances.ts";
import { addDatedCharge, chargeLateFees, expectLateFees } from "./fees.ts";
import { type LoanState, totalOwed } from "./loan-state.ts";
import { minimumPayment } from "./minimum.ts";
import type { DuePayment } from "./payment-plan.ts";
import { closeArrears, endGraces, graceStop, renew, renewAll, renewForOldest } from "./period.ts";
import { PRINCIPAL } from "./places.ts";
import { scheduledUntil } from "./scheduled-interest.ts";
import { forgiveUnearned } from "./waivers.ts";
import { allocate, clearDue, roundOff } from "./waterfall.ts";

/** Steps 1 to 3 of a day: the nights before it, its charges, and what falls due. */
export function passDay(state: LoanState, charges: readonly DatedCharge[], day: Day): void {
  if (day >= state.ratesUntil) renewAll(state, day);
  endGraces(state, day);
  // Late fees come first: they count on what was unpaid at the close of the day before.
  chargeLateFees(state, day);
  for (const dated of charges) addDatedCharge(state, dated, day);
  if (isAccelerated(state, day)) accelerate(state, day);
  else fallDue(state, day);
}

/** The nights alone, one by one where something grows on itself. */
export function passNight(state: LoanState, day: Day): void {
  if (growsNightly(state)) bringUpAll(state, day);
}

/** Receives the payments planned for a day: those of streams are cut to what is owed, dated ones are paid in full. */
export function payPlanned(state: LoanState, payment: DuePayment, day: Day, minimum: number): void {
  let amount = payment.dated + payment.streamed + payment.minimums * minimum;
  if (amount === 0) return;
  const surplus = payment.surplus ?? state.terms.surplus;
  let left = allocate(state, day, amount, payment.for, surplus);
  if (left > 0) {
    bringUpAll(state, day);
    const room = amount - left + totalOwed(state) - payment.dated;
    const cut = amount - payment.dated - Math.max(0, Math.min(amount - payment.dated, room));
    amount -= cut;
    left -= cut;
  }
  state.flows.unapplied += left;
  if (amount > 0) note(state, { date: day, amount: fen(amount), for: payment.for, surplus }, left);
}

/** Pays all that has fallen due. */
export function payDue(state: LoanState, day: Day): void {
  const amount = clearDue(state, day);
  if (amount > 0) note(state, { date: day, amount: fen(amount), for: null, surplus: state.terms.surplus }, 0);
}

/** Passes a due date on which nothing else happens and what falls due is paid. */
export function passDueAlone(state: LoanState, day: Day): void {
  fallDue(state, day);
  payDue(state, day);
}

/** Counts a payment, which comes back should the agreement in force break. What nobody took pays nothing. */
function note({ flows, beforeAgreement }: LoanState, payment: Payment, unapplied: number): void {
  flows.payments += payment.amount;
  if (!(flows.payments <= BALANCE_LIMIT)) throw new AmountLimitReached();
  if (unapplied < payment.amount) flows.lastPaymentOn = payment.date;
  beforeAgreement?.received.push(payment);
}

/** Receives a payment in full, whatever is owed. One of nothing changes nothing, not even what is rounded off. */
export function receive(state: LoanState, payment: Payment): void {
  const { date, amount, for: purpose, surplus } = payment;
  if (amount === 0) return;
  const unapplied = allocate(state, date, amount, purpose, surplus ?? state.terms.surplus);
  state.flows.unapplied += unapplied;
  note(state, payment, unapplied);
}

/** Step 6: whether arrears have begun or ended. */
export function closeDay(state: LoanState, day: Day): void {
  // An agreement is over when nothing is owed: what is charged later breaks nothing.
  if (state.oldest === state.instalments.length) state.beforeAgreement = null;
  renewFallenDue(state, day);
  closeArrears(state, day);
  state.hasChanged = false;
}

/** What fell due on a day and is unpaid at its close is overdue from then on, and bears what overdue amounts bear. */
function renewFallenDue(state: LoanState, day: Day): void {
  for (let index = state.currentInstalment - 1; index >= state.oldest; index -= 1) {
    const instalment = state.instalments[index];
    if (instalment === undefined || instalment.due < day) return;
    renew(state, instalment, day);
  }
}

/** Counts the principal outstanding over some nights; `less`: what payments in them took off it already, in fen × days. */
export function countPrincipalDays({ flows, sums }: LoanState, nights: number, less = 0): void {
  const principal = sums[PRINCIPAL].owed;
  const part = flows.principalDaysPart + (principal * nights - less);
  if (part <= Number.MAX_SAFE_INTEGER) flows.principalDaysPart = part;
  else {
    flows.principalDays += BigInt(flows.principalDaysPart) + BigInt(principal) * BigInt(nights) - BigInt(less);
    flows.principalDaysPart = 0;
  }
}

function fallDue(state: LoanState, day: Day): void {
  const { instalments } = state;
  const first = state.currentInstalment;
  if ((instalments[first]?.due ?? NEVER) > day) return;
  if (state.terms.rounding.when === "payment") roundOff(state, day);
  const oldest = instalments[state.oldest];
  if (oldest !== undefined) bringUp(state, oldest, day);
  for (let index = first; ; index += 1) {
    const instalment = instalments[index];
    if (instalment === undefined || instalment.due > day) break;
    bringUp(state, instalment, day);
    instalment.isAhead = false;
    state.currentInstalment = index + 1;
    for (const balance of instalment.balances) state.notYetDue.owed -= balance?.capital ?? 0;
    if (state.terms.minimum !== null) {
      instalment.minimumWhenDue = minimumPayment(state, day);
      instalment.paidBeforeMinimum = state.flows.payments;
    }
    expectLateFees(state, instalment, day);
    stopAccruals(instalment);
  }
  renew(state, instalments[state.currentInstalment], day);
  dropWaterfalls(state);
  renewForOldest(state, day);
}

/** On the stated date, or once the loan is so many days overdue. */
function isAccelerated(
  { accelerateOn, accelerateAfter, instalments, oldest, currentInstalment }: LoanState,
  day: Day,
): boolean {
  if (currentInstalment === instalments.length) return false;
  // Called while nothing lay ahead, nothing fell due by it; what is deferred later is not called by it.
  if (accelerateOn === day) return true;
  const instalment = instalments[oldest];
  return accelerateAfter !== null && instalment !== undefined && day - instalment.due >= accelerateAfter;
}

/** Everything not yet due falls due, with what is due today anyway; interest fixed for days ahead is not taken over. */
function accelerate(state: LoanState, day: Day): void {
  bringUpAll(state, day);
  state.accelerateOn = NEVER;
  const called = state.instalments.slice(state.currentInstalment);
  const earned = called.map((instalment) => scheduledUntil(instalment, day));
  forgiveUnearned(state, day);
  for (const [index, instalment] of called.entries()) {
    instalment.due = day;
    instalment.scheduled = earned[index] ?? null;
  }
  fallDue(state, day);
}

/** The next day after `day` on which a period ends. */
export function periodEnd(state: LoanState, day: Day): Day {
  return earliest(nextDue(state), changeAfter(state, day));
}

/** The next due date, where nothing else ends the period before or on it; never where nothing is owed any more. */
export function nextDueAlone(state: LoanState, day: Day): Day {
  const due = nextDue(state);
  return state.oldest < state.instalments.length && due < changeAfter(state, day) ? due : NEVER;
}

function nextDue({ instalments, currentInstalment }: LoanState): Day {
  return instalments[currentInstalment]?.due ?? NEVER;
}

/** The next day after `day` on which a period ends for another reason than a due date. */
function changeAfter(state: LoanState, day: Day): Day {
  const { instalments, currentInstalment, oldest, beforeAgreement } = state;
  const next = Math.min(state.ratesUntil, state.nextFeeDay, state.nextRest, graceStop(state));
  const end = Math.min(next, after(day, state.accelerateOn), accelerationDay(state, day));
  if (beforeAgreement === null || oldest >= currentInstalment) return end as Day;
  return Math.min(end, after(day, (instalments[oldest]?.due ?? NEVER) + beforeAgreement.graceDays)) as Day;
}

function after(day: Day, stop: number): number {
  return stop > day ? stop : NEVER;
}

/** The next day on which arrears may accelerate the loan. */
function accelerationDay({ accelerateAfter, instalments, oldest, currentInstalment }: LoanState, day: Day): number {
  if (accelerateAfter === null || currentInstalment === instalments.length) return NEVER;
  return Math.max((instalments[oldest]?.due ?? NEVER) + accelerateAfter, day + 1);
}
