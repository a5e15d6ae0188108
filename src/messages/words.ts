/** The words of one language as one value; all languages have the keys of English, which the compiler checks. */

import type { words as english } from "./en/language.ts";

/** What most commands say, and what one command alone says, which is loaded for it alone. */
export type Words = typeof english;

type Loaded<Key extends keyof Words["load"]> = Awaited<ReturnType<Words["load"][Key]>>;

export type BatchWords = Loaded<"batch">;
export type AuditWords = Loaded<"audit">;
export type AuditLetterWords = Loaded<"auditLetter">;
export type ChartWords = Loaded<"charts">;
export type GuideWords = Loaded<"guide">;
export type TermsWords = Loaded<"terms">;
export type LawWords = Loaded<"law">;
export type LetterWords = Loaded<"letter">;
export type DebtsWords = Loaded<"debts">;
export type ReportWords = Loaded<"report">;
export type CompareWords = Words & { readonly compare: Loaded<"compare"> };
export type PlanWords = Words & { readonly plan: Loaded<"plan"> };
