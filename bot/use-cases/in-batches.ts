/** As many at once as leaves a store room for others. */
const atOnce = 10;

/**
 * Does it for each of them, some at once. One that fails keeps the others from nothing.
 * @throws the first failure, when all have been done
 */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: PromiseSettledResult<R>[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.allSettled(items.slice(from, from + atOnce).map(work))));
  }
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
