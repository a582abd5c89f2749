import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { RolesHeld } from './edition-role.ts';

/** That whoever has this address gets these roles, as soon as the app hears from them. */
export interface Invitation extends RolesHeld {
  /** In lower case. */
  mail: string;
  /** As it stood beside the address, if it did. */
  name?: string;
  /** The municipality they work for, if the organiser said so. */
  organisation?: string;
  status: 'open' | 'claimed' | 'withdrawn';
  invitedBy: PersonId;
  invitedAt: Instant;
  /** The first who had the address. */
  claimedBy?: PersonId;
  claimedAt?: Instant;
  /** Others who turned out to have it too: they got nothing. */
  alsoClaimedBy?: PersonId[];
}

/** How an address is compared, whoever wrote it. */
export function mailKey(mail: string): string {
  return mail.trim().toLowerCase();
}
