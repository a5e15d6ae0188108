/** What a comparison comes to: which way does most, costs least, ends first; and in which order its rows stand. */

import { add, type Fen } from "../loan/money.ts";
import { borrowsAnew } from "../loan/strategy.ts";
import type { Compared } from "./compare.ts";

interface Best extends Readonly<Record<Measure, Compared | null>> {
  readonly never: readonly Compared[];
}

/** A way that is best, and other ways that are as good. */
export interface BestWay {
  readonly row: Compared;
  readonly alike: readonly Compared[];
}

/** By the smallest of these figures a way is best; null: it is not in question, as what brings nothing to the principal by paying. */
const MEASURES: Readonly<Record<Measure, (row: Compared) => number | null>> = {
  mostToPrincipal: ({ toPrincipal }) => (toPrincipal > 0 ? -toPrincipal : null),
  cheapest: ({ totalCost }) => totalCost,
  clearFirst: ({ clearedOn }) => clearedOn,
};
export type Measure = "mostToPrincipal" | "cheapest" | "clearFirst";

/** A new loan is never called best: it only puts one debt in the place of another. */
export function bestOf(compared: readonly Compared[]): Best {
  const ways = compared.filter(isOfThisDebt);
  return {
    mostToPrincipal: best(ways, MEASURES.mostToPrincipal),
    cheapest: best(ways, MEASURES.cheapest),
    clearFirst: best(ways, MEASURES.clearFirst),
    never: compared.filter(({ clearedOn }) => clearedOn === null),
  };
}

/** The other ways that are as good as the best. */
export function asGoodAs(row: Compared, compared: readonly Compared[], measure: Measure): readonly Compared[] {
  const figureOf = MEASURES[measure];
  return compared.filter((other) => other !== row && isOfThisDebt(other) && figureOf(other) === figureOf(row));
}

/** A new loan has a better figure than the way that is called best, which would read as false beside the table. */
export function isNewLoanAhead(compared: readonly Compared[]): boolean {
  const newLoans = compared.filter((row) => !isOfThisDebt(row));
  const found = bestOf(compared);
  return (Object.keys(MEASURES) as Measure[]).some((measure) => {
    const figureOf = MEASURES[measure];
    const ahead = best(newLoans, figureOf);
    if (ahead === null) return false;
    const winner = found[measure];
    return winner === null || (figureOf(ahead) ?? Infinity) < (figureOf(winner) ?? Infinity);
  });
}

function isOfThisDebt({ strategy }: Compared): boolean {
  return !borrowsAnew(strategy);
}

/** The row with the smallest figure; of equals the one that takes less money, else the first. */
function best(rows: readonly Compared[], figureOf: (row: Compared) => number | null): Compared | null {
  const figures = rows.flatMap((row) => {
    const figure = figureOf(row);
    return figure === null ? [] : [{ row, figure }];
  });
  const [first] = figures.toSorted(
    (one, other) => one.figure - other.figure || takenInAll(one.row) - takenInAll(other.row),
  );
  return first?.row ?? null;
}

/** What a way takes of the money in the time compared; what is paid above what is owed is not taken. */
export function takenInAll({ toCharges, toPrincipal }: Compared): Fen {
  return add(toCharges, toPrincipal);
}

/** The figures by which rows can be put in order, under their public names. */
const FIGURES = {
  strategy: ({ strategy }: Compared) => strategy.name,
  paid: ({ paid }: Compared) => paid,
  to_charges: ({ toCharges }: Compared) => toCharges,
  to_principal: ({ toPrincipal }: Compared) => toPrincipal,
  principal_share: ({ principalShare }: Compared) => principalShare,
  principal_left: ({ principalLeft }: Compared) => principalLeft,
  total_owed: ({ totalOwed }: Compared) => totalOwed,
  days_overdue: ({ daysOverdue }: Compared) => daysOverdue,
  status_code: ({ statusCode }: Compared) => statusCode,
  cleared_on: ({ clearedOn }: Compared) => clearedOn,
  total_cost: ({ totalCost }: Compared) => totalCost,
  yearly_cost: ({ yearlyCost }: Compared) => yearlyCost,
} as const satisfies Readonly<Record<string, (row: Compared) => number | string | null>>;
export type ComparedFigure = keyof typeof FIGURES;

export const COMPARED_FIGURES = Object.keys(FIGURES) as readonly ComparedFigure[];

/** Rising by a figure; what has none comes last, equal ones keep their order. */
export function sortedBy(rows: readonly Compared[], figure: ComparedFigure): readonly Compared[] {
  const figureOf: (row: Compared) => number | string | null = FIGURES[figure];
  return rows.toSorted((one, other) => inOrder(figureOf(one), figureOf(other)));
}

function inOrder(left: number | string | null, right: number | string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
