import type { DatabaseSync } from 'node:sqlite';
import type { DocumentStore, FeedPage, ListOptions, Operation } from '../port.ts';
import { CommitListeners } from '../commit-listeners.ts';
import { checkCommit } from '../check-commit.ts';
import { documentTable, type DocumentTable } from './document-table.ts';
import { groupCommitter, type GroupCommitter } from './group-committer.ts';
import { holdFolderLock, type FolderLock } from './hold-folder-lock.ts';
import { InvalidFeedPositionError } from '../invalid-feed-position-error.ts';
import { makeDurableFolder } from './make-durable-folder.ts';
import { openDatabase } from './open-database.ts';
import { StoreClosedError } from '../store-closed-error.ts';

export interface SqliteStoreOptions {
  /** Made when it is not there, for this user only. */
  folder: string;
  /** Milliseconds since 1970; the clock of the machine unless told. Decides what has expired. */
  now?: () => number;
}

/**
 * Opens the embedded store: one file, `store.db`, for one process at a time.
 * Commits that arrive together share one write to the disk.
 * @throws DataFolderInUseError when another process has the folder open
 * @throws UnknownStoreLayoutError when a newer version of the program wrote it
 */
export async function openSqliteStore({
  folder,
  now = Date.now,
}: SqliteStoreOptions): Promise<DocumentStore> {
  makeDurableFolder(folder);
  const lock = holdFolderLock(folder);
  try {
    const database = openDatabase(folder);
    return new SqliteStore(database, lock, now);
  } catch (error) {
    lock.release();
    throw error;
  }
}

const onlyRange = 'all';
const tokenRule = /^\d{1,15}$/;

class SqliteStore implements DocumentStore {
  readonly #database: DatabaseSync;
  readonly #lock: FolderLock;
  readonly #now: () => number;
  readonly #documents: DocumentTable;
  readonly #committer: GroupCommitter;
  readonly #listeners = new CommitListeners();
  #closed = false;

  constructor(database: DatabaseSync, lock: FolderLock, now: () => number) {
    this.#database = database;
    this.#lock = lock;
    this.#now = now;
    this.#documents = documentTable(database);
    const onWritten = () => this.#listeners.tell();
    this.#committer = groupCommitter({ database, table: this.#documents, now, onWritten });
  }

  async read(partition: string, id: string) {
    return this.#table().read(partition, id, this.#now());
  }

  async list(partition: string, { prefix = '', after = '', limit = 1_000 }: ListOptions = {}) {
    checkLimit(limit, 0);
    return this.#table().list(partition, { prefix, after, limit }, this.#now());
  }

  async commit(partition: string, operations: readonly Operation[]) {
    if (this.#closed) throw new StoreClosedError();
    return this.#committer.commit(partition, checkCommit(partition, operations));
  }

  async feedRanges() {
    if (this.#closed) throw new StoreClosedError();
    return [onlyRange];
  }

  async readFeed(range: string, token: string | null, limit: number): Promise<FeedPage> {
    checkLimit(limit, 1);
    if (range !== onlyRange || (token !== null && !tokenRule.test(token))) {
      throw new InvalidFeedPositionError(range, token);
    }
    const from = Number(token ?? 0);
    const entries = this.#table().after(from, limit, this.#now());
    return {
      changes: entries.map((entry) => entry.document),
      token: String(entries.at(-1)?.sequence ?? from),
    };
  }

  onCommit(listener: () => void) {
    return this.#listeners.add(listener);
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.#committer.flush();
    } finally {
      this.#listeners.clear();
      this.#database.close();
      this.#lock.release();
    }
  }

  #table(): DocumentTable {
    if (this.#closed) throw new StoreClosedError();
    return this.#documents;
  }
}

function checkLimit(limit: number, least: number): void {
  if (!Number.isSafeInteger(limit) || limit < least) throw new RangeError(`no limit: ${limit}`);
}
