/** What can be wrong with the client's papers: a closed list of issues, each with its place, collected and told together. */

/** The text as the client wrote it. */
interface Told {
  readonly text: string;
}

/** A word that is not one of the known ones, and the known one it most resembles. */
interface UnknownWord extends Told {
  readonly allowed: readonly string[];
  readonly nearest: string | null;
}

interface Stretch {
  readonly from: string;
  readonly until: string;
}

type Nothing = Readonly<Record<never, never>>;

/** Every issue by its code, with what its sentence needs. Details are plain text and counts, so that words need no other room. */
interface IssueDetails {
  empty: Nothing;
  "part-empty": Told;
  "too-many-digits": Told & { readonly most: number };
  "not-one-of": UnknownWord;

  "amount-unreadable": Told;
  "amount-exponent": Told;
  "amount-negative": Told;
  "amount-zero": Told;
  "amount-decimals": Told;
  "amount-grouping": Told;
  "amount-too-large": Told & { readonly limit: string };
  "total-too-large": { readonly limit: string };

  "share-unreadable": Told;
  "share-out-of-range": Told;

  "rate-unreadable": Told;
  "rate-without-period": Told;
  "rate-period-unknown": Told & { readonly period: string };
  "rate-negative": Told;
  "rate-too-high": Told;
  "penalty-unreadable": Told;
  "penalty-too-high": Nothing;

  "date-unreadable": Told;
  "date-format": Told & { readonly iso: string };
  "date-impossible": Told & { readonly lastOfMonth: string | null };
  "date-out-of-range": Told & { readonly earliest: string; readonly latest: string };

  "count-unreadable": Told;
  "count-out-of-range": Told & { readonly least: number; readonly most: number };

  "grace-unreadable": Told;
  "late-fee-unreadable": Told;
  "late-fee-kind": Nothing;
  "minimum-above-maximum": { readonly minimum: string; readonly maximum: string };
  "setting-unknown": UnknownWord;
  "setting-misplaced": { readonly setting: string };
  "setting-double": { readonly setting: string };

  "order-missing": { readonly components: readonly string[] };
  "order-double": { readonly component: string };
  "order-after-unreadable": Told;
  "order-after-double": { readonly daysOverdue: number };

  "payment-unreadable": Told;
  "payment-cycle-unknown": Told;
  "payment-commas-unclear": Told & { readonly list: string; readonly one: string };
  "payment-before-as-of": { readonly date: string; readonly asOf: string };
  "pause-unreadable": Told;
  "until-before-from": Stretch;

  "strategy-unknown": UnknownWord;
  "strategy-unreadable": Told & { readonly form: string };
  "strategy-name-empty": Nothing;
  "one-strategy-only": Nothing;
  "strategy-double": { readonly name: string };
  "strategy-setting-unknown": UnknownWord & { readonly strategy: string };
  "strategy-setting-missing": { readonly strategy: string; readonly setting: string; readonly form: string };
  "strategy-setting-without-value": { readonly setting: string };
  "strategy-settings-run-together": Told & { readonly separated: string };
  "strategy-date-missing": Told & { readonly form: string };
  "strategy-cycle-named": Told & { readonly form: string };
  "before-as-of": Told & { readonly asOf: string };
  "nothing-saved": { readonly date: string; readonly first: string };
  "settlement-nothing": Told;
  "settlement-unclear": Told;
  "settlement-in-words": Told & { readonly share: string };
  "settlement-above-total": { readonly amount: string; readonly total: string; readonly date: string };
  "scenario-empty": { readonly keys: readonly string[] };
  "budget-unreadable": Told;

  "file-missing": Told;
  "file-folder": Told;
  "file-forbidden": Told;
  "file-unreadable": Told;
  "file-empty": Told;
  "input-from-terminal": Nothing;
  "input-twice": { readonly first: string };
  "file-encoding": Told & { readonly encoding: "UTF-16" | "GB18030" | null };

  "csv-header-missing": { readonly columns: readonly string[] };
  "csv-column-missing": { readonly column: string; readonly columns: readonly string[] };
  "csv-column-unknown": UnknownWord;
  "csv-column-double": { readonly column: string };
  "csv-ragged": { readonly expected: number; readonly found: number };
  "csv-quotes": Nothing;
  "csv-rows-missing": Nothing;

  "json-broken": { readonly found: string | null; readonly expected: JsonExpectation };
  "json-too-deep": { readonly most: number };
  "json-key-unknown": UnknownWord;
  "json-key-double": { readonly key: string };
  "json-key-missing": { readonly key: string };
  "json-kind": { readonly key: string; readonly entry: number | null; readonly expected: JsonKind };

  conflict: { readonly options: readonly string[] };
  "principal-missing": Nothing;
  "several-instalments": { readonly instalments: number };
  "contract-and-instalments": Nothing;
  "contract-incomplete": Nothing;
  "contract-interest-accrued": Nothing;
  "missed-since-after-last": Told & { readonly last: string };
  "too-many-instalments": { readonly instalments: number; readonly most: number };
  "nothing-owed": Nothing;
  "rates-double": { readonly from: string | null };
  "rates-start-late": { readonly from: string; readonly needed: string };
  "penalty-tiers-double": { readonly daysOverdue: number };
  "penalty-tiers-start-late": { readonly daysOverdue: number };
  "list-empty": { readonly key: string };
  "accelerated-before": { readonly date: string; readonly asOf: string };
  "until-not-after-as-of": { readonly until: string; readonly asOf: string };
  "until-too-far": { readonly until: string; readonly latest: string };
  /** `date` null: no balance, but a sum or a schedule passes the limit. */
  "limit-reached": { readonly date: string | null; readonly limit: string };

  "plan-without-goal": { readonly options: readonly string[] };
  "agreement-asks-nothing": Nothing;
  "needs-option": { readonly option: string };

  "command-unknown": UnknownWord;
  "command-missing": { readonly allowed: readonly string[] };
  "option-unknown": UnknownWord;
  "option-elsewhere": { readonly commands: readonly string[] };
  "option-twice": { readonly option: string; readonly instead: string | null };
  "option-without-value": { readonly option: string };
  "argument-unexpected": Told;
}

/** What a JSON text had to go on with where it broke. */
export type JsonExpectation = "value" | "key" | "colon" | "comma-or-end" | "end-of-file";

export type JsonKind = "written" | "list" | "object";

export type ProblemCode = keyof IssueDetails;

/** Something wrong, not yet placed. */
export type IssueOf<Code extends ProblemCode> = { readonly code: Code } & IssueDetails[Code];
export type Issue = { [Code in ProblemCode]: IssueOf<Code> }[ProblemCode];

/** A issue and where it is: the option, or `FILE:LINE:COLUMN-NAME`. */
export type ProblemOf<Code extends ProblemCode> = IssueOf<Code> & { readonly where: string };
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** What a reader makes of one text: its value, or what is wrong with it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a whole piece of intake makes of its papers. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function invalid(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/** All that is wrong with several readings. */
export function issuesOf(...readings: readonly Parsed<unknown>[]): readonly Issue[] {
  return readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
}

/** A text and where it stands: an option's value, a cell, a value in a JSON file. */
export interface Located {
  readonly text: string;
  readonly where: string;
  /** What is wrong with it has been told already: it reads as nothing. */
  readonly isReported?: boolean;
}

/** Gathers every problem of all papers, so that the client hears of them at once. */
export class ProblemCollector {
  readonly #problems: Problem[] = [];

  get count(): number {
    return this.#problems.length;
  }

  add(where: string, ...issues: readonly Issue[]): void {
    for (const issue of issues) this.#problems.push({ ...issue, where });
  }

  /** The value of a reading, or null after noting what is wrong with it. */
  take<Value>(where: string, reading: Parsed<Value>): Value | null {
    if (reading.ok) return reading.value;
    this.add(where, ...reading.issues);
    return null;
  }

  read<Value>(given: Located, reader: (text: string) => Parsed<Value>): Value | null {
    return given.isReported === true ? null : this.take(given.where, reader(given.text));
  }

  /** Takes back what was noted only because something else was not readable. */
  forget(codes: readonly ProblemCode[]): void {
    const kept = this.#problems.filter(({ code }) => !codes.includes(code));
    this.#problems.splice(0, this.#problems.length, ...kept);
  }

  addProblem(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** The value of another collector's result, or null after taking over its problems. */
  merge<Value>(result: Result<Value>): Value | null {
    if (result.ok) return result.value;
    for (const problem of result.problems) this.#problems.push(problem);
    return null;
  }

  /** The value if nothing at all was wrong. A null value without a problem is a gap in the intake itself. */
  result<Value>(value: Value | null): Result<Value> {
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    if (value === null) throw new Error("intake gave up without naming a problem");
    return { ok: true, value };
  }
}
