/**
 * A row of a book of loans as a request: its fields are options of `simulate` under the names of columns, and the same
 * readers read them. What rows share (terms, dates, ways to pay) is read once; a row that has only plain numbers of its
 * own is then made from the one read before.
 */

import { addDays, type Day } from "../../loan/day.ts";
import type { Events } from "../../loan/events.ts";
import type { Instalment, Loan, PaymentStream } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { Strategy, StrategyKind } from "../../loan/strategy.ts";
import type { InputPlatform } from "../../platform.ts";
import { columnOfRate, withPeriod } from "../column-names.ts";
import { USUAL_DAYS } from "../horizon.ts";
import { LOAN_FILE_KEYS } from "../loan-file.ts";
import { LOAN_OPTIONS, type TypedOption } from "../loan-options.ts";
import { type LoanRequest, rateMissingUntil, readLoanRequest, strategyContext } from "../loan-request.ts";
import { nearestWord } from "../nearest.ts";
import type { LoanOptions } from "../options.ts";
import { notePaymentsAside } from "../payments-aside.ts";
import { ok, type Problem, type ProblemCode, ProblemCollector, type Result, refusal } from "../problem.ts";
import {
  columnName,
  columnOfOption,
  columnWhereLent,
  type OptionsOfRow,
  placedIn,
  takeAsLent,
} from "../row-options.ts";
import { readStrategy } from "../strategy.ts";
import type { RowFields } from "./row-fields.ts";

/** The number of the row, its way to pay in place of its payments, the text of a loan file, and what plans ask for. */
const OTHERS = ["id", "strategy", "loan", "priority"] as const;

const PLANS: Readonly<Record<string, TypedOption>> = LOAN_OPTIONS;
/** Those that take a value; files stand beside a row, but for the text of a loan file. */
const OPTION_OF: ReadonlyMap<string, string> = new Map(
  Object.keys(PLANS)
    .filter((key) => / <(?!file)/.test(PLANS[key]?.flags ?? ""))
    .map((key) => [columnName(key), key]),
);

export const ROW_COLUMNS: readonly string[] = [...OTHERS, ...OPTION_OF.keys()];

export type RowOptions = Omit<LoanOptions, "loan" | "instalments" | "payments" | "untilCleared"> & {
  readonly strategy?: string | undefined;
};

/** What readers need to know beside a row. */
export type RowPlatform = Pick<InputPlatform, "today" | "environment">;

/** What a row asks for. */
export interface RowRequest {
  readonly loan: Loan;
  readonly events: Events;
  readonly until: Day;
}

/** Numbers of the row alone; each is read by hand where it is plain. */
const BALANCES = ["principal", "owed_interest", "owed_penalty", "owed_compound", "owed_fee"] as const;
const STREAMS = ["daily", "weekly", "monthly"] as const;
const NUMBERS: ReadonlySet<string> = new Set([...BALANCES, "days_overdue", "days", ...STREAMS]);

type Changing<Value> = { -readonly [key in keyof Value]: Value[key] };

/** What was read of a row, to be read of others with the same shared fields by changing numbers. */
interface Template {
  /** The shared fields, and which of the numbers are blank. */
  readonly texts: readonly string[];
  readonly blanks: readonly boolean[];
  /** Its parts are of this template alone: the numbers of each row take the place of those of the one before. */
  readonly request: Changing<RowRequest>;
  readonly loan: Changing<Loan>;
  readonly instalment: Changing<Instalment>;
  /** The stream that each of the three options made. */
  readonly streamOf: { readonly [option in (typeof STREAMS)[number]]: Changing<PaymentStream> | undefined };
  /** The ways to pay stand for the payments. */
  readonly hasStrategy: boolean;
}

/** So many sets of shared fields are kept, at 8 to 20 kB each; a book with more of them pays for reading each row. */
const MOST_TEMPLATES = 1_000;

/** Reads the rows of a table with the columns given; what a row leaves blank is as the options say. */
export class LoanRows {
  readonly #headings: readonly string[];
  readonly #columns: readonly string[];
  /** Of a line of JSON, whose names are its own. */
  readonly #unknown: readonly Problem[];
  readonly #shared: readonly number[];
  readonly #numbers: readonly { readonly at: number; readonly name: string }[];
  readonly #options: RowOptions;
  readonly #platform: RowPlatform;
  readonly #templates = new Map<string, Template | null>();
  readonly #met = new Set<string>();
  /** That of the row before: most often the next one is like it. */
  #last: Template | null = null;

  constructor(headings: readonly string[], options: RowOptions, platform: RowPlatform) {
    const columns = headings.map(columnOfRate);
    this.#headings = headings;
    this.#columns = columns;
    this.#unknown = columns.filter((name) => !ROW_COLUMNS.includes(name)).map(unknownName);
    this.#options = options;
    this.#platform = platform;
    const positions = columns.map((name, at) => ({ at, name }));
    this.#numbers = positions.filter(({ name }) => NUMBERS.has(name));
    this.#shared = positions.filter(({ name }) => !NUMBERS.has(name) && name !== "id").map(({ at }) => at);
  }

  /** A request is that of its row until the next one is read. */
  read(fields: RowFields): Result<RowRequest> {
    const { length: expected } = this.#columns;
    if (!hasCellsOf(fields, expected)) return refusal("line", { code: "csv-ragged", expected, found: fields.count });
    const template = this.#last !== null && this.#isLike(this.#last, fields) ? this.#last : this.#find(fields);
    const quick = template && this.#fromTemplate(template, fields);
    if (quick) return ok(quick);
    const result = this.#readWhole(fields);
    if (template === undefined && result.ok && this.#hasPlainNumbers(fields)) this.#remember(fields, result.value);
    return result.ok ? ok(result.value.request) : result;
  }

  #isLike({ texts, blanks }: Template, fields: RowFields): boolean {
    for (let index = 0; index < this.#shared.length; index += 1) {
      if (!fields.is(this.#shared[index] ?? 0, texts[index] ?? "")) return false;
    }
    for (let index = 0; index < this.#numbers.length; index += 1) {
      if (fields.is(this.#numbers[index]?.at ?? 0, "") !== blanks[index]) return false;
    }
    return true;
  }

  /** Null where rows with these shared fields have to be read whole, undefined where none was read yet. */
  #find(fields: RowFields): Template | null | undefined {
    const found = this.#templates.get(keyOf(this.#sharedIn(fields)));
    if (found) this.#last = found;
    return found;
  }

  /** What is written otherwise may say more than a number, such as the day of the month in `1500@15`; 0 makes no stream. */
  #hasPlainNumbers(fields: RowFields): boolean {
    return this.#numbers.every(
      ({ at, name }) =>
        fields.is(at, "") ||
        (name === "days" || name === "days_overdue"
          ? fields.plainCount(at) !== null
          : fields.plainAmount(at) !== null && !paysNothing(fields, at, name)),
    );
  }

  #sharedIn(fields: RowFields): Pick<Template, "texts" | "blanks"> {
    return {
      texts: this.#shared.map((at) => fields.text(at)),
      blanks: this.#numbers.map(({ at }) => fields.is(at, "")),
    };
  }

  #remember(fields: RowFields, { request, loanRequest, kind, options }: Whole): void {
    const shared = this.#sharedIn(fields);
    const key = keyOf(shared);
    if (!this.#met.has(key)) {
      forgetOldest(this.#met);
      this.#met.add(key);
      return;
    }
    forgetOldest(this.#templates);
    const [instalment] = request.loan.instalments;
    const isQuick =
      instalment !== undefined &&
      request.loan.instalments.length === 1 &&
      options.borrowed === undefined &&
      options.until === undefined &&
      request.loan.agreedFlows === null &&
      loanRequest.events.payments.length === 0 &&
      (kind === null || QUICK_KINDS.has(kind));
    const template = isQuick
      ? { hasStrategy: kind !== null, ...shared, ...ownParts(request, instalment, options) }
      : null;
    this.#templates.set(key, template);
  }

  /** Null where a number is not as plain as can be: then its reader says what it means, or what is wrong with it. */
  #fromTemplate(
    { blanks, request, loan, instalment, streamOf, hasStrategy }: Template,
    fields: RowFields,
  ): RowRequest | null {
    for (let index = 0; index < this.#numbers.length; index += 1) {
      const number = this.#numbers[index];
      if (number === undefined || blanks[index]) continue;
      const { at, name } = number;
      switch (name) {
        case "days_overdue":
        case "days": {
          const count = fields.plainCount(at);
          if (count === null) return null;
          if (name === "days") request.until = addDays(loan.asOf, count);
          // The negative of 0 would make floating point of every later sum of days.
          else instalment.due = addDays(loan.asOf, 0 - count);
          break;
        }
        case "daily":
        case "weekly":
        case "monthly": {
          const amount = fields.plainAmount(at);
          const stream = streamOf[name];
          // A way to pay takes payments of its row in, or is a mistake beside them.
          if (amount === null || amount === 0 || hasStrategy || stream === undefined) return null;
          stream.amounts = [amount];
          break;
        }
        default: {
          const amount = fields.plainAmount(at);
          if (amount === null || (amount === 0 && name === "principal")) return null;
          setBalance(instalment, name as (typeof BALANCES)[number], amount);
        }
      }
    }
    // A rate may begin too late for what is due in this row.
    if (rateMissingUntil(loan.terms, loan.instalments, loan.asOf) !== null) return null;
    loan.borrowed = instalment.principal;
    return request;
  }

  #readWhole(fields: RowFields): Result<Whole> {
    const own: Record<string, string | readonly string[]> = {};
    let strategy = this.#options.strategy ?? "";
    let file = "";
    for (const [at, name] of this.#columns.entries()) {
      const cell = fields.text(at).trim();
      if (cell === "") continue;
      const text = name === "rate" ? withPeriod(cell, this.#headings[at] ?? name) : cell;
      const option = OPTION_OF.get(name);
      if (name === "strategy") strategy = text;
      else if (name === "loan") file = text;
      else if (option !== undefined && paysNothing(fields, at, name)) own[option] = [];
      else if (option !== undefined) own[option] = PLANS[option]?.isRepeatable === true ? [text] : text;
    }
    const isLentInPrincipal = takeAsLent(own as OptionsOfRow);
    // Fields put behind a spread cost Node 20 a class of objects each time, which is collected late.
    const options: LoanOptions = Object.assign({}, this.#options, own);
    const result = readWhole(options, own, strategy, file, this.#platform);
    const columnOf = isLentInPrincipal && file === "" ? columnWhereLent : columnOfOption;
    const problems = [
      ...this.#unknown,
      ...(result.ok ? [] : result.problems.map((one) => placedIn(columnOf(one.where), one, columnOf))),
    ];
    return result.ok && problems.length === 0 ? result : { ok: false, problems };
  }
}

/** A book has 0 where nobody pays; it holds in place of what the options say for lines without payments of their own. */
function paysNothing(fields: RowFields, at: number, name: string): boolean {
  return (STREAMS as readonly string[]).includes(name) && fields.plainAmount(at) === 0;
}

/** A key that is looked up in each row would cost more than the amount that is read. */
function setBalance(instalment: Changing<Instalment>, column: (typeof BALANCES)[number], amount: Fen): void {
  switch (column) {
    case "principal":
      instalment.principal = amount;
      break;
    case "owed_interest":
      instalment.interest = amount;
      break;
    case "owed_penalty":
      instalment.penalty = amount;
      break;
    case "owed_compound":
      instalment.compound = amount;
      break;
    case "owed_fee":
      instalment.fee = amount;
      break;
    default:
      column satisfies never;
  }
}

/** One for each column; a spreadsheet saves blank ones behind them, as other tables may have them too. */
function hasCellsOf(fields: RowFields, columns: number): boolean {
  if (fields.count < columns) return false;
  for (let at = columns; at < fields.count; at += 1) if (fields.text(at).trim() !== "") return false;
  return true;
}

/** It may be meant as a column of a book, as most are, or as a key of a loan file. */
function unknownName(text: string): Problem {
  const allowed = [...new Set([...ROW_COLUMNS, ...LOAN_FILE_KEYS])];
  return { where: text, code: "unknown", kind: "key", text, allowed, nearest: nearestWord(columnName(text), allowed) };
}

/** Copies of what the numbers of a row are in; the options make their streams in this order. */
function ownParts(
  request: RowRequest,
  instalment: Instalment,
  { daily = [], weekly = [] }: LoanOptions,
): Pick<Template, "request" | "loan" | "instalment" | "streamOf"> {
  const own = { ...instalment };
  const loan = { ...request.loan, instalments: [own] };
  const streams = request.events.streams.map((stream) => ({ ...stream }));
  const events = { ...request.events, streams };
  return {
    request: { ...request, loan, events },
    loan,
    instalment: own,
    streamOf: { daily: streams[0], weekly: streams[daily.length], monthly: streams[daily.length + weekly.length] },
  };
}

function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  const [oldest] = kept.size < MOST_TEMPLATES ? [] : kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

function keyOf({ texts, blanks }: Pick<Template, "texts" | "blanks">): string {
  return [...texts, blanks.map(Number).join("")].join("\u0000");
}

interface Whole {
  readonly request: RowRequest;
  readonly loanRequest: LoanRequest;
  readonly kind: StrategyKind | null;
  readonly options: LoanOptions;
}

/** What these ways to pay do depends on nothing that a number of the row could change. */
const QUICK_KINDS: ReadonlySet<StrategyKind> = new Set(["none", "payments", "save", "agreement", "refinancing"]);

/** `own`: the options that the row gives itself. */
function readWhole(
  options: LoanOptions,
  own: LoanOptions,
  strategyText: string,
  file: string,
  { today, environment }: RowPlatform,
): Result<Whole> {
  const problems = new ProblemCollector();
  const bytes = new TextEncoder().encode(file);
  const loan = readLoanRequest(
    file === "" ? options : { loan: "loan", ...options },
    { today, environment, read: () => ({ kind: "read", bytes }) },
    { days: USUAL_DAYS.alone },
  );
  const loanRequest = problems.merge(loan);
  const strategy: Strategy | null =
    strategyText === "" ? null : problems.take("--strategy", readStrategy(strategyText, strategyContext(loan)));
  if (strategy !== null) notePaymentsAside(own, [strategy], problems);
  if (loanRequest === null || (strategyText !== "" && strategy === null)) return problems.result<Whole>(null);
  const events = strategy?.events ?? loanRequest.events;
  const request = { loan: loanRequest.loan, events, until: lastDayOf(loanRequest) };
  return problems.result({ request, loanRequest, kind: strategy?.kind ?? null, options });
}

function lastDayOf({ until }: LoanRequest): Day {
  if (until === null) throw new Error("a row runs for so many days, or until a day");
  return until;
}

/** What may be right for one day at whose close the balances hold and wrong for another. */
const OF_THE_DAY: ReadonlySet<ProblemCode> = new Set([
  "too-early",
  "too-far",
  "until-before-from",
  "pause-outside",
  "nothing-saved",
  "rates-start-late",
]);

/**
 * Kept out of the reading of rows: a mistake in an option would else be told of once a line. Whether a date is in time is
 * for each row to say, which may have a day of its own, unless an option names the day.
 */
export function optionProblems(options: RowOptions, platform: RowPlatform): readonly Problem[] {
  const { strategy = "", ...rest } = options;
  const probe = readWhole({ principal: "1", ...rest }, rest, strategy, "", platform);
  if (probe.ok) return [];
  return options.asOf === undefined ? probe.problems.filter(({ code }) => !OF_THE_DAY.has(code)) : probe.problems;
}
