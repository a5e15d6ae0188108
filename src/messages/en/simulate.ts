/** English: what `simulate` says, and what every command says of a run. */

import type { CostDays } from "../../advice/cost-stretches.ts";
import type { BankClass, RunFinding } from "../../advice/findings.ts";
import type { PaymentsAside } from "../../input/payments-aside.ts";
import type { Category } from "../../law/classification.ts";
import type { CostLine } from "../../law/cost-lines.ts";
import type { CodeDays } from "../../law/credit-record.ts";
import { nameOfCycle, type PlanCycle } from "../../loan/budget.ts";
import { byNaming } from "../../loan/component-names.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { Cycle, PaymentStream } from "../../loan/loan.ts";
import { type Fen, subtract, ZERO } from "../../loan/money.ts";
import type { Product } from "../../loan/products/product.ts";
import { formatMoney, plural, shortPercent } from "../../output/figures.ts";
import type { FindingWords } from "../finding-words.ts";
import { type ComponentNames, titlesByComponent } from "../term-words.ts";
import { limitationAfterSuit, lprInWords, orderWithinDebt, yearsOfLimitation } from "./phrases.ts";
import { componentNames } from "./terms.ts";

const days = (count: number): string => plural(count, "day", "days");

const columnsWith = (names: ComponentNames) => ({
  date: "date",
  day: "day",
  days_overdue: "days overdue",
  accrued_interest: "interest accrued",
  accrued_penalty: `${names.penalty} accrued`,
  accrued_compound: "compound accrued",
  charged: "fees charged",
  waived: "waived",
  payment: "payment",
  ...titlesByComponent("to", names, (name) => `to ${name}`),
  unapplied: "unapplied",
  fee: "fees owed",
  penalty: `${names.penalty} owed`,
  compound: "compound owed",
  interest: "interest owed",
  principal: "principal",
  total_owed: "total owed",
  paid_so_far: "paid so far",
  principal_paid_so_far: "principal paid so far",
});

export const ledgerColumns = byNaming((naming) => columnsWith(componentNames[naming]));

export const each: Readonly<Record<PlanCycle, string>> = { day: "a day", week: "a week", month: "a month" };

export function cycle(cycle: Cycle): string {
  const name = nameOfCycle(cycle);
  return typeof name === "number" ? `every ${name} days` : each[name];
}

/** `50.00 a day`; the amounts of a repeating list take turns. */
function streamInWords({ amounts, cycle: every }: PaymentStream): string {
  const [only = "", ...others] = amounts.map((amount) =>
    amount === "minimum" ? "the minimum payment" : formatMoney(amount),
  );
  return others.length === 0
    ? `${only} ${cycle(every)}`
    : `${[only, ...others].join(", ")} in turn, one ${cycle(every)},`;
}

const CATEGORIES: Readonly<Record<Category, string>> = {
  normal: "normal",
  "special-mention": "special mention",
  substandard: "substandard",
  doubtful: "doubtful",
  loss: "loss",
};

/** Of five, best first. */
const RANKS: Readonly<Record<Category, string>> = {
  normal: "first",
  "special-mention": "second",
  substandard: "third",
  doubtful: "fourth",
  loss: "last",
};

function classInWords(bankClass: BankClass | null): string {
  if (bankClass === null) return "";
  const named = `the class “${CATEGORIES[bankClass.category]}”, the ${RANKS[bankClass.category]} of five`;
  const sentences: Readonly<Record<BankClass["by"], string>> = {
    days: `By days alone a bank puts it into ${named}.`,
    agreement: `After an agreement a bank puts it into ${named}.`,
    "paid-too-briefly": `A bank keeps it in ${named}, until it has been paid as agreed for six months, two instalments at least.`,
  };
  return ` ${sentences[bankClass.by]}`;
}

/** What a month's code means; without days nothing is overdue any more when the month ends. */
function codeOf(code: number, codeDays: CodeDays | null, isCard: boolean, isPaid: boolean): string {
  if (codeDays === null) return "; by the end of that month nothing is overdue any more";
  const { least, most } = codeDays;
  const meaning = most === null ? `more than ${least - 1} days` : `${least} to ${most} days`;
  const shows = `; for that month the credit report shows ${code}`;
  if (isCard && isPaid)
    return `; by the days the credit report would show ${code} for that month (${meaning} overdue at its end; 7 is the highest), but of a card it shows the number of minimum payments missed in a row, and none is missed while each is paid by its due date`;
  if (isCard)
    return `${shows}, for a card the number of minimum payments missed in a row, taken here by the days, ${meaning} overdue at its end (7 is the highest)`;
  return `${shows}, which means ${meaning} overdue at its end (7 is the highest)`;
}

const RESTS_ON: Readonly<Record<CostLine["name"], string>> = {
  "judicial-24":
    "Where the lender is licensed and the charges far exceed its loss, courts are to grant a request to reduce this part (法发〔2017〕22号, art 2); unasked it does not lapse.",
  "micro-loan-24":
    "The regulators' guidance wants new loans of micro-loan companies below it; for a borrower it is no claim by itself.",
  "private-4-lpr":
    "Between private people courts do not grant what lies above four times the one-year LPR (民间借贷规定, arts 25 and 29); outside a court nothing takes it off by itself.",
  "private-24": "For contracts of before 2020-08-20 courts granted up to this line (法释〔2015〕18号, art 26).",
  // They name no rate a year that a cost could lie above.
  "card-reduction": "",
  "damages-30": "",
};

/** Of interest fixed in advance what is for days ahead is no part of what is judged, as of the least that is needed. */
const wholeDebt = (isUnearnedLeftOut: boolean): string =>
  isUnearnedLeftOut ? "the debt, interest for days still ahead not counted," : "the whole debt";

export const runFindings: FindingWords<RunFinding> = {
  "owed-now": ({ on, total, principal, charges, unearned, daysOverdue, naming }) => {
    const overdue = daysOverdue === 0 ? "; nothing is overdue yet" : `; ${days(daysOverdue)} overdue`;
    const ahead = unearned === 0 ? "" : `, ${formatMoney(unearned)} of it interest for days still ahead`;
    const parts =
      charges === 0
        ? ", all of it principal"
        : ` = principal ${formatMoney(principal)} + charges ${formatMoney(charges)} (${componentNames[naming].penalty}, interest, fees${ahead})`;
    return `Owed on ${formatDay(on)}: ${formatMoney(total)}${parts}${overdue}.`;
  },
  "debt-shrinks": ({ to, days: count, paid, before, after, perDay, isPaidLater, isUnearnedLeftOut }) =>
    `${paid > 0 || isPaidLater ? "Yes, this helps: by" : "By"} ${formatDay(to)}, ${paid === 0 ? unpaid(isPaidLater) : `with ${formatMoney(paid)} paid in ${days(count)}`}, ${wholeDebt(isUnearnedLeftOut)} goes down from ${formatMoney(before)} to ${formatMoney(after)}, ${anAverage(perDay)} a day on average.`,
  "debt-hardly-shrinks": ({ to, days: count, paid, before, after, isUnearnedLeftOut }) =>
    `This hardly helps: by ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}, ${wholeDebt(isUnearnedLeftOut)} goes down by only ${formatMoney(subtract(before, after))}, from ${formatMoney(before)} to ${formatMoney(after)}.`,
  "debt-shrinks-for-now": ({ to, days: count, paid, before, after, isPaidLater, isUnearnedLeftOut }) =>
    `Only for now: by ${formatDay(to)}, ${paid === 0 ? unpaid(isPaidLater) : `with ${formatMoney(paid)} paid in ${days(count)}`}, ${wholeDebt(isUnearnedLeftOut)} goes down from ${formatMoney(before)} to ${formatMoney(after)}; it is not cleared this way.`,
  "debt-stands-still": ({ to, days: count, paid, after, isPaidLater, isUnearnedLeftOut }) =>
    `${paid === 0 ? `By ${formatDay(to)}, ${unpaid(isPaidLater)}` : `No, this does not help: by ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}`}, ${wholeDebt(isUnearnedLeftOut)} is the same, ${formatMoney(after)}.`,
  "debt-grows-at-first": ({ to, days: count, paid, before, after, isUnearnedLeftOut }) =>
    `Not at first: by ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}, ${wholeDebt(isUnearnedLeftOut)} ${before === after ? `is the same, ${formatMoney(after)}` : `goes up from ${formatMoney(before)} to ${formatMoney(after)}`}; it is cleared later.`,
  "debt-grows": ({ to, days: count, paid, before, after, perDay, isPaidLater, isUnearnedLeftOut }) =>
    `${paid === 0 ? `By ${formatDay(to)}, ${unpaid(isPaidLater)}` : `No, this does not help: by ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}`}, ${wholeDebt(isUnearnedLeftOut)} goes up from ${formatMoney(before)} to ${formatMoney(after)}, ${anAverage(perDay)} a day on average.`,
  "debt-shrinks-at-first": ({ to, days: count, paid, before, after, peak, isUnearnedLeftOut }) =>
    `Only at first: by ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}, ${wholeDebt(isUnearnedLeftOut)} goes down from ${formatMoney(before)} to ${formatMoney(after)}; if nothing changes, it then grows to more than it is now (${formatMoney(peak.owed)} on ${formatDay(peak.on)}) before it is cleared.`,
  "debt-is-new-loan": ({ to, days: count, paid, before, after }) =>
    `Borrowing to repay does not make the debt smaller: a new loan takes its place. By ${formatDay(to)}, with ${formatMoney(paid)} paid in ${days(count)}, ${formatMoney(before)} has become ${formatMoney(after)}${after === 0 ? "" : ", owed to the new lender"}.`,
  "payments-went": ({ paid, toPrincipal, toCharges, unapplied, share, isPrincipalOwed }) => {
    const beyond = unapplied === 0 ? "" : `; ${formatMoney(unapplied)} is more than is owed or taken`;
    if (!isPrincipalOwed)
      return `No principal is owed: ${unapplied === 0 ? `all of the ${formatMoney(paid)} paid` : `of the ${formatMoney(paid)} paid, ${formatMoney(toCharges)}`} goes to charges${beyond}.`;
    if (toCharges === 0 && unapplied === 0) return `All of the ${formatMoney(paid)} paid reaches the principal.`;
    if (toCharges === 0)
      return `Of the ${formatMoney(paid)} paid, ${formatMoney(toPrincipal)} reaches the principal${beyond}.`;
    return toPrincipal === 0
      ? `Of the ${formatMoney(paid)} paid, nothing reaches the principal: ${formatMoney(toCharges)} goes to charges${beyond}.`
      : `Of the ${formatMoney(paid)} paid, ${formatMoney(toPrincipal)} (${shortPercent(share)}) reaches the principal and ${formatMoney(toCharges)} goes to charges${beyond}.`;
  },
  "named-if-agreed": ({ of, naming, isChinese }) =>
    `What is paid for the ${of.map((component) => componentNames[naming][component]).join(", ")} goes there first only where the terms say so by then, or the lender agrees: ${orderWithinDebt(isChinese)}.`,
  "principal-first-from": ({ daysOverdue }) =>
    `By the terms, from day ${daysOverdue} overdue on, payments go to the principal before the charges; the charges stay owed.`,
  "principal-change": ({ before, after, waived, unearnedLeftOut, madePrincipal }) =>
    [
      `Principal: ${formatMoney(before)} before, ${formatMoney(after)} after.`,
      waived === 0 ? [] : `The lender waives ${formatMoney(waived)}.`,
      unearnedLeftOut === 0
        ? []
        : `Interest of ${formatMoney(unearnedLeftOut)} for days ahead falls away: it is owed for the days the money is had.`,
      madePrincipal === 0
        ? []
        : `${formatMoney(madePrincipal)} of charges and fees became principal of the new loan, which the payments pay off too.`,
    ]
      .flat()
      .join(" "),
  "principal-falls": ({ on, day, isForecast }) =>
    `From ${formatDay(on)} on${day === 0 ? "" : ` (day ${day})`}${isForecast ? ", if nothing changes," : ""} the principal falls.`,
  "principal-never-falls": () => "If nothing changes, the principal never falls.",
  "principal-falls-by-waiver": () =>
    "If nothing changes, no payment ever reaches the principal: it falls by what is waived of it and by nothing else.",
  "principal-waived": () => "No payment goes to the principal: what was left of it is waived.",
  cleared: ({ on, days: count, paid, unapplied, isForecast }) =>
    `On ${formatDay(on)}${isForecast ? ", if nothing changes," : ""} the debt is cleared, after ${duration(count)}; ${formatMoney(paid)} ${unapplied === 0 ? "will have been paid" : "of what is paid will have been taken"} by then.`,
  "never-cleared": ({ stream, from, fallsWithDebt, isGrowing, isTrifleLeft }) =>
    isTrifleLeft
      ? `If nothing changes, less than 1.00 is left within thirty years, which is never cleared: ${stream === null ? "what is paid" : streamInWords(stream)} falls with the debt.`
      : `If nothing changes, it is never cleared: ${stream === null ? "what is paid" : streamInWords(stream)}${from === null ? "" : `, paid from ${formatDay(from)} on,`} ${isGrowing ? "does not cover the charges" : `${fallsWithDebt ? "falls with the debt until it " : ""}covers the charges and nothing more`}.`,
  "not-cleared-by-payments": ({ lastPaymentOn, isGrowing }) =>
    (lastPaymentOn === null
      ? "If nothing is paid, it is never cleared"
      : `The payments end on ${formatDay(lastPaymentOn)}, and the debt is not cleared by then`) +
    (isGrowing ? ": the charges go on." : "."),
  "not-cleared-in-a-century": () => "If nothing changes, it is not cleared within 100 years.",
  "only-a-proposal": ({ borrows, kept }) =>
    `Only a proposal: these figures hold if ${borrows ? "a lender gives the new loan on these terms" : "the lender agrees"}${kept === null ? "" : `, and ${kept === "instalments" ? "every instalment" : "what is agreed"} is paid on its day`}.`,
  "break-even": ({ amount, cycle: every, isForAWhile, isBesideSingle, isWithoutPause, from, until }) =>
    `${isBesideSingle ? "Single payments not counted, at" : "At"} least ${formatMoney(amount)} ${cycle(every)}${from === null ? "" : `, paid already from ${formatDay(from)} on,`}${isWithoutPause ? `${from === null ? "," : ""} without a pause,` : ""} is needed so that${isForAWhile ? ` after each payment${upTo(until)} the debt is no more than it is now` : `${upTo(until)} the debt does not grow`}.`,
  "break-even-nothing": ({ isLprGranted, waived }) =>
    `${waived === null ? "At present the debt does not grow by itself" : `With what the lender waives, looked at once ${cycle(waived.cycle)}, the debt is${upTo(waived.until)} never more than it is now, even if nothing is paid`}${isLprGranted ? "; where no interest was agreed, a lender who asks for it is granted the one-year LPR from the due date on (民间借贷规定, art 28)" : ""}.`,
  "break-even-none": ({ cycle: every, isForAWhile }) =>
    `No constant amount ${cycle(every)} keeps the debt from growing${isForAWhile ? " for a while" : ""}: the terms take no payments before they are due (surplus none), and charges run up until then.`,
  overdue: ({ on, days: count, statusCode, codeDays, isCard, isPaid, bankClass, isForecast }) =>
    `Credit record: on ${formatDay(on)}${isForecast ? ", if nothing changes," : ""} the loan is ${days(count)} overdue${codeOf(statusCode, codeDays, isCard, isPaid)}.${classInWords(bankClass)} Paying ${isCard ? "less than the minimum" : "a part"} does not stop the days from counting.`,
  "not-overdue": ({ on, bankClass, isOverdueLater }) =>
    `Credit record: on ${formatDay(on)} nothing is overdue${isOverdueLater ? "; later, if nothing changes, it is" : ""}.${classInWords(bankClass)}`,
  "record-kept": ({ deletableOn, isForecast, graceDays }) =>
    `${graceDays === null ? "The" : `What was overdue is paid within the grace of ${days(graceDays)}: a lender that counts this as paid in time reports no arrears; ask whether yours does. Else the`} record of the arrears is kept for five years after they end, and is deleted by itself after ${formatDay(deletableOn)}${isForecast ? ", if nothing changes" : ""}; that needs no application and no fee.`,
  "record-kept-after-agreement": ({ by, deletableOn, deletableIfReportedOn }) =>
    `The record of the arrears is kept for five years after they end, and is deleted by itself after ${formatDay(deletableIfReportedOn)}, if the lender reports them as ended by the ${by === "new-loan" ? "new loan" : "agreement"}, else after ${formatDay(deletableOn)}; that needs no application and no fee.`,
  "record-years-not-begun": () =>
    "The record of the arrears is kept for five years after they end; those years have not begun.",
  limitation: ({ endsOn, years }) =>
    `Limitation: ${yearsOfLimitation[years]} from the last due date or the last payment, whichever is later, end on ${formatDay(endsOn)} at the earliest. A payment, a request for time or instalments, a demand, an agreed debit or a suit starts them afresh: do not count on this day.`,
  "limitation-after-suit": ({ suedOn, endsOn }) => limitationAfterSuit(formatDay(suedOn), endsOn),
  "limitation-run-out": ({ endedOn, years }) =>
    `Limitation: if nothing was paid, demanded or agreed since, the ${yearsOfLimitation[years]} ended on ${formatDay(endedOn)}. Then a payment cannot be taken back, and agreeing to pay gives up the defence (Civil Code, art 192); whether a part payment alone does, courts see differently. Ask a lawyer or legal aid first.`,
  "agreement-after-cleared": ({ date, clearedOn }) =>
    `The agreement of ${formatDay(date)} changes nothing: the debt is cleared on ${formatDay(clearedOn)}.`,
  "ask-the-lender": ({ isProposed }) =>
    `Have you asked the lender? ${isProposed ? "Asking costs nothing; have what is agreed confirmed in writing" : "Instalments, a deferral or a waiver of charges can change these figures more than paying a little every day"}. Never borrow to repay.`,
  "yearly-cost": ({ charges, share, lateFees }) =>
    `Cost of the arrears: ${formatMoney(charges)} of charges in this time, ${shortPercent(share)} a year of the principal owed${lateFees === "unknown" ? ", late fees not counted" : ""}.`,
  "above-cost-line": ({ lines, yearlyRate, lprDay, above, ...days }) =>
    `${daysOfLine(days)}${formatMoney(above)} of it lies above the line of ${shortPercent(yearlyRate)} a year${lprInWords(lprDay)}. ${lines.map((line) => RESTS_ON[line]).join(" ")}`.trimEnd(),
  "within-cost-line": ({ yearlyRate, lprDay, ...days }) =>
    `${daysOfLine(days) || "That is "}not above the line of ${shortPercent(yearlyRate)} a year that courts look at${lprInWords(lprDay)}.`,
  "received-less": ({ received, borrowed }) =>
    `By the contract ${formatMoney(borrowed)} was lent, but ${formatMoney(received)} was received. Where interest is taken off in advance, the principal is what was really lent (Civil Code, art 670); what is owed is counted here by the contract's amount, and may be too much.`,
  "effective-rate": ({ nominalYearly, compoundYearly, aboveLine }) =>
    `Cost of the contract as agreed, on what was really received: ${shortPercent(nominalYearly)} a year${aboveLine === null ? "" : `, above the line of ${shortPercent(aboveLine)}`}, ${shortPercent(compoundYearly)} with interest on interest.`,
  capped: ({ amount }) => `${formatMoney(amount)} lay above a cap of the contract and was not charged.`,
  "other-order": ({ first, toPrincipal, closingTotal, clearedOn, isTrifleLeft, isBeyondCentury }) =>
    `In which order the lender puts payments to use is assumed. Under the other usual order (${first} first), ${formatMoney(toPrincipal)} would reach the principal, ${formatMoney(closingTotal)} would be owed at the end, and ${isTrifleLeft ? "less than 1.00 of the debt would be left within thirty years, and never be cleared" : `the debt would ${clearedOn !== null ? `be cleared on ${formatDay(clearedOn)}` : isBeyondCentury ? "not be cleared within 100 years" : "never be cleared"}`}. Ask the lender which holds.`,
};

/** Where one line takes another's place in the run, each is said of its own days. */
function daysOfLine({ from, until }: CostDays): string {
  return until !== null ? `To ${formatDay(until)}: ` : from !== null ? `From ${formatDay(from)} on: ` : "";
}

function duration(count: number): string {
  if (count < 730) return days(count);
  return `${days(count)} (about ${(count / 365.25).toFixed(1)} years)`;
}

export const nextCommand: string = "Next: what this money can do, and what to ask the lender for:";
export const nextCommandWithLeast: string =
  "Next: what the least that stops the growth can do, and what to ask the lender for:";

export const assumptionsTitle: string = "Assumed, not given";
/** Whose figures hold where these differ: `contract`, where the lender's are what is looked into, or a private person's. */
export type Decides = "lender" | "contract";
const DECIDES: Readonly<Record<Decides, string>> = {
  lender: "what your lender's app or statement shows wins",
  contract: "the contract and the vouchers decide",
};
/** `product`: its title where its terms are taken, else null. */
export const estimated = (
  product: Product["title"] | null,
  listed: "at the end" | "unlisted",
  decides: Decides,
): string =>
  `These figures are estimated${product === null ? "" : ` by the usual terms of “${product.en}”`}; ${DECIDES[decides]}. ${listed === "unlisted" ? "Leave out --brief to see what was assumed." : "What was assumed is listed at the end."}`;
export const leftOut = (titles: readonly string[]): string =>
  `Left out for width: ${titles.join(", ")}. A wider terminal or --csv shows them.`;
export const whenLong: string = "With --every month it has a row a month.";
export const byMonths = (days: number): string => `Month by month; with --every day each of the ${days} days`;
export const paymentsNotCounted: Readonly<Record<PaymentsAside, string>> = {
  "by-none": "The payments given take no part: the ways to pay that are named stand in their place.",
  "by-some":
    "The payments given are counted in agreements and deferrals alone; the other ways to pay that are named stand in their place.",
};
export const neverCleared = (days: number): string =>
  `It is not cleared this way; what is shown are the first ${days} days.`;
export const neverClearedAsNow = (days: number): string =>
  `As it goes on now it is not cleared; of that the first ${days} days are shown.`;

function upTo(until: Day | null): string {
  return until === null ? "" : ` up to ${formatDay(until)}`;
}

/** Of the time up to a day: payments that come only after it are given, or none are. */
function unpaid(isPaidLater: boolean): string {
  return isPaidLater ? "before anything is paid" : "if nothing is paid";
}

/** Of what is not nothing, though it is less than half a fen a day. */
function anAverage(perDay: Fen): string {
  return perDay === ZERO ? "less than 0.01" : formatMoney(perDay);
}
