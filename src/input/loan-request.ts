/** The intake of one loan: options over the loan file over the product, checked in whole before anything is computed. */

import { type Day, formatDay } from "../loan/day.ts";
import { type Events, NO_EVENTS } from "../loan/events.ts";
import {
  COMPONENTS,
  type DatedCharge,
  type Instalment,
  type InterestMode,
  type Loan,
  type Terms,
} from "../loan/loan.ts";
import { assumedFields, type Product } from "../loan/products/product.ts";
import { WANGSHANGDAI } from "../loan/products/wangshangdai.ts";
import type { InputPlatform } from "../platform.ts";
import { readAmount } from "./amount.ts";
import { type Assumption, firstComputedDue, type Grounds, listAssumptions } from "./assumptions.ts";
import { readChoice } from "./choice.ts";
import { readDate } from "./date.ts";
import { type Debt, readDebt } from "./debt.ts";
import { type Horizon, readHorizon } from "./horizon.ts";
import { InputFiles } from "./input-files.ts";
import { totalIssue } from "./instalments.ts";
import { type LoanFile, readLoanFile } from "./loan-file.ts";
import { givenOption, type LoanOptions } from "./loan-options.ts";
import { readPayments } from "./payments.ts";
import { type Located, type ProblemCode, ProblemCollector, type Result } from "./problem.ts";
import { readProduct } from "./product.ts";
import type { StrategyContext } from "./strategy.ts";
import { type ReadTerms, readTerms } from "./terms.ts";

export interface LoanRequest {
  readonly loan: Loan;
  readonly events: Events;
  readonly product: Product;
  readonly productName: string;
  readonly assumptions: readonly Assumption[];
  /** The client gave the order of allocation; else the other customary order is worth showing. */
  readonly orderGiven: boolean;
  readonly horizon: Horizon;
}

export interface CommandDefaults {
  /** Days a run of the command has where no horizon is given. */
  readonly days: number;
}

/** The product taken where none is named. */
const DEFAULT_PRODUCT = WANGSHANGDAI;

const PRODUCT_VARIABLE = "OVERDUE_SIM_PRODUCT";

/** Judged against `asOf`; where that is not readable, or a damaged file might have given it, they would be false alarms. */
const NEED_AS_OF: readonly ProblemCode[] = [
  "payment-before-as-of",
  "until-not-after-as-of",
  "until-too-far",
  "accelerated-before",
];

/** The loan, or what is wrong with it; the day of its balances is told where it is known, for what is judged by it. */
export type LoanReading = Result<LoanRequest> & { readonly asOf: Day | null };

/** What strategies are read against; null where it is not known to what day the balances belong. */
export function strategyContext(loan: LoanReading): StrategyContext | null {
  if (loan.asOf === null) return null;
  return { asOf: loan.asOf, given: loan.ok ? loan.value.events : NO_EVENTS };
}

/** Papers come over the `inputFiles`, which other papers of the same command may share. */
export function readLoanRequest(
  options: LoanOptions,
  platform: InputPlatform,
  defaults: CommandDefaults,
  inputFiles: InputFiles = new InputFiles(platform),
): LoanReading {
  const problems = new ProblemCollector();
  const file = readFile(options, inputFiles, problems);
  const isFileDamaged = problems.count > 0;
  const asOfGiven = givenOption(options, "asOf") ?? file?.asOf ?? null;
  const asOfRead = asOfGiven && problems.read(asOfGiven, readDate);
  const asOf = asOfRead ?? platform.today;
  const productGiven = givenProduct(options, file, platform);
  const product = (productGiven && problems.read(productGiven, readProduct)) ?? DEFAULT_PRODUCT;

  const read = readTerms(options, file, product.terms, problems);
  const debt = readDebt({ options, file, terms: read.terms, asOf, inputFiles }, problems);
  const events = { ...NO_EVENTS, ...readPayments(options, file, asOf, inputFiles, problems) };
  const charges = readCharges(file, problems);
  const accelerateOn = readAcceleration(file, asOf, problems);
  const horizon = readHorizon(options, asOf, defaults.days, problems);
  if (options.name === "") problems.add("--name", { code: "empty" });
  if (debt !== null) checkTogether(options, file, debt, read, asOf, problems);
  if (isFileDamaged) problems.forget(["principal-missing"]);
  const isAsOfKnown = asOfGiven === null ? !isFileDamaged : asOfRead !== null;
  if (!isAsOfKnown) problems.forget(NEED_AS_OF);
  const handedOut = { asOf: isAsOfKnown ? asOf : null };
  if (debt === null || horizon === null) return { ...problems.result<LoanRequest>(null), ...handedOut };

  const terms = { ...read.terms, interest: interestMode(read, debt, asOf) };
  const { instalments, borrowed } = debt;
  const name = (options.name ?? file?.name?.text ?? "").trim() || null;
  const result = problems.result<LoanRequest>({
    loan: {
      name,
      asOf,
      instalments,
      borrowed,
      terms,
      charges,
      accelerateOn,
      waivers: [],
      interruptions: [],
      lender: "bank",
      jurisdiction: "cn",
      agreedFlows: null,
    },
    events,
    product,
    productName: product.name,
    orderGiven: read.given.has("order"),
    horizon,
    assumptions: listAssumptions({
      asOf,
      isAsOfGiven: asOfGiven !== null,
      productName: product.name,
      isProductGiven: productGiven !== null,
      ...knownTerms(read, terms, debt, product),
      terms,
      debt,
      isDaysOverdueGiven: options.daysOverdue !== undefined,
      isInterestGiven: options.owedInterest !== undefined,
      accelerateOn,
    }),
  });
  return { ...result, ...handedOut };
}

function readFile(options: LoanOptions, inputFiles: InputFiles, problems: ProblemCollector): LoanFile | null {
  const path = givenOption(options, "loan");
  if (path === null) return null;
  const text = problems.take(path.where, inputFiles.read(path.text, path.where));
  return text === null ? null : readLoanFile(text, path.text, problems);
}

/** The variable stands for the option, but a loan file that names its product knows better. */
function givenProduct(options: LoanOptions, file: LoanFile | null, platform: InputPlatform): Located | null {
  const variable = platform.environment[PRODUCT_VARIABLE];
  const fromVariable = variable ? { text: variable, where: PRODUCT_VARIABLE } : null;
  return givenOption(options, "product") ?? file?.product ?? fromVariable;
}

/** Charges dated `asOf` or before are in the balances already; that is no mistake. */
function readCharges(file: LoanFile | null, problems: ProblemCollector): readonly DatedCharge[] {
  let total = 0;
  return (file?.charges ?? []).flatMap((row) => {
    const date = problems.read(row.date, readDate);
    const amount = problems.read(row.amount, (text) => readAmount(text));
    const component = row.component ? problems.read(row.component, (text) => readChoice(text, COMPONENTS)) : "fee";
    if (date === null || amount === null || component === null) return [];
    const issue = totalIssue(total + amount);
    if (issue !== null && totalIssue(total) === null) problems.add(row.amount.where, issue);
    total += amount;
    return [{ date, amount, component, note: row.note?.text ?? null }];
  });
}

/** A loan called in before `asOf` has other due dates on `asOf`, and those are what the instalments have to say. */
function readAcceleration(file: LoanFile | null, asOf: Day, problems: ProblemCollector): Day | null {
  if (!file?.accelerateOn) return null;
  const date = problems.read(file.accelerateOn, readDate);
  if (date !== null && date <= asOf) {
    const issue = { code: "accelerated-before", date: formatDay(date), asOf: formatDay(asOf) } as const;
    problems.add(file.accelerateOn.where, issue);
  }
  return date;
}

function checkTogether(
  options: LoanOptions,
  file: LoanFile | null,
  debt: Debt,
  read: ReadTerms,
  asOf: Day,
  problems: ProblemCollector,
): void {
  const givenInterest = givenOption(options, "interest") ?? file?.terms?.interest;
  const needed = firstComputedDue(debt, asOf);
  const from = read.terms.rates[0]?.from ?? null;
  if (from !== null && from > needed) {
    const issue = { code: "rates-start-late", from: formatDay(from), needed: formatDay(needed) } as const;
    problems.add(file?.placeOf("terms") ?? "--rate", issue);
  }
  const isAccrued = read.given.has("interest") && read.terms.interest === "accrued";
  if (debt.source !== "contract" || !isAccrued) return;
  problems.add(givenInterest?.where ?? "--interest", { code: "contract-interest-accrued" });
}

/** Instalments that carry interest ahead of their due dates were fixed in advance: it must not accrue a second time. */
function interestMode(read: ReadTerms, debt: Debt, asOf: Day): InterestMode {
  if (read.given.has("interest")) return read.terms.interest;
  return carriesInterestAhead(debt.instalments, asOf) ? "scheduled" : read.terms.interest;
}

/** Which terms are given, and which stand on nothing; a mode of interest read off a table of instalments is a guess. */
function knownTerms(
  read: ReadTerms,
  terms: Terms,
  debt: Debt,
  product: Product,
): Pick<Grounds, "givenTerms" | "unverified"> {
  const unverified = assumedFields(product);
  if (terms.interest === read.terms.interest) return { givenTerms: read.given, unverified };
  if (debt.source === "contract") return { givenTerms: new Set([...read.given, "interest"]), unverified };
  return { givenTerms: read.given, unverified: [...unverified, "interest"] };
}

function carriesInterestAhead(instalments: readonly Instalment[], asOf: Day): boolean {
  return instalments.some(({ due, interest }) => due > asOf && interest > 0);
}
