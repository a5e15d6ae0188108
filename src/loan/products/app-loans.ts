/** Products met through an app: the loans of Alipay, WeChat, JD and Baidu. */

import { assumed, type Citation, sourced } from "../citation.ts";
import { fraction, rate } from "../rate.ts";
import { USUAL_ROUNDING } from "../rounding.ts";
import { CHARGES_FIRST, constantRate, multipleOfContractRate, ONE_AND_A_HALF, penaltyPerDay } from "../terms.ts";
import { type Product, product } from "./product.ts";

const JIEBEI_FEED: Citation = {
  source: "table definitions of a partner bank's 借呗 feed (icms_myjb_*)",
  date: null,
  sure: "verified-medium",
};

const HUABEI_PAGES: Citation = {
  source: "several consumer pages: 0.05 %/day of the unpaid amount from the day after the due date",
  date: null,
  sure: "verified-medium",
};

const WEILIDAI_PAGES: Citation = {
  source: "consumer pages: normal interest goes on, plus overdue principal × daily rate × 50 %",
  date: null,
  sure: "verified-medium",
};

const BAITIAO_PAGE: Citation = { source: "gucheng", date: "2024-05", sure: "verified-weak" };

const JINTIAO_PAGES: Citation = {
  source: "gucheng, qx47: penalty = unpaid principal × 0.06 % to 0.15 %/day × days, rounded half-up to the fen",
  date: "2024-05",
  sure: "verified-weak",
};

const FANGXINJIE_CONTRACT: Citation = { source: "contract text of 放心借", date: null, sure: "verified-strong" };

const LUFAX_HELP: Citation = { source: "help pages of 陆金所", date: null, sure: "verified-medium" };

export const APP_LOANS: readonly Product[] = [
  product({
    name: "jiebei",
    title: { en: "Jiebei (Alipay)", zh: "借呗" },
    otherNames: ["借呗"],
    lender: "consumer-finance",
    isOnlineConsumerLoan: true,
    lenderAssumed: true,
    terms: {
      dayCount: sourced("actual/360", { ...JIEBEI_FEED, source: `${JIEBEI_FEED.source}: yearly rate = daily × 360` }),
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), {
        ...JIEBEI_FEED,
        source: `${JIEBEI_FEED.source}: penalty rate is 1.5 × the daily rate`,
      }),
      penaltyBase: sourced("overdue-principal", {
        ...JIEBEI_FEED,
        source: `${JIEBEI_FEED.source}: penalty on overdue principal`,
      }),
      compound: sourced("interest", { ...JIEBEI_FEED, source: `${JIEBEI_FEED.source}: penalty on overdue interest` }),
      grace: assumed({ days: 0, kind: "waive" }, "the feed knows a grace in which penalty is 0, but not its days"),
      rateDecimals: assumed(null, "the feed keeps six decimals of the penalty rate, of a unit that is not stated"),
    },
  }),
  product({
    name: "huabei",
    title: { en: "Huabei (Alipay)", zh: "花呗" },
    otherNames: ["花呗"],
    lender: "consumer-finance",
    isOnlineConsumerLoan: true,
    lenderAssumed: true,
    note: {
      en: "The published charge is flat: 0.05% of the unpaid bill a day. It is said here as a contract rate of 0 with a penalty rate of its own on principal and, as compound interest, on what interest the bill holds.",
      zh: "公布的收费是按未还账单每日 0.05% 的固定比例。此处以合同利率 0 加单独的罚息利率表示：对本金计罚息，对账单内的利息计复利。",
    },
    terms: {
      rates: sourced(constantRate(0n, 1n, "day"), {
        ...HUABEI_PAGES,
        source: "consumer pages: free of interest to the due date",
      }),
      dayCount: sourced("actual/360", {
        ...HUABEI_PAGES,
        source: "consumer pages: the rate is daily, nothing is converted",
      }),
      penalty: sourced(penaltyPerDay(5n, 10_000n), HUABEI_PAGES),
      penaltyBase: sourced("overdue-principal", HUABEI_PAGES),
      compound: sourced("interest", { ...HUABEI_PAGES, source: `${HUABEI_PAGES.source}, its interest included` }),
    },
  }),
  product({
    name: "weilidai",
    title: { en: "Weilidai (WeBank)", zh: "微粒贷（微众银行）" },
    otherNames: ["微粒贷"],
    lender: "bank",
    isOnlineConsumerLoan: true,
    terms: {
      rates: assumed(
        constantRate(5n, 10_000n, "day"),
        "each customer's own, commonly 0.02 % to 0.05 %/day; the highest is taken",
      ),
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), WEILIDAI_PAGES),
      penaltyBase: sourced("overdue-principal", WEILIDAI_PAGES),
      grace: assumed({ days: 0, kind: "waive" }, "sources contradict: the day after, three days, or none"),
    },
  }),
  product({
    name: "jd-baitiao",
    title: { en: "JD Baitiao", zh: "京东白条" },
    otherNames: ["白条"],
    lender: "consumer-finance",
    isOnlineConsumerLoan: true,
    lenderAssumed: true,
    note: {
      en: "The published charge is flat: a share of the unpaid bill a day. It is said here as a contract rate of 0 with a penalty rate of its own; instalment fees are to be given as interest.",
      zh: "公布的收费是按未还账单每日固定比例。此处以合同利率 0 加单独的罚息利率表示；分期服务费请作为利息填写。",
    },
    terms: {
      rates: assumed(constantRate(0n, 1n, "day"), "no rate was found; instalment fees are fixed in advance"),
      penalty: assumed(
        penaltyPerDay(7n, 10_000n),
        "sources contradict: two pages name 0.07 %/day, one 0.015 %/day (gucheng, 2024-05); the more frequent is taken",
      ),
      caps: assumed(
        [{ kind: "yearly", of: "charges", yearlyRate: fraction(24n, 100n) }],
        "rules as reproduced: all charges together at most 24 %/year",
      ),
      penaltyBase: sourced("overdue-principal", { ...BAITIAO_PAGE, source: "gucheng: of the unpaid amount" }),
      compound: sourced("interest", {
        ...BAITIAO_PAGE,
        source: "gucheng: of the unpaid amount, its interest included",
      }),
    },
  }),
  product({
    name: "jd-jintiao",
    title: { en: "JD Jintiao", zh: "京东金条" },
    otherNames: ["金条"],
    lender: "consumer-finance",
    isOnlineConsumerLoan: true,
    lenderAssumed: true,
    terms: {
      dayCount: sourced("actual/360", {
        source: "table definitions of a partner bank's 京东金条 feed: yearly rate = daily × 360",
        date: null,
        sure: "verified-medium",
      }),
      penalty: assumed(
        multipleOfContractRate(ONE_AND_A_HALF),
        "pages name 0.06 % to 0.15 %/day, which is 1.5 × of 0.04 % to 0.1 %/day; the multiple itself is not published",
      ),
      penaltyBase: sourced("overdue-principal", JINTIAO_PAGES),
      compound: sourced("none", { ...JINTIAO_PAGES, source: `${JINTIAO_PAGES.source}; nothing on interest` }),
      rounding: sourced(USUAL_ROUNDING, JINTIAO_PAGES),
    },
  }),
  product({
    name: "duxiaoman",
    title: { en: "Duxiaoman Manyidai", zh: "度小满 满易贷" },
    otherNames: ["度小满", "满易贷", "有钱花"],
    lender: "consumer-finance",
    isOnlineConsumerLoan: true,
    lenderAssumed: true,
    terms: {
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), {
        source: "csai: 1.5 × the contract rate",
        date: null,
        sure: "verified-weak",
      }),
    },
  }),
  product({
    name: "douyin-fangxinjie",
    title: { en: "Fangxinjie (Douyin)", zh: "放心借（抖音）" },
    otherNames: ["放心借", "抖音放心借", "抖音"],
    lender: "consumer-finance",
    lenderAssumed: true,
    note: {
      en: "Of principal repaid early 2% may be charged; that is not counted here.",
      zh: "提前还款可能收取提前还款本金 2% 的费用，这里没有计入。",
    },
    terms: {
      dayCount: sourced("actual/360", { ...FANGXINJIE_CONTRACT, source: "contract text of 放心借: yearly rate ÷ 360" }),
      penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), FANGXINJIE_CONTRACT),
      penaltyBase: sourced("overdue-principal", {
        ...FANGXINJIE_CONTRACT,
        source: "contract text of 放心借: on the instalment's unpaid principal",
      }),
      caps: sourced([{ kind: "rate", of: "penalty", rate: rate(98n, 100_000n, "day") }], {
        ...FANGXINJIE_CONTRACT,
        source: "contract text of 放心借: at most 0.098 %/day",
      }),
    },
  }),
  product({
    name: "lufax",
    title: { en: "Lufax", zh: "陆金所" },
    otherNames: ["陆金所", "平安普惠"],
    lender: "consumer-finance",
    lenderAssumed: true,
    note: {
      en: "The help pages name penalty, interest and principal; fees and compound interest were put beside penalty.",
      zh: "帮助页只列出罚息、利息、本金三项；费用与复利按罚息的位置安排。",
    },
    terms: {
      order: sourced(CHARGES_FIRST, {
        ...LUFAX_HELP,
        source: "help pages of 陆金所: penalty, interest, principal",
      }),
      by: sourced("instalment", { ...LUFAX_HELP, source: "help pages of 陆金所: oldest instalment first" }),
    },
  }),
];
