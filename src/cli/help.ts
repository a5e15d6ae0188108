/** The help, which commander draws from the list of commands and options. */

import { Command, Help } from "commander";
import type { HelpWords } from "../messages/en/help.ts";
import { COMMANDS, type CommandName, EXAMPLES, FLAGS, HELP_FLAGS, OPTIONS, VERSION_FLAGS } from "./options.ts";

export interface HelpInput {
  readonly says: HelpWords;
  readonly version: string;
  /** Columns for the text. */
  readonly width: number;
}

/** The help of one command, or of the program. */
export function helpText(command: CommandName | null, input: HelpInput): string {
  const { says, version } = input;
  const program = configured(new Command("overdue-sim"), input)
    .description(withExamples(says.tagline, EXAMPLES.root, says))
    .version(version, VERSION_FLAGS, says.options.version)
    .helpCommand("help [command]", says.commands.help);
  for (const name of COMMANDS) addCommand(program, name, input);
  const asked = program.commands.find((own) => own.name() === command);
  return asked?.helpInformation() ?? `${program.helpInformation()}\n${says.moreHelp}\n`;
}

function addCommand(program: Command, name: CommandName, input: HelpInput): void {
  const { says } = input;
  const command = configured(program.command(name), input)
    .summary(says.commands[name])
    .description(withExamples(says.commands[name], EXAMPLES[name], says));
  if (name === "products") command.argument("[name]", says.arguments.product);
  for (const [group, keys] of OPTIONS[name]) {
    command.optionsGroup(says.groups[group]);
    for (const key of keys) command.option(FLAGS[key].replace("…", ""), says.options[key]);
  }
}

/** Examples come before the list of options: most readers need no more. */
function withExamples(text: string, examples: string, { examplesHeading }: HelpWords): string {
  return `${text}\n\n${examplesHeading}\n${examples}`;
}

function configured(command: Command, { says, width }: HelpInput): Command {
  return command.helpOption(HELP_FLAGS, says.options.help).configureHelp({
    helpWidth: width,
    showGlobalOptions: false,
    styleTitle: (title) => titleIn(says, title),
    subcommandTerm: (own) =>
      own.name() +
      (own.registeredArguments.length > 0
        ? ` ${Help.prototype.subcommandTerm(own).split(" ").slice(2).join(" ")}`
        : ""),
  });
}

function titleIn(says: HelpWords, title: string): string {
  if (title === "Usage:") return says.usage;
  return title === "Commands:" ? says.commandsHeading : title;
}
