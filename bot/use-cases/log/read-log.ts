import type { AuditEntry } from '../../domain/audit-entry.ts';
import { auditEntries, auditPrefix } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';

/** All entries of the log of a partition, oldest first: more than one list holds. */
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
