/** The options every command has for its output, read and checked. */

import { readChoice } from "../input/field.ts";
import { type Located, ProblemCollector, type Result } from "../input/problem.ts";
import { LANGUAGE_NAMES } from "../messages/languages.ts";
import { DEFAULT_FORMAT, FORMAT_NAMES, type FormatName } from "../output/formats.ts";
import type { InputPlatform } from "../platform.ts";
import type { Options } from "./options.ts";

export interface OutputRequest {
  readonly format: FormatName;
  readonly byteOrderMark: boolean;
  /** The file to write; null: standard output. */
  readonly path: string | null;
}

export function readOutputOptions(options: Options, environment: InputPlatform["environment"]): Result<OutputRequest> {
  const problems = new ProblemCollector();
  if (options.output === "") problems.add("--output", { code: "empty" });
  const language = given(options.lang, "--lang", environment["OVERDUE_SIM_LANG"], "OVERDUE_SIM_LANG");
  if (language !== null) problems.read(language, (text) => readChoice(text, LANGUAGE_NAMES));
  const named = [
    ...(options.format === undefined ? [] : ["--format"]),
    ...(options.csv ? ["--csv"] : []),
    ...(options.json ? ["--json"] : []),
  ];
  if (named.length > 1) problems.add(named[1] ?? "--format", { code: "conflict", options: named });
  const short = options.csv ? "csv" : options.json ? "json" : undefined;
  const format = given(short ?? options.format, "--format", environment["OVERDUE_SIM_FORMAT"], "OVERDUE_SIM_FORMAT");
  return problems.result({
    format: (format && problems.read(format, (text) => readChoice(text, FORMAT_NAMES))) ?? DEFAULT_FORMAT,
    byteOrderMark: options.bom === true,
    path: options.output === undefined || options.output === "-" ? null : options.output,
  });
}

/** The option, else the variable that stands for it. One that is empty counts as not set. */
function given(
  option: string | undefined,
  name: string,
  variable: string | undefined,
  variableName: string,
): Located | null {
  if (option !== undefined) return { text: option, where: name };
  return variable === undefined || variable === "" ? null : { text: variable, where: variableName };
}
