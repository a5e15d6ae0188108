/** A book of loans by `batch`, and each of its loans by `simulate`: the same figures, or a mistake in both. */

import { expect } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";
import { csvOf, type Row } from "./rows.ts";

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

export async function expectSameAsSimulated(book: readonly Row[]): Promise<void> {
  const lines = await batchLines(book);
  expect(lines.length).toBe(book.length);
  for (const [index, one] of book.entries()) {
    const expected = await simulated(one);
    const { id, error, ...figures } = lines[index] ?? { error: "no line" };
    expect(id).toBe(`L${index + 1}`);
    if (typeof expected === "string") expect(error, expected).not.toBeNull();
    else expect({ error, ...figures }).toEqual({ error: null, ...expected });
  }
}
