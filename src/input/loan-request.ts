/** The intake of one loan: options over the loan file over the product, checked in whole before anything is computed. */

import { isLprGranted } from "../law/lpr.ts";
import { byDate, type Day, formatDay } from "../loan/day.ts";
import { type Events, NO_EVENTS, paysMinimum } from "../loan/events.ts";
import { carriesInterestAhead, firstComputedDue, type Instalment, type Loan } from "../loan/loan.ts";
import { assumedFields, type Product } from "../loan/products/product.ts";
import { WANGSHANGDAI } from "../loan/products/wangshangdai.ts";
import type { InterestMode, TermField, Terms } from "../loan/terms.ts";
import type { InputPlatform } from "../platform.ts";
import { type Assumption, type Grounds, listAssumptions } from "./assumptions.ts";
import { type Debt, readDebt } from "./debt.ts";
import { listOf, oneOrMore, parsed, type Reader, readWritten } from "./field.ts";
import { readHorizon } from "./horizon.ts";
import { InputFiles, type InputSources } from "./input-files.ts";
import { type LoanFile, type LoanFileKey, type LoanSources, readGiven, readLoanFile } from "./loan-file.ts";
import { type LoanOptions, writtenOption } from "./options.ts";
import { readPayments } from "./payments.ts";
import { ProblemCollector, type Result } from "./problem.ts";
import { charge, interruption, waiver } from "./records/dated.ts";
import type { StrategyContext } from "./strategy.ts";
import { minimumMissing, type ReadTerms, readTerms } from "./terms.ts";
import { totalIssue } from "./values/amount.ts";
import { date, dateAfter, EARLIEST } from "./values/date.ts";
import { jurisdiction, lenderKind, readProduct } from "./values/words.ts";
import { type Written, writtenText } from "./written.ts";

export interface LoanRequest {
  readonly loan: Loan;
  readonly events: Events;
  readonly product: Product;
  /** Else the usual one stands in for it. */
  readonly isProductNamed: boolean;
  readonly assumptions: readonly Assumption[];
  /** The others are the product's, or customary. */
  readonly givenTerms: ReadonlySet<TermField>;
  /** The last day of a run; null: it goes on until the loan is cleared. */
  readonly until: Day | null;
}

interface CommandDefaults {
  /** Days a run of the command has where no horizon is given. */
  readonly days: number;
  /** What was received is held against what was taken off in advance, also where no payments of the contract are known. */
  readonly holdsReceived?: true;
}

/** The product taken where none is named. */
const DEFAULT_PRODUCT = WANGSHANGDAI;

export const PRODUCT_VARIABLE = "OVERDUE_SIM_PRODUCT";

/**
 * The loan, or what is wrong with it; and the day of its balances, by which other dates are judged. Where it is not known to
 * what day they belong, that is the first there is, so that none is reported as too early.
 */
export type LoanReading = Result<LoanRequest> & { readonly asOf: Day };

/** What strategies are read against. */
export function strategyContext(loan: LoanReading): StrategyContext {
  return { asOf: loan.asOf, given: loan.ok ? loan.value.events : NO_EVENTS };
}

/** Files are read through `inputFiles`, which several readers of one command share: standard input can be read only once. */
export function readLoanRequest(
  options: LoanOptions,
  platform: InputSources,
  defaults: CommandDefaults,
  inputFiles: InputFiles = new InputFiles(platform),
): LoanReading {
  const problems = new ProblemCollector();
  const file = options.loan === undefined ? null : readLoanFile(options.loan, inputFiles, problems);
  // Nothing but the file is read yet, whose problems are all there are.
  const isFileDamaged = problems.count > 0;
  const sources = { options, file, inputFiles, problems };
  const day = readDay(sources, isFileDamaged, platform);
  const { asOf } = day;
  const productGiven = givenProduct(options, file, platform);
  const product = readWritten(productGiven, parsed(readProduct), problems) ?? DEFAULT_PRODUCT;
  const written = { options, file: file?.terms ?? null };
  const read = readTerms(written, product.terms, problems);
  const isInterestGiven = read.given.has("interest");
  const debt = readDebt({ ...sources, terms: read.terms, isInterestGiven, asOf });
  if (debt?.source === "principal" && options.received !== undefined && defaults.holdsReceived !== true)
    problems.add("--received", { code: "conflict", options: ["--received", "--principal"] });
  const events = { ...NO_EVENTS, ...readPayments(sources, asOf) };
  checkMinimum(events, read, sources);
  const lenderActs = readLenderActs(sources, asOf);
  const { isLenderAssumed, ...lender } = readLender(sources, product);
  const until = readHorizon(options, asOf, defaults.days, problems);
  const name = readName(sources);
  if (debt !== null) checkRates(sources, debt, read, asOf);
  // What only follows from something else not being readable.
  if (isFileDamaged) problems.forget(({ code }) => code === "debt-missing");
  if (!day.isKnown) problems.forget(({ code }) => code === "too-early" || code === "too-far");
  const handedOut = day.isKnown ? asOf : EARLIEST;
  if (debt === null || until === undefined) return { asOf: handedOut, ...problems.result<LoanRequest>(null) };

  const terms = { ...read.terms, interest: interestMode(read, debt, asOf) };
  const { instalments, borrowed, contract, agreedFlows } = debt;
  const ofContract = contract === undefined ? {} : { contract };
  const result = problems.result<LoanRequest>({
    loan: { name, asOf, instalments, borrowed, terms, ...lenderActs, ...lender, agreedFlows, ...ofContract },
    events,
    product,
    isProductNamed: productGiven !== null,
    givenTerms: read.given,
    until,
    assumptions: listAssumptions({
      asOf,
      isAsOfGiven: day.isGiven,
      productName: product.name,
      isProductGiven: productGiven !== null,
      lenderAssumed: isLenderAssumed ? lender.lender : null,
      ...knownTerms(read, terms, debt, product),
      terms,
      debt,
      isDaysOverdueGiven: options.daysOverdue !== undefined,
      isInterestGiven: options.owedInterest !== undefined,
      accelerateOn: lenderActs.accelerateOn,
      areRatesBeyondTable: read.areRatesBeyondTable,
      isLprGranted: isLprGranted({ ...lender, terms }),
    }),
  });
  return { asOf: handedOut, ...result };
}

/** The day of the balances. */
interface GivenDay {
  readonly asOf: Day;
  readonly isGiven: boolean;
  /** False where it is not readable, or a damaged file might have given it: today stands for it. */
  readonly isKnown: boolean;
}

/** Today is asked for only where no day is given: a page with sliders records it, and then keeps that day. */
function readDay(sources: LoanSources, isFileDamaged: boolean, platform: Pick<InputPlatform, "today">): GivenDay {
  const isGiven = sources.options.asOf !== undefined || Boolean(sources.file?.get("asOf"));
  const asOf = readGiven(sources, "asOf", "asOf", date);
  return { asOf: asOf ?? platform.today, isGiven, isKnown: isGiven ? asOf !== null : !isFileDamaged };
}

/** A minimum payment is what the contract's rule says: without a rule there is none, and nothing would be paid. */
function checkMinimum(
  events: Events,
  { terms, given, unreadable }: ReadTerms,
  { options, file, problems }: LoanSources,
): void {
  if (terms.minimum !== null || unreadable.has("minimum") || !paysMinimum(events)) return;
  const isTyped = options.pay?.some((text) => /^\s*(?:minimum|最低还款)/i.test(text)) ?? false;
  const where = isTyped ? "--pay" : (file?.placeOf("streams") ?? "--pay");
  problems.add(where, minimumMissing("minimum/month", given.has("minimum")));
}

function readLender(
  sources: LoanSources,
  product: Product,
): Pick<Loan, "lender" | "jurisdiction"> & { readonly isLenderAssumed: boolean } {
  const given = readGiven(sources, "lender", "lender", lenderKind);
  const law = readGiven(sources, "jurisdiction", "jurisdiction", jurisdiction) ?? "cn";
  const isLenderAssumed = given === null && law === "cn" && product.lenderAssumed;
  return { lender: given ?? product.lender, jurisdiction: law, isLenderAssumed };
}

function readName({ options, file, problems }: LoanSources): string | null {
  if (options.name?.trim() === "") problems.add("--name", { code: "empty" });
  return (options.name ?? file?.text("name")?.text ?? "").trim() || null;
}

/** Charges, waivers, interruptions and a call of the loan, each on a date. */
function readLenderActs(
  sources: LoanSources,
  asOf: Day,
): Pick<Loan, "charges" | "waivers" | "interruptions" | "accelerateOn"> {
  const { file, problems } = sources;
  const inFile = <Value>(key: LoanFileKey, shape: Reader<Value>): Value | null =>
    readWritten(file?.get(key) ?? null, shape, problems);
  const charges = inFile("charges", listOf(charge(asOf))) ?? [];
  const issue = totalIssue(charges.reduce((total, { amount }) => total + amount, 0));
  if (issue !== null) problems.add(file?.placeOf("charges") ?? "--loan", issue);
  const waivers = readGiven(sources, "waive", "waivers", oneOrMore(waiver(asOf))) ?? [];
  const interruptions = inFile("interruptions", listOf(interruption)) ?? [];
  return {
    charges,
    waivers: waivers.toSorted(byDate),
    interruptions: interruptions.toSorted(byDate),
    // A loan called in before `asOf` has other due dates on `asOf`, and those are what the instalments have to say.
    accelerateOn: inFile("accelerateOn", dateAfter(asOf, "acceleration")),
  };
}

/** The variable stands for the option, but a loan file that names its product knows better. */
function givenProduct(options: LoanOptions, file: LoanFile | null, platform: InputPlatform): Written | null {
  const variable = platform.environment[PRODUCT_VARIABLE];
  const fromVariable = variable ? writtenText(variable, PRODUCT_VARIABLE) : null;
  return writtenOption(options, "product") ?? file?.text("product") ?? fromVariable;
}

/** A rate has to be known from the first day on which something is computed: null, or the day from which on it is. */
export function rateMissingUntil({ rates }: Terms, instalments: readonly Instalment[], asOf: Day): Day | null {
  const from = rates[0]?.from ?? null;
  return from !== null && from > firstComputedDue(instalments, asOf) ? from : null;
}

function checkRates({ options, file, problems }: LoanSources, debt: Debt, { terms }: ReadTerms, asOf: Day): void {
  const needed = firstComputedDue(debt.instalments, asOf);
  const from = rateMissingUntil(terms, debt.instalments, asOf);
  if (from === null) return;
  const issue = { code: "rates-start-late", from: formatDay(from), needed: formatDay(needed) } as const;
  problems.add(options.rate === undefined ? (file?.terms?.placeOf("rate") ?? "--rate") : "--rate", issue);
}

/** Instalments that carry interest ahead of their due dates were fixed in advance: it must not accrue a second time. */
function interestMode(read: ReadTerms, debt: Debt, asOf: Day): InterestMode {
  if (debt.interest !== null) return debt.interest;
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
