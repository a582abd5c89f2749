import type { DiscussionLine, JuryThread, Talk } from '../../domain/discussion.ts';
import { lineAt, lineOf, takeTelling } from '../../domain/discussion.ts';
import type { Stored } from '../../store/collection.ts';
import {
  discussionLineId,
  discussionLines,
  discussionPrefix,
  discussionSizeId,
  discussionSizes,
} from '../../store/documents/discussion-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore, Operation } from '../../store/port.ts';
import { findThread } from '../judging/jury-threads.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

/**
 * Keeps with a submission what was said below one of its posts, or what became of that. It is no act of judging: the log
 * does not tell of it, and it waits for nothing that judges do.
 * @returns whether the message is among what is kept
 */
export async function keepTalk(
  store: DocumentStore,
  place: Pick<JuryThread, 'submissionId' | 'conversationId'>,
  talk: Talk,
): Promise<boolean> {
  const thread = await findThread(store, place);
  if (thread === undefined || isPost(thread, talk)) return false;
  const partition = submissionPartition(thread.submissionId);
  return retryWhenChanged(`${partition} talk`, async () => {
    const { roundId } = thread;
    const size = await discussionSizes.read(store, partition, discussionSizeId(roundId));
    const known = await discussionLines.list(store, partition, { prefix: discussionPrefix(roundId) });
    const lines = known.map(({ value }) => value);
    const news = takeTelling(lines, lineOf(roundId, talk));
    if (news.length === 0) return lineAt(lines, talk.messageId) !== undefined;
    const grown = known.length + news.filter((line) => storedAs(known, line) === undefined).length;
    await store.commit(partition, [
      ...news.map((line) => write(line, storedAs(known, line))),
      ...(grown > known.length
        ? [discussionSizes.write(discussionSizeId(roundId), { lines: grown }, size)]
        : []),
    ]);
    return true;
  });
}

/** The post itself, which somebody may take away: no talk. */
function isPost({ conversationId }: JuryThread, { messageId }: Talk): boolean {
  return conversationId.endsWith(`;messageid=${messageId}`);
}

function storedAs(
  known: readonly Stored<DiscussionLine>[],
  { messageId }: DiscussionLine,
): Stored<DiscussionLine> | undefined {
  return known.find(({ value }) => value.messageId === messageId);
}

function write(line: DiscussionLine, before: Stored<DiscussionLine> | undefined): Operation {
  return discussionLines.write(discussionLineId(line.roundId, line.messageId), line, before);
}
