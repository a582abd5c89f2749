import type { Edition, Round } from '../domain/edition/edition.ts';
import { phaseOf } from '../domain/edition/edition.ts';
import type { RoundPassing } from '../domain/judging/round-turn.ts';
import { editionPartition } from '../store/documents/edition-documents.ts';
import { passingId, roundPassings } from '../store/documents/judging-documents.ts';
import { submissionPartition } from '../store/documents/submission-documents.ts';
import type { DocumentStore } from '../store/port.ts';
import { PreconditionFailedError } from '../store/port.ts';
import { findCurrentEdition } from './edition-context.ts';
import { submissionIdsOf } from './edition-use.ts';
import { juryPostChanged } from './jury-post-messages.ts';
import { retryWhenChanged } from './retry-when-changed.ts';
import type { World } from './world.ts';

/**
 * Has the posts of a round drawn anew when it opened or closed since they were, or does so at another moment than it
 * did: once for each time. Broken off, it begins again; a post that is drawn twice looks the same.
 */
export async function redrawOnRoundPassing({ store, now }: Pick<World, 'store' | 'now'>): Promise<void> {
  const edition = await findCurrentEdition(store);
  for (const round of edition?.rounds ?? []) {
    if (edition !== undefined) await redrawIfPassed(store, edition, round, now());
  }
}

async function redrawIfPassed(
  store: DocumentStore,
  edition: Edition,
  round: Round,
  now: string,
): Promise<void> {
  const partition = editionPartition(edition.id);
  const id = passingId(round.id);
  const before = await roundPassings.read(store, partition, id);
  const { opensAt, closesAt } = round;
  const passing: RoundPassing = { phase: phaseOf(round, now), opensAt, closesAt };
  if (before !== undefined && isSame(before.value, passing)) return;
  const isNews = before !== undefined || passing.phase !== 'before';
  if (isNews) await redraw(store, edition.id, round);
  try {
    await store.commit(partition, [roundPassings.write(id, passing, before)]);
  } catch (error) {
    // Another server did the same just now; what it did not see comes next time.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}

async function redraw(store: DocumentStore, editionId: string, round: Round): Promise<void> {
  for await (const submissionId of submissionIdsOf(store, editionId)) {
    const partition = submissionPartition(submissionId);
    await retryWhenChanged(partition, async () => {
      const posts = await juryPostChanged(store, partition, round.id);
      if (posts.length > 0) await store.commit(partition, posts);
    });
  }
}

function isSame(one: RoundPassing, other: RoundPassing): boolean {
  return one.phase === other.phase && one.opensAt === other.opensAt && one.closesAt === other.closesAt;
}
