/** Rows of a block of CSV: cut out by hand or read by csv-parse, in one piece or in many, they are the same. */

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsvRows } from "../../../src/input/rows/csv-rows.ts";
import { endedByLineFeeds, lineBlocks, MOST_LINE_LENGTH } from "../../../src/input/rows/line-blocks.ts";
import type { Separator } from "../../../src/input/rows/row-fields.ts";

type Read = readonly [line: number, fields: readonly string[] | string];

function rowsOf(block: Uint8Array, separator?: Separator): { readonly rows: readonly Read[]; readonly lines: number } {
  const rows: Read[] = [];
  const lines = readCsvRows(block, {
    ...(separator === undefined ? {} : { separator }),
    row: (line, fields) => rows.push([line, Array.from({ length: fields.count }, (_, at) => fields.text(at))]),
    unreadable: (line, { code }) => rows.push([line, code]),
  });
  return { rows, lines };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function inBlocks(whole: Uint8Array, cuts: readonly number[], size: number): Promise<readonly Read[]> {
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (const cut of [...cuts.map((at) => at % (whole.length + 1)), whole.length].sort((left, right) => left - right)) {
    chunks.push(whole.subarray(from, cut));
    from = cut;
  }
  const rows: Read[] = [];
  let lines = 0;
  for await (const block of lineBlocks(chunks, size)) {
    const read = rowsOf(block);
    for (const [line, fields] of read.rows) rows.push([lines + line, fields]);
    lines += read.lines;
  }
  return rows;
}

const field = fc.string({ unit: fc.constantFrom("a", "1", ".", " ", "-", "贷", "\u00e9"), maxLength: 6 });
const quotedField = fc.oneof(
  field,
  field.map((text) => `"${text}"`),
  fc.constantFrom('"a,b"', '"he said ""no"""', '""'),
);
const ending = fc.constantFrom("\n", "\r\n");
const goodLine = fc
  .tuple(fc.array(quotedField, { minLength: 1, maxLength: 5 }), ending)
  .map(([fields, end]) => fields.join(",") + end);
const anyLine = fc.oneof(
  goodLine,
  fc.string({ unit: fc.constantFrom('"', "a", ",", "\r", "\n"), maxLength: 8 }).map((text) => `${text}\n`),
);

describe("rows of CSV", () => {
  test("without a quote, fields cut out by hand are those that csv-parse reads", () => {
    const line = fc
      .tuple(fc.array(field, { minLength: 1, maxLength: 5 }), ending)
      .map(([fields, end]) => fields.join(",") + end);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join("");
        const expected = parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] })
          .map((fields, index): Read => [index, fields])
          .filter(([, fields]) => (fields as readonly string[]).some((each) => each.trim() !== ""));
        expect(rowsOf(bytes(text)).rows).toEqual(expected);
      }),
    );
  });

  test("a line reads the same whatever stands before and after it", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        const texts = lines.flatMap((line) => line.split(/(?<=\n)/));
        const alone = texts.flatMap((line, index) =>
          rowsOf(bytes(line)).rows.map(([, fields]): Read => [index, fields]),
        );
        const { rows, lines: count } = rowsOf(bytes(texts.join("")));
        expect(rows).toEqual(alone);
        expect(count).toBe(texts.length);
      }),
    );
  });

  test("rows do not depend on where the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (lines, cuts, size) => {
          const whole = bytes(lines.join(""));
          expect(await inBlocks(whole, cuts, size)).toEqual(rowsOf(whole).rows);
        },
      ),
    );
  });

  test.each([";", "\t", "|"] as const)("fields between %j read as those between commas", (separator) => {
    // Quoted, the other of the two signs is in a field.
    const swapped = (text: string): string =>
      text.replaceAll(/[,;\t|]/g, (sign) => (sign === "," ? separator : sign === separator ? "," : sign));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        const { rows, lines: count } = rowsOf(bytes(lines.join("")));
        const swappedRows = rows
          .map(([line, fields]): Read => [line, typeof fields === "string" ? fields : fields.map(swapped)])
          // A tab alone in a field is as blank as a space.
          .filter(([, fields]) => typeof fields === "string" || fields.some((text) => text.trim() !== ""));
        expect(rowsOf(bytes(swapped(lines.join(""))), separator)).toEqual({ rows: swappedRows, lines: count });
      }),
    );
  });

  test("the last line reads the same without the end of it", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), goodLine, (lines, last) => {
        const text = lines.join("");
        expect(rowsOf(bytes(text.slice(0, -1))).rows).toEqual(rowsOf(bytes(text)).rows);
        const { rows } = rowsOf(bytes(text + last));
        expect(rowsOf(bytes(text + last.replace(/\r?\n$/, ""))).rows).toEqual(rows);
      }),
    );
  });

  test("lines with nothing in any field are blank", () => {
    expect(rowsOf(bytes('a,1\n,\n , \n"",""\n,1\n贷,\n')).rows).toEqual([
      [0, ["a", "1"]],
      [4, ["", "1"]],
      [5, ["贷", ""]],
    ]);
  });

  test("where the first line ends with a return alone, all of them do, whichever way the bytes come", async () => {
    const parts = async (text: string, cuts: readonly number[]): Promise<string> => {
      const whole = bytes(text);
      const places = [0, ...cuts.map((at) => at % (whole.length + 1)), whole.length].sort(
        (left, right) => left - right,
      );
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (const [index, at] of places.entries()) yield whole.subarray(at, places[index + 1]);
      }
      const read: number[] = [];
      for await (const part of endedByLineFeeds(chunks(), "book")) read.push(...part);
      return new TextDecoder().decode(Uint8Array.from(read));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(goodLine, { maxLength: 3 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (lines, cuts) => {
          const text = `id,a\n${lines.join("").replaceAll("\r\n", "\n")}`;
          expect(await parts(text.replaceAll("\n", "\r"), cuts)).toBe(text);
          const json = '{"id":1}\n \n{"id":2}\n';
          expect(await parts(json.replaceAll("\n", "\r"), cuts)).toBe(json);
          const others = ['{"id":1,\r"a":2}\n', '{"id":{"b":1}\r,"a":2}\n{"id":2}\n', '{"id":1}\r\n{"id":2}\r\n'];
          for (const other of [lines.join(""), `id\r\na\rb\n`, "id\r\r\na\rb\r\r\n", ...others, "id"]) {
            expect(await parts(other, cuts)).toBe(other);
          }
        },
      ),
    );
  });

  test("a return at the end of a large piece waits for the next one", async () => {
    const header = `id,${"a".repeat(1_000_000)}`;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (const part of [`${header}\r`, `${header}\r`]) yield bytes(part);
    }
    let text = "";
    for await (const part of endedByLineFeeds(chunks(), "book")) text += new TextDecoder().decode(part);
    expect(text).toBe(`${header}\n${header}\n`);
  });

  test("a wrong quote costs its own line", () => {
    expect(rowsOf(bytes('a,1\nb,"2\nc,3\n"d",4\ne"f,5\n')).rows).toEqual([
      [0, ["a", "1"]],
      [1, "csv-quotes"],
      [2, ["c", "3"]],
      [3, ["d", "4"]],
      [4, "csv-quotes"],
    ]);
  });

  test("what a spreadsheet was told to keep as a text is that text", () => {
    const rows = [
      [0, ["007", "1,000"]],
      [1, ["8", "2"]],
    ];
    expect(rowsOf(bytes('="007","=""1,000"""\n8,="2"\n')).rows).toEqual(rows);
    expect(rowsOf(bytes('="007";="1,000"\r\n8;"=""2"""'), ";").rows).toEqual(rows);
  });

  test("a line that is no UTF-8 costs itself", () => {
    const block = new Uint8Array([...bytes("a,1\n"), 0xb5, 0xc8, 0x0a, ...bytes("贷,2\n")]);
    expect(rowsOf(block).rows).toEqual([
      [0, ["a", "1"]],
      [1, "line-encoding"],
      [2, ["贷", "2"]],
    ]);
  });

  test("of a line that never ends only as much is kept as shows it", async () => {
    const chunks = Array.from({ length: 100 }, () => bytes("贷".repeat(30_000)));
    const blocks: Uint8Array[] = [];
    for await (const block of lineBlocks([...chunks, bytes("\na,1\n")], 65_536)) blocks.push(block);
    expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(4 * MOST_LINE_LENGTH);
    const [first, second] = blocks.flatMap((block) => rowsOf(block).rows);
    expect(["line-too-long", "line-encoding"]).toContain(first?.[1]);
    expect(second?.[1]).toEqual(["a", "1"]);
  });
});
