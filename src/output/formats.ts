/** The formats: each has a line here and a file of its own, which is loaded where it is asked for. */

import type { Content, Format, FormatSettings, Pieces } from "./report.ts";

interface FormatEntry<Name extends string> {
  readonly name: Name;
  /** It prints what is for people alone, such as a letter. */
  readonly isForPeople: boolean;
  readonly load: () => Promise<Format>;
}

/** The first is the one taken where none is named. */
const FORMATS = [
  entry({ name: "table", isForPeople: true, load: () => import("./formats/table.ts") }),
  entry({ name: "csv", isForPeople: false, load: () => import("./formats/csv.ts") }),
  entry({ name: "json", isForPeople: false, load: () => import("./formats/json.ts") }),
  entry({ name: "ndjson", isForPeople: false, load: () => import("./formats/ndjson.ts") }),
  entry({ name: "md", isForPeople: true, load: () => import("./formats/md.ts") }),
  entry({ name: "html", isForPeople: true, load: () => import("./formats/html.ts") }),
  entry({ name: "xlsx", isForPeople: false, load: () => import("./formats/xlsx.ts") }),
  entry({ name: "ledger", isForPeople: false, load: () => import("./formats/ledger.ts") }),
] as const;

export type FormatName = (typeof FORMATS)[number]["name"];

export const FORMAT_NAMES: readonly FormatName[] = FORMATS.map(({ name }) => name);
export const DEFAULT_FORMAT = FORMATS[0].name;
export const FORMATS_FOR_PEOPLE: readonly string[] = FORMATS.flatMap((one) => (one.isForPeople ? [one.name] : []));

function entry<const Name extends string>(format: FormatEntry<Name>): FormatEntry<Name> {
  return format;
}

/** The content as text. What is for people alone is a page whatever format was asked for. */
export async function present(
  content: Exclude<Content, { readonly kind: "stream" }>,
  format: FormatName,
  settings: FormatSettings,
): Promise<Pieces> {
  switch (content.kind) {
    case "text":
      return content.text;
    case "page": {
      const { load } = FORMATS.find((entry) => entry.name === format && entry.isForPeople) ?? FORMATS[0];
      return (await load()).write({ ...NOTHING_FOR_MACHINES, ...content, kind: "report" }, settings);
    }
    case "report": {
      const { load } = FORMATS.find(({ name }) => name === format) ?? FORMATS[0];
      return (await load()).write(content, settings);
    }
    default:
      return content satisfies never;
  }
}

const NOTHING_FOR_MACHINES = { table: { columns: [], rows: [] }, document: () => ({}) } as const;
