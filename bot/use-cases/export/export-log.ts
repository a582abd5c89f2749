import type { AuditEntry } from '../../domain/audit-entry.ts';
import { auditEntries, auditPrefix } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';

/** An entry of which only its place in the chain is told. */
export type SealedEntry = Pick<AuditEntry, 'sequence' | 'previousHash' | 'hash'>;

export async function readLog(store: DocumentStore, partition: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let after: string | undefined; ;) {
    const page = await auditEntries.list(store, partition, {
      prefix: auditPrefix,
      ...(after !== undefined && { after }),
    });
    entries.push(...page.map(({ value }) => value));
    after = page.at(-1)?.id;
    if (after === undefined) return entries;
  }
}

/**
 * What is not told is sealed: the chain stays whole. Without names all of it is, for each entry says by whom. What
 * vouches for redacted entries is told with those.
 */
export function sealed(
  entries: readonly AuditEntry[],
  isTold: (entry: AuditEntry) => boolean,
  withNames: boolean,
): (AuditEntry | SealedEntry)[] {
  return entries.map((entry) => {
    if (withNames && (isTold(entry) || entry.act === 'erase-person')) return entry;
    const { sequence, previousHash, hash } = entry;
    return { sequence, previousHash, hash };
  });
}
