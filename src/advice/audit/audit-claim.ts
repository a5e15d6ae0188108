/** The figures of a claim: what is owed by the terms at the close of a statement, and how it goes on. Worded elsewhere. */

import type { Bearing } from "../../ledger/accrual.ts";
import type { Run } from "../../ledger/run.ts";
import { type ByComponent, byComponent, NO_AMOUNTS, totalOf } from "../../loan/components.ts";
import { addDays, type Day, earliest, NEVER } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fen, fen, shareOf, sum, ZERO } from "../../loan/money.ts";
import { type DatedRate, rateOn } from "../../loan/terms.ts";
import type { LetterLender } from "../letter.ts";
import type { AuditCostLine } from "./above-line.ts";
import { type AuditReport, type OwedAtClose, owedAtClose, runToLastDay } from "./audit.ts";
import { itemsOf, type NamedDifference } from "./audit-letter.ts";

export interface AuditClaim extends OwedAtClose {
  readonly lender: LetterLender;
  /** Of the principal what falls due after that day: it is to be claimed where the loan was called due. */
  readonly principalNotYetDue: Fen;
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

export function auditClaim(report: AuditReport, lender: LetterLender): AuditClaim {
  const { loan, rows } = report.replay;
  const run = runToLastDay(report);
  const owed = owedAtClose(run, report);
  const { on } = owed;
  const { principalNotYetDue } = run;
  const { from, daily } = goingOn(run, loan);
  const rate = rateOn(loan.terms.rates, on) ?? null;
  const rateLine = rows.findLast(({ line }) => rate !== null && line.rates.includes(rate));
  return {
    ...owed,
    lender,
    principalNotYetDue,
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
    const next = graceEnds(run).reduce(earliest, run.stop);
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

function graceEnds({ nextNight }: Run): readonly Day[] {
  return nextNight.bearings.flatMap(({ pendingUntil }) => pendingUntil ?? []);
}

/** The earliest first, each with all its nights until then, or what is posted of them within a cap. */
function gracesToEnd(report: AuditReport): readonly GraceToEnd[] {
  const run = runToLastDay(report);
  // Where nothing bears anything yet, the grace that will begin is that of what goes on.
  while (!run.isOver && run.nextNight.bearings.length === 0 && run.stop < NEVER) run.advance(run.stop);
  return [...new Set(graceEnds(run))]
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

/** What is owed under the names that this lender gives it; that there is no interest or penalty is said too. */
export function claimItems({ owed, lender }: AuditClaim): readonly NamedDifference[] {
  return itemsOf(owed, NO_AMOUNTS, lender, ["penalty", "interest", "principal"]);
}

/** What a day adds, under the names that this lender gives it. */
export function dailyItems({ daily, lender }: AuditClaim): readonly NamedDifference[] {
  return itemsOf(daily, NO_AMOUNTS, lender);
}
