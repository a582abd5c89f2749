import { z } from 'zod';
import { submissionLine } from './parts.ts';

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const status = z.enum(['draft', 'approved', 'sent']);
const instant = z.iso.datetime();

const feedbackLine = z.strictObject({
  submission: submissionLine,
  /** `none`: nothing was drafted. */
  status: z.enum(['none', ...status.options]),
  /** Of other sheets or another decision than there are now. */
  isOutdated: z.boolean(),
  /** Remarks that the submitter reads, and those of them that seem to name a person. */
  remarks: z.int(),
  naming: z.int(),
  next: z.enum(['goes-on', 'stays', 'not-decided', 'announced-later']).optional(),
  sentAt: instant.optional(),
  /** Of what was sent: whether it is with its submitter. */
  delivery: z.enum(['underway', 'delivered', 'undeliverable']).optional(),
});

export const feedbackList = z.strictObject({
  roundId,
  /** By number. */
  lines: z.array(feedbackLine),
});

const remark = z.strictObject({
  /** Absent when it is about all. */
  criterionId: z.string().optional(),
  text: z.string(),
  /** It seems to name a person. */
  seemsToName: z.boolean(),
  /** Kept from the submitter. */
  leftOut: z.boolean(),
});
const words = z.strictObject({ nl: z.string(), en: z.string() });

/** The feedback on one submission, to work on. */
export const feedback = z.strictObject({
  line: feedbackLine,
  roundName: words,
  /** 0 when there is none. */
  revision: z.int(),
  words,
  remarks: z.array(remark),
  criteria: z.array(z.strictObject({ id: z.string(), name: words })),
  /** Characters. */
  most: z.strictObject({ words: z.int(), remark: z.int() }),
  approved: z.strictObject({ by: z.string().optional(), at: instant }).optional(),
  sent: z.strictObject({ by: z.string().optional(), at: instant }).optional(),
});

const command = {
  roundId,
  basedOn: z.int().nonnegative(),
  key: z.string().min(1).max(200),
};

export const feedbackDeed = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('draft'), ...command }),
  z.strictObject({
    deed: z.literal('edit'),
    ...command,
    words,
    remarks: z.array(remark).max(1_000),
  }),
  z.strictObject({ deed: z.literal('approve'), ...command }),
  z.strictObject({ deed: z.literal('send'), ...command }),
]);

/** `changed`: somebody was first; nothing was done. */
export const feedbackDone = z.strictObject({ kind: z.enum(['done', 'changed']), feedback });

export const feedbackForAll = z.strictObject({
  roundId,
  wish: z.enum(['draft', 'redraft', 'approve', 'send']),
  /** How many submissions were gone through before. */
  from: z.int().nonnegative(),
  key: z.string().min(1).max(150),
});

export const feedbackRun = z.strictObject({
  done: z.int(),
  /** Others were first. */
  passedOver: z.int(),
  /** How many submissions were gone through, and of how many. */
  upTo: z.int(),
  of: z.int(),
});

export type FeedbackList = z.infer<typeof feedbackList>;
export type FeedbackLine = z.infer<typeof feedbackLine>;
export type Feedback = z.infer<typeof feedback>;
export type FeedbackDeed = z.infer<typeof feedbackDeed>;
export type FeedbackDone = z.infer<typeof feedbackDone>;
export type FeedbackForAll = z.infer<typeof feedbackForAll>;
export type FeedbackRun = z.infer<typeof feedbackRun>;
