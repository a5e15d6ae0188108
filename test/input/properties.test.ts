/** Laws of the intake: no text makes a reader throw, and what is written reads back as it was. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/input/json.ts";
import { readLoanRequest } from "../../src/input/loan-request.ts";
import { nearestWord } from "../../src/input/nearest.ts";
import type { LoanOptions } from "../../src/input/options.ts";
import { type Parsed, ProblemCollector } from "../../src/input/problem.ts";
import { waiver } from "../../src/input/records/dated.ts";
import { lateFee } from "../../src/input/records/late-fee.ts";
import { paymentOrStream } from "../../src/input/records/payment.ts";
import { cap, compound, grace, minimum, orderSwitch, rounding } from "../../src/input/records/term-rules.ts";
import { formatTerm } from "../../src/input/terms.ts";
import { readAmount } from "../../src/input/values/amount.ts";
import { readCount } from "../../src/input/values/count.ts";
import { readDate } from "../../src/input/values/date.ts";
import { readOrder } from "../../src/input/values/order.ts";
import { readPenalty } from "../../src/input/values/penalty.ts";
import { formatRate, readContractRate, readRate } from "../../src/input/values/rate.ts";
import { readShare } from "../../src/input/values/share.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { day, formatDay } from "../../src/loan/day.ts";
import { formatFen } from "../../src/loan/money.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import { rate } from "../../src/loan/rate.ts";
import { visible } from "../../src/output/sanitize.ts";
import { sameEachTime } from "../runs.ts";
import { DEFAULTS, expectNeverToThrow, platformOf, problemsIn, readIn, valueIn } from "./readings.ts";

const AS_OF = day("2026-11-22");

const READERS: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  amount: (text) => readAmount(text),
  count: (text) => readCount(text, { least: 1, most: 31 }),
  date: readDate,
  cap: (text) => readIn(cap, text),
  compound: (text) => readIn(compound, text),
  contractRate: readContractRate,
  grace: (text) => readIn(grace, text),
  lateFee: (text) => readIn(lateFee, text),
  minimum: (text) => readIn(minimum, text),
  order: readOrder,
  orderSwitch: (text) => readIn(orderSwitch, text),
  payment: (text) => readIn(paymentOrStream(AS_OF), text),
  penalty: readPenalty,
  rate: readRate,
  rounding: (text) => readIn(rounding, text),
  share: readShare,
  waiver: (text) => readIn(waiver(AS_OF), text),
};

/** Texts of the letters that the readers' own grammars are made of come nearer to their edges than any text. */
const grammatical = fc
  .array(
    fc.constantFrom(
      ..."0123456789.,-+¥￥万元分之五%‰/:@=x倍 ５％：",
      "day",
      "month",
      "from",
      "2027-02-30",
      "fee",
      "1e400",
    ),
  )
  .map((parts) => parts.join(""));
const text = fc.oneof(fc.string({ unit: "binary" }), grammatical);

describe("no text makes a reader throw", () => {
  it.each(Object.entries(READERS))("%s", (_, reader) => {
    expectNeverToThrow(reader, text, { where: "--option", runs: 300 });
  });

  it("nor the intake as a whole, whatever the options and files hold", () => {
    const options = fc.record(
      {
        principal: text,
        loan: fc.constant("loan"),
        instalments: fc.constant("table"),
        rate: fc.array(text),
        lateFee: fc.array(text),
        cap: fc.array(text),
        waive: fc.array(text),
        compound: text,
        minimum: text,
        rounding: text,
        penalty: text,
        borrowed: text,
        months: text,
        firstDue: text,
        missedSince: text,
        daysOverdue: text,
        orderAfter: fc.array(text),
        asOf: text,
        pay: fc.array(text),
        payments: fc.constant(["table"]),
        days: text,
        until: text,
      },
      { requiredKeys: [] },
    );
    const json = fc.oneof(
      text,
      fc.json(),
      fc
        .object({ key: fc.constantFrom("terms", "instalments", "rate", "order", "x") })
        .map((value) => JSON.stringify(value)),
    );
    const table = fc.oneof(
      text,
      text.map((cell) => `due,principal\n${cell},${cell}\n`),
    );
    fc.assert(
      fc.property(options, json, table, (given, loan, rows) => {
        const result = readLoanRequest(given as LoanOptions, platformOf({ loan, table: rows }), DEFAULTS);
        expect(result.ok || problemsIn(result).length > 0).toBe(true);
      }),
      sameEachTime(300),
    );
  });
});

describe("what is written reads back", () => {
  it("amounts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (amount) => {
        expect(valueIn(readAmount(formatFen(amount as never)))).toBe(amount);
      }),
    );
  });

  it("dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: day("1900-01-01"), max: day("2199-12-31") }), (number) => {
        expect(valueIn(readDate(formatDay(number as never)))).toBe(number);
      }),
    );
  });

  it("rates", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom("day", "month", "year"),
        (millionths, per) => {
          const value = rate(BigInt(millionths), 1_000_000n, per as "day" | "month" | "year");
          expect(valueIn(readRate(formatRate(value)))).toEqual(value);
        },
      ),
    );
  });

  it("the terms of every product", () => {
    for (const { terms } of PRODUCTS) {
      expect(valueIn(readRate(formatTerm(terms, "rates")))).toEqual(terms.rates[0]?.rate);
      expect(valueIn(readPenalty(formatTerm(terms, "penalty")))).toEqual(terms.penalty[0]?.penalty);
      expect(valueIn(readIn(grace, formatTerm(terms, "grace")))).toEqual(terms.grace);
      expect(valueIn(readOrder(formatTerm(terms, "order")))).toEqual(terms.order);
    }
  });
});

describe("JSON files", () => {
  it("are read exactly when JSON.parse reads them", () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.string()).map(([json, at, inserted]) => {
      const position = at % (json.length + 1);
      return json.slice(0, position) + inserted + json.slice(position);
    });
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 5 }), broken), (written) => {
        const problems = new ProblemCollector();
        const root = readJson(written, "file.json", problems);
        const isBroken = problems.list.some(({ code }) => code === "json-broken");
        expect(isBroken).toBe(!parses(written));
        if (isBroken) expect(root).toBeNull();
      }),
      sameEachTime(500),
    );
  });

  it("have every value on its line", () => {
    const root = readJson('{\n "a": [1,\n  "two"],\n\n "b": 0.10 }', "file.json", new ProblemCollector());
    if (root?.kind !== "object") throw new Error("not an object");
    expect(root.entries.get("a")).toMatchObject({
      items: [
        { text: "1", where: "file.json:2:a" },
        { text: "two", where: "file.json:3:a" },
      ],
    });
    expect(root.entries.get("b")).toMatchObject({ text: "0.10", where: "file.json:5:b" });
    expect(["a", "b", "c"].map(root.placeOf)).toEqual(["file.json:2:a", "file.json:5:b", "file.json:1:c"]);
  });

  it.each([
    ['{ "a": 1, }', "file.json:1:11", "key"],
    ["{ a: 1 }", "file.json:1:3", "key"],
    ['{ "a" 1 }', "file.json:1:7", "colon"],
    ["[1 2]", "file.json:1:4", "comma-or-end"],
    ["[1,\n tru]", "file.json:2:2", "value"],
    ["{} x", "file.json:1:4", "end-of-file"],
    ["[ // all\n 1]", "file.json:1:3", "no-comment"],
    ['["a\n"]', "file.json:1:2", "string"],
    ["", "file.json:1:1", "value"],
  ])("%j is broken there", (written, where, expected) => {
    const problems = new ProblemCollector();
    expect(readJson(written, "file.json", problems)).toBeNull();
    expect(problems.list).toMatchObject([{ code: "json-broken", where, expected }]);
  });

  it("nested without end are refused", () => {
    const problems = new ProblemCollector();
    readJson("[".repeat(100_000), "file.json", problems);
    expect(problems.list).toMatchObject([{ code: "json-too-deep", where: "file.json:1:65" }]);
  });
});

describe("text shown", () => {
  it("never holds what steers a terminal, nor more than a line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (written) => {
        expect(visible(written)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
    expect(visible("a\u001b[31mb\u202ec\nd")).toBe("a\\u{1b}[31mb\\u{202e}c\\u{a}d");
    expect(visible("长".repeat(100))).toBe(`${"长".repeat(59)}…`);
  });
});

describe("the nearest word", () => {
  it("is one of the known, and a known word is nearest to itself", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect([...COMPONENTS, null]).toContain(nearestWord(written, COMPONENTS));
      }),
    );
    for (const component of COMPONENTS) expect(nearestWord(component, COMPONENTS)).toBe(component);
  });
});

function parses(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}
