/** What is agreed with a lender, done to the state: instalment agreements, deferrals, settlements, refinancing. */

import { CHARGES, COMPONENTS } from "../loan/components.ts";
import { addMonths, type Day, NEVER } from "../loan/day.ts";
import type { Agreement, Deferral, InstalmentAgreement, Refinancing, Settlement, Unearned } from "../loan/events.ts";
import { type Fen, fen, least, shareOf, subtract, takenOf, ZERO } from "../loan/money.ts";
import { oncePer } from "../loan/once.ts";
import { USUAL_ROUNDING } from "../loan/rounding.ts";
import type { ScheduledInstalment } from "../loan/schedule.ts";
import { penaltyPerDay, type Terms } from "../loan/terms.ts";
import { bringUpAll } from "./accrual.ts";
import { agreedInterest, capitalSchedule, chargesIn, principalIn, refinancedSchedule } from "./agreed-schedule.ts";
import { dropWaterfalls, raise, stopAccruals } from "./balances.ts";
import { receive } from "./day-steps.ts";
import {
  type BeforeAgreement,
  balanceOf,
  cloneState,
  countDue,
  type InstalmentState,
  type LoanState,
  makeState,
  type StateInput,
  totalOwed,
} from "./loan-state.ts";
import { dropHeldBack, isOverdueOn, renewAll } from "./period.ts";
import { type ByPlace, byPlace, FEE, INTEREST, PLACES, PRINCIPAL, placeOf } from "./places.ts";
import { rescaleCarry } from "./posting.ts";
import { rateTable } from "./rate-table.ts";
import { earnedBetween, scheduledFor } from "./scheduled-interest.ts";
import { forgiveUnearned, waive } from "./waivers.ts";
import { findOldest } from "./waterfall.ts";

/** No penalty runs while an agreement is kept. */
const NO_PENALTY = penaltyPerDay(0n, 1n);

/** The state after an agreement takes effect on a day; the state given must not be used any more. */
export function takeEffect(state: LoanState, agreement: Agreement, asOf: Day): LoanState {
  bringUpAll(state, agreement.date);
  switch (agreement.kind) {
    case "agreement":
      return agreeInstalments(state, agreement, asOf);
    case "deferral":
      return defer(state, agreement);
    case "settlement":
      return settle(state, agreement);
    case "refinancing":
      return refinance(state, agreement, asOf);
    default:
      return agreement satisfies never;
  }
}

function agreeInstalments(old: LoanState, agreement: InstalmentAgreement, asOf: Day): LoanState {
  const { date, onBreak, graceDays, down } = agreement;
  const before: BeforeAgreement = { state: cloneState(old, date), on: date, graceDays, received: [] };
  leaveOutUnearned(old, agreement.unearned, date);
  for (const place of PLACES) {
    const amount = shareOf(fen(old.sums[place].owed), agreement.waive[COMPONENTS[place]]);
    waive(old, place, amount, date);
    if (onBreak === "keep") waive(before.state, place, amount, date);
  }
  if (down !== null) {
    const total = totalOwed(old);
    const amount = takenOf(total, down);
    old.beforeAgreement = before;
    receive(old, { date, amount, for: null, surplus: "next" });
  }
  const left = byPlace((place) => fen(old.sums[place].owed));
  const principal = left[PRINCIPAL];
  const charges = subtract(totalOwed(old), principal);
  // Interest accrues by itself: it is worked out here only where the parts depend on it.
  const interestOn = agreement.method.kind === "equal-principal" ? () => ZERO : agreedInterest(agreement);
  const schedule = capitalSchedule(agreement, principal, charges, interestOn);
  const state = makeState(followOn(old, agreement, asOf), schedule);
  state.beforeAgreement = before;
  putInto(state, { agreement, schedule, chargesOf: chargesIn(agreement, principal, charges), kept: left });
  renewAll(state, date);
  return state;
}

interface Agreed {
  readonly agreement: InstalmentAgreement;
  /** Of what it capitalises. */
  readonly schedule: readonly ScheduledInstalment[];
  readonly chargesOf: (capital: Fen, index: number) => Fen;
  readonly kept: ByPlace<Fen>;
}

/** Charges that are kept stay what they were: the first instalments pay off the fees, the next ones the penalty, and so on. */
function putInto(state: LoanState, { agreement, schedule, chargesOf, kept }: Agreed): void {
  const { charges: when, method, date, pauseMonths } = agreement;
  const left = [...kept];
  // Of an agreement of the 31st the first month to the end of February has 28 days, not the 31 of a month before that.
  const firstFrom = addMonths(date, pauseMonths);
  for (const instalment of state.instalments) {
    const capital = schedule[instalment.index];
    if (capital === undefined) continue;
    let charges = chargesOf(capital.principal, instalment.index);
    raise(state, balanceOf(state, instalment, PRINCIPAL), principalIn(agreement, capital.principal, charges), true);
    for (const place of CHARGE_PLACES) {
      if (charges === 0) break;
      const part = least(left[place] ?? ZERO, charges);
      left[place] = subtract(left[place] ?? ZERO, part);
      charges = subtract(charges, part);
      raise(state, balanceOf(state, instalment, place), part, when === "spread");
    }
    if (method.kind === "flat") fixInterest(state, instalment, capital.interest, firstFrom);
  }
}

const CHARGE_PLACES = CHARGES.map(placeOf);

/** Charges interest that is fixed in advance for the days up to an instalment. */
function fixInterest(state: LoanState, instalment: InstalmentState, interest: Fen, firstFrom: Day): void {
  const balance = balanceOf(state, instalment, INTEREST);
  raise(state, balance, interest, false);
  balance.sums.charged += interest;
  // It is charged in whole now and earned as its days pass: together they must not count it twice.
  state.flows.earnedBefore -= interest;
  instalment.scheduled = scheduledFor(state, instalment, interest, firstFrom);
}

type FollowOn = InstalmentAgreement | Refinancing;

/** The old terms, but for those that are agreed. Kept, because many runs make the same agreement under the same terms. */
const termsAfter = oncePer((agreement: FollowOn) =>
  oncePer(
    (before: Terms): Terms => ({
      ...before,
      penaltyBase: "overdue-principal",
      rounding: USUAL_ROUNDING,
      rateDecimals: null,
      lateFees: [],
      grace: { days: 0, kind: "waive" },
      rates: [{ from: null, rate: agreement.rate }],
      dayCount: agreement.dayCount,
      ...(agreement.kind === "agreement"
        ? {
            penalty: NO_PENALTY,
            compound: "none",
            // What caps a rate of the contract does not lower the one that is agreed.
            caps: before.caps.filter(({ kind }) => kind !== "rate"),
            interest: agreement.method.kind === "flat" ? "scheduled" : "accrued",
          }
        : { penalty: agreement.penalty, caps: [], interest: "accrued" }),
    }),
  ),
);

/** The state with which a loan goes on under an agreement or as a new loan. */
function followOn(old: LoanState, agreement: FollowOn, asOf: Day): StateInput {
  const { date } = agreement;
  const terms = termsAfter(agreement)(old.terms);
  // Each month from that day on bears one month's rate, also where nothing falls due (a pause).
  const bounds = [date];
  if (isOverdueOn(old, date)) old.flows.overdueEndedOn = date;
  old.flows.pastArrears = [];
  old.flows.arrears = null;
  old.flows.earnedBefore += earnedBetween(old, asOf, date);
  return {
    terms,
    rates: rateTable({ terms, bounds, rateOverrides: [], multipleOf: 1n }),
    bounds,
    borrowed: old.borrowed,
    day: date,
    sums: old.sums,
    flows: old.flows,
    chargedAtStart: old.chargedAtStart,
  };
}

/** Interest for days that lie ahead is owed only where the contract says so (Civil Code art 677). */
function leaveOutUnearned(state: LoanState, unearned: Unearned, day: Day): void {
  if (unearned === "leave-out") forgiveUnearned(state, day);
}

/** Moves every due date, but not the contract's periods. What is carried is converted to the new table of rates. */
function defer(state: LoanState, { date, months, rate: deferredRate }: Deferral): LoanState {
  const until = addMonths(date, months);
  if (deferredRate !== null) {
    const { denominator } = state.posting;
    // The rate agreed last holds in place of those agreed before, which end where they do not reach beyond it.
    const stillAhead = state.rateOverrides.filter((override) => override.until > until);
    state.rateOverrides = [...stillAhead, { until, rate: deferredRate }];
    const { terms, bounds, rateOverrides } = state;
    state.rates = rateTable({ terms, bounds, rateOverrides, multipleOf: denominator });
    state.posting = state.rates.posting;
    const factor = state.posting.denominator / denominator;
    for (const { balances } of state.instalments)
      for (const balance of balances) if (balance !== null) rescaleCarry(balance, factor, state.posting);
  }
  state.furthestCarry = Math.max(state.furthestCarry, state.currentInstalment);
  for (const instalment of state.instalments) {
    dropHeldBack(state, instalment, date);
    instalment.due = instalment.due <= date ? until : addMonths(instalment.due, months);
    instalment.nextFeeDay = NEVER;
    instalment.accruedTo = date;
    stopAccruals(instalment);
    if (instalment.isAhead) continue;
    instalment.isAhead = true;
    for (const balance of instalment.balances) state.notYetDue.owed += balance?.capital ?? 0;
  }
  state.currentInstalment = countDue(state.instalments, date);
  dropWaterfalls(state);
  state.graceCursor = 0;
  state.nextFeeDay = NEVER;
  renewAll(state, date);
  return state;
}

/** The lump sum goes to principal first, so that it is mostly charges that are waived: all that it leaves is. */
function settle(state: LoanState, { date, pays, unearned }: Settlement): LoanState {
  leaveOutUnearned(state, unearned, date);
  const total = totalOwed(state);
  const amount = takenOf(total, pays);
  receive(state, { date, amount, for: "principal", surplus: "next" });
  for (const place of PLACES) waive(state, place, fen(state.sums[place].owed), date);
  findOldest(state, date);
  // What is settled does not come back.
  state.beforeAgreement = null;
  return state;
}

function refinance(old: LoanState, refinancing: Refinancing, asOf: Day): LoanState {
  const { date } = refinancing;
  leaveOutUnearned(old, refinancing.unearned, date);
  const clears = totalOwed(old);
  const fee = shareOf(clears, refinancing.feeShare);
  const schedule = refinancedSchedule(refinancing, clears);
  old.sums[FEE].charged += fee;
  old.flows.isRefinanced = true;
  for (const place of PLACES) {
    const { owed } = old.sums[place];
    old.sums[place].refinanced += (place === PRINCIPAL ? clears + fee : 0) - owed - (place === FEE ? fee : 0);
  }
  const state = makeState({ ...followOn(old, refinancing, asOf), borrowed: fen(clears + fee) }, schedule);
  for (const instalment of state.instalments) {
    raise(state, balanceOf(state, instalment, PRINCIPAL), schedule[instalment.index]?.principal ?? ZERO, true);
  }
  renewAll(state, date);
  return state;
}
