/** What was paid out, and the day where it is known, as an option has both: `48000`, `48000@2026-01-15`. */

import type { Day } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import { parsed } from "../field.ts";
import { mapped, ok, type Parsed, together } from "../problem.ts";
import { readAmount } from "./amount.ts";
import { readDate } from "./date.ts";

export interface Received {
  readonly amount: Fen;
  readonly on: Day | null;
}

export function readReceivedText(written: string): Parsed<Received> {
  const at = written.search(/[@＠]/);
  const amount = readAmount(at < 0 ? written : written.slice(0, at));
  const on = at < 0 ? ok(null) : readDate(written.slice(at + 1));
  return together<Received>({ amount, on });
}

export const received = parsed(readReceivedText);

/** A loan file has a key of its own for the day. */
export const receivedInFile = parsed(
  (written): Parsed<Received> => mapped(readAmount(written), (amount) => ({ amount, on: null })),
);
