/** Interest or fees deducted in advance (砍头息): the principal is what was really paid out (Civil Code art 670). */

import type { Instalment, Loan } from "../../loan/loan.ts";
import { add, type Fen, shareOf, subtract, ZERO } from "../../loan/money.ts";
import { fraction } from "../../loan/rate.ts";

/**
 * The loan on what was received: principal, and interest fixed on it, in the same proportion. What was deducted is counted
 * once: it is not owed, and bears nothing. The loan itself where nothing was deducted.
 */
export function onReceived(loan: Loan, received: Fen): Loan {
  if (received >= loan.borrowed) return loan;
  const share = fraction(BigInt(received), BigInt(loan.borrowed));
  let before = ZERO;
  let kept = ZERO;
  const instalments = loan.instalments.map((one): Instalment => {
    before = add(before, one.principal);
    // In all as exact as one division, so that the parts add up.
    const principal = subtract(shareOf(before, share), kept);
    kept = add(kept, principal);
    return { ...one, principal, interest: shareOf(one.interest, share) };
  });
  return { ...loan, instalments, borrowed: received };
}
