/** `--resume`: wherever an output was cut off, it goes on as though it had not been; what belongs to another run is refused. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";
import { sameEachTime } from "../runs.ts";

const BOOK = [
  "id,principal,days_overdue,daily,days,as_of",
  "a,50000,90,50,180,2026-11-22",
  "",
  "b,abc,90,50,180,2026-11-22",
  '"c,1",12000.50,10,30,365,2026-11-22',
  'd,"unclosed',
  "e,20000,400,0.01,30,2026-11-22",
].join("\n");

/** A folder with the book, and the output of it as a whole. */
async function wholeOf(options: readonly string[]): Promise<{ readonly folder: string; readonly whole: string }> {
  const folder = emptyFolder();
  writeFileSync(join(folder, "book.csv"), BOOK);
  await overdueSim(["batch", "book.csv", "-o", "out", ...options], { folder });
  return { folder, whole: readFileSync(join(folder, "out"), "utf8") };
}

const resumed = (folder: string, options: readonly string[], book = "book.csv") =>
  overdueSim(["batch", book, "-o", "out", "--resume", ...options], { folder });

test.each([[[]], [["--no-header"]], [["--format", "ndjson"]], [["--columns", "error,id"]], [["--bom"]]])(
  "with %j an output cut off anywhere comes out whole",
  async (options) => {
    const { folder, whole } = await wholeOf(options);
    expect(whole.trimEnd().split("\n").length).toBeGreaterThanOrEqual(5);
    await fc.assert(
      fc.asyncProperty(fc.nat(Buffer.byteLength(whole)), async (at) => {
        writeFileSync(join(folder, "out"), Buffer.from(whole).subarray(0, at));
        const { stderr } = await resumed(folder, options);
        expect(stderr).not.toContain("is not what this command gives");
        expect(readFileSync(join(folder, "out"), "utf8")).toBe(whole);
      }),
      sameEachTime(25),
    );
  },
);

describe("an output of another run is refused and kept", () => {
  const refusedAt = async (
    line: number,
    { options = [], book = BOOK, output }: { options?: readonly string[]; book?: string; output?: string } = {},
  ): Promise<void> => {
    const { folder, whole } = await wholeOf([]);
    const file = join(folder, "out");
    const before = output ?? whole.split("\n").slice(0, 2).join("\n").concat("\n");
    writeFileSync(file, before);
    writeFileSync(join(folder, "other.csv"), book);
    const { status, stdout, stderr } = await resumed(folder, options, "other.csv");
    expect(stderr).toBe(
      `overdue-sim: out: its line ${line} is not what this command gives there. Go on with the same book, options and --as-of as before, or write another file.\n`,
    );
    expect([status, stdout, readFileSync(file, "utf8")]).toEqual([2, "", before]);
  };

  test("other columns", () => refusedAt(1, { options: ["--columns", "id,paid"] }));
  test("another format", () => refusedAt(1, { options: ["--format", "ndjson"] }));
  test("a header that is not wanted", () => refusedAt(1, { options: ["--no-header"] }));
  test("another rate", () => refusedAt(2, { options: ["--rate", "0.04%/day"] }));
  test("another book", () => refusedAt(2, { book: BOOK.replace("a,50000", "a,50001") }));
  test("more lines than the book has", async () => {
    const { whole } = await wholeOf([]);
    await refusedAt(3, { book: BOOK.split("\n").slice(0, 2).join("\n"), output: whole });
  });
});

describe("a long output", () => {
  const ROWS = 5_000;
  const OPTIONS = ["--columns", "id,paid", "--days", "2", "--as-of", "2026-11-22"];

  /** Rows that pay 50, but for those of the numbers given, which pay 20. */
  const book = (isOther: (row: number) => boolean): string => {
    const row = (at: number): string => `${at},5000,${isOther(at) ? 20 : 50}`;
    return ["id,principal,daily", ...Array.from({ length: ROWS }, (_, at) => row(at + 1)), ""].join("\n");
  };

  async function cutOff(): Promise<{ readonly folder: string; readonly whole: string; readonly begun: string }> {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, "book.csv"),
      book(() => false),
    );
    await overdueSim(["batch", "book.csv", "-o", "out", ...OPTIONS], { folder });
    const whole = readFileSync(join(folder, "out"), "utf8");
    const begun = whole.slice(0, whole.indexOf("\n4001,") + 3);
    writeFileSync(join(folder, "out"), begun);
    return { folder, whole, begun };
  }

  test("comes out whole", async () => {
    const { folder, whole } = await cutOff();
    expect((await resumed(folder, OPTIONS)).status).toBe(0);
    expect(readFileSync(join(folder, "out"), "utf8")).toBe(whole);
  });

  test.each<[string, (row: number) => boolean]>([
    ["all but the last", (row) => row !== 4_000],
    ["a tenth in the middle", (row) => row > 1_800 && row <= 2_200],
    ["only the last", (row) => row === 4_000],
  ])("of a book in which other lines are other ones is refused: %s", async (_, isOther) => {
    const { folder, begun } = await cutOff();
    writeFileSync(join(folder, "other.csv"), book(isOther));
    const { status, stderr } = await resumed(folder, OPTIONS, "other.csv");
    expect([status, stderr]).toEqual([2, expect.stringContaining("is not what this command gives there")]);
    expect(readFileSync(join(folder, "out"), "utf8")).toBe(begun);
  });
});
