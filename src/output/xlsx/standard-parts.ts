/** What the library leaves out of a workbook, and programs that read or print one go by. */

import type { Feature } from "write-excel-file/universal";

/** Smaller numbers are those of the formats that every program knows (ECMA-376, part 1, 18.8.30); the library begins at 100. */
const FIRST_OWN_FORMAT = 164;
const FIRST_OF_LIBRARY = 100;

/**
 * Formats under numbers of their own, without which readxl of R takes a date for a number; and the style that all cells
 * go back to, which openpyxl of Python asks for.
 */
export const standardStyles: Feature<Blob> = {
  files: {
    transform: {
      "xl/styles.xml": {
        transform: (xml) =>
          xml
            .replace(/numFmtId="(\d+)"/g, (_, number: string) => `numFmtId="${ownNumber(Number(number))}"`)
            .replace(/(<cellXfs [^>]*>)([\s\S]*?)(<\/cellXfs>)/, withNormalStyle),
      },
    },
  },
};

function ownNumber(number: number): number {
  return number < FIRST_OF_LIBRARY ? number : number - FIRST_OF_LIBRARY + FIRST_OWN_FORMAT;
}

function withNormalStyle(_: string, start: string, formats: string, end: string): string {
  return (
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `${start}${formats.replaceAll("<xf ", '<xf xfId="0" ')}${end}` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
  );
}

/**
 * On paper a sheet is no wider than a page of A4 on its side, and the header of the rows stands on each. Upright the one
 * column of sentences would be cut: LibreOffice makes no sheet smaller whose columns each have a page.
 */
export function onPaper(rowsSheet: string): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml) =>
            xml
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(
                /<drawing |<\/worksheet>/,
                '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>$&',
              ),
        },
        "xl/workbook.xml": {
          transform: (xml, sheets) =>
            xml.replace(
              "<definedNames/>",
              `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="${sheets.findIndex(({ sheet }) => sheet === rowsSheet)}">'${rowsSheet}'!$1:$1</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}
