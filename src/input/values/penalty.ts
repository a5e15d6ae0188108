/** The penalty rate: a multiple of the contract rate (`1.5x`, `36/13x`, `1.5倍`, `上浮50%`), or a rate of its own. */

import { WHOLE } from "../../loan/money.ts";
import { addFractions, formatFraction, fraction, multiply, type Rate, rateOf } from "../../loan/rate.ts";
import type { PenaltyRate } from "../../loan/terms.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { invalid, ok, type Parsed } from "../problem.ts";
import { exceedsWhole, formatRate, readRate } from "./rate.ts";
import { lengthIssue, readNumber } from "./share.ts";

/** In which a contract puts a multiple: `罚息利率为借款利率的`, `在原合同利率基础上`. */
const WORDS_BEFORE = "(?:在|按|为|是|的|原|本|合同|借款|贷款|约定|正常|执行|利率|逾期|罚息|基础|水平|上|:|\\s)*?";
const TIMES = "(?<times>[\\d./]+)\\s*[xX×倍]";
/** Half of the contract rate on top of it, not 50 points; less than 10 % of it is likelier a rate of its own. */
const ON_TOP = "(?:上浮|加收|上调)\\s*(?<onTop>\\d{2,}(?:\\.\\d+)?)\\s*%";
/** Less than 100 % of it might be meant as what comes on top. */
const OF_IT = "利率的\\s*(?<ofIt>\\d{3}(?:\\.\\d+)?)\\s*%";
const MULTIPLE = new RegExp(`^${WORDS_BEFORE}(?:${TIMES}|${ON_TOP}|${OF_IT})$`);

export function readPenalty(written: string): Parsed<PenaltyRate> {
  const { times, onTop, ofIt } = MULTIPLE.exec(plain(written))?.groups ?? {};
  const number = times ?? onTop ?? ofIt;
  if (number === undefined) return readOwnRate(written);
  const issue = lengthIssue(number, written);
  if (issue !== null) return invalid(issue);
  const read = readNumber(number);
  if (read === null) return invalid({ code: "unreadable", kind: "penalty", text: written });
  const share = times === undefined ? multiply(read, fraction(1n, 100n)) : read;
  return ok({ kind: "multiple", of: onTop === undefined ? share : addFractions(WHOLE, share) });
}

/** `罚息日利率0.075%`: whose rate it is, which the option says already. */
const ITS_NAME = /^(?:逾期)?罚息(?:利率)?[:为是]?\s*(?=.)/;

/** A text that is no rate either might have been meant as a multiple, so the hint has to name both ways. */
function readOwnRate(written: string): Parsed<PenaltyRate> {
  const own = readRate(plain(written).replace(ITS_NAME, ""));
  if (own.ok) return ok({ kind: "rate", rate: own.value });
  const isUnclear = own.issues.some(
    (issue) =>
      (issue.code === "unreadable" && issue.kind !== "rate-on-reference") || issue.code === "rate-without-period",
  );
  return isUnclear ? invalid({ code: "unreadable", kind: "penalty", text: written }) : own;
}

/** Whether a penalty comes to more than 100 % a day on the given contract rate. */
export function penaltyExceedsWhole(penalty: PenaltyRate, contractRate: Rate): boolean {
  return exceedsWhole(
    penalty.kind === "rate" ? penalty.rate : rateOf(multiply(contractRate, penalty.of), contractRate.per),
  );
}

export function formatPenalty(penalty: PenaltyRate): string {
  return penalty.kind === "rate" ? formatRate(penalty.rate) : `${formatFraction(penalty.of)}x`;
}

export const penalty = field({ parse: readPenalty, format: formatPenalty });
