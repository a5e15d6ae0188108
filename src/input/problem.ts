/** What can be wrong with what someone wrote: a closed list of issues, each with its place, collected and reported together. */

/** The text as it was written. */
interface Text {
  readonly text: string;
}

/** A word that is not one of the known ones, and the known one it most resembles. */
export interface UnknownWord extends Text {
  readonly allowed: readonly string[];
  /** What else means one of these. */
  readonly otherNames?: readonly string[];
  readonly nearest: string | null;
}

type Nothing = Readonly<Record<never, never>>;

/** What a text was to be, where it is nothing of the kind; each has an example of its own. */
export type TextKind =
  | "amount"
  | "budget"
  | "cap"
  | "count"
  | "date"
  | "days-overdue"
  | "grace"
  | "late-fee"
  | "minimum"
  | "order-after"
  | "pause"
  | "payment"
  | "payment-cycle"
  | "payment-once"
  | "penalty"
  | "rate"
  | "reference-rate"
  | "rate-on-reference"
  | "share"
  | "steps"
  | "waiver";

/** What a word was to be the name of. */
export type NameKind = "word" | "setting" | "strategy" | "strategy-setting" | "key" | "column";

/** What is missing. */
export type Part = "key" | "column" | "component" | "setting" | "date" | "contract";

/** What is there twice. */
export type Twice =
  | "key"
  | "column"
  | "output-column"
  | "setting"
  | "component"
  | "rate"
  | "penalty"
  | "order"
  | "strategy"
  | "debt"
  | "month"
  | "budget";

/** What is dated too early. */
export type Dated =
  | "payment"
  | "statement"
  | "agreement"
  | "charge"
  | "waiver"
  | "acceleration"
  | "enforcement"
  | "horizon";

/** Why it is not clear that a row of a table counts as it stands. */
export type RowDoubt =
  | "unnamed"
  | "not-done"
  | "paid"
  | "status"
  | "payee"
  | "currency"
  | "given-back"
  | "paid-part"
  | "not-paid"
  /** By its kind. */
  | "failed"
  | "text"
  | "thousands"
  | "both-ways"
  | "other-way";

/** Every issue by its code, with what its sentence needs. Details are plain text and counts, so that words need no other room. */
interface IssueDetails {
  /** `name`: the setting that has no value. */
  empty: { readonly name?: string };
  "part-empty": Text;
  unreadable: Text & { readonly kind: TextKind };
  /** Not in the form of its kind, of which `form` is an example. */
  "form-unknown": Text & { readonly form: string };
  unknown: UnknownWord & { readonly kind: NameKind; readonly of?: string };
  missing: { readonly kind: Part; readonly names: readonly string[]; readonly form?: string };
  duplicate: { readonly kind: Twice; readonly name: string };
  misplaced: { readonly name: string };
  /** A line of a statement for what arises by the terms. */
  accrues: Text;
  /** What may mean two things, with a way to write each that can be meant here. */
  ambiguous: Text & {
    readonly kind: "payments" | "rate" | "period" | "parts-a-day" | "share-or-amount";
    readonly forms: readonly [string, ...string[]];
  };

  "too-many-digits": Text & { readonly most: number };
  exponent: Text;
  negative: Text;
  /** The amount of an entry with a minus or the side of an account, which may be an entry or one taken back. */
  "entry-side": Text;
  zero: Text;
  "decimals-too-many": Text;
  /** `withPoint`: the number where the comma is meant as the decimal sign; null where it cannot be. */
  "grouping-wrong": Text & { readonly withPoint: string | null };
  "amount-too-large": Text & { readonly limit: string };
  "total-too-large": { readonly limit: string };
  "out-of-range": Text & { readonly least: string; readonly most: string };
  /** A contract begins a month before its first due date (`begins`), and of one amount nothing is known. */
  "paid-out-without-instalments": Text & { readonly begins: string | null };
  /** What was once lent is less than what is left of it. */
  "borrowed-below-principal": Text & { readonly principal: string };
  /** All that is owed is less than the principal alone. */
  "total-below-principal": Text & { readonly principal: string };
  "rate-without-period": Text;
  "rate-period-unknown": Text & { readonly period: string };
  "rate-too-high": Text;
  /** A rate that stands on a table, less more than the table has. */
  "rate-below-nothing": Text;
  "penalty-too-high": Nothing;
  "date-incomplete": Text & { readonly first: string; readonly last: string };
  /** The number by which a spreadsheet keeps a day. */
  "date-serial": Text & { readonly date: string };
  /** A time with its zone, which is another day where the lender is. */
  "date-zone": Text & { readonly written: string; readonly inChina: string };
  "date-impossible": Text & { readonly lastOfMonth: string | null };
  "minimum-above-maximum": { readonly minimum: string; readonly maximum: string };
  "either-of": { readonly names: readonly string[]; readonly form: string };

  /** The parts of an amount do not come to it. */
  "parts-differ": { readonly of: "statement" | "instalment"; readonly total: string; readonly amount: string };
  /** `line` null: it is named by date and amount alone. */
  "reverses-nothing": { readonly line: string | null; readonly date: string; readonly amount: string };

  "too-early": { readonly kind: Dated; readonly date: string; readonly asOf: string };
  "too-late": { readonly date: string; readonly last: string };
  "too-far": { readonly date: string; readonly latest: string };
  "until-before-from": { readonly from: string; readonly until: string };
  /** A pause that no payment of its stream falls into; `last` null: the stream has no end. */
  "pause-outside": { readonly pause: string; readonly first: string; readonly last: string | null };

  "strategy-cycle-named": Text & { readonly form: string };
  /** A way to pay that is known, where only some kinds can stand. */
  "strategy-elsewhere": Text & { readonly allowed: readonly string[] };
  "settings-run-together": Text & { readonly separated: string };
  "one-strategy-only": Nothing;
  /** A flat agreement bears its fee alone; `form`: how it is written. */
  "rate-beside-flat": { readonly form: string };
  /** Payments beside ways to pay that stand in their place. */
  "payments-aside": Nothing;
  /** Of several debts each is left out. */
  "no-debt-paid": Nothing;
  "nothing-saved": { readonly date: string; readonly first: string };
  "settlement-in-words": Text & { readonly share: string };
  "settlement-above-total": { readonly amount: string; readonly total: string; readonly date: string };

  "file-unreadable": Text & { readonly failure: FileFailure };
  "file-too-large": Text & { readonly mostMebibytes: number };
  "input-from-terminal": Nothing;
  "input-twice": { readonly first: string };
  "file-encoding": Text & { readonly encoding: "UTF-16" | null };
  /** A character that no text has, in one that is none of UTF-16. */
  "file-nul": Text & { readonly line: number };
  "csv-header-missing": { readonly columns: readonly string[] };
  "csv-ragged": { readonly expected: number; readonly found: number };
  "csv-quotes": Nothing;
  /** A row that may not count as it stands. */
  "row-unclear": Text & { readonly why: RowDoubt };
  /** A row that adds up others, where each is a loan. */
  "row-adds-up": Text;
  /** A column of balances of which nothing says what they are balances of. */
  "balance-unclear": Text;
  /** The same of the principal left of an instalment, or of the loan after it. */
  "balance-after-unclear": Text;
  "line-encoding": Nothing;
  /** Twice, so that it is not tried a third time. */
  "thread-ended": Nothing;
  "not-a-summary": Text;
  /** Figures of a summary that cannot all be right: `parts` come to `sum`, which is not the whole, or more than it. */
  "summary-contradicts": {
    readonly parts: string;
    readonly sum: string;
    readonly isMore: boolean;
    readonly whole: string;
    readonly value: string;
  };
  /** A line that a file has already is not the one that would be written there. */
  "resume-differs": { readonly line: number };
  "summary-beside-lines": Nothing;
  "summary-beside-resume": Nothing;
  "line-no-object": Nothing;
  "line-too-long": { readonly most: number };
  "list-empty": { readonly name: string };
  "json-broken": { readonly found: string | null; readonly expected: JsonExpectation };
  "json-too-deep": { readonly most: number };
  "wrong-kind": { readonly name: string; readonly entry: number | null; readonly expected: WrittenKind };

  conflict: { readonly options: readonly string[] };
  "debt-missing": Nothing;
  "several-instalments": { readonly instalments: number };
  /** `days`: those of the oldest instalment that counts as unpaid. */
  "days-overdue-differ": { readonly days: number };
  /** `beside`: the due dates on both sides, with the numbers of their instalments. */
  "no-due-date": Text & { readonly beside: readonly { readonly due: string; readonly number: number }[] };
  "too-many-instalments": { readonly instalments: number; readonly most: number };
  "nothing-owed": Nothing;
  /** All instalments of a contract are due, and it is not said by these options that one was missed. */
  "all-taken-as-paid": { readonly names: readonly [string, string] };
  "dues-not-monthly": { readonly due: string; readonly before: string };
  "rates-start-late": { readonly from: string; readonly needed: string };
  "penalty-starts-late": { readonly daysOverdue: number };
  /** Of several penalties by days overdue not all may be at most the same. */
  "penalty-maximum-differs": Nothing;
  /** Of this component no such cap is known: a share, a rate or a yearly rate. */
  "cap-misfit": { readonly of: string };
  /** `date` null: no balance, but a sum or a schedule passes the limit. */
  "limit-reached": { readonly date: string | null; readonly limit: string };

  /** What is left of the income after the living costs: nothing. */
  "nothing-left": { readonly income: string; readonly living: string };
  "budget-cycles-differ": Nothing;
  "living-cycle-differs": Nothing;
  "plan-without-goal": { readonly options: readonly string[] };
  "statement-missing": Nothing;
  "agreement-asks-nothing": Nothing;
  /** It begins when nothing is owed any more. */
  "agreement-after-clear": { readonly begins: string; readonly clearedOn: string };
  "needs-terminal": { readonly example: string };
  "needs-option": { readonly option: string };
  "command-unknown": UnknownWord;
  "command-missing": { readonly allowed: readonly string[] };
  "option-unknown": UnknownWord;
  "option-elsewhere": { readonly commands: readonly string[] };
  "option-twice": { readonly option: string; readonly instead: string | null };
  "option-without-value": { readonly option: string };
  "argument-unexpected": Text;
}

/** A file that is there, and none of the texts that are read here. */
export type ForeignKind = "workbook" | "pdf" | "picture" | "markup";
export type FileFailure = "missing" | "folder" | "forbidden" | "unreadable" | "empty" | "output" | ForeignKind;

/** What a JSON text had to go on with where it broke. */
export type JsonExpectation = "value" | "key" | "colon" | "comma-or-end" | "end-of-file" | "no-comment" | "string";

/** What stands in a file: a text or number, a list, or an object; `short-or-object`: an object, or its short form as a text. */
export type WrittenKind = "text" | "list" | "object" | "short-or-object" | "text-or-list";

export type ProblemCode = keyof IssueDetails;

/** Something wrong, not yet placed. */
type IssueOf<Code extends ProblemCode> = { readonly code: Code } & IssueDetails[Code];
export type Issue = { [Code in ProblemCode]: IssueOf<Code> }[ProblemCode];

/** An issue and where it is: the option, or `FILE:LINE:COLUMN-NAME`. */
export type ProblemOf<Code extends ProblemCode> = IssueOf<Code> & { readonly where: string };
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** What a reader makes of one text: its value, or what is wrong with it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a whole piece of intake makes of its files. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function invalid(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/** What is wrong alone, in its place. */
export function refusal(where: string, issue: Issue): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ ...issue, where }] };
}

/** All that is wrong with several texts. */
export function issuesOf(...readings: readonly Parsed<unknown>[]): readonly Issue[] {
  return readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
}

/** What is made of a value that could be read. */
export function mapped<Value, Made>(reading: Parsed<Value>, make: (value: Value) => Made): Parsed<Made> {
  return reading.ok ? ok(make(reading.value)) : reading;
}

/** Several values under their names, or all that is wrong with them. */
export function together<Values>(readings: { readonly [Name in keyof Values]: Parsed<Values[Name]> }): Parsed<Values> {
  const named = Object.entries<Parsed<unknown>>(readings);
  const issues = issuesOf(...named.map(([, reading]) => reading));
  if (issues.length > 0) return invalid(...issues);
  return ok(Object.fromEntries(named.map(([name, reading]) => [name, reading.ok ? reading.value : null])) as Values);
}

/** The values of several texts, or all that is wrong with them. */
export function allOf<Value>(readings: readonly Parsed<Value>[]): Parsed<readonly Value[]> {
  const issues = issuesOf(...readings);
  return issues.length > 0
    ? invalid(...issues)
    : ok(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
}

/** Gathers every problem of all files, so that the client hears of them at once. */
export class ProblemCollector {
  #problems: Problem[] = [];

  get count(): number {
    return this.#problems.length;
  }

  get list(): readonly Problem[] {
    return this.#problems;
  }

  /** Undefined, with which a reader ends that has no value to give. */
  add(where: string, ...issues: readonly Issue[]): undefined {
    for (const issue of issues) this.#problems.push({ ...issue, where });
  }

  /** The value of a reading, or null after noting what is wrong with it. */
  take<Value>(where: string, reading: Parsed<Value>): Value | null {
    return reading.ok ? reading.value : (this.add(where, ...reading.issues) ?? null);
  }

  /** The same of a text that may be left out: null there too. */
  readGiven<Value>(
    text: string | null | undefined,
    where: string,
    reader: (text: string) => Parsed<Value>,
  ): Value | null {
    return text === null || text === undefined ? null : this.take(where, reader(text));
  }

  /** Takes back what was noted only because something else was not readable. */
  forget(isNeedless: (problem: Problem) => boolean): void {
    this.#problems = this.#problems.filter((problem) => !isNeedless(problem));
  }

  addProblems(problems: readonly Problem[]): void {
    // One by one: a spread of very many would not fit the stack.
    for (const problem of problems) this.#problems.push(problem);
  }

  /** The value of another collector's result, or null after taking over its problems. */
  merge<Value>(result: Result<Value>): Value | null {
    if (result.ok) return result.value;
    this.addProblems(result.problems);
    return null;
  }

  /** The value if nothing at all was wrong. A null value without a problem is a gap in the intake itself. */
  result<Value>(value: Value | null): Result<Value> {
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    if (value === null) throw new Error("intake gave up without naming a problem");
    return { ok: true, value };
  }
}
