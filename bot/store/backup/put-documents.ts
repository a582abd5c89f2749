import { isDeepStrictEqual } from 'node:util';
import { lifetimeLeft } from '../lifetime-left.ts';
import { PreconditionFailedError, type DocumentStore, type Operation } from '../port.ts';
import type { SavedDocument } from './backup-lines.ts';

/** Well below what a commit may hold: a store in the cloud has to take each within a turn. */
const most = { operations: 25, bytes: 256 * 1024 };
/** So many partitions at a time. */
const atOnce = 8;

/**
 * Has documents stand as they do here, within a partition in this order. A document that is there already in the same
 * state is left as it is, so this may be done twice; one that comes twice stands where it came last.
 */
export async function putDocuments(store: DocumentStore, documents: readonly SavedDocument[]): Promise<void> {
  const waiting = [...byPartition(documents)];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [partition, ofIt] = next;
      for (const chunk of chunksOf([...ofIt.values()])) await putChunk(store, partition, chunk);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function byPartition(documents: readonly SavedDocument[]): Map<string, Map<string, SavedDocument>> {
  const partitions = new Map<string, Map<string, SavedDocument>>();
  for (const document of documents) {
    const ofIt = partitions.get(document.partition) ?? new Map<string, SavedDocument>();
    ofIt.delete(document.id);
    partitions.set(document.partition, ofIt.set(document.id, document));
  }
  return partitions;
}

function chunksOf(documents: readonly SavedDocument[]): SavedDocument[][] {
  const chunks: SavedDocument[][] = [];
  let bytes = Infinity;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document.body));
    const last = chunks.at(-1);
    if (last === undefined || last.length >= most.operations || bytes + size > most.bytes) {
      chunks.push([document]);
      bytes = size;
    } else {
      last.push(document);
      bytes += size;
    }
  }
  return chunks;
}

async function putChunk(store: DocumentStore, partition: string, chunk: readonly SavedDocument[]) {
  try {
    await store.commit(partition, chunk.map(creating));
  } catch (error) {
    if (!(error instanceof PreconditionFailedError)) throw error;
    const missing = await whatIsMissing(store, partition, chunk);
    if (missing.length > 0) await store.commit(partition, missing);
  }
}

function creating(document: SavedDocument): Operation {
  return { kind: 'create', ...written(document) };
}

function written(document: SavedDocument) {
  const { id, type, body } = document;
  return { id, type, body, ...lifetimeLeft(document) };
}

async function whatIsMissing(
  store: DocumentStore,
  partition: string,
  chunk: readonly SavedDocument[],
): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const document of chunk) {
    const { type, body } = document;
    const there = await store.read(partition, document.id);
    if (there === undefined) operations.push(creating(document));
    else if (there.type !== type || !isDeepStrictEqual(there.body, body))
      operations.push({ kind: 'replace', ...written(document), etag: there.etag });
  }
  return operations;
}
