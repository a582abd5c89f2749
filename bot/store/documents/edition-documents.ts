import { z } from 'zod';
import type {
  ChannelBinding,
  EditionRole,
  JuryChannel,
  RoleLimit,
  RolesHeld,
} from '../../domain/edition/edition-role.ts';
import { editionSchema } from '../../domain/edition/edition-schema.ts';
import { collection } from '../collection.ts';

/**
 * The partition of an edition: its settings, its people, its jury channels and its numbering.
 * A small partition beside it says which edition a programme runs now.
 */

export const programmePartition = 'programme:gemeentedelers';

export const editionPartitionPrefix = 'edition:';

export function editionPartition(editionId: string): string {
  return `${editionPartitionPrefix}${editionId}`;
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

const channelShape = {
  serviceUrl: z.url(),
  conversationId: z.string(),
  tenantId: z.string(),
  teamId: z.string().optional(),
  teamsTeamId: z.string().optional(),
};

/** As a delivery keeps it: where a post was sent. */
export const channelSchema: z.ZodType<JuryChannel> = z.object(channelShape);

const channelBinding: z.ZodType<ChannelBinding> = z.object({
  ...channelShape,
  state: z.enum(['unbound', 'lost']).optional(),
  turn: z.int().positive().optional(),
  since: z.iso.datetime().optional(),
});

const postsAsked = z.object({
  /** Counts the times that it was asked. */
  turn: z.int().positive(),
  by: z.string(),
  at: z.iso.datetime(),
  /** Of the deed that asked for it. */
  key: z.string(),
});

/** In the programme's partition, under {@link currentEditionId}. */
export const currentEditions = collection('current-edition', z.object({ editionId: z.string() }));
export const currentEditionId = 'current-edition';

export const editions = collection('edition', editionSchema);
export const editionDocumentId = 'edition';

/** By `role:<person>`. */
export const editionRoles = collection('edition-role', editionRole);
export const rolePrefix = 'role:';

/** By `channel:<category>`, or `channel:all` for every category that has none of its own. Never deleted. */
export const juryChannels = collection('jury-channel', channelBinding);
export const channelPrefix = 'channel:';
export const allCategories = 'all';
/** Where the organisation works. */
export const organisersChannelId = 'organisers-channel';

/** That an organiser asked for the posts that no longer stand in their channel. */
export const postsAskedAnew = collection('posts-asked-anew', postsAsked);
export const postsAskedAnewId = 'posts-asked-anew';

/** The next number to give. */
export const numberings = collection('numbering', z.object({ next: z.int().positive() }));
export const numberingId = 'numbering';

/** By `number:<submission>`: which number it got. */
export const givenNumbers = collection('given-number', z.object({ number: z.int().positive() }));
export const givenNumberPrefix = 'number:';
