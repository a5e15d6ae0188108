/** Waivers: what a lender gives up, by share or amount, oldest instalment first. */

import { CHARGES, COMPONENTS, type Component } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import type { DatedWaiver } from "../loan/loan.ts";
import { type Fen, fen, least, shareOf, subtract } from "../loan/money.ts";
import { bringUpAll } from "./accrual.ts";
import { lower } from "./balances.ts";
import { type Balance, type LoanState, owedOf } from "./loan-state.ts";
import { INTEREST, type Place, placeOf } from "./places.ts";
import { unearnedOn } from "./scheduled-interest.ts";
import { endInstalmentOn } from "./waterfall.ts";

/** Gives up an amount of one component, as far as it is owed; returns what was not owed. */
export function waive(state: LoanState, place: Place, amount: Fen, day: Day): Fen {
  let left = amount;
  for (const instalment of state.instalments) {
    if (left === 0) break;
    const part = least(left, owedOf(instalment, place));
    forgive(state, instalment.balances[place], part, day);
    left = subtract(left, part);
  }
  return left;
}

/**
 * Of all charges, an amount goes off fees first, then penalty, compound and interest, of all then off principal; a share off
 * each. It is a promise of the contract's lender, and nothing off a new loan.
 */
export function waiveDated(state: LoanState, { of, rest = [], waives }: DatedWaiver, day: Day): void {
  if (state.flows.isRefinanced) return;
  bringUpAll(state, day);
  let left = waives.kind === "amount" ? waives.amount : null;
  for (const component of [...componentsOf(of), ...rest]) {
    const place = placeOf(component);
    if (waives.kind === "share") waive(state, place, shareOf(fen(state.sums[place].owed), waives.share), day);
    else if (left !== null) left = waive(state, place, left, day);
  }
}

function componentsOf(of: DatedWaiver["of"]): readonly Component[] {
  if (of === "all") return COMPONENTS;
  return of === "charges" ? CHARGES : [of];
}

/** Interest that was fixed for days that lie ahead is given up; everything must be up to date. */
export function forgiveUnearned(state: LoanState, day: Day): void {
  for (const instalment of state.instalments.slice(state.currentInstalment)) {
    const amount = unearnedOn(instalment, day);
    forgive(state, instalment.balances[INTEREST], amount, day);
    state.flows.unearnedLeftOut += amount;
  }
}

/** Takes off one balance what is given up; everything it may change must be up to date. */
function forgive(state: LoanState, balance: Balance | null, amount: Fen, day: Day): void {
  if (balance === null || amount === 0) return;
  const { instalment } = balance;
  lower(state, balance, amount);
  balance.sums.waived += amount;
  if (balance.place === INTEREST) instalment.interestWaived += amount;
  if (instalment.owed === 0) endInstalmentOn(state, day, instalment);
}
