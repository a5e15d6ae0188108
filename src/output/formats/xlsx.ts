/** A workbook of Office Open XML, for spreadsheets. */

import { type Report, reportDocument } from "../report.ts";
import { workbookBytes } from "../xlsx/workbook.ts";

export async function write(report: Report): Promise<readonly Uint8Array[]> {
  const { table, tableBeside } = report;
  return [await workbookBytes({ ...(await reportDocument(report)), table, tableBeside, document: report.document() })];
}
