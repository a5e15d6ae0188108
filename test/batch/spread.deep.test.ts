/** A book spread over processes and hosts by engines that exist: the bytes are those of one run. Where one is missing the reason is printed. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PROGRAM } from "../command-line/overdue-sim.ts";
import { bookIn } from "./process.ts";

const COLUMNS = "id,paid,to_principal,total_owed,status_code,error";
const COMMAND = `"${process.execPath}" "${PROGRAM}" batch --columns ${COLUMNS} --quiet`;
const SKIPPED = 77;

interface Skips {
  readonly skip: (note: string) => never;
}

function bash(
  script: string,
  folder: string,
  words: readonly string[] = ["bash"],
): { readonly status: number | null; readonly stdout: string } {
  const [program = "bash", ...before] = words;
  const { status, stdout, stderr } = spawnSync(program, [...before, "-euo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PARALLEL_HOME: folder, NODE_OPTIONS: "" },
  });
  return { status, stdout: `${stdout}${status === 0 || status === SKIPPED ? "" : stderr}` };
}

/** The book, with a bad line in it, and what one run makes of it. */
function bookAndLines(loans: number): { readonly folder: string; readonly header: string; readonly whole: string } {
  const { folder, path } = bookIn(loans);
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [...lines.slice(0, 100), "bad,none,,,,,,,,", ...lines.slice(100)].join("\n"));
  const { status, stdout } = bash(`${COMMAND} book.csv || [ $? = 2 ]`, folder);
  expect(status, stdout).toBe(0);
  return { folder, header: lines[0] ?? "", whole: stdout };
}

function has(program: string): boolean {
  return spawnSync("bash", ["-c", `command -v ${program}`]).status === 0;
}

function skipWithReason({ skip }: Skips, reason: string): never {
  process.stdout.write(`${reason}\n`);
  return skip(reason);
}

test("split", () => {
  const { folder, header, whole } = bookAndLines(500);
  const script = `
    tail -n +2 book.csv | split --lines 123 - piece.
    ${COMMAND} --input-columns ${header} < /dev/null
    for piece in piece.*; do ${COMMAND} --input-columns ${header} --no-header "$piece" || [ $? = 2 ]; done`;
  expect(bash(script, folder)).toEqual({ status: 0, stdout: whole });
});

const PARALLEL = `parallel --will-cite --keep-order --pipe --block 8k --header :`;

test("GNU parallel on one machine", (context) => {
  if (!has("parallel")) skipWithReason(context, "skipped: there is no GNU parallel");
  const { folder, whole, header } = bookAndLines(500);
  const script = `
    ${COMMAND} --input-columns ${header} < /dev/null
    ${PARALLEL} '${COMMAND} --no-header' < book.csv || [ $? = 1 ]`;
  expect(bash(script, folder)).toEqual({ status: 0, stdout: whole });
});

test("GNU parallel over ssh to two hosts", (context) => {
  if (!has("parallel")) skipWithReason(context, "skipped: there is no GNU parallel");
  const { folder, whole, header } = bookAndLines(500);
  const script = `
    ${COMMAND} --input-columns ${header} < /dev/null
    ${PARALLEL} --ssh "$SSH" --sshlogin "$HOSTS" --jobs 1 '${COMMAND} --no-header' < book.csv || [ $? = 1 ]`;
  const { status, stdout } = bash(script, folder, [resolve("test/batch/two-hosts.sh"), "bash"]);
  if (status === SKIPPED) skipWithReason(context, stdout.trim());
  expect({ status, stdout }).toEqual({ status: 0, stdout: whole });
});

test("an array job of Slurm", (context) => {
  const { folder, whole, header } = bookAndLines(300);
  writeFileSync(
    join(folder, "job.sh"),
    `#!/bin/bash
piece=$(printf 'piece.%02d' "$SLURM_ARRAY_TASK_ID")
${COMMAND} --input-columns ${header} --no-header "$piece" -o "out.$piece" --resume || [ $? = 2 ]
`,
  );
  const script = `
    tail -n +2 book.csv | split --lines 80 --numeric-suffixes - piece.
    sbatch --wait --array 0-3 --output /dev/null job.sh > /dev/null
    ${COMMAND} --input-columns ${header} < /dev/null
    cat out.piece.*`;
  const { status, stdout } = bash(script, folder, [resolve("test/batch/slurm.sh"), "bash"]);
  if (status === SKIPPED) skipWithReason(context, stdout.trim());
  expect({ status, stdout }).toEqual({ status: 0, stdout: whole });
});

test("Dask, of which a worker is killed in the middle", async (context) => {
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import distributed"]).status !== 0) {
    skipWithReason(context, "skipped: python3-distributed is not installed");
  }
  const { folder } = bookAndLines(300);
  const plain = `"${process.execPath}" "${PROGRAM}" batch`;
  bash(`${plain} book.csv --quiet --summary whole.json -o whole.csv || [ $? = 2 ]`, folder);

  const daemon = (words: readonly string[]): ChildProcess => {
    const child = spawn(python, ["-m", ...words], { cwd: folder, stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    return child;
  };
  const address = "tcp://127.0.0.1:18786";
  daemon(["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "18786", "--no-dashboard"]);
  const worker = ["distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"];
  const [doomed] = [daemon(worker), daemon(worker)];
  const run = spawn(
    python,
    [resolve("examples/dask_book.py"), address, "book.csv", "out.csv", "out.json", process.execPath, PROGRAM],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, BLOCK_BYTES: "2000" },
    },
  );
  const ended = new Promise<number | null>((end) => run.on("close", end));
  const isUnderWay = (): boolean =>
    spawnSync("bash", ["-c", "[ $(wc -l < out.csv) -gt 40 ]"], { cwd: folder }).status === 0;
  while (run.exitCode === null && !isUnderWay()) await new Promise((wake) => setTimeout(wake, 50));
  doomed?.kill("SIGKILL");
  expect(await ended).toBe(0);
  expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe(readFileSync(join(folder, "whole.csv"), "utf8"));
  expect(readFileSync(join(folder, "out.json"), "utf8")).toBe(readFileSync(join(folder, "whole.json"), "utf8"));
});
