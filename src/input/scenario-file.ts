/** The scenario file: several strategies, each in one line or spelt out in payments and agreements. */

import * as v from "valibot";
import { type Agreement, type Events, NO_EVENTS } from "../loan/events.ts";
import type { PaymentStream } from "../loan/loan.ts";
import type { Strategy, StrategyKind } from "../loan/strategy.ts";
import { readChoice } from "./choice.ts";
import { closed, list, optional, readShape, written } from "./loan-file.ts";
import { readPaymentSpec } from "./payment-spec.ts";
import { readDatedPayments } from "./payments.ts";
import { invalid, ok, ProblemCollector } from "./problem.ts";
import { paysWhenDueFrom, readNamed, type StrategyContext } from "./strategy.ts";
import { readAgreed, readStart } from "./strategy-agreements.ts";

export const SCENARIOS_SCHEMA = "overdue-sim/scenarios@1";

const payment = closed({ date: written, amount: written, for: optional, surplus: optional });

const scenario = closed({
  name: written,
  strategy: optional,
  payments: v.nullish(list(payment)),
  streams: v.nullish(list(written)),
  agreements: v.nullish(list(written)),
  payAsDueFrom: optional,
});
type Scenario = v.InferOutput<typeof scenario>;

const scenarioFile = closed({ schema: optional, scenarios: list(scenario) });

/** The keys that spell a strategy out, in place of its one line. */
const SPELT_OUT = ["payments", "streams", "agreements", "payAsDueFrom"] as const;

/** A strategy as far as it is readable, with its name and where that stands: names are compared even so. */
export interface PlacedStrategy {
  readonly name: string;
  readonly where: string;
  /** Where it stands what happens. */
  readonly saidAt: string;
  readonly strategy: Strategy | null;
}

export interface PlacedStrategies {
  readonly placed: readonly PlacedStrategy[];
  /** False where there may be more than could be read. */
  readonly isWhole: boolean;
}

export function readScenarioFile(
  text: string,
  path: string,
  context: StrategyContext,
  problems: ProblemCollector,
): PlacedStrategies {
  const shaped = readShape(scenarioFile, text, path, problems);
  if (shaped === null) return { placed: [], isWhole: false };
  const { schema, scenarios } = shaped.value;
  if (schema) problems.read(schema, (word) => readChoice(word, [SCENARIOS_SCHEMA]));
  if (scenarios.length === 0) problems.add(shaped.placeOf("scenarios"), { code: "list-empty", key: "scenarios" });
  const placed = scenarios.map((one) => {
    const own = new ProblemCollector();
    const strategy = readScenario(one, context, own);
    // What was out of shape is taken out, so that a scenario may look empty only because of that.
    if (shaped.isDamagedBeside(one.name)) own.forget(["scenario-empty"]);
    problems.merge(own.result(true));
    return {
      name: one.name.text.trim(),
      where: one.name.where,
      saidAt: (one.strategy ?? one.agreements?.[0] ?? one.name).where,
      strategy: own.count > 0 ? null : strategy,
    };
  });
  return { placed, isWhole: !shaped.isDamaged };
}

function readScenario(given: Scenario, context: StrategyContext, problems: ProblemCollector): Strategy | null {
  const name = problems.read(given.name, (text) => (text.trim() === "" ? invalid({ code: "empty" }) : ok(text.trim())));
  // A null in place of the day is an answer: what falls due is not paid.
  const speltOut = SPELT_OUT.filter((key) => given[key] || (key === "payAsDueFrom" && given[key] === null));
  if (given.strategy) {
    if (speltOut.length > 0) {
      problems.add(given.strategy.where, { code: "conflict", options: ["strategy", ...speltOut] });
    }
    return problems.read(given.strategy, (text) => readNamed(name ?? "", text, context));
  }
  if (speltOut.length === 0)
    problems.add(given.name.where, { code: "scenario-empty", keys: ["strategy", ...SPELT_OUT] });
  const events = readSpeltOut(given, context, problems);
  // Spelt out, it has no line that could be typed.
  return { name: name ?? "", spec: "", kind: kindOf(events), events };
}

/** A scenario spelt out says all that happens: what is paid otherwise is no part of it, also after a deferral. */
function readSpeltOut(given: Scenario, { asOf }: StrategyContext, problems: ProblemCollector): Events {
  const payments = readDatedPayments(given.payments ?? [], asOf, problems);
  const streams: PaymentStream[] = [];
  for (const written of given.streams ?? []) {
    const spec = problems.read(written, (text) => readPaymentSpec(text, asOf));
    if (spec?.kind === "payment") payments.push(spec.payment);
    if (spec?.kind === "stream") streams.push(spec.stream);
  }
  const agreements = (given.agreements ?? [])
    .flatMap((written) => problems.read(written, (text) => readAgreed(text, asOf)) ?? [])
    .toSorted((earlier, later) => earlier.date - later.date);
  return {
    ...NO_EVENTS,
    payments: payments.toSorted((earlier, later) => earlier.date - later.date),
    streams,
    agreements,
    paysWhenDueFrom: readPayAsDueFrom(given, agreements, asOf, problems),
  };
}

/** Left out, an agreement is kept; a null says that it is not. */
function readPayAsDueFrom(
  { payAsDueFrom: written }: Scenario,
  agreements: readonly Agreement[],
  asOf: StrategyContext["asOf"],
  problems: ProblemCollector,
): Events["paysWhenDueFrom"] {
  if (written) return problems.read(written, (text) => readStart(text, asOf));
  if (written === null) return null;
  const kept = agreements.find((agreement) => paysWhenDueFrom(agreement) !== null);
  return kept === undefined ? null : paysWhenDueFrom(kept);
}

/** What several things together are called is what the first thing agreed is called. */
function kindOf({ agreements, payments, streams, paysWhenDueFrom }: Events): StrategyKind {
  const [first] = agreements;
  if (first !== undefined) return first.kind;
  return payments.length + streams.length > 0 || paysWhenDueFrom !== null ? "payments" : "none";
}
