/** What raises and lowers a balance, and all that follows from it. */

import { AmountLimitReached, BALANCE_LIMIT } from "../loan/money.ts";
import { type Balance, type InstalmentState, type LoanState, NO_WATERFALLS } from "./loan-state.ts";
import { dropCarry } from "./posting.ts";

/** Forgets the waterfalls: a balance may have to be paid now that is not in them. */
export function dropWaterfalls(state: LoanState): void {
  state.waterfallOfDue = null;
  state.waterfallAhead = null;
  state.waterfallsByPurpose = NO_WATERFALLS;
}

/** Adds to a balance, and to the sums that follow from it. */
export function raise(state: LoanState, balance: Balance, amount: number, bearsInterest: boolean): void {
  if (amount === 0) return;
  const { instalment, sums } = balance;
  if (!(sums.owed + amount <= BALANCE_LIMIT)) throw new AmountLimitReached();
  if (balance.owed === 0) dropWaterfalls(state);
  balance.owed += amount;
  instalment.owed += amount;
  sums.owed += amount;
  if (bearsInterest) {
    balance.capital += amount;
    if (instalment.isAhead) state.notYetDue.owed += amount;
  }
  if (instalment.index < state.oldest) state.oldest = instalment.index;
}

/**
 * Takes off a balance, and off what follows from it: capitalised charges go before what ran up since, and what bears
 * compound before what does not yet.
 */
export function lower(state: LoanState, balance: Balance, amount: number): void {
  const { instalment, sums } = balance;
  if (amount > balance.owed) throw new Error("a balance would be negative");
  balance.owed -= amount;
  instalment.owed -= amount;
  sums.owed -= amount;
  if (balance.capital > 0) {
    const part = balance.capital < amount ? balance.capital : amount;
    balance.capital -= part;
    if (instalment.isAhead) state.notYetDue.owed -= part;
  }
  if (balance.rested > 0) balance.rested -= balance.rested < amount ? balance.rested : amount;
}

/** A cleared instalment carries nothing on, and nothing is pending on it. */
export function endBalance(balance: Balance): void {
  dropCarry(balance);
  balance.pending = 0;
  balance.rested = 0;
}

/** Nothing is owed on an instalment any more. */
export function endInstalment(state: LoanState, instalment: InstalmentState): void {
  for (const balance of instalment.balances) if (balance !== null) endBalance(balance);
  if (!instalment.isAhead) stopAccruals(instalment);
  state.hasChanged = true;
}

/** Nothing of an instalment grows until a period begins for it. */
export function stopAccruals(instalment: InstalmentState): void {
  for (let { accruals } = instalment; accruals !== null; accruals = accruals.next) accruals.to.grows = false;
  instalment.accruals = null;
}
