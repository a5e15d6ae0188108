/** What is owed: one amount, a table of instalments, the list in the loan file, or a contract. */

import { COMPONENTS } from "../loan/components.ts";
import { agreedFlowsOf, beginningOf } from "../loan/contract.ts";
import { addDays, type Day, earliest, formatDay } from "../loan/day.ts";
import { arePeriodsWhole } from "../loan/day-count.ts";
import { type AgreedFlows, CHARGES_NOT_GIVEN, type Instalment, type Loan } from "../loan/loan.ts";
import { sum, ZERO } from "../loan/money.ts";
import type { InterestMode, Terms } from "../loan/terms.ts";
import {
  fromContract,
  noteTooMuch,
  type Received,
  readBorrowed,
  readReceived,
  writtenReceived,
} from "./contract-debt.ts";
import { listOf } from "./field.ts";
import { CONTRACT_PARTS, type LoanSources } from "./loan-file.ts";
import { optionName } from "./options.ts";
import { type Balances, readBalances, refuseBalances } from "./owed-options.ts";
import { ProblemCollector } from "./problem.ts";
import { instalment } from "./records/instalment.ts";
import { totalIssue } from "./values/amount.ts";

export interface Debt extends Pick<Loan, "instalments" | "borrowed" | "contract" | "agreedFlows"> {
  readonly source: "principal" | "instalments" | "contract";
  readonly isBorrowedGiven: boolean;
  /** Of a contract; null: as the terms and the instalments have it. */
  readonly interest: InterestMode | null;
  /** Instalments of a contract that count as paid. */
  readonly paidInstalments: number;
  readonly isMissedSinceGiven: boolean;
}

/** A debt as it was found, before it is checked as a whole. */
export type FoundDebt = Partial<Debt> & Pick<Debt, "source" | "instalments"> & { readonly where: string };

/** What every way to find a debt needs to know. */
export interface DebtCase extends LoanSources {
  readonly terms: Terms;
  readonly isInterestGiven: boolean;
  readonly asOf: Day;
}

/** Ten years of daily instalments; the cost of a run grows with their number times the days. */
const MOST_INSTALMENTS = 3_660;

/** The debt as of `asOf`, or null after what is wrong with it is noted. */
export function readDebt(debtCase: DebtCase): Debt | null {
  const { problems } = debtCase;
  const before = problems.count;
  const balances = readBalances(debtCase.options, debtCase.asOf, problems);
  const found = findDebt(debtCase, balances);
  if (found === null || problems.count > before) {
    // Where the debt cannot be read, what was paid out still can; a contract that can be read has read it.
    if (found?.source !== "contract") writtenReceived(debtCase);
    return null;
  }
  const { where } = found;
  const instalments = found.instalments.toSorted((left, right) => left.due - right.due);
  const total = givenTotal(instalments);
  // With nothing owed there is nothing to compute: interest can accrue only on some principal.
  const issue =
    instalments.length > MOST_INSTALMENTS
      ? ({ code: "too-many-instalments", instalments: instalments.length, most: MOST_INSTALMENTS } as const)
      : total === 0
        ? found.source === "contract"
          ? ({ code: "all-taken-as-paid", names: ["--missed-since", "--days-overdue"] } as const)
          : ({ code: "nothing-owed" } as const)
        : totalIssue(total);
  if (issue !== null) problems.add(where, issue);
  if (debtCase.terms.dayCount === "period") noteUnevenMonths(instalments, where, problems);
  const borrowed = found.borrowed ?? readBorrowed(debtCase);
  const principal = sum(instalments.map((one) => one.principal));
  if (borrowed !== null && principal > borrowed) noteTooMuch(debtCase, borrowed, principal);
  const lent = borrowed ?? (found.source === "principal" ? principal : null);
  const paidOutBefore = found.source === "instalments" ? { last: lastDayOfPayout(instalments, debtCase.asOf) } : null;
  const received = found.source === "contract" ? null : readReceived(debtCase, lent, paidOutBefore);
  if (problems.count > before) return null;
  return {
    interest: null,
    agreedFlows:
      received === null || found.source !== "instalments" ? null : flowsOf(instalments, received, debtCase.asOf),
    paidInstalments: 0,
    isMissedSinceGiven: false,
    ...found,
    instalments,
    borrowed: borrowed ?? principal,
    isBorrowedGiven: borrowed !== null,
  };
}

/** What is owed on `asOf` was paid out by then, and before anything of it fell due. */
function lastDayOfPayout([first]: readonly Instalment[], asOf: Day): Day {
  return first === undefined ? asOf : earliest(asOf, addDays(first.due, -1));
}

/**
 * Instalments as the whole of a contract, whose first day may be given. A fee of one that is not overdue is part of what was
 * agreed, and no late fee; of one that is, nothing says which it is.
 */
function flowsOf(instalments: readonly Instalment[], { amount, on }: Received, asOf: Day): AgreedFlows {
  const agreed = instalments.map(({ due, principal, interest, fee }) => {
    return { due, principal, interest: interest ?? ZERO, agreedFee: due < asOf ? ZERO : (fee ?? ZERO) };
  });
  return on === null
    ? agreedFlowsOf({ paidOutOn: beginningOf(instalments), received: amount }, agreed)
    : agreedFlowsOf({ paidOutOn: on, isPaidOutGiven: true, received: amount }, agreed);
}

function givenTotal(instalments: readonly Instalment[]): number {
  const amounts = instalments.flatMap((one) => COMPONENTS.map((component): number => one[component] ?? 0));
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** A rate by the month needs due dates that lie whole months apart. */
function noteUnevenMonths(instalments: readonly Instalment[], where: string, problems: ProblemCollector): void {
  const dues = instalments.map(({ due }) => due);
  const uneven = dues.findIndex((_, index) => !arePeriodsWhole(dues.slice(Math.max(index - 1, 0), index + 1)));
  const [before, due] = dues.slice(uneven - 1, uneven + 1).map(formatDay);
  if (uneven > 0) problems.add(where, { code: "dues-not-monthly", due: due ?? "", before: before ?? "" });
}

function findDebt(debtCase: DebtCase, balances: Balances): FoundDebt | null {
  const { options, file, problems } = debtCase;
  const principal = options.principal === undefined ? null : "--principal";
  const table = options.instalments === undefined ? null : "--instalments";
  const contractKey = CONTRACT_PARTS.find((key) => options[key] !== undefined);
  const isContractInFile = CONTRACT_PARTS.some((key) => file?.contract?.entries.get(key));
  const contractInFile = isContractInFile ? (file?.placeOf("contract") ?? null) : null;
  const contract = contractKey === undefined ? contractInFile : optionName(contractKey);
  const list = file?.get("instalments") ?? null;

  if (table !== null) {
    const other = principal ?? (contractKey === undefined ? null : contract);
    if (other === null) return fromTable(debtCase, balances);
    return conflict([table, other], debtCase, (own) => fromTable(own, balances));
  }
  if (contractInFile !== null && list !== null) {
    problems.add(contractInFile, { code: "conflict", options: ["contract", "instalments"] });
    return null;
  }
  if (contract !== null) {
    if (principal === null) return fromContract(debtCase, balances);
    return conflict([contract, principal], debtCase, (own) => fromContract(own, balances));
  }
  if (list !== null) {
    const read = listOf(instalment).read(list, problems);
    if (read?.length === 0) problems.add(list.where, { code: "list-empty", name: "instalments" });
    return fromInstalments({ where: list.where, instalments: read ?? [] }, debtCase, balances);
  }
  if (principal !== null) {
    const { asOf } = debtCase;
    const bare = { due: asOf, principal: ZERO, interest: ZERO, ...CHARGES_NOT_GIVEN };
    return { where: principal, source: "principal", instalments: [{ ...bare, ...balances }] };
  }
  // With the amount once lent alone, a contract was begun: its other parts are missing.
  if (options.borrowed !== undefined || file?.contract?.entries.get("borrowed"))
    return fromContract(debtCase, balances);
  problems.add("--principal", { code: "debt-missing" });
  return null;
}

function fromTable(debtCase: DebtCase, balances: Balances): FoundDebt | null {
  const where = "--instalments";
  const { options, inputFiles, problems } = debtCase;
  const rows = [...inputFiles.table(options.instalments ?? "", where, { ...instalment, rows: "dues" }, problems)];
  const instalments = rows.flatMap((row) => instalment.read(row, problems) ?? []);
  return fromInstalments({ where, instalments }, debtCase, balances);
}

function fromInstalments(
  { where, instalments }: Pick<FoundDebt, "where" | "instalments">,
  debtCase: DebtCase,
  balances: Balances,
): FoundDebt | null {
  const [only, second] = instalments;
  if (only === undefined) return null;
  const dues = instalments.map(({ due }) => due);
  if (second !== undefined) refuseBalances(debtCase, balances, dues);
  return { where, source: "instalments", instalments: second === undefined ? [{ ...only, ...balances }] : instalments };
}

/**
 * Two ways to say what is owed contradict each other, and one has to go. Values of the one kept are still checked, but what it
 * lacks is not reported, because it may be the wrong one.
 */
function conflict(
  options: readonly [string, string],
  debtCase: DebtCase,
  judge: (own: DebtCase) => FoundDebt | null,
): null {
  const { problems } = debtCase;
  problems.add(options[1], { code: "conflict", options });
  const own = new ProblemCollector();
  judge({ ...debtCase, problems: own });
  own.forget((one) => one.code === "several-instalments" || (one.code === "missing" && one.kind === "contract"));
  problems.merge(own.result(true));
  return null;
}
