/** 网商贷, the product taken where none is named. */

import { assumed, type Citation, sourced } from "../citation.ts";
import { constantRate, multipleOfContractRate, ONE_AND_A_HALF, UNSTATED } from "../terms.ts";
import { product } from "./product.ts";

/** Column comments of one partner bank's feed: not contract text, and the interface bears no date. */
const MYBANK_FEED: Citation = {
  source: "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc)",
  date: null,
  sure: "verified-medium",
};

export const WANGSHANGDAI = product({
  name: "wangshangdai",
  title: { en: "Wangshangdai (MYbank)", zh: "网商贷（网商银行）" },
  otherNames: ["网商贷", "网商银行"],
  lender: "bank",
  contact: {
    en: "MYbank, telephone 95188, menu 3, 8:00 to 24:00",
    zh: "网商银行客服电话 95188（按 3，8:00–24:00）",
    source: "a consumer page",
    date: null,
    sure: "verified-weak",
  },
  terms: {
    rates: assumed(
      constantRate(5n, 10_000n, "day"),
      "each customer's own, shown in the app; articles name 0.01 % to 0.06 %/day",
    ),
    dayCount: sourced("actual/360", { ...MYBANK_FEED, source: `${MYBANK_FEED.source}: yearly rate = daily × 360` }),
    interest: sourced("accrued", { ...MYBANK_FEED, source: `${MYBANK_FEED.source}: one accrual row a day` }),
    penalty: sourced(multipleOfContractRate(ONE_AND_A_HALF), {
      source: "entmm 2022, 53shop 2018, jumeiguan: overdue bill × rate × 1.5 × days, today not counted",
      date: "2022",
      sure: "verified-medium",
    }),
    penaltyBase: sourced("overdue-principal", {
      ...MYBANK_FEED,
      source: `${MYBANK_FEED.source}: a balance for penalty on overdue principal`,
    }),
    compound: sourced("interest", {
      ...MYBANK_FEED,
      source: `${MYBANK_FEED.source}: a balance for penalty on overdue interest, none for penalty on penalty`,
    }),
    grace: assumed(
      { days: 0, kind: "waive" },
      "sources contradict: jumeiguan, 南方财富网 2022 and f8195 know no grace, szhome does; the feed has a field for it",
    ),
    lateFees: sourced([], { ...MYBANK_FEED, source: `${MYBANK_FEED.source}: six balances, none for a fee` }),
    order: assumed(UNSTATED.order.value, "the contract's order was not found; a bank's template has this one"),
  },
});
