/** The engine beside the same work in C and beside a plain loop with decimal.js; the same ends must come out of all. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { NO_EVENTS, simulate } from "../dist/index.js";
import { simulateWithDecimals } from "./decimal.mjs";
import { AS_OF, DAYS, overdueLoan, SHAPES } from "./loans.mjs";
import { inFolder, interleave, timeOf } from "./measure.mjs";

const UNTIL = AS_OF + DAYS;
const COMPONENTS = ["fee", "penalty", "compound", "interest", "principal"];
const LOANS_IN_DECIMALS = 3;

export function measureAgainstC() {
  return inFolder((folder) => {
    const program = compile(join(folder, "engine"));
    return [
      { what: "one instalment, daily payments ÷ C", value: againstC(program, SHAPES.daily), most: 4 },
      { what: "one instalment, monthly payments ÷ C", value: againstC(program, SHAPES.monthly), most: 5 },
      { what: "two streams of payments ÷ C", value: againstC(program, SHAPES.twoStreams), most: 6 },
      { what: "24 instalments, daily payments ÷ C", value: againstC(program, SHAPES.instalments), most: 6 },
      { what: "an agreement of 60 months, kept ÷ C", value: againstC(program, SHAPES.agreement), most: 6 },
      { what: "each day rounded, daily payments ÷ C", value: againstC(program, SHAPES.roundsDaily), most: 6 },
    ];
  });
}

export function measureAgainstDecimals() {
  return [
    {
      what: "daily payments, times as fast as decimal.js",
      value: againstDecimals(SHAPES.daily),
      least: 100,
      decimals: 0,
    },
    {
      what: "monthly payments, times as fast as decimal.js",
      value: againstDecimals(SHAPES.monthly),
      least: 100,
      decimals: 0,
    },
  ];
}

/** A run of no days at all. */
export function measureSetUp() {
  const loan = overdueLoan(0);
  const runs = 20_000;
  const setUp = () => {
    for (let run = 0; run < runs; run += 1) simulate(loan, NO_EVENTS, { until: AS_OF });
  };
  const { seconds } = interleave(9, { seconds: () => timeOf(setUp) / runs });
  return [{ what: "set-up of a loan, µs", value: seconds * 1e6, most: 3 }];
}

function againstC(program, shape) {
  if (program === null) return null;
  const runInC = () => spawnSync(program, { input: inputOf(shape), encoding: "utf8", maxBuffer: 2 ** 26 });
  const ends = shape.loans.map((loan) => lineOf(simulate(loan, shape.events, { until: UNTIL })));
  assertSame(`${ends.join("\n")}\n`, runInC().stdout, "the C program");
  const seconds = interleave(9, {
    ours: () => timeOf(() => runAll(shape)),
    c: () => Number(runInC().stderr) * shape.repeats,
  });
  return seconds.ours / seconds.c;
}

function runAll({ loans, events, repeats }) {
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const loan of loans) simulate(loan, events, { until: UNTIL });
  }
}

/** Both by the day, because decimals are too slow for as many loans. */
function againstDecimals({ loans, events, repeats }) {
  const few = loans.slice(-LOANS_IN_DECIMALS);
  const ends = few.map((loan) => simulate(loan, events, { until: UNTIL }));
  for (const [index, loan] of few.entries()) {
    const { closing } = ends[index];
    const ours = COMPONENTS.slice(1).map((component) => closing[component]);
    assertSame(ours.join(" "), simulateWithDecimals(loan, events.streams[0], UNTIL).join(" "), "decimal.js");
  }
  const seconds = interleave(5, {
    ours: () => timeOf(() => runAll({ loans: few, events, repeats: 10 * repeats })) / (10 * repeats),
    decimals: () =>
      timeOf(() => {
        for (const loan of few) simulateWithDecimals(loan, events.streams[0], UNTIL);
      }),
  });
  return seconds.decimals / seconds.ours;
}

/** The C program, or null where this machine has no compiler. */
function compile(program) {
  const compiler = spawnSync("cc", ["-O2", "-o", program, "bench/engine.c"], { encoding: "utf8" });
  if (compiler.error !== undefined) return null;
  if (compiler.status !== 0) throw new Error(compiler.stderr);
  return program;
}

/** What `engine.c` reads. */
function inputOf({ loans, events: { agreements, streams }, repeats }) {
  const [{ instalments, terms }] = loans;
  const { date = 0, months = 0 } = agreements[0] ?? {};
  const roundsDaily = terms.rounding.when === "daily" ? 1 : 0;
  return [
    [repeats, AS_OF, UNTIL, roundsDaily, date, months, streams.length, instalments.length, loans.length],
    ...streams.map(({ cycle, amounts }) => [cycle.kind === "month" ? 1 : 0, amounts[0]]),
    ...loans.flatMap((loan) => loan.instalments.map(({ due, interest, principal }) => [due, interest, principal])),
  ]
    .map((numbers) => numbers.join(" "))
    .join("\n");
}

/** The end of a run as `engine.c` prints it. */
function lineOf({ closing, paid, accrued, waived, principalDays, principalFirstFell, clearedOn }) {
  const amounts = [closing, paid, accrued, waived].flatMap((by) => COMPONENTS.map((component) => by[component]));
  return [...amounts, principalDays, principalFirstFell ?? -1, clearedOn ?? -1].join(" ");
}

function assertSame(ours, theirs, who) {
  if (ours !== theirs) throw new Error(`the engine and ${who} come to different ends:\n${ours}\n${theirs}`);
}
