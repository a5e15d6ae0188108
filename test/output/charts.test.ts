/** Charts: as text of a width, told apart without colour; as pictures whose words come from users. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "../../src/loan/day.ts";
import { type Fen, fen } from "../../src/loan/money.ts";
import { type Bar, type BarChart, type Point, partText, type TimeChart } from "../../src/output/chart/chart.ts";
import { chartSvg } from "../../src/output/chart/svg.ts";
import { barsText } from "../../src/output/chart/text.ts";
import { type ChartStyle, cellsOf } from "../../src/output/chart/text-cells.ts";
import { timeText } from "../../src/output/chart/time-text.ts";
import { displayWidth } from "../../src/output/width.ts";
import { assertLaw } from "./law.ts";
import { joined, looksOf } from "./pages.ts";

const SERIES = [
  { key: "charges", title: "charges" },
  { key: "principal", title: "本金" },
] as const;

const PAYMENTS: BarChart = {
  kind: "bars",
  key: "payments",
  title: "Where each payment went",
  description: "Charges 600.00, principal 900.00.",
  series: SERIES,
  bars: [
    { label: "2026-12", amounts: [fen(45_000), fen(5_000)] },
    { label: "2027-01", amounts: [fen(14_999), fen(85_000)] },
    { label: "2027-02", amounts: [fen(1), fen(0)] },
    { label: "never paid", amounts: [fen(0), fen(0)], note: "never" },
  ],
};

const START = day("2026-11-22");

const BALANCE: TimeChart = {
  kind: "time",
  key: "balance",
  title: "What is owed, over time",
  description: "From 50,000.00 to 40,000.00.",
  series: [SERIES[1], SERIES[0]],
  sumTitle: "total owed",
  points: Array.from({ length: 200 }, (_, index) => ({
    day: addDays(START, index),
    amounts: [fen(5_000_000 - 5_000 * index), fen(index % 30 === 29 ? 0 : 9_000 * (index % 30))],
  })),
};

function styleOf(width: number, ascii = false): ChartStyle {
  return { ...looksOf(width), ascii };
}

describe("as text", () => {
  test("bars", async () => {
    await expect(joined(barsText(PAYMENTS, styleOf(60)))).toMatchFileSnapshot("golden/chart-bars.txt");
  });

  test("one bar names its parts", async () => {
    const [bar] = PAYMENTS.bars;
    const chart = { ...PAYMENTS, bars: bar === undefined ? [] : [bar] };
    await expect(joined(barsText(chart, styleOf(60)))).toMatchFileSnapshot("golden/chart-one-bar.txt");
  });

  test.each([
    [0, 2_000, "charges 0.00 (0.00%)", "本金 20.00"],
    [1, 1_999_999, "charges 0.01 (<0.01%)", "本金 19,999.99 (>99.99%)"],
    [0, 0, "charges 0.00", "本金 0.00"],
  ])("of %i and %i no part is said to be all or nothing that is not", (charges, principal, first, second) => {
    const bar: Bar = { label: "", amounts: [fen(charges), fen(principal)] };
    expect([partText("charges", bar, 0), partText("本金", bar, 1)]).toEqual([first, second]);
  });

  test("areas over time, without block characters", async () => {
    const text = joined(timeText(BALANCE, styleOf(70, true)));
    expect(text.replace("本金", "principal")).toMatch(/^[\n\x20-\x7e]*$/);
    await expect(text).toMatchFileSnapshot("golden/chart-time-ascii.txt");
  });

  test("areas over time", async () => {
    await expect(joined(timeText(BALANCE, styleOf(70)))).toMatchFileSnapshot("golden/chart-time.txt");
  });

  const anyAmounts = fc.array(fc.nat(10_000_000).map(fen), { minLength: 2, maxLength: 2 });

  test("the axis of a few fen names each amount once", () => {
    const point = { day: START, amounts: [fen(1), fen(0)] };
    const chart = { ...BALANCE, points: [point, { ...point, day: addDays(START, 9) }] };
    const text = joined(timeText(chart, styleOf(60)));
    expect(text.match(/^ *[\d.]+(?= [┤└])/gm)).toEqual(["0.01", "   0"]);
    expect(chartSvg(chart).match(/(?<=class="tick"[^>]*text-anchor="end">)[\d.]+(?=<)/g)).toEqual(["0", "0.01"]);
  });

  test("a principal that stays looks as if it did, however small the charges on it are", () => {
    // 53,000.00 is 10.6 lines of fourteen; the charges of the first days are less than half a line.
    const points = [0, 1, 100, 2_385, 4_800, 14_508].map((charges, index) => ({
      day: addDays(START, index * 30),
      amounts: [fen(5_300_000), fen(charges * 100)],
    }));
    const lines = joined(timeText({ ...BALANCE, points }, styleOf(70))).split("\n");
    expect(lines.filter((line) => line.includes("█") && line.includes("▒")).length).toBe(1);
    expect(lines.filter((line) => / [┤│]█{60,}$/.test(line)).length).toBe(11);
  });

  test("no line is wider than the terminal, and no wider than 120 columns", () => {
    const anyBar: fc.Arbitrary<Bar> = fc.record({ label: fc.string({ maxLength: 60 }), amounts: anyAmounts });
    const anyBars = fc.array(anyBar, { minLength: 1, maxLength: 12 });
    const anyPoints: fc.Arbitrary<readonly Point[]> = fc
      .array(anyAmounts, { minLength: 1, maxLength: 60 })
      .map((all) => all.map((amounts, index) => ({ day: addDays(START, index * 7), amounts })));
    const title = "After 365 days: what is paid, and what is still owed";
    assertLaw(
      fc.property(anyBars, anyPoints, fc.integer({ min: 40, max: 200 }), fc.boolean(), (bars, points, width, ascii) => {
        const text =
          joined(barsText({ ...PAYMENTS, title, bars }, styleOf(width, ascii))) +
          joined(timeText({ ...BALANCE, title, points }, styleOf(width, ascii)));
        for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 120));
      }),
    );
  });

  test("what is not nothing has a mark, and all marks together are as long as their sum", () => {
    const anyParts: fc.Arbitrary<readonly Fen[]> = fc.array(fc.nat(1_000_000).map(fen), { minLength: 1, maxLength: 4 });
    assertLaw(
      fc.property(anyParts, fc.nat(1_000_000), fc.integer({ min: 10, max: 100 }), (amounts, more, cells) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const shares = cellsOf(amounts, sum + more, cells);
        for (const [index, amount] of amounts.entries()) expect((shares[index] ?? 0) > 0).toBe(amount > 0);
        const length = shares.reduce((total, share) => total + share, 0);
        const marked = amounts.filter((amount) => amount > 0).length;
        expect(length).toBeGreaterThanOrEqual(Math.round((sum / Math.max(1, sum + more)) * cells));
        expect(length).toBeLessThanOrEqual(Math.max(marked, Math.round((sum / Math.max(1, sum + more)) * cells)));
      }),
    );
  });
});

describe("as pictures", () => {
  test("a chart has a title and a description that a screen reader finds", () => {
    const svg = chartSvg(BALANCE);
    expect(svg).toContain('role="img" aria-labelledby="balance-title balance-desc"');
    expect(svg).toContain('<title id="balance-title">What is owed, over time</title>');
    expect(svg).toContain('<desc id="balance-desc">From 50,000.00 to 40,000.00.</desc>');
  });

  test("what is known on a few days alone stands until the next, as in text; the last is wide enough to be seen", () => {
    const points = [
      { day: day("2026-02-01"), amounts: [fen(0)] },
      { day: day("2026-03-31"), amounts: [fen(17_500)] },
    ];
    const svg = chartSvg({ ...BALANCE, series: [SERIES[0]], points, isSparse: true });
    const edge = /class="edge"[^>]* d="([^"]+)"/.exec(svg)?.[1] ?? "";
    const corners = edge
      .slice(1)
      .split("L")
      .map((corner) => corner.split(",").map(Number));
    const [start, before, after, end] = corners.filter((corner, at) => String(corner) !== String(corners[at - 1]));
    // Level, upright, level: never aslant.
    expect([before?.[1], after?.[0], end?.[1]]).toEqual([start?.[1], before?.[0], after?.[1]]);
    expect((end?.[0] ?? 0) - (after?.[0] ?? 0)).toBeGreaterThan(10);
  });

  test.for([
    ["bars", PAYMENTS],
    ["time", BALANCE],
  ] as const)("no figure runs into the next where only the text is read: %s", ([, chart]) => {
    const svg = chartSvg(chart);
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.length).toBeGreaterThan(4);
    const lines = svg
      .replace(/<title>[^<]*<\/title>/g, "")
      .replace(/<[^>]*>/g, "")
      .split("\n")
      .slice(2);
    expect(lines.filter((line) => line !== "")).toEqual(texts);
  });

  test("the parts have their colours without a style sheet as well", () => {
    const patterns = chartSvg(PAYMENTS).match(/<pattern .*?<\/pattern>/g) ?? [];
    expect(patterns.length).toBe(PAYMENTS.series.length);
    for (const pattern of patterns) expect(pattern).toMatch(/<rect class="ground-\w+" fill="#[0-9a-f]{6}"/);
  });

  test("what a user wrote stays text", () => {
    const svg = chartSvg({
      ...PAYMENTS,
      bars: [...PAYMENTS.bars, { label: "<script>\"&'", amounts: [fen(1), fen(1)] }],
    });
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("&lt;script&gt;&quot;&amp;&#39;");
  });

  test("the parts of a bar reach from its start to its end", () => {
    const widths = [
      ...chartSvg(PAYMENTS).matchAll(/<rect class="part" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g),
    ].map(([, x, y, width]) => ({ start: Number(x), y: Number(y), end: Number(x) + Number(width) }));
    const [first, second] = widths;
    expect(first?.y).toBe(second?.y);
    expect(first?.end).toBeCloseTo(second?.start ?? 0, 0);
  });
});
