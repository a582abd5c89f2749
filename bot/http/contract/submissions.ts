import { z } from 'zod';
import { submissionLine } from './parts.ts';

export const ownSubmissions = z.strictObject({
  submissions: z.array(
    z.strictObject({
      submission: submissionLine,
      submittedAt: z.iso.datetime(),
      status: z.enum(['submitted', 'withdrawn']),
      categoryName: z.string(),
    }),
  ),
});

export const submissionDetail = z.strictObject({
  submission: submissionLine,
  categoryName: z.string(),
  whose: z.enum(['own', 'nominated']),
  description: z.string(),
  finished: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  submittedAt: z.iso.datetime(),
  status: z.enum(['submitted', 'withdrawn']),
  /** Only to the submitter and the organiser. */
  contact: z.strictObject({ name: z.string(), mail: z.string() }).optional(),
});

export type OwnSubmissions = z.infer<typeof ownSubmissions>;
export type SubmissionDetail = z.infer<typeof submissionDetail>;
