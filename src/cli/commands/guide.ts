/** `guide`: a few questions in a terminal, the answer to them, and the line that says the same. */

import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readDate } from "../../input/values/date.ts";
import type { Day } from "../../loan/day.ts";
import type { Words } from "../../messages/words.ts";
import { hasColour } from "../../output/style.ts";
import type { Platform, Terminal } from "../../platform.ts";
import type { CommandInput, CommandResult, Program } from "../command.ts";
import { Interview, layOutFor } from "../guide/interview.ts";
import { promptsOn, withoutColour } from "../guide/prompts.ts";
import { Session } from "../guide/session.ts";
import type { LineOption } from "../next-command.ts";

interface GuideRequest {
  readonly terminal: Terminal;
  readonly platform: Platform;
  readonly program: Program;
  readonly asOf: Day;
  readonly handedOn: readonly LineOption[];
  readonly isColoured: boolean;
}

/** What to type where nobody can be asked. */
const EXAMPLE = "overdue-sim simulate --principal 50000 --days-overdue 90 --daily 50";

export function read({ options, platform, program }: CommandInput): Result<GuideRequest> {
  const { terminal } = platform;
  const problems = new ProblemCollector();
  const asOf = options.asOf === undefined ? platform.today : problems.take("--as-of", readDate(options.asOf));
  if (terminal === null) problems.add("guide", { code: "needs-terminal", example: EXAMPLE });
  if (terminal === null || asOf === null) return problems.result<GuideRequest>(null);
  const handedOn: LineOption[] = [];
  if (options.lang !== undefined) handedOn.push(["lang", options.lang]);
  if (options.ascii === true) handedOn.push(["ascii", null]);
  const { environment } = platform;
  const isColoured = hasColour({ noColourOption: options.color === false, environment, isTerminal: true });
  return problems.result({ terminal, platform, program, asOf, handedOn, isColoured });
}

export async function run(
  { terminal, platform, program, asOf, handedOn, isColoured }: GuideRequest,
  words: Words,
): Promise<CommandResult> {
  const [guide, { productWords: products }, { problemWords: problems }, layOut] = await Promise.all([
    words.load.guide(),
    words.load.products(),
    words.load.problems(),
    layOutFor(platform, isColoured),
  ]);
  const shownOn = isColoured ? terminal : withoutColour(terminal);
  const interview = new Interview(promptsOn(shownOn), { guide, products, problems, main: words.main }, asOf, layOut);
  await new Session(interview, platform, program, handedOn).hold();
  return { kind: "done", content: { kind: "text", text: [] } };
}
