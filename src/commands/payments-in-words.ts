/** The payments of a run as they are named in a sentence. */

import { formatMoney } from "../language/format.ts";
import type { Words } from "../language/words.ts";
import type { Happenings } from "../loan/happenings.ts";

/** `50.00 a day`, for a payment that repeats; null where there is none or several. */
export function perCycle({ streams }: Pick<Happenings, "streams">, { simulate }: Words): string | null {
  const [stream, ...others] = streams;
  return stream === undefined || others.length > 0
    ? null
    : simulate.amountPerCycle(stream.amounts.map(formatMoney), stream.cycle);
}
