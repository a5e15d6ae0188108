/** What was assumed rather than given, in English. */

import type { AssumptionWords } from "../assumption-words.ts";

export const assumptionWords: AssumptionWords = {
  sentences: {
    "as-of-today": ({ value, option }) => `The balances are taken to hold at the close of today, ${value} (${option}).`,
    "product-default": ({ value, option }) => `No product is named; the terms of ${value} are taken (${option}).`,
    "single-instalment": ({ option }) => `The principal is taken as one amount with one due date (${option}).`,
    "not-yet-overdue": ({ option }) => `The debt is taken to fall due just now, with 0 days overdue (${option}).`,
    "no-interest-owed": ({ option }) => `No interest is taken to be owed from before the due date (${option}).`,
    "charges-computed": ({ value, option }) =>
      `Charges of the ${value} days overdue so far are computed, as if nothing had been paid (${option}).`,
    "borrowed-equals-principal": ({ value, option }) =>
      `The amount once lent, on which penalty counts, is taken as ${value} (${option}).`,
    "due-until-now-paid": ({ value, option }) => `The ${value} instalments due so far are taken as paid (${option}).`,
    "paid-before-missed": ({ value, option }) =>
      `The ${value} instalments before the first missed one are taken as paid in full (${option}).`,
    "accelerated-interest": ({ value, option }) =>
      `When the loan is called due on ${value}, interest fixed in advance is taken to fall due in whole (${option}).`,
    "deferral-without-interest": ({ option }) =>
      `Interest is fixed in advance, so none is taken for the months of a deferral; give a rate if the lender charges any (${option}).`,
    "settlement-waives-rest": ({ option }) =>
      `A settlement is taken to pay in the order of allocation, and what that leaves to be waived (${option}).`,
    "future-interest-kept": ({ value, option }) =>
      `Interest of ${value} fixed in advance for instalments not yet due is taken to be part of what is agreed over, settled or refinanced (${option} in an agreement takes it out).`,
  },
  terms: {
    rate: ({ value, option }) => `contract rate ${value} (${option})`,
    penalty: ({ value, option }) => `penalty ${timesTheRate(value)} (${option})`,
    "penalty-base": ({ value, option }) => `penalty on ${PENALTY_BASES[value] ?? value} (${option})`,
    compound: ({ value, option }) =>
      value === "none"
        ? `no compound interest (${option})`
        : `compound interest on ${COMPOUND_BASES[value] ?? value} (${option})`,
    "late-fee": ({ value, option }) => (value === "none" ? `no late fee (${option})` : `late fee ${value} (${option})`),
    order: ({ value, option }) => `cleared in the order ${value.replaceAll(",", ", ")} (${option})`,
    by: ({ value, option }) => `${value} by ${value} (${option})`,
    "order-after": ({ value, option }) => `from a day overdue on the order is ${value} (${option})`,
    surplus: ({ value, option }) => `money beyond what is due ${SURPLUSES[value] ?? value} (${option})`,
    "day-count": ({ value, option }) => `days by ${value} (${option})`,
    grace: ({ value, option }) => `${graceDays(value)} (${option})`,
    rounding: ({ value, option }) => `${ROUNDINGS[value] ?? value} (${option})`,
    "interest-mode": ({ value, option }) => `${INTEREST_MODES[value] ?? value} (${option})`,
  },
  lines: {
    rates: (terms) => `Rates and fees: ${terms.join("; ")}.`,
    payments: (terms) => `Payments: ${terms.join("; ")}.`,
    counting: (terms) => `Counting: ${terms.join("; ")}.`,
  },
};

type Named = Readonly<Record<string, string>>;

const PENALTY_BASES: Named = {
  "overdue-principal": "the overdue principal",
  "outstanding-principal": "the whole principal outstanding",
  borrowed: "the amount once lent",
};
const COMPOUND_BASES: Named = { interest: "unpaid interest", all: "unpaid charges of every kind" };
const SURPLUSES: Named = {
  next: "goes to the next instalment",
  last: "goes to the last instalment",
  spread: "is spread over what is left",
  none: "is not taken",
};
const ROUNDINGS: Named = { posting: "rounded to the fen when posted", daily: "rounded to the fen every day" };
const INTEREST_MODES: Named = {
  accrued: "interest before the due date accrues day by day",
  scheduled: "interest before the due date is fixed in advance",
};

/** `3:waive` */
function graceDays(value: string): string {
  const [days = "", kind] = value.split(":");
  if (days === "0") return "no grace days";
  return kind === "skip" ? `penalty starts after ${days} grace days` : `no penalty if paid within ${days} grace days`;
}

/** `1.5x` means a multiple of the contract rate. */
function timesTheRate(value: string): string {
  return /^[\d./]+x$/.test(value) ? `${value} the contract rate` : value;
}
