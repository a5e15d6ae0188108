/** A terminal for a library of prompts that has no word for "no colours". */

import type { Terminal } from "../../platform.ts";

/** Colours and weights of letters; 7 and 27 stand for the cursor, which has to be seen. */
const STYLES = /\u001b\[(?!2?7m)[\d;]*m/g;

export function withoutColour(terminal: Terminal): Terminal {
  return { ...terminal, output: new Proxy(terminal.output, { get: plainly }) };
}

function plainly(output: Terminal["output"], key: string | symbol): unknown {
  if (key === "write") {
    return (text: string, ...others: readonly []): boolean => output.write(text.replace(STYLES, ""), ...others);
  }
  const found: unknown = Reflect.get(output, key);
  return typeof found === "function" ? found.bind(output) : found;
}
