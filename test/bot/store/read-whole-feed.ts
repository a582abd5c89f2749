import { maxOperations, type DocumentStore, type StoredDocument } from '../../../bot/store/port.ts';

/** Where to go on, by range. */
export type FeedPosition = Map<string, string | null>;

export async function feedStart(store: DocumentStore): Promise<FeedPosition> {
  return new Map((await store.feedRanges()).map((range) => [range, null]));
}

/** Reads every range until it says that there is nothing new; `position` moves along. */
export async function readWholeFeed(
  store: DocumentStore,
  position: FeedPosition,
  limit = 100,
): Promise<StoredDocument[]> {
  const changes: StoredDocument[] = [];
  for (const range of position.keys()) {
    for (;;) {
      const token = position.get(range) ?? null;
      const page = await store.readFeed(range, token, limit);
      if (page.changes.length >= limit + maxOperations)
        throw new Error(`a page of ${page.changes.length}, asked for ${limit}`);
      changes.push(...page.changes);
      position.set(range, page.token);
      if (page.changes.length === 0 && page.token === token) break;
    }
  }
  return changes;
}

export async function feedEnd(store: DocumentStore): Promise<FeedPosition> {
  const position = await feedStart(store);
  await readWholeFeed(store, position);
  return position;
}
