/** Step 4 of a day in the reference model: what is agreed with a lender takes effect on the books. */

import type { Day } from "../../src/loan/day.ts";
import type { Deferral, InstalmentAgreement, Refinancing, Settlement, WaivedShares } from "../../src/loan/events.ts";
import { CHARGES, COMPONENTS } from "../../src/loan/loan.ts";
import type { Fraction } from "../../src/loan/money.ts";
import {
  type Amounts,
  forgetFractions,
  minusAmounts,
  newAccount,
  noAmounts,
  owedByComponent,
  owedOf,
  type Part,
  plusAmounts,
  takeOff,
  totalAmount,
} from "./accounts.ts";
import { capitalAgreed, capitalLent } from "./agreed-schedule.ts";
import { monthsLater } from "./calendar.ts";
import { exact, lesser, roundedHalfUp, times } from "./exact.ts";
import { agreementPaper, deferredPaper, refinancedPaper } from "./papers.ts";
import { wayOfDay } from "./paying.ts";
import { type Agreed, type Platform, pay } from "./world.ts";

export function takeEffect(platform: Platform, agreed: Agreed): void {
  switch (agreed.kind) {
    case "agreement":
      return spreadAnew(platform, agreed);
    case "waiver":
      return waive(platform, sharesOf(owedByComponent(platform.parts), agreed.waive));
    case "deferral":
      return defer(platform, agreed);
    case "settlement":
      return settle(platform, agreed);
    case "refinancing":
      return refinance(platform, agreed);
    default:
      return agreed satisfies never;
  }
}

function share(amount: bigint, { numerator, denominator }: Fraction): bigint {
  return roundedHalfUp(times(exact(amount, 1n), exact(numerator, denominator)));
}

function sharesOf(owed: Amounts, waived: WaivedShares): Amounts {
  const amounts = noAmounts();
  for (const component of COMPONENTS) amounts[component] = share(owed[component], waived[component]);
  return amounts;
}

/** Takes the waived amounts off the books, oldest instalment first. */
function waive(platform: Platform, waived: Amounts): void {
  const owedBefore = platform.parts.filter((part) => owedOf(part) > 0n);
  for (const component of COMPONENTS) {
    let left = waived[component];
    for (const part of platform.parts) {
      const account = part.accounts[component];
      const taken = lesser(left, account.owed);
      takeOff(account, taken);
      left -= taken;
    }
  }
  for (const part of owedBefore) if (owedOf(part) === 0n) forgetFractions(part);
  platform.flows.waived = plusAmounts(platform.flows.waived, waived);
}

function newPart(due: Day, owed: Amounts): Part {
  return {
    due,
    accounts: {
      fee: newAccount(owed.fee),
      penalty: newAccount(owed.penalty),
      compound: newAccount(owed.compound),
      interest: newAccount(owed.interest),
      principal: newAccount(owed.principal),
    },
  };
}

/** What is not waived becomes new instalments; the agreement is kept until an instalment of it is missed. */
function spreadAnew(platform: Platform, agreed: InstalmentAgreement): void {
  const owed = owedByComponent(platform.parts);
  const waived = sharesOf(owed, agreed.waive);
  const kept = minusAmounts(owed, waived);
  const charges = totalAmount(kept) - kept.principal;
  const { date, months, pauseMonths } = agreed;
  const dues = Array.from({ length: months }, (_, index) => monthsLater(date, pauseMonths + 1 + index));
  const isSpread = agreed.charges === "spread";
  const amount = kept.principal + (isSpread ? charges : 0n);
  const paper = agreementPaper(platform.paper, agreed);
  // What a pause bears comes on top of the first instalment.
  const capital = capitalAgreed(
    paper,
    amount,
    agreed.method.kind as Refinancing["method"],
    monthsLater(date, pauseMonths),
    dues,
  );
  const chargesOfEach = isSpread ? inProportion(charges, capital) : allInLast(charges, months);
  const byName = drawn(kept, chargesOfEach);
  platform.flows.waived = plusAmounts(platform.flows.waived, waived);
  platform.paper = paper;
  platform.parts = dues.map((due, index) => {
    const principal = (capital[index] ?? 0n) - (isSpread ? (chargesOfEach[index] ?? 0n) : 0n);
    return newPart(due, { ...(byName[index] ?? noAmounts()), principal });
  });
  if (isSpread) {
    for (const { accounts } of platform.parts) {
      for (const component of CHARGES) accounts[component].bearing = accounts[component].owed;
    }
  }
  platform.kept = agreed;
}

function allInLast(charges: bigint, months: number): bigint[] {
  return Array.from({ length: months }, (_, index) => (index === months - 1 ? charges : 0n));
}

/** Charges over the instalments in proportion to what each takes: what has gone by each is rounded, not each. */
function inProportion(charges: bigint, capital: readonly bigint[]): bigint[] {
  const whole = capital.reduce((total, part) => total + part, 0n);
  let soFar = 0n;
  let given = 0n;
  return capital.map((part) => {
    soFar += part;
    const upToHere = whole === 0n ? 0n : roundedHalfUp(exact(charges * soFar, whole));
    const mine = upToHere - given;
    given = upToHere;
    return mine;
  });
}

/** Which charges the amounts are made of: fees in the first instalments, then penalty, compound, interest. */
function drawn(charges: Amounts, amounts: readonly bigint[]): Amounts[] {
  const left = { ...charges };
  return amounts.map((amount) => {
    const taken = noAmounts();
    let open = amount;
    for (const component of CHARGES) {
      taken[component] = lesser(open, left[component]);
      left[component] -= taken[component];
      open -= taken[component];
    }
    return taken;
  });
}

/** Every due date moves by so many months; what is due already, to so many months from now. */
function defer(platform: Platform, agreed: Deferral): void {
  for (const part of platform.parts) {
    part.due = monthsLater(part.due <= agreed.date ? agreed.date : part.due, agreed.months);
  }
  platform.paper = deferredPaper(platform.paper, agreed);
}

/** A sum is paid, through everything that is owed, and the rest is given up. */
function settle(platform: Platform, { date, pays }: Settlement): void {
  const total = totalAmount(owedByComponent(platform.parts));
  const amount = pays.kind === "share" ? share(total, pays.share) : lesser(BigInt(pays.amount), total);
  const way = wayOfDay(platform.paper, platform.parts, date);
  pay(platform, date, way, { amount, for: null, surplus: "next" });
  waive(platform, owedByComponent(platform.parts));
}

/** A new loan pays all that is owed and the fee charged for it, and is owed in its place. */
function refinance(platform: Platform, agreed: Refinancing): void {
  const owed = owedByComponent(platform.parts);
  const total = totalAmount(owed);
  const fee = share(total, agreed.feeShare);
  const lent = total + fee;
  const dues = Array.from({ length: agreed.months }, (_, index) => monthsLater(agreed.date, 1 + index));
  platform.paper = refinancedPaper(platform.paper, agreed);
  const capital = capitalLent(platform.paper, lent, agreed.method, agreed.date, dues);
  platform.parts = dues.map((due, index) => newPart(due, { ...noAmounts(), principal: capital[index] ?? 0n }));
  platform.kept = null;
  platform.flows.charged = plusAmounts(platform.flows.charged, { ...noAmounts(), fee });
  const change = minusAmounts({ ...noAmounts(), principal: lent }, { ...owed, fee: owed.fee + fee });
  platform.flows.refinanced = plusAmounts(platform.flows.refinanced, change);
}
