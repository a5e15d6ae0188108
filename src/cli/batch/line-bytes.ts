/** Lines grown as bytes: figures are written digit by digit, because a text for each costs more than what it says. */

import { type Day, formatDay } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";

const ENCODER = new TextEncoder();

const ZERO_DIGIT = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/** Room for the digits of any number, its sign and a point. */
const MOST_OF_NUMBER = 24;
/** Most numbers that are not whole have at most four decimals. */
const PARTS_OF_NUMBER = 10_000;
/** Beyond fifteen digits there may be a shorter way to write the same number. */
const MOST_PARTS = 999_999_999_999_999;
/** A character has at most three bytes for each unit of its length. */
const MOST_OF_UNIT = 3;
const MOST_DAY_TEXTS = 1_000;
const SIZE_AT_FIRST = 131_072;

export class LineBytes {
  #bytes = new Uint8Array(SIZE_AT_FIRST);
  #length = 0;
  /** Most rows of a book have the same days. */
  readonly #dayTexts = new Map<Day, string>();

  /** What was written; it is there until something is written again, in its place. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  text(text: string): void {
    this.#makeRoom(MOST_OF_UNIT * text.length);
    if (this.#asAscii(text)) return;
    this.#length += ENCODER.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** `1234.50`, as `formatFen` writes it; nothing where there is none. */
  money(amount: Fen | null): void {
    if (amount === null) return;
    const whole = this.#wholePart(Math.abs(amount), amount < 0, 100);
    this.#bytes[this.#length] = POINT;
    this.#length += 1;
    this.#twoDigits(Math.abs(amount) - 100 * whole);
  }

  /** As JSON writes it; nothing where there is none. */
  number(value: number | null): void {
    if (value === null) return;
    const absolute = Math.abs(value);
    const parts = Math.round(absolute * PARTS_OF_NUMBER);
    if (Number.isInteger(value)) this.#wholePart(absolute, value < 0, 1);
    else if (parts > MOST_PARTS || parts / PARTS_OF_NUMBER !== absolute) this.text(String(value));
    else this.#decimals(parts - PARTS_OF_NUMBER * this.#wholePart(parts, value < 0, PARTS_OF_NUMBER));
  }

  /** `2026-11-22`, as `formatDay` writes it; nothing where there is none. */
  day(date: Day | null): void {
    if (date === null) return;
    let text = this.#dayTexts.get(date);
    if (text === undefined) {
      if (this.#dayTexts.size === MOST_DAY_TEXTS) this.#dayTexts.clear();
      text = formatDay(date);
      this.#dayTexts.set(date, text);
    }
    this.text(text);
  }

  /** False, and nothing is written, where another character is among them. */
  #asAscii(text: string): boolean {
    const bytes = this.#bytes;
    const start = this.#length;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[start + index] = code;
    }
    this.#length = start + text.length;
    return true;
  }

  #wholePart(absolute: number, isNegative: boolean, unit: number): number {
    this.#makeRoom(MOST_OF_NUMBER);
    if (isNegative) {
      this.#bytes[this.#length] = MINUS;
      this.#length += 1;
    }
    const whole = Math.floor(absolute / unit);
    this.#digits(whole);
    return whole;
  }

  /** Without zeros behind. */
  #decimals(parts: number): void {
    this.#bytes[this.#length] = POINT;
    this.#length += 1;
    let [rest, unit] = [parts, PARTS_OF_NUMBER];
    while (rest > 0) {
      unit /= 10;
      const digit = Math.floor(rest / unit);
      this.#bytes[this.#length] = ZERO_DIGIT + digit;
      this.#length += 1;
      rest -= digit * unit;
    }
  }

  #digits(value: number): void {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    const end = this.#length + digits;
    let rest = value;
    for (let at = end - 1; at >= this.#length; at -= 1) {
      const others = Math.floor(rest / 10);
      this.#bytes[at] = ZERO_DIGIT + rest - 10 * others;
      rest = others;
    }
    this.#length = end;
  }

  #twoDigits(value: number): void {
    const tens = Math.floor(value / 10);
    this.#bytes[this.#length] = ZERO_DIGIT + tens;
    this.#bytes[this.#length + 1] = ZERO_DIGIT + value - 10 * tens;
    this.#length += 2;
  }

  #makeRoom(count: number): void {
    const least = this.#length + count;
    if (least <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * least);
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}
