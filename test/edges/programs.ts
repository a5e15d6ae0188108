/** Programs that the machine may or may not have. */

import { execFileSync } from "node:child_process";

export function canRun(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
