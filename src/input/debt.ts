/** What is owed: one amount, a table of instalments, the list in the loan file, or a contract. */

import type { Day } from "../loan/day.ts";
import type { Instalment, Terms } from "../loan/loan.ts";
import { type Fen, sum, ZERO } from "../loan/money.ts";
import { readAmount } from "./amount.ts";
import { type Balances, readBalances, refuseBalances, withBalances } from "./balances.ts";
import { readContract } from "./contract.ts";
import type { InputFiles } from "./input-files.ts";
import { givenTotal, readInstalments, readInstalmentsTable, totalIssue } from "./instalments.ts";
import type { LoanFile } from "./loan-file.ts";
import { givenOption, type LoanOptions, optionName } from "./loan-options.ts";
import { ProblemCollector } from "./problem.ts";

export interface Debt {
  readonly source: "principal" | "instalments" | "contract";
  /** By due date, earliest first. */
  readonly instalments: readonly Instalment[];
  readonly borrowed: Fen;
  readonly isBorrowedGiven: boolean;
  /** Instalments of a contract that count as paid. */
  readonly paidInstalments: number;
  readonly isMissedSinceGiven: boolean;
}

/** Where the debt was found, and what it is before it is looked at as a whole. */
interface Found {
  readonly where: string;
  readonly source: Debt["source"];
  readonly instalments: readonly Instalment[];
  readonly borrowed: Fen | null;
  readonly paidInstalments?: number;
  readonly isMissedSinceGiven?: boolean;
}

/** What every way to find a debt needs to know. */
interface Case {
  readonly options: LoanOptions;
  readonly file: LoanFile | null;
  readonly terms: Terms;
  readonly asOf: Day;
  readonly inputFiles: InputFiles;
}

/** Ten years of daily instalments; the cost of a run grows with their number times the days. */
const MOST_INSTALMENTS = 3_660;

const CONTRACT_KEYS = ["months", "method", "firstDue", "missedSince"] as const;

/** The debt as of `asOf`, or null after what is wrong with it is noted. */
export function readDebt(debtCase: Case, problems: ProblemCollector): Debt | null {
  const before = problems.count;
  const balances = readBalances(debtCase.options, problems);
  const found = findDebt(debtCase, balances, problems);
  if (found === null || problems.count > before) return null;
  const instalments = found.instalments.toSorted((left, right) => left.due - right.due);
  if (instalments.length > MOST_INSTALMENTS) {
    problems.add(found.where, {
      code: "too-many-instalments",
      instalments: instalments.length,
      most: MOST_INSTALMENTS,
    });
    return null;
  }
  const total = givenTotal(instalments);
  const issue = total === 0 ? ({ code: "nothing-owed" } as const) : totalIssue(total);
  if (issue !== null) {
    problems.add(found.where, issue);
    return null;
  }
  return {
    source: found.source,
    instalments,
    borrowed: found.borrowed ?? sum(instalments.map(({ principal }) => principal)),
    isBorrowedGiven: found.borrowed !== null,
    paidInstalments: found.paidInstalments ?? 0,
    isMissedSinceGiven: found.isMissedSinceGiven ?? false,
  };
}

function findDebt(debtCase: Case, balances: Balances, problems: ProblemCollector): Found | null {
  const { options, file } = debtCase;
  const principal = options.principal === undefined ? null : "--principal";
  const table = options.instalments === undefined ? null : "--instalments";
  const contractKey = CONTRACT_KEYS.find((key) => options[key] !== undefined);
  const contractInFile = CONTRACT_KEYS.some((key) => file?.contract?.[key])
    ? (file?.placeOf("contract") ?? null)
    : null;
  const contract = contractKey === undefined ? contractInFile : optionName(contractKey);

  const contractBesideTable = contractKey === undefined ? null : contract;
  if (table !== null) {
    const isOther = conflict(table, principal ?? contractBesideTable, problems);
    return isOther
      ? judgeOnly(problems, (own) => fromTable(debtCase, balances, own))
      : fromTable(debtCase, balances, problems);
  }
  if (contractInFile !== null && file?.instalments) {
    problems.add(contractInFile, { code: "contract-and-instalments" });
    return null;
  }
  if (contract !== null) {
    const isOther = conflict(contract, principal, problems);
    return isOther ? judgeOnly(problems, (own) => fromContract(debtCase, own)) : fromContract(debtCase, problems);
  }
  if (file?.instalments) return fromList(file.instalments, debtCase, balances, problems);
  if (principal !== null) return fromPrincipal(principal, debtCase, balances, problems);
  problems.add("--principal", { code: "principal-missing" });
  return null;
}

function fromPrincipal(where: string, debtCase: Case, balances: Balances, problems: ProblemCollector): Found {
  const { asOf } = debtCase;
  const bare = { due: asOf, principal: ZERO, interest: ZERO, penalty: null, compound: null, fee: null };
  const instalments = [withBalances(bare, asOf, balances)];
  return { where, source: "principal", instalments, borrowed: readBorrowed(debtCase, problems) };
}

function fromTable(debtCase: Case, balances: Balances, problems: ProblemCollector): Found | null {
  const path = debtCase.options.instalments ?? "";
  const text = problems.take("--instalments", debtCase.inputFiles.read(path, "--instalments"));
  if (text === null) return null;
  return fromInstalments(readInstalmentsTable(text, path, problems), "--instalments", debtCase, balances, problems);
}

function fromList(
  list: NonNullable<LoanFile["instalments"]>,
  debtCase: Case,
  balances: Balances,
  problems: ProblemCollector,
): Found | null {
  const where = debtCase.file?.placeOf("instalments") ?? "--loan";
  if (list.length === 0) problems.add(where, { code: "list-empty", key: "instalments" });
  return fromInstalments(readInstalments(list, problems), where, debtCase, balances, problems);
}

function fromInstalments(
  instalments: readonly Instalment[],
  where: string,
  debtCase: Case,
  balances: Balances,
  problems: ProblemCollector,
): Found | null {
  const [only, second] = instalments;
  if (only === undefined) return null;
  if (second !== undefined) refuseBalances(debtCase.options, instalments.length, problems);
  const adjusted = second === undefined ? [withBalances(only, debtCase.asOf, balances)] : instalments;
  return { where, source: "instalments", instalments: adjusted, borrowed: readBorrowed(debtCase, problems) };
}

/** An option stands for the same key of the file's contract; the two may share the work. */
function fromContract({ options, file, terms, asOf }: Case, problems: ProblemCollector): Found | null {
  const given = {
    borrowed: givenOption(options, "borrowed") ?? file?.contract?.borrowed ?? null,
    months: givenOption(options, "months") ?? file?.contract?.months ?? null,
    method: givenOption(options, "method") ?? file?.contract?.method ?? null,
    firstDue: givenOption(options, "firstDue") ?? file?.contract?.firstDue ?? null,
    missedSince: givenOption(options, "missedSince") ?? file?.contract?.missedSince ?? null,
  };
  const state = readContract(given, terms, asOf, problems);
  if (state === null) return null;
  refuseBalances(options, state.instalments.length, problems);
  const where = given.missedSince?.where ?? given.firstDue?.where ?? "--borrowed";
  return { where, source: "contract", ...state, isMissedSinceGiven: given.missedSince !== null };
}

/** The amount once lent, or null where it is not given. */
function readBorrowed({ options, file }: Case, problems: ProblemCollector): Fen | null {
  const given = givenOption(options, "borrowed") ?? file?.contract?.borrowed ?? null;
  return given && problems.read(given, (text) => readAmount(text));
}

/** Of two ways to give a debt one has to go: what either lacks is no mistake, and its values are judged all the same. */
function judgeOnly(problems: ProblemCollector, find: (own: ProblemCollector) => Found | null): null {
  const own = new ProblemCollector();
  find(own);
  own.forget(["contract-incomplete", "several-instalments"]);
  problems.merge(own.result(true));
  return null;
}

function conflict(first: string, other: string | null, problems: ProblemCollector): boolean {
  if (other === null) return false;
  problems.add(other, { code: "conflict", options: [first, other] });
  return true;
}
