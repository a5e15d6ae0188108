/** Laws of the intake of strategies: no text makes a reader throw, and every refusal can be said in both languages. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputFiles } from "../../src/input/input-files.ts";
import { type Parsed, ProblemCollector } from "../../src/input/problem.ts";
import { STRATEGIES } from "../../src/input/strategies.ts";
import { readAgreed, readStrategy } from "../../src/input/strategy.ts";
import { readStrategies } from "../../src/input/strategy-list.ts";
import { readBudget, readMonthsList } from "../../src/input/values/budget.ts";
import { addDays, day, formatDay } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { fen, formatFen } from "../../src/loan/money.ts";
import { sameEachTime } from "../runs.ts";
import { expectNeverToThrow, expectSayable, platformOf } from "./readings.ts";

const STRATEGY_HEADS = STRATEGIES.map(({ head }) => head);

const AS_OF = day("2026-11-22");
const context = { asOf: AS_OF, given: NO_EVENTS };

const READERS: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  strategy: (text) => readStrategy(text, context),
  agreed: (text) => readAgreed(text, AS_OF),
  budget: readBudget,
  months: readMonthsList,
};

/** Texts of the words that the grammar is made of come nearer to its edges than any text. */
const words = fc.constantFrom(
  ...STRATEGY_HEADS,
  ..."0123456789.,:@=/%x：，＝ -万",
  ..."months start rate waive-penalty waive-charges pause fee penalty from day month".split(" "),
  ..."months=36 rate=24%/year 2027-02-30 2027-03-01 1e400 \u0000 99999999999999999999".split(" "),
);
const grammatical = fc
  .tuple(fc.constantFrom("", "a=", ...STRATEGY_HEADS.map((head) => `${head}:`)), fc.array(words))
  .map(([head, parts]) => head + parts.join(""));
const text = fc.oneof(fc.string({ unit: "binary" }), grammatical);

describe("no text makes a reader throw", () => {
  it.each(Object.entries(READERS))("%s", (_, reader) => {
    expectNeverToThrow(reader, text, { where: "--strategy", runs: 500 });
  });

  it("nor a scenario file", () => {
    const value = fc.oneof(text, fc.constant(null), fc.boolean(), fc.integer(), fc.array(text, { maxLength: 2 }));
    const scenario = fc.record(
      {
        name: value,
        strategy: value,
        payments: fc.oneof(value, fc.array(fc.dictionary(fc.constantFrom("date", "amount", "for", "x"), value))),
        streams: value,
        agreements: value,
        payAsDueFrom: value,
      },
      { requiredKeys: [] },
    );
    const file = fc.oneof(
      fc.json(),
      fc.record({ schema: value, scenarios: fc.oneof(value, fc.array(scenario)) }).map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(file, (written) => {
        const problems = new ProblemCollector();
        const inputFiles = new InputFiles(platformOf({ file: written }));
        const { strategies } = readStrategies({ scenarios: "file" }, context, inputFiles, problems);
        const result = problems.result(strategies);
        if (result.ok) expect(new Set(strategies.map(({ strategy }) => strategy.name)).size).toBe(strategies.length);
        else for (const problem of result.problems) expectSayable(problem);
      }),
      sameEachTime(300),
    );
  });
});

describe("what is written reads back", () => {
  const amounts = fc.integer({ min: 101, max: 100_000_000 });
  const days = fc.integer({ min: 1, max: 3_650 });

  it("money put aside is the amount once for each day", () => {
    fc.assert(
      fc.property(amounts, days, (amount, count) => {
        const date = addDays(AS_OF, count);
        const reading = readStrategy(`save:${formatFen(fen(amount))}/day@${formatDay(date)}`, context);
        expect(reading.ok && reading.value.events.streams).toMatchObject([
          { amounts: [amount * count], from: date, until: date },
        ]);
      }),
    );
  });

  it("an agreement's months, pause and start", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 120 }), days, (months, pause, count) => {
        const date = addDays(AS_OF, count);
        const written = `agreement:pause=${pause},start=${formatDay(date)},months=${months}`;
        const reading = readStrategy(written, context);
        expect(reading.ok && reading.value.events).toMatchObject({
          agreements: [{ months, pauseMonths: pause, date }],
          paysWhenDueFrom: date,
        });
      }),
    );
  });
});
