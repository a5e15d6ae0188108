/** The lines that courts and regulators look at beside the cost of a debt. Information, never a verdict. */

import { type Day, day, earliest } from "../loan/day.ts";
import type { LenderKind } from "../loan/loan.ts";
import type { Fraction } from "../loan/money.ts";
import { formatFraction, fraction, inPercent, multiply } from "../loan/rate.ts";
import {
  CARD_REDUCTION,
  type CostLineWords,
  DAMAGES_30,
  JUDICIAL_24,
  JUDICIAL_24_OF_MICRO_LOANS,
  MICRO_LOAN_24,
  PRIVATE_4_LPR,
  PRIVATE_24,
} from "./cost-line-words.ts";
import { DatedTable, type LawRow, lawRows, type Wording } from "./law-table.ts";
import { LPR } from "./lpr.ts";

/** `unnumbered`: the rule names no number. */
type CostMeasure =
  | { readonly kind: "yearly"; readonly rate: Fraction }
  | { readonly kind: "lpr1y"; readonly multiple: Fraction }
  | { readonly kind: "share-of-loss"; readonly share: Fraction }
  | { readonly kind: "unnumbered" };

export interface CostLine extends CostLineWords {
  readonly name: "judicial-24" | "micro-loan-24" | "card-reduction" | "private-24" | "private-4-lpr" | "damages-30";
  readonly measure: CostMeasure;
}

/** Guidance of the regulators is nothing that a court goes by. */
export function isLookedAtByCourts(name: CostLine["name"]): boolean {
  return name !== "micro-loan-24";
}

/** A line through time, and the loans it is for. */
interface CostLineTable {
  readonly lenders: readonly LenderKind[];
  readonly loans: "cards" | "not cards" | "all";
  /** Only for loans made since the row began. */
  readonly newLoansOnly?: true;
  /** A row is for suits brought since it began: those before stay under the one before it. */
  readonly bySuit?: true;
  readonly table: DatedTable<CostLine>;
}

/** The line of 法发〔2017〕22号 art 2. */
export const JUDICIAL_LINE = fraction(24n, 100n);
const YEARLY_24 = { kind: "yearly", rate: JUDICIAL_LINE } as const;

export const COST_LINES: readonly CostLineTable[] = [
  {
    lenders: ["bank", "consumer-finance"],
    loans: "not cards",
    table: new DatedTable<CostLine>("licensed", [
      {
        from: day("2017-08-04"),
        until: null,
        value: { name: "judicial-24", measure: YEARLY_24, ...JUDICIAL_24 },
        source: "最高人民法院 法发〔2017〕22号 art 2",
        sure: "verified-strong",
      },
    ]),
  },
  {
    lenders: ["micro-loan"],
    loans: "not cards",
    table: new DatedTable<CostLine>("micro-loan", [
      {
        // What they are the reply of 2021 says, and makes no new rule.
        from: day("2017-08-04"),
        until: null,
        value: { name: "judicial-24", measure: YEARLY_24, ...JUDICIAL_24_OF_MICRO_LOANS },
        source: "法释〔2020〕27号 (not under the rules on private lending), so 法发〔2017〕22号 art 2",
        sure: "verified-medium",
      },
    ]),
  },
  {
    lenders: ["micro-loan"],
    loans: "not cards",
    newLoansOnly: true,
    table: new DatedTable<CostLine>("micro-loan-guidance", [
      {
        from: day("2025-12-19"),
        until: null,
        value: { name: "micro-loan-24", measure: YEARLY_24, ...MICRO_LOAN_24 },
        source: "小额贷款公司综合融资成本管理工作指引 (PBoC and NFRA), circulated about 2025-12-19; full text not read",
        sure: "verified-medium",
      },
    ]),
  },
  {
    lenders: ["bank", "consumer-finance"],
    loans: "cards",
    table: new DatedTable<CostLine>("cards", [
      {
        from: day("2021-05-25"),
        until: null,
        value: { name: "card-reduction", measure: { kind: "unnumbered" }, ...CARD_REDUCTION },
        source: "法释〔2021〕10号 art 2",
        sure: "verified-strong",
      },
    ]),
  },
  {
    lenders: ["private"],
    loans: "not cards",
    bySuit: true,
    table: new DatedTable<CostLine>("private", [
      {
        from: day("2015-09-01"),
        until: day("2020-08-19"),
        value: { name: "private-24", measure: YEARLY_24, ...PRIVATE_24 },
        source: "法释〔2015〕18号 art 26, as quoted on several pages",
        sure: "verified-medium",
      },
      {
        from: day("2020-08-20"),
        until: null,
        value: { name: "private-4-lpr", measure: { kind: "lpr1y", multiple: fraction(4n, 1n) }, ...PRIVATE_4_LPR },
        source: "民间借贷规定 (2020) arts 1, 25, 28, 29, 31; 法释〔2020〕27号",
        sure: "verified-strong",
      },
    ]),
  },
  {
    lenders: ["bank", "consumer-finance", "micro-loan", "private"],
    loans: "all",
    table: new DatedTable<CostLine>("damages", [
      {
        from: day("2023-12-05"),
        until: null,
        value: { name: "damages-30", measure: { kind: "share-of-loss", share: fraction(30n, 100n) }, ...DAMAGES_30 },
        source: "Civil Code art 585; 法释〔2023〕13号 (合同编通则解释) arts 64, 65",
        sure: "verified-strong",
      },
    ]),
  },
];

export interface CostLineQuestion {
  readonly lender: LenderKind;
  readonly isCard: boolean;
  /** The day on which the lines are looked at. */
  readonly on: Day;
  /** The day the contract was made. */
  readonly signedOn?: Day | undefined;
  /** A day on which it was made already, taken for that day where that is not given; `on` where neither is. */
  readonly existsOn?: Day | undefined;
  /** The day of the suit, which counts for a contract older than a line on the LPR; where it is not given, `on` does. */
  readonly suedOn?: Day | undefined;
}

/** Whose LPR a line stands on. */
export interface LprDay {
  readonly day: Day;
  /** `unknown`: neither the day that counts nor another that stands for it is given. */
  readonly of: "contract" | "suit" | "unknown";
  /** It is the last one known. */
  readonly isBeyondTable: boolean;
}

/** A line that applies to a loan. */
export interface ApplicableCostLine extends CostLine {
  /** A fraction of the principal a year; null where the line is none. */
  readonly yearlyRate: Fraction | null;
  /** Null where it stands on none. */
  readonly lprDay: LprDay | null;
}

/** The lines that apply to a loan of this lender on a day, in the order of the table. */
export function costLinesFor(question: CostLineQuestion): readonly ApplicableCostLine[] {
  const { on, existsOn = on, signedOn = existsOn, suedOn = on } = question;
  return tablesFor(question).flatMap(({ newLoansOnly, bySuit, table }) => {
    const lookedAt = newLoansOnly === true && signedOn < on ? signedOn : on;
    const found = table.rowOn(bySuit === true ? earliest(lookedAt, suedOn) : lookedAt);
    if (found === null) return [];
    const { value, from } = found.row;
    return [{ ...value, ...yearlyRateOf(value.measure, lprDayOf(question, from)) }];
  });
}

/** The days after one and until another on which a line for such loans takes the place of one before it. */
export function costLineBorders(
  loan: Pick<CostLineQuestion, "lender" | "isCard" | "suedOn">,
  after: Day,
  until: Day,
): readonly Day[] {
  return tablesFor(loan)
    .flatMap(({ bySuit, table }) => {
      const last = bySuit === true ? earliest(until, loan.suedOn ?? until) : until;
      return table.rows.slice(1).flatMap(({ from }) => (from <= last ? [from] : []));
    })
    .filter((from) => from > after);
}

function tablesFor({ lender, isCard }: Pick<CostLineQuestion, "lender" | "isCard">): readonly CostLineTable[] {
  return COST_LINES.filter(
    ({ lenders, loans }) => lenders.includes(lender) && loans !== (isCard ? "not cards" : "cards"),
  );
}

/** The contract's day, or that of the suit where the contract is older than the line, which began on `from`. */
function lprDayOf({ on, signedOn, existsOn = on, suedOn }: CostLineQuestion, from: Day): Omit<LprDay, "isBeyondTable"> {
  const madeBy = signedOn ?? existsOn;
  if (madeBy >= from) return { day: madeBy, of: signedOn === undefined ? "unknown" : "contract" };
  return suedOn === undefined || suedOn < from ? { day: on, of: "unknown" } : { day: suedOn, of: "suit" };
}

function yearlyRateOf(
  measure: CostMeasure,
  lprDay: Omit<LprDay, "isBeyondTable">,
): Pick<ApplicableCostLine, "yearlyRate" | "lprDay"> {
  switch (measure.kind) {
    case "yearly":
      return { yearlyRate: measure.rate, lprDay: null };
    case "lpr1y": {
      const found = LPR["1y"].rowOn(lprDay.day);
      if (found === null) throw new Error("a line on the LPR that begins before the LPR");
      const { row, isBeyondTable } = found;
      return { yearlyRate: multiply(row.value, measure.multiple), lprDay: { ...lprDay, isBeyondTable } };
    }
    case "share-of-loss":
    case "unnumbered":
      return { yearlyRate: null, lprDay: null };
    default:
      return measure satisfies never;
  }
}

export function costLineRows(): readonly LawRow[] {
  return COST_LINES.flatMap(({ lenders, loans, table }) =>
    lawRows(table, ({ name, measure, is, isNot }) => [
      {
        item: name,
        ...(measure.kind === "yearly" ? { yearlyRate: measure.rate } : {}),
        en: `${measureWording(measure).en}; for: ${lenders.join(", ")} (${loans}). It is: ${is.en}. It is not: ${isNot.en}`,
        zh: `${measureWording(measure).zh}；适用：${lenders.map((lender) => LENDER_TITLES[lender]).join("、")}（${LOAN_TITLES[loans]}）。含义：${is.zh}。界限：${isNot.zh}`,
      },
    ]),
  );
}

const LENDER_TITLES: { readonly [lender in LenderKind]: string } = {
  bank: "银行",
  "consumer-finance": "消费金融公司",
  "micro-loan": "小额贷款公司",
  private: "民间借贷",
};

const LOAN_TITLES: { readonly [loans in CostLineTable["loans"]]: string } = {
  cards: "信用卡",
  "not cards": "信用卡除外",
  all: "包括信用卡",
};

function measureWording(measure: CostMeasure): Wording {
  switch (measure.kind) {
    case "yearly": {
      const percent = inPercent(measure.rate);
      return { en: `${percent}%/year`, zh: `年利率 ${percent}%` };
    }
    case "lpr1y": {
      const multiple = formatFraction(measure.multiple);
      return { en: `${multiple} × LPR of one year`, zh: `一年期 LPR 的 ${multiple} 倍` };
    }
    case "share-of-loss": {
      const percent = inPercent(measure.share);
      return { en: `${percent}% above the loss`, zh: `超过损失 ${percent}%` };
    }
    case "unnumbered":
      return { en: "no number", zh: "没有写明数字" };
    default:
      return measure satisfies never;
  }
}
