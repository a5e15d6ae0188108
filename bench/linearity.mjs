/** What one of many costs where there are twice and ten times as many, beside the smallest number: 1.00 is linear. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDay, NO_EVENTS, simulate } from "../dist/index.js";
import { AS_OF, everyMonth, loanOfInstalments, overdueLoan, PAID_DAILY } from "./loans.mjs";
import { cpuOf, inFolder, interleave, timeOf } from "./measure.mjs";

const PAID_MONTHLY = { ...NO_EVENTS, streams: [everyMonth(100_000)] };
const MOST = 1.2;

/** A run with `count` of something. */
const RUNS = [
  { what: "a day", smallest: 1_000, run: (count) => [overdueLoan(1_000), PAID_DAILY, AS_OF + count] },
  {
    what: "an instalment",
    smallest: 24,
    run: (count) => [loanOfInstalments(count, 100_000), PAID_MONTHLY, AS_OF + 360],
  },
  {
    what: "a dated charge",
    smallest: 300,
    run: (count) => [{ ...overdueLoan(0), charges: datedCharges(count) }, PAID_MONTHLY, AS_OF + count],
  },
  {
    what: "an agreement",
    smallest: 30,
    run: (count) => [overdueLoan(0), { ...NO_EVENTS, agreements: deferrals(count) }, AS_OF + count],
  },
];

export function measureLinearity() {
  return [...RUNS.flatMap(measureRuns), ...measurePaymentsFromFile()];
}

function measureRuns({ what, smallest, run }) {
  const sampler = (times) => {
    const [loan, events, until] = run(times * smallest);
    const repeats = 200 / times;
    return () =>
      timeOf(() => {
        for (let repeat = 0; repeat < repeats; repeat += 1) simulate(loan, events, { until });
      });
  };
  return rowsOf(what, smallest, interleave(7, { once: sampler(1), twice: sampler(2), tenfold: sampler(10) }));
}

/** The whole command, without what it costs where the file has one payment. */
function measurePaymentsFromFile() {
  const smallest = 10_000;
  return inFolder((folder) => {
    const sampler = (name, count) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, `date,amount\n${dailyPayments(count)}`);
      const loan = ["--principal", "50000", "--days-overdue", "30", "--as-of", formatDay(AS_OF), "--csv"];
      const words = ["dist/overdue-sim.cjs", "simulate", ...loan, "--days", "3650", "--payments", path];
      return () => cpuOf(process.execPath, words, 1);
    };
    const { nothing, ...taken } = interleave(5, {
      nothing: sampler("nothing", 1),
      once: sampler("once", smallest),
      twice: sampler("twice", 2 * smallest),
      tenfold: sampler("tenfold", 10 * smallest),
    });
    // As many payments in all for each size, as the runs above.
    const seconds = Object.entries({ once: 1, twice: 2, tenfold: 10 }).map(([name, times]) => [
      name,
      (taken[name] - nothing) / times,
    ]);
    return rowsOf("a payment from a file", smallest, Object.fromEntries(seconds));
  });
}

function rowsOf(what, smallest, { once, twice, tenfold }) {
  return [
    { what: `${what} of ${2 * smallest} ÷ of ${smallest}`, value: twice / once, most: MOST },
    { what: `${what} of ${10 * smallest} ÷ of ${smallest}`, value: tenfold / once, most: MOST },
  ];
}

function datedCharges(count) {
  return Array.from({ length: count }, (_, index) => ({
    date: AS_OF + 1 + index,
    amount: 100,
    component: "fee",
    note: null,
  }));
}

function deferrals(count) {
  return Array.from({ length: count }, (_, index) => ({
    kind: "deferral",
    date: AS_OF + 1 + index,
    months: 1,
    rate: { numerator: 1n, denominator: 4_000n, per: "day" },
  }));
}

function dailyPayments(count) {
  return Array.from({ length: count }, (_, index) => `${formatDay(AS_OF + 1 + (index % 3_650))},0.1\n`).join("");
}
