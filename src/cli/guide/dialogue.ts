/** Questions and answers, one after the other, with a way back. */

import type { Answers, Question } from "./questions.ts";

/** In place of an answer: the reader goes back. */
export const BACK: unique symbol = Symbol("back");
export type Reply<Answer> = Answer | typeof BACK;

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
    if (reply === BACK) {
      question = askedAmong(questions.slice(0, index)).at(-1);
      if (question === undefined) return null;
    } else {
      given[question.key] = reply;
      question = askedAmong(questions.slice(index + 1))[0];
    }
  }
  return given;
}
