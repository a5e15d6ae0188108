/** `settle:80%@2027-01-15`: a sum or a share on a day clears the loan (一次性结清). */

import type { Settlement } from "../../loan/events.ts";
import type { ShareOrAmount } from "../../loan/money.ts";
import { parsed, perDay } from "../field.ts";
import { digitOf } from "../plain-text.ts";
import { type Issue, invalid, mapped, ok, type Parsed } from "../problem.ts";
import { type RecordReader, reader, required, usually } from "../record.ts";
import type { StrategyForm } from "../strategy.ts";
import { readAmount } from "../values/amount.ts";
import { dateFrom } from "../values/date.ts";
import { eitherOf, readShare } from "../values/share.ts";
import { unearned } from "./agreement.ts";

const FORM = "settle:80%@2027-01-15";

const shapeOf = perDay((asOf): RecordReader<Settlement> => {
  return reader({
    form: FORM,
    fields: {
      pays: required(parsed(readPays)),
      start: required(dateFrom(asOf, "agreement")),
      unearned: usually(unearned, "leave-out"),
    },
    short: {
      separator: ",",
      strategy: "settle",
      inHead: ["pays", "start"],
      split(head) {
        const [what = "", start] = head.split(/@(.*)/s);
        return { pays: what, start };
      },
    },
    make: ({ pays: what, start, unearned: ahead }) => ({
      value: { kind: "settlement", date: start, pays: what, unearned: ahead },
    }),
  });
});

export const settlement: StrategyForm = {
  head: "settle",
  otherNames: ["一次结清", "一次性结清", "结清"],
  kind: "settlement",
  form: FORM,
  read(body, asOf, problems) {
    const { text, where } = body;
    if (text !== "" && !text.includes("@")) {
      problems.add(where, { code: "missing", kind: "date", names: [`settle:${text}`], form: FORM });
      problems.take(where, readPays(text));
      return undefined;
    }
    const found = shapeOf(asOf).read(body, problems);
    return found && { agreement: found };
  },
};

function readPays(text: string): Parsed<ShareOrAmount> {
  if (!text.includes("%")) {
    const issue = unclear(text.trim());
    if (issue !== null) return invalid(issue);
    return mapped(readAmount(text), (amount) => ({ kind: "amount", amount }));
  }
  const share = readShare(text);
  if (!share.ok) return share;
  return share.value.numerator === 0n ? invalid({ code: "zero", text }) : ok({ kind: "share", share: share.value });
}

/** Nobody settles a debt for less than a yuan, and many would write 0.8 or 八成 for 80 %. */
function unclear(text: string): Issue | null {
  const share = shareInWords(text);
  if (share !== null) return { code: "settlement-in-words", text, share };
  if (/^0+(?:\.0*)?$/.test(text)) return { code: "zero", text };
  if (!/^(?:0?\.\d+|[01](?:\.\d+)?)$/.test(text)) return null;
  return eitherOf(text);
}

/** `八成`, `8折`, `八五折`, `八成五`: the share that is paid, as `80%`; null for anything else. */
function shareInWords(text: string): string | null {
  const match =
    /^打?([1-9一二两三四五六七八九])[.点]?([\d零一二三四五六七八九]?)[成折]([1-9一二三四五六七八九半]?)$/.exec(text);
  const tens = match?.[1];
  const ones = match?.[2] || match?.[3] || "0";
  return tens === undefined ? null : `${digitOf(tens)}${ones === "半" ? "5" : digitOf(ones)}%`;
}
