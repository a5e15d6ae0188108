/** What to ask a lender for: over how many months, and with how much waived, a budget is enough; and the least of that. */

import type { Opening } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { expectDay } from "../ledger/well-formed.ts";
import { type ByComponent, CHARGES, chargesOf, totalOf } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import { NO_EVENTS } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import {
  add,
  divideUp,
  type Fen,
  type Fraction,
  fen,
  NOTHING,
  shareOf,
  subtract,
  sum,
  WHOLE,
  ZERO,
} from "../loan/money.ts";
import type { Classified } from "../loan/products/product.ts";
import { fraction } from "../loan/rate.ts";
import { expectMonths } from "../loan/schedule.ts";
import { takenOver } from "./taken-over.ts";

/** What the share waived is a share of: all charges, or the penalty alone. */
export type Waives = "charges" | "penalty";

/** What a lender gives up. */
interface Relief {
  /** 0 to 1, of the charges or of the penalty alone. */
  readonly waivedShare: Fraction;
  readonly waives: Waives;
  /** Share of the principal given up; 0 but for a discount. */
  readonly discount: Fraction;
}

/** An agreement with interest stopped, over so many months. */
export interface InstalmentOffer extends Relief {
  readonly months: number;
  readonly monthly: Fen;
  readonly lastMonth: Fen;
  readonly totalPaid: Fen;
  readonly waived: Fen;
  readonly withinBudget: boolean;
}

/** What is asked for, each kind more than the one before it. */
export type ReliefKind = "interest-stopped" | "penalty-waived" | "more-months" | "discount";

/** An offer to ask a lender for. */
export interface ReliefRequest extends InstalmentOffer {
  readonly kind: ReliefKind;
}

/** What is asked for beyond that interest and penalty stop. */
export type ReliefPart =
  | "part-of-penalty"
  | "all-penalty"
  | "part-of-charges"
  | "all-charges"
  | "more-months"
  | "part-of-principal";

/** `share`: how much of it, where a part is asked for. */
export interface AskedPart {
  readonly part: ReliefPart;
  readonly share: Fraction | null;
}

/** In the order in which it is asked for. */
export function partsOf({ kind, waives, waivedShare, discount }: ReliefRequest): readonly AskedPart[] {
  const { numerator, denominator } = waivedShare;
  const parts: AskedPart[] = [];
  if (numerator === denominator) parts.push({ part: `all-${waives}`, share: null });
  else if (numerator > 0n) parts.push({ part: `part-of-${waives}`, share: waivedShare });
  if (kind === "more-months") parts.push({ part: "more-months", share: null });
  if (discount.numerator > 0n) parts.push({ part: "part-of-principal", share: discount });
  return parts;
}

/** The usual lengths of an agreement. */
export const GRID_MONTHS = [12, 24, 36, 48, 60] as const;
const GRID_SHARES_PERCENT = [0n, 25n, 50n, 75n, 100n];

/** Five years is the longest that the card rules foresee (信用卡办法 art 70); beyond it is asked for only if need be. */
export const USUAL_MOST_MONTHS = 60;

/** A plan for the debt of a card would run longer than the card rules foresee. */
export function isBeyondCardRules({ classification }: Classified, months: number): boolean {
  return classification === "card" && months > USUAL_MOST_MONTHS;
}

export const MOST_MONTHS = 120;
const MOST_DISCOUNT_PERCENT = 50n;

/** What is owed on a day if nothing is paid until then; interest not yet earned is no part of what is agreed on. */
export function owedOn(loan: Loan, day: Day, opening?: Opening): ByComponent {
  expectDay("day", day);
  const run = new Run(loan, NO_EVENTS, opening).advance(day);
  return takenOver(run, "leave-out");
}

/** Every number of months with every share waived; of the penalty alone too, where there are other charges or none. */
export function offerGrid(owed: ByComponent, budget: Fen, months: readonly number[]): readonly InstalmentOffer[] {
  return months.flatMap((count) => [
    ...GRID_SHARES_PERCENT.map((share) => offer(owed, budget, count, relief("charges", percent(share)))),
    ...GRID_SHARES_PERCENT.slice(1).map((share) => offer(owed, budget, count, relief("penalty", percent(share)))),
  ]);
}

/**
 * The smallest thing to ask for that fits: interest stopped; then part of the penalty waived; then, with all of it
 * waived, more months; then a discount: part of all charges, and with all of them waived, part of the principal.
 * Null where even that asks more than the budget.
 */
export function smallestRequest(owed: ByComponent, budget: Fen, mostMonths = MOST_MONTHS): ReliefRequest | null {
  if (budget <= 0) return null;
  for (const [kind, months, asked] of inOrderOfAsking(owed, budget, mostMonths)) {
    const made = offer(owed, budget, months, asked);
    if (made.withinBudget) return { kind, ...made };
  }
  return null;
}

/** Each asks more of the lender than the one before it. */
function* inOrderOfAsking(
  owed: ByComponent,
  budget: Fen,
  mostMonths: number,
): Generator<readonly [ReliefKind, number, Relief]> {
  const total = totalOf(owed);
  const stopped = monthsFor(total, budget);
  if (stopped <= USUAL_MOST_MONTHS) yield ["interest-stopped", stopped, relief("penalty", NOTHING)];
  for (let share = 1n; share <= 100n && owed.penalty > 0; share += 1n) {
    yield ["penalty-waived", USUAL_MOST_MONTHS, relief("penalty", percent(share))];
  }
  const longer = monthsFor(subtract(total, owed.penalty), budget);
  if (longer <= mostMonths) yield ["more-months", longer, relief("penalty", owed.penalty > 0 ? WHOLE : NOTHING)];
  for (let share = 1n; share < 100n; share += 1n) {
    yield ["discount", mostMonths, relief("charges", percent(share))];
  }
  const allCharges = total > owed.principal ? WHOLE : NOTHING;
  for (let discount = 0n; discount <= MOST_DISCOUNT_PERCENT; discount += 1n) {
    yield ["discount", mostMonths, relief("charges", allCharges, percent(discount))];
  }
}

/** The most that is ever asked for: all charges, and this share of the principal. */
export const MOST_DISCOUNT = fraction(MOST_DISCOUNT_PERCENT, 100n);

/** What an agreement with interest stopped and all charges waived takes over so many months. */
export function offerOver(owed: ByComponent, months: number, discount: Fraction = NOTHING): InstalmentOffer {
  return offer(owed, ZERO, months, relief("charges", WHOLE, discount));
}

function relief(waives: Waives, waivedShare: Fraction, discount: Fraction = NOTHING): Relief {
  return { waivedShare, waives, discount };
}

function monthsFor(total: Fen, budget: Fen): number {
  return Math.max(1, Number(divideUp(BigInt(total), BigInt(budget))));
}

/** What is left of a debt if that is granted. */
export function leftAfter(
  owed: ByComponent,
  { waivedShare, waives, discount }: Relief,
): { readonly principal: Fen; readonly charges: Fen } {
  const waived = CHARGES.map((component) =>
    waives === "charges" || component === "penalty" ? shareOf(owed[component], waivedShare) : ZERO,
  );
  return {
    principal: subtract(owed.principal, shareOf(owed.principal, discount)),
    charges: subtract(chargesOf(owed), sum(waived)),
  };
}

/** `budget`: what can be paid in any month. */
function offer(owed: ByComponent, budget: Fen, months: number, asked: Relief): InstalmentOffer {
  expectMonths("months", months);
  const { principal, charges } = leftAfter(owed, asked);
  const totalPaid = add(principal, charges);
  const monthly = monthlyInstalment(totalPaid, months);
  return {
    months,
    ...asked,
    monthly,
    lastMonth: fen(Math.max(0, totalPaid - monthly * (months - 1))),
    totalPaid,
    waived: subtract(totalOf(owed), totalPaid),
    withinBudget: monthly <= budget,
  };
}

/** Without interest all months but the last are alike. */
export function monthlyInstalment(total: Fen, months: number): Fen {
  return fen(Number(divideUp(BigInt(total), BigInt(months))));
}

function percent(share: bigint): Fraction {
  return fraction(share, 100n);
}
