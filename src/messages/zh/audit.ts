/** 中文：audit 命令要说的话。 */

import type { AuditLimitationEvent } from "../../advice/audit/audit.ts";
import type { AuditFinding } from "../../advice/audit/audit-findings.ts";
import type { ConventionChange, ConventionTerm, RateChanges } from "../../advice/audit/candidate.ts";
import { byNaming, type Naming } from "../../loan/component-names.ts";
import { type ByComponent, COMPONENTS, type Component, totalOf } from "../../loan/components.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import type { Terms } from "../../loan/terms.ts";
import { formatDifference, formatMoney, longPercent, percentsWithin, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/audit.ts";
import type { FindingWords } from "../finding-words.ts";
import { type ComponentNames, termInWords, titlesByComponent } from "../term-words.ts";
import { limitationAfterSuit, lprInWords, yearsOfLimitation } from "./phrases.ts";
import { runFindings } from "./simulate.ts";
import { sourceInWords } from "./sources.ts";
import { componentNames, lenderNames, termNames, termWords } from "./terms.ts";

export const kinds: typeof English.kinds = {
  payment: "还款",
  fee: "费用",
  waiver: "减免",
  balance: "余额",
  reversal: "撤销",
  demand: "催收",
  suit: "起诉",
  rate: "利率",
};

const columnsWith = (names: ComponentNames): English.AuditColumns => ({
  line: "行",
  date: "日期",
  kind: "类别",
  amount: "金额",
  ...titlesByComponent("computed", names, (name) => `按条款${name}`),
  ...titlesByComponent("stated", names, (name) => `所称${name}`),
  ...titlesByComponent("difference", names, (name) => `${name}差额`),
  balance_computed: "按条款欠款",
  balance_claimed: "所称欠款",
  balance_difference: "差额",
  principal_computed: "按条款本金余额",
  principal_claimed: "所称本金余额",
  principal_difference: "本金余额差额",
  delay_paid: "已付迟延履行利息",
  delay_owed: "尚欠迟延履行利息",
  delay_stated: "所称迟延履行利息",
  delay_difference: "迟延履行利息差额",
  note: "备注",
});

export const columns = byNaming((naming) => columnsWith(componentNames[naming]));

export const worksheetTitle: string = "分段计息表（算头不算尾，每段内余额不变）";
export const worksheetCapped: typeof English.worksheetCapped = (capped) =>
  `按合同约定的上限，有 ${formatMoney(capped)} 元息费不计入：分段计息表中受上限限制的行，金额小于 基数 × 利率 × 天数。`;
export const worksheetColumns: typeof English.worksheetColumns = {
  from: "起",
  to: "止",
  days: "天数",
  component: "科目",
  base: "基数",
  rate: "日利率",
  amount: "金额",
};

/** 假定以外的条款，以及从哪里算起。 */
export const termsOfReplay: typeof English.termsOfReplay = {
  title: "核对所依据的条款",
  owed: ({ from, opening, daysOverdueAtStart }, naming) =>
    `${formatDay(from)} 日终所欠（逾期 ${daysOverdueAtStart} 天）：${amountsNamed(opening, componentNames[naming])}，合计 ${formatMoney(totalOf(opening))} 元。`,
  madeBy: (version) => `由 overdue-sim ${version} 算出。`,
};

export const reversed: string = "已撤销";
export const linesTakenAsPayments: string = "对账单没有类别一列：每一行都当作已经还的款。还款计划不是对账单。";
export const ownPaymentsLeftOut: string = "借款文件里的还款不参与核对：以对账单上的还款为准。";

const LENDERS: typeof lenderNames = { ...lenderNames, private: "民间出借人" };

const EVENTS = { payment: "还款", promise: "同意履行", demand: "催收", debit: "约定扣款", suit: "起诉" } as const;

/** 对账单与条款相比。 */
const moreOrLess = (amount: Fen): string => `${amount > 0 ? "多" : "少"} ${formatMoney(fen(Math.abs(amount)))} 元`;

export function changeInWords(change: ConventionChange, naming: Naming): string {
  const names = componentNames[naming];
  switch (change.term) {
    case "penalty-on-top":
      return `${names.penalty}是在合同利率之外加收，而不是取代合同利率（${termWords[naming].penalty(change.after.penalty)}）`;
    case "first-day":
      return "到期日后的第一天不计";
    case "last-day":
      return "还款日或余额日当天也计";
    case "daily-rate":
      return `日利率是年利率（${longPercent(change.yearly)}）除以 ${change.to} 而不是 ${change.from} 得出的`;
    case "fees":
      return change.to === "as-stated" ? "对账单所列费用确实应付" : "对账单所列费用确实应付且转入本金、随本金计息";
    case "caps":
      return "不遵守条款约定的上限";
    case "rate-changes":
      return change.days === null
        ? RATE_CHANGES[change.to]
        : `合同利率的每次变动${change.days < 0 ? "早" : "晚"} ${Math.abs(change.days)} 天生效`;
    case "opening":
      return `起始时所欠${moreOrLess(change.amount)}（按${names[change.component]}计）`;
    case "deducted":
      return "预先扣除的部分也算欠款并计息";
    case "unearned":
      return "提前到期或提前还款后，尚未到期的利息照收";
    case "line":
      return `与另一行相同的第 ${change.from} 行不计`;
    case "booking":
      return change.to === "missing"
        ? `第 ${change.from} 行贷款方没有入账（以凭证为准）`
        : `第 ${change.from} 行贷款方晚 ${change.to.replace(" to ", " 至 ").replace(" later", "")} 天入账`;
    case "booked-amount":
      return `第 ${change.from} 行贷款方按 ${formatMoney(change.amount)} 元入账（以凭证为准）`;
    case "unlisted": {
      const { earliest, latest, amount } = change;
      const days = earliest === latest ? formatDay(latest) : `${formatDay(earliest)} 至 ${formatDay(latest)}`;
      const what = amount > 0 ? "收费" : "还款或减免";
      return `有一笔没有列出的${what} ${formatMoney(fen(Math.abs(amount)))} 元（${days}）`;
    }
    default: {
      const inWords = (terms: Terms): string => termInWords(termWords[naming], terms, change.term);
      return `${termName(change.term, naming)}为：${inWords(change.after)}（按条款为：${inWords(change.before)}）`;
    }
  }
}

const RATE_CHANGES: Readonly<Record<RateChanges, string>> = {
  "not-followed": "合同利率一直按起始时的执行，不随之变动",
  "a-month-earlier": "合同利率的每次变动早一个月生效",
  "a-month-later": "合同利率的每次变动晚一个月生效",
  "each-january": "合同利率只在每年 1 月 1 日变动，改为当日的利率",
};

function termName(term: ConventionTerm, naming: Naming): string {
  return term === "penaltyBase" ? `${componentNames[naming].penalty}的基数` : termNames(naming)[term];
}

export function auditFindings(naming: Naming): FindingWords<AuditFinding> {
  const names = componentNames[naming];
  const namesOf = (components: readonly Component[]): string =>
    [...new Set(components.map((component) => names[component]))].join("、");
  return {
    "audit-nothing-stated": () => "对账单没有写还款如何分配，也没有写余额，无从核对；按条款应有的数字见表。",
    "audit-agrees": ({ lines, within }) =>
      `对账单与条款相符：核对了 ${lines} 行${within === null ? "" : `；最大差额 ${formatDifference(within.amount)} 元（第 ${within.line} 行）在允许范围内`}。`,
    "audit-differs": ({ line, date, largest, first, total, isTotalClaimed }) =>
      `对账单与条款不符：${first === null ? "" : `从第 ${first.line} 行（${formatDay(first.date)}）开始不同，`}最大差额 ${formatDifference(largest)} 元，最早出现在第 ${line} 行（${formatDay(date)}）。${isTotalClaimed ? "" : "按其各行，"}贷款方所记欠款合计${total === 0 ? "与按条款计算相同" : `比按条款计算${moreOrLess(total)}`}。`,
    "audit-payments-put": ({ more }) =>
      `所还的钱，与条款相比：${more.map(({ component, amount }) => `冲${names[component]}${moreOrLess(amount)}`).join("，")}。`,
    "audit-owed-more": ({ more, notToldApart }) =>
      `所记欠款，按其各行与条款相比：${more.map(({ component, amount }) => `${names[component]}${moreOrLess(amount)}`).join("，")}${notToldApart === 0 ? "" : `；其余${moreOrLess(notToldApart)}未写明科目`}。`,
    "audit-fee-not-agreed": ({ line, date, amount }) =>
      `第 ${line} 行（${formatDay(date)}）收取费用 ${formatMoney(amount)} 元，按所给条款这一天没有：请对方说明依据哪一条。`,
    "audit-fee-on-other-day": ({ line, date, amount, byTermsOn }) =>
      `第 ${line} 行（${formatDay(date)}）收取费用 ${formatMoney(amount)} 元，按条款应在 ${byTermsOn.map(formatDay).join("、")} 收取：不同的是日期，不是金额。`,
    "audit-cleared-before": ({ line, date }) =>
      `按条款，第 ${line} 行（${formatDay(date)}）已还清，此后不再计息：请询问后面各行收的是什么。`,
    "audit-unapplied": ({ amount }) =>
      `所还的钱里有 ${formatMoney(amount)} 元超出按条款所欠：请询问它记在哪里，或要求退还。`,
    "audit-unearned": ({ line, date, amount, isLeftOut, isChinese }) =>
      `第 ${line} 行（${formatDay(date)}）所称欠款${isLeftOut ? "未计入" : "计入了"}事先定好、属于此后日子的利息 ${formatMoney(amount)} 元，这不算差额：${isLeftOut ? "核对时也不计入" : "核对时也计入；但提前还款的，除另有约定外，利息按实际借款期间计算"}${isChinese ? "（民法典第677条）" : ""}。`,
    "audit-parts-not-total": ({ line, date, parts, total }) =>
      `第 ${line} 行（${formatDay(date)}）自身加不拢：各科目合计 ${formatMoney(parts)} 元，所称欠款合计 ${formatMoney(total)} 元。`,
    "audit-named-otherwise": ({ line, date, amount, charges, under }) =>
      `对账单没有${namesOf(charges)}一栏：按条款属于这一科目的金额（最早为第 ${line} 行（${formatDay(date)}）的 ${formatMoney(amount)} 元），对账单记在${namesOf(under)}里，核对时也归入其中；只是名称不同，不算差额。`,
    "audit-payments-alike": ({ line, date, amount }) =>
      `第 ${line} 行（${formatDay(date)}）再次列出 ${formatMoney(amount)} 元的还款：如果只还了一次，两行中有一行是多的。`,
    "audit-before-reversal": ({ line, date, reverses, reversal }) =>
      `第 ${line} 行（${formatDay(date)}）与当时的记账相符：第 ${reverses} 行已入账，到第 ${reversal} 行才撤销。`,
    "audit-explained": ({ explanation, tolerance }) => {
      const changes = explanation.changes.map((change) => changeInWords(change, naming)).join("，并且");
      return explanation.remaining <= tolerance
        ? `如果${changes}，则相符。`
        : `如果${changes}，则更接近；此时最大差额为 ${formatMoney(explanation.remaining)} 元。`;
    },
    "audit-not-explained": () => "没有找到哪一项常见算法（或其中两项）的改动，能使最大差额减少一半以上。",
    "audit-line-alone": ({ line, date, amount }) =>
      `只有第 ${line} 行（${formatDay(date)}）不符：其后各行所称欠款又与条款相符。请对方说明这一行${moreOrLess(amount)}是怎么来的。`,
    "audit-rate-may-differ": () => "用哪个合同利率能得出最后所称欠款，可加 --solve-rate 查看。",
    "audit-solved-rate": ({ rate: { low, high, isExact, isHighestTried, yearly360, yearly365 }, isOneForAll }) =>
      `最后所称欠款${isExact ? "对应的" : "介于这两个"}日利率：${percentsWithin(low, high).join(" 至 ")}；按一年 360 天为年化 ${percentsWithin(yearly360.low, yearly360.high).join(" 至 ")}，按 365 天为 ${percentsWithin(yearly365.low, yearly365.high).join(" 至 ")}。${isHighestTried ? `从前一个利率起，利率再高结果也不变；只试到日利率 ${longPercent(high)}。` : ""}${isOneForAll ? "这是全程按一个利率算的，不计中途的利率变动。" : ""}`,
    "audit-rate-not-found": ({ isPenaltyApart }) =>
      `日利率 10% 以内，没有找到能得出最后所称欠款的合同利率。${isPenaltyApart ? "这里逾期部分另有罚息利率，不随合同利率变动；写 --penalty 1x，逾期部分即按合同利率计。" : ""}`,
    "audit-rate-without-balance": () => "对账单没有写所称欠款，无从反推利率。",
    "audit-delay": ({ delay: { from, judgment, accrued, paid, waived, owed, sources } }) =>
      `迟延履行期间的加倍部分债务利息：自 ${formatDay(from)} 届满后起算，以 ${formatMoney(judgment)} 元中尚未清偿的部分为基数；共计 ${formatMoney(accrued)} 元，已付 ${formatMoney(paid)} 元，${waived === 0 ? "" : `减免 ${formatMoney(waived)} 元，`}尚欠 ${formatMoney(owed)} 元。最后清偿，不再生息，已计入按条款欠款（${sources.map(sourceInWords).join("；")}）。`,
    "audit-delay-above-debt": ({ delay: { from, aboveDebt } }) =>
      `判决确定的金额比 ${formatDay(from)} 按条款所欠本金和费用多 ${formatMoney(aboveDebt)} 元：这一部分在欠款全部清偿之前一直计迟延履行利息。判决判令负担的费用请写入借款文件的 charges；否则请核对金额。`,
    "audit-delay-before-rule": ({ ruleFrom }) =>
      `该规定自 ${formatDay(ruleFrom)} 起施行：此前的迟延按当时的规定计算，这里不计。`,
    "audit-delay-difference": ({ amount }) => `其中迟延履行利息：按其各行所记，比规定${moreOrLess(amount)}。`,
    "audit-received": ({ received, borrowed }) =>
      `预先扣除了利息或费用：借款 ${formatMoney(borrowed)} 元，实际到手 ${formatMoney(received)} 元，本金按实际出借数额计算（民法典第670条）。`,
    "audit-cost-line": ({
      line: { title, yearlyRate, lprDay, charges, above, aboveByComponent, is, isNot, from, until },
    }) =>
      above > 0
        ? `${timeInWords(from, until)}按条款产生息费 ${formatMoney(charges)} 元，其中 ${formatMoney(above)} 元超过年化 ${shortPercent(yearlyRate)}（${title.zh}${lprInWords(lprDay)}）：${amountsNamed(aboveByComponent, names)}（没有规定从哪一项减起，按比例分摊）。含义：${is.zh}。界限：${isNot.zh}。`
        : `${timeInWords(from, until)}按条款产生息费 ${formatMoney(charges)} 元，没有超过年化 ${shortPercent(yearlyRate)}（${title.zh}${lprInWords(lprDay)}）。`,
    "audit-cost-lines-without-number": ({ lines }) =>
      `适用但没有写明年利率的规定：${lines.map(({ title, is, isNot }) => `${title.zh}（含义：${is.zh}。界限：${isNot.zh}）`).join("；")}。`,
    "audit-cost-lines-for-others": ({ lines, lender }) =>
      `不适用于${naming === "card" ? "这张信用卡（发卡方" : "这笔贷款（贷款方"}为${LENDERS[lender]}）的：${lines.map(({ title }) => title.zh).join("；")}。`,
    "audit-effective-rate": ({ of, nominalYearly, compoundYearly }) =>
      `实际利率（按实际到手的钱算，${of === "contract" ? "合同约定" : "截至目前实际还款"}）：年化 ${shortPercent(nominalYearly)}，计入利滚利为 ${shortPercent(compoundYearly)}。`,
    "audit-limitation": ({ endsOn, years, restartedBy }) =>
      `诉讼时效：${yearsOfLimitation[years]}最早到 ${formatDay(endsOn)}，自${startOfYears(restartedBy)}起算。对账单以外的事也可能使它重新起算：不要指望这一天。`,
    "audit-limitation-after-suit": ({ endsOn, suit }) => limitationAfterSuit(suitInWords(suit), endsOn),
    "audit-limitation-run-out": ({ endedOn, years, restartedBy }) =>
      `诉讼时效：如果没有另外的还款、催收或约定，${yearsOfLimitation[years]}自${startOfYears(restartedBy)}起算，已于 ${formatDay(endedOn)} 届满。届满后还的款不能要求返还，同意还款即不能再以时效抗辩（民法典第192条）；只还一部分算不算，法院看法不一。请先咨询律师或法律援助。`,
    "audit-record": ({ months, shown, endsOn }) =>
      `征信逐月状态：${months.map(({ month, code }) => `${month} ${code}`).join("，")}（N 正常，M 当月内逾期后还清，1–7 为${naming === "card" ? "连续未还最低还款额的次数，这里按月末逾期天数推算" : "月末逾期程度"}${endsOn === null ? "" : `，最后一个月为对账单截止日 ${formatDay(endsOn)} 的情况`}；报告显示最近 ${shown} 个月）。`,
    "audit-record-not-reported": () => "个人出借人不向征信系统报送，这笔借款在征信上没有记录。",
    "record-kept": runFindings["record-kept"],
    "audit-arithmetic": () => "以上是按所给条款所做的计算，不是法律意见；以合同和凭证为准。",
  };
}

function startOfYears(restartedBy: AuditLimitationEvent | null): string {
  if (restartedBy === null) return "最后到期日";
  const { kind, date, line } = restartedBy;
  return ` ${formatDay(date)} 的${EVENTS[kind]}${line === null ? "" : `（第 ${line} 行）`}`;
}

function suitInWords({ date, line }: AuditLimitationEvent): string {
  return ` ${formatDay(date)}${line === null ? " " : `（第 ${line} 行）`}`;
}

function timeInWords(from: Day | null, until: Day | null): string {
  if (until !== null) return `截至 ${formatDay(until)}，`;
  return from === null ? "这段时间" : `自 ${formatDay(from)} 起，`;
}

/** 只列不为零的科目。 */
function amountsNamed(amounts: ByComponent, names: ComponentNames): string {
  return COMPONENTS.filter((component) => amounts[component] !== 0)
    .map((component) => `${names[component]} ${formatMoney(amounts[component])} 元`)
    .join("、");
}
