/** The schedules of what is agreed: of instalments over what is owed, and of a new loan that pays it off. */

import { addMonths, type Day, monthsFrom } from "../loan/day.ts";
import { type InterestBetween, interestBetween } from "../loan/day-count.ts";
import type { InstalmentAgreement, Refinancing } from "../loan/events.ts";
import { add, type Fen, fen, inProportion, least, shareOf, subtract, ZERO } from "../loan/money.ts";
import { expectMonths, type ScheduledInstalment, scheduleOver } from "../loan/schedule.ts";

/** The due dates and amounts that an agreement over what is owed at its date comes to. */
export interface AgreedInstalment extends ScheduledInstalment {
  /** Charges kept, put into this instalment. */
  readonly charges: Fen;
  /** The new rate's, if every instalment is paid on its day; of a flat agreement its monthly fee. */
  readonly interest: Fen;
}

/** The dated schedule of an agreement over a remaining principal and remaining charges. */
export function agreedSchedule(
  agreement: InstalmentAgreement,
  principal: Fen,
  charges: Fen,
): readonly AgreedInstalment[] {
  expectMonths("agreement.months", agreement.months);
  const rows = capitalSchedule(agreement, principal, charges, agreedInterest(agreement));
  const chargesOf = chargesIn(agreement, principal, charges);
  return rows.map(({ due, principal: capital, interest }, index) => {
    const own = chargesOf(capital, index);
    return { due, principal: principalIn(agreement, capital, own), charges: own, interest };
  });
}

/** What of the charges kept goes into each instalment of what an agreement capitalises; asked for in their order. */
export function chargesIn(
  { charges: when, months }: InstalmentAgreement,
  principal: Fen,
  charges: Fen,
): (capital: Fen, index: number) => Fen {
  return when === "end"
    ? (_, index) => (index === months - 1 ? charges : ZERO)
    : inProportion(charges, add(principal, charges));
}

/** Charges that are spread are part of what is capitalised; at the end they come on top of it. */
export function principalIn({ charges: when }: InstalmentAgreement, capital: Fen, charges: Fen): Fen {
  return when === "spread" ? subtract(capital, charges) : capital;
}

/** The interest that an agreement's rate brings on an amount between two days. */
export function agreedInterest({ rate, dayCount, date, pauseMonths }: InstalmentAgreement): InterestBetween {
  return interestBetween(rate, dayCount, addMonths(date, pauseMonths + 1));
}

/**
 * The instalments of what an agreement capitalises. A run, in which interest accrues by itself, asks for none where the
 * parts do not depend on it.
 */
export function capitalSchedule(
  agreement: InstalmentAgreement,
  principal: Fen,
  charges: Fen,
  interestOn: InterestBetween,
): readonly ScheduledInstalment[] {
  const { date, pauseMonths, method, months, rate, dayCount } = agreement;
  const capital = agreement.charges === "spread" ? add(principal, charges) : principal;
  const monthOf = monthsFrom(date);
  const due = (index: number): Day => monthOf(pauseMonths + 1 + index);
  const equal = (kind: "equal-instalments" | "equal-principal", interest: InterestBetween) =>
    scheduleOver({ borrowed: capital, months, method: kind, rate, dayCount }, due, "up", interest);
  // Interest of the pause is owed with the first instalment, on top of it.
  const afterPause = (rows: readonly ScheduledInstalment[]): readonly ScheduledInstalment[] =>
    pauseMonths === 0
      ? rows
      : rows.map((row, index) => (index > 0 ? row : { ...row, interest: interestOn(capital, date, row.due) }));
  switch (method.kind) {
    case "equal-instalments":
    case "equal-principal":
      return afterPause(equal(method.kind, interestOn));
    case "flat": {
      // The monthly fee is what is fixed in advance in place of interest by a rate.
      const fee = shareOf(capital, method.monthlyFee);
      return equal("equal-principal", () => fee);
    }
    case "steps": {
      const amounts = method.steps.flatMap(({ amount, months: count }) => new Array<Fen>(count).fill(amount));
      const rows: ScheduledInstalment[] = [];
      let left = capital;
      for (let index = 0; index < months; index += 1) {
        const from = index === 0 ? date : due(index - 1);
        const interest = interestOn(left, from, due(index));
        // An amount that is smaller than the interest leaves the principal as it is; the last instalment takes the rest.
        const room = fen(Math.max(0, (amounts[index] ?? amounts.at(-1) ?? 0) - interest));
        const principal = index === months - 1 ? left : least(room, left);
        rows.push({ due: due(index), principal, interest });
        left = subtract(left, principal);
      }
      return rows;
    }
    default:
      return method satisfies never;
  }
}

/** The new loan's instalments if it pays off `clears`: that amount and the upfront fee, over its months. */
export function refinancedSchedule(refinancing: Refinancing, clears: Fen): readonly ScheduledInstalment[] {
  expectMonths("refinancing.months", refinancing.months);
  const borrowed = add(clears, shareOf(clears, refinancing.feeShare));
  const monthOf = monthsFrom(refinancing.date);
  return scheduleOver({ borrowed, ...refinancing }, (index) => monthOf(index + 1), "half-up");
}
