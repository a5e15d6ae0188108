/** Each term is described once: option and loan file agree on every value, and what is written back reads as it was. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLoanRequest } from "../../src/input/loan-request.ts";
import { type LoanOptions, optionOfTerm } from "../../src/input/options.ts";
import { waiver } from "../../src/input/records/dated.ts";
import { STRATEGIES } from "../../src/input/strategies.ts";
import { readStrategy } from "../../src/input/strategy.ts";
import { formatTerm, termKey } from "../../src/input/terms.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { LATE_FEE_BASES, LATE_FEE_TURNS } from "../../src/loan/late-fee.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import { fraction } from "../../src/loan/rate.ts";
import { ROUNDING_DIRECTIONS, ROUNDING_MOMENTS } from "../../src/loan/rounding.ts";
import {
  AXES,
  COMPOUND_BASES,
  COMPOUND_RESTS,
  DAY_COUNTS,
  INTEREST_MODES,
  PENALTY_BASES,
  SURPLUSES,
  TERM_FIELDS,
  type Terms,
  termForm,
} from "../../src/loan/terms.ts";
import { sameEachTime } from "../runs.ts";
import { DEFAULTS, platformOf, readIn, reported, valueIn } from "./readings.ts";

type Field = keyof Terms;

/** A term as the option has it, and as the loan file has it. */
interface Written {
  readonly option: readonly string[];
  readonly json: unknown;
}

const amount = fc.integer({ min: 1, max: 1_000_000 }).map((fen) => (fen / 100).toFixed(2));
const percent = fc.integer({ min: 1, max: 9_999 }).map((hundredths) => `${(hundredths / 100).toFixed(2)}%`);
const rate = fc.oneof(
  fc.tuple(percent, fc.constantFrom("month", "year")).map(([share, per]) => `${share}/${per}`),
  fc.constantFrom(
    "0.05%/day",
    "万5",
    "日息万五",
    "月息1.5%",
    "年化18%",
    "2分",
    "8%/year+5.25%/year",
    "0",
    "18%",
    "x",
    "18/year",
  ),
);
const order = fc.oneof(
  fc.shuffledSubarray([...COMPONENTS], { minLength: 5 }),
  fc.constantFrom(["费用", "罚息", "复利", "利息", "本金"], ["fee", "penalty"], ["fee", "fee", "x"]),
);
const days = fc.oneof(fc.integer({ min: 0, max: 400 }).map(String), fc.constantFrom("3天", "x", "-1"));

/** One text, which both have alike. */
const alike = (texts: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
  texts.map((text) => ({ option: [text], json: text }));
const word = (words: readonly string[]): fc.Arbitrary<Written> => alike(fc.constantFrom(...words, "x", ""));

/** A record: the text of its settings, and the object of its fields. */
function settings(fields: Readonly<Record<string, string | undefined>>, head: string): string {
  const rest = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return [head, ...rest].join(":");
}

const lateFee = fc
  .record({
    charge: fc.oneof(
      amount.map((text) => ({ amount: text })),
      percent.map((text) => ({ percent: text })),
      fc.constantFrom({ amount: "0" }, { percent: "120%" }, { amount: "x1" }),
    ),
    each: fc.constantFrom(...LATE_FEE_TURNS),
    of: fc.option(fc.constantFrom(...LATE_FEE_BASES, "x"), { nil: undefined }),
    after: fc.option(days, { nil: undefined }),
    grace: fc.option(days, { nil: undefined }),
    min: fc.option(amount, { nil: undefined }),
    max: fc.option(amount, { nil: undefined }),
    inAll: fc.option(amount, { nil: undefined }),
  })
  .map(({ charge, ...fields }): Written => {
    const { inAll, ...others } = fields;
    const [text = ""] = Object.values(charge);
    // A key says that it is an amount; the head of a short text has to.
    const head = /^0\.\d*[1-9]\d*$/.test(text) ? `${text}元` : text;
    return { option: [settings({ ...others, "in-all": inAll }, head)], json: [{ ...charge, ...fields }] };
  });

const GENERATED: { readonly [field in Field]?: fc.Arbitrary<Written> } = {
  by: word(AXES),
  interest: word(INTEREST_MODES),
  penaltyBase: word(PENALTY_BASES),
  dayCount: word(DAY_COUNTS),
  surplus: word(SURPLUSES),
  lateFees: lateFee,
  rates: fc.oneof(
    alike(rate),
    fc.array(rate, { minLength: 2, maxLength: 3 }).map((rates): Written => {
      const from = (index: number): string | null => (index === 0 ? null : `2020-0${index}-01`);
      return {
        option: rates.map((text, index) => (from(index) === null ? text : `${text}@${from(index)}`)),
        json: rates.map((text, index) => ({ from: from(index), rate: text })),
      };
    }),
    alike(fc.constantFrom("lpr1y", "lpr1y*4", "lpr5y+0.5%", "lpr5y-30bp")),
  ),
  penalty: fc.oneof(
    alike(fc.oneof(rate, fc.constantFrom("1.5x", "36/13x", "1.5倍", "1.5", "1.5x:max=0.098%/day"))),
    rate.map((max) => ({ option: [`1.5x:max=${max}`], json: [{ fromDaysOverdue: 1, rate: "1.5x", max }] })),
  ),
  compound: fc.oneof(
    word(COMPOUND_BASES),
    fc
      .record({ base: fc.constantFrom(...COMPOUND_BASES), rests: fc.constantFrom(...COMPOUND_RESTS, "x"), rate })
      .map((fields) => ({ option: [settings({ rate: fields.rate, rests: fields.rests }, fields.base)], json: fields })),
  ),
  grace: fc.tuple(days, fc.constantFrom("waive", "skip", "x")).map(([count, kind]) => ({
    option: [`${count}:${kind}`],
    json: { days: count, kind },
  })),
  rounding: fc
    .record({
      when: fc.constantFrom(...ROUNDING_MOMENTS),
      direction: fc.constantFrom(...ROUNDING_DIRECTIONS),
      unit: fc.constantFrom("0.01", "1", "0.5"),
    })
    .map((fields) => ({ option: [`${fields.when}:${fields.direction}:unit=${fields.unit}`], json: fields })),
  caps: fc.oneof(
    percent.map((share) => ({ option: [`fee=${share}`], json: [{ of: "fee", share }] })),
    percent.map((yearlyRate) => ({ option: [`charges=${yearlyRate}/year`], json: [{ of: "charges", yearlyRate }] })),
    percent.map((share) => ({ option: [`penalty=${share}/month`], json: [{ of: "penalty", rate: `${share}/month` }] })),
    fc.constant({ option: ["principal=50%"], json: [{ of: "principal", share: "50%" }] }),
  ),
  minimum: alike(
    fc.oneof(
      percent,
      amount,
      fc.tuple(amount, percent).map(([a, p]) => `max(${a},${p})`),
      fc.constant("none"),
    ),
  ),
  order: order.map((list) => ({ option: [list.join(",")], json: list })),
  orderAfter: fc
    .tuple(days, order, fc.option(fc.constantFrom(...AXES), { nil: undefined }))
    .map(([count, list, by]) => ({
      option: [[count, list.join(","), ...(by === undefined ? [] : [by])].join(":")],
      json: [{ daysOverdue: count, order: list, by }],
    })),
};

const INSTALMENTS = [{ due: "2026-08-22", principal: 50000 }];

describe("option and loan file agree on", () => {
  const withOption = TERM_FIELDS.filter((field) => optionOfTerm(field) !== null);

  it("every term that has an option is looked at", () => {
    expect(Object.keys(GENERATED).toSorted()).toEqual(withOption.toSorted());
  });

  it.each(withOption)("%s", (field) => {
    const option = optionOfTerm(field);
    const isList = termForm(field).isRepeatable === true;
    fc.assert(
      fc.property(GENERATED[field] ?? fc.constant({ option: [], json: null }), (written) => {
        const typed = { [option ?? ""]: isList ? written.option : written.option[0] } as LoanOptions;
        const file = JSON.stringify({ instalments: INSTALMENTS, terms: { [termKey(field)]: written.json } });
        const plain = JSON.stringify({ instalments: INSTALMENTS });
        const byOption = readLoanRequest({ loan: "l", ...typed }, platformOf({ l: plain }), DEFAULTS);
        const byFile = readLoanRequest({ loan: "l" }, platformOf({ l: file }), DEFAULTS);
        const codes = (result: typeof byFile) =>
          reported(result)
            .map((line) => line.slice(line.lastIndexOf(" ") + 1))
            .toSorted();
        expect(codes(byOption)).toEqual(codes(byFile));
        if (byOption.ok && byFile.ok) {
          expect(byOption.value.loan.terms).toEqual(byFile.value.loan.terms);
          expect(byOption.value.assumptions).toEqual(byFile.value.assumptions);
        }
      }),
      sameEachTime(300),
    );
  });
});

describe("what is written back reads as it was", () => {
  it.each(PRODUCTS.map((product) => [product.name, product] as const))("the terms of %s", (_, { terms }) => {
    const written = (field: Field): string => formatTerm(terms, field);
    const options: LoanOptions = {
      principal: "1",
      rate: written("rates").split(" "),
      penalty: written("penalty"),
      penaltyBase: written("penaltyBase"),
      compound: `${written("compound")}:rate=${written("compoundRate")}:rests=${written("compoundRests")}`,
      interest: written("interest"),
      dayCount: written("dayCount"),
      grace: written("grace"),
      lateFee: written("lateFees").split(" "),
      cap: written("caps").split(" "),
      minimum: written("minimum"),
      order: written("order"),
      by: written("by"),
      ...(terms.orderAfter.length === 0 ? {} : { orderAfter: written("orderAfter").split(" ") }),
      surplus: written("surplus"),
      rounding: written("rounding"),
    };
    const result = readLoanRequest(options, platformOf(), DEFAULTS);
    expect(reported(result)).toEqual([]);
    const { accelerateAfter, orderInAdvance, rateDecimals } = terms;
    expect(result.ok && result.value.loan.terms).toEqual({
      ...terms,
      accelerateAfter: result.ok ? result.value.loan.terms.accelerateAfter : accelerateAfter,
      orderInAdvance,
      rateDecimals,
    });
  });

  const AS_OF = day("2026-11-22");
  it.each([
    ["2000.00@2027-01-01:of=penalty", "penalty", { kind: "amount", amount: 200_000 }],
    ["50%@2027-01-01", "charges", { kind: "share", share: fraction(1n, 2n) }],
    ["0.50元@2027-01-01", "charges", { kind: "amount", amount: 50 }],
  ] as const)("the waiver %s", (text, of, waives) => {
    expect(valueIn(readIn(waiver(AS_OF), text))).toEqual({ date: day("2027-01-01"), of, waives });
  });

  it("every kind of strategy reads its own example, under its other names too", () => {
    for (const { head, form, otherNames, kind } of STRATEGIES) {
      for (const name of [head, ...otherNames]) {
        const read = valueIn(readStrategy(form.replace(head, name), { asOf: AS_OF, given: NO_EVENTS }));
        expect(read.kind).toBe(kind);
      }
    }
  });
});
