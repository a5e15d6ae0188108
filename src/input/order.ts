/** The order of allocation: all five components once, and orders that hold from a day overdue on. */

import { AXES, type Axis, COMPONENTS, type Component, type OrderSwitch } from "../loan/loan.ts";
import { readChoice } from "./choice.ts";
import { MOST_DAYS, readCount } from "./count.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "./problem.ts";

export const SWITCH_BOUNDS = { least: 1, most: MOST_DAYS };

/** `fee,penalty,compound,interest,principal`, in the order wanted. */
export function readOrder(written: string): Parsed<readonly Component[]> {
  return readOrderWords(plain(written).split(/[,、]/));
}

export function readOrderWords(words: readonly string[]): Parsed<readonly Component[]> {
  const order: Component[] = [];
  const issues: Issue[] = [];
  for (const word of words) {
    const component = readChoice(word, COMPONENTS);
    if (!component.ok) issues.push(...component.issues);
    else if (order.includes(component.value)) issues.push({ code: "order-double", component: component.value });
    else order.push(component.value);
  }
  // A component that is only misspelt is not missing as well.
  const misspelt = issues.flatMap((issue) => (issue.code === "not-one-of" ? [issue.nearest] : []));
  const missing = COMPONENTS.filter((component) => !order.includes(component) && !misspelt.includes(component));
  const unrecognised = misspelt.filter((nearest) => nearest === null).length;
  if (missing.length > unrecognised) issues.push({ code: "order-missing", components: missing });
  return issues.length > 0 ? invalid(...issues) : ok(order);
}

/** `91:principal,interest,compound,penalty,fee`, and an axis of its own after another colon. */
export function readOrderSwitch(written: string, by: Axis): Parsed<OrderSwitch> {
  const [daysText, orderText, axisText, ...more] = plain(written).split(":");
  if (daysText === undefined || orderText === undefined || more.length > 0) {
    return invalid({ code: "order-after-unreadable", text: written });
  }
  const daysOverdue = readCount(daysText, SWITCH_BOUNDS);
  const order = readOrder(orderText);
  const axis = axisText === undefined ? ok(by) : readChoice(axisText, AXES);
  if (daysOverdue.ok && order.ok && axis.ok) {
    return ok({ daysOverdue: daysOverdue.value, order: order.value, by: axis.value });
  }
  return invalid(...[daysOverdue, order, axis].flatMap((reading) => (reading.ok ? [] : reading.issues)));
}

/** By rising days overdue; the same day twice cannot be told apart. */
export function sortSwitches(switches: readonly OrderSwitch[]): Parsed<readonly OrderSwitch[]> {
  const sorted = switches.toSorted((left, right) => left.daysOverdue - right.daysOverdue);
  const double = sorted.find(({ daysOverdue }, index) => sorted[index - 1]?.daysOverdue === daysOverdue);
  return double === undefined ? ok(sorted) : invalid({ code: "order-after-double", daysOverdue: double.daysOverdue });
}
