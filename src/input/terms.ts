/** The terms of the loan: options over the loan file over the product. */

import {
  AXES,
  COMPOUND_BASES,
  DAY_COUNTS,
  INTEREST_MODES,
  PENALTY_BASES,
  ROUNDING_MOMENTS,
  SURPLUSES,
  type Terms,
  USUAL_ROUNDING,
} from "../loan/loan.ts";
import { readChoice } from "./choice.ts";
import { readCount } from "./count.ts";
import { readGrace } from "./grace.ts";
import { readLateFee } from "./late-fee.ts";
import type { LoanFile } from "./loan-file.ts";
import { givenOption, givenOptions, type LoanOptions } from "./loan-options.ts";
import { readOrder, readOrderSwitch, sortSwitches } from "./order.ts";
import { penaltyExceedsWhole, readPenalty } from "./penalty.ts";
import { type Located, ok, type Parsed, type ProblemCollector } from "./problem.ts";
import { readRate } from "./rate.ts";
import {
  readGivenGrace,
  readGivenLateFees,
  readGivenOrder,
  readOrderSwitches,
  readPenaltyTiers,
  readRates,
} from "./term-lists.ts";

/** Daily rates are stored with some six decimals; more than eighteen are none that anybody keeps. */
const RATE_DECIMALS_BOUNDS = { least: 0, most: 18 };

export interface ReadTerms {
  readonly terms: Terms;
  /** The terms that the client gave; the others are the product's. */
  readonly given: ReadonlySet<keyof Terms>;
}

export function readTerms(
  options: LoanOptions,
  file: LoanFile | null,
  productTerms: Terms,
  problems: ProblemCollector,
): ReadTerms {
  const reader = new TermsReader(options, file, productTerms, problems);
  const terms = reader.terms();
  checkPenalties(terms, reader.placeOfPenalty(), problems);
  return { terms, given: reader.given };
}

class TermsReader {
  readonly given = new Set<keyof Terms>();
  readonly #options: LoanOptions;
  readonly #file: LoanFile | null;
  readonly #written: NonNullable<LoanFile["terms"]>;
  readonly #product: Terms;
  readonly #problems: ProblemCollector;

  constructor(options: LoanOptions, file: LoanFile | null, product: Terms, problems: ProblemCollector) {
    this.#options = options;
    this.#file = file;
    this.#written = file?.terms ?? ({} as NonNullable<LoanFile["terms"]>);
    this.#product = product;
    this.#problems = problems;
  }

  terms(): Terms {
    const written = this.#written;
    const surplus = givenOption(this.#options, "surplus") ?? written.surplus;
    const by = this.#one("by", givenOption(this.#options, "by") ?? written.by, (text) => readChoice(text, AXES));
    const order = this.#order();
    return {
      rates: this.#rates(),
      interest: this.#word("interest", "interest", INTEREST_MODES),
      penalty: this.#penalty(),
      penaltyBase: this.#word("penaltyBase", "penaltyBase", PENALTY_BASES),
      compound: this.#word("compound", "compound", COMPOUND_BASES),
      dayCount: this.#word("dayCount", "dayCount", DAY_COUNTS),
      grace: this.#grace(),
      rateDecimals: this.#one("rateDecimals", written.rateDecimals, (text) => readCount(text, RATE_DECIMALS_BOUNDS)),
      rounding: this.#one("rounding", givenOption(this.#options, "rounding") ?? written.rounding, (text) => {
        const when = readChoice(text, ROUNDING_MOMENTS);
        return when.ok ? ok({ ...USUAL_ROUNDING, when: when.value }) : when;
      }),
      compoundRate: this.#product.compoundRate,
      compoundRests: this.#product.compoundRests,
      caps: this.#product.caps,
      minimum: this.#product.minimum,
      accelerateAfter: this.#product.accelerateAfter,
      lateFees: this.#lateFees(),
      surplus: this.#one("surplus", surplus, (text) => readChoice(text, SURPLUSES)),
      order,
      by,
      orderInAdvance: this.#orderInAdvance(),
      orderAfter: this.#orderAfter(by),
    };
  }

  placeOfPenalty(): string {
    const rate = givenOption(this.#options, "penalty") ?? givenOption(this.#options, "rate");
    return rate?.where ?? this.#file?.placeOf("terms") ?? "--penalty";
  }

  /** A term given as one text, or the product's. */
  #one<Field extends keyof Terms>(
    field: Field,
    given: Located | null | undefined,
    reader: (text: string) => Parsed<Terms[Field]>,
  ): Terms[Field] {
    if (given === null || given === undefined) return this.#product[field];
    this.given.add(field);
    return this.#problems.read(given, reader) ?? this.#product[field];
  }

  /** A term that is one of a few words, under the same name as option and in the file. */
  #word<Field extends "interest" | "penaltyBase" | "compound" | "dayCount">(
    field: Field,
    option: Field,
    words: readonly Terms[Field][],
  ): Terms[Field] {
    return this.#one(field, givenOption(this.#options, option) ?? this.#written[option], (text) =>
      readChoice(text, words),
    );
  }

  /** A term of several parts: what the option makes of it, else the file, else the product. */
  #list<Field extends keyof Terms>(field: Field, read: () => Terms[Field] | null): Terms[Field] {
    this.given.add(field);
    return read() ?? this.#product[field];
  }

  #rates(): Terms["rates"] {
    const given = givenOption(this.#options, "rate") ?? this.#written.rate;
    if (given === null || given === undefined) return this.#product.rates;
    return this.#list("rates", () => {
      if (Array.isArray(given)) return readRates(given, this.#placeOfTerms(), this.#problems);
      const rate = this.#problems.read(given as Located, readRate);
      return rate && [{ from: null, rate }];
    });
  }

  #penalty(): Terms["penalty"] {
    const given = givenOption(this.#options, "penalty") ?? this.#written.penalty;
    if (given === null || given === undefined) return this.#product.penalty;
    return this.#list("penalty", () => {
      if (Array.isArray(given)) return readPenaltyTiers(given, this.#placeOfTerms(), this.#problems);
      const penalty = this.#problems.read(given as Located, readPenalty);
      return penalty && [{ fromDaysOverdue: 1, penalty }];
    });
  }

  #grace(): Terms["grace"] {
    const { grace } = this.#written;
    const option = givenOption(this.#options, "grace");
    if (option !== null || !grace) return this.#one("grace", option, readGrace);
    return this.#list("grace", () => readGivenGrace(grace, this.#problems));
  }

  #lateFees(): Terms["lateFees"] {
    const options = givenOptions(this.#options, "lateFee");
    const { lateFees } = this.#written;
    if (options.length === 0 && !lateFees) return this.#product.lateFees;
    return this.#list("lateFees", () => {
      if (options.length === 0) return readGivenLateFees(lateFees ?? [], this.#placeOfTerms(), this.#problems);
      return options.flatMap((option) => this.#problems.read(option, readLateFee) ?? []);
    });
  }

  #order(): Terms["order"] {
    const { order } = this.#written;
    const option = givenOption(this.#options, "order");
    if (option !== null || !order) return this.#one("order", option, readOrder);
    return this.#list("order", () => this.#words(order));
  }

  /** An order of the client's own stands against the product's in whole: its switches go with it. */
  #orderInAdvance(): Terms["orderInAdvance"] {
    const { orderInAdvance } = this.#written;
    if (!orderInAdvance) return this.given.has("order") ? null : this.#product.orderInAdvance;
    return this.#list("orderInAdvance", () => this.#words(orderInAdvance));
  }

  #orderAfter(by: Terms["by"]): Terms["orderAfter"] {
    const options = givenOptions(this.#options, "orderAfter");
    const { orderAfter } = this.#written;
    if (options.length > 0) {
      const switches = options.flatMap(
        (option) => this.#problems.read(option, (text) => readOrderSwitch(text, by)) ?? [],
      );
      return this.#list("orderAfter", () => this.#problems.take("--order-after", sortSwitches(switches)));
    }
    if (!orderAfter) return this.given.has("order") ? [] : this.#product.orderAfter;
    return this.#list("orderAfter", () => readOrderSwitches(orderAfter, by, this.#placeOfTerms(), this.#problems));
  }

  #words(words: readonly Located[]): Terms["order"] | null {
    return readGivenOrder(words, this.#placeOfTerms(), this.#problems);
  }

  #placeOfTerms(): string {
    return this.#file?.placeOf("terms") ?? "";
  }
}

/** A multiple that is harmless on one rate may be absurd on another, so both are looked at together. */
function checkPenalties({ rates, penalty }: Terms, where: string, problems: ProblemCollector): void {
  const excessive = penalty.find((tier) => rates.some(({ rate }) => penaltyExceedsWhole(tier.penalty, rate)));
  if (excessive !== undefined) problems.add(where, { code: "penalty-too-high" });
}
