/** The questions put in a terminal, by a library of prompts. */

import { S_BAR, select, text } from "@clack/prompts";
import type { Terminal } from "../../platform.ts";
import { BACK, type Reply } from "./dialogue.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Choosing {
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly initial: string;
}

interface Writing {
  readonly message: string;
  /** What it means to write nothing, if that is an answer. */
  readonly byDefault: string | null;
  /** Stands there already, to be changed. */
  readonly initial: string;
  /** What is wrong with a text; undefined: nothing. */
  readonly check: (text: string) => string | undefined;
}

export type Prompts = ReturnType<typeof promptsOn>;

/** Esc goes back; Ctrl-C, or Ctrl-D at an empty line, leaves, and nothing is returned. */
export function promptsOn(terminal: Terminal) {
  const { input, output } = terminal;

  async function replyTo(ask: (signal: AbortSignal) => Promise<string | symbol>): Promise<Reply<string>> {
    const closing = new AbortController();
    let isEscape = false;
    const look = (_character: unknown, key: { readonly name?: string; readonly ctrl?: boolean }): void => {
      isEscape = key.name === "escape";
      // The library does not see that its line was closed.
      if (key.ctrl === true && key.name === "d") closing.abort();
    };
    input.on("keypress", look);
    try {
      const answer = await ask(closing.signal);
      if (typeof answer === "string") return answer;
    } finally {
      input.off("keypress", look);
    }
    if (isEscape) return BACK;
    terminal.interrupt();
    return await new Promise<never>(() => undefined);
  }

  return {
    choose: ({ message, choices, initial }: Choosing) =>
      replyTo((signal) =>
        select({
          message,
          options: [...choices],
          initialValue: initial,
          showInstructions: false,
          input,
          output,
          signal,
        }),
      ),
    write: ({ message, byDefault, initial, check }: Writing) =>
      replyTo((signal) =>
        text({
          // The library sets the first line of a question off, and leaves the others to us.
          message: hanging(message, `${S_BAR}  `),
          ...(byDefault === null ? {} : { placeholder: byDefault, defaultValue: byDefault }),
          initialValue: initial,
          validate: (typed) => {
            const fault = check(typed ?? "");
            return fault === undefined ? undefined : hanging(fault, "   ");
          },
          input,
          output,
          signal,
        }),
      ),
  };
}

/** Every line but the first behind what stands in front of the others. */
function hanging(message: string, margin: string): string {
  return message.replaceAll("\n", `\n${margin}`);
}

/** Colours and weights of letters; 7 and 27 stand for the cursor, which has to be seen. */
const STYLES = /\u001b\[(?!2?7m)[\d;]*m/g;

/** A terminal without colours, for which the library has no word. */
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
