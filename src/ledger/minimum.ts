/** The minimum payment of a card or line, by the rule of its terms. */

import type { Day } from "../loan/day.ts";
import { type Fen, fen, shareOf, ZERO } from "../loan/money.ts";
import type { Terms } from "../loan/terms.ts";
import { bringUpAll } from "./accrual.ts";
import { type LoanState, totalOwed } from "./loan-state.ts";

/** The minimum payment at the close of a day. */
export function minimumPayment(state: LoanState, day: Day): Fen {
  if (state.terms.minimum === null) return ZERO;
  bringUpAll(state, day);
  return minimumOf(state.terms, totalOwed(state));
}

/** The larger of an amount and a share of what is owed, never more than that; nothing where the terms have no rule. */
export function minimumOf({ minimum }: Terms, owed: Fen): Fen {
  if (minimum === null) return ZERO;
  const share = minimum.share === null ? ZERO : shareOf(owed, minimum.share);
  return fen(Math.min(owed, Math.max(minimum.amount ?? ZERO, share)));
}
