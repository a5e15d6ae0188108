/** The line of a table that names its columns: which of them are read, what others tell, and what is wrong with them. */

import { type Aside, asideOf, columnOf, isOfPayments, namesPeriod } from "./column-names.ts";
import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import type { Issue, ProblemCollector } from "./problem.ts";
import type { RecordReader } from "./record.ts";
import { kindOf } from "./records/statement.ts";
import { readAmountOrZero } from "./values/amount.ts";
import { readDayOfEntry } from "./values/date.ts";

export interface Columns extends Pick<RecordReader<unknown>, "names" | "requiredNames"> {
  /** What a row is: an entry of what was paid, or an instalment. Of other tables nothing beside the columns is read. */
  readonly rows?: "entries" | "dues";
  /** Is told what the columns turn out to be. */
  readonly onHeader?: (header: Header) => void;
}

export interface Column {
  /** Of the record that a row is; null where it is none of them. */
  readonly name: string | null;
  /** What is told beside the record; `unnamed`: it has no heading. */
  readonly aside: Aside | "unnamed" | null;
  readonly heading: string;
  /** As it is called where something is wrong in it. */
  readonly shown: string;
}

export interface Header {
  readonly columns: readonly Column[];
  /** Every row is a payment, and no column says so. */
  readonly areTakenAsPayments: boolean;
}

const ASIDES_OF: { readonly [rows in "entries" | "dues" | "others"]: readonly Aside[] } = {
  entries: [
    "passed-over",
    "text",
    "status",
    "payee",
    "currency",
    "direction",
    "money-in",
    "money-out",
    "given-back",
    "due-part",
    "balance",
  ],
  dues: ["passed-over", "text", "status", "currency", "total-due", "paid-part", "balance-after"],
  others: ["passed-over", "text"],
};

/** The rows under the header, which show what an unclear column is; they are asked for where one is. */
type Rows = () => readonly (readonly string[])[];

/** Notes what is wrong with a column, by its name. */
type Note = (column: string, issue: Issue) => void;

/** The columns, with everything wrong in them noted; null where the rows cannot be read by them. */
export function readHeader(
  headings: readonly string[],
  rows: Rows,
  line: string,
  table: Columns,
  problems: ProblemCollector,
): Header | null {
  const { names: known } = table;
  const isBill = table.rows === "entries" && headings.some((heading) => asideOf(heading, ["direction"]) !== null);
  const named = headings.map((heading) => columnIn(heading, table, isBill));
  const names = named.map(({ name }) => name);
  if (!names.some((name) => name !== null && known.includes(name))) {
    problems.add(line, { code: "csv-header-missing", columns: known });
    return null;
  }
  const lacksKinds = table.rows === "entries" && known.includes("kind") && !names.includes("kind");
  const areTakenAsPayments = lacksKinds && (isBill || headings.some(isOfPayments));
  const note: Note = (column, issue) => problems.add(`${line}:${column}`, issue);
  const meant = withNearest(lacksKinds && !areTakenAsPayments ? withKinds(named, rows) : named, known, note);
  const before = problems.count;
  const columns = onceEach(meant, rows, note);
  noteMissing({ columns, areTakenAsPayments }, table, note);
  const isReadable = problems.count === before;
  noteBalances(columns, rows, table, note);
  if (!isReadable) return null;
  return { columns, areTakenAsPayments };
}

/** Of the columns a table may have, or of what it tells beside them, what a heading names. */
function columnIn(heading: string, { names: known, rows }: Columns, isBill: boolean): Column {
  const text = heading.trim();
  const column = (name: string | null, aside: Column["aside"]): Column => {
    return { name, aside, heading: text, shown: name !== null && isAscii(text) ? name : text };
  };
  if (text === "") return column(null, "unnamed");
  const name = known.includes("rate") && namesPeriod(text) ? "rate" : columnOf(text, known);
  // In a plan the principal that is left may be that of the loan: which it is, its amounts show.
  const asides = ASIDES_OF[rows ?? "others"];
  const balance = rows === "dues" && name !== plain(text).toLowerCase() ? asideOf(text, ["balance-after"]) : null;
  if (balance !== null) return column(null, balance);
  // A bill of an app says in its kinds how something was paid, and its fees are those of the payment itself.
  if (isBill && name === "kind") return column(null, "text");
  if (isBill && asideOf(text, ["given-back"]) !== null) return column(null, "given-back");
  if (known.includes(name)) return column(name, null);
  const aside = asideOf(text, asides);
  return aside === null ? column(name, null) : column(null, aside);
}

/** A heading that is one of the columns, or tells something beside them. */
export function isNamed(heading: string, table: Columns): boolean {
  const { name, aside } = columnIn(heading, table, false);
  return aside !== null || (name !== null && table.names.includes(name));
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Without a column of kinds, one of texts that names some is one. */
function withKinds(columns: readonly Column[], rows: Rows): readonly Column[] {
  const found = columns.findIndex(
    ({ name, aside }, at) =>
      (name === "note" || aside === "text") && rows().some((cells) => kindOf((cells[at] ?? "").trim()) !== null),
  );
  return columns.map((column, at) => (at === found ? { ...column, name: "kind", aside: null } : column));
}

/**
 * An unknown column is read as the one that was probably meant, so that what is wrong in the rows is told too, and nothing
 * that is not.
 */
function withNearest(columns: readonly Column[], known: readonly string[], note: Note): readonly Column[] {
  const names = new Set(columns.map(({ name }) => name));
  return columns.map((column) => {
    const { name } = column;
    if (name === null || known.includes(name)) return column;
    const nearest = nearestWord(name, known);
    note(name, { code: "unknown", kind: "column", text: name, allowed: known, nearest });
    const isOther = nearest === null || names.has(nearest);
    return isOther ? { ...column, name: null } : { ...column, name: nearest, shown: nearest };
  });
}

/** A second column of texts is one more text, and of dates one that names the same day or its time; all else is told. */
function onceEach(columns: readonly Column[], rows: Rows, note: Note): readonly Column[] {
  const hasAmount = columns.some(({ name }) => name === "amount");
  return columns.map((column, at) => {
    const { name, shown } = column;
    if (hasAmount && isOfMoney(column)) note(shown, { code: "duplicate", kind: "column", name: "amount" });
    const first = columns.findIndex((other) => other.name === name);
    if (name === null || first === at) return column;
    if (name === "note") return { ...column, name: null, aside: "text" };
    const isSame = (cells: readonly string[]): boolean => isSameDay(cells[first] ?? "", cells[at] ?? "");
    if (name === "date" && rows().every(isSame)) return { ...column, name: null, aside: "passed-over" };
    note(shown, { code: "duplicate", kind: "column", name });
    return column;
  });
}

function isSameDay(one: string, other: string): boolean {
  const text = plain(other);
  if (text === "" || text === plain(one) || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)) return true;
  const [day, same] = [readDayOfEntry(one), readDayOfEntry(text)];
  return day.ok && same.ok && day.value === same.value;
}

function noteMissing({ columns, areTakenAsPayments }: Header, { requiredNames }: Columns, note: Note): void {
  const hasMoney = columns.some(isOfMoney);
  // What is taken as payments needs amounts as well: else each row would be told that it lacks one.
  for (const name of new Set([...requiredNames, ...(areTakenAsPayments ? ["amount"] : [])])) {
    if (columns.some((column) => column.name === name)) continue;
    const isOfLoanFile = name === "name" && columns.some((column) => column.name === "loan");
    const isKnownOtherwise = name === "kind" ? areTakenAsPayments : name === "amount" ? hasMoney : isOfLoanFile;
    if (!isKnownOtherwise) note(name, { code: "missing", kind: "column", names: [name] });
  }
}

/** What came in or went out, in a column of its own. */
export function isOfMoney({ aside }: Column): boolean {
  return aside === "money-in" || aside === "money-out";
}

/** A balance of which nothing says what it is a balance of. */
function noteBalances(columns: readonly Column[], rows: Rows, { names: known }: Columns, note: Note): void {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  for (const [at, { aside, shown }] of columns.entries()) {
    const isOfNone = !known.includes("claimed_total") || (has("claimed_total") && has("claimed_principal"));
    if (aside === "balance" && !isOfNone) note(shown, { code: "balance-unclear", text: shown });
    if (aside !== "balance-after") continue;
    const principalAt = columns.findIndex(({ name }) => name === "principal");
    const isKnown = principalAt >= 0 && isLeftAfter(rows, principalAt, at);
    if (!isKnown) note(shown, { code: "balance-after-unclear", text: shown });
  }
}

/**
 * What is left of a loan is more than the principal of an instalment, or goes down by it, whether it is meant before or after
 * it and in whatever order they stand; or it is the principal itself, of which nothing was paid. Any other amounts may be what
 * is left of the instalment.
 */
function isLeftAfter(rows: Rows, principalAt: number, balanceAt: number): boolean {
  const all = rows();
  const pairs = all.flatMap((cells) => {
    const principal = readAmountOrZero(cells[principalAt] ?? "");
    const left = readAmountOrZero(cells[balanceAt] ?? "");
    return principal.ok && left.ok ? [{ principal: principal.value, left: left.value }] : [];
  });
  if (pairs.length < all.length) return false;
  if (pairs.some(({ principal, left }) => left > principal)) return true;
  if (pairs.every(({ principal, left }) => principal === left)) return true;
  const steps = pairs.slice(1).map((one, index) => ({ one, before: pairs[index] ?? one }));
  if (steps.length === 0) return false;
  return (["one", "before"] as const).some((which) =>
    [1, -1].some((sign) => steps.every((step) => sign * (step.before.left - step.one.left) === step[which].principal)),
  );
}
