/**
 * What the engine takes for granted of what it is handed. The command line makes loans that are so; another program may
 * not, and gets an error that names the place, instead of figures that mean nothing.
 */

import { COMPONENTS, type Component } from "../loan/components.ts";
import type { Events } from "../loan/events.ts";
import { type Instalment, JURISDICTIONS, LENDER_KINDS, type Loan, type PaymentStream } from "../loan/loan.ts";
import type { Fraction } from "../loan/money.ts";
import { ROUNDING_DIRECTIONS, ROUNDING_MOMENTS } from "../loan/rounding.ts";
import { AXES, COMPOUND_BASES, GRACE_KINDS, TERM_FIELDS, type Terms, termForm } from "../loan/terms.ts";

/** Throws where something is missing, or days, amounts, the order of the instalments or the terms are not as `Loan` says. */
export function expectWellFormedLoan(loan: Loan): void {
  const { asOf, instalments, borrowed, terms, charges, waivers, interruptions, agreedFlows, accelerateOn } = loan;
  expectList("loan.instalments", instalments);
  expectList("loan.charges", charges);
  expectList("loan.waivers", waivers);
  expectList("loan.interruptions", interruptions);
  expectGiven("loan.borrowed", borrowed);
  expectGiven("loan.terms", terms);
  expectGiven("loan.agreedFlows", agreedFlows);
  expectGiven("loan.accelerateOn", accelerateOn);
  expectOneOf("loan.lender", loan.lender, LENDER_KINDS);
  expectOneOf("loan.jurisdiction", loan.jurisdiction, JURISDICTIONS);
  if (!wellFormedTerms.has(terms)) {
    expectWellFormedTerms(terms);
    wellFormedTerms.add(terms);
  }
  expectDay("loan.asOf", asOf);
  let before = Number.NEGATIVE_INFINITY;
  for (const instalment of instalments) {
    const place = (): string => `loan.instalments[${instalments.indexOf(instalment)}]`;
    if (!isWellFormedInstalment(instalment)) {
      const wanted = "a day, whole fen, and for charges not given null";
      throw malformed(place(), wanted, JSON.stringify(instalment));
    }
    if (instalment.due < before) {
      throw malformed(`${place()}.due`, "a day not before that of the instalment before", instalment.due);
    }
    before = instalment.due;
  }
  expectDated("loan.charges", charges);
  for (const { date } of interruptions) expectDay("loan.interruptions", date);
  if (accelerateOn !== null) expectDay("loan.accelerateOn", accelerateOn);
  for (const [index, { date, waives }] of waivers.entries()) {
    if (!(isDay(date) && (waives.kind === "amount" ? isAmount(waives.amount) : isShare(waives.share))))
      throw malformed(
        `loan.waivers[${index}]`,
        "a day, and whole fen or a share from 0 to 1",
        `${date}, ${waives.kind}`,
      );
  }
}

/** Terms that have passed the check: the loans of a book share them. */
const wellFormedTerms = new WeakSet<Terms>();

const LISTS_OF_TERMS = ["rates", "penalty", "lateFees", "caps", "order", "orderAfter"] as const;

function expectWellFormedTerms(terms: Terms): void {
  const { order, orderAfter, orderInAdvance, rates, penalty, grace, rounding } = terms;
  for (const name of LISTS_OF_TERMS) expectList(`terms.${name}`, terms[name]);
  expectOrder("terms.order", order);
  for (const [index, row] of orderAfter.entries()) {
    expectOrder(`terms.orderAfter[${index}].order`, row.order);
    expectOneOf(`terms.orderAfter[${index}].by`, row.by, AXES);
  }
  if (orderInAdvance !== null) expectOrder("terms.orderInAdvance", orderInAdvance);
  if (rates.length === 0) throw malformed("terms.rates", "at least one rate", "none");
  if (penalty.length === 0) throw malformed("terms.penalty", "at least one rate", "none");
  for (const [index, { from }] of rates.entries()) if (from !== null) expectDay(`terms.rates[${index}].from`, from);
  for (const field of TERM_FIELDS) {
    const { choice } = termForm(field);
    if (choice !== undefined) expectOneOf(`terms.${field}`, terms[field], choice);
  }
  expectOneOf("terms.compound", terms.compound, COMPOUND_BASES);
  expectOneOf("terms.grace.kind", grace.kind, GRACE_KINDS);
  expectOneOf("terms.rounding.when", rounding.when, ROUNDING_MOMENTS);
  expectOneOf("terms.rounding.direction", rounding.direction, ROUNDING_DIRECTIONS);
}

/** Throws where payments are not of whole fen, a stream has no days to fall on, or an agreement has no months. */
export function expectWellFormedEvents({ payments, streams, agreements, paysWhenDueFrom }: Events): void {
  expectList("events.payments", payments);
  expectList("events.streams", streams);
  expectList("events.agreements", agreements);
  if (paysWhenDueFrom !== null) expectDay("events.paysWhenDueFrom", paysWhenDueFrom);
  expectDated("events.payments", payments);
  for (const agreement of agreements) {
    if (!isDay(agreement.date) || ("months" in agreement && !isCount(agreement.months))) {
      throw malformed(
        `events.agreements[${agreements.indexOf(agreement)}]`,
        "a day, and 1 month or more",
        `${agreement.date}, ${agreement.kind}`,
      );
    }
  }
  for (const stream of streams) {
    if (!isWellFormedStream(stream)) {
      const wanted =
        "a cycle of 1 day or more or on a day of the month, amounts of whole fen, and the days they begin and end";
      throw malformed(`events.streams[${streams.indexOf(stream)}]`, wanted, JSON.stringify(stream));
    }
  }
}

export function expectDay(place: string, day: unknown): void {
  if (!isDay(day)) throw malformed(place, "the number of a day, as `day` makes it of “2026-11-22”,", day);
}

function expectList(place: string, list: unknown): void {
  if (!Array.isArray(list)) throw malformed(place, "a list", list);
}

function expectGiven(place: string, part: unknown): void {
  if (part === undefined) throw malformed(place, "what its type says", part);
}

function expectDated(place: string, items: readonly { readonly date: unknown; readonly amount: unknown }[]): void {
  for (const item of items) {
    const { date, amount } = item;
    if (!(isDay(date) && isAmount(amount)))
      throw malformed(`${place}[${items.indexOf(item)}]`, "a day and whole fen", `${date}, ${amount}`);
  }
}

export function expectOneOf(place: string, word: unknown, words: readonly string[]): void {
  if (!(words as readonly unknown[]).includes(word)) throw malformed(place, `one of ${words.join(", ")}`, word);
}

function expectOrder(place: string, order: readonly Component[]): void {
  if (order.length !== COMPONENTS.length || !COMPONENTS.every((component) => order.includes(component)))
    throw malformed(place, `each of ${COMPONENTS.join(", ")} once`, order);
}

function isWellFormedInstalment({ due, principal, interest, penalty, compound, fee }: Instalment): boolean {
  return (
    isDay(due) &&
    isAmount(principal) &&
    (interest === null || isAmount(interest)) &&
    (penalty === null || isAmount(penalty)) &&
    (compound === null || isAmount(compound)) &&
    (fee === null || isAmount(fee))
  );
}

function isWellFormedStream({ cycle, amounts, from, until, pauses }: PaymentStream): boolean {
  const isCycle = cycle.kind === "days" ? isCount(cycle.days) : isCount(cycle.dayOfMonth) && cycle.dayOfMonth <= 31;
  const isPaid = amounts.length > 0 && amounts.every((amount) => amount === "minimum" || isAmount(amount));
  const areDays = isDay(from) && (until === null || isDay(until)) && pauses.every(arePauseDays);
  return isCycle && isPaid && areDays;
}

function arePauseDays({ from, until }: PaymentStream["pauses"][number]): boolean {
  return isDay(from) && isDay(until);
}

const isDay = Number.isSafeInteger;

function isCount(count: unknown): boolean {
  return Number.isSafeInteger(count) && (count as number) >= 1;
}

function isAmount(amount: unknown): boolean {
  return Number.isSafeInteger(amount) && (amount as number) >= 0;
}

function isShare({ numerator, denominator }: Fraction): boolean {
  return numerator >= 0n && numerator <= denominator;
}

function malformed(place: string, wanted: string, found: unknown): TypeError {
  return new TypeError(`${place}: ${wanted} is expected, not ${String(found)}`);
}
