/** A run as a plain-text journal that hledger and ledger read. */

import { journalText } from "../journal.ts";
import type { Report } from "../report.ts";

export function write({ journal }: Pick<Report, "journal">): Iterable<string> {
  if (journal === undefined) throw new Error("only a run has a journal");
  return journalText(journal());
}
