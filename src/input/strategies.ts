/** The kinds of strategies there are: each a file, and a line here. */

import { agreement } from "./strategies/agreement.ts";
import { deferral } from "./strategies/deferral.ts";
import { lump } from "./strategies/lump.ts";
import { newLoan } from "./strategies/new-loan.ts";
import { none } from "./strategies/none.ts";
import { daily, monthly, weekly } from "./strategies/repeated.ts";
import { save } from "./strategies/save.ts";
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
