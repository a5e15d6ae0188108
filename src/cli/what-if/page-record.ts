/** What a page has to know to run the command again: what was typed, and every file that was read. */

import { parsedTable } from "../../input/csv-table.ts";
import { decode } from "../../input/input-files.ts";
import { PRODUCT_VARIABLE } from "../../input/loan-request.ts";
import { DEBT_COLUMNS } from "../../input/records/debt-row.ts";
import { instalment } from "../../input/records/instalment.ts";
import { payment } from "../../input/records/payment.ts";
import { statementLine } from "../../input/records/statement.ts";
import { BUDGET_COLUMNS } from "../../input/shared-budget.ts";
import { formatDay, NEVER } from "../../loan/day.ts";
import { languageName } from "../../messages/languages.ts";
import type { Words } from "../../messages/words.ts";
import type { Content, LivePage } from "../../output/report.ts";
import { visibleInJson } from "../../output/sanitize.ts";
import type { Platform, ReadResult } from "../../platform.ts";
import { type CommandName, type Options, tablesNamed } from "../options.ts";
import { slidersOf } from "./sliders.ts";

/** As JSON holds it. */
export interface PageRecord {
  readonly command: CommandName;
  readonly options: Options;
  readonly language: string;
  /** The text of each file, by its path; of a table the cells of its records as JSON, because a page has no parser for tables. */
  readonly files: Readonly<Record<string, string>>;
  /** Null where no date was asked for. */
  readonly today: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The program for browsers, as the build leaves it beside the command; that of several debts has no single loan in it. */
function programFor(command: CommandName, { debts }: Options, language: string): string {
  return `what-if-${debts === undefined ? command : "debts"}-${language}.txt`;
}

/** Of all tables that a page can hold. */
const COLUMNS: readonly string[] = [
  ...[payment(NEVER), instalment, statementLine, DEBT_COLUMNS].flatMap(({ names }) => names),
  ...BUDGET_COLUMNS,
];

interface Recording {
  readonly platform: Platform;
  /** Null where nothing can be changed. */
  readonly livePage: (
    command: CommandName,
    options: Options,
    content: Content,
    words: Words,
  ) => Promise<LivePage | null>;
}

/** A platform that keeps in mind what is read of it. */
export function recorded(platform: Platform): Recording {
  const { environment } = platform;
  const files: Record<string, string> = {};
  let today: string | null = null;
  return {
    platform: Object.defineProperties(Object.create(platform) as Platform, {
      today: {
        get: () => {
          today = formatDay(platform.today);
          return platform.today;
        },
      },
      read: {
        value: (path: string): ReadResult => {
          const result = platform.read(path);
          const text = result.kind === "read" ? decode(result.bytes, path) : null;
          if (text?.ok === true) files[path] = text.value;
          return result;
        },
      },
    }),
    livePage: async (command, options, content, words) => {
      const facts = content.kind === "report" ? content.whatIf?.() : undefined;
      if (facts === undefined) return null;
      const sliders = slidersOf(options, facts, { simulate: words.simulate, report: await words.load.report() });
      const language = languageName(options.lang, environment);
      const program = sliders.length === 0 ? null : platform.readOwn(programFor(command, options, language));
      if (program === null) return null;
      const tables = tablesNamed(options).flatMap((path) => {
        const text = files[path];
        return text === undefined
          ? []
          : [[path, JSON.stringify(parsedTable(text, COLUMNS).map(({ record }) => record))] as const];
      });
      const product = environment[PRODUCT_VARIABLE];
      const run: PageRecord = {
        command,
        options,
        language,
        files: { ...files, ...Object.fromEntries(tables) },
        today,
        environment: product === undefined ? {} : { [PRODUCT_VARIABLE]: product },
      };
      return { program, run: visibleInJson(JSON.stringify(run)) };
    },
  };
}
