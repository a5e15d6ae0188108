/** English: the letter to the lender that asks for an agreement, the notes to its reader, and the calendar's entries. */

import type { AgreementPlan, EqualInstalments } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import type { Component } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { LenderKind } from "../../loan/products/product.ts";
import type { Rate } from "../../loan/rate.ts";
import { formatMoney, plural } from "../../output/figures.ts";

/** What the sentences need to know and cannot count themselves. */
export interface LetterFacts {
  readonly plan: AgreementPlan;
  readonly lender: LenderKind;
  readonly totalOwed: Fen;
  /** What the lender is asked to give up, by component; none of it is 0. */
  readonly waived: readonly { readonly component: Component; readonly amount: Fen }[];
  readonly totalWaived: Fen;
  /** The charges that are left; owed with the last instalment where they are not spread. */
  readonly chargesKept: Fen;
  /** Interest fixed in advance for instalments not yet due, where not all interest is waived anyway. */
  readonly interestAhead: Fen;
  readonly groups: readonly EqualInstalments[];
  readonly firstDue: string;
  readonly lastDue: string;
  readonly firstAmount: Fen;
  readonly lastAmount: Fen;
  readonly largestAmount: Fen;
  /** The agreement's rate as a percentage: `6%`; null where interest stops. */
  readonly percent: string | null;
}

export const components: { readonly [component in Component]: string } = {
  fee: "fees",
  penalty: "penalty interest",
  compound: "compound interest",
  interest: "interest",
  principal: "principal",
};

const periods: { readonly [period in Rate["per"]]: string } = { day: "a day", month: "a month", year: "a year" };

export const readerTitle: string = "For you, not for the lender: take this part out before sending";
export const readerNotes: readonly string[] = [
  "Fill in the places in [BRACKETS]. The amounts follow from the terms and balances given to this program: compare them with the lender's own statement first, and correct what differs.",
  "This is a request. Until the lender has agreed in writing, the contract holds as it is and charges go on.",
  "You can ask the lender yourself, and asking costs nothing. Beware of paid agents who promise a result, want your passwords or papers, or tell you to break off contact or payments. Do not borrow to repay.",
  "Asking for an extension or for instalments counts as agreeing to pay: the three years of limitation start afresh (Civil Code, art 195; 诉讼时效规定, art 14).",
  "Keep a copy, and a proof of when and how you sent it.",
];

export const title: string = "Request for an extension and a personal instalment plan";

export function heading({ plan }: LetterFacts): readonly string[] {
  const loan = plan.loanName === null ? "[NAME OF THE LOAN]" : plan.loanName;
  return [
    "To: [LENDER]",
    "From: [NAME]",
    `Loan: ${loan}; account or contract number: [ACCOUNT NUMBER]`,
    "Telephone: [TELEPHONE]",
    "Date: [DATE]",
  ];
}

export function opening({ plan }: LetterFacts): string {
  const overdue =
    plan.daysOverdue === 0 ? "" : ` It is ${plural(plan.daysOverdue, "day", "days")} overdue on that day.`;
  return `I have this loan with you and mean to repay it. I ask for an instalment plan that I can keep, from ${formatDay(plan.agreement.date)} on.${overdue}`;
}

export const owedTitle: string = "1. What is owed";
export function owed({ plan, totalOwed }: LetterFacts): string {
  const date = formatDay(plan.agreement.date);
  const basis =
    plan.agreement.date === plan.asOf
      ? `As of ${date}`
      : `As of ${date}, reckoned from the balances of ${formatDay(plan.asOf)} ${plan.paidBefore === 0 ? "if nothing is paid in between" : `after ${formatMoney(plan.paidBefore)} is paid in between`}`;
  const ahead = [
    ...(plan.principalNotYetDue === 0 ? [] : [`${formatMoney(plan.principalNotYetDue)} of the principal`]),
    ...(plan.interestNotYetDue === 0 ? [] : [`${formatMoney(plan.interestNotYetDue)} of the interest`]),
  ].join(" and ");
  const notYetDue = ahead === "" ? "" : ` Not yet due: ${ahead}.`;
  return `${basis}, ${formatMoney(totalOwed)} yuan is owed by my reckoning.${notYetDue} If your books differ, please send me a statement by component.`;
}
export const owedColumns = { component: "owed as", owed: "owed", waived: "waiver asked", left: "left to repay" };
export const total: string = "total";

export const reasonsTitle: string = "2. Why I ask";
export const reasons: readonly string[] = [
  "[REASONS: what happened and when, for instance loss of income, unemployment or illness]",
  "My household has [INCOME] yuan a month and needs [EXPENSES] yuan for living. I can keep the payments below because [GROUNDS].",
];

export const proposalTitle: string = "3. What I propose";
export function proposal(facts: LetterFacts): readonly string[] {
  const { plan, chargesKept, firstDue, lastDue, percent } = facts;
  const { agreement, schedule, totalToPay } = plan;
  const pause =
    agreement.pauseMonths === 0 ? "" : `, after a deferral of ${plural(agreement.pauseMonths, "month", "months")}`;
  const rate =
    percent === null ? "no further interest (rate 0)" : `interest of ${percent} ${periods[agreement.rate.per]}`;
  const charges =
    chargesKept === 0
      ? null
      : agreement.charges === "spread"
        ? `${chargesNamed(facts)}, ${formatMoney(chargesKept)}, are ${schedule.length === 1 ? "part of it" : "spread over the instalments"}.`
        : `${chargesNamed(facts)}, ${formatMoney(chargesKept)}, are paid with the last instalment and bear no interest.`;
  return [
    schedule.length === 1
      ? `All at once${pause}, on ${firstDue}.`
      : `${schedule.length} monthly instalments${pause}: the first on ${firstDue}, the last on ${lastDue}.`,
    schedule.length === 1
      ? `${formatMoney(totalToPay)} in all.`
      : `${amounts(facts)}; ${formatMoney(totalToPay)} in all.`,
    `From ${formatDay(agreement.date)} on: ${rate}.`,
    ...(charges === null ? [] : [charges]),
    ...kept(facts),
  ];
}

function chargesNamed({ totalWaived }: LetterFacts): string {
  return totalWaived === 0 ? "The charges owed" : "The charges that are left";
}

/** What is asked for should an instalment come late, where it is more than nothing. */
function kept({ plan, totalWaived }: LetterFacts): readonly string[] {
  const { graceDays, onBreak } = plan.agreement;
  return [
    ...(graceDays === 0
      ? []
      : [`Each instalment has ${plural(graceDays, "day", "days")} of grace: paid within them it is not late.`]),
    ...(onBreak === "keep" && totalWaived > 0 ? ["Should the plan break off, what was waived stays waived."] : []),
  ];
}

function amounts({ groups, firstAmount, lastAmount, largestAmount }: LetterFacts): string {
  if (groups.length <= 3) return groups.map(({ count, amount }) => `${count} × ${formatMoney(amount)}`).join(", then ");
  const most = largestAmount > firstAmount ? `, at most ${formatMoney(largestAmount)}` : "";
  return `The first instalment is ${formatMoney(firstAmount)}, the last ${formatMoney(lastAmount)}${most}`;
}

export const scheduleTitle: string = "4. The schedule";
export function scheduleRow(number: number, count: number, due: string, amount: Fen): string {
  return `${number} of ${count}: ${due}, ${formatMoney(amount)}`;
}
export const wholeScheduleAttached: string = "The whole schedule is attached.";

export const askedTitle: string = "5. What I ask you to agree and to confirm";
export function asked({ plan, waived, totalWaived, interestAhead, percent }: LetterFacts): readonly string[] {
  const date = formatDay(plan.agreement.date);
  const interest =
    percent === null
      ? "neither interest, penalty interest, compound interest nor a late fee is"
      : "no penalty interest, no compound interest and no late fee is";
  const parts = waived.map(({ component, amount }) => `${components[component]} ${formatMoney(amount)}`);
  const inAll = waived.length < 2 ? "" : `, ${formatMoney(totalWaived)} in all`;
  return [
    `From ${date} on, and while I keep to the plan, ${interest} charged.`,
    ...(waived.length === 0 ? [] : [`You waive ${parts.join(", ")}${inAll}.`]),
    ...(interestAhead === 0
      ? []
      : [
          `Of the interest, ${formatMoney(interestAhead)} was fixed in advance and is not yet due on ${date}: you leave it out as far as it is not yet earned on that day, and the amounts of the plan fall accordingly.`,
        ]),
    "The plan is confirmed in writing before the first instalment: the amount it covers, the schedule, what each payment is put to, and that nothing more is owed when the last instalment is paid.",
    "You tell me in writing how this account will be reported to the credit register while I keep to the plan, and from which day.",
    "Collection speaks to me alone, at the telephone number above. It contacts no third person and discloses this debt to none.",
  ];
}

export const proofsTitle: string = "6. Proofs enclosed (strike out what does not apply)";
export const proofs: readonly string[] = [
  "Income: pay slips or bank statements of the last months; for a business, its accounts",
  "Unemployment: notice of the end of employment, registration as unemployed",
  "Illness: diagnosis, hospital records, bills",
  "Other: [OTHER PROOFS]",
];

export const provisionsTitle: string = "7. Provisions that bear on this request";
export function provisions({ plan, lender }: LetterFacts): readonly string[] {
  const isCard = lender === "card";
  return [
    ...(isCard ? cardProvisions : loanProvisions(plan)),
    "Civil Code, arts 560 and 561: to which debt a payment goes where it does not cover all; unless agreed otherwise, costs of enforcement first, then interest, then principal.",
    "Civil Code, art 585: agreed damages for breach that lie far above the loss may be reduced by a court or arbitrator.",
    "Civil Code, art 676: overdue interest is paid as agreed or under the rules of the state; art 680: the rate of a loan may not breach the rules of the state.",
    "Civil Code, arts 1032 and 1033: private life is protected, also from calls and messages.",
    "征信业管理条例 (credit reporting), art 15: notice before bad information is reported; art 16: it is kept for five years from the day on which the default ended; art 25: an objection is answered within 20 days.",
  ];
}

const cardProvisions: readonly string[] = [
  "商业银行信用卡业务监督管理办法 (credit cards), art 70: where a card debt exceeds the holder's ability to pay and the holder is willing to repay, both may agree on equal terms on a personal instalment plan of up to five years; collection then stops.",
  "法释〔2021〕10号 (credit card disputes), art 2: on request a court may reduce the total of interest, compound interest and damages for breach.",
];

function loanProvisions({ principalNotYetDue }: AgreementPlan): readonly string[] {
  const extension =
    "Civil Code, art 678: before a loan is due the borrower may ask for an extension, and the lender may agree; this concerns what is not yet due.";
  return [
    ...(principalNotYetDue === 0 ? [] : [extension]),
    "银发〔2003〕251号 (interest on bank loans), art 1: how interest is counted and settled is agreed between the parties; art 3: the penalty rate of an overdue loan is the contract rate plus 30% to 50%.",
    "法发〔2017〕22号, art 2: for loans of financial institutions, a borrower may ask a court to reduce the part by which interest, compound interest, penalty interest, damages for breach and other fees together exceed 24% a year.",
    "金规〔2026〕2号, for loans made from 2026-08-01: a statement of all costs of a personal loan, those of an overdue included; nothing beyond it is charged.",
    "GB/T 45251-2025 (collection of online consumer loans): collection turns to the debtor, contacts others only where the debtor cannot be reached, without disclosing the debt, and stops when they refuse; not between 22:00 and 08:00 unless agreed; at most three effective calls a day.",
  ];
}

export const closing: readonly string[] = ["Please answer in writing to [ADDRESS OR E-MAIL].", "[NAME], [SIGNATURE]"];

export const attachmentTitle: string = "Attachment: the whole schedule";
export const scheduleColumns = {
  number: "no.",
  due: "due",
  amount: "to pay",
  principal: "principal",
  charges: "charges",
  interest: "interest",
  left: "left to pay",
};

export const untitledLoan: string = "loan";

/** A due date in a calendar. */
export function dueTitle(loan: string, number: number, count: number, amount: Fen): string {
  return `Pay ${formatMoney(amount)} yuan: ${loan}, ${number} of ${count}`;
}

export function dueDescription(parts: {
  readonly principal: Fen;
  readonly charges: Fen;
  readonly interest: Fen;
  readonly left: Fen;
}): string {
  const { principal, charges, interest, left } = parts;
  const named = [
    { name: "principal", amount: principal },
    { name: "charges", amount: charges },
    { name: "interest", amount: interest },
  ].filter(({ amount }) => amount > 0);
  return [
    `Of it: ${named.map(({ name, amount }) => `${name} ${formatMoney(amount)}`).join(", ")}.`,
    `Left to pay afterwards: ${formatMoney(left)}.`,
    "This date holds once the lender has agreed to it in writing; until then the contract holds.",
  ].join("\n");
}
