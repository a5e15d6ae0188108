/** The minimum payment of a card or line, by the rule of its terms. */

import type { Day } from "../loan/day.ts";
import { type Fen, fen, shareOf, ZERO } from "../loan/money.ts";
import { bringUpAll } from "./accrual.ts";
import { type LoanState, totalOwed } from "./loan-state.ts";
import { unearnedInterest } from "./scheduled-interest.ts";

/**
 * The larger of an amount and a share of what is owed (interest not yet earned is not), never more than that; nothing
 * where the terms have no such rule.
 */
export function minimumPayment(state: LoanState, day: Day): Fen {
  const { minimum } = state.terms;
  if (minimum === null) return ZERO;
  bringUpAll(state, day);
  const owed = fen(totalOwed(state) - unearnedInterest(state, day));
  const share = minimum.share === null ? ZERO : shareOf(owed, minimum.share);
  return fen(Math.min(owed, Math.max(minimum.amount ?? ZERO, share)));
}
