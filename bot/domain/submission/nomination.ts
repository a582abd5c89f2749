import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { Submission } from './submission.ts';

/** What the contact over there says of an initiative that somebody else nominated. (GD3) */
export interface NominationAnswer {
  answer: 'confirmed' | 'declined';
  by: PersonId;
  name: string;
  at: Instant;
}

/** The mail address of the contact over there, as addresses are compared; `undefined` when nobody is to be asked. */
export function nominatedMail({
  whose,
  contactThere,
}: Pick<Submission, 'whose' | 'contactThere'>): string | undefined {
  const mail = whose === 'nominated' ? contactThere?.mail.trim().toLowerCase() : undefined;
  return mail === '' ? undefined : mail;
}
