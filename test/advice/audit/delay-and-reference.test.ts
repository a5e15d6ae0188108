/** Interest for delay on generated loans: as the rule has it night by night, and the same on few days as on all. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../../src/advice/audit/differences.ts";
import { distanceOf, replay } from "../../../src/advice/audit/replay.ts";
import { orderedStatement } from "../../../src/advice/audit/replayed-loan.ts";
import { addDays } from "../../../src/loan/day.ts";
import { NO_EVENTS } from "../../../src/loan/events.ts";
import { fen } from "../../../src/loan/money.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { referenceDelay } from "../../reference/delay-reference.ts";
import { anyCase } from "../../reference/generators.ts";
import { sameEachTime } from "../../runs.ts";
import { emptyLine, plainCase, statementOf } from "./statements.ts";

/** A loan, the payments of its statement and some more, and a judgment on it for less or more than its principal. */
const anyJudged = anyCase
  .map(plainCase)
  .chain((given) =>
    fc.record({
      given: fc.constant(given),
      daysAfter: fc.integer({ min: 0, max: 40 }),
      part: fc.option(fc.integer({ min: 1, max: 160 }), { nil: null }),
      extra: fc.array(fc.record({ after: fc.integer({ min: 1, max: 150 }), share: fc.integer({ min: 1, max: 90 }) }), {
        maxLength: 4,
      }),
    }),
  )
  .map(({ given, daysAfter, part, extra }) => {
    const { loan } = given;
    const payments = statementOf(given).filter(({ kind }) => kind === "payment");
    const said = payments.map(({ date, amount }, index) => line(index, date, "payment", amount));
    const more = extra.map(({ after, share }, index) =>
      line(1_000 + index, addDays(loan.asOf, after), "payment", fen(Math.ceil((loan.borrowed * share) / 100))),
    );
    const end = line(2_000, addDays(loan.asOf, 160), "balance", null);
    return {
      loan,
      lines: [...said, ...more, end],
      enforcement: {
        from: addDays(loan.asOf, daysAfter),
        judgment: part === null ? null : fen(Math.ceil((loan.borrowed * part) / 100)),
      },
    };
  });

function line(
  number: number,
  date: StatementLine["date"],
  kind: StatementLine["kind"],
  amount: StatementLine["amount"],
): StatementLine {
  return { ...emptyLine(number + 2), date, kind, amount };
}

describe("interest for delay", () => {
  test("is what the rule gives night by night, and is paid last", () => {
    fc.assert(
      fc.property(anyJudged, ({ loan, lines, enforcement }) => {
        const { rows, totals } = replay(loan, lines, enforcement);
        if (totals.limitReachedOn !== null) return;
        const payments = orderedStatement(lines).payments;
        const until = addDays(loan.asOf, 160);
        const expected = referenceDelay(loan, { ...NO_EVENTS, payments }, until, enforcement);
        for (const [index, { line: said, delay }] of rows.entries()) {
          if (rows[index + 1]?.line.date === said.date || said.date < enforcement.from) continue;
          const { accrued = 0, paid = 0 } = expected.get(said.date) ?? {};
          expect(delay?.owed).toBe(accrued - paid);
        }
      }),
      sameEachTime(60),
    );
  });

  test("is compared in a trial as it is shown, on all days and on some", () => {
    fc.assert(
      fc.property(anyJudged, anyCase, fc.integer({ min: 1, max: 7 }), (judged, { loan: { terms } }, step) => {
        const { loan, enforcement } = judged;
        const lines = replay(loan, judged.lines, enforcement).rows.map((row, index) => ({
          ...row.line,
          byComponent: index % 3 === 0 && row.line.kind === "payment" ? row.computed : null,
          delay: index % 2 === 0 ? (row.delay?.computed ?? null) : null,
          claimedTotal: row.balance.computed,
        }));
        const statement = orderedStatement(lines);
        const days = statement.days.filter(({ index }) => index % step === step - 1);
        const { isUnearnedLeftOut: isLeftOut } = replay(loan, lines, enforcement);
        const given = { loan, enforcement, tolerance: fen(1), isUnearnedLeftOut: isLeftOut };
        expect(distanceOf(given, statement, days)?.sum ?? 0).toBe(0);
        const { rows, isUnearnedLeftOut } = replay({ ...loan, terms }, lines, enforcement);
        const other = { ...given, loan: { ...loan, terms }, isUnearnedLeftOut };
        const found = distanceOf(other, statement, days);
        if (found === null) return;
        const dates = new Set(days.map(({ date }) => date));
        const differences = rows.filter((row) => dates.has(row.line.date)).flatMap(differencesOf);
        expect(found.sum).toBe(differences.reduce((sum: number, one) => sum + Math.abs(one), 0));
      }),
      sameEachTime(80),
    );
  });
});
