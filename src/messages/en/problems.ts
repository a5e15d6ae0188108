/** What is wrong with the papers, and what to type instead, in English. */

import type { JsonExpectation, JsonKind } from "../../input/problem.ts";
import { visible } from "../../output/sanitize.ts";
import type { ProblemWords } from "../problem-line.ts";
import { list, meant, paper, quote } from "./problem-phrases.ts";
import { ruleProblems, textProblems } from "./text-problems.ts";

const CONVERT = (encoding: string): string => `Convert it: iconv -f ${encoding} -t UTF-8 FILE > NEW-FILE.`;

const EXPECTED: { readonly [expectation in JsonExpectation]: string } = {
  value: "a value",
  key: "a key in double quotes",
  colon: "a colon",
  "comma-or-end": "a comma or the closing bracket",
  "end-of-file": "the end of the file",
};

const KINDS: { readonly [kind in JsonKind]: string } = {
  written: "a text or a number",
  list: "a list [ … ]",
  object: "an object { … }",
};

/** What an entry of a scenario file looks like. */
const SCENARIO = '{ "name": "mine", "strategy": "daily:50" }';

const fileProblems = {
  "file-missing": ({ text }) => ({ what: `there is no file ${quote(text)}`, hint: "Check its name and folder." }),
  "file-folder": ({ text }) => ({ what: `${quote(text)} is a folder`, hint: "Name a file in it." }),
  "file-forbidden": ({ text }) => ({
    what: `the file ${quote(text)} may not be read`,
    hint: "Give yourself the right to read it (chmod u+r), or copy it.",
  }),
  "file-unreadable": ({ text }) => ({
    what: `the file ${quote(text)} cannot be read`,
    hint: "Copy it, or save it anew.",
  }),
  "file-empty": ({ text }) => ({ what: `${paper(text)} is empty`, hint: "Check that it was saved." }),
  "input-from-terminal": () => ({
    what: "standard input is the keyboard",
    hint: "Pipe something in (… | overdue-sim …), or name a file in place of -.",
  }),
  "input-twice": ({ first }) => ({
    what: `standard input already serves ${first}`,
    hint: "It can be read only once: name a file for one of the two.",
  }),
  "file-encoding": ({ text, encoding }) => ({
    what: `${paper(text)} is not UTF-8${encoding === null ? "" : `; it looks like ${encoding}`}`,
    hint: CONVERT(encoding ?? "GB18030"),
  }),

  "csv-header-missing": ({ columns }) => ({
    what: "the first line does not name the columns",
    hint: `Begin with a line of names separated by commas, of these: ${list(columns)}.`,
  }),
  "csv-column-missing": ({ column, columns }) => ({
    what: `the column ${column} is missing`,
    hint: `Needed: ${list(columns)}.`,
  }),
  "csv-column-unknown": (problem) => ({ what: `the column ${quote(problem.text)} is not known`, hint: meant(problem) }),
  "csv-column-double": ({ column }) => ({ what: `the column ${column} is there twice`, hint: "Keep one of them." }),
  "csv-ragged": ({ expected, found }) => ({
    what: `the line has ${found} ${found === 1 ? "cell" : "cells"}, the header ${expected}`,
    hint: 'Check the commas; an amount with commas needs quotes: "50,000.00".',
  }),
  "csv-quotes": () => ({
    what: "the double quotes do not match",
    hint: 'Put quotes around the whole cell, and write a quote inside it twice: "".',
  }),
  "csv-rows-missing": () => ({ what: "there are no rows under the header", hint: "Add at least one." }),

  "json-broken": ({ found, expected }) => ({
    what: `${found === null ? "the file ends" : quote(found)} where ${EXPECTED[expected]} is expected`,
    hint: "Mind commas, brackets and double quotes there and just before.",
  }),
  "json-too-deep": ({ most }) => ({ what: `brackets are nested more than ${most} deep`, hint: "Check the brackets." }),
  "json-key-unknown": (problem) => ({ what: `the key ${quote(problem.text)} is not known here`, hint: meant(problem) }),
  "json-key-double": ({ key }) => ({ what: `the key ${quote(key)} is there twice`, hint: "Keep one of them." }),
  "json-key-missing": ({ key }) => ({ what: `the key ${key} is missing`, hint: `Add "${key}": ….` }),
  "json-kind": ({ key, entry, expected }) => ({
    what: `${entry === null ? "" : `entry ${entry} of `}${quote(key)} is of the wrong kind`,
    hint: key === "scenarios" && entry !== null ? `Write ${SCENARIO} there.` : `Write ${KINDS[expected]} there.`,
  }),
} satisfies Partial<ProblemWords>;

const loanProblems = {
  conflict: ({ options }) => ({
    what: `${visible(options.join(" and "))} exclude each other`,
    hint: "Give only one of them.",
  }),
  "principal-missing": () => ({
    what: "the debt is not given",
    hint: "Write --principal 50000, or name a file with --loan or --instalments.",
  }),
  "several-instalments": ({ instalments }) => ({
    what: `it speaks of one instalment, and the loan has ${instalments}`,
    hint: "Give what is owed on each of them in the table of instalments or the loan file.",
  }),
  "contract-and-instalments": () => ({
    what: "the file has both a contract and instalments",
    hint: "Keep one of them; beside instalments the contract may say only borrowed.",
  }),
  "contract-incomplete": () => ({
    what: "the contract needs it",
    hint: "Instalments are made from --borrowed, --months, --method and --first-due together.",
  }),
  "contract-interest-accrued": () => ({
    what: "the instalments of a contract carry their interest already, so it cannot accrue as well",
    hint: "Leave it out, or give the instalments without interest.",
  }),
  "missed-since-after-last": ({ text, last }) => ({
    what: `${quote(text)} is after the last instalment`,
    hint: `The last is due on ${last}.`,
  }),
  "too-many-instalments": ({ instalments, most }) => ({
    what: `there are ${instalments} instalments`,
    hint: `At most ${most} are computed; put those already paid or very far away together.`,
  }),
  "nothing-owed": () => ({ what: "nothing is owed", hint: "Give what is still unpaid." }),
  "rates-double": ({ from }) => ({
    what: from === null ? "two rates hold from the beginning" : `two rates hold from ${from}`,
    hint: "Keep one for each date.",
  }),
  "rates-start-late": ({ from, needed }) => ({
    what: `the first rate holds from ${from}, but one is needed from ${needed}`,
    hint: "Begin the list with the rate of that day, or leave the first from out.",
  }),
  "penalty-tiers-double": ({ daysOverdue }) => ({
    what: `two penalties hold from day ${daysOverdue} overdue`,
    hint: "Keep one for each day.",
  }),
  "penalty-tiers-start-late": ({ daysOverdue }) => ({
    what: `the first penalty holds from day ${daysOverdue} overdue only`,
    hint: "Begin the list with day 1; 0%/day if nothing is charged then.",
  }),
  "list-empty": ({ key }) => ({
    what: `the list ${key} is empty`,
    hint: key === "scenarios" ? `Add an entry, such as ${SCENARIO}.` : "Add an entry, or leave the list out.",
  }),
  "accelerated-before": ({ date, asOf }) => ({
    what: `the loan was called due on ${date}, which is not after ${asOf}`,
    hint: `Leave accelerateOn out, and give the instalments that were called the due date ${date}.`,
  }),
  "until-not-after-as-of": ({ until, asOf, where }) => ({
    what: `the end ${until} is not after the start ${asOf}`,
    hint: where === "--until" ? "Give a later date, or the number of days with --days." : "Give a later date.",
  }),
  "until-too-far": ({ until, latest, where }) => ({
    what: `${until} is more than a hundred years away`,
    hint: `The latest date is ${latest}${where === "--until" ? "; --until-cleared goes on as long as need be" : ""}.`,
  }),
  "limit-reached": ({ date, limit }) => ({
    what: `${date === null ? "an amount" : `on ${date} the debt`} passes ${limit}, the most that is counted exactly`,
    hint: "Ask for fewer days, or check the rates and amounts.",
  }),
} satisfies Partial<ProblemWords>;

const strategyProblems = {
  "strategy-unknown": (problem) => ({
    what: `${quote(problem.text)} is not a known kind of strategy`,
    hint: `${meant(problem)} The kind comes first, then a colon.`,
  }),
  "strategy-unreadable": ({ text, form }) => ({
    what: `${quote(text)} is not in the form of its kind`,
    hint: `Write it like ${form}.`,
  }),
  "strategy-name-empty": () => ({
    what: "the name before the equals sign is empty",
    hint: "Write a name, or leave the sign out.",
  }),
  "strategy-double": ({ name }) => ({
    what: `two strategies are named ${quote(name)}`,
    hint: "Give one of them a name of its own: NAME=SPEC.",
  }),
  "strategy-setting-unknown": (problem) => ({
    what: `${quote(problem.text)} is not a setting of ${problem.strategy}`,
    hint: `Settings are separated by commas, as name=value. ${meant(problem)}`,
  }),
  "strategy-setting-missing": ({ strategy, setting, form }) => ({
    what: `${strategy} needs ${setting}=`,
    hint: `Write it like ${form}.`,
  }),
  "strategy-setting-without-value": ({ setting }) => ({
    what: `${setting}= has no value`,
    hint: `Write ${setting}=…, or leave it out.`,
  }),
  "strategy-settings-run-together": ({ text, separated }) => ({
    what: `${quote(text)} holds several settings`,
    hint: `Separate them by commas: ${visible(separated)}.`,
  }),
  "strategy-date-missing": ({ text, form }) => ({
    what: `${quote(text)} does not say on what day`,
    hint: `Add @DATE, as in ${form}.`,
  }),
  "strategy-cycle-named": ({ text, form }) => ({
    what: `${quote(text)} says how often in two places`,
    hint: `The kind says it: write ${visible(form)}.`,
  }),
  "before-as-of": ({ text, asOf }) => ({
    what: `${quote(text)} is before ${asOf}, at whose close the balances hold`,
    hint: `Give ${asOf} or a later day.`,
  }),
  "nothing-saved": ({ date, first }) => ({
    what: `nothing is put aside by ${date} yet`,
    hint: `The first amount is put aside on ${first}; give that day or a later one.`,
  }),
  "settlement-nothing": ({ text }) => ({
    what: `a settlement of ${quote(text)} pays nothing`,
    hint: "Write a share above 0% and up to 100%, or an amount.",
  }),
  "settlement-unclear": ({ text }) => ({
    what: `${quote(text)} may be a share or an amount`,
    hint: "Write a share with its sign, 80%, and an amount that small with its unit, 0.80元.",
  }),
  "settlement-in-words": ({ text, share }) => ({
    what: `${quote(text)} is a share in words`,
    hint: `Write the share that is paid with its sign: ${share}.`,
  }),
  "settlement-above-total": ({ amount, total, date }) => ({
    what: `the settlement of ${amount} is more than the ${total} owed on ${date}`,
    hint: "Settle for that total or less, or for a share of it, such as 80%.",
  }),
  "scenario-empty": ({ keys }) => ({
    what: "the scenario does not say what happens",
    hint: `Add one of: ${list(keys)}; to do nothing, "strategy": "none".`,
  }),
  "budget-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a budget`,
    hint: "Write 1500/month, 350/week or 50/day.",
  }),
} satisfies Partial<ProblemWords>;

const lineProblems = {
  "plan-without-goal": ({ options }) => ({
    what: "it is not said what to plan",
    hint: `Give one of ${list(options)}.`,
  }),
  "one-strategy-only": () => ({
    what: "one way only can be followed day by day",
    hint: "Name one; compare puts several side by side.",
  }),
  "agreement-asks-nothing": () => ({
    what: "it leaves nothing to pay, so that there is nothing to write or to note down",
    hint: "Waive less, or leave out --letter and --ics.",
  }),
  "needs-option": ({ option }) => ({ what: `it goes with ${option} only`, hint: `Give ${option} too.` }),
  "command-unknown": (problem) => ({ what: "there is no such command", hint: meant(problem) }),
  "option-unknown": ({ nearest }) => ({
    what: "there is no such option",
    hint: nearest === null ? "See --help." : `Did you mean ${nearest}?`,
  }),
  "command-missing": ({ allowed }) => ({
    what: "no command is named",
    hint: `Begin with one of ${list(allowed)}; --help shows what each is for.`,
  }),
  "option-elsewhere": ({ commands }) => ({
    what: "this command has no such option",
    hint: `It belongs to ${list(commands)}.`,
  }),
  "option-twice": ({ instead }) => ({
    what: "it is given twice",
    hint: instead === null ? "Keep one of them." : `Keep one of them; for several debts use ${instead}.`,
  }),
  "option-without-value": ({ option }) => ({ what: "it takes no value", hint: `Write ${option} alone.` }),
  "argument-unexpected": ({ text }) => ({
    what: `${quote(text)} belongs to no option`,
    hint: "Put the option it is meant for before it, and quotes around text with spaces.",
  }),
} satisfies Partial<ProblemWords>;

export const problemWords: ProblemWords = {
  ...lineProblems,
  ...textProblems,
  ...ruleProblems,
  ...fileProblems,
  ...loanProblems,
  ...strategyProblems,
};
