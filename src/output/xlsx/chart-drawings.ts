/** Charts of a workbook, over cells of their own sheet, in the markup of Office Open XML (ECMA-376, part 1, chapter 21). */

import type { Feature } from "write-excel-file/universal";
import type { Day } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import type { Chart, SeriesKey } from "../chart/chart.ts";
import { escaped } from "../html/markup.ts";

/** Where the cells of a chart lie: a row with its title, one with the series, then `count` rows. */
export interface ChartBlock {
  readonly chart: Chart;
  /** The row of the title, from 0. */
  readonly top: number;
  readonly count: number;
}

const CHART_ROWS = 20;
const CHART_COLUMNS = 9;
const FIRST_CHART_COLUMN = 5;
const BETWEEN = 2;

const COLOURS: Readonly<Record<SeriesKey, string>> = {
  principal: "2F7F88",
  charges: "D98E6C",
  owed: "C5CBD3",
  unapplied: "E0C97B",
  "debt-1": "2F7F88",
  "debt-2": "D9A441",
  "debt-3": "5B7DB8",
  "debt-4": "B06A93",
  "debt-5": "8C9A5B",
  "debt-6": "A9B0B8",
};

interface ChartRow {
  readonly label: string | Day;
  readonly amounts: readonly Fen[];
  /** Stands in place of the amounts, where there are none to name. */
  readonly note?: string;
}

export function chartSheetRows(chart: Chart): { readonly cells: readonly ChartRow[]; readonly height: number } {
  const cells: readonly ChartRow[] =
    chart.kind === "bars" ? chart.bars : chart.points.map(({ day, amounts }) => ({ label: day, amounts }));
  return { cells, height: Math.max(cells.length + 2, CHART_ROWS) + BETWEEN };
}

/** Writes the charts into the sheet of that name. */
export function chartDrawings(sheetName: string, blocks: readonly ChartBlock[]): Feature<Blob> {
  const isIts = ({ sheet }: { readonly sheet?: string }): boolean => sheet === sheetName;
  const each = (markup: (block: ChartBlock, number: number) => string): string =>
    blocks.map((block, index) => markup(block, index + 1)).join("");
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            each(
              (_, number) =>
                `<Override PartName="/xl/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
            ),
        },
        "xl/drawings/drawing{id}.xml": { insert: (sheet) => (isIts(sheet) ? each(anchor) : undefined) },
        "xl/drawings/_rels/drawing{id}.xml.rels": {
          insert: (sheet) =>
            isIts(sheet)
              ? each(
                  (_, number) =>
                    `<Relationship Id="rId-chart-${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart${number}.xml"/>`,
                )
              : undefined,
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            blocks.map((block, index) => [`xl/charts/chart${index + 1}.xml`, chartXml(block, sheetName)]),
          ),
      },
    },
  };
}

function anchor({ chart, top }: ChartBlock, number: number): string {
  // Beside its cells, however many series it has.
  const first = Math.max(FIRST_CHART_COLUMN, chart.series.length + 2);
  return (
    `<xdr:twoCellAnchor><xdr:from>${cellPlace(first, top)}</xdr:from>` +
    `<xdr:to>${cellPlace(first + CHART_COLUMNS, top + CHART_ROWS)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${escaped(chart.title)}" descr="${escaped(chart.description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId-chart-${number}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

function cellPlace(column: number, row: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}

function chartXml(block: ChartBlock, sheetName: string): string {
  const { chart } = block;
  const series = chart.series.map((_, index) => seriesXml(block, index, sheetName)).join("");
  const plot =
    chart.kind === "bars"
      ? `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${categoryAxis}${valueAxis("b")}`
      : `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:axId val="1"/><c:axId val="2"/></c:areaChart>${dateAxis}${valueAxis("l")}`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
  );
}

/** The first bar stands at the top, as everywhere. */
const categoryAxis =
  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx>';
const dateAxis =
  '<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="yyyy-mm-dd" sourceLinked="0"/><c:crossAx val="2"/><c:baseTimeUnit val="days"/></c:dateAx>';

function valueAxis(place: "b" | "l"): string {
  return (
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>` +
    `<c:majorGridlines/><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:crossAx val="1"/>${place === "b" ? '<c:crosses val="max"/>' : ""}</c:valAx>`
  );
}

/** `A`, …, `Z`, `AA`, … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function seriesXml({ chart, top, count }: ChartBlock, index: number, sheetName: string): string {
  const sheet = `'${sheetName.replaceAll("'", "''")}'`;
  // Rows of a sheet count from 1, and the title and the names of the series come first.
  const rows = [top + 3, top + 2 + count] as const;
  const column = columnLetters(index + 1);
  const series = chart.series[index];
  if (series === undefined) throw new Error("a chart has no such series");
  const labels = `<c:f>${escaped(`${sheet}!$A$${rows[0]}:$A$${rows[1]}`)}</c:f>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escaped(`${sheet}!$${column}$${top + 2}`)}</c:f></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${COLOURS[series.key]}"/></a:solidFill></c:spPr>` +
    `<c:cat>${chart.kind === "bars" ? `<c:strRef>${labels}</c:strRef>` : `<c:numRef>${labels}</c:numRef>`}</c:cat>` +
    `<c:val><c:numRef><c:f>${escaped(`${sheet}!$${column}$${rows[0]}:$${column}$${rows[1]}`)}</c:f></c:numRef></c:val></c:ser>`
  );
}
