/** An amount that no line says, found so that the first line that it tells in agrees. */

import { divideHalfUp, type Fen, fen, subtract } from "../../loan/money.ts";
import type { AuditRow } from "./audit-row.ts";
import type { Candidate } from "./candidate.ts";
import { type AuditSubject, rowAgain } from "./replay.ts";
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
export function fittingAmounts(question: FittingQuestion): readonly Candidate[] {
  const { subject, statement, row, difference, changeBy } = question;
  const whole = difference(row);
  const first = changeBy(whole);
  if (first === null) return [];
  const until = orderedStatement(statement.lines.filter(({ date }) => date <= row.line.date));
  /** What the line still says more than a replay with a candidate. */
  const restOf = (candidate: Candidate): Fen | null => {
    const changed = candidate.statement?.(until) ?? until;
    const loan = candidate.loan?.(subject.loan, changed) ?? subject.loan;
    const replayed = rowAgain({ ...subject, loan }, changed, row);
    return replayed === null ? null : difference(replayed);
  };
  const rest = restOf(first);
  let fitting = rest === null ? whole : withoutBorne(whole, rest);
  // Where a payment lies between, it first clears what the amount has borne: the second step is from the other side of it.
  const stillLacking = fitting === whole ? null : restOf(changeBy(fitting) ?? first);
  if (stillLacking !== null) fitting = inProportion(fitting, whole, subtract(whole, stillLacking));
  const amounts = new Set([inWholeYuan(fitting), fitting, whole]);
  return [...amounts].flatMap((more) => (more === whole ? first : (changeBy(more) ?? [])));
}

function withoutBorne(whole: Fen, rest: Fen): Fen {
  const effect = subtract(whole, rest);
  if (Math.abs(effect) <= Math.abs(whole) || Math.sign(rest) === Math.sign(whole)) return whole;
  return inProportion(whole, whole, effect);
}

/** An amount that has an effect, as it would be for the effect wanted. */
function inProportion(amount: Fen, wanted: Fen, effect: Fen): Fen {
  if (effect === 0 || Math.sign(effect) !== Math.sign(wanted)) return amount;
  const magnitude = divideHalfUp(BigInt(Math.abs(amount)) * BigInt(Math.abs(wanted)), BigInt(Math.abs(effect)));
  return fen(Math.sign(amount) * Number(magnitude));
}

function inWholeYuan(amount: Fen): Fen {
  const yuan = Math.round(amount / 100) * 100;
  return Math.abs(amount - yuan) <= ROUNDING ? fen(yuan) : amount;
}
