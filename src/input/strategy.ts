/** A way to deal with a debt, in one line: `daily:50`, `agreement:months=36`, or under a name, `NAME=SPEC`. */

import type { Day } from "../loan/day.ts";
import {
  type Agreement,
  eventsUnder,
  type GivenPayments,
  type InstalmentAgreement,
  NO_EVENTS,
} from "../loan/events.ts";
import type { PaymentStream } from "../loan/loan.ts";
import type { AssumedOffer, Strategy, StrategyKind } from "../loan/strategy.ts";
import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, mapped, ok, type Parsed, ProblemCollector } from "./problem.ts";
import { STRATEGIES } from "./strategies.ts";
import { type WrittenText, writtenText } from "./written.ts";

/** What a strategy is read against: the loan's day, and what was to be paid anyway. */
export interface StrategyContext {
  readonly asOf: Day;
  readonly given: GivenPayments;
}

/** What is agreed, and what was assumed of the offer. */
export interface Agreed {
  readonly agreement: Agreement;
  readonly assumed?: AssumedOffer;
}

/** What one kind of strategy comes to: payments in place of all others, or what is agreed. */
type Meaning = { readonly streams: readonly PaymentStream[] } | Agreed;

/** One kind of strategy: how it is written, and what it means. */
export interface StrategyForm {
  readonly head: string;
  readonly otherNames: readonly string[];
  readonly kind: StrategyKind;
  /** An example, for those who wrote it otherwise. */
  readonly form: string;
  /** What follows the colon, empty where there is none. */
  readonly read: (body: WrittenText, asOf: Day, problems: ProblemCollector) => Meaning | undefined;
}

/** A name has no colon, so that `agreement:months=36` has none. */
const NAMED = /^([^:：=＝]*)[=＝](.*)$/s;

export function readStrategy(written: string, context: StrategyContext): Parsed<Strategy> {
  const named = NAMED.exec(written);
  const name = strategyName(written);
  const reading = readNamed(name, named?.[2] ?? written, context);
  if (!reading.ok && reading.issues.some(isLikeNone)) {
    const form = formBegun(plain(written));
    if (form !== undefined) return invalid({ code: "form-unknown", text: written, form: form.form });
  }
  if (named === null || name !== "") return reading;
  return invalid({ code: "empty", name: "NAME" }, ...(reading.ok ? [] : reading.issues));
}

function isLikeNone(issue: Issue): boolean {
  return issue.code === "unknown" && issue.kind === "strategy" && issue.nearest === null;
}

/** The kind with which a text begins that lacks its colon: `agreement months=36`, which might have a name, `每天还50`. */
function formBegun(text: string): StrategyForm | undefined {
  const beginsWith = (name: string): boolean => text.startsWith(name) && !/^[a-z]/i.test(text.slice(name.length));
  return STRATEGIES.find(({ head, otherNames }) => [head, ...otherNames].some(beginsWith));
}

/** The name that a strategy goes by: the one given, or the specification itself. */
export function strategyName(written: string): string {
  return (NAMED.exec(written)?.[1] ?? written).trim();
}

/** The option with the strategy it gives, so that of several the one that is meant is known. */
export function strategyOption(written: string): string {
  return `--strategy ${strategyName(written) || written}`.trim();
}

/** A strategy whose name is written elsewhere. */
export function readNamed(name: string, written: string, { asOf, given }: StrategyContext): Parsed<Strategy> {
  const read = readMeaning(written, asOf, STRATEGIES);
  if (!read.ok) return read;
  const { meaning, kind } = read.value;
  const own = { name, spec: written.trim(), kind };
  if ("streams" in meaning) return ok({ ...own, events: { ...NO_EVENTS, streams: meaning.streams } });
  const { agreement, assumed } = meaning;
  const events = eventsUnder(agreement, given);
  return ok(assumed === undefined ? { events, ...own } : { events, assumed, ...own });
}

const PAYING: ReadonlySet<StrategyKind> = new Set(["none", "payments", "save"]);

/** An agreement of any kind, where nothing else is expected: in a scenario's list. */
export function readAgreed(written: string, asOf: Day): Parsed<Agreement> {
  const forms = STRATEGIES.filter(({ kind }) => !PAYING.has(kind));
  return mapped(readMeaning(written, asOf, forms), ({ meaning }) => {
    if (!("agreement" in meaning)) throw new Error("an agreement without terms");
    return meaning.agreement;
  });
}

/** An agreement over instalments, where no other kind will do; it need not say what it is: `months=36`. */
export function readInstalmentAgreement(written: string, asOf: Day): Parsed<InstalmentAgreement> {
  const forms = STRATEGIES.filter(({ kind }) => kind === "agreement");
  const isName = forms.some((form) => isNamed(form, plain(written)));
  const whole = isName || /^[^=＝]*[:：]/.test(written) ? written : `agreement:${written}`;
  return mapped(readMeaning(whole, asOf, forms), ({ meaning }) => {
    if ("agreement" in meaning && meaning.agreement.kind === "agreement") return meaning.agreement;
    throw new Error("an agreement of another kind");
  });
}

function isNamed({ head, otherNames }: StrategyForm, word: string): boolean {
  return head === word.toLowerCase() || otherNames.includes(word);
}

function readMeaning(
  written: string,
  asOf: Day,
  forms: readonly StrategyForm[],
): Parsed<{ readonly meaning: Meaning; readonly kind: StrategyKind }> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const [word = "", body = ""] = text.split(/:(.*)/s).map((part) => part.trim());
  const form = forms.find((one) => isNamed(one, word));
  if (form === undefined) {
    const allowed = forms.map(({ head }) => head);
    if (STRATEGIES.some((one) => isNamed(one, word)))
      return invalid({ code: "strategy-elsewhere", text: word, allowed });
    const otherNames = forms.flatMap((one) => one.otherNames);
    const nearest = nearestWord(word, [...allowed, ...otherNames]);
    return invalid({ code: "unknown", kind: "strategy", text: word, allowed, otherNames, nearest });
  }
  const problems = new ProblemCollector();
  const meaning = form.read(writtenText(body, ""), asOf, problems);
  const result = problems.result(meaning ?? null);
  if (result.ok) return ok({ meaning: result.value, kind: form.kind });
  return invalid(...shownByForm(result.problems, text, form.form));
}

/** Where a part of a specification is empty, the whole form is shown, since nobody could tell which part is meant. */
function shownByForm(issues: readonly Issue[], text: string, form: string): readonly Issue[] {
  const isNameless = (issue: Issue): boolean => issue.code === "empty" && issue.name === undefined;
  if (!issues.some(isNameless)) return issues;
  const isShown = (issue: Issue): boolean =>
    isNameless(issue) || issue.code === "strategy-cycle-named" || (issue.code === "missing" && issue.kind === "date");
  return [{ code: "form-unknown", text, form }, ...issues.filter((issue) => !isShown(issue))];
}
