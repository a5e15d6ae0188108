/** 哪些是假定而不是给出的（中文）。 */

import type { AssumptionWords } from "../assumption-words.ts";

export const assumptionWords: AssumptionWords = {
  sentences: {
    "as-of-today": ({ value, option }) => `余额按今天（${value}）日终计（${option}）。`,
    "product-default": ({ value, option }) => `没有指定产品，按 ${value} 的条款计（${option}）。`,
    "single-instalment": ({ option }) => `本金按一笔、一个到期日计（${option}）。`,
    "not-yet-overdue": ({ option }) => `按刚刚到期、逾期 0 天计（${option}）。`,
    "no-interest-owed": ({ option }) => `按到期日前没有欠息计（${option}）。`,
    "charges-computed": ({ value, option }) => `已逾期 ${value} 天的息费由程序推算，按其间没有还款计（${option}）。`,
    "borrowed-equals-principal": ({ value, option }) => `计罚息的原借款金额按 ${value} 元计（${option}）。`,
    "due-until-now-paid": ({ value, option }) => `已到期的 ${value} 期按已还清计（${option}）。`,
    "paid-before-missed": ({ value, option }) => `首个未还期之前的 ${value} 期按已还清计（${option}）。`,
    "accelerated-interest": ({ value, option }) => `${value} 提前到期时，事先约定的利息按全部到期计（${option}）。`,
    "deferral-without-interest": ({ option }) =>
      `利息事先固定，延期的几个月按不计息计；如果贷款方计收利息，请写明利率（${option}）。`,
    "settlement-waives-rest": ({ option }) => `一次性结清的款项按冲抵顺序入账，余下未清的部分按减免计（${option}）。`,
    "future-interest-kept": ({ value, option }) =>
      `未到期各期预先约定的利息 ${value} 元，按计入协商、结清或新借款的金额计（协商方案中用 ${option} 可去掉）。`,
  },
  terms: {
    rate: ({ value, option }) => `合同利率 ${value}（${option}）`,
    penalty: ({ value, option }) => `罚息利率${timesTheRate(value)}（${option}）`,
    "penalty-base": ({ value, option }) => `罚息按${PENALTY_BASES[value] ?? ` ${value} `}计（${option}）`,
    compound: ({ value, option }) =>
      value === "none" ? `不计复利（${option}）` : `复利按${COMPOUND_BASES[value] ?? ` ${value} `}计（${option}）`,
    "late-fee": ({ value, option }) => (value === "none" ? `没有违约金（${option}）` : `违约金 ${value}（${option}）`),
    order: ({ value, option }) =>
      `冲抵顺序：${value
        .split(",")
        .map((word) => COMPONENTS[word] ?? word)
        .join("、")}（${option}）`,
    by: ({ value, option }) => `${value === "instalment" ? "逐期" : "逐科目"}冲抵（${option}）`,
    "order-after": ({ value, option }) => `逾期满若干天后的顺序 ${value}（${option}）`,
    surplus: ({ value, option }) => `多还的部分${SURPLUSES[value] ?? ` ${value}`}（${option}）`,
    "day-count": ({ value, option }) => `天数规则 ${value}（${option}）`,
    grace: ({ value, option }) => `${graceDays(value)}（${option}）`,
    rounding: ({ value, option }) => `${ROUNDINGS[value] ?? value}（${option}）`,
    "interest-mode": ({ value, option }) => `${INTEREST_MODES[value] ?? value}（${option}）`,
  },
  lines: {
    rates: (terms) => `利率和费用：${terms.join("；")}。`,
    payments: (terms) => `还款：${terms.join("；")}。`,
    counting: (terms) => `计算规则：${terms.join("；")}。`,
  },
};

type Named = Readonly<Record<string, string>>;

const COMPONENTS: Named = { fee: "费用", penalty: "罚息", compound: "复利", interest: "利息", principal: "本金" };
const PENALTY_BASES: Named = {
  "overdue-principal": "逾期本金",
  "outstanding-principal": "全部未还本金",
  borrowed: "当初借款金额",
};
const COMPOUND_BASES: Named = { interest: "欠付的利息", all: "欠付的全部息费" };
const SURPLUSES: Named = { next: "冲下一期", last: "冲最后一期", spread: "平摊到剩余各期", none: "不收取" };
const ROUNDINGS: Named = { posting: "入账时取整到分", daily: "每天取整到分" };
const INTEREST_MODES: Named = { accrued: "到期日前的利息按日计", scheduled: "到期日前的利息按期固定" };

/** `3:waive` */
function graceDays(value: string): string {
  const [days = "", kind] = value.split(":");
  if (days === "0") return "没有宽限期";
  return kind === "skip" ? `宽限 ${days} 天后才起算罚息` : `宽限 ${days} 天，期内还清不计罚息`;
}

/** `1.5x` 是合同利率的倍数。 */
function timesTheRate(value: string): string {
  return /^[\d./]+x$/.test(value) ? `为合同利率的 ${value.slice(0, -1)} 倍` : ` ${value}`;
}
