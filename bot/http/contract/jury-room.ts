import { z } from 'zod';
import { submissionLine } from './parts.ts';

/** How a category's scores lie, for who leads the jury. */
export const juryRoom = z.strictObject({
  categoryId: z.string(),
  roundId: z.string(),
  /** When the newest sheet in it was written; absent while there is none. */
  asOf: z.iso.datetime().optional(),
  sheets: z.int(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** From the lowest on the scale to the highest. */
      counts: z.array(z.strictObject({ value: z.int(), count: z.int() })),
      notAssessable: z.int(),
      mean: z.number().optional(),
    }),
  ),
  /** Where judges are furthest apart, the furthest first. */
  disagreements: z.array(
    z.strictObject({
      submission: submissionLine,
      criterion: z.string(),
      lowest: z.int(),
      highest: z.int(),
      scores: z.int(),
    }),
  ),
});

/** What a submission's score is made of. */
export const sheets = z.strictObject({
  submission: submissionLine,
  roundId: z.string(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** Of the whole, from 0 to 1. */
      share: z.number(),
    }),
  ),
  sheets: z.array(
    z.strictObject({
      /** Who wrote it; absent for who may not know. */
      judge: z.string().optional(),
      mean: z.number().optional(),
      scores: z.array(
        z.strictObject({
          criterionId: z.string(),
          score: z.union([z.int(), z.literal('not-assessable')]),
          remark: z.string().optional(),
        }),
      ),
      overallRemark: z.string().optional(),
    }),
  ),
  judges: z.int(),
  abstained: z.int(),
});

export type JuryRoom = z.infer<typeof juryRoom>;
export type Sheets = z.infer<typeof sheets>;
