import { canonicalJson } from '../../domain/canonical-json.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { judgesAt } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { RoundPassing } from '../../domain/judging/round-turn.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { passingId, roundPassings } from '../../store/documents/judging-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';
import { hashOf } from './close-round-hash.ts';
import { findCurrentEdition, rolesOf } from '../edition-context.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';
import { juryPostChanged } from '../judging/jury-post-messages.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/**
 * Has the posts of a round drawn anew when it opened or closed since they were, does so at another moment than it did,
 * or has other judges: once for each time, whatever number of them changed. Broken off, it begins again; a post that is
 * drawn twice looks the same.
 */
export async function redrawOnRoundPassing({ store, now }: Pick<World, 'store' | 'now'>): Promise<void> {
  const edition = await findCurrentEdition(store);
  if (edition === undefined) return;
  const places = await rolesOf(store, edition.id);
  for (const round of edition.rounds) {
    const { opensAt, closesAt } = round;
    const panel = panelHash(edition, round, places);
    const passing = { phase: phaseOf(round, now()), opensAt, closesAt, panel };
    await redrawIfPassed(store, edition, round, passing);
  }
}

async function redrawIfPassed(
  store: DocumentStore,
  edition: Edition,
  round: Round,
  passing: RoundPassing,
): Promise<void> {
  const partition = editionPartition(edition.id);
  const id = passingId(round.id);
  const before = await roundPassings.read(store, partition, id);
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
  return canonicalJson(one) === canonicalJson(other);
}

/** Over all that decides who judges in a round, before conflicts, abstentions and assignment. */
function panelHash({ categories }: Edition, { id: roundId }: Round, places: readonly EditionRole[]): string {
  const judges = places.map((place) => ({
    person: personId(place),
    organisation: place.organisation,
    categories: categories
      .map(({ id }) => id)
      .filter((categoryId) => judgesAt(place, { categoryId, roundId })),
  }));
  return hashOf(judges.filter((judge) => judge.categories.length > 0));
}
