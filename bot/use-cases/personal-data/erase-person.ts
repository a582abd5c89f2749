import type { ErasedWords, Erasure, Marks } from '../../domain/erasure/marks.ts';
import { Redactor } from '../../domain/erasure/redact.ts';
import type { PersonId } from '../../domain/person.ts';
import { pseudonymOf } from '../../domain/person.ts';
import { editionPartition, editionPartitionPrefix } from '../../store/documents/edition-documents.ts';
import { erasurePartition, erasures } from '../../store/documents/erasure-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { maxOperations } from '../../store/port.ts';
import type { RankElsewhere } from '../cut/cut-place.ts';
import { cutsAfterErasure } from './erase-cuts.ts';
import type { Erasing } from './erase-partition.ts';
import { erasePartition } from './erase-partition.ts';
import { isAboutErasing } from './find-person.ts';
import { MarkSearch } from './find-person-data.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { documentsOf, everyDocument } from '../../store/whole-feed.ts';

export interface EraseWorld {
  store: DocumentStore;
  now: Erasing['now'];
  /** A new uuid. */
  newId: () => string;
  isRead: boolean;
  rank: RankElsewhere;
}

/** Somebody may write meanwhile; who keeps doing so is not waited for. */
const mostRounds = 5;

/** There was still something of them after all rounds. */
export class NotErasedError extends Error {
  readonly code = 'not-erased';
}

/**
 * Takes somebody out of everything that is kept, and keeps results and logs whole. Broken off anywhere, it goes on where
 * it was when it is asked for again.
 * @returns what they are called from then on
 * @throws NotErasedError when others kept writing about them
 */
export async function erasePerson(world: EraseWorld, marks: Marks, words: ErasedWords): Promise<PersonId> {
  const { store, now, isRead, rank } = world;
  const { id, erasure } = await beginErasure(world, marks, words);
  const erasing: Erasing = { store, erasure, redactor: new Redactor(erasure), now, isRead };
  for (let round = 1; ; round += 1) {
    const found = await partitionsWith(store, erasing);
    if (found.length === 0) break;
    if (round > mostRounds) throw new NotErasedError(`still in ${String(found.length)} partitions`);
    for (const partition of found) {
      const isTheirs = erasing.redactor.id(partition) !== partition;
      if (isTheirs) await removeAll(store, partition);
      else await erasePartition(erasing, partition, () => cutsIn(world, partition, erasure, rank));
    }
  }
  await endErasure(store, id);
  return erasure.pseudonym;
}

/** An erasure that was begun for somebody and has not ended. */
export async function erasureUnderWay(store: DocumentStore, wanted: string): Promise<Erasure | undefined> {
  const name = wanted.trim().toLowerCase();
  const kept = await erasures.list(store, erasurePartition);
  return kept.map(({ value }) => value).find(({ marks }) => marks.id === name || marks.mails.includes(name));
}

/** What is written first and deleted last: who comes after a crash finds the same pseudonym. */
async function beginErasure(
  { store, now, newId }: EraseWorld,
  marks: Marks,
  words: ErasedWords,
): Promise<{ id: string; erasure: Erasure }> {
  const before = await erasureUnderWay(store, marks.id ?? marks.mails[0] ?? '');
  if (before !== undefined) return { id: before.pseudonym, erasure: before };
  const pseudonym = pseudonymOf(newId());
  const erasure: Erasure = { pseudonym, marks, words, startedAt: now() };
  await store.commit(erasurePartition, [erasures.create(pseudonym, erasure)]);
  return { id: pseudonym, erasure };
}

async function endErasure(store: DocumentStore, id: string): Promise<void> {
  await retryWhenChanged(erasurePartition, async () => {
    const kept = await erasures.read(store, erasurePartition, id);
    if (kept !== undefined) await store.commit(erasurePartition, [{ kind: 'delete', id, etag: kept.etag }]);
  });
}

/** Submissions before editions, whose cuts follow from them; their own partition last. */
async function partitionsWith(store: DocumentStore, { erasure, redactor }: Erasing): Promise<string[]> {
  const partitions = new Set<string>();
  const search = new MarkSearch(erasure, redactor);
  for await (const document of everyDocument(store)) {
    if (!partitions.has(document.partition) && search.isTheirs(document)) partitions.add(document.partition);
  }
  const rank = (partition: string) => {
    if (partition.startsWith(submissionPartition(''))) return 0;
    if (partition.startsWith(editionPartitionPrefix)) return 1;
    return redactor.id(partition) === partition ? 2 : 3;
  };
  return [...partitions].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

async function removeAll(store: DocumentStore, partition: string): Promise<void> {
  for (let isDone = false; !isDone;) {
    isDone = await retryWhenChanged(partition, async () => {
      const documents = (await documentsOf(store, partition)).filter((each) => !isAboutErasing(each));
      const some = documents.slice(0, maxOperations);
      if (some.length === 0) return true;
      await store.commit(
        partition,
        some.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
      return some.length === documents.length;
    });
  }
}

function cutsIn(world: EraseWorld, partition: string, erasure: Erasure, rank: RankElsewhere) {
  if (!partition.startsWith(editionPartitionPrefix)) return Promise.resolve([]);
  const editionId = partition.slice(editionPartition('').length);
  return cutsAfterErasure(world.store, editionId, erasure, rank);
}
