/** Who works out the blocks: this thread, or several beside it. A thread that ends early costs time, and no line. */

import type { Thread } from "../../platform.ts";
import type { BookPart, ReadBlock, RefuseBlock } from "./book.ts";

/** A block of the book, and the numbers of its lines. */
export interface NumberedBlock {
  /** There until the next block is asked for. */
  readonly bytes: Uint8Array;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface Lanes {
  readonly work: (block: NumberedBlock) => Promise<BookPart>;
  readonly end: () => void;
}

interface ThreadedLanes {
  readonly threads: number;
  readonly start: () => Thread<BookPart>;
  /** What is said of a block that cannot be worked out. */
  readonly refuse: RefuseBlock;
  /** Is told of a block that is worked out again. */
  readonly onEnded: (block: NumberedBlock) => void;
}

/** Each thread has as many blocks under way or waiting. */
export const BLOCKS_A_THREAD = 2;

export function ownLane(read: ReadBlock): Lanes {
  return { work: async ({ bytes }) => read(bytes), end: () => undefined };
}

export function threadLanes({ threads, start, refuse, onEnded }: ThreadedLanes): Lanes {
  const lanes = Array.from({ length: threads }, () => ({ thread: start(), waiting: 0 }));
  /** A thread that ends fails all its blocks, the one it was at before the others. */
  const ended = new WeakSet<Thread<BookPart>>();

  /** The part of the output, or null where a thread ended at this block. */
  const ask = async (block: NumberedBlock): Promise<BookPart | null> => {
    const lane = lanes.reduce((least, one) => (one.waiting < least.waiting ? one : least));
    const { thread } = lane;
    lane.waiting += 1;
    try {
      // A copy goes over, so that the block is still here if the thread ends.
      return await thread.ask(block.bytes.slice());
    } catch {
      if (ended.has(thread)) return await ask(block);
      ended.add(thread);
      lane.thread = start();
      return null;
    } finally {
      lane.waiting -= 1;
    }
  };
  return {
    work: async ({ bytes, ...lines }) => {
      // Others are read while this one is worked out.
      const block = { ...lines, bytes: bytes.slice() };
      const part = await ask(block);
      if (part !== null) return part;
      onEnded(block);
      // A block that ends a second thread would end all of them.
      return (await ask(block)) ?? refuse(block.bytes, { code: "thread-ended" });
    },
    end: () => {
      for (const { thread } of lanes) thread.end();
    },
  };
}
