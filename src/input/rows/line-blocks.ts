/** A stream of bytes cut where lines end. In a book of loans a line feed always ends a row, so that it may be cut anywhere. */

/** So many characters; a longer line is no loan: the longest loan file that is read has about half of this. */
export const MOST_LINE_LENGTH = 1_048_576;
/** A character has at most three bytes for each unit of its length. */
const MOST_KEPT_BYTES = 3 * MOST_LINE_LENGTH + 1;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const OPENING_BRACE = 0x7b;
const QUOTE = 0x22;
const CLOSING_BRACE = 0x7d;
const LAST_OF_ASCII = 0x7f;

/**
 * Blocks of whole lines, each of about `size` bytes; only the last may end without a line feed. A block is there until the
 * next one is asked for, which takes its place in memory: of a long book nothing is left behind that had to be collected.
 * Of a line that is too long only as much is kept as shows that it is.
 */
export async function* lineBlocks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let bytes = new Uint8Array(2 * size);
  let length = 0;
  /** Bytes since the last line feed. */
  let openBytes = 0;
  const take = (more: Uint8Array): void => {
    if (length + more.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + more.length));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(more, length);
    length += more.length;
  };
  for await (const chunk of chunks) {
    const last = chunk.lastIndexOf(LINE_FEED);
    const room = Math.max(0, MOST_KEPT_BYTES - openBytes);
    if (last < 0) {
      take(chunk.subarray(0, room));
      openBytes += chunk.length;
      continue;
    }
    const first = chunk.indexOf(LINE_FEED);
    if (first > room) {
      take(chunk.subarray(0, room));
      take(chunk.subarray(first, last + 1));
    } else take(chunk.subarray(0, last + 1));
    if (length >= size) {
      yield bytes.subarray(0, length);
      length = 0;
    }
    const begun = chunk.subarray(last + 1);
    openBytes = begun.length;
    if (begun.length > 0) take(begun);
  }
  if (length > 0) yield bytes.subarray(0, length);
}

/**
 * A book whose lines end with a carriage return alone, as some programs of the Mac write them, with line feeds in place of the
 * returns. Any other is left as it is: there a return belongs to the line feed behind it, to a field, or to the space within
 * an object of JSON. Which it is, is seen at its beginning; a piece is a part of a book without its header.
 */
export async function* endedByLineFeeds(
  chunks: AsyncIterable<Uint8Array>,
  of: "book" | "piece",
): AsyncGenerator<Uint8Array> {
  const isByReturns = of === "book" ? isBookByReturns : isPieceByReturns;
  let found: boolean | null = null;
  let beginning: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    if (found === null) {
      beginning = joined(beginning, chunk);
      found = isByReturns(beginning, false);
      if (found !== null) yield found ? withLineFeeds(beginning) : beginning;
    } else yield found ? withLineFeeds(chunk) : chunk;
  }
  if (found === null) yield isByReturns(beginning, true) ? withLineFeeds(beginning) : beginning;
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(before.length + after.length);
  bytes.set(before);
  bytes.set(after, before.length);
  return bytes;
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte));
}

/** Whether the lines end by returns, by the beginning of the bytes or by all of them; null where more has to be seen. */
type IsByReturns = (bytes: Uint8Array, isAll: boolean) => boolean | null;

/**
 * By the first line that has an end; `\r\r\n`, as a wrong copy has it for `\r\n`, has a line feed too. Lines of JSON begin with
 * a brace, as no header does. In JSON a return alone may be a space within an object: only between two of them it ends a
 * line, since no line holds two.
 */
const isBookByReturns: IsByReturns = (bytes, isAll) => {
  const isJson = bytes.find((byte) => byte > SPACE && byte <= LAST_OF_ASCII) === OPENING_BRACE;
  const first = bytes.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
  const behind =
    first < 0 ? undefined : bytes.subarray(first).find((byte) => !(isJson ? isSpace(byte) : byte === CARRIAGE_RETURN));
  if (behind === undefined) return isAll ? true : bytes.length < MOST_KEPT_BYTES ? null : false;
  if (behind === LINE_FEED || !isJson) return behind !== LINE_FEED;
  return behind === OPENING_BRACE && bytes.subarray(0, first).findLast((byte) => byte > SPACE) === CLOSING_BRACE;
};

/** Any line may be the first: a return within one, or between quotes, ends no line, and a line feed shows what does. */
const isPieceByReturns: IsByReturns = (bytes, isAll) => {
  if (bytes.includes(LINE_FEED)) return false;
  if (!isAll && bytes.length < MOST_OF_BEGINNING) return null;
  const first = bytes.indexOf(CARRIAGE_RETURN);
  const quotes = bytes.subarray(0, Math.max(0, first)).filter((byte) => byte === QUOTE).length;
  return first >= 0 && quotes % 2 === 0 && bytes.find((byte) => byte > SPACE) !== OPENING_BRACE;
};

/** So many bytes without a line feed are looked at for a return. */
const MOST_OF_BEGINNING = 65_536;

function isSpace(byte: number): boolean {
  return byte <= SPACE && byte !== LINE_FEED;
}
