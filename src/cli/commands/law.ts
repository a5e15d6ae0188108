/** `law`: the tables of the law that the program goes by, each row with its dates, its source and how sure it is. */

import { choice } from "../../input/field.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import type { LawRow, LawTable } from "../../law/law-table.ts";
import { LAW_TABLES } from "../../law/tables.ts";
import { isVerified } from "../../loan/citation.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { LawWords, Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { date, label, orEmpty, rate, type Section, type Table, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import type { CommandInput, CommandResult } from "../command.ts";
import { coverWith } from "./cover.ts";

interface LawRequest {
  readonly tables: readonly LawTable[];
}

interface NamedRow extends LawRow {
  readonly table: string;
}

export function read({ argument }: CommandInput): Result<LawRequest> {
  const problems = new ProblemCollector();
  const names = LAW_TABLES.map(({ name }) => name);
  const named = problems.readGiven(argument, "law", choice(names).parse);
  return problems.result({ tables: LAW_TABLES.filter(({ name }) => named === null || name === named) });
}

export async function run({ tables }: LawRequest, words: Words): Promise<CommandResult> {
  const lawWords = await words.load.law();
  const { productWords } = await words.load.products();
  const columns = columnsOf(lawWords, productWords.sureLevels);
  const tableOfRows = (rows: readonly NamedRow[]) => tableOf(columns, lawWords.headings, rows);
  const sections = (): readonly Section[] => [
    ...tables.flatMap((one): readonly Section[] => [
      {
        kind: "sentences",
        title: lawWords.titleOf(one),
        sentences: lastKnownIn(one, lawWords).map((said) => ({ text: said })),
      },
      { kind: "table", table: forPeople(tableOfRows(namedRows(one))), isFramed: true },
    ]),
    { kind: "sentences", sentences: [{ text: lawWords.information }] },
  ];
  const sources = [...new Set(tables.flatMap(({ rows }) => rows.map(({ source }) => source)))];
  const content: Report = {
    kind: "report",
    page: () => ({ sections: sections() }),
    table: tableOfRows(tables.flatMap(namedRows)),
    document: () => ({ schema: "overdue-sim/law@1", tables: tables.map(({ name }) => name) }),
    // The tables belong to no loan: the cover names their sources alone.
    cover: () =>
      coverWith("law", words, ({ sourceInWords }) => ({
        name: null,
        highlights: [],
        sources: sources.map(sourceInWords),
      })),
  };
  return { kind: "done", content };
}

function namedRows({ name, rows }: LawTable): readonly NamedRow[] {
  return rows.map((row) => ({ ...row, table: name }));
}

function lastKnownIn({ rows, isContinued }: LawTable, lawWords: LawWords): readonly string[] {
  const last = isContinued === true ? rows.at(-1)?.until : null;
  return last === null || last === undefined ? [] : [lawWords.lastKnown(formatDay(last))];
}

const FOR_MACHINES: ReadonlySet<string> = new Set(["table", "yearly_rate"]);

/** The heading names the table, and the rule its rate. */
function forPeople({ columns, rows }: Table): Table {
  const isShown = columns.map(({ key }) => !FOR_MACHINES.has(key));
  const shown = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, index) => isShown[index]);
  return { columns: shown(columns), rows: [...rows].map(shown) };
}

function columnsOf(
  lawWords: LawWords,
  sureLevels: Readonly<Record<LawRow["sure"], string>>,
): readonly ColumnDefinition<NamedRow, keyof LawWords["headings"]>[] {
  const until = (day: Day | null) => (day === null ? label(null, lawWords.inForce) : date(day));
  return [
    { key: "table", importance: 10, align: "left", cell: ({ table }) => text(table) },
    { key: "item", importance: 70, align: "left", cell: ({ item }) => text(item) },
    { key: "from", importance: 90, align: "left", cell: ({ from }) => date(from) },
    { key: "until", importance: 40, align: "left", cell: (row) => until(row.until) },
    { key: "rule", importance: 100, align: "left", cell: ({ value }) => label(value.en, lawWords.wordingOf(value)) },
    { key: "yearly_rate", importance: 5, cell: ({ yearlyRate }) => orEmpty(yearlyRate, rate) },
    {
      key: "source",
      importance: 80,
      align: "left",
      cell: ({ source }) => label(source, lawWords.sourceInWords(source)),
    },
    {
      key: "sure",
      importance: 60,
      align: "left",
      cell: ({ sure }) => label(sure, sureLevels[sure], isVerified(sure) ? "plain" : "bad"),
    },
  ];
}
