/** The commands and their options as commander knows them: it reads the line with them, and draws the help. */

import { Command, Option } from "commander";
import { COMMANDS } from "./commands.ts";
import { HELP_FLAGS, OPTIONS, type OptionPlan, optionsOf, planOf, VERSION_FLAGS } from "./options.ts";

/** Told of each option that takes one value and was given another before. */
export type WhenGivenTwice = (option: Option) => void;

/**
 * The program without the options of its commands, of which a line needs only those of one. By itself commander ends at
 * the first mistake; here it lets everything pass, so that all mistakes can be told at once.
 */
export function newProgram(whenGivenTwice?: WhenGivenTwice): Command {
  const program = lenient(new Command("overdue-sim")).usage("[options] [command]");
  for (const { name, argument } of COMMANDS) {
    const command = lenient(program.command(name));
    if (argument !== undefined) command.argument(`[${argument}]`);
  }
  lenient(program.command("help")).argument("[command]");
  // What every line may have, before the command or behind it.
  return program.option(VERSION_FLAGS).addOption(optionFor(OPTIONS.lang, whenGivenTwice)).option(HELP_FLAGS);
}

export function addOptions(command: Command, whenGivenTwice?: WhenGivenTwice): void {
  const name = COMMANDS.find((entry) => entry.name === command.name())?.name;
  if (name === undefined) return;
  for (const key of optionsOf(name)) command.addOption(optionFor(planOf(key), whenGivenTwice));
  command.option(HELP_FLAGS);
}

function lenient(command: Command): Command {
  return command
    .exitOverride()
    .helpCommand(false)
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => undefined);
}

/**
 * The value comes as it was typed: whoever knows the loan judges it. commander may find it missing: it is empty then,
 * and judged as such.
 */
function optionFor({ flags, isRepeatable }: OptionPlan, whenGivenTwice?: WhenGivenTwice): Option {
  const option = new Option(flags.replace(/<(.*)>$/, "[$1]"));
  if (!option.optional) return option;
  return option.preset("").argParser<string | readonly string[] | undefined>((value, before) => {
    if (isRepeatable === true) return [...(before ?? []), value];
    if (before !== undefined) whenGivenTwice?.(option);
    return value;
  });
}
