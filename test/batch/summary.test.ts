/** The summary of a book: that of its pieces added up is that of the whole. */

import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BookSummary, ENDS, type SummedLoan } from "../../src/advice/book-summary.ts";
import { parseSummary, summaryIn, summaryText } from "../../src/cli/batch/summary-file.ts";
import { MONTHS_OVERDUE } from "../../src/law/credit-record.ts";
import type { Day } from "../../src/loan/day.ts";
import { BALANCE_LIMIT, fen } from "../../src/loan/money.ts";
import { overdueSim } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

const amount = fc.integer({ min: 0, max: BALANCE_LIMIT }).map(fen);
const loan: fc.Arbitrary<SummedLoan> = fc.record({
  owedBefore: amount,
  principalBefore: amount,
  paid: amount,
  toCharges: amount,
  toPrincipal: amount,
  principalLeft: amount,
  totalOwed: amount,
  daysOverdue: fc.integer({ min: 0, max: 400 }),
  projection: fc.record({
    principalFirstFell: fc.option(fc.constant(20_000 as Day)),
    reason: fc.constantFrom(null, "not-within-horizon" as const, "payments-do-not-cover-charges" as const),
  }),
});
const line = fc.option(loan, { nil: "error" as const, freq: 8 });

function summaryOf(lines: readonly (SummedLoan | "error")[]): BookSummary {
  const summary = new BookSummary();
  for (const one of lines) {
    if (one === "error") summary.addError();
    else summary.addLoan(one);
  }
  return summary;
}

test("the summaries of the pieces, read back and added up in any order, are that of the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 5 }), (pieces) => {
      const merged = new BookSummary();
      for (const piece of pieces.toReversed()) {
        const read = parseSummary(summaryText(summaryOf(piece)));
        if (read === null) throw new Error("a summary that was written is not read");
        merged.add(read);
      }
      expect(summaryText(merged)).toBe(summaryText(summaryOf(pieces.flat())));
    }),
  );
});

test("each loan is in one class of each kind", () => {
  fc.assert(
    fc.property(fc.array(loan, { maxLength: 9 }), (loans) => {
      const { principalShare, ends, monthsOverdue } = summaryOf(loans);
      for (const classes of [principalShare, ends, monthsOverdue]) {
        expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(loans.length);
      }
    }),
  );
});

const OF_BATCH = '{"schema":"overdue-sim/batch-summary@1"';
test.each([
  "",
  "{}",
  "[]",
  "null",
  '"loans"',
  '{"schema":"overdue-sim/simulate@1"}',
  `${OF_BATCH}}`,
  `${OF_BATCH},"loans":"0"}`,
  `${OF_BATCH},"loans":0,"errors":0,"principalFalls":0,"totals":null}`,
])("%j is no summary", (text) => {
  expect(parseSummary(text)).toBeNull();
});

test("nor is one that a part of a book comes with, which is a fault of the program", () => {
  expect(() => summaryIn(`${OF_BATCH}}`)).toThrow();
});

test("goes to standard output where the lines go to a file, and to no file named -", async () => {
  const folder = emptyFolder();
  const input = "id,principal\na,1000\nb,2000\n";
  const { status, stdout } = await overdueSim(["batch", "-o", "lines.csv", "--summary", "-"], { folder, input });
  expect([status, parseSummary(stdout)?.loans, readdirSync(folder)]).toEqual([0, 2, ["lines.csv"]]);
});

/** Two loans of 1,000.00 and 2,000.00, 100.00 paid on the first. */
const SUMMARY = {
  schema: "overdue-sim/batch-summary@1",
  loans: 2,
  errors: 1,
  principalFalls: 1,
  totals: {
    owedBefore: "3000.00",
    principalBefore: "3000.00",
    paid: "100.00",
    toCharges: "40.00",
    toPrincipal: "60.00",
    principalLeft: "2940.00",
    totalOwed: "2980.00",
  },
  principalShare: {
    "nothing-paid": 1,
    none: 0,
    "under-25%": 0,
    "under-50%": 0,
    "under-75%": 1,
    "under-100%": 0,
    all: 0,
  },
  ends: Object.fromEntries(ENDS.map((name, index) => [name, index === 0 ? 2 : 0])),
  monthsOverdue: Object.fromEntries(MONTHS_OVERDUE.map((name, index) => [name, index === 0 ? 2 : 0])),
};

async function merged(changes: object) {
  const folder = emptyFolder();
  const files = [
    ["good.json", SUMMARY],
    ["by-hand.json", { ...SUMMARY, ...changes }],
  ] as const;
  for (const [name, summary] of files) writeFileSync(path.join(folder, name), JSON.stringify(summary));
  return overdueSim(["batch", "--merge", "good.json", "by-hand.json"], { folder });
}

test("a summary in which everything fits is added up", async () => {
  const { status, stdout } = await merged({});
  expect([status, JSON.parse(stdout)]).toMatchObject([0, { loans: 4, errors: 2, totals: { paid: "200.00" } }]);
});

const { totals } = SUMMARY;
test.each([
  [{ loans: 3 }, "principalShare comes to 2, and loans to 3"],
  [{ ends: { ...SUMMARY.ends, cleared: 1 } }, "ends comes to 1, and loans to 2"],
  [{ monthsOverdue: { ...SUMMARY.monthsOverdue, M1: 7 } }, "monthsOverdue comes to 9, and loans to 2"],
  [{ principalFalls: 3 }, "principalFalls comes to 3, and loans to no more than 2"],
  [
    { totals: { ...totals, owedBefore: "2999.99" } },
    "totals.principalBefore comes to 3000.00, and totals.owedBefore to no more than 2999.99",
  ],
  [
    { totals: { ...totals, toCharges: "40.01" } },
    "totals.toCharges + totals.toPrincipal comes to 100.01, and totals.paid to no more than 100.00",
  ],
  [
    { principalShare: { ...SUMMARY.principalShare, "nothing-paid": 2, "under-75%": 0 } },
    "totals.paid comes to 100.00, and principalShare to no more than 0.00",
  ],
  [
    { totals: { ...totals, totalOwed: "2939.99" } },
    "totals.principalLeft comes to 2940.00, and totals.totalOwed to no more than 2939.99",
  ],
])("one with %j is refused, and nothing is added up", async (changes, said) => {
  const { status, stdout, stderr } = await merged(changes);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(`by-hand.json: its figures contradict each other: ${said}.`);
});

test("all that does not fit together is told at once", async () => {
  const { stderr } = await merged({ loans: 3, totals: { ...totals, totalOwed: "2939.99" } });
  expect(stderr.match(/contradict each other: \S+/g)?.map((line) => line.replace(/.* /, ""))).toEqual([
    "principalShare",
    "ends",
    "monthsOverdue",
    "totals.principalLeft",
  ]);
});
