/** What was assumed rather than given, in English. */

import { byNaming } from "../../loan/component-names.ts";
import { plural } from "../../output/figures.ts";
import { type AssumptionWords, amountsByDay, rateOfDay } from "../assumption-words.ts";
import type { TermWords } from "../term-words.ts";
import { componentNames, termWords } from "./terms.ts";

const LENDERS: Readonly<Record<string, string>> = {
  bank: "a bank",
  "consumer-finance": "consumer finance",
  "micro-loan": "a micro-loan company",
  private: "a private lender",
};

const assumptionWordsWith = (words: TermWords, penalty: string, isPrivate: boolean): AssumptionWords => ({
  sentences: {
    "as-of-today": ({ value, option }) => `The balances are taken to hold at the close of today, ${value} (${option}).`,
    "as-of-statement": ({ value, option }) =>
      `The balances are taken to hold at the close of ${value}, the day before the statement begins (${option}).`,
    "as-of-balance": ({ value, option }) =>
      `The balances are taken to hold at the close of ${value}, the day of the balance with which the statement begins: it is what was given as owed (${option}).`,
    "product-default": ({ value, option }) =>
      `No product is named; the terms of ${value} are taken (${option})${isPrivate ? `; for a loan between private people there is ${option} private-loan` : ""}.`,
    "single-instalment": ({ option }) => `The principal is taken as one amount with one due date (${option}).`,
    "not-yet-overdue": ({ option }) => `The debt is taken to fall due just now, with 0 days overdue (${option}).`,
    "no-interest-owed": ({ option }) => `No interest is taken to be owed from before the due date (${option}).`,
    "charges-computed": ({ value, option }) =>
      `Charges of the ${plural(Number(value), "day", "days")} overdue so far are computed, as if nothing had been paid (${option}).`,
    "interest-from-before-due": ({ value, option }) =>
      `The interest given is taken to be from before the due date (${option}); the ${penalty} of the ${plural(Number(value), "day", "days")} since is computed beside it. What of it is of these days belongs under --owed-penalty.`,
    "borrowed-equals-principal": ({ value, option }) =>
      `The amount once lent, on which ${penalty} or a cap counts, is taken as ${value} (${option}).`,
    "cap-beside-fixed-interest": ({ option }) =>
      `Interest fixed in advance is counted as it was agreed: a cap limits only what accrues and is charged beside it (${option}).`,
    "paid-out-day": ({ value, option }) =>
      `The loan is taken to have been paid out on ${value}, the day from which the first instalment's interest counts; if it was earlier, the cost is lower, if later, higher (${option} AMOUNT@DATE).`,
    "due-until-now-paid": ({ value, option }) =>
      `The ${plural(Number(value), "instalment due so far is", "instalments due so far are")} taken as paid (${option}).`,
    "paid-before-missed": ({ value, option }) =>
      `The ${plural(Number(value), "instalment before the first missed one is", "instalments before the first missed one are")} taken as paid in full (${option}).`,
    "accelerated-interest": ({ value, option }) =>
      `When the loan is called due on ${value}, of interest fixed in advance what is earned by then is taken to fall due (${option}).`,
    "deferral-without-interest": ({ option }) =>
      `Interest is fixed in advance, so none is taken for the months of a deferral; give a rate if the lender charges any (${option}).`,
    "settlement-waives-rest": ({ option }) =>
      `What a settlement pays is counted to the principal first, and what it leaves is taken to be waived (${option}).`,
    "unearned-left-out": ({ option }) =>
      `Interest fixed in advance for days that lie ahead is taken to be no part of what is agreed over, settled or refinanced (Civil Code, art 677; ${option} counts it in).`,
    "fees-ahead-counted": ({ option }) =>
      `Fees of instalments still to come (of a guarantee, of a service) are counted in whole in what is agreed over, settled, refinanced, called due or paid off early: no article leaves out those for days ahead, as one does for interest, but the contract may, and one can ask for it (${option}).`,
    "interest-paid-ahead": ({ value, option }) => {
      const amounts = amountsByDay(value, (amount, day) => `${amount} of what is paid by ${day}`);
      return `Interest fixed in advance is taken as owed with its instalment, also where it is paid before: ${amounts.join(", ")} is for the days after. Of a loan paid early only interest for the days the money was had is owed, unless the contract says otherwise (Civil Code, art 677): ask the lender to leave the rest out, as a settlement does (${option}). The yearly cost of the arrears does not count it.`;
    },
    "reference-rate-goes-on": ({ value, option }) =>
      `No LPR after ${value} is known here; the last one known is taken to go on (${option}).`,
    "lpr-not-counted": ({ option }) =>
      `Where no interest was agreed, courts grant a lender who asks for it the one-year LPR after the due date (民间借贷规定 art 28); it is not counted (${option}).`,
    lender: ({ value, option }) =>
      `The platform's lender is not known; the lines of the law are those for ${LENDERS[value] ?? value} (${option}).`,
  },
  terms: {
    rates: {
      rate: (terms) => `contract rate ${words.rates(terms.rates)}`,
      penalty: (terms) => `${penalty} ${words.penalty(terms.penalty)}`,
      "penalty-base": (terms) => `${penalty} on ${words.penaltyBase(terms.penaltyBase)}`,
      compound: (terms) => `compound interest on ${words.compound(terms.compound)}`,
      "compound-rests": (terms) => `compounding ${words.compoundRests(terms.compoundRests)}`,
      "late-fee": (terms) => `late fee: ${words.lateFees(terms.lateFees)}`,
      cap: (terms) => `at most: ${words.caps(terms.caps)}`,
      minimum: (terms) => `minimum payment ${words.minimum(terms.minimum)}`,
    },
    payments: {
      order: (terms) => `cleared in the order ${words.order(terms.order)}`,
      by: (terms) => words.by(terms.by),
      "order-after": (terms) => `order later: ${words.orderAfter(terms.orderAfter)}`,
      surplus: (terms) => `money beyond what is due ${words.surplus(terms.surplus)}`,
    },
    counting: {
      "day-count": (terms) => {
        const day = rateOfDay(terms);
        const rate = day && `: ${words.rates(terms.rates)} is ${day.isRounded ? "about " : ""}${day.percent} a day`;
        return `${words.dayCount(terms.dayCount)}${rate ?? ""}`;
      },
      grace: (terms) => words.grace(terms.grace),
      rounding: (terms) => words.rounding(terms.rounding),
      "interest-mode": (terms) => words.interest(terms.interest),
    },
  },
  withOption: (term, option) => `${term} (${option})`,
  lines: {
    rates: (terms) => `Rates and fees: ${terms.join("; ")}.`,
    payments: (terms) => `Payments: ${terms.join("; ")}.`,
    counting: (terms) => `Counting: ${terms.join("; ")}.`,
  },
});

export const assumptionWords = byNaming((naming) =>
  assumptionWordsWith(termWords[naming], componentNames[naming].penalty, naming === "private"),
);
