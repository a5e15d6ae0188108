/** The letter to the lender as a page: notes to its reader first, then the request, then the schedule as its attachment. */

import { type AgreementPlan, amountOf, equalInstalments } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import { type ByComponent, CHARGES, COMPONENTS } from "../../loan/loan.ts";
import { type Fen, fen, subtract, sum, ZERO } from "../../loan/money.ts";
import type { LenderKind } from "../../loan/products/product.ts";
import { formatFraction, fraction, type Rate } from "../../loan/rate.ts";
import type * as English from "../../messages/en/letter.ts";
import {
  type Cell,
  type Column,
  count,
  date,
  money,
  type Page,
  type Section,
  type Table,
  text,
} from "../../output/page.ts";

export type LetterWords = typeof English;

/** Instalments the letter itself names before its last one; the attachment has all. */
const FIRST_INSTALMENTS = 3;

/** The kind of lender decides which provisions are cited: cards have rules of their own. */
export function letterPage(plan: AgreementPlan, lender: LenderKind, words: LetterWords): Page {
  const facts = factsOf(plan, lender);
  const sections: Section[] = [
    { kind: "notes", title: words.readerTitle, notes: words.readerNotes },
    sentences(words.title, [...words.heading(facts), words.opening(facts)]),
    sentences(words.owedTitle, [words.owed(facts)]),
    { kind: "table", table: owedTable(plan, words) },
    sentences(words.reasonsTitle, words.reasons),
    { kind: "notes", title: words.proposalTitle, notes: words.proposal(facts) },
    { kind: "notes", title: words.scheduleTitle, notes: scheduleNotes(plan, words) },
    { kind: "notes", title: words.askedTitle, notes: words.asked(facts) },
    { kind: "notes", title: words.proofsTitle, notes: words.proofs },
    { kind: "notes", title: words.provisionsTitle, notes: words.provisions(facts) },
    { kind: "sentences", sentences: words.closing.map((text) => ({ text })) },
    { kind: "table", table: { title: words.attachmentTitle, ...scheduleTable(plan, words.scheduleColumns) } },
  ];
  return { sections };
}

function factsOf(plan: AgreementPlan, lender: LenderKind): English.LetterFacts {
  const { owed, waived, interestNotYetDue, schedule, agreement } = plan;
  const first = schedule[0];
  const last = schedule.at(-1);
  if (first === undefined || last === undefined) throw new Error("a letter asks for at least one instalment");
  return {
    plan,
    lender,
    totalOwed: totalOf(owed),
    waived: COMPONENTS.map((component) => ({ component, amount: waived[component] })).filter(
      ({ amount }) => amount > 0,
    ),
    totalWaived: totalOf(waived),
    chargesKept: sum(CHARGES.map((component) => subtract(owed[component], waived[component]))),
    interestAhead: waived.interest === owed.interest ? ZERO : interestNotYetDue,
    groups: equalInstalments(schedule),
    firstDue: formatDay(first.due),
    lastDue: formatDay(last.due),
    firstAmount: amountOf(first),
    lastAmount: amountOf(last),
    largestAmount: fen(Math.max(...schedule.map(amountOf))),
    percent: percentOf(agreement.rate),
  };
}

function totalOf(amounts: ByComponent): Fen {
  return sum(COMPONENTS.map((component) => amounts[component]));
}

/** Exact, as it was given; null where interest stops. */
function percentOf({ numerator, denominator }: Rate): string | null {
  return numerator === 0n ? null : `${formatFraction(fraction(numerator * 100n, denominator))}%`;
}

function sentences(title: string, texts: readonly string[]): Section {
  return { kind: "sentences", title, sentences: texts.map((text) => ({ text })) };
}

function owedTable({ owed, waived }: AgreementPlan, { owedColumns, components, total }: LetterWords): Table {
  const row = (name: string, amount: Fen, given: Fen): readonly Cell[] => [
    text(name),
    money(amount),
    money(given),
    money(subtract(amount, given)),
  ];
  const rows = COMPONENTS.filter((component) => owed[component] > 0).map((component) =>
    row(components[component], owed[component], waived[component]),
  );
  return {
    columns: [
      { ...figure("component", owedColumns.component), align: "left" },
      figure("owed", owedColumns.owed),
      { ...figure("waived", owedColumns.waived), hideWhenEmpty: true },
      figure("left", owedColumns.left),
    ],
    rows: [...rows, row(total, totalOf(owed), totalOf(waived))],
  };
}

function scheduleNotes({ schedule }: AgreementPlan, words: LetterWords): readonly string[] {
  const notes = schedule.map((row, index) => {
    const isNamed = index < FIRST_INSTALMENTS || index === schedule.length - 1;
    return isNamed ? words.scheduleRow(index + 1, schedule.length, formatDay(row.due), amountOf(row)) : null;
  });
  return [...notes.filter((note) => note !== null), words.wholeScheduleAttached];
}

/** Every instalment of an agreement, what it is made of, and what is still to be paid after it. */
export function scheduleTable(plan: AgreementPlan, titles: LetterWords["scheduleColumns"]): Table {
  let left = plan.totalToPay;
  const rows = plan.schedule.map((row, index): readonly Cell[] => {
    left = subtract(left, amountOf(row));
    const { principal, charges, interest } = row;
    return [
      count(index + 1),
      date(row.due),
      money(amountOf(row)),
      money(principal),
      money(charges),
      money(interest),
      money(left),
    ];
  });
  return {
    columns: [
      figure("number", titles.number),
      figure("due", titles.due),
      figure("amount", titles.amount),
      figure("principal", titles.principal),
      { ...figure("charges", titles.charges), hideWhenEmpty: true },
      { ...figure("interest", titles.interest), hideWhenEmpty: true },
      figure("left", titles.left),
    ],
    rows,
  };
}

function figure(key: keyof typeof IMPORTANCE, title: string): Column {
  return { key, title, align: "right", importance: IMPORTANCE[key] };
}

const IMPORTANCE = {
  component: 100,
  owed: 90,
  waived: 80,
  number: 50,
  due: 100,
  amount: 95,
  principal: 70,
  charges: 60,
  interest: 60,
  left: 85,
} as const;
