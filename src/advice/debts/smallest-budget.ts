/** The smallest budgets for several debts: with which they stop growing, and with which they are cleared in time. */

import { payDay, payDaysUntil, type SharedBudget } from "../../loan/budget.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import { BALANCE_LIMIT, type Fen, fen, sum } from "../../loan/money.ts";
import { type Attempt, smallestReaching } from "../goal-seek.ts";
import { budgetOn, commonDay, type OneDebt, withAmount } from "./debt.ts";
import { Portfolio, type Sharing } from "./repayment.ts";

const CLEAR_WITHIN_MONTHS = [12, 24, 36, 60] as const;
type ClearWithinMonths = (typeof CLEAR_WITHIN_MONTHS)[number];

export interface SmallestBudget {
  /** With which no more is owed a year later than now. */
  readonly notGrowing: Fen | null;
  /** With which all is cleared within so many months. */
  readonly within: Readonly<Record<ClearWithinMonths, Fen | null>>;
}

/**
 * The smallest budget that stays the same throughout, under whichever of the ways of sharing needs less. Months with an
 * amount of their own keep it, and money that comes once is paid beside it.
 */
export function smallestBudget(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharings: readonly Sharing[],
): SmallestBudget {
  const found = sharings.map((sharing) => smallestUnder(debts, budget, sharing));
  const least = (of: (smallest: SmallestBudget) => Fen | null): Fen | null => {
    const amounts = found.flatMap((smallest) => of(smallest) ?? []);
    return amounts.length === 0 ? null : fen(Math.min(...amounts));
  };
  const leastWithin = (months: ClearWithinMonths): Fen | null => least(({ within }) => within[months]);
  return {
    notGrowing: least(({ notGrowing }) => notGrowing),
    within: { 12: leastWithin(12), 24: leastWithin(24), 36: leastWithin(36), 60: leastWithin(60) },
  };
}

function smallestUnder(debts: readonly OneDebt[], budget: SharedBudget, sharing: Sharing): SmallestBudget {
  const search = { debts, budget, sharing, asOf: commonDay(debts) };
  const within: Record<ClearWithinMonths, Fen | null> = { 12: null, 24: null, 36: null, 60: null };
  let nearest = { months: 12, share: 1 };
  for (const months of CLEAR_WITHIN_MONTHS) {
    // The guess misses by a factor that grows about evenly with the months: the last answer tells how far off it will be.
    const found = smallestToClear(search, months, nearest.share ** (months / nearest.months));
    within[months] = found?.amount ?? null;
    if (found !== null) nearest = { months, share: found.shareOfGuess };
  }
  return { notGrowing: smallestNotGrowing(search), within };
}

interface Question {
  readonly debts: readonly OneDebt[];
  readonly budget: SharedBudget;
  readonly sharing: Sharing;
  readonly asOf: Day;
}

/** On how many pay days there is the amount that is looked for, by a day, and what comes whatever it is. */
function broughtBy(until: Day, { budget, asOf }: Question) {
  const days = Array.from({ length: payDaysUntil(budget.every, asOf, until) }, (_, index) =>
    payDay(budget.every, asOf, index + 1),
  );
  const of = (amount: number): number => {
    const constant = withAmount(budget, fen(amount), asOf);
    return days.reduce((total, day) => total + budgetOn(constant, day), 0);
  };
  const once = sum(budget.extras.filter(({ date }) => date <= until).map(({ amount }) => amount));
  return { payDays: Math.max(1, of(1) - of(0)), apart: of(0) + once };
}

function smallestNotGrowing(question: Question): Fen | null {
  const { debts, budget, sharing, asOf } = question;
  const until = addMonths(asOf, 12);
  const { payDays } = broughtBy(until, question);
  const attempt = (amount: Fen): Attempt<null> => {
    const found = new Portfolio(debts, withAmount(budget, amount, asOf), sharing, { until }).advance();
    return { shortfall: Math.ceil((found.owedAtEnd - found.openingOwed) / payDays), result: null };
  };
  const start = (nothing: Attempt<null>): number => nothing.shortfall;
  return smallestReaching({ attempt, start, most: BALANCE_LIMIT })?.amount ?? null;
}

/**
 * The search starts from a closed form, multiplied by `guessed`. `shareOfGuess` is the answer divided by that closed form,
 * from which the next search learns how good it is.
 */
function smallestToClear(
  question: Question,
  months: number,
  guessed: number,
): { readonly amount: Fen; readonly shareOfGuess: number } | null {
  const { debts, budget, sharing, asOf } = question;
  const until = addMonths(asOf, months);
  const { payDays, apart } = broughtBy(until, question);
  // Where all is cleared, the money left over counts as a negative shortfall: the search knows how far it is on both sides.
  const attempt = (amount: Fen): Attempt<Portfolio> => {
    const result = new Portfolio(debts, withAmount(budget, amount, asOf), sharing, { until }).advance();
    const isCleared = result.clearedOn !== null;
    const missing = isCleared ? result.spent - amount * payDays - apart : Math.max(1, result.owedAtEnd);
    return { shortfall: Math.ceil(missing / payDays), result };
  };
  let closedForm = 1;
  // A debt paid off evenly bears about half the charges of one that is not paid at all.
  const start = ({ result: { openingOwed, owedAtEnd } }: Attempt<Portfolio>): number => {
    closedForm = Math.max(1, (openingOwed + owedAtEnd) / 2 / payDays);
    return Math.ceil(closedForm * guessed);
  };
  const found = smallestReaching({ attempt, start, most: BALANCE_LIMIT });
  return found === null ? null : { amount: found.amount, shareOfGuess: found.amount / closedForm };
}
