/** The manual page: made from the table of options, the words of the help, and what `docs/output.md` says of the surroundings. */

import { readFileSync } from "node:fs";
import { version } from "../../package.json";
import { COMMANDS } from "../../src/cli/commands.ts";
import { withChoices } from "../../src/cli/help.ts";
import { type GroupKey, HELP_FLAGS, OPTION_KEYS, planOf, VERSION_FLAGS } from "../../src/cli/options.ts";
import type { HelpWords } from "../../src/messages/en/help.ts";
import { wordsFor } from "../../src/messages/languages.ts";

export const MAN_PAGES = [
  { path: "man/overdue-sim.1", language: "en" },
  { path: "man/zh/overdue-sim.1", language: "zh" },
] as const;

type Language = (typeof MAN_PAGES)[number]["language"];

const SAYS = {
  en: {
    name: "Name",
    synopsis: "Synopsis",
    arguments: "[options] [command]",
    commands: "Commands",
    examples: "Examples",
    options: "Options",
    general: "Of every command",
    of: (commands: string) => `(${commands})`,
    // As docs/output.md heads them.
    surroundings: ["Exit status", "Environment"],
  },
  zh: {
    name: "名称",
    synopsis: "用法",
    arguments: "[选项] [命令]",
    commands: "命令",
    examples: "例子",
    options: "选项",
    general: "各个命令都有",
    of: (commands: string) => `（${commands}）`,
    surroundings: ["退出码", "环境变量"],
  },
} as const;

export async function manPage(language: Language): Promise<string> {
  const { help } = await (await wordsFor(language, {})).load.help();
  const says = SAYS[language];
  const groups = [...new Set(OPTION_KEYS.map((key) => planOf(key).group))];
  const examples = COMMANDS.flatMap((command) => command.examples);
  const output = readFileSync(language === "en" ? "docs/output.md" : "docs/zh/output.md", "utf8");
  const parts = [
    `.\\" Made by \`npm run docs\`: what is changed here is overwritten.`,
    `.TH OVERDUE\\-SIM 1 ${releaseDay()} "overdue\\-sim ${version}" ""`,
    // Ragged, since Chinese has no spaces that could be widened.
    ".ad l",
    section(says.name),
    // Whoever makes the index of all pages reads this line himself, and knows no places at which it may end.
    inLines(`overdue\\-sim \\- ${escaped(help.tagline).replaceAll("\\:", "")}`),
    section(says.synopsis),
    `\\fBoverdue\\-sim\\fR ${escaped(says.arguments)}`,
    ".PP",
    inLines(escaped(help.moreHelp)),
    section(says.commands),
    ...COMMANDS.map(({ name }) => item(`\\fB${name}\\fR`, help.commands[name])),
    section(says.examples),
    // To be copied, and as wide as in the help.
    ".EX",
    ".in 2n",
    ...examples.map(escaped),
    ".in",
    ".EE",
    section(says.options),
    ...groups.flatMap((group) => [subsection(help.groups[group]), ...optionsOfGroup(group, help, says.of)]),
    subsection(says.general),
    item(flagsShown(HELP_FLAGS), help.options.help),
    item(flagsShown(VERSION_FLAGS), help.options.version),
    ...says.surroundings.flatMap((heading) => [section(heading), ...rowsBelow(heading, output)]),
  ];
  return `${parts.join("\n")}\n`;
}

function optionsOfGroup(group: GroupKey, help: HelpWords, of: (commands: string) => string): readonly string[] {
  return OPTION_KEYS.filter((key) => planOf(key).group === group).map((key) => {
    const { flags, choices, commands } = planOf(key);
    return item(flagsShown(flags), `${withChoices(help.options[key], choices, help)} ${of(commands.join(", "))}`);
  });
}

/** The two columns of the table under a heading of a document. */
function rowsBelow(heading: string, document: string): readonly string[] {
  const [, below = ""] = document.split(`\n## ${heading}\n`);
  const rows = [...(below.split("\n## ")[0] ?? "").matchAll(/^\| (.*?) \| (.*?) \|$/gm)].slice(1);
  if (rows.length === 0) throw new Error(`there is no table under ${heading}`);
  return rows.map(([, name = "", meaning = ""]) =>
    item(`\\fB${escaped(name.replaceAll("`", ""))}\\fR`, meaning.replaceAll("`", "")),
  );
}

function section(title: string): string {
  return `.SH ${title.toUpperCase()}`;
}

function subsection(title: string): string {
  return `.SS ${escaped(title.replace(/[:：]$/, ""))}`;
}

function item(term: string, text: string): string {
  return `.TP\n${term}\n${inLines(escaped(text))}`;
}

const MOST_BYTES = 80;

/**
 * Lines as long as mandoc wants them, where there are spaces to end them at. None ends with a sentence, behind which
 * two spaces would be set, or begins with a point, as a command to roff does.
 */
function inLines(text: string): string {
  const [first = "", ...words] = text.split(/(?<![.?!]) (?!\.)/);
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (Buffer.byteLength(longer) > MOST_BYTES) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("\n");
}

/** What is typed is bold, what stands for something else is in italics. */
function flagsShown(flags: string): string {
  return flags
    .split(/(?<=[<[])(.*)(?=[>\]])/)
    .map((part, index) => (index % 2 === 1 ? `\\fI${escaped(part)}\\fR` : bold(part.replace(/[<>]/, ""))))
    .join("");
}

function bold(text: string): string {
  return text.replaceAll(/[^, ]+/g, (word) => `\\fB${escaped(word)}\\fR`);
}

/** What roff would print as another character, or take for itself. */
const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\e",
  "-": "\\-",
  "~": "\\(ti",
  "^": "\\(ha",
  "'": "\\(aq",
  "`": "\\(ga",
};

/** As it stands; a line may end between two Chinese characters where they may be parted. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\~^'`-]/g, (character) => SPECIAL[character] ?? character)
    .replace(/^(?=\.)/, "\\&")
    .replaceAll(/(?<=[\p{Script=Han}，。；：、）？])(?=[\p{Script=Han}（“])/gu, "\\:");
}

/** Of the newest version in the changelog. */
function releaseDay(): string {
  const [, day = ""] = /^## \[[\d.]+\] - (.*)$/m.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
  return day;
}
