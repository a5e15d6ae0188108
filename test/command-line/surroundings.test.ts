/** Locale, time zone, width, colours and the variables of our own: what changes with them, and what must not. */

import { describe, expect, test } from "vitest";
import type { Options } from "../../src/cli/options.ts";
import { readOutputOptions } from "../../src/cli/output-options.ts";
import { displayWidth } from "../../src/output/width.ts";
import { overdueSim, printed } from "./in-process.ts";
import { LOAN, PROGRAM, printed as printedByProcess, shell } from "./overdue-sim.ts";

const SIMULATE = ["simulate", ...LOAN, "--daily", "50", "--days", "3"];
const COMMANDS: readonly (readonly string[])[] = [
  SIMULATE,
  ["compare", ...LOAN, "--daily", "50"],
  ["plan", ...LOAN, "--clear-by", "2027-11-22"],
  ["plan", ...LOAN, "--budget", "500/month"],
  ["plan", ...LOAN, "--agreement", "agreement:months=12,waive-penalty=50%"],
  ["products"],
  ["products", "credit-card"],
];

const isChinese = (text: string): boolean => text.includes("本金");

describe("the language", () => {
  test.each([
    [{}, false],
    [{ LANG: "zh_CN.UTF-8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "de_DE.UTF-8" }, false],
    [{ LC_MESSAGES: "zh_TW.UTF-8", LANG: "en_US.UTF-8" }, true],
    [{ LC_ALL: "C", LC_MESSAGES: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8" }, false],
    [{ LC_ALL: "", LANG: "zh_CN.UTF-8" }, true],
    [{ OVERDUE_SIM_LANG: "zh" }, true],
    [{ OVERDUE_SIM_LANG: "en", LANG: "zh_CN.UTF-8" }, false],
    [{ OVERDUE_SIM_LANG: "", LANG: "zh_CN.UTF-8" }, true],
  ])("%j", async (environment: Record<string, string>, expected) => {
    expect(isChinese(await printed(SIMULATE, { environment }))).toBe(expected);
    expect(isChinese(await printed([...SIMULATE, "--lang", "zh"], { environment }))).toBe(true);
    expect(isChinese(await printed([...SIMULATE, "--lang=en"], { environment }))).toBe(false);
  });
});

test.each([
  ["zh-CN", true],
  ["zh_CN", true],
  ["ZH-Hans-CN", true],
  ["zh_CN.UTF-8", true],
  ["en-US", false],
  ["en_GB", false],
])("a locale stands for its language, as option and as variable: %s", async (name, expected) => {
  expect(isChinese(await printed([...SIMULATE, "--lang", name]))).toBe(expected);
  expect(isChinese(await printed(SIMULATE, { environment: { OVERDUE_SIM_LANG: name } }))).toBe(expected);
});

test.each(["cn", "de-DE", "zhongwen", "zh CN", "en-"])("that is no language here: %s", async (name) => {
  const { status, stderr } = await overdueSim([...SIMULATE, "--lang", name]);
  expect([status, stderr.includes("--lang")]).toEqual([2, true]);
});

describe("for machines nothing changes", () => {
  const surroundings: readonly Readonly<Record<string, string>>[] = [
    { LC_ALL: "zh_CN.UTF-8", TZ: "Pacific/Kiritimati", COLUMNS: "20" },
    { LC_ALL: "de_DE.UTF-8", TZ: "America/Los_Angeles", FORCE_COLOR: "1" },
  ];
  const cases = COMMANDS.flatMap((command) => ["csv", "json", "ndjson"].map((format) => [command, format] as const));

  test.each(cases)("%j --format %s", async (command, format) => {
    const words = [...command, "--format", format];
    const plain = await printed(words);
    for (const environment of surroundings) expect(await printed(words, { environment })).toBe(plain);
  });
});

test.each(["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])("today is the day it is in %s", (zone) => {
  const there = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
  const before = there();
  const { input } = JSON.parse(
    printedByProcess(["simulate", "--principal", "5", "--json"], { environment: { TZ: zone } }),
  );
  expect([before, there()]).toContain(input.asOf);
});

describe("the width", () => {
  test.each(COMMANDS.flatMap((command) => ["en", "zh"].map((language) => [command, language] as const)))(
    "%j in %s keeps to 80 columns",
    async (command, language) => {
      const text = await printed([...command, "--lang", language], { environment: { COLUMNS: "80" } });
      expect(text.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
    },
  );

  test("is not limited in a pipe: no column is left out, no sentence is broken", async () => {
    const free = await printed(SIMULATE);
    expect(free).not.toContain("Left out for width");
    expect(await printed(SIMULATE, { environment: { COLUMNS: "60" } })).toContain("Left out for width");
  });
});

describe("colours", () => {
  const hasColours = async (environment: Record<string, string>, ...words: string[]): Promise<boolean> =>
    (await printed([...SIMULATE, ...words], { environment })).includes("\u001b[");

  test.each([
    [{}, [], false],
    [{ FORCE_COLOR: "1" }, [], true],
    [{ FORCE_COLOR: "0" }, [], false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, [], false],
    [{ FORCE_COLOR: "1", NO_COLOR: "" }, [], true],
    [{ FORCE_COLOR: "1" }, ["--no-color"], false],
    [{ FORCE_COLOR: "1" }, ["--format", "md"], false],
  ])("%j %j", async (environment: Record<string, string>, words, expected) => {
    expect(await hasColours(environment, ...words)).toBe(expected);
  });

  test.each([...COMMANDS, ["law"]])("change nothing but themselves: %j", async (...command: readonly string[]) => {
    const environment = { COLUMNS: "60" };
    const coloured = await printed(command, { environment: { ...environment, FORCE_COLOR: "1" } });
    expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(await printed(command, { environment }));
  });
});

/** `script` of util-linux gives a program a terminal of its own. */
describe.runIf(process.platform === "linux")("in a terminal", () => {
  const inTerminal = (words: string, columns: number): string => {
    const line = `stty cols ${columns}; "${process.execPath}" "${PROGRAM}" ${words}`;
    const { status, stdout } = shell(`script --quiet --return --command '${line}' /dev/null`, {
      environment: { TERM: "xterm" },
    });
    expect(status).toBe(0);
    return stdout.replaceAll("\r\n", "\n");
  };

  test("a page has colours and keeps to its width", async () => {
    const text = inTerminal(SIMULATE.join(" "), 70);
    expect(text).toContain("\u001b[1m");
    const plain = text.replaceAll(/\u001b\[\d+m/g, "");
    // A bar stands under the answer in a terminal alone; all else is as in a pipe.
    const lines = plain.split("\n");
    const piped = (await printed(SIMULATE, { environment: { COLUMNS: "70" } })).split("\n");
    expect(piped.filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines.filter((line) => displayWidth(line) > 70)).toEqual([]);
  });

  test("a long table is written to its end", async () => {
    const words = ["simulate", ...LOAN, "--days", "3650", "--csv"];
    expect(inTerminal(words.join(" "), 80)).toBe(await printed(words));
  });
});

describe("variables of our own", () => {
  test("stand for the option; an option given wins", async () => {
    const environment = { OVERDUE_SIM_FORMAT: "json", OVERDUE_SIM_PRODUCT: "credit-card" };
    const { input, assumptions } = JSON.parse(await printed(SIMULATE, { environment }));
    expect(input.product).toBe("credit-card");
    expect(assumptions).not.toContain("product-default");
    const given = await printed([...SIMULATE, "--format", "csv", "--product", "wangshangdai"], { environment });
    expect(given).toBe(await printed([...SIMULATE, "--csv"]));
  });

  test.each([
    ["ledger", ["products"]],
    ["html", ["products"]],
    ["ledger", ["compare", ...LOAN]],
    ["xlsx", ["batch", "--input-columns", "id,principal"]],
  ] as const)("a format that other commands have is passed over: %s, %j", async (format, words) => {
    const input = "a,1000\n";
    const asked = await printed(words, { environment: { OVERDUE_SIM_FORMAT: format }, input });
    expect(asked).toBe(await printed(words, { input }));
    expect((await overdueSim([...words, "--format", format], { input })).status).toBe(2);
  });

  test("bytes that no terminal shows are passed over there, and refused where the option asks for them", () => {
    const chosen = (options: Options, terminalColumns: number | null = 80) =>
      readOutputOptions(options, "law", { environment: { OVERDUE_SIM_FORMAT: "xlsx" }, terminalColumns });
    expect(chosen({})).toMatchObject({ ok: true, value: { format: "table" } });
    expect(chosen({}, null)).toMatchObject({ ok: true, value: { format: "xlsx" } });
    expect(chosen({ output: "law.xlsx" })).toMatchObject({ ok: true, value: { format: "xlsx" } });
    expect(chosen({ format: "xlsx" })).toMatchObject({ problems: [{ where: "--format", code: "needs-option" }] });
  });

  test("that are empty count as not set", async () => {
    const environment = { OVERDUE_SIM_FORMAT: "", OVERDUE_SIM_PRODUCT: "", OVERDUE_SIM_LANG: "" };
    expect(await printed(SIMULATE, { environment })).toBe(await printed(SIMULATE));
  });
});

const SPELT_OUT = '{ "scenarios": [{ "name": "later", "agreements": ["defer:months=3"] }] }';

describe("payments beside ways to pay that are named", () => {
  test.each<readonly string[]>([
    ["simulate", "--strategy", "lump:1000@2030-01-01"],
    ["compare", "--strategy", "none", "--strategy", "daily:50"],
    ["compare", "--scenarios", "-"],
  ])("that stand in their place are a mistake: %s", async (...words) => {
    const { status, stdout, stderr } = await overdueSim([...words, ...LOAN, "--daily", "50"], { input: SPELT_OUT });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--daily: the ways to pay that are named stand in place of these payments");
  });

  test.each<readonly string[]>([
    ["simulate", "--strategy", "agreement:months=36"],
    ["compare", "--strategy", "none", "--strategy", "defer:months=3"],
    ["compare"],
  ])("an agreement and a deferral go on with them: %s", async (...words) => {
    expect(await overdueSim([...words, ...LOAN, "--daily", "50"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("are noted where a way beside an agreement stands in their place", async () => {
    const ways = ["--strategy", "agreement:months=36", "--strategy", "daily:80", "--quiet"];
    const line = ["compare", ...LOAN, "--daily", "50", ...ways];
    const { status, stderr } = await overdueSim(line.slice(0, -1));
    expect(status).toBe(0);
    expect(stderr).toContain("are counted in agreements and deferrals alone");
    expect(await overdueSim(line)).toMatchObject({ status: 0, stderr: "" });
  });

  test("of a loan file are noted", async () => {
    const loan = JSON.stringify({
      asOf: "2026-11-22",
      instalments: [{ due: "2026-11-12", principal: "50000" }],
      streams: ["50/day"],
    });
    const told = await overdueSim(["simulate", "--loan", "-", "--strategy", "none"], { input: loan });
    expect(told.status).toBe(0);
    expect(told.stderr).toContain("The payments given take no part");
  });
});

test("--quiet silences notes, and nothing else", async () => {
  const words = ["simulate", ...LOAN, "--until-cleared", "--csv"];
  const loud = await overdueSim(words);
  expect(loud.stderr).not.toBe("");
  expect(await overdueSim([...words, "--quiet"])).toEqual({ ...loud, stderr: "" });
  expect((await overdueSim(["simulate", "--quiet"])).stderr).not.toBe("");
});
