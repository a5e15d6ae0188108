/** Limitation of actions (诉讼时效): when the three years end, and what starts them afresh. */

import { addMonths, byDate, type Day, day, firstOfWeek, weekNumber } from "../loan/day.ts";
import { INTERRUPTION_KINDS } from "../loan/loan.ts";
import { DatedTable, itemRows, type LawItem, type LawRow, lawRows } from "./law-table.ts";

/** What starts the three years afresh. `debit`: taken from an account by a financial institution, as agreed. */
export const LIMITATION_EVENTS = ["payment", ...INTERRUPTION_KINDS] as const;
export type LimitationEventKind = (typeof LIMITATION_EVENTS)[number];

export interface LimitationEvent {
  readonly date: Day;
  readonly kind: LimitationEventKind;
}

export interface Limitation<Event extends LimitationEvent> {
  /** The earliest day on which the three years can end; what is not known to this program may have moved it. */
  readonly endsOn: Day;
  /** The event they run from; null: they run from the last due date. */
  readonly restartedBy: Event | null;
  /** The last suit while they ran. They begin when its proceedings end, which is not known here: they may run long after `endsOn`. */
  readonly suit: Event | null;
}

/** As a debt owed by a run of days needs it: whichever event it was. */
export type KnownLimitation = Limitation<LimitationEvent>;

export type LimitationYears = 2 | 3;

export interface LimitationQuestion<Event extends LimitationEvent> {
  /** The last due date of the schedule in force, an agreement's own where there is one. */
  readonly lastDue: Day;
  /** In any order. */
  readonly events: readonly Event[];
}

/** Two years before it; those that had not ended by then became three, those that had stayed ended (法释〔2018〕12号 arts 1–3). */
const THREE_YEARS_SINCE = day("2017-10-01");

/**
 * Three years (of old debts two) from the later of the last due date and the last event before they have run out (Civil Code arts 188, 189,
 * 195). No event makes them end earlier, and none after their end starts them afresh (art 192). After a suit that end is not known.
 */
export function limitationEnds<Event extends LimitationEvent>(asked: LimitationQuestion<Event>): Limitation<Event> {
  const { lastDue, events } = asked;
  let endsOn = endFrom(lastDue);
  let restartedBy: Event | null = null;
  let suit: Event | null = null;
  for (const event of events.toSorted(byDate)) {
    if (suit === null && event.date > lastDayInTime(endsOn)) break;
    if (event.kind === "suit") suit = event;
    if (event.date <= (restartedBy?.date ?? lastDue)) continue;
    endsOn = endFrom(event.date);
    restartedBy = event;
  }
  return { endsOn, restartedBy, suit };
}

/** The day they ended on, where that lies before `on`; null where they may still run. */
export function limitationRanOutOn({ endsOn, suit }: KnownLimitation, on: Day): Day | null {
  const last = lastDayInTime(endsOn);
  return suit !== null || last >= on ? null : last;
}

/** Of a last day that is a Saturday or a Sunday, the Monday after it (Civil Code art 203). Other holidays are not known here. */
function lastDayInTime(endsOn: Day): Day {
  const nextMonday = firstOfWeek(weekNumber(endsOn) + 1);
  return nextMonday - endsOn <= DAYS_OF_WEEKEND ? nextMonday : endsOn;
}

const DAYS_OF_WEEKEND = 2;

/** The same day so many years on, or the last day of a month without such a day (Civil Code art 202). */
function endFrom(start: Day): Day {
  const afterTwoYears = addMonths(start, 2 * 12);
  return limitationYears(afterTwoYears) === 2 ? afterTwoYears : addMonths(start, 3 * 12);
}

/** How long the time was that ended, or ends, on a day: three years can end on none before they were introduced. */
export function limitationYears(endsOn: Day): LimitationYears {
  return endsOn < THREE_YEARS_SINCE ? 2 : 3;
}

const IN_FORCE_FROM_CIVIL_CODE = { from: day("2021-01-01"), until: null };

export function limitationRows(): readonly LawRow[] {
  return [
    ...lawRows(
      new DatedTable<LawItem>("limitation-period", [
        {
          from: day("1987-01-01"),
          until: day("2017-09-30"),
          value: { item: "period", en: "two years", zh: "二年" },
          source: "General Principles of the Civil Law (民法通则) art 135, the article and its first day from memory",
          sure: "known",
        },
        {
          from: day("2017-10-01"),
          until: day("2020-12-31"),
          value: {
            item: "period",
            en: "three years, also where two years were running on 2017-10-01; where two years had ended before, they stay ended",
            zh: "三年，2017-10-01 时二年尚未届满的也是三年；此前二年已经届满的不变",
          },
          source: "General Provisions of the Civil Law (民法总则) art 188; 法释〔2018〕12号 arts 1, 2, 3",
          sure: "verified-medium",
        },
        {
          ...IN_FORCE_FROM_CIVIL_CODE,
          value: {
            item: "period",
            en: "three years, at most twenty; of a debt in instalments from the last instalment's due date; fixed by law, waiver in advance is void",
            zh: "三年，最长二十年；分期履行的同一债务自最后一期履行期限届满之日起算；期间法定，预先放弃无效",
          },
          source: "Civil Code arts 188, 189, 197",
          sure: "verified-strong",
        },
      ]),
      (item) => [item],
    ),
    ...itemRows({
      ...IN_FORCE_FROM_CIVIL_CODE,
      source: "Civil Code art 195; 诉讼时效规定 (2020) arts 8, 14; for cards 法释〔2021〕10号 art 3",
      sure: "verified-strong",
      items: [
        {
          item: "payment",
          en: "a payment, also of a part: starts them afresh",
          zh: "还款（包括只还一部分）：重新起算",
        },
        {
          item: "promise",
          en: "a promise to pay: asking for time or instalments, an agreement: starts them afresh",
          zh: "同意履行：请求延期或分期、制定还款计划、达成协议：重新起算",
        },
        {
          item: "demand",
          en: "a demand by letter, message or e-mail that reached or should have reached the debtor: starts them afresh",
          zh: "以信件、短信、电子邮件等催收，到达或应当到达债务人：重新起算",
        },
        {
          item: "debit",
          en: "a debit by a financial institution as agreed, as the lender's demand: starts them afresh",
          zh: "金融机构按约定从账户扣款（视为债权人主张权利）：重新起算",
        },
        {
          item: "suit",
          en: "a suit or an arbitration: starts them afresh when its proceedings end",
          zh: "提起诉讼或者申请仲裁：自有关程序终结时重新起算",
        },
      ] satisfies readonly (LawItem & { readonly item: LimitationEventKind })[],
    }),
    ...itemRows({
      ...IN_FORCE_FROM_CIVIL_CODE,
      source: "Civil Code art 192; 诉讼时效规定 (2020) art 19; the two rulings as quoted",
      sure: "verified-strong",
      items: [
        {
          item: "run-out",
          en: "after they have run out nothing starts them afresh: what was paid cannot be asked back, agreeing to pay gives up the defence; whether a part payment alone does is disputed (no: (2019)最高法民申4337号; yes: (2013)粤高法民申字第414号)",
          zh: "届满后不再重新起算：已还的不能要求返还，同意履行即不能再以时效抗辩；只还一部分算不算，法院看法不一（不算：(2019)最高法民申4337号；算：(2013)粤高法民申字第414号）",
        },
      ],
    }),
  ];
}
