import type { Edition, RoundId } from '../../domain/edition/edition.ts';
import { goingOn } from '../../domain/judging/round-cut.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import { carriedCuts, carriedId, cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { juryPostName, messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { CutPlace } from './cut-place.ts';
import { findCurrentEdition, readEdition } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import { juryPostAsked } from '../judging/jury-post-messages.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

type Place = Pick<World, 'store'>;

/** For every cut that was fixed in the running edition; what was broken off goes on where it was. */
export async function carryFixedCuts(world: Place): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined) return;
  for (const round of edition.rounds) {
    for (const { id: categoryId } of edition.categories)
      await carry(world.store, edition, { roundId: round.id, categoryId });
  }
}

/** Who goes on gets a post in the next round's jury channel; after the last round nobody does. */
export async function carryCut(world: Place, { editionId, ...place }: CutPlace): Promise<void> {
  const edition = await readEdition(world.store, editionId);
  if (edition !== undefined) await carry(world.store, edition, place);
}

async function carry(
  store: DocumentStore,
  edition: Edition,
  { roundId, categoryId }: Omit<CutPlace, 'editionId'>,
): Promise<void> {
  const place = edition.rounds.findIndex(({ id }) => id === roundId);
  const [round, next] = [edition.rounds[place], edition.rounds[place + 1]];
  if (round === undefined || next === undefined) return;
  const partition = editionPartition(edition.id);
  const cut = (await roundCuts.read(store, partition, cutId(roundId, categoryId)))?.value;
  const within = goingOn(cut, round);
  if (cut === undefined || within === undefined) return;
  const carried = await carriedCuts.read(store, partition, carriedId(roundId, categoryId));
  if (carried?.value.revision === cut.revision) return;
  const goesOn = new Set(within);
  for await (const id of submissionIdsOf(store, edition.id))
    await askPost(store, { id, categoryId, next: next.id, goesOn: goesOn.has(id) });
  await markCarried(store, partition, { roundId, categoryId, revision: cut.revision });
}

interface Asked {
  id: string;
  categoryId: string;
  next: RoundId;
  goesOn: boolean;
}

/** A post that there is stays; one of who no longer goes on is taken away, and put back if they do after all. */
async function askPost(store: DocumentStore, { id, categoryId, next, goesOn }: Asked): Promise<void> {
  const partition = submissionPartition(id);
  await retryWhenChanged(partition, async () => {
    const submission = await submissions.read(store, partition, submissionDocumentId);
    if (submission?.value.status !== 'submitted' || submission.value.categoryId !== categoryId) return;
    const posts = await outgoingMessages.list(store, partition, {
      prefix: messagePrefix + juryPostName(next),
    });
    if (goesOn && posts.length === 0) {
      // With the submission as it was read: where its post goes depends on its category.
      await store.commit(partition, [
        juryPostAsked(submission.value, next),
        submissions.replace(submission.id, submission.value, submission.etag),
      ]);
      return;
    }
    const isThere = posts.some(({ value }) => value.content.kind === 'jury-post');
    if (isThere === goesOn) return;
    const changes = (goesOn ? posts.slice(0, 1) : posts).map(({ id: name, value, etag }) =>
      outgoingMessages.replace(name, drawn(value, { submissionId: id, roundId: next, goesOn }), etag),
    );
    await store.commit(partition, changes);
  });
}

function drawn(
  message: OutgoingMessage,
  { goesOn, ...post }: { submissionId: string; roundId: RoundId; goesOn: boolean },
): OutgoingMessage {
  const content = goesOn ? { kind: 'jury-post' as const, ...post } : { kind: 'nothing' as const };
  return { ...message, content, wanted: message.wanted + 1 };
}

async function markCarried(
  store: DocumentStore,
  partition: string,
  { roundId, categoryId, revision }: Omit<CutPlace, 'editionId'> & { revision: number },
): Promise<void> {
  const id = carriedId(roundId, categoryId);
  await retryWhenChanged(partition, async () => {
    const before = await carriedCuts.read(store, partition, id);
    if (before !== undefined && before.value.revision >= revision) return;
    await store.commit(partition, [carriedCuts.write(id, { revision }, before)]);
  });
}
