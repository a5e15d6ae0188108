/** A stream of bytes cut where lines end. In a book of loans a line feed always ends a row, so that it may be cut anywhere. */

/** So many characters; a longer line is no loan: the longest loan file that is read has about half of this. */
export const MOST_LINE_LENGTH = 1_048_576;
/** A character has at most three bytes for each unit of its length. */
const MOST_KEPT_BYTES = 3 * MOST_LINE_LENGTH + 1;

const LINE_FEED = 0x0a;

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
