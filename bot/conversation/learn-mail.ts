import type { ChatAddress, Person } from '../domain/person.ts';
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

/** A turn has to answer in seconds: longer than this a nicety may not take. */
const patienceMs = 1_500;

/** The person with their mail address, if Teams knows it: asked once, when we meet them. */
export async function learnMail(
  store: DocumentStore,
  person: Person,
  { profileOf, log }: Asking,
): Promise<Person> {
  const { chat, teamsUserId } = person;
  if (
    profileOf === undefined ||
    person.mail !== undefined ||
    chat === undefined ||
    teamsUserId === undefined
  ) {
    return person;
  }
  const known = await people.read(store, personPartition(personId(person)), personDocumentId);
  if (known !== undefined) return person;
  try {
    const profile = await Promise.race([profileOf(chat, teamsUserId), nothingAfter(patienceMs)]);
    return { ...person, name: person.name || (profile?.name ?? ''), mail: profile?.mail };
  } catch (error) {
    log?.warn({ err: error }, 'Teams did not say who somebody is; they are asked for their mail address');
    return person;
  }
}

function nothingAfter(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
