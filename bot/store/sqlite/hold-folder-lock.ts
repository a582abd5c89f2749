import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isSqliteError, sqliteBusy } from './is-sqlite-error.ts';

export interface FolderLock {
  release(): void;
}

/** Another process (or another store in this one) has this data folder open. */
export class DataFolderInUseError extends Error {
  readonly code = 'data-folder-in-use';
  readonly folder: string;
  constructor(folder: string) {
    super(`the data folder ${folder} is in use by another process`);
    this.folder = folder;
  }
}

/**
 * Claims the folder until `release()` or the end of the process, however it ends: an exclusive SQLite transaction
 * is a lock of the operating system, so a killed process leaves nothing to clean up.
 *
 * @NOTE POSIX locks of a process fall away when it closes any handle of the same file. So the process that holds
 * the lock must not open `lock.db` or `store.db` by itself (to copy them, for instance).
 * Source: https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 *
 * @throws DataFolderInUseError when it is taken
 */
export function holdFolderLock(folder: string): FolderLock {
  const database = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isSqliteError(error, sqliteBusy) ? new DataFolderInUseError(folder) : error;
  }
  return { release: () => database.close() };
}
