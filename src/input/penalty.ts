/** The penalty rate: a multiple of the contract rate (`1.5x`, `1.5倍`), or a rate of its own. */

import type { PenaltyRate } from "../loan/loan.ts";
import { multiply, parseDecimal, type Rate } from "../loan/rate.ts";
import { lengthFlaw } from "./decimal.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";
import { exceedsWhole, readRate } from "./rate.ts";

export function readPenalty(written: string): Parsed<PenaltyRate> {
  const match = /^(\d+(?:\.\d+)?)\s*[xX×倍]$/.exec(plain(written));
  const number = match?.[1];
  if (number === undefined) return readDirectRate(written);
  const issue = lengthFlaw(number, written);
  if (issue !== null) return invalid(issue);
  const of = parseDecimal(number);
  return of === null ? invalid({ code: "penalty-unreadable", text: written }) : ok({ kind: "multiple", of });
}

/** A text that is no rate either might have been meant as a multiple, so the hint has to name both ways. */
function readDirectRate(written: string): Parsed<PenaltyRate> {
  const reading = readRate(written);
  if (reading.ok) return ok({ kind: "rate", rate: reading.value });
  const unclear = reading.issues.some(({ code }) => code === "rate-unreadable" || code === "rate-without-period");
  return unclear ? invalid({ code: "penalty-unreadable", text: written }) : reading;
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
