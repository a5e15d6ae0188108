/** The help, which commander draws: the commands and options in the words of a language. */

import type { Command, Help } from "commander";
import type { HelpWords } from "../messages/en/help.ts";
import { displayWidth, wrap } from "../output/width.ts";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import { type CommandName, OPTIONS, optionTyped } from "./options.ts";
import { formatsOf } from "./output-options.ts";
import { addOptions, newProgram } from "./program.ts";

const EXAMPLES = [
  "overdue-sim simulate --principal 50000 --daily 50",
  "overdue-sim simulate --principal 5万 --days-overdue 90 --daily 50 --lang zh",
  "overdue-sim compare --principal 50000 --days-overdue 90 --daily 50",
  "overdue-sim plan --principal 50000 --days-overdue 90 --budget 1000/month",
];

/** Of examples, which are to be copied and never wrapped. */
const INDENTATION = "  ";

/** The help of one command, or of the program, for a terminal of so many columns. */
export function helpText(name: CommandName | null, words: HelpWords, width: number): string {
  const program = newProgram();
  program.configureHelp(drawing(words, width)).description(withExamples(words.tagline, EXAMPLES, words));
  describeOptions(program, words);
  for (const command of program.commands) {
    const entry = COMMANDS.find((one) => one.name === command.name());
    command.summary(words.commands[entry?.name ?? "help"]);
    if (entry !== undefined && entry.name === name) {
      addOptions(command);
      describe(command.configureHelp(drawing(words, width)), entry, words);
      return command.helpInformation();
    }
  }
  return `${program.helpInformation()}\n${words.moreHelp}\n`;
}

function describe(command: Command, { name, argument, examples }: CommandEntry, words: HelpWords): void {
  command.description(withExamples(words.commands[name], examples, words));
  for (const one of command.registeredArguments) {
    if (argument !== undefined) one.description = words.arguments[argument];
  }
  describeOptions(command, words, name);
}

function describeOptions(command: Command, words: HelpWords, name: CommandName | null = null): void {
  const descriptions: Readonly<Record<string, string>> = words.options;
  for (const option of command.options) {
    const plan = optionTyped(option.long ?? "");
    const choices = name !== null && plan === OPTIONS.format ? formatsOf(name) : plan?.choices;
    option.description = withChoices(descriptions[option.attributeName()] ?? "", choices, words);
    // The program itself has too few for groups.
    if (plan !== null && command.parent !== null) option.helpGroup(words.groups[plan.group]);
  }
}

/** What an option means, and what may be written there where that is a list. */
export function withChoices(description: string, choices: readonly string[] | undefined, words: HelpWords): string {
  return choices === undefined ? description : description + words.beforeChoices + choices.join(words.betweenChoices);
}

/** Examples come before the list of options: most readers need no more. */
function withExamples(text: string, examples: readonly string[], { examplesHeading }: HelpWords): string {
  return [text, "", examplesHeading, ...examples.map((line) => INDENTATION + line)].join("\n");
}

function drawing(words: HelpWords, helpWidth: number): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": words.usage,
    "Arguments:": words.argumentsHeading,
    "Options:": words.optionsHeading,
    "Commands:": words.commandsHeading,
  };
  return {
    helpWidth,
    minWidthToWrap: 1,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => usage.replace("[options]", words.usageOptions).replace("[command]", words.usageCommand),
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map((argument) => `[${argument.name()}]`)].join(" "),
    // What may be missing to the reader of the line may not be missing to people.
    optionTerm: ({ long, flags }) => optionTyped(long ?? "")?.flags ?? flags,
    optionDescription: ({ description }) => description,
    displayWidth,
    boxWrap: (text, room) =>
      text
        .split("\n")
        .flatMap((line) => (line.startsWith(INDENTATION) ? [line] : wrap(line, room)))
        .join("\n"),
  };
}
