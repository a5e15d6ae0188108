/** What a thread of `batch` runs: it answers each block with its part of the output. */

import { parentPort, workerData } from "node:worker_threads";
import { type BookSettings, bookReader } from "./cli/batch/book.ts";

const read = bookReader(workerData as BookSettings);

parentPort?.on("message", (block: Uint8Array) => {
  const part = read(block);
  const bytes = part.bytes.slice();
  parentPort?.postMessage({ ...part, bytes }, [bytes.buffer]);
});
