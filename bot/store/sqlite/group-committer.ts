import type { DatabaseSync } from 'node:sqlite';
import type { Write } from '../check-commit.ts';
import type { DocumentTable } from './document-table.ts';

export interface GroupCommitter {
  /** Resolves with the new etags by id when the writes are on the disk. */
  commit(partition: string, writes: Write[]): Promise<Map<string, string>>;
  /** Commits what still waits, at once. */
  flush(): void;
}

export interface GroupCommitterOptions {
  database: DatabaseSync;
  table: DocumentTable;
  now: () => number;
  /** Called after each transaction that wrote something. */
  onWritten: () => void;
}

interface Waiting {
  partition: string;
  writes: Write[];
  resolve: (etags: Map<string, string>) => void;
  reject: (error: unknown) => void;
}

/** More than this in one transaction would keep the event loop busy for too long. */
const maxGroup = 256;
const purgeEveryMs = 60_000;

/**
 * Gathers the commits of one turn of the event loop into one transaction: they share one sync of the disk, by far
 * the dearest part. Each has its own savepoint, so a failed precondition undoes that commit and no other.
 * When the transaction as a whole fails (disk full, I/O error) all of its commits reject and nothing is kept.
 */
export function groupCommitter({ database, table, now, onWritten }: GroupCommitterOptions): GroupCommitter {
  const queue: Waiting[] = [];
  let sequence = table.lastSequence();
  let purgeAt = 0;

  /** @returns what to tell each of the group once it is durable */
  function runTransaction(group: Waiting[]): (() => void)[] {
    const time = now();
    database.exec('BEGIN IMMEDIATE');
    const answers = group.map((waiting) => attempt(waiting, time));
    const morePurging = time >= purgeAt && table.purge(time);
    table.keepSequence(sequence);
    database.exec('COMMIT');
    if (time >= purgeAt && !morePurging) purgeAt = time + purgeEveryMs;
    return answers;
  }

  function attempt({ partition, writes, resolve, reject }: Waiting, time: number): () => void {
    try {
      database.exec('SAVEPOINT one_commit');
      const etags = writeAll(partition, writes, time);
      database.exec('RELEASE one_commit');
      return () => resolve(etags);
    } catch (error) {
      // SQLite ends the whole transaction by itself on some errors (disk full): then there is no savepoint left.
      if (!database.isTransaction) throw error;
      database.exec('ROLLBACK TO one_commit; RELEASE one_commit');
      return () => reject(error);
    }
  }

  function writeAll(partition: string, writes: Write[], time: number): Map<string, string> {
    const etags = new Map<string, string>();
    for (const write of writes) {
      sequence += 1;
      table.write(partition, write, sequence, time);
      if (write.kind !== 'delete') etags.set(write.id, String(sequence));
    }
    return etags;
  }

  function flushGroup(): void {
    const group = queue.splice(0, maxGroup);
    try {
      for (const answer of runTransaction(group)) answer();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
      return;
    }
    onWritten();
  }

  function flushOnTurn(): void {
    if (queue.length === 0) return;
    flushGroup();
    if (queue.length > 0) setImmediate(flushOnTurn);
  }

  return {
    commit: (partition, writes) =>
      new Promise((resolve, reject) => {
        queue.push({ partition, writes, resolve, reject });
        if (queue.length === 1) setImmediate(flushOnTurn);
      }),
    flush: () => {
      while (queue.length > 0) flushGroup();
    },
  };
}
