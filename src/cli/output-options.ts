/** The options every command has for its output, read and checked. */

import { readChoice } from "../input/choice.ts";
import { ProblemCollector, type Result } from "../input/problem.ts";
import { LANGUAGES } from "../messages/words.ts";

export const FORMATS = ["table", "csv", "json", "ndjson", "md"] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format?: string | undefined;
  readonly csv?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly output?: string | undefined;
  readonly lang?: string | undefined;
  readonly bom?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface OutputRequest {
  readonly format: Format;
  readonly byteOrderMark: boolean;
}

export function readOutputOptions(
  options: OutputOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Result<OutputRequest> {
  const problems = new ProblemCollector();
  if (options.output === "") problems.add("--output", { code: "empty" });
  const languageGiven = options.lang ?? (environment["OVERDUE_SIM_LANG"] || undefined);
  if (languageGiven !== undefined) {
    problems.read({ text: languageGiven, where: options.lang === undefined ? "OVERDUE_SIM_LANG" : "--lang" }, (text) =>
      readChoice(text, LANGUAGES),
    );
  }
  const asked = [
    ...(options.format === undefined ? [] : ["--format"]),
    ...(options.csv ? ["--csv"] : []),
    ...(options.json ? ["--json"] : []),
  ];
  if (asked.length > 1) problems.add(asked[1] ?? "--format", { code: "conflict", options: asked });
  return problems.result({
    format: formatOf(options, environment, problems) ?? "table",
    byteOrderMark: options.bom === true,
  });
}

function formatOf(
  options: OutputOptions,
  environment: Readonly<Record<string, string | undefined>>,
  problems: ProblemCollector,
): Format | null {
  if (options.csv) return "csv";
  if (options.json) return "json";
  if (options.format !== undefined) {
    return problems.read({ text: options.format, where: "--format" }, (text) => readChoice(text, FORMATS));
  }
  const variable = environment["OVERDUE_SIM_FORMAT"];
  if (variable === undefined || variable === "") return "table";
  return problems.read({ text: variable, where: "OVERDUE_SIM_FORMAT" }, (text) => readChoice(text, FORMATS));
}
