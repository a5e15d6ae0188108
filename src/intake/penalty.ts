/** The penalty rate: a multiple of the contract rate (`1.5x`, `1.5倍`), or a rate of its own. */

import type { PenaltyRate } from "../loan/loan.ts";
import { multiply, parseDecimal, type Rate } from "../loan/rate.ts";
import { lengthFlaw } from "./decimal.ts";
import { plain } from "./plain-text.ts";
import { bad, good, type Reading } from "./problem.ts";
import { exceedsWhole, readRate } from "./rate.ts";

export function readPenalty(written: string): Reading<PenaltyRate> {
  const match = /^(\d+(?:\.\d+)?)\s*[xX×倍]$/.exec(plain(written));
  const number = match?.[1];
  if (number === undefined) return readDirectRate(written);
  const flaw = lengthFlaw(number, written);
  if (flaw !== null) return bad(flaw);
  const of = parseDecimal(number);
  return of === null ? bad({ code: "penalty-unreadable", text: written }) : good({ kind: "multiple", of });
}

/** A text that is no rate either might have been meant as a multiple, so the hint has to name both ways. */
function readDirectRate(written: string): Reading<PenaltyRate> {
  const reading = readRate(written);
  if (reading.ok) return good({ kind: "rate", rate: reading.value });
  const unclear = reading.flaws.some(({ code }) => code === "rate-unreadable" || code === "rate-without-period");
  return unclear ? bad({ code: "penalty-unreadable", text: written }) : reading;
}

/** Whether a penalty comes to more than 100 % a day on the given contract rate. */
export function penaltyExceedsWhole(penalty: PenaltyRate, contractRate: Rate): boolean {
  switch (penalty.kind) {
    case "rate":
      return exceedsWhole(penalty.rate);
    case "multiple":
      return exceedsWhole({ ...multiply(contractRate, penalty.of), per: contractRate.per });
    default:
      return penalty satisfies never;
  }
}
