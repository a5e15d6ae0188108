/** Amortisation tables: made by the schedule maker where it knows the contract, else lived through by the ledger. */

import { expect } from "vitest";
import { day } from "../../src/loan/day.ts";
import { add, type Fen, type Fraction, fen, sum } from "../../src/loan/money.ts";
import { type Method, makeSchedule, type ScheduledInstalment } from "../../src/loan/schedule.ts";
import { type Case, testCases } from "./case-file.ts";
import { checkInterestTable, type TableRow } from "./interest-table.ts";
import { amount, decimal, interestTerms, percent, ratePer, text } from "./papers.ts";

interface Input {
  readonly principal: string;
  readonly annualRate?: string;
  readonly annualRatePercent?: string;
  readonly disbursed?: string;
  readonly dueDates?: readonly string[];
  readonly method: string;
  readonly instalments: number;
  readonly principalGracePeriods?: number;
  /** The unit to which the equal instalment is rounded. */
  readonly instalmentMultipleOf?: string;
  readonly instalment?: string;
}

interface Expected {
  readonly rows?: readonly TableRow[];
  readonly totalInterest?: string;
  readonly totalPaid?: string;
  readonly totalPrincipal?: string;
  readonly firstInstalment?: string;
  readonly lastInstalment?: string;
}

const WHOLE_UNITS = "no rounding of instalments to whole units in the model: instalment and interest are checked apart";

const ANY_FIRST_DUE = "2026-12-22";

testCases<Input, Expected>("schedule.json", {
  skipped: {
    "MWP-SCH-01": "effective yearly rate compounded daily; the model's contract interest is simple",
  },
  inPart: {
    "FIN-SCH-RS02": WHOLE_UNITS,
    "FIN-SCH-RS03": WHOLE_UNITS,
    "FIN-SCH-RS05": WHOLE_UNITS,
    "FIN-SCH-RS06": WHOLE_UNITS,
  },
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  if (input.instalmentMultipleOf !== undefined) checkWholeUnits(input, expected);
  else if (expected.rows !== undefined) checkRows(made(input, amount), expected.rows);
  else checkTotals(input, expected);
  if (expected.rows !== undefined && !input.method.startsWith("flat")) {
    checkInterestTable(day(input.disbursed ?? ""), interestTerms(yearly(input), dayCountOf(input)), expected.rows);
  }
  if (expected.rows !== undefined && expected.totalInterest !== undefined) {
    expect(text(sum(expected.rows.map((row) => amount(row.interest))))).toBe(expected.totalInterest);
  }
}

function yearly(input: Input): Fraction {
  if (input.annualRate !== undefined) return decimal(input.annualRate);
  return percent(input.annualRatePercent ?? "0");
}

function dayCountOf({ method }: Input): "actual/365" | "period" {
  return method.includes("actual/365") ? "actual/365" : "period";
}

function methodOf({ method }: Input): Method {
  if (method.startsWith("annuity")) return "equal-instalments";
  if (method.startsWith("equal principal")) return "equal-principal";
  if (method.startsWith("flat")) return "flat";
  throw new Error(`no such method in the model: ${method}`);
}

function made(input: Input, unit: (value: string) => Fen, months = input.instalments): readonly ScheduledInstalment[] {
  return makeSchedule({
    borrowed: unit(input.principal),
    months,
    method: methodOf(input),
    firstDue: day(input.dueDates?.[0] ?? ANY_FIRST_DUE),
    rate: ratePer("year", yearly(input)),
    dayCount: "period",
  });
}

function checkRows(schedule: readonly ScheduledInstalment[], rows: readonly TableRow[]): void {
  expect(schedule.map(({ due, principal, interest }) => [due, text(principal), text(interest)])).toEqual(
    rows.map(({ due, principal, interest }) => [day(due), principal, interest]),
  );
}

/** The source rounds instalments to whole units: the maker does too, where it is given units in place of fen. */
function checkWholeUnits(input: Input, expected: Expected): void {
  expect(input.instalmentMultipleOf).toBe("1");
  const months = input.instalments - (input.principalGracePeriods ?? 0);
  const schedule = made(input, units, months);
  if (methodOf(input) === "flat") {
    expect(schedule.map(({ due, principal, interest }) => [due, principal, interest])).toEqual(
      expected.rows?.map(({ due, principal, interest }) => [day(due), units(principal), units(interest)]),
    );
  } else {
    const [first] = schedule;
    expect(first && add(first.principal, first.interest)).toBe(units(input.instalment ?? "0"));
  }
}

function units(value: string): Fen {
  return fen(amount(value) / 100);
}

/** The source adds what rounding leaves of the principal to the totals; here it is in the last instalment. */
function checkTotals(input: Input, expected: Expected): void {
  const schedule = made(input, amount);
  const whole = schedule.map(({ principal, interest }) => add(principal, interest));
  const principal = sum(schedule.map((row) => row.principal));
  expect(text(whole[0] ?? (0 as Fen))).toBe(expected.firstInstalment);
  expect(text(sum(schedule.map(({ interest }) => interest)))).toBe(expected.totalInterest);
  expect(text(sum(whole))).toBe(expected.totalPaid);
  expect(text(principal)).toBe(expected.totalPrincipal);
  const last = schedule.at(-1);
  const leftOver = amount(expected.lastInstalment ?? "0") - sum(whole.slice(-1));
  const equalPrincipal = methodOf(input) === "equal-principal";
  // The equal part less what the last row really holds is exactly what rounding left over.
  const part = equalPrincipal ? (schedule[0]?.principal ?? 0) : (whole[0] ?? 0) - (last?.interest ?? 0);
  expect(leftOver).toBe(part - (last?.principal ?? 0));
}
