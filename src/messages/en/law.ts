/** English: what `law` says beside its tables. */

import type { LawTable, Wording } from "../../law/law-table.ts";

export { sourceInWords } from "./sources.ts";
export const wordingOf = (wording: Wording): string => wording.en;
export const titleOf = ({ name, title }: LawTable): string => `${name} - ${title.en}`;

export const headings = {
  table: "Table",
  item: "About",
  from: "From",
  until: "Until",
  rule: "Rule",
  yearly_rate: "Yearly rate",
  source: "Source",
  sure: "How sure",
};

export const inForce: string = "in force";
export const lastKnown = (until: string): string =>
  `The last rate was published up to ${until}; for later days it is used until a newer one is known.`;
export const information: string =
  "Dated rules with their sources, as they were read; information, not legal advice. Where a source is weak, check it before relying on it.";
