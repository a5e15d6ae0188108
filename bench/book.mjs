/** A book of loans for `batch`, always the same: one overdue instalment each, paid daily. */

import { once } from "node:events";

export const COLUMNS_IN =
  "id,principal,days_overdue,owed_interest,owed_penalty,owed_compound,owed_fee,daily,days,as_of";
export const COLUMNS_WITHOUT_PROJECTION =
  "id,from,to,days,paid,to_charges,to_principal,principal_share,principal_left,total_owed,days_overdue,status_code,error";

/** Numbers that look thrown and are not: the multiplier and the modulus are those of the minimal standard generator. */
export function numbers(seed) {
  let state = seed;
  return (least, most) => {
    state = (state * 48_271) % 2_147_483_647;
    return least + (state % (most - least + 1));
  };
}

export function* bookLines(loans, days, seed = 1) {
  yield `${COLUMNS_IN}\n`;
  const next = numbers(seed);
  for (let loan = 1; loan <= loans; loan += 1) {
    const money = (least, most) => (next(100 * least, 100 * most) / 100).toFixed(2);
    const [principal, overdue, daily] = [money(1_000, 200_000), next(0, 300), money(1, 300)];
    yield `L${loan},${principal},${overdue},${money(0, 3_000)},${money(0, 900)},${money(0, 90)},${money(0, 50)},${daily},${days},2026-11-22\n`;
  }
}

export async function writeBook(stream, loans, days) {
  let piece = "";
  for (const line of bookLines(loans, days)) {
    piece += line;
    if (piece.length < 65_536) continue;
    if (!stream.write(piece)) await once(stream, "drain");
    piece = "";
  }
  stream.end(piece);
}
