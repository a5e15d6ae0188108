/** A workbook of Office Open XML, for spreadsheets. */

import { type Report, reportDocument } from "../report.ts";
import { workbookBytes } from "../xlsx/workbook.ts";

export async function write(report: Report): Promise<readonly Uint8Array[]> {
  return [await workbookBytes({ ...(await reportDocument(report)), table: report.table, document: report.document() })];
}
