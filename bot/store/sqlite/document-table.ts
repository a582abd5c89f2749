import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { PreconditionFailedError, type Json, type StoredDocument } from '../port.ts';
import type { Write } from '../check-commit.ts';
import { idBounds } from '../id-bounds.ts';

interface TableSlice {
  prefix: string;
  after: string;
  limit: number;
}

/** A document with its place in the feed. */
interface FeedEntry {
  sequence: number;
  document: StoredDocument;
}

/** The prepared statements over one open store. Times are in milliseconds since 1970. */
export interface DocumentTable {
  read(partition: string, id: string, now: number): StoredDocument | undefined;
  list(partition: string, slice: TableSlice, now: number): StoredDocument[];
  after(sequence: number, limit: number, now: number): FeedEntry[];
  /** @throws PreconditionFailedError */
  write(partition: string, write: Write, sequence: number, now: number): void;
  /** Removes expired documents, so many at a time. @returns whether there may be more */
  purge(now: number): boolean;
  /** The last sequence given out in an earlier transaction. */
  lastSequence(): number;
  /** To be called in the transaction that uses the numbers up to this one. */
  keepSequence(sequence: number): void;
}

const purgeAtOnce = 1_000;
const columns = 'sequence, partition, id, type, body, expires';
const alive = '(expires IS NULL OR expires > :now)';
const unchanged = `partition = :partition AND id = :id AND CAST(sequence AS TEXT) = :etag AND ${alive}`;

const statements = {
  read: `SELECT ${columns} FROM documents WHERE partition = :partition AND id = :id AND ${alive}`,
  list: `SELECT ${columns} FROM documents
    WHERE partition = :partition AND id >= :from AND id < :to AND ${alive} ORDER BY id LIMIT :limit`,
  feed: `SELECT ${columns} FROM documents WHERE sequence > :sequence AND ${alive} ORDER BY sequence LIMIT :limit`,
  create: `INSERT INTO documents (sequence, partition, id, type, body, expires)
    VALUES (:sequence, :partition, :id, :type, :body, :expires)
    ON CONFLICT (partition, id) DO UPDATE
    SET sequence = excluded.sequence, type = excluded.type, body = excluded.body, expires = excluded.expires
    WHERE documents.expires <= :now`,
  replace: `UPDATE documents SET sequence = :sequence, type = :type, body = :body, expires = :expires WHERE ${unchanged}`,
  delete: `DELETE FROM documents WHERE ${unchanged}`,
  purge: `DELETE FROM documents WHERE sequence IN (SELECT sequence FROM documents WHERE expires <= :now LIMIT :limit)`,
  lastSequence: 'SELECT sequence FROM counter',
  keepSequence: 'UPDATE counter SET sequence = :sequence',
};

export function documentTable(database: DatabaseSync): DocumentTable {
  const prepare = (sql: string) => database.prepare(sql);
  const [read, list, feed] = [prepare(statements.read), prepare(statements.list), prepare(statements.feed)];
  const [purge, last] = [prepare(statements.purge), prepare(statements.lastSequence)];
  const keep = prepare(statements.keepSequence);
  return {
    read: (partition, id, now) => read.all({ partition, id, now }).map(toEntry)[0]?.document,
    list: (partition, slice, now) =>
      list
        .all({ partition, ...idBounds(slice.prefix, slice.after), limit: slice.limit, now })
        .map((row) => toEntry(row).document),
    after: (sequence, limit, now) => feed.all({ sequence, limit, now }).map(toEntry),
    write: writer(database),
    purge: (now) => purge.run({ now, limit: purgeAtOnce }).changes === purgeAtOnce,
    lastSequence: () => counterRow.parse(last.get()).sequence,
    keepSequence: (sequence) => void keep.run({ sequence }),
  };
}

function writer(database: DatabaseSync): DocumentTable['write'] {
  const create = database.prepare(statements.create);
  const replace = database.prepare(statements.replace);
  const remove = database.prepare(statements.delete);
  const run = (partition: string, write: Write, sequence: number, now: number) => {
    if (write.kind === 'delete') return remove.run({ partition, id: write.id, etag: write.etag, now });
    const { id, type, body, ttlSeconds } = write;
    const expires = ttlSeconds === undefined ? null : now + ttlSeconds * 1_000;
    const row = { sequence, partition, id, type, body, expires, now };
    return write.kind === 'create' ? create.run(row) : replace.run({ ...row, etag: write.etag });
  };
  return (partition, write, sequence, now) => {
    if (run(partition, write, sequence, now).changes !== 1)
      throw new PreconditionFailedError(partition, write.id);
  };
}

const counterRow = z.object({ sequence: z.number() });
const documentRow = z.object({
  sequence: z.number(),
  partition: z.string(),
  id: z.string(),
  type: z.string(),
  body: z.string(),
  expires: z.number().nullable(),
});

function toEntry(row: unknown): FeedEntry {
  const { sequence, body, expires, ...rest } = documentRow.parse(row);
  // @NOTE What JSON.parse gives is Json by definition; its declared type is older than that.
  const document = { ...rest, etag: String(sequence), body: JSON.parse(body) as Json };
  if (expires === null) return { sequence, document };
  return { sequence, document: { ...document, expiresAt: expires } };
}
