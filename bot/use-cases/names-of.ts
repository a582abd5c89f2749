import type { PersonId } from '../domain/person.ts';
import { editionPartition, editionRoles, rolePrefix } from '../store/documents/edition-documents.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import type { DocumentStore } from '../store/port.ts';

/** What people are called in an edition; who is organiser by settings alone is called what their chat says. */
export async function namesOf(
  store: DocumentStore,
  editionId: string,
  persons: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for (const person of new Set(persons)) {
    const role = await editionRoles.read(store, editionPartition(editionId), rolePrefix + person);
    const name = role?.value.name === '' ? undefined : role?.value.name;
    const called = name ?? (await nameIn(store, person));
    if (called !== undefined) names.set(person, called);
  }
  return names;
}

async function nameIn(store: DocumentStore, person: PersonId): Promise<string | undefined> {
  return (await people.read(store, personPartition(person), personDocumentId))?.value.name;
}
