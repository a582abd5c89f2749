import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import {
  backupVersion,
  readDocumentLine,
  readHeader,
  readSeal,
  type BackupHeader,
  type BackupSeal,
  type SavedDocument,
} from './backup-lines.ts';
import { readSealedMember, sealedWithin } from './sealed-member.ts';

/** The file is no backup, or one that is not whole, or that a newer version of this program made. */
export class BackupError extends Error {
  readonly code = 'backup';
  readonly why: 'none' | 'broken' | 'newer';
  constructor(why: 'none' | 'broken' | 'newer') {
    super(`the backup can't be used: ${why}`);
    this.why = why;
  }
}

export interface CheckedBackup extends BackupSeal {
  header: BackupHeader;
}

/**
 * Reads the whole file once, and believes nothing of it before.
 * @throws BackupError
 */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const { seal, size } = await readEnd(path);
  if ((await hashOfBytes(path, size)) !== seal.packed) throw new BackupError('broken');
  const partitions = new Set<string>();
  let documents = 0;
  let header: BackupHeader | undefined;
  const hash = createHash('sha256');
  for await (const line of linesIn(path, size)) {
    hash.update(`${line}\n`);
    if (header === undefined) {
      header = headerOf(line);
      continue;
    }
    partitions.add(documentOf(line).partition);
    documents += 1;
  }
  const isWhole =
    hash.digest('hex') === seal.sha256 && documents === seal.documents && partitions.size === seal.partitions;
  if (header === undefined || !isWhole) throw new BackupError('broken');
  return { ...seal, header };
}

/**
 * The documents of a file that was checked, in its order.
 * @throws BackupError when it is not the one that was checked; by then its documents have been given out
 */
export async function* documentsIn(path: string, checked: CheckedBackup): AsyncGenerator<SavedDocument> {
  const { size } = await readEnd(path);
  const hash = createHash('sha256');
  let isFirst = true;
  for await (const line of linesIn(path, size)) {
    hash.update(`${line}\n`);
    if (!isFirst) yield documentOf(line);
    isFirst = false;
  }
  if (hash.digest('hex') !== checked.sha256) throw new BackupError('broken');
}

async function hashOfBytes(path: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  // To read up to byte -1 would be to read it all.
  if (size === 0) return hash.digest('hex');
  for await (const chunk of createReadStream(path, { end: size - 1 })) {
    // @NOTE a stream without an encoding gives bytes, which its type does not say
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

function headerOf(line: string): BackupHeader {
  const header = readHeader(line);
  if (header === undefined) throw new BackupError('none');
  if (header.version > backupVersion) throw new BackupError('newer');
  return header;
}

function documentOf(line: string): SavedDocument {
  const document = readDocumentLine(line);
  if (document === undefined) throw new BackupError('broken');
  return document;
}

/** @returns the seal, and how many bytes come before it */
async function readEnd(path: string): Promise<{ seal: BackupSeal; size: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, sealedWithin);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const end = readSealedMember(buffer);
    const seal = end && readSeal(end.line);
    if (end === undefined || seal === undefined) throw new BackupError(isPacked(buffer) ? 'broken' : 'none');
    return { seal, size: size - end.size };
  } finally {
    await file.close();
  }
}

/** Only a short file shows its beginning here; a long one without a seal counts as broken. */
function isPacked(bytes: Buffer): boolean {
  return bytes.length === sealedWithin || (bytes[0] === 0x1f && bytes[1] === 0x8b);
}

/** @param size of what comes before the seal, in bytes */
async function* linesIn(path: string, size: number): AsyncGenerator<string> {
  const source = createReadStream(path, { end: size - 1 });
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of unpacked) {
      // @NOTE what gunzip gives is bytes, which the type of a stream does not say
      rest += decoder.decode(chunk as Buffer, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw isOfUnpacking(error) ? new BackupError('broken') : error;
  } finally {
    source.destroy();
  }
  if (rest !== '') throw new BackupError('broken');
}

function isOfUnpacking(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return /^(Z_|ERR_ENCODING_INVALID_ENCODED_DATA$)/.test(String(error.code));
}
