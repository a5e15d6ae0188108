/** Rules of a contract that have several parts: grace, rounding, compound, caps, the minimum payment, orders by days overdue. */

import { type Fen, type Fraction, fen, formatFen, WHOLE } from "../../loan/money.ts";
import { formatPercent, type Rate } from "../../loan/rate.ts";
import type { Rounding } from "../../loan/rounding.ts";
import type { Axis, Cap, CompoundRate, MinimumRule, OrderSwitch, Terms } from "../../loan/terms.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Issue, invalid, issuesOf, mapped, ok, type Parsed } from "../problem.ts";
import { fault, optional, reader, record, required, usually } from "../record.ts";
import { readAmount } from "../values/amount.ts";
import { daysFromOne, graceDays } from "../values/count.ts";
import { order } from "../values/order.ts";
import { formatRate, rate, readRate } from "../values/rate.ts";
import { anyShare, readShare, unclearBelowOne, unclearForms, withUnit } from "../values/share.ts";
import {
  axis,
  chargeOrAll,
  compoundBase,
  compoundRests,
  graceKind,
  roundingDirection,
  roundingMoment,
} from "../values/words.ts";

/** `3`, `3:waive`, `3:skip`: without a kind a grace waives, as the model's default has it. */
export const grace = record({
  fields: { days: required(graceDays), kind: optional(graceKind) },
  short: {
    separator: ":",
    inHead: ["days", "kind"],
    positions: ["kind"],
    split: (head) => (/\d/.test(head) ? { days: head } : { code: "unreadable", kind: "grace", text: head }),
    join: ({ days = "", kind }) => `${days}${kind === undefined ? "" : `:${kind}`}`,
  },
  make: ({ days, kind }) => ({ value: { days, kind: kind ?? ("waive" as const) } }),
  parts: (value: Terms["grace"]) => value,
});

const WHOLE_YUAN = fen(100);
const unit = field<Fen>({
  parse(text) {
    const read = readAmount(text);
    if (!read.ok || read.value === 1 || read.value === WHOLE_YUAN) return read;
    return invalid({ code: "out-of-range", text, least: "0.01", most: "1" });
  },
  format: (value) => (value === WHOLE_YUAN ? "1" : "0.01"),
});

/** `posting`, `daily`, `payment:down:unit=1`. */
export const rounding = record({
  fields: {
    when: usually(roundingMoment, "posting"),
    direction: usually(roundingDirection, "half-up"),
    unit: usually(unit, fen(1)),
  },
  short: {
    separator: ":",
    inHead: ["when", "direction"],
    positions: ["direction"],
    split: (head) => ({ when: head }),
    join: ({ when = "posting", direction }) => `${when}${direction === undefined ? "" : `:${direction}`}`,
  },
  make: (parts) => ({ value: parts }),
  parts: (value: Rounding) => value,
});

/** `penalty`, `contract`, or a rate of its own. */
export const compoundRate = field<CompoundRate>({
  parse(text) {
    const word = plain(text).toLowerCase();
    if (word === "penalty" || word === "contract") return ok({ kind: word });
    return mapped(readRate(text), (own) => ({ kind: "rate", rate: own }));
  },
  format: (value) => (value.kind === "rate" ? formatRate(value.rate) : value.kind),
  document: (value, counting) => (value.kind === "rate" ? rate.document(value.rate, counting) : value.kind),
});

/** `none`, `interest`, `interest:rate=contract:rests=month`. */
export const compound = reader({
  fields: { base: required(compoundBase), rate: optional(compoundRate), rests: optional(compoundRests) },
  short: { separator: ":", inHead: ["base"], split: (head) => ({ base: head }) },
  make: (parts) => ({ value: parts }),
});

const capShare = field({
  ...anyShare,
  parse(text) {
    const forms = unclearForms(text, WHOLE);
    return forms === null ? anyShare.parse(text) : invalid({ code: "ambiguous", kind: "rate", text, forms });
  },
});

/** A year's rate: `24%`, `24%/year`. */
const yearlyShare = field({
  ...capShare,
  parse(text) {
    const own = readRate(text);
    if (!own.ok || own.value.per !== "year") return capShare.parse(text);
    const { numerator, denominator } = own.value;
    return ok({ numerator, denominator });
  },
});

/** `charges=100%`, `penalty=60%` of the principal, `charges=24%/year`, `penalty=0.098%/day`. */
export const cap = record({
  fields: {
    of: required(chargeOrAll),
    share: optional(capShare),
    rate: optional(rate),
    yearlyRate: optional(yearlyShare),
  },
  short: {
    separator: ":",
    inHead: ["of", "share", "rate", "yearlyRate"],
    split(head) {
      const [of = "", most] = head.split(/[=＝](.*)/s).map((side) => side.trim());
      if (most === undefined || most === "") return { code: "unreadable", kind: "cap", text: head };
      const yearly = /^(.*%)\s*\/\s*(?:year|年)$/i.exec(most);
      if (of === "charges" && yearly !== null) return { of, yearlyRate: yearly[1] ?? "" };
      const forms = unclearForms(most, WHOLE);
      if (forms !== null) {
        const [percent, asItStands] = forms;
        return { code: "ambiguous", kind: "rate", text: most, forms: [`${of}=${percent}`, `${of}=${asItStands}`] };
      }
      return /^[\d.]+\s*%?$/.test(most) ? { of, share: most } : (rateIssue(of, most) ?? { of, rate: most });
    },
    join: ({ of = "", share: whole, rate: own, yearlyRate }) =>
      `${of}=${whole ?? own ?? (yearlyRate === undefined ? "" : `${yearlyRate}/year`)}`,
  },
  make({ of, ...most }) {
    const names = ["share", "rate", "yearlyRate"];
    if (Object.values(most).filter((one) => one !== null).length !== 1) {
      return [fault(names, { code: "either-of", names, form: "charges=100%, charges=24%/year" })];
    }
    const value = capOf(of, most);
    return value === null ? [fault(["of"], { code: "cap-misfit", of })] : { value };
  },
  parts: (value: Cap) => value,
});

/** What a component is at most; one of them is not null. */
interface CapParts {
  readonly share: Fraction | null;
  readonly rate: Rate | null;
  readonly yearlyRate: Fraction | null;
}

/** A rate is of what bears one, a share of what is charged; null where the two do not fit. */
function capOf(of: Cap["of"], { share, rate: own, yearlyRate }: CapParts): Cap | null {
  if (share !== null) return { kind: "share", of, share };
  if (yearlyRate !== null) return of === "charges" ? { kind: "yearly", of, yearlyRate } : null;
  if (own === null) return null;
  if (of === "penalty" || of === "compound" || of === "interest") return { kind: "rate", of, rate: own };
  const { numerator, denominator } = own;
  return of === "charges" && own.per === "year" ? { kind: "yearly", of, yearlyRate: { numerator, denominator } } : null;
}

/** The issue of a rate that may be meant in several ways: what is shown for it has to be a cap of this component. */
function rateIssue(written: string, most: string): Issue | null {
  const of = chargeOrAll.parse(written);
  const own = readRate(most);
  const [issue] = own.ok ? [] : own.issues;
  if (!of.ok || issue?.code !== "ambiguous") return null;
  const [first, ...others] = issue.forms.filter((form) => {
    const meant = readRate(form);
    return meant.ok && capOf(of.value, { share: null, rate: meant.value, yearlyRate: null }) !== null;
  });
  if (first === undefined) return { code: "cap-misfit", of: of.value };
  return { ...issue, forms: [`${written}=${first}`, ...others.map((form) => `${written}=${form}`)] };
}

/** `100`, `10%`, `max(100,5%)`: the larger of an amount and a share. */
export const minimum = field<MinimumRule | null>({
  parse(text): Parsed<MinimumRule | null> {
    const written = plain(text);
    if (written === "") return invalid({ code: "empty" });
    if (/^(?:none|无)$/i.test(written)) return ok(null);
    const larger = /^max\s*\((.*)\)$/i.exec(written)?.[1];
    const parts = (larger ?? written).split(larger === undefined ? /$^/ : /[,、;]/).map((part) => part.trim());
    const shares = parts.filter((part) => part.endsWith("%"));
    const amounts = parts.filter((part) => !part.endsWith("%"));
    if (shares.length > 1 || amounts.length > 1 || !/\d/.test(written)) {
      return invalid({ code: "unreadable", kind: "minimum", text });
    }
    const issue = parts.length === 1 ? unclearBelowOne(written) : null;
    if (issue !== null) return invalid(issue);
    const [shareRead, amountRead] = [
      shares.map(readShare)[0] ?? ok(null),
      amounts.map((one) => readAmount(one))[0] ?? ok(null),
    ];
    if (!shareRead.ok || !amountRead.ok) return invalid(...issuesOf(shareRead, amountRead));
    return ok({ amount: amountRead.value, share: shareRead.value });
  },
  format(value) {
    if (value === null) return "none";
    const parts = [
      ...(value.amount === null ? [] : [withUnit(formatFen(value.amount))]),
      ...(value.share === null ? [] : [formatPercent(value.share)]),
    ];
    return parts.length === 2 ? `max(${parts.join(",")})` : parts.join("");
  },
});

interface WrittenSwitch extends Pick<OrderSwitch, "daysOverdue" | "order"> {
  /** Null: that of the loan. */
  readonly by: Axis | null;
}

/** `91:principal,interest,compound,penalty,fee`, and an axis of its own after another colon. */
export const orderSwitch = record({
  fields: { daysOverdue: required(daysFromOne), order: required(order), by: optional(axis) },
  short: {
    separator: ":",
    inHead: ["daysOverdue", "order", "by"],
    positions: ["order", "by"],
    split: (head) =>
      /\d/.test(head) ? { daysOverdue: head } : { code: "unreadable", kind: "order-after", text: head },
    join: ({ daysOverdue = "", order: list = "", by }) => `${daysOverdue}:${list}${by === undefined ? "" : `:${by}`}`,
  },
  form: "91:principal,interest,compound,penalty,fee",
  make: (parts) => ({ value: parts }),
  parts: (value: WrittenSwitch) => value,
});
