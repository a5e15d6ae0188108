/** The figures at the head of a report, each of which stands in the summary as well. */

import type { Verdict } from "../../advice/run-report.ts";
import { addDays, type Day, formatDay } from "../../loan/day.ts";
import type { HighlightWords } from "../../messages/en/report.ts";
import type { Highlight } from "../../output/html/report.ts";
import { type Cell, count, date, money, text } from "../../output/page.ts";

export function runHighlights(verdict: Verdict, cycle: string, words: HighlightWords): readonly Highlight[] {
  const { openingTotal, closingTotal, paid, toPrincipal, principalFirstFell, clearedOn, breakEvenPayment } = verdict;
  const until = formatDay(verdict.to);
  const dateOrNever = (day: Day | null): Cell => (day === null ? text(words.never) : date(day));
  return [
    { label: words.owedOn(formatDay(addDays(verdict.to, -verdict.days))), value: money(openingTotal), tone: "plain" },
    { label: words.paidIn(verdict.days), value: money(paid), tone: "plain" },
    { label: words.reachesPrincipal, value: money(toPrincipal), tone: toPrincipal === 0 ? "bad" : "plain" },
    { label: words.owedOn(until), value: money(closingTotal), tone: closingTotal > openingTotal ? "bad" : "good" },
    {
      label: words.principalFirstFalls,
      value: dateOrNever(principalFirstFell),
      tone: principalFirstFell === null ? "bad" : "plain",
    },
    { label: words.cleared, value: dateOrNever(clearedOn), tone: clearedOn === null ? "bad" : "good" },
    { label: words.breakEven(cycle), value: money(breakEvenPayment.amount), tone: "plain" },
    {
      label: words.daysOverdueOn(until),
      value: count(verdict.daysOverdueAtEnd),
      tone: verdict.daysOverdueAtEnd > 0 ? "bad" : "good",
    },
  ];
}
