/** What a letter on a statement says: which lines differ and what the terms give; or the figures of a claim. Worded elsewhere. */

import { type ProvisionCode, provisionsFor } from "../../law/provisions.ts";
import type { Bearing } from "../../ledger/accrual.ts";
import { Run } from "../../ledger/run.ts";
import { type ComponentName, componentName, componentsByName } from "../../loan/component-names.ts";
import {
  type ByComponent,
  byComponent,
  COMPONENTS,
  type Component,
  NO_AMOUNTS,
  sumOf,
  totalOf,
} from "../../loan/components.ts";
import { addDays, type Day, earliest, NEVER } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fen, fen, shareOf, subtract, sum, ZERO } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type DatedRate, rateOn } from "../../loan/terms.ts";
import type { LetterLender } from "../letter.ts";
import { takenOver } from "../taken-over.ts";
import type { AuditCostLine } from "./above-line.ts";
import type { AuditReport } from "./audit.ts";
import type { AuditRow, Compared } from "./audit-row.ts";
import { rowsThatDiffer } from "./differences.ts";
import type { Explanation } from "./explain.ts";

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

export interface AuditLetter {
  readonly loanName: string | null;
  /** The last day of the replay, at whose close the figures hold. */
  readonly on: Day;
  readonly owed: ByComponent;
  /** Lines that differ by more than the tolerance, in the order of their dates. */
  readonly differingLines: readonly StatementLine[];
  readonly first: DifferingLine | null;
  readonly largest: DifferingLine | null;
  readonly items: readonly NamedDifference[];
  /** What of its payments the lender puts more to each. */
  readonly put: readonly NamedDifference[];
  /** What of the difference in all the statement gives to no component. */
  readonly unnamed: Fen;
  readonly totalOwed: Fen;
  readonly totalDifference: Fen;
  readonly explanations: readonly Explanation[];
  readonly tolerance: Fen;
  readonly provisions: readonly ProvisionCode[];
}

export interface AuditClaim {
  readonly lender: LetterLender;
  readonly loanName: string | null;
  readonly on: Day;
  /** Less interest not yet earned. */
  readonly owed: ByComponent;
  readonly totalOwed: Fen;
  /** Interest fixed in advance for the days after. */
  readonly unearned: Fen;
  /** The contract rate in force on that day. */
  readonly rate: DatedRate | null;
  /** The line of the statement that named it; null: the terms have it. */
  readonly rateLine: number | null;
  /** The first day for which more is added by the day; the next one where nothing is any more. */
  readonly goesOnFrom: Day;
  /** Base × rate of that day, each rounded half-up to the fen, or what is posted of it within a cap; without fees. */
  readonly daily: ByComponent;
  readonly totalDaily: Fen;
  /** Of what is within a waiving grace: by when it has to be paid, and what its nights until then are added for if it is not. */
  readonly graces: readonly GraceToEnd[];
  /** A cap of the contract may end it. */
  readonly isCapped: boolean;
  /** Lines of the law above which some of the charges lie, which are claimed all the same. */
  readonly exceeded: readonly AuditCostLine[];
}

interface GraceToEnd {
  readonly until: Day;
  readonly amount: Fen;
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
  const { replay, differences, explanations, tolerance } = report;
  const run = runToLastDay(report);
  const owed = run.amounts("owed");
  const differing = rowsThatDiffer(replay.rows, tolerance);
  const byRow = differing.map((row) => largestOf(partsOf(row, lender)));
  const { total: totalDifference } = differences;
  return {
    loanName: replay.loan.name,
    on: run.today,
    owed,
    differingLines: differing.map(({ line }) => line),
    first: byRow[0] ?? null,
    largest: largestOf(byRow.flatMap((part) => part ?? [])),
    items: itemsOf(owed, differences, lender),
    put: itemsOf(NO_AMOUNTS, report.differencesOfPayments, lender),
    unnamed: subtract(totalDifference, totalOf(differences)),
    totalOwed: totalOf(owed),
    totalDifference,
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
            leavesOutUnearned: run.unearned > 0,
            // This letter asks to count anew, not to reduce what is owed.
            mayExceed24: false,
          }).filter((code) => ON_AMOUNTS.has(code))
        : [],
  };
}

export function auditClaim(report: AuditReport, lender: LetterLender): AuditClaim {
  const { loan, rows } = report.replay;
  const run = runToLastDay(report);
  const { today: on, unearned } = run;
  const owed = takenOver(run, "leave-out");
  const { from, daily } = goingOn(run, loan);
  const rate = rateOn(loan.terms.rates, on) ?? null;
  const rateLine = rows.findLast(
    ({ line, isReversed }) => !isReversed && line.kind === "rate" && rate !== null && line.rates.includes(rate),
  );
  return {
    lender,
    loanName: loan.name,
    on,
    owed,
    totalOwed: totalOf(owed),
    unearned,
    rate,
    rateLine: rateLine?.line.line ?? null,
    goesOnFrom: addDays(from ?? on, 1),
    daily,
    totalDaily: totalOf(daily),
    graces: gracesToEnd(report),
    isCapped: loan.terms.caps.length > 0,
    exceeded: report.costLines.filter(({ above }) => above > 0),
  };
}

/**
 * The first close after which something accrues by the day, and how much; null: nothing ever does again. What a grace may still waive
 * is not added yet. Takes the run on to that day.
 */
function goingOn(run: Run, loan: Loan): { readonly from: Day | null; readonly daily: ByComponent } {
  while (!run.isOver && added(run).length === 0) {
    const next = graceEndsAfter(run).reduce(earliest, run.stop);
    if (next >= NEVER) break;
    run.advance(next);
  }
  const bearings = added(run);
  if (run.isOver || bearings.length === 0) return { from: null, daily: NO_AMOUNTS };
  const from = run.today;
  if (hasAmountCap(loan)) {
    // All nights of a grace that has passed come at once; those after it are like the one to follow.
    if (bearings.some(({ pendingUntil }) => pendingUntil === from)) run.advance(addDays(from, 1));
    const before = run.amounts("owed");
    run.advance(addDays(run.today, 1));
    const after = run.amounts("owed");
    return { from, daily: byComponent((component) => fen(Math.max(0, after[component] - before[component]))) };
  }
  const daily = byComponent((component) => {
    const own = bearings.filter((one) => one.component === component);
    return own[0] === undefined ? ZERO : shareOf(sum(own.map(({ base }) => base)), own[0].rate);
  });
  return { from, daily };
}

/** What the next night adds: of what is within a waiving grace only that of which the last day has passed unpaid. */
function added({ nextNight, today }: Run): readonly Bearing[] {
  return nextNight.bearings.filter(({ pendingUntil }) => pendingUntil === null || pendingUntil <= today);
}

function graceEndsAfter({ nextNight, today }: Run): readonly Day[] {
  return nextNight.bearings.flatMap(({ pendingUntil }) =>
    pendingUntil === null || pendingUntil <= today ? [] : [pendingUntil],
  );
}

/** The earliest first, each with all its nights until then, or what is posted of them within a cap. */
function gracesToEnd(report: AuditReport): readonly GraceToEnd[] {
  const run = runToLastDay(report);
  // Where nothing bears anything yet, the grace that will begin is that of what goes on.
  while (!run.isOver && run.nextNight.bearings.length === 0 && run.stop < NEVER) run.advance(run.stop);
  const days = new Set(run.nextNight.bearings.flatMap(({ pendingUntil }) => pendingUntil ?? []));
  return [...days]
    .toSorted((one, other) => one - other)
    .map((until) => {
      if (hasAmountCap(report.replay.loan)) return { until, amount: postedWithinCaps(runToLastDay(report), until) };
      const { pending } = run.advance(until).nextNight;
      return { until, amount: sum(pending.filter((one) => one.pendingUntil === until).map(({ amount }) => amount)) };
    });
}

/** What the end of a grace adds beyond a day like the one after it: only what is posted shows what a cap leaves. */
function postedWithinCaps(run: Run, until: Day): Fen {
  const addedUpTo = (day: Day): number => {
    const before = run.amounts("owed");
    const after = run.advance(day).amounts("owed");
    return after.penalty + after.compound - before.penalty - before.compound;
  };
  run.advance(until);
  const atItsEnd = addedUpTo(addDays(until, 1));
  return fen(Math.max(0, atItsEnd - addedUpTo(addDays(until, 2))));
}

/** A cap of a rate is in the rates already. */
function hasAmountCap({ terms }: Loan): boolean {
  return terms.caps.some(({ kind }) => kind !== "rate");
}

/** The replay at the close of its last day: that of the last line. */
function runToLastDay({ replay: { loan, events, rows } }: AuditReport): Run {
  return new Run(loan, events).advance(rows.at(-1)?.line.date ?? loan.asOf);
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

function largestOf(parts: readonly DifferingLine[]): DifferingLine | null {
  let largest: DifferingLine | null = null;
  for (const part of parts) {
    if (Math.abs(part.difference) > Math.abs(largest?.difference ?? 0)) largest = part;
  }
  return largest;
}

/** Under the names of this lender, as far as there is something; `always`: these in any case. */
function itemsOf(
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

/** What is owed under the names that this lender gives it; that there is no interest or penalty is said too. */
export function claimItems({ owed, lender }: AuditClaim): readonly NamedDifference[] {
  return itemsOf(owed, NO_AMOUNTS, lender, ["penalty", "interest", "principal"]);
}

/** What a day adds, under the names that this lender gives it. */
export function dailyItems({ daily, lender }: AuditClaim): readonly NamedDifference[] {
  return itemsOf(daily, NO_AMOUNTS, lender);
}
