/** Interest or fees deducted in advance (砍头息): the principal is what was really paid out (Civil Code art 670). */

import type { Instalment, Loan } from "../../loan/loan.ts";
import { type Fen, inProportion, shareOf } from "../../loan/money.ts";
import { fraction } from "../../loan/rate.ts";

/**
 * The loan on what was received: principal, and interest fixed on it, in the same proportion. What was deducted is counted
 * once: it is not owed, and bears nothing. The loan itself where nothing was deducted.
 */
export function onReceived(loan: Loan, received: Fen): Loan {
  if (received >= loan.borrowed) return loan;
  const share = fraction(BigInt(received), BigInt(loan.borrowed));
  const partOf = inProportion(received, loan.borrowed);
  const instalments = loan.instalments.map((one): Instalment => {
    return { ...one, principal: partOf(one.principal), interest: shareOf(one.interest, share) };
  });
  return { ...loan, instalments, borrowed: received };
}
