import { z } from 'zod';
import type { EditionRole, JuryChannel, RoleLimit, RolesHeld } from '../../domain/edition/edition-role.ts';
import { editionSchema } from '../../domain/edition/edition-schema.ts';
import { collection } from '../collection.ts';

/**
 * The partition of an edition: its settings, its people, its jury channels and its numbering.
 * A small partition beside it says which edition a programme runs now.
 */

export const programmePartition = 'programme:gemeentedelers';

export function editionPartition(editionId: string): string {
  return `edition:${editionId}`;
}

const roleLimit: z.ZodType<RoleLimit> = z.object({
  categories: z.array(z.string()).optional(),
  rounds: z.array(z.enum(['preselection', 'assessment', 'pitch'])).optional(),
});

export const rolesHeldShape = {
  roles: z.array(z.enum(['organiser', 'chair', 'juror', 'scorer', 'assessor'])),
  limits: z.partialRecord(z.enum(['chair', 'juror', 'scorer', 'assessor']), roleLimit).optional(),
} satisfies Record<keyof RolesHeld, z.ZodType>;

const editionRole: z.ZodType<EditionRole> = z.object({
  tenantId: z.string(),
  objectId: z.string(),
  name: z.string(),
  ...rolesHeldShape,
  revision: z.int().positive().optional(),
  formerly: z.object(rolesHeldShape).optional(),
  organisation: z.string().optional(),
  teamsUserId: z.string().optional(),
});

const juryChannel: z.ZodType<JuryChannel> = z.object({
  serviceUrl: z.url(),
  conversationId: z.string(),
  tenantId: z.string(),
  teamId: z.string().optional(),
});

/** In the programme's partition, under {@link currentEditionId}. */
export const currentEditions = collection('current-edition', z.object({ editionId: z.string() }));
export const currentEditionId = 'current-edition';

export const editions = collection('edition', editionSchema);
export const editionDocumentId = 'edition';

/** By `role:<person>`. */
export const editionRoles = collection('edition-role', editionRole);
export const rolePrefix = 'role:';

/** By `channel:<category>`, or `channel:all` for every category that has none of its own. */
export const juryChannels = collection('jury-channel', juryChannel);
export const channelPrefix = 'channel:';
export const allCategories = 'all';
/** Where the organisation works. */
export const organisersChannelId = 'organisers-channel';

/** The next number to give. */
export const numberings = collection('numbering', z.object({ next: z.int().positive() }));
export const numberingId = 'numbering';

/** By `number:<submission>`: which number it got. */
export const givenNumbers = collection('given-number', z.object({ number: z.int().positive() }));
export const givenNumberPrefix = 'number:';
