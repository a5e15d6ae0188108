/** A real terminal that a test types into and reads from: a pane of tmux, without anybody's settings. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { cleanEnvironment, SHELL_FUNCTION } from "../command-line/overdue-sim.ts";

const PAUSE_MILLISECONDS = 30;
/** Nothing takes so long unless it never comes. */
const PATIENCE_MILLISECONDS = 60_000;

export interface Pane {
  readonly type: (text: string) => void;
  /** By the names that tmux has for keys. */
  readonly press: (...keys: readonly string[]) => void;
  /** All that was ever shown, once what stands on the screen says something, or is as it should be. */
  readonly until: (expected: string | ((screen: string) => boolean)) => Promise<string>;
  /** The same with the escape sequences of colours. */
  readonly coloured: () => string;
}

export interface PaneSettings {
  readonly columns?: number;
  readonly rows?: number;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a line of a shell in which `overdue-sim` is the program; when it has ended its exit status is shown. */
export function openPane(line: string, { columns = 80, rows = 50, folder, environment = {} }: PaneSettings): Pane {
  const sockets = mkdtempSync(join(tmpdir(), "overdue-sim-terminal-"));
  const env = cleanEnvironment({ LC_ALL: "C.UTF-8", TERM: "xterm-256color", TMUX_TMPDIR: sockets, ...environment });
  const tmux = (...words: readonly string[]): string =>
    execFileSync("tmux", ["-f", "/dev/null", ...words], { env, encoding: "utf8" });
  const shell = `${SHELL_FUNCTION}; ${line}; echo "exit status $?"; exec cat`;
  const size = ["-x", String(columns), "-y", String(rows)];
  tmux(
    "set-option",
    "-g",
    "history-limit",
    "5000",
    ";",
    "new-session",
    "-d",
    ...size,
    "-c",
    folder,
    "bash",
    "-c",
    shell,
  );
  onTestFinished(() => {
    tmux("kill-server");
    rmSync(sockets, { recursive: true, force: true });
  });
  const captured = (...how: readonly string[]): string =>
    tmux("capture-pane", "-p", "-S", "-", ...how).replace(/ +$/gm, "");
  return {
    type: (text) => void tmux("send-keys", "-l", text),
    press: (...keys) => void tmux("send-keys", ...keys),
    until: async (expected) => {
      const isThere = typeof expected === "string" ? (screen: string) => screen.includes(expected) : expected;
      for (const end = performance.now() + PATIENCE_MILLISECONDS; performance.now() < end; ) {
        const shown = captured();
        if (isThere(shown.trimEnd().split("\n").slice(-rows).join("\n"))) return shown;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
      }
      throw new Error(`the terminal never showed “${String(expected)}” but\n${captured()}`);
    },
    coloured: () => captured("-e"),
  };
}
