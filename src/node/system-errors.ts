/** What the system says of a call that failed, and how it is asked again. */

/** Where a pipe is not ready, it is asked again after this time. */
const PAUSE_MILLISECONDS = 5;

/** The system's code, or empty where it was no call of the system that failed. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

/** Stops everything for a moment. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}
