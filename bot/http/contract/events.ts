import { z } from 'zod';

/** What has changed for this person, to ask again; carries no data. */
export const tabEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leaderboard'), categoryId: z.string() }),
  z.strictObject({ kind: z.literal('progress') }),
  /** The list of submissions, or what one of them says. */
  z.strictObject({ kind: z.literal('submissions') }),
  z.strictObject({ kind: z.literal('own-submissions') }),
  /** Of their own sheet of it, or that they abstain. */
  z.strictObject({ kind: z.literal('sheet'), submissionId: z.string() }),
  z.strictObject({ kind: z.literal('discussion'), submissionId: z.string() }),
  z.strictObject({ kind: z.literal('cut'), roundId: z.string(), categoryId: z.string() }),
  z.strictObject({ kind: z.literal('feedback'), roundId: z.string() }),
  /** What organisers write at: editions, their drafts and their people. */
  z.strictObject({ kind: z.literal('edition') }),
  /** Who this person is, what edition runs or what it says: everything may be another. */
  z.strictObject({ kind: z.literal('me') }),
]);

export type TabEvent = z.infer<typeof tabEvent>;
