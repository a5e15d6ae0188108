/** Terms that the loan file gives in parts: rates by date, penalties and orders by days overdue, late fees, grace. */

import { formatDay } from "../loan/day.ts";
import {
  AXES,
  type Axis,
  type DatedRate,
  GRACE_KINDS,
  type LateFee,
  type OrderSwitch,
  type PenaltyTier,
  type Terms,
} from "../loan/loan.ts";
import { readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { MOST_DAYS, readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { readShare } from "./decimal.ts";
import { GRACE_BOUNDS } from "./grace.ts";
import { readBalance } from "./instalments.ts";
import { boundsIssue, LATE_FEE_BASES, LATE_FEE_TURNS, UNBOUNDED } from "./late-fee.ts";
import { readOrderWords, SWITCH_BOUNDS, sortSwitches } from "./order.ts";
import { readPenalty } from "./penalty.ts";
import type { Located, ProblemCollector } from "./problem.ts";
import { readRate } from "./rate.ts";

type Optional = Located | null | undefined;

/** Rates by date, earliest first. A row without a date holds from the beginning. */
export function readRates(
  rows: readonly { readonly from?: Optional; readonly rate: Located }[],
  place: string,
  problems: ProblemCollector,
): readonly DatedRate[] | null {
  if (rows.length === 0) return empty(place, "rate", problems);
  const read = rows.map((row) => ({
    from: row.from ? problems.read(row.from, readDate) : null,
    rate: problems.read(row.rate, readRate),
    where: row.from?.where ?? row.rate.where,
  }));
  read.sort((left, right) => (left.from ?? -Infinity) - (right.from ?? -Infinity));
  for (const [index, row] of read.entries()) {
    if (read[index - 1]?.from !== row.from) continue;
    problems.add(row.where, { code: "rates-double", from: row.from === null ? null : formatDay(row.from) });
  }
  return read.flatMap(({ from, rate }) => (rate === null ? [] : [{ from, rate }]));
}

/** Penalties by days overdue; the first row has to speak for the first day. */
export function readPenaltyTiers(
  rows: readonly { readonly fromDaysOverdue: Located; readonly rate: Located }[],
  place: string,
  problems: ProblemCollector,
): readonly PenaltyTier[] | null {
  if (rows.length === 0) return empty(place, "penalty", problems);
  const tiers = rows.flatMap(({ fromDaysOverdue, rate }) => {
    const days = problems.read(fromDaysOverdue, (text) => readCount(text, { least: 0, most: MOST_DAYS }));
    const penalty = problems.read(rate, readPenalty);
    return days === null || penalty === null ? [] : [{ fromDaysOverdue: days, penalty, where: fromDaysOverdue.where }];
  });
  if (tiers.length < rows.length) return null;
  tiers.sort((left, right) => left.fromDaysOverdue - right.fromDaysOverdue);
  const [first] = tiers;
  if (first !== undefined && first.fromDaysOverdue > 1) {
    problems.add(first.where, { code: "penalty-tiers-start-late", daysOverdue: first.fromDaysOverdue });
  }
  for (const [index, { fromDaysOverdue, where }] of tiers.entries()) {
    if (tiers[index - 1]?.fromDaysOverdue !== fromDaysOverdue) continue;
    problems.add(where, { code: "penalty-tiers-double", daysOverdue: fromDaysOverdue });
  }
  return tiers.map(({ fromDaysOverdue, penalty }) => ({ fromDaysOverdue, penalty }));
}

export interface GivenLateFee {
  readonly amount?: Optional;
  readonly percent?: Optional;
  readonly of?: Optional;
  readonly each?: Optional;
  readonly min?: Optional;
  readonly max?: Optional;
}

/** Late fees; an empty list says that there are none. */
export function readGivenLateFees(
  rows: readonly GivenLateFee[],
  place: string,
  problems: ProblemCollector,
): readonly LateFee[] {
  return rows.flatMap((row) => {
    const charge = readCharge(row, place, problems);
    const each = row.each ? problems.read(row.each, (text) => readChoice(text, LATE_FEE_TURNS)) : "instalment";
    const minimum = readBalance(row.min, problems);
    const maximum = readBalance(row.max, problems);
    const issue = boundsIssue(minimum, maximum);
    if (issue !== null) problems.add(row.max?.where ?? place, issue);
    return charge === null || each === null ? [] : [{ charge, each, ...UNBOUNDED, minimum, maximum }];
  });
}

/** Without a kind a grace waives, as the model's default has it. */
export function readGivenGrace(
  grace: { readonly days: Located; readonly kind?: Optional },
  problems: ProblemCollector,
): Terms["grace"] | null {
  const days = problems.read(grace.days, (text) => readCount(text, GRACE_BOUNDS));
  const kind = grace.kind ? problems.read(grace.kind, (text) => readChoice(text, GRACE_KINDS)) : "waive";
  return days === null || kind === null ? null : { days, kind };
}

export function readGivenOrder(
  words: readonly Located[],
  place: string,
  problems: ProblemCollector,
): Terms["order"] | null {
  return problems.take(words[0]?.where ?? place, readOrderWords(words.map(({ text }) => text)));
}

/** Orders that hold from a day overdue on; a row without an axis keeps that of the loan. */
export function readOrderSwitches(
  rows: readonly { readonly daysOverdue: Located; readonly order: readonly Located[]; readonly by?: Optional }[],
  by: Axis,
  place: string,
  problems: ProblemCollector,
): readonly OrderSwitch[] | null {
  const switches = rows.flatMap((row): readonly OrderSwitch[] => {
    const daysOverdue = problems.read(row.daysOverdue, (text) => readCount(text, SWITCH_BOUNDS));
    const order = readGivenOrder(row.order, place, problems);
    const axis = row.by ? problems.read(row.by, (text) => readChoice(text, AXES)) : by;
    return daysOverdue === null || order === null || axis === null ? [] : [{ daysOverdue, order, by: axis }];
  });
  return problems.take(rows[0]?.daysOverdue.where ?? place, sortSwitches(switches));
}

function readCharge(row: GivenLateFee, place: string, problems: ProblemCollector): LateFee["charge"] | null {
  const { amount, percent } = row;
  const of = row.of ? problems.read(row.of, (text) => readChoice(text, LATE_FEE_BASES)) : "instalment";
  if (amount && !percent) {
    const value = problems.read(amount, (text) => readAmount(text));
    return value && { kind: "fixed", amount: value };
  }
  if (percent && !amount) {
    const share = problems.read(percent, readShare);
    return share && of && { kind: "percent", share, of };
  }
  problems.add(amount?.where ?? row.each?.where ?? row.min?.where ?? row.max?.where ?? place, {
    code: "late-fee-kind",
  });
  return null;
}

function empty(place: string, key: string, problems: ProblemCollector): null {
  problems.add(place, { code: "list-empty", key });
  return null;
}
