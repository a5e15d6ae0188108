/** What there is to say of several debts under one budget, in the order in which it is said. */

import { isReported } from "../../law/credit-record.ts";
import { isServed, type PlanCycle, payDay, type SharedBudget } from "../../loan/budget.ts";
import { totalOf } from "../../loan/components.ts";
import { allThatHold } from "../../loan/conditions.ts";
import { addMonths, type Day, NEVER } from "../../loan/day.ts";
import { NO_EVENTS, namedOutOfOrder } from "../../loan/events.ts";
import { type Fen, sum } from "../../loan/money.ts";
import type { DebtChange, Of } from "../findings.ts";
import { HARDSHIP_NOTES, type HardshipNote, hardshipNotes } from "../hardship.ts";
import { limitationOf } from "../limitation-of-run.ts";
import { type AskedPart, partsOf, type ReliefRequest } from "../relief-request.ts";
import { receivedLess } from "../run-findings.ts";
import type { OneDebt } from "./debt.ts";
import type { DebtsPlan } from "./debts-plan.ts";
import type { AmountOfDebt, ShortMonth } from "./debts-request.ts";
import { type DebtOrder, inOrderOf } from "./orders.ts";
import type { SmallestBudget } from "./smallest-budget.ts";
import { startOf } from "./start.ts";

/** What a sentence on the budget is about. */
interface OfBudget {
  /** In which the money goes to the debts; null: there is only one. */
  readonly order: DebtOrder | null;
  readonly areSomeLeftOut: boolean;
}

interface OfDebts {
  readonly names: readonly string[];
}

export type DebtsFinding =
  /** A year later more is owed than now: said before anything else. */
  | (Of<"debts-grow"> &
      /** Of those that get something. */
      Omit<DebtChange, "days" | "paid"> &
      Pick<OfBudget, "areSomeLeftOut"> & { readonly from: Day; readonly isClearedLater: boolean })
  | (Of<"debts-smallest-budgets"> & {
      /** The rule under which they hold, null where there is none or only one debt. */
      readonly rule: Exclude<DebtOrder, "cheapest"> | null;
      /** The debts in the order under which they hold, where it is a fixed one; beside a rule whichever takes less. */
      readonly fixed: readonly string[];
      readonly areSomeLeftOut: boolean;
      readonly every: PlanCycle;
      readonly smallest: SmallestBudget;
      /** The budget changes on a day, while these stay the same. */
      readonly isOfChange: boolean;
      /** Some months have an amount of their own, which they keep. */
      readonly areMonthsKept: boolean;
    })
  /** The three years have run out for these: said before what the budget comes to, since to agree to pay changes more. */
  | (Of<"debts-limitation-run-out"> & OfDebts)
  /** Of these less was paid out than the contract says was lent, by which the figures go. */
  | (Of<"debts-received-less"> & OfDebts)
  | (Of<"debts-cleared"> & OfBudget & { readonly clearedOn: Day; readonly paid: Fen; readonly totalCost: Fen })
  | (Of<"debts-never-cleared"> &
      OfBudget &
      OfDebts & {
        /** Those that pass the limit of what is counted, and when. */
        readonly beyondLimit: readonly { readonly name: string; readonly on: Day }[];
      })
  /** Which debts are cleared, one after the other; the day on which half of them are. */
  | (Of<"debts-sequence"> & {
      readonly cleared: readonly { readonly name: string; readonly on: Day }[];
      readonly halfBy: Day;
    })
  /** What they had to get was more than the budget. */
  | (Of<"debts-unserved"> & {
      readonly unserved: readonly { readonly name: string; readonly on: Day; readonly missing: Fen }[];
    })
  | (Of<"debts-left-out"> & {
      readonly left: readonly { readonly name: string; readonly on: Day; readonly owed: Fen }[];
    })
  /** Their numbers of `priority` go before any order. */
  | (Of<"debts-given-first"> & OfDebts)
  | (Of<"debts-cheapest"> & OfDebts & { readonly isProven: boolean; readonly areSomeGiven: boolean })
  | (Of<"debts-pro-rata"> & {
      readonly every: PlanCycle;
      readonly amount: Fen;
      readonly shares: readonly AmountOfDebt[];
    })
  | (Of<"debts-ask-stopped"> & OfDebts & { readonly clearedOn: Day })
  | (Of<"debts-ask-all"> & {
      readonly request: ReliefRequest;
      readonly parts: readonly AskedPart[];
      readonly monthly: readonly AmountOfDebt[];
      readonly short: readonly ShortMonth[];
    })
  | Of<"debts-ask-nothing-fits">
  /** What is asked of all lenders goes by what is owed now: charges and waivers dated later for these are no part of it. */
  | (Of<"debts-ask-without-dated"> & OfDebts & { readonly after: Day })
  /** Regular payments were given for these, in whose place the budget stands; dated ones come on top of it. */
  | (Of<"debts-streams-replaced" | "debts-dated-payments"> & OfDebts)
  /** Dated payments for these name a component out of the order of the terms, which is the lender's to allow. */
  | (Of<"debts-named-if-agreed"> & OfDebts & { readonly areChinese: boolean })
  /** Some of them are overdue in the record, now or on the way; these have none. */
  | (Of<"debts-record"> & { readonly withoutRecord: readonly string[] });

function hasLimitationRunOut(debt: OneDebt, asOf: Day): boolean {
  const { loan, payments } = debt;
  const { run } = startOf(debt, asOf);
  if (loan.jurisdiction !== "cn" || run.isOver) return false;
  return limitationOf(loan, { ...NO_EVENTS, payments }, run.totals()).ranOutOn !== null;
}

/** What to know before paying or signing, said once for all debts together. That limitation has run out stands first. */
export function hardshipNotesOf(debts: readonly OneDebt[], asOf: Day): readonly HardshipNote[] {
  const found = new Set(
    debts.flatMap((debt) => {
      const { daysOverdue, isOver } = startOf(debt, asOf).run;
      return isOver ? [] : hardshipNotes(debt.loan, { daysOverdueAtStart: daysOverdue, limitation: null });
    }),
  );
  if (found.has("window-passed")) found.delete("window-before-due");
  return HARDSHIP_NOTES.filter((note) => found.has(note));
}

/** `withStreams`: the names of those for which regular payments were given. */
export function debtsFindings(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  plan: DebtsPlan,
  withStreams: readonly string[],
): readonly DebtsFinding[] {
  const { repayment, order } = plan;
  const { asOf } = repayment;
  const namesOf = (isMeant: (debt: OneDebt) => boolean): readonly string[] =>
    debts.filter(isMeant).map(({ name }) => name);
  const runOut = namesOf((debt) => hasLimitationRunOut(debt, asOf));
  const deducted = namesOf(({ loan }) => receivedLess(loan).length > 0);
  const naming = debts.filter(({ loan, payments }) => namedOutOfOrder({ payments, streams: [] }, loan).length > 0);
  const areChinese = naming.every(({ loan }) => loan.jurisdiction === "cn");
  const dated = namesOf(({ payments }) => payments.some(({ date }) => date > asOf));
  const ofBudget = { order: debts.length === 1 ? null : order, areSomeLeftOut: !debts.every(isServed) };
  const smallest = smallestBudgets(debts, budget, plan);
  const growing = growth(plan, ofBudget);
  return allThatHold<DebtsFinding>(
    growing && [growing, smallest],
    runOut.length > 0 && { code: "debts-limitation-run-out", tone: "bad", names: runOut },
    ending(plan, ofBudget),
    debts.length > 1 && sequence(plan),
    givenFirst(debts, plan),
    unserved(plan),
    leftOut(plan),
    cheapestOrder(debts, plan),
    growing === null && smallest,
    sharedOut(debts, budget, plan),
    asked(plan),
    askedWithoutDated(debts, plan),
    isRecorded(plan) && {
      code: "debts-record",
      tone: "plain",
      withoutRecord: namesOf(({ loan }) => !isReported(loan)),
    },
    deducted.length > 0 && { code: "debts-received-less", tone: "bad", names: deducted },
    withStreams.length > 0 && { code: "debts-streams-replaced", tone: "plain", names: withStreams },
    dated.length > 0 && { code: "debts-dated-payments", tone: "plain", names: dated },
    naming.length > 0 && {
      code: "debts-named-if-agreed",
      tone: "plain",
      names: naming.map(({ name }) => name),
      areChinese,
    },
  );
}

function smallestBudgets(
  debts: readonly OneDebt[],
  { every, steps, usual }: SharedBudget,
  { smallest, smallestUnder, repayment }: DebtsPlan,
): DebtsFinding {
  const isLater = (steps.find(({ isOwn }) => !isOwn)?.from ?? NEVER) > payDay(every, repayment.asOf, 1);
  const sharings = debts.length === 1 ? [] : smallestUnder;
  const fixed = sharings.find((sharing) => typeof sharing === "object");
  return {
    code: "debts-smallest-budgets",
    tone: "plain",
    rule: sharings.find((sharing) => typeof sharing === "string") ?? null,
    fixed: fixed === undefined ? [] : namesInOrder(debts, fixed),
    areSomeLeftOut: !debts.every(isServed),
    every,
    smallest,
    isOfChange: isLater || steps.some(({ amount, isOwn }) => !isOwn && amount !== usual),
    areMonthsKept: steps.some(({ isOwn }) => isOwn),
  };
}

function namesInOrder(debts: readonly OneDebt[], places: readonly number[]): readonly string[] {
  const placed = debts.map(({ name, priority }, place) => ({ name, priority, place }));
  return inOrderOf(placed, places).map(({ name }) => name);
}

/** The debts that get something of the budget. */
function servedOf({ repayment }: DebtsPlan): DebtsPlan["repayment"]["debts"] {
  return repayment.debts.filter(({ debt }) => isServed(debt));
}

function growth(plan: DebtsPlan, { areSomeLeftOut }: OfBudget): DebtsFinding | null {
  const { asOf, openingOwed, clearedOn } = plan.repayment;
  if (plan.owedAfterYear <= openingOwed) return null;
  return {
    code: "debts-grow",
    tone: "bad",
    from: asOf,
    to: addMonths(asOf, 12),
    before: openingOwed,
    after: plan.owedAfterYear,
    isUnearnedLeftOut: sum(servedOf(plan).map((each) => each.openingOwed)) > openingOwed,
    isClearedLater: clearedOn !== null,
    areSomeLeftOut,
  };
}

/** When all debts are cleared and what that costs, or which are never cleared. */
function ending(plan: DebtsPlan, ofBudget: OfBudget): DebtsFinding {
  const { clearedOn, totalCost } = plan.repayment;
  const served = servedOf(plan);
  if (clearedOn !== null && totalCost !== null) {
    const paid = sum(served.map((each) => each.paid));
    return { code: "debts-cleared", tone: "good", clearedOn, paid, totalCost, ...ofBudget };
  }
  const names = served.filter((each) => each.clearedOn === null).map(({ debt }) => debt.name);
  const beyondLimit = served.flatMap(({ debt: { name }, totals: { limitReachedOn: on } }) =>
    on === null ? [] : [{ name, on }],
  );
  return { code: "debts-never-cleared", tone: "bad", names, beyondLimit, ...ofBudget };
}

function sequence(plan: DebtsPlan): DebtsFinding | null {
  const cleared = servedOf(plan)
    .flatMap(({ debt, clearedOn: on }) => (on === null ? [] : [{ name: debt.name, on }]))
    .toSorted((one, other) => one.on - other.on);
  const half = cleared[Math.ceil(cleared.length / 2) - 1];
  return half === undefined ? null : { code: "debts-sequence", tone: "plain", cleared, halfBy: half.on };
}

function givenFirst(debts: readonly OneDebt[], { order }: DebtsPlan): DebtsFinding | null {
  const names = namesInOrder(debts, []);
  if (names.length === 0 || debts.filter(isServed).length < 2 || order === "pro-rata") return null;
  return { code: "debts-given-first", tone: "plain", names };
}

function unserved(plan: DebtsPlan): DebtsFinding | null {
  const found = servedOf(plan).flatMap(({ debt: { name }, unserved: one }) =>
    one === null ? [] : [{ name, on: one.date, missing: one.missing }],
  );
  return found.length === 0 ? null : { code: "debts-unserved", tone: "bad", unserved: found };
}

function leftOut({ repayment }: DebtsPlan): DebtsFinding | null {
  const left = repayment.debts
    .filter(({ debt }) => !isServed(debt))
    .map(({ debt, totals }) => ({ name: debt.name, on: totals.to, owed: totalOf(totals.closing) }));
  return left.length === 0 ? null : { code: "debts-left-out", tone: "bad", left };
}

function cheapestOrder(debts: readonly OneDebt[], { cheapest }: DebtsPlan): DebtsFinding | null {
  if (cheapest === null || cheapest.places.length < 2) return null;
  const names = namesInOrder(debts, cheapest.places);
  const areSomeGiven = names.length > cheapest.places.length;
  return { code: "debts-cheapest", tone: "plain", names, isProven: cheapest.isProven, areSomeGiven };
}

function sharedOut(
  debts: readonly OneDebt[],
  { every, usual: amount }: SharedBudget,
  { proRata }: DebtsPlan,
): DebtsFinding | null {
  const shares = debts.flatMap((debt, index) => {
    const amount = proRata[index];
    return isServed(debt) && amount !== undefined ? [{ name: debt.name, amount }] : [];
  });
  return shares.length < 2 ? null : { code: "debts-pro-rata", tone: "plain", every, amount, shares };
}

function askedWithoutDated(debts: readonly OneDebt[], plan: DebtsPlan): DebtsFinding | null {
  const { asOf } = plan.repayment;
  if (!plan.isRequestNeeded || plan.request?.kind === "interest-stopped") return null;
  const isLater = ({ date }: { readonly date: Day }): boolean => date > asOf;
  const names = debts
    .filter((debt) => isServed(debt) && (debt.loan.charges.some(isLater) || debt.loan.waivers.some(isLater)))
    .map(({ name }) => name);
  return names.length === 0 ? null : { code: "debts-ask-without-dated", tone: "plain", names, after: asOf };
}

function asked({ request, isRequestNeeded }: DebtsPlan): DebtsFinding | null {
  if (request === null) return isRequestNeeded ? { code: "debts-ask-nothing-fits", tone: "bad" } : null;
  if (request.kind === "interest-stopped") {
    return { code: "debts-ask-stopped", tone: "plain", names: request.names, clearedOn: request.clearedOn };
  }
  const { request: ofAll, monthly, short } = request;
  return { code: "debts-ask-all", tone: "plain", request: ofAll, parts: partsOf(ofAll), monthly, short };
}

function isRecorded({ repayment }: DebtsPlan): boolean {
  return repayment.debts.some(({ debt, monthsOverdue }) => {
    const isOverdue = monthsOverdue > 0 || startOf(debt, repayment.asOf).run.daysOverdue > 0;
    return isOverdue && isReported(debt.loan);
  });
}
