import type { Erasure } from '../domain/erasure/marks.ts';
import { isTheirId } from '../domain/erasure/marks.ts';
import type { Redactor } from '../domain/erasure/redact.ts';
import { byItself } from '../domain/audit-entry.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Instant } from '../domain/instant.ts';
import type { OutgoingMessage } from '../domain/outgoing-message.ts';
import { discussionLines } from '../store/documents/discussion-documents.ts';
import { tombstones } from '../store/documents/erasure-documents.ts';
import { roundPassings } from '../store/documents/judging-documents.ts';
import { editionRoles } from '../store/documents/edition-documents.ts';
import { deliveries, messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import { questionLineId, questionLines } from '../store/documents/question-documents.ts';
import { nudges } from '../store/documents/reminder-documents.ts';
import { auditEntries, auditHeadId, auditHeads } from '../store/documents/submission-documents.ts';
import { lifetimeLeft } from '../store/lifetime-left.ts';
import type { DocumentStore, Operation, StoredDocument } from '../store/port.ts';
import { maxCommitBytes, maxOperations } from '../store/port.ts';
import type { Deed } from './audit-trail.ts';
import { auditSeveral } from './audit-trail.ts';
import { settleAfterErasure } from './erase-settle.ts';
import { redactDocument } from './erasure-under-way.ts';
import type { Vouch, VouchedCut } from './erasure-vouch.ts';
import { erasureDeed } from './erasure-vouch.ts';
import { isAboutErasing } from './find-person.ts';
import { retryWhenChanged } from './retry-when-changed.ts';
import { vouchForLog } from './vouch-for-log.ts';
import { documentsOf } from '../store/whole-feed.ts';

export interface Erasing {
  store: DocumentStore;
  erasure: Erasure;
  redactor: Redactor;
  now: () => Instant;
  /** Whether servers may be reading the feed meanwhile: what goes then leaves a tombstone behind for a day. */
  isRead: boolean;
}

/** What becomes of one document. */
interface Rewrite {
  before: StoredDocument;
  /** `undefined`: it goes. */
  after: StoredDocument | undefined;
  /** What that is an act of, besides the erasure. */
  deed?: Deed;
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
      const rewrites = inOrder(rewritesOf(documents, erasing));
      if (rewrites.length === 0) return true;
      const first = rewrites.slice(0, asMuchAsFits(rewrites));
      await store.commit(partition, await operationsOf(first, documents, erasing, cutsOf));
      return false;
    });
  }
}

function rewritesOf(documents: readonly StoredDocument[], erasing: Erasing): Rewrite[] {
  const kept = documents.filter((document) => !isAboutErasing(document));
  const rewrites = kept.flatMap((before) => rewriteOf(before, erasing) ?? []);
  const silenced = silencedNames(kept, erasing.erasure);
  const shown = rewrites.some(({ before }) => isShown(before));
  const changed = new Set(rewrites.map(({ before }) => before.id));
  const seats = rewrites.some(({ before }) => editionRoles.is(before));
  const done = new Map(rewrites.map((rewrite) => [rewrite.before.id, rewrite]));
  for (const before of kept) {
    const after = done.get(before.id)?.after ?? before;
    const further = follow(after, { silenced, changed, shown, seats }, erasing);
    if (further !== after) done.set(before.id, { ...done.get(before.id), before, after: further });
  }
  return [...done.values()];
}

function rewriteOf(before: StoredDocument, { erasure, redactor, now }: Erasing): Rewrite | undefined {
  const after = redactDocument(redactor, before);
  const isSame = after.id === before.id && canonicalJson(after.body) === canonicalJson(before.body);
  if (isSame) return undefined;
  if (isWish(before, erasure)) return { before, after: undefined };
  return { before, ...settleAfterErasure(after, erasure, now()) };
}

/** What would still be done about them: a reminder that was asked for, a message that waits. */
function isWish(document: StoredDocument, { marks }: Erasure): boolean {
  if (nudges.is(document)) return isTheirId(marks, nudges.parse(document).value.judge);
  return document.type === 'waiting-message';
}

/** Messages to them that stand in a partition that is not theirs. */
function silencedNames(documents: readonly StoredDocument[], { marks }: Erasure): ReadonlySet<string> {
  return new Set(
    documents.flatMap((document) => {
      if (!outgoingMessages.is(document)) return [];
      const { destination } = outgoingMessages.parse(document).value;
      const isTheirs = destination.kind === 'person' && isTheirId(marks, destination.person);
      return isTheirs ? [document.id.slice(messagePrefix.length)] : [];
    }),
  );
}

/** What cards show; where that changes, they are drawn again. */
function isShown({ type }: StoredDocument): boolean {
  return ['submission', 'question', 'nomination-answer'].includes(type);
}

interface Following {
  /** Names of messages to them. */
  silenced: ReadonlySet<string>;
  /** Of the documents that change. */
  changed: ReadonlySet<string>;
  shown: boolean;
  seats: boolean;
}

/** What follows for a document from what becomes of others. */
function follow(document: StoredDocument, following: Following, { erasure }: Erasing): StoredDocument {
  const { silenced, seats } = following;
  const name = document.id.slice(document.id.indexOf(':') + 1);
  if (deliveries.is(document) && silenced.has(name)) {
    const gone = { state: 'undeliverable', reason: 'erased', since: erasure.startedAt };
    return canonicalJson(document.body) === canonicalJson(gone) ? document : { ...document, body: gone };
  }
  if (outgoingMessages.is(document) && !silenced.has(name)) {
    const { value } = outgoingMessages.parse(document);
    return shows(value, following) ? withBody(document, { ...value, wanted: value.wanted + 1 }) : document;
  }
  if (roundPassings.is(document) && seats) {
    const { panel, ...passing } = roundPassings.parse(document).value;
    return panel === undefined ? document : withBody(document, passing);
  }
  return document;
}

/** Whether a message shows what changes. */
function shows({ content }: OutgoingMessage, { changed, shown }: Following): boolean {
  if (content.kind === 'nothing' || content.kind === 'moved-post') return false;
  return content.kind === 'question-line' ? changed.has(questionLineId(content.place)) : shown;
}

function withBody(document: StoredDocument, body: object): StoredDocument {
  // @NOTE a document that was read and changed is plain data
  return { ...document, body: body as StoredDocument['body'] };
}

/**
 * No message is in a later commit than what it shows, nor than how it stands with Teams: what was broken off in between
 * is found again. Then what is, then what was.
 */
function inOrder(rewrites: readonly Rewrite[]): Rewrite[] {
  const places = new Map(rewrites.map((rewrite) => [rewrite, placeOf(rewrite)]));
  return [...rewrites].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

function placeOf({ before }: Rewrite): number {
  if (deliveries.is(before)) return 0;
  if (outgoingMessages.is(before)) {
    const { content } = outgoingMessages.parse(before).value;
    return content.kind === 'question-line' ? 2 + content.place / 1_000 : 1;
  }
  if (questionLines.is(before)) return 2.000_5 + questionLines.parse(before).value.place / 1_000;
  if (auditEntries.is(before)) return 5;
  return discussionLines.is(before) ? 6 : isShown(before) ? 3 : 4;
}

/** Room for the erasure's own entry and the end of the log. */
const kept = { operations: 3, bytes: 64 * 1024 };

/** How many of them go in one commit; at least one. */
function asMuchAsFits(rewrites: readonly Rewrite[]): number {
  let [operations, bytes] = [kept.operations, kept.bytes];
  for (const [index, rewrite] of rewrites.entries()) {
    const moves = rewrite.after !== undefined && rewrite.after.id !== rewrite.before.id;
    operations += 1 + (moves ? 1 : 0) + (rewrite.deed === undefined ? 0 : 1);
    bytes += Buffer.byteLength(JSON.stringify([rewrite.after ?? rewrite.before, rewrite.deed]));
    if (index > 0 && (operations > maxOperations || bytes > maxCommitBytes)) return index;
  }
  return rewrites.length;
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
