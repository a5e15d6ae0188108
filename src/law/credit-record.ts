/** The credit record (征信): the code of each month, how long an overdue is kept, and how an agreement may be shown. */

import { addMonths, type Day, day, formatMonth, monthNumber } from "../loan/day.ts";
import { isLicensed, type LenderKind, type Loan } from "../loan/loan.ts";
import { itemRows, type LawRow } from "./law-table.ts";

/** The code of a month in the credit record: 0 is nothing overdue. */
export type StatusCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Those whose business is lending report to the register (征信业管理条例 art 29); a private person does not. */
export function isReported(loan: Pick<Loan, "jurisdiction"> & { readonly lender: LenderKind | null }): boolean {
  return loan.jurisdiction === "cn" && isLicensed(loan.lender);
}

export const MONTHS_OVERDUE = ["M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7+"] as const;
export type MonthsOverdue = (typeof MONTHS_OVERDUE)[number];

/**
 * The code of a month by the days overdue at its end: 1 for 1 to 30 days, 2 for 31 to 60, … 6 for 151 to 180, 7 beyond.
 * A card's code counts missed minimum payments instead, which comes to the same where one falls due each month.
 */
export function statusCode(daysOverdue: number): StatusCode {
  return Math.min(HIGHEST_CODE, Math.ceil(daysOverdue / DAYS_A_CODE)) as StatusCode;
}

const DAYS_A_CODE = 30;
const HIGHEST_CODE = 7;

/** From how many days overdue at a month's end to how many, null: without end. */
export interface CodeDays {
  readonly least: number;
  readonly most: number | null;
}

/** What a code stands for, one above 0. */
export function daysOfCode(code: StatusCode): CodeDays {
  return { least: (code - 1) * DAYS_A_CODE + 1, most: code === HIGHEST_CODE ? null : code * DAYS_A_CODE };
}

/** Months overdue as lenders say it (M1: 1 to 30 days, M7+: over 180), in the steps of the monthly code. */
export function monthsOverdue(daysOverdue: number): MonthsOverdue {
  return MONTHS_OVERDUE[statusCode(daysOverdue)];
}

/** `N`: nothing overdue; `M`: what was overdue was paid before the month's end; `1` to `7`: as it stands at the month's end. */
export type MonthCode = "N" | "M" | `${Exclude<StatusCode, 0>}`;

/** A day as it closed. */
export interface RecordDay {
  readonly date: Day;
  /** At close. */
  readonly daysOverdue: number;
  /** Something overdue was paid on this day: a payment one day late is seen at no close. */
  readonly paidLate?: boolean;
}

/** A month as the credit record shows it. */
export interface RecordMonth {
  /** `2026-11` */
  readonly month: string;
  readonly code: MonthCode;
}

/** The code of each month of which a day is given, by its last day given; days in any order, months earliest first. */
export function monthCodes(days: readonly RecordDay[]): readonly RecordMonth[] {
  const months = new Map<number, { last: RecordDay; wasOverdue: boolean }>();
  for (const each of days) {
    const number = monthNumber(each.date);
    const month = months.get(number) ?? { last: each, wasOverdue: false };
    if (each.date > month.last.date) month.last = each;
    month.wasOverdue ||= each.daysOverdue > 0 || each.paidLate === true;
    months.set(number, month);
  }
  return [...months.values()]
    .toSorted((first, second) => first.last.date - second.last.date)
    .map(({ last, wasOverdue }) => ({ month: formatMonth(last.date), code: codeOf(last, wasOverdue) }));
}

function codeOf({ daysOverdue }: RecordDay, wasOverdue: boolean): MonthCode {
  const code = statusCode(daysOverdue);
  if (code !== 0) return `${code}`;
  return wasOverdue ? "M" : "N";
}

/** Months that a report shows. */
export const RECORD_MONTHS_SHOWN = 60;

const RECORD_YEARS = 5;

/** The day after which an overdue that ended on `overdueEndedOn` is deleted. The end of the overdue counts, not that of the debt. */
export function deletableOn(overdueEndedOn: Day): Day {
  return addMonths(overdueEndedOn, RECORD_YEARS * 12);
}

/** The report of the second generation. */
const SECOND_GENERATION = { from: day("2020-01-19"), until: null };

export function creditRecordRows(): readonly LawRow[] {
  return [
    ...itemRows({
      from: day("2013-03-15"),
      until: null,
      source: "征信业管理条例 (State Council Order 631) art 16",
      sure: "verified-strong",
      items: [
        {
          item: "kept",
          en: "five years from the day the arrears ended, not the debt; then deleted by itself, without application or fee; the subject may add a statement",
          zh: "自逾期终止之日（不是债务还清之日）起保存五年，期满自动删除，不用申请、不收费；本人可以附加说明",
        },
      ],
    }),
    ...itemRows({
      ...SECOND_GENERATION,
      source: "two programs that read the PBoC report; its first day from memory",
      sure: "verified-medium",
      items: [
        {
          item: "months-shown",
          en: `the last ${RECORD_MONTHS_SHOWN} months are shown`,
          zh: `展示最近 ${RECORD_MONTHS_SHOWN} 个月`,
        },
      ],
    }),
    ...itemRows({
      ...SECOND_GENERATION,
      source:
        "csai; 南方财富网; two programs that read the PBoC report; for cards 1 to 7 count missed minimum payments",
      sure: "verified-medium",
      items: [
        { item: "N", en: "normal", zh: "正常" },
        { item: "*", en: "nothing was due", zh: "当月不需要还款" },
        ...([1, 2, 3, 4, 5, 6] as const).map((code) => {
          const { least, most } = daysOfCode(code);
          return {
            item: String(code),
            en: `${least}–${most} days overdue at the month's end`,
            zh: `月末逾期 ${least}–${most} 天`,
          };
        }),
        { item: "7", en: "over 180 days overdue at the month's end", zh: "月末逾期 180 天以上" },
        {
          item: "M",
          en: "paid after the due date but before the month's end",
          zh: "到期日之后、月末之前已还",
        },
        { item: "D", en: "paid by a guarantor", zh: "担保人代还" },
        { item: "Z", en: "settled by assets", zh: "以资抵债" },
        { item: "C", en: "settled", zh: "结清" },
        { item: "G", en: "ended otherwise", zh: "结束（非正常结清）" },
        { item: "B", en: "bad debt", zh: "呆账" },
        { item: "A", en: "bill adjusted", zh: "账单调整" },
        { item: "#", en: "not known", zh: "未知" },
        { item: "/", en: "account not open", zh: "未开立账户" },
      ],
    }),
    // How a lender may report an agreement; whether it does is worth asking in writing.
    ...itemRows({
      ...SECOND_GENERATION,
      source: "two programs that read the PBoC report",
      sure: "verified-medium",
      items: [
        { item: "special-1", en: "extension", zh: "展期" },
        { item: "special-11", en: "debt reduced", zh: "债务减免" },
        { item: "special-14", en: "a card's individual instalment plan", zh: "信用卡个性化分期" },
        { item: "special-16", en: "extension in hardship", zh: "纾困延期" },
      ],
    }),
  ];
}
