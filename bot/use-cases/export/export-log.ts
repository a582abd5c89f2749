import type { AuditEntry } from '../../domain/audit-entry.ts';

/** An entry of which only its place in the chain is told. */
export type SealedEntry = Pick<AuditEntry, 'sequence' | 'previousHash' | 'hash'>;

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
