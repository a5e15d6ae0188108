/** Questions and answers, one after the other, with a way back. */

import type { Answers, Question } from "./questions.ts";

/** What the reader did at a question. */
export type Reply<Value> = { readonly kind: "answer"; readonly value: Value } | { readonly kind: "back" };

export const BACK = { kind: "back" } as const;

export function answered<Value>(value: Value): Reply<Value> {
  return { kind: "answer", value };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Puts the questions. Where the reader quits altogether, it does not return. */
export interface Dialogue {
  readonly choose: (asked: {
    readonly message: string;
    readonly choices: readonly Choice[];
    readonly initial: string;
  }) => Promise<Reply<string>>;
  readonly write: (asked: {
    readonly message: string;
    /** What it means to write nothing, if that is an answer. */
    readonly byDefault: string | null;
    /** Stands there already, to be changed. */
    readonly initial: string;
    /** What is wrong with a text; undefined: nothing. */
    readonly check: (text: string) => string | undefined;
  }) => Promise<Reply<string>>;
}

/** All answers, or null where the reader went back before the first question. */
export async function askAll(
  questions: readonly Question[],
  before: Answers,
  ask: (question: Question, given: Answers) => Promise<Reply<string | null>>,
  from: "first" | "last" = "first",
): Promise<Answers | null> {
  const given: { -readonly [key in keyof Answers]: Answers[key] } = { ...before };
  const askedAmong = (some: readonly Question[]): readonly Question[] =>
    some.filter(({ isAsked }) => isAsked?.(given) ?? true);
  let question = askedAmong(questions).at(from === "first" ? 0 : -1);
  while (question !== undefined) {
    const reply = await ask(question, given);
    const index = questions.indexOf(question);
    if (reply.kind === "back") {
      question = askedAmong(questions.slice(0, index)).at(-1);
      if (question === undefined) return null;
    } else {
      given[question.key] = reply.value;
      question = askedAmong(questions.slice(index + 1))[0];
    }
  }
  return given;
}
