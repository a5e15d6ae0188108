/** What a lender may have booked with another amount than a line says, or that no line says. */

import { totalOf } from "../../loan/components.ts";
import { addDays, byDate, type Day, formatDay } from "../../loan/day.ts";
import type { DatedCharge, Loan } from "../../loan/loan.ts";
import { type Fen, fen, formatFen, subtract, ZERO } from "../../loan/money.ts";
import { areAllStated, type StatementLine } from "../../loan/statement.ts";
import type { AuditRow } from "./audit-row.ts";
import { type Candidate, changed } from "./candidate.ts";
import { fittingAmounts } from "./fitting-amount.ts";
import type { AuditSubject } from "./replay.ts";
import type { OrderedStatement } from "./replayed-loan.ts";

interface NotListedQuestion {
  readonly subject: AuditSubject;
  readonly statement: OrderedStatement;
  /** The last line before the first that differs which says what is owed; null where there is none. */
  readonly agreeing: AuditRow | null;
  /** The first line that says otherwise what is owed. */
  readonly differing: AuditRow;
}

/** A payment or a waiver of another amount. One that the lender splits is booked with the sum of its parts. */
export function bookedWithOtherAmount(
  { subject, statement, differing }: NotListedQuestion,
  doubtful: readonly StatementLine[],
): readonly Candidate[] {
  return doubtful.flatMap((line): readonly Candidate[] => {
    const { amount, byComponent } = line;
    if (amount === null || line.date > differing.line.date) return [];
    const bookedWith = (booked: Fen): Candidate | null => {
      if (booked <= ZERO || booked === amount) return null;
      const otherAmount = changed((before) =>
        before.map((one) => (one.line === line.line ? { ...one, amount: booked } : one)),
      );
      const change = { term: "booked-amount", from: line.line, to: formatFen(booked), amount: booked } as const;
      return { change, onlyWhole: true, standsAlone: true, statement: otherAmount };
    };
    if (byComponent !== null && areAllStated(byComponent)) return [bookedWith(totalOf(byComponent)) ?? []].flat();
    const changeBy = (more: Fen): Candidate | null => bookedWith(subtract(amount, more));
    return fittingAmounts({ subject, statement, row: differing, difference: differenceInAll, changeBy });
  });
}

/** Something charged, paid or waived after the last line that agrees, up to the first that does not. */
export function unlisted(question: NotListedQuestion): readonly Candidate[] {
  const { subject, statement, agreeing, differing } = question;
  if (agreeing === null || agreeing.line.date >= differing.line.date) return [];
  const [earliest, latest] = [addDays(agreeing.line.date, 1), differing.line.date];
  return daysTried(statement, earliest, latest, differing).flatMap((day) => {
    const changeBy = (more: Fen): Candidate => {
      const to = `${more > 0 ? "+" : ""}${formatFen(more)} from ${formatDay(earliest)} to ${formatDay(latest)}`;
      const applied = more > 0 ? { loan: charging(day, more) } : { statement: paying(day, fen(-more)) };
      const change = { term: "unlisted", from: "as-listed", to, amount: more, earliest, latest } as const;
      return { change, ...applied, onlyWhole: true, standsAlone: true };
    };
    return fittingAmounts({ subject, statement, row: differing, difference: differenceInAll, changeBy });
  });
}

/** So many days before the first line that differs a payment is looked for. */
const MOST_DAYS_BEFORE = 62;

/**
 * Of a payment each day may be the one. A fee bears nothing: of its day it matters only which payments cleared it, those of
 * that day or later.
 */
function daysTried({ lines }: OrderedStatement, earliest: Day, latest: Day, differing: AuditRow): readonly Day[] {
  if (differenceInAll(differing) > 0) {
    const afterPayments = lines
      .filter(({ kind, date }) => kind === "payment" && date >= earliest && date < latest)
      .map(({ date }) => addDays(date, 1));
    return [...new Set([latest, earliest, ...afterPayments.slice(-MOST_DAYS_BEFORE)])];
  }
  const days = Math.min(latest - earliest, MOST_DAYS_BEFORE) + 1;
  return Array.from({ length: days }, (_, index) => addDays(latest, -index));
}

function charging(date: Day, amount: Fen): (before: Loan) => Loan {
  const charge: DatedCharge = { date, amount, component: "fee", note: null };
  return (before) => ({
    ...before,
    charges: [...before.charges, charge].toSorted(byDate),
  });
}

/** No line of the file has this number. */
const OF_NO_LINE = 0;

function paying(date: Day, amount: Fen): NonNullable<Candidate["statement"]> {
  const payment: StatementLine = {
    line: OF_NO_LINE,
    date,
    kind: "payment",
    amount,
    byComponent: null,
    delay: null,
    claimedTotal: null,
    claimedPrincipal: null,
    reverses: null,
    rates: [],
    note: null,
  };
  return changed((before) => [...before, payment]);
}

function differenceInAll({ balance }: AuditRow): Fen {
  return balance.difference ?? ZERO;
}
