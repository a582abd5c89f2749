import { messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import type { DocumentStore, Operation } from '../store/port.ts';

/** What a message shows has changed: it wants an edit. Nothing when there is no such message. */
export async function messageChanged(
  store: DocumentStore,
  partition: string,
  name: string,
): Promise<Operation[]> {
  const id = messagePrefix + name;
  const before = await outgoingMessages.read(store, partition, id);
  if (before === undefined) return [];
  return [outgoingMessages.replace(id, { ...before.value, wanted: before.value.wanted + 1 }, before.etag)];
}
