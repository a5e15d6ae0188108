/** The loans the engine is measured on: one overdue instalment each; `engine.c` makes the same ones. */

export const AS_OF = 20_779;
export const DUE = 20_700;

const DAILY_RATE = { numerator: 1n, denominator: 2_000n, per: "day" };

const TERMS = {
  rates: [{ from: null, rate: DAILY_RATE }],
  interest: "accrued",
  penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: { numerator: 3n, denominator: 2n } } }],
  penaltyBase: "overdue-principal",
  compound: "interest",
  dayCount: "actual/360",
  grace: { days: 0, kind: "waive" },
  rateDecimals: null,
  rounding: "posting",
  lateFees: [],
  order: ["fee", "penalty", "compound", "interest", "principal"],
  by: "instalment",
  surplus: "next",
  orderInAdvance: null,
  orderAfter: [],
};

export function overdueLoan(index) {
  const principal = 4_000_000 + 12_370 * index;
  const instalment = { due: DUE, principal, interest: 100_000 + 10 * index, penalty: 0, compound: 0, fee: 0 };
  return loanOf([instalment]);
}

/** A loan of many instalments, half of them overdue, a month of 30 days apart. */
export function loanOfInstalments(count) {
  const first = AS_OF - 30 * Math.floor(count / 2);
  return loanOf(
    Array.from({ length: count }, (_, index) => {
      const due = first + 30 * index;
      return { due, principal: 100_000, interest: due < AS_OF ? 1_500 : 0, penalty: 0, compound: 0, fee: 0 };
    }),
  );
}

function loanOf(instalments) {
  const borrowed = instalments.reduce((total, { principal }) => total + principal, 0);
  return { name: null, asOf: AS_OF, instalments, borrowed, terms: TERMS, charges: [], accelerateOn: null };
}

/** Daily from the day after `asOf`, or monthly on its day. */
export function paying(every, amount) {
  const cycle = every === "day" ? { kind: "days", days: 1 } : { kind: "month", dayOfMonth: dayOfMonth(AS_OF) };
  const stream = { cycle, amounts: [amount], from: AS_OF + 1, until: null, pauses: [], for: null };
  return { payments: [], streams: [stream], agreements: [], paysWhenDueFrom: null };
}

function dayOfMonth(day) {
  return new Date(day * 86_400_000).getUTCDate();
}
