/** The letter to the lender as a page: notes to its reader first, then the request, then the schedule as its attachment. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import type { LetterContent } from "../../advice/letter.ts";
import { type Fen, subtract } from "../../loan/money.ts";
import type * as English from "../../messages/en/letter.ts";
import {
  type Cell,
  type Column,
  count,
  date,
  money,
  type Page,
  type Section,
  type Table,
  text,
} from "../../output/page.ts";

export type LetterWords = typeof English;

export function letterPage(content: LetterContent, words: LetterWords): Page {
  const { plan, lender, provisions } = content;
  const notes = (title: string, texts: readonly string[]): Titled => ({
    title,
    sections: (numbered) => [{ kind: "notes", title: numbered, notes: texts }],
  });
  const parts: readonly Titled[] = [
    {
      title: words.owedTitle,
      sections: (numbered) => [
        sentences(numbered, [words.owed(content)]),
        { kind: "table", table: owedTable(content, words) },
      ],
    },
    { title: words.reasonsTitle, sections: (numbered) => [sentences(numbered, words.reasons)] },
    notes(words.proposalTitle, words.proposal(content)),
    notes(
      words.askedTitle,
      content.asks.map((ask) => words.asked[ask](content)),
    ),
    notes(words.proofsTitle, words.proofs),
    ...(provisions.length === 0
      ? []
      : [
          notes(
            words.provisionsTitle,
            provisions.map((code) => words.provisions[code]),
          ),
        ]),
  ];
  const isUnderRegulator = lender.jurisdiction === "cn" && lender.lender !== "private";
  return {
    sections: [
      {
        kind: "notes",
        title: words.readerTitle,
        notes: [
          ...content.readerNotes.map((note) => words.readerNotes[note]),
          words.whereToSend(lender.contact, isUnderRegulator),
        ],
      },
      sentences(words.title(content), [...words.heading(content), words.opening(content)]),
      ...parts.flatMap(({ title, sections }, index) => sections(words.numbered(index + 1, title))),
      { kind: "sentences", sentences: words.closing.map((text) => ({ text })) },
      { kind: "table", table: { title: words.attachmentTitle, ...scheduleTable(plan, words.scheduleColumns) } },
    ],
  };
}

/** A part of the letter that gets a number. */
interface Titled {
  readonly title: string;
  readonly sections: (numbered: string) => readonly Section[];
}

function sentences(title: string, texts: readonly string[]): Section {
  return { kind: "sentences", title, sentences: texts.map((text) => ({ text })) };
}

function owedTable({ items, totalOwed, totalWaived }: LetterContent, words: LetterWords): Table {
  const { owedColumns, components, total } = words;
  const row = (name: string, amount: Fen, given: Fen): readonly Cell[] => [
    text(name),
    money(amount),
    money(given),
    money(subtract(amount, given)),
  ];
  return {
    columns: [
      { ...figure("component", owedColumns.component), align: "left" },
      figure("owed", owedColumns.owed),
      { ...figure("waived", owedColumns.waived), hideWhenEmpty: true },
      figure("left", owedColumns.left),
    ],
    rows: [
      ...items.map(({ name, owed, waived }) => row(components[name], owed, waived)),
      row(total, totalOwed, totalWaived),
    ],
  };
}
/** Every instalment of an agreement, what it is made of, and what is still to be paid after it. */
export function scheduleTable(plan: AgreementPlan, titles: LetterWords["scheduleColumns"]): Table {
  let left = plan.totalToPay;
  const rows = plan.schedule.map((row, index): readonly Cell[] => {
    left = subtract(left, amountOf(row));
    const { principal, charges, interest } = row;
    return [
      count(index + 1),
      date(row.due),
      money(amountOf(row)),
      money(principal),
      money(charges),
      money(interest),
      money(left),
    ];
  });
  return {
    columns: [
      figure("number", titles.number),
      figure("due", titles.due),
      figure("amount", titles.amount),
      figure("principal", titles.principal),
      { ...figure("charges", titles.charges), hideWhenEmpty: true },
      { ...figure("interest", titles.interest), hideWhenEmpty: true },
      figure("left", titles.left),
    ],
    rows,
  };
}

function figure(key: keyof typeof IMPORTANCE, title: string): Column {
  return { key, title, align: "right", importance: IMPORTANCE[key] };
}

const IMPORTANCE = {
  component: 100,
  owed: 90,
  waived: 80,
  number: 50,
  due: 100,
  amount: 95,
  principal: 70,
  charges: 60,
  interest: 60,
  left: 85,
} as const;
