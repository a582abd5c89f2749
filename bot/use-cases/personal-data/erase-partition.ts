import { byItself } from '../../domain/audit-entry.ts';
import { tombstones } from '../../store/documents/erasure-documents.ts';
import { auditHeadId, auditHeads } from '../../store/documents/submission-documents.ts';
import { lifetimeLeft } from '../../store/lifetime-left.ts';
import type { DocumentStore, Operation, StoredDocument } from '../../store/port.ts';
import { documentsOf } from '../../store/whole-feed.ts';
import { auditSeveral } from '../log/audit-trail.ts';
import type { Redacting } from './erase-documents.ts';
import { erasedDocuments } from './erase-documents.ts';
import { inOrder } from './erase-order.ts';
import { redactDocument } from './erasure-under-way.ts';
import type { Vouch, VouchedCut } from './erasure-vouch.ts';
import { erasureDeed } from './erasure-vouch.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { Rewrite } from './rewrite.ts';
import { firstThatFit } from './rewrite.ts';
import { vouchForLog } from '../log/vouch-for-log.ts';

export interface Erasing extends Redacting {
  store: DocumentStore;
  /** Whether servers may be reading the feed meanwhile: what goes then leaves a tombstone behind for a day. */
  isRead: boolean;
}

/**
 * Takes somebody out of one partition that is not their own, in as many commits as it needs. After each of them its log
 * verifies.
 * @param cutsOf asked before the first commit: the hashes of fixed cuts, as they are from then on
 */
export async function erasePartition(
  erasing: Erasing,
  partition: string,
  cutsOf: () => Promise<VouchedCut[]>,
): Promise<void> {
  const { store } = erasing;
  for (let isDone = false; !isDone;) {
    isDone = await retryWhenChanged(partition, async () => {
      const documents = await documentsOf(store, partition);
      const rewrites = inOrder(erasedDocuments(documents, erasing));
      if (rewrites.length === 0) return true;
      const operations = await operationsOf(firstThatFit(rewrites), documents, erasing, cutsOf);
      await store.commit(partition, operations);
      return false;
    });
  }
}

async function operationsOf(
  rewrites: readonly Rewrite[],
  documents: readonly StoredDocument[],
  erasing: Erasing,
  cutsOf: () => Promise<VouchedCut[]>,
): Promise<Operation[]> {
  const operations = rewrites.flatMap((rewrite) => written(rewrite, erasing));
  const head = documents.find(({ id }) => id === auditHeadId);
  const acts = rewrites.flatMap(({ deed }) => deed ?? []);
  if (head === undefined && acts.length === 0) return operations;
  const vouch = await vouchFor(rewrites, documents, erasing, cutsOf);
  const { pseudonym } = erasing.erasure;
  const deeds = [erasureDeed(erasing.now(), byItself, pseudonym, vouch), ...acts];
  return [...operations, ...auditSeveral(deeds, { head: head && auditHeads.parse(head) })];
}

function written({ before, after }: Rewrite, { isRead }: Erasing): Operation[] {
  const { id, etag } = before;
  if (after === undefined) return [{ kind: 'delete', id, etag }];
  const { type, body } = after;
  const lifetime = lifetimeLeft(before);
  if (after.id === id) return [{ kind: 'replace', id, type, body, etag, ...lifetime }];
  const goes: Operation = isRead ? tombstones.replace(id, {}, etag) : { kind: 'delete', id, etag };
  return [goes, { kind: 'create', id: after.id, type, body, ...lifetime }];
}

/** Of fixed cuts, the hashes follow from the whole erasure: the first commit vouches for them. */
async function vouchFor(
  rewrites: readonly Rewrite[],
  documents: readonly StoredDocument[],
  { erasure: { pseudonym }, redactor }: Erasing,
  cutsOf: () => Promise<VouchedCut[]>,
): Promise<Vouch> {
  const written = rewrites.map(({ after }) => after);
  const inTheEnd = (entry: StoredDocument) => redactDocument(redactor, entry);
  const { vouch, isFirst } = vouchForLog({ pseudonym, written, documents, inTheEnd });
  const cuts = isFirst ? await cutsOf() : [];
  return { ...vouch, ...(cuts.length > 0 && { cuts }) };
}
