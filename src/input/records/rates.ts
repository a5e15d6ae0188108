/** Contract rates by date: `18%/year`, `4%/year@2026-01-01`, `lpr1y*4`; and penalty rates by days overdue. */

import { LPR_KNOWN_UNTIL, lprRates } from "../../law/lpr.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { shownPerDay } from "../../loan/day-count.ts";
import { formatFraction, multiply } from "../../loan/rate.ts";
import type { Cap, DatedRate, PenaltyTier } from "../../loan/terms.ts";
import { type Counting, type Document, itemsOf, oneOrMore, type Reader } from "../field.ts";
import type { ProblemCollector } from "../problem.ts";
import { optional, reader, record, required, usually } from "../record.ts";
import { days } from "../values/count.ts";
import { date } from "../values/date.ts";
import { formatPenalty, penalty } from "../values/penalty.ts";
import { type ContractRate, contractRate, formatContractRate, formatRate, rate } from "../values/rate.ts";
import type { Written } from "../written.ts";

export interface ReadRates {
  readonly rates: readonly DatedRate[];
  /** They stand on the table after the last day that it knows. */
  readonly areBeyondTable: boolean;
}

/** A contract rate as it is written: from a day on, or from the beginning. */
interface WrittenRate {
  readonly from: Day | null;
  readonly rate: ContractRate;
}

const datedRate = record({
  fields: { from: optional(date), rate: required(contractRate) },
  short: {
    separator: ":",
    inHead: ["rate", "from"],
    split(head) {
      const [rateText = "", from] = head.split(/@(.*)/s);
      return { rate: rateText, from };
    },
    join: ({ rate: text = "", from }) => `${text}${from === undefined ? "" : `@${from}`}`,
  },
  make: (parts) => ({ value: parts }),
  parts: (value: WrittenRate) => value,
});

const rateList = oneOrMore(withoutLabelColon(datedRate));

/** `日利率：0.05%`, as an app shows it and as it is copied: this colon begins no setting. */
const LABEL = /^(\s*[^\d:：@]*率(?:\s*[（(]单利[）)])?)\s*[:：]\s*/;

function withoutLabelColon<Value>(reader: Reader<Value>): Reader<Value> {
  return {
    read: (written, problems) =>
      reader.read(
        written.kind === "text" ? { ...written, text: written.text.replace(LABEL, "$1") } : written,
        problems,
      ),
  };
}

/** The rates of a contract, earliest first; those that stand on a table are looked up in it. */
export function readRates(written: Written, problems: ProblemCollector): ReadRates | undefined {
  const rows = rateList.read(written, problems);
  if (rows === undefined) return undefined;
  if (rows.length === 0) return problems.add(written.where, { code: "list-empty", name: "rate" });
  const sorted = rows.toSorted((left, right) => (left.from ?? -Infinity) - (right.from ?? -Infinity));
  const twice = sorted.find(({ from }, index) => index > 0 && sorted[index - 1]?.from === from);
  if (twice !== undefined) {
    const name = twice.from === null ? "" : formatDay(twice.from);
    return problems.add(placeOf(written, rows.indexOf(twice), "from"), { code: "duplicate", kind: "rate", name });
  }
  const before = problems.count;
  let areBeyondTable = false;
  const rates = sorted.flatMap((row, index) => {
    if (row.rate.kind === "rate") return [{ from: row.from, rate: row.rate.rate }];
    const until = sorted[index + 1]?.from ?? Infinity;
    const { term, multiple, addition } = row.rate;
    if (until > LPR_KNOWN_UNTIL) areBeyondTable = true;
    const ofTable = between(lprRates(term, multiple, addition), row.from, until);
    if (ofTable.some(({ rate: { numerator } }) => numerator < 0n)) {
      const text = formatContractRate(row.rate);
      problems.add(placeOf(written, rows.indexOf(row), "rate"), { code: "rate-below-nothing", text });
    }
    return ofTable;
  });
  return problems.count > before ? undefined : { rates, areBeyondTable };
}

/** The rates of a table from a day on and before another; the one in force on the first day is made to begin with it. */
function between(rates: readonly DatedRate[], first: Day | null, until: number): readonly DatedRate[] {
  const start = first ?? -Infinity;
  const inForce = rates.findLast(({ from }) => (from ?? -Infinity) <= start);
  const later = rates.filter(({ from }) => (from ?? -Infinity) > start && (from ?? -Infinity) < until);
  return inForce === undefined ? later : [{ from: first, rate: inForce.rate }, ...later];
}

export const ratesDocument = (rates: readonly DatedRate[], counting: Counting): Document =>
  rates.map(({ from, rate: value }) => ({
    from: from === null ? null : formatDay(from),
    rate: rate.document(value, counting),
  }));

export function formatRates(rates: readonly DatedRate[]): string {
  return itemsOf(datedRate).format(rates.map((one) => ({ from: one.from, rate: { kind: "rate", rate: one.rate } })));
}

/** Where an entry of what is written stands, or one of its keys. */
function placeOf(written: Written, index: number, key: string): string {
  const item = written.kind === "list" ? (written.items[index] ?? written) : written;
  return item.kind === "object"
    ? item.placeOf(item.entries.has(key) ? key : ([...item.entries.keys()][0] ?? key))
    : item.where;
}

/** `1.5x`, `1.5x:max=0.098%/day`, or a row of a list. */
const tier = reader({
  fields: { fromDaysOverdue: usually(days, 1), rate: required(penalty), max: optional(rate) },
  short: { separator: ":", inHead: ["rate"], split: (head) => ({ rate: head }) },
  make: ({ fromDaysOverdue, rate: own, max }) => ({
    value: {
      fromDaysOverdue,
      penalty: own,
      cap: max === null ? null : ({ kind: "rate", of: "penalty", rate: max } as const),
    },
  }),
});

const tierList = oneOrMore(withoutLabelColon(tier));

/** Penalties by days overdue, and what they may be at most; the first row has to speak for the first day. */
export function readPenalties(
  written: Written,
  problems: ProblemCollector,
): { readonly penalty: readonly PenaltyTier[]; readonly caps: readonly Cap[] } | undefined {
  const rows = tierList.read(written, problems);
  if (rows === undefined) return undefined;
  const before = problems.count;
  const sorted = rows.toSorted((left, right) => left.fromDaysOverdue - right.fromDaysOverdue);
  const [first] = sorted;
  if (first === undefined) problems.add(written.where, { code: "list-empty", name: "penalty" });
  else if (first.fromDaysOverdue > 1) {
    const { fromDaysOverdue: daysOverdue } = first;
    const place = placeOf(written, rows.indexOf(first), "fromDaysOverdue");
    problems.add(place, { code: "penalty-starts-late", daysOverdue });
  }
  for (const [index, row] of sorted.entries()) {
    if (sorted[index - 1]?.fromDaysOverdue !== row.fromDaysOverdue) continue;
    const place = placeOf(written, rows.indexOf(row), "fromDaysOverdue");
    problems.add(place, { code: "duplicate", kind: "penalty", name: String(row.fromDaysOverdue) });
  }
  const maxima = new Set(sorted.map(({ cap }) => (cap === null ? null : formatRate(cap.rate))));
  const limited = rows.findIndex(({ cap }) => cap !== null);
  if (maxima.size > 1) problems.add(placeOf(written, limited, "max"), { code: "penalty-maximum-differs" });
  if (problems.count > before) return undefined;
  return {
    penalty: sorted.map(({ fromDaysOverdue, penalty: own }) => ({ fromDaysOverdue, penalty: own })),
    caps: sorted.slice(0, 1).flatMap(({ cap }) => cap ?? []),
  };
}

export function formatPenalties(tiers: readonly PenaltyTier[]): string {
  return tiers
    .map(
      ({ fromDaysOverdue, penalty: own }) =>
        `${formatPenalty(own)}${fromDaysOverdue <= 1 ? "" : ` from day ${fromDaysOverdue}`}`,
    )
    .join(" ");
}

/** A multiple is of the contract rate in force; its daily rate is shown where that never changes. */
export function penaltyDocument(
  { fromDaysOverdue, penalty: own }: PenaltyTier,
  contract: readonly DatedRate[],
  counting: Counting,
): Document {
  if (own.kind === "rate") return { fromDaysOverdue, multiple: null, rate: rate.document(own.rate, counting) };
  const [only, other] = contract;
  const isOne = only !== undefined && other === undefined;
  const daily = isOne ? formatFraction(multiply(shownPerDay(only.rate, counting.dayCount), own.of)) : null;
  return { fromDaysOverdue, multiple: formatFraction(own.of), rate: daily };
}
