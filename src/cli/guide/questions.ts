/** What the guide asks: each question once, how its answer is read, and the options that the answers stand for. */

import { CYCLE_OPTIONS } from "../../input/options.ts";
import { plain } from "../../input/plain-text.ts";
import { invalid, mapped, ok, type Parsed } from "../../input/problem.ts";
import { withoutCycle } from "../../input/records/payment.ts";
import { amount } from "../../input/values/amount.ts";
import { readDaysOverdue } from "../../input/values/date.ts";
import { rate } from "../../input/values/rate.ts";
import { PLAN_CYCLES, type PlanCycle } from "../../loan/budget.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { formatFen, formatShort } from "../../loan/money.ts";
import { findProduct, productNames } from "../../loan/products.ts";
import type { GuideWords } from "../../messages/words.ts";
import type { LineOption } from "../next-command.ts";
import type { OptionKey } from "../options.ts";

export type QuestionKey = keyof GuideWords["questions"];

/** As an option takes it; null: the reader does not know. What was not asked yet is not there. */
export type Answers = { readonly [key in QuestionKey]?: string | null };

export interface Question {
  readonly key: QuestionKey;
  /** Questions that belong together have one number. */
  readonly number: number;
  readonly isAsked?: (given: Answers) => boolean;
  /** What can be chosen, the first if nothing is; else something is written. `unknown` is added to them all. */
  readonly choices?: readonly string[];
  /** What was written, as an option takes it. */
  readonly read: (text: string, given: Answers, asOf: Day) => Parsed<string>;
  /** That it is not known may be no answer. */
  readonly isNeeded?: (given: Answers) => boolean;
}

const PAYING = ["nothing", ...Object.values(CYCLE_OPTIONS)] as const;
export const OTHERS = ["no", "yes"] as const;

const PRODUCT: Question = { key: "product", number: 1, choices: productNames, read: ok };
/** Each borrower's own. */
const RATE: Question = {
  key: "rate",
  number: 1,
  isAsked: hasRate,
  read: (text) => mapped(rate.parse(text), () => plain(text)),
};
const PRINCIPAL: Question = { key: "principal", number: 2, read: readAmount };
const SINCE: Question = { key: "since", number: 3, read: readSince };

const BUDGET: Question = { key: "budget", number: 6, read: (text) => readPaid(text, "month") };

export const QUESTIONS: readonly Question[] = [
  PRODUCT,
  RATE,
  PRINCIPAL,
  SINCE,
  { key: "total", number: 4, read: readTotal, isNeeded: ({ principal }) => principal === null },
  { key: "paying", number: 5, choices: PAYING, read: ok },
  {
    key: "payment",
    number: 5,
    isAsked: ({ paying }) => paying !== null && paying !== "nothing",
    read: (text, { paying }) =>
      readPaid(
        text,
        PLAN_CYCLES.find((every) => CYCLE_OPTIONS[every] === paying),
      ),
  },
  BUDGET,
  { key: "others", number: 7, choices: OTHERS, read: ok },
];

/** What is asked of each further debt. */
export const QUESTIONS_OF_A_DEBT: readonly Question[] = [PRODUCT, RATE, { ...PRINCIPAL, isNeeded: () => true }, SINCE];

/** The same question, where an answer is needed. */
export const BUDGET_NEEDED: Question = { ...BUDGET, isNeeded: () => true };

/** `?`, or the words for it. */
export function isUnknown(text: string, { unknown, unknownTyped }: GuideWords): boolean {
  const typed = plain(text).toLowerCase();
  return typed === "?" || typed === unknown.toLowerCase() || unknownTyped.includes(typed);
}

/** A product that charges nothing before the due date may have a penalty rate of its own, which is no contract rate. */
function hasRate({ product }: Answers): boolean {
  const terms = findProduct(product ?? "")?.terms;
  if (terms === undefined || terms.rates.some((dated) => dated.rate.numerator > 0n)) return true;
  return terms.penalty.some(({ penalty }) => penalty.kind === "multiple");
}

function readAmount(text: string): Parsed<string> {
  return mapped(amount.parse(text), formatShort);
}

/** An amount, which may say again how often it is paid. */
function readPaid(text: string, every: PlanCycle | undefined): Parsed<string> {
  return readAmount(every === undefined ? text : withoutCycle(text, every));
}

/** Kept as the number of days. */
function readSince(text: string, _given: Answers, asOf: Day): Parsed<string> {
  return mapped(readDaysOverdue(text, asOf), String);
}

/** In all cannot be less than the principal alone. */
function readTotal(text: string, { principal }: Answers): Parsed<string> {
  const total = amount.parse(text);
  const least = typeof principal === "string" ? amount.parse(principal) : null;
  if (total.ok && least?.ok === true && total.value < least.value) {
    return invalid({ code: "total-below-principal", text, principal: formatFen(least.value) });
  }
  return readAmount(text);
}

/** The loan as options; where its principal is not known it is taken for all that is owed. */
export function loanOptions(answers: Answers, asOf: Day): readonly LineOption[] {
  const { product, principal, since, total } = answers;
  return given([
    ["product", product],
    ["principal", principal ?? total],
    ["daysOverdue", since],
    ["rate", hasRate(answers) ? answers.rate : null],
    ["asOf", formatDay(asOf)],
  ]);
}

export function paymentOptions({ paying, payment }: Answers): readonly LineOption[] {
  if (paying !== "daily" && paying !== "weekly" && paying !== "monthly") return [];
  return given([[paying, payment]]);
}

function given(options: readonly (readonly [OptionKey, string | null | undefined])[]): readonly LineOption[] {
  return options.flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : []));
}
