/** A session of the guide: the questions, the answer, and what the reader wants to see next. */

import { budgetPlan } from "../../advice/budget.ts";
import { statedTotal } from "../../advice/stated-total.ts";
import { USUAL_DAYS } from "../../input/horizon.ts";
import { type LoanRequest, readLoanRequest } from "../../input/loan-request.ts";
import type { LoanOptions } from "../../input/options.ts";
import { OWED_OPTIONS } from "../../input/owed-options.ts";
import { amount } from "../../input/values/amount.ts";
import { CHARGES } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, formatShort } from "../../loan/money.ts";
import type { Section } from "../../output/page.ts";
import { printable } from "../../output/sanitize.ts";
import type { Platform, ReadFailure } from "../../platform.ts";
import type { Program } from "../command.ts";
import { agreementSpec, type LineOption, lineParts, lineWords } from "../next-command.ts";
import type { CommandName } from "../options.ts";
import { askAll, BACK, type Reply } from "./dialogue.ts";
import type { Interview, Spoken } from "./interview.ts";
import { askOtherDebts, type Described, debtsTable } from "./other-debts.ts";
import {
  type Answers,
  BUDGET_NEEDED,
  loanOptions,
  OTHERS,
  paymentOptions,
  QUESTIONS,
  type Question,
} from "./questions.ts";

/** A year shows whether it goes up or down; a month is as much as a screen or two hold. */
const ANSWER_DAYS: LineOption = ["days", "365"];
const DAYS_SHOWN: LineOption = ["days", "31"];

const NUMBER_OF_QUESTIONS = Math.max(...QUESTIONS.map(({ number }) => number));

export class Session {
  constructor(
    readonly interview: Interview,
    readonly platform: Platform,
    readonly program: Program,
    /** Given to the guide and handed on: language, characters of charts. */
    readonly handedOn: readonly LineOption[],
  ) {}

  get #words(): Interview["words"]["guide"] {
    return this.interview.words.guide;
  }

  /** Ends where the reader quits. */
  async hold(): Promise<void> {
    await this.#say(this.#words.intro);
    let answers = await this.#askAll();
    for (;;) {
      const loan = this.#describe(answers);
      await this.#answer(loan, answers);
      const changed = await this.#menu(loan, answers);
      if (changed === null) return;
      answers = changed;
    }
  }

  async #askAll(): Promise<Answers> {
    let given: Answers = {};
    for (;;) {
      const all = await askAll(QUESTIONS, given, (question, soFar) => {
        given = soFar;
        return this.#ask(question, soFar);
      });
      // There is nothing before the first question.
      if (all !== null) return all;
    }
  }

  #ask(question: Question, given: Answers): Promise<Reply<string | null>> {
    return this.interview.ask(question, given, (ask) =>
      this.#words.numbered(question.number, NUMBER_OF_QUESTIONS, ask),
    );
  }

  /** One question anew, with those of its number, and what is needed now. Null where the reader went back. */
  async #changeOne(answers: Answers): Promise<Answers | null> {
    const { whichAnswer, numbered, questions } = this.#words;
    const firsts = QUESTIONS.filter(({ number }, index) => number !== QUESTIONS[index - 1]?.number);
    const choices = firsts.map(({ key, number }) => ({
      value: key,
      label: numbered(number, NUMBER_OF_QUESTIONS, questions[key].ask),
    }));
    const chosen = await this.interview.choose({ ask: whichAnswer, hint: "" }, choices);
    if (chosen === BACK) return null;
    const { number } = QUESTIONS.find(({ key }) => key === chosen) ?? {};
    const asked = (one: Question): Question => ({
      ...one,
      isAsked: (given) =>
        (one.isAsked?.(given) ?? true) &&
        (one.number === number || (one.isNeeded?.(given) === true && typeof given[one.key] !== "string")),
    });
    return await askAll(QUESTIONS.map(asked), answers, (question, given) => this.#ask(question, given));
  }

  /** The loan as the answers have it. */
  #describe(answers: Answers): Described {
    const options = loanOptions(answers, this.interview.asOf);
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
    // A contract may have several rates, by date.
    const given = Object.fromEntries(
      options.map(([key, value]) => [key, key === "rate" ? [value] : value]),
    ) as LoanOptions;
    const read = readLoanRequest(given, this.platform, { days: USUAL_DAYS.compared });
    if (!read.ok) throw new Error(`answers that were taken do not make a loan: ${JSON.stringify(read.problems)}`);
    return read.value;
  }

  async #answer({ options, notes }: Described, answers: Answers): Promise<void> {
    if (notes.length > 0) await this.#say(...notes);
    await this.#run("simulate", [...options, ...paymentOptions(answers), ANSWER_DAYS, ["brief", null]]);
  }

  /** The answers after a change of them, or null where the reader quits. */
  async #menu(loan: Described, before: Answers): Promise<Answers | null> {
    const { menu, actions } = this.#words;
    const all = ["ask", "letter", "days", "report", "debts", "change", "quit"] as const;
    let answers = before;
    let initial: (typeof all)[number] = answers.others === "yes" ? "debts" : "ask";
    for (;;) {
      const choices = all.map((value) => ({ value, label: actions[value] }));
      const reply = await this.interview.choose({ ask: menu, hint: "" }, choices, initial);
      const action = reply === BACK ? "change" : all.find((one) => one === reply);
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
        case "change": {
          const changed = await this.#changeOne(answers);
          if (changed !== null) return changed;
          break;
        }
        case "quit":
        case undefined:
          return null;
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
    return reply === BACK ? answers : { ...answers, budget: reply };
  }

  async #plan(wanted: "ask" | "letter", { options, request }: Described, budget: Fen): Promise<void> {
    const monthly: LineOption = ["budget", `${formatShort(budget)}/month`];
    if (wanted === "ask") return await this.#run("plan", [...options, monthly]);
    const found = budgetPlan(request.loan, request.product, { amount: budget, every: "month" }, []).request;
    if (found !== null) {
      return await this.#letter([...options, ["agreement", agreementSpec(found)], ["letter", null]]);
    }
    await this.#say(this.#words.noLetter);
    await this.#run("plan", [...options, monthly]);
  }

  /** Shown, and kept if the reader wants to. */
  async #letter(options: readonly LineOption[]): Promise<void> {
    const { letterFile, defaultLetter } = this.#words;
    await this.#run("plan", options);
    const path = await this.#newFile(letterFile, defaultLetter);
    if (path !== null) await this.#run("plan", [...options, ["output", path]], path);
  }

  async #report(options: readonly LineOption[]): Promise<void> {
    const { reportFile, defaultReport } = this.#words;
    const path = await this.#newFile(reportFile, defaultReport);
    if (path === null) return;
    await this.#run("simulate", [...options, ["format", "html"], ["output", path]], path);
  }

  /** A file that may be written: none is lost without a word. Null: none after all. */
  async #newFile(spoken: Spoken, proposed: string): Promise<string | null> {
    const { fileExists, replaceChoices } = this.#words;
    for (;;) {
      const reply = await this.interview.path(spoken, proposed, (path) => this.#failureAt(path) === "folder");
      if (reply === BACK) return null;
      const path = reply.trim();
      if (this.#failureAt(path) === "missing") return path;
      const choices = OTHERS.map((value) => ({ value, label: replaceChoices[value] }));
      const replaces = await this.interview.choose(fileExists(printable(path)), choices);
      if (replaces === "yes") return path;
    }
  }

  #failureAt(path: string): ReadFailure | null {
    const found = this.platform.read(path);
    return found.kind === "failed" ? found.failure : null;
  }

  /** Back is to the question before, here too; before the first of them is the menu. */
  async #debts(loan: Described, answers: Answers): Promise<void> {
    const { sharedBudget } = this.#words;
    let others = await askOtherDebts(this.interview, []);
    while (others !== null) {
      const budget = await this.interview.ask(BUDGET_NEEDED, answers, (ask) => ask, sharedBudget);
      if (budget !== BACK && budget !== null) {
        const listed = [loan, ...others.map((other) => this.#describe(other))];
        if (await this.#planDebts(debtsTable(listed, this.interview.words), budget)) return;
      } else others = await askOtherDebts(this.interview, others);
    }
  }

  /** False where the reader went back. */
  async #planDebts(table: string, budget: string): Promise<boolean> {
    const { debtsFile, defaultDebts } = this.#words;
    for (;;) {
      const path = await this.#newFile(debtsFile, defaultDebts);
      if (path === null) return false;
      const failure = await this.platform.writeFile(path, [table]);
      if (failure === null) {
        const list: LineOption = ["debts", path];
        await this.#run("plan", [list, ["budget", `${budget}/month`], ["asOf", formatDay(this.interview.asOf)]]);
        return true;
      }
      this.platform.printError(this.interview.words.main.cannotWrite(printable(path), failure));
    }
  }

  /** Runs a line as if it had been typed, and shows it. */
  async #run(command: CommandName, options: readonly LineOption[], written?: string): Promise<void> {
    const line = [...options, ...this.handedOn];
    const { sameLine } = this.#words;
    const { main } = this.interview.words;
    if ((await this.program.run(lineWords(command, line))) !== 0) return;
    if (written !== undefined) await this.#say(main.written(printable(written)));
    await this.#show({ kind: "command", title: sameLine, parts: lineParts(command, line) });
  }

  #say(...texts: readonly string[]): Promise<void> {
    return this.#show({ kind: "sentences", sentences: texts.map((text) => ({ text })) });
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
