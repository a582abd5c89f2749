import type { DocumentStore } from '../../../bot/store/port.ts';

/** The same store but for what `changed` does otherwise. */
export function delegatingStore(store: DocumentStore, changed: Partial<DocumentStore>): DocumentStore {
  return {
    read: (...args) => store.read(...args),
    list: (...args) => store.list(...args),
    commit: (...args) => store.commit(...args),
    feedRanges: () => store.feedRanges(),
    readFeed: (...args) => store.readFeed(...args),
    onCommit: (listener) => store.onCommit(listener),
    close: () => store.close(),
    ...changed,
  };
}
