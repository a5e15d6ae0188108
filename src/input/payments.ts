/** Everything that is to be paid: from options, tables and the loan file, added up. */

import { PLAN_CYCLES } from "../loan/budget.ts";
import { byDate, type Day } from "../loan/day.ts";
import type { Payment, PaymentStream } from "../loan/loan.ts";
import { listOf, type Reader, readWritten } from "./field.ts";
import type { LoanSources } from "./loan-file.ts";
import { CYCLE_OPTIONS, writtenOptions } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";
import { oneAmount, payment, paymentOrStream } from "./records/payment.ts";
import { addingUp } from "./values/amount.ts";
import type { Written } from "./written.ts";

interface Payments {
  /** By date; payments of one day stay in the order given. */
  readonly payments: readonly Payment[];
  readonly streams: readonly PaymentStream[];
}

/** Payments from options come on top of those in the loan file: all of them are made. */
export function readPayments({ options, file, inputFiles, problems }: LoanSources, asOf: Day): Payments {
  const payments = [...readDated(file?.get("payments") ?? null, asOf, problems)];
  const streams: PaymentStream[] = [];
  for (const { text: path, where } of writtenOptions(options, "payments")) {
    const shape = payment(asOf);
    const rows = inputFiles.table(path, where, { ...shape, rows: "entries" }, problems);
    // One by one: a spread of very many would not fit the stack.
    for (const one of addedUp(rows, shape, problems)) payments.push(one);
  }
  for (const every of PLAN_CYCLES) {
    for (const written of writtenOptions(options, CYCLE_OPTIONS[every])) {
      const stream = oneAmount(every, asOf).read(written, problems);
      if (stream !== undefined) streams.push(stream);
    }
  }
  const all = readStreams(file?.get("streams") ?? null, writtenOptions(options, "pay"), asOf, problems);
  payments.push(...all.payments);
  streams.push(...all.streams);
  return { payments: payments.toSorted(byDate), streams };
}

/** A list of dated payments. */
export function readDated(written: Written | null, asOf: Day, problems: ProblemCollector): readonly Payment[] {
  if (written === null) return [];
  if (written.kind === "list") return [...addedUp(written.items, payment(asOf), problems)];
  return listOf(payment(asOf)).read(written, problems) ?? [];
}

/** Payments written in one line each: those of a list, and others beside it. */
export function readStreams(
  list: Written | null,
  others: readonly Written[],
  asOf: Day,
  problems: ProblemCollector,
): Payments {
  const shape = paymentOrStream(asOf);
  const listed = readWritten(list, listOf(shape), problems) ?? [];
  const found = [...listed, ...others.flatMap((written) => shape.read(written, problems) ?? [])];
  return {
    payments: found.filter((one) => "date" in one),
    streams: found.filter((one) => "cycle" in one),
  };
}

function* addedUp(
  rows: Iterable<Written>,
  shape: Reader<Payment>,
  problems: ProblemCollector,
): Generator<Payment, void> {
  const issueWith = addingUp();
  for (const row of rows) {
    const one = shape.read(row, problems);
    if (one === undefined) continue;
    const issue = issueWith(one.amount);
    if (issue !== null) problems.add(row.kind === "object" ? row.placeOf("amount") : row.where, issue);
    yield one;
  }
}
