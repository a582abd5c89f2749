import type { ChatAddress, Person, PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import type { DocumentStore } from '../store/port.ts';

interface Profile {
  name: string;
  mail?: string;
}

export interface Asking {
  /** Who somebody is according to Teams: events bear no mail address. */
  profileOf?: (chat: ChatAddress, teamsUserId: string, tenantId: string) => Promise<Profile | undefined>;
  /** Fits pino. */
  log?: { warn(details: object, message: string): void };
}

/** The person with their mail address, if Teams knows it. */
export type LearnMail = (person: Person) => Promise<Person>;

/** A turn has to answer in seconds: longer than this a nicety may not take. */
const patienceMs = 1_500;
/** Whoever was asked about longest ago is forgotten, and may be asked about again. */
const mostAsked = 50_000;

/** What Teams said of somebody, as soon as it did. */
interface Question {
  profile?: Profile | undefined;
}

/**
 * Asks Teams once for each person whose address is not known, until the next start. An answer that comes too late for
 * the turn in which it was asked is there for the next.
 */
export function createLearnMail(store: DocumentStore, { profileOf, log }: Asking): LearnMail {
  const asked = new Map<PersonId, Question>();
  return async (person) => {
    const { chat, teamsUserId, tenantId } = person;
    const id = personId(person);
    if (profileOf === undefined || chat === undefined || teamsUserId === undefined) return person;
    if (person.mail !== undefined) return person;
    const before = asked.get(id);
    if (before !== undefined) return joined(person, before.profile);
    const known = await people.read(store, personPartition(id), personDocumentId);
    if (known?.value.mail !== undefined) return person;
    const question: Question = {};
    asked.set(id, question);
    if (asked.size > mostAsked) asked.delete(asked.keys().next().value ?? id);
    const answer = profileOf(chat, teamsUserId, tenantId).then(
      (profile) => void (question.profile = profile),
      (error: unknown) =>
        log?.warn({ err: error }, 'Teams did not say who somebody is; they are asked for their mail address'),
    );
    await Promise.race([answer, nothingAfter(patienceMs)]);
    return joined(person, question.profile);
  };
}

function joined(person: Person, profile: Profile | undefined): Person {
  return { ...person, name: person.name || (profile?.name ?? ''), mail: profile?.mail };
}

function nothingAfter(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
