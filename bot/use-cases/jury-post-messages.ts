import type { RoundId } from '../domain/edition/edition.ts';
import type { OutgoingMessage } from '../domain/outgoing-message.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { juryPostName, messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import type { DocumentStore, Operation } from '../store/port.ts';

/** The message that becomes the one post of a submission in a round. */
export function juryPostAsked(submission: Submission, roundId: RoundId): Operation {
  const message: OutgoingMessage = {
    destination: { kind: 'jury-channel', editionId: submission.editionId, categoryId: submission.categoryId },
    content: { kind: 'jury-post', submissionId: submission.id, roundId },
    wanted: 1,
  };
  return outgoingMessages.create(messagePrefix + juryPostName(roundId), message);
}

/** What it shows has changed: it wants an edit. Nothing when there is no post to change. */
export async function juryPostChanged(
  store: DocumentStore,
  partition: string,
  roundId: RoundId,
): Promise<Operation[]> {
  const id = messagePrefix + juryPostName(roundId);
  const before = await outgoingMessages.read(store, partition, id);
  if (before === undefined) return [];
  return [outgoingMessages.replace(id, { ...before.value, wanted: before.value.wanted + 1 }, before.etag)];
}
