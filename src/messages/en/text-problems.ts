/** What is wrong with a text someone typed, and what to type instead, in English. */

import { visible } from "../../output/sanitize.ts";
import type { ProblemWords } from "../problem-line.ts";
import { list, meant, quote } from "./problem-phrases.ts";

const AMOUNT_HINT = "Write an amount such as 50000, 50,000.00 or 5万.";
const RATE_HINT = "Write it with its period: 0.05%/day, 1.5%/month or 18%/year.";

export const textProblems = {
  empty: () => ({ what: "nothing is given", hint: "Write a value, or leave it out altogether." }),
  "part-empty": ({ text }) => ({
    what: `there is an empty part at a comma in ${quote(text)}`,
    hint: "Write what is missing there, or take the comma out.",
  }),
  "too-many-digits": ({ text, most }) => ({
    what: `${quote(text)} has more than ${most} digits`,
    hint: "Round it to what the contract says.",
  }),
  "not-one-of": (problem) => ({ what: `${quote(problem.text)} is not known here`, hint: meant(problem) }),

  "amount-unreadable": ({ text }) => ({ what: `${quote(text)} is not an amount`, hint: AMOUNT_HINT }),
  "amount-exponent": ({ text }) => ({
    what: `${quote(text)} is written with an exponent`,
    hint: "Write all digits, such as 50000.",
  }),
  "amount-negative": ({ text }) => ({ what: `${quote(text)} is negative`, hint: "Write the amount without a minus." }),
  "amount-zero": ({ text }) => ({ what: `${quote(text)} is nothing`, hint: "Write an amount above 0." }),
  "amount-decimals": ({ text }) => ({
    what: `${quote(text)} has parts smaller than a fen`,
    hint: "Write at most two decimals, such as 1234.50.",
  }),
  "amount-grouping": ({ text }) => ({
    what: `the commas of ${quote(text)} are not between groups of three digits`,
    hint: "Write 50,000.00, or leave the commas out.",
  }),
  "amount-too-large": ({ text, limit }) => ({
    what: `${quote(text)} is more than can be computed`,
    hint: `The largest amount is ${limit}.`,
  }),
  "total-too-large": ({ limit }) => ({
    what: "the amounts add up to more than can be computed",
    hint: `Together they may be ${limit} at most.`,
  }),

  "share-unreadable": ({ text }) => ({ what: `${quote(text)} is not a share`, hint: "Write 80% or 0.8." }),
  "share-out-of-range": ({ text }) => ({
    what: `${quote(text)} is not between nothing and all`,
    hint: "Write 0% to 100%, or 0 to 1.",
  }),

  "rate-unreadable": ({ text }) => ({ what: `${quote(text)} is not a rate`, hint: RATE_HINT }),
  "rate-without-period": ({ text }) => ({
    what: `${quote(text)} does not say whether it is per day, month or year`,
    hint: RATE_HINT,
  }),
  "rate-period-unknown": ({ text, period }) => ({
    what: `${quote(period)} in ${quote(text)} is not a period of a rate`,
    hint: "Write /day, /month or /year.",
  }),
  "rate-negative": ({ text }) => ({ what: `${quote(text)} is negative`, hint: "Write a rate of 0 or more." }),
  "rate-too-high": ({ text }) => ({
    what: `${quote(text)} is more than 100 % a day`,
    hint: "Check the percent sign and the period, as in 0.05%/day.",
  }),
  "penalty-unreadable": ({ text }) => ({
    what: `${quote(text)} is no penalty rate`,
    hint: "Write a multiple of the contract rate, 1.5x, or a rate with its period, 0.08%/day.",
  }),
  "penalty-too-high": () => ({
    what: "the penalty comes to more than 100 % a day",
    hint: "Check the multiple (1.5x) and the contract rate.",
  }),

  "date-unreadable": ({ text }) => ({ what: `${quote(text)} is not a date`, hint: "Write it as 2026-11-22." }),
  "date-format": ({ text, iso }) => ({
    what: `${quote(text)} is not in the form year-month-day`,
    hint: `Write ${iso}.`,
  }),
  "date-impossible": ({ text, lastOfMonth }) => ({
    what: `there is no ${quote(text)} in the calendar`,
    hint: lastOfMonth === null ? "Check month and day." : `That month ends with ${lastOfMonth}.`,
  }),
  "date-out-of-range": ({ text, earliest, latest }) => ({
    what: `${quote(text)} is too far away`,
    hint: `Dates go from ${earliest} to ${latest}.`,
  }),

  "count-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a whole number`,
    hint: "Write digits only, such as 30.",
  }),
  "count-out-of-range": ({ text, least, most }) => ({
    what: `${quote(text)} is out of range`,
    hint: `Write a whole number from ${least} to ${most}.`,
  }),
} satisfies Partial<ProblemWords>;

export const ruleProblems = {
  "grace-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a number of grace days`,
    hint: "Write 3, 3:waive (nothing is charged if paid within them) or 3:skip (penalty starts after them).",
  }),
  "late-fee-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a late fee`,
    hint: "Write 30, 5%, 5%:min=10:max=500 or 5%/month; none for no late fee.",
  }),
  "late-fee-kind": () => ({
    what: "a late fee needs either an amount or a percent",
    hint: 'Write one of them: "amount": "30.00" or "percent": "5%".',
  }),
  "minimum-above-maximum": ({ minimum, maximum }) => ({
    what: `the minimum ${minimum} is above the maximum ${maximum}`,
    hint: "Exchange the two, or leave one out.",
  }),
  "setting-unknown": (problem) => ({
    what: `${quote(problem.text)} is not a setting known here`,
    hint: `Settings follow a colon as name=value. ${meant(problem)}`,
  }),
  "setting-misplaced": ({ setting }) => ({ what: `${setting}= has no meaning here`, hint: `Leave :${setting}=… out.` }),
  "setting-double": ({ setting }) => ({ what: `${setting}= is given twice`, hint: "Give it once." }),

  "order-missing": ({ components }) => ({
    what: `the order leaves out ${list(components)}`,
    hint: "Name all five once, e.g. fee,penalty,compound,interest,principal.",
  }),
  "order-double": ({ component }) => ({
    what: `the order names ${component} twice`,
    hint: "Name all five once, e.g. fee,penalty,compound,interest,principal.",
  }),
  "order-after-unreadable": ({ text }) => ({
    what: `${quote(text)} is not an order from a day overdue on`,
    hint: "Write the day, a colon and the order, e.g. 91:principal,interest,compound,penalty,fee.",
  }),
  "order-after-double": ({ daysOverdue }) => ({
    what: `two orders are given from day ${daysOverdue} overdue on`,
    hint: "Give one for each day.",
  }),

  "payment-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a payment`,
    hint: "Write 50/day, 200/week, 1500/month@15, or 20000@2027-03-01 for a single one.",
  }),
  "payment-cycle-unknown": ({ text }) => ({
    what: `${quote(text)} does not say how often`,
    hint: "After the slash write day, 3days, week, 2weeks, month or month@15.",
  }),
  "payment-commas-unclear": ({ text, list: turns, one }) => ({
    what: `${quote(text)} may be several payments in turn or one number with thousands`,
    hint: `Write '${visible(turns)}' in quotes for payments in turn, or ${visible(one)} for one number.`,
  }),
  "payment-before-as-of": ({ date, asOf }) => ({
    what: `${date} is not after ${asOf}, at whose close the balances hold`,
    hint: "Leave out what is already in the balances, or give an earlier --as-of with the balances of that day.",
  }),
  "pause-unreadable": ({ text }) => ({
    what: `${quote(text)} is not a stretch of days`,
    hint: "Write pause=2027-02-01..2027-02-28.",
  }),
  "until-before-from": ({ from, until }) => ({
    what: `the end ${until} lies before the start ${from}`,
    hint: "Exchange the two dates.",
  }),
} satisfies Partial<ProblemWords>;
