import { canonicalJson } from '../../domain/canonical-json.ts';
import { MarkPattern } from '../../domain/erasure/mark-pattern.ts';
import type { Erasure, Marks } from '../../domain/erasure/marks.ts';
import { isTheirId, isTheirMail } from '../../domain/erasure/marks.ts';
import type { Redactor } from '../../domain/erasure/redact.ts';
import { discussionLines } from '../../store/documents/discussion-documents.ts';
import { editionRoles } from '../../store/documents/edition-documents.ts';
import { roleInvitations } from '../../store/documents/invitation-documents.ts';
import { abstentions } from '../../store/documents/judging-documents.ts';
import { questionLines } from '../../store/documents/question-documents.ts';
import { auditEntries, scoreSheets, submissions } from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import { redactDocument } from './erasure-under-way.ts';
import { isAboutErasing } from './find-person.ts';

/** Finds what has anything of somebody in it: in its place, its keys or its values, whatever kind of document it is. */
export class MarkSearch {
  readonly #pattern: MarkPattern;
  readonly #redactor: Redactor;

  constructor({ marks }: Pick<Erasure, 'marks'>, redactor: Redactor) {
    this.#pattern = new MarkPattern(marks);
    this.#redactor = redactor;
  }

  isTheirs(document: StoredDocument): boolean {
    const { partition, id, body } = document;
    if (isAboutErasing(document)) return false;
    if (this.#pattern.isIn(partition)) return true;
    if (![id, ...textsIn(body)].some((text) => this.#pattern.isIn(text))) return false;
    // Somebody else may be called the same.
    const after = redactDocument(this.#redactor, document);
    return after.id !== id || canonicalJson(after.body) !== canonicalJson(body);
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* textsIn(each);
  }
}

/** What a document of somebody's is to them. */
export type Share =
  | 'own'
  | 'handed-in'
  | 'contact'
  | 'role'
  | 'sheet'
  | 'talk'
  | 'question'
  | 'log'
  /** Something else in which they are named. */
  | 'named';

export function shareOf(document: StoredDocument, marks: Marks): Share {
  if (marks.id !== undefined && document.partition.includes(marks.id)) return 'own';
  if (submissions.is(document)) {
    if (isTheirId(marks, submissions.parse(document).value.submitter)) return 'handed-in';
    return isContactIn(document, marks) ? 'contact' : 'named';
  }
  if (scoreSheets.is(document))
    return isTheirId(marks, scoreSheets.parse(document).value.judge) ? 'sheet' : 'named';
  if (abstentions.is(document))
    return isTheirId(marks, abstentions.parse(document).value.judge) ? 'sheet' : 'named';
  if (discussionLines.is(document))
    return isTheirId(marks, discussionLines.parse(document).value.author) ? 'talk' : 'named';
  if (questionLines.is(document))
    return isTheirId(marks, questionLines.parse(document).value.by) ? 'question' : 'named';
  if (editionRoles.is(document)) return isRoleOf(document, marks) ? 'role' : 'named';
  if (roleInvitations.is(document)) {
    const { mail, claimedBy } = roleInvitations.parse(document).value;
    return isTheirMail(marks, mail) || isTheirId(marks, claimedBy) ? 'role' : 'named';
  }
  return auditEntries.is(document) ? 'log' : 'named';
}

/** Whether a document is a submission of which they are a contact, whoever handed it in. */
export function isContactIn(document: StoredDocument, marks: Marks): boolean {
  if (!submissions.is(document)) return false;
  const { contact, contactThere } = submissions.parse(document).value;
  return [contact, contactThere].some((each) => isTheirMail(marks, each?.mail));
}

function isRoleOf(document: StoredDocument, marks: Marks): boolean {
  const { tenantId, objectId } = editionRoles.parse(document).value;
  return isTheirId(marks, `${tenantId}:${objectId}`);
}
