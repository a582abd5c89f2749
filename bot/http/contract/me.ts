import { z } from 'zod';

const category = z.strictObject({ id: z.string(), name: z.string(), explanation: z.string() });

const editionSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  phase: z.enum(['before', 'open', 'closed']),
  categories: z.array(category),
  example: z.boolean(),
});

const round = z.strictObject({
  id: z.string(),
  name: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  phase: z.enum(['before', 'open', 'closed']),
  shortlistSize: z.int(),
  scale: z.strictObject({ lowest: z.int(), highest: z.int() }),
});

/** Which screens there are for this person, besides those for everybody. */
const may = z.strictObject({
  /** The list of submissions. */
  submissions: z.boolean(),
  score: z.boolean(),
  leaderboard: z.boolean(),
  shortlist: z.boolean(),
  progress: z.boolean(),
  juryRoom: z.boolean(),
  edition: z.boolean(),
});

export const me = z.strictObject({
  name: z.string(),
  language: z.enum(['nl', 'en']),
  roles: z.array(z.enum(['organiser', 'chair', 'juror', 'scorer', 'assessor'])),
  may,
  edition: editionSummary.optional(),
  round: round.optional(),
  /** The ids of the categories whose standings are for this person. */
  standings: z.array(z.string()),
});

export type Me = z.infer<typeof me>;
