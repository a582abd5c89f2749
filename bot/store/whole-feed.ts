import type { DocumentStore, FeedPage, StoredDocument } from './port.ts';

/** Every document of a store, in its last state. The feed is the one way to every partition. */
export async function* everyDocument(store: DocumentStore): AsyncGenerator<StoredDocument> {
  for (const range of await store.feedRanges()) {
    for (let token: string | null = null; ;) {
      const page: FeedPage = await store.readFeed(range, token, 1_000);
      yield* page.changes;
      if (page.changes.length === 0 && page.token === token) break;
      token = page.token;
    }
  }
}

/** Every partition in which there is a document that `is` holds for. */
export async function partitionsIn(
  store: DocumentStore,
  is: (document: StoredDocument) => boolean,
): Promise<string[]> {
  const partitions = new Set<string>();
  for await (const document of everyDocument(store)) if (is(document)) partitions.add(document.partition);
  return [...partitions].sort();
}

/** All of one partition, however much there is. */
export async function documentsOf(store: DocumentStore, partition: string): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.list(partition, after === undefined ? {} : { after });
    documents.push(...page);
    after = page.at(-1)?.id;
    if (after === undefined) return documents;
  }
}
