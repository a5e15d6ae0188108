/** What days overdue mean for the credit record: codes, classes, and the two clocks of five and three years. */

import { addMonths, type Day } from "../loan/day.ts";
import type { Classification } from "../loan/products/product.ts";

export type StatusCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MONTHS_OVERDUE = ["M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7+"] as const;
export type MonthsOverdue = (typeof MONTHS_OVERDUE)[number];

export const CATEGORIES = ["normal", "special-mention", "substandard", "doubtful", "loss"] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * The monthly code of the credit report: 1 for 1 to 30 days, 2 for 31 to 60, … 6 for 151 to 180, 7 beyond.
 * Source: descriptions of the PBoC report by csai and 南方财富网. A card's code counts missed minimum payments instead,
 * which comes to the same where one falls due each month.
 */
export function statusCode(daysOverdue: number): StatusCode {
  return Math.min(7, Math.ceil(Math.max(0, daysOverdue) / 30)) as StatusCode;
}

/** Months overdue as lenders say it (M1: 1 to 30 days, M7+: over 180). Source: as for the monthly code, whose steps it has. */
export function monthsOverdue(daysOverdue: number): MonthsOverdue {
  return MONTHS_OVERDUE[statusCode(daysOverdue)];
}

/**
 * The five-category class by days overdue alone. Loans: 商业银行金融资产风险分类办法 (令〔2023〕第1号, from 2023-07-01):
 * any day, over 90, over 270, over 360. Cards: 商业银行信用卡业务监督管理办法 art 92: 1 to 90, 91 to 120, 121 to 180, over 180.
 */
export function category(daysOverdue: number, classification: Classification): Category {
  if (daysOverdue <= 0) return "normal";
  if (daysOverdue <= 90) return "special-mention";
  switch (classification) {
    case "loan":
      if (daysOverdue <= 270) return "substandard";
      return daysOverdue <= 360 ? "doubtful" : "loss";
    case "card":
      if (daysOverdue <= 120) return "substandard";
      return daysOverdue <= 180 ? "doubtful" : "loss";
    default:
      return classification satisfies never;
  }
}

/**
 * The day on which the record of an overdue that ended on `clearedOn` has been kept for five years.
 * Source: 征信业管理条例 (State Council Order 631, from 2013-03-15) art 16.
 */
export function deletableOn(clearedOn: Day): Day {
  return addMonths(clearedOn, 5 * 12);
}

/**
 * The end of the limitation of three years that starts afresh on `from`: the last due date, or the last payment.
 * Source: Civil Code arts 188, 189, 195, and art 202 for months without such a day; 诉讼时效规定 (2020) art 14.
 */
export function limitationEnds(from: Day): Day {
  return addMonths(from, 3 * 12);
}
