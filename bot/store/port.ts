/**
 * The one door to stored data, shaped like Cosmos DB and small enough to read in a minute.
 * Where a store can't promise something, this port does not offer it:
 * no query across partitions, no commit over two of them, no history, no order between partitions.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** A document as it stands. `etag` changes with every write of it, and only then. */
export interface StoredDocument {
  partition: string;
  /** Unique within the partition; 1 to 255 printable characters, none of `/ \ ? #`, no space at the end, not `.` or `..`. */
  id: string;
  /** Which collection it belongs to: what a reader of the feed goes by. */
  type: string;
  etag: string;
  body: Json;
  /** From about when it is gone unless somebody writes it again, in ms since 1970; absent for what stays. */
  expiresAt?: number;
}

/** One write. A document with `ttlSeconds` is gone some time after that many seconds without a write. */
export type Operation =
  | { kind: 'create'; id: string; type: string; body: Json; ttlSeconds?: number }
  | { kind: 'replace'; id: string; type: string; body: Json; etag: string; ttlSeconds?: number }
  | { kind: 'delete'; id: string; etag: string };

export interface ListOptions {
  /** Only ids that begin with this. */
  prefix?: string;
  /** Only ids after this one (to page on). */
  after?: string;
  /** At most this many; 1,000 unless told. */
  limit?: number;
}

export interface FeedPage {
  /** In order of their last write; within a partition that is the order of the commits. */
  changes: StoredDocument[];
  /** Where to go on. Opaque; stays valid over restarts. */
  token: string;
}

export interface DocumentStore {
  /** Point read; `undefined` when there is no such document. */
  read(partition: string, id: string): Promise<StoredDocument | undefined>;

  /** The documents of one partition, by id in code unit order. */
  list(partition: string, options?: ListOptions): Promise<StoredDocument[]>;

  /**
   * Writes all of it or none of it, durably: when the promise resolves, a power cut does not undo it.
   * At most {@link maxOperations} operations and {@link maxCommitBytes} bytes, each id at most once.
   * @returns the new etags by id (none for a delete)
   * @throws PreconditionFailedError when a document to create exists, or one to replace or delete has changed or is gone
   * @throws InvalidCommitError when it breaks a limit; nothing is written
   */
  commit(partition: string, operations: readonly Operation[]): Promise<Map<string, string>>;

  /** The feed's parts, which can be read independently. A partition is always within one of them. */
  feedRanges(): Promise<string[]>;

  /**
   * What was written after `token` (`null`: from the beginning). Each document appears with its last state, at
   * least once after its last write; states in between may be skipped and deletions are not shown.
   * An empty page with the same token means: nothing new. A commit may come in one piece, so that a page is longer
   * than `limit` by less than {@link maxOperations}.
   */
  readFeed(range: string, token: string | null, limit: number): Promise<FeedPage>;

  /** A hint that the feed may have grown: may come too often, late or never, so poll as well. Returns the way out. */
  onCommit(listener: () => void): () => void;

  close(): Promise<void>;
}

export const maxOperations = 100;
export const maxCommitBytes = 2 * 1024 * 1024;

/** Somebody else was first: load again and decide again. */
export class PreconditionFailedError extends Error {
  readonly code = 'precondition-failed';
  readonly partition: string;
  readonly id: string;
  constructor(partition: string, id: string) {
    super(`document ${id} in ${partition} is not as expected`);
    this.partition = partition;
    this.id = id;
  }
}

/** The commit could never succeed as it is: too large, empty, a malformed or repeated id. */
export class InvalidCommitError extends Error {
  readonly code = 'invalid-commit';
}
