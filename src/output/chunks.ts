/** Lines gathered into pieces worth a write each. */

const CHUNK_LENGTH = 16_384;

/** The same text in chunks of about 16,000 characters, none of them empty; thousands of rows are never held at once. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}
