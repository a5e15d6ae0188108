/** How far a long run is, shown to whoever sits at the terminal. */

import type { BatchWords } from "../../messages/words.ts";

export interface Progress {
  readonly show: (rows: number, bytes: number) => void;
  readonly clear: () => void;
}

const PAUSE_MILLISECONDS = 500;

/** `size`: bytes of the whole input, null where it is not known. */
export function progressOf(
  showLine: (line: string) => void,
  clock: () => number,
  size: number | null,
  words: BatchWords,
): Progress {
  const start = clock();
  let last = start;
  return {
    show: (rows, bytes) => {
      const now = clock();
      if (now - last < PAUSE_MILLISECONDS) return;
      last = now;
      const seconds = (now - start) / 1_000;
      const left = size === null || bytes === 0 ? null : timeText(Math.max(0, (size - bytes) / (bytes / seconds)));
      showLine(words.progress(rows, Math.round(rows / seconds), left));
    },
    clear: () => {
      if (last > start) showLine("");
    },
  };
}

/** `1:05`, `2:10:00` */
function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const short = `${minutes}:${String(rest).padStart(2, "0")}`;
  return hours === 0 ? short : `${hours}:${short.padStart(5, "0")}`;
}
