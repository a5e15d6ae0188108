/** Another balance at the start than was given: how much more or less of what fits the first line that says what is owed. */

import { owedByInstalment } from "../../ledger/opening.ts";
import { CHARGES, COMPONENTS, type Component, totalOf } from "../../loan/components.ts";
import type { Instalment, Loan } from "../../loan/loan.ts";
import { add, type Fen, formatFen, ZERO } from "../../loan/money.ts";
import { areAllStated } from "../../loan/statement.ts";
import type { AuditRow } from "./audit-row.ts";
import type { Candidate } from "./candidate.ts";
import { differencesOf } from "./differences.ts";
import { type DifferenceOf, fittingAmounts } from "./fitting-amount.ts";
import type { AuditSubject } from "./replay.ts";
import type { OrderedStatement } from "./replayed-loan.ts";

/**
 * What the first line that says it has more or less as owed, as though it had been so at the start: of the component that it
 * names, else of each that the difference may be of. It is of the first instalment, or of the last, which may not be due yet.
 */
export function otherOpening(
  subject: AuditSubject,
  statement: OrderedStatement,
  claiming: readonly AuditRow[],
): readonly Candidate[] {
  const [first] = claiming;
  if (first === undefined) return [];
  const opening = asOwedAtStart(subject.loan);
  return moreAtFirst(first).flatMap(({ component, difference }) =>
    [...new Set([0, opening.length - 1])].flatMap((place) =>
      fittingAmounts({
        subject,
        statement,
        row: first,
        difference,
        changeBy: (amount) => candidateOf(opening, { component, place, amount }),
      }),
    ),
  );
}

interface OtherOpening {
  readonly component: Component;
  /** Of the instalment, among those of the loan. */
  readonly place: number;
  readonly amount: Fen;
}

function candidateOf(opening: readonly Instalment[], { component, place, amount }: OtherOpening): Candidate | null {
  const instalments = withMore(opening, { component, place, amount });
  if (instalments === null) return null;
  const to = `${amount > 0 ? "+" : ""}${formatFen(amount)} ${component}`;
  const change = { term: "opening", from: "as-given", to, component, amount } as const;
  return { change, onlyWhole: true, standsAlone: true, loan: (before) => ({ ...before, instalments }) };
}

/** Of those that bear alike the first is told. */
const LIKELIEST_FIRST: readonly Component[] = ["principal", ...CHARGES];

/** The components that the first line's difference may be of, and which difference that is. */
function moreAtFirst(row: AuditRow): readonly { readonly component: Component; readonly difference: DifferenceOf }[] {
  if (differencesOf(row).every((amount) => amount === ZERO)) return [];
  const isBalance = row.line.kind === "balance";
  if (isBalance && row.difference !== null) {
    const { difference } = row;
    const named = COMPONENTS.filter((component) => (difference[component] ?? ZERO) !== ZERO);
    if (named.length === 1)
      return named.map((component) => ({ component, difference: (one) => one.difference?.[component] ?? ZERO }));
  }
  const ofPrincipal: DifferenceOf = ({ principal }) => principal.difference ?? ZERO;
  // A balance by component says what is owed in all, too.
  const ofAll: DifferenceOf = ({ balance, difference }) =>
    balance.difference ?? (isBalance && difference !== null && areAllStated(difference) ? totalOf(difference) : ZERO);
  return LIKELIEST_FIRST.flatMap((component) => {
    const difference = component === "principal" && ofPrincipal(row) !== ZERO ? ofPrincipal : ofAll;
    return difference(row) === ZERO ? [] : [{ component, difference }];
  });
}

/**
 * Instalments with what is owed of each at the start as though it were given: what was worked out follows from their principal,
 * and must not change with it.
 */
function asOwedAtStart(loan: Loan): readonly Instalment[] {
  const owed = owedByInstalment(loan);
  return loan.instalments.map((instalment, index): Instalment => {
    const { interest, penalty, compound, fee } = instalment;
    return {
      ...instalment,
      interest: interest ?? owed[index]?.interest ?? ZERO,
      penalty: penalty ?? owed[index]?.penalty ?? ZERO,
      compound: compound ?? owed[index]?.compound ?? ZERO,
      fee: fee ?? owed[index]?.fee ?? ZERO,
    };
  });
}

/** Null where that is less than nothing. */
function withMore(
  opening: readonly Instalment[],
  { component, place, amount }: OtherOpening,
): readonly Instalment[] | null {
  const instalment = opening[place];
  const changed = add(instalment?.[component] ?? ZERO, amount);
  if (instalment === undefined || changed < 0) return null;
  return opening.with(place, { ...instalment, [component]: changed });
}
