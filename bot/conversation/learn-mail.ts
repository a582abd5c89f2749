import type { ChatAddress, Person, PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import type { DocumentStore } from '../store/port.ts';

export interface Asking {
  /** Who somebody is according to Teams: events bear no mail address. */
  profileOf?: (
    chat: ChatAddress,
    teamsUserId: string,
  ) => Promise<{ name: string; mail?: string } | undefined>;
  /** Fits pino. */
  log?: { warn(details: object, message: string): void };
}

/** The person with their mail address, if Teams knows it. */
export type LearnMail = (person: Person) => Promise<Person>;

/** A turn has to answer in seconds: longer than this a nicety may not take. */
const patienceMs = 1_500;
/** Whoever was asked about longest ago is forgotten, and may be asked about again. */
const mostAsked = 50_000;

/** Asks Teams once for each person whose address is not known, until the next start. */
export function createLearnMail(store: DocumentStore, { profileOf, log }: Asking): LearnMail {
  const asked = new Set<PersonId>();
  return async (person) => {
    const { chat, teamsUserId } = person;
    const id = personId(person);
    if (profileOf === undefined || chat === undefined || teamsUserId === undefined) return person;
    if (person.mail !== undefined || asked.has(id)) return person;
    const known = await people.read(store, personPartition(id), personDocumentId);
    if (known?.value.mail !== undefined) return person;
    asked.add(id);
    if (asked.size > mostAsked) asked.delete(asked.values().next().value ?? id);
    try {
      const profile = await Promise.race([profileOf(chat, teamsUserId), nothingAfter(patienceMs)]);
      return { ...person, name: person.name || (profile?.name ?? ''), mail: profile?.mail };
    } catch (error) {
      log?.warn({ err: error }, 'Teams did not say who somebody is; they are asked for their mail address');
      return person;
    }
  };
}

function nothingAfter(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
