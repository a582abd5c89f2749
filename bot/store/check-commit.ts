import { InvalidCommitError, maxCommitBytes, maxOperations, type Operation } from './port.ts';

/** An operation with its body as the text that is stored. */
export type Write =
  | { kind: 'create'; id: string; type: string; body: string; ttlSeconds?: number }
  | { kind: 'replace'; id: string; type: string; body: string; etag: string; ttlSeconds?: number }
  | { kind: 'delete'; id: string; etag: string };

/** Printable ASCII, in which UTF-8 (SQLite, Cosmos DB) and UTF-16 (JavaScript) have the same order. */
const idRule = /^[ -~]{1,255}$/;
/** What Cosmos DB does not take, and what an address of it would lose: a space at the end, `.` and `..` as a whole. */
const notAnId = /[/\\?#]| $|^\.\.?$/;
/** What Cosmos DB takes as a partition key. */
const maxPartitionBytes = 2_048;

/** Whether a document may have this id. */
export function isId(id: string): boolean {
  return idRule.test(id) && !notAnId.test(id);
}

/**
 * Holds a commit against the port's limits and freezes it as text, so that nobody can change it while it waits.
 * Its size is that of its ids, types and bodies as JSON, in UTF-8.
 * @throws InvalidCommitError
 */
export function checkCommit(partition: string, operations: readonly Operation[]): Write[] {
  checkPartition(partition);
  if (operations.length === 0) throw new InvalidCommitError('a commit needs an operation');
  if (operations.length > maxOperations) {
    throw new InvalidCommitError(`${operations.length} operations in one commit, at most ${maxOperations}`);
  }
  checkIds(operations);
  const writes = operations.map(toWrite);
  const bytes = writes.reduce((sum, write) => sum + sizeOf(write), 0);
  if (bytes > maxCommitBytes) {
    throw new InvalidCommitError(`${bytes} bytes in one commit, at most ${maxCommitBytes}`);
  }
  return writes;
}

function checkPartition(partition: string): void {
  if (partition === '' || !partition.isWellFormed()) throw new InvalidCommitError('a partition needs a name');
  if (Buffer.byteLength(partition) > maxPartitionBytes)
    throw new InvalidCommitError(`a partition's name has at most ${maxPartitionBytes} bytes`);
}

function checkIds(operations: readonly Operation[]): void {
  const seen = new Set<string>();
  for (const { id } of operations) {
    if (!isId(id)) throw new InvalidCommitError(`malformed id ${JSON.stringify(id)}`);
    if (seen.has(id)) throw new InvalidCommitError(`id ${id} twice in one commit`);
    seen.add(id);
  }
}

function toWrite(operation: Operation): Write {
  if (operation.kind === 'delete') return { ...operation };
  const { ttlSeconds } = operation;
  if (ttlSeconds !== undefined && !(Number.isSafeInteger(ttlSeconds) && ttlSeconds > 0)) {
    throw new InvalidCommitError(`${operation.id} has a lifetime of ${ttlSeconds} seconds`);
  }
  return { ...operation, body: JSON.stringify(operation.body) };
}

function sizeOf(write: Write): number {
  const { id } = write;
  if (write.kind === 'delete') return Buffer.byteLength(id + write.etag);
  return Buffer.byteLength(id) + Buffer.byteLength(write.type) + Buffer.byteLength(write.body);
}
