import { z } from 'zod';

const role = z.enum(['organiser', 'chair', 'juror', 'assessor', 'scorer']);
const round = z.enum(['preselection', 'assessment', 'pitch']);

/** Where a role holds; an absent list leaves out nothing. */
const limit = z.strictObject({
  categories: z.array(z.string()).optional(),
  rounds: z.array(round).optional(),
});

const held = z.strictObject({ role, limit: limit.optional() });

export const editionPeople = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      roles: z.array(held),
      /** The code of the municipality that they work for. */
      organisation: z.string().optional(),
      revision: z.int(),
      isSelf: z.boolean(),
      /** Roles were taken away that can be given back. */
      mayGiveBack: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.strictObject({ id: z.string(), mail: z.string(), name: z.string().optional(), roles: z.array(held) }),
  ),
  municipalities: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

const person = z.string().min(3).max(200);
const onPerson = { person, basedOn: z.int().nonnegative() };
const municipality = z.string().regex(/^GM\d{4}$/);

export const changePeopleBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('give'), ...onPerson, role, limit: limit.optional() }),
  z.strictObject({ act: z.literal('take'), ...onPerson, role }),
  z.strictObject({ act: z.literal('give-back'), ...onPerson }),
  z.strictObject({ act: z.literal('organise'), ...onPerson, organisation: municipality.optional() }),
  z.strictObject({
    act: z.literal('invite'),
    /** Of the deed: the same list under the same key is taken once. */
    key: z.string().min(1).max(64),
    /** As pasted: names and addresses in whatever way. */
    addresses: z.string().max(100_000),
    role,
    limit: limit.optional(),
    organisation: municipality.optional(),
  }),
  z.strictObject({ act: z.literal('withdraw'), invitation: z.string().regex(/^invitation:[\w-]{20,64}$/) }),
]);

export const changedPeople = z.strictObject({
  outcome: z.enum(['done', 'changed-elsewhere', 'claimed']),
  /** Of an invitation: how many, and what could not be read as an address. */
  invited: z
    .strictObject({
      invited: z.int(),
      given: z.int(),
      already: z.int(),
      unread: z.array(z.string()),
    })
    .optional(),
  people: editionPeople,
});

export const editionChannels = z.strictObject({
  channels: z.array(
    z.strictObject({
      id: z.string(),
      use: z.enum(['jury', 'organisers']),
      /** The name of the one category that it is for; absent for all that have none of their own. */
      category: z.string().optional(),
      state: z.enum(['bound', 'none', 'lost']),
      since: z.iso.datetime().optional(),
    }),
  ),
});

export type EditionPeople = z.infer<typeof editionPeople>;
export type ChangePeopleBody = z.infer<typeof changePeopleBody>;
export type ChangedPeople = z.infer<typeof changedPeople>;
export type EditionChannels = z.infer<typeof editionChannels>;
