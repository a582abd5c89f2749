import { z } from 'zod';
import type { Draft } from '../../domain/draft/draft.ts';
import { collection } from '../collection.ts';
import { submissionFieldsShape } from './submission-documents.ts';

const draft: z.ZodType<Draft> = z.object({
  id: z.string(),
  editionId: z.string(),
  submitter: z.string(),
  status: z.enum(['open', 'handing-in', 'handed-in', 'discarded']),
  answers: z.object(submissionFieldsShape).partial(),
  step: z.string(),
  revision: z.int().min(0),
  updatedAt: z.iso.datetime(),
  handedInAt: z.iso.datetime().optional(),
  number: z.int().positive().optional(),
});

/** In their owner's partition, by `draft:<id>`. */
export const drafts = collection('draft', draft);
export const draftPrefix = 'draft:';
