/** `plan`: what to pay, or what to ask the lender for. */

import { withAgreedAssumptions } from "../../input/assumptions.ts";
import { readWritten } from "../../input/field.ts";
import { readUntil, USUAL_DAYS } from "../../input/horizon.ts";
import { type LoanRequest, readLoanRequest } from "../../input/loan-request.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import { planBudget as budgetRecord } from "../../input/records/payment.ts";
import { readInstalmentAgreement } from "../../input/strategy.ts";
import { readMonthsList } from "../../input/values/budget.ts";
import { EARLIEST, readDate } from "../../input/values/date.ts";
import { writtenText } from "../../input/written.ts";
import type { Budget } from "../../loan/budget.ts";
import type { Component } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import type { Agreement, InstalmentAgreement } from "../../loan/events.ts";
import { agreementOver } from "../../loan/offers.ts";
import type { Words } from "../../messages/words.ts";
import { FORMATS_FOR_PEOPLE } from "../../output/formats.ts";
import type { CommandInput, CommandResult } from "../command.ts";
import { longFlag, type OptionKey, type Options } from "../options.ts";
import { formatOfEnding } from "../output-options.ts";
import { planAgreement } from "./plan-agreement.ts";
import { planBudget } from "./plan-budget.ts";
import { planClearBy } from "./plan-clear-by.ts";
import { type DebtsRequest, planDebts, readDebts, readFirst } from "./plan-debts.ts";

/** One thing to find out. */
type PlanGoal =
  | { readonly kind: "clear-by"; readonly date: Day }
  | {
      readonly kind: "budget";
      readonly budget: Budget & { readonly for: Component | null };
      readonly months: readonly number[];
    }
  | {
      readonly kind: "agreement";
      readonly agreement: InstalmentAgreement;
      readonly print: "plan" | "letter" | "calendar";
    };

export type GoalOf<Kind extends PlanGoal["kind"]> = Extract<PlanGoal, { readonly kind: Kind }>;

export interface PlanRequest {
  readonly request: LoanRequest;
  readonly goal: PlanGoal;
  /** As given, without the months of the grid, which do not describe the loan. */
  readonly options: Options;
}

/** The options that name one. */
const GOALS = ["clearBy", "budget", "agreement"] as const;
/** What only an agreement has, and what only several debts have: a budget that changes, or is worked out of an income. */
const OF_AGREEMENT = ["letter", "ics"] as const;
const OF_SEVERAL_DEBTS = ["first", "extra", "income", "living"] as const;

export function read(input: CommandInput): Result<PlanRequest | DebtsRequest> {
  const { options, platform } = input;
  if (options.debts !== undefined) return readDebts(input);
  const problems = new ProblemCollector();
  // Beside a budget --months names the months of the grid, unless it belongs to a contract.
  const isGridMonths = options.months !== undefined && options.borrowed === undefined && options.budget !== undefined;
  const loanOptions = isGridMonths ? { ...options, months: undefined } : options;
  const loan = readLoanRequest(loanOptions, platform, { days: USUAL_DAYS.compared });
  const request = problems.merge(loan);
  const goal = readGoal(options, isGridMonths, loan.asOf, problems);
  if (request === null || goal === null) return problems.result<PlanRequest>(null);
  const counted = withAgreedAssumptions(request, agreedFor(goal, request.loan.asOf));
  return problems.result({ request: counted, goal, options: loanOptions });
}

/** What is agreed, or asked for: a budget looks at usual agreements of several lengths. */
function agreedFor(goal: PlanGoal, asOf: Day): readonly Agreement[] {
  switch (goal.kind) {
    case "clear-by":
      return [];
    case "budget":
      return [agreementOver(asOf, 1, {})];
    case "agreement":
      return [goal.agreement];
    default:
      return goal satisfies never;
  }
}

function readGoal(options: Options, isGridMonths: boolean, asOf: Day, problems: ProblemCollector): PlanGoal | null {
  const named = GOALS.filter((key) => options[key] !== undefined).map(longFlag);
  const [first, second] = named;
  if (first === undefined) problems.add("plan", { code: "plan-without-goal", options: GOALS.map(longFlag) });
  if (second !== undefined) problems.add(second, { code: "conflict", options: named });
  if (options.agreement === undefined) needsOption("--agreement", OF_AGREEMENT, options, problems);
  // Only a statement has more than one kind of letter.
  if ((options.letter ?? "") !== "") problems.add("--letter", { code: "option-without-value", option: "--letter" });
  if (options.letter !== undefined && options.ics === true)
    problems.add("--ics", { code: "conflict", options: ["--letter", "--ics"] });
  checkFormat(options, problems);
  needsOption("--debts", OF_SEVERAL_DEBTS, options, problems);
  // So that its names can be completed before the debts are named.
  if (options.first !== undefined) readFirst(options, problems);
  // Without a readable loan dates cannot be judged against it; what is written is still read.
  const clearBy = problems.readGiven(options.clearBy, "--clear-by", (text) =>
    asOf === EARLIEST ? readDate(text) : readUntil(text, asOf),
  );
  const [budgetText] = options.budget ?? [];
  const budgetGiven = budgetText === undefined ? null : writtenText(budgetText, "--budget");
  const budget = readWritten(budgetGiven, budgetRecord, problems);
  if ((options.budget?.length ?? 0) > 1)
    problems.add("--budget", { code: "option-twice", option: "--budget", instead: "plan --debts" });
  const months = isGridMonths ? problems.readGiven(options.months, "--months", readMonthsList) : [];
  const agreement = problems.readGiven(options.agreement, "--agreement", (text) => readInstalmentAgreement(text, asOf));
  if (clearBy !== null) return { kind: "clear-by", date: clearBy };
  if (budget !== null) return { kind: "budget", budget, months: months ?? [] };
  if (agreement === null) return null;
  return {
    kind: "agreement",
    agreement,
    print: options.ics ? "calendar" : options.letter === undefined ? "plan" : "letter",
  };
}

/** What is given without the option that it belongs to. */
function needsOption(option: string, keys: readonly OptionKey[], options: Options, problems: ProblemCollector): void {
  for (const key of keys) if (options[key] !== undefined) problems.add(longFlag(key), { code: "needs-option", option });
}

/** A calendar has a format of its own, and a letter is for people. */
function checkFormat(options: Options, problems: ProblemCollector): void {
  const { format, csv, json, output } = options;
  const ending = formatOfEnding(options);
  const named = [
    ...(format === undefined ? [] : [{ option: `--format ${format}`, name: format }]),
    ...(csv ? [{ option: "--csv", name: "csv" }] : []),
    ...(json ? [{ option: "--json", name: "json" }] : []),
  ];
  const ofEnding = ending === undefined || named.length > 0 ? [] : [{ option: `--output ${output}`, name: ending }];
  for (const { option, name } of [...named, ...ofEnding]) {
    if (options.ics === true) problems.add("--ics", { code: "conflict", options: ["--ics", option] });
    else if (options.letter !== undefined && !FORMATS_FOR_PEOPLE.includes(name))
      problems.add("--letter", { code: "conflict", options: ["--letter", option] });
  }
}

export async function run(asked: PlanRequest | DebtsRequest, common: Words): Promise<CommandResult> {
  const words = { ...common, plan: await common.load.plan() };
  if ("debts" in asked) return await planDebts(asked, words);
  const { goal } = asked;
  switch (goal.kind) {
    case "clear-by":
      return await planClearBy(asked, goal, words);
    case "budget":
      return await planBudget(asked, goal, words);
    case "agreement":
      return await planAgreement(asked, goal, words);
    default:
      return goal satisfies never;
  }
}
