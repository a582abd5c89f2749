import type { JuryThread } from '../domain/discussion.ts';
import { juryThreads } from '../store/documents/discussion-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import { juryThreadOf } from '../use-cases/judging/jury-threads.ts';

/** Which submission a thread in a jury channel is about. */
export interface JuryThreadsView {
  /** @param conversationId of the thread, as Teams calls it */
  threadAt(conversationId: string): JuryThread | undefined;
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/**
 * Kept in memory by each server for itself, and made anew from the feed at start. A thread stays whose it was, also when
 * its post was replaced or moved.
 */
export function createJuryThreads(): JuryThreadsView {
  const threads = new Map<string, JuryThread>();
  return {
    threadAt: (conversationId) => threads.get(conversationId),
    apply(documents) {
      for (const document of documents) {
        const thread = juryThreads.is(document) ? juryThreads.parse(document).value : juryThreadOf(document);
        if (thread !== undefined) threads.set(thread.conversationId, thread);
      }
    },
  };
}
