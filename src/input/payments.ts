/** Everything that is to be paid: from options, tables and the loan file, added up. */

import type { Day } from "../loan/day.ts";
import { COMPONENTS, type Payment, type PaymentStream, SURPLUSES } from "../loan/loan.ts";
import { readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { readTable } from "./csv-table.ts";
import type { InputFiles } from "./input-files.ts";
import { totalIssue } from "./instalments.ts";
import type { LoanFile } from "./loan-file.ts";
import { givenOptions, type LoanOptions } from "./loan-options.ts";
import { readDaily, readMonthly, readPaymentDate, readWeekly } from "./payment-options.ts";
import { readPaymentSpec } from "./payment-spec.ts";
import type { Located, Parsed, ProblemCollector } from "./problem.ts";

export const PAYMENT_COLUMNS = { required: ["date", "amount"], optional: ["for", "surplus"] } as const;

export interface Payments {
  /** By date; payments of one day stay in the order given. */
  readonly payments: readonly Payment[];
  readonly streams: readonly PaymentStream[];
}

export interface GivenPayment {
  readonly date: Located;
  readonly amount: Located;
  readonly for?: Located | null | undefined;
  readonly surplus?: Located | null | undefined;
}

/** What the options say comes on top of what the loan file says: payments add up, whoever names them. */
export function readPayments(
  options: LoanOptions,
  file: LoanFile | null,
  asOf: Day,
  inputFiles: InputFiles,
  problems: ProblemCollector,
): Payments {
  const payments = readDatedPayments(file?.payments ?? [], asOf, problems);
  const streams: PaymentStream[] = [];
  for (const { text: path, where } of givenOptions(options, "payments")) {
    const text = problems.take(where, inputFiles.read(path, where));
    if (text === null) continue;
    // One by one: a spread of very many would not fit the stack.
    for (const payment of readPaymentsTable(text, path, asOf, problems)) payments.push(payment);
  }
  const readStreams = (
    givens: readonly Located[],
    reader: (text: string, asOf: Day) => Parsed<PaymentStream>,
  ): void => {
    for (const given of givens) {
      const stream = problems.read(given, (text) => reader(text, asOf));
      if (stream !== null) streams.push(stream);
    }
  };
  readStreams(givenOptions(options, "daily"), readDaily);
  readStreams(givenOptions(options, "weekly"), readWeekly);
  readStreams(givenOptions(options, "monthly"), readMonthly);
  for (const given of [...(file?.streams ?? []), ...givenOptions(options, "pay")]) {
    const spec = problems.read(given, (text) => readPaymentSpec(text, asOf));
    if (spec?.kind === "payment") payments.push(spec.payment);
    if (spec?.kind === "stream") streams.push(spec.stream);
  }
  return { payments: payments.toSorted((left, right) => left.date - right.date), streams };
}

function readPaymentsTable(text: string, path: string, asOf: Day, problems: ProblemCollector): Payment[] {
  const rows = readTable(text, path, PAYMENT_COLUMNS, problems);
  return readDatedPayments(
    rows.map(({ cells }) => cells),
    asOf,
    problems,
  );
}

export function readDatedPayments(givens: readonly GivenPayment[], asOf: Day, problems: ProblemCollector): Payment[] {
  let total = 0;
  return givens.flatMap((given) => {
    const date = problems.read(given.date, (text) => readPaymentDate(text, asOf));
    const amount = problems.read(given.amount, (text) => readAmount(text));
    const purpose = given.for ? problems.read(given.for, (text) => readChoice(text, COMPONENTS)) : null;
    const surplus = given.surplus ? problems.read(given.surplus, (text) => readChoice(text, SURPLUSES)) : null;
    if (date === null || amount === null) return [];
    const issue = totalIssue(total + amount);
    // Told once, where the sum passes the limit.
    if (issue !== null && totalIssue(total) === null) problems.add(given.amount.where, issue);
    total += amount;
    return [{ date, amount, for: purpose, surplus }];
  });
}
