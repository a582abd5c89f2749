import { expect } from '@jest/globals';
import { auditEntries } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../bot/store/port.ts';
import { chain } from '../../bot/use-cases/audit-trail.ts';

/** Everything in the embedded store, for {@link App.inspect}. */
export async function allDocuments(store: DocumentStore): Promise<StoredDocument[]> {
  return (await store.readFeed('all', null, 1_000_000)).changes;
}

/** Expects that the log of a partition is whole: each entry follows the one before it, and none was changed. */
export function expectChain(documents: readonly StoredDocument[], partition: string): void {
  const entries = documents
    .filter((document) => document.partition === partition && auditEntries.is(document))
    .map((document) => auditEntries.parse(document).value)
    .sort((a, b) => a.sequence - b.sequence);
  let head: { sequence: number; hash: string } | undefined;
  for (const { sequence, previousHash, hash, ...deed } of entries) {
    const expected = chain(deed, head);
    expect({ sequence, previousHash, hash }).toEqual({
      sequence: expected.sequence,
      previousHash: expected.previousHash,
      hash: expected.hash,
    });
    head = { sequence, hash };
  }
  expect(head).toBeDefined();
}
