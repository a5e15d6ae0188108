/** Pages that several report tests print: a month of payments in both languages, and words that are hard to print. */

import { addDays, day } from "../../src/loan/day.ts";
import { fen } from "../../src/loan/money.ts";
import {
  type Cell,
  type Column,
  count,
  date,
  difference,
  EMPTY,
  label,
  money,
  type Page,
  share,
  type Table,
  text,
} from "../../src/output/page.ts";
import { NO_STYLES, type TextStyle } from "../../src/output/style.ts";

export const UNLIMITED: TextStyle = {
  width: null,
  styles: NO_STYLES,
  leftOut: (titles) => `left out for width: ${titles.join(", ")}; see --csv or a wider terminal`,
};

export function looksOf(width: number): TextStyle {
  return { ...UNLIMITED, width };
}

export function joined(chunks: Iterable<string>): string {
  return [...chunks].join("");
}

interface ColumnWords {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly importance: number;
}

const DAY_COLUMNS: readonly ColumnWords[] = [
  { key: "date", en: "Date", zh: "日期", importance: 10 },
  { key: "days_overdue", en: "Days overdue", zh: "逾期天数", importance: 5 },
  { key: "accrued_interest", en: "Interest accrued", zh: "新增利息", importance: 2 },
  { key: "accrued_penalty", en: "Penalty accrued", zh: "新增罚息", importance: 3 },
  { key: "payment", en: "Payment", zh: "还款", importance: 9 },
  { key: "to_penalty", en: "To penalty", zh: "冲罚息", importance: 4 },
  { key: "to_principal", en: "To principal", zh: "冲本金", importance: 8 },
  { key: "principal", en: "Principal", zh: "剩余本金", importance: 7 },
  { key: "total_owed", en: "Total owed", zh: "欠款合计", importance: 6 },
];

/** Story 1 of the first days: 50,000 at 0.08 % a day, 50 a day. No interest: a column of zeros. */
export function dayTable(language: "en" | "zh", days = 5): Table {
  const columns = DAY_COLUMNS.map(
    (words): Column => ({
      key: words.key,
      title: words[language],
      align: words.key === "date" ? "left" : "right",
      importance: words.importance,
      hideWhenEmpty: words.key !== "date",
    }),
  );
  return { columns, rows: dayRows(days) };
}

function dayRows(days: number): Cell[][] {
  return Array.from({ length: days }, (_, index) => {
    const principal = fen(5_000_000 - 1_000 * (index + 1));
    return [
      date(addDays(day("2026-11-23"), index)),
      count(91 + index),
      money(fen(0)),
      money(fen(4_000)),
      money(fen(5_000)),
      money(fen(4_000)),
      money(fen(1_000)),
      money(principal),
      money(principal),
    ];
  });
}

/** A comparison: free text of users beside figures, an answer that is missing, marks with colour. */
export const STRATEGIES: Table = {
  title: "方案对比",
  columns: [
    { key: "strategy", title: "方案 strategy", align: "left", importance: 9 },
    { key: "paid", title: "已还", align: "right", importance: 8 },
    { key: "difference_to_none", title: "与不还相比", align: "right", importance: 4 },
    { key: "principal_share", title: "本金占比", align: "right", importance: 7 },
    { key: "cleared_on", title: "结清日", align: "left", importance: 5 },
    { key: "within_budget", title: "在预算内", align: "left", importance: 3 },
  ],
  rows: [
    [text("每天还 50"), money(fen(150_000)), difference(fen(-30_351)), share(0.2023), EMPTY, label(false, "否", "bad")],
    [
      text("协商分期 36 期，停息 (stop interest), 自 2026-12-22 起"),
      money(fen(5_120_000)),
      difference(fen(123_456)),
      share(1),
      date(day("2029-12-22")),
      label(true, "是", "good"),
    ],
    [text('=HYPERLINK("x")|*b*'), money(fen(0)), difference(fen(0)), share(0), EMPTY, label(false, "否", "bad")],
  ],
};

export const MONTH_PAGE: Page = {
  sections: [
    {
      kind: "sentences",
      sentences: [
        { text: "Of the 250.00 you pay, 50.00 (20%) reach the principal; 200.00 go to charges.", tone: "bad" },
        {
          text: "每天还 50.00 元，其中只有 10.00 元用来还本金；本金从 50,000.00 元降到 49,950.00 元，照此还下去要 4,100 天。",
          tone: "good",
        },
      ],
    },
    { kind: "table", table: dayTable("en") },
    {
      kind: "notes",
      title: "Assumed",
      notes: [
        "Penalty 1.5 times the contract rate: the contract was not given (--penalty).",
        "还款顺序按“费用、罚息、复利、利息、本金”计算；合同另有约定的，用 --order 说明。",
      ],
    },
  ],
};
