import { setTimeout as rest } from 'node:timers/promises';
import type { DocumentStore } from '../port.ts';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import type { SavedDocument } from './backup-lines.ts';
import { documentsToSave } from './documents-to-save.ts';
import { putDocuments } from './put-documents.ts';
import { documentsIn, type CheckedBackup } from './read-backup.ts';
import { readRestoreMark, restoreMarks, restorePlace } from './restore-mark.ts';

/** There is something in the store that is not of this backup. */
export class StoreNotEmptyError extends Error {
  readonly code = 'store-not-empty';
}

/** So many documents are gathered before they are written, so that a partition's go together. */
const windowSize = 1_000;
const windowBytes = 8 * 1024 * 1024;

/**
 * Puts a backup that was checked into an empty store: the same documents, within a partition in the same order. Where an
 * earlier attempt with the same backup was broken off, it goes on.
 * @returns how many documents of the backup were there already
 * @throws StoreNotEmptyError when there is anything else; nothing is written
 * @throws BackupError when the file has changed since
 */
export async function restoreBackup(
  store: DocumentStore,
  path: string,
  checked: CheckedBackup,
): Promise<{ before: number }> {
  const before = await begin(store, checked);
  let seen = 0;
  let window: SavedDocument[] = [];
  let bytes = 0;
  const flush = async () => {
    await patiently(() => putDocuments(store, window));
    await patiently(() => moveMark(store, checked.sha256, seen));
    window = [];
    bytes = 0;
  };
  for await (const document of documentsIn(path, checked)) {
    seen += 1;
    if (seen <= before) continue;
    window.push(document);
    bytes += JSON.stringify(document.body).length;
    if (window.length >= windowSize || bytes >= windowBytes) await flush();
  }
  if (window.length > 0) await flush();
  await patiently(() => takeMarkAway(store));
  return { before };
}

/** @returns how many documents are there for certain */
async function begin(store: DocumentStore, { sha256 }: CheckedBackup): Promise<number> {
  const mark = await readRestoreMark(store);
  if (mark?.value.sha256 === sha256) return mark.value.documents;
  if (mark !== undefined || !(await isEmpty(store))) throw new StoreNotEmptyError();
  await store.commit(restorePlace.partition, [
    restoreMarks.create(restorePlace.id, { sha256, documents: 0 }),
  ]);
  return 0;
}

/** What a server leaves of its own, without anything that people did, counts as nothing. */
async function isEmpty(store: DocumentStore): Promise<boolean> {
  const { done } = await documentsToSave(store).next();
  return done === true;
}

async function moveMark(store: DocumentStore, sha256: string, documents: number): Promise<void> {
  const mark = await readRestoreMark(store);
  if (mark?.value.sha256 !== sha256) throw new StoreNotEmptyError();
  await store.commit(restorePlace.partition, [
    restoreMarks.replace(restorePlace.id, { sha256, documents }, mark.etag),
  ]);
}

async function takeMarkAway(store: DocumentStore): Promise<void> {
  const mark = await readRestoreMark(store);
  if (mark === undefined) return;
  await store.commit(restorePlace.partition, [{ kind: 'delete', id: restorePlace.id, etag: mark.etag }]);
}

const patience = { times: 8, firstMs: 250 };

/** Cosmos DB turns away who asks for too much at once: they come back later. All that is done here may be done twice. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || tries >= patience.times) throw error;
      await rest(patience.firstMs * 2 ** tries);
    }
  }
}
