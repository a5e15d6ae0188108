/**
 * What may be agreed with a lender, in one line: `agreement:months=36`, `defer:months=3`, `settle:80%@2027-01-15`,
 * `borrow:rate=24%/year`.
 */

import { type Day, formatDay } from "../loan/day.ts";
import type {
  Agreement,
  Deferral,
  InstalmentAgreement,
  Refinancing,
  Settlement,
  WaivedShares,
} from "../loan/events.ts";
import { DAY_COUNTS, type PenaltyRate } from "../loan/loan.ts";
import type { Fraction } from "../loan/money.ts";
import { USUAL_NEW_LOAN } from "../loan/offers.ts";
import { rate } from "../loan/rate.ts";
import { readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { readCount } from "./count.ts";
import { readDate } from "./date.ts";
import { readShare } from "./decimal.ts";
import { GRACE_BOUNDS } from "./grace.ts";
import { penaltyExceedsWhole, readPenalty } from "./penalty.ts";
import { invalid, issuesOf, ok, type Parsed } from "./problem.ts";
import { readRate } from "./rate.ts";
import { StrategySettings } from "./strategy-settings.ts";
import { missingDate, orUnreadable, type StrategySpec, splitSpec } from "./strategy-spec.ts";

export const AGREED_HEADS = ["agreement", "defer", "settle", "borrow"] as const;
export type AgreedHead = (typeof AGREED_HEADS)[number];

/** Fifty years: no lender spreads a debt over more. */
export const MONTHS_BOUNDS = { least: 1, most: 600 };
const PAUSE_BOUNDS = { least: 0, most: 120 };

const METHODS = ["equal-instalments", "equal-principal"] as const;
const CHARGES_PLACES = ["spread", "end"] as const satisfies readonly InstalmentAgreement["charges"][];
const BREAK_RULES = ["restore", "keep"] as const satisfies readonly InstalmentAgreement["onBreak"][];

const AGREEMENT_SETTINGS = [
  "months",
  "method",
  "start",
  "rate",
  "waive-penalty",
  "waive-compound",
  "waive-fee",
  "waive-interest",
  "waive-charges",
  "waive-principal",
  "pause",
  "charges",
  "day-count",
  "grace",
  "on-break",
] as const;
const DEFERRAL_SETTINGS = ["months", "rate", "start"] as const;
const REFINANCING_SETTINGS = ["rate", "fee", "months", "method", "start", "day-count", "penalty"] as const;

const NO_SHARE: Fraction = { numerator: 0n, denominator: 1n };
const NO_RATE = rate(0n, 1n, "year");
const USUAL_PENALTY: PenaltyRate = USUAL_NEW_LOAN.penalty[0].penalty;

/** An agreement of any kind, where nothing else is expected: in a scenario's list. */
export function readAgreed(written: string, asOf: Day): Parsed<Agreement> {
  const spec = splitSpec(written, AGREED_HEADS);
  return spec.ok ? readAgreedSpec(spec.value, asOf) : spec;
}

/** An agreement over instalments, where no other kind will do: a plan needs its schedule. */
export function readInstalmentAgreement(written: string, asOf: Day): Parsed<InstalmentAgreement> {
  const spec = splitSpec(written, ["agreement"]);
  return spec.ok ? readInstalments(spec.value, asOf) : spec;
}

export function readAgreedSpec(spec: StrategySpec<AgreedHead>, asOf: Day): Parsed<Agreement> {
  const { head } = spec;
  switch (head) {
    case "agreement":
      return readInstalments(spec, asOf);
    case "defer":
      return readDeferral(spec, asOf);
    case "settle":
      return readSettlement(spec, asOf);
    case "borrow":
      return readRefinancing(spec, asOf);
    default:
      return head satisfies never;
  }
}

/** What is agreed holds on `asOf` at the earliest: what was agreed before is in the balances. */
export function readStart(written: string, asOf: Day): Parsed<Day> {
  const date = readDate(written);
  if (!date.ok || date.value >= asOf) return date;
  return invalid({ code: "before-as-of", text: written, asOf: formatDay(asOf) });
}

function readMonths(text: string): Parsed<number> {
  return readCount(text, MONTHS_BOUNDS);
}

function readMethod(text: string): Parsed<(typeof METHODS)[number]> {
  return readChoice(text, METHODS);
}

function readInstalments(spec: StrategySpec, asOf: Day): Parsed<InstalmentAgreement> {
  const settings = new StrategySettings(spec, AGREEMENT_SETTINGS);
  const months = settings.need("months", readMonths);
  const agreement = {
    kind: "agreement",
    date: settings.read("start", (text) => readStart(text, asOf), asOf),
    waive: readWaivers(settings),
    charges: settings.read("charges", (text) => readChoice(text, CHARGES_PLACES), "spread"),
    method: { kind: settings.read("method", readMethod, "equal-instalments") },
    down: null,
    rate: settings.read("rate", readRate, NO_RATE),
    dayCount: settings.read("day-count", (text) => readChoice(text, DAY_COUNTS), "period"),
    pauseMonths: settings.read("pause", (text) => readCount(text, PAUSE_BOUNDS), 0),
    graceDays: settings.read("grace", (text) => readCount(text, GRACE_BOUNDS), 0),
    onBreak: settings.read("on-break", (text) => readChoice(text, BREAK_RULES), "restore"),
    unearned: "leave-out",
  } as const;
  return settings.result(months === null ? null : { ...agreement, months });
}

/** `waive-charges` speaks for all four charges; one that is named beside it has its own share. */
function readWaivers(settings: StrategySettings<(typeof AGREEMENT_SETTINGS)[number]>): WaivedShares {
  const charges = settings.read("waive-charges", readShare, NO_SHARE);
  return {
    fee: settings.read("waive-fee", readShare, charges),
    penalty: settings.read("waive-penalty", readShare, charges),
    compound: settings.read("waive-compound", readShare, charges),
    interest: settings.read("waive-interest", readShare, charges),
    principal: settings.read("waive-principal", readShare, NO_SHARE),
  };
}

function readDeferral(spec: StrategySpec, asOf: Day): Parsed<Deferral> {
  const settings = new StrategySettings(spec, DEFERRAL_SETTINGS);
  const months = settings.need("months", readMonths);
  const deferral = {
    kind: "deferral",
    date: settings.read("start", (text) => readStart(text, asOf), asOf),
    rate: settings.read("rate", readRate, null),
  } as const;
  return settings.result(months === null ? null : { ...deferral, months });
}

function readRefinancing(spec: StrategySpec, asOf: Day): Parsed<Refinancing> {
  const settings = new StrategySettings(spec, REFINANCING_SETTINGS);
  const newRate = settings.need("rate", readRate);
  const penalty = settings.read("penalty", readPenalty, USUAL_PENALTY);
  const refinancing = {
    kind: "refinancing",
    date: settings.read("start", (text) => readStart(text, asOf), asOf),
    feeShare: settings.read("fee", readShare, NO_SHARE),
    months: settings.read("months", readMonths, USUAL_NEW_LOAN.months),
    method: settings.read("method", readMethod, "equal-instalments"),
    dayCount: settings.read("day-count", (text) => readChoice(text, DAY_COUNTS), "period"),
    penalty: [{ fromDaysOverdue: 1, penalty }],
    unearned: "leave-out",
  } as const;
  if (newRate !== null && penaltyExceedsWhole(penalty, newRate)) settings.add({ code: "penalty-too-high" });
  return settings.result(newRate === null ? null : { ...refinancing, rate: newRate });
}

function readSettlement(spec: StrategySpec, asOf: Day): Parsed<Settlement> {
  const [paysText = "", dateText] = (spec.body ?? "").split(/@(.*)/s);
  const pays = readSettlementPays(paysText);
  const date = dateText === undefined ? invalid(missingDate(spec)) : readStart(dateText, asOf);
  if (!pays.ok || !date.ok) return invalid(...orUnreadable(spec, issuesOf(pays, date)));
  return ok({ kind: "settlement", date: date.value, pays: pays.value, unearned: "leave-out" });
}

function readSettlementPays(text: string): Parsed<Settlement["pays"]> {
  if (!text.includes("%")) {
    const share = shareInWords(text);
    if (share !== null) return invalid({ code: "settlement-in-words", text, share });
    if (/^\s*0+(?:\.0*)?\s*$/.test(text)) return invalid({ code: "settlement-nothing", text });
    // Nobody settles a debt for less than a yuan, and many would write 0.8 for 80 %.
    if (/^\s*(?:0?\.\d+|[01](?:\.\d+)?)\s*$/.test(text)) return invalid({ code: "settlement-unclear", text });
    const amount = readAmount(text);
    return amount.ok ? ok({ kind: "amount", amount: amount.value }) : amount;
  }
  const share = readShare(text);
  if (!share.ok) return share;
  return share.value.numerator === 0n
    ? invalid({ code: "settlement-nothing", text })
    : ok({ kind: "share", share: share.value });
}

/** `八成`, `8折`, `八五折`, `八成五`: the share that is paid, as `80%`; null for anything else. */
function shareInWords(text: string): string | null {
  const match =
    /^\s*打?([1-9一二两三四五六七八九])[.点]?([\d零一二三四五六七八九]?)[成折]([1-9一二三四五六七八九半]?)\s*$/.exec(
      text,
    );
  const tens = match?.[1];
  return tens === undefined ? null : `${digitOf(tens)}${digitOf(match?.[2] || match?.[3] || "0")}%`;
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  零: "0",
  一: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  半: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

function digitOf(character: string): string {
  return CHINESE_DIGITS[character] ?? character;
}
