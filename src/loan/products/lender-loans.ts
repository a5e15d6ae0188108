/** Loans of banks, consumer finance and micro-loan companies. */

import { assumed, type Citation, sourced } from "../citation.ts";
import { type LateFee, USUAL_LATE_FEE } from "../late-fee.ts";
import { fen, WHOLE } from "../money.ts";
import { USUAL_ROUNDING } from "../rounding.ts";
import { CHARGES_FIRST, constantRate, multipleOfContractRate, ONE_AND_A_HALF, penaltyPerDay } from "../terms.ts";
import { DAY_COUNT_NOTICE, PENALTY_NOTICE, PRINCIPAL_FIRST_FROM_DAY_91 } from "./notices.ts";
import { type Product, product } from "./product.ts";

const ZHONGYUAN_PAGE: Citation = {
  source: "guanxian: 0.1 %/day of the overdue amount",
  date: null,
  sure: "verified-weak",
};

const BOC_JUDGMENT: Citation = {
  source: "广州互联网法院 (2019)粤0192民初38420号, quoting the contract",
  date: "2019",
  sure: "verified-strong",
};

const SMALL_LOAN_CORE: Citation = {
  source: "core system of a micro-loan company (Java, public)",
  date: null,
  sure: "verified-medium",
};

const ABC_TEMPLATE: Citation = {
  source: "template of 农业银行 for personal loans",
  date: null,
  sure: "verified-strong",
};

const HOME_CREDIT_RULES: Citation = {
  source: "fee rules of 捷信 as reproduced, not later than 2022",
  date: "2022",
  sure: "verified-weak",
};

/** The steps count the days overdue of the oldest unpaid instalment, so that each is charged once and not for every instalment. */
const HOME_CREDIT_FEES: readonly LateFee[] = [
  [10, 3_000],
  [30, 8_000],
  [60, 13_000],
  [90, 13_000],
].map(([afterDaysOverdue = 1, amount = 0]) => ({
  ...USUAL_LATE_FEE,
  charge: { kind: "fixed", amount: fen(amount) },
  each: "loan",
  afterDaysOverdue,
}));

export const LENDER_LOANS: readonly Product[] = [
  product({
    name: "home-credit",
    title: { en: "Home Credit Consumer Finance", zh: "捷信消费金融" },
    otherNames: ["捷信"],
    lender: "consumer-finance",
    terms: {
      lateFees: sourced(HOME_CREDIT_FEES, HOME_CREDIT_RULES),
      accelerateAfter: sourced(91, {
        ...HOME_CREDIT_RULES,
        source: `${HOME_CREDIT_RULES.source}: over 90 days all falls due`,
      }),
    },
  }),
  product({
    name: "zhongyuan-consumer",
    title: { en: "Zhongyuan Consumer Finance", zh: "中原消费金融" },
    otherNames: ["中原"],
    lender: "consumer-finance",
    note: {
      en: "The published charge is flat: 0.1% of the overdue amount a day. It is said here as a penalty rate of its own on principal and, as compound interest, on overdue interest, in place of the contract rate.",
      zh: "公布的收费是按逾期金额每日 0.1% 的固定比例。此处以单独的罚息利率表示，取代合同利率：对本金计罚息，对逾期利息计复利。",
    },
    terms: {
      penalty: assumed(
        penaltyPerDay(1n, 1_000n),
        "one consumer page (guanxian): 36.5 % a year, above the 24 % that the sector keeps to: probably superseded",
      ),
      penaltyBase: sourced("overdue-principal", ZHONGYUAN_PAGE),
      compound: sourced("interest", { ...ZHONGYUAN_PAGE, source: `${ZHONGYUAN_PAGE.source}, its interest included` }),
    },
  }),
  product({
    name: "bank-loan",
    title: { en: "Bank personal loan", zh: "银行个人贷款" },
    otherNames: ["银行贷款", "个人贷款"],
    lender: "bank",
    terms: {
      rates: assumed(
        constantRate(6n, 100n, "year"),
        "loan prime rate of one year, 3.00 % (2025-05-20, still so on 2026-09-20), and a spread of 3 points that is assumed",
      ),
      dayCount: sourced("actual/360", DAY_COUNT_NOTICE),
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), {
        source:
          "zhifou, gucheng, a judgment: 1.5 × is typical, mortgages 1.3 × to 1.5 ×; within 银发〔2003〕251号 art 3",
        date: null,
        sure: "verified-medium",
      }),
      penaltyBase: sourced("overdue-principal", PENALTY_NOTICE),
      compound: sourced("interest", PENALTY_NOTICE),
    },
  }),
  product({
    name: "abc-personal",
    title: { en: "Agricultural Bank of China personal loan", zh: "农业银行个人贷款" },
    otherNames: ["农业银行", "农行"],
    lender: "bank",
    note: {
      en: "The contract leaves the order of a payment that is too small to the lender: ask which one it takes.",
      zh: "合同约定：还款不足时由贷款人决定冲抵顺序。请询问实际采用哪一种。",
    },
    terms: {
      dayCount: sourced("actual/360", DAY_COUNT_NOTICE),
      penaltyBase: sourced("overdue-principal", PENALTY_NOTICE),
      compound: sourced("interest", PENALTY_NOTICE),
      order: assumed(CHARGES_FIRST, `${ABC_TEMPLATE.source}: the lender chooses the order; this one is customary`),
    },
  }),
  product({
    name: "boc-revolving",
    title: { en: "Bank of China revolving credit", zh: "中国银行网络循环贷" },
    otherNames: ["中银网络循环贷"],
    lender: "bank",
    terms: {
      rates: sourced(constantRate(612n, 10_000n, "year"), {
        ...BOC_JUDGMENT,
        source: `${BOC_JUDGMENT.source}: 6.12 %/year`,
      }),
      dayCount: sourced("actual/360", DAY_COUNT_NOTICE),
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), {
        ...BOC_JUDGMENT,
        source: `${BOC_JUDGMENT.source}: 9.18 %/year, +50 %`,
      }),
      penaltyBase: sourced("overdue-principal", {
        ...BOC_JUDGMENT,
        source: `${BOC_JUDGMENT.source}: (principal + interest due and unpaid) × actual days × daily penalty rate`,
      }),
      compound: sourced("interest", {
        ...BOC_JUDGMENT,
        source: `${BOC_JUDGMENT.source}: penalty claimed on principal and on interest, 本金罚息 and 利息罚息`,
      }),
    },
  }),
  product({
    name: "small-loan",
    title: { en: "Micro-loan company", zh: "小额贷款公司" },
    otherNames: ["小贷", "小额贷款"],
    lender: "micro-loan",
    note: {
      en: "The order is that of one lender's program, which knows penalty, interest and principal; fees and compound interest were put beside penalty.",
      zh: "冲抵顺序取自一家公司的系统，其中只有罚息、利息、本金三项；费用与复利按罚息的位置安排。",
    },
    terms: {
      rates: assumed(
        constantRate(18n, 100n, "year"),
        "the contract's own; 18 %/year lies within the 24 % asked of new loans",
      ),
      penaltyBase: sourced("overdue-principal", {
        ...SMALL_LOAN_CORE,
        source: `${SMALL_LOAN_CORE.source}, mode A: (unpaid principal + unpaid interest) × daily penalty rate × days`,
      }),
      compound: sourced("interest", {
        ...SMALL_LOAN_CORE,
        source: `${SMALL_LOAN_CORE.source}, mode A: unpaid interest bears penalty, penalty does not`,
      }),
      rounding: sourced(USUAL_ROUNDING, {
        ...SMALL_LOAN_CORE,
        source: `${SMALL_LOAN_CORE.source}: rounded half-up to the fen once, over all days`,
      }),
      order: sourced(CHARGES_FIRST, {
        ...SMALL_LOAN_CORE,
        source: `${SMALL_LOAN_CORE.source}: penalty, interest, principal`,
      }),
      by: sourced("instalment", { ...SMALL_LOAN_CORE, source: `${SMALL_LOAN_CORE.source}: oldest instalment first` }),
      orderAfter: sourced(PRINCIPAL_FIRST_FROM_DAY_91, {
        ...SMALL_LOAN_CORE,
        source: `${SMALL_LOAN_CORE.source}: over 90 days all principal, then all interest, then all penalty`,
      }),
    },
  }),
  product({
    name: "private-loan",
    title: { en: "Private loan (from a person)", zh: "民间借贷（亲友、个人）" },
    otherNames: ["民间借贷", "私人借款", "借条"],
    lender: "private",
    note: {
      en: "Where neither interest nor an overdue rate was agreed, courts grant a lender who asks for it the one-year LPR from the due date on (民间借贷规定 art 28): give it as a rate of the year, --penalty 3%/year.",
      zh: "既没有约定利息，也没有约定逾期利率的，出借人主张自逾期之日起按一年期 LPR 计算的，法院支持（民间借贷规定第二十八条）：用 --penalty 写成年利率，如 3%/year。",
    },
    terms: {
      rates: assumed(
        constantRate(0n, 1n, "year"),
        "what was agreed; where nothing was, none: 民间借贷规定 (2020) art 24",
      ),
      penalty: assumed(
        multipleOfContractRate(WHOLE),
        "what was agreed; where nothing was, the rate agreed for the term: 民间借贷规定 (2020) art 28",
      ),
      dayCount: assumed("actual/365", "no source; a year's rate over 365 days"),
      order: sourced(CHARGES_FIRST, {
        source: "Civil Code art 561: costs, interest, principal, where nothing else was agreed",
        date: "2021-01-01",
        sure: "verified-strong",
      }),
    },
  }),
];
