/** Programs that the machine may or may not have. */

import { execFileSync } from "node:child_process";

/** A program, and what it is asked to see whether it is there, where that is not its `--version`. */
type Program = string | readonly [name: string, asked: string];

/** `.ci/run` installs them and asks for them; elsewhere the tests say that they were left out. */
export function areThere(...programs: readonly Program[]): boolean {
  return process.env["CI"] === "true" || programs.every(canRun);
}

export function canRun(program: Program): boolean {
  const [name, asked] = typeof program === "string" ? [program, "--version"] : program;
  try {
    execFileSync(name, [asked], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
