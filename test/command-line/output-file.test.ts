/** `-o FILE`: the file is there whole or not at all, whatever comes between. */

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { firstOrAll } from "../runs.ts";
import { overdueSim as inProcess, printed as onStandardOutput } from "./in-process.ts";
import { cleanEnvironment, emptyFolder, LOAN, overdueSim, PROGRAM, printed, shell } from "./overdue-sim.ts";

const SIMULATE = ["simulate", ...LOAN, "--daily", "50"];

describe("the file", () => {
  test.each(firstOrAll(["table", "csv", "json", "ndjson", "md"]))(
    "has the bytes of standard output: %s",
    async (format) => {
      const folder = emptyFolder();
      const words = [...SIMULATE, "--format", format];
      expect(overdueSim([...words, "-o", "answer"], { folder })).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(readFileSync(join(folder, "answer"), "utf8")).toBe(await onStandardOutput(words));
      expect(readdirSync(folder)).toEqual(["answer"]);
    },
  );

  test.each([
    [SIMULATE, "answer.csv", "csv"],
    [SIMULATE, "answer.JSON", "json"],
    [["batch", "--input-columns", "id,principal", "--as-of", "2026-11-22"], "lines.ndjson", "ndjson"],
  ])("%j: %s is written as its ending says, also against a variable", async (line, file, format) => {
    const folder = emptyFolder();
    const environment = { OVERDUE_SIM_FORMAT: "md" };
    const input = "1,50\n";
    expect(await inProcess([...line, "-o", file], { folder, environment, input })).toMatchObject({ status: 0 });
    const expected = (await inProcess([...line, "--format", format], { input })).stdout;
    expect(readFileSync(join(folder, file), "utf8")).toBe(expected);
  });

  test("has lines of a format that is named in any letters", async () => {
    const lines = ["batch", "--input-columns", "id,principal", "--format"];
    const [one, other] = ["ndjson", "NDJSON"].map((name) => inProcess([...lines, name], { input: "1,50\n" }));
    expect(await other).toEqual(await one);
  });

  test("is written as a format that is named, or as a page where its ending names none", async () => {
    const folder = emptyFolder();
    for (const [file, named] of [
      ["answer.html", "csv"],
      ["answer.txt", "table"],
    ] as const) {
      await inProcess([...SIMULATE, ...(named === "table" ? [] : ["--format", named]), "-o", file], { folder });
      expect(readFileSync(join(folder, file), "utf8")).toBe(await onStandardOutput([...SIMULATE, "--format", named]));
    }
    const { status, stderr } = await inProcess(["products", "-o", "products.html"], { folder });
    expect(status).toBe(2);
    expect(stderr).toContain("--output: “html” is not known here. Choose from: table,");
  });

  test("of a letter is a page of the format that its ending names", async () => {
    const folder = emptyFolder();
    const letter = ["plan", ...LOAN, "--agreement", "months=12", "--letter"];
    await inProcess([...letter, "-o", "letter.html"], { folder });
    const page = await onStandardOutput([...letter, "--format", "html"]);
    expect(readFileSync(join(folder, "letter.html"), "utf8")).toBe(page);
  });

  test("is a calendar where it is called like one", async () => {
    const folder = emptyFolder();
    const plan = ["plan", ...LOAN, "--agreement", "months=12"];
    await inProcess([...plan, "-o", "dates.ics"], { folder });
    const calendar = await onStandardOutput([...plan, "--ics"]);
    expect(readFileSync(join(folder, "dates.ics"), "utf8")).toBe(calendar);
    expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  });

  test.each([
    [
      ["plan", ...LOAN, "--agreement", "months=12", "--letter"],
      "letter.csv",
      "--letter and --output letter.csv exclude",
    ],
    [["plan", ...LOAN, "--agreement", "months=12", "--ics"], "dates.csv", "--ics and --output dates.csv exclude"],
    [["plan", ...LOAN, "--clear-by", "2027-11-22"], "dates.ics", "--ics: it goes with --agreement only"],
    [SIMULATE, "dates.ics", "--output: “ics” is not known here"],
    [SIMULATE, "days.xls", "“xls” is not known here. Did you mean xlsx?"],
  ])("%j is refused as %s", async (line, file, said) => {
    const folder = emptyFolder();
    const { status, stdout, stderr } = await inProcess([...line, "-o", file], { folder });
    expect([status, stdout, readdirSync(folder)]).toEqual([2, "", []]);
    expect(stderr).toContain(said);
  });

  test("has no colours, and is not cut to the width of a terminal", async () => {
    const folder = emptyFolder();
    printed([...SIMULATE, "-o", "answer"], { folder, environment: { FORCE_COLOR: "1", COLUMNS: "40" } });
    expect(readFileSync(join(folder, "answer"), "utf8")).toBe(await onStandardOutput(SIMULATE));
  });

  test("begins with a byte-order mark where asked", () => {
    const folder = emptyFolder();
    printed([...SIMULATE, "--csv", "--bom", "-o", "answer.csv"], { folder });
    expect(readFileSync(join(folder, "answer.csv")).subarray(0, 7).toString("latin1")).toBe("\xef\xbb\xbfdate");
  });

  test("takes the place of an older one and keeps its permissions", async () => {
    const folder = emptyFolder();
    const path = join(folder, "answer.csv");
    writeFileSync(path, "old");
    chmodSync(path, 0o600);
    printed([...SIMULATE, "--csv", "-o", path]);
    expect(readFileSync(path, "utf8")).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("is the one a link points to; the link stays", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "there"));
    writeFileSync(join(folder, "there/answer.csv"), "old");
    symlinkSync("there/answer.csv", join(folder, "link.csv"));
    printed([...SIMULATE, "--csv", "-o", "link.csv"], { folder });
    expect(lstatSync(join(folder, "link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "there/answer.csv"), "utf8")).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
  });

  test("is made where a link points to nothing yet; the link stays", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "there"));
    symlinkSync("there/answer.csv", join(folder, "first.csv"));
    symlinkSync("first.csv", join(folder, "link.csv"));
    printed([...SIMULATE, "--csv", "-o", "link.csv"], { folder });
    expect(lstatSync(join(folder, "link.csv")).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(folder, "there/answer.csv")).isFile()).toBe(true);
    expect(readFileSync(join(folder, "there/answer.csv"), "utf8")).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
  });

  test("may be a named pipe, which stays one", async () => {
    const folder = emptyFolder();
    const { stdout } = shell(
      `mkfifo pipe; (cat pipe > received) & overdue-sim ${SIMULATE.join(" ")} --csv -o pipe; echo $?; wait`,
      { folder },
    );
    expect(stdout).toBe("0\n");
    expect(lstatSync(join(folder, "pipe")).isFIFO()).toBe(true);
    expect(readFileSync(join(folder, "received"), "utf8")).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
  });

  test("may be a pipe by the path the system has for it", async () => {
    const folder = emptyFolder();
    const line = `overdue-sim ${SIMULATE.join(" ")} --csv -o /dev/stdout | cat`;
    expect(shell(line, { folder }).stdout).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
  });

  test("called - is standard output", async () => {
    const folder = emptyFolder();
    expect(printed([...SIMULATE, "--csv", "-o", "-"], { folder })).toBe(await onStandardOutput([...SIMULATE, "--csv"]));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("what cannot be written", () => {
  test.each([
    ["none/answer.csv", "none/answer.csv: the output could not be written: there is no such folder."],
    ["folder", "folder: the output could not be written: it is a folder. Name a file in it."],
    ["file/answer.csv", "file/answer.csv: the output could not be written: a part of the path is not a folder."],
    ["link-to-itself", "link-to-itself: the output could not be written: ELOOP."],
  ])("%s: exit 1, one line, nothing left", (path, said) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "folder"));
    writeFileSync(join(folder, "file"), "old");
    symlinkSync("link-to-itself", join(folder, "link-to-itself"));
    const { status, stdout, stderr } = overdueSim([...SIMULATE, "-o", path], { folder });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(said)]);
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(["file", "folder", "link-to-itself"]);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("old");
  });

  test("a wrong input leaves the older file alone", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "answer.csv"), "old");
    expect(overdueSim(["simulate", "--principal", "abc", "-o", "answer.csv"], { folder }).status).toBe(2);
    expect(readFileSync(join(folder, "answer.csv"), "utf8")).toBe("old");
  });
});

describe("an input is never written over", () => {
  const PAPERS: Readonly<Record<string, string>> = {
    "loan.json": JSON.stringify({ asOf: "2026-11-22", instalments: [{ due: "2026-08-22", principal: "50000" }] }),
    "due.csv": "due,principal\n2026-08-22,50000\n",
    "pays.csv": "date,amount\n2026-12-01,50\n",
    "scenarios.json": JSON.stringify([{ name: "mine", strategy: "daily:50" }]),
    "statement.csv": "date,kind,amount\n2026-12-01,payment,50\n",
    "debts.csv": "name,principal\na,5000\n",
    "loans.csv": "name,loan\na,loan.json\n",
    "book.csv": "id,principal\na,5000\n",
    "sum.json": "{}",
  };

  const inFolder = (): string => {
    const folder = emptyFolder();
    for (const [name, text] of Object.entries(PAPERS)) writeFileSync(join(folder, name), text);
    return folder;
  };

  const leftAlone = (folder: string): void => {
    for (const [name, text] of Object.entries(PAPERS)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  };

  test.each([
    ["simulate --loan loan.json --json -o loan.json", "--loan", "loan.json"],
    ["simulate --loan loan.json --format html -o loan.json", "--loan", "loan.json"],
    ["simulate --instalments due.csv --csv -o due.csv", "--instalments", "due.csv"],
    ["simulate --principal 5 --payments pays.csv --csv -o ./pays.csv", "--payments", "pays.csv"],
    ["compare --principal 5 --scenarios scenarios.json -o scenarios.json", "--scenarios", "scenarios.json"],
    ["audit --principal 5 --statement statement.csv -o statement.csv", "--statement", "statement.csv"],
    ["plan --debts debts.csv --budget 500/month --csv -o debts.csv", "--debts", "debts.csv"],
    ["plan --debts loans.csv --budget 500/month --csv -o loan.json", "loans.csv:2:loan", "loan.json"],
    ["batch book.csv -o book.csv", "book.csv", "book.csv"],
    ["batch book.csv -o book.csv --resume", "book.csv", "book.csv"],
    ["batch book.csv -o out.csv --summary book.csv", "book.csv", "book.csv"],
    ["batch book.csv -o out.csv --summary ./out.csv", "--summary", "./out.csv"],
    ["batch --merge sum.json -o sum.json", "sum.json", "sum.json"],
  ])("%s", async (line, where, path) => {
    const folder = inFolder();
    expect(await inProcess(line.split(" "), { folder })).toEqual({
      status: 2,
      stdout: "",
      stderr: `overdue-sim: ${where}: “${path}” is the file that is to be written; what is in it would be lost. Write to another file.\n`,
    });
    leftAlone(folder);
    expect(readdirSync(folder)).toHaveLength(Object.keys(PAPERS).length);
  });

  test("by whatever way its name leads to it: a link, a folder, standard input and output", () => {
    const folder = inFolder();
    symlinkSync("book.csv", join(folder, "link.csv"));
    symlinkSync(".", join(folder, "same"));
    const lines = [
      "batch link.csv -o book.csv",
      "batch book.csv -o link.csv",
      "batch book.csv -o same/book.csv",
      "batch -o book.csv < book.csv",
      "batch book.csv >> book.csv",
      "batch book.csv -o same/new.csv --summary new.csv",
    ];
    for (const line of lines) {
      const { status, stderr } = shell(`overdue-sim ${line}`, { folder });
      expect([line, status, stderr]).toEqual([line, 2, expect.stringContaining("is the file that is to be written")]);
    }
    leftAlone(folder);
  });
});

describe("an interrupt", () => {
  const CENTURY = [...LOAN, "--daily", "1", "--days", "36525", "--csv"];

  /** Waits for the first bytes of the draft, or until the program is over. */
  async function interruptedWhileWriting(
    signal: NodeJS.Signals,
    folder: string,
  ): Promise<NodeJS.Signals | number | null> {
    const child = spawn(process.execPath, [PROGRAM, "simulate", ...CENTURY, "-o", "answer.csv"], {
      cwd: folder,
      env: cleanEnvironment({}),
      stdio: "ignore",
    });
    const over = new Promise<NodeJS.Signals | number | null>((resolve) =>
      child.on("exit", (code, by) => resolve(by ?? code)),
    );
    while (
      child.exitCode === null &&
      child.signalCode === null &&
      !readdirSync(folder).some((name) => name.endsWith(".part"))
    ) {
      await wait(1);
    }
    child.kill(signal);
    return over;
  }

  test.each(firstOrAll(["SIGINT", "SIGTERM", "SIGHUP"] as const))("%s leaves the folder as it was", async (signal) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "answer.csv"), "old");
    expect(await interruptedWhileWriting(signal, folder)).toBe(signal);
    expect(readdirSync(folder)).toEqual(["answer.csv"]);
    expect(readFileSync(join(folder, "answer.csv"), "utf8")).toBe("old");
  });

  test("is 130 to a shell, while a reader keeps the program waiting", () => {
    const folder = emptyFolder();
    const line = `set -m; mkfifo pipe; exec 3<>pipe; "$0" "$1" simulate ${CENTURY.join(" ")} > pipe & job=$!
      sleep 0.5; kill -INT $job; wait $job; echo $?`;
    const { stdout } = spawnSync("bash", ["-c", line, process.execPath, PROGRAM], { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe("130\n");
  });
});
