/** Another balance at the start than was given: how much more or less of what fits the first line that says what is owed. */

import { owedByInstalment } from "../../ledger/opening.ts";
import { CHARGES, COMPONENTS, type Component } from "../../loan/components.ts";
import type { Instalment, Loan } from "../../loan/loan.ts";
import { add, divideHalfUp, type Fen, fen, formatFen, subtract, ZERO } from "../../loan/money.ts";
import type { AuditRow } from "./audit-row.ts";
import { besideTerms, type Candidate } from "./candidate.ts";
import { differencesOf } from "./differences.ts";
import { replay, rowOfLine } from "./replay.ts";
import { type OrderedStatement, orderedStatement } from "./replayed-loan.ts";

/** From how many lines with what is owed one can tell that it differs since the start. */
const FEWEST_CLAIMS = 2;

/**
 * What the first line that says it has more or less as owed, as though it had been so at the start: of the component that it
 * names, else of each that the difference may be of. It is of the first instalment, or of the last, which may not be due yet.
 */
export function otherOpening(loan: Loan, statement: OrderedStatement): readonly Candidate[] {
  const claiming = replay(loan, statement.lines, null).rows.filter(claimsWhatIsOwed);
  const [first] = claiming;
  if (first === undefined || claiming.length < FEWEST_CLAIMS) return [];
  const opening = asOwedAtStart(loan);
  const openedWith = (more: OtherOpening): Loan | null => withMore(loan, opening, more);
  return moreAtFirst(first).flatMap(({ component, difference }) =>
    [...new Set([0, opening.length - 1])].flatMap((place) => {
      const whole = { component, place, amount: difference(first) };
      const opened = openedWith(whole);
      if (opened === null) return [];
      const amounts = new Set([whole.amount, fitting(whole.amount, restAtFirst(opened, statement, first, difference))]);
      return [...amounts].flatMap((amount) => candidateOf(loan, { ...whole, amount }, openedWith));
    }),
  );
}

interface OtherOpening {
  readonly component: Component;
  /** Of the instalment, among those of the loan. */
  readonly place: number;
  readonly amount: Fen;
}

/** Of those that bear alike the first is told. */
const LIKELIEST_FIRST: readonly Component[] = ["principal", ...CHARGES];

type DifferenceOf = (row: AuditRow) => Fen;

function claimsWhatIsOwed({ line, difference, balance, principal }: AuditRow): boolean {
  return balance.claimed !== null || principal.claimed !== null || (line.kind === "balance" && difference !== null);
}

function candidateOf(
  { terms }: Loan,
  more: OtherOpening,
  openedWith: (more: OtherOpening) => Loan | null,
): readonly Candidate[] {
  const instalments = openedWith(more)?.instalments;
  if (instalments === undefined) return [];
  const { component, amount } = more;
  const to = `${amount > 0 ? "+" : ""}${formatFen(amount)} ${component}`;
  return [
    besideTerms(
      terms,
      { term: "opening", from: "as-given", to, component, amount },
      { standsAlone: true, loan: (before) => ({ ...before, instalments }) },
    ),
  ];
}

/** The components that the first line's difference may be of, and which difference that is. */
function moreAtFirst(row: AuditRow): readonly { readonly component: Component; readonly difference: DifferenceOf }[] {
  if (differencesOf(row).every((amount) => amount === ZERO)) return [];
  if (row.line.kind === "balance" && row.difference !== null) {
    const { difference } = row;
    const named = COMPONENTS.filter((component) => difference[component] !== ZERO);
    if (named.length !== 1) return [];
    return named.map((component) => ({ component, difference: (one) => one.difference?.[component] ?? ZERO }));
  }
  const ofPrincipal: DifferenceOf = ({ principal }) => principal.difference ?? ZERO;
  if (ofPrincipal(row) !== ZERO) return [{ component: "principal", difference: ofPrincipal }];
  const ofBalance: DifferenceOf = ({ balance }) => balance.difference ?? ZERO;
  return ofBalance(row) === ZERO ? [] : LIKELIEST_FIRST.map((component) => ({ component, difference: ofBalance }));
}

/** What is left of the first line's difference. */
function restAtFirst(loan: Loan, { lines }: OrderedStatement, first: AuditRow, difference: DifferenceOf): Fen {
  const until = orderedStatement(lines.filter(({ date }) => date <= first.line.date));
  const row = rowOfLine({ loan, enforcement: null }, until, first.line.line);
  return row === null ? ZERO : difference(row);
}

/** What has been more since the start has borne since then: so much less explains the whole difference. */
function fitting(amount: Fen, rest: Fen): Fen {
  const effect = subtract(amount, rest);
  if (Math.abs(effect) <= Math.abs(amount) || Math.sign(effect) !== Math.sign(amount)) return amount;
  return fen(Number(divideHalfUp(BigInt(amount) * BigInt(amount), BigInt(Math.abs(effect)))) * Math.sign(amount));
}

/**
 * Instalments with what is owed of each at the start as though it were given: what was worked out follows from their principal,
 * and must not change with it.
 */
function asOwedAtStart(loan: Loan): readonly Instalment[] {
  const owed = owedByInstalment(loan);
  return loan.instalments.map((instalment, index): Instalment => {
    const { penalty, compound, fee } = instalment;
    return {
      ...instalment,
      penalty: penalty ?? owed[index]?.penalty ?? ZERO,
      compound: compound ?? owed[index]?.compound ?? ZERO,
      fee: fee ?? owed[index]?.fee ?? ZERO,
    };
  });
}

/** Null where that is less than nothing. */
function withMore(loan: Loan, opening: readonly Instalment[], { component, place, amount }: OtherOpening): Loan | null {
  const instalment = opening[place];
  const changed = add(instalment?.[component] ?? ZERO, amount);
  if (instalment === undefined || changed < 0) return null;
  return { ...loan, instalments: opening.with(place, { ...instalment, [component]: changed }) };
}
