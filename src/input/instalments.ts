/** Instalments as the client gives them: a CSV table, or the list in the loan file. */

import type { Instalment } from "../loan/loan.ts";
import { AMOUNT_LIMIT, type Fen, formatFen, ZERO } from "../loan/money.ts";
import { readAmountOrZero } from "./amount.ts";
import { readTable } from "./csv-table.ts";
import { readDate } from "./date.ts";
import type { Issue, Located, ProblemCollector } from "./problem.ts";

export const INSTALMENT_COLUMNS = {
  required: ["due", "principal"],
  optional: ["interest", "penalty", "compound", "fee"],
} as const;

/** One instalment as written. Absent penalty, compound and fee are left for the engine to compute. */
export interface GivenInstalment {
  readonly due: Located;
  readonly principal: Located;
  readonly interest?: Located | null | undefined;
  readonly penalty?: Located | null | undefined;
  readonly compound?: Located | null | undefined;
  readonly fee?: Located | null | undefined;
}

export function readInstalmentsTable(text: string, path: string, problems: ProblemCollector): readonly Instalment[] {
  const rows = readTable(text, path, INSTALMENT_COLUMNS, problems);
  return readInstalments(
    rows.map(({ cells }) => cells),
    problems,
  );
}

/** The instalments that are readable; what is wrong with the others is noted. */
export function readInstalments(given: readonly GivenInstalment[], problems: ProblemCollector): readonly Instalment[] {
  return given.flatMap((one) => {
    const due = problems.read(one.due, readDate);
    const principal = problems.read(one.principal, readAmountOrZero);
    const interest = readBalance(one.interest, problems) ?? ZERO;
    const penalty = readBalance(one.penalty, problems);
    const compound = readBalance(one.compound, problems);
    const fee = readBalance(one.fee, problems);
    return due === null || principal === null ? [] : [{ due, principal, interest, penalty, compound, fee }];
  });
}

export function readBalance(given: Located | null | undefined, problems: ProblemCollector): Fen | null {
  return given === null || given === undefined ? null : problems.read(given, readAmountOrZero);
}

/** What is owed in all as far as it is given. */
export function givenTotal(instalments: readonly Instalment[]): number {
  let total = 0;
  for (const { principal, interest, penalty, compound, fee } of instalments) {
    total += principal + interest + (penalty ?? 0) + (compound ?? 0) + (fee ?? 0);
  }
  return total;
}

/** Amounts that are each within the limit may still add up to more than the engine is told to bear. */
export function totalIssue(total: number): Issue | null {
  return total > AMOUNT_LIMIT ? { code: "total-too-large", limit: formatFen(AMOUNT_LIMIT) } : null;
}
