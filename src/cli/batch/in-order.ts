/** Work shared among several, its results in the order of what was given: nobody runs ahead of a slow reader. */

/** Does one piece of work at a time, or lines them up itself. */
type Work<Item, Result> = (item: Item, index: number) => Promise<Result>;

/**
 * The results in order. At most `ahead()` items are under way or wait to be taken; no further one is asked for before,
 * so that a slow reader of the results holds back the reading of the items.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: Work<Item, Result>,
  ahead: () => number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  let index = 0;
  for await (const item of items) {
    const result = work(item, index);
    // It is waited for in its turn; until then a failure is not unheard.
    result.catch(() => undefined);
    underWay.push(result);
    index += 1;
    const first = underWay.length >= ahead() ? underWay.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}
