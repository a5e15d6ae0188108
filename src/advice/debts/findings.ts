/** What there is to say of several debts under one budget, in the order in which it is said. */

import { isReported } from "../../law/credit-record.ts";
import type { PlanCycle } from "../../loan/budget.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type Fen, sum } from "../../loan/money.ts";
import type { Tone } from "../findings.ts";
import { HARDSHIP_NOTES, type HardshipNote, hardshipNotes } from "../hardship.ts";
import { limitationEndOf } from "../limitation-of-run.ts";
import type { ReliefPart, ReliefRequest } from "../relief-request.ts";
import { partsOf } from "../relief-request.ts";
import type { OneDebt } from "./debt.ts";
import type { DebtsPlan } from "./debts-plan.ts";
import type { DebtOrder } from "./orders.ts";
import type { SmallestBudget } from "./smallest-budget.ts";
import { startOf } from "./start.ts";

interface Of<Code extends string> {
  readonly code: Code;
  readonly tone: Tone;
}

export type DebtsFinding =
  /** A year later more is owed than now: said before anything else. */
  | (Of<"debts-grow"> & {
      readonly from: Day;
      readonly to: Day;
      /** Owed on the two days, on those that get something. */
      readonly before: Fen;
      readonly after: Fen;
      readonly isClearedLater: boolean;
      readonly areSomeLeftOut: boolean;
    })
  | (Of<"debts-smallest-budgets"> & {
      readonly order: DebtOrder;
      readonly every: PlanCycle;
      readonly smallest: SmallestBudget;
    })
  /** The three years have run out for these: said before what the budget comes to, since to agree to pay changes more. */
  | (Of<"debts-limitation-run-out"> & { readonly names: readonly string[] })
  | (Of<"debts-cleared"> & {
      readonly order: DebtOrder;
      readonly clearedOn: Day;
      readonly paid: Fen;
      readonly totalCost: Fen;
      readonly areSomeLeftOut: boolean;
    })
  | (Of<"debts-never-cleared"> & {
      readonly order: DebtOrder;
      readonly names: readonly string[];
      /** Those that pass the limit of what is counted, and when. */
      readonly beyondLimit: readonly { readonly name: string; readonly on: Day }[];
    })
  /** Which debts are cleared, one after the other; the day on which half of them are. */
  | (Of<"debts-sequence"> & {
      readonly cleared: readonly { readonly name: string; readonly on: Day }[];
      readonly halfBy: Day;
    })
  /** What they had to get was more than the budget. */
  | (Of<"debts-unserved"> & {
      readonly unserved: readonly { readonly name: string; readonly on: Day; readonly missing: Fen }[];
    })
  | (Of<"debts-left-out"> & {
      readonly left: readonly { readonly name: string; readonly on: Day; readonly owed: Fen }[];
    })
  | (Of<"debts-cheapest"> & { readonly names: readonly string[]; readonly isProven: boolean })
  | (Of<"debts-pro-rata"> & {
      readonly every: PlanCycle;
      readonly shares: readonly { readonly name: string; readonly amount: Fen }[];
    })
  | (Of<"debts-ask-stopped"> & { readonly names: readonly string[]; readonly clearedOn: Day })
  | (Of<"debts-ask-all"> & {
      readonly request: ReliefRequest;
      readonly parts: readonly ReliefPart[];
      readonly monthly: readonly { readonly name: string; readonly amount: Fen }[];
    })
  | Of<"debts-ask-nothing-fits">
  /** Some of them are overdue in the record, now or on the way. */
  | Of<"debts-record">;

/** Those with a number, which go before any order. */
function pinned(debts: readonly OneDebt[]): readonly OneDebt[] {
  return debts
    .flatMap((debt) => (typeof debt.priority === "number" ? [{ debt, priority: debt.priority }] : []))
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ debt }) => debt);
}

function hasLimitationRunOut(debt: OneDebt, asOf: Day): boolean {
  const { loan, payments } = debt;
  const { isOver, newRun } = startOf(debt, asOf);
  if (loan.jurisdiction !== "cn" || isOver) return false;
  return limitationEndOf(loan, { ...NO_EVENTS, payments }, newRun().totals()) < asOf;
}

/** What to know before paying or signing, of all of them together: what is said of one is said once. That the three years ran out stands first. */
export function hardshipNotesOf(debts: readonly OneDebt[], asOf: Day): readonly HardshipNote[] {
  const found = new Set(
    debts.flatMap((debt) => {
      const { oldestUnpaidDue, isOver } = startOf(debt, asOf);
      if (isOver) return [];
      const daysOverdueAtStart = oldestUnpaidDue === null ? 0 : Math.max(0, asOf - oldestUnpaidDue);
      return hardshipNotes(debt.loan, { daysOverdueAtStart, limitationEndsOn: null });
    }),
  );
  if (found.has("window-passed")) found.delete("window-before-due");
  return HARDSHIP_NOTES.filter((note) => found.has(note));
}

export function debtsFindings(debts: readonly OneDebt[], every: PlanCycle, plan: DebtsPlan): readonly DebtsFinding[] {
  const { order, repayment, smallest, owedAfterYear, cheapest, request, proRata } = plan;
  const { asOf, openingOwed, clearedOn, totalCost } = repayment;
  const findings: DebtsFinding[] = [];
  const served = repayment.debts.filter(({ debt }) => debt.priority !== "never");
  const areSomeLeftOut = served.length < debts.length;
  const isGrowing = owedAfterYear > openingOwed;
  if (isGrowing) {
    findings.push({
      code: "debts-grow",
      tone: "bad",
      from: asOf,
      to: addMonths(asOf, 12),
      before: openingOwed,
      after: owedAfterYear,
      isClearedLater: clearedOn !== null,
      areSomeLeftOut,
    });
    findings.push({ code: "debts-smallest-budgets", tone: "plain", order, every, smallest });
  }
  const runOut = debts.filter((debt) => hasLimitationRunOut(debt, asOf)).map(({ name }) => name);
  if (runOut.length > 0) findings.push({ code: "debts-limitation-run-out", tone: "bad", names: runOut });
  if (clearedOn !== null && totalCost !== null) {
    const paid = sum(served.map((each) => each.paid));
    findings.push({ code: "debts-cleared", tone: "good", order, clearedOn, paid, totalCost, areSomeLeftOut });
  } else {
    const names = served.filter((each) => each.clearedOn === null).map(({ debt }) => debt.name);
    const beyondLimit = served.flatMap(({ debt: { name }, totals: { limitReachedOn: on } }) =>
      on === null ? [] : [{ name, on }],
    );
    findings.push({ code: "debts-never-cleared", tone: "bad", order, names, beyondLimit });
  }
  const cleared = served
    .flatMap(({ debt, clearedOn: on }) => (on === null ? [] : [{ name: debt.name, on }]))
    .toSorted((one, other) => one.on - other.on);
  const half = cleared[Math.ceil(cleared.length / 2) - 1];
  if (half !== undefined && debts.length > 1) {
    findings.push({ code: "debts-sequence", tone: "plain", cleared, halfBy: half.on });
  }
  const unserved = served.flatMap(({ debt, unserved: found }) =>
    found === null ? [] : [{ name: debt.name, on: found.date, missing: found.missing }],
  );
  if (unserved.length > 0) findings.push({ code: "debts-unserved", tone: "bad", unserved });
  const left = repayment.debts
    .filter(({ debt }) => debt.priority === "never")
    .map(({ debt, totals }) => ({
      name: debt.name,
      on: totals.to,
      owed: sum(Object.values(totals.closing)),
    }));
  if (left.length > 0) findings.push({ code: "debts-left-out", tone: "bad", left });
  if (cheapest !== null && cheapest.places.length > 1) {
    const names = [...pinned(debts), ...cheapest.places.flatMap((place) => debts[place] ?? [])].map(({ name }) => name);
    findings.push({ code: "debts-cheapest", tone: "plain", names, isProven: cheapest.isProven });
  }
  if (!isGrowing) findings.push({ code: "debts-smallest-budgets", tone: "plain", order, every, smallest });
  if (served.length > 1) {
    const shares = debts.flatMap(({ name, priority }, index) => {
      const amount = proRata[index];
      return priority === "never" || amount === undefined ? [] : [{ name, amount }];
    });
    findings.push({ code: "debts-pro-rata", tone: "plain", every, shares });
  }
  if (request?.kind === "interest-stopped") {
    const { names, clearedOn: by } = request;
    findings.push({ code: "debts-ask-stopped", tone: "plain", names, clearedOn: by });
  } else if (request?.kind === "all-lenders") {
    const parts = partsOf(request.request);
    findings.push({ code: "debts-ask-all", tone: "plain", request: request.request, parts, monthly: request.monthly });
  } else if (plan.isRequestNeeded) findings.push({ code: "debts-ask-nothing-fits", tone: "bad" });
  const isRecorded = repayment.debts.some(({ debt, monthsOverdue }) => {
    const { oldestUnpaidDue } = startOf(debt, asOf);
    const isOverdue = monthsOverdue > 0 || (oldestUnpaidDue !== null && oldestUnpaidDue < asOf);
    return isOverdue && isReported(debt.loan);
  });
  if (isRecorded) {
    findings.push({ code: "debts-record", tone: "plain" });
  }
  return findings;
}
