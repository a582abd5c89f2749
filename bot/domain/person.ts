import type { PlainDay } from './instant.ts';

/** Who somebody is to Entra: the only thing that identifies a person here, never a mail address. */
export interface PersonKey {
  tenantId: string;
  /** Entra object id. */
  objectId: string;
}

/** One string for a person: what documents and cards refer to. */
export type PersonId = string;

export function personId(key: PersonKey): PersonId {
  return `${key.tenantId}:${key.objectId}`.toLowerCase();
}

/** The way back from {@link personId}, in its lower case. */
export function personKeyOf(id: PersonId): PersonKey {
  const colon = id.indexOf(':');
  return { tenantId: id.slice(0, colon), objectId: id.slice(colon + 1) };
}

const erased = 'erased';

/** What somebody is called by from their erasure on. It tells nothing of who they were. @param chance a new uuid */
export function pseudonymOf(chance: string): PersonId {
  return personId({ tenantId: erased, objectId: chance });
}

/** Whether this is what is left of somebody who was erased: nothing is ever sent to them, nobody is them. */
export function isPseudonym(id: PersonId): boolean {
  return id.startsWith(`${erased}:`);
}

export type Language = 'nl' | 'en';

/** What the app knows of somebody who has spoken to it. Unknown is absent. */
export interface Person extends PersonKey {
  name: string;
  mail?: string;
  language: Language;
  /** Their id in Teams (`29:…`): what a card's refresh list wants. */
  teamsUserId?: string;
  /** Where the bot can reach them in person. */
  chat?: ChatAddress;
  /** A day on which they spoke to it, at most a week before the last one: their data is kept for a term from then. */
  seenOn?: PlainDay;
}

/** A day more would be one more write for each day that somebody is here. */
export const daysSeenAgain = 7;

/** What to keep of somebody who is here today. */
export function seenAgain(before: PlainDay | undefined, today: PlainDay): PlainDay {
  const isRecent =
    before !== undefined && Date.parse(today) - Date.parse(before) < daysSeenAgain * 86_400_000;
  return isRecent ? before : today;
}

/** Where in Teams something is said; the service address is the one Teams last used. */
export interface ChatAddress {
  serviceUrl: string;
  conversationId: string;
}
