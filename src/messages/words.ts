/** The words of one language as one value; all languages have the same keys, which the compiler checks. */

import type { Naming } from "../loan/component-names.ts";
import type { AssumptionWords } from "./assumption-words.ts";
import type * as auditWords from "./en/audit.ts";
import type * as auditLetterWords from "./en/audit-letter.ts";
import type * as batchWords from "./en/batch.ts";
import type * as chartWords from "./en/charts.ts";
import type * as compareWords from "./en/compare.ts";
import type * as debtsWords from "./en/debts.ts";
import type * as guideWords from "./en/guide.ts";
import type { HelpWords } from "./en/help.ts";
import type * as lawWords from "./en/law.ts";
import type * as letterWords from "./en/letter.ts";
import type * as mainWords from "./en/main.ts";
import type * as planWords from "./en/plan.ts";
import type { ProductWords } from "./en/products.ts";
import type * as reportWords from "./en/report.ts";
import type * as simulateWords from "./en/simulate.ts";
import type * as termsWords from "./en/terms.ts";
import type { ProblemWords } from "./problem-line.ts";

/** What most commands say, and what one command alone says, which is loaded for it alone. */
export interface Words {
  readonly assumptions: Readonly<Record<Naming, AssumptionWords>>;
  readonly main: typeof mainWords;
  readonly simulate: typeof simulateWords;
  readonly load: {
    readonly batch: () => Promise<typeof batchWords>;
    readonly audit: () => Promise<AuditWords>;
    readonly auditLetter: () => Promise<AuditLetterWords>;
    readonly charts: () => Promise<ChartWords>;
    readonly compare: () => Promise<typeof compareWords>;
    readonly debts: () => Promise<typeof debtsWords>;
    readonly guide: () => Promise<GuideWords>;
    readonly help: () => Promise<{ readonly help: HelpWords }>;
    readonly law: () => Promise<typeof lawWords>;
    readonly letter: () => Promise<LetterWords>;
    readonly plan: () => Promise<typeof planWords>;
    readonly problems: () => Promise<{ readonly problemWords: ProblemWords }>;
    readonly products: () => Promise<{ readonly productWords: ProductWords }>;
    readonly terms: () => Promise<TermsWords>;
    readonly report: () => Promise<ReportWords>;
  };
}

export type BatchWords = typeof batchWords;
export type CompareWords = Words & { readonly compare: typeof compareWords };
export type AuditWords = typeof auditWords;
export type AuditLetterWords = typeof auditLetterWords;
export type ChartWords = typeof chartWords;
export type GuideWords = typeof guideWords;
export type TermsWords = typeof termsWords;
export type LawWords = typeof lawWords;
export type LetterWords = typeof letterWords;
export type DebtsWords = typeof debtsWords;
export type ReportWords = typeof reportWords;
export type PlanWords = Words & { readonly plan: typeof planWords };

export async function compareWordsOf(words: Words): Promise<CompareWords> {
  return { ...words, compare: await words.load.compare() };
}

export async function planWordsOf(words: Words): Promise<PlanWords> {
  return { ...words, plan: await words.load.plan() };
}
