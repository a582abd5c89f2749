import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const layoutVersion = 1;

/** The folder was written by a newer version of this program. */
export class UnknownStoreLayoutError extends Error {
  readonly code = 'unknown-store-layout';
  readonly layout: number;
  constructor(layout: number) {
    super(`the store has layout ${layout}; this program knows layouts up to ${layoutVersion}`);
    this.layout = layout;
  }
}

/**
 * `sequence` is the document's place in the feed and its etag: one counter for the whole store, never used twice.
 * It is kept apart in `counter`, so that it does not go back when the newest documents are deleted.
 * `expires` is in milliseconds since 1970.
 */
const layout = `
  CREATE TABLE documents (
    sequence INTEGER PRIMARY KEY,
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    expires INTEGER,
    UNIQUE (partition, id)
  ) STRICT;
  CREATE INDEX expiring ON documents (expires) WHERE expires IS NOT NULL;
  CREATE TABLE counter (sequence INTEGER NOT NULL) STRICT;
  INSERT INTO counter VALUES (0);
  PRAGMA user_version = ${layoutVersion};
`;

/**
 * Opens `store.db` in an existing folder, and lays it out when it is new. What it commits is on the disk, not in
 * a cache of it (`fullfsync` is for macOS, whose plain fsync stops at the drive's cache).
 * @throws UnknownStoreLayoutError
 */
export function openDatabase(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, 'store.db'), { timeout: 5_000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
    prepareLayout(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const versionRow = z.object({ user_version: z.number() });

function prepareLayout(database: DatabaseSync): void {
  const found = versionRow.parse(database.prepare('PRAGMA user_version').get()).user_version;
  if (found > layoutVersion) throw new UnknownStoreLayoutError(found);
  if (found === 0) database.exec(`BEGIN IMMEDIATE; ${layout} COMMIT`);
}
