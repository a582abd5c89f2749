import { z } from 'zod';
import type { Person, PersonId } from '../../domain/person.ts';
import { collection } from '../collection.ts';

/** The partition of a person: who they are, their conversation, their drafts and the messages to them. */
export function personPartition(person: PersonId): string {
  return `person:${person}`;
}

const person: z.ZodType<Person> = z.object({
  tenantId: z.string(),
  objectId: z.string(),
  name: z.string(),
  mail: z.string().optional(),
  language: z.enum(['nl', 'en']),
  teamsUserId: z.string().optional(),
  chat: z.object({ serviceUrl: z.string(), conversationId: z.string() }).optional(),
  seenOn: z.iso.date().optional(),
});

export const people = collection('person', person);
export const personDocumentId = 'person';
