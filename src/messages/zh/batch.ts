/** 中文：批量计算时所说的话。 */

export const moreProblems = (count: number): string => `overdue-sim: 另有 ${count} 行有错，见各行的 error 列。`;
export const threadEnded = (first: number, last: number): string =>
  `overdue-sim: 一个线程提前结束；第 ${first} 至 ${last} 行重新计算。`;
export const progress = (count: number, perSecond: number, left: string | null): string =>
  `${count} 行，每秒 ${perSecond} 行${left === null ? "" : `，还需 ${left}`}`;
