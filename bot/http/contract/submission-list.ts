import { z } from 'zod';
import { submissionLine } from './parts.ts';

/** What of the list is asked; all of it stands in the address. What is not there leaves nothing out. */
export const listQuery = z.strictObject({
  /** What was typed: words of title, participant, number or text. */
  q: z.string().max(300).default(''),
  category: z.string().optional(),
  /** A CBS code. */
  municipality: z.string().optional(),
  /** A name; `none` for what has no province. */
  province: z.string().optional(),
  status: z.enum(['submitted', 'withdrawn']).optional(),
  /** For a judge: how far they are. */
  own: z.enum(['none', 'draft', 'handed-in', 'abstained', 'not-assigned']).optional(),
  /** `best` fits what was typed best; the newest first where nothing was. */
  sort: z.enum(['best', 'newest', 'oldest', 'title', 'participant']).default('best'),
  /** No higher number than this: a list in which one is reading does not move. */
  upTo: z.coerce.number().int().nonnegative().optional(),
  /** Which line comes first, counted from 0. */
  from: z.coerce.number().int().nonnegative().default(0),
});

/** Lines in one answer. */
export const listPageSize = 100;

export const submissionList = z.strictObject({
  lines: z.array(
    z.strictObject({
      submission: submissionLine,
      status: z.enum(['submitted', 'withdrawn']),
      province: z.string().optional(),
      submittedAt: z.iso.datetime(),
      /** For a judge. `conflict` only of what they handed in themselves. */
      own: z.enum(['none', 'draft', 'handed-in', 'conflict', 'not-assigned', 'abstained']).optional(),
    }),
  ),
  /** Of the whole list, of which these are a part. */
  total: z.int(),
  upTo: z.int(),
  /** What would come in beside it without `upTo`. */
  newer: z.int(),
});

/** Where all that this person may see comes from. */
export const listPlaces = z.strictObject({
  /** By name. */
  municipalities: z.array(z.strictObject({ code: z.string(), name: z.string(), province: z.string() })),
  /** Whether something has no province. */
  hasNone: z.boolean(),
});

/** Where a submission stands in the list, and what is before and after it. */
export const placeInList = z.strictObject({
  /** Counts from 1; absent when it is not in it. */
  position: z.int().optional(),
  total: z.int(),
  before: submissionLine.optional(),
  after: submissionLine.optional(),
});

export type SubmissionList = z.infer<typeof submissionList>;
export type SubmissionListLine = SubmissionList['lines'][number];
export type ListPlaces = z.infer<typeof listPlaces>;
export type PlaceInList = z.infer<typeof placeInList>;
