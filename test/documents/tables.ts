/** The tables of the documents that are made from the code, in the words of a language. */

import { compareTable } from "../../src/cli/commands/compare-table.ts";
import { ledgerTable } from "../../src/cli/commands/simulate.ts";
import { COMMAND_NAMES } from "../../src/cli/commands.ts";
import { withChoices } from "../../src/cli/help.ts";
import { type CommandName, type GroupKey, OPTION_KEYS, planOf } from "../../src/cli/options.ts";
import { LOAN_FILE_KEYS } from "../../src/input/loan-file.ts";
import { optionName, optionOfTerm } from "../../src/input/options.ts";
import { STRATEGIES } from "../../src/input/strategies.ts";
import { formatTerm, termKey } from "../../src/input/terms.ts";
import { WANGSHANGDAI } from "../../src/loan/products/wangshangdai.ts";
import { TERM_FIELDS } from "../../src/loan/terms.ts";
import { wordsFor } from "../../src/messages/languages.ts";
import { printed } from "../command-line/in-process.ts";

type Language = "en" | "zh";
type MadeTable = (language: Language) => Promise<string>;

const MARKED = /^<!-- made: (.+) -->\n[\s\S]*?^<!-- end -->$/gm;
const LOAN = ["--principal", "50000", "--as-of", "2026-11-22"];

/** The document with its tables as the code has them now. */
export async function withTables(document: string, language: Language): Promise<string> {
  const names = [...document.matchAll(MARKED)].map(([, name = ""]) => name);
  const made = new Map<string, string>();
  for (const name of names) made.set(name, (await TABLES[name]?.(language)) ?? `no table ${name}\n`);
  return document.replace(
    MARKED,
    (_, name: string) => `<!-- made: ${name} -->\n\n${made.get(name) ?? ""}\n<!-- end -->`,
  );
}

const TABLES: Readonly<Record<string, MadeTable>> = {
  options: async (language) => await optionTables(language),
  "columns of simulate": async (language) => {
    const { simulate } = await wordsFor(language, {});
    return columnTable(
      ledgerTable([], simulate.ledgerColumns.licensed).columns.map(({ key, title }) => [key, title]),
      language,
    );
  },
  "columns of compare": async (language) => {
    const compare = await (await wordsFor(language, {})).load.compare();
    const { columns } = compareTable({ rows: [], baseline: null, words: compare, nameOf: () => "" });
    return columnTable(
      columns.map(({ key, title }) => [key, title]),
      language,
    );
  },
  "columns of plan --clear-by": planColumns(["--clear-by", "2027-11-22"]),
  "columns of plan --budget": planColumns(["--budget", "500/month"]),
  "columns of plan --agreement": planColumns(["--agreement", "agreement:months=2"]),
  terms: async (language) =>
    table(
      language === "en"
        ? ["key under `terms`", "option", "in the default product"]
        : ["`terms` 下的键", "选项", "默认产品的值"],
      TERM_FIELDS.map((field) => {
        const option = optionOfTerm(field);
        const name = option === null ? "" : code(optionName(option));
        return [code(termKey(field)), name, code(formatTerm(WANGSHANGDAI.terms, field))];
      }),
    ),
  "loan file": async (language) =>
    language === "en"
      ? `Keys of the file: ${LOAN_FILE_KEYS.map(code).join(", ")}.\n`
      : `文件里可以有的键：${LOAN_FILE_KEYS.map(code).join("、")}。\n`,
  strategies: async (language) =>
    table(
      language === "en" ? ["way", "also", "for example"] : ["还法", "也可以写", "例如"],
      STRATEGIES.map(({ head, otherNames, form }) => [code(head), otherNames.join(" · "), code(form)]),
    ),
};

async function optionTables(language: Language): Promise<string> {
  const { help } = await (await wordsFor(language, {})).load.help();
  const groups = [...new Set(OPTION_KEYS.map((key) => planOf(key).group))];
  const heads = language === "en" ? ["option", "meaning", "commands"] : ["选项", "含义", "命令"];
  const rowsOf = (group: GroupKey): readonly (readonly string[])[] =>
    OPTION_KEYS.filter((key) => planOf(key).group === group).map((key) => {
      const { flags, commands, choices } = planOf(key);
      return [code(flags), withChoices(help.options[key], choices, help), commandsNamed(commands, language)];
    });
  return groups
    .map((group) => `**${help.groups[group].replace(/[:：]$/, "")}**\n\n${table(heads, rowsOf(group))}`)
    .join("\n");
}

function commandsNamed(commands: readonly CommandName[], language: Language): string {
  const others = COMMAND_NAMES.filter((name) => !commands.includes(name));
  if (others.length === 0) return language === "en" ? "all" : "全部";
  if (others.length === 1) return language === "en" ? `all but ${others}` : `除 ${others} 外全部`;
  return commands.join(", ");
}

function planColumns(words: readonly string[]): MadeTable {
  return async (language) => {
    const plan = await (await wordsFor(language, {})).load.plan();
    const titles: Readonly<Record<string, string>> = plan.columns;
    const [header = ""] = (await printed(["plan", ...LOAN, ...words, "--csv"])).split("\n");
    return columnTable(
      header.split(",").map((key) => [key, titles[key] ?? ""]),
      language,
    );
  };
}

function columnTable(columns: readonly (readonly [string, string])[], language: Language): string {
  return table(
    language === "en" ? ["column", "title in the table"] : ["列", "表中的名称"],
    columns.map(([key, title]) => [code(key), title]),
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [line(heads), `|${"---|".repeat(heads.length)}\n`, ...rows.map(line)].join("");
}

function code(text: string): string {
  return `\`${text}\``;
}
