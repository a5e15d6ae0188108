/** The words of one language as one value; the two languages have the same keys, which the compiler checks. */

import type { AssumptionWords } from "./assumption-words.ts";
import type * as compareWords from "./en/compare.ts";
import type { HelpWords } from "./en/help.ts";
import type * as letterWords from "./en/letter.ts";
import type * as mainWords from "./en/main.ts";
import type * as planWords from "./en/plan.ts";
import type { ProductWords } from "./en/products.ts";
import type * as simulateWords from "./en/simulate.ts";
import type { ProblemWords } from "./problem-line.ts";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Words {
  readonly language: Language;
  readonly assumptions: AssumptionWords;
  readonly compare: typeof compareWords;
  readonly help: HelpWords;
  readonly main: typeof mainWords;
  readonly plan: typeof planWords;
  readonly products: ProductWords;
  readonly simulate: typeof simulateWords;
}

/** Only the language asked for is loaded. */
export async function wordsOf(language: Language): Promise<Words> {
  switch (language) {
    case "en":
      return (await import("./en/words.ts")).words;
    case "zh":
      return (await import("./zh/words.ts")).words;
    default:
      return language satisfies never;
  }
}

export async function problemWordsOf(language: Language): Promise<ProblemWords> {
  switch (language) {
    case "en":
      return (await import("./en/problems.ts")).problemWords;
    case "zh":
      return (await import("./zh/problems.ts")).problemWords;
    default:
      return language satisfies never;
  }
}

export async function letterWordsOf(language: Language): Promise<typeof letterWords> {
  switch (language) {
    case "en":
      return await import("./en/letter.ts");
    case "zh":
      return await import("./zh/letter.ts");
    default:
      return language satisfies never;
  }
}

/** The reader's language: the option, else the variable, else the locale, else English. */
export function languageOf(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const given = option ?? environment["OVERDUE_SIM_LANG"];
  if (given === "zh" || given === "en") return given;
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
