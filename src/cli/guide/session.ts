/** A session of the guide: the questions, the answer, and what the reader wants to see next. */

import { budgetPlan } from "../../advice/budget.ts";
import { statedTotal } from "../../advice/stated-total.ts";
import { type LoanRequest, readLoanRequest } from "../../input/loan-request.ts";
import type { LoanOptions } from "../../input/options.ts";
import { OWED_OPTIONS } from "../../input/owed-options.ts";
import { amount } from "../../input/values/amount.ts";
import { lprRates } from "../../law/lpr.ts";
import { CHARGES } from "../../loan/components.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { type Fen, formatShort } from "../../loan/money.ts";
import { csvText } from "../../output/csv-text.ts";
import type { Section } from "../../output/page.ts";
import { printable } from "../../output/sanitize.ts";
import type { Platform } from "../../platform.ts";
import type { Program } from "../command.ts";
import { agreementSpec } from "../commands/plan-budget.ts";
import { lineParts, lineWords } from "../next-command.ts";
import type { CommandName } from "../options.ts";
import { askAll } from "./dialogue.ts";
import type { Interview } from "./interview.ts";
import {
  type Answers,
  BUDGET_NEEDED,
  type LineOption,
  loanOptions,
  OTHERS,
  paymentOptions,
  QUESTIONS,
  QUESTIONS_OF_A_DEBT,
  type Question,
} from "./questions.ts";

/** A year shows whether it goes up or down; a month is as much as a screen or two hold. */
const ANSWER_DAYS: LineOption = ["days", "365"];
const DAYS_SHOWN: LineOption = ["days", "31"];

const NUMBER_OF_QUESTIONS = Math.max(...QUESTIONS.map(({ number }) => number));

/** What `plan --debts` reads of each debt. */
const DEBT_COLUMNS = [
  ["principal", "principal"],
  ["days_overdue", "daysOverdue"],
  ["product", "product"],
  ["owed_interest", "owedInterest"],
  ["owed_penalty", "owedPenalty"],
  ["owed_compound", "owedCompound"],
  ["owed_fee", "owedFee"],
] as const;

interface Described {
  readonly options: readonly LineOption[];
  readonly request: LoanRequest;
  /** What had to be taken to be so. */
  readonly notes: readonly string[];
}

export class Session {
  constructor(
    readonly interview: Interview,
    readonly platform: Platform,
    readonly program: Program,
    readonly asOf: Day,
    /** Given to the guide and handed on: language, characters of charts. */
    readonly handedOn: readonly LineOption[],
  ) {}

  get #words(): Interview["words"]["guide"] {
    return this.interview.words.guide;
  }

  /** Ends where the reader quits. */
  async hold(): Promise<void> {
    await this.#show({ kind: "sentences", sentences: [{ text: this.#words.intro }] });
    let answers: Answers | null = null;
    for (;;) {
      answers = await this.#askAll(answers);
      const loan = this.#describe(answers);
      await this.#answer(loan, answers);
      const end = await this.#menu(loan, answers);
      if (end.kind === "quit") return;
      answers = end.answers;
    }
  }

  /** Questions answered before are gone through from the last. */
  async #askAll(before: Answers | null): Promise<Answers> {
    const heading = ({ number }: Question, ask: string): string =>
      this.#words.numbered(number, NUMBER_OF_QUESTIONS, ask);
    const from = before === null ? "first" : "last";
    let given = before ?? {};
    for (;;) {
      const all = await askAll(
        QUESTIONS,
        given,
        (question, soFar) => {
          given = soFar;
          return this.interview.ask(question, soFar, (ask) => heading(question, ask));
        },
        from,
      );
      // There is nothing before the first question.
      if (all !== null) return all;
    }
  }

  /** The loan as the answers have it. */
  #describe(answers: Answers): Described {
    const options = loanOptions(answers, this.asOf);
    const request = this.#read(options);
    const total = moneyOf(answers.total);
    const notes = answers.since === null ? [this.#words.sinceUnknown] : [];
    if (total === null) return { options, request, notes };
    const { charges, stated, computed } = statedTotal(request.loan, total);
    const words = this.#words;
    const note =
      moneyOf(answers.principal) === null
        ? words.totalForPrincipal(total)
        : computed === 0 && stated > 0
          ? words.chargesUnexplained(stated)
          : words.chargesAsStated(stated, computed, this.interview.words.products.title(request.product));
    const owed = CHARGES.map((charge): LineOption => [OWED_OPTIONS[charge], formatShort(charges[charge])]);
    const all = [...options, ...owed];
    return { options: all, request: this.#read(all), notes: [...notes, note] };
  }

  #read(options: readonly LineOption[]): LoanRequest {
    const given = Object.fromEntries(options) as LoanOptions;
    const read = readLoanRequest(given, this.platform, { days: 365, referenceRates: lprRates });
    if (!read.ok) throw new Error(`answers that were taken do not make a loan: ${JSON.stringify(read.problems)}`);
    return read.value;
  }

  async #answer({ options, notes }: Described, answers: Answers): Promise<void> {
    if (notes.length > 0) await this.#show({ kind: "sentences", sentences: notes.map((text) => ({ text })) });
    await this.#run("simulate", [...options, ...paymentOptions(answers), ANSWER_DAYS, ["brief", null]]);
  }

  async #menu(
    loan: Described,
    before: Answers,
  ): Promise<{ readonly kind: "quit" } | { readonly kind: "change"; readonly answers: Answers }> {
    const { menu, actions } = this.#words;
    const all = ["ask", "letter", "days", "report", "debts", "change", "quit"] as const;
    let answers = before;
    let initial: (typeof all)[number] = answers.others === "yes" ? "debts" : "ask";
    for (;;) {
      const choices = all.map((value) => ({ value, label: actions[value] }));
      const reply = await this.interview.choose({ ask: menu, hint: "" }, choices, initial);
      const action = reply.kind === "back" ? "change" : all.find((one) => one === reply.value);
      switch (action) {
        case "ask":
        case "letter": {
          answers = await this.#withBudget(answers);
          const budget = moneyOf(answers.budget);
          if (budget !== null) await this.#plan(action, loan, budget);
          break;
        }
        case "days":
          await this.#run("simulate", [...loan.options, ...paymentOptions(answers), DAYS_SHOWN]);
          break;
        case "report":
          await this.#report([...loan.options, ...paymentOptions(answers), ANSWER_DAYS]);
          break;
        case "debts":
          await this.#debts(loan, answers);
          break;
        case "change":
          return { kind: "change", answers };
        case "quit":
        case undefined:
          return { kind: "quit" };
        default:
          return action satisfies never;
      }
      initial = "quit";
    }
  }

  /** Asks for what could be paid, where it was not said. */
  async #withBudget(answers: Answers): Promise<Answers> {
    if (typeof answers.budget === "string") return answers;
    const reply = await this.interview.ask(BUDGET_NEEDED, answers, (ask) => ask);
    return reply.kind === "back" ? answers : { ...answers, budget: reply.value };
  }

  async #plan(wanted: "ask" | "letter", { options, request }: Described, budget: Fen): Promise<void> {
    const monthly: LineOption = ["budget", `${formatShort(budget)}/month`];
    if (wanted === "ask") return await this.#run("plan", [...options, monthly]);
    const found = budgetPlan(request.loan, request.product, { amount: budget, every: "month" }, []).request;
    if (found !== null) {
      return await this.#run("plan", [...options, ["agreement", agreementSpec(found)], ["letter", null]]);
    }
    await this.#show({ kind: "sentences", sentences: [{ text: this.#words.noLetter }] });
    await this.#run("plan", [...options, monthly]);
  }

  async #report(options: readonly LineOption[]): Promise<void> {
    const { reportFile, defaultReport } = this.#words;
    const path = await this.#newFile(reportFile, defaultReport);
    if (path === null) return;
    await this.#run("simulate", [...options, ["format", "html"], ["output", path]], path);
  }

  /** A file that may be written: none is lost without a word. Null: none after all. */
  async #newFile(spoken: { readonly ask: string; readonly hint: string }, proposed: string): Promise<string | null> {
    const { fileExists, replaceChoices } = this.#words;
    for (;;) {
      const reply = await this.interview.path(spoken, proposed);
      if (reply.kind === "back") return null;
      const path = reply.value.trim();
      const found = this.platform.read(path);
      if (found.kind === "failed" && found.failure === "missing") return path;
      const choices = OTHERS.map((value) => ({ value, label: replaceChoices[value] }));
      const replaces = await this.interview.choose(fileExists(printable(path)), choices);
      if (replaces.kind === "answer" && replaces.value === "yes") return path;
    }
  }

  async #debts(loan: Described, answers: Answers): Promise<void> {
    const { debtsFile, defaultDebts, sharedBudget } = this.#words;
    const others = await this.#otherDebts();
    if (others === null) return;
    const budget = await this.interview.ask(BUDGET_NEEDED, answers, (ask) => ask, sharedBudget);
    if (budget.kind === "back" || budget.value === null) return;
    const path = await this.#newFile(debtsFile, defaultDebts);
    if (path === null) return;
    const failure = await this.platform.writeFile(path, [this.#debtsTable([loan, ...others])]);
    const { main } = this.interview.words;
    if (failure !== null) return this.platform.printError(main.cannotWrite(printable(path), failure));
    await this.#run("plan", [
      ["debts", path],
      ["budget", `${budget.value}/month`],
      ["asOf", formatDay(this.asOf)],
    ]);
  }

  /** Null where the reader went back from the first question of one. */
  async #otherDebts(): Promise<readonly Described[] | null> {
    const { debtNumber, ofDebt, moreDebts, othersChoices } = this.#words;
    const choices = OTHERS.map((value) => ({ value, label: othersChoices[value] }));
    const debts: Described[] = [];
    for (;;) {
      const debt = debtNumber(debts.length + 2);
      const answers = await askAll(QUESTIONS_OF_A_DEBT, {}, (question, given) =>
        this.interview.ask(question, given, (ask) => ofDebt(debt, ask)),
      );
      if (answers === null) return null;
      debts.push(this.#describe(answers));
      const more = await this.interview.choose(moreDebts, choices);
      if (more.kind === "back") return null;
      if (more.value === "no") return debts;
    }
  }

  #debtsTable(debts: readonly Described[]): string {
    const names = new Map<string, number>();
    const lines = debts.map(({ options, request }, index) => {
      const values = new Map(options);
      const title = values.has("product")
        ? this.interview.words.products.title(request.product)
        : this.#words.debtNumber(index + 1);
      const count = (names.get(title) ?? 0) + 1;
      names.set(title, count);
      return [
        csvText(count === 1 ? title : `${title} ${count}`),
        ...DEBT_COLUMNS.map(([, key]) => csvText(values.get(key) ?? "")),
      ];
    });
    return [["name", ...DEBT_COLUMNS.map(([column]) => column)], ...lines]
      .map((cells) => `${cells.join(",")}\n`)
      .join("");
  }

  /** Runs a line as if it had been typed, and shows it. */
  async #run(command: CommandName, options: readonly LineOption[], written?: string): Promise<void> {
    const line = [...options, ...this.handedOn];
    const { sameLine } = this.#words;
    const { main } = this.interview.words;
    if ((await this.program.run(lineWords(command, line))) !== 0) return;
    if (written !== undefined) {
      await this.#show({ kind: "sentences", sentences: [{ text: main.written(printable(written)) }] });
    }
    await this.#show({ kind: "command", title: sameLine, parts: lineParts(command, line) });
  }

  /** With an empty line around it. */
  async #show(section: Section): Promise<void> {
    await this.platform.write(["\n"]);
    await this.program.show({ sections: [section] });
    await this.platform.write(["\n"]);
  }
}

function moneyOf(answer: string | null | undefined): Fen | null {
  const read = typeof answer === "string" ? amount.parse(answer) : null;
  return read?.ok === true ? read.value : null;
}
