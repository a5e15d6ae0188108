/** Chinese: titles, legends and descriptions of charts. */

import type { AmountSeries } from "../../output/chart/chart.ts";

export { between } from "./main.ts";

export const series: Readonly<Record<AmountSeries, string>> = {
  principal: "本金",
  charges: "息费",
  owed: "仍欠",
  unapplied: "多付",
};

export const totalOwed: string = "欠款合计";

export const named = (name: string, amount: string): string => `${name} ${amount} 元`;
export const listed = (items: readonly string[]): string => items.join("，");

export const ofEachPayment: string = "还的钱去了哪里";
export const ofEachPaymentDescription = (paid: string, parts: string): string => `共还 ${paid} 元，其中${parts}。`;

export const wherePaymentsWent: string = "历次还款去了哪里";
export const wherePaymentsWentDescription = (bars: number, parts: string): string =>
  `共 ${bars} 条，每条是一笔还款或一段时间内的还款；合计${parts}。`;

export const balance: string = "欠款随时间的变化";
export const balanceWith = (amount: string, cycle: string): string => `欠款随时间的变化（${cycle}还 ${amount} 元）`;
export const balanceDescription = (from: string, parts: string, to: string, partsThen: string): string =>
  `${from}：${parts}。${to}：${partsThen}。`;

export const toPay: string = "待还合计";
export const agreedBalance: string = "按协商方案还款，还剩多少";

export const standing = (days: number): string => `${days} 天后：还了多少，还欠多少`;
export const standingThen: string = "到期末：还了多少，还欠多少";
/** 条的旁边只写还欠多少：已还和仍欠的合计会被看成欠款。 */
export const stillOwed = (amount: string): string => `仍欠 ${amount}`;
export const barDescription = (name: string, parts: string): string => `${name}：${parts}。`;

export const cost: string = "到还清为止的总代价";
export const costSeries: string = "除本金外付的和被扣的钱";
export const never: string = "还不清";

export const debtsBalance: string = "各笔债欠款随时间的变化";
export const whoGetsWhat: string = "每段时间的钱还给谁";
export const whoGetsWhatDescription = (bars: number, parts: string): string =>
  `共 ${bars} 条，每条是一次还款或一段时间内的还款；合计${parts}。`;
export const whereTheBudgetGoes: string = "各笔债最后：还本金、还息费、仍欠";
export const otherDebts = (count: number): string => `其余 ${count} 笔`;

export const bothSides: string = "逐笔余额：按条款与按对账单";
export const onlyTerms: string = "按条款的逐笔余额";
export const differenceOverTime: string = "对账单的差额随时间的变化";
export const auditSeries = {
  byTerms: "按条款欠款",
  agreed: "双方一致的欠款",
  more: "对账单多出的",
  less: "对账单少记的",
};
export const largerSide: string = "两边较大者";
export const differs: string = "相差";
export const paymentsBySide: string = "还款去了哪里：两边各怎么算";
export const sides = { terms: "按条款", stated: "按对账单" };
