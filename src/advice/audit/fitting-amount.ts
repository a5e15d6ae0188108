/** An amount that no line says, found so that the first line that it tells in agrees. */

import { divideHalfUp, type Fen, fen, subtract } from "../../loan/money.ts";
import type { AuditRow } from "./audit-row.ts";
import type { Candidate } from "./candidate.ts";
import { type AuditSubject, rowOfLine } from "./replay.ts";
import { type OrderedStatement, orderedStatement } from "./replayed-loan.ts";

/** Of what is owed after a line the lender says so much more. */
export type DifferenceOf = (row: AuditRow) => Fen;

interface FittingQuestion {
  readonly subject: AuditSubject;
  readonly statement: OrderedStatement;
  readonly row: AuditRow;
  readonly difference: DifferenceOf;
  /** The change by so much more owed; null where there is none. */
  readonly changeBy: (more: Fen) => Candidate | null;
}

/** So little beside whole yuan is rounding. */
const ROUNDING = 2;

/** What the line has more; so much less as that has borne until then; and that in whole yuan, where it is near. */
export function fittingAmounts({
  subject,
  statement,
  row,
  difference,
  changeBy,
}: FittingQuestion): readonly Candidate[] {
  const whole = difference(row);
  const first = changeBy(whole);
  if (first === null) return [];
  const until = orderedStatement(statement.lines.filter(({ date }) => date <= row.line.date));
  const changed = first.statement?.(until) ?? until;
  const loan = first.loan?.(subject.loan, changed) ?? subject.loan;
  const replayed = rowOfLine({ ...subject, loan }, changed, row.line.line);
  const fitting = replayed === null ? whole : withoutBorne(whole, difference(replayed));
  const amounts = new Set([inWholeYuan(fitting), fitting, whole]);
  return [...amounts].flatMap((more) => (more === whole ? first : (changeBy(more) ?? [])));
}

function withoutBorne(whole: Fen, rest: Fen): Fen {
  const effect = Math.abs(subtract(whole, rest));
  if (effect <= Math.abs(whole) || Math.sign(rest) === Math.sign(whole)) return whole;
  return fen(Number(divideHalfUp(BigInt(whole) * BigInt(Math.abs(whole)), BigInt(effect))));
}

function inWholeYuan(amount: Fen): Fen {
  const yuan = Math.round(amount / 100) * 100;
  return Math.abs(amount - yuan) <= ROUNDING ? fen(yuan) : amount;
}
