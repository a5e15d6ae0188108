/** What is owed: one amount, a table of instalments, the list in the loan file, or a contract. */

import { type ByComponent, COMPONENTS, type Component } from "../loan/components.ts";
import { agreedFlowsOf, instalmentsOf, interestModeOf } from "../loan/contract.ts";
import { addDays, addMonths, type Day, formatDay } from "../loan/day.ts";
import { arePeriodsWhole } from "../loan/day-count.ts";
import { type AgreedFlows, CHARGES_NOT_GIVEN, type Instalment } from "../loan/loan.ts";
import { AMOUNT_LIMIT, type Fen, formatFen, sum, ZERO } from "../loan/money.ts";
import type { Rate } from "../loan/rate.ts";
import { makeSchedule, type ScheduledInstalment } from "../loan/schedule.ts";
import type { InterestMode, Terms } from "../loan/terms.ts";
import { readTable } from "./csv-table.ts";
import { listOf, type Shape } from "./field.ts";
import type { InputFiles } from "./input-files.ts";
import type { LoanFile } from "./loan-file.ts";
import { type LoanOptions, optionName, writtenOption } from "./options.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed, ProblemCollector } from "./problem.ts";
import { words } from "./records/dated.ts";
import { instalment } from "./records/instalment.ts";
import { amount, amountOrZero, totalIssue } from "./values/amount.ts";
import { days, months, readCount } from "./values/count.ts";
import { date, readDate } from "./values/date.ts";
import { method } from "./values/words.ts";

export interface Debt {
  readonly source: "principal" | "instalments" | "contract";
  /** By due date, earliest first. */
  readonly instalments: readonly Instalment[];
  readonly borrowed: Fen;
  readonly isBorrowedGiven: boolean;
  readonly agreedFlows: AgreedFlows | null;
  /** Of a contract; null: as the terms and the instalments have it. */
  readonly interest: InterestMode | null;
  /** Instalments of a contract that count as paid. */
  readonly paidInstalments: number;
  readonly isMissedSinceGiven: boolean;
}

/** A debt before it is looked at as a whole, and where it was found. */
type Found = Partial<Debt> & Pick<Debt, "source" | "instalments"> & { readonly where: string };

/** What every way to find a debt needs to know. */
interface Case {
  readonly options: LoanOptions;
  readonly file: LoanFile | null;
  readonly terms: Terms;
  readonly isInterestGiven: boolean;
  readonly asOf: Day;
  readonly inputFiles: InputFiles;
}

/** Ten years of daily instalments; the cost of a run grows with their number times the days. */
const MOST_INSTALMENTS = 3_660;

/** The options that say what is owed on the only instalment. */
export const OWED_OPTIONS = {
  principal: "principal",
  interest: "owedInterest",
  penalty: "owedPenalty",
  compound: "owedCompound",
  fee: "owedFee",
} as const satisfies ByComponent<keyof LoanOptions>;
const BALANCE_OPTIONS = [...Object.values(OWED_OPTIONS), "daysOverdue"] as const;
const CONTRACT_OPTIONS = ["borrowed", "months", "method", "firstDue", "missedSince"] as const;

type Balances = { readonly [component in Component]?: Fen } & { readonly due?: Day };

/** The debt as of `asOf`, or null after what is wrong with it is noted. */
export function readDebt(debtCase: Case, problems: ProblemCollector): Debt | null {
  const before = problems.count;
  const balances = readBalances(debtCase, problems);
  const found = findDebt(debtCase, balances, problems);
  if (found === null || problems.count > before) return null;
  const { where } = found;
  const instalments = found.instalments.toSorted((left, right) => left.due - right.due);
  const total = givenTotal(instalments);
  // Interest that is still to accrue is owed on some principal.
  const issue =
    instalments.length > MOST_INSTALMENTS
      ? ({ code: "too-many-instalments", instalments: instalments.length, most: MOST_INSTALMENTS } as const)
      : total === 0
        ? ({ code: "nothing-owed" } as const)
        : totalIssue(total);
  if (issue !== null) problems.add(where, issue);
  if (debtCase.terms.dayCount === "period") noteUnevenMonths(instalments, where, problems);
  const borrowed = found.borrowed ?? readBorrowed(debtCase, problems);
  const received = readReceived(debtCase, problems);
  if (problems.count > before) return null;
  return {
    interest: null,
    agreedFlows: received === null || found.source !== "instalments" ? null : flowsOf(instalments, received),
    paidInstalments: 0,
    isMissedSinceGiven: false,
    ...found,
    instalments,
    borrowed: borrowed ?? sum(instalments.map(({ principal }) => principal)),
    isBorrowedGiven: borrowed !== null,
  };
}

/** Instalments as the whole of a contract that began a month before the first. */
function flowsOf(instalments: readonly Instalment[], received: Fen): AgreedFlows | null {
  const [first] = instalments;
  return first === undefined ? null : agreedFlowsOf({ firstDue: first.due }, instalments, received);
}

function givenTotal(instalments: readonly Instalment[]): number {
  let total = 0;
  for (const { principal, interest, penalty, compound, fee } of instalments) {
    total += principal + interest + (penalty ?? 0) + (compound ?? 0) + (fee ?? 0);
  }
  return total;
}

/** A rate by the month needs due dates that lie whole months apart. */
function noteUnevenMonths(instalments: readonly Instalment[], where: string, problems: ProblemCollector): void {
  const dues = instalments.map(({ due }) => due);
  const uneven = dues.findIndex((_, index) => !arePeriodsWhole(dues.slice(Math.max(index - 1, 0), index + 1)));
  const [before, due] = dues.slice(uneven - 1, uneven + 1).map(formatDay);
  if (uneven > 0) problems.add(where, { code: "dues-not-monthly", due: due ?? "", before: before ?? "" });
}

function findDebt(debtCase: Case, balances: Balances, problems: ProblemCollector): Found | null {
  const { options, file } = debtCase;
  const principal = options.principal === undefined ? null : "--principal";
  const table = options.instalments === undefined ? null : "--instalments";
  const contractKey = CONTRACT_OPTIONS.find((key) => key !== "borrowed" && options[key] !== undefined);
  const isContractInFile = CONTRACT_OPTIONS.some((key) => key !== "borrowed" && file?.contract?.entries.get(key));
  const contractInFile = isContractInFile ? (file?.placeOf("contract") ?? null) : null;
  const contract = contractKey === undefined ? contractInFile : optionName(contractKey);
  const list = file?.get("instalments") ?? null;

  if (table !== null) {
    const other = principal ?? (contractKey === undefined ? null : contract);
    if (other === null) return fromTable(debtCase, balances, problems);
    return conflict([table, other], problems, (own) => fromTable(debtCase, balances, own));
  }
  if (contractInFile !== null && list !== null) {
    problems.add(contractInFile, { code: "conflict", options: ["contract", "instalments"] });
    return null;
  }
  if (contract !== null) {
    if (principal === null) return fromContract(debtCase, problems);
    return conflict([contract, principal], problems, (own) => fromContract(debtCase, own));
  }
  if (list !== null) {
    const read = listOf(instalment).read(list, problems);
    if (read?.length === 0) problems.add(list.where, { code: "list-empty", name: "instalments" });
    return fromInstalments(read ?? [], list.where, debtCase, balances, problems);
  }
  if (principal !== null) {
    const { asOf } = debtCase;
    const bare = { due: asOf, principal: ZERO, interest: ZERO, ...CHARGES_NOT_GIVEN };
    return { where: principal, source: "principal", instalments: [{ ...bare, ...balances }] };
  }
  // The amount once lent is the beginning of a contract where nothing else says what is owed.
  if (options.borrowed !== undefined || file?.contract?.entries.get("borrowed"))
    return fromContract(debtCase, problems);
  problems.add("--principal", { code: "debt-missing" });
  return null;
}

function readBalances({ options, asOf }: Case, problems: ProblemCollector): Balances {
  const balances: { -readonly [name in keyof Balances]: Balances[name] } = {};
  for (const component of COMPONENTS) {
    const value = readOption(options, OWED_OPTIONS[component], amountOrZero, problems);
    if (value !== null) balances[component] = value;
  }
  const daysOverdue = readOption(options, "daysOverdue", days, problems);
  if (daysOverdue !== null) balances.due = addDays(asOf, -daysOverdue);
  return balances;
}

function readOption<Value>(
  options: LoanOptions,
  key: Parameters<typeof writtenOption>[1],
  shape: Shape<Value>,
  problems: ProblemCollector,
): Value | null {
  const written = writtenOption(options, key);
  return written === null ? null : (shape.read(written, problems) ?? null);
}

function fromTable(debtCase: Case, balances: Balances, problems: ProblemCollector): Found | null {
  const where = "--instalments";
  const path = debtCase.options.instalments ?? "";
  const text = problems.take(where, debtCase.inputFiles.read(path, where));
  if (text === null) return null;
  const rows = readTable(text, path, instalment, problems);
  const read = rows.flatMap((row) => instalment.read(row, problems) ?? []);
  return fromInstalments(read, where, debtCase, balances, problems);
}

function fromInstalments(
  instalments: readonly Instalment[],
  where: string,
  { options }: Case,
  balances: Balances,
  problems: ProblemCollector,
): Found | null {
  const [only, second] = instalments;
  if (only === undefined) return null;
  if (second !== undefined) refuseBalances(options, instalments.length, problems);
  return { where, source: "instalments", instalments: second === undefined ? [{ ...only, ...balances }] : instalments };
}

/** With several instalments nobody can say which of them an option for the only one means. */
function refuseBalances(options: LoanOptions, instalments: number, problems: ProblemCollector): void {
  for (const key of BALANCE_OPTIONS) {
    if (options[key] !== undefined) problems.add(optionName(key), { code: "several-instalments", instalments });
  }
}

/** An option stands for the same key of the file's contract; the two may share the work. */
function fromContract(debtCase: Case, problems: ProblemCollector): Found | null {
  const { options, terms, asOf } = debtCase;
  const parts = {
    borrowed: readPart(debtCase, "borrowed", amount, problems),
    months: readPart(debtCase, "months", months, problems),
    method: readPart(debtCase, "method", method, problems),
    firstDue: readPart(debtCase, "firstDue", date, problems),
  };
  const { borrowed, firstDue } = parts;
  if (borrowed === null || parts.months === null || parts.method === null || firstDue === null) return null;
  const rate = rateAt(terms, addMonths(firstDue, -1));
  const contract = { borrowed, months: parts.months, method: parts.method, firstDue, rate, dayCount: terms.dayCount };
  if (exceedsLimit(contract)) {
    problems.add(placeOfPart(debtCase, "borrowed"), { code: "total-too-large", limit: formatFen(AMOUNT_LIMIT) });
    return null;
  }
  const mode = interestModeOf(contract.method, terms.interest);
  if (debtCase.isInterestGiven && mode !== terms.interest) {
    problems.add(placeOfPart(debtCase, "method"), { code: "conflict", options: ["accrued", contract.method] });
  }
  const schedule = makeSchedule(contract);
  const missedSince = writtenPart(debtCase, "missedSince");
  const paid =
    missedSince === null
      ? schedule.filter(({ due }) => due <= asOf).length
      : readMissedSince(missedSince, schedule, problems);
  if (paid === null) return null;
  refuseBalances(options, schedule.length - paid, problems);
  const received = readReceived(debtCase, problems) ?? borrowed;
  return {
    where: placeOfPart(debtCase, missedSince === null ? "firstDue" : "missedSince"),
    source: "contract",
    borrowed,
    interest: mode,
    instalments: instalmentsOf(contract, schedule, { paid, mode, asOf }),
    agreedFlows: agreedFlowsOf(contract, schedule, received),
    paidInstalments: paid,
    isMissedSinceGiven: missedSince !== null,
  };
}

type ContractPart = (typeof CONTRACT_OPTIONS)[number];

function writtenPart({ options, file }: Case, key: ContractPart) {
  return writtenOption(options, key) ?? file?.contract?.entries.get(key) ?? null;
}

function placeOfPart(debtCase: Case, key: ContractPart): string {
  return writtenPart(debtCase, key)?.where ?? optionName(key);
}

function readPart<Value>(
  debtCase: Case,
  key: ContractPart,
  shape: Shape<Value>,
  problems: ProblemCollector,
): Value | null {
  const written = writtenPart(debtCase, key);
  if (written !== null) return shape.read(written, problems) ?? null;
  const names = ["--borrowed", "--months", "--method", "--first-due"];
  problems.add(optionName(key), { code: "missing", kind: "contract", names });
  return null;
}

/** How many instalments were paid: those before the date, or before the number of an instalment. */
function readMissedSince(
  written: NonNullable<ReturnType<typeof writtenPart>>,
  schedule: readonly ScheduledInstalment[],
  problems: ProblemCollector,
): number | null {
  const text = words.read(written, problems);
  return text === undefined ? null : problems.take(written.where, missedSinceOf(text, schedule));
}

function missedSinceOf(written: string, schedule: readonly ScheduledInstalment[]): Parsed<number> {
  const number = plain(written).replace(/^第|期$/g, "");
  if (/^-?\d{1,4}$/.test(number)) {
    const read = readCount(number, { least: 1, most: schedule.length });
    return read.ok ? ok(read.value - 1) : read;
  }
  const since = readDate(written);
  if (!since.ok) return since;
  const missed = schedule.findIndex(({ due }) => due >= since.value);
  const last = schedule.at(-1)?.due ?? since.value;
  return missed < 0 ? invalid({ code: "missed-since-after-last", text: written, last: formatDay(last) }) : ok(missed);
}

/** The amount once lent, or null where it is not given. */
function readBorrowed(debtCase: Case, problems: ProblemCollector): Fen | null {
  const written = writtenPart(debtCase, "borrowed");
  return written === null ? null : (amount.read(written, problems) ?? null);
}

/** What was paid out, where interest or fees were taken off in advance. */
function readReceived({ options, file }: Case, problems: ProblemCollector): Fen | null {
  const written = writtenOption(options, "received") ?? file?.get("received") ?? null;
  return written === null ? null : (amount.read(written, problems) ?? null);
}

/** The rate the schedule was made with: the one in force when the loan began. */
function rateAt({ rates }: Terms, day: Day): Rate {
  const inForce = rates.findLast(({ from }) => from === null || from <= day) ?? rates[0];
  if (inForce === undefined) throw new Error("terms without a rate");
  return inForce.rate;
}

/** Whether principal and all interest, counted on the whole for months of 31 days, could pass the limit. */
function exceedsLimit(contract: { readonly borrowed: Fen; readonly months: number; readonly rate: Rate }): boolean {
  const { numerator, denominator, per } = contract.rate;
  const periodDays = { day: 1n, month: 30n, year: 360n }[per];
  const interest = (BigInt(contract.borrowed) * numerator * BigInt(contract.months) * 31n) / (denominator * periodDays);
  return BigInt(contract.borrowed) + interest > BigInt(AMOUNT_LIMIT);
}

/** Of two ways to give a debt one has to go: what either lacks is no mistake, and its values are judged all the same. */
function conflict(
  options: readonly [string, string],
  problems: ProblemCollector,
  judge: (own: ProblemCollector) => Found | null,
): null {
  problems.add(options[1], { code: "conflict", options });
  const own = new ProblemCollector();
  judge(own);
  own.forget((one) => one.code === "several-instalments" || (one.code === "missing" && one.kind === "contract"));
  problems.merge(own.result(true));
  return null;
}
