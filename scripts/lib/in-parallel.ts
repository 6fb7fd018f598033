/** Runs the work for every item, at most `limit` at once, started in order. Returns the results in the items' order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: { readonly index: number; readonly result: Result }[] = [];
  const queue = items.entries();
  const take = async (): Promise<void> => {
    // Every worker draws from the one iterator, so an item is taken once.
    for (const [index, item] of queue) results.push({ index, result: await work(item) });
  };
  await Promise.all(Array.from({ length: limit }, take));
  return results.toSorted((left, right) => left.index - right.index).map(({ result }) => result);
}
