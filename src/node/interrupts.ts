/** What is to be done first where the program is told to end. */

const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * From now until the function that is returned is called, a signal does this before it ends the program. It does so between
 * two steps of the program, never in one: no write is interrupted by it.
 */
export function beforeInterrupt(action: () => void): () => void {
  const endWith = (signal: NodeJS.Signals): void => {
    action();
    end();
    process.kill(process.pid, signal);
  };
  const end = (): void => {
    for (const name of INTERRUPTS) process.off(name, endWith);
  };
  for (const name of INTERRUPTS) process.on(name, endWith);
  return end;
}
