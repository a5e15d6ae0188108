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

/** As it stands in a text, where it is one. */
type WrittenSummary = Readonly<Record<string, unknown>> & {
  readonly [key in "totals" | (typeof CLASS_KEYS)[number]]: Readonly<Record<string, unknown>>;
};

/** The summary a text holds, or null where it is none: what is not there is no count and no amount. */
export function parseSummary(text: string): BookSummary | null {
  try {
    const written = JSON.parse(text) as WrittenSummary;
    if (written["schema"] !== SCHEMA) return null;
    const summary = new BookSummary();
    for (const name of COUNTS) summary[name] = count(written[name]);
    for (const name of TOTALS) summary.totals[name] = amount(written.totals[name]);
    for (const key of CLASS_KEYS) {
      const counts: Record<string, number> = summary[key];
      for (const name of CLASSES[key]) counts[name] = count(written[key][name]);
    }
    return summary;
  } catch {
    return null;
  }
}

function count(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error("no count");
}

function amount(value: unknown): bigint {
  const match = typeof value === "string" ? /^(\d+)\.(\d\d)$/.exec(value) : null;
  if (match === null) throw new Error("no amount");
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
