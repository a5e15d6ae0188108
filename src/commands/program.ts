/** The command line as a tree of commands and options; what is typed is read here, and judged elsewhere. */

import { Command, CommanderError, Help } from "commander";
import { nearestWord } from "../intake/nearest.ts";
import type { Problem } from "../intake/problem.ts";
import type { HelpWords } from "../language/en/help.ts";
import {
  COMMANDS,
  type CommandName,
  EXAMPLES,
  FLAGS,
  type GroupKey,
  OPTIONS,
  type OptionKey,
} from "./command-line-options.ts";

/** What a command got: its options as typed, its arguments, and what of the line it does not know. */
export interface Typed {
  readonly options: Readonly<Record<string, unknown>>;
  readonly arguments: readonly string[];
  readonly problems: readonly Problem[];
}

/** What the line asks for: a command to run, a text to show, or a mistake to report. */
export type Asked =
  | { readonly kind: "run"; readonly command: CommandName; readonly typed: Typed }
  | { readonly kind: "show"; readonly text: string }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

export interface ProgramInput {
  readonly help: HelpWords;
  readonly version: string;
  /** Columns for the help text. */
  readonly width: number;
}

/** Reads a command line. Nothing is written and nothing exits: the answer says what to do. */
export function readCommandLine(argv: readonly string[], input: ProgramInput): Asked {
  let asked: Asked | null = null;
  let shown = "";
  const program = configured(new Command("overdue-sim"), input)
    .description(withExamples(input.help.tagline, EXAMPLES.root, input.help))
    .version(input.version, "-V, --version", input.help.options.version)
    .helpCommand("help [command]", input.help.commands.help)
    .addHelpText("after", () => `\n${input.help.moreHelp}`)
    .action(() => {
      const [name] = program.args;
      const problems = unknownParts(program);
      if (name !== undefined && !name.startsWith("-")) asked = { kind: "problems", problems: [unknownCommand(name)] };
      else if (problems.length > 0) asked = { kind: "problems", problems };
      else program.outputHelp();
    });
  const take = (command: CommandName) => (own: Command) => {
    asked = {
      kind: "run",
      command,
      typed: {
        options: own.opts(),
        arguments: own.processedArgs.filter((value) => value !== undefined),
        problems: unknownParts(own),
      },
    };
  };

  for (const name of COMMANDS) {
    const command = subcommand(program, name, input);
    if (name === "products") command.argument("[name]", input.help.arguments.product);
    // Options are made by the dozen: a command that the line does not name goes without.
    if (argv.includes(name)) for (const [group, keys] of OPTIONS[name]) addOptions(command, group, keys, input.help);
    command.action(() => take(name)(command));
  }

  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: (text) => (shown += text), writeErr: () => undefined });
  }
  const [first, second] = argv;
  if (
    first === "help" &&
    second !== undefined &&
    !second.startsWith("-") &&
    program.commands.every((sub) => sub.name() !== second)
  ) {
    return { kind: "problems", problems: [unknownCommand(second)] };
  }
  try {
    program.parse(withoutSwallowed(argv, program), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return afterStop(error, shown, program);
  }
  return asked ?? { kind: "show", text: shown };
}

function subcommand(program: Command, name: CommandName, input: ProgramInput): Command {
  return configured(program.command(name), input)
    .summary(input.help.commands[name])
    .description(withExamples(input.help.commands[name], EXAMPLES[name], input.help));
}

/** Examples come before the list of options: most readers need no more. */
function withExamples(says: string, examples: string, { examplesHeading }: HelpWords): string {
  return `${says}\n\n${examplesHeading}\n${examples}`;
}

/**
 * `--principal --daily 50`: an option is never the value of another. The first is left with an empty value, so that
 * it is told as empty together with whatever else is wrong.
 */
function withoutSwallowed(argv: readonly string[], program: Command): string[] {
  const command = program.commands.find((sub) => sub.name() === argv[0]) ?? program;
  const options = new Map(
    command.options.flatMap((option) => [option.long, option.short].map((name) => [name, option])),
  );
  return argv.map((part, index) => {
    const next = argv[index + 1];
    const isFollowed = next !== undefined && !options.has(next.split("=")[0] ?? next);
    const option = options.get(part);
    return option?.required !== true || isFollowed ? part : `${option.long}=`;
  });
}

/** Unknown options and spare arguments are let through, so that they are reported together with everything else. */
function configured(command: Command, { help, width }: ProgramInput): Command {
  return command
    .exitOverride()
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption("-h, --help", help.options.help)
    .configureHelp({
      helpWidth: width,
      showGlobalOptions: false,
      styleTitle: (title) => titleIn(help, title),
      subcommandTerm: (sub) =>
        sub.name() +
        (sub.registeredArguments.length > 0
          ? ` ${Help.prototype.subcommandTerm(sub).split(" ").slice(2).join(" ")}`
          : ""),
    });
}

function titleIn(help: HelpWords, title: string): string {
  if (title === "Usage:") return help.usage;
  return title === "Commands:" ? help.commandsHeading : title;
}

function addOptions(command: Command, group: GroupKey, keys: readonly OptionKey[], help: HelpWords): void {
  command.optionsGroup(help.groups[group]);
  for (const key of keys) {
    const flags = FLAGS[key];
    const isRepeatable = flags.includes("…");
    const option = command.createOption(flags.replace("…", ""), help.options[key]);
    if (isRepeatable)
      option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
  }
}

/** Options that the command does not have, and words that stand where none belongs. */
function unknownParts(command: Command): readonly Problem[] {
  const known = command.options.flatMap(({ long, short }) => [long, short]).filter((name) => name !== undefined);
  const problems: Problem[] = [];
  let afterUnknown = false;
  for (const part of command.args.slice(command.registeredArguments.length === 0 ? 0 : firstSpare(command))) {
    if (part.startsWith("-") && part !== "-") {
      const [name = part] = part.split("=");
      problems.push({
        where: name,
        code: "option-unknown",
        text: name,
        allowed: known,
        nearest: nearestWord(name, known),
      });
      afterUnknown = !part.includes("=");
    } else if (!afterUnknown) problems.push({ where: command.name(), code: "argument-unexpected", text: part });
    else afterUnknown = false;
  }
  return problems;
}

function firstSpare(command: Command): number {
  const [first] = command.args;
  return first === undefined || first.startsWith("-") ? 0 : command.registeredArguments.length;
}

function unknownCommand(name: string): Problem {
  const known = [...COMMANDS, "help"];
  return {
    where: name,
    code: "command-unknown",
    text: name,
    allowed: known,
    nearest: nearestWord(name, known),
  };
}

/** commander stopped: it showed help or the version, or an option lacks its value. */
function afterStop(error: CommanderError, shown: string, program: Command): Asked {
  switch (error.code) {
    case "commander.helpDisplayed":
    case "commander.help":
    case "commander.version":
      return { kind: "show", text: shown === "" ? program.helpInformation() : shown };
    case "commander.optionMissingArgument": {
      const [, flags = "--"] = /option '([^']+)'/.exec(error.message) ?? [];
      const where = /--[\w-]+/.exec(flags)?.[0] ?? flags;
      return { kind: "problems", problems: [{ where, code: "option-value-missing" }] };
    }
    case "commander.unknownCommand": {
      const [, name = ""] = /'([^']+)'/.exec(error.message) ?? [];
      return { kind: "problems", problems: [unknownCommand(name)] };
    }
    default:
      throw error;
  }
}
