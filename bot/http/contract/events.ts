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
]);

export type TabEvent = z.infer<typeof tabEvent>;
