/** Completion: what is offered where, in process; `test/edges/shells.deep.test.ts` types into the shells themselves. */

import { describe, expect, test } from "vitest";
import { COMMAND_NAMES } from "../../src/cli/commands.ts";
import { HELP_FLAGS, optionsOf, planOf, waysToType } from "../../src/cli/options.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import { help as english } from "../../src/messages/en/help.ts";
import { help as chinese } from "../../src/messages/zh/help.ts";
import { FORMAT_NAMES } from "../../src/output/formats.ts";
import { overdueSim, printed } from "./in-process.ts";

const METHODS = ["equal-instalments", "equal-principal", "interest-first", "flat", "bullet"];
const FILE = ["<file>"];

async function offered(typed: readonly string[], environment = {}): Promise<readonly (readonly string[])[]> {
  const lines = (await printed(["completion", "fish", "--", ...typed], { environment })).split("\n");
  return lines.slice(0, -1).map((line) => line.split("\t"));
}

async function names(...typed: readonly string[]): Promise<readonly string[]> {
  return (await offered(typed)).map(([name = ""]) => name);
}

describe("the options of every command, by the table and the words alone", () => {
  const ofCommands = COMMAND_NAMES.flatMap((command) =>
    (["en", "zh"] as const).map((language) => ({ command, language, words: { en: english, zh: chinese }[language] })),
  );

  test.each(ofCommands)("$command, $language", async ({ command, language, words }) => {
    const expected = optionsOf(command).flatMap((key) =>
      waysToType(planOf(key).flags).map((way) => [way, words.options[key]]),
    );
    const ofHelp = waysToType(HELP_FLAGS).map((way) => [way, words.options.help]);
    expect(await offered([command, "-"], { OVERDUE_SIM_LANG: language })).toEqual([...expected, ...ofHelp]);
  });

  test("each option whose value is a file is completed as one", async () => {
    const ofFiles = COMMAND_NAMES.flatMap((command) =>
      optionsOf(command)
        .filter((key) => planOf(key).flags.endsWith(" <file>"))
        .map((key) => [command, ...waysToType(planOf(key).flags).slice(-1)]),
    );
    expect(ofFiles.length).toBeGreaterThan(10);
    for (const line of ofFiles) expect([line, await names(...line, "lo")]).toEqual([line, FILE]);
  });
});

test("commands, with what they are for, in the language of the line", async () => {
  expect(await names("")).toEqual([...COMMAND_NAMES, "help"]);
  expect(await names("help", "")).toEqual([...COMMAND_NAMES, "help"]);
  expect(await offered(["--lang", "zh", "pr"])).toEqual([["products", chinese.commands.products]]);
  expect(await names("--")).toEqual(["--version", "--lang", "--help"]);
});

test("options given before the command are of no matter to it", async () => {
  expect(await names("--principal", "50000", "au")).toEqual(["audit"]);
});

test("what takes one value is offered once, what may be repeated again", async () => {
  expect(await names("simulate", "--principal", "50000", "--pri")).toEqual([]);
  expect(await names("simulate", "--principal=50000", "--pri")).toEqual([]);
  expect(await names("simulate", "--rate", "万5", "--rat")).toEqual(["--rate"]);
});

describe("values", () => {
  test.each([
    { typed: ["simulate", "--method", ""], names: METHODS },
    { typed: ["simulate", "--method=equal-p"], names: ["--method=equal-principal"] },
    { typed: ["simulate", "--format", ""], names: FORMAT_NAMES },
    { typed: ["batch", "--format", ""], names: ["csv", "ndjson"] },
    { typed: ["products", "--format", "x"], names: [] },
    { typed: ["simulate", "--lang", ""], names: ["en", "zh"] },
    { typed: ["simulate", "--order", "fee,p"], names: ["fee,penalty", "fee,principal"] },
    { typed: ["simulate", "--order", "fee,fe"], names: [] },
    { typed: ["simulate", "--order", "费用,罚"], names: ["费用,罚息"] },
    {
      typed: ["simulate", "--order", "费用,"],
      names: ["费用,penalty", "费用,compound", "费用,interest", "费用,principal"],
    },
    { typed: ["simulate", "--order-after", "91:fee,p"], names: ["91:fee,penalty", "91:fee,principal"] },
    { typed: ["simulate", "--late-fee", "5:min=3:m"], names: ["5:min=3:max="] },
    { typed: ["batch", "--columns", "from,id,f"], names: [] },
    { typed: ["batch", "--columns", "id,f"], names: ["id,from"] },
    { typed: ["batch", "--input-columns", "rate,mo"], names: ["rate,months", "rate,monthly"] },
    { typed: ["batch", "--input-columns", "months,mo"], names: ["months,monthly"] },
    { typed: ["simulate", "--strategy", "d"], names: ["daily:", "defer:"] },
    { typed: ["compare", "--strategy", "mine=no"], names: ["mine=none"] },
    { typed: ["simulate", "--strategy", "agreement:months=36,method=f"], names: ["agreement:months=36,method=flat"] },
    {
      typed: ["simulate", "--strategy", "agreement:months=36,m"],
      names: ["agreement:months=36,method="],
    },
    { typed: ["compare", "--strategy", "mine=daily:50", "--baseline", ""], names: ["mine"] },
    { typed: ["compare", "--sort", "total_"], names: ["total_owed", "total_cost"] },
    { typed: ["plan", "--debts", "debts.csv", "--first", "s"], names: ["snowball"] },
    { typed: ["plan", "--first", "s"], names: ["snowball"] },
    { typed: ["completion", ""], names: ["bash", "zsh", "fish"] },
    { typed: ["law", "l"], names: ["lpr", "limitation"] },
    { typed: ["batch", ""], names: FILE },
    { typed: ["batch", "a.csv", "b"], names: FILE },
    { typed: ["simulate", "--principal", ""], names: [] },
    { typed: ["simulate", "--name", ""], names: [] },
    { typed: ["simulate", "--json", "x"], names: [] },
  ])("$typed", async ({ typed, names: expected }) => {
    expect(await names(...typed)).toEqual(expected);
  });

  test("products by every name they have", async () => {
    for (const { name, title, otherNames } of PRODUCTS) {
      for (const one of [name, title.zh, ...otherNames]) {
        expect(await names("simulate", "--product", one.slice(0, 2))).toContain(one);
        expect(await names("products", one.slice(0, 2))).toContain(one);
      }
    }
  });

  test("names in another language only where they are begun", async () => {
    expect(await names("simulate", "--product", "")).toEqual(PRODUCTS.map(({ name }) => name));
    expect(await names("simulate", "--method", "等额")).toEqual(["等额本息", "等额本金"]);
  });
});

test("nothing is run, read or said on standard error", async () => {
  const complete = ["simulate", "--principal", "50000", "--loan", "none.json", "--name", "x", "--nonsense", "--fo"];
  expect(await overdueSim(["completion", "bash", "--", ...complete])).toEqual({
    status: 0,
    stdout: `--format\t${english.options.format}\n`,
    stderr: "",
  });
});

describe("the scripts", () => {
  test.each(["bash", "zsh", "fish"])("%s asks the program", async (shell) => {
    const script = await printed(["completion", shell], { environment: { OVERDUE_SIM_FORMAT: "xlsx" } });
    expect(script).toContain(`overdue-sim completion ${shell} -- `);
  });

  test("no other shells", async () => {
    expect(await overdueSim(["completion", "tcsh"])).toMatchObject({ status: 2, stdout: "" });
    expect(await overdueSim(["completion"])).toMatchObject({ status: 2, stdout: "" });
    expect((await overdueSim(["completion"])).stderr).toContain("bash, zsh, fish");
  });
});
