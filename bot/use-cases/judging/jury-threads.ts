import type { JuryThread } from '../../domain/discussion.ts';
import { juryThreadId, juryThreads } from '../../store/documents/discussion-documents.ts';
import { deliveries, deliveryPrefix, juryPostName } from '../../store/documents/message-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';

export interface FollowOptions {
  store: DocumentStore;
  /** Fits pino. */
  log?: { error(details: object, message: string): void };
}

/**
 * Writes down each thread below a jury post as soon as the post stands: where it stood is forgotten when it is taken
 * away, and the jury may go on talking there.
 */
export function startKeepingThreads({ store, log }: FollowOptions): FeedReader {
  return startFeedReader({
    store,
    name: 'jury-threads',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: async (changes) => {
      for (const thread of changes.flatMap((change) => juryThreadOf(change) ?? [])) {
        await keepThread(store, thread);
      }
    },
  });
}

/** The thread below a jury post, from where the post stands; `undefined` for everything else. */
export function juryThreadOf(document: StoredDocument): JuryThread | undefined {
  const [kind, id] = split(document.partition);
  if (kind !== 'submission' || !document.id.startsWith(postPrefix) || !deliveries.is(document))
    return undefined;
  const { value } = deliveries.parse(document);
  const roundId = roundOfPost(document.id);
  if (roundId === undefined || (value.state !== 'posted' && value.state !== 'removing')) return undefined;
  return { submissionId: id, roundId, conversationId: value.at.conversationId };
}

/** What the store itself says of a thread: the ground for writing anything. */
export async function findThread(
  store: DocumentStore,
  { submissionId, conversationId }: Pick<JuryThread, 'submissionId' | 'conversationId'>,
): Promise<JuryThread | undefined> {
  const partition = submissionPartition(submissionId);
  const kept = await juryThreads.read(store, partition, juryThreadId(conversationId));
  if (kept !== undefined) return kept.value;
  const posts = await store.list(partition, { prefix: postPrefix });
  return posts.map(juryThreadOf).find((thread) => thread?.conversationId === conversationId);
}

async function keepThread(store: DocumentStore, thread: JuryThread): Promise<void> {
  const partition = submissionPartition(thread.submissionId);
  const id = juryThreadId(thread.conversationId);
  if ((await juryThreads.read(store, partition, id)) !== undefined) return;
  try {
    await store.commit(partition, [juryThreads.create(id, thread)]);
  } catch (error) {
    // Another server was first, with the same.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}

const postPrefix = deliveryPrefix + juryPostName('');

/** A post that moved has a longer name than the first one. */
function roundOfPost(id: string): JuryThread['roundId'] | undefined {
  const [round] = id.slice(postPrefix.length).split(':');
  return round === 'preselection' || round === 'assessment' || round === 'pitch' ? round : undefined;
}

function split(partition: string): [kind: string, id: string] {
  const colon = partition.indexOf(':');
  return [partition.slice(0, colon), partition.slice(colon + 1)];
}
