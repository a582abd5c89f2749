import { z } from 'zod';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { OpenForm } from '../../domain/judging/open-form.ts';
import type { Instant } from '../../domain/instant.ts';
import { collection } from '../collection.ts';
import { openSheetSeconds } from '../lifetimes.ts';

export interface OpenSheet {
  openedAt: Instant;
  form: OpenForm;
  /** Absent while it is open. */
  closedAt?: Instant;
}

const openSheet: z.ZodType<OpenSheet> = z.object({
  openedAt: z.iso.datetime(),
  form: z.enum(['scores', 'abstention']).default('scores'),
  closedAt: z.iso.datetime().optional(),
});

/**
 * In a judge's own partition: that they are filling something in on the card in the channel. Closing it is written, for
 * the feed does not tell of what is deleted.
 */
export const openSheets = collection('open-sheet', openSheet, { ttlSeconds: openSheetSeconds });

const prefix = 'open-sheet:';

export function openSheetId(submissionId: string, roundId: RoundId): string {
  return `${prefix}${submissionId}:${roundId}`;
}
