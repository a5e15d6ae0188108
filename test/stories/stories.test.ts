/**
 * Stories: a client's situation, what the command must answer to the fen, and workings to check it by hand.
 * Each is a folder of fixtures/stories, run as a command line.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";

const STORIES = fileURLToPath(new URL("../../fixtures/stories/", import.meta.url));

type Figures = Readonly<Record<string, unknown>>;

interface Answer {
  readonly summary: Figures;
  readonly rows: readonly Figures[];
  readonly letter?: Figures;
}

interface Expected {
  readonly summary: Figures;
  /** By date, or by what else a row is about; null: the table has ended before. */
  readonly rows: Readonly<Record<string, Figures | null>>;
  /** The figures of a letter or a claim, where one is asked for. */
  readonly letter?: Figures;
}

interface Example {
  readonly name: string;
  readonly situation: string;
  readonly command: string;
  readonly summary: Figures;
  /** By date. */
  readonly rows?: Readonly<Record<string, Figures>>;
  /** What the source printed, where that cannot be right. */
  readonly printed?: Figures;
}

interface Examples {
  readonly examples: readonly Example[];
  readonly misprints: readonly Example[];
}

/** Runs a command line as a person types it; no word of the stories needs quotes. */
async function answer(commandLine: string, folder: string): Promise<Answer> {
  const [program, ...options] = commandLine.trim().split(/\s+/);
  expect(program).toBe("overdue-sim");
  const output = await printed([...options, "--json"], { folder });
  return JSON.parse(output) as Answer;
}

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(path, "utf8")) as Content;
}

const folders = readdirSync(STORIES).map((name) => [name, `${STORIES}${name}/`] as const);

describe("stories", () => {
  test.for(folders.filter(([, folder]) => existsSync(`${folder}command.txt`)))("%s", async ([, folder]) => {
    const expected = read<Expected>(`${folder}expected.json`);
    const { summary, rows, letter } = await answer(readFileSync(`${folder}command.txt`, "utf8"), folder);
    expect(summary).toMatchObject(expected.summary);
    if (expected.letter !== undefined) expect(letter).toMatchObject(expected.letter);
    for (const [subject, figures] of Object.entries(expected.rows)) {
      const row = rows.find((one) => subjectOf(one) === subject);
      if (figures === null) expect(row, subject).toBeUndefined();
      else expect(row, subject).toMatchObject(figures);
    }
  });

  test.for(folders)("%s has workings to check it by", ([, folder]) => {
    expect(readFileSync(`${folder}workings.md`, "utf8")).toMatch(/^# /);
  });
});

/** Folders of examples that others published: a command for each, and where the source is wrong, what it printed. */
describe.each(["published-examples", "books-and-other-programs"])("%s", (name) => {
  const folder = `${STORIES}${name}/`;
  const { examples, misprints } = read<Examples>(`${folder}examples.json`);

  test.for(examples.map((example) => [titleOf(example), example] as const))("%s", async ([, example]) => {
    const found = await answer(example.command, folder);
    expect(found.summary).toMatchObject(example.summary);
    for (const [date, figures] of Object.entries(example.rows ?? {})) {
      const row = found.rows.find((one) => subjectOf(one) === date);
      expect(row, date).toMatchObject(figures);
    }
  });

  test.for(misprints.map((example) => [titleOf(example), example] as const))("%s, misprinted", async ([, example]) => {
    const found = (await answer(example.command, folder)).summary;
    expect(found).toMatchObject(example.summary);
    expect(found).not.toMatchObject({ ...example.printed });
  });
});

/** A day of `simulate`, a strategy of `compare`, a payment, an instalment or an offer of `plan`. */
function subjectOf({ date, strategy, every, due, months, waivedShare, waives }: Figures): unknown {
  return date ?? strategy ?? every ?? due ?? `${String(months)} months, ${String(waivedShare)} of ${String(waives)}`;
}

function titleOf({ name, situation }: Example): string {
  return `${name}: ${situation}`;
}
