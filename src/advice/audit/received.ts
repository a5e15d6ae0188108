/** Interest or fees deducted in advance (砍头息): the principal is what was really paid out (Civil Code art 670). */

import type { Instalment, Loan } from "../../loan/loan.ts";
import { divideHalfUp, type Fen, fen, subtract } from "../../loan/money.ts";

/**
 * The loan on what was received: principal, and interest fixed on it, in the same proportion. What was deducted is counted
 * once: it is not owed, and bears nothing. The loan itself where nothing was deducted.
 */
export function onReceived(loan: Loan, received: Fen): Loan {
  if (received >= loan.borrowed) return loan;
  let before = 0;
  let kept = 0;
  const instalments = loan.instalments.map((one): Instalment => {
    before += one.principal;
    // In all as exact as one division, so that the parts add up.
    const principal = subtract(scaled(fen(before), received, loan.borrowed), fen(kept));
    kept += principal;
    return { ...one, principal, interest: scaled(one.interest, received, loan.borrowed) };
  });
  return { ...loan, instalments, borrowed: received };
}

function scaled(amount: Fen, received: Fen, borrowed: Fen): Fen {
  return fen(Number(divideHalfUp(BigInt(amount) * BigInt(received), BigInt(borrowed))));
}
