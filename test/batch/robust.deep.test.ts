/** What may happen to a long run: a thread ends, a disk is full, a reader goes away, someone interrupts it. No half line is left. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { addDays, day, formatDay } from "../../src/loan/day.ts";
import { emptyFolder, overdueSim, PROGRAM } from "../command-line/overdue-sim.ts";
import { bookIn, COLUMNS, start } from "./process.ts";

const WORDS = ["--columns", COLUMNS];

function expected(path: string): string {
  const { status, stdout } = overdueSim(["batch", path, ...WORDS, "--jobs", "1"]);
  expect(status).toBe(0);
  return stdout;
}

/** What a file holds are whole lines, and they are the first ones of what it should hold. */
function expectWholeLines(text: string, whole: string): void {
  expect(text === "" || text.endsWith("\n")).toBe(true);
  expect(whole.startsWith(text)).toBe(true);
}

test("one thread or several give the same bytes", () => {
  const { path } = bookIn(20_000);
  const { stdout } = overdueSim(["batch", path, ...WORDS, "--jobs", "3"]);
  expect(stdout).toBe(expected(path));
});

test("a book that takes its time is shared among threads halfway, and has the same bytes", () => {
  const words = ["batch", bookIn(6_000).path, "--columns", "id,break_even"];
  const { status, stdout } = overdueSim(words);
  expect(status).toBe(0);
  expect(stdout).toBe(overdueSim([...words, "--jobs", "1"]).stdout);
});

test("the summaries of pieces, merged, are that of the whole", () => {
  const { path, folder } = bookIn(40);
  const [header = "", ...lines] = readFileSync(path, "utf8").split(/(?<=\n)/);
  const summaryOf = (name: string, words: readonly string[], input: string): string => {
    const file = join(folder, name);
    expect(overdueSim(["batch", ...words, "--summary", file], { input }).status).toBe(0);
    return file;
  };
  const whole = summaryOf("whole.json", [], readFileSync(path, "utf8"));
  const columns = ["--input-columns", header.trim()];
  const parts = [lines.slice(0, 13), lines.slice(13)].map((piece, index) =>
    summaryOf(`${index}.json`, columns, piece.join("")),
  );
  expect(overdueSim(["batch", "--merge", ...parts]).stdout).toBe(readFileSync(whole, "utf8"));
});

describe("a thread that ends early", () => {
  /** Loaded before the program: a thread ends itself at a block; a condition of JavaScript says at which. */
  function ending(condition: string): Readonly<Record<string, string>> {
    const file = join(emptyFolder(), "ending.cjs");
    writeFileSync(
      file,
      `const threads = require("node:worker_threads");
      let blocks = 0;
      if (!threads.isMainThread) {
        const { on } = threads.parentPort;
        threads.parentPort.on = function (name, hear) {
          return on.call(this, name, (block) => {
            blocks += 1;
            if (${condition}) process.exit(3);
            hear(block);
          });
        };
      }`,
    );
    return { NODE_OPTIONS: `--require ${file}` };
  }

  test("has its lines worked out again, and that is told", () => {
    const { path } = bookIn(20_000);
    const { status, stdout, stderr } = overdueSim(["batch", path, ...WORDS, "--jobs", "2"], {
      environment: ending("threads.threadId === 1 && blocks === 2"),
    });
    expect(stderr).toMatch(/^overdue-sim: a thread ended early; lines \d+ to \d+ are worked out again\.$/m);
    expect(status).toBe(0);
    expect(stdout).toBe(expected(path));
  });

  test("twice at the same block costs the lines of that, which say so", () => {
    const { path } = bookIn(20_000);
    const { status, stdout } = overdueSim(["batch", path, ...WORDS, "--jobs", "2"], {
      environment: ending('Buffer.from(block).includes("\\nL7000,")'),
    });
    expect(status).toBe(2);
    const [whole, lines] = [expected(path).split("\n"), stdout.split("\n")];
    expect(lines.length).toBe(whole.length);
    const wrong = lines.filter((line) => line.endsWith("the thread that worked it out ended twice"));
    expect(wrong.some((line) => line.startsWith("L7000,"))).toBe(true);
    expect(wrong.length).toBeLessThan(2_000);
    const kept = lines.map((line, index) => (wrong.includes(line) ? (whole[index] ?? "").split(",")[0] : line));
    expect(kept).toEqual(whole.map((line, index) => (wrong.includes(lines[index] ?? "") ? line.split(",")[0] : line)));
    expect(wrong.map((line) => line.split(",")[0])).toEqual(
      whole.filter((_, index) => wrong.includes(lines[index] ?? "")).map((line) => line.split(",")[0]),
    );
  });
});

test("a bad line costs one line; of many the first are told, and the number of the others", () => {
  const { path } = bookIn(3);
  appendFileSync(path, "X,abc,,,,,,,,\n".repeat(50));
  appendFileSync(path, 'Y,"1,,,,,,,,\n');
  const { status, stdout, stderr } = overdueSim(["batch", path, ...WORDS]);
  expect(status).toBe(2);
  expect(stdout.split("\n").length).toBe(1 + 3 + 51 + 1);
  expect(stderr.split("\n").filter((line) => line.includes(":principal: ")).length).toBe(20);
  expect(stderr).toContain(`${path}:5:principal: `);
  expect(stderr).toContain("31 more lines have mistakes");
});

test("a full disk leaves whole lines, and exit code 1", (context) => {
  const folder = emptyFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status !== 0) {
    context.skip("no file system may be mounted here");
  }
  onTestFinished(() => void spawnSync("umount", [folder]));
  const { path } = bookIn(5_000);
  const whole = expected(path);
  const output = join(folder, "out.csv");
  const file = openSync(output, "w");
  const run = spawnSync(process.execPath, [PROGRAM, "batch", path, ...WORDS], { stdio: ["ignore", file, "pipe"] });
  closeSync(file);
  expect(run.status).toBe(1);
  expect(String(run.stderr)).toContain("no space is left");
  expect(statSync(output).size).toBeGreaterThan(40_000);
  expectWholeLines(readFileSync(output, "utf8"), whole);

  const named = join(folder, "named.csv");
  expect(overdueSim(["batch", path, ...WORDS, "-o", named]).status).toBe(1);
  expect(statSync(named, { throwIfNoEntry: false })).toBeUndefined();
});

test("a reader that goes away ends the run quietly", async () => {
  const { path } = bookIn(50_000);
  const { process: program, ended } = start([path, ...WORDS]);
  await once(program.stdout ?? program, "data");
  program.stdout?.destroy();
  expect(await ended).toEqual({ status: 0, signal: null, stderr: "" });
});

describe("an interrupt", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "by %s leaves whole lines in a file, from which --resume goes on",
    async (signal) => {
      const { path, folder } = bookIn(50_000);
      const output = join(folder, "out.csv");
      const words = [path, ...WORDS, "--resume", "-o", output];
      const { process: program, ended } = start(words);
      while ((statSync(output, { throwIfNoEntry: false })?.size ?? 0) < 100_000)
        await new Promise((wake) => setTimeout(wake, 5));
      program.kill(signal);
      expect((await ended).signal).toBe(signal);
      const whole = expected(path);
      expect(readFileSync(output, "utf8").length).toBeLessThan(whole.length);
      expectWholeLines(readFileSync(output, "utf8"), whole);

      truncateSync(output, statSync(output).size - 7);
      expect(overdueSim(["batch", ...words]).status).toBe(0);
      expect(readFileSync(output, "utf8")).toBe(whole);
      expect(overdueSim(["batch", ...words]).status).toBe(0);
      expect(readFileSync(output, "utf8")).toBe(whole);
    },
  );

  test("is heard by one thread before lines that each take their time are all worked out", async () => {
    const folder = emptyFolder();
    const [path, output] = [join(folder, "book.csv"), join(folder, "out.csv")];
    const rowOf = (index: number): string => `L${index},80000,36,flat,2025-05-31,1,20,${index}:skip,2026-11-22\n`;
    const rows = Array.from({ length: 300 }, (_, index) => rowOf(index % 100));
    writeFileSync(path, `id,borrowed,months,method,first_due,missed_since,daily,grace,as_of\n${rows.join("")}`);
    expect(statSync(path).size).toBeLessThan(16_384);
    const { process: program, ended } = start([path, "--jobs", "1", "--resume", "-o", output]);
    while ((statSync(output, { throwIfNoEntry: false })?.size ?? 0) < 1_000)
      await new Promise((wake) => setTimeout(wake, 5));
    program.kill("SIGINT");
    expect((await ended).signal).toBe("SIGINT");
    expect(readFileSync(output, "utf8").split("\n").length).toBeLessThan(rows.length);
  });

  test("of a run that writes into a named file leaves nothing of it", async () => {
    const { path, folder } = bookIn(200_000);
    const { process: program, ended } = start([path, ...WORDS, "-o", join(folder, "out.csv")]);
    while (readdirSync(folder).length === 1) await new Promise((wake) => setTimeout(wake, 5));
    program.kill("SIGINT");
    expect((await ended).signal).toBe("SIGINT");
    expect(spawnSync("ls", ["-A", folder], { encoding: "utf8" }).stdout).toBe("book.csv\n");
  });
});

describe("memory on one thread", () => {
  const peakMebibytes = async (book: Readable, columns = "id,total_owed"): Promise<number> => {
    const { process: program, ended } = start(["--jobs", "1", "--columns", columns]);
    const { pid, stdin, stdout } = program;
    let most = 0;
    stdout?.on("data", () => {
      const match = /VmHWM:\s+(\d+) kB/.exec(readStatus(pid));
      most = Math.max(most, Number(match?.[1] ?? 0));
    });
    if (stdin !== null) book.pipe(stdin);
    expect((await ended).status).toBe(0);
    return most / 1024;
  };

  test("does not grow with the input", async () => {
    const peak = (loans: number): Promise<number> =>
      peakMebibytes(spawn(process.execPath, ["bench/write-book.mjs", String(loans), "1"]).stdout);
    // A book that ends before the heap has its usual size says nothing of growth.
    const [small, large] = [await peak(100_000), await peak(800_000)];
    expect(large).toBeLessThan(100);
    expect(large - small).toBeLessThan(15);
  });

  /** What no other row near has, so that each is read whole. */
  const OWN: readonly [string, string, (row: number) => string][] = [
    ["a rate", "rate", (row) => `${10 + (row % 9_973) / 1_000}%/year`],
    ["a late fee", "late_fee", (row) => (10 + (row % 9_973) / 100).toFixed(2)],
    ["an agreement", "strategy", (row) => `"agreement:months=${6 + (row % 54)},rate=${(row % 9_973) / 1_000}%/year"`],
    ["a new loan", "strategy", (row) => `borrow:rate=${10 + (row % 9_973) / 1_000}%/year`],
    ["a day", "as_of", (row) => formatDay(addDays(day("2019-01-01"), row % 2_500))],
    ["a loan file", "loan", (row) => `"{""terms"":{""rate"":""${10 + (row % 9_973) / 1_000}%/year""}}"`],
  ];
  test.each(OWN)("stays as small where each row has %s of its own", async (_, column, own) => {
    const rows = function* (): Generator<string> {
      yield `id,principal,days_overdue,${column}\n`;
      for (let row = 0; row < 40_000; row += 1) yield `a${row},${5_000 + row},${1 + (row % 90)},${own(row)}\n`;
    };
    expect(await peakMebibytes(Readable.from(rows()))).toBeLessThan(100);
  });

  test("stays as small where a few rows are the work of seconds", async () => {
    const rows = function* (): Generator<string> {
      yield "id,principal,days_overdue,rate,late_fee,grace,strategy,as_of\n";
      for (let row = 0; row < 60; row += 1)
        yield `a${row},${20_000 + 977 * row},${40 + row},${20 + row / 10}%/year,5%/month,10,"borrow:rate=${5 + row / 4}%/year,fee=3%,months=24",2026-11-22\n`;
    };
    expect(await peakMebibytes(Readable.from(rows()), "id,cleared_on,break_even")).toBeLessThan(100);
  });
});

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
