import { tombstones } from '../documents/erasure-documents.ts';
import type { DocumentStore, StoredDocument } from '../port.ts';
import { tokenType } from '../token-keeper.ts';
import { everyDocument } from '../whole-feed.ts';
import { restoreMarkType } from './restore-mark.ts';

/**
 * What belongs to running servers or to this store only. Leases and places in the feed are of no use anywhere else: a
 * restored feed is read from its beginning. Nor need anybody who does so be told that something is gone, which the mark
 * of somebody who was erased does for a day.
 */
const leftOut: readonly string[] = [tokenType, tombstones.type, restoreMarkType];

/**
 * All documents that go along, in the order of their last writes within a partition. When somebody writes meanwhile, what
 * was read before comes again as it stands then; at the end each part of the feed is as it was at one moment.
 */
export async function* documentsToSave(store: DocumentStore): AsyncGenerator<StoredDocument> {
  for await (const document of everyDocument(store)) if (!leftOut.includes(document.type)) yield document;
}
