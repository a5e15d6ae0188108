/** 哪些是假定而不是给出的（中文）。 */

import { byNaming } from "../../loan/component-names.ts";
import { type AssumptionWords, amountsByDay, rateOfDay } from "../assumption-words.ts";
import type { TermWords } from "../term-words.ts";
import { componentNames, lenderNames, penaltyRateNames, termWords } from "./terms.ts";

const LENDERS: Readonly<Record<string, string>> = lenderNames;

const assumptionWordsWith = (
  words: TermWords,
  penalty: string,
  penaltyRate: string,
  isPrivate: boolean,
): AssumptionWords => ({
  sentences: {
    "as-of-today": ({ value, option }) => `余额按今天（${value}）日终计（${option}）。`,
    "as-of-statement": ({ value, option }) => `余额按对账单开始前一天（${value}）日终计（${option}）。`,
    "as-of-balance": ({ value, option }) =>
      `对账单以余额开始，该余额与所给欠款相同，余额按该日（${value}）日终计（${option}）。`,
    "product-default": ({ value, option }) =>
      `没有指定产品，按 ${value} 的条款计（${option}）${isPrivate ? `；民间借贷可写 ${option} private-loan` : ""}。`,
    "single-instalment": ({ option }) => `本金按一笔、一个到期日计（${option}）。`,
    "not-yet-overdue": ({ option }) => `按刚刚到期、逾期 0 天计（${option}）。`,
    "no-interest-owed": ({ option }) => `按到期日前没有欠息计（${option}）。`,
    "charges-computed": ({ value, option }) =>
      `已逾期 ${value} 天的息费由程序推算，按其间没有还款计（${option.replaceAll(", ", "、")}）。`,
    "interest-from-before-due": ({ value, option }) =>
      `给出的利息按到期日之前产生的计（${option}），之后 ${value} 天的${penalty}另外推算。其中如果已有到期之后的，那一部分请写在 --owed-penalty。`,
    "borrowed-equals-principal": ({ value, option }) => `计${penalty}或上限的原借款金额按 ${value} 元计（${option}）。`,
    "cap-beside-fixed-interest": ({ option }) =>
      `事先固定的利息按约定计，上限只限制此外产生和收取的息费（${option}）。`,
    "paid-out-day": ({ value, option }) =>
      `放款日按 ${value} 计，首期的利息从那天算起；放款更早的，成本更低，更晚的更高（${option} 金额@日期）。`,
    "due-until-now-paid": ({ value, option }) => `已到期的 ${value} 期按已还清计（${option}）。`,
    "paid-before-missed": ({ value, option }) => `首个未还期之前的 ${value} 期按已还清计（${option}）。`,
    "accelerated-interest": ({ value, option }) =>
      `${value} 提前到期时，事先约定的利息只计到当日已经产生的部分（${option}）。`,
    "deferral-without-interest": ({ option }) =>
      `利息事先固定，延期的几个月按不计息计；如果贷款方计收利息，请写明利率（${option}）。`,
    "settlement-waives-rest": ({ option }) => `一次性结清的款项先算还本金，余下未清的部分按减免计（${option}）。`,
    "unearned-left-out": ({ option }) =>
      `按期固定、尚未到期天数的利息，不计入协商、结清或新贷款的金额（民法典第677条；写 ${option} 则计入）。`,
    "fees-ahead-counted": ({ option }) =>
      `尚未到期各期的费用（担保费、服务费等）全额计入协商、结清、新贷款、提前到期或提前还清的金额：对尚未到期天数的费用，法律不像对利息那样规定不收，但合同可能另有约定，也可以请对方免收（${option}）。`,
    "interest-paid-ahead": ({ value, option }) => {
      const amounts = amountsByDay(value, (amount, day) => `截至 ${day} 所还的有 ${amount} 元`);
      return `事先固定的利息按随该期应付计，提前还的也一样：${amounts.join("，")}是之后各天的利息。提前还款的，除合同另有约定外，只按实际用款的天数计息（民法典第677条）：可以请对方不收其余部分，一次性结清即不计（${option}）。逾期的年化代价不含这部分利息。`;
    },
    "reference-rate-goes-on": ({ value, option }) => `${value} 之后的 LPR 未知，按已知的最后一期继续计（${option}）。`,
    "lpr-not-counted": ({ option }) =>
      `没有约定利息的，出借人主张时，逾期之后仍可按一年期 LPR 计（民间借贷规定第28条），这里没有计入（${option}）。`,
    lender: ({ value, option }) => `平台背后的放款方不明，法律界线按${LENDERS[value] ?? value}列出（${option}）。`,
  },
  terms: {
    rates: {
      rate: (terms) => `合同利率${words.rates(terms.rates)}`,
      penalty: (terms) => `${penaltyRate}为${words.penalty(terms.penalty)}`,
      "penalty-base": (terms) => `${penalty}按${words.penaltyBase(terms.penaltyBase)}计`,
      compound: (terms) => `计复利的：${words.compound(terms.compound)}`,
      "compound-rests": (terms) => `复利${words.compoundRests(terms.compoundRests)}结一次`,
      "late-fee": (terms) => `违约金：${words.lateFees(terms.lateFees)}`,
      cap: (terms) => `上限：${words.caps(terms.caps)}`,
      minimum: (terms) => `最低还款额 ${words.minimum(terms.minimum)}`,
    },
    payments: {
      order: (terms) => `还的钱依次冲${words.order(terms.order)}`,
      by: (terms) => words.by(terms.by),
      "order-after": (terms) => `以后的顺序：${words.orderAfter(terms.orderAfter)}`,
      surplus: (terms) => `多还的部分${words.surplus(terms.surplus)}`,
    },
    counting: {
      "day-count": (terms) => {
        const day = rateOfDay(terms);
        const rate = day && `，${words.rates(terms.rates)} ${day.isRounded ? "约" : ""}合每天 ${day.percent}`;
        return `${words.dayCount(terms.dayCount)}${rate ?? ""}`;
      },
      grace: (terms) => words.grace(terms.grace),
      rounding: (terms) => words.rounding(terms.rounding),
      "interest-mode": (terms) => words.interest(terms.interest),
    },
  },
  withOption: (term, option) => `${term}（${option}）`,
  lines: {
    rates: (terms) => `利率和费用：${terms.join("；")}。`,
    payments: (terms) => `还款：${terms.join("；")}。`,
    counting: (terms) => `计算规则：${terms.join("；")}。`,
  },
});

export const assumptionWords = byNaming((naming) =>
  assumptionWordsWith(
    termWords[naming],
    componentNames[naming].penalty,
    penaltyRateNames[naming],
    naming === "private",
  ),
);
