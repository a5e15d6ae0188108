/** What is wrong with a text someone typed, and what to type instead, in English. */

import type { Dated, NameKind, Part, TextKind, Twice, UnknownWord } from "../../input/problem.ts";
import { quote, visible } from "../../output/sanitize.ts";
import type { ProblemText, ProblemWords } from "../problem-line.ts";

/** Phrases that the problem sentences share. */
export const fileName = (path: string): string => (path === "-" ? "standard input" : quote(path));
export const list = (words: readonly string[]): string => words.join(", ");

/** The nearest known word, else all of them. */
export const meant = ({ nearest, allowed }: UnknownWord): string =>
  nearest === null ? `Choose from: ${list(allowed)}.` : `Did you mean ${nearest}? Known: ${list(allowed)}.`;

const RATE_HINT = "Write it with its period: 0.05%/day, 1.5%/month or 18%/year.";
const ALL_FIVE = "Name all five once, e.g. fee,penalty,compound,interest,principal.";

/** What a text was to be, and how one is written. */
const KINDS: { readonly [kind in TextKind]: readonly [name: string, hint: string] } = {
  amount: ["an amount", "Write an amount such as 50000, 50,000.00 or 5万."],
  budget: ["a budget", "Write 1500/month, 350/week or 50/day."],
  cap: ["a cap", "Write charges=100%, penalty=60% (of the principal) or charges=24%/year; none for no cap."],
  count: ["a whole number", "Write digits only, such as 30."],
  date: ["a date", "Write the year first: 2026-11-22."],
  "days-overdue": ["a time overdue", "Write the days, the months or the due date, such as 90, 3 months or 2026-08-24."],
  grace: [
    "a number of grace days",
    "Write 3, 3:waive (nothing is charged if paid within them) or 3:skip (penalty starts after them).",
  ],
  "late-fee": ["a late fee", "Write 30, 5%, 5%:min=10:max=500, 5%/month or 10/day; none for no late fee."],
  minimum: ["a minimum payment", "Write 10%, 100 or max(100,5%)."],
  "order-after": [
    "an order from a day overdue on",
    "Write the day, a colon and the order, e.g. 91:principal,interest,compound,penalty,fee.",
  ],
  pause: ["a stretch of days", "Write pause=2027-02-01..2027-02-28."],
  payment: ["a payment", "Write 50/day, 200/week, 1500/month@15, or 20000@2027-03-01 for a single one."],
  "payment-cycle": [
    "how often something is paid",
    "After the slash write day, 3days, week, 2weeks, month or month@15.",
  ],
  "payment-once": ["a single payment", "Write 20000@2027-03-01; what repeats stands under streams."],
  penalty: ["a penalty rate", "Write a multiple of the contract rate, 1.5x, or a rate with its period, 0.08%/day."],
  rate: ["a rate", RATE_HINT],
  "rate-on-reference": [
    "a rate that can stand here",
    "Only the contract rate (--rate) takes the LPR; write what it is now, such as 12%/year, as overdue-sim law lpr shows it.",
  ],
  "reference-rate": [
    "a rate on the loan prime rate",
    "Write its term, and the multiple behind it: lpr1y*4, lpr5y, lpr5y+0.5%, lpr5y-30bp.",
  ],
  share: ["a share", "Write 80% or 0.8."],
  steps: ["amounts in steps", "Write amount x months, joined by plus signs: 500x12+1000x24."],
  waiver: ["a waiver on a date", "Write 2000@2027-01-01:of=penalty or 50%@2027-01-01:of=charges."],
};

const UNKNOWN: { readonly [kind in NameKind]: (text: string, of: string) => string } = {
  word: (text) => `${text} is not known here`,
  setting: (text) => `${text} is not a setting known here`,
  strategy: (text) => `${text} is not a known way to pay`,
  "strategy-setting": (text, of) => `${text} is not a setting of ${of}`,
  key: (text) => `the key ${text} is not known here`,
  column: (text) => `the column ${text} is not known`,
};

const UNKNOWN_HINTS: { readonly [kind in NameKind]?: string } = {
  setting: "Settings follow a colon as name=value. ",
  "strategy-setting": "Settings are separated by commas, as name=value. ",
};

/** Columns that exports leave out, and what to do then. */
const MISSING_COLUMNS: Readonly<Record<string, string>> = {
  amount: "Add a column with the whole of each payment or entry (amount).",
  kind: "Say in a column kind (类别) what each line is: payment, fee, waiver, balance, …",
  principal:
    "Add it to each row. Where only the sum of an instalment is known, describe the contract instead: --borrowed, --months, --method, --first-due.",
};

const MISSING: { readonly [kind in Part]: (names: string, form: string) => ProblemText } = {
  key: (names) => ({ what: `the key ${names} is missing`, hint: `Add "${names}": ….` }),
  column: (names) => ({
    what: `the column ${names} is missing`,
    hint: MISSING_COLUMNS[names] ?? "Add it to the first line and to each row.",
  }),
  component: (names) => ({ what: `the order leaves out ${names}`, hint: ALL_FIVE }),
  setting: (names, form) => ({ what: `${names} is missing`, hint: form === "" ? "Add it." : `Write it like ${form}.` }),
  date: (names, form) => ({ what: `${quote(names)} does not say on what day`, hint: `Add @DATE, as in ${form}.` }),
  contract: (names) => ({ what: "the contract needs it", hint: `Instalments are made from ${names} together.` }),
};

const TWICE: { readonly [kind in Twice]: (name: string) => ProblemText } = {
  key: (name) => ({ what: `the key ${quote(name)} is there twice`, hint: "Keep one of them." }),
  column: (name) => ({
    what: `the column ${visible(name)} is there twice`,
    hint: "Keep one of them; of two amounts that both count write the sum.",
  }),
  "output-column": (name) => ({ what: `the column ${name} is there twice`, hint: "Keep one of them." }),
  setting: (name) => ({ what: `${name}= is given twice`, hint: "Give it once." }),
  component: (name) => ({ what: `the order names ${name} twice`, hint: ALL_FIVE }),
  rate: (name) => ({
    what: name === "" ? "two rates hold from the beginning" : `two rates hold from ${name}`,
    hint: "Keep one for each date: 4%/year@2026-01-01.",
  }),
  penalty: (name) => ({ what: `two penalties hold from day ${name} overdue`, hint: "Keep one for each day." }),
  order: (name) => ({ what: `two orders are given from day ${name} overdue on`, hint: "Give one for each day." }),
  debt: (name) => ({ what: `two debts are named ${quote(name)}`, hint: "Give each a name of its own." }),
  month: (name) => ({ what: `two amounts are given for ${name}`, hint: "Give one for each month." }),
  budget: (name) => ({
    what: name === "" ? "two budgets hold from the beginning" : `two budgets hold from ${name}`,
    hint: "Keep one, or say from when the other one holds: 4000/month:from=2027-06-01.",
  }),
  strategy: (name) => ({
    what: `two ways to pay are named ${quote(name)}`,
    hint: 'Give one of them another name: NAME=SPEC in an option, "name" in a file.',
  }),
};

const AMBIGUOUS = {
  payments: "as several payments in turn or one number with thousands",
  rate: "in percent or as it stands",
  period: "for the one or the other of the two periods it names",
  "parts-a-day": "as banks count by the day or as is usual by the month",
  "share-or-amount": "as a share or an amount",
};

const IN_BALANCES =
  "Leave out what is already in the balances, or give an earlier --as-of with the balances of that day.";
const EARLY_HINTS: { readonly [kind in Dated]: (asOf: string, date: string) => string } = {
  payment: () => IN_BALANCES,
  statement: () => "Give an earlier --as-of with the balances of that day, or leave the line out.",
  charge: () => IN_BALANCES,
  waiver: () => IN_BALANCES,
  agreement: (asOf) => `Give ${asOf} or a later day.`,
  acceleration: (_, date) => `Leave it out, and give the instalments that were called the due date ${date}.`,
  enforcement: (asOf) => `Give ${asOf} or a later day, or an earlier --as-of with the balances of that day.`,
  horizon: () => "Give a later date.",
};

export const textProblems = {
  empty: ({ name }) =>
    name === undefined
      ? { what: "nothing is given", hint: "Write a value, or leave it out altogether." }
      : { what: `${name}= has no value`, hint: `Write ${name}=…, or leave it out.` },
  "part-empty": ({ text }) => ({
    what: `there is an empty part in ${quote(text)}`,
    hint: "Write what is missing there, or take the separator out.",
  }),
  unreadable: ({ text, kind }) => ({ what: `${quote(text)} is not ${KINDS[kind][0]}`, hint: KINDS[kind][1] }),
  "form-unknown": ({ text, form }) => ({
    what: `${quote(text)} is not written as it should be`,
    hint: `Write it like ${visible(form)}.`,
  }),
  unknown: (problem) => ({
    what: UNKNOWN[problem.kind](quote(problem.text), problem.of ?? ""),
    hint: `${UNKNOWN_HINTS[problem.kind] ?? ""}${meant(problem)}`,
  }),
  missing: ({ kind, names, form }) => MISSING[kind](visible(list(names)), form ?? ""),
  duplicate: ({ kind, name }) => TWICE[kind](name),
  misplaced: ({ name }) => ({ what: `${name} has no meaning here`, hint: "Leave it out." }),
  ambiguous: ({ text, kind, forms }) => ({
    what: `${quote(text)} may be meant ${AMBIGUOUS[kind]}`,
    hint: `Write ${forms.map((form) => `'${visible(form)}'`).join(" or ")}.`,
  }),
  "too-many-digits": ({ text, most }) => ({
    what: `${quote(text)} has more than ${most} digits`,
    hint: "Round it to what the contract says.",
  }),
  exponent: ({ text }) => ({
    what: `${quote(text)} is written with an exponent`,
    hint: "Write all digits, such as 50000.",
  }),
  accrues: ({ text }) => ({
    what: `${quote(text)} arises by the terms day by day and has no line of its own`,
    hint: "Leave the line out; what is owed of it on a day stands in a line of kind balance, e.g. under to_penalty.",
  }),
  negative: ({ text }) => ({ what: `${quote(text)} is negative`, hint: "Write it without a minus." }),
  "entry-side": ({ text }) => ({
    what: `${quote(text)} may be an entry as others, or one that is taken back`,
    hint: "Write what was paid, charged or waived without minus, brackets, CR and DR; what was taken back is a line of kind reversal.",
  }),
  zero: ({ text }) => ({ what: `${quote(text)} is nothing`, hint: "Write more than 0." }),
  "decimals-too-many": ({ text }) => ({
    what: `${quote(text)} has more than two decimals of a yuan`,
    hint: "Write at most two, such as 1234.50; leave out a point that stands between thousands.",
  }),
  "grouping-wrong": ({ text, withPoint }) => ({
    what: `the commas of ${quote(text)} are not between groups of three digits`,
    hint:
      withPoint === null
        ? "Write 50,000.00, or leave the commas out."
        : `Write ${withPoint} if the comma is the decimal sign.`,
  }),
  "amount-too-large": ({ text, limit }) => ({
    what: `${quote(text)} is more than can be computed`,
    hint: `The largest amount is ${limit}.`,
  }),
  "total-too-large": ({ limit }) => ({
    what: "the amounts add up to more than can be computed",
    hint: `Together they may be ${limit} at most.`,
  }),
  "out-of-range": ({ text, least, most }) => ({
    what: `${quote(text)} is out of range`,
    hint: `It may be from ${least} to ${most}.`,
  }),
  "paid-out-without-instalments": ({ text, begins }) =>
    begins === null
      ? {
          what: `the day of payout (${text}) is used only of instalments that are given`,
          hint: "Leave out the day, or give the instalments (--instalments).",
        }
      : {
          what: `the interest of this contract is counted from ${begins}, a month before its first due date, and not from ${text}`,
          hint: "Leave out the day. Where the money really came earlier or later, the first instalment has another interest than that of a month: give the instalments as the lender's plan has them (--instalments).",
        },
  "borrowed-below-principal": ({ text, principal }) => ({
    what: `${quote(text)} is less than the principal of ${principal} that is still to be paid`,
    hint: "It is what was once lent, all of it: check both amounts.",
  }),
  "total-below-principal": ({ text, principal }) => ({
    what: `${quote(text)} is less than the principal of ${principal} alone`,
    hint: "All that is owed is the principal and the charges on it. If the principal was wrong, go back (Esc).",
  }),
  "rate-without-period": ({ text }) => ({
    what: `${quote(text)} does not say whether it is per day, month or year`,
    hint: RATE_HINT,
  }),
  "rate-period-unknown": ({ text, period }) => ({
    what: `${quote(period)} in ${quote(text)} is not a period of a rate`,
    hint: "Write /day, /month or /year.",
  }),
  "rate-below-nothing": ({ text }) => ({
    what: `${quote(text)} is below 0 on some days`,
    hint: "Take off less, or give its first day behind @ and the next rate with its own.",
  }),
  "rate-too-high": ({ text }) => ({
    what: `${quote(text)} is more than 100% a day`,
    hint: "Check the percent sign and the period, as in 0.05%/day.",
  }),
  "penalty-too-high": () => ({
    what: "the penalty comes to more than 100% a day",
    hint: "Check the multiple (1.5x) and the contract rate.",
  }),
  "date-incomplete": ({ text, first, last }) => ({
    what: `${quote(text)} does not say on what day of the month`,
    hint: `Write a day from ${first} to ${last}.`,
  }),
  "date-serial": ({ text, date }) => ({
    what: `${quote(text)} is a number and no date; a spreadsheet that counts from 1900 means ${date} by it`,
    hint: `Write ${date} if that is meant; for a whole column, have the spreadsheet show dates and save it as CSV again.`,
  }),
  "date-zone": ({ text, written, inChina }) => ({
    what: `${quote(text)} is ${written} in its own time zone and ${inChina} in China`,
    hint: "Write the day alone on which the lender has it.",
  }),
  "date-impossible": ({ text, lastOfMonth }) => ({
    what: `there is no ${quote(text)} in the calendar`,
    hint: lastOfMonth === null ? "Check month and day." : `That month ends with ${lastOfMonth}.`,
  }),
  "minimum-above-maximum": ({ minimum, maximum }) => ({
    what: `the minimum ${minimum} is above the maximum ${maximum}`,
    hint: "Exchange the two, or leave one out.",
  }),
  "either-of": ({ names, form }) => ({
    what: `it needs just one of ${list(names)}`,
    hint: `Write one of them, such as ${visible(form)}.`,
  }),
  "parts-differ": ({ of, total, amount }) => ({
    what: `the parts come to ${total}, the amount is ${amount}`,
    hint:
      of === "statement"
        ? "Check the line against the statement; leave the parts out where it does not say them."
        : "Correct the part or the sum that is wrong; or take the column of the sum out: it is not needed.",
  }),
  "reverses-nothing": ({ line, date, amount }) => ({
    what:
      line === null
        ? `there is no line of ${date} over ${amount} to take back`
        : `line ${line} is no payment, fee or waiver${amount === "" ? "" : ` over ${amount}`} that can be taken back`,
    hint: "Name in the column reverses the line of the file, counted from its first line (titles above the header count), each once and with its amount.",
  }),
  "too-early": ({ kind, date, asOf }) => ({
    what:
      kind === "agreement" || kind === "enforcement"
        ? `${date} is before ${asOf}, at whose close the balances hold`
        : `${date} is not after ${asOf}, at whose close the balances hold`,
    hint: EARLY_HINTS[kind](asOf, date),
  }),
  "too-late": ({ date, last }) => ({
    what: `${date} is after ${last}, the last day of the statement, so that nothing of it is in time`,
    hint: `Give ${last} or an earlier day, or a statement that goes on until then.`,
  }),
  "too-far": ({ date, latest, where }) => ({
    what: `${date} is more than a hundred years away`,
    hint: `The latest date is ${latest}${where === "--until" ? "; --until-cleared goes on as long as need be" : ""}.`,
  }),
  "until-before-from": ({ from, until }) => ({
    what: `the end ${until} lies before the start ${from}`,
    hint: "Exchange the two dates.",
  }),
  "pause-outside": ({ pause, first, last }) => ({
    what: `the pause ${pause} changes nothing: payments are made ${last === null ? `from ${first} on` : `from ${first} to ${last}`}`,
    hint: "Give days within that time, or leave the pause out.",
  }),
} satisfies Partial<ProblemWords>;
