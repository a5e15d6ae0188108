/** The questions as they are put to the reader: in words, with their answers checked, and what stands there already. */

import { type Issue, ok, type Parsed } from "../../input/problem.ts";
import type { Day } from "../../loan/day.ts";
import { PRODUCTS } from "../../loan/products.ts";
import type { ProductWords } from "../../messages/en/products.ts";
import { type ProblemWords, sayProblem } from "../../messages/problem-line.ts";
import type { GuideWords, Words } from "../../messages/words.ts";
import { stylesOf, terminalWidth } from "../../output/style.ts";
import { wrap } from "../../output/width.ts";
import type { Platform } from "../../platform.ts";
import { BACK, type Reply } from "./dialogue.ts";
import type { Choice, Prompts } from "./prompts.ts";
import { type Answers, isUnknown, type Question } from "./questions.ts";

/** The choice "I do not know". */
const UNKNOWN = "unknown";

export interface Spoken {
  readonly ask: string;
  readonly hint: string;
}

export interface InterviewWords {
  readonly guide: GuideWords;
  readonly products: ProductWords;
  readonly problems: ProblemWords;
  readonly main: Words["main"];
}

export class Interview {
  constructor(
    readonly prompts: Prompts,
    readonly words: InterviewWords,
    readonly asOf: Day,
    readonly laidOut: LaidOut,
  ) {}

  /** One of the table; `heading` says which of how many it is. */
  async ask(
    question: Question,
    given: Answers,
    heading: (ask: string) => string,
    spoken: Spoken = this.words.guide.questions[question.key],
  ): Promise<Reply<string | null>> {
    const { guide } = this.words;
    const said = { ...spoken, ask: heading(spoken.ask) };
    const before = given[question.key];
    if (question.choices !== undefined) {
      const choices = question.choices.map((value) => ({ value, label: this.#labelOf(question, value) }));
      const initial = before === null ? UNKNOWN : before;
      const reply = await this.choose(said, [...choices, { value: UNKNOWN, label: guide.unknown }], initial);
      return reply === UNKNOWN ? null : reply;
    }
    const isNeeded = question.isNeeded?.(given) ?? false;
    const read = (text: string): Parsed<string | null> =>
      text.trim() === "" || isUnknown(text, guide) ? ok(null) : question.read(text, given, this.asOf);
    const reply = await this.prompts.write({
      message: this.laidOut.question(said),
      byDefault: isNeeded ? null : guide.unknown,
      initial: before ?? "",
      check: (text) => {
        const parsed = read(text);
        if (!parsed.ok) return this.#fault(parsed.issues);
        return isNeeded && parsed.value === null ? this.laidOut.fault(this.#neededFor(question)) : undefined;
      },
    });
    if (reply === BACK) return BACK;
    const parsed = read(reply);
    if (!parsed.ok) throw new Error(`an answer was taken that cannot be read: ${reply}`);
    return parsed.value;
  }

  choose(spoken: Spoken, choices: readonly Choice[], initial = choices[0]?.value ?? ""): Promise<Reply<string>> {
    return this.prompts.choose({ message: this.laidOut.question(spoken), choices, initial });
  }

  /** The name of a file; nothing written means the one proposed. `isFolder`: what stands under a name. */
  path(spoken: Spoken, proposed: string, isFolder: (path: string) => boolean): Promise<Reply<string>> {
    const issueOf = (text: string): Issue | null => {
      if (text === "-") return { code: "form-unknown", text, form: proposed };
      return isFolder(text === "" ? proposed : text) ? { code: "file-unreadable", text, failure: "folder" } : null;
    };
    return this.prompts.write({
      message: this.laidOut.question(spoken),
      byDefault: proposed,
      initial: "",
      check: (text) => {
        const issue = issueOf(text.trim());
        return issue === null ? undefined : this.#fault([issue]);
      },
    });
  }

  #neededFor({ key }: Question): string {
    const { neededAmount, neededBudget } = this.words.guide;
    return key === "budget" ? neededBudget : neededAmount;
  }

  /** As a problem of the command line is told, but for the place. */
  #fault(issues: readonly Issue[]): string {
    const { problems, main } = this.words;
    const said = issues
      .map((issue) => sayProblem({ ...issue, where: "" }, problems))
      .map(({ what, hint }) => `${what}${main.stop}${hint}`)
      .join(main.between);
    return this.laidOut.fault(said);
  }

  #labelOf({ key }: Question, value: string): string {
    const { guide, products } = this.words;
    if (key === "product") {
      const product = PRODUCTS.find(({ name }) => name === value);
      return product === undefined ? value : products.title(product);
    }
    const labels: Readonly<Record<string, string>> = { ...guide.payingChoices, ...guide.othersChoices };
    return labels[value] ?? value;
  }
}

/** Longer lines are hard to read. */
const MOST_COLUMNS = 80;
/** The mark and two spaces, and room for the cursor. */
const MARGIN = 4;

/** How a question stands in a terminal: in lines that fit beside the mark in front of it, its help fainter. */
interface LaidOut {
  readonly question: (spoken: Spoken) => string;
  /** What is wrong with an answer. */
  readonly fault: (text: string) => string;
}

export async function layOutFor({ environment, terminalColumns }: Platform, isColoured: boolean): Promise<LaidOut> {
  const columns = terminalWidth({ environment, columns: terminalColumns }) ?? MOST_COLUMNS;
  const width = Math.max(1, Math.min(columns, MOST_COLUMNS) - MARGIN);
  const styles = await stylesOf(isColoured);
  const lines = (text: string, style: (line: string) => string): readonly string[] =>
    text === "" ? [] : wrap(text, width).map((line) => style(line));
  return {
    question: ({ ask, hint }) => [...lines(ask, styles.strong), ...lines(hint, styles.faint)].join("\n"),
    fault: (text) => wrap(text, width).join("\n"),
  };
}
