/** The languages: each has a line here and a folder of its own, which is loaded where it is asked for. */

import type { Words } from "./words.ts";

interface LanguageEntry {
  /** As `--lang` and the locale name it. */
  readonly name: string;
  readonly load: () => Promise<{ readonly words: Words }>;
}

/** The first is the one taken where nothing names another. */
const LANGUAGES: readonly LanguageEntry[] = [
  { name: "en", load: () => import("./en/language.ts") },
  { name: "zh", load: () => import("./zh/language.ts") },
];

export const LANGUAGE_NAMES = LANGUAGES.map(({ name }) => name);

type Environment = Readonly<Record<string, string | undefined>>;

/** The words for the reader: in the language of the option, else of the variable, else of the locale. */
export async function wordsFor(option: string | undefined, environment: Environment): Promise<Words> {
  return (await languageFor(option, environment).load()).words;
}

/** The same language by its name, for whoever asks again elsewhere. */
export function languageName(option: string | undefined, environment: Environment): string {
  return languageFor(option, environment).name;
}

function languageFor(option: string | undefined, environment: Environment): LanguageEntry {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  const chosen = named(option ?? environment["OVERDUE_SIM_LANG"]) ?? named(locale) ?? LANGUAGES[0];
  if (chosen === undefined) throw new Error("there is no language");
  return chosen;
}

function named(name: string | undefined): LanguageEntry | undefined {
  return name === undefined
    ? undefined
    : LANGUAGES.find((language) => language.name === languageOf(name).toLowerCase());
}

/** The language of a locale: `zh` of `zh-CN`, `zh_CN.UTF-8`, `zh-Hans`; any other text as it is. */
export function languageOf(name: string): string {
  return /^([a-z]{2})(?:[-_][a-z0-9]+)*(?:[.@].*)?$/i.exec(name.trim())?.[1] ?? name;
}
