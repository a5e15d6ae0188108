/** Which provisions bear on a request to a lender: only those that fit this lender and this loan. */

import { type Conditions, thoseThatHold } from "../loan/conditions.ts";
import { type Day, day } from "../loan/day.ts";
import { isLicensed, type LenderKind } from "../loan/loan.ts";

/** Who lends, and what. */
export interface LenderAndLoan {
  /** Null where a platform stands before several lenders: a licensed one, of a kind that is not known. */
  readonly lender: LenderKind | null;
  readonly isCard: boolean;
  readonly isOnlineConsumerLoan: boolean;
  /** The day the loan was made; null where it is not known. */
  readonly madeOn: Day | null;
  /** The due date of its oldest instalment: it was made before that. */
  readonly oldestDue: Day;
}

interface ProvisionQuestion extends LenderAndLoan {
  /** Less was paid out than was borrowed. */
  readonly isPartDeducted: boolean;
  readonly isPartNotYetDue: boolean;
  readonly isOverdue: boolean;
  readonly owesFees: boolean;
  /** The charges may come to more than 24 % a year. */
  readonly mayExceed24: boolean;
  readonly leavesOutUnearned: boolean;
}

/** 金规〔2026〕2号: for loans newly made to natural persons from this day on. */
const COST_DISCLOSURE_FROM = day("2026-08-01");

/** The rules on private lending of 2020: of older contracts two rules hold one after the other (art 31). */
const PRIVATE_LENDING_OF_2020 = day("2020-08-20");

function isOlderThanRulesOf2020({ madeOn, oldestDue }: ProvisionQuestion): boolean {
  return (madeOn ?? oldestDue) < PRIVATE_LENDING_OF_2020;
}

/** Of a loan made since: cards have rules of their own. */
function mustDiscloseCost({ lender, isCard }: Pick<ProvisionQuestion, "lender" | "isCard">): boolean {
  return isLicensed(lender) && !isCard;
}

/** The day of the loan is not known, and may lie after the rule began: the oldest instalment fell due after that. */
export function mayHaveToDiscloseCost(
  loan: Pick<ProvisionQuestion, "lender" | "isCard" | "madeOn">,
  oldestDue: Day,
  asOf: Day,
): boolean {
  const mayBeMadeSince = loan.madeOn === null && asOf >= COST_DISCLOSURE_FROM && oldestDue > COST_DISCLOSURE_FROM;
  return mustDiscloseCost(loan) && mayBeMadeSince;
}

/** In the order in which they are cited. */
export function provisionsFor(question: ProvisionQuestion): readonly ProvisionCode[] {
  return thoseThatHold(PROVISIONS, question);
}

const isBankOrConsumerFinance = ({ lender }: ProvisionQuestion): boolean =>
  lender === "bank" || lender === "consumer-finance";
const isOfLicensed = ({ lender }: Pick<ProvisionQuestion, "lender">): boolean => isLicensed(lender);
const isCard = (question: ProvisionQuestion): boolean => question.isCard;

const PROVISIONS = {
  "card-instalments": isCard,
  "card-reduction": isCard,
  extension: ({ isPartNotYetDue }) => isPartNotYetDue,
  "earned-interest": ({ leavesOutUnearned }) => leavesOutUnearned,
  "penalty-rate": (question) => isBankOrConsumerFinance(question) && !question.isCard,
  "reduction-24": (question) => isOfLicensed(question) && !question.isCard && question.mayExceed24,
  "private-rate": (question) => !isOfLicensed(question) && !isOlderThanRulesOf2020(question),
  "private-rate-since-2020": (question) => !isOfLicensed(question) && isOlderThanRulesOf2020(question),
  "advance-deduction": ({ isPartDeducted }) => isPartDeducted,
  "cost-disclosure": (question) =>
    mustDiscloseCost(question) && question.madeOn !== null && question.madeOn >= COST_DISCLOSURE_FROM,
  allocation: () => true,
  damages: ({ owesFees }) => owesFees,
  "overdue-interest": ({ isOverdue }) => isOverdue,
  "consumer-protection": isBankOrConsumerFinance,
  "collection-self-regulation": isCard,
  "collection-online": ({ isOnlineConsumerLoan }) => isOnlineConsumerLoan,
  privacy: () => true,
  "credit-record": isOfLicensed,
} as const satisfies Conditions<ProvisionQuestion>;

export type ProvisionCode = keyof typeof PROVISIONS;
