/** What is agreed, `agreement:months=36,rate=0%/year`: settings alone, each with its name, separated by commas. */

import type { Day } from "../../loan/day.ts";
import { perDay } from "../field.ts";
import { type Fault, type IsWritten, type PartsOf, type RecordReader, reader, type Uses } from "../record.ts";
import type { Agreed, StrategyForm } from "../strategy.ts";
import type { Written } from "../written.ts";

interface SettingsForm<Fields extends Uses> extends Omit<StrategyForm, "read"> {
  readonly fields: (asOf: Day) => Fields;
  /** What the settings mean together. */
  readonly make: (parts: PartsOf<Fields>, isWritten: IsWritten) => { readonly value: Agreed } | readonly Fault[];
}

export function settingsForm<Fields extends Uses>(entry: SettingsForm<Fields>): StrategyForm {
  const { fields, make, ...own } = entry;
  const { head: strategy, form } = own;
  const short = { separator: ",", strategy, split: () => ({}), inHead: [] } as const;
  const shapeOf = perDay((asOf): RecordReader<Agreed> => reader({ form, fields: fields(asOf), short, make }));
  return {
    ...own,
    read(body, asOf, problems) {
      const { where, text } = body;
      // Without any it is read all the same, for what it lacks.
      const nothing = { entries: new Map(), where, placeOf: () => where, short: { strategy, unreadable: [] } };
      const written: Written = text === "" ? { kind: "object", ...nothing } : body;
      return shapeOf(asOf).read(written, problems);
    },
  };
}
