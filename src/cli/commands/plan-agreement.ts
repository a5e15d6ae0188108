/** `plan --agreement`: its dated schedule, what it saves, what a missed instalment undoes; or the letter, or the calendar. */

import { type AgreementOutcome, agreementOutcome, type Standing } from "../../advice/agreement-outcome.ts";
import { type AgreementPlan, agreementPlan, amountOf, equalInstalments } from "../../advice/agreement-plan.ts";
import { isBeyondCardRules } from "../../advice/relief-request.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { deletableOn } from "../../law/credit-record.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { InstalmentAgreement } from "../../loan/events.ts";
import { type Fen, subtract, sum } from "../../loan/money.ts";
import type { PlanWords } from "../../messages/words.ts";
import { calendarText } from "../../output/calendar.ts";
import { type Json, yuan } from "../../output/json.ts";
import { type Column, count, date, money, type Sentence, type Table } from "../../output/page.ts";
import type { Content, Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { agreementCalendar } from "./agreement-calendar.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { inputDocument } from "./input-document.ts";
import { letterPage } from "./letter-page.ts";
import { limitProblems } from "./limit-problems.ts";
import { backgroundSection, followFor, threeQuestions } from "./plan-page.ts";
import { answerDocument } from "./summary-document.ts";

export async function planAgreement(
  request: LoanRequest,
  agreement: InstalmentAgreement,
  print: "plan" | "letter" | "calendar",
  words: PlanWords,
): Promise<CommandResult> {
  const plan = agreementPlan(request.loan, agreement, request.events);
  const beyond = limitProblems("--agreement", plan.limitReachedOn);
  if (beyond.length > 0) return refused(beyond);
  const beyondCardRules = cardNotes(request, agreement, words);
  if (print === "plan") return whatItComesTo(request, plan, beyondCardRules, words);
  if (plan.schedule.length === 0) return refused([{ where: "--agreement", code: "agreement-asks-nothing" }]);
  const letter = await words.load.letter();
  const content: Content =
    print === "calendar"
      ? { kind: "text", text: calendarText(agreementCalendar(plan, letter)) }
      : { kind: "page", page: () => letterPage(plan, request.product.lender, letter) };
  return { kind: "done", content, notes: beyondCardRules, exitCode: 0 };
}

function whatItComesTo(
  request: LoanRequest,
  plan: AgreementPlan,
  beyondCardRules: readonly string[],
  words: PlanWords,
): CommandResult {
  const { loan, events } = request;
  const followed = followFor(request, events);
  const problems = limitProblems("--days", followed.totals.limitReachedOn);
  if (problems.length > 0) return refused(problems);
  const outcome = agreementOutcome(loan, plan, events);
  const table = dueTable(plan, words);
  const content: Report = {
    kind: "report",
    page: () => ({
      sections: [
        threeQuestions(request, followed.verdict(), events, words),
        {
          kind: "sentences",
          sentences: [...conclusions(plan, outcome, words), ...beyondCardRules.map((note) => ({ text: note }))],
        },
        { kind: "table", table },
        backgroundSection(followed.answer(), words),
        assumptionsSection(request.assumptions, words),
      ],
    }),
    table,
    document: () => ({
      schema: "overdue-sim/plan@1",
      input: inputDocument({ ...request, events: { ...events, agreements: [plan.agreement] } }, null),
      assumptions: request.assumptions.map(({ code }) => code),
      summary: { ...answerDocument(followed.answer()), agreement: agreementDocument(plan, outcome) },
    }),
    charts: async () => {
      const { agreementCharts } = await import("../charts/plan-charts.ts");
      return agreementCharts(plan, await words.load.charts());
    },
    cover: async () => {
      const { agreementCover } = await import("../charts/cover.ts");
      return await agreementCover(followed.verdict(), plan, request, words);
    },
  };
  return { kind: "done", content, notes: [], exitCode: 0 };
}

/** What the borrower should know of the length, and the lender need not be told. */
function cardNotes(
  { product }: LoanRequest,
  { months, pauseMonths }: InstalmentAgreement,
  { plan: says }: PlanWords,
): readonly string[] {
  const length = months + pauseMonths;
  return isBeyondCardRules(product, length) ? [says.beyondCardRules(length)] : [];
}

function conclusions(
  plan: AgreementPlan,
  outcome: AgreementOutcome | null,
  { plan: says }: PlanWords,
): readonly Sentence[] {
  if (outcome === null) return [{ text: says.nothingToPay(formatDay(plan.agreement.date)), tone: "good" }];
  const { schedule, agreement, waived } = plan;
  const last = schedule.at(-1);
  if (last === undefined) throw new Error("an agreement has at least one instalment");
  return [
    { text: says.agreementHead(plan, equalInstalments(schedule), formatDay(last.due)), tone: "good" },
    { text: says.saved(outcome) },
    { text: says.brokenIf(outcome, sum(Object.values(waived)) === 0 ? null : agreement.onBreak), tone: "bad" },
    { text: says.recordWhileKept },
    { text: says.recordIfKept(formatDay(deletableOn(last.due))) },
  ];
}

function dueTable({ schedule, totalToPay }: AgreementPlan, { plan: says }: PlanWords): Table {
  const titled = (key: keyof typeof says.columns, importance: number, hideWhenEmpty = false): Column => ({
    key,
    title: says.columns[key],
    align: "right",
    importance,
    hideWhenEmpty,
    sums: key === "amount" || key === "principal" || key === "charges" || key === "interest",
  });
  let left: Fen = totalToPay;
  const rows = schedule.map((row, index) => {
    left = subtract(left, amountOf(row));
    return [
      count(index + 1),
      date(row.due),
      money(amountOf(row)),
      money(row.principal),
      money(row.charges),
      money(row.interest),
      money(left),
    ];
  });
  return {
    columns: [
      titled("number", 95),
      titled("due", 100),
      titled("amount", 99),
      titled("principal", 80),
      titled("charges", 70, true),
      titled("interest", 75, true),
      titled("left", 85),
    ],
    rows,
  };
}

function agreementDocument(plan: AgreementPlan, outcome: AgreementOutcome | null): Json {
  const { owed, waived, paidBefore, totalToPay, agreement, schedule } = plan;
  const first = schedule[0];
  const last = schedule.at(-1);
  return {
    date: formatDay(agreement.date),
    months: agreement.months,
    monthly: first === undefined ? null : yuan(amountOf(first)),
    lastMonth: last === undefined ? null : yuan(amountOf(last)),
    paidBefore: yuan(paidBefore),
    owed: Object.fromEntries(Object.entries(owed).map(([component, amount]) => [component, yuan(amount)])),
    waived: Object.fromEntries(Object.entries(waived).map(([component, amount]) => [component, yuan(amount)])),
    totalToPay: yuan(totalToPay),
    ...outcomeDocument(outcome, agreement.date),
  };
}

function outcomeDocument(outcome: AgreementOutcome | null, date: Day): { readonly [key: string]: Json } {
  if (outcome === null) return { clearedOn: formatDay(date), asNow: null, nothing: null, ifMissed: null };
  const { on, asNow, nothing, savedAgainstNow, savedAgainstNothing, broken } = outcome;
  const standing = ({ paid, owed }: Standing, saved: Fen): Json => ({
    paid: yuan(paid),
    owed: yuan(owed),
    saved: yuan(saved),
  });
  return {
    clearedOn: formatDay(on),
    asNow: standing(asNow, savedAgainstNow),
    nothing: standing(nothing, savedAgainstNothing),
    ifMissed: {
      instalment: broken.missed,
      brokenOn: formatDay(broken.brokenOn),
      owed: yuan(broken.owed),
      daysOverdue: broken.daysOverdue,
    },
  };
}
