/** The words of one language as one value; the two languages have the same keys, which the compiler checks. */

import type { AssumptionWords } from "./assumption-words.ts";
import type * as chartWords from "./en/charts.ts";
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

/** What most commands say. */
export interface Words {
  readonly language: Language;
  readonly assumptions: AssumptionWords;
  readonly main: typeof mainWords;
  readonly simulate: typeof simulateWords;
}

/** What one command alone says is loaded for it alone. */
export type CompareWords = Words & { readonly compare: typeof compareWords };
export type ChartWords = typeof chartWords;
export type PlanWords = Words & { readonly plan: typeof planWords };

/** Only what is asked for is loaded, and only in the language asked for. */
const IN = {
  en: {
    words: () => import("./en/words.ts"),
    charts: () => import("./en/charts.ts"),
    compare: () => import("./en/compare.ts"),
    help: () => import("./en/help.ts"),
    letter: () => import("./en/letter.ts"),
    plan: () => import("./en/plan.ts"),
    problems: () => import("./en/problems.ts"),
    products: () => import("./en/products.ts"),
  },
  zh: {
    words: () => import("./zh/words.ts"),
    charts: () => import("./zh/charts.ts"),
    compare: () => import("./zh/compare.ts"),
    help: () => import("./zh/help.ts"),
    letter: () => import("./zh/letter.ts"),
    plan: () => import("./zh/plan.ts"),
    problems: () => import("./zh/problems.ts"),
    products: () => import("./zh/products.ts"),
  },
} as const;

export async function wordsOf(language: Language): Promise<Words> {
  return (await IN[language].words()).words;
}

export async function chartWordsOf(language: Language): Promise<ChartWords> {
  return await IN[language].charts();
}

export async function compareWordsOf(words: Words): Promise<CompareWords> {
  return { ...words, compare: await IN[words.language].compare() };
}

export async function planWordsOf(words: Words): Promise<PlanWords> {
  return { ...words, plan: await IN[words.language].plan() };
}

export async function productWordsOf(language: Language): Promise<ProductWords> {
  return (await IN[language].products()).productWords;
}

export async function helpWordsOf(language: Language): Promise<HelpWords> {
  return (await IN[language].help()).help;
}

export async function problemWordsOf(language: Language): Promise<ProblemWords> {
  return (await IN[language].problems()).problemWords;
}

export async function letterWordsOf(language: Language): Promise<typeof letterWords> {
  return await IN[language].letter();
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
