/** Programs that the machine may or may not have. */

import { execFileSync } from "node:child_process";

export function canRun(program: string, asked = "--version"): boolean {
  try {
    execFileSync(program, [asked], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
