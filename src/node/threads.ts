/** Threads of `batch`. */

import type { Thread } from "../platform.ts";
import { collectorOfBytes } from "./machine-code.ts";
import { ownPath } from "./own-files.ts";

/** Starts a thread, which answers what it is asked in turn. */
export function startThread<Answer>(settings: unknown): Thread<Answer> {
  const waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[] = [];
  let hasEnded = false;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const started = import("node:worker_threads").then(({ Worker }) => {
    const worker = new Worker(ownPath("overdue-sim-thread.cjs"), {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on("message", (answer: Answer) => waiting.shift()?.resolve(answer));
    worker.on("error", fail);
    worker.on("exit", () => {
      hasEnded = true;
      fail(new Error("the thread has ended"));
    });
    return worker;
  });
  const handedOver = collectorOfBytes();
  return {
    ask: (bytes) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error("the thread has ended"));
        waiting.push({ resolve, reject });
        const { length } = bytes;
        started.then((worker) => worker.postMessage(bytes, [bytes.buffer]), fail);
        void handedOver.then((collect) => collect(length));
      }),
    end: () => {
      waiting.splice(0);
      void started.then((worker) => worker.terminate());
    },
  };
}
