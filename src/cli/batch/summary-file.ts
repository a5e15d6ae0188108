/** The summary of a book as a file, and back: several are added up by `--merge`. */

import { BookSummary, ENDS, SHARES, TOTALS } from "../../advice/book-summary.ts";
import type { Issue } from "../../input/problem.ts";
import { MONTHS_OVERDUE } from "../../law/credit-record.ts";

const SCHEMA = "overdue-sim/batch-summary@1";

const COUNTS = ["loans", "errors", "principalFalls"] as const;
const CLASSES = { principalShare: SHARES, ends: ENDS, monthsOverdue: MONTHS_OVERDUE } as const;
const CLASS_KEYS = ["principalShare", "ends", "monthsOverdue"] as const;

/** Sums as texts: those of a large book are more than a number of JSON holds exactly. */
export function summaryText(summary: BookSummary): string {
  const totals = Object.fromEntries(TOTALS.map((name) => [name, yuanText(summary.totals[name])]));
  const counts = Object.fromEntries(COUNTS.map((name) => [name, summary[name]]));
  const classes = Object.fromEntries(CLASS_KEYS.map((key) => [key, summary[key]]));
  return `${JSON.stringify({ schema: SCHEMA, ...counts, totals, ...classes }, null, 2)}\n`;
}

function yuanText(amount: bigint): string {
  const digits = amount.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A text that is no summary, which is no fault of this program. */
class NoSummary extends Error {}

/** The summary a text holds, or null where it is none: what is not there is no count and no amount. */
export function parseSummary(text: string): BookSummary | null {
  try {
    return summaryIn(text);
  } catch (error) {
    if (error instanceof NoSummary || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** That of a text which is one. */
export function summaryIn(text: string): BookSummary {
  const written: unknown = JSON.parse(text);
  if (at(written, "schema") !== SCHEMA) throw new NoSummary();
  const summary = new BookSummary();
  for (const name of COUNTS) summary[name] = count(at(written, name));
  for (const name of TOTALS) summary.totals[name] = amount(at(at(written, "totals"), name));
  for (const key of CLASS_KEYS) {
    const counts: Record<string, number> = summary[key];
    for (const name of CLASSES[key]) counts[name] = count(at(at(written, key), name));
  }
  return summary;
}

function at(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function count(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new NoSummary();
}

function amount(value: unknown): bigint {
  const match = typeof value === "string" ? /^(\d+)\.(\d\d)$/.exec(value) : null;
  if (match === null) throw new NoSummary();
  return BigInt(`${match[1]}${match[2]}`);
}

/** The figures of a summary that do not fit together. */
export function contradictionsIn(summary: BookSummary): readonly Issue[] {
  const { loans, principalFalls, totals, principalShare } = summary;
  const { owedBefore, principalBefore, paid, toCharges, toPrincipal, principalLeft, totalOwed } = totals;
  const code = "summary-contradicts";
  const classes = CLASS_KEYS.flatMap((key): readonly Issue[] => {
    const sum = Object.values<number>(summary[key]).reduce((all, one) => all + one, 0);
    if (sum === loans) return [];
    return [{ code, parts: key, sum: String(sum), isMore: false, whole: "loans", value: String(loans) }];
  });
  const atMost = (parts: string, sum: bigint, whole: string, value: bigint, text: (amount: bigint) => string) =>
    sum <= value ? [] : [{ code, parts, sum: text(sum), isMore: true, whole, value: text(value) } as const];
  const mayBePaid = principalShare["nothing-paid"] === loans ? 0n : paid;
  return [
    ...classes,
    ...atMost("principalFalls", BigInt(principalFalls), "loans", BigInt(loans), String),
    ...atMost("totals.principalBefore", principalBefore, "totals.owedBefore", owedBefore, yuanText),
    ...atMost("totals.toCharges + totals.toPrincipal", toCharges + toPrincipal, "totals.paid", paid, yuanText),
    ...atMost("totals.paid", paid, "principalShare", mayBePaid, yuanText),
    ...atMost("totals.principalLeft", principalLeft, "totals.totalOwed", totalOwed, yuanText),
  ];
}
