import { PreconditionFailedError, type DocumentStore } from './port.ts';
import { StoreClosedError } from './store-closed-error.ts';

type MeasuredOperation = 'read' | 'list' | 'commit' | 'feed';

/**
 * Told of every operation how long it took, in milliseconds.
 * @param failure what kind, when it was not done; that somebody else was first is no failure
 */
export type OnStoreOperation = (operation: MeasuredOperation, ms: number, failure?: string) => void;

/** The same store, which tells how it goes. */
export function measureStore(store: DocumentStore, onDone: OnStoreOperation): DocumentStore {
  async function measured<T>(operation: MeasuredOperation, work: Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      const result = await work;
      onDone(operation, performance.now() - begun);
      return result;
    } catch (error) {
      onDone(operation, performance.now() - begun, failureOf(error));
      throw error;
    }
  }
  return {
    read: (partition, id) => measured('read', store.read(partition, id)),
    list: (partition, options) => measured('list', store.list(partition, options)),
    commit: (partition, operations) => measured('commit', store.commit(partition, operations)),
    feedRanges: () => store.feedRanges(),
    readFeed: (range, token, limit) => measured('feed', store.readFeed(range, token, limit)),
    onCommit: (listener) => store.onCommit(listener),
    close: () => store.close(),
  };
}

function failureOf(error: unknown): string | undefined {
  if (error instanceof PreconditionFailedError || error instanceof StoreClosedError) return undefined;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : 'unexpected';
}
