/** What a letter to the lender says: what is asked for, what it rests on, what its writer should know. Worded elsewhere. */

import { isReported } from "../law/credit-record.ts";
import { type LenderAndLoan, mayHaveToDiscloseCost, type ProvisionCode, provisionsFor } from "../law/provisions.ts";
import { type ComponentName, componentsByName } from "../loan/component-names.ts";
import { CHARGES, sumOf, totalOf } from "../loan/components.ts";
import { type Conditions, thoseThatHold } from "../loan/conditions.ts";
import { formatDay } from "../loan/day.ts";
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
import { receivedLess } from "./run-findings.ts";

/** An agreement, and the lender that is asked for it. */
interface Asked {
  readonly plan: AgreementPlan;
  readonly lender: LetterLender;
}

type When = Conditions<Asked>;

const isAtOnce = ({ plan }: Asked): boolean => plan.schedule.length === 1;
const isSomethingWaived = ({ plan }: Asked): boolean => totalOf(plan.waived) > 0;
const isInChina = ({ lender }: Asked): boolean => lender.jurisdiction === "cn";
const always = (): boolean => true;

/** What the title names. */
const PURPOSES = {
  deferral: ({ plan }) => plan.agreement.pauseMonths > 0,
  "personal-instalments": (asked) => asked.lender.isCard && !isAtOnce(asked),
  instalments: (asked) => !asked.lender.isCard && !isAtOnce(asked),
  "payment-at-once": isAtOnce,
  "interest-stop": (asked) => !isAtOnce(asked) && !asked.plan.bearsNothing && stopsInterest(asked.plan.agreement),
  "charges-waiver": ({ plan }) => CHARGES.some((charge) => plan.waived[charge] > 0),
  "principal-waiver": ({ plan }) => plan.waived.principal > 0,
} as const satisfies When;
export type LetterPurpose = keyof typeof PURPOSES;

const bearsInterest = ({ plan: { agreement } }: Asked): boolean =>
  !stopsInterest(agreement) && agreement.method.kind !== "flat";
/** Else what is charged on dates is in the instalments too, and told with it. */
const areChargesKept = ({ plan }: Asked): boolean => !plan.isBesideDated && chargesKeptIn(plan) > 0;

/** What is proposed, a sentence each. */
const PROPOSALS = {
  "at-once": isAtOnce,
  "amount-at-once": isAtOnce,
  instalments: (asked) => !isAtOnce(asked),
  amounts: (asked) => !isAtOnce(asked),
  "no-interest": ({ plan }) => stopsInterest(plan.agreement) && !plan.bearsNothing,
  "monthly-fee": (asked) => !stopsInterest(asked.plan.agreement) && !bearsInterest(asked),
  interest: bearsInterest,
  "beside-dated": ({ plan }) => plan.isBesideDated,
  "charges-spread": (asked) => areChargesKept(asked) && asked.plan.agreement.charges === "spread",
  "charges-last": (asked) => areChargesKept(asked) && asked.plan.agreement.charges !== "spread",
  "payment-now-possible": ({ plan }) => plan.down === 0,
  "payment-now": ({ plan }) => plan.down !== 0,
  grace: ({ plan }) => plan.agreement.graceDays > 0,
  "waivers-kept": (asked) => asked.plan.agreement.onBreak === "keep" && isSomethingWaived(asked),
} as const satisfies When;
export type LetterProposal = keyof typeof PROPOSALS;

const ASKS = {
  "charges-stop": ({ plan }) => !plan.bearsNothing,
  waiver: isSomethingWaived,
  "leave-out-unearned": ({ plan }) => plan.unearned > 0,
  "written-confirmation": always,
  "collection-suspended": always,
  "debtor-alone": always,
  reporting: ({ lender }) => isReported(lender),
  "settlement-certificate": always,
} as const satisfies When;
export type LetterAsk = keyof typeof ASKS;

/** What the writer should know before sending it. */
const READER_NOTES = {
  "limitation-run-out": (asked) => isInChina(asked) && asked.plan.hasLimitationRunOut,
  "fill-in": always,
  "living-first": always,
  "request-only": always,
  "ask-yourself": always,
  "limitation-restarts": (asked) => isInChina(asked) && !asked.plan.hasLimitationRunOut,
  "received-less": ({ lender }) => lender.isPartDeducted,
  "cost-disclosure": (asked) =>
    isInChina(asked) && mayHaveToDiscloseCost(asked.lender, asked.lender.oldestDue, asked.plan.asOf),
  "keep-copy": always,
} as const satisfies When;
export type ReaderNote = keyof typeof READER_NOTES;

/** How the lender may show what is agreed in the credit record (special transactions 1, 11 and 14). */
const REPORTED_AS = {
  extension: always,
  "debt-reduced": isSomethingWaived,
  "card-instalments": ({ lender }) => lender.isCard,
} as const satisfies When;
export type ReportedAs = keyof typeof REPORTED_AS;

/** An amount under the name that this lender gives it. */
interface LetterItem {
  readonly name: ComponentName;
  readonly owed: Fen;
  readonly waived: Fen;
}

/** Who the letter is for. */
export interface LetterLender extends LenderAndLoan {
  readonly jurisdiction: Jurisdiction;
  readonly contact: Contact | null;
  /** Less was paid out than the contract says. */
  readonly isPartDeducted: boolean;
}

export interface LetterContent extends Asked {
  /** The lender has a financial regulator that takes complaints. */
  readonly hasRegulator: boolean;
  readonly purposes: readonly LetterPurpose[];
  readonly proposals: readonly LetterProposal[];
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
    isPartDeducted: receivedLess(loan).length > 0,
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
  const asked = { plan, lender };
  return {
    ...asked,
    hasRegulator: isInChina(asked) && isLicensed(lender.lender),
    purposes: thoseThatHold(PURPOSES, asked),
    proposals: thoseThatHold(PROPOSALS, asked),
    asks: thoseThatHold(ASKS, asked),
    provisions: isInChina(asked)
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
    readerNotes: thoseThatHold(READER_NOTES, asked),
    reportedAs: thoseThatHold(REPORTED_AS, asked),
    items: componentsByName(lender)
      .map(([name, of]) => ({ name, owed: sumOf(owed, of), waived: sumOf(waived, of) }))
      .filter((item) => item.owed > 0),
    totalOwed: totalOf(owed),
    totalWaived: totalOf(waived),
    chargesKept: chargesKeptIn(plan),
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

function chargesKeptIn({ schedule }: AgreementPlan): Fen {
  return sum(schedule.map(({ charges }) => charges));
}
