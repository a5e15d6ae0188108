/** Rows of a book as anyone might write them: plain and ornamented numbers, terms, ways to pay. */

import fc from "fast-check";

export type Row = Readonly<Record<string, string>>;

export const COLUMNS = [
  "id",
  "principal",
  "rate",
  "penalty",
  "days_overdue",
  "owed_interest",
  "owed_penalty",
  "owed_compound",
  "owed_fee",
  "product",
  "daily",
  "weekly",
  "monthly",
  "days",
  "as_of",
  "strategy",
] as const;

const orBlank = <Value>(arbitrary: fc.Arbitrary<Value>, freq = 1): fc.Arbitrary<string> =>
  fc.option(arbitrary.map(String), { nil: "", freq });
const money = (least: number, most: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: least * 100, max: most * 100 }).map((fen) => (fen / 100).toFixed(2)) },
    { weight: 2, arbitrary: fc.integer({ min: Math.max(1, least), max: most }).map(String) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((number) => `${number},000.50`) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((number) => `${number}万`) },
  );

export const row: fc.Arbitrary<Row> = fc.record({
  principal: money(1, 200_000),
  rate: orBlank(fc.constantFrom("0.05%/day", "18%/year", "1.5%/month", "万4", "lpr1y*4", "18%/year@2026-06-01")),
  penalty: orBlank(fc.constantFrom("1.5x", "1.3x")),
  days_overdue: orBlank(fc.integer({ min: 0, max: 400 }), 3),
  owed_interest: orBlank(money(0, 4_000)),
  owed_penalty: orBlank(money(0, 2_000)),
  owed_compound: orBlank(money(0, 100)),
  owed_fee: orBlank(money(0, 200)),
  product: orBlank(fc.constantFrom("wangshangdai", "credit-card", "借呗")),
  daily: orBlank(money(1, 400)),
  weekly: orBlank(money(1, 900)),
  monthly: orBlank(fc.constantFrom("1500", "900", "800@31", "2000@15")),
  days: orBlank(fc.integer({ min: 1, max: 400 }), 3),
  as_of: orBlank(fc.constantFrom("2026-11-22", "2026-01-31", "2027/2/28")),
  strategy: fc.option(
    fc.constantFrom(
      "none",
      "daily:50",
      "save:50/day@2027-11-22",
      "agreement:months=12,waive-penalty=100%",
      "defer:months=3",
      "settle:80%@2027-12-15",
      "settle:5000@2027-12-15",
      "borrow:rate=24%/year",
    ),
    { nil: "", freq: 1 },
  ),
});

const NUMBERS = [
  "principal",
  "days_overdue",
  "owed_interest",
  "owed_penalty",
  "owed_fee",
  "daily",
  "weekly",
  "monthly",
  "days",
];

/** Rows that differ in all, or in numbers alone: what they share is then read once. */
export const rows: fc.Arbitrary<readonly Row[]> = fc.oneof(
  fc.array(row, { minLength: 1, maxLength: 5 }),
  fc.tuple(row, fc.array(row, { minLength: 1, maxLength: 4 })).map(([first, others]) => [
    first,
    ...others.map((other) => {
      const own = NUMBERS.filter((name) => first[name] !== "" && other[name] !== "");
      return { ...first, ...Object.fromEntries(own.map((name) => [name, other[name] ?? ""])) };
    }),
  ]),
);

export function csvOf(rows: readonly Row[]): string {
  const field = (text: string): string => (text.includes(",") ? `"${text}"` : text);
  const lines = rows.map((one, index) =>
    COLUMNS.map((name) => (name === "id" ? `L${index + 1}` : field(one[name] ?? ""))).join(","),
  );
  return `${[COLUMNS.join(","), ...lines].join("\n")}\n`;
}
