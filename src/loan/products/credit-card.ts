/** The credit card: one rate before and after the due date, a late fee, and the switch of order at 91 days. */

import { assumed, type Citation, sourced } from "../citation.ts";
import { CHARGES_FIRST, constantRate, multipleOfContractRate } from "../terms.ts";
import { PRINCIPAL_FIRST_FROM_DAY_91 } from "./notices.ts";
import { product } from "./product.ts";

/** Article 57 itself was not read; the charters that follow it were. */
const ISSUERS_ORDER: Citation = {
  source: "charters of ICBC (art 20), BOC, CCB, ABC, CGB and Bohai, after 商业银行信用卡业务监督管理办法 art 57",
  date: null,
  sure: "verified-strong",
};

const WORKED_EXAMPLES: Citation = {
  source: "worked examples of issuers: the daily rate on what is unpaid, from the posting day until it is paid",
  date: null,
  sure: "verified-medium",
};

export const CREDIT_CARD = product({
  name: "credit-card",
  title: { en: "Credit card", zh: "信用卡" },
  otherNames: ["信用卡"],
  lender: "bank",
  classification: "card",
  contact: {
    en: "the issuer, at the number on the back of the card",
    zh: "发卡银行，电话见卡片背面",
    source: "usual",
    date: null,
    sure: "known",
  },
  note: {
    en: "A card knows no penalty interest: the daily rate goes on at 1 × and stands under late interest (the column penalty of CSV and JSON). It compounds monthly. The late fee, typically 5% of what is unpaid of the minimum payment, is left out because the minimum payment is not known: give it with --minimum, and the fee with --late-fee, such as 5%/month:of=minimum.",
    zh: "信用卡没有罚息：日利率按1倍继续计收，列为逾期透支利息（CSV 和 JSON 中的 penalty）。按月计复利。违约金通常为最低还款额未还部分的5%，因最低还款额未知，这里没有计入：请用 --minimum 给出最低还款额，用 --late-fee 给出违约金，如 5%/month:of=minimum。",
  },
  terms: {
    rates: {
      value: constantRate(5n, 10_000n, "day"),
      source: "usual; the ceiling until 2020, agreed freely since 2021-01-01 (银发〔2020〕327号)",
      date: "2021-01-01",
      sure: "known",
    },
    dayCount: sourced("actual/360", {
      ...WORKED_EXAMPLES,
      source: "worked examples of issuers: the rate is daily, nothing is converted",
    }),
    interest: sourced("accrued", WORKED_EXAMPLES),
    penalty: sourced(multipleOfContractRate({ numerator: 1n, denominator: 1n }), WORKED_EXAMPLES),
    penaltyBase: sourced("overdue-principal", WORKED_EXAMPLES),
    compound: sourced("all", {
      source: "CGB cardholder agreement: compounded monthly; no interest on fees (PBoC card notice of 2016)",
      date: null,
      sure: "verified-medium",
    }),
    compoundRests: sourced("month", {
      source: "CGB cardholder agreement: compounded monthly",
      date: null,
      sure: "verified-medium",
    }),
    grace: sourced(
      { days: 3, kind: "waive" },
      {
        source: "中国银行卡行业自律公约: at least three days (容时); some issuers must be asked",
        date: "2013-07-01",
        sure: "verified-medium",
      },
    ),
    lateFees: assumed(
      [],
      "typical 5 % of what is unpaid of the minimum payment, at least CNY 30 (CGB): the minimum payment is not known here",
    ),
    order: sourced(CHARGES_FIRST, {
      ...ISSUERS_ORDER,
      source: `${ISSUERS_ORDER.source}: up to 90 days interest or fees, then principal`,
    }),
    by: assumed("instalment", "CMB takes billed before unbilled; others do not say"),
    orderAfter: sourced(PRINCIPAL_FIRST_FROM_DAY_91, {
      ...ISSUERS_ORDER,
      source: `${ISSUERS_ORDER.source}: from day 91 principal, then interest or fees`,
    }),
  },
});
