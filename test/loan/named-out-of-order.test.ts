/** Which components payments name out of the order of the terms, so that the lender has to agree. */

import { expect, test } from "vitest";
import { addDays } from "../../src/loan/day.ts";
import { namedOutOfOrder } from "../../src/loan/events.ts";
import { PRINCIPAL_FIRST, type Terms } from "../../src/loan/terms.ts";
import { AS_OF, everyDay, instalment, overdue, PLAIN_TERMS, paymentOn } from "../reference/sample-loans.ts";

const single = { asOf: AS_OF, instalments: [instalment(addDays(AS_OF, -90), 1000)], terms: PLAIN_TERMS };
const two = { ...single, instalments: [...single.instalments, instalment(AS_OF, 1000)] };
const paid = { payments: [], streams: [{ ...everyDay(50), for: "principal" as const }] };
const under = (terms: Partial<Terms>, loan = single) => ({ ...loan, terms: { ...PLAIN_TERMS, ...terms } });
const switched = (daysOverdue: number) =>
  under({ orderAfter: [{ daysOverdue, order: PRINCIPAL_FIRST, by: "component" }] });

test("what payments name is said once, and nothing where they name none", () => {
  const payments = [
    { ...paymentOn(addDays(AS_OF, 3), 100), for: "interest" as const },
    { ...paymentOn(addDays(AS_OF, 4), 100), for: "principal" as const },
  ];
  expect(namedOutOfOrder({ ...paid, payments }, overdue)).toEqual(["interest", "principal"]);
  expect(namedOutOfOrder({ payments: [], streams: [everyDay(50)] }, overdue)).toEqual([]);
});

test.each([
  ["charges come first by the terms", single, true],
  ["it comes first by the terms", under({ order: PRINCIPAL_FIRST }), false],
  ["it comes first, but only within each instalment", under({ order: PRINCIPAL_FIRST, by: "instalment" }, two), true],
  ["it comes first over all instalments", under({ order: PRINCIPAL_FIRST, by: "component" }, two), false],
  ["it comes first from a day that is reached", switched(90), false],
  ["it comes first only from a later day", switched(91), true],
])("the principal is named: %s", (_, loan, isOutOfOrder) => {
  expect(namedOutOfOrder(paid, loan)).toEqual(isOutOfOrder ? ["principal"] : []);
});
