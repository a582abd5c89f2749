import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { conversationId, conversations } from '../../store/documents/conversation-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

/** What somebody types next is no question to the organisation any more: they have put it on the card. */
export async function endAsking(store: DocumentStore, person: PersonKey): Promise<void> {
  const partition = personPartition(personId(person));
  await retryWhenChanged(partition, async () => {
    const before = await conversations.read(store, partition, conversationId);
    if (before?.value.asking !== true) return;
    const after = { ...before.value, asking: false };
    await store.commit(partition, [conversations.replace(conversationId, after, before.etag)]);
  });
}
