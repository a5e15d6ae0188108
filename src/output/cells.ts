/** One cell as text: once for people, once for machines. */

import { formatDay } from "../loan/day.ts";
import { formatFen } from "../loan/money.ts";
import { formatDecimal, formatRoundedPercent } from "../loan/rate.ts";
import { formatDifference, formatMoney, formatShare } from "./figures.ts";
import type { Cell } from "./page.ts";
import { printable } from "./sanitize.ts";

/** Of a percentage that has no end: enough for any amount and year to come out to the fen. */
const RATE_DECIMALS = 10;

/** As people read it: `1,234.50`, `+0.40`, `20.23%`; never a control character. */
export function humanText(cell: Cell): string {
  switch (cell.kind) {
    case "money":
      return formatMoney(cell.amount);
    case "difference":
      return formatDifference(cell.amount);
    case "date":
      return formatDay(cell.day);
    case "count":
      return String(cell.count);
    case "share":
      return formatShare(cell.share);
    case "rate":
      return formatRoundedPercent(cell.rate, RATE_DECIMALS);
    case "text":
      return printable(cell.text);
    case "label":
      return printable(cell.word);
    case "empty":
      return "";
    default:
      return cell satisfies never;
  }
}

/** As machines read it: `1234.50`, `0.2023`; nothing where there is nothing. */
export function machineText(cell: Cell): string {
  switch (cell.kind) {
    case "money":
    case "difference":
      return formatFen(cell.amount);
    case "date":
      return formatDay(cell.day);
    case "count":
      return plainNumber(cell.count);
    case "share":
      return plainNumber(cell.share);
    case "rate":
      // A spreadsheet takes `1/3000` for a day; with so many decimals it works any amount out to the fen.
      return formatDecimal(cell.rate, 2 * RATE_DECIMALS);
    case "text":
      return cell.text;
    case "label":
      return cell.code === null ? "" : String(cell.code);
    case "empty":
      return "";
    default:
      return cell satisfies never;
  }
}

/** Whether the cell says nothing; columns made of such cells are left out where a column may be. */
export function isEmpty(cell: Cell): boolean {
  switch (cell.kind) {
    case "money":
    case "difference":
      return cell.amount === 0;
    case "count":
      return cell.count === 0;
    case "share":
      return cell.share === 0;
    case "rate":
      return cell.rate.numerator === 0n;
    case "text":
      return cell.text === "";
    case "date":
    case "label":
      return false;
    case "empty":
      return true;
    default:
      return cell satisfies never;
  }
}

/** Digits only: a very small number would else come out as `1e-7`. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number to print: ${value}`);
  const digits = String(value === 0 ? 0 : value);
  return digits.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : digits;
}
