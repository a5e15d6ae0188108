/** The kinds of strategies there are: each described in a file of `strategies/`, and a line here. */

import { agreement } from "./strategies/agreement.ts";
import { deferral } from "./strategies/deferral.ts";
import { newLoan } from "./strategies/new-loan.ts";
import { daily, lump, monthly, none, save, weekly } from "./strategies/payments.ts";
import { settlement } from "./strategies/settlement.ts";
import type { StrategyForm } from "./strategy.ts";

export const STRATEGIES: readonly StrategyForm[] = [
  none,
  daily,
  weekly,
  monthly,
  save,
  lump,
  agreement,
  deferral,
  settlement,
  newLoan,
];
