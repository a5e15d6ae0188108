/** The workbook in a real spreadsheet: LibreOffice works its totals out, and they are ours to the fen. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderForAll, LOAN, printed } from "../command-line/overdue-sim.ts";
import { areThere } from "./programs.ts";
import { type Sheet, sheetsOf } from "./sheets.ts";

const isHere = areThere("soffice");

const folder = folderForAll();

interface Answer {
  readonly summary: Readonly<Record<string, number | string | null>>;
  readonly rows: readonly Readonly<Record<string, number | string | null>>[];
}

describe("LibreOffice opens the workbook", () => {
  test("of a run: rows, totals as formulas, every figure of the summary", ({ skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const command = ["simulate", ...LOAN, "--monthly", "5000", "--days", "365"];
    const { sheets, answer } = opened("run", command);
    expect([...sheets.keys()]).toEqual(["Summary", "Rows", "Figures", "Charts", "Assumptions"]);
    const rows = sheetNamed(sheets, "Rows");
    expect(rows.get("A2")).toMatchObject({ kind: "date", value: "2026-11-23" });
    expect(rows.get("A366")).toMatchObject({ kind: "date", value: "2027-11-22" });
    expect(Number(rows.get("U366")?.value)).toBe(answer.rows.at(-1)?.["totalOwed"]);
    // The totals stand under the rows, in the columns of what moves.
    const totals = {
      I: answer.summary["paid"],
      N: answer.summary["toPrincipal"],
      K: answer.summary["toPenalty"],
      E: answer.summary["chargesAccrued"],
    };
    for (const [column, total] of Object.entries(totals)) {
      const cell = rows.get(`${column}367`);
      expect(cell?.formula, column).toContain("SUM");
      expect(Number(cell?.value), column).toBeCloseTo(Number(total), 2);
    }
    expect(rows.get("U367")).toBeUndefined();
    const figures = figuresOf(sheetNamed(sheets, "Figures"));
    for (const [name, value] of Object.entries(answer.summary)) {
      if (typeof value === "number") expect(Number(figures.get(name)), name).toBe(value);
      if (typeof value === "string") expect(figures.get(name), name).toBe(value);
    }
    expect([...sheetNamed(sheets, "Summary").values()].map(({ value }) => value).join(" ")).toContain("principal");
  });

  test("of a comparison, in Chinese, with names that look like formulas", ({ skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const names = ["+1+1", "@SUM(A1)", "-2+3", "网商贷"];
    const strategies = names.flatMap((name, index) => [`--strategy=${name}=daily:${50 + index}`]);
    const { sheets } = opened("names", [
      "compare",
      ...LOAN,
      ...strategies,
      "--strategy=none",
      "--name",
      "=HYPERLINK(1)",
      "--lang",
      "zh",
    ]);
    // Long sentences and headings have rows of their own height: LibreOffice finds none by itself, and lays line on line.
    const heights = [...readFileSync(join(folder, "names.fods"), "utf8").matchAll(/style:row-height="([\d.]+)in"/g)];
    const inches = heights.map(([, height]) => Number(height));
    expect(Math.max(...inches)).toBeGreaterThan(2.5 * Math.min(...inches));
    const rows = sheetNamed(sheets, "明细");
    // What is never cleared costs no amount, and no nought either.
    const charts = [...sheetNamed(sheets, "图表").values()];
    expect(charts.filter(({ kind, value }) => kind === "string" && value === "还不清")).toHaveLength(1);
    for (const [index, name] of names.entries()) {
      expect(rows.get(`A${index + 2}`)).toEqual({ kind: "string", value: name });
    }
    for (const sheet of sheets.values()) {
      for (const { value, formula } of sheet.values()) if (names.includes(value)) expect(formula).toBeUndefined();
    }
  });

  test.for([
    ["clear-by", ["--clear-by", "2027-11-22"]],
    ["budget", ["--budget", "1000/month"]],
    ["agreement", ["--agreement", "agreement:months=36"]],
  ] as const)("of a plan: %s", ([name, goal], { skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const { sheets, answer } = opened(name, ["plan", ...LOAN, ...goal]);
    const rows = sheetNamed(sheets, "Rows");
    expect(rows.get(`A${answer.rows.length + 1}`)).toBeDefined();
    if (name === "agreement") expect(Number(rows.get("C38")?.value)).toBeCloseTo(53_375, 2);
  });
});

test("on paper no sentence is cut, and the header stands on each page of the rows", ({ skip }) => {
  if (!isHere) skip("LibreOffice is not installed");
  const { sheets } = opened("paper", ["simulate", ...LOAN, "--daily", "50", "--days", "150", "--lang", "zh"]);
  const path = join(folder, "paper.xlsx");
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path], {
    stdio: "ignore",
  });
  const pages = execFileSync("pdftotext", ["-layout", join(folder, "paper.pdf"), "-"], { encoding: "utf8" }).split(
    "\f",
  );
  const printed = pages.join("").replace(/\s/g, "");
  const sentences = [...sheetNamed(sheets, "结论").values()].map(({ value }) => value.replace(/\s/g, ""));
  expect(sentences.length).toBeGreaterThan(5);
  expect(sentences.filter((sentence) => !printed.includes(sentence))).toEqual([]);
  const ofRows = pages.filter((page) => /^ *\d{4}-\d{2}-\d{2} +\d+ +\d+ .*\.\d\d$/m.test(page));
  expect(ofRows.length).toBeGreaterThan(2);
  expect(ofRows.filter((page) => !page.includes("累计已还"))).toEqual([]);
});

test("openpyxl of Python has nothing to say against it, and finds dates to be dates", ({ skip }) => {
  if (!areThere(["/usr/bin/python3", "-cimport openpyxl"])) {
    skip("openpyxl is not installed");
  }
  const path = join(folder, "python.xlsx");
  printed(["simulate", ...LOAN, "--format", "xlsx", "-o", path]);
  const program = `import openpyxl, sys; print(openpyxl.load_workbook(sys.argv[1])["Rows"]["A2"].value.isoformat())`;
  const said = execFileSync("/usr/bin/python3", ["-W", "error", "-c", program, path], { encoding: "utf8" });
  expect(said).toBe("2026-11-23T00:00:00\n");
});

test("a century of days, compressed on other threads, is whole", ({ skip }) => {
  if (!isHere) skip("LibreOffice is not installed");
  const { sheets, answer } = opened("century", ["simulate", ...LOAN, "--daily", "38", "--days", "9000"]);
  expect(Number(sheetNamed(sheets, "Rows").get("U9001")?.value)).toBe(answer.rows.at(-1)?.["totalOwed"]);
});

function opened(name: string, command: readonly string[]): { sheets: ReadonlyMap<string, Sheet>; answer: Answer } {
  const path = join(folder, `${name}.xlsx`);
  printed([...command, "--format", "xlsx", "-o", path]);
  return { sheets: sheetsOf(path), answer: JSON.parse(printed([...command, "--json"])) as Answer };
}

function sheetNamed(sheets: ReadonlyMap<string, Sheet>, name: string): Sheet {
  const sheet = sheets.get(name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

function figuresOf(sheet: Sheet): ReadonlyMap<string, string> {
  return new Map(
    [...sheet].flatMap(([place, { value }]) =>
      place.startsWith("A") ? [[value, sheet.get(place.replace("A", "B"))?.value ?? ""] as const] : [],
    ),
  );
}
