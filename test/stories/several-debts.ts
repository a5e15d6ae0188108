/** Stories of several debts that were worked out in a spreadsheet, and what the command makes of them. */

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { printed } from "../command-line/in-process.ts";

export interface DebtsStory {
  /** Its folder in `fixtures/debts`. */
  readonly name: string;
  readonly order: string;
  readonly budget: string;
}

export const DEBTS_STORIES: readonly DebtsStory[] = [
  { name: "avalanche", order: "avalanche", budget: "1500/month" },
  { name: "snowball", order: "snowball", budget: "1500/month" },
  { name: "overdue", order: "overdue", budget: "1500/month" },
  { name: "penalty-rate", order: "avalanche", budget: "1200/month" },
];

/** What each debt gets in a month and what is then owed on it, in yuan. */
export type StoryMonth = Readonly<Record<string, { readonly paid: number; readonly owed: number }>>;

export interface DebtsAnswer {
  readonly summary: { readonly totalCost: number; readonly clearedOn: string };
  readonly debts: readonly { readonly name: string; readonly clearedOn: string }[];
  readonly months: readonly StoryMonth[];
}

export function storyPath({ name }: DebtsStory, file: "debts" | "sheet" | "worked-out"): string {
  return `fixtures/debts/${name}/${file}.csv`;
}

export async function answerTo(story: DebtsStory): Promise<DebtsAnswer> {
  const terms = ["--as-of", "2026-11-22", "--compound", "none", "--day-count", "period"];
  const goal = ["--debts", storyPath(story, "debts"), "--budget", story.budget, "--first", story.order];
  const { rows, ...rest } = JSON.parse(await printed(["plan", ...goal, ...terms, "--json"]));
  const months = rows.map(({ byDebt }: { readonly byDebt: Readonly<Record<string, StoryMonth[string]>> }) =>
    Object.fromEntries(Object.entries(byDebt).map(([name, { paid, owed }]) => [name, { paid, owed }])),
  );
  return { ...rest, months };
}

/** The months of a sheet whose formulas have been worked out, up to that in which nothing is left. */
export function monthsOf(sheet: readonly (readonly string[])[]): readonly StoryMonth[] {
  const [header = [], , , ...rows] = sheet;
  const names = header.flatMap((title) => / paid$/.exec(title) && title.replace(/ paid$/, ""));
  const months = rows.slice(1).map((row) => {
    const cell = (title: string): number => Number(row[header.indexOf(title)]);
    return Object.fromEntries(
      names.flatMap((name) => {
        if (name === null) return [];
        const owed = Math.round(100 * (cell(`${name} interest`) + cell(`${name} principal`))) / 100;
        return [[name, { paid: cell(`${name} paid`), owed }]];
      }),
    );
  });
  const last = months.findIndex((month) => Object.values(month).every(({ owed }) => owed === 0));
  return months.slice(0, last + 1);
}

export function sheetIn(path: string): readonly (readonly string[])[] {
  return parse(readFileSync(path, "utf8")) as string[][];
}
