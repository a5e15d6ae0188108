/** The words of a contract, in the words of a language. */

import type { Component } from "../loan/components.ts";

/** The components, and the interest for the delay of a judgment. */
export type ComponentNames = Readonly<Record<Component | "delay", string>>;

/** What is no word of the table, such as a figure, stands as it is. */
export function named(names: Readonly<Record<string, string>>, word: string): string {
  return names[word] ?? word;
}
