/** The fields of a row of a book: cut out of the bytes of its line, or texts that a library read. Both say the same. */

import { AMOUNT_LIMIT, type Fen } from "../../loan/money.ts";

/** What stands between two fields; the same in all of a book. */
export type Separator = "," | ";" | "\t" | "|";

export interface RowFields {
  readonly count: number;
  /** Empty where there is no such field. */
  text(at: number): string;
  is(at: number, text: string): boolean;
  /** Yuan written without any ornament, and so few that the balances of a row are together within the limit; else null. */
  plainAmount(at: number): Fen | null;
  /** A number of at most four digits, written without any ornament; null where it is anything else. */
  plainCount(at: number): number | null;
}

/** What the fields of one line after the other are cut out of; it has no quote. */
export class FieldsOfBytes implements RowFields {
  count = 0;
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  readonly #starts: number[] = [];
  /** One behind the last byte of each field. */
  readonly #ends: number[] = [];

  constructor(bytes: Uint8Array, separator: Separator = ",") {
    this.#bytes = bytes;
    this.#separator = separator.charCodeAt(0);
  }

  /** The length of the line in bytes. */
  get length(): number {
    return (this.#ends[this.count - 1] ?? 0) - (this.#starts[0] ?? 0);
  }

  /** Takes the fields of the line at `start`, and returns where the next one begins; -1 where it is not all ASCII. */
  cut(start: number): number {
    const bytes = this.#bytes;
    const separator = this.#separator;
    let count = 0;
    this.#starts[0] = start;
    for (let at = start; ; at += 1) {
      const byte = at < bytes.length ? (bytes[at] ?? LINE_FEED) : LINE_FEED;
      if (byte === separator) {
        this.#ends[count] = at;
        count += 1;
        this.#starts[count] = at + 1;
      } else if (byte === LINE_FEED) {
        const hasReturn = at > start && bytes[at - 1] === CARRIAGE_RETURN;
        this.#ends[count] = hasReturn ? at - 1 : at;
        this.count = count + 1;
        return at + 1;
      } else if (byte > LAST_OF_ASCII) return -1;
    }
  }

  text(at: number): string {
    const end = this.#end(at);
    let text = "";
    for (let index = this.#start(at); index < end; index += 1) text += String.fromCharCode(this.#bytes[index] ?? 0);
    return text;
  }

  is(at: number, text: string): boolean {
    const start = this.#start(at);
    if (this.#end(at) - start !== text.length) return false;
    for (let index = 0; index < text.length; index += 1) {
      if (this.#bytes[start + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  plainAmount(at: number): Fen | null {
    return plainAmount(this.#bytes, this.#start(at), this.#end(at));
  }

  plainCount(at: number): number | null {
    return plainCount(this.#bytes, this.#start(at), this.#end(at));
  }

  #start(at: number): number {
    return at < this.count ? (this.#starts[at] ?? 0) : 0;
  }

  #end(at: number): number {
    return at < this.count ? (this.#ends[at] ?? 0) : 0;
  }
}

export class FieldsOfTexts implements RowFields {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  get count(): number {
    return this.#texts.length;
  }

  text(at: number): string {
    return this.#texts[at] ?? "";
  }

  is(at: number, text: string): boolean {
    return this.text(at) === text;
  }

  plainAmount(at: number): Fen | null {
    const bytes = ENCODER.encode(this.text(at));
    return plainAmount(bytes, 0, bytes.length);
  }

  plainCount(at: number): number | null {
    const bytes = ENCODER.encode(this.text(at));
    return plainCount(bytes, 0, bytes.length);
  }
}

const ENCODER = new TextEncoder();

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const POINT = 0x2e;
const ZERO_DIGIT = 0x30;
const LAST_OF_ASCII = 0x7f;

const MOST_PLAIN = AMOUNT_LIMIT / 10;
const MOST_CHARACTERS_OF_AMOUNT = 14;
const MOST_DIGITS_OF_COUNT = 4;

function plainAmount(bytes: Uint8Array, start: number, end: number): Fen | null {
  if (end === start || end - start > MOST_CHARACTERS_OF_AMOUNT) return null;
  let value = 0;
  let decimals = -1;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO_DIGIT && byte <= ZERO_DIGIT + 9) {
      value = value * 10 + byte - ZERO_DIGIT;
      if (decimals >= 0) decimals += 1;
    } else if (byte === POINT && decimals < 0 && at > start) decimals = 0;
    else return null;
  }
  if (decimals === 0 || decimals > 2) return null;
  const amount = decimals === 2 ? value : value * (decimals === 1 ? 10 : 100);
  return amount <= MOST_PLAIN ? (amount as Fen) : null;
}

function plainCount(bytes: Uint8Array, start: number, end: number): number | null {
  if (end === start || end - start > MOST_DIGITS_OF_COUNT) return null;
  if (bytes[start] === ZERO_DIGIT && end - start > 1) return null;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO_DIGIT;
    if (!(digit >= 0 && digit <= 9)) return null;
    value = value * 10 + digit;
  }
  return value;
}
