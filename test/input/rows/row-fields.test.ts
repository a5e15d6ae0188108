/** Fields cut out of bytes and fields that were read as texts say the same, and plain numbers are what their readers read. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FieldsOfBytes, FieldsOfTexts } from "../../../src/input/rows/row-fields.ts";
import { readAmountOrZero } from "../../../src/input/values/amount.ts";
import { days } from "../../../src/input/values/count.ts";
import { sameEachTime } from "../../runs.ts";

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 12 });
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0123456789.- a\r"), maxLength: 16 }),
  digits,
  fc.tuple(digits, digits).map(([whole, decimals]) => `${whole}.${decimals.slice(0, 3)}`),
);
const texts = fc.array(text, { minLength: 1, maxLength: 5 });

function ofBytes(texts: readonly string[]): FieldsOfBytes {
  const fields = new FieldsOfBytes(new TextEncoder().encode(`${texts.join(",")}\r\nnext,line`));
  fields.cut(0);
  return fields;
}

describe("the fields of a row", () => {
  test("are the same from bytes and from texts", () => {
    fc.assert(
      fc.property(texts, text, (written, other) => {
        const [bytes, read] = [ofBytes(written), new FieldsOfTexts(written)];
        expect(bytes.count).toBe(read.count);
        for (let at = -1; at <= written.length; at += 1) {
          expect(bytes.text(at)).toBe(read.text(at));
          expect(bytes.plainAmount(at)).toBe(read.plainAmount(at));
          expect(bytes.plainCount(at)).toBe(read.plainCount(at));
          for (const like of [other, read.text(at), ""]) expect(bytes.is(at, like)).toBe(read.is(at, like));
        }
      }),
    );
  });

  test("that are plain numbers are what their readers read", () => {
    fc.assert(
      fc.property(text, (written) => {
        const fields = ofBytes([written]);
        const [amount, count] = [fields.plainAmount(0), fields.plainCount(0)];
        if (amount !== null) expect(readAmountOrZero(written)).toEqual({ ok: true, value: amount });
        if (count !== null) expect(days.parse(written)).toEqual({ ok: true, value: count });
      }),
      sameEachTime(1_000),
    );
  });

  test.each([
    ["1234.5", 123_450],
    ["0", 0],
    ["1.000", null],
    ["1,000", null],
    ["5万", null],
    [".5", null],
    ["5.", null],
    ["", null],
    ["1000000000.01", null],
  ])("%j is plainly %j fen", (written, amount) => {
    expect(new FieldsOfTexts([written]).plainAmount(0)).toBe(amount);
  });
});
