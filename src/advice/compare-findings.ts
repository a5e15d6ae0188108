/** What there is to say of a comparison, in the order in which it is said. */

import { COMPONENTS } from "../loan/components.ts";
import { allThatHold } from "../loan/conditions.ts";
import type { Day } from "../loan/day.ts";
import { type Events, type InstalmentAgreement, stopsInterest } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, ZERO } from "../loan/money.ts";
import type { Classification } from "../loan/products/product.ts";
import { comesTooLate, isProposal, paysOnce } from "../loan/strategy.ts";
import { type AgreementPlan, agreementPlan, amountOf, largerThanFirst } from "./agreement-plan.ts";
import type { Compared } from "./compare.ts";
import { asGoodAs, type BestWay, bestOf, isNewLoanAhead, type Measure, takenInAll } from "./comparison.ts";
import type { CompareFinding } from "./findings.ts";
import { newLoanOf } from "./new-loan.ts";
import { restsOnBeingKept, settles } from "./run-findings.ts";
import { NEVER_CLEARED_DAYS } from "./run-report.ts";

interface Comparison {
  readonly loan: Loan;
  /** Null: each way until it is cleared. */
  readonly until: Day | null;
  readonly compared: readonly Compared[];
  readonly baseline: Compared | null;
  readonly classification: Classification;
  /** The tool itself chose the ways, and with them their months. */
  readonly isUsual: boolean;
}

/** The answer, which stands before the table. */
export function comparisonAnswer({ loan, until, compared }: Comparison): readonly CompareFinding[] {
  const days = until === null ? NEVER_CLEARED_DAYS : until - loan.asOf;
  return [{ code: "compared-over", tone: "plain", owed: owedNow(compared), days, until }, ...bestFindings(compared)];
}

/** All ways begin with the same debt. */
export function owedNow([first]: readonly Compared[]): Fen {
  if (first === undefined) throw new Error("nothing is compared");
  return first.summary.owed.total;
}

/** What stands after the table. */
export function compareFindings(comparison: Comparison): readonly CompareFinding[] {
  const { compared, baseline, loan } = comparison;
  return allThatHold<CompareFinding>(
    neverFindings(compared),
    compared.flatMap((row) => termsOf(row, loan)),
    creditFindings(comparison),
    proposalFinding(comparison),
    baseline && { code: "differences-to", tone: "plain", row: baseline },
  );
}

function bestFindings(compared: readonly Compared[]): readonly CompareFinding[] {
  const { mostToPrincipal, cheapest, clearFirst } = bestOf(compared);
  const totalCost = cheapest?.totalCost ?? null;
  const clearedOn = clearFirst?.clearedOn ?? null;
  const way = (row: Compared, measure: Measure): BestWay => ({ row, alike: asGoodAs(row, compared, measure) });
  return allThatHold<CompareFinding>(
    mostToPrincipal === null
      ? { code: "nothing-to-principal", tone: "bad" }
      : { code: "most-to-principal", tone: "plain", ...way(mostToPrincipal, "mostToPrincipal") },
    cheapest !== null &&
      totalCost !== null && { code: "cheapest", tone: "good", ...way(cheapest, "cheapest"), totalCost },
    clearFirst !== null &&
      clearedOn !== null && {
        code: "clears-first",
        tone: "good",
        ...way(clearFirst, "clearFirst"),
        clearedOn,
        takes: takenInAll(clearFirst),
      },
    isNewLoanAhead(compared) && { code: "new-loan-not-best", tone: "plain" },
  );
}

function neverFindings(compared: readonly Compared[]): readonly CompareFinding[] {
  const { never } = bestOf(compared);
  const areAll = never.length === compared.length;
  const trifling = never.filter(({ summary }) => summary.isTrifleLeft);
  const unproven = never.filter(({ summary }) => summary.isBeyondCentury);
  const others = areAll ? [] : never.filter((row) => !trifling.includes(row) && !unproven.includes(row));
  const ends = others.filter(paymentsEnd);
  const goesOn = others.filter((row) => !paymentsEnd(row));
  const isSingle = ends.every(({ strategy }) => paysOnce(strategy) && countOf(strategy.events) === 1);
  return allThatHold<CompareFinding>(
    areAll && { code: "none-clears", tone: "bad" },
    goesOn.length > 0 && { code: "never-clear", tone: "bad", rows: goesOn },
    unproven.length > 0 && { code: "not-clear-in-a-century", tone: "bad", rows: unproven },
    trifling.length > 0 && { code: "never-clear-but-for-a-trifle", tone: "plain", rows: trifling },
    ends.length > 0 && { code: "not-cleared-when-payments-end", tone: "bad", rows: ends, isSingle },
  );
}

function paymentsEnd({ strategy: { events } }: Compared): boolean {
  return countOf(events) > 0 && events.streams.every(({ until }) => until !== null);
}

function countOf({ payments, streams }: Compared["strategy"]["events"]): number {
  return payments.length + streams.length;
}

/** The agreement of a way that has this one and nothing else agreed, on paper: what can be asked for. */
export function proposedPlan(loan: Loan, { strategy: { events } }: Compared): AgreementPlan | null {
  const [only, second] = events.agreements;
  return only?.kind === "agreement" && second === undefined ? agreementPlan(loan, only, events) : null;
}

/** What would have to be agreed, so that it can be asked for; and what becomes of it where it is not kept. */
function termsOf(row: Compared, loan: Loan): readonly CompareFinding[] {
  const { strategy, clearedOn, summary } = row;
  const { events } = strategy;
  const late = events.agreements.filter((agreement) => comesTooLate(agreement, clearedOn));
  const plan = proposedPlan(loan, row);
  const newLoan = newLoanOf(loan, events);
  return allThatHold<CompareFinding>(
    clearedOn !== null && late.map(({ date }) => ({ code: "way-after-cleared", tone: "bad", row, date, clearedOn })),
    plan !== null && plan.payments.length > 0 && agreementOfWay(row, plan, loan),
    newLoan && { code: "way-new-loan", tone: "bad", row, newLoan, assumed: strategy.assumed ?? "nothing" },
    summary.brokenOn.map((on) => {
      return { code: "way-broken", tone: "bad", row, on, waivers: waiversAfterBreak(events, on) };
    }),
  );
}

/** Whether the agreement that breaks on a day takes its waivers back; null where it waived nothing. */
function waiversAfterBreak({ agreements }: Events, on: number): InstalmentAgreement["onBreak"] | null {
  const broken = agreements.findLast((agreed) => agreed.kind === "agreement" && agreed.date <= on);
  return broken?.kind === "agreement" && waivesAnything(broken) ? broken.onBreak : null;
}

function waivesAnything({ waive }: InstalmentAgreement): boolean {
  return Object.values(waive).some(({ numerator }) => numerator > 0n);
}

type WayAgreement = Extract<CompareFinding, { code: "way-agreement" }>;

function agreementOfWay(row: Compared, plan: AgreementPlan, { waivers }: Loan): WayAgreement {
  const [first] = plan.schedule;
  const firstAmount = first === undefined ? null : amountOf(first);
  const figures = { firstAmount, largest: largerThanFirst(plan), waived: waivedIn(plan), bears: bornIn(plan) };
  return { code: "way-agreement", tone: "plain", row, plan, areWaiversDated: waivers.length > 0, ...figures };
}

function waivedIn({ waived, owed }: AgreementPlan): WayAgreement["waived"] {
  return COMPONENTS.filter((component) => waived[component] > 0).map((component) => ({
    component,
    amount: waived[component],
    isAll: waived[component] === owed[component],
  }));
}

function bornIn({ agreement, schedule }: AgreementPlan): WayAgreement["bears"] {
  if (stopsInterest(agreement)) return "nothing";
  return agreement.method.kind === "flat" ? (schedule[0]?.interest ?? ZERO) : null;
}

function creditFindings({ compared, classification }: Comparison): readonly CompareFinding[] {
  const recorded = compared.filter(({ summary }) => summary.credit !== null);
  const kept = recorded.filter(({ daysOverdue }) => daysOverdue === 0);
  const overdue = recorded.filter(({ daysOverdue }) => daysOverdue > 0);
  const waysOf = (rows: readonly Compared[]) => ({
    tone: "plain" as const,
    rows,
    areTwoDays: rows.some(({ summary: { credit } }) => (credit?.deletableAfterAgreementOn ?? null) !== null),
  });
  return allThatHold<CompareFinding>(
    kept.length > 0 && { code: "ways-not-overdue", ...waysOf(kept) },
    overdue.length > 0 && { code: "ways-overdue", ...waysOf(overdue), isCard: classification === "card" },
  );
}

function proposalFinding({ compared, isUsual, loan }: Comparison): CompareFinding | null {
  const proposals = compared.filter(({ strategy, clearedOn }) => isProposal(strategy, loan, clearedOn));
  if (proposals.length === 0) return null;
  const keptBy = proposals.filter(({ strategy, summary }) => restsOnBeingKept(strategy.events, summary.brokenOn));
  const areAll = keptBy.length === proposals.length;
  const areInstalments = !keptBy.some(({ strategy }) => settles(strategy.events));
  return { code: "proposals", tone: "plain", keptBy, areAll, areInstalments, areMonthsAssumed: isUsual };
}
