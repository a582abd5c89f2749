import type { RoundId } from '../../domain/edition/edition.ts';
import type { OpenForm } from '../../domain/judging/open-form.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { OpenSheet } from '../../store/documents/open-sheet-documents.ts';
import { openSheetId, openSheets } from '../../store/documents/open-sheet-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/**
 * What a judge has open on the card. Teams puts everybody back to the card as posted whenever it is edited, which
 * another judge's handing in does: who had their sheet open must find it open.
 */
export async function openFormOf(
  { store }: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<OpenForm | undefined> {
  const id = openSheetId(submissionId, roundId);
  const sheet = (await openSheets.read(store, personPartition(personId(judge)), id))?.value;
  return isOpen(sheet) ? sheet.form : undefined;
}

/** Remembers for half a day that it is open. */
export async function keepSheetOpen(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
  form: OpenForm,
): Promise<void> {
  const openedAt = world.now();
  await write(world, judge, openSheetId(submissionId, roundId), () => ({ openedAt, form }));
}

/** Remembers that it is open no longer. */
export async function letSheetGo(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<void> {
  const closedAt = world.now();
  await write(world, judge, openSheetId(submissionId, roundId), (before) =>
    isOpen(before) ? { ...before, closedAt } : undefined,
  );
}

function isOpen(sheet: OpenSheet | undefined): sheet is OpenSheet {
  return sheet !== undefined && sheet.closedAt === undefined;
}

/** @param change gives `undefined` when it stays as it is */
async function write(
  { store }: World,
  judge: PersonKey,
  id: string,
  change: (before: OpenSheet | undefined) => OpenSheet | undefined,
): Promise<void> {
  const partition = personPartition(personId(judge));
  await retryWhenChanged(`${partition}/${id}`, async () => {
    const before = await openSheets.read(store, partition, id);
    const after = change(before?.value);
    if (after !== undefined) await store.commit(partition, [openSheets.write(id, after, before)]);
  });
}
