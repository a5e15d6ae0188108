/** What each language says of a contract's terms: the names of components, and a value of each term in words. */

import { COMPONENTS, type Component } from "../loan/components.ts";
import { formatDay } from "../loan/day.ts";
import type { LateFee } from "../loan/late-fee.ts";
import { type Fen, formatFen } from "../loan/money.ts";
import { formatFraction, formatPercent, type Rate } from "../loan/rate.ts";
import type { Rounding } from "../loan/rounding.ts";
import {
  type Axis,
  type Cap,
  type ChoiceField,
  type CountField,
  type Grace,
  type PenaltyTier,
  TERM_FIELDS,
  type TermField,
  type Terms,
  termForm,
} from "../loan/terms.ts";

/** The components, and the interest for the delay of a judgment. */
export type ComponentNames = Readonly<Record<Component | "delay", string>>;

/** Titles of columns that each component has one of: `to_fee`, `to_penalty`, … */
export function titlesByComponent<Prefix extends string>(
  prefix: Prefix,
  names: ComponentNames,
  titleOf: (name: string) => string,
): Readonly<Record<`${Prefix}_${Component}`, string>> {
  const titles = COMPONENTS.map((component) => [`${prefix}_${component}`, titleOf(names[component])] as const);
  return Object.fromEntries(titles) as Record<`${Prefix}_${Component}`, string>;
}

export type TermWords = { readonly [Field in TermField]: (value: Terms[Field]) => string };

type ChosenField = ChoiceField | "compound";
type MayBeNone = CountField | "grace" | "lateFees" | "caps" | "minimum" | "orderAfter" | "orderInAdvance";

/** What the values are put together of, in the same way in each language. */
export interface TermPhrases {
  readonly choices: { readonly [Field in ChosenField]: Readonly<Record<Terms[Field], string>> };
  /** Where a term says that there is none. */
  readonly none: Readonly<Record<MayBeNone, string>>;
  readonly contractRate: string;
  readonly charges: string;
  /** Between the items of a list, and between the rules of one. */
  readonly comma: string;
  readonly semicolon: string;
  readonly amount: (amount: string) => string;
  readonly rate: (share: string, per: Rate["per"]) => string;
  readonly timesContractRate: (times: string) => string;
  /** What holds from a date on, or from a day overdue on. */
  readonly from: (value: string, date: string) => string;
  readonly fromDay: (value: string, daysOverdue: number) => string;
  readonly larger: (amount: string, share: string) => string;
  readonly grace: Readonly<Record<Grace["kind"], (days: number, penalty: string) => string>>;
  readonly lateFee: (fee: LateFee) => string;
  readonly rounding: (rounding: Rounding) => string;
  readonly orderFrom: (daysOverdue: number, order: string, by: Axis) => string;
}

/** `penaltyRate`: what the rate of compound interest is called where it is that of the penalty. */
export function termWordsOf(phrases: TermPhrases, names: ComponentNames, penaltyRate: string): TermWords {
  const { none, comma, semicolon } = phrases;
  const rate = (value: Rate): string => phrases.rate(formatPercent(value), value.per);
  const order = (components: readonly Component[]): string => components.map((each) => names[each]).join(comma);
  const penalty = ({ penalty: own, fromDaysOverdue }: PenaltyTier): string => {
    const value = own.kind === "rate" ? rate(own.rate) : phrases.timesContractRate(formatFraction(own.of));
    return fromDaysOverdue <= 1 ? value : phrases.fromDay(value, fromDaysOverdue);
  };
  const capped = (cap: Cap): string => {
    if (cap.kind === "rate") return rate(cap.rate);
    return cap.kind === "share" ? formatPercent(cap.share) : rate({ ...cap.yearlyRate, per: "year" });
  };
  const amount = (value: Fen): string => phrases.amount(formatFen(value));
  const listed = <Item>(field: MayBeNone, separator: string, inWords: (item: Item) => string) => {
    return (items: readonly Item[]) => (items.length === 0 ? none[field] : items.map(inWords).join(separator));
  };
  return {
    ...asTheyAre(phrases),
    rates: (rates) =>
      rates
        .map((each) => (each.from === null ? rate(each.rate) : phrases.from(rate(each.rate), formatDay(each.from))))
        .join(comma),
    penalty: (tiers) => tiers.map(penalty).join(comma),
    compoundRate: (value) => {
      if (value.kind === "rate") return rate(value.rate);
      return value.kind === "penalty" ? penaltyRate : phrases.contractRate;
    },
    grace: ({ days, kind }) => (days === 0 ? none.grace : phrases.grace[kind](days, names.penalty)),
    lateFees: listed("lateFees", comma, phrases.lateFee),
    caps: listed("caps", comma, (cap) => `${cap.of === "charges" ? phrases.charges : names[cap.of]} ${capped(cap)}`),
    minimum: (value) => {
      if (value === null) return none.minimum;
      const { amount: least, share } = value;
      if (least === null) return share === null ? "" : formatPercent(share);
      return share === null ? amount(least) : phrases.larger(amount(least), formatPercent(share));
    },
    rounding: phrases.rounding,
    order,
    orderAfter: listed("orderAfter", semicolon, (row) => phrases.orderFrom(row.daysOverdue, order(row.order), row.by)),
    orderInAdvance: (value) => (value === null ? none.orderInAdvance : order(value)),
  };
}

/** The terms that are a word out of several, or a number: each word has its own, and nothing is put together. */
function asTheyAre({ choices, none }: TermPhrases): Pick<TermWords, ChosenField | CountField> {
  const chosen = Object.entries<Readonly<Record<string, string>>>(choices).map(
    ([field, words]) => [field, (word: string) => words[word]] as const,
  );
  const counted = TERM_FIELDS.filter(isCount).map(
    (field) => [field, (count: number | null) => (count === null ? none[field] : String(count))] as const,
  );
  // The types say that each of these fields is there; a list of pairs cannot say so.
  return Object.fromEntries<unknown>([...chosen, ...counted]) as Pick<TermWords, ChosenField | CountField>;
}

function isCount(field: TermField): field is CountField {
  return termForm(field).count !== undefined;
}

export function termInWords<Field extends TermField>(words: TermWords, terms: Terms, field: Field): string {
  return words[field](terms[field]);
}
