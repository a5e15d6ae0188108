/** The JSON of `audit`, with the names of the contract. */

import type { AuditCostLine } from "../../advice/audit/above-line.ts";
import type { AuditReport } from "../../advice/audit/audit.ts";
import type { AuditRow, AuditRowDelay, Compared } from "../../advice/audit/audit-row.ts";
import type { ConventionChange } from "../../advice/audit/candidate.ts";
import type { Delay } from "../../advice/audit/delay.ts";
import type { Stretch } from "../../advice/audit/worksheet.ts";
import { formatTerm } from "../../input/terms.ts";
import { CHARGES } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fraction, yuan } from "../../loan/money.ts";
import { formatFraction } from "../../loan/rate.ts";
import { dateOrNull, inYuan, type Json, type JsonObject, yuanOrNull } from "../../output/json.ts";
import { byComponentDocument } from "./input-document.ts";

export function* rowDocuments({ replay: { rows } }: AuditReport): Generator<Json> {
  for (const row of rows)
    yield row.delay === null ? rowDocument(row) : { ...rowDocument(row), delay: delayOfLine(row.delay) };
}

function rowDocument(row: AuditRow): JsonObject {
  const { line, isReversed, computed, stated, difference, unearned, balance, principal } = row;
  return {
    line: line.line,
    date: formatDay(line.date),
    kind: line.kind,
    amount: yuanOrNull(line.amount),
    computed: byComponentDocument(computed),
    stated: stated && byComponentDocument(stated),
    difference: difference && byComponentDocument(difference),
    unearned: unearned.isLeftOut === null ? null : { ...inYuan(unearned, "amount"), isLeftOut: unearned.isLeftOut },
    balance: comparedDocument(balance),
    principal: comparedDocument(principal),
    isReversed,
    note: line.note,
  };
}

function delayOfLine(delay: AuditRowDelay): JsonObject {
  const stated = yuanOrNull(delay.claimed);
  return { ...inYuan(delay, "paid", "waived", "owed"), stated, ...inYuan(delay, "difference") };
}

function delayDocument(delay: Delay): JsonObject {
  const amounts = inYuan(delay, "judgment", "aboveDebt", "accrued", "paid", "waived", "owed");
  return { from: formatDay(delay.from), ...amounts };
}

function comparedDocument(compared: Compared): JsonObject {
  return inYuan(compared, "computed", "claimed", "difference");
}

export function auditSummary(report: AuditReport): JsonObject {
  const { differences, largest, explanations, solvedRate, limitation, received } = report;
  const { delay } = report.replay;
  return {
    verdict: report.verdict,
    linesCompared: report.linesCompared,
    differences: {
      ...byComponentDocument(differences),
      ...(delay === null ? {} : { delay: yuan(differences.delay) }),
      total: yuan(differences.total),
    },
    differencesOfPayments: byComponentDocument(report.differencesOfPayments),
    largest: largest && { line: largest.line, amount: yuan(largest.amount) },
    feesOnOtherDays: report.feesOnOtherDays.map(({ line, byTermsOn }) => ({ line, byTermsOn: formatDay(byTermsOn) })),
    clearedByLine: report.clearedBy?.line ?? null,
    unapplied: yuan(report.unapplied),
    explanations: explanations.map(({ changes, remaining }) => ({
      changes: changes.map(changeDocument),
      remaining: yuan(remaining),
    })),
    beforeReversals: report.beforeReversals.map(({ line, reverses, reversal }) => ({ line, reverses, reversal })),
    solvedRate: solvedRate && {
      ...rangeDocument(solvedRate),
      isExact: solvedRate.isExact,
      yearly360: rangeDocument(solvedRate.yearly360),
      yearly365: rangeDocument(solvedRate.yearly365),
    },
    charges: byComponentDocument(report.charges),
    costLines: report.costLines.map(costLineDocument),
    otherCostLines: {
      unnumbered: report.otherCostLines.unnumbered.map(({ name }) => name),
      forOthers: report.otherCostLines.forOthers.map(({ name }) => name),
    },
    effectiveRate: report.effectiveRate && { ...report.effectiveRate },
    effectiveRateOfPaid: report.effectiveRateOfPaid && { ...report.effectiveRateOfPaid },
    received: received && inYuan(received, "amount", "borrowed"),
    ...(delay === null ? {} : { delay: delayDocument(delay) }),
    limitation: limitation && {
      endsOn: formatDay(limitation.endsOn),
      ranOutOn: dateOrNull(limitation.ranOutOn),
      events: limitation.events.map(({ date, kind, line }) => ({ date: formatDay(date), kind, line })),
    },
    record: report.record.map(({ month, code }) => ({ month, code })),
    recordDeletableOn: dateOrNull(report.recordKept?.deletableOn ?? null),
  };
}

function costLineDocument(line: AuditCostLine): JsonObject {
  const { name, yearlyRate, lprDay, aboveByComponent, from, until } = line;
  return {
    name,
    yearlyRate,
    lprDay: lprDay && formatDay(lprDay.day),
    from: dateOrNull(from),
    until: dateOrNull(until),
    ...inYuan(line, "charges", "above"),
    aboveByComponent: inYuan(aboveByComponent, ...CHARGES),
  };
}

function changeDocument(change: ConventionChange): Json {
  const { term } = change;
  if ("from" in change) return { term, from: change.from, to: change.to };
  const { before, after } = change;
  const field = change.term === "penalty-on-top" ? "penalty" : change.term;
  return { term, from: formatTerm(before, field), to: formatTerm(after, field) };
}

function rangeDocument({ low, high }: { readonly low: Fraction; readonly high: Fraction }): JsonObject {
  return { low: formatFraction(low), high: formatFraction(high) };
}

export function worksheetDocument(stretches: readonly Stretch[]): Json {
  return stretches.map(({ from, to, days, component, base, rate, amount }) => ({
    from: formatDay(from),
    to: formatDay(to),
    days,
    component,
    base: yuan(base),
    rate: rate === null ? null : formatFraction(rate),
    amount: yuan(amount),
  }));
}
