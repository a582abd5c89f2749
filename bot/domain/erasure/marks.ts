import { mailKey } from '../edition/invitation.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** All that somebody can be known by in what is kept. */
export interface Marks {
  /** Absent for a contact who never used the app. */
  id?: PersonId;
  /** What Teams calls them, and their chat with the bot. */
  teams: string[];
  /** In lower case. */
  mails: string[];
  /** Of their invitations: each stands for an address. */
  invitations: string[];
  phones: string[];
  /** As they were written somewhere. */
  names: string[];
}

/** What takes the place of what was personal, in words. */
export interface ErasedWords {
  /** Of somebody: "deleted user". */
  name: string;
  /** Of a contact: that they are gone, and whom to ask. */
  contact: string;
  /** Of an address or a number in a text. */
  detail: string;
  /** Of something that they said. */
  said: string;
}

/** One erasure: whose, and what takes its place. */
export interface Erasure {
  marks: Marks;
  /** Made by chance for this erasure. */
  pseudonym: PersonId;
  words: ErasedWords;
  startedAt: Instant;
}

export function marksOf(about: Partial<Marks>): Marks {
  return { teams: [], mails: [], invitations: [], phones: [], names: [], ...about };
}

export function isTheirMail({ mails }: Pick<Marks, 'mails'>, mail: unknown): mail is string {
  return typeof mail === 'string' && mails.includes(mailKey(mail));
}

export function isTheirId({ id }: Pick<Marks, 'id'>, other: unknown): boolean {
  return id !== undefined && typeof other === 'string' && other.toLowerCase() === id;
}

/** Whether a name is somebody's alone: one word is many people's, and is left in texts. */
export function isFullName(name: string): boolean {
  return name.trim().split(/\s+/).length > 1;
}
