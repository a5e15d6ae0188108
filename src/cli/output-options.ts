/** The options every command has for its output, read and checked. */

import { choice, parsed, readWritten } from "../input/field.ts";
import { ProblemCollector, type Result } from "../input/problem.ts";
import { type Written, writtenText } from "../input/written.ts";
import { LANGUAGE_NAMES, languageOf } from "../messages/languages.ts";
import { DEFAULT_FORMAT, FORMAT_NAMES, type FormatName } from "../output/formats.ts";
import type { ChartSettings } from "../output/report.ts";
import type { Platform } from "../platform.ts";
import { type CommandName, longFlag, OF_PAGES, type Options, planOf } from "./options.ts";

export interface OutputRequest {
  readonly format: FormatName;
  readonly byteOrderMark: boolean;
  readonly charts: ChartSettings;
  /** The file to write; null: standard output. */
  readonly path: string | null;
  readonly isColourless: boolean;
  /** Without the notes beside the answer. */
  readonly isQuiet: boolean;
}

/** What these formats print not every command has: a page, a document by itself, the bookkeeping of one run. */
const ONLY_OF: Partial<Readonly<Record<FormatName, readonly CommandName[]>>> = {
  table: OF_PAGES,
  json: OF_PAGES,
  md: OF_PAGES,
  html: ["simulate", "compare", "plan", "audit", "law"],
  xlsx: ["simulate", "compare", "plan", "audit", "law"],
  ledger: ["simulate"],
};

export function formatsOf(command: CommandName): readonly FormatName[] {
  return FORMAT_NAMES.filter((name) => ONLY_OF[name]?.includes(command) ?? true);
}

export function readOutputOptions(
  options: Options,
  command: CommandName,
  { environment, terminalColumns }: Pick<Platform, "environment" | "terminalColumns">,
): Result<OutputRequest> {
  const problems = new ProblemCollector();
  if (options.output === "") problems.add("--output", { code: "empty" });
  const language = given(options.lang, "--lang", environment["OVERDUE_SIM_LANG"], "OVERDUE_SIM_LANG");
  readWritten(
    language,
    parsed((text) => choice(LANGUAGE_NAMES).parse(languageOf(text))),
    problems,
  );
  const named = (["format", "csv", "json"] as const).filter((key) => options[key] !== undefined).map(longFlag);
  if (named.length > 1) problems.add(named[1] ?? "--format", { code: "conflict", options: named });
  const short = options.csv ? "csv" : options.json ? "json" : undefined;
  const hasFormats = planOf("format").commands.includes(command);
  const possible = formatsOf(command);
  const path = options.output === undefined || options.output === "-" ? null : options.output;
  const isForTerminal = path === null && terminalColumns !== null;
  const variable = hasFormats ? environment["OVERDUE_SIM_FORMAT"] : undefined;
  const meant = choice(FORMAT_NAMES).parse(variable ?? "");
  // What it asks of all commands is passed over by one that cannot do it; a terminal can show nothing of bytes.
  const isPassedOver = meant.ok && (!possible.includes(meant.value) || (meant.value === "xlsx" && isForTerminal));
  const ending = hasFormats ? formatOfEnding(options) : undefined;
  const formatName = named[0] ?? (ending === undefined ? "--format" : "--output");
  const option = short ?? options.format ?? ending;
  const format = given(option, formatName, isPassedOver ? undefined : variable, "OVERDUE_SIM_FORMAT");
  const chosen = readWritten(format, choice(possible), problems) ?? DEFAULT_FORMAT;
  if (chosen === "xlsx" && isForTerminal) problems.add(formatName, { code: "needs-option", option: "--output" });
  return problems.result({
    format: chosen,
    byteOrderMark: options.bom === true,
    charts: {
      // In a terminal the chart of the answer stands there unasked.
      wanted: options.chart === true ? "all" : isForTerminal ? "answer" : "none",
      ascii: options.ascii === true,
    },
    path,
    isColourless: options.color === false,
    isQuiet: options.quiet === true,
  });
}

/** What files are called that cannot be made here: no program reads a page of text under such a name. */
const OTHER_ENDINGS = ["pdf", "doc", "docx", "xls", "ods", "odt", "rtf", "tsv", "svg", "png", "jpg", "ics"];

/** The format whose name a file ends with, so that no text is called `report.html`. Calendars and sums have formats of their own. */
export function formatOfEnding({ output, ics, merge }: Options): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(output ?? "")?.[1]?.toLowerCase();
  if (merge === true || (ics === true && ending === "ics")) return undefined;
  return [...FORMAT_NAMES, ...OTHER_ENDINGS].find((name) => name === ending);
}

/** The option, else the variable that stands for it. One that is empty counts as not set. */
function given(
  option: string | undefined,
  name: string,
  variable: string | undefined,
  variableName: string,
): Written | null {
  if (option !== undefined) return writtenText(option, name);
  return variable === undefined || variable === "" ? null : writtenText(variable, variableName);
}
