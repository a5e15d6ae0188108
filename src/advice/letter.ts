/** What a letter to the lender says: what is asked for, what it rests on, what its writer should know. Worded elsewhere. */

import { isReported } from "../law/credit-record.ts";
import { mayHaveToDiscloseCost, type ProvisionCode, provisionsFor } from "../law/provisions.ts";
import { type ComponentName, componentsByName } from "../loan/component-names.ts";
import { CHARGES, sumOf, totalOf } from "../loan/components.ts";
import { type Day, formatDay } from "../loan/day.ts";
import { stopsInterest } from "../loan/events.ts";
import { isLicensed, type Jurisdiction, type LenderKind, type Loan } from "../loan/loan.ts";
import { type Fen, sum } from "../loan/money.ts";
import type { Contact, Product } from "../loan/products/product.ts";
import { formatPercent } from "../loan/rate.ts";
import {
  type AgreementPlan,
  amountOf,
  type EqualInstalments,
  fewInstalments,
  largerThanFirst,
} from "./agreement-plan.ts";

/** What the title names, in this order. */
const LETTER_PURPOSES = [
  "deferral",
  "personal-instalments",
  "instalments",
  "payment-at-once",
  "interest-stop",
  "charges-waiver",
  "principal-waiver",
] as const;
export type LetterPurpose = (typeof LETTER_PURPOSES)[number];

const LETTER_ASKS = [
  "charges-stop",
  "waiver",
  "leave-out-unearned",
  "written-confirmation",
  "collection-suspended",
  "debtor-alone",
  "reporting",
  "settlement-certificate",
] as const;
export type LetterAsk = (typeof LETTER_ASKS)[number];

/** What the writer should know before sending it. */
const READER_NOTES = [
  "limitation-run-out",
  "fill-in",
  "living-first",
  "request-only",
  "ask-yourself",
  "limitation-restarts",
  "cost-disclosure",
  "keep-copy",
] as const;
export type ReaderNote = (typeof READER_NOTES)[number];

/** How the lender may show what is agreed in the credit record (special transactions 1, 11 and 14). */
const REPORTED_AS = ["extension", "debt-reduced", "card-instalments"] as const;
export type ReportedAs = (typeof REPORTED_AS)[number];

/** An amount under the name that this lender gives it. */
interface LetterItem {
  readonly name: ComponentName;
  readonly owed: Fen;
  readonly waived: Fen;
}

/** Who the letter is for. */
export interface LetterLender {
  /** Null where a platform stands before several lenders. */
  readonly lender: LenderKind | null;
  readonly isCard: boolean;
  readonly isOnlineConsumerLoan: boolean;
  readonly jurisdiction: Jurisdiction;
  /** The day the loan was made; null where it is not known. */
  readonly madeOn: Day | null;
  /** The due date of its oldest instalment: the loan is older than that. */
  readonly oldestDue: Day;
  readonly contact: Contact | null;
}

export interface LetterContent {
  readonly plan: AgreementPlan;
  readonly lender: LetterLender;
  /** The lender has a financial regulator that takes complaints. */
  readonly hasRegulator: boolean;
  readonly purposes: readonly LetterPurpose[];
  readonly asks: readonly LetterAsk[];
  readonly provisions: readonly ProvisionCode[];
  readonly readerNotes: readonly ReaderNote[];
  readonly reportedAs: readonly ReportedAs[];
  /** What is owed of anything. */
  readonly items: readonly LetterItem[];
  readonly totalOwed: Fen;
  readonly totalWaived: Fen;
  /** The charges in the instalments, less what a first payment clears; with the last one where they are not spread. */
  readonly chargesKept: Fen;
  /** Null where there are too many for a sentence. */
  readonly groups: readonly EqualInstalments[] | null;
  readonly firstDue: string;
  readonly lastDue: string;
  readonly firstAmount: Fen;
  readonly lastAmount: Fen;
  /** Of the instalment that asks for most, where the first does not. */
  readonly largestAmount: Fen | null;
  /** The agreement's rate, or its monthly fee, as a percentage, exact: `6%`; null where interest stops. */
  readonly percent: string | null;
}

/** A loan, and the product whose terms it has; those of one that is not named only stand in for its own. */
interface LoanOfProduct {
  readonly loan: Loan;
  readonly product: Product;
  readonly isProductNamed: boolean;
}

export function letterLender(asked: LoanOfProduct): LetterLender {
  const { loan, product } = asked;
  return {
    lender: kindOf(loan, product),
    isCard: product.classification === "card",
    isOnlineConsumerLoan: product.isOnlineConsumerLoan === true,
    jurisdiction: loan.jurisdiction,
    madeOn: loan.agreedFlows?.paidOutOn ?? null,
    oldestDue: loan.instalments[0]?.due ?? loan.asOf,
    contact: contactOf(asked),
  };
}

/** None where the product only stands in for an unnamed one, or where the lender is of another kind than the product's. */
export function contactOf({ loan, product, isProductNamed }: LoanOfProduct): Contact | null {
  return isProductNamed && loan.lender === product.lender ? (product.contact ?? null) : null;
}

/** A platform works with several lenders, so that which one it is is not known unless somebody said so. */
function kindOf({ lender }: Loan, product: Product): LenderKind | null {
  return product.lenderAssumed && lender === product.lender ? null : lender;
}

export function letterContent(plan: AgreementPlan, lender: LetterLender): LetterContent {
  const { owed, waived, schedule, agreement } = plan;
  const first = schedule[0];
  const last = schedule.at(-1);
  if (first === undefined || last === undefined) throw new Error("a letter asks for at least one instalment");
  const totalWaived = totalOf(waived);
  const isUnderChineseLaw = lender.jurisdiction === "cn";
  return {
    plan,
    lender,
    hasRegulator: isUnderChineseLaw && isLicensed(lender.lender),
    purposes: purposesOf(plan, lender),
    asks: asksOf(plan, lender),
    provisions: isUnderChineseLaw
      ? provisionsFor({
          ...lender,
          isPartNotYetDue: plan.principalNotYetDue > 0,
          isOverdue: plan.daysOverdue > 0,
          owesFees: owed.fee > 0,
          mayExceed24: plan.mayExceed24,
          // The amounts of this letter are those of the contract.
          isPartDeducted: false,
          leavesOutUnearned: plan.unearned > 0,
        })
      : [],
    readerNotes: readerNotesOf(plan, lender),
    reportedAs: REPORTED_AS.filter((kind) => {
      if (kind === "debt-reduced") return totalWaived > 0;
      return kind !== "card-instalments" || lender.isCard;
    }),
    items: componentsByName(lender)
      .map(([name, of]) => ({ name, owed: sumOf(owed, of), waived: sumOf(waived, of) }))
      .filter((item) => item.owed > 0),
    totalOwed: totalOf(owed),
    totalWaived,
    chargesKept: sum(schedule.map(({ charges }) => charges)),
    groups: fewInstalments(schedule),
    firstDue: formatDay(first.due),
    lastDue: formatDay(last.due),
    firstAmount: amountOf(first),
    lastAmount: amountOf(last),
    largestAmount: largerThanFirst(plan)?.amount ?? null,
    percent: stopsInterest(agreement)
      ? null
      : formatPercent(agreement.method.kind === "flat" ? agreement.method.monthlyFee : agreement.rate),
  };
}

function purposesOf(
  { agreement, schedule, waived, bearsNothing }: AgreementPlan,
  { isCard }: LetterLender,
): readonly LetterPurpose[] {
  const isAtOnce = schedule.length === 1;
  const asked: { readonly [purpose in LetterPurpose]: boolean } = {
    deferral: agreement.pauseMonths > 0,
    "personal-instalments": isCard && !isAtOnce,
    instalments: !isCard && !isAtOnce,
    "payment-at-once": isAtOnce,
    "interest-stop": !isAtOnce && !bearsNothing && stopsInterest(agreement),
    "charges-waiver": CHARGES.some((charge) => waived[charge] > 0),
    "principal-waiver": waived.principal > 0,
  };
  return LETTER_PURPOSES.filter((purpose) => asked[purpose]);
}

function asksOf(plan: AgreementPlan, lender: LetterLender): readonly LetterAsk[] {
  return LETTER_ASKS.filter((ask) => {
    if (ask === "charges-stop") return !plan.bearsNothing;
    if (ask === "waiver") return totalOf(plan.waived) > 0;
    if (ask === "leave-out-unearned") return plan.unearned > 0;
    return ask !== "reporting" || isReported(lender);
  });
}

function readerNotesOf(plan: AgreementPlan, lender: LetterLender): readonly ReaderNote[] {
  const isUnderChineseLaw = lender.jurisdiction === "cn";
  return READER_NOTES.filter((note) => {
    if (note === "limitation-run-out") return isUnderChineseLaw && plan.hasLimitationRunOut;
    if (note === "limitation-restarts") return isUnderChineseLaw && !plan.hasLimitationRunOut;
    if (note !== "cost-disclosure") return true;
    return isUnderChineseLaw && mayHaveToDiscloseCost(lender, lender.oldestDue, plan.asOf);
  });
}
