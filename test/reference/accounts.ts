/** The books of the reference model: for each instalment and component what is owed, and what has run up exactly. */

import type { Day } from "../../src/loan/day.ts";
import { type ByComponent, COMPONENTS, type Component, type Loan, type Rounding } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { type Exact, NOTHING, plus, roundedHalfUp } from "./exact.ts";

export interface Account {
  owed: bigint;
  /** Of what is owed: a charge that an agreement made part of its capital, which bears its rate. */
  bearing: bigint;
  /** Run up within a grace that waives: not owed unless the grace passes. */
  pending: bigint;
  /** Everything run up since the account was started, exactly, and how much of it was booked. */
  exactTotal: Exact;
  bookedTotal: bigint;
}

export interface Part {
  due: Day;
  readonly accounts: { [component in Component]: Account };
}

export type Amounts = { [component in Component]: bigint };

export function noAmounts(): Amounts {
  return { fee: 0n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n };
}

export function plusAmounts(left: Amounts, right: Amounts): Amounts {
  const amounts = noAmounts();
  for (const component of COMPONENTS) amounts[component] = left[component] + right[component];
  return amounts;
}

export function minusAmounts(left: Amounts, right: Amounts): Amounts {
  const amounts = noAmounts();
  for (const component of COMPONENTS) amounts[component] = left[component] - right[component];
  return amounts;
}

export function totalAmount(amounts: Amounts): bigint {
  return COMPONENTS.reduce((total, component) => total + amounts[component], 0n);
}

export function asFen(amounts: Amounts): ByComponent {
  const one = (component: Component) => fen(Number(amounts[component]));
  return {
    fee: one("fee"),
    penalty: one("penalty"),
    compound: one("compound"),
    interest: one("interest"),
    principal: one("principal"),
  };
}

export function newAccount(owed: number | bigint): Account {
  return { owed: BigInt(owed), bearing: 0n, pending: 0n, exactTotal: NOTHING, bookedTotal: 0n };
}

/** The instalments as given, with nothing where something is not given. */
export function openParts(loan: Loan): Part[] {
  return loan.instalments.map((instalment) => ({
    due: instalment.due,
    accounts: {
      fee: newAccount(instalment.fee ?? 0),
      penalty: newAccount(instalment.penalty ?? 0),
      compound: newAccount(instalment.compound ?? 0),
      interest: newAccount(instalment.interest),
      principal: newAccount(instalment.principal),
    },
  }));
}

/** The books as they stand, kept while the day goes on. */
export function copyOf(parts: readonly Part[]): Part[] {
  return parts.map(({ due, accounts: { fee, penalty, compound, interest, principal } }) => ({
    due,
    accounts: {
      fee: { ...fee },
      penalty: { ...penalty },
      compound: { ...compound },
      interest: { ...interest },
      principal: { ...principal },
    },
  }));
}

export function owedOf(part: Part): bigint {
  return COMPONENTS.reduce((total, component) => total + part.accounts[component].owed, 0n);
}

export function bearingOf(part: Part): bigint {
  return COMPONENTS.reduce((total, component) => total + part.accounts[component].bearing, 0n);
}

/** Takes something off an account: what bears a rate goes before what has run up since. */
export function takeOff(account: Account, amount: bigint): void {
  account.owed -= amount;
  account.bearing -= amount < account.bearing ? amount : account.bearing;
}

export function owedOfAll(parts: readonly Part[]): bigint {
  return parts.reduce((total, part) => total + owedOf(part), 0n);
}

export function owedByComponent(parts: readonly Part[]): Amounts {
  const amounts = noAmounts();
  for (const component of COMPONENTS) {
    for (const part of parts) amounts[component] += part.accounts[component].owed;
  }
  return amounts;
}

/** The oldest instalment that was due on that day and of which anything is unpaid. */
export function oldestUnpaid(parts: readonly Part[], dueUpTo: Day): Part | undefined {
  return parts.find((part) => part.due <= dueUpTo && owedOf(part) > 0n);
}

export function daysOverdueOn(parts: readonly Part[], day: Day): number {
  const oldest = oldestUnpaid(parts, day);
  return oldest === undefined ? 0 : day - oldest.due;
}

/** Takes one night's exact amount into the account and says how many whole fen it brings. */
export function wholeFenOfNight(account: Account, amount: Exact, rounding: Rounding): bigint {
  if (rounding.when === "daily") return roundedHalfUp(amount);
  account.exactTotal = plus(account.exactTotal, amount);
  const booked = roundedHalfUp(account.exactTotal);
  const tonight = booked - account.bookedTotal;
  account.bookedTotal = booked;
  return tonight;
}

/** An instalment that has been paid off starts afresh: fractions of a fen and what is pending are forgotten. */
export function forgetFractions(part: Part): void {
  for (const component of COMPONENTS) {
    part.accounts[component].pending = 0n;
    part.accounts[component].exactTotal = NOTHING;
    part.accounts[component].bookedTotal = 0n;
  }
}
