import type { Erasure } from '../../domain/erasure/marks.ts';
import { isTheirId } from '../../domain/erasure/marks.ts';
import type { Redactor } from '../../domain/erasure/redact.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import { editionRoles } from '../../store/documents/edition-documents.ts';
import { roundPassings } from '../../store/documents/judging-documents.ts';
import { deliveries, messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { questionLineId } from '../../store/documents/question-documents.ts';
import { nudges } from '../../store/documents/reminder-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import { isShown } from './erase-order.ts';
import { settleAfterErasure } from './erase-settle.ts';
import { redactDocument } from './erasure-under-way.ts';
import { isAboutErasing } from './find-person.ts';
import type { Rewrite } from './rewrite.ts';

export interface Redacting {
  erasure: Erasure;
  redactor: Redactor;
  now: () => Instant;
}

/** What becomes of the documents of a partition that somebody is in; none when nobody is left in it. */
export function erasedDocuments(documents: readonly StoredDocument[], erasing: Redacting): Rewrite[] {
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

function rewriteOf(before: StoredDocument, { erasure, redactor, now }: Redacting): Rewrite | undefined {
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

interface Following {
  /** Names of messages to them. */
  silenced: ReadonlySet<string>;
  /** Of the documents that change. */
  changed: ReadonlySet<string>;
  shown: boolean;
  seats: boolean;
}

/** What follows for a document from what becomes of others. */
function follow(document: StoredDocument, following: Following, { erasure }: Redacting): StoredDocument {
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
