import type { JuryThread } from '../domain/discussion.ts';
import { keepTalk } from '../use-cases/submitting/keep-talk.ts';
import type { DocumentStore } from '../store/port.ts';
import type { Mentioned, Talked } from './inbound-event.ts';

export interface TalkContext {
  store: DocumentStore;
  /** Which submission a thread is about, by Teams' name of the thread. */
  threadAt: (conversationId: string) => JuryThread | undefined;
  /** Resolves when `threadAt` knows what the store knew at the start. */
  threadsKnown: () => Promise<void>;
}

/**
 * Keeps what was said in a thread, if that is below a jury post; everything else is nobody's concern, and left at once.
 * @returns whether it is kept
 */
export async function hearTalk(
  { store, threadAt, threadsKnown }: TalkContext,
  { talk, thread: { conversationId } }: Talked | Mentioned,
): Promise<boolean> {
  if (talk === undefined) return false;
  if (threadAt(conversationId) === undefined) await threadsKnown();
  const thread = threadAt(conversationId);
  return thread !== undefined && keepTalk(store, thread, talk);
}
