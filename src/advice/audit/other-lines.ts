/** Lines of a statement as the lender may have them otherwise: one too many, not booked, booked later, fees by no rule. */

import { simulate } from "../../ledger/run.ts";
import { byComponent, COMPONENTS, totalOf } from "../../loan/components.ts";
import { addDays, byDate, type Day } from "../../loan/day.ts";
import type { DatedCharge, Loan } from "../../loan/loan.ts";
import { add, type Fen, subtract, ZERO } from "../../loan/money.ts";
import { oncePer } from "../../loan/once.ts";
import { lastDayOf, type StatementLine, statedAmounts } from "../../loan/statement.ts";
import type { Terms } from "../../loan/terms.ts";
import { type Candidate, type ConventionChange, changed } from "./candidate.ts";
import { largestOf } from "./differences.ts";
import { type OrderedStatement, replayedLoan, reversedLines } from "./replayed-loan.ts";

/** A payment may be booked after a week of holidays. */
const MOST_DAYS_LATER = 10;

/** How many lines that repeat another one are tried as left out. */
const MOST_DOUBLED = 20;

export function repeatedLinesLeftOut({ lines }: OrderedStatement): readonly Candidate[] {
  const byLine = lines.toSorted((one, other) => one.line - other.line);
  return [...doubled(byLine, "payment"), ...doubled(byLine, "fee")].slice(0, MOST_DOUBLED).map((line) => ({
    change: { term: "line", from: line, to: "left-out" },
    statement: oncePer(changed((before) => before.filter((one) => one.line !== line))),
  }));
}

/**
 * Fees that the terms charge stay with the instalment that was missed, also where the lines list another amount for each of them;
 * only what the lender lists beyond them is added.
 */
export function feesAsStated(loan: Loan, { lines, reversed }: OrderedStatement): readonly Candidate[] {
  const fees = lines.filter(({ kind, line }) => kind === "fee" && !reversed.has(line));
  if (fees.length === 0) return [];
  const change = { term: "fees", from: "by-the-terms", to: "as-stated" } as const;
  const { lateFees } = loan.terms;
  return [
    ...[lateFees, ...lateFeeAsListed(lateFees, fees)].map((rules): Candidate => {
      const under = (before: Loan): Loan => ({ ...before, terms: { ...before.terms, lateFees: rules } });
      // Another change may have taken a line out.
      const chargedBy = oncePer((statement: OrderedStatement): ((before: Loan) => Loan) => {
        const beyond = feesBeyondTerms(under(loan), statement);
        if (beyond === null) return (before) => withListedFeesAlone(before, statement);
        return (before) => ({ ...under(before), charges: [...before.charges, ...beyond].toSorted(byDate) });
      });
      return { change, loan: (before, statement) => chargedBy(statement)(before) };
    }),
    {
      change: { term: "fees", from: "by-the-terms", to: "as-principal" },
      onlyWhole: true,
      statement: feesToPrincipal,
      loan: withListedFeesAlone,
    },
  ];
}

/** A single late fee of a fixed amount with the one that most of the lines list, where that is another; nothing of other rules. */
function lateFeeAsListed(
  [rule, second]: Terms["lateFees"],
  fees: readonly StatementLine[],
): readonly Terms["lateFees"][] {
  if (rule?.charge.kind !== "fixed" || second !== undefined) return [];
  const times = new Map<Fen, number>();
  for (const { amount } of fees) if (amount !== null) times.set(amount, (times.get(amount) ?? 0) + 1);
  const [amount] = largestOf([...times], ([, count]) => count) ?? [rule.charge.amount];
  return amount === rule.charge.amount ? [] : [[{ ...rule, charge: { kind: "fixed", amount } }]];
}

/** A lender may add what it charges to the principal, where it bears what that bears. */
const feesToPrincipal = oncePer(
  changed((before) =>
    before.map((line) => {
      const { kind, amount, byComponent: parts } = line;
      if (kind !== "fee" || amount === null || (parts !== null && statedAmounts(parts).fee !== amount)) return line;
      return { ...line, byComponent: byComponent((component) => (component === "principal" ? amount : ZERO)) };
    }),
  ),
);

/** What the lines list beyond the fees of the terms; null where they do not list all of these, or charge something else. */
function feesBeyondTerms(loan: Loan, statement: OrderedStatement): readonly DatedCharge[] | null {
  const fees = statement.lines.filter(({ kind, line }) => kind === "fee" && !statement.reversed.has(line));
  if (fees.some(({ byComponent }) => byComponent !== null && totalOf(statedAmounts(byComponent)) !== byComponent.fee)) {
    return null;
  }
  const listed = new Map<Day, Fen>();
  for (const { date, amount } of fees) listed.set(date, add(listed.get(date) ?? ZERO, amount ?? ZERO));
  const { loan: replayed, events } = replayedLoan(loan, statement);
  let listsAll = true;
  simulate(replayed, events, {
    until: lastDayOf(statement.lines, loan.asOf),
    onRow: ({ date, charged: { fee } }) => {
      const beyond = subtract(listed.get(date) ?? ZERO, fee);
      if (beyond < 0) listsAll = false;
      if (fee !== ZERO) listed.set(date, beyond);
    },
  });
  if (!listsAll) return null;
  return [...listed].flatMap(([date, amount]) =>
    amount === ZERO ? [] : [{ date, amount, component: "fee", note: null }],
  );
}

export function bookedOtherwise(line: StatementLine, { lines, reversed }: OrderedStatement): readonly Candidate[] {
  const paidOn = (date: Day): boolean =>
    lines.some((one) => one.kind === "payment" && one.date === date && !reversed.has(one.line));
  // What the lender splits it has booked.
  const isSplit = line.kind === "payment" && line.byComponent !== null;
  return ([...(isSplit ? [] : (["missing"] as const)), ...daysLater] as const).flatMap((to) => {
    // The readings of one change share it, so that it is told once.
    const change = { term: "booking", from: line.line, to } as const;
    return bookedAs(line, to, paidOn).map((booked) => ({
      change,
      standsAlone: true,
      statement: changed((before) => before.flatMap((one) => (one.line === line.line ? booked : [one]))),
    }));
  });
}

type Booking = Extract<ConventionChange, { readonly term: "booking" }>["to"];

const daysLater = Array.from({ length: MOST_DAYS_LATER }, (_, index): Booking => `${index + 1} later`);

/**
 * What may stand in a line's place. A payment that is missing leaves behind the balance that the lender states after it. One
 * that is booked later has the balance after its booking, or that of its own day, in which it is not yet; among other payments
 * of the day of its booking it may be the first or the last.
 */
function bookedAs(
  line: StatementLine,
  to: Booking,
  paidOn: (date: Day) => boolean,
): readonly (readonly StatementLine[])[] {
  const balance: StatementLine = { ...line, kind: "balance", amount: null, byComponent: null, delay: null };
  if (to === "missing") return [[balance]];
  const date = addDays(line.date, Number.parseInt(to, 10));
  const places =
    line.kind === "payment" && paidOn(date)
      ? (["first", "last"] as const).map((amongPayments) => ({ amongPayments }))
      : [{}];
  return places.flatMap((place) => {
    const later = { ...line, ...place, date };
    if (line.claimedTotal === null && line.claimedPrincipal === null) return [[later]];
    return [[later], [balance, { ...later, claimedTotal: null, claimedPrincipal: null }]];
  });
}

/** Payments, or fees, that say what one before them says. */
export function doubled(lines: readonly StatementLine[], of: "payment" | "fee"): readonly number[] {
  const reversed = reversedLines(lines);
  const seen = new Set<string>();
  return lines
    .filter(({ kind, line }) => kind === of && !reversed.has(line))
    .flatMap(({ date, amount, line }) => {
      const key = `${date} ${amount}`;
      if (seen.has(key)) return [line];
      seen.add(key);
      return [];
    });
}

/** No fee but those of the lines. */
function withListedFeesAlone(loan: Loan, { lines, reversed }: OrderedStatement): Loan {
  const charges = lines.flatMap(({ kind, date, amount, byComponent, line }): readonly DatedCharge[] => {
    if (kind !== "fee" || amount === null || reversed.has(line)) return [];
    if (byComponent === null) return [{ date, amount, component: "fee", note: null }];
    const amounts = statedAmounts(byComponent);
    return COMPONENTS.flatMap((component) =>
      amounts[component] === ZERO ? [] : [{ date, amount: amounts[component], component, note: null }],
    );
  });
  return { ...loan, charges, terms: { ...loan.terms, lateFees: [] } };
}
