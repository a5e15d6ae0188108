/** What is agreed with a lender, done to the state: instalment agreements, deferrals, settlements, refinancing. */

import { addMonths, type Day, monthsFrom } from "../loan/day.ts";
import type {
  Agreement,
  Deferral,
  InstalmentAgreement,
  Refinancing,
  Settlement,
  WaivedShares,
} from "../loan/events.ts";
import { CHARGES, COMPONENTS, type PenaltyTier, type Terms, USUAL_ROUNDING } from "../loan/loan.ts";
import { add, divideHalfUp, type Fen, fen, least, shareOf, subtract, ZERO } from "../loan/money.ts";
import { rate } from "../loan/rate.ts";
import { interestBetween, type ScheduledInstalment, scheduleOver } from "../loan/schedule.ts";
import { allocate, orderInForce } from "./allocation.ts";
import { rescaleAccounts } from "./exact-accounts.ts";
import {
  cloneState,
  FEE,
  findOldest,
  findRunning,
  indexOf,
  type LoanState,
  lessenCapitalisedCharges,
  makeState,
  owe,
  PRINCIPAL,
  settleIfClear,
  totalOwed,
  WIDTH,
} from "./loan-state.ts";
import { makeRateTable } from "./rates-in-force.ts";

/** No penalty runs while an agreement is kept. */
const NO_PENALTY: readonly PenaltyTier[] = [
  { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(0n, 1n, "day") } },
];

/** The state after an agreement takes effect on a day; the state given must not be used any more. */
export function takeEffect(state: LoanState, agreement: Agreement, day: Day): LoanState {
  switch (agreement.kind) {
    case "agreement":
      return agreeInstalments(state, agreement, day);
    case "deferral":
      return defer(state, agreement, day);
    case "settlement":
      return settle(state, agreement, day);
    case "refinancing":
      return refinance(state, agreement, day);
    default:
      return agreement satisfies never;
  }
}

/** The due dates and amounts that an agreement over what is owed at its date comes to. */
export interface AgreedInstalment {
  readonly due: Day;
  readonly principal: Fen;
  /** Charges kept, put into this instalment. */
  readonly charges: Fen;
  /** The new rate's interest, if every instalment is paid on its day. */
  readonly interest: Fen;
}

function methodOf({ method: { kind } }: InstalmentAgreement): "equal-instalments" | "equal-principal" {
  if (kind === "flat" || kind === "steps") throw new Error(`not yet an agreement of the engine: ${kind}`);
  return kind;
}

/** The dated schedule of an agreement over a remaining principal and remaining charges. */
export function agreedSchedule(
  agreement: InstalmentAgreement,
  principal: Fen,
  charges: Fen,
): readonly AgreedInstalment[] {
  const spread = agreement.charges === "spread";
  const borrowed = spread ? add(principal, charges) : principal;
  const { date, pauseMonths } = agreement;
  const monthOf = monthsFrom(date);
  const due = (index: number): Day => monthOf(pauseMonths + 1 + index);
  const rows = scheduleOver({ ...agreement, method: methodOf(agreement), borrowed }, due, "up").map((row, index) =>
    // What the pause bears is owed with the first instalment.
    index > 0 || pauseMonths === 0
      ? row
      : { ...row, interest: interestBetween(agreement, date, due(0), borrowed, pauseMonths + 1) },
  );
  if (!spread) {
    return rows.map((row, index) => ({ ...row, charges: index === rows.length - 1 ? charges : ZERO }));
  }
  return withChargesApart(rows, borrowed, charges);
}

/** Splits each instalment's capital into principal and charges in the proportion of the whole; both add up. */
function withChargesApart(
  rows: readonly ScheduledInstalment[],
  capital: Fen,
  charges: Fen,
): readonly AgreedInstalment[] {
  let capitalSoFar = ZERO;
  let chargesSoFar = ZERO;
  return rows.map((row) => {
    capitalSoFar = add(capitalSoFar, row.principal);
    const upTo =
      capital === 0 ? ZERO : fen(Number(divideHalfUp(BigInt(capitalSoFar) * BigInt(charges), BigInt(capital))));
    const own = subtract(upTo, chargesSoFar);
    chargesSoFar = upTo;
    return { due: row.due, principal: subtract(row.principal, own), charges: own, interest: row.interest };
  });
}

function agreeInstalments(old: LoanState, agreement: InstalmentAgreement, day: Day): LoanState {
  const shadow = agreement.onBreak === "restore" ? cloneState(old) : null;
  waive(old, agreement.waive);
  const fallback = shadow ?? cloneState(old);

  const kept = CHARGES.map((component) => fen(old.totals[indexOf(component)] as number));
  const schedule = agreedSchedule(
    agreement,
    fen(old.totals[PRINCIPAL] as number),
    fen(kept.reduce((a, b) => a + b, 0)),
  );
  const dues = schedule.map(({ due }) => due);
  const terms: Terms = {
    ...old.terms,
    rates: [{ from: null, rate: agreement.rate }],
    interest: "accrued",
    penalty: NO_PENALTY,
    compound: "none",
    dayCount: agreement.dayCount,
    rounding: USUAL_ROUNDING,
    rateDecimals: null,
    lateFees: [],
    grace: { days: 0, kind: "waive" },
  };
  const state = makeState({
    terms,
    // Each month from that day on bears one month's rate, also where nothing falls due (a pause).
    rates: makeRateTable({ terms, bounds: [day], windows: [], multipleOf: 1n }),
    windows: [],
    borrowed: old.borrowed,
    dues,
    day,
    accelerateOn: null,
    capitalisesCharges: agreement.charges === "spread",
    flows: old.flows,
    fallback: { state: fallback, graceDays: agreement.graceDays },
  });
  // The kept charges keep their names: fees are paid off by the first instalments, then penalty, and so on.
  let component = 0;
  let left = kept[0] ?? ZERO;
  for (const [instalment, row] of schedule.entries()) {
    owe(state, instalment, PRINCIPAL, row.principal);
    for (let charges = row.charges; charges > 0; ) {
      while (left === 0) {
        component += 1;
        left = kept[component] ?? ZERO;
        if (component >= CHARGES.length) throw new Error("an agreement spreads more charges than were kept");
      }
      const part = least(left, charges);
      const place = indexOf(CHARGES[component] ?? "fee");
      owe(state, instalment, place, part);
      if (state.capitalisedCharges !== null) state.capitalisedCharges[instalment * WIDTH + place] = part;
      left = subtract(left, part);
      charges = subtract(charges, part);
    }
  }
  findOldest(state);
  return state;
}

/** Gives up a share of each component, rounded half-up on its total, oldest instalment first. */
function waive(state: LoanState, shares: WaivedShares): void {
  for (const component of COMPONENTS) {
    const place = indexOf(component);
    let left = shareOf(fen(state.totals[place] as number), shares[component]);
    for (let instalment = 0; instalment < state.count && left > 0; instalment += 1) {
      const part = least(left, fen(state.owed[instalment * WIDTH + place] as number));
      forgive(state, instalment, place, part);
      left = subtract(left, part);
    }
  }
  findOldest(state);
}

function forgive(state: LoanState, instalment: number, component: number, amount: number): void {
  if (amount === 0) return;
  owe(state, instalment, component, -amount);
  lessenCapitalisedCharges(state, instalment * WIDTH + component, amount);
  state.flows.waived[component] = (state.flows.waived[component] as number) + amount;
  settleIfClear(state, instalment);
}

/** Moves every due date, but not the periods of the contract; exact remainders go on over the new denominator. */
function defer(old: LoanState, { months, rate: deferredRate }: Deferral, day: Day): LoanState {
  const until = addMonths(day, months);
  const dues: Day[] = [];
  for (let instalment = 0; instalment < old.count; instalment += 1) {
    const due = old.due[instalment] as Day;
    dues.push(due <= day ? until : addMonths(due, months));
  }
  const windows = deferredRate === null ? old.windows : [...old.windows, { from: day, until, rate: deferredRate }];
  const { bounds, denominator } = old.rates;
  const rates = makeRateTable({ terms: old.terms, bounds, windows, multipleOf: denominator });
  const state: LoanState = {
    ...old,
    rates,
    windows,
    due: Float64Array.from(dues),
    accounts: rescaleAccounts(old.accounts, rates.denominator, rates.parts),
    running: 0,
  };
  findRunning(state, day);
  return state;
}

/** The lump sum goes to principal first; whatever it leaves is waived. */
function settle(state: LoanState, settlement: Settlement, day: Day): LoanState {
  const amount = least(settlementAmount(settlement, fen(totalOwed(state))), fen(totalOwed(state)));
  state.flows.payments += amount;
  allocate(state, day, { amount, for: "principal", surplus: "next" }, orderInForce(state, day));
  for (let instalment = 0; instalment < state.count; instalment += 1) {
    for (let component = 0; component < WIDTH; component += 1) {
      forgive(state, instalment, component, state.owed[instalment * WIDTH + component] as number);
    }
  }
  findOldest(state);
  return state;
}

/** What a settlement asks of a total owed; a share is rounded half-up to the fen. */
function settlementAmount({ pays }: Settlement, total: Fen): Fen {
  return pays.kind === "amount" ? pays.amount : shareOf(total, pays.share);
}

/** The new loan's instalments if it pays off `clears`: that amount and the upfront fee, over its months. */
export function refinancedSchedule(refinancing: Refinancing, clears: Fen): readonly ScheduledInstalment[] {
  const borrowed = add(clears, shareOf(clears, refinancing.feeShare));
  const monthOf = monthsFrom(refinancing.date);
  return scheduleOver({ ...refinancing, borrowed }, (index) => monthOf(index + 1), "half-up");
}

function refinance(old: LoanState, refinancing: Refinancing, day: Day): LoanState {
  const clears = fen(totalOwed(old));
  const fee = shareOf(clears, refinancing.feeShare);
  const schedule = refinancedSchedule(refinancing, clears);
  const { flows } = old;
  flows.charged[FEE] = (flows.charged[FEE] as number) + fee;
  for (let component = 0; component < WIDTH; component += 1) {
    const gone = (old.totals[component] as number) + (component === FEE ? fee : 0);
    const taken = component === PRINCIPAL ? clears + fee : 0;
    flows.refinanced[component] = (flows.refinanced[component] as number) + taken - gone;
  }
  const dues = schedule.map(({ due }) => due);
  const terms: Terms = {
    ...old.terms,
    rates: [{ from: null, rate: refinancing.rate }],
    interest: "accrued",
    penalty: refinancing.penalty,
    penaltyBase: "overdue-principal",
    dayCount: refinancing.dayCount,
    rounding: USUAL_ROUNDING,
    rateDecimals: null,
    lateFees: [],
    grace: { days: 0, kind: "waive" },
  };
  const state = makeState({
    terms,
    rates: makeRateTable({ terms, bounds: [day], windows: [], multipleOf: 1n }),
    windows: [],
    borrowed: fen(clears + fee),
    dues,
    day,
    accelerateOn: null,
    capitalisesCharges: false,
    flows,
    fallback: null,
  });
  for (const [instalment, row] of schedule.entries()) owe(state, instalment, PRINCIPAL, row.principal);
  findOldest(state);
  return state;
}
