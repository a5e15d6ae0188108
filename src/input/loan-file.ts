/** The loan file: its shape, and every value in it with its place. What the values mean is read elsewhere. */

import * as v from "valibot";
import { readChoice } from "./choice.ts";
import { JsonLeaf, type JsonPaper, readJsonText } from "./json-text.ts";
import { nearestWord } from "./nearest.ts";
import type { JsonKind, ProblemCollector } from "./problem.ts";

const LOAN_SCHEMA = "overdue-sim/loan@1";

/** A schema's message names the kind of value it wants; that of an unknown key lists the keys there are. */
const UNKNOWN_KEY = "unknown-key:";
const message = (kind: JsonKind): JsonKind => kind;

/** Amounts, rates, dates, words: a text or a number, taken as it is written. */
export const written = v.custom<JsonLeaf>(
  (input) => input instanceof JsonLeaf && input.kind !== "boolean",
  message("written"),
);
export const optional = v.nullish(written);

const notAnObject = v.custom<never>(() => false, message("object"));

/** An object that names every key it does not know, not the first only. Lists and leaves pass for objects elsewhere, not here. */
export function closed<Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const object = v.objectWithRest(entries, v.never(`${UNKNOWN_KEY}${Object.keys(entries).join(",")}`));
  return v.lazy((input) => (isObject(input) ? object : notAnObject));
}

function isObject(input: unknown): boolean {
  return typeof input === "object" && input !== null && !Array.isArray(input) && !(input instanceof JsonLeaf);
}

export function list<Item extends v.GenericSchema>(item: Item) {
  return v.array(item, message("list"));
}

/** One rate for all time, or a list of rates by date or days overdue. */
function writtenOrList<Item extends v.GenericSchema>(item: Item) {
  const items = list(item);
  return v.lazy((input) => (Array.isArray(input) ? items : written));
}

const instalment = closed({
  due: written,
  principal: written,
  interest: optional,
  penalty: optional,
  compound: optional,
  fee: optional,
});

const terms = closed({
  rate: v.nullish(writtenOrList(closed({ from: optional, rate: written }))),
  interest: optional,
  penalty: v.nullish(writtenOrList(closed({ fromDaysOverdue: written, rate: written }))),
  penaltyBase: optional,
  compound: optional,
  dayCount: optional,
  grace: v.nullish(closed({ days: written, kind: optional })),
  rateDecimals: optional,
  rounding: optional,
  lateFees: v.nullish(
    list(closed({ amount: optional, percent: optional, of: optional, each: optional, min: optional, max: optional })),
  ),
  order: v.nullish(list(written)),
  by: optional,
  surplus: optional,
  orderInAdvance: v.nullish(list(written)),
  orderAfter: v.nullish(list(closed({ daysOverdue: written, order: list(written), by: optional }))),
});

const loanFile = closed({
  schema: optional,
  name: optional,
  product: optional,
  asOf: optional,
  instalments: v.nullish(list(instalment)),
  contract: v.nullish(
    closed({ borrowed: optional, months: optional, method: optional, firstDue: optional, missedSince: optional }),
  ),
  terms: v.nullish(terms),
  charges: v.nullish(list(closed({ date: written, amount: written, component: optional, note: optional }))),
  accelerateOn: optional,
  payments: v.nullish(list(closed({ date: written, amount: written, for: optional, surplus: optional }))),
  streams: v.nullish(list(written)),
});

export type LoanFile = v.InferOutput<typeof loanFile> & {
  /** Where one of the file's own keys stands. */
  readonly placeOf: (key: keyof v.InferOutput<typeof loanFile>) => string;
};
export type LoanFileTerms = v.InferOutput<typeof terms>;
export type LoanFileInstalment = v.InferOutput<typeof instalment>;

/**
 * The loan file, with every issue of its shape noted. What the issues leave over is handed on, so that its values are
 * looked at too; null where too little is left.
 */
export function readLoanFile(text: string, path: string, problems: ProblemCollector): LoanFile | null {
  const shaped = readShape(loanFile, text, path, problems);
  if (shaped === null) return null;
  const { schema } = shaped.value;
  if (schema) problems.read(schema, (word) => readChoice(word, [LOAN_SCHEMA]));
  return { ...shaped.value, placeOf: shaped.placeOf };
}

export interface Shaped<Value> {
  readonly value: Value;
  /** Where one of the paper's own keys stands. */
  readonly placeOf: (key: string) => string;
  /** Something was out of shape, and what is read is not all that was written. */
  readonly isDamaged: boolean;
  /** So it was in the object that holds this leaf, or within it. */
  readonly isDamagedBeside: (leaf: JsonLeaf) => boolean;
}

/** A JSON paper of a given shape. */
export function readShape<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  path: string,
  problems: ProblemCollector,
): Shaped<v.InferOutput<Schema>> | null {
  const paper = readJsonText(text, path);
  for (const { where, ...issue } of paper.problems) problems.add(where, issue);
  const { root } = paper;
  if (root === undefined) return null;
  const first = v.safeParse(schema, root);
  const issues = first.issues ?? [];
  for (const issue of issues) noteIssue(issue, path, paper, problems);
  const parsed = issues.length === 0 ? first : withoutFlaws(schema, root, issues);
  if (!parsed.success) return null;
  const damaged = new Set(issues.flatMap((issue) => (issue.path ?? []).map(({ input }) => input).filter(isObject)));
  return {
    value: parsed.output,
    placeOf: (key) => place(path, paper.lineOf(root, key), key),
    isDamaged: paper.problems.length + issues.length > 0,
    isDamagedBeside: (leaf) =>
      paper.problems.length > 0 || [...damaged].some((object) => Object.values(object as object).includes(leaf)),
  };
}

/** What is left over once the issues are taken out; what had to be there and is taken out then has a stand-in. */
function withoutFlaws<Schema extends v.GenericSchema>(
  schema: Schema,
  root: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): v.SafeParseResult<Schema> {
  for (const issue of issues) takeOut(issue);
  const parsed = v.safeParse(schema, root);
  if (parsed.success) return parsed;
  for (const issue of parsed.issues) takeOut(issue);
  return v.safeParse(schema, root);
}

/** Takes what is out of shape out of the paper; it has been told, and what it was meant to be nobody knows. */
function takeOut(issue: v.BaseIssue<unknown>): void {
  const last = issue.path?.at(-1);
  if (last === undefined) return;
  const { input: owner, key } = last;
  // A list that is left empty would be told as empty.
  if (Array.isArray(owner) && owner.length > 1) owner.splice(owner.indexOf(issue.input), 1);
  if (!isObject(owner)) return;
  const values = owner as Record<string, unknown>;
  if (issue.input === undefined) values[String(key)] = new JsonLeaf("told", "", String(key));
  else delete values[String(key)];
}

function noteIssue(issue: v.BaseIssue<unknown>, path: string, paper: JsonPaper, problems: ProblemCollector): void {
  const steps = issue.path ?? [];
  const last = steps.at(-1);
  if (last === undefined) {
    problems.add(path, { code: "json-kind", key: path, entry: null, expected: issue.message as JsonKind });
    return;
  }
  // An entry of a list has no name of its own, so it goes by that of the list.
  const key = String(steps.findLast((step) => typeof step.key === "string")?.key ?? last.key);
  const where = place(path, paper.lineOf(last.input, String(last.key)), key);
  if (issue.message.startsWith(UNKNOWN_KEY)) {
    const allowed = issue.message.slice(UNKNOWN_KEY.length).split(",");
    problems.add(where, { code: "json-key-unknown", text: key, allowed, nearest: nearestWord(key, allowed) });
  } else if (issue.input === undefined) {
    // The key is not there to have a line; the object that lacks it has one.
    const owner = steps.at(-2);
    const line = owner === undefined ? 1 : paper.lineOf(owner.input, String(owner.key));
    problems.add(place(path, line, key), { code: "json-key-missing", key });
  } else {
    const entry = typeof last.key === "number" ? last.key + 1 : null;
    problems.add(where, { code: "json-kind", key, entry, expected: issue.message as JsonKind });
  }
}

function place(path: string, line: number | null, key: string): string {
  return line === null ? `${path}:${key}` : `${path}:${line}:${key}`;
}
