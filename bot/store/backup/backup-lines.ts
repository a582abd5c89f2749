import { z } from 'zod';
import { isId } from '../check-commit.ts';
import type { Json, StoredDocument } from '../port.ts';

/**
 * A backup as lines of JSON: one that says what it is, one for each document in the order of last writes, and one that
 * seals it. A document that was written again while the copy was made comes again: its last line is how it stands.
 */

export const backupVersion = 1;

/** A document as it goes along: not its etag, which is the store's own. */
export type SavedDocument = Omit<StoredDocument, 'etag'>;

export interface BackupHeader {
  format: 'gemeentedelers-backup';
  version: number;
  /** When it was begun. */
  at: string;
}

export interface BackupSeal {
  /** Lines of documents. */
  documents: number;
  partitions: number;
  /** SHA-256, hex, of all lines before this one, with their ends. */
  sha256: string;
  /** SHA-256, hex, of the file up to this line's own member: nothing in it can change unseen. */
  packed: string;
}

const headerSchema: z.ZodType<BackupHeader> = z.strictObject({
  format: z.literal('gemeentedelers-backup'),
  version: z.int().positive(),
  at: z.iso.datetime(),
});

const documentSchema = z.strictObject({
  partition: z.string().min(1),
  id: z.string().refine(isId),
  type: z.string(),
  body: z.custom<Json>((value) => value !== undefined),
  expiresAt: z.number().optional(),
});

const hash = z.string().regex(/^[\da-f]{64}$/);
const sealSchema: z.ZodType<BackupSeal> = z.strictObject({
  documents: z.int().min(0),
  partitions: z.int().min(0),
  sha256: hash,
  packed: hash,
});

export function headerLine(at: string): string {
  const header: BackupHeader = { format: 'gemeentedelers-backup', version: backupVersion, at };
  return `${JSON.stringify(header)}\n`;
}

export function documentLine({ partition, id, type, body, expiresAt }: SavedDocument): string {
  return `${JSON.stringify({ partition, id, type, body, expiresAt })}\n`;
}

export function sealLine(seal: BackupSeal): string {
  return `${JSON.stringify(seal)}\n`;
}

export function readHeader(line: string): BackupHeader | undefined {
  return headerSchema.safeParse(parsed(line)).data;
}

export function readSeal(line: string): BackupSeal | undefined {
  return sealSchema.safeParse(parsed(line)).data;
}

export function readDocumentLine(line: string): SavedDocument | undefined {
  return documentSchema.safeParse(parsed(line)).data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
