import { z } from 'zod';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import { collection } from '../collection.ts';
import { openSheetSeconds } from '../lifetimes.ts';

interface OpenSheet {
  openedAt: Instant;
}

const openSheet: z.ZodType<OpenSheet> = z.object({ openedAt: z.string() });

/** In a judge's own partition: that their score sheet is open before them on the card in the channel. */
export const openSheets = collection('open-sheet', openSheet, { ttlSeconds: openSheetSeconds });

export function openSheetId(submissionId: string, roundId: RoundId): string {
  return `open-sheet:${submissionId}:${roundId}`;
}
