import type { Draft } from '../../domain/draft/draft.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import { draftPrefix, drafts } from '../../store/documents/draft-documents.ts';
import { listAll } from '../../store/list-all.ts';
import { deliveryPrefix, messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import type { DocumentStore, Operation } from '../../store/port.ts';
import { maxOperations } from '../../store/port.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

/** Removes a draft, and before it what its owner's chat keeps of what they typed. */
export async function removeDraft(store: DocumentStore, person: PersonId, draftId: string): Promise<void> {
  const partition = personPartition(person);
  for (let isDone = false; !isDone;) {
    isDone = await retryWhenChanged(partition, async () => {
      const id = draftPrefix + draftId;
      const draft = await drafts.read(store, partition, id);
      if (draft === undefined) return true;
      const messages = await listAll(store, outgoingMessages, partition, messagePrefix);
      const told = messages.filter((message) => mayTellOf(draft.value, message));
      const operations: Operation[] = [];
      for (const message of told.slice(0, (maxOperations - 1) / 2)) {
        operations.push(remove(message), ...(await deliveryOf(store, partition, message.id)));
      }
      const isLast = operations.length < maxOperations - 1 && told.length * 2 < maxOperations;
      await store.commit(partition, isLast ? [...operations, remove(draft)] : operations);
      return isLast;
    });
  }
}

/** As when its owner throws it away: lines of the chat from its first message on that may hold something they typed. */
function mayTellOf(draft: Draft, { id, value }: Stored<OutgoingMessage>): boolean {
  const { content } = value;
  if ('draftId' in content) return content.draftId === draft.id;
  if (content.kind !== 'asked-line' && content.kind !== 'notice') return false;
  const isSince = Number(id.slice(messagePrefix.length)) >= (draft.firstMessage ?? 1);
  return isSince && Object.values(content.values).some((each) => typeof each === 'string');
}

async function deliveryOf(store: DocumentStore, partition: string, messageId: string): Promise<Operation[]> {
  const found = await store.read(partition, deliveryPrefix + messageId.slice(messagePrefix.length));
  return found === undefined ? [] : [remove(found)];
}

function remove({ id, etag }: { id: string; etag: string }): Operation {
  return { kind: 'delete', id, etag };
}
