/** Programs in C and Python that do the same work on the same loans, from other texts, come to the same bytes. */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";
import { sameEachTime } from "../runs.ts";
import { bookIn } from "./process.ts";

const FIGURES =
  "id,from,to,days,paid,to_charges,to_principal,principal_share,principal_left,total_owed,days_overdue,status_code,error";

test("loans over 60 days in three languages", async ({ skip }) => {
  const { folder, path } = bookIn(sameEachTime(2_500).numRuns, 60);
  const input = readFileSync(path);
  const { stdout } = await overdueSim(["batch", "--no-header", "--columns", FIGURES], { input });
  expect(execFileSync("python3", ["bench/book.py"], { input, encoding: "utf8", maxBuffer: 2 ** 26 })).toBe(stdout);
  const program = join(folder, "book");
  skip(spawnSync("cc", ["-O2", "-o", program, "bench/book.c"]).status !== 0, "there is no C compiler here");
  expect(execFileSync(program, { input, encoding: "utf8", maxBuffer: 2 ** 26 })).toBe(stdout);
});

test("loans followed for a century, and the payment with which each does not grow", async ({ skip }) => {
  const { folder, path } = bookIn(sameEachTime(300).numRuns, 180);
  const program = join(folder, "book");
  skip(spawnSync("cc", ["-O2", "-o", program, "bench/book.c"]).status !== 0, "there is no C compiler here");
  const input = readFileSync(path);
  const { stdout } = await overdueSim(["batch", "--no-header"], { input });
  expect(execFileSync(program, ["all"], { input, encoding: "utf8" })).toBe(stdout);
});
