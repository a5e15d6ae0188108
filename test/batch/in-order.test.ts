/** Work shared among several: order is kept, and a slow reader holds the work back. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../src/cli/batch/in-order.ts";

async function* upTo(count: number, asked: (item: number) => void = () => undefined): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) {
    asked(item);
    yield item;
  }
}

test("results come in the order of the items, whichever is done first", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 12 }),
      async (scheduler, ahead, count) => {
        const results: number[] = [];
        const reading = (async () => {
          const work = (item: number): Promise<number> => scheduler.schedule(Promise.resolve(item * 10));
          for await (const result of inOrder(upTo(count), work, () => ahead)) results.push(result);
        })();
        await scheduler.waitFor(reading);
        expect(results).toEqual(Array.from({ length: count }, (_, item) => item * 10));
      },
    ),
  );
});

test("no item is asked for before a place is free", async () => {
  const asked: number[] = [];
  const results = inOrder(
    upTo(100, (item) => asked.push(item)),
    async (item) => item,
    () => 3,
  );
  await results.next();
  expect(asked).toEqual([0, 1, 2]);
  await results.next();
  expect(asked).toEqual([0, 1, 2, 3]);
});

test("a failure is met in its turn", async () => {
  const work = async (item: number): Promise<number> => {
    if (item === 1) throw new Error("no");
    return item;
  };
  const taken: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const result of inOrder(upTo(5), work, () => 4)) taken.push(result);
  };
  await expect(reading()).rejects.toThrow("no");
  expect(taken).toEqual([0]);
});
