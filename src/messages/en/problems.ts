/** What is wrong with what was written, and what to write instead, in English. */

import type { FileFailure, JsonExpectation, RowDoubt, WrittenKind } from "../../input/problem.ts";
import { plural } from "../../output/figures.ts";
import { quote, visible } from "../../output/sanitize.ts";
import type { ProblemText, ProblemWords } from "../problem-line.ts";
import { fileName, list, meant, textProblems } from "./text-problems.ts";

const EXPECTED: { readonly [expectation in JsonExpectation]: string } = {
  value: "a value",
  key: "a key in double quotes",
  colon: "a colon",
  "comma-or-end": "a comma or the closing bracket",
  "end-of-file": "the end of the file",
  "no-comment": "a value (JSON knows no comments)",
  string: "a text in double quotes, on one line and without control characters,",
};

const KINDS: { readonly [kind in WrittenKind]: string } = {
  text: "a text or a number",
  list: "a list [ … ]",
  object: "an object { … }",
  "short-or-object": "an object { … } or its short form as a text",
  "text-or-list": "a text or a list [ … ]",
};

const SAVE_SHEET = "Open it in the spreadsheet program and save the sheet as CSV (UTF-8).";

const FAILURES: { readonly [failure in FileFailure]: (path: string) => ProblemText } = {
  missing: (path) => ({ what: `there is no file ${path}`, hint: "Check its name and folder." }),
  folder: (path) => ({ what: `${path} is a folder`, hint: "Name a file in it." }),
  forbidden: (path) => ({
    what: `the file ${path} may not be read`,
    hint: "Give yourself the right to read it (chmod u+r), or copy it.",
  }),
  unreadable: (path) => ({ what: `the file ${path} cannot be read`, hint: "Copy it, or save it anew." }),
  output: (path) => ({
    what: `${path} is the file that is to be written; what is in it would be lost`,
    hint: "Write to another file.",
  }),
  workbook: (path) => ({ what: `${path} is a workbook or an archive`, hint: SAVE_SHEET }),
  markup: (path) => ({ what: `${path} is a web page, or written like one`, hint: SAVE_SHEET }),
  pdf: (path) => ({
    what: `${path} is a PDF, and only text is read`,
    hint: "Ask for it as a table (CSV or a workbook), or type its lines into one.",
  }),
  picture: (path) => ({
    what: `${path} is a picture, and only text is read`,
    hint: "Type what it shows into a table (CSV).",
  }),
  empty: (path) => ({
    what: `${path} is empty`,
    hint: path === fileName("-") ? "Check what is piped in, or name a file." : "Check that it was saved.",
  }),
};

/** What an entry of a scenario file looks like. */
const SCENARIO = '{ "name": "mine", "strategy": "daily:50" }';

/** Of a row of a table: what is against counting it, and what to do. */
const ROWS: { readonly [why in RowDoubt]: (text: string) => ProblemText } = {
  unnamed: (text) => ({
    what: `${text} stands in a column without a heading`,
    hint: "Give the column a heading, or empty it.",
  }),
  "not-done": (text) => ({
    what: `${text} does not say that the money was really paid`,
    hint: "Take the line out if it was not; if it was, leave this cell empty.",
  }),
  failed: (text) => ({
    what: `${text} says that the money was not paid`,
    hint: "Take the line out if it was not; if it was, write payment.",
  }),
  paid: (text) => ({
    what: `${text} says that the instalment is paid`,
    hint: "Take the line out, so that only what is still unpaid is listed; where a statement names its payment too, empty the column.",
  }),
  status: (text) => ({
    what: `${text} does not say whether the instalment is unpaid, or how much of it`,
    hint: "Write what is still unpaid of it and empty this cell, or take the line out if all of it is paid.",
  }),
  payee: (text) => ({
    what: `${text} is another payee than in the lines above`,
    hint: "Keep the lines of one lender alone; if both names are the same lender, write one of them.",
  }),
  currency: (text) => ({
    what: `${text} is another currency than in the lines above`,
    hint: "Keep the lines of one currency alone.",
  }),
  "given-back": (text) => ({
    what: `${text} of it was given back, or charged for the transfer`,
    hint: "Write what reached the lender as the amount, and empty this cell.",
  }),
  "paid-part": (text) => ({
    what: `${text} says that the instalment, or a part of it, is paid`,
    hint: "Have in the other columns what is still unpaid of it and empty this cell, or take the line out if all of it is paid.",
  }),
  "not-paid": (text) => ({
    what: `by ${text} and what else it says the line is no money paid to the lender`,
    hint: "Take the line out; if it was paid on this loan, write 支出 in this cell.",
  }),
  thousands: (text) => ({
    what: `${text} may be one amount with its comma, or two cells`,
    hint: "Put the amount into quotes or leave its comma out; if it is the first cell alone, write it with .00 behind it.",
  }),
  text: (text) => ({
    what: `by ${text} the line is something else than a payment`,
    hint: "Take the line out; if it is a payment, empty this cell.",
  }),
  "both-ways": () => ({
    what: "the line has money that came in and money that went out",
    hint: "Make two lines of it, each with one amount.",
  }),
  "other-way": () => ({
    what: "this payment went the other way than those above",
    hint: "Money that came back is no payment: take the line out; in a statement it may be a reversal of the payment it takes back.",
  }),
};

export const problemWords: ProblemWords = {
  ...textProblems,

  "file-unreadable": ({ text, failure }) => FAILURES[failure](fileName(text)),
  "file-too-large": ({ text, mostMebibytes }) => ({
    what: `${fileName(text)} has more than ${mostMebibytes} MiB, or no end`,
    hint: "Check which file is named; what is no part of this loan can be left out.",
  }),
  "input-from-terminal": () => ({
    what: "standard input is the keyboard",
    hint: "Pipe something in (… | overdue-sim …), or name a file in place of -.",
  }),
  "input-twice": ({ first }) => ({
    what: `standard input already serves ${first}`,
    hint: "It can be read only once: name a file for one of the two.",
  }),
  "file-encoding": ({ text, encoding }) => ({
    what: `${fileName(text)} is not UTF-8${encoding === null ? "" : `; it looks like ${encoding}`}`,
    hint: `Convert it: iconv -f ${encoding ?? "ENCODING"} -t UTF-8 FILE > NEW-FILE.`,
  }),
  "file-nul": ({ text, line }) => ({
    what: `${fileName(text)} has a character NUL in line ${line}, which no text has`,
    hint: "Take it out there, or save the file anew as plain text.",
  }),
  "csv-header-missing": ({ columns }) => ({
    what: "the first line does not name the columns",
    hint: `Begin with a line of names separated by commas, of these: ${list(columns)}.`,
  }),
  "csv-ragged": ({ expected, found }) => ({
    what: `the line has ${found} ${found === 1 ? "cell" : "cells"}, the header ${expected}`,
    hint: 'Check the commas; an amount with commas needs quotes: "50,000.00".',
  }),
  "row-unclear": ({ text, why }) => ROWS[why](quote(text)),
  "row-adds-up": ({ text }) => ({
    what: `${quote(text)} is a line of totals and no loan`,
    hint: "Take the line out; a loan that is called so needs another name.",
  }),
  "balance-unclear": ({ text }) => ({
    what: `${quote(text)} does not say of what it is the balance`,
    hint: "Head it claimed_total (剩余欠款) if it is all that is owed, claimed_principal (剩余本金) if it is the principal alone; take it out if it is the balance of an account of yours.",
  }),
  "balance-after-unclear": ({ text }) => ({
    what: `${quote(text)} may be what is left of the instalment, or of the loan after it`,
    hint: "Have what is unpaid of each instalment's own principal in a column principal (应还本金), and take this one out.",
  }),
  "thread-ended": () => ({
    what: "the thread that worked it out ended twice",
    hint: "Try this line by itself; the machine may be short of memory.",
  }),
  "not-a-summary": (problem) => ({
    what: `${quote(problem.text)} is no summary of a book`,
    hint: "Name files that --summary has written.",
  }),
  "summary-contradicts": ({ parts, sum, isMore, whole, value }) => ({
    what: `its figures contradict each other: ${parts} comes to ${sum}, and ${whole} ${isMore ? "to no more than" : "to"} ${value}`,
    hint: "Name the file as --summary has written it.",
  }),
  "summary-beside-lines": () => ({
    what: "standard output has the lines already",
    hint: "Write the lines to a file with --output, or the summary to one.",
  }),
  "summary-beside-resume": () => ({
    what: "--resume and --summary exclude each other",
    hint: "Run the book once more without --resume, or its pieces, each with a --summary of its own, which batch --merge adds up.",
  }),
  "resume-differs": ({ line }) => ({
    what: `its line ${line} is not what this command gives there`,
    hint: "Go on with the same book, options and --as-of as before, or write another file.",
  }),
  "line-encoding": () => ({
    what: "the line is not UTF-8",
    hint: "Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 FILE > NEW-FILE.",
  }),
  "line-no-object": () => ({
    what: "the line is no JSON object",
    hint: `A line is {"id": …} and nothing else; jq -c '.[]' writes a list so, jq -c . an object of several lines.`,
  }),
  "line-too-long": ({ most }) => ({
    what: `the line is longer than ${most} characters`,
    hint: "A line break is probably missing.",
  }),
  "csv-quotes": () => ({
    what: "the double quotes that open here do not match",
    hint: 'Put quotes around the whole cell, and write a quote inside it twice: "".',
  }),
  "list-empty": ({ name, where }) =>
    name === where
      ? { what: "there are no rows under the header", hint: "Add at least one." }
      : {
          what: `the list ${name} is empty`,
          hint: name === "scenarios" ? `Add an entry, such as ${SCENARIO}.` : "Add an entry, or leave the list out.",
        },
  "json-broken": ({ found, expected }) => ({
    what: `${found === null ? "the file ends" : quote(found)} where ${EXPECTED[expected]} is expected`,
    hint: "Mind commas, brackets and double quotes there and just before.",
  }),
  "json-too-deep": ({ most }) => ({ what: `brackets are nested more than ${most} deep`, hint: "Check the brackets." }),
  "wrong-kind": ({ name, entry, expected, where }) => ({
    what: `${entry === null ? "" : `entry ${entry} of `}${name === where ? "what is in it" : quote(name)} is of the wrong kind`,
    hint: name === "scenarios" && entry !== null ? `Write ${SCENARIO} there.` : `Write ${KINDS[expected]} there.`,
  }),

  conflict: ({ options }) => ({
    what: `${visible(options.join(" and "))} exclude each other`,
    hint: "Give only one of them.",
  }),
  "debt-missing": ({ where }) => ({
    what: "the debt is not given",
    hint: where.startsWith("--")
      ? "Write --principal 50000, or name a file with --loan or --instalments."
      : "Write in this cell what is left of the principal, such as 50000.",
  }),
  "several-instalments": ({ instalments }) => ({
    what:
      instalments === 1
        ? "it goes with --principal, and the contract says itself what is owed on its instalments"
        : `it speaks of one instalment, and the loan has ${instalments}`,
    hint: "Give what is owed on each of them in the table of instalments or the loan file.",
  }),
  "days-overdue-differ": ({ days }) => ({
    what: `by the due dates the oldest instalment that counts as unpaid is ${plural(days, "day", "days")} overdue`,
    hint: "Leave it out, or correct the due dates; of a contract --missed-since says which instalment was missed first.",
  }),
  "no-due-date": ({ text, beside }) => ({
    what: `no instalment of the contract is due on ${quote(text)}`,
    hint: `Write the due date of the first one missed, or its number: ${beside.map(({ due, number }) => `${due} (${number})`).join(" or ")}.`,
  }),
  "too-many-instalments": ({ instalments, most }) => ({
    what: `there are ${instalments} instalments`,
    hint: `At most ${most} are computed; put those already paid or very far away together.`,
  }),
  "nothing-owed": () => ({ what: "nothing is owed", hint: "Give what is still unpaid." }),
  "all-taken-as-paid": ({ names: [since, days] }) => ({
    what: "all instalments of the contract are due by now and taken as paid, so that nothing is owed",
    hint: `Say which was missed first: its due date or number with ${since}, or the days since its due date with ${days}.`,
  }),
  "dues-not-monthly": ({ due, before }) => ({
    what: `the day count period counts whole months, and ${before} and ${due} are not whole months apart`,
    hint: "Give due dates on one day of the month, or another --day-count, such as actual/360.",
  }),
  "rates-start-late": ({ from, needed }) => ({
    what: `the first rate holds from ${from}, but one is needed from ${needed}`,
    hint: "Give the rate of that day too, or one without a date.",
  }),
  "penalty-starts-late": ({ daysOverdue }) => ({
    what: `the first penalty holds from day ${daysOverdue} overdue only`,
    hint: "Begin the list with day 1; 0%/day if nothing is charged then.",
  }),
  "penalty-maximum-differs": () => ({
    what: "a maximum holds on all days overdue, and these penalties do not have the same",
    hint: "Give each of them the same max, or write the lower rate in place of rate and max.",
  }),
  "cap-misfit": ({ of }) => ({
    what: `there is no such cap of ${of}`,
    hint:
      of === "charges"
        ? "Of all charges write a share or a yearly rate: charges=100%, charges=24%/year."
        : `Write a share (${of}=60%), for penalty, compound and interest also a rate (penalty=0.098%/day), or charges=24%/year.`,
  }),
  "limit-reached": ({ date, limit }) => ({
    what: `${date === null ? "an amount" : `on ${date} the debt`} passes ${limit}, the most that is counted exactly`,
    hint: "Ask for fewer days, or check the rates and amounts.",
  }),

  "strategy-cycle-named": ({ text, form }) => ({
    what: `${quote(text)} says how often in two places`,
    hint: `The kind says it: write ${visible(form)}.`,
  }),
  "strategy-elsewhere": ({ text, allowed }) => ({
    what: `${quote(text)} cannot stand here, only ${list(allowed)}`,
    hint: "--strategy takes it, in compare and simulate.",
  }),
  "settings-run-together": ({ text, separated }) => ({
    what: `${quote(text)} holds several settings`,
    hint: `Separate them: ${visible(separated)}.`,
  }),
  "rate-beside-flat": ({ form }) => ({
    what: "an agreement of method=flat bears a monthly fee on the first amount, and no interest at a rate",
    hint: `Write the fee in place of the rate, ${form}, or leave method=flat out.`,
  }),
  "one-strategy-only": () => ({
    what: "one way only can be followed day by day",
    hint: "Name one; compare puts several side by side.",
  }),
  "no-debt-paid": () => ({
    what: "every debt is left out",
    hint: "Leave priority empty, or give a number, for those that the budget is for.",
  }),
  "payments-aside": () => ({
    what: "the ways to pay that are named stand in place of these payments",
    hint: "Leave it out, or compare it as a way of its own: compare --strategy daily:50. An agreement takes payments on top.",
  }),
  "nothing-saved": ({ date, first }) => ({
    what: `nothing is put aside by ${date} yet`,
    hint: `The first amount is put aside on ${first}; give that day or a later one.`,
  }),
  "settlement-in-words": ({ text, share }) => ({
    what: `${quote(text)} is a share in words`,
    hint: `Write the share that is paid with its sign: ${share}.`,
  }),
  "settlement-above-total": ({ amount, total, date }) => ({
    what: `the settlement of ${amount} is more than the ${total} owed on ${date}`,
    hint: "Settle for that total or less, or for a share of it, such as 80%.",
  }),

  "nothing-left": ({ income, living }) => ({
    what: `of an income of ${income}, ${living} for living leaves nothing to pay debts with`,
    hint: "Food, rent and medicine come first: ask the lenders for hardship terms.",
  }),
  "budget-cycles-differ": () => ({
    what: "all budgets have to be for the same length of time",
    hint: "Give each by the month: --budget 3000/month --budget 4000/month:from=2027-06-01.",
  }),
  "living-cycle-differs": () => ({
    what: "it is for another length of time than --income",
    hint: "Give both by the month: --income 8000/month --living 5000/month.",
  }),
  "plan-without-goal": ({ options }) => ({
    what: "it is not said what to plan",
    hint: `Give one of ${list(options)}: --budget 1000/month says what to ask the lender for.`,
  }),
  "statement-missing": () => ({
    what: "there is no statement to audit",
    hint: "Write --statement FILE: a CSV with the columns date,kind,amount.",
  }),
  "agreement-asks-nothing": () => ({
    what: "it leaves nothing to spread over months, so that there is nothing to write or to note down",
    hint: "Waive less or pay less at once, or leave out --letter and --ics.",
  }),
  "agreement-after-clear": ({ begins, clearedOn }) => ({
    what: `it begins on ${begins}, and the debt is cleared on ${clearedOn}: there is nothing to agree on`,
    hint: "Let it begin earlier (start=), or leave out --letter and --ics.",
  }),
  "needs-terminal": ({ example }) => ({
    what: "it asks questions, and here is nobody to answer: input or output is no terminal",
    hint: `Type what you know instead: ${example}`,
  }),
  "needs-option": ({ option }) => ({ what: `it goes with ${option} only`, hint: `Give ${option} too.` }),
  "command-unknown": (problem) => ({ what: "there is no such command", hint: meant(problem) }),
  "option-unknown": ({ nearest }) => ({
    what: "there is no such option",
    hint: nearest === null ? "See --help." : `Did you mean ${nearest}?`,
  }),
  "command-missing": ({ allowed }) => ({
    what: "no command is named",
    hint: `Write overdue-sim simulate and the options behind it, or another of ${list(allowed)}; --help shows what each is for.`,
  }),
  "option-elsewhere": ({ commands }) => ({
    what: "this command has no such option",
    hint: `It belongs to ${list(commands)}.`,
  }),
  "option-twice": ({ option, instead }) => ({
    what: "it is given twice",
    hint:
      option === "--scenarios"
        ? "Put both into one file, and give --scenarios once."
        : instead === null
          ? "Keep one of them."
          : `Keep one of them; for several debts use ${instead}.`,
  }),
  "option-without-value": ({ option }) => ({ what: "it takes no value", hint: `Write ${option} alone.` }),
  "argument-unexpected": ({ text }) => ({
    what: `${quote(text)} belongs to no option`,
    hint: "Put the option it is meant for before it, and quotes around text with spaces.",
  }),
};
