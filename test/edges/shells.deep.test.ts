/** Completion in the shells themselves: what is typed into a terminal with Tab behind it, and what then stands there. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAM } from "../command-line/overdue-sim.ts";
import { openPane, type Pane } from "../guide/terminal.ts";
import { areThere } from "./programs.ts";

/** Each shell with its file of settings, in which there is a prompt and the completion and nothing else. */
const SHELLS = [
  {
    shell: "bash",
    start: "exec bash --noprofile --rcfile rc",
    settings: "rc",
    lines: ["PS1='ready> '", ". ./script"],
  },
  {
    shell: "zsh",
    start: "exec zsh -i",
    settings: ".zshrc",
    lines: ["PS1='ready> '", "autoload -Uz compinit; compinit -u", ". ./script"],
  },
  {
    shell: "fish",
    start: "exec fish --interactive",
    settings: ".config/fish/config.fish",
    lines: [
      "function fish_prompt; echo 'ready> '; end",
      "set -g fish_greeting",
      "set -g fish_autosuggestion_enabled 0",
      "source script",
    ],
  },
] as const;

/** A name with a space in it, as each shell may quote it. */
const LOAN_FILE = /(my\\ loan\.json|'my loan\.json')/;

const isHere = areThere(["tmux", "-V"], ...SHELLS.map(({ shell }) => shell));

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "overdue-sim-shells-"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe.each(SHELLS)("$shell", ({ shell, start, settings, lines }) => {
  let home: string;

  beforeAll(() => {
    if (!isHere) return;
    home = join(root, shell);
    mkdirSync(join(home, ".config", "fish"), { recursive: true });
    mkdirSync(join(home, "bin"));
    const program = join(home, "bin", "overdue-sim");
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, { mode: 0o755 });
    writeFileSync(join(home, "script"), execFileSync(program, ["completion", shell]));
    writeFileSync(join(home, settings), `${lines.join("\n")}\n`);
    writeFileSync(join(home, "my loan.json"), "{}");
  });

  /** A shell just started, in which a line was typed and Tab pressed. */
  const typed = async (line: string): Promise<Pane> => {
    const pane = openPane(start, {
      columns: 150,
      folder: home,
      environment: {
        HOME: home,
        ZDOTDIR: home,
        XDG_CONFIG_HOME: join(home, ".config"),
        PATH: `${join(home, "bin")}:${process.env["PATH"]}`,
        OVERDUE_SIM_LANG: "en",
      },
    });
    await pane.until("ready>");
    pane.type(line);
    await pane.until(line.trimEnd());
    pane.press("Tab");
    return pane;
  };

  test.for([
    ["a command", "overdue-sim sim", "overdue-sim simulate"],
    ["an option", "overdue-sim simulate --principal 5 --meth", "--method"],
    ["a value", "overdue-sim simulate --method equal-p", "equal-principal"],
    ["a value behind a sign", "overdue-sim simulate --method=equal-p", "--method=equal-principal"],
    ["a product by its Chinese name", "overdue-sim products 花", "花呗"],
    ["a way to pay", "overdue-sim simulate --strategy sav", "--strategy save:"],
    ["a part of a way to pay", "overdue-sim simulate --strategy agreement:months=3,meth", "agreement:months=3,method="],
    ["a value of such a part", "overdue-sim simulate --strategy agreement:months=3,method=fl", "=3,method=flat"],
    ["a file", "overdue-sim simulate --loan my", LOAN_FILE],
    ["a file behind a sign", "overdue-sim simulate --loan=my", LOAN_FILE],
    ["a file as a word", "overdue-sim batch my", LOAN_FILE],
  ] as const)("completes %s", async ([, line, expected], { skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const pane = await typed(line);
    await pane.until((screen) => (typeof expected === "string" ? screen.includes(expected) : expected.test(screen)));
  });

  test("goes on behind a word that is whole, and within one that is not", async ({ skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const whole = await typed("overdue-sim simulate --meth");
    await whole.until("--method");
    whole.type("flat");
    await whole.until("--method flat");
    const begun = await typed("overdue-sim simulate --strategy lum");
    await begun.until("lump:");
    begun.type("200");
    await begun.until("lump:200");
  });

  test("lists what may follow, in the language of the line", async ({ skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const pane = await typed("overdue-sim simulate --lang zh --owed-");
    pane.press("Tab");
    const screen = await pane.until("--owed-compound");
    expect(screen).toContain("--owed-fee");
    // bash shows no descriptions.
    if (shell !== "bash") expect(screen).toContain("已欠复利");
  });

  test("lists words that need no description by themselves", async ({ skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const pane = await typed("overdue-sim audit --interest ");
    pane.press("Tab");
    // zsh sets a description off with two lines, even one that is empty.
    expect(await pane.until((screen) => /accrued[^\n]+scheduled|scheduled[^\n]+accrued/.test(screen))).not.toMatch(
      / --\s*$/m,
    );
  });

  test("offers no file where none belongs", async ({ skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const pane = await typed("overdue-sim simulate --principal ");
    pane.press("Tab");
    pane.type("5");
    expect(await pane.until("--principal 5")).not.toContain("my loan");
  });

  test("evaluates nothing of what is typed", async ({ skip }) => {
    if (!isHere) skip(`${shell} or tmux is not installed`);
    const pane = await typed("overdue-sim simulate --name $(touch done) --meth");
    await pane.until("--method");
    expect(existsSync(join(home, "done"))).toBe(false);
  });
});
