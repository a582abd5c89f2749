import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DocumentStore } from '../port.ts';
import { documentLine, headerLine, sealLine, type BackupSeal } from './backup-lines.ts';
import { documentsToSave } from './documents-to-save.ts';
import { sealedMember } from './sealed-member.ts';

/**
 * Writes everything in a store to one file, for the eyes of this user only. It has another name until it is whole and
 * on the disk. Memory holds a page of documents and the names of the partitions, however many documents there are.
 * @param at when, as an instant
 */
export async function writeBackup(store: DocumentStore, path: string, at: string): Promise<BackupSeal> {
  const unfinished = `${path}.part`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    const seal = await writeAll(store, file, at);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return seal;
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeAll(store: DocumentStore, file: FileHandle, at: string): Promise<BackupSeal> {
  const counts = { documents: 0, partitions: new Set<string>(), hash: createHash('sha256') };
  const packed = createHash('sha256');
  await pipeline(linesOf(store, at, counts), createGzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      packed.update(chunk);
      await file.writeFile(chunk);
    }
  });
  const seal = {
    documents: counts.documents,
    partitions: counts.partitions.size,
    sha256: counts.hash.digest('hex'),
    packed: packed.digest('hex'),
  };
  await file.writeFile(sealedMember(sealLine(seal)));
  return seal;
}

interface Counts {
  documents: number;
  partitions: Set<string>;
  hash: ReturnType<typeof createHash>;
}

async function* linesOf(store: DocumentStore, at: string, counts: Counts): AsyncGenerator<Buffer> {
  const first = Buffer.from(headerLine(at));
  counts.hash.update(first);
  yield first;
  for await (const document of documentsToSave(store)) {
    const line = Buffer.from(documentLine(document));
    counts.documents += 1;
    counts.partitions.add(document.partition);
    counts.hash.update(line);
    yield line;
  }
}

/** So that the name survives a power cut as well. */
async function syncFolder(folder: string): Promise<void> {
  // Windows can't sync a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
