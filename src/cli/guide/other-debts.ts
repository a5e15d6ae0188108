/** The debts besides the first: asked one after the other, and the list of them all that `plan --debts` reads. */

import type { LoanRequest } from "../../input/loan-request.ts";
import { columnName } from "../../input/row-options.ts";
import { csvText } from "../../output/csv-text.ts";
import type { LineOption } from "../next-command.ts";
import type { OptionKey } from "../options.ts";
import { askAll, BACK } from "./dialogue.ts";
import type { Interview, InterviewWords } from "./interview.ts";
import { type Answers, OTHERS, QUESTIONS_OF_A_DEBT } from "./questions.ts";

/** The loan that the answers describe. */
export interface Described {
  readonly options: readonly LineOption[];
  readonly request: LoanRequest;
  /** What had to be assumed. */
  readonly notes: readonly string[];
}

/** The answers on each debt that `plan --debts` reads, in columns named after their options. */
const COLUMNS = [
  "principal",
  "rate",
  "daysOverdue",
  "product",
  "owedInterest",
  "owedPenalty",
  "owedCompound",
  "owedFee",
] as const satisfies readonly OptionKey[];

/** Going back leads to the last question of the debt before. Null where the reader went back before the first debt. */
export async function askOtherDebts(
  interview: Interview,
  before: readonly Answers[],
): Promise<readonly Answers[] | null> {
  const { debtNumber, ofDebt, moreDebts, othersChoices } = interview.words.guide;
  const choices = OTHERS.map((value) => ({ value, label: othersChoices[value] }));
  const debts = [...before];
  let underway: Answers | null = debts.length === 0 ? {} : null;
  for (;;) {
    if (underway !== null) {
      const debt = debtNumber(debts.length + 2);
      const from = underway.principal === undefined ? "first" : "last";
      const answers = await askAll(
        QUESTIONS_OF_A_DEBT,
        underway,
        (question, given) => interview.ask(question, given, (ask) => ofDebt(debt, ask)),
        from,
      );
      if (answers !== null) debts.push(answers);
      else if (debts.length === 0) return null;
    }
    const more = await interview.choose(moreDebts, choices);
    if (more === BACK) {
      underway = debts.pop() ?? {};
    } else if (more === "no") return debts;
    else underway = {};
  }
}

export function debtsTable(debts: readonly Described[], { guide, products }: InterviewWords): string {
  const names = new Map<string, number>();
  const lines = debts.map(({ options, request }, index) => {
    const values = new Map(options);
    const title = values.has("product") ? products.title(request.product) : guide.debtNumber(index + 1);
    const count = (names.get(title) ?? 0) + 1;
    names.set(title, count);
    return [
      csvText(count === 1 ? title : `${title} ${count}`),
      ...COLUMNS.map((key) => csvText(values.get(key) ?? "")),
    ];
  });
  return [["name", ...COLUMNS.map(columnName)], ...lines].map((cells) => `${cells.join(",")}\n`).join("");
}
