/** What a comparison comes to, in sentences: which way does most, costs least, ends first or never, and what it rests on. */

import { type AgreementPlan, agreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import { type Compared, REFINANCING_MONTHS } from "../../advice/compare.ts";
import { type NewLoan, newLoanOf } from "../../advice/new-loan.ts";
import { formatDay } from "../../loan/day.ts";
import type { InstalmentAgreement } from "../../loan/events.ts";
import type { Loan } from "../../loan/loan.ts";
import { borrowsAnew, isProposal, paysOnce } from "../../loan/strategy.ts";
import type { CompareWords } from "../../messages/words.ts";
import type { Sentence, Tone } from "../../output/page.ts";

export interface Comparison {
  readonly loan: Loan;
  readonly compared: readonly Compared[];
  readonly baseline: Compared | null;
  readonly nameOf: (row: Compared) => string;
  /** The tool itself chose the ways, and with them their rates and months. */
  readonly isUsual: boolean;
}

export interface Best {
  /** Of the ways that bring anything to the old principal by paying. */
  readonly mostToPrincipal: Compared | null;
  readonly cheapest: Compared | null;
  readonly clearFirst: Compared | null;
  readonly never: readonly Compared[];
}

export function bestOf(compared: readonly Compared[]): Best {
  return {
    mostToPrincipal: best(
      // What a new loan pays off stands again in its own principal.
      compared.filter(({ toPrincipal, strategy }) => toPrincipal > 0 && !borrowsAnew(strategy)),
      ({ toPrincipal }) => -toPrincipal,
    ),
    cheapest: best(
      compared.filter(({ totalCost }) => totalCost !== null),
      ({ totalCost }) => totalCost ?? 0,
    ),
    clearFirst: best(
      compared.filter(({ clearedOn }) => clearedOn !== null),
      ({ clearedOn }) => clearedOn ?? 0,
    ),
    never: compared.filter(({ clearedOn }) => clearedOn === null),
  };
}

/** The row with the smallest figure; of equals the one that takes less money, else the first. */
function best(rows: readonly Compared[], figure: (row: Compared) => number): Compared | null {
  const isBetter = (row: Compared, least: Compared): boolean =>
    figure(row) < figure(least) || (figure(row) === figure(least) && row.paid < least.paid);
  return rows.reduce<Compared | null>((least, row) => (least === null || isBetter(row, least) ? row : least), null);
}

export function conclusions(comparison: Comparison, { compare: says }: CompareWords): readonly Sentence[] {
  const { compared, baseline } = comparison;
  const name = (row: Compared): string =>
    `${comparison.nameOf(row)}${isProposal(row.strategy) ? ` ${says.proposalMark}` : ""}`;
  return [
    ...bestSentences(compared, name, says),
    ...neverSentences(compared, name, says),
    ...compared.flatMap((row) => termsOf(row, comparison, name(row), says)),
    ...creditSentences(compared, name, says),
    ...proposalSentences(comparison, name, says),
    ...(baseline === null ? [] : [{ text: says.baseline(name(baseline)) }]),
  ];
}

type Says = CompareWords["compare"];
type NameOf = (row: Compared) => string;

function bestSentences(compared: readonly Compared[], name: NameOf, says: Says): readonly Sentence[] {
  const { mostToPrincipal, cheapest, clearFirst } = bestOf(compared);
  const newLoanRepays = compared.some(({ toPrincipal, strategy }) => toPrincipal > 0 && borrowsAnew(strategy));
  const leftOut = newLoanRepays ? says.newLoanLeftOut : "";
  const sentences: Sentence[] = [
    mostToPrincipal === null
      ? { text: newLoanRepays ? says.onlyNewLoanToPrincipal : says.nothingToPrincipal, tone: "bad" }
      : { text: `${says.mostToPrincipal(name(mostToPrincipal), mostToPrincipal)}${leftOut}` },
  ];
  // A new loan may come first in time or cost: that is no good news of the debt.
  const toneOf = ({ strategy }: Compared): Tone => (borrowsAnew(strategy) ? "plain" : "good");
  if (cheapest !== null && cheapest.totalCost !== null) {
    sentences.push({ text: says.cheapest(name(cheapest), cheapest.totalCost), tone: toneOf(cheapest) });
  }
  if (clearFirst !== null && clearFirst.clearedOn !== null) {
    const text = says.clearFirst(name(clearFirst), formatDay(clearFirst.clearedOn), clearFirst.paid);
    sentences.push({ text, tone: toneOf(clearFirst) });
  }
  return sentences;
}

function neverSentences(compared: readonly Compared[], name: NameOf, says: Says): readonly Sentence[] {
  const { never } = bestOf(compared);
  if (never.length === compared.length) return [{ text: says.noneCleared, tone: "bad" }];
  const once = never.filter(({ strategy }) => paysOnce(strategy));
  const goesOn = never.filter(({ strategy }) => !paysOnce(strategy));
  return [
    ...(goesOn.length === 0 ? [] : [{ text: says.neverCleared(goesOn.map(name)), tone: "bad" as const }]),
    ...(once.length === 0
      ? []
      : [{ text: says.notClearedByOnce(once.map(name), once.every(paysASingleSum)), tone: "bad" as const }]),
  ];
}

function paysASingleSum({ strategy: { events } }: Compared): boolean {
  return events.payments.length + events.streams.length === 1;
}

/** The agreement of a way that has this one and nothing else agreed, on paper: what can be asked for. */
export function proposedPlan(loan: Loan, { strategy: { events } }: Compared): AgreementPlan | null {
  const [only, second] = events.agreements;
  return only?.kind === "agreement" && second === undefined ? agreementPlan(loan, only, events) : null;
}

/** What would have to be agreed, so that it can be asked for; and what becomes of it where it is not kept. */
function termsOf(row: Compared, { loan, isUsual }: Comparison, name: string, says: Says): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const plan = proposedPlan(loan, row);
  const [first] = plan?.schedule ?? [];
  if (plan !== null && first !== undefined) {
    sentences.push({ text: says.agreementTerms(name, plan, amountOf(first)) });
  }
  const newLoan = newLoanOf(loan, row.strategy.events);
  if (newLoan !== null) {
    const assumed = isUsual ? "offer" : assumedOf(newLoan);
    sentences.push({ text: says.newLoanTerms(name, newLoan, assumed, row), tone: "bad" });
  }
  return [...sentences, ...breaksOf(row, name, says)];
}

/** A user's new loan may have them by name or because none was named: both look the same here. */
function assumedOf({ months, borrowed, clears }: NewLoan): "unnamed" | "nothing" {
  return months === REFINANCING_MONTHS || borrowed === clears ? "unnamed" : "nothing";
}

function breaksOf({ strategy, summary }: Compared, name: string, says: Says): readonly Sentence[] {
  return summary.brokenOn.map((day) => {
    const broken = strategy.events.agreements.findLast((agreed) => agreed.kind === "agreement" && agreed.date <= day);
    const waiversThen = broken?.kind === "agreement" && waivesAnything(broken) ? broken.onBreak : null;
    return { text: says.broken(name, formatDay(day), waiversThen), tone: "bad" };
  });
}

function waivesAnything({ waive }: InstalmentAgreement): boolean {
  return Object.values(waive).some(({ numerator }) => numerator > 0n);
}

function creditSentences(compared: readonly Compared[], name: NameOf, says: Says): readonly Sentence[] {
  const facts = compared.map((row) => ({
    name: name(row),
    days: row.daysOverdue,
    class: row.summary.credit.monthsOverdue,
    isCleared: row.clearedOn !== null,
    deletableOn: row.summary.credit.deletableOn === null ? null : formatDay(row.summary.credit.deletableOn),
  }));
  const kept = facts.filter(({ days }) => days === 0);
  const overdue = facts.filter(({ days }) => days > 0);
  return [
    ...(kept.length === 0 ? [] : [{ text: says.creditKept(kept) }]),
    ...(overdue.length === 0 ? [] : [{ text: says.creditOverdue(overdue) }]),
  ];
}

function proposalSentences({ compared, isUsual }: Comparison, name: NameOf, says: Says): readonly Sentence[] {
  const proposals = compared.filter(({ strategy }) => isProposal(strategy));
  if (proposals.length === 0) return [];
  const kept = proposals.filter(restsOnBeingKept);
  const months = isUsual ? says.monthsAssumed : "";
  if (kept.length === 0) return [{ text: says.proposalsNotKept }];
  const text = kept.length === proposals.length ? says.proposals : says.proposalsKeptBy(kept.map(name));
  return [{ text: `${text}${months}` }];
}

/** Its figures take for granted that what it asks for is paid. */
function restsOnBeingKept({ strategy: { events }, summary }: Compared): boolean {
  const { paysWhenDueFrom, agreements } = events;
  const paysByItself = paysWhenDueFrom !== null || agreements.some(({ kind }) => kind === "settlement");
  return paysByItself && summary.brokenOn.length === 0;
}
