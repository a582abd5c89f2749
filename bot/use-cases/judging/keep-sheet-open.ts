import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { openSheetId, openSheets } from '../../store/documents/open-sheet-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/**
 * Whether a judge has their sheet open on the card. Teams puts everybody back to the card as posted whenever it is
 * edited, which another judge's handing in does: who had their sheet open must find it open.
 */
export async function isSheetOpen(
  { store }: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<boolean> {
  const id = openSheetId(submissionId, roundId);
  const kept = await openSheets.read(store, personPartition(personId(judge)), id);
  return kept !== undefined && kept.value.closedAt === undefined;
}

/** Remembers for half a day that it is open. */
export async function keepSheetOpen(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<void> {
  const partition = personPartition(personId(judge));
  const id = openSheetId(submissionId, roundId);
  await retryWhenChanged(`${partition}/${id}`, async () => {
    const before = await openSheets.read(world.store, partition, id);
    await world.store.commit(partition, [openSheets.write(id, { openedAt: world.now() }, before)]);
  });
}

/** Remembers no longer that it is open. */
export async function letSheetGo(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<void> {
  const partition = personPartition(personId(judge));
  const id = openSheetId(submissionId, roundId);
  await retryWhenChanged(`${partition}/${id}`, async () => {
    const before = await openSheets.read(world.store, partition, id);
    if (before === undefined || before.value.closedAt !== undefined) return;
    const closed = { ...before.value, closedAt: world.now() };
    await world.store.commit(partition, [openSheets.replace(id, closed, before.etag)]);
  });
}
