/** Statements for tests: written by hand, or by the engine itself as a lender would. */

import { type Explanation, explain } from "../../../src/advice/audit/explain.ts";
import { type AuditSubject, type Replay, replay } from "../../../src/advice/audit/replay.ts";
import { type SolvedRate, solveRate } from "../../../src/advice/audit/solve-rate.ts";
import { simulate } from "../../../src/ledger/run.ts";
import { totalOf } from "../../../src/loan/components.ts";
import { day } from "../../../src/loan/day.ts";
import type { Events } from "../../../src/loan/events.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { type Fen, fen } from "../../../src/loan/money.ts";
import type { StatementKind, StatementLine } from "../../../src/loan/statement.ts";
import type { Case } from "../../reference/generators.ts";
import { AS_OF, instalment, loanOf } from "../../reference/sample-loans.ts";

/** A loan of which everything falls due on the day the statement begins. */
export const DUE_TODAY = loanOf([instalment(AS_OF, 50_000)]);

const EMPTY_LINE = {
  amount: null,
  byComponent: null,
  delay: null,
  claimedTotal: null,
  claimedPrincipal: null,
  reverses: null,
  rates: [],
  note: null,
} as const;

/** A line that says nothing yet but where it stands. */
export function emptyLine(line: number): Omit<StatementLine, "date" | "kind"> {
  return { ...EMPTY_LINE, line };
}

/** A line by hand; `yuan` as it is written on paper. */
export function lineOf(
  line: number,
  date: string,
  kind: StatementKind,
  yuan: number | null = null,
  more: Partial<StatementLine> = {},
): StatementLine {
  const amount = yuan === null ? null : fen(Math.round(yuan * 100));
  const claimedTotal = kind === "balance" ? amount : null;
  return { ...EMPTY_LINE, line, date: day(date), kind, amount, claimedTotal, ...more };
}

/** Payments without a purpose of their own, and nothing agreed: what a statement can tell of. */
export function plainCase({ loan, events, until }: Case): Case {
  const payments = events.payments.map((one) => ({ ...one, for: null, surplus: null }));
  const streams = events.streams.map((one) => ({ ...one, for: null }));
  return { loan, events: { ...events, payments, streams, agreements: [], paysWhenDueFrom: null }, until };
}

/** What a lender that goes by the terms would write: every charge, waiver and payment, each with the balances after it. */
export function statementOf({
  loan,
  events,
  until,
}: {
  loan: Loan;
  events: Events;
  until: number;
}): readonly StatementLine[] {
  const lines: StatementLine[] = [];
  const add = (line: Omit<StatementLine, "line" | "rates" | "note" | "reverses" | "delay">): void => {
    lines.push({ ...EMPTY_LINE, ...line, line: lines.length + 2 });
  };
  simulate(loan, events, {
    until: until as typeof loan.asOf,
    onRow: ({ date, charged, waived, payment, to, owed, totalOwed }) => {
      const silent = { claimedTotal: null, claimedPrincipal: null };
      if (totalOf(charged) > 0) add({ date, kind: "fee", amount: totalOf(charged), byComponent: charged, ...silent });
      if (totalOf(waived) > 0) add({ date, kind: "waiver", amount: totalOf(waived), byComponent: waived, ...silent });
      const after = { claimedTotal: totalOwed, claimedPrincipal: owed.principal };
      if (payment > 0) add({ date, kind: "payment", amount: payment, byComponent: to, ...after });
    },
  });
  return lines;
}

export const NOT_MORE_THAN_A_FEN: Fen = fen(1);

/** The explanations of a statement under a loan: the changes, from what to what, and what they leave. */
export function explained(loan: Loan, ...lines: readonly StatementLine[]) {
  return explainLines({ loan, enforcement: null, tolerance: fen(1) }, lines, {
    deducted: null,
    pairsOfAnyLength: true,
  }).map(({ changes, remaining }) => ({
    changes: changes.map((change) => [change.term, ...("from" in change ? [change.from, change.to] : [])]),
    remaining,
  }));
}

function replayOf({ loan, enforcement, tolerance }: AuditSubject, lines: readonly StatementLine[]): Replay {
  return replay(loan, lines, enforcement, tolerance);
}

export function explainLines(
  subject: AuditSubject,
  lines: readonly StatementLine[],
  settings: Parameters<typeof explain>[2],
): readonly Explanation[] {
  return explain(subject, replayOf(subject, lines), settings);
}

export function solveLines(subject: AuditSubject, lines: readonly StatementLine[]): SolvedRate | null {
  return solveRate(subject, replayOf(subject, lines));
}
