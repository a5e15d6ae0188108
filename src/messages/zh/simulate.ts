/** 中文：`simulate` 的话。 */

import type { Answer, Summary, Verdict } from "../../advice/run-report.ts";
import { formatDay } from "../../loan/day.ts";
import type { Cycle } from "../../loan/loan.ts";
import { fen } from "../../loan/money.ts";
import { formatMoney, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/simulate.ts";

export const ledgerColumns: typeof English.ledgerColumns = {
  date: "日期",
  day: "天",
  days_overdue: "逾期天数",
  accrued_interest: "新增利息",
  accrued_penalty: "新增罚息",
  accrued_compound: "新增复利",
  charged: "新增费用",
  waived: "减免",
  payment: "还款",
  to_fee: "冲费用",
  to_penalty: "冲罚息",
  to_compound: "冲复利",
  to_interest: "冲利息",
  to_principal: "冲本金",
  unapplied: "多余款",
  fee: "欠费用",
  penalty: "欠罚息",
  compound: "欠复利",
  interest: "欠利息",
  principal: "本金",
  total_owed: "欠款合计",
  paid_so_far: "累计已还",
  principal_paid_so_far: "累计还本",
};

export function cycle(cycle: Cycle): string {
  if (cycle.kind === "month") return "每月";
  if (cycle.days === 1) return "每天";
  return cycle.days === 7 ? "每周" : `每 ${cycle.days} 天`;
}

export function amountPerCycle(amounts: readonly string[], every: Cycle): string {
  return `${cycle(every)}${amounts.length > 1 ? "轮流" : ""}还 ${amounts.join("、")} 元`;
}

export const categories: typeof English.categories = {
  normal: "正常",
  "special-mention": "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
};

export function whereItWent(summary: Summary): string {
  if (summary.days === 0) return `${formatDay(summary.to)} 还了 ${formatMoney(summary.paid)} 元。`;
  if (summary.paid === 0) return `这 ${summary.days} 天没有还款。`;
  const charges = fen(summary.paid - summary.toPrincipal - summary.unapplied);
  if (charges === summary.paid) {
    return `${summary.days} 天共还 ${formatMoney(summary.paid)} 元：没有一分钱冲到本金，全部冲了息费（罚息、利息、费用）。`;
  }
  const unapplied = summary.unapplied === 0 ? "" : `，另有 ${formatMoney(summary.unapplied)} 元超出欠款或未被收取`;
  return (
    `${summary.days} 天共还 ${formatMoney(summary.paid)} 元：${formatMoney(summary.toPrincipal)} 元` +
    `（${shortPercent(summary.principalShare ?? 0)}）冲了本金，${formatMoney(charges)} 元冲了息费（罚息、利息、费用）${unapplied}。`
  );
}

export function principalChange(summary: Summary): string {
  const waived = summary.waived === 0 ? "" : `减免 ${formatMoney(summary.waived)} 元。`;
  return `本金：期初 ${formatMoney(summary.openingPrincipal)} 元，期末 ${formatMoney(summary.closingPrincipal)} 元。${waived}`;
}

export function totalChange(summary: Summary): string {
  const change = summary.closingTotal - summary.openingTotal;
  const amounts = `${formatMoney(summary.openingTotal)} → ${formatMoney(summary.closingTotal)} 元`;
  if (change === 0) return `欠款合计没有变化：${amounts}。`;
  if (summary.days === 0) return `欠款合计：${amounts}。`;
  const perDay = formatMoney(fen(Math.round(Math.abs(change) / summary.days)));
  return `欠款合计平均每天${change < 0 ? "减少" : "增加"} ${perDay} 元：${amounts}。`;
}

export function whenPrincipalFalls(summary: Summary): string {
  if (summary.principalFirstFell === null && summary.clearedOn !== null) return "没有还款冲到本金：剩余本金已被减免。";
  if (summary.principalFirstFell === null) return "照此下去，本金永远不会减少。";
  const day = summary.principalFirstFell - summary.from + 1;
  return `本金从 ${formatDay(summary.principalFirstFell)}（第 ${day} 天）开始减少。`;
}

export function whetherItEnds(summary: Summary, perCycle: string | null): string {
  const { clearedOn, clearedReason, paidUntilCleared } = summary;
  if (clearedOn !== null) {
    if (summary.days === 0) return `欠款于 ${formatDay(clearedOn)} 还清。`;
    const paid = paidUntilCleared === null ? "" : `，到时共还 ${formatMoney(paidUntilCleared)} 元`;
    return `照此下去，${formatDay(clearedOn)} 还清，历时 ${duration(clearedOn - summary.from + 1)}${paid}。`;
  }
  if (clearedReason === "not-within-horizon") return "照此下去，一百年内还不清。";
  if (perCycle === null) return "不再多还的话永远还不清：息费还在增加。";
  return `这样还永远还不清：${perCycle}抵不上同期的息费。`;
}

function duration(count: number): string {
  return count < 730 ? `${count} 天` : `${count} 天（约 ${(count / 365.25).toFixed(1)} 年）`;
}

export function breakEven({ breakEvenPayment: { amount, cycle: every, nights } }: Verdict): string {
  if (amount === 0) return "保本线：现在不产生息费，每还一笔，欠款就减少一笔。";
  if (every.kind === "month") {
    return `保本线：第一个月（${nights} 天）${formatMoney(amount)} 元，欠款才不增加；还得比这少，欠款会增加；天数多的月份还要更多。`;
  }
  return `保本线：${cycle(every)} ${formatMoney(amount)} 元，欠款才不增加；还得比这少，欠款会${turn(every.days)}。`;
}

function turn(cycleDays: number): string {
  if (cycleDays === 1) return "一天比一天多";
  return cycleDays === 7 ? "一周比一周多" : "一次比一次多";
}

export function credit(summary: Summary): string {
  const { credit, daysOverdueAtEnd } = summary;
  if (daysOverdueAtEnd === 0) {
    return credit.deletableOn === null
      ? `${formatDay(summary.to)} 没有逾期。`
      : `${formatDay(summary.to)} 没有逾期。已上报的逾期记录保留到 ${formatDay(credit.deletableOn)}（还清后满五年）。`;
  }
  const record =
    credit.deletableOn === null
      ? "征信上的五年保留期从逾期结束之日才起算，现在还没有开始。"
      : `照此下去，逾期记录最早 ${formatDay(credit.deletableOn)} 可以删除（还清后满五年）。`;
  return (
    `${formatDay(summary.to)} 已逾期 ${daysOverdueAtEnd} 天（${credit.monthsOverdue}；征信还款状态 ${credit.statusCode}，最高 7；` +
    `五级分类“${categories[credit.category]}”）。只还一部分，逾期天数照样累计。${record}`
  );
}

export const negotiated = "协商过了吗？分期、延期或减免息费，往往比每天还一点更能改变这些数字。不要以贷养贷。";

export function yearlyCost(summary: Summary): string | null {
  if (summary.yearlyCost === null) return null;
  const lines = summary.costLines.map(({ yearlyRate, above }) => {
    const line = shortPercent(yearlyRate);
    return above === 0
      ? `没有超过法院参考的年化 ${line}。`
      : `其中 ${formatMoney(above)} 元超过年化 ${line}：这一部分借款人可以请求法院调减，但不会自动免除。`;
  });
  return `这段时间产生息费 ${formatMoney(summary.chargesAccrued)} 元，相当于所欠本金的年化 ${shortPercent(summary.yearlyCost)}。${lines.join("")}`;
}

export function limitation(summary: Summary): string {
  return `诉讼时效：从最后一次还款（或到期日）起三年，到 ${formatDay(summary.limitationEnds)}；每还一次，三年重新起算。`;
}

export function otherOrder(answer: Answer): string | null {
  const other = answer.otherOrder;
  if (other === null) return null;
  const name = other.order[0] === "principal" ? "先本金" : "先息费";
  return (
    `冲抵顺序是假定的。按另一种常见顺序（${name}），${formatMoney(other.toPrincipal)} 元会冲本金，` +
    `期末欠款 ${formatMoney(other.closingTotal)} 元，${other.clearedOn === null ? "永远还不清" : `${formatDay(other.clearedOn)} 还清`}。请向贷款方问清用哪一种。`
  );
}

export function brokenAgreement(summary: Summary): string | null {
  const [first] = summary.brokenOn;
  return first === undefined ? null : `协商方案失效：${formatDay(first)} 前应还的一期没有还。`;
}

export const assumptionsTitle = "以下是假定，不是你给出的";
export const leftOut = (titles: readonly string[]): string =>
  `因宽度不够未显示：${titles.join("、")}。放宽窗口或用 --csv 可以看到。`;
export const paymentsStandAside = "给出的还款没有计入：按指定的还法计算。";
export const neverCleared: typeof English.neverCleared = (days) => `这样永远还不清；表中只列出前 ${days} 天。`;
