import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { maxOperations } from '../../store/port.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { documentsOf } from '../../store/whole-feed.ts';

/**
 * Removes all of a partition. Broken off, it is found again by the document that goes last.
 * @param isStillDue asked of that document as it stands, before each commit
 * @returns whether it is gone
 */
export async function removePartition(
  store: DocumentStore,
  partition: string,
  goesLast: string,
  isStillDue: (last: StoredDocument) => boolean = () => true,
): Promise<boolean> {
  for (;;) {
    const outcome = await retryWhenChanged(partition, async () => {
      const documents = await documentsOf(store, partition);
      const last = documents.find(({ id }) => id === goesLast);
      if (last !== undefined && !isStillDue(last)) return 'kept';
      const others = documents.filter((each) => each !== last);
      const now = [...others, ...(last === undefined ? [] : [last])].slice(0, maxOperations);
      if (now.length === 0) return 'gone';
      await store.commit(
        partition,
        now.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
      return now.length === documents.length ? 'gone' : 'going';
    });
    if (outcome !== 'going') return outcome === 'gone';
  }
}
