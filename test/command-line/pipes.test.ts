/** Pipes: readers that go away, writers that are slow, disks that are full. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firstOrAll, IS_DEEP } from "../runs.ts";
import { cleanEnvironment, emptyFolder, FIXTURES, LOAN, overdueSim, PROGRAM, printed, shell } from "./overdue-sim.ts";

const TEN_YEARS = `${LOAN.join(" ")} --daily 1 --days 3650`;

describe("a reader that goes away", () => {
  test.each(firstOrAll(["--csv", "--json", "--format table", "--format md", "--format ndjson"]))(
    "%s ends quietly",
    (format) => {
      const { stdout, stderr } = shell(
        `overdue-sim simulate ${TEN_YEARS} ${format} | head -1; echo "\${PIPESTATUS[0]}"`,
      );
      const lines = stdout.trimEnd().split("\n");
      expect(lines).toHaveLength(2);
      expect(lines[1]).toBe("0");
      expect(stderr).toBe("");
    },
  );

  test("a reader that stays gets every row, more than a pipe holds at once", () => {
    const { stdout } = shell(`overdue-sim simulate ${TEN_YEARS} --csv | wc -l`);
    expect(Number(stdout)).toBe(3_651);
  });

  test("a pipe that does not wait by itself loses nothing", () => {
    const setNonBlocking = "import fcntl, os; fcntl.fcntl(1, fcntl.F_SETFL, os.O_WRONLY | os.O_NONBLOCK)";
    const { stdout } = shell(
      `(python3 -c '${setNonBlocking}'; overdue-sim simulate ${TEN_YEARS} --csv) | (sleep 0.7; wc -l)`,
    );
    expect(Number(stdout)).toBe(3_651);
  });

  test("a reader that reads no more holds nobody who is told to end", async () => {
    const writer = spawn(process.execPath, [PROGRAM, "simulate", ...TEN_YEARS.split(" "), "--csv"], {
      env: cleanEnvironment({}),
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(writer.stdout, "readable");
    writer.kill("SIGTERM");
    expect(await once(writer, "exit")).toEqual([null, "SIGTERM"]);
  });
});

describe.runIf(existsSync("/dev/full"))("a disk that is full", () => {
  const lines = [["simulate", ...LOAN], ["simulate", ...LOAN, "--json"], ["--help"], ["products"]];

  test.each([...firstOrAll(lines), ["batch", "--jobs", "2"]])("%s %s", (...words) => {
    const full = openSync("/dev/full", "w");
    try {
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
        encoding: "utf8",
        env: cleanEnvironment({}),
        input: "id,principal\nL1,50000\n",
        stdio: ["pipe", full, "pipe"],
      });
      expect(status).toBe(1);
      expect(stderr).toBe("overdue-sim: the output could not be written: no space is left.\n");
    } finally {
      closeSync(full);
    }
  });

  test("a file named on it is told with what to do", () => {
    expect(shell(`overdue-sim simulate ${LOAN.join(" ")} -o /dev/full`)).toMatchObject({
      status: 1,
      stderr:
        "overdue-sim: /dev/full: the output could not be written: no space is left. Make room, or name a file on another disk.\n",
    });
  });

  test("where even the mistake cannot be told, the exit code tells it", () => {
    expect(shell(`overdue-sim simulate --principal abc 2>/dev/full`).status).toBe(2);
  });
});

describe("standard input", () => {
  const payments = "date,amount\n2026-12-01,1000\n2026-12-02,50\n";
  const instalments = "due,principal\n2026-08-22,20000\n2026-12-22,30000\n";
  const loan = JSON.stringify({ asOf: "2026-11-22", instalments: [{ due: "2026-08-22", principal: "50000" }] });

  const papers: readonly (readonly [option: string, words: readonly string[], input: string])[] = [
    ["--payments", LOAN, payments],
    ["--instalments", ["--as-of", "2026-11-22", "--daily", "50"], instalments],
    ["--loan", ["--daily", "50"], loan],
  ];

  test.each(firstOrAll(papers))("%s - is the same as a file", (option, words, input) => {
    const folder = FIXTURES;
    const throughPipe = printed(["simulate", ...words, option, "-", "--csv"], { input, folder });
    const slowly = shell(
      `(printf %s "$HEAD"; sleep 0.2; printf %s "$TAIL") | overdue-sim simulate ${words.join(" ")} ${option} - --csv`,
      { environment: { HEAD: input.slice(0, 7), TAIL: input.slice(7) } },
    );
    expect(throughPipe.split("\n")).toHaveLength(32);
    expect(slowly).toEqual({ status: 0, stdout: throughPipe, stderr: "" });
  });

  test("serves one option only", () => {
    const { status, stdout, stderr } = overdueSim(["simulate", "--loan", "-", "--payments", "-"], { input: loan });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--payments: standard input already serves --loan.");
  });

  test("that is empty is told as what it is", () => {
    expect(overdueSim(["simulate", ...LOAN, "--payments", "-"]).stderr).toMatch(
      /^overdue-sim: --payments: standard input is empty\./,
    );
  });
});

describe("what is larger than any input of ours, or has no end, is not read", () => {
  const refused = (where: string, what: string) => ({
    status: 2,
    stdout: "",
    stderr: `overdue-sim: ${where}: ${what} has more than 64 MiB, or no end. Check which file is named; what is no part of this loan can be left out.\n`,
  });

  test.runIf(existsSync("/dev/zero"))("a device, a pipe", () => {
    expect(overdueSim(["simulate", "--loan", "/dev/zero"])).toEqual(refused("--loan", "“/dev/zero”"));
    expect(shell("yes | overdue-sim simulate --loan -")).toEqual(refused("--loan", "standard input"));
  });

  test("a file: 64 MiB are read, a byte more is not", () => {
    const folder = emptyFolder();
    const path = join(folder, "pays.csv");
    writeFileSync(path, "date,amount\n2026-12-01,50\n");
    truncateSync(path, 64 * 1_048_576);
    const line = ["simulate", ...LOAN, "--payments", "pays.csv"];
    expect(overdueSim(line, { folder }).stderr).toContain("“pays.csv” is not UTF-8");
    truncateSync(path, 64 * 1_048_576 + 1);
    expect(overdueSim(line, { folder })).toEqual(refused("--payments", "“pays.csv”"));
  });
});

test("what a shell hands over as a file is read as one", () => {
  const line = `overdue-sim simulate ${LOAN.join(" ")} --days 1 --csv --payments <(echo date,amount; echo 2026-11-23,50)`;
  expect(shell(line).stdout).toContain("\n2026-11-23,1,91,0.00,37.50,0.00,0.00,0.00,50.00,");
});

test.runIf(IS_DEEP)("two hundred thousand payments are read", () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, index) => `2027-01-${String((index % 28) + 1).padStart(2, "0")},0.01\n`,
  );
  const words = ["simulate", ...LOAN, "--payments", "-", "--days", "100", "--csv"];
  const last = printed(words, { input: `date,amount\n${rows.join("")}` })
    .trimEnd()
    .split("\n")
    .at(-1);
  expect(last?.split(",").at(-2)).toBe("2000.00");
});

test.runIf(IS_DEEP)("two hundred thousand mistakes are told, each", () => {
  const input = `date,amount\n${"2027-01-01,0.001\n".repeat(200_000)}`;
  const { status, stdout, stderr } = overdueSim(["simulate", ...LOAN, "--payments", "-"], { input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(200_000);
});
