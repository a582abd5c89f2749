import { CommitListeners } from './commit-listeners.ts';
import type { DocumentStore, FeedPage } from './port.ts';

/** Other processes write as well, and don't tell: what was read is not handed on for longer than this. */
const keptMs = 250;

export interface SharedFeed extends DocumentStore {
  /** Whoever reads next is given nothing that was read before this. */
  forget(): void;
}

interface Read {
  page: Promise<FeedPage>;
  limit: number;
  at: number;
}

/**
 * The same store, with its feed read once for all who read along. A commit wakes every reader, and they stand at the same
 * place: so many of them cost hardly more than one. Nothing outlives a commit, so nobody reads what was true before it.
 * What one of them finds that others have written is news for all.
 */
export function shareFeed(store: DocumentStore, now: () => number = Date.now): SharedFeed {
  const reads = new Map<string, Read>();
  const listeners = new CommitListeners();
  const forget = () => reads.clear();
  store.onCommit(() => {
    forget();
    listeners.tell();
  });

  async function readFeed(range: string, token: string | null, limit: number): Promise<FeedPage> {
    const key = JSON.stringify([range, token]);
    const known = reads.get(key);
    if (known !== undefined && now() - known.at < keptMs) {
      const page = await known.page;
      if (known.limit === limit || isLast(page, Math.min(known.limit, limit))) return page;
    }
    // A long feed is replayed without a commit: what nobody gets any more is not kept.
    for (const [older, { at }] of reads) if (now() - at >= keptMs) reads.delete(older);
    const read = { page: store.readFeed(range, token, limit), limit, at: now() };
    reads.set(key, read);
    // Who asked is told; the next one tries anew.
    read.page.then(
      ({ changes }) => changes.length > 0 && listeners.tell(),
      () => reads.get(key) === read && reads.delete(key),
    );
    return read.page;
  }

  return {
    read: (partition, id) => store.read(partition, id),
    list: (partition, options) => store.list(partition, options),
    commit: (partition, operations) => store.commit(partition, operations).finally(forget),
    feedRanges: () => store.feedRanges(),
    readFeed,
    forget,
    onCommit: (listener) => listeners.add(listener),
    close: () => store.close(),
  };
}

/** There was room for more, and there was nothing more: it is what whoever asks for as much would get. */
function isLast({ changes }: FeedPage, limit: number): boolean {
  return changes.length < limit;
}
