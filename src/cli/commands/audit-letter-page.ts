/** The letter on a statement, or the figures of a claim, as a page and as JSON; notes to its reader come first. */

import { type AuditClaim, claimItems, dailyItems } from "../../advice/audit/audit-claim.ts";
import { ANSWER_WITHIN_DAYS, type AuditLetter, type DifferingLine } from "../../advice/audit/audit-letter.ts";
import { isOfEntries } from "../../advice/audit/candidate.ts";
import { contactOf } from "../../advice/letter.ts";
import { hasAssumedTerms } from "../../input/assumptions.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { formatTerm } from "../../input/terms.ts";
import { formatRate } from "../../input/values/rate.ts";
import { namingOf } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, subtract, yuan, ZERO } from "../../loan/money.ts";
import type { RateSource } from "../../messages/en/audit-letter.ts";
import type { AuditLetterWords, AuditWords, LetterWords, TermsWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { inYuan, type Json } from "../../output/json.ts";
import { difference, money, type Page, type Table, text } from "../../output/page.ts";
import { byComponentDocument } from "./input-document.ts";
import { type LetterPart, letterSections, notesPart, provisionsPart, sentences } from "./letter-page.ts";

interface AuditLetterLanguage {
  readonly letter: LetterWords;
  readonly audit: AuditWords;
  readonly auditLetter: AuditLetterWords;
  readonly terms: TermsWords;
}

export function auditLetterPage(content: AuditLetter, request: LoanRequest, words: AuditLetterLanguage): Page {
  const { letter, auditLetter, audit } = words;
  const { first, largest, put, explanations, tolerance } = content;
  const naming = namingOf(request.loan, request.product);
  const moreByTerms = subtract(ZERO, content.totalDifference);
  const differences =
    first === null || largest === null
      ? []
      : [
          ...auditLetter.differing(first, largest),
          ...(put.length === 0 ? [] : [auditLetter.put(put)]),
          ...explanations.map(({ changes, remaining }) =>
            auditLetter.explained(
              changes.map((change) => audit.changeInWords(change, naming)),
              remaining <= tolerance ? null : remaining,
              changes.every(isOfEntries),
            ),
          ),
        ];
  const parts: readonly LetterPart[] = [
    notesPart(auditLetter.askedTitle, auditLetter.asked(content, ANSWER_WITHIN_DAYS)),
    ...(differences.length === 0 ? [] : [notesPart(auditLetter.differencesTitle, differences)]),
    // What the lender has said nothing of is not told to it as owed.
    ...(content.linesCompared === 0 ? [] : [figuresPart(content, words)]),
    ...provisionsPart(content.provisions, letter),
  ];
  const { lender } = request.loan;
  const notes = [
    ...readerNotes(request, words),
    ...(moreByTerms > tolerance ? [auditLetter.moreByTerms(moreByTerms)] : []),
    auditLetter.whereToSend(contactOf(request), lender),
  ];
  const heading = [...letter.heading(content.loanName, lender), auditLetter.opening(content)];
  return { sections: letterSections({ notes, title: auditLetter.title(content), heading, parts }, letter) };
}

function figuresPart(content: AuditLetter, words: AuditLetterLanguage): LetterPart {
  const { auditLetter } = words;
  return {
    title: auditLetter.figuresTitle,
    sections: (title) => [
      sentences(title, [auditLetter.figures(content)]),
      { kind: "table", table: figuresTable(content, words) },
    ],
  };
}

/** What the writer should know, and the lender need not be told. */
function readerNotes(request: LoanRequest, { auditLetter }: AuditLetterLanguage): readonly string[] {
  const { assumptions, product, loan } = request;
  return auditLetter.readerNotes(hasAssumedTerms(assumptions) ? product.title : null, loan.lender);
}

interface FiguresRow {
  readonly name: string;
  readonly owed: Fen | null;
  readonly difference: Fen;
}

const FIGURES_COLUMNS: readonly ColumnDefinition<FiguresRow, keyof AuditLetterWords["figuresColumns"]>[] = [
  { key: "component", importance: 100, align: "left", cell: ({ name }) => text(name) },
  { key: "owed", importance: 90, cell: ({ owed }) => (owed === null ? text("") : money(owed)) },
  { key: "difference", importance: 80, hideWhenEmpty: true, cell: (row) => difference(row.difference) },
];

function figuresTable(
  { items, unnamed, totalOwed, totalDifference }: AuditLetter,
  { letter, auditLetter }: AuditLetterLanguage,
): Table {
  return tableOf(FIGURES_COLUMNS, auditLetter.figuresColumns, [
    ...items.map(({ name, ...amounts }): FiguresRow => ({ name: letter.components[name], ...amounts })),
    ...(unnamed === 0 ? [] : [{ name: auditLetter.unnamed, owed: null, difference: unnamed }]),
    { name: letter.total, owed: totalOwed, difference: totalDifference },
  ]);
}

export function auditClaimPage(
  claim: AuditClaim,
  source: RateSource,
  request: LoanRequest,
  words: AuditLetterLanguage,
): Page {
  const { auditLetter, terms } = words;
  const { rate } = claim;
  const naming = namingOf(request.loan, request.product);
  return {
    sections: [
      {
        kind: "notes",
        title: auditLetter.claimReaderTitle,
        notes: [
          ...readerNotes(request, words),
          ...(claim.principalNotYetDue === 0 ? [] : [auditLetter.notYetDue(claim.principalNotYetDue)]),
          ...claim.exceeded.map(auditLetter.exceeded),
        ],
      },
      sentences(auditLetter.claimTitle, [
        auditLetter.claimParagraph({
          claim,
          items: claimItems(claim),
          daily: dailyItems(claim),
          rate: rate === null ? null : terms.termWords.licensed.rates([{ ...rate, from: null }]),
          penaltyRate: {
            name: terms.penaltyRateNames[naming],
            value: terms.termWords[naming].penalty(request.loan.terms.penalty),
          },
          source,
        }),
      ]),
    ],
  };
}

/** A line of the statement, the terms as they were entered, or those of a product in their place. */
export function rateSource({ rateLine }: AuditClaim, request: LoanRequest, isEntered: boolean): RateSource {
  if (rateLine !== null) return { kind: "statement", line: rateLine };
  const isAssumed = request.assumptions.some(({ code }) => code === "rate");
  return isAssumed || !isEntered ? { kind: "product", title: request.product.title } : { kind: "entered" };
}

export function auditLetterDocument(content: AuditLetter): Json {
  const { on, owed, totalOwed, differingLines, first, largest, items, put, totalDifference } = content;
  return {
    kind: "statement-request",
    date: formatDay(on),
    answerWithinDays: ANSWER_WITHIN_DAYS,
    lines: differingLines.map(({ line }) => line),
    first: lineDocument(first),
    largest: lineDocument(largest),
    items: items.map((item) => ({ name: item.name, ...inYuan(item, "owed", "difference") })),
    ...inYuan(content, "unnamed", "unearned", "unapplied"),
    put: Object.fromEntries(put.map(({ name, difference: more }) => [name, yuan(more)])),
    difference: yuan(totalDifference),
    owed: { ...byComponentDocument(owed), total: yuan(totalOwed) },
    provisions: [...content.provisions],
  };
}

function lineDocument(found: DifferingLine | null): Json {
  if (found === null) return null;
  const { line, of } = found;
  const amounts = inYuan(found, "stated", "computed", "difference");
  return { line: line.line, date: formatDay(line.date), kind: line.kind, of, ...amounts };
}

export function auditClaimDocument(claim: AuditClaim, source: RateSource, request: LoanRequest): Json {
  const { on, owed, totalOwed, goesOnFrom, rate, daily, totalDaily, graces } = claim;
  return {
    kind: "claim",
    date: formatDay(on),
    owed: { ...byComponentDocument(owed), total: yuan(totalOwed) },
    ...inYuan(claim, "unearned", "principalNotYetDue"),
    rate: rate === null ? null : formatRate(rate.rate),
    penalty: formatTerm(request.loan.terms, "penalty"),
    rateSource: source.kind,
    rateLine: source.kind === "statement" ? source.line : null,
    goesOnFrom: formatDay(goesOnFrom),
    daily: { ...byComponentDocument(daily), total: yuan(totalDaily) },
    graces: graces.map(({ until, amount }) => ({ until: formatDay(until), amount: yuan(amount) })),
  };
}
