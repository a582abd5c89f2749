import type { RoundId } from '../../domain/edition/edition.ts';
import { juryPostName, messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { World } from '../world.ts';
import { juryPostAsked } from '../judging/jury-post-messages.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

/**
 * Asks for the post of a round of each of these submissions in the channel of its category: what goes on to a round
 * when the cut before it is fixed. One post each, in this order, however often it is asked; broken off, the same call
 * again goes on where it was. What is withdrawn, or is none, gets no post.
 * @returns how many were asked for now
 */
export async function placeRoundPosts(
  { store }: Pick<World, 'store'>,
  roundId: RoundId,
  submissionIds: readonly string[],
): Promise<number> {
  let asked = 0;
  for (const submissionId of submissionIds) {
    const partition = submissionPartition(submissionId);
    const isNew = await retryWhenChanged(partition, async () => {
      const stored = await submissions.read(store, partition, submissionDocumentId);
      const post = await outgoingMessages.read(store, partition, messagePrefix + juryPostName(roundId));
      if (stored?.value.status !== 'submitted' || post !== undefined) return false;
      await store.commit(partition, [juryPostAsked(stored.value, roundId)]);
      return true;
    });
    if (isNew) asked += 1;
  }
  return asked;
}
