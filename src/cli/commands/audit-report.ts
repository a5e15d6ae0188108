/** What `audit` comes to: the replay and the worksheet as tables, the terms of the replay, and all of it as JSON. */

import { version } from "../../../package.json";
import type { AuditCostLine } from "../../advice/audit/above-line.ts";
import type { AuditReport } from "../../advice/audit/audit.ts";
import type { AuditRow, AuditRowDelay, Compared } from "../../advice/audit/audit-row.ts";
import type { ConventionChange } from "../../advice/audit/candidate.ts";
import type { Delay } from "../../advice/audit/delay.ts";
import type { Stretch } from "../../advice/audit/worksheet.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { formatTerm } from "../../input/terms.ts";
import { isVerified } from "../../loan/citation.ts";
import { namingOf } from "../../loan/component-names.ts";
import { CHARGES, COMPONENTS } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fraction, yuan, ZERO } from "../../loan/money.ts";
import { formatFraction } from "../../loan/rate.ts";
import { TERM_FIELDS, type TermField, termForm } from "../../loan/terms.ts";
import type { AuditColumns } from "../../messages/en/audit.ts";
import type { ProductWords } from "../../messages/en/products.ts";
import { type ComponentNames, type TermWords, termInWords } from "../../messages/term-words.ts";
import type { AuditWords, Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { dateOrNull, inYuan, type Json, type JsonObject, yuanOrNull } from "../../output/json.ts";
import {
  count,
  date,
  difference,
  EMPTY,
  label,
  money,
  orEmpty,
  rate,
  type Section,
  type Table,
} from "../../output/page.ts";
import { byComponentDocument } from "./input-document.ts";

type ReplayColumn = ColumnDefinition<AuditRow, keyof AuditColumns>;

export function replayTable(
  { replay: { rows, delay } }: AuditReport,
  { kinds, reversed }: AuditWords,
  columns: AuditColumns,
  ratesInWords: TermWords["rates"],
): Table {
  const noteOf = ({ note, rates }: AuditRow["line"]): string =>
    [...(rates.length === 0 ? [] : [ratesInWords(rates)]), ...(note === null ? [] : [note])].join("; ");
  const kindOf = ({ line, isReversed }: AuditRow): string =>
    isReversed ? `${kinds[line.kind]} (${reversed})` : kinds[line.kind];
  const definitions: readonly ReplayColumn[] = [
    { key: "line", importance: 100, cell: ({ line }) => count(line.line) },
    { key: "date", importance: 99, cell: ({ line }) => date(line.date) },
    { key: "kind", importance: 95, align: "left", cell: (row) => label(row.line.kind, kindOf(row)) },
    { key: "amount", importance: 94, cell: ({ line }) => orEmpty(line.amount, money) },
    ...COMPONENTS.flatMap((component): readonly ReplayColumn[] => [
      {
        key: `computed_${component}`,
        importance: 60,
        hideWhenEmpty: true,
        cell: (row) => (hasParts(row) ? money(row.computed[component]) : EMPTY),
      },
      ...saidColumns(
        rows,
        ({ stated, difference: more }) => ({
          claimed: stated?.[component] ?? null,
          difference: more?.[component] ?? null,
        }),
        { key: `stated_${component}`, importance: 50 },
        { key: `difference_${component}`, importance: 70 },
      ),
    ]),
    { key: "balance_computed", importance: 96, cell: ({ balance }) => money(balance.computed) },
    ...saidColumns(
      rows,
      ({ balance }) => balance,
      { key: "balance_claimed", importance: 97 },
      { key: "balance_difference", importance: 98 },
    ),
    ...(delay === null ? [] : delayColumns(rows)),
    { key: "principal_computed", importance: 80, cell: ({ principal }) => money(principal.computed) },
    ...saidColumns(
      rows,
      ({ principal }) => principal,
      { key: "principal_claimed", importance: 79 },
      { key: "principal_difference", importance: 78 },
    ),
    {
      key: "note",
      importance: 10,
      align: "left",
      hideWhenEmpty: true,
      cell: ({ line }) => label(line.note, noteOf(line)),
    },
  ];
  return tableOf(definitions, columns, rows);
}

type ColumnPlace = Pick<ReplayColumn, "key" | "importance">;

/** What is stated, and by how much it differs. It stands beside every difference: a stated 0.00 is more than nothing stated. */
function saidColumns(
  rows: readonly AuditRow[],
  saidIn: (row: AuditRow) => Pick<Compared, "claimed" | "difference"> | null,
  stated: ColumnPlace,
  apart: ColumnPlace,
): readonly ReplayColumn[] {
  const isAnyDifferent = rows.some((row) => (saidIn(row)?.difference ?? ZERO) !== ZERO);
  return [
    { ...stated, hideWhenEmpty: !isAnyDifferent, cell: (row) => orEmpty(saidIn(row)?.claimed, money) },
    { ...apart, hideWhenEmpty: true, cell: (row) => orEmpty(saidIn(row)?.difference, difference) },
  ];
}

function delayColumns(rows: readonly AuditRow[]): readonly ReplayColumn[] {
  return [
    { key: "delay_paid", importance: 92, cell: ({ delay }) => orEmpty(delay?.paid, money) },
    { key: "delay_owed", importance: 93, cell: ({ delay }) => orEmpty(delay?.owed, money) },
    ...saidColumns(
      rows,
      ({ delay }) => delay,
      { key: "delay_stated", importance: 91 },
      { key: "delay_difference", importance: 90 },
    ),
  ];
}

/** A demand or a rate moves nothing. */
function hasParts({ line: { kind }, isReversed }: AuditRow): boolean {
  return !isReversed && (kind === "payment" || kind === "fee" || kind === "waiver" || kind === "balance");
}

export function worksheetTable(
  stretches: readonly Stretch[],
  { worksheetColumns, worksheetTitle }: AuditWords,
  componentNames: ComponentNames,
): Table {
  const definitions: readonly ColumnDefinition<Stretch, keyof AuditWords["worksheetColumns"]>[] = [
    { key: "from", importance: 100, cell: ({ from }) => date(from) },
    { key: "to", importance: 99, cell: ({ to }) => date(to) },
    { key: "days", importance: 94, cell: ({ days }) => count(days) },
    {
      key: "component",
      importance: 97,
      align: "left",
      cell: ({ component }) => label(component, componentNames[component]),
    },
    { key: "base", importance: 96, cell: ({ base }) => money(base) },
    { key: "rate", importance: 95, cell: (stretch) => orEmpty(stretch.rate, rate) },
    { key: "amount", importance: 98, sums: true, cell: ({ amount }) => money(amount) },
  ];
  return { ...tableOf(definitions, worksheetColumns, stretches), title: worksheetTitle };
}

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

/** By which terms a statement was replayed, as far as they are not listed as assumed: the page may be laid before others. */
export function termsSection(
  { replay: { totals } }: AuditReport,
  request: LoanRequest,
  { termsOfReplay }: AuditWords,
  products: ProductWords,
  { main }: Words,
): Section {
  const { loan, product, givenTerms, isProductNamed, assumptions } = request;
  const naming = namingOf(loan, product);
  const names = products.fields(naming);
  const listed = new Set<string | undefined>(assumptions.map(({ code }) => code));
  const termNotes = (field: TermField): readonly string[] => {
    const value = termInWords(products.values[naming], loan.terms, field);
    if (givenTerms.has(field)) return [main.labelled(names[field], value)];
    const { source, date, sure } = product.fields[field];
    if (!isProductNamed || !isVerified(sure) || listed.has(termForm(field).code)) return [];
    return [products.term(names[field], value, products.basis(products.sureLevels[sure], source, date))];
  };
  return {
    kind: "notes",
    title: termsOfReplay.title,
    notes: [
      termsOfReplay.owed(totals, naming),
      ...(isProductNamed ? [main.labelled(products.headings.title, products.title(product))] : []),
      ...TERM_FIELDS.flatMap(termNotes),
      termsOfReplay.madeBy(version),
    ],
  };
}
