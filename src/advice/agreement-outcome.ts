/** What an agreement comes to beside going on as now and doing nothing, and what one missed instalment undoes. */

import { Run } from "../ledger/run.ts";
import { addDays, addMonths, type Day } from "../loan/day.ts";
import { type Events, NO_EVENTS, withAgreement } from "../loan/events.ts";
import type { EndOfRun, Loan } from "../loan/loan.ts";
import { add, type Fen, subtract } from "../loan/money.ts";
import { type AgreementPlan, amountOf } from "./agreement-plan.ts";
import { endOfRun } from "./end-of-run.ts";

export interface AgreementOutcome {
  /** The day on which the agreement clears the loan: all three are looked at on it. */
  readonly on: Day;
  readonly asNow: Standing;
  readonly nothing: Standing;
  /** What is paid or still owed as now, less what is paid until the agreement begins and in it; negative: it costs more. */
  readonly savedAgainstNow: Fen;
  readonly savedAgainstNothing: Fen;
  /** Null where an instalment that is not paid breaks nothing: a dated waiver has left nothing of it. */
  readonly broken: Broken | null;
}

export interface Standing {
  /** And taken: what nobody took costs nothing. */
  readonly paid: Fen;
  /** What is paid beside it and nobody took. */
  readonly unapplied: Fen;
  readonly owed: Fen;
  readonly end: EndOfRun;
}

/** One instalment paid and the next one missed (the first, where there is but one). What is charged after the last is none. */
export interface Broken {
  readonly missed: number;
  readonly brokenOn: Day;
  /** On the day after. */
  readonly owed: Fen;
  readonly daysOverdue: number;
}

/** Null where the agreement leaves nothing to pay: it cannot be missed, and there is no day to look at. */
export function agreementOutcome(loan: Loan, plan: AgreementPlan, given: Events): AgreementOutcome | null {
  const { schedule, clearedOn } = plan;
  if (schedule.length === 0) return null;
  const asNow = standing(loan, given, clearedOn);
  const nothing = standing(loan, NO_EVENTS, clearedOn);
  // What the agreement takes, kept to its end, with what is charged and waived on dates in it.
  const kept = standing(loan, withAgreement(plan.before, plan.agreement), clearedOn);
  const saved = ({ paid, owed }: Standing): Fen => subtract(add(paid, owed), add(kept.paid, kept.owed));
  return {
    on: clearedOn,
    asNow,
    nothing,
    savedAgainstNow: saved(asNow),
    savedAgainstNothing: saved(nothing),
    broken: missedInstalment(loan, plan),
  };
}

function standing(loan: Loan, events: Events, on: Day): Standing {
  const run = new Run(loan, events).advance(on);
  const totals = run.totals();
  const { payments, unapplied } = totals;
  return { paid: subtract(payments, unapplied), unapplied, owed: run.owed, end: endOfRun(loan, totals) };
}

function missedInstalment(loan: Loan, { agreement, before, schedule }: AgreementPlan): Broken | null {
  const end = addMonths(agreement.date, agreement.pauseMonths + agreement.months);
  const [first, second] = schedule.filter(({ due }) => due <= end);
  if (first === undefined) return null;
  const payments = second === undefined ? [] : [{ date: first.due, amount: amountOf(first), for: null, surplus: null }];
  const brokenOn = addDays((second ?? first).due, agreement.graceDays);
  const events = { ...before, payments: [...before.payments, ...payments], agreements: [agreement] };
  const run = new Run(loan, events).advance(addDays(brokenOn, 1));
  if (!run.totals().brokenOn.includes(brokenOn)) return null;
  return { missed: second === undefined ? 1 : 2, brokenOn, owed: run.owed, daysOverdue: run.daysOverdue };
}
