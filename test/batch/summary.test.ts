/** The summary of a book: that of its pieces added up is that of the whole. */

import { readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BookSummary, type SummedLoan } from "../../src/advice/book-summary.ts";
import { parseSummary, summaryText } from "../../src/cli/batch/summary-file.ts";
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
  principalFirstFell: fc.option(fc.constant(20_000 as Day)),
  clearedReason: fc.constantFrom(null, "not-within-horizon" as const, "payments-do-not-cover-charges" as const),
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

test.each(["", "{}", "[]", '{"schema":"overdue-sim/batch-summary@1"}', '{"schema":"overdue-sim/simulate@1"}'])(
  "%j is no summary",
  (text) => {
    expect(parseSummary(text)).toBeNull();
  },
);

test("goes to standard output where the lines go to a file, and to no file named -", async () => {
  const folder = emptyFolder();
  const input = "id,principal\na,1000\nb,2000\n";
  const { status, stdout } = await overdueSim(["batch", "-o", "lines.csv", "--summary", "-"], { folder, input });
  expect([status, parseSummary(stdout)?.loans, readdirSync(folder)]).toEqual([0, 2, ["lines.csv"]]);
});
