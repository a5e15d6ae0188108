/** How V8 treats what it runs: when it makes machine code of it, and what it keeps in memory. */

import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * When V8 turns a function into machine code. As a rule it does so soon, which takes a third of the time of a run that ends
 * after a tenth of a second, and pays in one that lasts. V8 complains of an option that it does not know, and they change
 * with its versions: each line of Node has its own, and another is left as it is.
 */
const OPTIMISING: Readonly<Record<string, { readonly late: string; readonly usual: string }>> = {
  20: { late: "--interrupt-budget=1000000", usual: "--interrupt-budget=67584" },
  22: { late: "--invocation-count-for-turbofan=30000", usual: "--invocation-count-for-turbofan=3000" },
  24: {
    late: "--invocation-count-for-turbofan=30000 --invocation-count-for-maglev=5000",
    usual: "--invocation-count-for-turbofan=3000 --invocation-count-for-maglev=400",
  },
};

/** `usual`: for work that lasts. */
export function optimise(when: "late" | "usual"): void {
  const options = OPTIMISING[process.versions.node.split(".")[0] ?? ""];
  if (options !== undefined) setFlagsFromString(options[when]);
}

/** The size of the young generation, while a stream is read and it has not grown yet. */
let bytesBeforeGrowth: number | null = null;

/** Less is collected too often; more is no quicker, and stays in memory. */
const YOUNG_GENERATION_BYTES = 8 * 1_048_576;

/** A long stream leaves nothing behind: its young generation grows once, from whatever size the start left it at. */
export async function* inLittleMemory(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  optimise("usual");
  bytesBeforeGrowth = youngGenerationBytes();
  const factor = Math.max(1, Math.round(YOUNG_GENERATION_BYTES / bytesBeforeGrowth));
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
  // So little is left each time that to share it out among threads takes longer than to collect it.
  setFlagsFromString("--no-parallel-scavenge");
  for await (const piece of pieces) {
    yield piece;
    growNoMore();
  }
}

/** To be called now and then: in a single piece there may be work for minutes. */
export function growNoMore(): void {
  if (bytesBeforeGrowth === null || youngGenerationBytes() <= bytesBeforeGrowth) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  bytesBeforeGrowth = null;
}

function youngGenerationBytes(): number {
  return (
    getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? YOUNG_GENERATION_BYTES
  );
}

const COLLECT_AFTER_BYTES = 4 * 1_048_576;

/**
 * What is to be told of bytes that went to a thread: it collects garbage now and then. What threads exchange lies outside
 * the heap, and who only hands it out makes so little garbage that it would pile up. Where rows are worked out this costs
 * a quarter of the time: between two of them V8 throws away the machine code that knows objects of which none is left.
 */
export async function collectorOfBytes(): Promise<(bytes: number) => void> {
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  // Other engines than V8 have no such function, and no such need.
  const collectGarbage: () => void = runInNewContext("typeof gc === 'function' ? gc : () => {}");
  let kept = 0;
  return (bytes) => {
    kept += bytes;
    if (kept < COLLECT_AFTER_BYTES) return;
    kept = 0;
    collectGarbage();
  };
}
