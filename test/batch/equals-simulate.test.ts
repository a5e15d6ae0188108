/** Every line of `batch` says what `simulate` says of that loan. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { sameEachTime } from "../runs.ts";
import { csvOf, type Row, rows } from "./rows.ts";

interface Line {
  readonly [key: string]: unknown;
  readonly error: string | null;
}

async function batchLines(book: readonly Row[]): Promise<readonly Line[]> {
  const { stdout } = await overdueSim(["batch", "--format", "ndjson"], { input: csvOf(book) });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

async function simulated(one: Row): Promise<Readonly<Record<string, unknown>> | string> {
  const words = Object.entries(one).flatMap(([name, text]) =>
    text === "" ? [] : [`--${name.replaceAll("_", "-")}`, text],
  );
  const { status, stdout, stderr } = await overdueSim(["simulate", "--json", ...words]);
  if (status !== 0) return stderr;
  const { summary } = JSON.parse(stdout);
  return {
    from: summary.from,
    to: summary.to,
    days: summary.days,
    paid: summary.paid,
    toCharges: Math.round(100 * (summary.toFee + summary.toPenalty + summary.toCompound + summary.toInterest)) / 100,
    toPrincipal: summary.toPrincipal,
    principalShare: summary.principalShare,
    principalLeft: summary.closingPrincipal,
    totalOwed: summary.closingTotal,
    daysOverdue: summary.daysOverdueAtEnd,
    statusCode: summary.credit.statusCode,
    principalFirstFell: summary.principalFirstFell,
    clearedOn: summary.clearedOn,
    clearedReason: summary.clearedReason,
    breakEven: summary.breakEvenPayment.amount,
  };
}

test("a line is the summary of `simulate`, or fails where that fails", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (book) => {
      const lines = await batchLines(book);
      expect(lines.length).toBe(book.length);
      for (const [index, one] of book.entries()) {
        const expected = await simulated(one);
        const { id, error, ...figures } = lines[index] ?? { error: "no line" };
        expect(id).toBe(`L${index + 1}`);
        if (typeof expected === "string") expect(error, expected).not.toBeNull();
        else expect({ error, ...figures }).toEqual({ error: null, ...expected });
      }
    }),
    sameEachTime(20),
  );
});

test("a book cut into pieces gives the same lines", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(), async (book, at) => {
      const columns = "id,paid,total_owed,error";
      const text = csvOf(book);
      const [header = "", ...lines] = text.split(/(?<=\n)/);
      const cut = at % (lines.length + 1);
      const whole = await overdueSim(["batch", "--columns", columns], { input: text });
      const pieces = await Promise.all(
        [lines.slice(0, cut), lines.slice(cut)].map((piece) =>
          overdueSim(["batch", "--columns", columns, "--no-header", "--input-columns", header.trim()], {
            input: piece.join(""),
          }),
        ),
      );
      expect(`${columns}\n${pieces.map(({ stdout }) => stdout).join("")}`).toBe(whole.stdout);
    }),
    sameEachTime(10),
  );
});

test("lines of JSON say the same as lines of CSV", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (book) => {
      const words = ["batch", "--columns", "id,paid,total_owed,status_code"];
      const input = book.map((one, index) => `${JSON.stringify({ id: `L${index + 1}`, ...one })}\n`).join("");
      expect((await overdueSim(words, { input })).stdout).toBe(
        (await overdueSim(words, { input: csvOf(book) })).stdout,
      );
    }),
    sameEachTime(10),
  );
});

test("a line of JSON may be a loan file", async () => {
  const loan = {
    schema: "overdue-sim/loan@1",
    asOf: "2026-11-22",
    instalments: [{ due: "2026-08-22", principal: "50000.00" }],
    terms: { rate: "0.05%/day" },
  };
  const input = `${JSON.stringify({ id: "a", days: 30, daily: 50, ...loan })}\n`;
  const csv = `id,days,daily,loan\na,30,50,"${JSON.stringify(loan).replaceAll('"', '""')}"\n`;
  const expected = await printed(["batch"], { input });
  expect(expected).toContain("a,2026-11-23,2026-12-22,30,1500.00,1500.00,0.00,0,50000.00,");
  expect(await printed(["batch"], { input: csv })).toBe(expected);
});
