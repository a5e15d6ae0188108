/** What to ask the lenders of several debts for, so that the budget is enough: interest stopped on some, or the same of all. */

import { Run } from "../../ledger/run.ts";
import { addAmounts, type ByComponent } from "../../loan/components.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fen, fen, ZERO } from "../../loan/money.ts";
import { rate } from "../../loan/rate.ts";
import { monthlyBudget } from "../budget.ts";
import { owedOn, type ReliefRequest, smallestRequest } from "../relief-request.ts";
import { commonDay, type OneDebt, type SharedBudget } from "./debt.ts";
import { chargeRate, compare } from "./orders.ts";
import { outlook, type Sharing } from "./repayment.ts";
import { sharesOf } from "./sharing.ts";

/** The least to ask of all lenders together with which the budget is enough. */
export type DebtsRequest =
  /** Interest and penalty stopped on these debts, the dearest first; all is cleared within the usual five years. */
  | { readonly kind: "interest-stopped"; readonly names: readonly string[]; readonly clearedOn: Day }
  /** Stopped on all of them, and more besides: each lender is asked for the same. */
  | {
      readonly kind: "all-lenders";
      readonly request: ReliefRequest;
      readonly monthly: readonly { readonly name: string; readonly amount: Fen }[];
    };

/** Interest is stopped on one debt after the other, the dearest first, until all is cleared in time. */
export function debtsRequest(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  limit: Day,
): DebtsRequest | null {
  const asOf = commonDay(debts);
  const served = debts.filter(({ priority }) => priority !== "never");
  const dearest = served
    .map((debt) => {
      const run = new Run(debt.loan, { ...NO_EVENTS, payments: debt.payments });
      run.advance(asOf);
      return { debt, rate: chargeRate(run, addMonths(asOf, 1)) };
    })
    .toSorted((one, other) => compare(one.rate, other.rate))
    .map(({ debt }) => debt);
  const stopped = new Map(dearest.map((debt) => [debt, { ...debt, loan: withoutCharges(debt.loan) }]));
  const stops = (count: number): { names: readonly string[]; clearedOn: Day | null } => {
    const chosen = new Set(dearest.slice(0, count));
    const asked = debts.map((debt) => (chosen.has(debt) ? (stopped.get(debt) ?? debt) : debt));
    const { clearedOn } = outlook(asked, budget, sharing, { until: limit });
    return { names: [...chosen].map(({ name }) => name), clearedOn };
  };
  // With interest stopped on more of them it takes no longer, so that half of what is left can be passed over each time.
  let tooFew = 0;
  let enough = dearest.length;
  let found = stops(enough);
  if (found.clearedOn !== null) {
    while (enough - tooFew > 1) {
      const middle = Math.floor((enough + tooFew) / 2);
      const tried = stops(middle);
      if (tried.clearedOn === null) tooFew = middle;
      else {
        enough = middle;
        found = tried;
      }
    }
    if (found.clearedOn !== null) return { kind: "interest-stopped", names: found.names, clearedOn: found.clearedOn };
  }
  const owed = served.map(({ loan }) => owedOn(loan, asOf));
  const monthly = monthlyBudget({ amount: budget.usual, every: budget.every });
  const request = smallestRequest(owed.reduce(addAmounts), asOf, monthly);
  if (request === null) return null;
  const shares = sharesOf(request.monthly, owed.map(amountOwed));
  return {
    kind: "all-lenders",
    request,
    monthly: served.map(({ name }, index) => ({ name, amount: fen(shares[index] ?? 0) })),
  };
}

function amountOwed(owed: ByComponent): number {
  return Object.values(owed).reduce((total: number, amount) => total + amount, 0);
}

/** From its day on nothing is charged any more; what is owed and when it falls due stays. */
function withoutCharges(loan: Loan): Loan {
  const free = rate(0n, 1n, "day");
  const instalments = loan.instalments.map((each) => (each.due > loan.asOf ? { ...each, interest: ZERO } : each));
  return {
    ...loan,
    instalments: withKnownCharges(loan, instalments),
    terms: {
      ...loan.terms,
      rates: [{ from: null, rate: free }],
      penalty: [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: free } }],
      compound: "none",
      lateFees: [],
      caps: [],
    },
  };
}

/** What ran up until the day is owed all the same: it is put on the first instalment. */
function withKnownCharges(loan: Loan, instalments: Loan["instalments"]): Loan["instalments"] {
  const owed = owedOn(loan, loan.asOf);
  const isDue = (due: Day): boolean => due <= loan.asOf;
  const known = instalments.map((each) =>
    isDue(each.due) ? { ...each, interest: ZERO, penalty: ZERO, compound: ZERO, fee: ZERO } : each,
  );
  return known.map((each, index) =>
    index === 0
      ? { ...each, interest: owed.interest, penalty: owed.penalty, compound: owed.compound, fee: owed.fee }
      : each,
  );
}
