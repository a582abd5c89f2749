import type { DocumentStore } from '../../../bot/store/port.ts';
import { delegatingStore } from '../store/delegating-store.ts';

/** What a door tried to write once it was let through: that is as far as it gets. */
export class WroteError extends Error {
  readonly code = 'wrote';
}

/**
 * The same store, but that from `begin` on nothing of submissions, questions and editions is written: the try is
 * noted and fails, so that one try does not change the next. What is kept of persons is.
 */
export function dryStore(whole: DocumentStore): {
  store: DocumentStore;
  begin(): void;
  attempts(): string[];
} {
  let isDry = false;
  let tried: string[] = [];
  return {
    begin: () => void (isDry = true),
    attempts() {
      const attempts = tried;
      tried = [];
      return attempts;
    },
    store: delegatingStore(whole, {
      commit: async (partition, operations) => {
        if (!isDry || partition.startsWith('person:')) return whole.commit(partition, operations);
        tried.push(partition);
        throw new WroteError(partition);
      },
    }),
  };
}
