/** The loans that are measured, and what happens to them; the C program is told the same ones. */

import { DEFAULT_PRODUCT, NO_EVENTS, plainStream } from "../dist/index.js";

export const AS_OF = 20_779;
const DUE = 20_700;
const LOANS = 200;
export const DAYS = 3_650;

const ROUNDING = { when: "posting", direction: "half-up", unit: 1 };

/** 0.05 % a day, half as much again for what is overdue, compound on interest: the rates of `engine.c`. */
const TERMS = {
  ...DEFAULT_PRODUCT.terms,
  rates: [{ from: null, rate: perDay(1n, 2_000n) }],
  penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: { numerator: 3n, denominator: 2n } } }],
  interest: "accrued",
  penaltyBase: "overdue-principal",
  compound: "interest",
  grace: { days: 0, kind: "waive" },
  rounding: ROUNDING,
  order: ["fee", "penalty", "compound", "interest", "principal"],
  by: "instalment",
  surplus: "next",
};
const ROUNDS_DAILY = { ...TERMS, rounding: { ...ROUNDING, when: "daily" } };

/** Kept because every instalment is paid on its day. */
const AGREEMENT = {
  kind: "agreement",
  date: AS_OF + 30,
  waive: { fee: share(0n), penalty: share(1n), compound: share(1n), interest: share(0n), principal: share(0n) },
  charges: "end",
  months: 60,
  method: { kind: "equal-principal" },
  down: null,
  rate: perDay(1n, 4_000n),
  dayCount: "actual/360",
  pauseMonths: 0,
  graceDays: 0,
  onBreak: "restore",
  unearned: "keep",
};

export const PAID_DAILY = { ...NO_EVENTS, streams: [everyDay(5_000)] };

/** Each run is taken over ten years, or until the loan is cleared. */
export const SHAPES = {
  daily: { loans: book(overdueLoan), events: PAID_DAILY, repeats: 10 },
  monthly: { loans: book(overdueLoan), events: { ...NO_EVENTS, streams: [everyMonth(150_000)] }, repeats: 100 },
  twoStreams: {
    loans: book(overdueLoan),
    events: { ...NO_EVENTS, streams: [everyDay(3_000), everyMonth(60_000)] },
    repeats: 4,
  },
  instalments: {
    loans: book((index) => loanOfInstalments(24, 100_000 + 410 * index)),
    events: { ...NO_EVENTS, streams: [everyDay(3_500)] },
    repeats: 4,
  },
  agreement: {
    loans: book(overdueLoan),
    events: { ...NO_EVENTS, agreements: [AGREEMENT], paysWhenDueFrom: AGREEMENT.date },
    repeats: 20,
  },
  roundsDaily: { loans: book((index) => overdueLoan(index, ROUNDS_DAILY)), events: PAID_DAILY, repeats: 4 },
};

export function overdueLoan(index, terms = TERMS) {
  const principal = 4_000_000 + 12_370 * index;
  return loanOf([{ due: DUE, principal, interest: 100_000 + 10 * index, penalty: 0, compound: 0, fee: 0 }], terms);
}

/** Half of the instalments are overdue; a month of 30 days lies between two. */
export function loanOfInstalments(count, principal) {
  const first = AS_OF - 30 * Math.floor(count / 2);
  const instalments = Array.from({ length: count }, (_, index) => {
    const due = first + 30 * index;
    return { due, principal, interest: due < AS_OF ? 1_500 : 0, penalty: 0, compound: 0, fee: 0 };
  });
  return loanOf(instalments, TERMS);
}

/** From the day after `asOf`. */
function everyDay(amount) {
  return plainStream({ kind: "days", days: 1 }, [amount], AS_OF + 1);
}

/** On the day of `asOf`, from a month after it. */
export function everyMonth(amount) {
  const dayOfMonth = new Date(AS_OF * 86_400_000).getUTCDate();
  return plainStream({ kind: "month", dayOfMonth }, [amount], AS_OF + 1);
}

function book(loan) {
  return Array.from({ length: LOANS }, (_, index) => loan(index));
}

function loanOf(instalments, terms) {
  return {
    name: null,
    asOf: AS_OF,
    instalments,
    borrowed: instalments.reduce((total, { principal }) => total + principal, 0),
    terms,
    charges: [],
    waivers: [],
    interruptions: [],
    lender: "bank",
    jurisdiction: "cn",
    agreedFlows: null,
    accelerateOn: null,
  };
}

function perDay(numerator, denominator) {
  return { numerator, denominator, per: "day" };
}

function share(numerator) {
  return { numerator, denominator: 1n };
}
