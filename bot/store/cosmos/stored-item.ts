import { z } from 'zod';
import type { Write } from '../check-commit.ts';
import type { Json, StoredDocument } from '../port.ts';

/** A document as it lies in the container. `partition` is the partition key. */
export interface Item {
  [key: string]: unknown;
  id: string;
  partition: string;
  type: string;
  body: Json;
  /** Which commit wrote it: so that a lost answer can be told from a lost request. */
  commit: string;
  /** In seconds; the container keeps for ever what has none. */
  ttl?: number;
}

const readItem = z.object({
  id: z.string(),
  partition: z.string(),
  type: z.string(),
  body: z.json(),
  commit: z.string(),
  ttl: z.int().optional(),
  _etag: z.string(),
  /** When it was last written, in seconds since 1970. */
  _ts: z.number(),
});

export function toItem(partition: string, write: Exclude<Write, { kind: 'delete' }>, commit: string): Item {
  const { id, type, body, ttlSeconds } = write;
  // @NOTE What JSON.parse gives is Json by definition.
  const item = { id, partition, type, body: JSON.parse(body) as Json, commit };
  return ttlSeconds === undefined ? item : { ...item, ttl: ttlSeconds };
}

export function toDocument(item: unknown): StoredDocument {
  const { _etag: etag, commit: _, ttl = -1, _ts: writtenAt, ...rest } = readItem.parse(item);
  if (ttl < 0) return { ...rest, etag };
  return { ...rest, etag, expiresAt: (writtenAt + ttl) * 1_000 };
}

/** What tells who wrote it. */
export function markOf(item: unknown): { commit: string; etag: string } {
  const { commit, _etag: etag } = readItem.parse(item);
  return { commit, etag };
}
