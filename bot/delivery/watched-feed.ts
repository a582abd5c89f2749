import type { DocumentStore } from '../store/port.ts';

const nudgeEveryMs = 5;

/** A store that knows how far its feed has been read. */
export interface WatchedFeed {
  store: DocumentStore;
  /** Resolves when whoever reads from it has been told of everything that was committed before this call. */
  readToTheEnd(stop: AbortSignal): Promise<void>;
}

/** Watches one reader of the feed, of whom it takes that it handles a page before it asks for the next. */
export function watchFeed(store: DocumentStore): WatchedFeed {
  const listeners = new Set<() => void>();
  const emptySince = new Map<string, number>();
  let reads = 0;
  return {
    store: {
      read: (partition, id) => store.read(partition, id),
      list: (partition, options) => store.list(partition, options),
      commit: (partition, operations) => store.commit(partition, operations),
      feedRanges: () => store.feedRanges(),
      readFeed: async (range, token, limit) => {
        reads += 1;
        const began = reads;
        const page = await store.readFeed(range, token, limit);
        if (page.changes.length === 0) emptySince.set(range, began);
        return page;
      },
      onCommit: (listener) => {
        listeners.add(listener);
        const away = store.onCommit(listener);
        return () => {
          listeners.delete(listener);
          away();
        };
      },
      close: () => store.close(),
    },
    readToTheEnd: async (stop) => {
      const asked = reads;
      const ranges = await store.feedRanges();
      while (!stop.aborted && ranges.some((range) => (emptySince.get(range) ?? 0) <= asked)) {
        for (const nudge of listeners) nudge();
        await new Promise((resolve) => setTimeout(resolve, nudgeEveryMs));
      }
    },
  };
}
