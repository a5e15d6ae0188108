/** `audit` of a contract: its schedule follows from the rate and the day count that the lender is taken to count by. */

import { describe, expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";

interface Audited {
  readonly verdict: string;
  readonly explanations: readonly {
    readonly changes: readonly { readonly term: string; readonly to: unknown }[];
    readonly remaining: number;
  }[];
  readonly solvedRate: { readonly low: string; readonly high: string } | null;
}

type Row = Readonly<Record<string, unknown>>;

const HEADER = "date,kind,amount,claimed_total";

async function audited(contract: readonly string[], lines: readonly string[], ...more: string[]): Promise<Audited> {
  const input = `${[HEADER, ...lines].join("\n")}\n`;
  const asked = ["audit", ...contract, "--statement", "-", "--json", ...more];
  return JSON.parse(await printed(asked, { input })).summary as Audited;
}

/** Term, value and what remains, of explanations by one change. */
function found({ explanations }: Audited): readonly unknown[] {
  return explanations.map(({ changes: [first], remaining }) => [first?.term, first?.to, remaining]);
}

describe("12,000.00 for a month from 2026-11-22 on, at 18 % a year, interest fixed in advance", () => {
  const CONTRACT = ["--borrowed", "12000", "--months", "1", "--method", "bullet", "--first-due", "2026-12-22"];
  const AGREED = [...CONTRACT, "--rate", "18%/year", "--interest", "scheduled", "--as-of", "2026-11-22"];

  test("by a year of 365 days 177.53 of interest, then 30 days of penalty, 266.30, and of compound, 3.94", async () => {
    const lines = ["2026-12-22,balance,,12177.53", "2027-01-21,balance,,12447.77"];
    // No year here has 366 days.
    expect(found(await audited(AGREED, lines))).toEqual([
      ["dayCount", "actual/365", 0],
      ["dayCount", "actual/actual", 0],
    ]);
  });

  test("at 20 % a year 200.00 of interest, then 300.00 of penalty and 5.00 of compound", async () => {
    const lines = ["2026-12-22,balance,,12200.00", "2027-01-21,balance,,12505.00"];
    const answer = await audited(AGREED, lines, "--solve-rate");
    expect(found(answer)).toEqual([["rates", "20%/year", 0]]);
    // 20 % ÷ 360 a day; with 180.00 of interest, as agreed, it would be 0.0593 %.
    expect(Number(answer.solvedRate?.low)).toBeLessThan(0.2 / 360);
    expect(Number(answer.solvedRate?.high)).toBeGreaterThan(0.2 / 360);
    expect(Number(answer.solvedRate?.high)).toBeLessThan(0.000_556);
  });

  test("of a rate by the day and months that count alike: at 20 % a year 200.00, then 30 of 31 days of 300.00 and 5.00", async () => {
    const lines = ["2026-12-22,balance,,12200.00", "2027-01-21,balance,,12495.16"];
    const daily = [...CONTRACT, "--rate", "0.04%/day", "--interest", "scheduled", "--as-of", "2026-11-22"];
    expect(found(await audited([...daily, "--day-count", "period"], lines))).toEqual([["rates", "20%/year", 0]]);
  });

  test("on 6,000.00 that were received, at 20 % 100.00 of interest, then 150.00 of penalty and 2.50 of compound", async () => {
    const lines = ["2026-12-22,balance,,6100.00", "2027-01-21,balance,,6252.50"];
    const answer = await audited([...AGREED, "--received", "6000"], lines);
    expect(found(answer)).toEqual([["rates", "20%/year", 0]]);
  });

  test("by a year of 365 days and on all that was borrowed, of which 6,000.00 were received: the pair of both", async () => {
    const lines = ["2026-12-22,balance,,12177.53", "2027-01-21,balance,,12447.77"];
    const { explanations } = await audited([...AGREED, "--received", "6000"], lines);
    const terms = explanations.map(({ changes, remaining }) => [changes.map(({ term }) => term), remaining]);
    expect(terms[0]).toEqual([["dayCount", "deducted"], 0]);
  });
});

describe.each(["equal-instalments", "equal-principal", "interest-first"])("what a lender writes (%s)", (method) => {
  const PARTS = ["--borrowed", "12000", "--months", "12", "--method", method, "--first-due", "2024-01-31"];
  const PAID = ["--pay", "900@2024-02-10", "--pay", "1900@2024-03-31", "--pay", "1000@2024-05-31"];

  test.each(["actual/365", "actual/actual", "period"])("by %s is explained by that", async (dayCount) => {
    for (const interest of ["accrued", "scheduled"]) {
      const contract = [...PARTS, "--rate", "18%/year", "--interest", interest, "--as-of", "2023-12-31"];
      const written = ["simulate", ...contract, ...PAID, "--day-count", dayCount, "--days", "200", "--json"];
      const rows: readonly Row[] = JSON.parse(await printed(written)).rows;
      const lines = rows.flatMap((row, index) => {
        if (row["payment"] !== 0) return [`${row["date"]},payment,${row["payment"]},${row["totalOwed"]}`];
        return index === rows.length - 1 ? [`${row["date"]},balance,,${row["totalOwed"]}`] : [];
      });
      expect(found(await audited(contract, lines))).toContainEqual(["dayCount", dayCount, 0]);
    }
  });
});
