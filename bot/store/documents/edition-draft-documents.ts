import { z } from 'zod';
import type { DraftPart } from '../../domain/edition/edition-draft-schema.ts';
import { draftPartsSchema } from '../../domain/edition/edition-draft-schema.ts';
import type { EditionDraft } from '../../domain/edition/edition-draft.ts';
import { editionSchema } from '../../domain/edition/edition-schema.ts';
import { collection } from '../collection.ts';

/** In an edition's own partition, also when that is all there is of it yet. */

export const draftPartNames = [
  'general',
  'dates',
  'categories',
  'intake',
  'texts',
  'preselection',
  'assessment',
  'pitch',
] as const satisfies readonly DraftPart[];

const editionDraft: z.ZodType<EditionDraft> = z.object({
  editionId: z.string(),
  status: z.enum(['open', 'put', 'discarded']),
  parts: draftPartsSchema,
  revisions: z.partialRecord(z.enum(draftPartNames), z.int().positive()),
  revision: z.int().nonnegative(),
  by: z.string(),
  at: z.iso.datetime(),
  startedBy: z.string().optional(),
});

/** One for each edition, under {@link editionDraftId}; never deleted. */
export const editionDrafts = collection('edition-draft', editionDraft);
export const editionDraftId = 'edition-draft';

/** The edition as it was before it was last put: what undoing that puts back. */
export const formerEditions = collection('former-edition', editionSchema);
export const formerEditionId = 'former-edition';
