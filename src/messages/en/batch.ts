/** English: what is said while a book of loans is worked through. */

import { plural } from "../../output/figures.ts";

const lines = (count: number): string => plural(count, "line", "lines");

export const moreProblems = (count: number): string =>
  `overdue-sim: ${count} more ${count === 1 ? "line has" : "lines have"} mistakes; each says so in its column error.`;
export const threadEnded = (first: number, last: number): string =>
  `overdue-sim: a thread ended early; lines ${first} to ${last} are worked out again.`;
export const progress = (count: number, perSecond: number, left: string | null): string =>
  `${lines(count)}, ${perSecond} a second${left === null ? "" : `, ${left} left`}`;
