import { createHash, randomBytes } from 'node:crypto';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Stored } from '../../store/collection.ts';
import type { DocumentStore, Operation } from '../../store/port.ts';
import {
  auditEntries,
  auditHeadId,
  auditHeads,
  auditPrefix,
} from '../../store/documents/submission-documents.ts';

/** An act to write in the log, in the same commit as what it did. */
export type Deed = Omit<AuditEntry, 'sequence' | 'previousHash' | 'hash' | 'redacted'>;

/** 128 bits of chance: nobody tries them all. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

const noHash = '0'.repeat(64);

/** The end of a partition's log, as it was read. */
export interface AuditEnd {
  head: Stored<{ sequence: number; hash: string }> | undefined;
}

export async function readAuditEnd(store: DocumentStore, partition: string): Promise<AuditEnd> {
  return { head: await auditHeads.read(store, partition, auditHeadId) };
}

/**
 * The operations that add an act to a partition's log; the commit fails when another act was added meanwhile.
 * @param end read before deciding, it makes the commit fail whenever anything was done since
 */
export async function auditOperations(
  store: DocumentStore,
  partition: string,
  deed: Deed,
  end?: AuditEnd,
): Promise<Operation[]> {
  return auditSeveral([deed], end ?? (await readAuditEnd(store, partition)));
}

/** As {@link auditOperations}, for what one commit does to several subjects; nothing for nothing. */
export function auditSeveral(deeds: readonly Deed[], { head }: AuditEnd): Operation[] {
  const entries: AuditEntry[] = [];
  for (const deed of deeds) entries.push(chain({ ...deed, salt: newSalt() }, entries.at(-1) ?? head?.value));
  const last = entries.at(-1);
  if (last === undefined) return [];
  return [
    ...entries.map((entry) =>
      auditEntries.create(auditPrefix + String(entry.sequence).padStart(9, '0'), entry),
    ),
    auditHeads.write(auditHeadId, { sequence: last.sequence, hash: last.hash }, head),
  ];
}

/** The entry that follows `head`; salted where the deed says with what. */
export function chain(deed: Deed, head: { sequence: number; hash: string } | undefined): AuditEntry {
  const unsealed = { ...deed, sequence: (head?.sequence ?? 0) + 1, previousHash: head?.hash ?? noHash };
  return { ...unsealed, hash: createHash('sha256').update(canonicalJson(unsealed)).digest('hex') };
}
