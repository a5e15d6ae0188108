/** The letter to the lender as a page: notes to its reader first, then the request, then the schedule as its attachment. */

import type { LetterContent } from "../../advice/letter.ts";
import type { ProvisionCode } from "../../law/provisions.ts";
import { type Fen, subtract } from "../../loan/money.ts";
import type { LetterWords, Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { money, type Page, type Section, type Table, text } from "../../output/page.ts";
import type { LetterFrame } from "../../output/report.ts";
import { scheduleTable } from "./agreement-schedule.ts";

export function letterPage(content: LetterContent, words: LetterWords): Page {
  const { plan, lender } = content;
  const parts: readonly LetterPart[] = [
    {
      title: words.owedTitle,
      sections: (numbered) => [
        sentences(numbered, [words.owed(content)]),
        { kind: "table", table: owedTable(content, words) },
      ],
    },
    { title: words.reasonsTitle, sections: (numbered) => [sentences(numbered, words.reasons)] },
    notesPart(
      words.proposalTitle,
      content.proposals.map((one) => words.proposal[one](content)),
    ),
    notesPart(
      words.askedTitle,
      content.asks.map((ask) => words.asked[ask](content)),
    ),
    notesPart(words.proofsTitle, words.proofs),
    ...provisionsPart(content.provisions, words),
  ];
  const notes = [
    ...content.readerNotes.map((note) => words.readerNotes[note]),
    words.whereToSend(lender, content.hasRegulator),
  ];
  const heading = [...words.heading(plan.loanName, lender.lender), words.opening(content)];
  const attachment = { title: words.attachmentTitle, ...scheduleTable(plan, words.scheduleColumns) };
  return {
    sections: [
      ...letterSections({ notes, title: words.title(content), heading, parts }, words),
      { kind: "table", table: attachment },
    ],
  };
}

interface WrittenLetter {
  /** To its reader, who takes them out. */
  readonly notes: readonly string[];
  readonly title: string;
  readonly heading: readonly string[];
  readonly parts: readonly LetterPart[];
}

export function letterSections(
  { notes, title, heading, parts }: WrittenLetter,
  words: LetterWords,
): readonly Section[] {
  return [
    { kind: "notes", title: words.readerTitle, notes },
    sentences(title, heading),
    ...parts.flatMap((part, index) => part.sections(words.numbered(index + 1, part.title))),
    { kind: "sentences", sentences: words.closing.map((text) => ({ text })) },
  ];
}

/** What makes it a document by itself. */
export async function letterFrame({ load }: Words): Promise<LetterFrame> {
  return (await load.report()).coverWords;
}

/** A part of a letter, whose title gets a number. */
export interface LetterPart {
  readonly title: string;
  readonly sections: (numbered: string) => readonly Section[];
}

export function notesPart(title: string, notes: readonly string[]): LetterPart {
  return { title, sections: (numbered) => [{ kind: "notes", title: numbered, notes }] };
}

/** Nothing where none bears on the letter. */
export function provisionsPart(codes: readonly ProvisionCode[], words: LetterWords): readonly LetterPart[] {
  if (codes.length === 0) return [];
  return [
    notesPart(
      words.provisionsTitle,
      codes.map((code) => words.provisions[code]),
    ),
  ];
}

export function sentences(title: string, texts: readonly string[]): Section {
  return { kind: "sentences", title, sentences: texts.map((text) => ({ text })) };
}

/** A component, or all of them together. */
interface OwedRow {
  readonly name: string;
  readonly owed: Fen;
  readonly waived: Fen;
}

const OWED_COLUMNS: readonly ColumnDefinition<OwedRow, keyof LetterWords["owedColumns"]>[] = [
  { key: "component", importance: 100, align: "left", cell: ({ name }) => text(name) },
  { key: "owed", importance: 90, cell: ({ owed }) => money(owed) },
  { key: "waived", importance: 80, hideWhenEmpty: true, cell: ({ waived }) => money(waived) },
  { key: "left", importance: 85, cell: ({ owed, waived }) => money(subtract(owed, waived)) },
];

function owedTable({ items, totalOwed, totalWaived }: LetterContent, words: LetterWords): Table {
  const { owedColumns, components, total } = words;
  return tableOf(OWED_COLUMNS, owedColumns, [
    ...items.map(({ name, owed, waived }): OwedRow => ({ name: components[name], owed, waived })),
    { name: total, owed: totalOwed, waived: totalWaived },
  ]);
}
