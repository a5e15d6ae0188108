/** English: the letter to the lender that asks for an agreement, the notes to its reader, and the calendar's entries. */

import type { AgreementPlan } from "../../advice/agreement-plan.ts";
import type {
  LetterAsk,
  LetterContent,
  LetterLender,
  LetterProposal,
  LetterPurpose,
  ReaderNote,
  ReportedAs,
} from "../../advice/letter.ts";
import type { ProvisionCode } from "../../law/provisions.ts";
import type { ComponentName } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import type { LenderKind } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { Contact } from "../../loan/products/product.ts";
import type { Rate } from "../../loan/rate.ts";
import { formatMoney, plural } from "../../output/figures.ts";
import { sure } from "./phrases.ts";

export const components: { readonly [name in ComponentName]: string } = {
  fee: "fees",
  penalty: "penalty interest",
  compound: "compound interest",
  interest: "interest",
  principal: "principal",
  "overdraft-interest": "overdraft interest",
  "card-fee": "damages for breach and fees",
  "overdue-interest": "overdue interest",
};

const periods: { readonly [period in Rate["per"]]: string } = { day: "a day", month: "a month", year: "a year" };

export const readerTitle: string = "For you, not for the lender: take this part out before sending";

export const readerNotes: { readonly [note in ReaderNote]: string } = {
  "fill-in":
    "Fill in the places in [BRACKETS]. The amounts follow from the terms and balances given to this program: compare them with the lender's own statement first, and correct what differs.",
  "living-first":
    "Food, rent and medicine come before any instalment: ask for an amount that leaves enough for them, every month.",
  "request-only":
    "This is a request. Until the lender has agreed in writing, the contract holds as it is, with what it charges.",
  "ask-yourself":
    "You can ask the lender yourself, and asking costs nothing. Beware of paid agents who promise a result, want your passwords or papers, or tell you to break off contact or payments. Do not borrow to repay.",
  "limitation-run-out":
    "If nothing was paid, demanded or agreed since the debt fell due, limitation has run out. Then asking for instalments counts as agreeing to pay and gives up the defence (Civil Code, art 192; 诉讼时效规定, art 19). Ask a lawyer or legal aid before you send this.",
  "limitation-restarts":
    "Asking for an extension or for instalments counts as agreeing to pay: the three years of limitation start afresh (Civil Code, art 195; 诉讼时效规定, art 14).",
  "received-less":
    "Less was paid out to you than the contract says. Where interest is taken off in advance, the principal is what was really lent (Civil Code, art 670); the amounts below are counted by the contract's amount and may be too much. Ask the lender, a lawyer or legal aid to reckon them anew before you send this.",
  "cost-disclosure":
    "If the loan was made on 2026-08-01 or later, you may add 金规〔2026〕2号: a statement of all costs, those of late payment included; nothing beyond it is charged.",
  "keep-copy": "Keep a copy, and a proof of when and how you sent it.",
};

/** `kind`: null where it is not known. A private person has no app. */
export function addressee(contact: Contact | null, kind: LenderKind | null): string {
  if (kind === "private") return "to the lender named in the contract or the note of hand";
  return contact === null
    ? "to the lender named in the contract, through its app or its customer service"
    : `to ${contact.en}${sure[contact.sure]}`;
}

/** The two lines are the financial regulator's and that of the central bank for the credit record. */
export function whereToSend({ contact, lender: kind }: LetterLender, hasRegulator: boolean): string {
  if (kind === "private") return `Where to send it: ${addressee(contact, kind)}, in a way that can be proved.`;
  const regulator = hasRegulator
    ? " Without an answer: complaints 12378, credit record 12363 (not verified: check them)."
    : "";
  return `Where to send it: ${addressee(contact, kind)}; ask for the people who decide on hardship.${regulator}`;
}

const purposes: { readonly [purpose in LetterPurpose]: string } = {
  deferral: "deferral",
  "personal-instalments": "personal instalments",
  instalments: "instalments",
  "payment-at-once": "settlement in one payment",
  "interest-stop": "stop of interest",
  "charges-waiver": "waiver of charges",
  "principal-waiver": "waiver of part of the principal",
};

export const title = ({ purposes: asked }: LetterContent): string =>
  `Request: ${inOneBreath(asked.map((purpose) => purposes[purpose]))}`;

function inOneBreath(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** `2. Why I ask` */
export const numbered = (number: number, title: string): string => `${number}. ${title}`;

export function heading(loanName: string | null, lender: LenderKind | null): readonly string[] {
  return [
    "To: [LENDER]",
    "From: [NAME]",
    `Loan: ${loanName ?? "[NAME OF THE LOAN]"}; ${lender === "private" ? "note of hand or contract of [DATE OF THE LOAN]" : "account ending in [LAST FOUR DIGITS]"}`,
    "Telephone: [TELEPHONE]",
    "Date: [DATE]",
  ];
}

export function opening({ plan }: LetterContent): string {
  const overdue =
    plan.daysOverdue === 0 ? "" : ` It is ${plural(plan.daysOverdue, "day", "days")} overdue on that day.`;
  return `I have this loan with you and mean to repay it. At present I cannot meet the contract's payments; I ask for an arrangement that I can keep, from ${formatDay(plan.agreement.date)} on.${overdue}`;
}

export const owedTitle: string = "What is owed";
export function owed({ plan, totalOwed }: LetterContent): string {
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

export const reasonsTitle: string = "Why I ask";
export const reasons: readonly string[] = [
  "[REASONS: what happened and when, for instance loss of income, unemployment or illness]",
  "My household has [INCOME] yuan a month and needs [EXPENSES] yuan for food, rent, medicine and other living costs. I can keep the payments below because [GROUNDS].",
];

export const proposalTitle: string = "What I propose";
export const proposal: { readonly [one in LetterProposal]: (content: LetterContent) => string } = {
  "at-once": ({ plan, firstDue }) => `All at once${afterDeferral(plan)}, on ${firstDue}.`,
  "amount-at-once": ({ plan }) => `${withDown(plan)}${formatMoney(plan.totalToPay)} in all.`,
  instalments: ({ plan, firstDue, lastDue }) =>
    `${plan.schedule.length} monthly instalments${afterDeferral(plan)}: the first on ${firstDue}, the last on ${lastDue}; the schedule is attached.`,
  amounts: (content) => `${amounts(content)}; ${withDown(content.plan)}${formatMoney(content.plan.totalToPay)} in all.`,
  "no-interest": (content) => fromItsDay(content, "no further interest (rate 0)"),
  "monthly-fee": (content) =>
    fromItsDay(content, `each month a fee of ${content.percent} of the amount at the start, in place of interest`),
  interest: (content) =>
    fromItsDay(content, `interest of ${content.percent} ${periods[content.plan.agreement.rate.per]}`),
  "beside-dated": ({ plan, chargesKept }) =>
    `What is charged and waived on dates after ${formatDay(plan.agreement.date)} is counted in what I pay; ${formatMoney(chargesKept)} of it are charges.`,
  "charges-spread": (content) =>
    `${chargesNamed(content)}, ${formatMoney(content.chargesKept)}, are ${content.plan.schedule.length === 1 ? "part of it" : "spread over the instalments"}.`,
  "charges-last": (content) =>
    `${chargesNamed(content)}, ${formatMoney(content.chargesKept)}, are paid with the last instalment and bear no interest.`,
  "payment-now-possible": ({ plan }) =>
    `I can pay [AMOUNT I CAN PAY NOW] yuan at once; ${plan.schedule.length === 1 ? "the payment falls" : "the instalments fall"} by as much.`,
  "payment-now": ({ plan }) =>
    `On ${formatDay(plan.agreement.date)} I pay ${formatMoney(plan.down)} at once, before the instalments.`,
  grace: ({ plan }) =>
    `Each instalment has ${plural(plan.agreement.graceDays, "day", "days")} of grace: paid within them it is not late.`,
  "waivers-kept": () => "Should the plan break off, what was waived stays waived.",
};

function afterDeferral({ agreement: { pauseMonths } }: AgreementPlan): string {
  return pauseMonths === 0 ? "" : `, after a deferral of ${plural(pauseMonths, "month", "months")}`;
}

function withDown({ down }: AgreementPlan): string {
  return down === 0 ? "" : `with the ${formatMoney(down)} paid at once, `;
}

function fromItsDay({ plan }: LetterContent, rate: string): string {
  return `From ${formatDay(plan.agreement.date)} on: ${rate}.`;
}

function chargesNamed({ plan, totalWaived }: LetterContent): string {
  return totalWaived === 0 && plan.down === 0 ? "The charges owed" : "The charges that are left";
}

function amounts({ groups, firstAmount, lastAmount, largestAmount }: LetterContent): string {
  if (groups !== null) return groups.map(({ count, amount }) => `${count} × ${formatMoney(amount)}`).join(", then ");
  const most = largestAmount === null ? "" : `, at most ${formatMoney(largestAmount)}`;
  return `The first instalment is ${formatMoney(firstAmount)}, the last ${formatMoney(lastAmount)}${most}`;
}

const reported: { readonly [kind in ReportedAs]: string } = {
  extension: "an extension (展期)",
  "debt-reduced": "a reduced debt (债务减免)",
  "card-instalments": "a card's personal instalment plan (个性化分期)",
};

export const askedTitle: string = "What I ask you to agree and to confirm";
export const asked: { readonly [ask in LetterAsk]: (content: LetterContent) => string } = {
  "charges-stop": ({ plan, percent, lender }) => {
    const overdue = lender.isCard ? [] : [lender.lender === "private" ? "overdue interest" : "penalty interest"];
    const stopped = [...(percent === null ? ["interest"] : []), ...overdue, "compound interest", "late fee"];
    return `From ${formatDay(plan.agreement.date)} on, and while I keep to the plan, no ${stopped.slice(0, -1).join(", no ")} and no ${stopped.at(-1)} is charged.`;
  },
  waiver: ({ items, totalWaived }) => {
    const parts = items.filter(({ waived }) => waived > 0);
    const named = parts.map(({ name, waived }) => `${components[name]} ${formatMoney(waived)}`).join(", ");
    return `You waive ${named}${parts.length < 2 ? "" : `, ${formatMoney(totalWaived)} in all`}.`;
  },
  "leave-out-unearned": ({ plan }) =>
    `Interest of ${formatMoney(plan.unearned)} was fixed in advance for days after ${formatDay(plan.agreement.date)} and is not yet earned: it is left out, and the amounts above are without it.`,
  "written-confirmation": ({ plan }) =>
    plan.schedule.length === 1
      ? "The plan is confirmed in writing before the payment: the amount it covers, the day, what the payment is put to, and that nothing more is owed when it is paid."
      : "The plan is confirmed in writing before the first instalment: the amount it covers, the schedule, what each payment is put to, and that nothing more is owed when the last instalment is paid.",
  "collection-suspended": () => "While I keep to the plan, collection is suspended.",
  "debtor-alone": () =>
    "Whoever writes or calls about this debt turns to me alone, at the telephone number above, contacts no third person and discloses this debt to none.",
  reporting: ({ reportedAs }) =>
    `You tell me in writing how this account is reported to the credit register while I keep to the plan, and from which day: whether as ${reportedAs.map((kind) => reported[kind]).join(", ")} or otherwise.`,
  "settlement-certificate": ({ lender }) =>
    lender.lender === "private"
      ? "When all is paid, you give back the note of hand, or a receipt."
      : "When all is paid, you issue a certificate of settlement (结清证明).",
};

export const proofsTitle: string = "Proofs enclosed (strike out what does not apply)";
export const proofs: readonly string[] = [
  "Income: pay slips or bank statements of the last months; for a business, its accounts",
  "Unemployment: notice of the end of employment, registration as unemployed",
  "Illness: diagnosis, hospital records, bills",
  "Other: [OTHER PROOFS]",
];

export const provisionsTitle: string = "Provisions that bear on this request";
export const provisions: { readonly [code in ProvisionCode]: string } = {
  "card-instalments":
    "商业银行信用卡业务监督管理办法 (credit cards), art 70: where a card debt exceeds the holder's ability to pay and the holder is willing to repay, both may agree on equal terms on a personal instalment plan of up to five years; collection stops unless the holder does not keep the plan.",
  "card-reduction":
    "法释〔2021〕10号 (credit card disputes), art 2: on request a court may reduce the total of interest, compound interest and damages for breach where it is too high.",
  extension:
    "Civil Code, art 678: before a loan is due the borrower may ask for an extension, and the lender may agree; this concerns what is not yet due.",
  "earned-interest":
    "Civil Code, art 677: where a loan is repaid early, interest is counted for the real time unless agreed otherwise.",
  "penalty-rate":
    "银发〔2003〕251号 (interest on bank loans), art 1: how interest is counted and settled is agreed between the parties; art 3: the penalty rate of an overdue loan is the contract rate plus 30% to 50%.",
  "reduction-24":
    "法发〔2017〕22号, art 2: where a licensed lender's interest, compound interest, penalty interest, damages for breach and other fees together exceed 24% a year, are too high and far exceed its loss, courts are to grant a request to reduce that part.",
  "private-rate":
    "民间借贷规定 (private lending), arts 25, 28 and 29: interest, overdue interest, damages for breach and fees together are granted up to four times the one-year LPR at the time of the contract.",
  "private-rate-since-2020":
    "民间借贷规定 (private lending), arts 25, 28, 29 and 31: of a contract made before 2020-08-20, interest to 2020-08-19 is granted by the rule of that time (法释〔2015〕18号, art 26: up to 24% a year); from 2020-08-20 on interest, overdue interest, damages for breach and fees together are granted up to four times the one-year LPR at the time of the suit.",
  "advance-deduction":
    "Civil Code, art 670: interest may not be deducted from the principal in advance; where it was, the loan is repaid, and interest counted, by what was really lent.",
  "cost-disclosure":
    "金规〔2026〕2号, for loans made to natural persons from 2026-08-01 on: a statement of all costs of a personal loan, those of late payment included; nothing beyond it is charged.",
  allocation:
    "Civil Code, art 561: within a debt, unless agreed otherwise, a payment goes to costs of enforcement first, then to interest, then to principal.",
  damages:
    "Civil Code, art 585: agreed damages for breach that lie far above the loss may be reduced by a court or arbitrator.",
  "overdue-interest": "Civil Code, art 676: overdue interest is paid as agreed or under the rules of the state.",
  "consumer-protection":
    "银行保险机构消费者权益保护管理办法 (consumer protection by banks and insurers), art 41: it binds banks and consumer finance companies on collection.",
  "collection-self-regulation":
    "中国银行业协会《金融机构个人消费类贷款催收工作指引（试行）》 of 2026-01-30 (the bank association's own rules, cards included): nothing between 22:00 and 08:00 without consent, unrelated third persons never.",
  "collection-online":
    "GB/T 45251-2025 (a recommended standard for collecting online consumer loans): collection turns to the debtor, contacts others only where the debtor cannot be reached, without disclosing the debt, and stops when they refuse; not between 22:00 and 08:00 unless agreed; at most three effective calls a day.",
  privacy: "Civil Code, arts 1032 and 1033: private life is protected, also from calls and messages.",
  "credit-record":
    "征信业管理条例 (credit reporting), art 15: notice before bad information is reported; art 16: it is kept for five years from the day on which the default ended; art 25: an objection is answered within 20 days.",
};

export const closing: readonly string[] = ["Please answer in writing to [ADDRESS OR E-MAIL].", "[NAME], [SIGNATURE]"];

export const attachmentTitle: string = "Attachment: the schedule";
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

/** A first payment, on the day of the agreement. */
export function downTitle(loan: string, amount: Fen): string {
  return `Pay ${formatMoney(amount)} yuan: ${loan}, first payment`;
}

export function leftAfterwards(left: Fen): string {
  return `Left to pay afterwards: ${formatMoney(left)}.\n${ONCE_AGREED}`;
}

const ONCE_AGREED = "This date holds once the lender has agreed to it in writing; until then the contract holds.";

/** `parts`: what it is made of, under the names that the schedule has for them. */
export function dueDescription(
  parts: readonly { readonly name: keyof typeof scheduleColumns; readonly amount: Fen }[],
  left: Fen,
): string {
  const named = parts.map(({ name, amount }) => `${scheduleColumns[name]} ${formatMoney(amount)}`);
  return `Of it: ${named.join(", ")}.\n${leftAfterwards(left)}`;
}
