import { z } from 'zod';
import type { Draft, Remark } from '../../domain/draft/draft.ts';
import { collection } from '../collection.ts';
import { discardedDraftSeconds } from '../lifetimes.ts';
import { submissionFieldsShape } from './submission-documents.ts';

const remark: z.ZodType<Remark> = z.object({
  tone: z.enum(['welcome', 'info', 'mend']),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const draft: z.ZodType<Draft> = z.object({
  id: z.string(),
  editionId: z.string(),
  submitter: z.string(),
  status: z.enum(['open', 'handing-in', 'handed-in', 'discarded']),
  answers: z.object(submissionFieldsShape).partial(),
  step: z.string(),
  revision: z.int().min(0),
  updatedAt: z.iso.datetime(),
  remark: remark.optional(),
  choices: z.array(z.string()).optional(),
  skipped: z.array(z.string()).optional(),
  attempts: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  changing: z.boolean().optional(),
  paused: z.boolean().optional(),
  startingOver: z.boolean().optional(),
  deleting: z.boolean().optional(),
  knownSteps: z.array(z.string()).optional(),
  firstMessage: z.int().positive().optional(),
  changes: z.object({ submissionId: z.string(), basedOn: z.object(submissionFieldsShape) }).optional(),
  reminded: z.array(z.int()).optional(),
  handedInAt: z.iso.datetime().optional(),
  number: z.int().positive().optional(),
});

/** In their owner's partition, by `draft:<id>`; only one that was thrown away has an end. */
export const drafts = collection('draft', draft, {
  ttlSeconds: ({ status }) => (status === 'discarded' ? discardedDraftSeconds : undefined),
});
export const draftPrefix = 'draft:';
