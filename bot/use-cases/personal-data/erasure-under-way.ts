import type { Erasure } from '../../domain/erasure/marks.ts';
import { Redactor } from '../../domain/erasure/redact.ts';
import { auditEntries } from '../../store/documents/submission-documents.ts';
import type { Json, StoredDocument } from '../../store/port.ts';
import { Vouches } from './erasure-vouch.ts';

/** A document as it is once somebody is out of it. */
export function redactDocument(redactor: Redactor, document: StoredDocument): StoredDocument {
  const { id, body } = document;
  const after = auditEntries.is(document) ? redactor.entry(body) : redactor.value(body);
  // @NOTE what was JSON stays JSON: only texts in it change
  return { ...document, id: redactor.id(id), body: after as Json };
}

/**
 * The documents of a partition as they will be: an erasure may need several commits, and what it has not come to yet
 * still has its old names.
 */
export function asErased(
  documents: readonly StoredDocument[],
  underWay: readonly Erasure[],
): readonly StoredDocument[] {
  const vouches = new Vouches(
    documents.filter(auditEntries.is).map((document) => auditEntries.parse(document).value),
  );
  const begun = underWay.filter(({ pseudonym }) => vouches.tellsOf(pseudonym));
  return begun.reduce((all, erasure) => {
    const redactor = new Redactor(erasure);
    return all.map((document) => redactDocument(redactor, document));
  }, documents);
}
