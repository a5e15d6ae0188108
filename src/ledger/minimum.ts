/** The minimum payment of a card or line, by the rule of its terms. */

import type { Day } from "../loan/day.ts";
import { type Fen, fen, shareOf, ZERO } from "../loan/money.ts";
import { bringUpAll } from "./accrual.ts";
import { type LoanState, totalOwed } from "./loan-state.ts";

/** The larger of an amount and a share of what is owed, never more than that; nothing where the terms have no rule. */
export function minimumPayment(state: LoanState, day: Day): Fen {
  const { minimum } = state.terms;
  if (minimum === null) return ZERO;
  bringUpAll(state, day);
  const owed = totalOwed(state);
  const share = minimum.share === null ? ZERO : shareOf(owed, minimum.share);
  return fen(Math.min(owed, Math.max(minimum.amount ?? ZERO, share)));
}
