import { mailKey } from '../../domain/edition/invitation.ts';
import type { Marks } from '../../domain/erasure/marks.ts';
import { isTheirId, isTheirMail, marksOf } from '../../domain/erasure/marks.ts';
import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { erasures, tombstones } from '../../store/documents/erasure-documents.ts';
import { roleInvitationId, roleInvitations } from '../../store/documents/invitation-documents.ts';
import { people } from '../../store/documents/person-documents.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { everyDocument } from '../../store/whole-feed.ts';

/** Whom somebody means by an id or an address. */
export type FoundPerson =
  | { kind: 'found'; marks: Marks }
  | { kind: 'unknown' }
  /** More than one has this address. */
  | { kind: 'several'; ids: PersonId[] };

/** @param wanted `tenant:objectId`, or a mail address */
export async function findPerson(store: DocumentStore, wanted: string): Promise<FoundPerson> {
  const isMail = wanted.includes('@');
  const ids = isMail ? await idsWith(store, mailKey(wanted)) : [wanted.trim().toLowerCase()];
  if (ids.length > 1) return { kind: 'several', ids };
  const marks = marksOf({
    ...(ids[0] !== undefined && { id: ids[0] }),
    mails: isMail ? [mailKey(wanted)] : [],
  });
  await learnAddresses(store, marks);
  const isKnown = await learnTheRest(store, marks);
  return isKnown ? { kind: 'found', marks } : { kind: 'unknown' };
}

/** Documents about erasing somebody tell of nobody else. */
export function isAboutErasing(document: StoredDocument): boolean {
  return erasures.is(document) || tombstones.is(document);
}

async function idsWith(store: DocumentStore, mail: string): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for await (const document of everyDocument(store)) {
    if (!people.is(document)) continue;
    const { value } = people.parse(document);
    if (value.mail !== undefined && mailKey(value.mail) === mail) ids.push(personId(value));
  }
  return ids.sort();
}

/** The addresses that Teams said were theirs: before all else, as others of their details stand beside them. */
async function learnAddresses(store: DocumentStore, marks: Marks): Promise<void> {
  const mails = new Set(marks.mails);
  for await (const document of everyDocument(store)) {
    if (people.is(document)) {
      const { value } = people.parse(document);
      if (!isTheirId(marks, personId(value))) continue;
      if (value.mail !== undefined) mails.add(mailKey(value.mail));
      marks.teams.push(
        ...[value.teamsUserId, value.chat?.conversationId].filter((each) => each !== undefined),
      );
    } else if (roleInvitations.is(document)) {
      const { value } = roleInvitations.parse(document);
      if (isTheirId(marks, value.claimedBy) && value.mail !== '') mails.add(mailKey(value.mail));
    }
  }
  marks.mails = [...mails];
  marks.invitations = marks.mails.map(roleInvitationId);
}

/** @returns whether there is anything of theirs at all */
async function learnTheRest(store: DocumentStore, marks: Marks): Promise<boolean> {
  const learner = new Learner(marks);
  for await (const document of everyDocument(store)) {
    if (isAboutErasing(document)) continue;
    learner.learn(document.body);
    if (marks.id !== undefined && `${document.partition}/${document.id}`.includes(marks.id))
      learner.isKnown = true;
  }
  marks.names = [...learner.names];
  marks.phones = [...learner.phones];
  marks.teams = [...new Set([...marks.teams, ...learner.teams])];
  return learner.isKnown;
}

/** Walks whatever there is, and keeps what stands beside their id or address. */
class Learner {
  readonly names = new Set<string>();
  readonly phones = new Set<string>();
  readonly teams = new Set<string>();
  isKnown = false;
  readonly #marks: Marks;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  learn(value: unknown): void {
    if (typeof value === 'string' && isTheirId(this.#marks, value)) this.isKnown = true;
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) this.#take(fieldsOf(value), 'roles' in value);
    for (const each of Object.values(value)) this.learn(each);
  }

  #take(fields: Record<string, string | undefined>, isPlace: boolean): void {
    const { tenantId, objectId, person, by, author, mail, name, authorName, phone, teamsUserId } = fields;
    const ids = [person, by, author, `${tenantId ?? ''}:${objectId ?? ''}`];
    const isThem = ids.some((id) => isTheirId(this.#marks, id));
    const hasTheirMail = isTheirMail(this.#marks, mail);
    if (!isThem && !hasTheirMail) return;
    this.isKnown = true;
    if (phone !== undefined && phone !== '') this.phones.add(phone);
    if (teamsUserId !== undefined) this.teams.add(teamsUserId);
    // A contact can be called after a desk or a team, which is in many texts; who has an id has a name of their own.
    const isName = (each: string) =>
      each !== '' && (isThem || isPlace || (this.#marks.id === undefined && !desk.test(each)));
    for (const each of [name, authorName])
      if (each !== undefined && isName(each)) this.names.add(each.trim());
  }
}

const desk = /gemeente|provincie|waterschap|afdeling|team|loket|redactie|secretariaat|bureau|projectgroep/i;

function fieldsOf(value: object): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'));
}
