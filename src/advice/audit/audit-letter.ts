/** What a letter on a statement says: which lines differ and what the terms give. Worded elsewhere. */

import { type ProvisionCode, provisionsFor } from "../../law/provisions.ts";
import { type ComponentName, componentName, componentsByName } from "../../loan/component-names.ts";
import { type ByComponent, COMPONENTS, type Component, NO_AMOUNTS, sumOf, totalOf } from "../../loan/components.ts";
import { type Fen, subtract, ZERO } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import type { LetterLender } from "../letter.ts";
import { type AuditReport, type OwedAtClose, owedAtClose, runToLastDay } from "./audit.ts";
import type { AuditRow, Compared } from "./audit-row.ts";
import { largestOf, rowsThatDiffer } from "./differences.ts";

/** The time for an answer that the letter asks for, in days after it has arrived; no law sets it. */
export const ANSWER_WITHIN_DAYS = 15;

/** A line of the statement and what of it is furthest from the terms. */
export interface DifferingLine {
  readonly line: StatementLine;
  readonly of: ComponentName | "balance" | "principal-balance";
  readonly stated: Fen;
  readonly computed: Fen;
  readonly difference: Fen;
}

/** What is owed by the terms, and how much more the lender has, under one name. */
export interface NamedDifference {
  readonly name: ComponentName;
  readonly owed: Fen;
  readonly difference: Fen;
}

export interface AuditLetter
  extends OwedAtClose,
    Pick<AuditReport, "linesCompared" | "unapplied" | "explanations" | "tolerance"> {
  /** By the last line that claims anything it could be in; null: by none. */
  readonly isUnearnedLeftOut: boolean | null;
  /** Lines that differ by more than the tolerance, in the order of their dates. */
  readonly differingLines: readonly StatementLine[];
  readonly first: DifferingLine | null;
  readonly largest: DifferingLine | null;
  readonly items: readonly NamedDifference[];
  /** What of its payments the lender puts more to each. */
  readonly put: readonly NamedDifference[];
  /** What of the difference in all the statement gives to no component. */
  readonly unnamed: Fen;
  readonly totalDifference: Fen;
  readonly provisions: readonly ProvisionCode[];
}

/** Provisions on what is owed and how it is counted; those on agreements and collection have no place in this letter. */
const ON_AMOUNTS: ReadonlySet<ProvisionCode> = new Set<ProvisionCode>([
  "earned-interest",
  "penalty-rate",
  "private-rate",
  "private-rate-since-2020",
  "advance-deduction",
  "cost-disclosure",
  "allocation",
  "damages",
  "overdue-interest",
]);

export function auditLetter(report: AuditReport, lender: LetterLender): AuditLetter {
  const { replay, differences, linesCompared, unapplied, explanations, tolerance } = report;
  const run = runToLastDay(report);
  const atClose = owedAtClose(run, report);
  const { owed, unearned } = atClose;
  const differing = rowsThatDiffer(replay.rows, tolerance);
  const byRow = differing.map((row) => largestPart(partsOf(row, lender)));
  const { total: totalDifference } = differences;
  return {
    ...atClose,
    isUnearnedLeftOut: replay.rows.findLast((row) => row.unearned.isLeftOut !== null)?.unearned.isLeftOut ?? null,
    differingLines: differing.map(({ line }) => line),
    first: byRow[0] ?? null,
    largest: largestPart(byRow.flatMap((part) => part ?? [])),
    items: itemsOf(owed, differences, lender),
    put: itemsOf(NO_AMOUNTS, report.differencesOfPayments, lender),
    unnamed: subtract(totalDifference, totalOf(differences)),
    totalDifference,
    linesCompared,
    unapplied,
    explanations,
    tolerance,
    provisions:
      lender.jurisdiction === "cn"
        ? provisionsFor({
            ...lender,
            isPartDeducted: report.received !== null,
            isPartNotYetDue: false,
            isOverdue: run.daysOverdue > 0,
            owesFees: owed.fee > 0 || differences.fee !== ZERO,
            leavesOutUnearned: unearned > 0,
            // This letter asks to count anew, not to reduce what is owed.
            mayExceed24: false,
          }).filter((code) => ON_AMOUNTS.has(code))
        : [],
  };
}

/** All that a line says, as `differencesOf` has it. */
function partsOf(
  { line, computed, stated, difference, balance, principal }: AuditRow,
  lender: LetterLender,
): readonly DifferingLine[] {
  const whole = (of: DifferingLine["of"], { claimed, computed: given, difference: more }: Compared) =>
    claimed === null || more === null ? [] : [{ line, of, stated: claimed, computed: given, difference: more }];
  return [
    ...COMPONENTS.flatMap((component) =>
      whole(componentName(component, lender), {
        claimed: stated?.[component] ?? null,
        computed: computed[component],
        difference: difference?.[component] ?? null,
      }),
    ),
    ...whole("balance", balance),
    ...whole("principal-balance", principal),
  ];
}

function largestPart(parts: readonly DifferingLine[]): DifferingLine | null {
  return largestOf(parts, ({ difference }) => difference);
}

/** Under the names of this lender, as far as there is something; `always`: these in any case. */
export function itemsOf(
  owed: ByComponent,
  difference: ByComponent,
  lender: LetterLender,
  always: readonly Component[] = [],
): readonly NamedDifference[] {
  const shown = new Set(always.map((component) => componentName(component, lender)));
  return componentsByName(lender)
    .map(([name, of]) => ({ name, owed: sumOf(owed, of), difference: sumOf(difference, of) }))
    .filter((item) => shown.has(item.name) || item.owed !== ZERO || item.difference !== ZERO);
}
