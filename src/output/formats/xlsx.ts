/** A workbook of Office Open XML, for spreadsheets. */

import type { Report } from "../report.ts";
import { workbookBytes } from "../xlsx/workbook.ts";

export async function write({ page, table, document, charts, cover }: Report): Promise<readonly Uint8Array[]> {
  if (cover === undefined) throw new Error("what has no cover is no document by itself");
  return [
    await workbookBytes({
      page: page(),
      table,
      charts: (await charts?.()) ?? [],
      document: document(),
      cover: await cover(),
    }),
  ];
}
