import { byItself } from '../../domain/audit-entry.ts';
import { placeWith, withoutRoles } from '../../domain/edition/change-roles.ts';
import type { Erasure } from '../../domain/erasure/marks.ts';
import type { Instant } from '../../domain/instant.ts';
import { personId } from '../../domain/person.ts';
import { editionRoles } from '../../store/documents/edition-documents.ts';
import { roleInvitations } from '../../store/documents/invitation-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import type { Deed } from '../log/audit-trail.ts';
import { invitationAsLogged, placeAsLogged } from '../people/people-log.ts';

/**
 * What can't go on under a pseudonym ends, as an act of its own: leading an edition, and an invitation that nobody can
 * use. The seat of a judge stays, so that what they scored goes on counting.
 */
export function settleAfterErasure(
  document: StoredDocument,
  { pseudonym }: Pick<Erasure, 'pseudonym'>,
  at: Instant,
): { after: StoredDocument; deed?: Deed } {
  const made = { at, by: byItself, subject: document.id };
  if (editionRoles.is(document)) {
    const { value: before } = editionRoles.parse(document);
    if (personId(before) !== pseudonym) return { after: document };
    const judges = placeWith(before, withoutRoles(before, ['organiser', 'chair']));
    if (judges.roles.length === before.roles.length && before.formerly === undefined)
      return { after: document };
    const after = { ...judges, revision: (before.revision ?? 0) + 1 };
    const logged = { before: placeAsLogged(before), after: placeAsLogged(after) };
    return { after: withBody(document, after), deed: { ...made, act: 'take-role', ...logged } };
  }
  if (roleInvitations.is(document)) {
    const { value: before } = roleInvitations.parse(document);
    if (before.status !== 'open' || before.mail !== '') return { after: document };
    const after = { ...before, status: 'withdrawn' as const };
    const logged = { before: invitationAsLogged(before), after: invitationAsLogged(after) };
    return { after: withBody(document, after), deed: { ...made, act: 'withdraw-invitation', ...logged } };
  }
  return { after: document };
}

function withBody(document: StoredDocument, body: object): StoredDocument {
  // @NOTE a document that was read and changed is plain data
  return { ...document, body: body as StoredDocument['body'] };
}
