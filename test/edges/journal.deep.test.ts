/**
 * An independent bookkeeper over our sums: hledger reads the journal of a run, adds it up by itself, and must find each
 * month's balances as the journal asserts them and the last ones as the engine gives them, to the fen.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPONENTS, type Component } from "../../src/loan/components.ts";
import { type Fen, formatFen } from "../../src/loan/money.ts";
import { journalText } from "../../src/output/journal.ts";
import { folderForAll, printed } from "../command-line/overdue-sim.ts";
import { runOf } from "../plain.ts";
import { anyCase, anyRareCase } from "../reference/generators.ts";
import { areThere } from "./programs.ts";

const STORIES = resolve("fixtures/stories");
/** Each run of hledger takes a good part of a second. */
const GENERATED_RUNS = 40;

const isHere = areThere("hledger", "ledger");

const folder = folderForAll();

interface Answer {
  readonly summary: Readonly<Record<string, number>>;
  readonly rows: readonly Readonly<Record<Component, number>>[];
}

const told = readdirSync(STORIES)
  .map((name) => ({ name, command: commandOf(name) }))
  .filter(({ command }) => command[0] === "simulate");

describe("hledger and ledger on the stories", () => {
  test("there are stories of runs", () => {
    expect(told.length).toBeGreaterThan(8);
  });

  test.for(told)("$name", ({ name, command }, { skip }) => {
    if (!isHere) skip("hledger is not installed");
    const run = (...more: readonly string[]): string => printed([...command, ...more], { folder: join(STORIES, name) });
    const journal = run("--format", "ledger");
    const { summary, rows } = JSON.parse(run("--json")) as Answer;
    const balances = balancesOf(journal);
    for (const component of COMPONENTS) {
      const owed = rows.at(-1)?.[component];
      if (owed !== undefined) expect(owedIn(balances, component), component).toBe(owed.toFixed(2));
    }
    expect(balances.get("assets:cash") ?? "0.00").toBe(
      (0 - (summary["paid"] ?? 0)).toFixed(2).replace("-0.00", "0.00"),
    );
    expect(balancesOf(run("--format", "ledger", "--every", "month"))).toEqual(balances);
  });
});

describe("hledger on generated runs", () => {
  test.for([
    ["usual", anyCase],
    ["rare", anyRareCase],
  ] as const)("%s terms and events", ([, cases], { skip }) => {
    if (!isHere) skip("hledger is not installed");
    fc.assert(
      fc.property(cases, (given) => {
        const { rows, totals } = runOf(given);
        const { from, opening, closing, payments } = totals;
        // Without a day there is no row, and nothing to post.
        fc.pre(rows.length > 0);
        const balances = balancesOf([...journalText({ name: given.loan.name, from, opening, rows })].join(""));
        for (const component of COMPONENTS) expect(owedIn(balances, component)).toBe(formatFen(closing[component]));
        expect(balances.get("assets:cash") ?? "0.00").toBe(formatFen((0 - payments) as Fen));
      }),
      { numRuns: GENERATED_RUNS },
    );
  });
});

function commandOf(name: string): readonly string[] {
  const path = join(STORIES, name, "command.txt");
  try {
    return readFileSync(path, "utf8").trim().split(/\s+/).slice(1);
  } catch {
    return [];
  }
}

/** Checked by both programs, strictly: every account, commodity and payee is declared; and what hledger adds up. */
function balancesOf(journal: string): ReadonlyMap<string, string> {
  const path = join(folder, "run.journal");
  writeFileSync(path, journal);
  execFileSync("hledger", ["--file", path, "check", "--strict", "ordereddates", "payees"]);
  execFileSync("ledger", ["--file", path, "--pedantic", "--check-payees", "balance"]);
  const csv = execFileSync("hledger", ["--file", path, "balance", "--flat", "--no-total", "--output-format", "csv"], {
    encoding: "utf8",
  });
  const lines = csv.trim().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const [, account = "", amount = ""] = /^"(.*)","(-?[\d.]+) CNY"$/.exec(line) ?? [];
      return [account, amount];
    }),
  );
}

/** What is owed is a liability, below zero in the books; an account at nothing is not listed. */
function owedIn(balances: ReadonlyMap<string, string>, component: Component): string {
  const balance = balances.get(`liabilities:loan:${component}`) ?? "0.00";
  return balance.startsWith("-") ? balance.slice(1) : balance === "0.00" ? balance : `-${balance}`;
}
