/** English: titles, legends and descriptions of charts. */

import type { AmountSeries } from "../../output/chart/chart.ts";
import { plural } from "../../output/figures.ts";

export { between } from "./main.ts";

export const series: Readonly<Record<AmountSeries, string>> = {
  principal: "principal",
  charges: "charges",
  owed: "still owed",
  unapplied: "more than owed",
};

export const totalOwed: string = "total owed";

/** A name and its amount, as a list in a description has them. */
export const named = (name: string, amount: string): string => `${name} ${amount}`;
export const listed = (items: readonly string[]): string => items.join(", ");

export const ofEachPayment: string = "Of each payment";
export const ofEachPaymentDescription = (paid: string, parts: string): string => `Of ${paid} paid: ${parts}.`;

export const wherePaymentsWent: string = "Where the payments went";
export const wherePaymentsWentDescription = (bars: number, parts: string): string =>
  `${bars} bars, one for each payment or for the payments of a time: ${parts} in all.`;

export const balance: string = "What is owed, over time";
export const balanceWith = (amount: string, cycle: string): string =>
  `What is owed, over time, with ${amount} ${cycle}`;
export const balanceDescription = (from: string, parts: string, to: string, partsThen: string): string =>
  `On ${from}: ${parts}. On ${to}: ${partsThen}.`;

export const toPay: string = "left to pay";
export const agreedBalance: string = "What is left to pay under the agreement";

export const standing = (days: number): string =>
  `After ${plural(days, "day", "days")}: what is paid, and what is still owed`;
export const standingThen: string = "When it ends: what is paid, and what is still owed";
/** Beside a bar of what is paid and what is owed, whose sum would be read as what is owed. */
export const stillOwed = (amount: string): string => `owed ${amount}`;
export const barDescription = (name: string, parts: string): string => `${name}: ${parts}.`;

export const cost: string = "What it costs until it is cleared";
export const costSeries: string = "paid and taken beyond the principal";
export const never: string = "never cleared";

export const debtsBalance: string = "What is owed on each debt, over time";
export const whoGetsWhat: string = "Who gets what";
export const whoGetsWhatDescription = (bars: number, parts: string): string =>
  `${bars} bars, one for each payment or for the payments of a time: ${parts} in all.`;
export const whereTheBudgetGoes: string = "Each debt in the end: principal, charges, what is left";
export const otherDebts = (count: number): string => `${count} others`;

export const bothSides: string = "The running balance: by the terms, and as stated";
export const onlyTerms: string = "The running balance by the terms";
export const differenceOverTime: string = "By how much the statement differs, over time";
export const auditSeries = {
  byTerms: "owed by the terms",
  agreed: "owed on both sides",
  more: "stated beyond the terms",
  less: "by the terms beyond what is stated",
};
export const largerSide: string = "the larger of the two";
export const differs: string = "difference";
export const paymentsBySide: string = "Where the payments went, on each side";
export const sides = { terms: "by the terms", stated: "as stated" };
