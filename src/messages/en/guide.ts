/** English: what `guide` asks and says. */

import type { Fen } from "../../loan/money.ts";
import { formatMoney } from "../../output/figures.ts";

export const intro: string =
  "A few questions, then an answer. Enter takes what stands there already, Esc goes back, Ctrl-C leaves at once. If you do not know an answer, type ?, or choose “I don't know” in a list. Nothing is kept, nothing leaves this computer.";
export const unknown: string = "I don't know";
/** What else may be typed for it, in small letters. */
export const unknownTyped: readonly string[] = ["i do not know", "don't know", "dont know", "unknown", "no idea"];
export const numbered = (number: number, of: number, question: string): string => `${number}/${of} ${question}`;

/** Each with what helps to answer it, and an example. */
export const questions = {
  product: {
    ask: "Which app or product is the debt with?",
    hint: "Its usual rate, charges and order of allocation are taken.",
  },
  rate: {
    ask: "What rate does the app or the contract show?",
    hint: "Each borrower has one of his own; it stands with the loan or in the contract. For example 0.04%/day or 18%/year.",
  },
  principal: {
    ask: "How much of the principal is left to pay?",
    hint: "What was borrowed and is not yet paid back, without interest and other charges. For example 50000 or 5万.",
  },
  since: {
    ask: "Since when is it overdue?",
    hint: "The due date that was missed, or the number of days or months. For example 2026-08-24, 90 or 3 months.",
  },
  total: {
    ask: "What does the app say is owed in all?",
    hint: "With all interest and other charges, as of today. For example 53400.50.",
  },
  paying: { ask: "Do you pay anything at the moment?", hint: "For example 50 every day, or 1500 every month." },
  payment: { ask: "How much each time?", hint: "For example 50 every day, 350 every week or 1500 every month." },
  budget: {
    ask: "How much could you pay a month, if the lender agreed?",
    hint: "What is really left after food, rent and medicine. For example 1500.",
  },
  others: {
    ask: "Do you have other debts besides this one?",
    hint: "They can share one budget, for example 3000 a month.",
  },
};

export const payingChoices = {
  nothing: "no, nothing",
  daily: "yes, every day",
  weekly: "yes, every week",
  monthly: "yes, every month",
};
export const othersChoices = { no: "no", yes: "yes" };

export const neededAmount: string =
  "Without the principal or what is owed in all nothing can be worked out. The app shows both under the bill or the contract; Esc goes back.";
export const neededBudget: string =
  "Without an amount nothing can be planned. Write what is left after food, rent and medicine, even if it is little; Esc goes back.";
export const sinceUnknown: string =
  "Since when it is overdue is not known: it counts as not overdue before today. If it is, the days overdue and the credit record are worse than shown, and the charges so far are missing unless the app's total has them; the app shows the due date under the bill.";
export const totalForPrincipal = (total: Fen): string =>
  `The principal is not known: all of the ${formatMoney(total)} is taken for it. What of it is charges usually bears less, so the charges to come are rather too high than too low; ask the lender for the principal.`;
export const chargesAsStated = (stated: Fen, computed: Fen, product: string): string =>
  stated === computed
    ? `The app's total agrees with the usual terms of “${product}”: ${formatMoney(stated)} of charges.`
    : `By the app's total, charges come to ${formatMoney(stated)}; by the usual terms of “${product}” they would be ${formatMoney(computed)}. The app's figure is taken, made up as those terms would make it up. overdue-sim audit looks through the lender's statement for where the difference comes from.`;
export const chargesUnexplained = (stated: Fen): string =>
  `By the app's total, charges come to ${formatMoney(stated)}. What they are made up of is not known: all is taken for interest.`;

export const sameLine: string = "The same as a line to type or to keep:";
export const whichAnswer: string = "Which answer?";
export const menu: string = "What next?";
export const actions = {
  ask: "what to ask the lender for",
  letter: "a letter that asks for it",
  days: "day by day",
  report: "a report to show, as a file",
  debts: "several debts, one budget",
  change: "change an answer",
  quit: "quit",
};
export const reportFile = {
  ask: "What shall the file be called?",
  hint: "It opens in any browser. For example report.html.",
};
export const defaultReport: string = "overdue-report.html";
export const letterFile = {
  ask: "In which file shall the letter be kept?",
  hint: "To fill in and print it. Esc keeps nothing. For example letter.txt.",
};
export const defaultLetter: string = "letter.txt";
export const noLetter: string =
  "No plan within this budget can be put into a letter; below is what the budget does. Whoever cannot pay can still ask the lender for a deferral or a waiver.";
/** Also its name, where its product is not known. */
export const debtNumber = (number: number): string => `Debt ${number}`;
export const ofDebt = (debt: string, question: string): string => `${debt}: ${question}`;
export const moreDebts = { ask: "Is there another debt?", hint: "All of them share one budget." };
export const sharedBudget = {
  ask: "How much a month is there for all debts together?",
  hint: "What is really left after food, rent and medicine. For example 3000.",
};
export const debtsFile = {
  ask: "In which file shall the list of debts be kept?",
  hint: "It is needed to plan with, and can be changed later. Esc keeps nothing. For example debts.csv.",
};
export const defaultDebts: string = "debts.csv";
export const fileExists = (path: string): { ask: string; hint: string } => ({
  ask: `There is a file ${path} already. Replace it?`,
  hint: "What is in it is lost.",
});
export const replaceChoices: typeof othersChoices = { no: "no", yes: "yes" };
