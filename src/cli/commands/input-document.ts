/** The `input` of a JSON document: everything as it was resolved, defaults included. */

import { cycleName } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { Agreement, Events } from "../../loan/events.ts";
import type { LateFee, Loan, PaymentStream, PenaltyRate, Terms } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import { dailyRate, formatFraction, multiply, type Rate } from "../../loan/rate.ts";
import { type Json, yuan } from "../../output/json.ts";

export function inputDocument({ loan, events, productName }: LoanRequest, until: Day | null): Json {
  return { product: productName, ...loanDocument(loan), ...paymentsDocument(events), until: dateOrNull(until) };
}

function loanDocument(loan: Loan): { readonly [key: string]: Json } {
  return {
    name: loan.name,
    asOf: formatDay(loan.asOf),
    borrowed: yuan(loan.borrowed),
    instalments: loan.instalments.map(({ due, principal, interest, penalty, compound, fee }) => ({
      due: formatDay(due),
      principal: yuan(principal),
      interest: yuan(interest),
      penalty: yuanOrNull(penalty),
      compound: yuanOrNull(compound),
      fee: yuanOrNull(fee),
    })),
    terms: termsDocument(loan.terms),
    charges: loan.charges.map(({ date, amount, component, note }) => ({
      date: formatDay(date),
      amount: yuan(amount),
      component,
      note,
    })),
    accelerateOn: dateOrNull(loan.accelerateOn),
  };
}

function termsDocument(terms: Terms): Json {
  return {
    rate: terms.rates.map(({ from, rate }) => ({ from: dateOrNull(from), rate: daily(rate, terms) })),
    interest: terms.interest,
    penalty: terms.penalty.map(({ fromDaysOverdue, penalty }) => ({
      fromDaysOverdue,
      ...penaltyDocument(penalty, terms),
    })),
    penaltyBase: terms.penaltyBase,
    compound: terms.compound,
    dayCount: terms.dayCount,
    grace: { ...terms.grace },
    rateDecimals: terms.rateDecimals,
    rounding: terms.rounding.when,
    lateFees: terms.lateFees.map(lateFeeDocument),
    order: terms.order,
    by: terms.by,
    surplus: terms.surplus,
    orderInAdvance: terms.orderInAdvance,
    orderAfter: terms.orderAfter.map(({ daysOverdue, order, by }) => ({ daysOverdue, order, by })),
  };
}

/** A multiple is of the contract rate in force; its daily rate is shown for the first one. */
function penaltyDocument(penalty: PenaltyRate, terms: Terms): { readonly multiple: Json; readonly rate: Json } {
  if (penalty.kind === "rate") return { multiple: null, rate: daily(penalty.rate, terms) };
  const contract = terms.rates[0]?.rate;
  return {
    multiple: formatFraction(penalty.of),
    rate: contract === undefined ? null : formatFraction(multiply(dailyRate(contract, yearDays(terms)), penalty.of)),
  };
}

function lateFeeDocument({ charge, each, minimum, maximum }: LateFee): Json {
  return {
    amount: charge.kind === "fixed" ? yuan(charge.amount) : null,
    percent: charge.kind === "percent" ? formatFraction(charge.share) : null,
    of: charge.kind === "percent" ? charge.of : null,
    each,
    min: yuanOrNull(minimum),
    max: yuanOrNull(maximum),
  };
}

export function paymentsDocument({ payments, streams, agreements, paysWhenDueFrom }: Events): {
  readonly [key: string]: Json;
} {
  return {
    payments: payments.map((payment) => ({
      date: formatDay(payment.date),
      amount: yuan(payment.amount),
      for: payment.for,
      surplus: payment.surplus,
    })),
    streams: streams.map(streamDocument),
    agreements: agreements.map(agreementDocument),
    payAsDueFrom: dateOrNull(paysWhenDueFrom),
  };
}

function streamDocument({ cycle, amounts, from, until, pauses, for: purpose }: PaymentStream): Json {
  return {
    every: cycleName(cycle),
    dayOfMonth: cycle.kind === "month" ? cycle.dayOfMonth : null,
    amounts: amounts.map((amount) => (amount === "minimum" ? amount : yuan(amount))),
    from: formatDay(from),
    until: dateOrNull(until),
    pauses: pauses.map((pause) => ({ from: formatDay(pause.from), until: formatDay(pause.until) })),
    for: purpose,
  };
}

function agreementDocument(agreement: Agreement): Json {
  const head = { kind: agreement.kind, date: formatDay(agreement.date) };
  switch (agreement.kind) {
    case "agreement": {
      const waive = Object.entries(agreement.waive).map(([component, share]) => [component, formatFraction(share)]);
      const { charges, months, method, dayCount, pauseMonths, graceDays, onBreak } = agreement;
      const rate = daily(agreement.rate, agreement);
      return {
        ...head,
        months,
        method: method.kind,
        rate,
        dayCount,
        waive: Object.fromEntries(waive),
        charges,
        pauseMonths,
        graceDays,
        onBreak,
      };
    }
    case "deferral":
      return {
        ...head,
        months: agreement.months,
        rate: agreement.rate === null ? null : daily(agreement.rate, PER_360_DAYS),
      };
    case "settlement": {
      const { pays } = agreement;
      return pays.kind === "share"
        ? { ...head, share: formatFraction(pays.share), amount: null }
        : { ...head, share: null, amount: yuan(pays.amount) };
    }
    case "refinancing": {
      const { months, method, dayCount, feeShare } = agreement;
      return {
        ...head,
        months,
        method,
        rate: daily(agreement.rate, agreement),
        dayCount,
        feeShare: formatFraction(feeShare),
      };
    }
    default:
      return agreement satisfies never;
  }
}

const PER_360_DAYS = { dayCount: "actual/360" } as const;

/** A rate as the exact fraction of one day, by the terms' own day count (for `period` and `actual/actual`: of 365). */
function daily(rate: Rate, terms: Pick<Terms, "dayCount">): string {
  return formatFraction(dailyRate(rate, yearDays(terms)));
}

function yearDays({ dayCount }: Pick<Terms, "dayCount">): number {
  return dayCount === "actual/360" ? 360 : 365;
}

export function yuanOrNull(amount: Fen | null): number | null {
  return amount === null ? null : yuan(amount);
}

export function dateOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
