/** The words of contracts and the names of products, with other names that mean the same: Chinese ones, and what the field calls them. */

import { PLAN_CYCLES } from "../../loan/budget.ts";
import { CHARGES, COMPONENTS } from "../../loan/components.ts";
import { LATE_FEE_BASES, LATE_FEE_TURNS } from "../../loan/late-fee.ts";
import { INTERRUPTION_KINDS, JURISDICTIONS, LENDER_KINDS } from "../../loan/loan.ts";
import type { Product } from "../../loan/products/product.ts";
import { findProduct, PRODUCTS, productNames } from "../../loan/products.ts";
import { ROUNDING_DIRECTIONS, ROUNDING_MOMENTS } from "../../loan/rounding.ts";
import { METHODS } from "../../loan/schedule.ts";
import {
  AXES,
  COMPOUND_BASES,
  COMPOUND_RESTS,
  DAY_COUNTS,
  GRACE_KINDS,
  SURPLUSES,
  type TermField,
  type Terms,
} from "../../loan/terms.ts";
import { choice } from "../field.ts";
import { ok, type Parsed } from "../problem.ts";

const COMPONENT_NAMES = {
  fee: ["费用", "违约金"],
  penalty: ["罚息"],
  compound: ["复利"],
  interest: ["利息"],
  principal: ["本金"],
} as const;
const METHOD_NAMES = {
  "equal-instalments": ["等额本息", "annuity"],
  "equal-principal": ["等额本金"],
  "interest-first": ["先息后本"],
  flat: ["等本等息", "等本等费"],
  bullet: ["到期还本付息", "到期还本", "一次性还本付息"],
} as const;

/** Of the words of a term. */
export const TERM_NAMES: {
  readonly [Field in TermField]?: { readonly [word in Extract<Terms[Field], string>]?: readonly string[] };
} = {
  penaltyBase: {
    "overdue-principal": ["逾期本金"],
    "outstanding-principal": ["全部未还本金", "未还本金"],
    borrowed: ["当初借款金额", "借款金额"],
  },
  compound: { none: ["不计", "无"], interest: ["欠息", "利息"], all: ["全部息费", "全部"] },
  compoundRests: { day: ["日"], month: ["月"], quarter: ["季"], year: ["年"] },
  interest: { accrued: ["按日计息"], scheduled: ["按期固定"] },
  dayCount: {
    "actual/360": ["act/360"],
    "actual/365": ["act/365"],
    "actual/365.25": ["act/365.25"],
    "actual/actual": ["act/act"],
  },
  by: { instalment: ["逐期冲抵", "逐期", "按期", "竖冲"], component: ["逐科目冲抵", "逐科目", "按科目", "横冲"] },
  surplus: {
    next: ["冲下一期", "下一期"],
    last: ["冲最后一期", "最后一期"],
    spread: ["平摊到各期", "平摊"],
    none: ["不收"],
  },
};

export const component = choice(COMPONENTS, COMPONENT_NAMES);
export const waived = choice([...COMPONENTS, "charges", "all"], {
  ...COMPONENT_NAMES,
  charges: ["息费"],
  all: ["全部"],
});
export const chargeOrAll = choice([...CHARGES, "charges"], { ...COMPONENT_NAMES, charges: ["息费"] });
export const method = choice(METHODS, METHOD_NAMES);
export const agreementMethod = choice(["equal-instalments", "equal-principal", "flat"], METHOD_NAMES);
export const newLoanMethod = choice(["equal-instalments", "equal-principal"], METHOD_NAMES);
export const axis = choice(AXES, TERM_NAMES.by);
export const surplus = choice(SURPLUSES, TERM_NAMES.surplus);
export const compoundRests = choice(COMPOUND_RESTS, TERM_NAMES.compoundRests);
export const dayCount = choice(DAY_COUNTS, TERM_NAMES.dayCount);
export const compoundBase = choice(COMPOUND_BASES, TERM_NAMES.compound);
export const graceKind = choice(GRACE_KINDS);
export const roundingMoment = choice(ROUNDING_MOMENTS);
export const roundingDirection = choice(ROUNDING_DIRECTIONS, { "half-up": ["四舍五入"], down: ["舍去"] });
export const lateFeeBase = choice(LATE_FEE_BASES, { minimum: ["最低还款额"], "overdue-principal": ["逾期本金"] });
export const lateFeeTurn = choice(LATE_FEE_TURNS, {
  day: ["日", "天"],
  month: ["月"],
  instalment: ["期"],
  loan: ["笔"],
});
export const lenderKind = choice(LENDER_KINDS, {
  bank: ["银行"],
  "consumer-finance": ["消费金融", "消费金融公司"],
  "micro-loan": ["小额贷款", "小贷", "小额贷款公司"],
  private: ["民间借贷", "个人"],
});
export const jurisdiction = choice(JURISDICTIONS);
export const interruptionKind = choice(INTERRUPTION_KINDS, {
  demand: ["催收", "催告"],
  promise: ["承诺"],
  debit: ["扣款"],
  suit: ["起诉"],
});

/** How often something is paid or put aside. */
export const turn = choice(PLAN_CYCLES, {
  day: ["日", "天", "每日", "每天"],
  week: ["周", "星期", "每周"],
  month: ["月", "每月"],
});

const productName = choice(
  productNames,
  Object.fromEntries(PRODUCTS.map(({ name, title, otherNames }) => [name, [title.zh, ...otherNames]])),
);

export function readProduct(text: string): Parsed<Product> {
  const name = productName.parse(text);
  if (!name.ok) return name;
  const product = findProduct(name.value);
  if (product === null) throw new Error(`a product is listed and not found: ${name.value}`);
  return ok(product);
}
