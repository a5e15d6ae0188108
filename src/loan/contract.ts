/** What is owed of a contract on a day: the instalments not paid, with the interest that is theirs by then. */

import { addDays, addMonths, civil, type Day, dayInMonth, earliest, NEVER, wholeMonthsBetween } from "./day.ts";
import { type AgreedFlows, CHARGES_NOT_GIVEN, type ContractOfLoan, type Instalment, type Loan } from "./loan.ts";
import { AMOUNT_LIMIT, add, type Fen, fen, inProportion, shareOf, subtract, ZERO } from "./money.ts";
import { fraction } from "./rate.ts";
import { type Contract, makeSchedule, type ScheduledInstalment } from "./schedule.ts";
import { type InterestMode, rateOn, type Terms } from "./terms.ts";

/** Flat interest is always fixed in advance, whatever the product's mode is. */
export function interestModeOf(method: Contract["method"], mode: InterestMode): InterestMode {
  return method === "flat" ? "scheduled" : mode;
}

/** The instalments after the first `paid` ones: interest that accrues is for the engine to compute. */
export function instalmentsOf(
  schedule: readonly ScheduledInstalment[],
  { paid, mode }: { readonly paid: number; readonly mode: InterestMode },
): readonly Instalment[] {
  return schedule.slice(paid).map(({ due, principal, interest }) => {
    return { due, principal, interest: mode === "accrued" ? null : interest, ...CHARGES_NOT_GIVEN };
  });
}

/** A contract with the rate and the day count of terms, by which its schedule is made: the rate in force when the loan began. */
export function contractUnder(contract: Omit<Contract, "rate" | "dayCount">, { rates, dayCount }: Terms): Contract {
  const inForce = rateOn(rates, beginningOf([{ due: contract.firstDue }])) ?? rates[0];
  if (inForce === undefined) throw new Error("terms without a rate");
  return { ...contract, rate: inForce.rate, dayCount };
}

/** Whether principal and all interest, counted on the whole for months of 31 days, could pass the limit. */
export function exceedsLimit({ borrowed, months, rate }: Contract): boolean {
  const { numerator, denominator, per } = rate;
  const periodDays = { day: 1n, month: 30n, year: 360n }[per];
  const interest = (BigInt(borrowed) * numerator * BigInt(months) * 31n) / (denominator * periodDays);
  return BigInt(borrowed) + interest > BigInt(AMOUNT_LIMIT);
}

/**
 * A loan under another rate or day count: where its instalments are those of a contract, principal and interest of each differ
 * by as much as the schedules do that follow from both terms. Null where they could pass the limit.
 */
export function loanUnder(loan: Loan, terms: Terms): Loan | null {
  const { contract } = loan;
  const isSameSchedule = terms.rates === loan.terms.rates && terms.dayCount === loan.terms.dayCount;
  if (contract === undefined || isSameSchedule) return { ...loan, terms };
  if (exceedsLimit(contractUnder(contract, terms))) return null;
  // The loan may be on what was received in place of what was borrowed.
  const [before, after] = [loan.terms, terms].map((of) =>
    inShare(madeUnder(contract, of), loan.borrowed, contract.borrowed),
  );
  const instalments = loan.instalments.map((one, index) => {
    const [was, is] = [before?.[index] ?? one, after?.[index] ?? one];
    const changed = (own: Fen, from: Fen, to: Fen): Fen => fen(Math.max(0, own + subtract(to, from)));
    return {
      ...one,
      principal: changed(one.principal, was.principal, is.principal),
      interest: one.interest && changed(one.interest, was.interest ?? ZERO, is.interest ?? ZERO),
    };
  });
  return { ...loan, terms, instalments };
}

/** The same; a schedule that could pass the limit stays as it is. */
export function loanUnderOrAsIs(loan: Loan, terms: Terms): Loan {
  return loanUnder(loan, terms) ?? { ...loan, terms };
}

/**
 * A loan of which interest or fees were deducted in advance (砍头息) on what was received, which is its principal (Civil Code
 * art 670), with the interest fixed on it in the same proportion. What was deducted is counted once: it is not owed, and bears
 * nothing. The loan itself where nothing was deducted.
 */
export function onReceived(loan: Loan, received: Fen): Loan {
  if (received >= loan.borrowed) return loan;
  return { ...loan, instalments: inShare(loan.instalments, received, loan.borrowed), borrowed: received };
}

/** Instalments with principal, and interest fixed on it, of a part of the whole that they are of. */
function inShare(instalments: readonly Instalment[], part: Fen, whole: Fen): readonly Instalment[] {
  if (part === whole) return instalments;
  const share = fraction(BigInt(part), BigInt(whole));
  const partOf = inProportion(part, whole);
  return instalments.map((one) => {
    return { ...one, principal: partOf(one.principal), interest: one.interest && shareOf(one.interest, share) };
  });
}

function madeUnder(contract: ContractOfLoan, terms: Terms): readonly Instalment[] {
  return instalmentsOf(makeSchedule(contractUnder(contract, terms)), { paid: contract.paid, mode: terms.interest });
}

/**
 * The first day of instalments: nothing else being known, as long before the first due date as the second lies after it, in
 * whole months where these are; of a single due date, and of a contract, whose due dates are months apart, a month.
 */
export function beginningOf(instalments: readonly { readonly due: Day }[]): Day {
  const first = instalments[0]?.due ?? NEVER;
  const second = instalments.find(({ due }) => due > first)?.due;
  if (second === undefined) return addMonths(first, -1);
  const months = wholeMonthsBetween(first, second);
  if (months === null) return addDays(first, first - second);
  return dayInMonth(first, -months, Math.max(civil(first).day, civil(second).day));
}

/**
 * From when on what is fixed for the first instalment counts: the day of the contract before it, or what is taken for that. What
 * is owed at `asOf` was had by then; only a contract may begin later.
 */
export function firstInterestFrom(loan: Pick<Loan, "instalments" | "agreedFlows" | "contract" | "asOf">): Day {
  const { instalments, agreedFlows, contract, asOf } = loan;
  const due = instalments[0]?.due ?? NEVER;
  const days = agreedFlows === null ? [] : [agreedFlows.paidOutOn, ...agreedFlows.payments.map(({ date }) => date)];
  const from = days.findLast((date) => date < due) ?? beginningOf(instalments);
  return contract === undefined ? earliest(from, asOf) : from;
}

/** What was paid out and what is to be paid for it, from the contract's first day on. */
export function agreedFlowsOf(
  paidOut: Omit<AgreedFlows, "payments">,
  schedule: readonly (ScheduledInstalment & { readonly agreedFee?: Fen })[],
): AgreedFlows {
  return {
    ...paidOut,
    payments: schedule.map(({ due, principal, interest, agreedFee }) => {
      return { date: due, amount: add(add(principal, interest), agreedFee ?? ZERO) };
    }),
  };
}
