/** What is owed by a contract: its schedule, less what was paid of it. */

import {
  agreedFlowsOf,
  beginningOf,
  contractUnder,
  exceedsLimit,
  instalmentsOf,
  interestModeOf,
} from "../loan/contract.ts";
import { type Day, formatDay } from "../loan/day.ts";
import { AMOUNT_LIMIT, type Fen, fen, formatFen } from "../loan/money.ts";
import { makeSchedule, type ScheduledInstalment } from "../loan/schedule.ts";
import type { DebtCase, FoundDebt } from "./debt.ts";
import { parsed, type Reader, readWritten } from "./field.ts";
import type { ContractKey } from "./loan-file.ts";
import { optionName, writtenOption } from "./options.ts";
import { type Balances, refuseBalances } from "./owed-options.ts";
import { plain } from "./plain-text.ts";
import { invalid, mapped, ok, type Parsed, together } from "./problem.ts";
import { amount, readAmount } from "./values/amount.ts";
import { months, readCount } from "./values/count.ts";
import { date, EARLIEST, readDate } from "./values/date.ts";
import { method } from "./values/words.ts";
import type { Written } from "./written.ts";

/** Each part may come from its option or from the contract in the loan file; the option goes first. */
export function fromContract(debtCase: DebtCase, balances: Balances): FoundDebt | null {
  const { terms, asOf, problems } = debtCase;
  const parts = {
    borrowed: readPart(debtCase, "borrowed", amount),
    months: readPart(debtCase, "months", months),
    method: readPart(debtCase, "method", method),
    firstDue: readPart(debtCase, "firstDue", date),
  };
  const { borrowed, firstDue } = parts;
  if (borrowed === null || parts.months === null || parts.method === null || firstDue === null) return null;
  const paidOutOn = beginningOf([{ due: firstDue }]);
  const contract = contractUnder({ borrowed, months: parts.months, method: parts.method, firstDue }, terms);
  if (exceedsLimit(contract)) {
    problems.add(placeOfPart(debtCase, "borrowed"), { code: "total-too-large", limit: formatFen(AMOUNT_LIMIT) });
    return null;
  }
  const mode = interestModeOf(contract.method, terms.interest);
  if (debtCase.isInterestGiven && mode !== terms.interest) {
    problems.add(placeOfPart(debtCase, "method"), { code: "conflict", options: ["accrued", contract.method] });
  }
  const schedule = makeSchedule(contract);
  const missedSince = writtenPart(debtCase, "missedSince");
  // Days overdue name the first instalment missed as well.
  const overdueSince = schedule.findIndex(({ due }) => due === balances.due && due < asOf);
  const isMissedSinceGiven = missedSince !== null || overdueSince >= 0;
  const paidByTerms = isMissedSinceGiven ? overdueSince : schedule.filter(({ due }) => due <= asOf).length;
  const paid = missedSince === null ? paidByTerms : readWritten(missedSince, paidBefore(schedule), problems);
  if (paid === null) return null;
  // Where all is paid, that is what is wrong.
  const unpaid = schedule.slice(paid).map(({ due }) => due);
  if (unpaid.length > 0) refuseBalances(debtCase, balances, unpaid);
  const received = readReceived(debtCase, borrowed, { only: paidOutOn })?.amount ?? borrowed;
  return {
    where: placeOfPart(debtCase, missedSince === null ? "firstDue" : "missedSince"),
    source: "contract",
    borrowed,
    interest: mode,
    instalments: instalmentsOf(schedule, { paid, mode }),
    agreedFlows: agreedFlowsOf({ paidOutOn, received }, schedule),
    contract: { borrowed, months: parts.months, method: parts.method, firstDue, paid },
    paidInstalments: paid,
    isMissedSinceGiven,
  };
}

function writtenPart({ options, file }: DebtCase, key: ContractKey) {
  return writtenOption(options, key) ?? file?.contract?.entries.get(key) ?? null;
}

function placeOfPart(debtCase: DebtCase, key: ContractKey): string {
  return writtenPart(debtCase, key)?.where ?? optionName(key);
}

function readPart<Value>(debtCase: DebtCase, key: ContractKey, shape: Reader<Value>): Value | null {
  const { problems } = debtCase;
  const written = writtenPart(debtCase, key);
  if (written !== null) return shape.read(written, problems) ?? null;
  const names = ["--borrowed", "--months", "--method", "--first-due"];
  problems.add(optionName(key), { code: "missing", kind: "contract", names });
  return null;
}

/** How many instalments were paid: those before the date, or before the number of an instalment. */
function paidBefore(schedule: readonly ScheduledInstalment[]): Reader<number> {
  return parsed((written) => missedSinceOf(written, schedule));
}

function missedSinceOf(written: string, schedule: readonly ScheduledInstalment[]): Parsed<number> {
  const number = plain(written).replace(/^第|期$/g, "");
  if (/^-?\d{1,4}$/.test(number)) {
    return mapped(readCount(number, { least: 1, most: schedule.length }), (first) => first - 1);
  }
  const since = readDate(written);
  if (!since.ok) return since;
  const dues = schedule.map(({ due }, index) => ({ due: formatDay(due), number: index + 1 }));
  const earlier = schedule.filter(({ due }) => due < since.value).length;
  // The first day of arrears is easily taken for the due date before it: between two there is no telling which is meant.
  return schedule[earlier]?.due === since.value
    ? ok(earlier)
    : invalid({ code: "no-due-date", text: written, beside: dues.slice(Math.max(0, earlier - 1), earlier + 1) });
}

/** The amount once lent, or null where it is not given. */
export function readBorrowed(debtCase: DebtCase): Fen | null {
  return readWritten(writtenPart(debtCase, "borrowed"), amount, debtCase.problems);
}

/** More principal is left than was ever lent. */
export function noteTooMuch(debtCase: DebtCase, borrowed: Fen, principal: Fen): void {
  const amounts = { text: formatFen(borrowed), principal: formatFen(principal) };
  debtCase.problems.add(placeOfPart(debtCase, "borrowed"), { code: "borrowed-below-principal", ...amounts });
}

/**
 * What was paid out, where interest or fees were taken off in advance: no more than was borrowed, where that is known. The
 * day, which a loan file has under a key of its own, lies before the first instalment falls due: `last` at the latest; of a
 * contract it can only be the one from which its interest is counted, and of one amount nothing is known.
 */
export function readReceived(
  debtCase: DebtCase,
  borrowed: Fen | null,
  days: { readonly last: Day } | { readonly only: Day } | null,
): Received | null {
  const { file, problems } = debtCase;
  const { written, read } = writtenReceived(debtCase);
  const onOption = read?.on ?? null;
  const day = onOption === null ? (file?.get("paidOutOn") ?? null) : null;
  const on = day === null ? onOption : readWritten(day, date, problems);
  if (day !== null && written === null) problems.add(day.where, { code: "needs-option", option: "received" });
  if (written === null || read === null) return null;
  if (borrowed !== null && read.amount > borrowed) {
    const bounds = { least: formatFen(fen(1)), most: formatFen(borrowed) };
    problems.add(written.where, { code: "out-of-range", text: formatFen(read.amount), ...bounds });
  }
  if (on !== null) {
    const { where } = day ?? written;
    const text = formatDay(on);
    if (days === null) problems.add(where, { code: "paid-out-without-instalments", text, begins: null });
    else if ("only" in days) {
      const begins = formatDay(days.only);
      if (on !== days.only) problems.add(where, { code: "paid-out-without-instalments", text, begins });
    } else if (on > days.last) {
      const bounds = { least: formatDay(EARLIEST), most: formatDay(days.last) };
      problems.add(where, { code: "out-of-range", text, ...bounds });
    }
  }
  return { amount: read.amount, on };
}

/** The same by itself, as far as it can be said without the debt. */
export function writtenReceived({ options, file, problems }: DebtCase): {
  readonly written: Written | null;
  readonly read: Received | null;
} {
  const option = writtenOption(options, "received");
  const written = option ?? file?.get("received") ?? null;
  return { written, read: readWritten(written, option === null ? receivedInFile : received, problems) };
}

/** What was paid out, and the day where it is known, as an option has both: `48000`, `48000@2026-01-15`. */
export interface Received {
  readonly amount: Fen;
  readonly on: Day | null;
}

export function readReceivedText(written: string): Parsed<Received> {
  const at = written.search(/[@＠]/);
  const amount = readAmount(at < 0 ? written : written.slice(0, at));
  const on = at < 0 ? ok(null) : readDate(written.slice(at + 1));
  return together<Received>({ amount, on });
}

export const received = parsed(readReceivedText);

/** A loan file has a key of its own for the day. */
const receivedInFile = parsed(
  (written): Parsed<Received> => mapped(readAmount(written), (amount) => ({ amount, on: null })),
);
