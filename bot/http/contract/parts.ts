import { z } from 'zod';

export const submissionLine = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** The name of whose initiative it is. */
  participant: z.string(),
  categoryId: z.string(),
  example: z.boolean(),
});

export const refusal = z.strictObject({ code: z.string() });

export type SubmissionLine = z.infer<typeof submissionLine>;
