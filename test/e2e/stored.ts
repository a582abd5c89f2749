import { expect } from '@jest/globals';
import { auditEntries } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../bot/store/port.ts';
import { feedStart, readWholeFeed } from '../bot/store/read-whole-feed.ts';
import { chain } from '../../bot/use-cases/log/audit-trail.ts';

/** Everything in the store, for {@link App.inspect}. */
export async function allDocuments(store: DocumentStore): Promise<StoredDocument[]> {
  return readWholeFeed(store, await feedStart(store), 10_000);
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
