/** English: what `audit` says. */

import type { AuditLimitationEvent, AuditReport } from "../../advice/audit/audit.ts";
import type { AuditFinding } from "../../advice/audit/audit-findings.ts";
import type { ConventionChange, ConventionTerm, RateChanges } from "../../advice/audit/candidate.ts";
import { byNaming, type Naming } from "../../loan/component-names.ts";
import { type ByComponent, COMPONENTS, type Component, totalOf } from "../../loan/components.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import type { StatementKind } from "../../loan/statement.ts";
import type { Terms } from "../../loan/terms.ts";
import {
  formatDifference,
  formatMoney,
  longPercent,
  percentsWithin,
  plural,
  shortPercent,
} from "../../output/figures.ts";
import type { FindingWords } from "../finding-words.ts";
import { type ComponentNames, termInWords, titlesByComponent } from "../term-words.ts";
import { limitationAfterSuit, lprInWords, yearsOfLimitation } from "./phrases.ts";
import { runFindings } from "./simulate.ts";
import { componentNames, lenderNames, penaltyRateNames, termWords } from "./terms.ts";

export const kinds: { readonly [kind in StatementKind]: string } = {
  payment: "payment",
  fee: "fee",
  waiver: "waiver",
  balance: "balance",
  reversal: "reversal",
  demand: "demand",
  suit: "suit",
  rate: "rate",
};

const columnsWith = (names: ComponentNames) => ({
  line: "line",
  date: "date",
  kind: "kind",
  amount: "amount",
  ...titlesByComponent("computed", names, (name) => `${name} by the terms`),
  ...titlesByComponent("stated", names, (name) => `${name} as stated`),
  ...titlesByComponent("difference", names, (name) => `difference, ${name}`),
  balance_computed: "owed by the terms",
  balance_claimed: "owed as stated",
  balance_difference: "difference",
  principal_computed: "principal owed by the terms",
  principal_claimed: "principal owed as stated",
  principal_difference: "difference, principal owed",
  delay_paid: "paid to delay interest",
  delay_owed: "delay interest owed",
  delay_stated: "delay interest as stated",
  delay_difference: "difference, delay interest",
  note: "note",
});

export type AuditColumns = ReturnType<typeof columnsWith>;

export const columns = byNaming((naming) => columnsWith(componentNames[naming]));

export const worksheetTitle: string =
  "Worksheet: stretches of constant balance (the first day counts, the last does not)";
export const worksheetCapped = (capped: Fen): string =>
  `By the caps of the terms ${formatMoney(capped)} of charges is not counted: lines of the worksheet that a cap lowers are less than base × rate × days.`;
export const worksheetColumns = {
  from: "from",
  to: "to",
  days: "days",
  component: "component",
  base: "base",
  rate: "rate a day",
  amount: "amount",
};

/** The terms beside those assumed, and where the replay begins. */
export const termsOfReplay = {
  title: "Terms of this replay",
  owed: ({ from, opening, daysOverdueAtStart }: AuditReport["replay"]["totals"], naming: Naming): string =>
    `Owed at the close of ${formatDay(from)}, ${plural(daysOverdueAtStart, "day", "days")} overdue: ${amountsNamed(opening, componentNames[naming])}; ${formatMoney(totalOf(opening))} in all.`,
  madeBy: (version: string): string => `Worked out by overdue-sim ${version}.`,
};

export const reversed: string = "taken back";
export const linesTakenAsPayments: string =
  "The statement has no column of kinds: every line is taken as a payment that was made. A plan of payments to come is no statement.";
export const ownPaymentsLeftOut: string =
  "Payments of the loan file take no part: the replay goes by those of the statement.";

const EVENTS = {
  payment: "a payment",
  promise: "a promise to pay",
  demand: "a demand",
  debit: "an agreed debit",
  suit: "a suit",
} as const;

/** The statement beside the terms. */
const moreOrLess = (amount: Fen): string => `${formatMoney(fen(Math.abs(amount)))} ${amount > 0 ? "more" : "less"}`;

/** What a change supposes, after “agrees if”. */
export function changeInWords(change: ConventionChange, naming: Naming): string {
  const names = componentNames[naming];
  switch (change.term) {
    case "penalty-on-top":
      return `the ${names.penalty} is put on top of the contract rate instead of in its place (${termWords[naming].penalty(change.after.penalty)})`;
    case "first-day":
      return "the first day after a due date is not counted";
    case "last-day":
      return "the day of a payment or a balance is counted too";
    case "daily-rate":
      return `the rate of a day is the yearly rate, ${longPercent(change.yearly)}, divided by ${change.to} days instead of ${change.from}`;
    case "fees":
      return change.to === "as-stated"
        ? "the fees that the statement lists are owed"
        : "the fees that the statement lists are owed and added to the principal, where they bear what it bears";
    case "caps":
      return "the caps of the terms are not kept";
    case "rate-changes":
      return change.days === null
        ? RATE_CHANGES[change.to]
        : `each change of the contract rate counts ${plural(Math.abs(change.days), "day", "days")} ${change.days < 0 ? "earlier" : "later"}`;
    case "opening":
      return `what was owed at the start was ${moreOrLess(change.amount)} (counted as ${names[change.component]})`;
    case "deducted":
      return "what was deducted in advance is owed and bears interest";
    case "unearned":
      return "interest fixed for days that lay ahead is kept, although the loan fell due or was paid before";
    case "line":
      return `line ${change.from}, which says the same as another, is not counted`;
    case "booking":
      if (change.to === "missing") return `line ${change.from} is not booked by the lender: a proof of it settles that`;
      return `line ${change.from} is booked by the lender ${change.to === "1 later" ? "1 day" : change.to.replace(" later", " days")} later`;
    case "booked-amount":
      return `line ${change.from} is booked by the lender with ${formatMoney(change.amount)}: a proof of it settles that`;
    case "unlisted": {
      const { earliest, latest, amount } = change;
      const days =
        earliest === latest ? `on ${formatDay(latest)}` : `from ${formatDay(earliest)} to ${formatDay(latest)}`;
      const what = amount > 0 ? "was charged" : "was paid or waived";
      return `something that no line lists ${what} ${days}: ${formatMoney(fen(Math.abs(amount)))}`;
    }
    default: {
      const inWords = (terms: Terms): string => termInWords(termWords[naming], terms, change.term);
      return `${termName(change.term, naming)} is: ${inWords(change.after)} (by the terms: ${inWords(change.before)})`;
    }
  }
}

const RATE_CHANGES: Readonly<Record<RateChanges, string>> = {
  "not-followed": "the contract rate stays what it is at the start",
  "a-month-earlier": "each change of the contract rate counts a month earlier",
  "a-month-later": "each change of the contract rate counts a month later",
  "each-january": "the contract rate changes on 1 January alone, to the one then in force",
};

const TERMS = {
  rates: "the contract rate",
  dayCount: "the day count",
  grace: "the grace",
  rounding: "the rounding",
  order: "the order of allocation",
  by: "the axis of allocation",
  orderAfter: "the order after many days overdue",
  compound: "what bears compound",
  compoundRate: "the rate of compound",
  compoundRests: "the rest of compound",
} as const;

function termName(term: ConventionTerm, naming: Naming): string {
  if (term === "penalty") return `the ${penaltyRateNames[naming]}`;
  return term === "penaltyBase" ? `the base of the ${componentNames[naming].penalty}` : TERMS[term];
}

export function auditFindings(naming: Naming): FindingWords<AuditFinding> {
  const names = componentNames[naming];
  const namesOf = (components: readonly Component[]): string =>
    [...new Set(components.map((component) => names[component]))].join(" and ");
  return {
    "audit-nothing-stated": () =>
      "The statement names no split of a payment and no balance, so that nothing can be compared: what the terms give stands in the table.",
    "audit-agrees": ({ lines, within }) =>
      `The statement agrees with the terms: ${plural(lines, "line was", "lines were")} compared${within === null ? "" : `; the largest difference, ${formatDifference(within.amount)} in line ${within.line}, is within the tolerance`}.`,
    "audit-differs": ({ line, date, largest, first, total, isTotalClaimed }) =>
      `The statement differs from the terms${first === null ? "" : `, at first in line ${first.line} (${formatDay(first.date)})`}: the largest difference, ${formatDifference(largest)}, first appears in line ${line} (${formatDay(date)}).${isTotalClaimed ? " In all the lender states" : " In all, as far as its lines say, the lender has"} ${total === 0 ? "as much" : moreOrLess(total)} as owed ${total === 0 ? "as" : "than"} the terms give.`,
    "audit-payments-put": ({ more }) =>
      `Of the payments it puts ${more.map(({ component, amount }) => `${moreOrLess(amount)} to ${names[component]}`).join(", ")} than the terms give.`,
    "audit-owed-more": ({ more, notToldApart }) =>
      `As owed it has, as far as its lines say, ${more.map(({ component, amount }) => `${moreOrLess(amount)} of ${names[component]}`).join(", ")} than the terms give${notToldApart === 0 ? "" : `; of what the rest is, ${moreOrLess(notToldApart)}, it does not say`}.`,
    "audit-fee-not-agreed": ({ line, date, amount }) =>
      `Line ${line} (${formatDay(date)}) charges ${formatMoney(amount)} of fees that the terms given here do not provide for on that day: ask for the clause it rests on.`,
    "audit-fee-on-other-day": ({ line, date, amount, byTermsOn }) =>
      `Line ${line} (${formatDay(date)}) charges ${formatMoney(amount)} of fees that by the terms fall on ${byTermsOn.map(formatDay).join(", ")}: it is the day that differs, not how much.`,
    "audit-cleared-before": ({ line, date }) =>
      `By the terms line ${line} (${formatDay(date)}) clears the debt, and nothing accrues after it: ask what later lines charge.`,
    "audit-unapplied": ({ amount }) =>
      `Of the payments ${formatMoney(amount)} is more than what was owed by the terms: ask where it stands, or for it back.`,
    "audit-unearned": ({ line, date, amount, isLeftOut, isChinese }) =>
      `What line ${line} (${formatDay(date)}) claims ${isLeftOut ? "leaves out" : "counts in"} ${formatMoney(amount)} of interest fixed in advance for the days after it, which is no difference: ${isLeftOut ? "it is compared without it" : "it is compared with it, but who repays early pays interest for the real time unless it was agreed otherwise"}${isChinese ? " (Civil Code, art 677)" : ""}.`,
    "audit-parts-not-total": ({ line, date, parts, total }) =>
      `Line ${line} (${formatDay(date)}) does not add up by itself: its parts come to ${formatMoney(parts)}, and it claims ${formatMoney(total)} in all.`,
    "audit-named-otherwise": ({ line, date, amount, charges, under }) =>
      `The statement has no column for ${namesOf(charges)}: what the terms give as that, first ${formatMoney(amount)} in line ${line} (${formatDay(date)}), is compared as ${namesOf(under)}, where the statement has it: another name alone is no difference.`,
    "audit-payments-alike": ({ line, date, amount }) =>
      `Line ${line} (${formatDay(date)}) names a payment of ${formatMoney(amount)} a second time: if it was paid once only, one of the two lines is too many.`,
    "audit-before-reversal": ({ line, date, reverses, reversal }) =>
      `Line ${line} (${formatDay(date)}) agrees with line ${reverses} as it was booked until line ${reversal} took it back.`,
    "audit-explained": ({ explanation, tolerance }) => {
      const changes = explanation.changes.map((change) => changeInWords(change, naming)).join(", and ");
      return explanation.remaining <= tolerance
        ? `It agrees if ${changes}.`
        : `It comes nearer if ${changes}; the largest difference is then ${formatMoney(explanation.remaining)}.`;
    },
    "audit-not-explained": () =>
      "No change of a usual convention, nor two of them, was found that leaves no more than half of the largest difference.",
    "audit-line-alone": ({ line, date, amount }) =>
      `Only line ${line} (${formatDay(date)}) differs: what later lines claim agrees with the terms again. Ask how its ${moreOrLess(amount)} comes about.`,
    "audit-rate-may-differ": () => "Which contract rate would give the last balance claimed, --solve-rate tells.",
    "audit-solved-rate": ({ rate: { low, high, isExact, isHighestTried, yearly360, yearly365 }, isOneForAll }) =>
      `The last balance claimed ${isExact ? "comes out at" : "lies between those of"} daily rates from ${percentsWithin(low, high).join(" to ")}: ${percentsWithin(yearly360.low, yearly360.high).join(" to ")} for a year of 360 days, ${percentsWithin(yearly365.low, yearly365.high).join(" to ")} for one of 365.${isHighestTried ? ` From the first on a higher rate changes nothing; ${longPercent(high)} a day is the highest that was tried.` : ""}${isOneForAll ? " It is one rate for the whole time, in place of rates that change." : ""}`,
    "audit-rate-not-found": ({ isPenaltyApart }) =>
      `No contract rate up to 10% a day was found that gives the last balance claimed.${isPenaltyApart ? " What is overdue bears a penalty rate of its own here, which the contract rate does not change: --penalty 1x has it bear the contract rate." : ""}`,
    "audit-rate-without-balance": () => "The statement claims no balance for which a rate could be looked for.",
    "audit-delay": ({ delay: { from, judgment, accrued, paid, waived, owed, sources } }) =>
      `Interest for delay in performing the judgment, from the night after ${formatDay(from)} on ${formatMoney(judgment)} as far as unpaid: ${formatMoney(accrued)} accrued, ${formatMoney(paid)} paid, ${waived === 0 ? "" : `${formatMoney(waived)} waived, `}${formatMoney(owed)} owed. It is paid last, bears nothing, and is in what is owed by the terms (${sources.join("; ")}).`,
    "audit-delay-above-debt": ({ delay: { from, aboveDebt } }) =>
      `The judgment's debt is ${formatMoney(aboveDebt)} more than the principal and fees owed by the terms on ${formatDay(from)}: this part bears interest for delay until nothing is owed any more. Costs that the judgment orders belong in the charges of the loan file; check the amount otherwise.`,
    "audit-delay-before-rule": ({ ruleFrom }) =>
      `The rule holds from ${formatDay(ruleFrom)} on: what earlier rules give for the delay until then is not counted here.`,
    "audit-delay-difference": ({ amount }) =>
      `Of interest for delay it states ${moreOrLess(amount)} than the rule gives, as far as its lines say.`,
    "audit-received": ({ received, borrowed }) =>
      `Interest or fees were deducted in advance: ${formatMoney(received)} of ${formatMoney(borrowed)} were paid out, and the principal is counted as what was really lent (Civil Code, art 670).`,
    "audit-cost-line": ({
      line: { title, yearlyRate, lprDay, charges, above, aboveByComponent, is, isNot, from, until },
    }) =>
      above > 0
        ? `Charges by the terms ${timeInWords(from, until)}: ${formatMoney(charges)}; ${formatMoney(above)} of it lies above the line of ${shortPercent(yearlyRate)} a year (${title.en}${lprInWords(lprDay)}): ${amountsNamed(aboveByComponent, names)}, in proportion, as no rule says which it is taken from. What the line is: ${is.en}. What it is not: ${isNot.en}.`
        : `Charges by the terms ${timeInWords(from, until)}: ${formatMoney(charges)}, not above the line of ${shortPercent(yearlyRate)} a year (${title.en}${lprInWords(lprDay)}).`,
    "audit-cost-lines-without-number": ({ lines }) =>
      `Lines that apply and name no yearly rate: ${lines.map(({ title, is, isNot }) => `${title.en} (it is: ${is.en}; it is not: ${isNot.en})`).join("; ")}.`,
    "audit-cost-lines-for-others": ({ lines, lender }) =>
      `Lines that are not for this ${naming === "card" ? "credit card" : "loan"} of a ${lenderNames[lender]}: ${lines.map(({ title }) => title.en).join("; ")}.`,
    "audit-effective-rate": ({ of, nominalYearly, compoundYearly }) =>
      `Effective rate of ${of === "contract" ? "the contract as agreed" : "what was really paid so far"}, on what was really received: ${shortPercent(nominalYearly)} a year, ${shortPercent(compoundYearly)} with interest on interest.`,
    "audit-limitation": ({ endsOn, years, restartedBy }) =>
      `Limitation: the ${yearsOfLimitation[years]} end on ${formatDay(endsOn)} at the earliest, counted from ${startOfYears(restartedBy)}. What is not on the statement may start them afresh: do not count on this day.`,
    "audit-limitation-after-suit": ({ endsOn, suit }) => limitationAfterSuit(dayAndLine(suit), endsOn),
    "audit-limitation-run-out": ({ endedOn, years, restartedBy }) =>
      `Limitation: if nothing else was paid, demanded or agreed, the ${yearsOfLimitation[years]}, counted from ${startOfYears(restartedBy)}, ended on ${formatDay(endedOn)}. Then a payment cannot be taken back, and agreeing to pay gives up the defence (Civil Code, art 192); whether a part payment alone does, courts see differently. Ask a lawyer or legal aid first.`,
    "audit-record": ({ months, shown, endsOn }) =>
      `Credit record, month by month: ${months.map(({ month, code }) => `${month} ${code}`).join(", ")} (N nothing overdue, M paid late within the month, 1–7 ${naming === "card" ? "minimum payments missed in a row, taken here by the days overdue at its end" : "as overdue at its end"}${endsOn === null ? "" : `, of the last month as on ${formatDay(endsOn)}, where the statement ends`}; a report shows the last ${shown} months).`,
    "audit-record-not-reported": () =>
      "A private lender does not report to the credit register, so that this loan has no record there.",
    "record-kept": runFindings["record-kept"],
    "audit-arithmetic": () =>
      "This is arithmetic by the terms given and not legal advice; the contract and the vouchers decide.",
  };
}

function startOfYears(restartedBy: AuditLimitationEvent | null): string {
  if (restartedBy === null) return "the last due date";
  return `${EVENTS[restartedBy.kind]} on ${dayAndLine(restartedBy)}`;
}

function dayAndLine({ date, line }: AuditLimitationEvent): string {
  return `${formatDay(date)}${line === null ? "" : ` (line ${line})`}`;
}

function timeInWords(from: Day | null, until: Day | null): string {
  if (until !== null) return `to ${formatDay(until)}`;
  return from === null ? "in this time" : `from ${formatDay(from)} on`;
}

/** Those that are not nothing, by name. */
function amountsNamed(amounts: ByComponent, names: ComponentNames): string {
  return COMPONENTS.filter((component) => amounts[component] !== 0)
    .map((component) => `${names[component]} ${formatMoney(amounts[component])}`)
    .join(", ");
}
