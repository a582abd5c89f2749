import { z } from 'zod';
import { submissionLine } from './parts.ts';

export const progress = z.strictObject({
  roundId: z.string(),
  lines: z.array(
    z.strictObject({
      submission: submissionLine,
      handedIn: z.int(),
      judges: z.int(),
      /**
       * For a judge: how far their own sheet is; `conflict` and `not-assigned` are theirs to leave alone. Absent for who
       * does not judge.
       */
      own: z.enum(['none', 'draft', 'handed-in', 'conflict', 'not-assigned', 'abstained']).optional(),
      /** The judge's own mean, once handed in. */
      ownMean: z.number().optional(),
    }),
  ),
});

export type Progress = z.infer<typeof progress>;
