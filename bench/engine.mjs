/** The engine beside the same work in C and beside a plain loop with decimal.js; the same ends must come out of all. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulateWithDecimals } from "./decimal.mjs";
import { AS_OF, DUE, loanOfInstalments, overdueLoan, paying } from "./loans.mjs";
import { interleave, timeOf } from "./measure.mjs";

const LOANS = 200;
const LOANS_IN_DECIMALS = 3;
const DAYS = 3_650;
const COMPONENTS = ["fee", "penalty", "compound", "interest", "principal"];
const CASES = [
  { every: "day", what: "daily", amount: 5_000, repeats: 10 },
  { every: "month", what: "monthly", amount: 150_000, repeats: 100 },
];

export function measureEngine(simulate) {
  const folder = mkdtempSync(join(tmpdir(), "overdue-sim-bench-"));
  try {
    const program = compile(folder);
    return CASES.flatMap((payments) => measureCase(simulate, program, payments));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureCase(simulate, program, { every, what, amount, repeats }) {
  const events = paying(every, amount);
  const loans = Array.from({ length: LOANS }, (_, index) => overdueLoan(index));
  const until = AS_OF + DAYS;
  const ends = loans.map((loan) => simulate(loan, events, { until }));
  const days = sumOf(ends.map(({ from, to }) => to - from));
  const few = loans.slice(-LOANS_IN_DECIMALS);
  const fewDays = sumOf(ends.slice(-LOANS_IN_DECIMALS).map(({ from, to }) => to - from));

  for (const [index, loan] of few.entries()) {
    const inFen = simulateWithDecimals(loan, { every, amount, until });
    const { closing } = ends[ends.length - LOANS_IN_DECIMALS + index];
    assertSame(
      COMPONENTS.slice(1)
        .map((component) => closing[component])
        .join(" "),
      inFen.join(" "),
      "decimal.js",
    );
  }
  const runInC = () => {
    const words = [LOANS, DAYS, AS_OF, DUE, every, amount, repeats].map(String);
    return spawnSync(program, words, { encoding: "utf8", maxBuffer: 2 ** 26 });
  };
  if (program !== null) assertSame(ends.map(lineOf).join("\n"), runInC().stdout.trim(), "the C program");

  const seconds = interleave(9, {
    engine: () =>
      timeOf(() => {
        for (let repeat = 0; repeat < repeats; repeat += 1) for (const loan of loans) simulate(loan, events, { until });
      }) /
      (days * repeats),
    decimal: () =>
      timeOf(() => {
        for (const loan of few) simulateWithDecimals(loan, { every, amount, until });
      }) / fewDays,
    ...(program === null ? {} : { c: () => Number(runInC().stderr) / days }),
  });
  const label = `engine, ${what} payments`;
  return [
    { what: `${label}, million days a second`, value: 1e-6 / seconds.engine, decimals: 1 },
    { what: `${label} ÷ C`, value: seconds.c === undefined ? null : seconds.engine / seconds.c, most: 3 },
    { what: `${label}, times as fast as decimal.js`, value: seconds.decimal / seconds.engine, least: 200, decimals: 0 },
  ];
}

/** Cost of a day (or an instalment) at twice and ten times the size, beside the smallest: 1.00 is linear. */
export function measureLinearity(simulate) {
  const perDay = (days) => {
    const [loan, events] = [overdueLoan(1_000), paying("day", 5_000)];
    return () =>
      timeOf(() => repeated(400_000 / days, () => simulate(loan, events, { until: AS_OF + days }))) / 400_000;
  };
  const perInstalment = (count) => {
    const [loan, events] = [loanOfInstalments(count), paying("month", 100_000)];
    const repeats = 24_000 / count;
    return () => timeOf(() => repeated(repeats, () => simulate(loan, events, { until: AS_OF + 360 }))) / 24_000;
  };
  const days = interleave(7, { small: perDay(1_000), double: perDay(2_000), tenfold: perDay(10_000) });
  const instalments = interleave(7, {
    small: perInstalment(24),
    double: perInstalment(48),
    tenfold: perInstalment(240),
  });
  return [
    { what: "a day of 2,000 ÷ a day of 1,000", value: days.double / days.small, most: 1.2 },
    { what: "a day of 10,000 ÷ a day of 1,000", value: days.tenfold / days.small, most: 1.2 },
    { what: "one of 48 instalments ÷ one of 24", value: instalments.double / instalments.small, most: 1.2 },
    { what: "one of 240 instalments ÷ one of 24", value: instalments.tenfold / instalments.small, most: 1.2 },
  ];
}

/** The C program, or null where this machine has no compiler. */
function compile(folder) {
  const program = join(folder, "engine");
  const compiler = spawnSync("cc", ["-O2", "-o", program, "bench/engine.c"], { encoding: "utf8" });
  if (compiler.error !== undefined) return null;
  if (compiler.status !== 0) throw new Error(compiler.stderr);
  return program;
}

/** The end of a run as the C program prints it. */
function lineOf({ closing, paid, accrued, principalDays, principalFirstFell, clearedOn }) {
  const amounts = [closing, paid, accrued].flatMap((by) => COMPONENTS.map((component) => by[component]));
  return [...amounts, principalDays, principalFirstFell ?? -1, clearedOn ?? -1].join(" ");
}

function assertSame(ours, theirs, who) {
  if (ours !== theirs) throw new Error(`the engine and ${who} come to different ends:\n${ours}\n${theirs}`);
}

function repeated(times, work) {
  for (let time = 0; time < times; time += 1) work();
}

function sumOf(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
