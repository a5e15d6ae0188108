/** What an agreement finds owed, component by component: interest not yet earned only where that is kept (Civil Code art 677). */

import type { Run } from "../ledger/run.ts";
import type { ByComponent } from "../loan/components.ts";
import type { Unearned } from "../loan/events.ts";
import { subtract } from "../loan/money.ts";

export function takenOver(run: Run, unearned: Unearned): ByComponent {
  const owed = run.amounts("owed");
  return unearned === "keep" ? owed : { ...owed, interest: subtract(owed.interest, run.unearned) };
}
