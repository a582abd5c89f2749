import { rankRound } from '../../bot/domain/ranking/rank-round.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../bot/store/documents/edition-documents.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { freezeClosedRounds } from '../../bot/use-cases/close-round-freeze.ts';
import type { RankElsewhere } from '../../bot/use-cases/cut-place.ts';
import { fixCut, proposeCut } from '../../bot/use-cases/cut-propose.ts';
import { viewCut } from '../../bot/use-cases/cut-view.ts';
import { currentEdition } from '../../bot/use-cases/edition-context.ts';
import type { World } from '../../bot/use-cases/world.ts';
import { createReadModel } from '../../bot/views/kept-read-model.ts';
import { delegatingStore } from '../bot/store/delegating-store.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';

/**
 * The example edition with its first round behind it, its sheets frozen, and who goes on fixed by the chair; the server
 * died before it asked for the first post of the next round.
 * @returns who goes on, by title
 */
export async function closeFirstRound(store: DocumentStore): Promise<string[]> {
  await moveRounds(store);
  const world = worldOn(store);
  await freezeClosedRounds(world);
  const dead = delegatingStore(store, {
    commit: async (partition, operations) => {
      if (partition.startsWith('submission:')) throw new DiedError();
      return store.commit(partition, operations);
    },
  });
  await sign(world, proposeCut, people.organiser);
  const isDead = await sign({ ...world, store: dead }, fixCut, people.chair).then(
    () => false,
    (error: unknown) => error instanceof DiedError,
  );
  if (!isDead) throw new Error('it lived on');
  const { cut, submissions } = await viewCut(world, keyOf(people.chair), await placeOf(store), rank);
  const within = new Set(cut.fixed?.within.map(({ submissionId }) => submissionId));
  return submissions.filter(({ id }) => within.has(id)).map(({ title }) => title);
}

class DiedError extends Error {}

const day = 86_400_000;
const rank: RankElsewhere = async (input) => rankRound(input);
const keyOf = ({ id }: Person) => ({ tenantId, objectId: id });

async function placeOf(store: DocumentStore) {
  const { id: editionId } = await currentEdition(store);
  return { editionId, roundId: 'preselection', categoryId: 'direct' } as const;
}

async function sign(world: World, act: typeof proposeCut, person: Person): Promise<void> {
  const place = await placeOf(world.store);
  const { cut, seen } = await viewCut(world, keyOf(person), place, rank);
  await act(world, keyOf(person), { ...place, basedOn: cut.revision, key: act.name, seen }, rank);
}

/** Closed since yesterday, and the next one open for a week. */
async function moveRounds(store: DocumentStore): Promise<void> {
  const partition = editionPartition((await currentEdition(store)).id);
  const stored = await editions.read(store, partition, editionDocumentId);
  const first = stored?.value.rounds[0];
  if (stored === undefined || first === undefined) throw new Error('there is no round');
  const from = (days: number) => new Date(Date.now() + days * day).toISOString();
  const second = { ...first, id: 'assessment' as const, name: { nl: 'Assessment' } };
  const rounds = [
    { ...first, closesAt: from(-1) },
    { ...second, opensAt: from(-0.5), closesAt: from(7) },
  ];
  await store.commit(partition, [editions.replace(stored.id, { ...stored.value, rounds }, stored.etag)]);
}

function worldOn(store: DocumentStore): World {
  return {
    ...{ store, readModel: createReadModel(), similar: { find: () => [] } },
    ...{ now: () => new Date().toISOString(), newId: () => crypto.randomUUID(), firstOrganisers: new Set() },
  };
}
