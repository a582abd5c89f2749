import type { Collection, Stored } from './collection.ts';
import type { DocumentStore } from './port.ts';

const pageSize = 1_000;

/**
 * All documents of a collection in a partition whose id begins so, however many there are.
 * @param prefix one that no other collection has
 */
export async function listAll<T>(
  store: DocumentStore,
  collection: Collection<T>,
  partition: string,
  prefix: string,
): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await collection.list(store, partition, {
      ...{ prefix, limit: pageSize },
      ...(last && { after: last.id }),
    });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
