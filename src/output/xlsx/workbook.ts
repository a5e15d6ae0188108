/**
 * A result as a workbook: what there is to say, the rows with totals that are formulas, the figures of the summary,
 * charts over cells of their own, the assumptions. Text is text in every cell: nothing a user wrote is ever a formula.
 */

import writeWorkbook, { type Feature, type Sheet, type Cell as SheetCell } from "write-excel-file/universal";
import { type Day, parseDay } from "../../loan/day.ts";
import { type Fen, sum, yuan } from "../../loan/money.ts";
import { humanText, machineText } from "../cells.ts";
import type { Chart } from "../chart/chart.ts";
import type { Json, JsonDocument } from "../json.ts";
import type { Cell, Page, Table } from "../page.ts";
import type { CoverWords, ReportDocument } from "../report.ts";
import { printable } from "../sanitize.ts";
import { displayWidth, wrap } from "../width.ts";
import { type ChartBlock, chartDrawings, chartSheetRows, columnLetters } from "./chart-drawings.ts";
import { onPaper, standardStyles } from "./standard-parts.ts";

interface Workbook extends ReportDocument {
  readonly table: Table;
  readonly tableBeside: Table | undefined;
  /** That of JSON. */
  readonly document: JsonDocument;
}

const MONEY = "#,##0.00";
const DATE = "yyyy-mm-dd";
const SHARE = "0.00%";
const RATE = "0.0#########%";
const TEXT = "@";
const HEADING = { fontWeight: "bold", wrap: true, alignVertical: "bottom", backgroundColor: "#F1EEE7" } as const;
/** Columns of words, in characters. */
const PROSE_WIDTH = 100;
const WIDEST = 60;
const CHART_LABEL_WIDTH = 24;
const CHART_WIDTH = 16;
/** In points, as a line stands in. */
const FONT = { fontFamily: "Calibri", fontSize: 11 } as const;
const LINE_HEIGHT = 15;

export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const { words } = workbook.cover;
  const { table, tableBeside } = workbook;
  const beside: Results = new Map();
  const blocks: ChartBlock[] = [];
  const results: Results = new Map();
  const sheets = [
    proseSheet(words.sheets.summary, sentencesOf(workbook.page)),
    rowsSheet(words.sheets.rows, table, words, results),
    ...(tableBeside === undefined ? [] : [rowsSheet(words.sheets.lines, tableBeside, words, beside)]),
    figuresSheet(workbook.document, words),
    ...(workbook.charts.length === 0 ? [] : [chartsSheet(workbook.charts, words, blocks)]),
    proseSheet(words.sheets.assumptions, assumptionsOf(workbook)),
  ];
  const file = await writeWorkbook(sheets, {
    ...FONT,
    features: [
      standardStyles,
      onPaper(words.sheets.rows),
      chartDrawings(words.sheets.charts, blocks),
      formulaResults(words.sheets.rows, results),
      formulaResults(words.sheets.lines, beside),
    ],
  }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

interface Paragraph {
  readonly text: string;
  readonly isTitle: boolean;
}

function sentencesOf({ sections }: Page): readonly Paragraph[] {
  return sections.flatMap((section) =>
    section.kind === "sentences"
      ? paragraphs(
          section.title,
          section.sentences.map(({ text }) => text),
        )
      : [],
  );
}

function assumptionsOf({ page, cover: { sources, words } }: Workbook): readonly Paragraph[] {
  const notes = page.sections.flatMap((section) =>
    section.kind === "notes" ? paragraphs(section.title, section.notes) : [],
  );
  return sources.length === 0 ? notes : [...notes, ...paragraphs(words.sources, sources)];
}

function paragraphs(title: string | undefined, texts: readonly string[]): readonly Paragraph[] {
  const heading = title === undefined ? [] : [{ text: title, isTitle: true }];
  return [...heading, ...texts.map((text) => ({ text, isTitle: false }))];
}

function proseSheet(name: string, texts: readonly Paragraph[]): Sheet<Blob> {
  return {
    sheet: name,
    columns: [{ width: PROSE_WIDTH }],
    data: texts.map(({ text, isTitle }) => [
      { ...wrappedCell(text, PROSE_WIDTH), alignVertical: "top", ...(isTitle ? { fontWeight: "bold" as const } : {}) },
    ]),
  };
}

/** What the formulas of a sheet come to, by their text. */
type Results = Map<string, Fen>;

/**
 * Writes beside each formula of the sheet what it comes to: a telephone, a mail program and a library that reads sheets show
 * that and work out nothing. The text of a formula has no sign of equality in front (ECMA-376, part 1, 18.3.1.40).
 */
function formulaResults(sheetName: string, results: Results): Feature<Blob> {
  const withResult = (_: string, formula: string): string => {
    const result = results.get(formula);
    return `<f>${formula}</f>${result === undefined ? "" : `<v>${yuan(result)}</v>`}`;
  };
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, { sheet }) => (sheet === sheetName ? xml.replace(/<f>=([^<]*)<\/f>/g, withResult) : xml),
        },
      },
    },
  };
}

/** The header stays in sight; what adds up has its sum below, as a formula over the rows. */
function rowsSheet(name: string, { columns, rows: each }: Table, words: CoverWords, results: Results): Sheet<Blob> {
  const rows = [...each];
  const data = rows.map((row) => row.map(sheetCell));
  const isSummed = data.length > 0 && columns.some(({ sums }) => sums === true);
  const last = data.length + 1;
  const totals = columns.map((column, index): SheetCell => {
    if (index === 0) return { ...textCell(words.total), fontWeight: "bold" };
    if (column.sums !== true) return null;
    const letter = columnLetters(index);
    const formula = `SUM(${letter}2:${letter}${last})`;
    results.set(formula, sum(rows.flatMap((row) => amountOf(row[index]))));
    return { value: `=${formula}`, type: "Formula", format: MONEY, fontWeight: "bold" };
  });
  const widths = columns.map(({ title }, index) =>
    Math.min(WIDEST, 3 + data.reduce((width, row) => Math.max(width, cellWidth(row[index])), headingWidth(title))),
  );
  return {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      columns.map(({ title, align }, index) => ({ ...wrappedCell(title, widths[index] ?? WIDEST), ...HEADING, align })),
      ...data,
      ...(isSummed ? [totals] : []),
    ],
  };
}

/** No figures, or those of another sheet. */
const NO_FIGURES = new Set(["schema", "input", "assumptions", "findings", "rows", "worksheet"]);

/** Every figure beside the rows under its name in JSON: whatever is known elsewhere is known here. */
function figuresSheet(document: JsonDocument, words: CoverWords): Sheet<Blob> {
  const figures = Object.entries(document)
    .filter(([key]) => !NO_FIGURES.has(key))
    .flatMap(([key, value]) => [...namedFigures(key === "summary" ? "" : key, value)]);
  return {
    sheet: words.sheets.figures,
    columns: [{ width: 36 }, { width: 24 }],
    data: figures.map(([name, value]) => [textCell(name), jsonCell(value)]),
  };
}

type Plain = string | number | boolean | null;

function* namedFigures(name: string, value: Json | Iterable<Json>): Generator<readonly [string, Plain]> {
  if (value === null || typeof value !== "object") {
    yield [name, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* namedFigures(name === "" ? key : `${name}.${key}`, inner);
}

function jsonCell(value: Plain): SheetCell {
  if (value === null) return null;
  if (typeof value !== "string") return value;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDay(value) : null;
  return day === null ? textCell(value) : dateCell(day);
}

function chartsSheet(charts: readonly Chart[], words: CoverWords, blocks: ChartBlock[]): Sheet<Blob> {
  const rows: SheetCell[][] = [];
  for (const chart of charts) {
    const top = rows.length;
    const { cells, height } = chartSheetRows(chart);
    blocks.push({ chart, top, count: cells.length });
    rows.push(
      [{ ...textCell(chart.title), fontWeight: "bold" }],
      [null, ...chart.series.map(({ title }) => ({ ...wrappedCell(title, CHART_WIDTH), ...HEADING }))],
      ...cells.map(({ label, amounts, note }) => [
        typeof label === "string" ? textCell(label) : dateCell(label),
        ...amounts.map((amount) =>
          note === undefined ? { value: yuan(amount), type: Number, format: MONEY } : textCell(note),
        ),
      ]),
    );
    while (rows.length < top + height) rows.push([]);
  }
  const most = Math.max(...charts.map(({ series }) => series.length));
  return {
    sheet: words.sheets.charts,
    columns: [{ width: CHART_LABEL_WIDTH }, ...Array.from({ length: most }, () => ({ width: CHART_WIDTH }))],
    data: rows,
  };
}

function amountOf(cell: Cell | undefined): readonly Fen[] {
  return cell?.kind === "money" || cell?.kind === "difference" ? [cell.amount] : [];
}

function sheetCell(cell: Cell): SheetCell {
  switch (cell.kind) {
    case "money":
    case "difference":
      return { value: yuan(cell.amount), type: Number, format: MONEY };
    case "count":
      return { value: cell.count, type: Number };
    case "share":
      return { value: cell.share, type: Number, format: SHARE };
    case "rate":
      return { value: Number(machineText(cell)), type: Number, format: RATE };
    case "date":
      return dateCell(cell.day);
    case "text":
    case "label":
      return textCell(humanText(cell));
    case "empty":
      return null;
    default:
      return cell satisfies never;
  }
}

/** Excel calls a workbook damaged in which a cell has more. */
const LONGEST_TEXT = 32_767;

/** Of the kind "text", so that it stays text even when it is edited. */
function textCell(text: string): { value: string; type: StringConstructor; format: string } {
  const shown = printable(text);
  const whole = shown.length > LONGEST_TEXT ? `${printable(shown.slice(0, LONGEST_TEXT - 1))}…` : shown;
  return { value: ownText(literal(whole)), type: String, format: TEXT };
}

/** `_x0041_` stands for an A in a workbook (ECMA-376, part 1, 22.9.2.19); as text its first stroke is written so itself. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** The library finds a text it has met before in a plain object, where "constructor" would be some other text. */
function ownText(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** With the height that its lines take: not every program finds it by itself. Letters are not all as wide as a digit. */
function wrappedCell(text: string, width: number): SheetCell & { value: string } {
  const lines = wrap(text, Math.floor(width * 0.92));
  return { ...textCell(text), wrap: true, height: LINE_HEIGHT * lines.length };
}

/** Spreadsheets count days from 1899-12-30. */
function dateCell(day: Day): { value: number; type: NumberConstructor; format: string } {
  return { value: day + 25_569, type: Number, format: DATE };
}

function cellWidth(cell: SheetCell): number {
  if (cell === null || cell === undefined || typeof cell !== "object" || !("value" in cell)) return 0;
  const { value, format } = cell;
  if (format === DATE) return DATE.length;
  if (typeof value === "string") return displayWidth(value);
  // Two decimals, a point, and a comma for every three digits.
  return format === MONEY ? Math.ceil(Math.trunc(Number(value)).toString().length * (4 / 3)) + 3 : String(value).length;
}

/** A heading may take two lines. */
function headingWidth(title: string): number {
  return Math.ceil(displayWidth(title) / 2);
}
