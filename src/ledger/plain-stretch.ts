/**
 * The common case, quickly: one overdue instalment, one stream of payments, and nothing else ahead for a while.
 * The rules are those of accrual.ts and allocation.ts, for balances held in place; tests run both ways on every loan.
 */

import type { Day } from "../loan/day.ts";
import { BALANCE_LIMIT } from "../loan/money.ts";
import { penaltyInForce } from "./accrual.ts";
import { orderInForce } from "./allocation.ts";
import { type Bare, isBare, runBareStretch } from "./bare-stretch.ts";
import type { CompiledOrder } from "./compiled-orders.ts";
import {
  COMPOUND,
  daysOverdue,
  FEE,
  findOldest,
  INTEREST,
  type LoanState,
  PENALTY,
  PRINCIPAL,
  settleIfClear,
  WIDTH,
} from "./loan-state.ts";
import type { StreamCursor } from "./payment-plan.ts";

/** What a stretch adds to the tallies of its run. */
export interface StretchTally {
  today: Day;
  lastPaymentOn: Day | null;
}

/** True where the state is so plain that `runPlainStretch` may take it on from the close of `today`. */
export function isPlain(state: LoanState, today: Day): boolean {
  const { terms, oldest, count, due, accounts } = state;
  return (
    oldest === count - 1 &&
    (due[oldest] as number) + terms.grace.days <= today &&
    state.fallback === null &&
    state.capitalisedCharges === null &&
    terms.rounding.when === "posting" &&
    terms.compound !== "all" &&
    accounts.remainders !== null &&
    !hasPending(state)
  );
}

function hasPending({ pending, oldest }: LoanState): boolean {
  if (pending === null) return false;
  return pending[oldest * WIDTH + PENALTY] !== 0 || pending[oldest * WIDTH + COMPOUND] !== 0;
}

/**
 * Runs payment after payment while their days lie before `end` (a structural stop, or the day after the run's last).
 * Stops early, with nothing half done, where the loan is cleared or a product is no safe integer.
 */
export function runPlainStretch(state: LoanState, stream: StreamCursor, end: number, tally: StretchTally): void {
  const { accounts, owed, terms, flows } = state;
  const base = state.oldest * WIDTH;
  const { remainders, parts } = accounts;
  if (remainders === null) throw new Error("a plain stretch needs remainders in safe integers");
  const rate = penaltyInForce(state, tally.today, state.oldest).parts;
  const order = orderInForce(state, stream.next as Day);
  const last = Math.min(end, orderSwitchDay(state, stream.next as Day));
  const borrowed = terms.penaltyBase === "borrowed" ? state.borrowed : null;
  const compounds = terms.compound === "interest";
  const isEven = stream.evenDays !== null && borrowed === null;

  const before = Array.from({ length: WIDTH }, (_, place) => owed[base + place] as number);
  let penaltyRemainder = remainders[base + PENALTY] as number;
  let compoundRemainder = remainders[base + COMPOUND] as number;
  let penaltyAccrued = 0;
  let compoundAccrued = 0;
  let paid = 0;
  let { today } = tally;
  let principalDays = flows.principalDaysPart;
  let total = 0;
  for (let place = 0; place < WIDTH; place += 1) total += owed[base + place] as number;

  while (stream.next < last && total > 0) {
    if (isEven && isBare(owed, base)) {
      const bare: Bare = {
        penalty: owed[base + PENALTY] as number,
        principal: owed[base + PRINCIPAL] as number,
        remainder: penaltyRemainder,
        principalDays,
        accrued: 0,
      };
      const payments = runBareStretch(bare, stream, {
        today,
        last,
        rate,
        parts,
        order,
        fell: flows.principalFirstFell,
      });
      if (payments > 0) {
        owed[base + PENALTY] = bare.penalty;
        owed[base + PRINCIPAL] = bare.principal;
        penaltyRemainder = bare.remainder;
        principalDays = bare.principalDays;
        penaltyAccrued += bare.accrued;
        paid += payments * stream.amount;
        total = bare.penalty + bare.principal;
        today = (today + payments * (stream.evenDays as number)) as Day;
        tally.lastPaymentOn = today;
        stream.passOver(payments);
        continue;
      }
    }
    const nights = stream.next - today;
    const principal = owed[base + PRINCIPAL] as number;
    const penaltyTotal = penaltyRemainder + (borrowed ?? principal) * nights * rate;
    const interest = compounds ? (owed[base + INTEREST] as number) : 0;
    const compoundTotal = compoundRemainder + interest * nights * rate;
    const passed = principalDays + principal * nights;
    if (!(penaltyTotal + compoundTotal + passed <= Number.MAX_SAFE_INTEGER)) break;

    const penalty = Math.floor((penaltyTotal * 2 + parts) / (2 * parts));
    if (!(penaltyTotal * 2 + parts <= Number.MAX_SAFE_INTEGER)) break;
    const compound = interest === 0 ? 0 : Math.floor((compoundTotal * 2 + parts) / (2 * parts));
    if (total + penalty + compound > BALANCE_LIMIT) break;
    penaltyRemainder = penaltyTotal - penalty * parts;
    owed[base + PENALTY] = (owed[base + PENALTY] as number) + penalty;
    penaltyAccrued += penalty;
    if (interest !== 0) {
      compoundRemainder = compoundTotal - compound * parts;
      owed[base + COMPOUND] = (owed[base + COMPOUND] as number) + compound;
      compoundAccrued += compound;
    }
    total += penalty + compound;
    principalDays = passed;
    today = stream.next as Day;

    const amount = stream.amount < total ? stream.amount : total;
    if (amount > 0) {
      payInPlace(owed, base, order, amount);
      paid += amount;
      total -= amount;
      tally.lastPaymentOn = today;
      if (flows.principalFirstFell === null && (owed[base + PRINCIPAL] as number) < principal)
        flows.principalFirstFell = today;
    }
    stream.advance();
  }

  remainders[base + PENALTY] = penaltyRemainder;
  remainders[base + COMPOUND] = compoundRemainder;
  tally.today = today;
  flows.principalDaysPart = principalDays;
  book(state, before, penaltyAccrued, compoundAccrued);
  flows.payments += paid;
  if (total === 0) {
    settleIfClear(state, state.oldest);
    findOldest(state);
  }
}

function payInPlace(owed: Float64Array, base: number, { due }: CompiledOrder, amount: number): void {
  let left = amount;
  for (let index = 0; left > 0; index += 1) {
    const slot = base + (due[index] as number);
    const balance = owed[slot] as number;
    const taken = balance < left ? balance : left;
    owed[slot] = balance - taken;
    left -= taken;
  }
}

/** Brings totals and flows in line with the balances: what did not accrue and is gone was paid. */
function book(state: LoanState, before: readonly number[], penaltyAccrued: number, compoundAccrued: number): void {
  const { accrued, paid } = state.flows;
  const base = state.oldest * WIDTH;
  accrued[PENALTY] = (accrued[PENALTY] as number) + penaltyAccrued;
  accrued[COMPOUND] = (accrued[COMPOUND] as number) + compoundAccrued;
  for (let place = FEE; place < WIDTH; place += 1) {
    const now = state.owed[base + place] as number;
    const grown = place === PENALTY ? penaltyAccrued : place === COMPOUND ? compoundAccrued : 0;
    paid[place] = (paid[place] as number) + (before[place] as number) + grown - now;
    state.totals[place] = now;
  }
}

/** The next day, after one on which an order holds, from which another may. */
function orderSwitchDay(state: LoanState, day: Day): number {
  const overdue = daysOverdue(state, day);
  let next = Number.POSITIVE_INFINITY;
  for (const row of state.orders.after) {
    if (row.daysOverdue > overdue) next = Math.min(next, day + row.daysOverdue - overdue);
  }
  return next;
}
