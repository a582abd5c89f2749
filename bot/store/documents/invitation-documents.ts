import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Invitation } from '../../domain/edition/invitation.ts';
import { mailKey } from '../../domain/edition/invitation.ts';
import { collection } from '../collection.ts';
import { addressListSeconds } from '../lifetimes.ts';
import { rolesHeldShape } from './edition-documents.ts';

/** In an edition's partition: who was invited by address, and what became of each list of addresses. */

const invitation: z.ZodType<Invitation> = z.object({
  mail: z.string(),
  name: z.string().optional(),
  ...rolesHeldShape,
  organisation: z.string().optional(),
  status: z.enum(['open', 'claimed', 'withdrawn']),
  invitedBy: z.string(),
  invitedAt: z.iso.datetime(),
  claimedBy: z.string().optional(),
  claimedAt: z.iso.datetime().optional(),
  alsoClaimedBy: z.array(z.string()).optional(),
});

/** By `invitation:<SHA-256 of the address>`: an id can't hold an address. */
export const roleInvitations = collection('role-invitation', invitation);
export const roleInvitationPrefix = 'invitation:';

export function roleInvitationId(mail: string): string {
  return roleInvitationPrefix + createHash('sha256').update(mailKey(mail)).digest('base64url');
}

const count = z.int().min(0);

/** By `address-list:<id>`: how far a list of addresses was taken, and what came of it; for a while. */
export const addressLists = collection(
  'address-list',
  z.object({ taken: count, invited: count, given: count, already: count }),
  { ttlSeconds: addressListSeconds },
);

export function addressListId(list: string): string {
  return `address-list:${list}`;
}
