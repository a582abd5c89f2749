import { z } from 'zod';
import { collection, type Stored } from '../collection.ts';
import type { DocumentStore } from '../port.ts';

/** Stands in a store from the first document of a backup to the last: while it does, the store is not whole. */
export interface RestoreMark {
  /** Of the backup's lines. */
  sha256: string;
  /** How many of its documents are there for certain. */
  documents: number;
}

export const restoreMarkType = 'restore-mark';
export const restorePlace = { partition: 'store:restore', id: 'restore' };

const restoreMark: z.ZodType<RestoreMark> = z.object({ sha256: z.string(), documents: z.int().min(0) });
export const restoreMarks = collection(restoreMarkType, restoreMark);

/** A backup was put back in part. */
class HalfRestoredError extends Error {
  readonly code = 'half-restored';
  constructor() {
    super('only part of a backup was put back: run the same npm run admin -- restore once more');
  }
}

export function readRestoreMark(store: DocumentStore): Promise<Stored<RestoreMark> | undefined> {
  return restoreMarks.read(store, restorePlace.partition, restorePlace.id);
}

export async function isHalfRestored(store: DocumentStore): Promise<boolean> {
  return (await readRestoreMark(store)) !== undefined;
}

/** @throws HalfRestoredError */
export async function expectWhole(store: DocumentStore): Promise<void> {
  if (await isHalfRestored(store)) throw new HalfRestoredError();
}
