/** The five risk classes in which banks put a loan by its days overdue: loans and cards have a scale each. */

import { addMonths, type Day, day } from "../loan/day.ts";
import type { LenderKind, RunOfArrears } from "../loan/loan.ts";
import type { Classification } from "../loan/products/product.ts";
import { itemRows, type LawItem, type LawRow } from "./law-table.ts";

const BEST_FIRST = ["normal", "special-mention", "substandard", "doubtful", "loss"] as const;
export type Category = (typeof BEST_FIRST)[number];

/** The class from a number of days overdue on. */
export interface ClassStep {
  readonly fromDaysOverdue: number;
  readonly category: Category;
}

const TITLES: { readonly [category in Category]: string } = {
  normal: "正常",
  "special-mention": "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
};

/** Those in force when this was written. */
const SCALES: { readonly [classification in Classification]: readonly ClassStep[] } = {
  loan: steps(271, 361),
  card: steps(121, 181),
};

function steps(doubtful: number, loss: number): readonly ClassStep[] {
  return [
    { fromDaysOverdue: 0, category: "normal" },
    { fromDaysOverdue: 1, category: "special-mention" },
    { fromDaysOverdue: 91, category: "substandard" },
    { fromDaysOverdue: doubtful, category: "doubtful" },
    { fromDaysOverdue: loss, category: "loss" },
  ];
}

/** The class by days overdue alone. */
export function category(daysOverdue: number, classification: Classification): Category {
  const step = SCALES[classification].findLast(({ fromDaysOverdue }) => fromDaysOverdue <= daysOverdue);
  return step?.category ?? "normal";
}

/** How long a loan whose terms were eased is watched, and how long it must be paid to leave the classes of non-performing. */
const OBSERVED_MONTHS = 12;
const REGULAR_MONTHS = 6;
/** Of each time: both the months and the instalments must have passed. */
const LEAST_INSTALMENTS = 2;

export interface ClassQuestion {
  readonly daysOverdue: number;
  readonly classification: Classification;
  readonly lender: LenderKind;
  readonly on: Day;
  /** An agreement in force with a debtor in difficulty, from its first day, and how many of its instalments were paid. */
  readonly agreement: {
    readonly from: Day;
    readonly instalmentsPaid: number;
    /** On its first day, before it. */
    readonly categoryBefore: Category | null;
  } | null;
  /** The runs of arrears under the terms in force, and the due dates of the loan. */
  readonly arrears: readonly RunOfArrears[];
  readonly dueDates: readonly Day[];
}

/**
 * The class by days overdue or, where that is worse, the one in which an agreement or arrears before hold it; null for a lender
 * without classes.
 */
export function categoryOf(question: ClassQuestion): Category | null {
  const { daysOverdue, classification, lender, on, agreement } = question;
  if (lender !== "bank" && lender !== "consumer-finance") return null;
  const byDays = worse(category(daysOverdue, classification), heldAfterArrears(question));
  return agreement === null ? byDays : worse(byDays, heldIn(agreement, on));
}

/** Once non-performing, a loan stays what it was until nothing of it was overdue for the months and instalments of regular payment. */
function heldAfterArrears({ arrears, dueDates, classification, on }: ClassQuestion): Category {
  let held: Category = "normal";
  for (const [index, { mostDays, endedOn }] of arrears.entries()) {
    const then = category(mostDays, classification);
    if (isNonPerforming(then)) held = worse(held, then);
    const until = arrears[index + 1]?.since ?? on;
    if (endedOn !== null && isPaidRegularly(dueDates, endedOn, until)) held = "normal";
  }
  return held;
}

function isPaidRegularly(dueDates: readonly Day[], from: Day, until: Day): boolean {
  const instalments = new Set(dueDates.filter((due) => due > from && due <= until)).size;
  return until >= addMonths(from, REGULAR_MONTHS) && instalments >= LEAST_INSTALMENTS;
}

function isNonPerforming(category: Category): boolean {
  return BEST_FIRST.indexOf(category) >= BEST_FIRST.indexOf("substandard");
}

/** At least special-mention while it is watched; one that is non-performing stays what it was until it is paid regularly. */
function heldIn({ from, instalmentsPaid, categoryBefore }: NonNullable<ClassQuestion["agreement"]>, on: Day): Category {
  const isPaidFor = (months: number): boolean => on >= addMonths(from, months) && instalmentsPaid >= LEAST_INSTALMENTS;
  if (isPaidFor(OBSERVED_MONTHS)) return "normal";
  if (isPaidFor(REGULAR_MONTHS)) return "special-mention";
  return worse("special-mention", categoryBefore ?? "normal");
}

function worse(one: Category, other: Category): Category {
  return BEST_FIRST.indexOf(one) > BEST_FIRST.indexOf(other) ? one : other;
}

export function classRows(): readonly LawRow[] {
  return [
    ...itemRows({
      from: day("2023-07-01"),
      until: null,
      source: "商业银行金融资产风险分类办法 (令〔2023〕第1号); for consumer finance by analogy",
      sure: "verified-medium",
      items: stepItems("loan"),
    }),
    ...itemRows({
      from: day("2011-01-13"),
      until: null,
      source: "商业银行信用卡业务监督管理办法 art 92; its first day from memory",
      sure: "verified-medium",
      items: stepItems("card"),
    }),
    ...itemRows({
      from: day("2023-07-01"),
      until: null,
      source: "商业银行金融资产风险分类办法 (令〔2023〕第1号) arts 17–20, 21",
      sure: "verified-medium",
      items: [
        {
          item: "agreement",
          en: "after an agreement with a debtor in difficulty (重组资产): at least special-mention, watched for at least a year and two instalments; back from non-performing only after two instalments or six months of regular payment (here both)",
          zh: "与有困难的债务人达成协议的为重组资产：至少归为关注，观察期至少一年且含两个还款期；不良资产上调须连续两期或六个月正常还款（本程序以两者都满足为准）",
        },
      ],
    }),
  ];
}

function stepItems(item: Classification): readonly LawItem[] {
  const scale = SCALES[item];
  return scale.map(({ fromDaysOverdue: from, category }, index) => {
    const next = scale[index + 1]?.fromDaysOverdue;
    const days = next === undefined ? `${from}+` : next === from + 1 ? `${from}` : `${from}–${next - 1}`;
    return { item, en: `${days} days overdue: ${category}`, zh: `逾期 ${days} 天：${TITLES[category]}` };
  });
}
