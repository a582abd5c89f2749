import { z } from 'zod';
import type { Feedback } from '../../domain/judging/feedback.ts';
import { collection } from '../collection.ts';

const act = z.object({ by: z.string(), at: z.iso.datetime() });
const standing = z.enum(['far-above', 'above', 'around', 'below', 'far-below']);
const remark = z.object({
  criterionId: z.string().optional(),
  text: z.string(),
  seemsToName: z.boolean(),
  leftOut: z.boolean().optional(),
});

const feedback: z.ZodType<Feedback> = z.object({
  submissionId: z.string(),
  roundId: z.enum(['preselection', 'assessment', 'pitch']),
  status: z.enum(['draft', 'approved', 'sent']),
  findings: z.object({
    sheets: z.int(),
    overall: standing.optional(),
    criteria: z.array(z.object({ criterionId: z.string(), standing })),
    next: z.enum(['goes-on', 'stays', 'not-decided', 'announced-later']),
  }),
  sheetsHash: z.string(),
  words: z.object({ nl: z.string(), en: z.string() }),
  remarks: z.array(remark),
  approved: act.optional(),
  sent: act.optional(),
  revision: z.int().positive(),
  updatedAt: z.iso.datetime(),
  key: z.string(),
});

/** In a submission's partition, by `feedback:<round>`; never deleted. */
export const feedbacks = collection('feedback', feedback);
export const feedbackPrefix = 'feedback:';

export function feedbackId(round: string): string {
  return feedbackPrefix + round;
}

/** The message that brings it to who handed in. */
export function feedbackMessageName(round: string): string {
  return `feedback:${round}`;
}
