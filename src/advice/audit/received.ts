/** Interest or fees deducted in advance (砍头息): the principal is what was really paid out (Civil Code art 670). */

import { inShare } from "../../loan/contract.ts";
import type { Loan } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";

/**
 * The loan on what was received: principal, and interest fixed on it, in the same proportion. What was deducted is counted
 * once: it is not owed, and bears nothing. The loan itself where nothing was deducted.
 */
export function onReceived(loan: Loan, received: Fen): Loan {
  if (received >= loan.borrowed) return loan;
  return { ...loan, instalments: inShare(loan.instalments, received, loan.borrowed), borrowed: received };
}
