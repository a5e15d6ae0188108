/** The settings of what is agreed: without any it is read all the same, for what it lacks. */

import type { ProblemCollector } from "../problem.ts";
import type { RecordReader } from "../record.ts";
import type { WrittenText } from "../written.ts";

export function readSettings<Value>(
  body: WrittenText,
  shape: RecordReader<Value>,
  strategy: string,
  problems: ProblemCollector,
): Value | undefined {
  const { where, text } = body;
  if (text !== "") return shape.read(body, problems);
  return shape.read(
    { kind: "object", entries: new Map(), where, placeOf: () => where, short: { strategy, unreadable: [] } },
    problems,
  );
}
