import { byItself, type AuditEntry } from '../../domain/audit-entry.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import { pseudonymOf } from '../../domain/person.ts';
import { outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  auditEntries,
  auditHeadId,
  auditHeads,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import { lifetimeLeft } from '../../store/lifetime-left.ts';
import type { DocumentStore, Operation, StoredDocument } from '../../store/port.ts';
import { auditSeveral } from '../log/audit-trail.ts';
import { clearedDocument, clearedValue, messagesToClear, type Clearing } from './clear-submission-values.ts';
import { erasureDeed } from './erasure-vouch.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { Rewrite } from './rewrite.ts';
import { firstThatFit } from './rewrite.ts';
import { vouchForLog } from '../log/vouch-for-log.ts';
import { documentsOf } from '../../store/whole-feed.ts';

/** What stands in a submission in the place of what was in it. */
export interface ClearedWords {
  title: string;
}

/**
 * Takes all that is personal and all text out of a submission that was withdrawn. Its number stays taken, its log stays
 * whole: what is left of each entry is vouched for. The submission itself is last, so that what was broken off is found
 * again.
 */
export async function clearSubmission(
  { store, now }: { store: DocumentStore; now: () => Instant },
  submissionId: string,
  words: ClearedWords,
): Promise<void> {
  const partition = submissionPartition(submissionId);
  for (let isDone = false; !isDone;) {
    isDone = await retryWhenChanged(partition, async () => {
      const documents = await documentsOf(store, partition);
      const clearing = clearingOf(documents, submissionId, words);
      if (clearing === undefined) return true;
      const rewrites = rewritesOf(documents, clearing);
      const some = firstThatFit(rewrites, documents.flatMap(drawnAgain).length);
      if (some.length === 0) return true;
      await store.commit(partition, operationsOf(some, documents, clearing, now()));
      return some.length === rewrites.length;
    });
  }
}

/** `undefined` when it was put back meanwhile, or is gone. */
function clearingOf(
  documents: readonly StoredDocument[],
  submissionId: string,
  { title }: ClearedWords,
): Clearing | undefined {
  const kept = documents.find(({ id }) => id === submissionDocumentId);
  const submission = kept && submissions.parse(kept).value;
  if (submission?.status !== 'withdrawn') return undefined;
  return {
    ...{ submitter: submission.submitter, pseudonym: pseudonymOf(submissionId), title },
    messages: messagesToClear(documents),
  };
}

function rewritesOf(documents: readonly StoredDocument[], clearing: Clearing): Rewrite[] {
  const rewrites = documents.flatMap((before): Rewrite[] => {
    const after = auditEntries.is(before)
      ? clearedEntry(before, clearing)
      : clearedDocument(before, clearing);
    const isSame = after !== undefined && canonicalJson(after.body) === canonicalJson(before.body);
    return isSame ? [] : [{ before, after }];
  });
  const isLast = ({ before }: Rewrite) => Number(before.id === submissionDocumentId);
  return rewrites.sort((one, other) => isLast(one) - isLast(other));
}

/** What is left of a log entry keeps its hash and its place; its salt goes. */
function clearedEntry(document: StoredDocument, clearing: Clearing): StoredDocument {
  const { salt: _salt, ...entry } = auditEntries.parse(document).value;
  if (entry.act === 'erase-person') return document;
  const cleared: AuditEntry = {
    ...entry,
    by: personLeft(entry, clearing),
    ...('before' in entry && { before: clearedValue(entry.subject, entry.before, clearing) }),
    ...('after' in entry && { after: clearedValue(entry.subject, entry.after, clearing) }),
  };
  if (canonicalJson(cleared) === canonicalJson(entry)) return document;
  // @NOTE a log entry is plain data
  return { ...document, body: { ...cleared, redacted: true } as unknown as StoredDocument['body'] };
}

/** Its posts in the jury channel show what is left of it. */
function drawnAgain(document: StoredDocument): Operation[] {
  if (!outgoingMessages.is(document)) return [];
  const { id, value, etag } = outgoingMessages.parse(document);
  if (value.content.kind !== 'jury-post') return [];
  return [outgoingMessages.replace(id, { ...value, wanted: value.wanted + 1 }, etag)];
}

/** Whoever handed it in, or answered for whom it is about. */
function personLeft({ act, by }: AuditEntry, { submitter, pseudonym }: Clearing): PersonId {
  return by === submitter || act === 'answer-nomination' ? pseudonym : by;
}

function operationsOf(
  rewrites: readonly Rewrite[],
  documents: readonly StoredDocument[],
  clearing: Clearing,
  at: Instant,
): Operation[] {
  const operations = rewrites.map(({ before, after }): Operation => {
    const { id, etag } = before;
    if (after === undefined) return { kind: 'delete', id, etag };
    return { kind: 'replace', id, type: after.type, body: after.body, etag, ...lifetimeLeft(before) };
  });
  const isLast = rewrites.some(({ before }) => before.id === submissionDocumentId);
  if (isLast) operations.push(...documents.flatMap(drawnAgain));
  const head = documents.find(({ id }) => id === auditHeadId);
  const { vouch } = vouchForLog({
    pseudonym: clearing.pseudonym,
    written: rewrites.map(({ after }) => after),
    documents,
    inTheEnd: (entry) => clearedEntry(entry, clearing),
  });
  const deed = erasureDeed(at, byItself, clearing.pseudonym, vouch);
  return [...operations, ...auditSeveral([deed], { head: head && auditHeads.parse(head) })];
}
