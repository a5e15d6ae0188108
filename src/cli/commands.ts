/** The commands: each has an entry here and a file of its own, which is loaded where it is asked for. */

import type { Problem } from "../input/problem.ts";
import type { HelpWords } from "../messages/en/help.ts";
import type { Words } from "../messages/words.ts";
import { type Command, type CommandInput, type CommandResult, refused } from "./command.ts";
import type { CommandName } from "./options.ts";
import { withinLimit } from "./run-problems.ts";

interface CommandFile<Request> {
  readonly name: CommandName;
  /** The word that may stand behind it. */
  readonly argument?: keyof HelpWords["arguments"];
  /** More such words may follow. */
  readonly takesSeveral?: true;
  /** Shown first in its help; a line is indented where it goes on. */
  readonly examples: readonly string[];
  readonly load: () => Promise<Command<Request>>;
}

export interface CommandEntry extends Omit<CommandFile<never>, "load"> {
  /** What is wrong with the input; nothing is run. */
  readonly check: (input: CommandInput) => Promise<readonly Problem[]>;
  /** Reads the input and runs the command, unless something was wrong with the line or is with the input. */
  readonly start: (input: CommandInput, words: Words, problems: readonly Problem[]) => Promise<CommandResult>;
}

export const COMMANDS: readonly CommandEntry[] = [
  entry({
    name: "guide",
    examples: ["overdue-sim guide", "overdue-sim guide --lang zh"],
    load: () => import("./commands/guide.ts"),
  }),
  entry({
    name: "simulate",
    examples: [
      "overdue-sim simulate --principal 50000 --daily 50",
      "overdue-sim simulate --principal 50000 --days-overdue 90 \\",
      "    --pay 1500/month@15 --days 365 --every month",
      "overdue-sim simulate --borrowed 12000 --months 12 --method equal-instalments \\",
      "    --first-due 2026-06-15 --missed-since 3 --rate 18%/year --daily 30",
      "overdue-sim simulate --loan loan.json --payments paid.csv --csv > days.csv",
    ],
    load: () => import("./commands/simulate.ts"),
  }),
  entry({
    name: "compare",
    examples: [
      "overdue-sim compare --principal 50000 --days-overdue 90 --daily 50",
      "overdue-sim compare --principal 50000 --strategy daily:50 \\",
      "    --strategy save:50/day@2027-11-22 --baseline daily:50 \\",
      "    --strategy mine=agreement:months=36,waive-penalty=100%",
    ],
    load: () => import("./commands/compare.ts"),
  }),
  entry({
    name: "plan",
    examples: [
      "overdue-sim plan --principal 50000 --days-overdue 90 --clear-by 2027-11-22",
      "overdue-sim plan --principal 50000 --days-overdue 90 --budget 1000/month",
      "overdue-sim plan --principal 50000 --days-overdue 90 \\",
      "    --agreement agreement:months=36,waive-penalty=100% --letter --lang zh",
      "overdue-sim plan --debts debts.csv --budget 3000/month",
    ],
    load: () => import("./commands/plan.ts"),
  }),
  entry({
    name: "audit",
    examples: [
      "overdue-sim audit --principal 50000 --rate 0.05%/day --as-of 2026-01-01 \\",
      "    --statement statement.csv",
      "overdue-sim audit --principal 50000 --statement statement.csv --worksheet",
      "overdue-sim audit --principal 50000 --statement statement.csv --solve-rate",
    ],
    load: () => import("./commands/audit.ts"),
  }),
  entry({
    name: "batch",
    argument: "file",
    takesSeveral: true,
    examples: [
      "overdue-sim batch loans.csv",
      "overdue-sim batch loans.csv --daily 50 --days 180 --summary summary.json",
      "overdue-sim batch --merge summary-1.json summary-2.json",
    ],
    load: () => import("./commands/batch.ts"),
  }),
  entry({
    name: "products",
    argument: "product",
    examples: ["overdue-sim products", "overdue-sim products credit-card"],
    load: () => import("./commands/products.ts"),
  }),
  entry({
    name: "law",
    argument: "table",
    examples: ["overdue-sim law", "overdue-sim law lpr", "overdue-sim law cost-lines --lang zh"],
    load: () => import("./commands/law.ts"),
  }),
  entry({
    name: "completion",
    argument: "shell",
    examples: [
      "overdue-sim completion bash >> ~/.bashrc",
      "overdue-sim completion zsh >> ~/.zshrc",
      "overdue-sim completion fish > ~/.config/fish/completions/overdue-sim.fish",
    ],
    load: () => import("./commands/completion.ts"),
  }),
];

export const COMMAND_NAMES: readonly CommandName[] = COMMANDS.map(({ name }) => name);

/** What a command makes of its input stays between its two functions. */
function entry<Request>({ load, ...rest }: CommandFile<Request>): CommandEntry {
  return {
    ...rest,
    check: async (input) => {
      const { read } = await load();
      const request = read(input);
      return request.ok ? [] : request.problems;
    },
    start: async (input, words, problems) => {
      const { read, run } = await load();
      const request = read(input);
      if (!request.ok) return refused([...problems, ...request.problems]);
      return problems.length > 0
        ? refused(problems)
        : await withinLimit(rest.name, async () => run(request.value, words));
    },
  };
}
