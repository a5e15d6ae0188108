/** What there is to say of a replayed statement, in the order in which it is said. */

import type { CostLine } from "../../law/cost-lines.ts";
import { isReported, RECORD_MONTHS_SHOWN, type RecordMonth } from "../../law/credit-record.ts";
import { type LimitationYears, limitationYears } from "../../law/limitation.ts";
import { componentName } from "../../loan/component-names.ts";
import { type ByComponent, COMPONENTS, type Component, totalOf } from "../../loan/components.ts";
import { allThatHold } from "../../loan/conditions.ts";
import { type Day, lastOfMonth } from "../../loan/day.ts";
import type { LenderKind } from "../../loan/loan.ts";
import { add, type Fen, subtract, sum, ZERO } from "../../loan/money.ts";
import { areAllStated, statedAmounts } from "../../loan/statement.ts";
import type { EffectiveRate } from "../effective-rate.ts";
import type { ComponentAmount, Of, RunFinding } from "../findings.ts";
import type { AuditCostLine } from "./above-line.ts";
import type { AuditLimitation, AuditLimitationEvent, AuditReport } from "./audit.ts";
import type { AuditRow } from "./audit-row.ts";
import type { BeforeReversal } from "./before-reversals.ts";
import type { Delay } from "./delay.ts";
import { type LargestDifference, type OnLine, onLine, rowsThatDiffer } from "./differences.ts";
import type { Explanation } from "./explain.ts";
import type { SolvedRate } from "./solve-rate.ts";

/** Said of a statement that was replayed. */
export type AuditFinding =
  | Of<"audit-nothing-stated">
  /** `within`: the largest difference, where there is one that the tolerance forgives. */
  | (Of<"audit-agrees"> & { readonly lines: number; readonly within: LargestDifference | null })
  /** `largest`: lender's figure less that of the terms, on the line where it first appears. */
  | (Of<"audit-differs"> &
      OnLine & {
        readonly largest: Fen;
        /** The first line that differs, where that is another one. */
        readonly first: OnLine | null;
        readonly total: Fen;
        readonly isTotalClaimed: boolean;
      })
  /** What of its payments the lender puts more to each component, and what it has more of each as owed. */
  | (Of<"audit-payments-put"> & { readonly more: readonly ComponentAmount[] })
  | (Of<"audit-owed-more"> & {
      readonly more: readonly ComponentAmount[];
      /** Of the total, what the lines do not give to a component. */
      readonly notToldApart: Fen;
    })
  /** `payments-alike`: it is named twice; `line-alone`: those after it agree, so that no reading of the terms makes it. */
  | (Of<"audit-fee-not-agreed" | "audit-payments-alike" | "audit-line-alone"> & OnLine & { readonly amount: Fen })
  | (Of<"audit-fee-on-other-day"> & OnLine & { readonly amount: Fen; readonly byTermsOn: readonly Day[] })
  /** By the terms a line clears the debt, and a later one claims more. */
  | (Of<"audit-cleared-before"> & OnLine)
  /** What of the payments nothing that is owed by the terms takes. */
  | (Of<"audit-unapplied"> & { readonly amount: Fen })
  /** On the last line of each kind: what is claimed has interest for days ahead in it or not. */
  | (Of<"audit-unearned"> & OnLine & { readonly amount: Fen; readonly isLeftOut: boolean; readonly isChinese: boolean })
  /** A balance whose parts are another amount than it claims in all. */
  | (Of<"audit-parts-not-total"> & OnLine & { readonly parts: Fen; readonly total: Fen })
  /** What the terms give as charges without a column stands in the statement under others: first so much in a line. */
  | (Of<"audit-named-otherwise"> &
      OnLine & { readonly amount: Fen; readonly charges: readonly Component[]; readonly under: readonly Component[] })
  | (Of<"audit-before-reversal"> & BeforeReversal)
  | (Of<"audit-explained"> & { readonly explanation: Explanation; readonly tolerance: Fen })
  | Of<"audit-not-explained">
  /** The contract rate is no convention, and may be asked for. */
  | Of<"audit-rate-may-differ">
  /** `isOneForAll`: in place of rates that change. */
  | (Of<"audit-solved-rate"> & { readonly rate: SolvedRate; readonly isOneForAll: boolean })
  /** `isPenaltyApart`: what is overdue bears a rate that no contract rate changes. */
  | (Of<"audit-rate-not-found"> & { readonly isPenaltyApart: boolean })
  | Of<"audit-rate-without-balance">
  | (Of<"audit-delay" | "audit-delay-above-debt"> & { readonly delay: Delay })
  | (Of<"audit-delay-before-rule"> & { readonly ruleFrom: Day })
  | (Of<"audit-delay-difference"> & { readonly amount: Fen })
  | (Of<"audit-received"> & { readonly received: Fen; readonly borrowed: Fen })
  | (Of<"audit-cost-line"> & { readonly line: AuditCostLine })
  | (Of<"audit-cost-lines-without-number"> & { readonly lines: readonly CostLine[] })
  | (Of<"audit-cost-lines-for-others"> & { readonly lines: readonly CostLine[]; readonly lender: LenderKind })
  | (Of<"audit-effective-rate"> & EffectiveRate & { readonly of: "contract" | "paid" })
  | (Of<"audit-limitation"> & Pick<AuditLimitation, "endsOn" | "restartedBy"> & { readonly years: LimitationYears })
  | (Of<"audit-limitation-after-suit"> & { readonly endsOn: Day; readonly suit: AuditLimitationEvent })
  | (Of<"audit-limitation-run-out"> &
      Pick<AuditLimitation, "restartedBy"> & { readonly endedOn: Day; readonly years: LimitationYears })
  /** `endsOn`: where that is not the last day of its month, which may still become another. */
  | (Of<"audit-record"> & {
      readonly months: readonly RecordMonth[];
      readonly shown: number;
      readonly endsOn: Day | null;
    })
  | Of<"audit-record-not-reported">
  | Extract<RunFinding, Of<"record-kept">>
  | Of<"audit-arithmetic">;

/** Does it agree; where not, by how much and from which line on; what explains it. */
export function auditFindings(report: AuditReport): readonly AuditFinding[] {
  const { received, unapplied, asks, clearedBy, replay } = report;
  return allThatHold<AuditFinding>(
    verdict(report),
    report.verdict === "differs" && differences(report),
    clearedBy && { code: "audit-cleared-before", tone: "bad", ...onLine(clearedBy) },
    unapplied !== ZERO && { code: "audit-unapplied", tone: "bad", amount: unapplied },
    [true, false].flatMap((isLeftOut) => unearnedFinding(replay, isLeftOut)),
    namedOtherwise(report),
    replay.rows.flatMap((row) => lineFinding(row, report) ?? []),
    report.verdict === "differs" && explained(report),
    replay.delay && delayFindings(replay.delay),
    asks.solveRate && rateFinding(report),
    received && { code: "audit-received", tone: "plain", received: received.amount, borrowed: received.borrowed },
  );
}

/** What the law says of the charges; when the right to sue ends; what the record shows. */
export function auditBackground(report: AuditReport): readonly AuditFinding[] {
  const { costLines, effectiveRate, effectiveRateOfPaid, limitation, record, recordKept, replay, asks } = report;
  const { unnumbered, forOthers } = report.otherCostLines;
  const { lender } = replay.loan;
  const { to } = replay.totals;
  const endsOn = to === lastOfMonth(to) ? null : to;
  return allThatHold<AuditFinding>(
    costLines.map((line) => ({ code: "audit-cost-line", tone: line.above > 0 ? "bad" : "plain", line })),
    unnumbered.length > 0 && { code: "audit-cost-lines-without-number", tone: "plain", lines: unnumbered },
    forOthers.length > 0 && { code: "audit-cost-lines-for-others", tone: "plain", lines: forOthers, lender },
    effectiveRate && { code: "audit-effective-rate", tone: "plain", of: "contract", ...effectiveRate },
    effectiveRateOfPaid && { code: "audit-effective-rate", tone: "plain", of: "paid", ...effectiveRateOfPaid },
    limitation && limitationFinding(limitation),
    record.length > 0 && { code: "audit-record", tone: "plain", months: record, shown: RECORD_MONTHS_SHOWN, endsOn },
    recordKept && { code: "record-kept", tone: "plain", isForecast: false, ...recordKept },
    asks.record &&
      replay.loan.jurisdiction === "cn" &&
      !isReported(replay.loan) && { code: "audit-record-not-reported", tone: "plain" },
    { code: "audit-arithmetic", tone: "plain" },
  );
}

function limitationFinding({ endsOn, restartedBy, suit, ranOutOn }: AuditLimitation): AuditFinding {
  if (suit !== null) return { code: "audit-limitation-after-suit", tone: "plain", endsOn, suit };
  const years = limitationYears(endsOn);
  if (ranOutOn === null) return { code: "audit-limitation", tone: "plain", endsOn, years, restartedBy };
  return { code: "audit-limitation-run-out", tone: "plain", endedOn: ranOutOn, years, restartedBy };
}

function verdict(report: AuditReport): AuditFinding {
  const { largest, linesCompared, differences, replay, tolerance } = report;
  if (linesCompared === 0) return { code: "audit-nothing-stated", tone: "plain" };
  if (report.verdict === "agrees" || largest === null)
    return { code: "audit-agrees", tone: "good", lines: linesCompared, within: largest };
  const { line, date, amount } = largest;
  const [first] = rowsThatDiffer(replay.rows, tolerance);
  return {
    code: "audit-differs",
    tone: "bad",
    line,
    date,
    largest: amount,
    first: first === undefined || first.line.line === line ? null : onLine(first.line),
    total: differences.total,
    isTotalClaimed: differences.isTotalClaimed,
  };
}

function differences({ differences: all, differencesOfPayments }: AuditReport): readonly AuditFinding[] {
  const [put, owed] = [amountsIn(differencesOfPayments), amountsIn(all)];
  const notToldApart = subtract(all.total, add(totalOf(all), all.delay));
  return allThatHold<AuditFinding>(
    put.length > 0 && { code: "audit-payments-put", tone: "plain", more: put },
    owed.length > 0 && { code: "audit-owed-more", tone: "plain", more: owed, notToldApart },
    all.delay !== ZERO && { code: "audit-delay-difference", tone: "plain", amount: all.delay },
  );
}

function amountsIn(amounts: ByComponent): readonly ComponentAmount[] {
  const all = COMPONENTS.map((component) => ({ component, amount: amounts[component] }));
  return all.filter(({ amount }) => amount !== ZERO);
}

function rateFinding({ solvedRate, replay: { loan, rows } }: AuditReport): AuditFinding {
  if (solvedRate !== null)
    return { code: "audit-solved-rate", tone: "plain", rate: solvedRate, isOneForAll: loan.terms.rates.length > 1 };
  if (rows.every(({ balance }) => balance.claimed === null))
    return { code: "audit-rate-without-balance", tone: "plain" };
  const isPenaltyApart = loan.terms.penalty.some(({ penalty }) => penalty.kind === "rate");
  return { code: "audit-rate-not-found", tone: "plain", isPenaltyApart };
}

function delayFindings(delay: Delay): readonly AuditFinding[] {
  const { aboveDebt, ruleFrom } = delay;
  return allThatHold<AuditFinding>(
    { code: "audit-delay", tone: "plain", delay },
    aboveDebt !== ZERO && { code: "audit-delay-above-debt", tone: "bad", delay },
    ruleFrom !== null && { code: "audit-delay-before-rule", tone: "plain", ruleFrom },
  );
}

function unearnedFinding({ rows, loan }: AuditReport["replay"], isLeftOut: boolean): readonly AuditFinding[] {
  const row = rows.findLast(({ unearned }) => unearned.isLeftOut === isLeftOut);
  if (row === undefined) return [];
  const { amount } = row.unearned;
  const isChinese = loan.jurisdiction === "cn";
  return [{ code: "audit-unearned", tone: "plain", ...onLine(row.line), amount, isLeftOut, isChinese }];
}

/** Of charges that go by one name with this kind of lender nothing is named otherwise. */
function namedOtherwise({ replay: { rows, loan }, classification }: AuditReport): AuditFinding | null {
  const lender = { ...loan, isCard: classification === "card" };
  const isAny = (component: Component, sign: number): boolean =>
    rows.some((row) => Math.sign(row.namedOtherwise[component]) === sign);
  const under = COMPONENTS.filter((component) => isAny(component, 1));
  const names = new Set(under.map((component) => componentName(component, lender)));
  const charges = COMPONENTS.filter((one) => isAny(one, -1) && !names.has(componentName(one, lender)));
  const amountOf = (row: AuditRow): Fen => subtract(ZERO, sum(charges.map((charge) => row.namedOtherwise[charge])));
  const first = rows.find((row) => amountOf(row) > 0);
  if (first === undefined) return null;
  return {
    code: "audit-named-otherwise",
    tone: "plain",
    ...onLine(first.line),
    amount: amountOf(first),
    charges,
    under,
  };
}

function lineFinding(
  { line, stated, computed, isReversed }: AuditRow,
  { doubled, feesOnOtherDays, tolerance, replay: { delay } }: AuditReport,
): AuditFinding | null {
  const { kind, amount, claimedTotal } = line;
  if (isReversed) return null;
  if (kind === "balance") {
    // The interest for delay is in the total, and may not be told among the parts.
    if (stated === null || claimedTotal === null || (delay !== null && line.delay === null)) return null;
    const parts = add(totalOf(statedAmounts(stated)), line.delay ?? ZERO);
    const beyondTotal = subtract(parts, claimedTotal);
    const isMeant = (areAllStated(stated) ? Math.abs(beyondTotal) : beyondTotal) <= tolerance;
    if (isMeant) return null;
    return { code: "audit-parts-not-total", tone: "bad", ...onLine(line), parts, total: claimedTotal };
  }
  if (amount === null) return null;
  if (kind === "fee" && stated !== null) {
    const more = subtract(stated.fee ?? ZERO, computed.fee);
    const byTermsOn = new Set(feesOnOtherDays.flatMap((fee) => (fee.line === line.line ? [fee.byTermsOn] : [])));
    if (byTermsOn.size > 0)
      return {
        code: "audit-fee-on-other-day",
        tone: "plain",
        ...onLine(line),
        amount: more,
        byTermsOn: [...byTermsOn],
      };
    return more > tolerance ? { code: "audit-fee-not-agreed", tone: "bad", ...onLine(line), amount: more } : null;
  }
  return doubled.includes(line.line) ? { code: "audit-payments-alike", tone: "bad", ...onLine(line), amount } : null;
}

function explained(report: AuditReport): readonly AuditFinding[] {
  const { explanations, lineAlone, beforeReversals, replay, clearedBy, tolerance, asks } = report;
  const ofReversals = beforeReversals.map((one) => ({ code: "audit-before-reversal", tone: "plain", ...one }) as const);
  if (lineAlone !== null) return [...ofReversals, { code: "audit-line-alone", tone: "bad", ...lineAlone }];
  if (rowsThatDiffer(replay.rows, tolerance).length === ofReversals.length) return ofReversals;
  // Fees, or a debt that is gone, say more of a balance than any rate.
  const mayBeRate =
    !asks.solveRate &&
    clearedBy === null &&
    explanations.every(({ remaining }) => remaining > tolerance) &&
    replay.rows.every(({ line }) => line.kind !== "fee") &&
    replay.rows.some(({ balance }) => balance.claimed !== null);
  return allThatHold<AuditFinding>(
    ofReversals,
    explanations.length === 0 && { code: "audit-not-explained", tone: "plain" },
    explanations.map((explanation) => ({ code: "audit-explained", tone: "plain", explanation, tolerance })),
    mayBeRate && { code: "audit-rate-may-differ", tone: "plain" },
  );
}
