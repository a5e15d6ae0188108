/** The penalty rate: a multiple of the contract rate (`1.5x`, `36/13x`, `1.5倍`), or a rate of its own. */

import { formatFraction, multiply, type Rate, rateOf } from "../../loan/rate.ts";
import type { PenaltyRate } from "../../loan/terms.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { invalid, ok, type Parsed } from "../problem.ts";
import { exceedsWhole, formatRate, readRate } from "./rate.ts";
import { lengthIssue, readNumber } from "./share.ts";

export function readPenalty(written: string): Parsed<PenaltyRate> {
  const number = /^([\d./]+)\s*[xX×倍]$/.exec(plain(written))?.[1];
  if (number === undefined) return readOwnRate(written);
  const issue = lengthIssue(number, written);
  if (issue !== null) return invalid(issue);
  const of = readNumber(number);
  return of === null ? invalid({ code: "unreadable", kind: "penalty", text: written }) : ok({ kind: "multiple", of });
}

/** A text that is no rate either might have been meant as a multiple, so the hint has to name both ways. */
function readOwnRate(written: string): Parsed<PenaltyRate> {
  const own = readRate(written);
  if (own.ok) return ok({ kind: "rate", rate: own.value });
  const isUnclear = own.issues.some(
    (issue) =>
      (issue.code === "unreadable" && issue.kind !== "rate-on-reference") || issue.code === "rate-without-period",
  );
  return isUnclear ? invalid({ code: "unreadable", kind: "penalty", text: written }) : own;
}

/** Whether a penalty comes to more than 100 % a day on the given contract rate. */
export function penaltyExceedsWhole(penalty: PenaltyRate, contractRate: Rate): boolean {
  switch (penalty.kind) {
    case "rate":
      return exceedsWhole(penalty.rate);
    case "multiple":
      return exceedsWhole(rateOf(multiply(contractRate, penalty.of), contractRate.per));
    default:
      return penalty satisfies never;
  }
}

export function formatPenalty(penalty: PenaltyRate): string {
  switch (penalty.kind) {
    case "rate":
      return formatRate(penalty.rate);
    case "multiple":
      return `${formatFraction(penalty.of)}x`;
    default:
      return penalty satisfies never;
  }
}

export const penalty = field({ parse: readPenalty, format: formatPenalty });
