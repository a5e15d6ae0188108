/**
 * A run as a plain-text journal that hledger and ledger read: an account for each component of the debt, every accrual,
 * charge, waiver and payment as a transaction, and at each month's end what is owed as a balance that must agree.
 * Names are English whatever the reader's language, as in every file for machines.
 */

import { type ByComponent, COMPONENTS, type Component, totalOf } from "../loan/components.ts";
import { type Day, formatDay, monthNumber } from "../loan/day.ts";
import { type Fen, formatFen, subtract, ZERO } from "../loan/money.ts";
import { printable } from "./sanitize.ts";

/** What happened up to the close of a date, and what is owed then. */
interface JournalRow {
  readonly date: Day;
  readonly accrued: ByComponent;
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  readonly refinanced: ByComponent;
  readonly payment: Fen;
  readonly to: ByComponent;
  readonly unapplied: Fen;
  readonly owed: ByComponent;
}

export interface Journal {
  /** The name of the loan, or null. */
  readonly name: string | null;
  readonly from: Day;
  /** What is owed at the close of `from`. */
  readonly opening: ByComponent;
  /** By date. */
  readonly rows: readonly JournalRow[];
}

const CASH = "assets:cash";
/** Money paid that nobody takes. */
const UNAPPLIED = "assets:unapplied";
/** Money drawn again. */
const DRAWN = "assets:drawn";
const OPENING = "equity:opening balances";
const WAIVED = "income:loan:waived";
const REFINANCING = "expenses:loan:refinancing";

const owedTo = (component: Component): string => `liabilities:loan:${component}`;
const costOf = (component: Component): string => `expenses:loan:${component}`;
const drawnOrCost = (component: Component): string => (component === "principal" ? DRAWN : costOf(component));

const ACCOUNTS = [
  ...COMPONENTS.map(owedTo),
  ...COMPONENTS.map(costOf),
  CASH,
  UNAPPLIED,
  DRAWN,
  OPENING,
  WAIVED,
  REFINANCING,
];
/** What happens, in place of the payees that other journals have. */
const DESCRIPTIONS = ["opening balances", "accrued", "charged", "refinanced", "waived", "payment", "balances"] as const;
const ACCOUNT_WIDTH = Math.max(...ACCOUNTS.map(({ length }) => length));
const AMOUNT_WIDTH = 18;

export function* journalText({ name, from, opening, rows }: Journal): Generator<string> {
  yield "; overdue-sim/journal@1\n";
  if (name !== null) yield `; ${printable(name)}\n`;
  yield "\ncommodity CNY\n    format 1000.00 CNY\n\n";
  for (const account of ACCOUNTS) yield `account ${account}\n`;
  // Strict checks ask for these as well as for accounts and commodities.
  yield "\n";
  for (const description of DESCRIPTIONS) yield `payee ${description}\n`;
  yield transaction(from, "opening balances", [
    ...each(opening, (component, amount) => [owedTo(component), negated(amount)]),
    [OPENING, totalOf(opening)],
  ]);
  for (const [index, row] of rows.entries()) {
    yield* rowEntries(row);
    const next = rows[index + 1];
    if (next === undefined || monthNumber(next.date) !== monthNumber(row.date)) yield assertions(row);
  }
}

function* rowEntries(row: JournalRow): Generator<string> {
  const { date, accrued, charged, waived, refinanced, payment, to, unapplied } = row;
  yield transaction(date, "accrued", raising(accrued, costOf));
  yield transaction(date, "charged", raising(charged, drawnOrCost));
  yield transaction(
    date,
    "refinanced",
    raising(refinanced, () => REFINANCING),
  );
  yield transaction(date, "waived", [
    ...each(waived, (component, amount) => [owedTo(component), amount]),
    [WAIVED, negated(totalOf(waived))],
  ]);
  yield transaction(date, "payment", [
    ...each(to, (component, amount) => [owedTo(component), amount]),
    [UNAPPLIED, unapplied],
    [CASH, negated(payment)],
  ]);
}

type Posting = readonly [account: string, amount: Fen];

/** The debt grows by each amount, and something else pays for it. */
function raising(amounts: ByComponent, against: (component: Component) => string): readonly Posting[] {
  return [
    ...each(amounts, (component, amount) => [against(component), amount]),
    ...each(amounts, (component, amount) => [owedTo(component), negated(amount)]),
  ];
}

function each(amounts: ByComponent, posting: (component: Component, amount: Fen) => Posting): readonly Posting[] {
  return COMPONENTS.map((component) => posting(component, amounts[component]));
}

/** Nothing where nothing moved. */
function transaction(date: Day, description: (typeof DESCRIPTIONS)[number], postings: readonly Posting[]): string {
  const moved = postings.filter(([, amount]) => amount !== 0);
  if (moved.length === 0) return "";
  return `\n${formatDay(date)} ${description}\n${moved.map(([account, amount]) => line(account, amount)).join("")}`;
}

/** A posting of nothing that holds only if the account stands where it must. */
function assertions({ date, owed }: JournalRow): string {
  const lines = COMPONENTS.map(
    (component) => `${line(owedTo(component), ZERO).trimEnd()} = ${formatFen(negated(owed[component]))} CNY\n`,
  );
  return `\n${formatDay(date)} balances\n${lines.join("")}`;
}

function line(account: string, amount: Fen): string {
  return `    ${account.padEnd(ACCOUNT_WIDTH)}  ${formatFen(amount).padStart(AMOUNT_WIDTH)} CNY\n`;
}

function negated(amount: Fen): Fen {
  return subtract(ZERO, amount);
}
