/** English: the letter on a statement, and the paragraph with the figures of a claim. */

import type { AuditCostLine } from "../../advice/audit/above-line.ts";
import type { AuditClaim } from "../../advice/audit/audit-claim.ts";
import type { AuditLetter, DifferingLine, NamedDifference } from "../../advice/audit/audit-letter.ts";
import { formatDay } from "../../loan/day.ts";
import type { LenderKind } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { Contact, Product } from "../../loan/products/product.ts";
import { formatDifference, formatMoney, shortPercent } from "../../output/figures.ts";
import { kinds } from "./audit.ts";
import { addressee, components } from "./letter.ts";

/** `assumed`: the product whose terms stand in for those of the contract; null: none do. A private person keeps no account. */
export function readerNotes(assumed: Product["title"] | null, kind: LenderKind): readonly string[] {
  return [
    kind === "private"
      ? "Fill in the places in [BRACKETS]."
      : "Fill in the places in [BRACKETS]; of the account its last four digits are enough.",
    "The figures are arithmetic by the terms given to this program and not legal advice; the contract and the vouchers decide. Check the terms against the contract first.",
    ...(assumed === null
      ? []
      : [`Terms of “${assumed.en}” stand in for those of the contract that were not given; --assumptions lists them.`]),
  ];
}

/** Whoever gets the letter is shown that figure, and asked to correct the lines. */
export const moreByTerms = (more: Fen): string =>
  `By the terms given ${formatMoney(more)} more is owed than the statement claims, and the letter says so to whoever gets it: before it is sent, check above all the rate, the penalty, compound interest and what was owed at the start.`;

export const whereToSend = (contact: Contact | null, kind: LenderKind): string =>
  `Where to send it: ${addressee(contact, kind)}. Keep a copy, and a proof of when and how you sent it.`;

export const title = ({ differingLines }: AuditLetter): string =>
  differingLines.length === 0
    ? "Request: itemised statement of account"
    : "Request: itemised statement of account, and correction or explanation";

export function opening({ on, linesCompared, differingLines, tolerance }: AuditLetter): string {
  const found =
    differingLines.length === 0
      ? `I found no line that differs from them by more than ${formatMoney(tolerance)} yuan.`
      : "Some of its lines differ from them.";
  const compared =
    linesCompared === 0
      ? `Your statement of this account, up to ${formatDay(on)}, names neither how a payment was split nor a balance, so that I cannot compare it with the terms of the contract.`
      : `I have compared your statement of this account, up to ${formatDay(on)}, with the terms of the contract as I have them. ${found}`;
  return `${compared} This letter asks for information; it acknowledges neither a debt nor its amount.`;
}

/** The lender knows an entry by its day, not by a line of the user's file. */
const entry = ({ line, date, kind }: DifferingLine["line"]): string => `${line} (${formatDay(date)}, ${kinds[kind]})`;

export const askedTitle: string = "What I ask for";
export function asked({ differingLines, unapplied }: AuditLetter, withinDays: number): readonly string[] {
  const many = differingLines.length > 1;
  return [
    "An itemised statement of the account from its first day on: of each entry its date, kind and amount, how much of it is principal, interest of each kind, and damages for breach and fees, and the balance after it.",
    ...(differingLines.length === 0
      ? []
      : [
          `A correction of ${many ? "lines" : "line"} ${differingLines.map(entry).join(", ")} of the statement, or an explanation: the clause, the rate, the base and the days by which ${many ? "they were" : "it was"} counted.`,
        ]),
    ...(unapplied > 0
      ? [
          `Where ${formatMoney(unapplied)} yuan of the payments stands, which by the terms as I have them is more than what was owed; what nothing else is owed for, please pay back.`,
        ]
      : []),
    `A written answer within ${withinDays} days of receiving this letter.`,
  ];
}

export const differencesTitle: string = "Where the statement and the terms differ";

const wholes = { balance: "owed in all", "principal-balance": "principal owed" } as const;

const named = (of: DifferingLine["of"]): string =>
  of === "balance" || of === "principal-balance" ? wholes[of] : components[of];

function inWords({ line, of, stated, computed, difference }: DifferingLine): string {
  return `line ${entry(line)}, ${named(of)}: stated ${formatMoney(stated)}, by the terms ${formatMoney(computed)}, difference ${formatDifference(difference)}.`;
}

export function differing(first: DifferingLine, largest: DifferingLine): readonly string[] {
  return first === largest
    ? [`First and largest difference: ${inWords(first)}`]
    : [`First difference: ${inWords(first)}`, `Largest difference: ${inWords(largest)}`];
}

export function put(items: readonly NamedDifference[]): string {
  const parts = items.map(({ name, difference }) => `${components[name]} ${formatDifference(difference)}`).join(", ");
  return `Of the payments, what the statement puts to each component, less what the terms give: ${parts}.`;
}

/** `changes`: conventions or entries in words; `remaining`: the largest difference then, or null where it agrees. */
export function explained(changes: readonly string[], remaining: Fen | null, areEntries: boolean): string {
  const change = changes.join(", and ");
  const asked = areEntries
    ? "If that is so, please correct it, or name the entry and the voucher it rests on."
    : "If it was counted so, please name the clause.";
  return remaining === null
    ? `By the terms as I have them the statement agrees if ${change}. ${asked}`
    : `By the terms as I have them the statement comes nearer if ${change}; the largest difference is then ${formatMoney(remaining)}.`;
}

export const figuresTitle: string = "The figures by the terms";
export function figures({ on, unearned, isUnearnedLeftOut }: AuditLetter): string {
  const ahead =
    unearned === 0
      ? ""
      : ` Interest of ${formatMoney(unearned)} yuan, fixed in advance for the days after that, is left out of what is owed by the terms${unearnedInStatement(isUnearnedLeftOut)}.`;
  return `At the close of ${formatDay(on)}, in yuan; + is what the statement has more than the terms give.${ahead}`;
}
function unearnedInStatement(isLeftOut: boolean | null): string {
  if (isLeftOut === null) return "";
  return isLeftOut
    ? ", as the statement is taken to leave it out too"
    : "; the statement is taken to have it in, which is no difference: it is compared with so much more";
}
export const figuresColumns = { component: "component", owed: "by the terms", difference: "difference" };
export const unnamed: string = "not given to a component";

export const claimReaderTitle: string = "For you: take this part out before using the paragraph";
export const notYetDue = (principal: Fen): string =>
  `Of the principal ${formatMoney(principal)} falls due only after the day of the figures. It belongs in the claim only where the loan was called due, which the lender has to declare as the contract says (accelerateOn in the loan file); else claim what is due by now.`;
export const claimTitle: string = "Figures of the claim";
export const exceeded = ({ above, yearlyRate, title }: AuditCostLine): string =>
  `Of the charges by the terms ${formatMoney(above)} lies above ${shortPercent(yearlyRate)} a year (${title.en}). The paragraph does not take it off: settle first whether it can be claimed.`;

const listed = (items: readonly NamedDifference[]): string =>
  items.map(({ name, owed }) => `${components[name]} ${formatMoney(owed)}`).join(", ");

/** Where the contract rate is from: the program's reader of terms, a product, or a line of the statement. */
export type RateSource =
  | { readonly kind: "entered" }
  | { readonly kind: "product"; readonly title: Product["title"] }
  | { readonly kind: "statement"; readonly line: number };

function sourceInWords(source: RateSource): string {
  switch (source.kind) {
    case "entered":
      return "as entered from the contract";
    case "product":
      return `from the built-in terms of “${source.title.en}”, not from the contract`;
    case "statement":
      return `from line ${source.line} of the statement`;
    default:
      return source satisfies never;
  }
}

interface ClaimWording {
  readonly claim: AuditClaim;
  readonly items: readonly NamedDifference[];
  readonly daily: readonly NamedDifference[];
  /** Both in words; the contract rate is null where none is in force. */
  readonly rate: string | null;
  readonly penaltyRate: { readonly name: string; readonly value: string };
  readonly source: RateSource;
}

export function claimParagraph({ claim, items, daily, rate, penaltyRate, source }: ClaimWording): string {
  const { lender, loanName, on, totalOwed, unearned, principalNotYetDue, goesOnFrom, totalDaily, graces, isCapped } =
    claim;
  const known =
    lender.lender === "private"
      ? "note of hand or contract of [DATE OF THE LOAN]"
      : "account ending in [LAST FOUR DIGITS]";
  const ahead =
    unearned === 0
      ? ""
      : ` Interest of ${formatMoney(unearned)} yuan, fixed in advance for the days after that, is left out.`;
  const laterDue =
    principalNotYetDue === 0
      ? ""
      : ` Of the principal ${formatMoney(principalNotYetDue)} yuan falls due after that day.`;
  const owed = totalOwed === 0 ? "nothing is owed" : `${formatMoney(totalOwed)} yuan is owed: ${listed(items)}`;
  const rates =
    rate === null
      ? ""
      : ` Contract rate: ${rate} (${sourceInWords(source)}); ${penaltyRate.name}: ${penaltyRate.value}.`;
  const goesOn =
    totalDaily === 0
      ? ` From ${formatDay(goesOnFrom)} on nothing is added by the day.`
      : ` It goes on from ${formatDay(goesOnFrom)}, at first by ${formatMoney(totalDaily)} yuan a day (${listed(daily)}), until paid${isCapped ? " or a cap of the contract is reached" : ""}.`;
  const inGrace = graces.map(
    ({ until, amount }) =>
      ` What is within its days of grace adds nothing if it is paid by ${formatDay(until)}; if it is not, ${formatMoney(amount)} yuan for the nights until then is added the next day${totalDaily > 0 ? ", and it adds by the day from then on" : ""}.`,
  );
  return `Loan ${loanName ?? "[NAME OF THE LOAN]"}, ${known}, debtor [NAME]: by the terms, to the close of ${formatDay(on)}, ${owed}.${laterDue}${ahead}${rates}${goesOn}${inGrace.join("")}`;
}
