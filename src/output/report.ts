/** What a command has found, before it is known how it is printed: no format knows a figure that another lacks. */

import type { Day } from "../loan/day.ts";
import type { PaymentStream } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import type { DatedRate } from "../loan/terms.ts";
import type { Chart } from "./chart/chart.ts";
import type { Journal } from "./journal.ts";
import type { Json, JsonDocument } from "./json.ts";
import type { Cell, Page, Table, Tone } from "./page.ts";
import type { TextStyle } from "./style.ts";

/** What is not asked for is not worked out. */
export interface Report {
  readonly kind: "report";
  /** For people: sentences, tables, notes. */
  readonly page: () => Page;
  /** The same with fewer rows, where those of a page that is laid on the table would be too many to look at. */
  readonly shorterPage?: () => Page;
  /** For machines: one fact a row. */
  readonly table: Table;
  /** What else has rows: in a workbook a sheet of its own. */
  readonly tableBeside?: Table;
  /** The rows of JSON where they are no flat record; else they are the table's. */
  readonly rows?: () => Iterable<Json>;
  /** The JSON document but for its rows. */
  readonly document: () => JsonDocument;
  /** Pictures of the same figures, the most telling first. */
  readonly charts?: () => Promise<readonly Chart[]>;
  /** What stands around the page where it is a document by itself. */
  readonly cover?: () => Promise<Cover>;
  /** The page is a letter, and what stands around it as a document. */
  readonly frame?: () => Promise<LetterFrame>;
  /** Where a page can work out the command anew: what is known of the loan for that. */
  readonly whatIf?: () => WhatIfFacts;
  /** The bookkeeping of a run. */
  readonly journal?: () => Journal;
}

/** What the ends and the names of sliders depend on. */
export interface WhatIfFacts {
  /** Earliest first. */
  readonly rates: readonly DatedRate[];
  readonly streams: readonly Pick<PaymentStream, "cycle" | "amounts">[];
  /** The payment that stops the growth; null where none does, or it was not asked for. */
  readonly breakEven: Fen | null;
  /** The day by which all is to be paid, where one is asked for, and the day before it begins. */
  readonly clearBy?: { readonly from: Day; readonly date: Day };
}

/** What makes a page work out the command anew, in text as it stands in the page. */
export interface LivePage {
  /** The input of the run, as JSON. */
  readonly run: string;
  /** The program for browsers, compressed and named by its digest, as the build leaves it. */
  readonly program: string;
}

/** A report with all that makes it a document by itself. */
export interface ReportDocument {
  readonly page: Page;
  /** Of a page: under its first sentences. */
  readonly charts: readonly Chart[];
  readonly cover: Cover;
}

export async function reportDocument({ page, charts, cover }: Report): Promise<ReportDocument> {
  if (cover === undefined) throw new Error("what has no cover is no document by itself");
  return { page: page(), charts: (await charts?.()) ?? [], cover: await cover() };
}

export interface Cover {
  /** What the document is about, above the name of the loan. */
  readonly title: string;
  /** The name of the loan, or null. */
  readonly name: string | null;
  readonly highlights: readonly Highlight[];
  /** Who says what the terms are. */
  readonly sources: readonly string[];
  readonly words: CoverWords;
}

/** A figure worth seeing before anything is read. */
export interface Highlight {
  readonly label: string;
  readonly value: Cell;
  readonly tone: Tone;
}

export interface CoverWords {
  /** As HTML names it: `en`, `zh-CN`. */
  readonly languageTag: string;
  /** What a table is called that has no title. */
  readonly table: string;
  readonly charts: string;
  readonly sources: string;
  readonly madeBy: string;
  readonly total: string;
  /** An amount that stands by itself, outside tables and charts: with its unit where the language has it so. */
  readonly amount: (figure: string) => string;
  readonly whatIf: WhatIfWords;
  /** The names of the sheets of a workbook: at most 31 characters, none of `[]:*?/\`. */
  readonly sheets: Readonly<Record<"summary" | "rows" | "lines" | "figures" | "charts" | "assumptions", string>>;
}

/** What stands around the sliders of a page. */
export interface WhatIfWords {
  readonly title: string;
  readonly hint: string;
  /** Where they are left out, because the file would be too long. */
  readonly tooLong: string;
  readonly reset: string;
  /** Before the command that gives the same figures. */
  readonly command: string;
}

/** What a letter needs to be a document by itself. */
export type LetterFrame = Pick<CoverWords, "languageTag" | "table">;

export type Content =
  | Report
  /** For people alone: a letter. */
  | { readonly kind: "page"; readonly page: () => Page; readonly frame?: () => Promise<LetterFrame> }
  /** Written as it is worked out, in a format of its own; `isContinued`: behind what a file has. */
  | { readonly kind: "stream"; readonly pieces: AsyncIterable<Uint8Array>; readonly isContinued: boolean }
  /** Text of a format of its own: a calendar. */
  | { readonly kind: "text"; readonly text: Iterable<string> };

export interface FormatSettings {
  /** Null: the page shows what was found, and nothing else. */
  readonly live: LivePage | null;
  readonly style: TextStyle;
  readonly byteOrderMark: boolean;
  readonly charts: ChartSettings;
}

export interface ChartSettings {
  /** Of those that are not part of the format: all, the one of the answer, or none. */
  readonly wanted: "all" | "answer" | "none";
  /** No block characters, which some terminals and fonts lack or draw two columns wide. */
  readonly ascii: boolean;
}

export type Pieces = Iterable<string | Uint8Array>;

/** What the file of a format exports: `write` yields the text in pieces, a line or several each, or bytes. */
export interface Format {
  readonly write: (report: Report, settings: FormatSettings) => Pieces | Promise<Pieces>;
}
